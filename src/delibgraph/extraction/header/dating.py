"""When a sitting was held and when it was convened: told in the heading, in the opening sentence, or under a label."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterator, Sequence

import regex

from delibgraph.extraction.text.dates import Dated, dates, day_after, first_date, last_day, yearless
from delibgraph.extraction.text.phrases import Phrase
from delibgraph.extraction.text.view import View
from delibgraph.facts import Finding

_ORGAN = r"(?:conseil|bureau|comite|commission[ ]permanente|assemblee)"
_DAY = r"(?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)[ ]+)?"
_NAMED_SITTING = tuple(
    regex.compile(pattern, regex.VERBOSE)
    for pattern in (
        # "Séance ordinaire du Conseil municipal du lundi …"
        rf"""(?r)
        (?:seance|reunion)[ \n]+ (?:(?:ordinaire|publique|extraordinaire)[ ]+)?
        (?:du[ \n]+{_ORGAN}[^\n.:]{{0,60}}?)? \s* (?:du|de|en[ ]date[ ]du)?[ \n]*:?[ ]* {_DAY}$
        """,
        # "Bureau métropolitain du …", "Conseil municipal – …"
        rf"(?r){_ORGAN}(?:[^\n.:]{{0,60}}?[ ](?:du|de[ ]ce)|[^\n.:]{{0,85}}?[ ][-–•])[ \n]*{_DAY}$",
    )
)
_TOLD_SITTING = tuple(
    regex.compile(pattern, regex.VERBOSE)
    for pattern in (
        # "s'est réuni à la mairie le …"
        rf"(?r)(?:reunie?s?|tenue?s?|siege|assemblee?s?)[^\n.:]{{0,80}}[ ](?:le|du)[ ]+(?::[ ]*)?{_DAY}$",
        # "Date de la séance : …"
        rf"(?r)date[ ]+(?:de[ ]+la[ ]+|de[ ]+)?(?:seance|reunion|{_ORGAN})[ ]*:?[ ]*$",
    )
)
"""What stands before the date of a sitting, read backwards from it, strongest first; a date all in words comes between
the two rows."""
_HINTED = tuple(
    regex.compile(pattern, regex.VERBOSE)
    for pattern in (
        # "CR du …", "Compte rendu du …", "Session ordinaire du …", "CM du …"
        rf"""(?r)(?<!\w)(?:proces[- ]verbal|compte[- ]rendu|[pc][.]?[vrm][.]?|sessions?(?:[ ](?:extra)?ordinaire)?)
        [ \n]+(?:du|en[ ]date[ ]du)[ ]+{_DAY}$""",
        # "Journée du …"
        rf"(?r)(?:^|\n)[ ]*journee[ ]+du[ ]+{_DAY}$",
        # "CONSEIL MUNICIPAL 28 mars 2023"
        rf"(?r)(?:^|\n|[.][ ]|[ ]\S+@\S+[ ])[^\n.:,@]{{0,40}}{_ORGAN}"
        rf"(?:[ ](?:municipal|communautaire|metropolitain|syndical|d'administration)"
        rf"|[ ]de[ ](?:la[ ])?\w+)?[ ]+{_DAY}$",
        # "Délibération n° 12 du …" at the head of a text
        rf"(?r)(?:^|\n)[ ]*deliberation[ ]+n[^\n]{{1,16}}[ ]du[ ]+{_DAY}$",
        # "Conseil communautaire du Pays de X mercredi …"
        rf"(?r){_ORGAN}[^\n.:,]{{0,85}}[ ](?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)[ ]+$",
        # "examinées par le Conseil municipal le …"
        rf"(?r){_ORGAN}[^\n.:,]{{0,40}}[ ]le[ ]+{_DAY}$",
        # "Date : …"
        r"(?r)(?:(?:^|\n)[ ]*|(?:seance|reunion)[^\n.]{0,30}[ ])date[ ]*:[ ]*$",
    )
)
"""What stands before the date of a sitting that nothing firmer tells."""
_MEETS = regex.compile(
    r"[^.\n]*(?:\n(?![ ]*\n)[^.\n]*){0,3}?(?<!\w)(?:s'est|sont|etant|se[ ]sont)[ ]+(?:\w+[ ]+)?(?:reuni|assemble)"
)
_SAT = regex.compile(
    r"(?:[^.\n;]|\n(?![ ]*\n)){0,80}?[ \n](?:conseil|bureau|comite|commission[ ]permanente|assemblee(?![ ]gen))(?!\w)"
    r"[^.;:]{0,60}?(?<!\w)(?:(?:s'est|s'etant)[ \n]+(?:\w+[ \n]+)?(?:tenue?|retrouvee?|rassemblee?)"
    r"|a[ \n]+(?:siege|tenu[ \n]+(?:sa[ ]+|une[ ]+)?(?:seance|reunion)))(?!\w)"
)
"""What stands after the date in other sentences on the organ's meeting ("…, le Comité syndical s'est tenu")."""
_MET = regex.compile(r"(?r)(?:reuni|assemble)e?s?(?!\w)(?:[^.\n]|\n(?![ ]*\n)|(?<=[ ]mm?)\.){0,200}[ ,](?:le|ce)[ ]+$")
"""What stands behind and before the date in the sentence that says the members met."""
_OWN_LINE = regex.compile(
    r"(?r)(?:\n|\A)[^\w\n]*(?:du[ ]+|le[ ]+)?(?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)[ ]+)?$"
)
_LINE_ENDS = regex.compile(
    r"[ ]*(?:(?:[,–-]|a)[ ]*)?(?:\d{1,2}[ ]?(?:h|:)[^\n]{0,20}"
    r"|(?:salle|mairie|espace|maison|foyer|siege|hotel|centre|theatre|gymnase|halle|chateau)(?!\w)[^\n\d.;]{0,60})?"
    r"[^\w\n]*(?:\n|$)"
)
"""What a date's line ends with: the hour, or the room."""
_NAMES_SITTING = regex.compile(rf"(?<!\w)(?:{_ORGAN}|seance|reunion|deliberations|deliberation[ ]n|proces|compte)")
_POSTED = regex.compile(r"convoc|affich|publi|transmi|envoy|recu")
"""A date on a line of its own, beside a line that names the organ or the sitting."""
_POSTED_AT = regex.compile(r"(?:affich|publi|transmi|envoy|recu)[^\n:]{0,30}:")
_BREAKS = regex.compile(r"[\d.\n]")
"""Between a label and a date that is not its own."""
_IN_WORDS = regex.compile(r"l[' ]?an[ ]")
_EARLIER = regex.compile(
    r"""(?r)
      (?:approbation|adoption|observations?|(?<!\w)vu(?!\w))[^\n]{0,80}$
    | (?:(?<=[^\n ][ ]+)deliberation[ ]+n|convention)[^\n]{0,50}$
    | (?<!\w)(?:dernier|precedent)e?[ ][^\n]{0,60}$
    | (?<!\w)(?:approuv|adopt|valid|mis[ ]en[ ]ligne)[^\n.]{0,20}[ ](?:a|en|lors[ ]de|le|par)(?!\w)[^\n.]{0,50}$
    | (?:lors[ ]+d|depuis|sa[ ]+seance|precedente?)[^\n]{0,40}$
    | (?<!\w)(?:les?|au|du|ce|aux?|des?)[ ]+(?:proces[- ]verba(?:l|ux)|comptes?[- ]rendus?|p\.?v\.?)\s+d(?:e|u|es)\s
      (?:[^\n:]|\n(?=(?:de|du|des|la|le)[ ])){0,50}$
    """,
    regex.VERBOSE,
)
"""What stands before the date of another act or sitting."""
_CONVOKED = regex.compile(
    r"(?r)(?<!\w)(?:convocations?|convoquee?s?)(?:[^\n.:;\d]|(?<=[ ]m)\.){0,60}(?<!pour[ ]le[ ])$"
)
_GATHERED = regex.compile(r"(?:s'est|sont|s'etant)[ ]+(?:\w+[ ]+)?(?:reuni|assemble|tenu)")
"""Between "convoqué" and a date that is the sitting's."""
_APPROVED = regex.compile(r"[ ,]*(?:n'appel\w+[^.]{0,60}?)?(?:est|sont|a[ ]ete)[ ]+(?:adopte|approuve)")
_SENTENCE = 300
"""Characters of a sentence that tells a meeting."""
_BEFORE = 100
"""Characters before a date that say what it is the date of."""
_CONVOCATION = Phrase(
    "date convocation convocations convoque convoquee convoques convoquees",
    rf"""
    (?: date[ ]+(?:de[ ]+(?:la[ ]+)?|d')?convocation[^\n:\d]{{0,60}}
      | (?<!date[ ])convocations?
        (?:[^\n.:\d]|(?<=[ ]m)\.|\n(?=[ ]*(?:qui|en|par|du|le|de|adresse\w*|envoye\w*|transmise?s?)[ ])){{0,160}}
      | convoquee?s?[^\n.:\d]{{0,40}}(?:\n(?=le[ ]))? )
    (?:du|le|en[ ]date[ ]du|:)?[ ]*:?[ ]*(?:[.…_]{{3,}}[ ]*:?[ ]*)?(?:le[ ]+)?{_DAY}\n?
    """,
)
_CERTIFIED = Phrase(
    "certifie certifient",
    r"certifie(?:nt)?[^.\n]{0,120}?(?<!\w)convocations?[^.\n\d]{0,80}?(?<!\w)(?:le|du|en[ ]date[ ]du)[ ]+(?=\d)",
)
"""Where the signer certifies when the members were called."""
_THEN_CALLED = regex.compile(
    r"[ ]*,?[ ]*(?:(?:la|une|les|des)[ ]+)?convocations?[ ]+(?:ecrites?[ ]+)?"
    r"(?:est|sont|a[ ]+ete|ont[ ]+ete|etait|fut)[ ]+(?:\w+ment[ ]+)?"
    r"(?:adresse|envoye|transmise|remise|faite|expedie|lancee|distribue)"
    r"|[ ]*,?[ ]*l(?:[ea]s?[ ]|')[^.\n]{3,60}[ ](?:a|ont)[ ]ete[ ](?:\w+ment[ ])?convoquee?s?[ ]+pour[ ]"
)
"""After a date, what says that the members were called then: "Le 9 mars 2020, convocation est adressée à …"."""
_CALLING = {"convocation", "convocations", "convoque", "convoques"}


def sitting_dates(view: View, decision: int) -> list[Dated]:
    """What the heading, the opening sentence and a label tell of the sitting's date, the likeliest first.

    That is the date on which most of them agree, else the one of the strongest form; dates of convocations and of
    earlier minutes are none.
    """
    found = [
        (dated, before)
        for dated in dates(view, 0, decision)
        if not _EARLIER.search(before := view.folded[max(0, dated.start - _BEFORE) : dated.start])
        and not _APPROVED.match(view.folded, dated.end)
        and (_IN_WORDS.match(view.folded, dated.start) or not _CONVOKED.search(before))
        and not _THEN_CALLED.match(view.folded, dated.end)
    ]
    named = [_told(found, pattern) for pattern in _NAMED_SITTING]
    opening = next((dated for dated, _ in found if _IN_WORDS.match(view.folded, dated.start)), None)
    told = [dated for dated in (*named, opening, *(_told(found, pattern) for pattern in _TOLD_SITTING)) if dated]
    told += _headed(view, found) if told else _hinted(view, found)
    often = Counter(dated.date for dated in told)
    return sorted(told, key=lambda dated: -often[dated.date])


def without_year(view: View, decision: int, called: datetime.date) -> list[Dated]:
    """The day without a year that is named as the sitting's: the first one after its convocation."""
    for match in yearless(view, 0, decision):
        before = view.folded[max(0, match - _BEFORE) : match]
        if any(pattern.search(before) for pattern in (*_NAMED_SITTING, *_TOLD_SITTING, *_HINTED)):
            day = day_after(view, match, called)
            return [day] if day else []
    return []


def _hinted(view: View, found: Sequence[tuple[Dated, str]]) -> list[Dated]:
    """The date of a sitting that no firm form tells: when its members met, or that of the record or the heading."""
    for dated, _ in found:
        before = view.folded[max(0, dated.start - _SENTENCE) : dated.start]
        if _MET.search(before) or any(
            pattern.match(view.folded, dated.end, dated.end + _SENTENCE) for pattern in (_MEETS, _SAT)
        ):
            return [dated]
    for pattern in _HINTED:
        if hinted := _told(found, pattern):
            return [hinted]
    return _headed(view, found)


def _headed(view: View, found: Sequence[tuple[Dated, str]]) -> list[Dated]:
    """The date on a line of its own in the heading."""
    return [dated for dated, before in found if _OWN_LINE.search(before) and _is_headed(view, dated)][:1]


def _is_headed(view: View, dated: Dated) -> bool:
    """Whether a date fills its line, and the line before or after it names the organ or the sitting."""
    end = _LINE_ENDS.match(view.folded, dated.end)
    before = [line for line in view.folded[: dated.start].split("\n")[-7:-1] if line.strip()][-3:]
    after = [line for line in view.folded[end.end() :].split("\n", 3)[:3] if line.strip()][:1] if end else []
    lines = (*before[-1:], *after)
    return bool(after) and not any(map(_POSTED.search, before)) and any(map(_NAMES_SITTING.search, lines))


def differing(told: Sequence[Dated]) -> Iterator[Finding]:
    """The finding on a sitting of which the text tells two dates."""
    if other := next((dated for dated in told if dated.date != told[0].date), None):
        yield Finding(
            "dates-differ",
            "warning",
            f"the sitting is dated {told[0].date} and {other.date}",
            f"la séance est datée du {told[0].date} et du {other.date}",
            (other.start, other.end),
        )


def _told(found: Sequence[tuple[Dated, str]], pattern: regex.Pattern[str]) -> Dated | None:
    return next((dated for dated, before in found if pattern.search(before)), None)


def convocation(view: View, decision: int, sitting: datetime.date | None) -> Dated | None:
    """The date of the convocation; one without a year ("convoqué le 26 mars") is the last before the sitting."""
    told = None
    named = list(dates(view, 0, decision)) if _CALLING & view.words.keys() else []
    if called := next((dated for dated in named if _THEN_CALLED.match(view.folded, dated.end)), None):
        return called
    for match in _CONVOCATION.finditer(view, 0, decision):
        found = first_date(view, match.end(), match.end() + 40)
        if found and (
            _GATHERED.search(view.folded, match.start(), found.start) or _is_another_s(view, match.end(), found)
        ):
            continue
        if found and found.date == sitting and _IN_WORDS.match(view.folded, found.start):
            found = first_date(view, found.end, found.end + 40)
            if found and view.folded.count("\n", match.end(), found.start) == 1:
                return found
        elif found and found.start - match.end() <= 2 and not match[0].endswith("pour le "):
            return found
        if (found := first_date(view, match.start(), match.end() + 40)) and found.date != sitting:
            return found
        if sitting and told is None:
            days = (match.end(), *yearless(view, match.start(), match.end()))
            told = next((day for at in days if (day := last_day(view, at, sitting)) and day.date != sitting), None)
    return told or _torn(view, decision, sitting) or _certified(view, decision)


def _torn(view: View, decision: int, sitting: datetime.date | None) -> Dated | None:
    """The date that other labels, or words of a column beside, have torn from its label on one line.

    Where one of these labels is a date's too, the dates stand in the order of their labels.
    """
    for match in _CONVOCATION.finditer(view, 0, decision) if sitting else ():
        found = first_date(view, match.end(), match.end() + _BEFORE) if match[0].rstrip().endswith(":") else None
        if not found or not sitting or found.date >= sitting:
            continue
        if not (_BREAKS.search(view.folded, match.end(), found.start) or _is_another_s(view, match.end(), found)):
            return found
    return None


def _is_another_s(view: View, label: int, found: Dated) -> bool:
    """Whether a date belongs to another label after this one: that of a posting, and no second date follows."""
    posted = _POSTED_AT.search(view.folded, label, found.start)
    return posted is not None and first_date(view, found.end, found.end + _BEFORE // 2) is None


def _certified(view: View, decision: int) -> Dated | None:
    """The date of the convocation in the sentence that certifies it, which can stand after what was decided."""
    match = _CERTIFIED.search(view, decision)
    return first_date(view, match.end(), match.end() + 40) if match else None
