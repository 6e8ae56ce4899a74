"""What the page's script is given: the graph as JSON, in which things point at each other by their place in lists."""

from __future__ import annotations

from typing import Any

from delibgraph.projections.graphs import DiGraph, MultiDiGraph
from delibgraph.projections.measures import Pair
from delibgraph.views.kinds import kind_of
from delibgraph.views.picture import above, place, sized
from delibgraph.views.words import vocabulary


def whole(graph: MultiDiGraph, digraph: DiGraph, rows: list[Pair]) -> dict[str, Any]:
    """The whole graph with the place of every member, every sitting and every sentence."""
    digraph = sized(digraph)
    layout = place(digraph)
    sittings = _sittings(graph)
    numbered = {sitting: number for number, sitting in enumerate(sittings)}
    data = bare(graph, digraph, rows) | {
        "large": False,
        "sittings": list(sittings.values()),
        "blocks": [{"body": block.body, "x": block.x, "y": block.y, "width": block.width} for block in layout.blocks],
        "size": [layout.width, layout.height],
    }
    for member, told in zip(sorted(digraph), data["members"], strict=True):
        x, y = layout.places[member]
        told |= {"x": x, "y": y, "above": above(digraph, layout, member)}
    for row, told in zip(rows, data["pairs"], strict=True):
        edges = sorted(graph[row.grantor][row.holder].values(), key=lambda edge: numbered[edge["sitting"]])
        told["proxies"] = [_proxy(edge, numbered[edge["sitting"]]) for edge in edges]
    return data


def bare(graph: MultiDiGraph, digraph: DiGraph, rows: list[Pair]) -> dict[str, Any]:
    """The graph without places, sittings and sentences: what a page of very many edges can bear."""
    digraph = sized(digraph)
    numbers = {member: number for number, member in enumerate(sorted(digraph))}
    return {
        "large": True,
        "heads": kind_of(graph).heads,
        "currency": graph.graph.get("currency"),
        "members": [_member(member, digraph.nodes[member]) for member in numbers],
        "pairs": [
            _pair(digraph.edges[row.grantor, row.holder], numbers[row.grantor], numbers[row.holder]) for row in rows
        ],
        "sittings": [],
        "blocks": [],
        "size": [1, 1],
        "words": vocabulary(kind_of(graph).words),
    }


def _member(iri: str, data: dict[str, Any]) -> dict[str, Any]:
    return {"iri": iri} | {key: data.get(key) for key in ("name", "body", "given", "held")} | {"r": data["radius"]}


def _pair(edge: dict[str, Any], grantor: int, holder: int) -> dict[str, Any]:
    amount = {"amount": edge["amount"]} if "amount" in edge else {}
    return {"grantor": grantor, "holder": holder, "width": edge["stroke"], "times": edge["weight"]} | amount


def _proxy(edge: dict[str, Any], sitting: int) -> dict[str, Any]:
    keys = ("documents", "quotes", "from", "until", "amount", "kind", "purpose", "number", "title")
    return {"sitting": sitting} | {key: edge[key] for key in keys if key in edge}


def _sittings(graph: MultiDiGraph) -> dict[str, dict[str, Any]]:
    """What the page shows of each sitting, by IRI, in the order of time."""
    found: dict[str, dict[str, Any]] = {}
    for _, _, edge in graph.edges(data=True):
        sitting = found.setdefault(
            edge["sitting"], {"iri": edge["sitting"]} | {key: edge.get(key) for key in ("date", "body", "organ")}
        )
        sitting["proxies"] = sitting.get("proxies", 0) + 1
    return dict(sorted(found.items(), key=lambda item: (item[1]["date"] or "", item[0])))
