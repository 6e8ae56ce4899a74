"""The questions that a proxy graph answers, each defined in ``docs/projections.md``."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from delibgraph.projections.graphs import DiGraph, MultiDiGraph
from delibgraph.projections.rows import AttendanceRow, ProxyRow

AWAY = frozenset({"absent", "excused", "represented"})


@dataclass(frozen=True, slots=True)
class Pair:
    """How often one member held the proxy of another, in sittings, and the first and last day."""

    grantor: str
    grantor_name: str
    holder: str
    holder_name: str
    times: int
    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True)
class Holding:
    """The proxies of one holder at one sitting; more than one was lawful only under a regime that allowed it."""

    holder: str
    holder_name: str
    sitting: str
    date: str | None
    grantors: tuple[str, ...]

    @property
    def count(self) -> int:
        """How many proxies."""
        return len(self.grantors)


@dataclass(frozen=True, slots=True)
class Absence:
    """A member away from a sitting without a proxy; ``substitute`` is the name of who sat instead, if anyone did."""

    official: str
    name: str
    sitting: str
    date: str | None
    status: str
    substitute: str | None


def pairs(graph: DiGraph, member: str | None = None) -> list[Pair]:
    """Who holds for whom: every pair, or those in which a member (an IRI) gives or holds; the most frequent first."""
    found = [
        Pair(
            grantor,
            graph.nodes[grantor]["name"],
            holder,
            graph.nodes[holder]["name"],
            edge["weight"],
            edge.get("first"),
            edge.get("last"),
        )
        for grantor, holder, edge in graph.edges(data=True)
        if member is None or member in (grantor, holder)
    ]
    return sorted(found, key=lambda pair: (-pair.times, pair.grantor_name, pair.holder_name, pair.grantor, pair.holder))


def reciprocal(graph: DiGraph) -> list[tuple[Pair, Pair]]:
    """Pairs that gave each other their proxy, both ways; each once, the more frequent way first."""
    ways = {(pair.grantor, pair.holder): pair for pair in pairs(graph)}
    return [
        (pair, ways[back])
        for (grantor, holder), pair in ways.items()
        if grantor != holder
        and (back := (holder, grantor)) in ways
        and (pair.times, holder) > (ways[back].times, grantor)
    ]


def held_by_sitting(graph: MultiDiGraph, at_least: int = 1) -> list[Holding]:
    """How many proxies each holder had in each sitting, by date, then the fullest hands first."""
    grantors: dict[tuple[str, str], list[str]] = {}
    dates: dict[str, str] = {}
    for grantor, holder, edge in graph.edges(data=True):
        grantors.setdefault((holder, edge["sitting"]), []).append(graph.nodes[grantor]["name"])
        dates.update({edge["sitting"]: edge["date"]} if "date" in edge else {})
    found = [
        Holding(holder, graph.nodes[holder]["name"], sitting, dates.get(sitting), tuple(sorted(names)))
        for (holder, sitting), names in grantors.items()
        if len(names) >= at_least
    ]
    return sorted(found, key=lambda one: (one.date or "", one.sitting, -one.count, one.holder_name, one.holder))


def absent_without_proxy(attendance: Iterable[AttendanceRow], proxies: Iterable[ProxyRow]) -> list[Absence]:
    """Who was away from a sitting and gave no proxy for it, by date, then by name.

    Whoever the record also lists as present was not away. A proxy whose holder is not named is a proxy.
    """
    rows = list(attendance)
    gave = {(row.sitting, row.grantor) for row in proxies}
    sat = {(row.sitting, row.official) for row in rows if row.status == "present"}
    substitutes = {
        (row.sitting, row.replaces): row.name for row in sorted(rows, key=lambda row: row.name, reverse=True)
    }
    found = {
        Absence(row.official, row.name, row.sitting, row.date, row.status, substitutes.get((row.sitting, row.official)))
        for row in rows
        if row.status in AWAY and (row.sitting, row.official) not in gave | sat
    }
    return sorted(found, key=lambda one: (one.date or "", one.sitting, one.name, one.official, one.status))
