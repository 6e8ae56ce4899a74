"""What all projections share: their types, edges folded from rows, and pairs counted from edges."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from itertools import combinations
from typing import Any, Literal, TypeAlias

import networkx as nx

MultiDiGraph: TypeAlias = "nx.MultiDiGraph[str]"
DiGraph: TypeAlias = "nx.DiGraph[str]"
Graph: TypeAlias = "nx.Graph[str]"
Side: TypeAlias = Literal[0, 1]
"""The two sides of a bipartite graph, as networkx names them in a node's attribute ``bipartite``."""


def fold(rows: Sequence[Any], single: Iterable[str]) -> dict[str, Any]:
    """The attributes of one edge, gathered from the rows that tell it.

    Of each field of ``single`` the smallest value; what no row tells is left out. ``documents`` and ``quotes`` keep
    all.
    """
    return smallest(rows, single) | {
        "documents": tuple(sorted({row.document for row in rows if row.document})),
        "quotes": tuple(sorted({row.quote for row in rows if row.quote})),
    }


def smallest(rows: Sequence[Any], fields: Iterable[str]) -> dict[str, Any]:
    """The smallest value of each field that some row tells; a field's name loses its underscore (``from_``)."""
    told = {field.rstrip("_"): [getattr(row, field) for row in rows] for field in fields}
    return {name: min(values) for name, many in told.items() if (values := [one for one in many if one is not None])}


def weighted(graph: MultiDiGraph) -> DiGraph:
    """The digraph of pairs: ``weight`` counts the edges of a pair, ``amount`` adds up their money if they have any."""
    pairs: DiGraph = nx.DiGraph(**graph.graph)
    for node, attributes in graph.nodes(data=True):
        pairs.add_node(node, **attributes, given=graph.out_degree(node), held=graph.in_degree(node))
    for source, target in dict.fromkeys(graph.edges()):
        edges = list(graph[source][target].values())
        pairs.add_edge(source, target, weight=len(edges), **_ends(edges), **_total(edges))
    for node, attributes in pairs.nodes(data=True):
        near = [edge for _, _, edge in (*pairs.in_edges(node, data=True), *pairs.out_edges(node, data=True))]
        attributes |= _total(near)
    return pairs


def one_mode(graph: MultiDiGraph, side: Side, name: str) -> Graph:
    """The nodes of one side of a bipartite graph, two of them joined where they share neighbours on the other.

    ``weight`` counts these neighbours, ``shared`` names them. The cost is the sum of the other side's squared degrees.
    """
    projected: Graph = nx.Graph(name=name)
    own = [(node, data) for node, data in graph.nodes(data=True) if data["bipartite"] == side]
    projected.add_nodes_from(
        (node, {key: value for key, value in data.items() if key != "bipartite"}) for node, data in own
    )
    met: dict[tuple[str, str], list[dict[str, Any]]] = {}
    for other, data in graph.nodes(data=True):
        if data["bipartite"] != side:
            near = sorted({*graph.predecessors(other), *graph.successors(other)})
            for pair in combinations(near, 2):
                met.setdefault(pair, []).append(data)
    for (one, two), shared in sorted(met.items(), key=lambda item: item[0]):
        names = tuple(sorted(data["name"] for data in shared))
        projected.add_edge(one, two, weight=len(shared), **_ends(shared), shared=names)
    return projected


def weights(graph: DiGraph | Graph) -> dict[tuple[str, str], int]:
    """The weight of each pair of a weighted graph."""
    return {(u, v): edge["weight"] for u, v, edge in graph.edges(data=True)}


def _ends(dated: Iterable[dict[str, Any]]) -> dict[str, str]:
    """The first and the last day of things that may have a date."""
    dates = sorted(one["date"] for one in dated if "date" in one)
    return {"first": dates[0], "last": dates[-1]} if dates else {}


def _total(paid: Sequence[dict[str, Any]]) -> dict[str, float]:
    """Money is added as decimals, so that cents stay exact."""
    amounts = [Decimal(str(one["amount"])) for one in paid if "amount" in one]
    return {"amount": float(sum(amounts))} if amounts else {}
