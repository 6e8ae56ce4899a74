"""Writing over HTTP, for who has the token: SPARQL Update, and the Graph Store's PUT, POST and DELETE.

- https://www.w3.org/TR/sparql11-protocol/#update-operation
- https://www.w3.org/TR/sparql11-http-rdf-update/#http-put and the clauses after it
"""

from __future__ import annotations

import hmac

from starlette.requests import Request
from starlette.responses import Response

from delibgraph.explorer.requests import content, media, workers
from delibgraph.explorer.worker import TRIPLE_TYPES
from delibgraph.explorer.workers import RefusedError

_USING = frozenset({"using-graph-uri", "using-named-graph-uri"})


def allow(request: Request) -> None:
    """Let a change in.

    Raises:
        RefusedError: the server only reads (403), or the token is missing or wrong (401, RFC 6750 clause 3).
    """
    token: str | None = request.app.state.token
    if token is None:
        raise RefusedError(403, "this server only reads (delibgraph build changes the graph)")
    scheme, _, given = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() != "bearer" or not hmac.compare_digest(given.strip().encode(), token.encode()):
        raise RefusedError(401, "a change needs the server's token (Authorization: Bearer …)")


async def update(request: Request, pairs: list[tuple[str, str]]) -> Response:
    """Carry out a SPARQL Update.

    Raises:
        RefusedError: by GET, several at once, with a query, or with a data set of its own (400); or not let in.
    """
    allow(request)
    names = [name for name, _ in pairs]
    if request.method != "POST":
        raise RefusedError(400, "an update comes by POST")
    if names.count("update") != 1 or "query" in names:
        raise RefusedError(400, "one update is wanted, and no query beside it")
    if _USING & set(names):
        raise RefusedError(400, "the data set of an update is named in itself here (USING, USING NAMED, WITH)")
    await workers(request).change({"update": dict(pairs)["update"]})
    return Response(status_code=204)


async def change_graph(request: Request, graphs: list[str]) -> Response:
    """PUT, POST or DELETE one graph.

    Raises:
        RefusedError: the default graph (403), another method (405) or another type of body (415), a graph to delete
            that is not there (404).
    """
    if not graphs:
        raise RefusedError(403, "the default graph is the union of the named ones (name a graph: ?graph=IRI)")
    asked = {"graph": graphs[0], "method": request.method}
    if request.method == "PATCH":
        raise RefusedError(405, "PATCH is not taken here (send an update to /sparql)")
    if request.method != "DELETE":
        asked["type"] = media(request)
        if asked["type"] not in TRIPLE_TYPES:
            raise RefusedError(415, f"a graph comes as {', '.join(TRIPLE_TYPES)}, not as {asked['type'] or 'nothing'}")
        asked["content"] = await content(request, workers(request).limits.change)
    done = await workers(request).change(asked)
    if done == "gone":
        raise RefusedError(404, f"<{graphs[0]}>: no such graph")
    return Response(status_code=201 if done == "new" else 204)
