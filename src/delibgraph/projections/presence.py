"""The attendance graph: who was present at which sitting, and who sat together."""

from __future__ import annotations

from collections.abc import Iterable

import networkx as nx

from delibgraph.projections.graphs import Graph, MultiDiGraph, fold, one_mode, smallest
from delibgraph.projections.rows import AttendanceRow

_SINGLE = ("attendance", "sitting", "date", "body", "organ")


def attendance(rows: Iterable[AttendanceRow]) -> MultiDiGraph:
    """The bipartite multigraph of presence: an edge from member to sitting, keyed by the sitting's IRI.

    Only who is listed as present is joined to a sitting. ``graph.graph["away"]`` counts the members who were nowhere
    present; they are no nodes.
    """
    present: dict[tuple[str, str], list[AttendanceRow]] = {}
    everyone: set[str] = set()
    for row in rows:
        everyone.add(row.official)
        if row.status == "present":
            present.setdefault((row.official, row.sitting), []).append(row)
    graph: MultiDiGraph = nx.MultiDiGraph(name="attendance", away=len(everyone - {member for member, _ in present}))
    members: dict[str, list[AttendanceRow]] = {}
    sittings: dict[str, list[AttendanceRow]] = {}
    for (member, sitting), same in sorted(present.items()):
        members.setdefault(member, []).extend(same)
        sittings.setdefault(sitting, []).extend(same)
    for member, same in members.items():
        graph.add_node(member, name=min(row.name for row in same), bipartite=0, **smallest(same, ("body",)))
    for sitting, same in sorted(sittings.items()):
        known = smallest(same, ("date", "organ", "body"))
        name = " · ".join(known[key] for key in ("date", "organ") if key in known) or sitting.rpartition("/")[2]
        graph.add_node(sitting, name=name, bipartite=1, **known)
    for (member, sitting), same in sorted(present.items()):
        graph.add_edge(member, sitting, key=sitting, **fold(same, _SINGLE))
    return graph


def co_attendance(graph: MultiDiGraph) -> Graph:
    """Members of an attendance graph, two of them joined by the number of sittings at which both were present."""
    return one_mode(graph, 0, "co-attendance")
