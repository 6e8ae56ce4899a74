"""The money graph: which body granted which organisation how much, by which deliberation."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import networkx as nx

from delibgraph.projections.graphs import Graph, MultiDiGraph, Side, fold, one_mode
from delibgraph.projections.rows import FundingRow

_SINGLE = ("funding", "sitting", "date", "organ", "year", "kind", "purpose", "number", "title", "currency")


def funding(rows: Iterable[FundingRow], currency: str = "EUR") -> MultiDiGraph:
    """The bipartite multigraph of money: an edge from body to organisation for each sum granted, keyed by its IRI.

    Sums of different currencies cannot be added: ``graph.graph["other_currencies"]`` counts the grants left out.
    """
    told: dict[tuple[str, str, str], list[FundingRow]] = {}
    left_out: set[str] = set()
    for row in rows:
        if row.currency == currency:
            told.setdefault((row.funder, row.beneficiary, row.funding), []).append(row)
        else:
            left_out.add(row.funding)
    graph: MultiDiGraph = nx.MultiDiGraph(name="funding", currency=currency, other_currencies=len(left_out))
    names: dict[tuple[Side, str], set[str]] = {}
    for row in (row for same in told.values() for row in same):
        names.setdefault((0, row.funder), set()).add(row.funder_name or row.funder.rpartition("/")[2])
        names.setdefault((1, row.beneficiary), set()).add(row.beneficiary_name)
    for (side, node), spellings in sorted(names.items()):
        graph.add_node(node, name=min(spellings), bipartite=side)
    for (funder, beneficiary, grant), same in sorted(told.items()):
        edge: dict[str, Any] = fold(same, _SINGLE) | {"amount": float(same[0].amount)}
        graph.add_edge(funder, beneficiary, key=grant, **edge, body=graph.nodes[funder]["name"])
    return graph


def co_funding(graph: MultiDiGraph, side: Side = 1) -> Graph:
    """Organisations that the same bodies fund (side 1), or bodies that fund the same organisations (side 0)."""
    return one_mode(graph, side, "co-funding")
