"""The web application: pages, the SPARQL endpoint, the Graph Store, dereferenceable IRIs."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from starlette.applications import Starlette
from starlette.datastructures import State
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from delibgraph.explorer import flows, pages, protocol
from delibgraph.explorer.description import service_description, void
from delibgraph.explorer.drawings import Drawings
from delibgraph.explorer.finding import Finder
from delibgraph.explorer.front import HOME, NUMBERS, PERIOD
from delibgraph.explorer.negotiation import wanted
from delibgraph.explorer.requests import workers as workers_of
from delibgraph.explorer.session import Gate
from delibgraph.explorer.tables import bound
from delibgraph.explorer.texts import Leaves, Library, NoLibrary
from delibgraph.explorer.worker import TRIPLE_TYPES
from delibgraph.explorer.workers import Limits, RefusedError, Workers
from delibgraph.rdf.vocabulary import ID
from delibgraph.resources import folder
from delibgraph.store import StoreError

if TYPE_CHECKING:
    from delibgraph.explorer.review import Decisions

Handler = Callable[[Request], Awaitable[Response]]
_HTML = "text/html"
_FORMATS = {"turtle": "text/turtle", "json-ld": "application/ld+json"}
"""Formats that a link can ask for."""
_BOUNDS = {"body": "of_body", "organ": "of_organ", "since": "since", "through": "through"}
"""Parameters of the proxy graph's address, by those of the query."""
_ALIASES = ("/query", "/update")
"""Where clients of an Oxigraph server look for the endpoint that lies beside ``/store``."""
_TOLD = {503: {"Retry-After": "5"}, 401: {"WWW-Authenticate": 'Bearer realm="delibgraph"'}}
_HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self' data:; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Opener-Policy": "same-origin",
}


def application(
    graph: Path,
    limits: Limits | None = None,
    *,
    library: Library | None = None,
    hosts: Sequence[str] = ("*",),
    origins: Sequence[str] = (),
    token: str | None = None,
    book: Decisions | None = None,
    gate: Gate | None = None,
) -> Starlette:
    """The application on one built graph, with the library of its texts where there is one; or on a store that
    :func:`delibgraph.store.writing.prepare` has made.

    ``hosts`` are the names under which it may be asked (another name is refused, so that no page elsewhere can reach a
    server on this machine through a name of its own), ``origins`` the sites whose scripts may ask it (none by default).
    Who brings the ``token`` may write; without one nobody may. Of a ``book`` of decisions the pages show what is
    undecided; who passes the ``gate`` decides it.
    """
    workers = Workers(graph, limits or Limits())
    finder, drawings = Finder(workers), Drawings(workers)

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        warming = asyncio.create_task(_warm(app.state))
        yield
        warming.cancel()
        with suppress(asyncio.CancelledError):
            await warming
        await finder.close()
        await workers.close()

    middleware = [Middleware(TrustedHostMiddleware, allowed_hosts=list(hosts)), Middleware(_Headers)]
    if origins:
        middleware.append(Middleware(CORSMiddleware, allow_origins=list(origins), allow_methods=["GET", "POST"]))
    routes = [
        Route("/", _page_or_void),
        Route("/sparql", _sparql, methods=["GET", "POST"]),
        *(Route(path, protocol.sparql, methods=["GET", "POST"]) for path in _ALIASES),
        Route("/store", protocol.graph_store, methods=["GET", "PUT", "POST", "DELETE", "PATCH"]),
        Route("/search", pages.search),
        Route("/review", _review, methods=["GET"]),
        Route("/review", _decide, methods=["POST"]),
        Route("/proxies", _proxies),
        Route("/flows", flows.flows),
        Route("/ontology", _ontology),
        Route("/ontology/context.jsonld", _context),
        Route("/.well-known/void", _void),
        Route("/id/{path:path}", _thing),
        Mount("/static", StaticFiles(directory=Path(__file__).parent / "static")),
    ]
    app = Starlette(
        routes=routes,
        middleware=middleware,
        lifespan=lifespan,
        exception_handlers={RefusedError: _refused, 404: _missing, 405: _method},
    )
    app.state.workers, app.state.graph, app.state.token = workers, graph, token
    app.state.drawings = drawings
    app.state.book, app.state.gate, app.state.deciding = book, gate, asyncio.Lock()
    app.state.reading = None
    app.state.library, app.state.leaves, app.state.finder = library or NoLibrary(), Leaves(), finder
    return app


async def _warm(state: State) -> None:
    """Have ready what is asked for first: a worker, the answers of the first pages, all workers (a page asks several
    queries at once), the open decisions, the index of names, the picture, the largest bodies.

    A graph that cannot be asked is told by the first who asks.
    """
    workers: Workers = state.workers
    await workers.start()
    with suppress(RefusedError, StoreError):
        for language in ("fr", "en"):
            for query in (NUMBERS, PERIOD, *(section.query for section in HOME)):
                await workers.rows(bound(query, None, language))
        await workers.start(workers.limits.at_once)
        if state.book is not None:
            await asyncio.to_thread(_open_book, state)
        await state.finder.index()
        await flows.warm(workers)
        await state.drawings.proxies({})
        await pages.warm(workers)


def _open_book(state: State) -> None:
    from delibgraph.explorer.review import open_book  # what knows of identity takes long to import

    open_book(state)


async def _sparql(request: Request) -> Response:
    """A query, or without one the editor for people and the service's description for programs."""
    if request.method != "POST" and not request.url.query.replace(f"lang={request.query_params.get('lang')}", ""):
        if _wants_page(request):
            return await pages.editor(request)
        return await _described(
            request, service_description(str(request.url_for("_sparql")), writable=bool(request.app.state.token))
        )
    return await protocol.sparql(request)


async def _page_or_void(request: Request) -> Response:
    shown = _wants_page(request) or "csv" in request.query_params
    return await pages.home(request) if shown else await _void(request)


async def _void(request: Request) -> Response:
    rows = await workers_of(request).rows("SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }")
    return await _described(request, void(str(request.base_url), int(rows[0]["n"]["value"])))


async def _thing(request: Request) -> Response:
    """A page for people; for programs what the graph says of the thing, by ``Accept`` or by ``format``."""
    media = _FORMATS.get(request.query_params.get("format", ""))
    if media is None and (_wants_page(request) or "csv" in request.query_params):
        return await pages.thing(request)
    iri = ID + request.path_params["path"]
    query = bound("CONSTRUCT { $this ?p ?o . ?s ?q $this } WHERE { { $this ?p ?o } UNION { ?s ?q $this } }", iri, "")
    if not await workers_of(request).rows(bound("SELECT ?p WHERE { $this ?p ?o } LIMIT 1", iri, "")):
        raise RefusedError(404, f"<{iri}>: the graph says nothing about it")
    asked = {"query": query, "values": {}, "default": [], "named": []}
    return await protocol.answered(request, asked, TRIPLE_TYPES, media)


async def _proxies(request: Request) -> Response:
    """The proxy graph: the page that ``delibgraph view`` writes, with a content security policy of its own."""
    bounds = {name: told for key, name in _BOUNDS.items() if (told := request.query_params.get(key))}
    page = await request.app.state.drawings.proxies(bounds)
    return HTMLResponse(page, headers={"Content-Security-Policy": "frame-ancestors 'none'"})


async def _review(request: Request) -> Response:
    from delibgraph.explorer.review import review

    return await review(request)


async def _decide(request: Request) -> Response:
    from delibgraph.explorer.review import decide

    return await decide(request)


async def _ontology(request: Request) -> Response:
    """A page for people; for programs the Turtle."""
    if _wants_page(request):
        return pages.ontology(request)
    return await _described(request, (folder("ontology") / "delibgraph.ttl").read_text(encoding="utf-8"))


async def _context(_: Request) -> Response:
    text = (folder("ontology") / "context.jsonld").read_text(encoding="utf-8")
    return PlainTextResponse(text, media_type="application/ld+json")


async def _described(request: Request, turtle: str) -> Response:
    if not wanted(request.headers.get("accept"), ["text/turtle"]):
        raise RefusedError(406, "this description comes as text/turtle")
    return PlainTextResponse(turtle, media_type="text/turtle", headers={"Vary": "Accept"})


def _wants_page(request: Request) -> bool:
    """Whether the client prefers HTML, and asks for it by name: a program that takes anything gets data."""
    accept = request.headers.get("accept", "")
    return _HTML in accept and wanted(accept, (_HTML, *TRIPLE_TYPES))[:1] == [_HTML]


async def _refused(request: Request, error: Exception) -> Response:
    assert isinstance(error, RefusedError)  # noqa: S101 (registered for it)
    headers = _TOLD.get(error.status, {})
    if _wants_page(request) and error.status not in _TOLD:
        return pages.refused(request, error)
    return PlainTextResponse(f"{error}\n", error.status, headers=headers)


async def _missing(request: Request, _: Exception) -> Response:
    return await _refused(request, RefusedError(404, f"{request.url.path}: nothing is here (begin at /)"))


async def _method(request: Request, error: Exception) -> Response:
    told = getattr(error, "headers", None) or {}
    return PlainTextResponse(f"{request.method} is not taken here\n", 405, headers=told)


class _Headers:
    """Adds the security headers to every answer that does not bring its own."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                told = {name.lower() for name, _ in message["headers"]}
                message["headers"] = list(message["headers"]) + [
                    (name.lower().encode(), value.encode())
                    for name, value in _HEADERS.items()
                    if name.lower().encode() not in told
                ]
            await send(message)

        await self._app(scope, receive, with_headers)
