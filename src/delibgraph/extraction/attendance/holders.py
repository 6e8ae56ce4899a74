"""Holders of proxies listed apart from their grantors: under a heading of their own, or below the next headings.

A page in columns read row by row has the grantors first, other headings, and then "Par M. A", "Par Mme B".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from delibgraph.extraction.attendance.lists import List
from delibgraph.extraction.attendance.names import Mention
from delibgraph.extraction.attendance.relations import relation
from delibgraph.extraction.text.view import View

_BY = "Par "
"""With its capital it begins a cell."""


def with_holders(view: View, lists: Sequence[List]) -> list[List]:
    """The lists, holders who stand apart joined to the grantors before."""
    found: list[List] = []
    for listed in lists:
        start, end = _displaced(view, listed.people)
        before = [*found, replace(listed, people=listed.people[:start])]
        at = next((i for i in range(len(before) - 1, -1, -1) if _lacks_holders(view, before[i])), None)
        if start == end or at is None:
            found.append(listed)
            continue
        before[-1] = replace(listed, people=[*listed.people[:start], *listed.people[end:]])
        people = [*before[at].people[: len(before[at].people)]]
        if at == len(before) - 1:
            people = people[:start]
        before[at] = replace(before[at], people=[*people, *listed.people[start:end]], holders=len(people))
        found = before
    return _headed(view, found)


def _displaced(view: View, people: Sequence[Mention]) -> tuple[int, int]:
    """The first run of people each behind "Par", which no grantor on their line gave anything."""
    start = 0
    while start < len(people):
        line = view.plain[people[start - 1].end if start else 0 : people[start].outer]
        if line.endswith(_BY) and (not start or "\n" in line):
            break
        start += 1
    end = start
    while end < len(people) and view.plain.endswith(_BY, 0, people[end].outer):
        end += 1
    return start, end


def _lacks_holders(view: View, listed: List) -> bool:
    """Whether people gave proxies, to whom is not said."""
    return listed.state in ("represented", "proxy") and _are_alone(view, listed)


def _headed(view: View, lists: Sequence[List]) -> list[List]:
    """The lists, those of holders under a heading of their own ("Pouvoir donné à") joined to the grantors before."""
    found: list[List] = []
    for listed in lists:
        grantors = found[-1] if found else None
        if grantors and listed.label.holders and _are_alone(view, listed) and _are_alone(view, grantors):
            found[-1] = replace(
                grantors,
                state="proxy",
                end=listed.end,
                tokens=[*grantors.tokens, *listed.tokens],
                people=[*grantors.people, *listed.people],
                holders=len(grantors.people),
            )
        else:
            found.append(listed)
    return found


def _are_alone(view: View, listed: List) -> bool:
    """Whether people who are away or hold proxies are listed, and nothing joins two of them."""
    people = listed.people
    alone = all(relation(view.folded[before.end : after.outer]) is None for before, after in pairwise(people))
    return listed.state not in ("present", "guest") and bool(people) and not listed.holders and alone
