"""What a view says at its head: the figures of the graph, all of them counts of the projection, and its subject."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from delibgraph.projections.graphs import MultiDiGraph
from delibgraph.views.kinds import kind_of


@dataclass(frozen=True, slots=True)
class Summary:
    """The figures of a graph; ``first`` and ``last`` are the days of its sittings, ``body`` its only body.

    ``members`` counts nodes, ``proxies`` edges of the multigraph, ``amount`` their money in the graph's currency.
    """

    members: int
    proxies: int
    pairs: int
    sittings: int
    unnamed: int
    first: str | None
    last: str | None
    body: str | None
    amount: float | None


def summarise(graph: MultiDiGraph) -> Summary:
    """Count the nodes, edges, pairs and sittings of a multigraph, and add up its money."""
    return _count(graph, graph.edges(data=True), graph.graph.get(kind_of(graph).left_out, 0))


def by_body(graph: MultiDiGraph) -> list[Summary]:
    """The figures of each body, the most edges first."""
    bodies: dict[str, list[tuple[str, str, dict[str, Any]]]] = {}
    for u, v, edge in graph.edges(data=True):
        bodies.setdefault(edge.get("body", ""), []).append((u, v, edge))
    found = [_count(graph, edges, 0) for edges in bodies.values()]
    return sorted(found, key=lambda one: (-one.proxies, one.body or ""))


def _count(graph: MultiDiGraph, edges: Iterable[tuple[str, str, dict[str, Any]]], left_out: int) -> Summary:
    told = list(edges)
    dates = [edge["date"] for _, _, edge in told if "date" in edge]
    bodies = {edge.get("body") for _, _, edge in told}
    amounts = [Decimal(str(edge["amount"])) for _, _, edge in told if "amount" in edge]
    return Summary(
        members=len({node for u, v, _ in told for node in (u, v)}),
        proxies=len(told),
        pairs=len({(u, v) for u, v, _ in told}),
        sittings=len({edge["sitting"] for _, _, edge in told}),
        unnamed=left_out,
        first=min(dates, default=None),
        last=max(dates, default=None),
        body=bodies.pop() if len(bodies) == 1 else None,
        amount=float(sum(amounts)) if "currency" in graph.graph else None,
    )
