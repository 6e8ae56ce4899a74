"""The acts in a file: where each begins, and their spans put back into the whole text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from itertools import pairwise
from typing import Any

import regex

from delibgraph.facts import Act, Span

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

    def at(span: Span | None) -> Any:
        return None if span is None else (span[0] + by, span[1] + by)

    def all_at(spans: Mapping[str, Span]) -> dict[str, Span]:
        return {name: at(span) for name, span in spans.items()}

    def each(facts: tuple[Any, ...]) -> tuple[Any, ...]:
        return tuple(replace(fact, span=at(fact.span)) for fact in facts)

    sitting = act.sitting
    return replace(
        act,
        findings=each(act.findings),
        sitting=replace(
            sitting, attendance=each(sitting.attendance), proxies=each(sitting.proxies), spans=all_at(sitting.spans)
        ),
        deliberations=tuple(
            replace(
                deliberation,
                span=at(deliberation.span),
                spans=all_at(deliberation.spans),
                vote=deliberation.vote and replace(deliberation.vote, span=at(deliberation.vote.span)),
                funding=each(deliberation.funding),
                organisations=each(deliberation.organisations),
            )
            for deliberation in act.deliberations
        ),
    )
