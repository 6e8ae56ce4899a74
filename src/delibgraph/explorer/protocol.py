"""The SPARQL endpoint and the Graph Store: reading for everybody, writing in :mod:`delibgraph.explorer.changes`.

- SPARQL 1.1 Protocol: https://www.w3.org/TR/sparql11-protocol/
- SPARQL 1.1 Graph Store HTTP Protocol: https://www.w3.org/TR/sparql11-http-rdf-update/
- Service Description: https://www.w3.org/TR/sparql11-service-description/
"""

from __future__ import annotations

from typing import Any

from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from delibgraph.explorer.changes import allow, change_graph, update
from delibgraph.explorer.negotiation import wanted
from delibgraph.explorer.requests import content, media, pairs_of, workers
from delibgraph.explorer.worker import PICTURE, RESULT_TYPES, TRIPLE_TYPES
from delibgraph.explorer.workers import RefusedError

_FORM, _QUERY, _UPDATE = "application/x-www-form-urlencoded", "application/sparql-query", "application/sparql-update"


async def sparql(request: Request) -> Response:
    """Answer a query: by GET, by a form, or as the body itself. An update comes by POST alone."""
    pairs = await _pairs(request)
    if any(name == "update" for name, _ in pairs):
        return await update(request, pairs)
    queries = [text for name, text in pairs if name == "query"]
    if len(queries) != 1:
        raise RefusedError(400, f"one query is wanted, not {len(queries)} (parameter query)")
    return await answered(
        request,
        {
            "query": _text(queries[0]),
            "values": {},
            "language": (wanted(request.headers.get("accept-language"), ("fr", "en")) or ["fr"])[0],
            "default": [iri for name, iri in pairs if name == "default-graph-uri"],
            "named": [iri for name, iri in pairs if name == "named-graph-uri"],
        },
    )


async def graph_store(request: Request) -> Response:
    """Give one graph out, or change it: ``?graph=IRI``, or ``?default``."""
    changes = request.method not in ("GET", "HEAD")
    if changes:
        allow(request)
    pairs = pairs_of(request.url.query)
    graphs = [iri for name, iri in pairs if name == "graph"]
    default = [name for name, _ in pairs if name == "default"]
    if len(graphs) + len(default) != 1:
        raise RefusedError(400, "name one graph: ?graph=IRI, or ?default")
    if changes:
        return await change_graph(request, graphs)
    asked = {"query": "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }", "values": {}, "default": graphs, "named": []}
    if graphs:
        known = {"query": "ASK { ?s ?p ?o }", "accept": [RESULT_TYPES[0]], "values": {}, "default": graphs, "named": []}
        _, stream = await workers(request).ask(known)
        if b"true" not in b"".join([part async for part in stream]):
            raise RefusedError(404, f"<{graphs[0]}>: no such graph")
    return await answered(request, asked, TRIPLE_TYPES)


async def answered(
    request: Request, asked: dict[str, Any], offered: tuple[str, ...] | None = None, media: str | None = None
) -> Response:
    """The response to a query in the format that the client wants, or in the one that the address names.

    Raises:
        RefusedError: there is no answer, or none in a format that the client takes.
    """
    offered = offered or (*RESULT_TYPES, *TRIPLE_TYPES, PICTURE)
    accept = [media] if media else wanted(request.headers.get("accept"), offered)
    if not accept:
        raise RefusedError(406, f"an answer comes as {', '.join(offered)}")
    type_, stream = await workers(request).ask(asked | {"accept": accept})
    headers = {"Vary": "Accept"}
    if request.method == "HEAD":
        await stream.aclose()
        return Response(None, headers=headers, media_type=type_)
    return StreamingResponse(stream, headers=headers, media_type=type_)


async def _pairs(request: Request) -> list[tuple[str, str]]:
    """The parameters of a request, whichever way it came.

    Raises:
        RefusedError: a body that is too long (413) or of another type (415), or an update that is not let in.
    """
    pairs = pairs_of(request.url.query)
    if request.method != "POST":
        return pairs
    kind = media(request)
    if kind not in (_FORM, _QUERY, _UPDATE):
        raise RefusedError(415, f"a query comes as {_QUERY} or {_FORM}, not as {kind or 'nothing named'}")
    if kind == _UPDATE:
        allow(request)
    limits = workers(request).limits
    body = await content(request, limits.request if kind == _QUERY else limits.change)
    if kind != _FORM:
        return [*pairs, ("query" if kind == _QUERY else "update", body)]
    found = pairs_of(body)
    if len(body) > limits.request and not any(name == "update" for name, _ in found):
        raise RefusedError(413, f"a query has at most {limits.request} bytes")
    return found


def _text(query: str) -> str:
    """The query as text: the protocol knows no names of queries, so a bare word is one with a comment after it."""
    return f"{query}\n#"
