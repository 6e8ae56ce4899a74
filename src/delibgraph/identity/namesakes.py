"""Full names of one body that are near and not joined: pairs that a person should look at."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from rapidfuzz.distance import OSA

from delibgraph.identity.clusters import Clusters, Decision
from delibgraph.identity.people import PersonName
from delibgraph.identity.roll import Roll

_UNSURE, _MOST_SLIPS, _SHORTEST = 0.5, 2, 4


def likely(clusters: Clusters, roll: Roll) -> Iterator[Decision]:
    """The near pairs that nothing speaks against: no list names both, no civility and no decision parts them."""
    blocks: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for node, form in enumerate(roll.forms):
        if form.name.is_full:
            blocks["given", form.name.first].append(node)
            blocks["surname", form.name.family].append(node)
    told: set[tuple[int, int]] = set()
    for left, right in sorted({pair for block in blocks.values() for pair in combinations(block, 2)}):
        people = clusters.find(left), clusters.find(right)
        if people in told or people[0] == people[1] or clusters.are_apart(left, right):
            continue
        if roll.whole[left].contradicts(roll.whole[right]):
            continue
        if reason := _near(roll.forms[left].name, roll.forms[right].name):
            told |= {people, people[::-1]}
            yield Decision(left, right, None, _UNSURE, reason)


def _near(one: PersonName, other: PersonName) -> str | None:
    """In what two names are near."""
    if one.first == other.first:
        shorter, longer = sorted((one.surname, other.surname), key=len)
        if longer[: len(shorter)] == shorter or longer[len(longer) - len(shorter) :] == shorter:
            return "equal given names, one surname is a part of the other"
        if _slips(one.family, other.family):
            return "equal given names, surnames a letter or two apart"
    if one.family == other.family and OSA.distance(one.first, other.first, score_cutoff=1) == 1:
        return "equal surnames, given names a letter apart"
    return None


def _slips(one: str, other: str) -> bool:
    most = _MOST_SLIPS if min(len(one), len(other)) > _SHORTEST + _MOST_SLIPS else 1
    return min(len(one), len(other)) >= _SHORTEST and 0 < OSA.distance(one, other, score_cutoff=most) <= most
