"""The labelled facts of a sitting: its dates, who chaired, who kept the minutes, the printed totals."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from delibgraph.extraction.attendance.meanings import Label
from delibgraph.extraction.attendance.names import Mention
from delibgraph.extraction.attendance.roll import Roll
from delibgraph.extraction.header.dating import convocation, differing, sitting_dates, without_year
from delibgraph.extraction.header.officers import read_president, read_secretary
from delibgraph.extraction.header.totals import read_counts
from delibgraph.extraction.text.dates import Dated
from delibgraph.extraction.text.view import View
from delibgraph.facts import Counts, Finding, Span

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
        read_counts(view, labels, decision, roll.totals, spans),
        spans,
        tuple(differing([dated for dated in told if dated.start < (roll.end or decision)])),
    )


def _noted(spans: dict[str, Span], name: str, found: Dated | None) -> datetime.date | None:
    if found is None:
        return None
    spans[name] = (found.start, found.end)
    return found.date
