"""Who takes whose place between one list and the next: the evidence that a changed name is one member's.

The lists of one organ name the same members again and again. Where a list lacks one name of the list before and has
one new name instead, a letter or two apart, the page was misread or mistyped, or a surname has changed by marriage.
Only names that are new or gone are compared, so the work grows with the number of acts.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from delibgraph.identity.organs import organ_slug
from delibgraph.identity.people import PersonName
from delibgraph.identity.roll import Roll
from delibgraph.identity.similarity import name_slips

_FEWEST = 3
"""Names of the shortest list that says something about who is missing from it."""
_RETURNED, _REPLACED, _RENAMED, _BESIDE = 0.9, 0.8, 0.8, 0.85
_MOST_SLIPS = 2


@dataclass(frozen=True, slots=True)
class Change:
    """Two forms of which one stands in the other's place, with a score, a reason, and the acts that show it."""

    left: int
    right: int
    score: float
    reason: str
    acts: frozenset[int]


def changes(roll: Roll) -> Iterator[Change]:
    """The changed names, each pair once, in the order of the forms."""
    listed = [{roll.node(entry.person) for entry in act.sitting.attendance} for act in roll.acts]
    yield from _replaced(roll, listed)
    yield from _misprinted(roll, listed)


def _replaced(roll: Roll, listed: list[set[int]]) -> Iterator[Change]:
    turns: defaultdict[tuple[int, int], set[int]] = defaultdict(set)
    ways: Counter[tuple[int, int]] = Counter()
    for before, after in _adjacent(roll, listed):
        gone, new = listed[before] - listed[after], listed[after] - listed[before]
        for left in gone:
            for right in new:
                if _renamed(roll, left, right) or _slips(roll, left, right) is not None:
                    ways[left, right] += 1
                    turns[min(left, right), max(left, right)] |= {before, after}
    for (left, right), acts in sorted(turns.items()):
        is_back = bool(ways[left, right] and ways[right, left])
        slips = _slips(roll, left, right)
        if slips is None:
            reason = "equal given names, and one surname, longer by a second one, takes the other's place in the lists"
            yield Change(left, right, _RENAMED, reason, frozenset(acts))
        elif is_back or (slips == 1 and _end_alike(roll.forms[left].name, roll.forms[right].name)):
            reason = "a slip apart, and one takes the other's place in the lists" + (" for a while" * is_back)
            yield Change(left, right, _RETURNED if is_back else _REPLACED, reason, frozenset(acts))


def _misprinted(roll: Roll, listed: list[set[int]]) -> Iterator[Change]:
    """Names that no list holds, one slip from one member listed in each act that prints them."""
    known = set().union(*listed)
    fitting: dict[int, set[int]] = {}
    acts: defaultdict[int, set[int]] = defaultdict(set)
    for act, named in enumerate(roll.named):
        if len(listed[act]) < _FEWEST:
            known |= named
            continue
        for node in named - known:
            near = {other for other in listed[act] if _slips(roll, node, other) == 1}
            fitting[node] = fitting.get(node, near) & near
            acts[node].add(act)
    for node, near in sorted(fitting.items()):
        if len(near) == 1 and node not in known:
            reason = "a slip from the only member listed whom it is near to"
            (other,) = near
            yield Change(min(node, other), max(node, other), _BESIDE, reason, frozenset(acts[node]))


def _adjacent(roll: Roll, listed: list[set[int]]) -> Iterator[tuple[int, int]]:
    """The acts that follow each other in one organ's time; acts without date or list are left out."""
    organs: defaultdict[str, list[int]] = defaultdict(list)
    for index, act in enumerate(roll.acts):
        if act.sitting.date and len(listed[index]) >= _FEWEST:
            organs[organ_slug(act.sitting.organ)].append(index)
    for acts in organs.values():
        acts.sort(key=lambda index: (str(roll.acts[index].sitting.date), index))
        yield from pairwise(acts)


def _slips(roll: Roll, left: int, right: int) -> int | None:
    """How many slips two names are apart, ``None`` for too many or for civilities that differ."""
    if roll.whole[left].contradicts(roll.whole[right]):
        return None
    slips = name_slips(roll.forms[left].name, roll.forms[right].name)
    return slips if slips is not None and slips <= _MOST_SLIPS else None


def _renamed(roll: Roll, left: int, right: int) -> bool:
    """Whether one name is the other with a second surname, at its start or end."""
    one, other = roll.forms[left].name, roll.forms[right].name
    if not (one.is_full and other.is_full and one.given[0][0] == other.given[0][0]):
        return False
    is_possible = one.first == other.first and one.family != other.family
    return is_possible and not roll.whole[left].contradicts(roll.whole[right]) and _is_part(one, other)


def _end_alike(one: PersonName, other: PersonName) -> bool:
    """Whether the surnames end alike: who comes for good with another end may be a successor (Durand, Durant)."""
    return one.family[-1:] == other.family[-1:]


def _is_part(one: PersonName, other: PersonName) -> bool:
    shorter, longer = sorted((one.surname, other.surname), key=len)
    return longer[: len(shorter)] == shorter or longer[len(longer) - len(shorter) :] == shorter
