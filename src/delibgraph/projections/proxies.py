"""The proxy graphs: who gave whom the power to vote, at which sitting.

The attributes of nodes and edges are those of the table in ``docs/projections.md``.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeAlias

import networkx as nx

from delibgraph.projections.rows import ProxyRow

MultiDiGraph: TypeAlias = "nx.MultiDiGraph[str]"
DiGraph: TypeAlias = "nx.DiGraph[str]"


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
        graph.add_edge(grantor, holder, key=sitting, **_edge(same))
    return graph


def weighted(graph: MultiDiGraph) -> DiGraph:
    """The digraph of pairs: ``weight`` counts the sittings at which the holder held the grantor's proxy."""
    pairs: DiGraph = nx.DiGraph(**graph.graph)
    for member, attributes in graph.nodes(data=True):
        pairs.add_node(member, **attributes, given=graph.out_degree(member), held=graph.in_degree(member))
    for grantor, holder in dict.fromkeys(graph.edges()):
        edges = graph[grantor][holder]
        dates = sorted(edge["date"] for edge in edges.values() if "date" in edge)
        ends = {"first": dates[0], "last": dates[-1]} if dates else {}
        pairs.add_edge(grantor, holder, weight=len(edges), **ends)
    return pairs


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


def _edge(rows: list[ProxyRow]) -> dict[str, Any]:
    """The attributes of one proxy, gathered from the documents that tell it; what none of them tells is left out."""
    one = {
        "proxy": min(row.proxy for row in rows),
        "sitting": rows[0].sitting,
        "date": min((row.date for row in rows if row.date), default=None),
        "body": min((row.body for row in rows if row.body), default=None),
        "organ": min((row.organ for row in rows if row.organ), default=None),
        "from": min((row.from_ for row in rows if row.from_), default=None),
        "until": min((row.until for row in rows if row.until), default=None),
    }
    many = {
        "documents": tuple(sorted({row.document for row in rows if row.document})),
        "quotes": tuple(sorted({row.quote for row in rows if row.quote})),
    }
    return {name: value for name, value in one.items() if value is not None} | many
