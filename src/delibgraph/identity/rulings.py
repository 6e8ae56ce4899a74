"""What people have decided about names: these two are one, these two are not, this one cannot be told.

A name is known by the body whose acts print it and by its spelling as shown, so a ruling outlives every rebuild and
every new document. Rulings go before all evidence; where they contradict each other, nobody can build what they say.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations, product
from typing import Literal

Sort = Literal["body", "person", "organisation"]
Verdict = Literal["same", "different", "unsure"]


@dataclass(frozen=True, slots=True, order=True)
class Name:
    """A spelling in the acts of the body with this key; of a body's own name, what is printed beside it
    (:attr:`~delibgraph.identity.claims.Claim.mark`)."""

    body: str
    spelling: str

    def __str__(self) -> str:
        """As messages show it."""
        return f"“{self.spelling}” ({self.body})"


@dataclass(frozen=True, slots=True)
class Ruling:
    """One decision of a person on two names; ``at`` is the time in ISO 8601, ``reason`` in their own words."""

    sort: Sort
    left: Name
    right: Name
    verdict: Verdict
    by: str
    at: str = ""
    reason: str = ""
    score: float = 1.0

    @property
    def pair(self) -> tuple[Sort, frozenset[Name]]:
        """What the ruling is about, whichever name comes first."""
        return self.sort, frozenset((self.left, self.right))


class ContradictionError(ValueError):
    """Rulings that cannot all hold, with the chain that shows it."""


@dataclass(frozen=True, slots=True)
class Links:
    """What rulings on one sort say of the names of one body, or of all: pairs that are one, pairs that are not.

    ``joined`` are the names that are one with others, of another body perhaps. ``named`` holds every spelling that a
    ruling speaks of: it stands as a form of its own.
    """

    same: tuple[tuple[Name, Name], ...] = ()
    different: tuple[tuple[Name, Name], ...] = ()
    joined: tuple[Name, ...] = ()

    @property
    def named(self) -> frozenset[Name]:
        """Every name that they speak of."""
        return frozenset(name for pair in (*self.same, *self.different) for name in pair).union(self.joined)


NO_LINKS = Links()
"""Nothing was decided."""


@dataclass(frozen=True, slots=True)
class Rulings:
    """All rulings, one a pair: of two on one pair the later stands."""

    rows: tuple[Ruling, ...] = ()
    _classes: Mapping[tuple[Sort, Name], tuple[Name, ...]] = field(default_factory=dict)

    @classmethod
    def of(cls, rows: Iterable[Ruling]) -> Rulings:
        """The rulings, checked.

        Raises:
            ContradictionError: two names are ruled to be one, through others or not, and to be different.
        """
        latest: dict[tuple[Sort, frozenset[Name]], Ruling] = {}
        for row in sorted(rows, key=lambda row: (row.at, row.verdict, row.by, row.left, row.right, row.reason)):
            latest[row.pair] = row
        kept = tuple(sorted(latest.values(), key=lambda row: (row.sort, row.left, row.right)))
        classes = dict(_classes(kept))
        for row in kept:
            if row.verdict == "different" and row.right in classes.get((row.sort, row.left), (row.left,)):
                raise ContradictionError(_told(kept, row))
        return cls(kept, classes)

    def links(self, sort: Sort, body: str | None = None) -> Links:
        """What follows for the names of a sort, those of one body where one is given.

        Each two of a class are one, also through a name that no act prints now; whoever differs from one of a class
        differs from all of it.
        """
        same = [
            pair
            for known, names in sorted({(known, names) for (known, _), names in self._classes.items()})
            if known == sort
            for pair in combinations(_of(names, body), 2)
        ]
        different = {
            (min(pair), max(pair))
            for row in self.rows
            if row.sort == sort and row.verdict == "different"
            for pair in product(_of(self._class(sort, row.left), body), _of(self._class(sort, row.right), body))
        }
        joined = sorted(name for known, name in self._classes if known == sort and body in (None, name.body))
        return Links(tuple(same), tuple(sorted(different)), tuple(joined))

    def classes(self, sort: Sort) -> list[tuple[Name, ...]]:
        """The names that are ruled to be one, class by class."""
        return sorted({names for (known, _), names in self._classes.items() if known == sort})

    def _class(self, sort: Sort, name: Name) -> tuple[Name, ...]:
        return self._classes.get((sort, name), (name,))


def _of(names: Sequence[Name], body: str | None) -> list[Name]:
    return [name for name in names if body is None or name.body == body]


def _classes(rows: Iterable[Ruling]) -> Iterator[tuple[tuple[Sort, Name], tuple[Name, ...]]]:
    """For each name that is ruled to be another, the names of its class in order."""
    near = _neighbours(rows)
    seen: set[tuple[Sort, Name]] = set()
    for sort, name in sorted(near):
        if (sort, name) in seen:
            continue
        members, waiting = {name}, [name]
        while waiting:
            for other in near[sort, waiting.pop()] - members:
                members.add(other)
                waiting.append(other)
        for member in members:
            seen.add((sort, member))
            yield (sort, member), tuple(sorted(members))


def _neighbours(rows: Iterable[Ruling]) -> dict[tuple[Sort, Name], set[Name]]:
    near: defaultdict[tuple[Sort, Name], set[Name]] = defaultdict(set)
    for row in rows:
        if row.verdict == "same":
            near[row.sort, row.left].add(row.right)
            near[row.sort, row.right].add(row.left)
    return near


def _told(rows: Sequence[Ruling], refused: Ruling) -> str:
    """The contradiction, in words: the shortest chain of names that are one, and the refusal."""
    near, before = _neighbours(rows), {refused.left: refused.left}
    waiting = deque([refused.left])
    while refused.right not in before:
        name = waiting.popleft()
        for other in sorted(near.get((refused.sort, name), ())):
            if before.setdefault(other, name) == name:
                waiting.append(other)
    chain = [refused.right]
    while chain[-1] != refused.left:
        chain.append(before[chain[-1]])
    links = " = ".join(map(str, reversed(chain)))
    return (
        f"decisions contradict each other: {links}, but {refused.left} ≠ {refused.right} "
        f"(decided by {refused.by or 'nobody named'}); withdraw one of them"
    )


NO_RULINGS = Rulings()
"""Nobody has decided anything."""
