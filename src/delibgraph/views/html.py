"""The page: one HTML file with the proxy graph in it, that needs no network and runs nothing but its own script.

The content security policy names the hashes of the one style and the one script; names from documents reach the page
as escaped text and as JSON, never as markup (https://www.w3.org/TR/CSP3/).
"""

from __future__ import annotations

import base64
import hashlib
from typing import Any

from delibgraph.projections.graphs import DiGraph, MultiDiGraph, weighted
from delibgraph.projections.measures import Pair, pairs
from delibgraph.views import rendering
from delibgraph.views.picture import above, place, radius, stroke
from delibgraph.views.summary import summarise
from delibgraph.views.words import WORDS, vocabulary


def page(graph: MultiDiGraph, title: str | None = None) -> str:
    """The HTML page of a proxy multigraph; ``title`` says what it is about, by default the one body that it has."""
    digraph, summary = weighted(graph), summarise(graph)
    rows = pairs(digraph)
    sittings = _sittings(graph)
    style, script = rendering.text("proxies.css"), rendering.text("proxies.js")
    return rendering.render(
        "proxies.html.j2",
        title=title or summary.body,
        words=WORDS,
        numbers=summary,
        rows=[(row, _dates(graph, row)) for row in rows],
        data=_data(graph, digraph, rows, sittings),
        style=style,
        script=script,
        style_hash=_hash(style),
        script_hash=_hash(script),
    )


def _sittings(graph: MultiDiGraph) -> dict[str, dict[str, Any]]:
    """What the page shows of each sitting, by IRI, in the order of time."""
    found: dict[str, dict[str, Any]] = {}
    for _, _, edge in graph.edges(data=True):
        sitting = found.setdefault(edge["sitting"], {key: edge.get(key) for key in ("date", "body", "organ")})
        sitting["proxies"] = sitting.get("proxies", 0) + 1
    return dict(sorted(found.items(), key=lambda item: (item[1]["date"] or "", item[0])))


def _dates(graph: MultiDiGraph, row: Pair) -> list[str]:
    return sorted(edge["date"] for edge in graph[row.grantor][row.holder].values() if "date" in edge)


def _data(
    graph: MultiDiGraph, digraph: DiGraph, rows: list[Pair], sittings: dict[str, dict[str, Any]]
) -> dict[str, Any]:
    """The graph as JSON for the script: things point at each other by their place in the lists."""
    layout = place(digraph)
    members = {member: number for number, member in enumerate(sorted(digraph))}
    numbered = {sitting: number for number, sitting in enumerate(sittings)}
    return {
        "members": [
            {
                "name": digraph.nodes[member]["name"],
                "body": digraph.nodes[member].get("body"),
                "given": digraph.nodes[member]["given"],
                "held": digraph.nodes[member]["held"],
                "x": layout.places[member][0],
                "y": layout.places[member][1],
                "r": radius(digraph.nodes[member]["held"]),
                "above": above(digraph, layout, member),
            }
            for member in members
        ],
        "pairs": [
            {
                "grantor": members[row.grantor],
                "holder": members[row.holder],
                "width": stroke(row.times),
                "proxies": [
                    _proxy(edge, numbered[sitting])
                    for sitting, edge in sorted(
                        graph[row.grantor][row.holder].items(), key=lambda item: numbered[item[0]]
                    )
                ],
            }
            for row in rows
        ],
        "sittings": list(sittings.values()),
        "blocks": [{"body": block.body, "x": block.x, "y": block.y, "width": block.width} for block in layout.blocks],
        "size": [layout.width, layout.height],
        "words": vocabulary(),
    }


def _proxy(edge: dict[str, Any], sitting: int) -> dict[str, Any]:
    told = {key: edge[key] for key in ("documents", "quotes", "from", "until") if key in edge}
    return {"sitting": sitting} | told


def _hash(source: str) -> str:
    """A CSP source expression for an inline element with that text."""
    return "sha256-" + base64.b64encode(hashlib.sha256(source.encode()).digest()).decode()
