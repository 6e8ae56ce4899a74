"""Scores: what was right, missed and invented, item by item, with where the text says it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from delibgraph.facts import Span


@dataclass(frozen=True, slots=True)
class Item:
    """One value of a field, and its place in the text where the extraction gave one."""

    text: str
    span: Span | None = None


@dataclass(slots=True)
class Score:
    """Right, missed and invented items of one field."""

    hits: list[Item] = field(default_factory=list)
    misses: list[Item] = field(default_factory=list)
    inventions: list[Item] = field(default_factory=list)

    @property
    def right(self) -> int:
        """How many were right."""
        return len(self.hits)

    @property
    def missed(self) -> list[str]:
        """What was missed, in words."""
        return [item.text for item in self.misses]

    @property
    def invented(self) -> list[str]:
        """What was invented, in words."""
        return [item.text for item in self.inventions]

    @property
    def precision(self) -> float:
        """Share of what was found that is right; 1 where nothing was found."""
        found = self.right + len(self.inventions)
        return self.right / found if found else 1.0

    @property
    def recall(self) -> float:
        """Share of the gold that was found; 1 where there is none."""
        expected = self.right + len(self.misses)
        return self.right / expected if expected else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    @property
    def exact(self) -> bool:
        """Whether nothing was missed and nothing invented."""
        return not self.misses and not self.inventions

    def add(self, other: Score) -> None:
        """Count another's items too."""
        self.hits += other.hits
        self.misses += other.misses
        self.inventions += other.inventions


@dataclass(frozen=True, slots=True)
class Judged:
    """One document's scores by field; ``findings`` are the codes that it bears, notes of severity info aside."""

    document: str
    scores: Mapping[str, Score]
    findings: tuple[str, ...]

    @property
    def wrong(self) -> bool:
        """Whether any field missed or invented anything."""
        return any(not score.exact for score in self.scores.values())

    @property
    def unaware(self) -> bool:
        """Wrong, and no finding says so."""
        return self.wrong and not self.findings


def total(judged: Iterable[Judged]) -> dict[str, Score]:
    """The scores of all documents by field (micro-averaged)."""
    totals: dict[str, Score] = {}
    for document in judged:
        for name, score in document.scores.items():
            totals.setdefault(name, Score()).add(score)
    return totals
