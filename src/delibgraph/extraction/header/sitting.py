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
    r"(?<![\w/.-])0?(?P<number>\d{1,3})[ ]+(?:(?:conseillers?|membres?|delegues?|elus?|titulaires?)[ ]+)*"
    r"(?P<what>presents|votants|procurations|pouvoirs|en exercice)(?!\w)"
)
"""A total whose figure comes first: "23 membres présents"."""
_FIGURE_LAST = Phrase(
    "presents votants procurations pouvoirs en pris",
    r"(?P<what>presents|votants|procurations|pouvoirs|en[ ]exercice|pris[ ]part[ ](?:au[ ]vote|a[ ]la[ ]deliberation))"
    r"[ ]*:[ ]*(?P<number>\d{1,3})(?!\d)",
)
"""A total in a column beside another ("Canton : SARVIS présents : 23")."""
_GRID = regex.compile(
    r"(?m)^[ |]*(?P<head>[^\n|\t\d]*)(?:[|\t][ ]*(?P<head>[^\n|\t\d]*)){1,6}\n(?:[ |:\t-]*\n){0,2}"
    r"[ |]*(?P<number>\d{1,3})[ ]*(?:[|\t][ ]*(?P<number>\d{1,3})[ ]*){1,6}[|]?[ ]*$"
)
"""A row of labels over a row of figures, in cells that bars or tabs part."""
_TOLD = regex.compile(r"en exercice|presents|votants|procurations|pouvoirs|pris part (?:au vote|a la deliberation)")
_TOTALS = {
    "presents": "present",
    "votants": "votes",
    "pris part au vote": "votes",
    "pris part a la deliberation": "votes",
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
    for label in labels:
        if label.count and label.number is not None and label.start < decision:
            yield label.count, label.number, (label.start, label.end)
    for grid in _GRID.finditer(view.text, 0, decision) if "|" in view.text or "\t" in view.text else ():
        heads = [head for head in zip(grid.captures("head"), grid.spans("head"), strict=True) if head[0].strip()]
        for (head, _), number, span in zip(heads, grid.captures("number"), grid.spans("number"), strict=False):
            if told := _TOLD.search(fold(head)):
                yield _TOTALS[told[0]], int(number), span
    for match in chain(_FIGURE_FIRST.finditer(view.folded, 0, decision), _FIGURE_LAST.finditer(view, 0, decision)):
        if not any(label.start <= match.start() < label.end for label in labels):
            yield _TOTALS[match["what"]], int(match["number"]), match.span()
