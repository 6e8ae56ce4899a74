"""The attendance graph: who was present at which sitting, and who sat together."""

from __future__ import annotations

from collections.abc import Iterable

import networkx as nx

from delibgraph.projections.graphs import Graph, MultiDiGraph, one_mode
from delibgraph.projections.rows import AttendanceRow


def attendance(rows: Iterable[AttendanceRow]) -> MultiDiGraph:
    """The bipartite multigraph of presence: an edge from member to sitting, keyed by the sitting's IRI.

    Only who is listed as present is joined to a sitting. ``graph.graph["away"]`` counts the members who were nowhere
    present; they are no nodes.
    """
    present: dict[tuple[str, str], AttendanceRow] = {}
    everyone: set[str] = set()
    for row in rows:
        everyone.add(row.official)
        if row.status == "present":
            present[row.official, row.sitting] = min(row, present.get((row.official, row.sitting), row), key=_order)
    there = sorted(present.items())
    graph: MultiDiGraph = nx.MultiDiGraph(name="attendance", away=len(everyone - {member for member, _ in present}))
    members: dict[str, list[AttendanceRow]] = {}
    for (member, _), row in there:
        members.setdefault(member, []).append(row)
    for member, rows_of_one in members.items():
        body = min((row.body for row in rows_of_one if row.body), default=None)
        graph.add_node(member, name=min(row.name for row in rows_of_one), bipartite=0, **_known(body=body))
    for sitting, row in sorted({sitting: row for (_, sitting), row in there}.items()):
        name = " · ".join(part for part in (row.date, row.organ) if part) or sitting.rpartition("/")[2]
        graph.add_node(sitting, name=name, bipartite=1, **_known(body=row.body, organ=row.organ, date=row.date))
    for (member, sitting), row in there:
        graph.add_edge(
            member, sitting, key=sitting, sitting=sitting, **_known(date=row.date, body=row.body, organ=row.organ)
        )
    return graph


def co_attendance(graph: MultiDiGraph) -> Graph:
    """Members of an attendance graph, two of them joined by the number of sittings at which both were present."""
    return one_mode(graph, 0, "co-attendance")


def _known(**values: str | None) -> dict[str, str]:
    return {name: value for name, value in values.items() if value is not None}


def _order(row: AttendanceRow) -> tuple[str, ...]:
    return (row.name, row.date or "", row.body or "", row.organ or "")
