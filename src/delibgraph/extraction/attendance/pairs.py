"""Two groups of people, one of which stands for the other: columns that were torn apart, and names told by their rank.

"A, B et C avaient respectivement donné pouvoir à X, Y et Z" and the columns of a table that became one list are paired
where the numbers agree and, without a word between the columns, where those who sit are known; else a finding says so.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import NamedTuple

import regex

from delibgraph.extraction.attendance.lists import List
from delibgraph.extraction.attendance.matching import is_among
from delibgraph.extraction.attendance.names import Mention
from delibgraph.extraction.attendance.relations import Kind, relation
from delibgraph.extraction.attendance.roll import Roll
from delibgraph.extraction.text.tokens import ROLE
from delibgraph.extraction.text.view import View
from delibgraph.facts import Finding, Span

_COLUMN = regex.compile(r"[\s,;.]*\n\s*(?:a|par)[ ]*:\s*")
_AND = regex.compile(
    rf"(?:[ ]*,[ ]*{ROLE})?[ ]*(?:\([^()]*\))?\s*(?:,|;|,?\s*(?P<and>et))\s*"
    r"(?:(?:a|au|par|de|du|d')[ ]*)?(?:l[ea]s?[ ])?"
)
"""Between two people of one group."""
_SEVERAL = regex.compile(r"(?<!\w)(?:ont|avaient|sont|etaient|furent)(?!\w)")
_BY_RANK = regex.compile(r"(?<!\w)(?:respecti(?:vement|fs?|ves?)|dans l'ordre|(?:de|par) rang)(?!\w)")
_PARTING = " ,;.\n"
"""Marks that part two entries and join nobody."""
_AFTER = 20
"""Characters after the last holder in which "respectivement" can stand."""
_FEWEST_PRESENT = 3
"""Members present from which on a list says who can hold a proxy."""


@dataclass(frozen=True, slots=True)
class Link:
    """One entry of a list: a person, and the other one that the entry names, if any.

    ``other_role`` is a holder named by office alone; ``told`` is where remarks on the entry stand: from the person's
    end to the next entry.
    """

    person: Mention
    kind: Kind | None
    told: Span
    other: Mention | None = None
    other_role: str | None = None


class Groups(NamedTuple):
    """People from ``first`` to ``cut`` and from there to ``end``, each told of the one with the same rank."""

    first: int
    cut: int
    end: int
    links: Sequence[Link]


def torn(view: View, listed: List, roll: Roll) -> list[Link]:
    """The entries of a list in two columns, one after the other or by turns: paired, or told; none where it has one."""
    people = listed.people
    if listed.state == "present":
        return []
    cuts = (i for i in range(1, len(people)) if _COLUMN.fullmatch(view.folded, people[i - 1].end, people[i].outer))
    cut = listed.holders or next(cuts, 0)
    if cut:
        return _by_rank(people[:cut], people[cut:], roll)
    if listed.state not in ("proxy", "represented") or not _are_unjoined(view, people):
        return []
    return _by_presence(people, roll)


def _are_unjoined(view: View, people: Sequence[Mention]) -> bool:
    """Whether nothing says how any of several people is told of the next."""
    gaps = [view.folded[before.end : after.outer] for before, after in pairwise(people)]
    return bool(gaps) and all(relation(gap) is None and "(" not in gap for gap in gaps)


def _by_presence(people: Sequence[Mention], roll: Roll) -> list[Link]:
    """Grantors and holders run together: who sits holds a proxy, who does not gave one."""
    present = [entry.person for entry in roll.attendance if entry.status == "present"]
    if len(present) < _FEWEST_PRESENT:
        return []
    sits = [is_among(person.name, present) for person in people]
    half = len(people) // 2
    if 3 * sum(sits) < len(people):
        return []
    if sits == [False, True] * half:
        return _by_rank(people[::2], people[1::2], roll)
    grantors = [person for person, sitting in zip(people, sits, strict=True) if not sitting]
    holders = [person for person, sitting in zip(people, sits, strict=True) if sitting]
    if sits == [False] * half + [True] * half:
        return _by_rank(grantors, holders, roll)
    roll.findings.append(_unpaired(grantors or people, holders))
    return _alone(grantors)


def _by_rank(grantors: Sequence[Mention], holders: Sequence[Mention], roll: Roll) -> list[Link]:
    if len(grantors) == len(holders):
        return _paired(grantors, "gives-to", holders)
    roll.findings.append(_unpaired(grantors, holders))
    return _alone(grantors)


def _paired(people: Sequence[Mention], kind: Kind, others: Sequence[Mention]) -> list[Link]:
    return [
        Link(person, kind, (person.end, person.end), other=other) for person, other in zip(people, others, strict=True)
    ]


def _alone(people: Sequence[Mention]) -> list[Link]:
    return [Link(person, None, (person.end, person.end)) for person in people]


def _unpaired(grantors: Sequence[Mention], holders: Sequence[Mention]) -> Finding:
    english = f"{len(grantors)} grantors and {len(holders)} holders in two columns cannot be paired"
    french = f"{len(grantors)} mandants et {len(holders)} mandataires en deux colonnes ne peuvent être appariés"
    both = sorted((person.outer, person.end) for person in [*grantors, *holders])
    return Finding("unpaired-proxies", "warning", english, french, (both[0][0], max(end for _, end in both)))


def ranked(view: View, listed: List, roll: Roll) -> Iterator[Groups]:
    """The groups of a list that one verb joins, in order: "A et B ont donné pouvoir à X et Y"."""
    people, done = listed.people, 0
    for cut in range(1, len(people)):
        gap = view.folded[people[cut - 1].end : people[cut].outer]
        if not gap.strip(_PARTING):
            continue
        several = _SEVERAL.search(gap) or _BY_RANK.search(gap)
        kind = relation(gap) if cut > done and (several or " par" in gap or "ayant" in gap) else None
        if kind in (None, "without", "opens", "excused"):
            continue
        found = _groups(view, people, done, cut, kind, roll, several=bool(several))
        if found:
            done = found.end
            yield found


def _groups(
    view: View, people: Sequence[Mention], done: int, cut: int, kind: Kind, roll: Roll, *, several: bool
) -> Groups | None:
    """The two groups on either side of a verb, ``None`` where it joins but one person to another."""
    first, end = cut - 1, cut + 1
    while first > done and _AND.fullmatch(view.folded, people[first - 1].end, people[first].outer):
        first -= 1
    while end < len(people) and _AND.fullmatch(view.folded, people[end - 1].end, people[end].outer):
        end += 1
    reach = view.folded[people[cut - 1].end : people[cut].outer] + " " + view.folded[people[end - 1].end :][:_AFTER]
    told = _BY_RANK.search(reach) is not None
    one, others = people[first:cut], people[cut:end]
    if told and len(one) > 1 and len(one) != len(others):
        roll.findings.append(_unpaired(one, others))
        return Groups(first, cut, end, _alone(one))
    closed = _is_closed(view, one)
    if told or (several and closed and len(others) > 1 and _is_closed(view, others)):
        return Groups(first, cut, end, _paired(one, kind, others)) if 1 < len(one) == len(others) else None
    if several and closed and len(one) == 2 and len(others) == 1 and kind == "gives-to":
        return Groups(first, cut, end, _paired(one, kind, [others[0]] * 2))
    return None


def _is_closed(view: View, group: Sequence[Mention]) -> bool:
    """Whether "et" joins the last two of a group, which nobody else belongs to."""
    joint = _AND.fullmatch(view.folded, group[-2].end, group[-1].outer) if len(group) > 1 else None
    return joint is not None and joint["and"] is not None


def part(listed: List, first: int, end: int) -> List:
    """A stretch of a list's people, up to where the next of them stands."""
    limit = listed.people[end].outer if end < len(listed.people) else listed.end
    return replace(listed, people=listed.people[first:end], end=limit)
