"""What was judged of names, with what people have decided in its place: one row for each pair of names of an entity."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeAlias

from delibgraph.identity.entities import MACHINE, Judgement
from delibgraph.identity.names import tidy
from delibgraph.identity.rulings import Name, Ruling, Rulings

Stated: TypeAlias = Mapping[Ruling, Ruling]
"""Rulings on names of the bodies as they are known now, each with itself as stated."""
_DECIDED = "decided by a person"
_ORDER = ("same", "different", "undecided", "unsure")


def judged(
    machine: Iterable[Judgement], stated: Stated, known: Mapping[str, Mapping[Name, str]]
) -> tuple[Judgement, ...]:
    """The machine's rows, but for the pairs that people have ruled on, and the rulings on ``known`` names.

    Those are given by sort, each with the key of whom it means.
    """
    rulings = Rulings.of(stated)
    ruled = {(row.sort, frozenset((row.left, row.right))) for row in rulings.rows}
    own = (row for row in machine if (row.about.partition("/")[0], _pair(row)) not in ruled)
    return _one_each([*own, *_decided(rulings, stated, known)])


def printed(names: Mapping[tuple[str, str], str]) -> dict[Name, str]:
    """The keys by name, of keys by body and name as printed."""
    return {Name(body, tidy(name)): key for (body, name), key in sorted(names.items())}


def in_order(rows: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """The rows by whom they are about and by their names."""
    return tuple(sorted(rows, key=lambda row: (row.about, row.left, row.right, row.bodies)))


def _decided(rulings: Rulings, stated: Stated, known: Mapping[str, Mapping[Name, str]]) -> Iterator[Judgement]:
    """The rulings as rows, each about whom its first known name means, in the names in which it was stated."""
    for row in rulings.rows:
        keys = known.get(row.sort, {})
        left, right = keys.get(row.left), keys.get(row.right)
        if left and right:
            own = stated[row]
            yield Judgement(
                f"{row.sort}/{left}", own.left.spelling, own.right.spelling, own.verdict, own.score,
                own.reason or _DECIDED, own.by, own.at, (own.left.body, own.right.body),
            )  # fmt: skip


def _one_each(judgements: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """One judgement for each pair of names of an entity: a person's before the machine's, a join before a refusal,
    then the best score."""
    best: dict[tuple[str, frozenset[Name]], Judgement] = {}
    for row in sorted(
        judgements,
        key=lambda row: (row.by == MACHINE, _ORDER.index(row.judgement), -row.score, row.reason, row.left, row.bodies),
    ):
        best.setdefault((row.about, _pair(row)), row)
    return in_order(best.values())


def _pair(row: Judgement) -> frozenset[Name]:
    return frozenset(Name(body, name) for body, name in zip(row.bodies, (row.left, row.right), strict=True))
