"""What stands between two people in a list: who gives a proxy to whom, who sits for whom, from when until when.

Each relation is a pattern on the folded text between two mentions. The first that fits decides; the order is that of
strength. Forms: ``docs/layouts.md``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

import regex

from delibgraph.extraction.text.tokens import ROLE
from delibgraph.extraction.text.view import View, tidy
from delibgraph.facts import Span

Kind = Literal["excused", "sits-for", "replaced-by", "holds-from", "gives-to", "opens", "without", "bare"]

_PROXY = (
    r"(?:pouvoirs?|pourvoir|procurations?|(?<!\w)(?:pvr|pouv\.?|proc\.?)(?!\w)|"
    r"(?<!\w)(?:p/|pv |p\. )(?=(?:a|au)(?!\w))|"
    r"mandats?|delegations? de vote|(?<=(?:a|ayant|avait) )delegue|"
    r"(?:delegue|confie) (?=sa |son |leur )|"
    r"votes? (?:(?:est|a ete) )?(?:delegue|confie|donne|remis)s?(?= (?:a|au)(?!\w))|"
    r"delegation (?=(?:a|au)(?: (?:m\.?|mr|mme|mlle|monsieur|madame))?$))"
)
NAMED_SUBSTITUTE = r"^[ ,;(–-]*(?:(?:sa|son) )?(?:deleguee? )?suppleante? ?: ?"
"""Beside a member's name; of one who is away it says who sat, of one who sits merely who could."""
CHARGED = r"^,? ?(?:qui )?(?:a|ayant|avait) (?:charge|mandate|habilite|prie|autorise)$"
"""A proxy if what follows the second name says for what: "a chargé Mme A de voter en son nom"."""
_RELATIONS: tuple[tuple[Kind, str], ...] = (
    # "a prié l'assemblée de l'excuser", "s'est fait excuser", "est empêché": of one person alone
    (
        "excused",
        r"^,? ?(?:qui )?(?:(?:a|ont|avai(?:en)?t) (?:prie|demande)[^.]{3,60}[ ']excuse|"
        r"s(?:'est|'etait|e sont|'etaient) (?:fait )?excuse|"
        r"(?:est|etait|sont|etaient) (?:absent|excuse|empeche|retenu)|"
        r"a presente ses excuses|"
        r"(?:a|ont|avai(?:en)?t) (?:fait savoir|fait connaitre|indique|annonce|informe)[^.]{3,60} "
        r"(?:ne (?:pour|pouv|ser|peu)|n'assister|son absence|son empechement))"
        r"(?!.*(?:pouvoir a|procuration|represente))",
    ),
    # "sans pouvoir", "pas de pouvoir donné"
    ("without", rf"(?:sans|pas de|aucune?|n'a pas donne(?: de)?|ni) {_PROXY}"),
    # "remplacé par son suppléant", "représentée par sa suppléante", "par sa suppléante"
    (
        "replaced-by",
        r"(?:(?:remplac|supple|represent)ee?s?,? par (?:(?:sa|son|le|la) )?|(?<!\w)par (?:sa|son) )"
        r"(?:deleguee? )?suppleante?s?",
    ),
    # "suppléante : Mme B" beside one who is away
    ("replaced-by", rf"{NAMED_SUBSTITUTE}$"),
    # "suppléé par", "rempl. par", "s'étant fait remplacer par"
    ("replaced-by", r"(?:(?:remplac|supple)ee?s?|(?<!\w)fait (?:remplacer|suppleer)),? par|(?:rempl|suppl)\. par"),
    # "Mme A supplée M. B"
    ("sits-for", r"^(?:qui )?suppl(?:ee|eent|eait)$"),
    # "Mme A, suppléante, représentant M. B"
    ("sits-for", r"(?:suppl\.?|suppleante?)[ ,)]* (?:represent(?:e|ant)|pour|siege(?:ant)? pour)(?: de| d')?$"),
    # "suppléante de", "ayant la suppléance de", "remplace", "en remplacement de", "suppl."
    (
        "sits-for",
        r"(?:suppleante?s?|(?<!\w)suppl?\.?|(?<=[(] ?)s\.) (?:de|d'|du|pour)(?!\w)|(?<=[(] ?)(?:suppl?\.|suppleant)$|"
        r"suppleance d(?:e|u|')|"
        r"remplac(?:e|ent|ait|aient)(?!,? par)(?!\w)(?!\))|remplacante?s?(?!\w)|"
        r"en remplacement d(?:e|u|')|(?<!vote )(?<!votant )(?:a la|(?:en|au) lieu et) place (?:de|du|d')",
    ),
    # "+ pouvoir", "ayant la procuration de", "porteur du pouvoir de"
    (
        "holds-from",
        rf"\+ ?{_PROXY}|(?:a|ont|ayant|avai(?:en)?t|detient|detiennent|detenant|porteu(?:r|se)|"
        rf"munie?|avec|titulaire|dispos(?:e|ant)|beneficie|beneficiant|depositaire) (?:recu )?(?:d[eu] |d')?"
        rf"(?:la |le |une? )?{_PROXY} (?:de|du|d')|"
        rf"[(\[] ?(?:un |le |1 )?{_PROXY} (?:de|du|d')$",
    ),
    # "vote pour", "votant au nom de"
    (
        "holds-from",
        r"^[^.]{0,30}(?<!\w)vot(?:e|era|ait|ant) (?:egalement )?(?:pour|au nom d[eu]|a la place d[eu])(?!\w)",
    ),
    # "mandataire de"
    ("holds-from", r"mandataire (?:de|du|d'|pour)(?= ?(?:m|mr|mme|mlle|monsieur|madame)?\.?$)"),
    # "procuration de" before the grantor of a new entry
    ("opens", rf"{_PROXY} (?:de|du|d')$"),
    # any other word of proxies, "représenté par", "(représenté, …", "a chargé … de voter", arrows
    (
        "gives-to",
        rf"{_PROXY}|represente(?:e?s?|r)(?= par| [^.;()]{{3,70}} par$)|(?<!\w)repr(?:es)?\. par|"
        rf"[(\[] ?representee?[ ,:–-]*$|representee? ?:$|{CHARGED}|"
        r"(?:au profit|en faveur) d[eu]|→|->|=>",
    ),
    # nothing but "à", "par" or "pour", and offices ("M. A, adjoint, à Mme la Présidente Anne PETIT")
    (
        "bare",
        rf"^[^\p{{L}}]*(?:{ROLE}[ ]*[,)–-]\W*)?(?:a|par|au|aux|pour)[^\p{{L}}]*"
        rf"(?:(?:(?:m\.?|mr|mme|monsieur|madame) )?(?:l[ea] )?{ROLE}[^\p{{L}}]*)?$",
    ),
)
_ARROW = re.compile(r"[>⇒➔➜⟶]+")
"""An arrow within a line; at a line's head it is a bullet."""
_PATTERNS = tuple((kind, regex.compile(pattern)) for kind, pattern in _RELATIONS)
_SUBSTITUTING = " suppleant "
"""The participle: with a comma, or at the end of a line, it is a seat."""
_SENTENCE_END = regex.compile(r"\.\s*\n")
_ALSO_TO = regex.compile(r"(?:[\s,]*|[^.;\n]{1,50}\d[^.;\n]{0,12}?)(?<!\w)(?:et|puis)\s+(?:a|au|par)\s*$")
_ADVERB = regex.compile(r",?[ ](?:respectivement|egalement|aussi|chacune?|toute?s[ ](?:les[ ])?deux)(?=,?[ ])")
"""Words within a relation that say nothing of its kind."""
_HOLDER_OF = regex.compile(r"\((?:\+[ ]?|avec[ ]|dont[ ])?(?:\d|une?|deux)[ ](?:pouvoir|procuration)s?\)")
"""After a member who holds so many proxies, which are told elsewhere."""
_ASIDE = regex.compile(r"\([^()]*\)")

_POINT = (
    r"(?:la |le |du |de la )?(?:\d{1,2} ?(?:h|:|heures?) ?\d{0,2}|"
    r"(?:question|point|rapport|dossier|deliberation|affaire|sujet|projet|oj|ordre du jour|d|n°|vote)s?[ ]*"
    r"(?:n[°o]?s?)?[ ]*[\d./-]+|\d[\d./-]*)"
)
"""A point of the sitting: an hour or an item of its agenda."""
_VALUE = rf"(?:la |le |l')?(?P<value>{_POINT})"
_FROM = regex.compile(
    rf"(?:a (?:partir|compter) d(?:e|u|es) |arrivee? (?:a|au|pour|lors d[eu])[ ]*|depuis |(?<=\()des ){_VALUE}"
)
_UNTIL = regex.compile(
    r"(?:jusqu'? ?(?:a|au|aux)[ ]*|depart (?:de la (?:seance|salle|reunion) )?(?:a|au|avant)[ ]*|"
    rf"partie? (?:a|au|avant)[ ]*|quitte (?:la seance )?(?:a|au)[ ]*){_VALUE}"
)
_MOVED = regex.compile(r"(?:(?P<came>arrivee)|depart|sortie)(?: de| d'| :)? *$")
_MOVED_ALL = regex.compile(r"(?:(?P<came>arrive|entree|retard)|depart|parti)")
_MOVES = ("arrivee", "depart", "sortie")
_WHEN = regex.compile(rf"(?:a|au|vers|,|\() *{_VALUE}")
ITEM = regex.compile(
    r"(?<!\w)(?:question|point|rapport|dossier|deliberation|affaire|sujet|projet|oj)s?[ ]*"
    r"(?:n[°o]?s?[ ]*)?\d+(?![\d/.-]*\d)"
)
"""An item of the agenda, by its number."""
_LINE = 60
"""Characters of a line before a movement that tell at which item it was ("Question 5 : départ de Mme A")."""
_BEFORE = 20
"""Characters before a name that tell of a movement."""
_RANGE = regex.compile(
    rf"(?:du|de|des) (?P<first>{_POINT}) (?:au|a|aux) (?P<last>{_POINT})"
    rf"|(?<!(?:sauf|excepte|hors|hormis)[^()]{{0,12}})(?:pour les |\()"
    r"(?:les )?(?P<first>(?:question|point|rapport|dossier|deliberation|affaire)s? (?:n°s? ?)?\d[\d./-]*) (?:a|au) "
    r"(?P<last>\d[\d./-]*)"
)
_ONLY = regex.compile(rf"(?:(?<=\()|uniquement |seulement |exclusivement )pour {_VALUE}")
_DIGIT = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Bounds:
    """For which part of the sitting a state or a proxy holds, as printed."""

    from_: str | None = None
    until: str | None = None


THROUGHOUT = Bounds()
"""No bound: the whole sitting."""


@lru_cache(maxsize=65_536)
def relation(gap: str) -> Kind | None:
    """The relation that the folded text between two mentions expresses, ``None`` for a mere separator.

    "opens" says that the second mention gives a proxy to whoever follows. A line ending in a full stop parts entries.
    """
    line = " ".join(_ADVERB.sub("", _HOLDER_OF.sub("", gap)).split())
    outside = _ASIDE.sub(" ", line)
    kind = next((kind for kind, told in _PATTERNS if told.search(outside if kind == "bare" else line)), None)
    if kind is None and "\n" not in gap and _ARROW.fullmatch(line):
        return "gives-to"
    if kind is None and gap == _SUBSTITUTING:
        return "sits-for"
    return kind if kind in ("opens", "excused") or not _SENTENCE_END.search(gap) else None


def is_second_holder(gap: str) -> bool:
    """Whether the folded text between a holder and the next mention passes the proxy on ("… à B et à C ensuite")."""
    return _ALSO_TO.match(gap) is not None


def bounds(view: View, start: int, end: int) -> Bounds:
    """The bounds told in a stretch ("à partir de 22h40", "du dossier 1 au dossier 3")."""
    if not _DIGIT.search(view.plain, start, end):
        return THROUGHOUT
    if match := _RANGE.search(view.folded, start, end):
        return Bounds(_printed(view, match, "first"), _printed(view, match, "last"))
    if match := _ONLY.search(view.folded, start, end):
        value = _printed(view, match, "value")
        return Bounds(value, value)
    first, last = _FROM.search(view.folded, start, end), _UNTIL.search(view.folded, start, end)
    return Bounds(_printed(view, first, "value"), _printed(view, last, "value"))


def movement(view: View, heading: Span, start: int, person: Span, end: int) -> Bounds:
    """When a member came or left, told around the name: "Départ de Mme A à 21 h", "Arrivée de M. B (point 4)".

    It can be told by the heading of a list as well: "Arrivées en cours de séance : M. B (20 h)".
    """
    before = view.folded[max(0, start - _BEFORE) : start]
    moved = _MOVED.search(before) if any(word in before for word in _MOVES) else None
    moved = moved or _MOVED_ALL.match(view.folded, *heading)
    if not moved:
        return THROUGHOUT
    value = _printed(view, _WHEN.search(view.folded, person[1], end), "value")
    if value is None:
        line = max(view.plain.rfind("\n", 0, start), start - _LINE, 0)
        item = ITEM.search(view.folded, line, start)
        value = tidy(view.plain[slice(*item.span())]) if item else None
    return Bounds(from_=value) if moved["came"] else Bounds(until=value)


def _printed(view: View, match: regex.Match[str] | None, group: str) -> str | None:
    return tidy(view.plain[slice(*match.span(group))]).rstrip(".") if match else None
