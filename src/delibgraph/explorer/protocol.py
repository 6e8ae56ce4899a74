"""The SPARQL endpoint and the Graph Store, both for reading alone.

- SPARQL 1.1 Protocol, the query operation: https://www.w3.org/TR/sparql11-protocol/#query-operation
- SPARQL 1.1 Graph Store HTTP Protocol, GET and HEAD: https://www.w3.org/TR/sparql11-http-rdf-update/#http-get
- Service Description: https://www.w3.org/TR/sparql11-service-description/
"""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qsl

from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from delibgraph.explorer.negotiation import wanted
from delibgraph.explorer.worker import RESULT_TYPES, TRIPLE_TYPES
from delibgraph.explorer.workers import RefusedError, Workers

_FORM, _QUERY, _UPDATE = "application/x-www-form-urlencoded", "application/sparql-query", "application/sparql-update"
_READS = "this endpoint only reads (delibgraph build changes the graph)"
_NAMES = frozenset({"query", "default-graph-uri", "named-graph-uri"})


async def sparql(request: Request) -> Response:
    """Answer a query: by GET, by a form, or as the body itself."""
    pairs = await _pairs(request)
    names = [name for name, _ in pairs]
    if "update" in names:
        raise RefusedError(403, _READS)
    queries = [text for name, text in pairs if name == "query"]
    if len(queries) != 1:
        raise RefusedError(400, f"one query is wanted, not {len(queries)} (parameter query)")
    return await answered(
        request,
        {
            "query": _text(queries[0]),
            "values": {},
            "default": [iri for name, iri in pairs if name == "default-graph-uri"],
            "named": [iri for name, iri in pairs if name == "named-graph-uri"],
        },
    )


async def graph_store(request: Request) -> Response:
    """Give one graph out: ``?graph=IRI``, or ``?default``."""
    if request.method not in ("GET", "HEAD"):
        raise RefusedError(403, _READS)
    pairs = _parsed(request.url.query)
    graphs = [iri for name, iri in pairs if name == "graph"]
    default = [name for name, _ in pairs if name == "default"]
    if len(graphs) + len(default) != 1:
        raise RefusedError(400, "name one graph: ?graph=IRI, or ?default")
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
    offered = offered or (*RESULT_TYPES, *TRIPLE_TYPES)
    accept = [media] if media else wanted(request.headers.get("accept"), offered)
    if not accept:
        raise RefusedError(406, f"an answer comes as {', '.join(offered)}")
    media, stream = await workers(request).ask(asked | {"accept": accept})
    headers = {"Vary": "Accept"}
    if request.method == "HEAD":
        await stream.aclose()
        return Response(None, headers=headers, media_type=media)
    return StreamingResponse(stream, headers=headers, media_type=media)


def workers(request: Request) -> Workers:
    """The application's query workers."""
    found = request.app.state.workers
    assert isinstance(found, Workers)  # noqa: S101 (set where the application is made)
    return found


async def _pairs(request: Request) -> list[tuple[str, str]]:
    """The parameters of a request, whichever of the three ways it came.

    Raises:
        RefusedError: a body that is too long (413), of another type (415), or an update (403).
    """
    pairs = _parsed(request.url.query)
    if request.method != "POST":
        return pairs
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind == _UPDATE:
        raise RefusedError(403, _READS)
    if kind not in (_FORM, _QUERY):
        raise RefusedError(415, f"a query comes as {_QUERY} or {_FORM}, not as {kind or 'nothing named'}")
    body = await _body(request)
    if kind == _FORM:
        return _parsed(body)
    return [*pairs, ("query", body)]


async def _body(request: Request) -> str:
    longest = workers(request).limits.request
    content = bytearray()
    async for part in request.stream():
        content += part
        if len(content) > longest:
            raise RefusedError(413, f"a request has at most {longest} bytes")
    try:
        return content.decode()
    except UnicodeDecodeError as error:
        raise RefusedError(400, f"the request is no UTF-8: {error}") from error


def _parsed(text: str) -> list[tuple[str, str]]:
    try:
        return parse_qsl(text, keep_blank_values=True, max_num_fields=1000, errors="strict")
    except (ValueError, UnicodeDecodeError) as error:
        raise RefusedError(400, f"the parameters cannot be read: {error}") from error


def _text(query: str) -> str:
    """The query as text: the protocol knows no names of queries, so a bare word is one with a comment after it."""
    return f"{query}\n#"
