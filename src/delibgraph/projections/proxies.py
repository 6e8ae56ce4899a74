"""The proxy graphs: who gave whom the power to vote, at which sitting.

The attributes of nodes and edges are those of the table in ``docs/projections.md``.
"""

from __future__ import annotations

from collections.abc import Iterable

import networkx as nx

from delibgraph.projections.graphs import MultiDiGraph, fold
from delibgraph.projections.rows import ProxyRow

_SINGLE = ("proxy", "sitting", "date", "body", "organ", "from_", "until")


def multigraph(rows: Iterable[ProxyRow]) -> MultiDiGraph:
    """The multigraph of proxies: an edge from grantor to holder for each sitting, keyed by the sitting's IRI.

    Rows that tell the same proxy in several documents make one edge. A proxy without a named holder is no edge:
    ``graph.graph["unnamed"]`` counts these, one for each grantor and sitting.
    """
    told: dict[tuple[str, str, str], list[ProxyRow]] = {}
    granted: set[tuple[str, str]] = set()
    nameless: set[tuple[str, str]] = set()
    for row in rows:
        if row.holder is None:
            nameless.add((row.grantor, row.sitting))
        else:
            granted.add((row.grantor, row.sitting))
            told.setdefault((row.grantor, row.holder, row.sitting), []).append(row)
    graph: MultiDiGraph = nx.MultiDiGraph(name="proxies", unnamed=len(nameless - granted))
    for member, attributes in sorted(_members(told.values()).items()):
        graph.add_node(member, **attributes)
    for (grantor, holder, sitting), same in sorted(told.items()):
        graph.add_edge(grantor, holder, key=sitting, **fold(same, _SINGLE))
    return graph


def _members(told: Iterable[list[ProxyRow]]) -> dict[str, dict[str, str]]:
    names: dict[str, set[str]] = {}
    bodies: dict[str, set[str]] = {}
    for rows in told:
        for row in rows:
            for member, name in ((row.grantor, row.grantor_name), (row.holder, row.holder_name)):
                if member:
                    names.setdefault(member, set()).add(name or member.rpartition("/")[2])
                    bodies.setdefault(member, set()).update([row.body] if row.body else [])
    return {
        member: {"name": min(of_one)} | ({"body": min(bodies[member])} if bodies[member] else {})
        for member, of_one in names.items()
    }
