"""The acts in a file: where each begins, and their spans put back into the whole text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from itertools import pairwise
from typing import Any

import regex

from delibgraph.facts import Act, Deliberation, Span

_HEADING = regex.compile(
    r"(?i)(?<=(?:\A|\n)[ \t*#_]*)extrait[ ]+d(?:u|es)[ ]+registres?[ ]+des[ ]+d[ée]lib[ée]rations",
)


def split(text: str) -> list[Span]:
    """The stretches that hold one act each: a file of extracts has one registry heading an act."""
    starts = [match.start() for match in _HEADING.finditer(text)]
    cuts = [0, *starts[1:], len(text)]
    return list(pairwise(cuts))


def moved(act: Act, by: int) -> Act:
    """The act with every span moved by so many characters."""
    if by == 0:
        return act
    sitting = act.sitting
    return replace(
        act,
        findings=_each(act.findings, by),
        sitting=replace(
            sitting,
            attendance=_each(sitting.attendance, by),
            proxies=_each(sitting.proxies, by),
            spans=_all_at(sitting.spans, by),
        ),
        deliberations=tuple(moved_deliberation(deliberation, by) for deliberation in act.deliberations),
    )


def moved_deliberation(deliberation: Deliberation, by: int) -> Deliberation:
    """The deliberation with every span moved by so many characters."""
    vote = deliberation.vote
    return replace(
        deliberation,
        span=_at(deliberation.span, by),
        spans=_all_at(deliberation.spans, by),
        vote=vote and replace(vote, span=_at(vote.span, by)),
        funding=_each(deliberation.funding, by),
        organisations=_each(deliberation.organisations, by),
    )


def _at(span: Span | None, by: int) -> Any:
    return None if span is None else (span[0] + by, span[1] + by)


def _all_at(spans: Mapping[str, Span], by: int) -> dict[str, Span]:
    return {name: _at(span, by) for name, span in spans.items()}


def _each(facts: tuple[Any, ...], by: int) -> tuple[Any, ...]:
    return tuple(replace(fact, span=_at(fact.span, by)) for fact in facts)
