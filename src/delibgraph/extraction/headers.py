"""The labelled facts of a sitting: its dates, who chaired, who kept the minutes, the printed totals."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

import regex

from delibgraph.extraction.dates import Dated, dates, first_date, last_day
from delibgraph.extraction.labels import Label
from delibgraph.extraction.names import Mention
from delibgraph.extraction.officers import read_president, read_secretary
from delibgraph.extraction.phrases import Phrase
from delibgraph.extraction.roll import Roll
from delibgraph.extraction.view import View
from delibgraph.facts import Counts, Span

_ORGAN = r"(?:conseil|bureau|comite|commission|assemblee)"
_DAY = r"(?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)[ ]+)?"
_NAMED_SITTING = tuple(
    regex.compile(pattern, regex.VERBOSE)
    for pattern in (
        # "Séance ordinaire du Conseil municipal du lundi …"
        rf"""(?r)
        (?:seance|reunion)[ \n]+ (?:(?:ordinaire|publique|extraordinaire)[ ]+)?
        (?:du[ \n]+{_ORGAN}[^\n.:]{{0,60}}?)? (?:du|de|en[ ]date[ ]du)?[ \n]*:?[ ]* {_DAY}$
        """,
        # "Bureau métropolitain du …", "Conseil municipal – …"
        rf"(?r){_ORGAN}[^\n.:]{{0,60}}?[ ](?:du|de[ ]ce|[-–•])[ \n]*{_DAY}$",
    )
)
_TOLD_SITTING = tuple(
    regex.compile(pattern, regex.VERBOSE)
    for pattern in (
        # "s'est réuni à la mairie le …"
        rf"(?r)(?:reunie?s?|tenue?s?|siege|assemblee?s?)[^\n.:]{{0,40}}[ ](?:le|du)[ ]+{_DAY}$",
        # "Date de la séance : …"
        rf"(?r)date[ ]+(?:de[ ]+la[ ]+|de[ ]+)?(?:seance|reunion|{_ORGAN})[ ]*:?[ ]*$",
    )
)
"""What stands before the date of a sitting, read backwards from it, strongest first; a date all in words comes between
the two rows."""
_IN_WORDS = regex.compile(r"l[' ]?an[ ]")
_EARLIER = regex.compile(
    r"""(?r)
      (?:approbation|adoption|observations?|(?<!\w)vu(?!\w))[^\n]{0,80}$
    | (?:deliberation[ ]+n|convention)[^\n]{0,50}$
    | (?<!\w)(?:dernier|precedent)e?[ ][^\n]{0,60}$
    | (?:lors[ ]+d|sa[ ]+seance|precedente?)[^\n]{0,40}$
    | (?<!\w)(?:le|au|du)[ ]+(?:proces[- ]verbal|compte[- ]rendu|p\.?v\.?)[ ]+de[ ][^\n]{0,50}$
    """,
    regex.VERBOSE,
)
"""What stands before the date of another act or sitting."""
_APPROVED = regex.compile(r"[ ,]*(?:n'appel\w+[^.]{0,60}?)?(?:est|sont|a[ ]ete)[ ]+(?:adopte|approuve)")
_BEFORE = 100
"""Characters before a date that say what it is the date of."""
_CONVOCATION = Phrase(
    "date convocation convocations convoque convoquee convoques convoquees",
    rf"""
    (?: date[ ]+(?:de[ ]+(?:la[ ]+)?|d')?convocation[^\n:\d]{{0,60}}
      | (?<!date[ ])convocations?(?:[^\n.:\d]|(?<=[ ]m)\.){{0,80}}
      | convoquee?s?[^\n.:\d]{{0,40}} )
    (?:du|le|en[ ]date[ ]du|:)?[ ]*:?[ ]*(?:le[ ]+)?{_DAY}\n?
    """,
)
_FIGURE_FIRST = regex.compile(
    r"(?<![\w/.-])0?(?P<number>\d{1,3})[ ]+(?:(?:conseillers?|membres?|delegues?|elus?|titulaires?)[ ]+)*"
    r"(?P<what>presents|votants|procurations|pouvoirs|en exercice)(?!\w)"
)
"""A total whose figure comes first: "23 membres présents"."""
_FIGURE_LAST = Phrase(
    "presents votants procurations pouvoirs en",
    r"(?P<what>presents|votants|procurations|pouvoirs|en[ ]exercice)[ ]*:[ ]*(?P<number>\d{1,3})(?!\d)",
)
"""A total in a column beside another ("Canton : SARVIS présents : 23")."""
_TOTALS = {
    "presents": "present",
    "votants": "votes",
    "procurations": "proxies",
    "pouvoirs": "proxies",
    "en exercice": "in_office",
}


_AFTER_LISTS = 1000
"""Characters after the lists in which a chair is still the sitting's, and not a committee's."""


@dataclass(frozen=True, slots=True)
class Header:
    """The header's facts; ``spans`` says where each stands, by the sitting's field names."""

    date: datetime.date | None
    convocation_date: datetime.date | None
    president: Mention | None
    secretary: Mention | None
    counts: Counts
    spans: dict[str, Span]


def read_header(view: View, labels: Sequence[Label], roll: Roll, decision: int) -> Header:
    """The header of an act whose decision starts at ``decision``."""
    spans: dict[str, Span] = {}
    date = _noted(spans, "date", _sitting_date(view, decision))
    convocation = _noted(spans, "convocation_date", _convocation(view, decision, date))
    president = read_president(view, roll.style, min(decision, roll.end + _AFTER_LISTS), decision)
    secretary = read_secretary(view, roll.style)
    for name, mention in (("president", president), ("secretary", secretary)):
        if mention:
            spans[name] = mention.span
    return Header(
        date,
        convocation,
        president,
        secretary,
        _counts([*_figures(view, labels, decision), *roll.totals], spans),
        spans,
    )


def _noted(spans: dict[str, Span], name: str, found: Dated | None) -> datetime.date | None:
    if found is None:
        return None
    spans[name] = (found.start, found.end)
    return found.date


def _sitting_date(view: View, decision: int) -> Dated | None:
    """The date that stands nearest to the word for a sitting; those of convocations and earlier minutes don't."""
    found = [
        (dated, before)
        for dated in dates(view, 0, decision)
        if not _EARLIER.search(before := view.folded[max(0, dated.start - _BEFORE) : dated.start])
        and not _APPROVED.match(view.folded, dated.end)
    ]
    return (
        _told(found, _NAMED_SITTING)
        or next((dated for dated, _ in found if _IN_WORDS.match(view.folded, dated.start)), None)
        or _told(found, _TOLD_SITTING)
    )


def _told(found: Sequence[tuple[Dated, str]], patterns: Sequence[regex.Pattern[str]]) -> Dated | None:
    return next((dated for pattern in patterns for dated, before in found if pattern.search(before)), None)


def _convocation(view: View, decision: int, sitting: datetime.date | None) -> Dated | None:
    """The date of the convocation; one without a year ("convoqué le 26 mars") is the last before the sitting."""
    yearless = None
    for match in _CONVOCATION.finditer(view, 0, decision):
        found = first_date(view, match.end(), match.end() + 40)
        if found and found.start - match.end() <= 2:
            return found
        if (found := first_date(view, match.start(), match.end() + 40)) and found.date != sitting:
            return found
        if sitting and yearless is None:
            yearless = last_day(view, match.end(), sitting)
    return yearless


def _counts(figures: Sequence[tuple[str, int, Span]], spans: dict[str, Span]) -> Counts:
    """The printed totals: the first figure of each sort."""
    values: dict[str, int] = {}
    for name, number, span in figures:
        if name not in values:
            values[name] = number
            spans[name] = span
    return Counts(**values)


def _figures(view: View, labels: Sequence[Label], decision: int) -> Iterator[tuple[str, int, Span]]:
    for label in labels:
        if label.count and label.number is not None and label.start < decision:
            yield label.count, label.number, (label.start, label.end)
    for match in chain(_FIGURE_FIRST.finditer(view.folded, 0, decision), _FIGURE_LAST.finditer(view, 0, decision)):
        if not any(label.start <= match.start() < label.end for label in labels):
            yield _TOTALS[match["what"]], int(match["number"]), match.span()
