"""The labelled facts of a sitting: its dates, who chaired, who kept the minutes, the printed totals."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

import regex

from delibgraph.extraction.attendance.labels import Label
from delibgraph.extraction.attendance.names import Mention
from delibgraph.extraction.attendance.roll import Roll
from delibgraph.extraction.header.dating import convocation, differing, sitting_dates, without_year
from delibgraph.extraction.header.officers import read_president, read_secretary
from delibgraph.extraction.text.dates import Dated
from delibgraph.extraction.text.phrases import Phrase
from delibgraph.extraction.text.view import View, fold
from delibgraph.facts import Counts, Finding, Span

_FIGURE_FIRST = regex.compile(
    r"(?<![\w/.'-])0?(?P<number>\d{1,3})[ ]+(?:(?:conseillers?|membres?|delegues?|elus?|titulaires?)[ ]+)*"
    r"(?:(?:sont|etaient|est|ont[ ](?:donne|remis|laisse)(?:[ ]une?)?|ayant[ ](?:donne|remis)(?:[ ]une?)?)[ ]+)?"
    r"(?P<what>presente?s?(?!\s+(?:ou|et|/)\s+repr)|votants?|procurations?|pouvoirs?|en exercice)(?!\w)"
)
"""A total whose figure comes first: "23 membres présents", "12 sont présents"."""
_ROW = regex.compile(
    r"(?<!(?<!\w)\d{1,3}[ ]+(?:\p{L}+[ ]+)?)(?P<head>en exercice|presents|votants|procurations|pouvoirs)"
    r"[ :]+(?P<number>\d{1,3})(?!\d)"
    r"(?:[ ,;|/–-]+(?P<head>en exercice|presents|absents|excuses|votants|procurations|pouvoirs)[ :]+"
    r"(?P<number>\d{1,3})(?!\d))+"
)
"""Totals in a row, each label before its figure: "En exercice 15 Présents 12 Votants 13"."""
_STACK = regex.compile(
    r"(?m)(?:^[ ]*(?P<head>[^\n:]{4,60}?)[ ]*:[ ]*\n){2,7}(?:[ ]*(?P<number>\d{1,3}|\d[^\n]{1,29})[ ]*(?:\n|$)){2,7}"
)
"""Labels one under the other, and then as many figures."""
_NO_TOTAL = regex.compile(
    r"[ ]*(?:/[ ]?\d|\d{3}[ ]?(?:€|euro)|[ ,(]*(?:jusqu|a[ ]partir|a[ ]compter"
    r"|pour[ ]l(?:a|es?)[ ](?:points?|questions?|deliberations?)"
    r"|(?:du|des)[ ]points?))"
)
"""After a figure that holds for some items, or is two."""
_PROXIES_IN = regex.compile(r"[ ,(]*(?:dont|avec|y[ ]compris)[ ](?:\d+[ ])?(?:les[ ])?(?:pouvoirs?|procurations?)")
"""After a figure of those present that counts proxies in."""
_OF_ITEMS = regex.compile(
    r"(?r)(?:^|\n)[^\n:]{0,12}(?:questions?|points?|deliberations?|rapports?|affaires?)[ ]+(?:n°[ ]*)?"
    r"\d[^\n:]{0,30}:[^\n]*$"
)
"""Before a figure that holds for some items: "Questions 1 à 3 : 10 présents"."""
_REACH = 120
_FIGURE_LAST = Phrase(
    "presents votants procurations pouvoirs en pris",
    r"(?P<what>presents|votants|procurations|pouvoirs|en[ ]exercice|pris[ ]part\s+(?:au[ ]vote|a\s+la[ ]deliberation))"
    r"[ ]*:[ ]*(?P<number>\d{1,3})(?!\d)",
)
"""A total in a column beside another ("Canton : SARVIS présents : 23")."""
_GRID = regex.compile(
    r"(?m)^[ |]*(?P<head>[^\n|\t\d]*)(?:[|\t][ ]*(?P<head>[^\n|\t\d]*)){1,6}\n(?:[ |:\t-]*\n){0,2}"
    r"[ |]*(?P<number>\d{1,3})[ ]*(?:[|\t][ ]*(?P<number>\d{1,3})[ ]*){1,6}[|]?[ ]*$"
)
"""A row of labels over a row of figures, in cells that bars or tabs part."""
_TOLD = regex.compile(
    r"en exercice|afferents|presents|votants|procurations|pouvoirs|pris part (?:au vote|a la deliberation)"
)
_TALLIED = regex.compile(
    r"(?<![\w/.'-])(?P<number>\d{1,3})[ ]+votants[ ]*[:,;–-]?[ ]*\d{1,3}[ ]+(?:voix[ ]+)?pour(?!\w)"
)
"""How many voted, before how: "14 votants : 12 pour, 2 contre"."""
_TOTALS = {
    "present": "present",
    "votants": "votes",
    "votant": "votes",
    "pris pa": "votes",
    "procura": "proxies",
    "pouvoir": "proxies",
    "en exer": "in_office",
    "afferen": "in_office",
}
"""What a total counts, by the seven letters with which its label begins."""
_LETTERS = 7


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
    findings: tuple[Finding, ...] = ()


def read_header(view: View, labels: Sequence[Label], roll: Roll, decision: int) -> Header:
    """The header of an act whose decision starts at ``decision``."""
    spans: dict[str, Span] = {}
    told = sitting_dates(view, decision)
    called = convocation(view, decision, told[0].date if told else None)
    told = told or (without_year(view, decision, called.date) if called else [])
    date = _noted(spans, "date", told[0] if told else None)
    convened = _noted(spans, "convocation_date", called)
    president = read_president(view, roll.style, min(decision, roll.end + _AFTER_LISTS), decision)
    secretary = read_secretary(view, roll.style)
    for name, mention in (("president", president), ("secretary", secretary)):
        if mention:
            spans[name] = mention.span
    return Header(
        date,
        convened,
        president,
        secretary,
        _counts([*_figures(view, labels, decision), *roll.totals], spans),
        spans,
        tuple(differing([dated for dated in told if dated.start < (roll.end or decision)])),
    )


def _noted(spans: dict[str, Span], name: str, found: Dated | None) -> datetime.date | None:
    if found is None:
        return None
    spans[name] = (found.start, found.end)
    return found.date


def _counts(figures: Sequence[tuple[str, int, Span]], spans: dict[str, Span]) -> Counts:
    """The printed totals: the first figure of each sort."""
    values: dict[str, int] = {}
    for name, number, span in figures:
        if name not in values:
            values[name] = number
            spans[name] = span
    return Counts(**values)


def _figures(view: View, labels: Sequence[Label], decision: int) -> Iterator[tuple[str, int, Span]]:
    for name, number, span in _printed(view, labels, decision):
        if name == "present" and _PROXIES_IN.match(view.folded, span[1]):
            continue
        if not _NO_TOTAL.match(view.folded, span[1]) and not _OF_ITEMS.search(
            view.folded, max(0, span[0] - _REACH), span[0]
        ):
            yield name, number, span


def _printed(view: View, labels: Sequence[Label], decision: int) -> Iterator[tuple[str, int, Span]]:
    """The figures of labels and of prose, with what each counts."""
    rows = [*_rows(view, _ROW, decision), *_rows(view, _STACK, decision)]
    for label in labels:
        if label.count and label.number is not None and label.start < decision:
            yield label.count, label.number, (label.start, label.end)
    for grid in _GRID.finditer(view.text, 0, decision) if "|" in view.text or "\t" in view.text else ():
        yield from _paired(grid)
    yield from rows
    taken = [*((label.start, label.end) for label in labels), *(span for _, _, span in rows)]
    for match in chain(_FIGURE_FIRST.finditer(view.folded, 0, decision), _FIGURE_LAST.finditer(view, 0, decision)):
        if not any(start <= match.start() < end for start, end in taken):
            yield _total(match["what"]), int(match["number"]), match.span()
    for match in _TALLIED.finditer(view.folded, decision):
        yield "votes", int(match["number"]), match.span("number")


def _rows(view: View, pattern: regex.Pattern[str], decision: int) -> Iterator[tuple[str, int, Span]]:
    for match in pattern.finditer(view.folded, 0, decision):
        if len(match.captures("head")) == len(match.captures("number")):
            yield from _paired(match)


def _paired(match: regex.Match[str]) -> Iterator[tuple[str, int, Span]]:
    """The totals among labels and as many figures."""
    heads = [head for head in match.captures("head") if head.strip()]
    for head, number, span in zip(heads, match.captures("number"), match.spans("number"), strict=False):
        if (told := _TOLD.search(fold(head))) and number.isdigit():
            yield _total(told[0]), int(number), span


def _total(label: str) -> str:
    return _TOTALS[label[:_LETTERS]]
