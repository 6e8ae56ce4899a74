"""Headings that are sentences of their own: verbs that say who sat and who stayed away ("Avaient pris place :")."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

import regex

from delibgraph.extraction.attendance.endings import opens
from delibgraph.extraction.text.phrases import Phrase, vocabulary
from delibgraph.extraction.text.view import View
from delibgraph.facts import Span

_HAVE = r"(?:ont|avaient|ayant)[ ]"
_WERE = r"(?:etaient|sont|furent)[ ]"
_SAT = Phrase(
    "ont avaient ayant etaient sont furent siegeaient siegent siegeant participaient participent s se autour "
    "arrive arrivee arrivees arrives entree entrees depart departs partis parties retard retards appel "
    "mouvement mouvements",
    rf"""
    (?: {_HAVE}(?:(?:pris|occupe)[ ](?:place|part|leurs?[ ]sieges?)|siege|participe|repondu|rejoint)
      | {_WERE}(?:reunis|reunies|rassembles|rassemblees|assembles|assemblees|la|autour[ ]de[ ]la[ ]table
                |(?:dans|en)[ ](?:la[ ])?(?:salle|seance))
      | s'etaient[ ](?:reunie?s|rassemblee?s) | se[ ](?:sont|trouvaient)[ ](?:reunie?s|rassemblee?s|presente?s)
      | siegeaient | siegent | siegeant | autour[ ]de[ ]la[ ]table(?=[ ]*[:(])
      | {_WERE}(?:arrive|entre|parti|sorti)e?s(?=[^:.\n]{{0,40}}:)
      | (?:l')?appel[ ]nominal(?=[^:.\n]{{0,40}}:)
      | (?:(?:arrivee?s?|arrives?|entrees?|departs?|partie?s)[ ](?:et|ou)[ ])?
        (?:arrivee?s?|arrives?|entrees?|departs?|partie?s|mouvements?)[ ]
        (?:en[ ](?:cours|retard|seance)|au[ ]cours|pendant|apres|tardi\w+)
        (?=[^:.\n]{{0,40}}:)
      | retards?(?=[ ]*:)
    )(?!\w)
    """,
)
"""Those who sit."""
_ATTENDED = Phrase(
    "ont avaient participaient participent assistaient assistent",
    rf"(?:{_HAVE}(?:participe|assiste)|participaient|participent|assistaient|assistent)(?!\w)",
)
"""Those who are there: members, or guests beside them."""
_AWAY = Phrase(
    "n manquaient manquent faisaient etaient sont furent retenus retenues on il est nous absence absences",
    rf"""
    (?: (?:(?:on|nous|il[ ](?:est|a[ ]ete)|est|sont)[ ](?:[^:.,;\n]{{3,12}}[ ])??
          (?:a[ ])?(?:not(?:ons|e)|constat(?:ons|e)|signale|releve|deplore)e?s?[ ])?
          (?:l[' ]|les[ ]|des[ ])?absences?[ ](?:excusees?[ ])?d(?:e|es|u)
      | n'(?:ont|avaient|etaient|ayant)[ ](?:pas|pu)[ ](?:[^:.\n]{{0,20}}[ ])??(?:repondu|siege|assiste|assister
          |participer?|la|pris[ ]place|pris[ ]part|venir|venus|sieger)
      | manqu(?:ai)?ent | faisaient[ ]defaut | (?:{_WERE})?(?:empechee?s|retenue?s)
    )(?!\w)
    """,
)
"""Those who do not."""
_EXCUSED = Phrase(
    "ont avaient s",
    rf"(?:{_HAVE}(?:presente[ ](?:leurs|des)|fait[ ]part[ ]de[ ]leurs)[ ]excuses|{_HAVE}prie[ ][^:.\n]{{0,50}}excuser"
    r"|s'(?:sont|etaient)[ ](?:fait[ ])?excuse[re]?e?s?)(?!\w)",
)
"""Those who gave notice."""
_SUBJECT = regex.compile(
    r"(?r)(?<!\w)(?:l?es[ ]|mesdames(?:,|[ ]et)[ ]messieurs[ ])?(?:les[ ])?"
    r"(?:membres|conseillere?s|elus|delegues|titulaires)[ ](?:\p{L}+(?:aux|aires|ains)[ ])?(?:qui[ ])?"
)
"""Who did so, before the verb: "Les membres ayant pris part aux débats"."""
_CLOSED = regex.compile(
    r"[^:.;,\n\d]{0,70}?(?:a[ ]\d{1,2}[ ]?h(?:eures?)?[ ]?\d{0,2}|"
    r",[ ](?:mesdames|messieurs|avec|sans|a[ ]titre|en[ ]qualite|au[ ]titre)[^:.;,\n\d]{0,40})?"
    r"(?:[ ]*[(]?\d{0,3}[)]?[ ]*:|(?=[ ](?:m\.|mm\.?|mme|mmes|monsieur|madame|messieurs|mesdames)[ ]))"
)
"""The rest of the heading: up to a colon, or to the first civility."""
_FIGURE = regex.compile(
    r"[ ]*\d{1,3}[ ]*[,;\n]?[ ]*(?:nombre|votants|absents|excuses|pouvoirs|procurations|quorum)(?!\w)"
)
"""After a heading that is a total: "Etaient réunis : 12", and the next total."""
_BESIDE = regex.compile(r"(?<!\w)(?:egalement|aussi|outre|sans|titre|consultatif|consultative|invite|public|services?)")
"""What says that those who attend are no members."""
EXCEPT = Phrase(
    "tous les ensemble",
    r"""
    (?:tous[ ]les|(?<=present[es]*[ :]{0,3}(?:m[.\w]+[ ]et[ ]m[.\w]+[ ])?)les
      |(?<=present[es]*[^.\n]{0,8})ensemble[ ]des)[ ]
    (?:membres|conseillers|delegues|elus)[^.:\n]{0,100}?
    (?:a[ ]l[' ]exception[ ]d(?:e|u|es)|sauf|hormis|excepte)(?!\w)
    """,
)
"""Where those away are told from "tous les membres"."""
SIGNED = Phrase(
    "ont avaient emargement signataires signatures feuille",
    r"""
    (?: (?:(?:ont|avaient)[ ](?:signe|emarge)|signataires|signatures)
          (?:[ ](?:a[ ]|de[ ])?(?:la|le|du)[ ](?:feuille|liste|registre)[ ]d(?:e[ ]|'|es[ ])(?:presences?|emargement))?
      | feuille[ ]d(?:e[ ]|'|es[ ])(?:presences?|emargement) | (?:liste[ ]d')?emargements?
    )[ ]*:(?=[ \n]*\p{L})
    """,
)
"""Who signed the sheet of attendance: those who sat, where the list of them tells but who is away of all."""
OF_GRANTOR = Phrase(
    "procuration pouvoir mandat delegation",
    r"""
    (?<=(?:^|\n|[.;][ ])[ •–-]*) (?P<label>procuration|pouvoir|mandat|delegation[ ]de[ ]vote)
    (?=[ ](?:[^\n,.;:]{3,15}[ ])?(?:de|d')[ ]?(?:m\.?|mr|mme|mlle|monsieur|madame)[ ]
       [^\n;]{3,60}[ ](?:a|au|en[ ]faveur[ ]de|pour)[ ])
    """,
)
"""A sentence or line that begins with the proxy itself: "Procuration de M. A à Mme B"."""
_STATES: tuple[tuple[Literal["present", "absent", "excused", "guest"], Phrase], ...] = (
    ("excused", _EXCUSED),
    ("absent", _AWAY),
    ("guest", _ATTENDED),
    ("present", _SAT),
)


_WITHIN = regex.compile(r":[ ](?:(?:sont|etaient)[ ])?presente?s?[ ]?:")
"""A state after the name of a group, both closed by a colon: "Collège des communes : présents :"."""
_BESIDE_IT = regex.compile(
    r"(?<=[\p{L})][ ,;.]{1,3})(?P<label>(?P<state>excuse|absent|represente)(?:\(?e\)?)?s?[ ]?:)[ ]"
    r"(?=(?:mm?\.|mmes?|monsieur|madame|\p{L}[\p{L}'-]+[ ])[^:;.]{3,})"
)
_GROUPS = vocabulary(
    "membres representant representants personnalite personnalites personnels parents eleves etudiants"
)
"""Words with which the line of a board's group begins."""
_GROUP = regex.compile(r"\p{L}+(?:[ ](?:l'|d')?\p{L}+(?:'\p{L}+)?){0,4}[ ]*:[ ](?=\p{L})")
_STARTS_LINE = regex.compile(r"(?r)(?:^|\n)[ •–-]*")
_FEWEST_GROUPS, _LONGEST_BOARD = 3, 3000
_BY = regex.compile(r"[^:;.\n]{3,60}?,?[ ]par[ ]")


def within(view: View) -> Iterator[tuple[Literal["absent", "excused", "represented"], Span]]:
    """The other states of such groups, within a line and in small letters: "présents : A, B excusée : C"."""
    if _WITHIN.search(view.folded):
        yield from _beside(view, 0, len(view.folded))


def groups(view: View) -> Iterator[tuple[Literal["present", "absent", "excused", "represented"], Span]]:
    """The groups of a board, a line for each, with who is away after those who sit, where nothing heads the latter.

    "Parents : Mme A, M. B ; absent : M. C".
    """
    lines = [
        line
        for line in (_GROUP.match(view.folded, at) for at in sorted(view.places(_GROUPS)))
        if line and _STARTS_LINE.match(view.plain, 0, line.start()) and view.plain[line.end()].isupper()
    ]
    lines = [line for line in lines if line.start() - lines[0].start() < _LONGEST_BOARD]
    if len(lines) < _FEWEST_GROUPS:
        return
    end = view.folded.find("\n\n", lines[-1].end())
    away = list(_beside(view, lines[0].start(), end if end >= 0 else len(view.folded)))
    if away:
        yield from (("present", line.span()) for line in lines)
        yield from away


def _beside(view: View, start: int, end: int) -> Iterator[tuple[Literal["absent", "excused", "represented"], Span]]:
    """The states within a line and in small letters between two offsets."""
    for match in _BESIDE_IT.finditer(view.folded, start, end):
        if not view.plain[match.end()].isupper():
            continue
        if match["state"] != "represente":
            yield "excused" if match["state"] == "excuse" else "absent", match.span("label")
        elif _BY.match(view.folded, match.end()):
            yield "represented", match.span("label")


class Statement(NamedTuple):
    """A heading between two offsets: how those listed after it stand."""

    span: Span
    state: Literal["present", "absent", "excused", "guest"]
    attends: bool


def statements(view: View) -> Iterator[Statement]:
    """The headings that a verb makes, in no order; one meaning goes before the next where both fit."""
    done: set[int] = set()
    for state, phrase in _STATES:
        for match in phrase.finditer(view):
            closed = _CLOSED.match(view.folded, match.end())
            before = _SUBJECT.match(view.folded, 0, match.start())
            start = before.start() if before else match.start()
            if not closed or start in done or not opens(view, start) or _FIGURE.match(view.folded, closed.end()):
                continue
            done.add(start)
            beside = _BESIDE.search(view.folded, *closed.span()) is not None
            told = "guest" if beside and state == "present" else state
            yield Statement((start, closed.end()), told, told == "guest" and not beside)
