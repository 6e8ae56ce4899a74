"""Which forms of a roll are one person: full names joined by slips, short names by the only member whom they fit."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from delibgraph.identity.clusters import Clusters, Decision, Proposal, settle
from delibgraph.identity.namesakes import likely
from delibgraph.identity.roll import Roll
from delibgraph.identity.rulings import NO_LINKS, Links, Name
from delibgraph.identity.similarity import short_slip, surname_slip
from delibgraph.identity.turnover import Change, changes

_APART = "both stand in one list, or at the two ends of one proxy or substitution"


@dataclass(frozen=True, slots=True)
class _Rule:
    """How sure a short name is of the only one whom it fits, and among whom.

    Within an act, people who stand beside the short name are out, and one who is left is meant. In the whole body they
    count: a namesake who is told apart by an initial may have more of them.
    """

    score: float
    among: str
    are_neighbours_out: bool


_EQUAL = 1.0
_INITIALS_IN_ACT = _Rule(0.9, "member of the act", True)
_INITIALS_IN_BODY = _Rule(0.8, "person of the body", False)
_SURNAME = _Rule(0.8, "member of the act", True)
_SLIPPED = _Rule(0.7, "member of the act but for a slip", True)


class Joins:
    """The joins of one roll, made in three steps, each of which builds on the ones before.

    ``decisions`` holds, with each decision, the form that stands for the person whom it is about.
    """

    def __init__(self, roll: Roll, links: Links = NO_LINKS) -> None:
        """Do what people have decided, then join slips, then resolve initials, then surnames alone."""
        self._roll = roll
        self._clusters = Clusters(mention.contexts for mention in roll.whole)
        self._targets: dict[tuple[int, int], int] = {}
        self._clusters.rule(self._nodes(links.same), self._nodes(links.different))
        slips = [*settle(self._clusters, self._equal(), _APART), *self._join_slips(), *self._join_changes()]
        self.decisions = [(self._clusters.find(decision.left), decision) for decision in slips]
        named = roll.by_family()
        full = {family: [n for n in nodes if roll.forms[n].name.is_full] for family, nodes in named.items()}
        self._resolve_short_names(full, initials=True)
        self._resolve_short_names(named, initials=False)
        self.decisions += [(self._clusters.find(row.left), row) for row in likely(self._clusters, roll)]

    def person(self, act: int, node: int) -> int:
        """The form that stands for the person whom a form means in an act."""
        return self._clusters.find(self._targets.get((act, node), node))

    def meanings(self) -> Mapping[int, set[int]]:
        """The persons whom each form means, each by the form that stands for them: one, unless the form is short."""
        meanings = defaultdict(set)
        for node in range(len(self._roll.forms)):
            if self._roll.is_whole(node):
                meanings[node].add(self._clusters.find(node))
        for act, node in self._targets:
            meanings[node].add(self.person(act, node))
        return meanings

    def _nodes(self, pairs: Iterable[tuple[Name, Name]]) -> list[tuple[int, int]]:
        """The pairs as forms; names that no act prints any more are passed over."""
        nodes = self._roll.nodes
        known = ((nodes.get(left.spelling), nodes.get(right.spelling)) for left, right in pairs)
        return [(left, right) for left, right in known if left is not None and right is not None]

    def _equal(self) -> Iterator[Proposal]:
        """Forms of one name that stand alone because people have decided on one of them."""
        first: dict[int, int] = {}
        for node, form in enumerate(self._roll.forms):
            other = first.setdefault(form.equals, node) if self._roll.is_whole(node) else node
            if other != node:
                yield Proposal(other, node, _EQUAL, "equal names")

    def _join_slips(self) -> Iterator[Decision]:
        """Full names with equal given names and surnames a slip apart."""
        blocks: defaultdict[tuple[str, str, str], list[int]] = defaultdict(list)
        for node, form in enumerate(self._roll.forms):
            if form.name.is_full:
                family = form.name.family
                blocks[form.name.first, family[:1], family[-1:]].append(node)
        proposals = []
        for left, right in (pair for block in blocks.values() for pair in combinations(block, 2)):
            score = surname_slip(self._roll.forms[left].name.family, self._roll.forms[right].name.family)
            if self._roll.whole[left].contradicts(self._roll.whole[right]):
                self._clusters.part(left, right)
                if score is not None:
                    yield Decision(left, right, False, score, "surnames a slip apart, but civilities differ")
            elif score is not None:
                proposals.append(Proposal(left, right, score, "equal given names, surnames a slip apart"))
        yield from settle(self._clusters, proposals, _APART)

    def _join_changes(self) -> Iterator[Decision]:
        """Names that stand in each other's place; of a name that is no full one, in the acts that show it alone."""
        forms, full = self._roll.forms, []
        for change in changes(self._roll):
            if forms[change.left].name.is_full and forms[change.right].name.is_full:
                full.append(Proposal(change.left, change.right, change.score, change.reason))
            else:
                yield from self._replace_short(change)
        yield from settle(self._clusters, full, _APART)

    def _replace_short(self, change: Change) -> Iterator[Decision]:
        pair = (change.left, change.right)
        node, whole = pair if self._roll.forms[change.right].name.is_full else pair[::-1]
        for act in sorted(change.acts):
            mention = self._roll.short.get((act, node))
            if mention is None or (act, node) in self._targets or not self._roll.forms[whole].name.is_full:
                continue
            is_apart = self._is_out(whole, act, node)
            if not is_apart:
                self._mean(act, node, whole)
            yield Decision(whole, node, not is_apart, change.score, _APART if is_apart else change.reason)

    def _resolve_short_names(self, families: Mapping[str, Sequence[int]], *, initials: bool) -> None:
        """Find whom each short name means; one that fits nobody or several people is a person of its own."""
        forms, short = self._roll.forms, self._roll.short
        places = [
            (act, node)
            for act, node in short
            if bool(forms[node].name.given) is initials and (act, node) not in self._targets
        ]
        fitting = {node: self._fitting(node, families) for _, node in places}
        # of two short names in an act the one with more letters of the given name says more
        for act, node in sorted(places, key=lambda place: (place[0], -len(forms[place[1]].name.first), place[1])):
            candidates = [
                other for other in fitting[node] if not short[act, node].contradicts(self._roll.mention(act, other))
            ]
            in_act = [other for other in candidates if other in self._roll.named[act]]
            if not candidates:
                target = self._choose(act, node, self._nearly(act, node), _SLIPPED)
            elif not initials:
                target = self._choose(act, node, in_act, _SURNAME)
            elif in_act:
                target = self._choose(act, node, in_act, _INITIALS_IN_ACT)
            else:
                target = self._choose(act, node, candidates, _INITIALS_IN_BODY)
            self._mean(act, node, target)

    def _mean(self, act: int, node: int, target: int) -> None:
        """Note whom a short name means in an act, and what that person is not from now on."""
        self._targets[act, node] = target
        self._clusters.add_contexts(target, self._roll.short[act, node].contexts)
        self._clusters.add_contexts(target, self._clusters.contexts(node))

    def _is_out(self, person: int, act: int, node: int) -> bool:
        """Whether a short name cannot mean the person: they stand side by side, or people have parted them."""
        contexts = self._roll.short[act, node].contexts
        return self._clusters.stands_in(person, contexts) or self._clusters.are_apart(person, node)

    def _fitting(self, node: int, families: Mapping[str, Sequence[int]]) -> list[int]:
        """The forms of the body that the short name can stand for, by its words alone."""
        name = self._roll.forms[node].name
        return [other for other in families.get(name.family, ()) if name.shortens(self._roll.forms[other].name)]

    def _nearly(self, act: int, node: int) -> list[int]:
        """The full names of the act that the short one fits but for a slip."""
        forms, mention = self._roll.forms, self._roll.short[act, node]
        return [
            other
            for other in sorted(self._roll.named[act])
            if forms[other].name.is_full
            and short_slip(forms[node].name, forms[other].name)
            and not mention.contradicts(self._roll.whole[other])
        ]

    def _choose(self, act: int, node: int, fitting: Sequence[int], rule: _Rule) -> int:
        """The one person whom the short name means, else the short name itself."""
        people = {self.person(act, other): other for other in reversed(fitting)}
        apart = {person for person in people if self._is_out(person, act, node)}
        left = people.keys() - apart if rule.are_neighbours_out or not apart else set()
        target = next(iter(left)) if len(left) == 1 else node
        for person, other in people.items():
            if person == target:
                decision = Decision(other, node, True, rule.score, f"short for the only {rule.among} whom it fits")
            else:
                reason = _APART if person in apart else f"short for more than one {rule.among}"
                decision = Decision(node, other, False, rule.score, reason)
            self.decisions.append((target, decision))
        return target
