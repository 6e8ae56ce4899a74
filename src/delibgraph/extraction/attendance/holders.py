"""Holders of proxies listed apart from their grantors: under a heading of their own, or below the next headings.

A page in columns read row by row has the grantors first, other headings, and then "Par M. A", "Par Mme B".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

import regex

from delibgraph.extraction.attendance.lists import List
from delibgraph.extraction.attendance.names import Mention
from delibgraph.extraction.attendance.relations import relation
from delibgraph.extraction.text.view import View

_BY = "Par "
"""With its capital it begins a cell."""
_OFFICE = regex.compile(
    r"(?im)^[ •–-]*(?P<office>(?:(?:M\.|Mme|Monsieur|Madame)[ ])?l[ea][ ](?:Maire|Pr[ée]sidente?))[ ]*[,;.]?[ ]*$"
)
_OF = regex.compile(r"de[ ](?=\p{Lu})|d'(?=\p{Lu})")
_AFTER_OF = regex.compile(r"(?r)(?<!\p{L})(?:de\s+|d')")
_LINE = 60
"""Characters of a line in which an office stands for a name."""


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
        people = before[at].people if at < len(before) - 1 else before[at].people[:start]
        before[at] = replace(before[at], people=[*people, *listed.people[start:end]], holders=len(people))
        found = before
    return [_without_of(view, listed) for listed in _headed(view, found)]


def _without_of(view: View, listed: List) -> List:
    """The list, its grantors without the "de" that each has ("Procurations : de PETIT Anne à DURAND Guy")."""
    people = list(listed.people)
    given = [
        i
        for i, (person, other) in enumerate(pairwise(people))
        if relation(view.folded[person.end : other.outer]) == "bare"
    ]
    told = [_OF.match(people[i].name) for i in given]
    apart = [_AFTER_OF.match(view.plain, 0, people[i].outer) for i in given]
    if listed.state != "proxy" or listed.holders or not all(map(any, zip(told, apart, strict=True))):
        return listed
    for i, of in zip(given, told, strict=True):
        if of and view.plain.startswith(of[0], people[i].start):
            people[i] = replace(people[i], start=people[i].start + of.end(), name=people[i].name[of.end() :])
    return replace(listed, people=people)


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
        at = _grantors_of(view, listed, found) if listed.label.holders else None
        if at is None:
            found.append(listed)
            continue
        grantors = found[at]
        listed = _with_offices(view, listed, len(grantors.people))
        found[at] = replace(
            grantors,
            state="proxy",
            end=listed.end if at == len(found) - 1 else grantors.end,
            tokens=[*grantors.tokens, *listed.tokens],
            people=[*grantors.people, *listed.people],
            holders=len(grantors.people),
        )
    return found


def _grantors_of(view: View, holders: List, before: Sequence[List]) -> int | None:
    """Whose proxies a list of holders names: those who are represented, else the list right before it."""
    if not before or not _are_alone(view, holders):
        return None
    represented = (i for i in range(len(before) - 1, -1, -1) if _lacks_holders(view, before[i]))
    at = next(represented, len(before) - 1)
    return at if _are_alone(view, before[at]) else None


def _with_offices(view: View, listed: List, grantors: int) -> List:
    """The list with the holders whom a line names by their office alone ("Le Maire"), where there are as many then."""
    last = view.plain.find("\n", listed.people[-1].end) + 1 if listed.people else 0
    lines = [
        Mention(line.start("office"), line.start("office"), line.end("office"), line["office"])
        for line in _OFFICE.finditer(view.plain, listed.start, min(listed.end, max(last, listed.start) + _LINE))
    ]
    people = sorted([*listed.people, *lines], key=lambda person: person.start)
    return replace(listed, people=people) if lines and len(people) == grantors else listed


def _are_alone(view: View, listed: List) -> bool:
    """Whether people who are away or hold proxies are listed, and nothing joins two of them."""
    people = listed.people
    alone = all(relation(view.folded[before.end : after.outer]) is None for before, after in pairwise(people))
    return listed.state not in ("present", "guest") and bool(people) and not listed.holders and alone
