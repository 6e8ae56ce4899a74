"""What a view says at its head: the figures of the graph, all of them counts of the projection, and its subject."""

from __future__ import annotations

from dataclasses import dataclass

from delibgraph.projections.graphs import MultiDiGraph


@dataclass(frozen=True, slots=True)
class Summary:
    """The figures of a proxy graph; ``first`` and ``last`` are the days of its sittings, ``body`` its only body."""

    members: int
    proxies: int
    pairs: int
    sittings: int
    unnamed: int
    first: str | None
    last: str | None
    body: str | None


def summarise(graph: MultiDiGraph) -> Summary:
    """Count the members, proxies, pairs and sittings of a multigraph."""
    edges = [edge for _, _, edge in graph.edges(data=True)]
    dates = [edge["date"] for edge in edges if "date" in edge]
    bodies = {data.get("body") for _, data in graph.nodes(data=True)}
    return Summary(
        members=graph.number_of_nodes(),
        proxies=len(edges),
        pairs=len(set(graph.edges())),
        sittings=len({edge["sitting"] for edge in edges}),
        unnamed=graph.graph["unnamed"],
        first=min(dates, default=None),
        last=max(dates, default=None),
        body=bodies.pop() if len(bodies) == 1 else None,
    )
