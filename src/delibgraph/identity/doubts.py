"""Bodies that may be one: a person should look at them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from delibgraph.facts import Act
from delibgraph.identity.claims import Claim
from delibgraph.identity.entities import Judgement
from delibgraph.identity.likeness import pairs
from delibgraph.identity.names import words
from delibgraph.identity.rulings import Name
from delibgraph.identity.similarity import deletions

_EQUAL, _SLIPPED, _SHARED = 0.6, 0.5, 0.3
"""Scores of one name and of one letter between two, and what members in common add."""
_SHORTEST, _FEWEST_IN_COMMON = 6, 3

Rosters = Callable[[Sequence[Act]], Iterable[Act]]
"""Given the outlines of acts, the same acts with their lists, which may lie on disk."""


@dataclass(frozen=True, slots=True)
class Known:
    """A body as it is shown, with what its acts say of it."""

    name: Name
    claims: Sequence[Claim]
    acts: Sequence[Act]
    rosters: Rosters

    @property
    def letters(self) -> frozenset[str]:
        """Its normal names, run together."""
        return frozenset("".join(claim.normal) for claim in self.claims if claim.normal)

    def marks(self) -> tuple[set[str], set[str], set[str]]:
        """The SIRENs, kinds and departments that its acts give."""
        return (
            {claim.siren for claim in self.claims if claim.siren},
            {claim.kind for claim in self.claims if claim.kind},
            {claim.where for claim in self.claims if claim.where},
        )

    def members(self) -> set[tuple[str, ...]]:
        """Who stands in its lists."""
        acts = self.rosters(self.acts)
        return {tuple(sorted(words(entry.person))) for act in acts for entry in act.sitting.attendance}


def doubts(known: Mapping[str, Known], parted: Collection[frozenset[str]] = ()) -> Iterator[Judgement]:
    """Pairs of bodies of one name, or one letter apart, that no SIREN, kind or department tells apart.

    ``parted`` are the keys of those that people have told apart.
    """
    keys = list(known)
    for left, right in pairs([known[key].letters for key in keys], _near):
        if frozenset((keys[left], keys[right])) in parted:
            continue
        one, other = known[keys[left]], known[keys[right]]
        if (likeness := _likeness(one, other)) is None:
            continue
        score, reason = likeness
        mine, theirs = one.members(), other.members()
        common = len(mine & theirs)
        if common >= _FEWEST_IN_COMMON and 2 * common >= min(len(mine), len(theirs)):
            score, reason = score + _SHARED, f"{reason}; their lists have {common} names in common"
        yield Judgement(
            f"body/{keys[left]}", one.name.spelling, other.name.spelling, "undecided", score, reason,
            bodies=(one.name.body, other.name.body),
        )  # fmt: skip


def _near(letters: frozenset[str]) -> set[str]:
    return {part for name in letters for part in (name, *(deletions(name) if len(name) >= _SHORTEST else ()))}


def _likeness(one: Known, other: Known) -> tuple[float, str] | None:
    """How like two bodies are, and why; ``None`` where something tells them apart."""
    (sirens, *mine), (others, *theirs) = one.marks(), other.marks()
    if any(left and right and left.isdisjoint(right) for left, right in zip(mine, theirs, strict=True)):
        return None
    if sirens and others:
        is_misread = any(OSA.distance(left, right) == 1 for left in sirens for right in others)
        is_near = is_misread and not one.letters.isdisjoint(other.letters)
        return (_EQUAL, "one name, and SIRENs one figure apart") if is_near else None
    if not one.letters.isdisjoint(other.letters):
        return _EQUAL, "one name; the SIREN, kind or department that tells them apart is not printed in both"
    for left in one.letters:
        for right in other.letters:
            if _is_slip(left, right):
                return _SLIPPED, "one letter apart, which can be another name"
    return None


def _is_slip(left: str, right: str) -> bool:
    has_figures = any(map(str.isdecimal, left + right))
    return min(len(left), len(right)) >= _SHORTEST and not has_figures and OSA.distance(left, right) == 1
