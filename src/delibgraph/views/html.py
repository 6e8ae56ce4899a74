"""The page: one HTML file with the graph in it, that needs no network and runs nothing but its own script.

The content security policy names the hashes of the one style and the one script; names from documents reach the page
as escaped text and as JSON, never as markup (https://www.w3.org/TR/CSP3/).
"""

from __future__ import annotations

import base64
import hashlib

from delibgraph.projections.graphs import MultiDiGraph, weighted
from delibgraph.projections.measures import Pair, pairs
from delibgraph.views import rendering
from delibgraph.views.kinds import kind_of
from delibgraph.views.limits import BODIES, LARGE
from delibgraph.views.pagedata import bare, whole
from delibgraph.views.summary import by_body, summarise


def page(graph: MultiDiGraph, title: str | None = None, ids: str | None = None, query: str | None = None) -> str:
    """The HTML page of a multigraph; ``title`` says what it is about, by default the one body that it has.

    ``ids`` is what the IRIs begin with that have a page under ``/id/`` where this page is served; none on disk. There
    ``query`` is the SPARQL that the graph was made from.

    Above :data:`LARGE` edges it draws one node and its neighbours at a time, and adds up the bodies.

    Raises:
        ViewError: the graph has no picture.
    """
    words, summary, digraph = kind_of(graph).words, summarise(graph), weighted(graph)
    large = summary.proxies > LARGE
    rows = pairs(digraph)
    style, script = rendering.text("page.css"), "\n".join(map(rendering.text, ("filters.js", "table.js", "page.js")))
    data = bare(graph, digraph, rows) if large else whole(graph, digraph, rows)
    return rendering.render(
        "page.html.j2",
        title=title or summary.body,
        words=words,
        numbers=summary,
        currency=graph.graph.get("currency"),
        large=large,
        limit=BODIES,
        bodies=by_body(graph) if large else [],
        rows=[(row, digraph.edges[row.grantor, row.holder].get("amount"), _dates(graph, row)) for row in rows],
        data=data | {"site": {"ids": ids} if ids else None},
        query=query,
        style=style,
        script=script,
        style_hash=_hash(style),
        script_hash=_hash(script),
    )


def _dates(graph: MultiDiGraph, row: Pair) -> list[str]:
    return sorted(edge["date"] for edge in graph[row.grantor][row.holder].values() if "date" in edge)


def _hash(source: str) -> str:
    """A CSP source expression for an inline element with that text."""
    return "sha256-" + base64.b64encode(hashlib.sha256(source.encode()).digest()).decode()
