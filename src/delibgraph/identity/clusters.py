"""Joining under constraints: a union-find whose sets never hold two different things of one context.

A context is a place where names stand side by side and therefore mean different people: the attendance list of an act,
the two ends of a proxy, the two names of a substitution. Two sets that share a context cannot be joined, so the
constraint holds through every chain of joins.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from delibgraph.identity.entities import Judgement, Verdict
from delibgraph.identity.rulings import Name

_TORN = "another name fits as well, and the two are different"


@dataclass(frozen=True, slots=True)
class Proposal:
    """Two nodes that may be one, with a score in [0, 1] and the reason."""

    left: int
    right: int
    score: float
    reason: str


@dataclass(frozen=True, slots=True)
class Decision:
    """What became of a proposal; the reason says why it was refused where it was. ``same`` is ``None`` for likeness
    that is too weak to join and too strong to be passed over: a person should look."""

    left: int
    right: int
    same: bool | None
    score: float
    reason: str

    def judgement(self, about: str, left: Name, right: Name) -> Judgement:
        """The row that a person can review, with names for the nodes."""
        verdict: Verdict = "undecided" if self.same is None else "same" if self.same else "different"
        return Judgement(
            about, left.spelling, right.spelling, verdict, self.score, self.reason, bodies=(left.body, right.body)
        )


class Clusters:
    """Disjoint sets of the nodes 0, 1, 2 …, each node with the contexts (numbers from 0) in which it stands."""

    def __init__(self, contexts: Iterable[Iterable[int]]) -> None:
        """One set for each node."""
        self._contexts = [set(of_node) for of_node in contexts]
        self._kinds: dict[int, set[str]] = {}
        self._parents = list(range(len(self._contexts)))
        self._parted = 0

    def find(self, node: int) -> int:
        """The least node of the set, which stands for it."""
        while (parent := self._parents[node]) != node:
            self._parents[node] = node = self._parents[parent]
        return node

    def are_apart(self, left: int, right: int) -> bool:
        """Whether two sets share a context, and so are known to be different."""
        left, right = self.find(left), self.find(right)
        return left != right and (
            not self._contexts[left].isdisjoint(self._contexts[right]) or self._are_of_two_kinds(left, right)
        )

    def add_kinds(self, node: int, kinds: Iterable[str]) -> None:
        """Say of which kinds the node's set is (a number that it bears): sets that have none in common are apart."""
        self._kinds.setdefault(self.find(node), set()).update(kinds)

    def _are_of_two_kinds(self, left: int, right: int) -> bool:
        kinds = self._kinds.get(left), self._kinds.get(right)
        return kinds[0] is not None and kinds[1] is not None and kinds[0].isdisjoint(kinds[1])

    def stands_in(self, node: int, contexts: Iterable[int]) -> bool:
        """Whether a name of the node's set stands in one of the contexts."""
        return not self._contexts[self.find(node)].isdisjoint(contexts)

    def contexts(self, node: int) -> frozenset[int]:
        """The contexts in which the node's set stands."""
        return frozenset(self._contexts[self.find(node)])

    def add_contexts(self, node: int, contexts: Iterable[int]) -> None:
        """Say that the node's set stands in these contexts too."""
        self._contexts[self.find(node)].update(contexts)

    def part(self, left: int, right: int) -> None:
        """Say that two sets are different, by a context of their own."""
        self._parted -= 1
        self.add_contexts(left, (self._parted,))
        self.add_contexts(right, (self._parted,))

    def rule(self, same: Iterable[tuple[int, int]], different: Iterable[tuple[int, int]]) -> None:
        """Make sets one whatever their contexts, then part others: what people have decided goes first."""
        for left, right in same:
            self.join(left, right, is_ruled=True)
        for left, right in different:
            if self.find(left) != self.find(right):
                self.part(left, right)

    def join(self, left: int, right: int, *, is_ruled: bool = False) -> bool:
        """Make two sets one, unless they are known to be different; tells whether they are one now."""
        left, right = sorted((self.find(left), self.find(right)))
        if self.are_apart(left, right) and not is_ruled:
            return False
        if left != right:
            self._parents[right] = left
            self._contexts[left] |= self._contexts[right]
            self._contexts[right] = set()
            if right in self._kinds:
                self._kinds.setdefault(left, set()).update(self._kinds.pop(right))
        return True

    def sets(self) -> dict[int, list[int]]:
        """The nodes of each set, both in ascending order."""
        sets: defaultdict[int, list[int]] = defaultdict(list)
        for node in range(len(self._parents)):
            sets[self.find(node)].append(node)
        return dict(sets)


def settle(clusters: Clusters, proposals: Iterable[Proposal], apart: str) -> Iterator[Decision]:
    """Join what is proposed, the best score first, of equal scores the least nodes first.

    A node whose equally good partners are known to be different joins none of them. ``apart`` is the reason given where
    the two themselves are known to be different. A join that others have made already is not told again.
    """
    refused = []
    ranked = sorted(proposals, key=lambda proposal: (-proposal.score, proposal.left, proposal.right))
    for _, tier in groupby(ranked, key=lambda proposal: proposal.score):
        equals = list(tier)
        torn = _torn(clusters, equals)
        for proposal in equals:
            left, right, score = proposal.left, proposal.right, proposal.score
            if clusters.find(left) == clusters.find(right):
                continue
            if clusters.are_apart(left, right):
                yield Decision(left, right, False, score, apart)
            elif torn.isdisjoint((left, right)):
                clusters.join(left, right)
                yield Decision(left, right, True, score, proposal.reason)
            else:
                refused.append(Decision(left, right, False, score, _TORN))
    # a later join can have overtaken such a refusal
    yield from (decision for decision in refused if clusters.find(decision.left) != clusters.find(decision.right))


def _torn(clusters: Clusters, proposals: Iterable[Proposal]) -> set[int]:
    """The nodes that have two possible partners which are known to be different."""
    partners: defaultdict[int, list[int]] = defaultdict(list)
    for proposal in proposals:
        for node, partner in ((proposal.left, proposal.right), (proposal.right, proposal.left)):
            if not clusters.are_apart(node, partner):
                partners[node].append(partner)
    return {
        node
        for node, others in partners.items()
        if any(clusters.are_apart(one, other) for n, one in enumerate(others) for other in others[:n])
    }
