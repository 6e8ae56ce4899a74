"""The pages: made on the server, usable without a script. What documents say reaches them as escaped text alone."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from urllib.parse import urlencode

import jinja2
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from delibgraph.explorer.beside import texts
from delibgraph.explorer.finding import NAMES
from delibgraph.explorer.front import HOME, NUMBERS, PERIOD
from delibgraph.explorer.negotiation import wanted
from delibgraph.explorer.requests import workers
from delibgraph.explorer.sections import AROUND, KNOWN, LARGEST, PROOFS, SECTIONS, STATEMENTS
from delibgraph.explorer.tables import Table, bound, download, place, table
from delibgraph.explorer.vocabulary import terms
from delibgraph.explorer.wording import KINDS
from delibgraph.explorer.workers import RefusedError, Workers
from delibgraph.queries import named
from delibgraph.rdf.vocabulary import DG, ID
from delibgraph.store import PREFIXES

_HERE = Path(__file__).parent
_SHOWN = 50
"""Results of a search on one page."""
_WITH_TEXT = {DG.Deliberation.value, DG.SourceDocument.value}


async def home(request: Request) -> Response:
    """What the graph holds, from when to when, how complete, and what is wrong in it."""
    language = spoken(request)
    query = bound(NUMBERS, None, language)
    numbers = [(row["what"]["value"], row["n"]["value"]) for row in await workers(request).rows(query)]
    period = await workers(request).rows(PERIOD)
    tables = await asyncio.gather(*(table(request, section, None, language) for section in HOME))
    if asked := table_asked(request, tables):
        return asked
    days = [row[name]["value"] for row in period for name in ("first", "last") if name in row]
    failures = request.app.state.library.failures()
    return page(request, "home.html.j2", numbers=numbers, query=query, tables=tables, days=days, failures=failures)


async def thing(request: Request) -> Response:
    """One thing: the tables of its kind, the text that tells of it, all that is stated, and where.

    Raises:
        RefusedError: nothing in the graph bears this IRI (404).
    """
    iri, language = ID + request.path_params["path"], spoken(request)
    known = await workers(request).rows(bound(KNOWN, iri, language))
    if not known:
        raise RefusedError(404, f"<{iri}>: the graph says nothing about it")
    types = list(dict.fromkeys(row["type"]["value"] for row in known))
    name = next((row["name"]["value"] for row in known if "name" in row), iri.removeprefix(ID))
    sections = [section for type_ in types for section in SECTIONS.get(type_, ())]
    shows_text = not _WITH_TEXT.isdisjoint(types)
    tables = await asyncio.gather(
        *(table(request, section, iri, language) for section in (*sections, PROOFS, STATEMENTS))
    )
    if asked := table_asked(request, tables):
        return asked
    return page(
        request,
        "thing.html.j2",
        name=name,
        kind=next((row["kind"]["value"] for row in known if "kind" in row), ""),
        iri=iri,
        texts=await texts(request, iri, language) if shows_text else [],
        tables=[one for one in tables if one.rows and not (shows_text and one.key == PROOFS.key)],
        around=bound(AROUND, iri, language),
        graph=_graph(types, name, iri, language),
        flows=_flows(types, iri, language),
    )


async def warm(asked: Workers) -> None:
    """Have ready the pages of the largest bodies, in French.

    Raises:
        RefusedError: a query gets no answer.
    """
    for row in await asked.rows(LARGEST):
        for section in SECTIONS[DG.Body.value]:
            await asked.rows(bound(section.query, row["body"]["value"], "fr"))


async def search(request: Request) -> Response:
    """Everything that bears a name like the words of ``q``, of the class ``kind`` where one is given."""
    language = spoken(request)
    asked, kind = request.query_params.get("q", ""), request.query_params.get("kind")
    index = await request.app.state.finder.index()
    found = index.find(asked) if index else []
    counts = {one: sum(entry.kind == one for entry in found) for one in KINDS}
    chosen = [entry for entry in found if kind not in KINDS or entry.kind == kind]
    if "csv" in request.query_params:
        rows = [{"name": entry.name, "beside": entry.beside, "kind": entry.kind, "iri": entry.iri} for entry in chosen]
        terms = [{key: {"type": "literal", "value": value} for key, value in row.items()} for row in rows]
        return download(Table("search", "", "SELECT ?name ?beside ?kind ?iri WHERE {}", [], [], found=terms))
    return page(
        request,
        "search.html.j2",
        asked=asked,
        chosen=kind if kind in KINDS else None,
        counts=counts,
        total=len(found),
        entries=[(entry, place(entry.iri, language), KINDS[entry.kind][language == "fr"]) for entry in chosen[:_SHOWN]],
        more=max(0, len(chosen) - _SHOWN),
        kinds={one: words[language == "fr"] for one, words in KINDS.items()},
        query=NAMES,
        ready=index is not None,
    )


async def editor(request: Request) -> HTMLResponse:
    """The query page: the saved questions, a text field, the answer."""
    saved = [(query.title_fr if spoken(request) == "fr" else query.title, query) for query in named().values()]
    return page(request, "editor.html.j2", saved=sorted(saved, key=lambda pair: pair[0]), prefixes=PREFIXES)


def ontology(request: Request) -> HTMLResponse:
    """Every term of the ontology, with what it means."""
    return page(request, "ontology.html.j2", terms=terms(spoken(request)))


def refused(request: Request, error: RefusedError) -> HTMLResponse:
    """The page of an error."""
    return page(request, "error.html.j2", status=error.status, message=str(error))


def spoken(request: Request) -> str:
    """The language of a page: what its address says, else what the browser wants, French or English."""
    told = request.query_params.get("lang")
    if told in ("fr", "en"):
        return told
    regionless = re.sub(r"-\w+", "", request.headers.get("accept-language", ""))
    return (wanted(regionless, ["fr", "en"]) or ["fr"])[0]


def _graph(types: list[str], name: str, iri: str, language: str) -> str | None:
    """The address of a thing's part of the proxy graph, for what has one."""
    of = {DG.Body.value: {"body": name}, DG.ElectedOfficial.value: {"who": iri}, DG.Sitting.value: {"sitting": iri}}
    found = next((of[type_] for type_ in types if type_ in of), None)
    return f"/proxies?{urlencode({'lang': language, **found})}" if found else None


def _flows(types: list[str], iri: str, language: str) -> str | None:
    """The address of the money that a body gave or an organisation received."""
    of = {DG.Body.value: "body", DG.Organisation.value: "organisation"}
    name = next((of[type_] for type_ in types if type_ in of), None)
    return f"/flows?{urlencode({'lang': language, name: iri})}" if name else None


def table_asked(request: Request, tables: Sequence[Table]) -> Response | None:
    """The table that the address asks for as CSV (404 where there is none of the name)."""
    key = request.query_params.get("csv")
    if key is None:
        return None
    for one in tables:
        if one.key == key:
            return download(one)
    raise RefusedError(404, f"{key}: no such table here")


def page(request: Request, template: str, **values: object) -> HTMLResponse:
    """A page made from a template."""
    language = spoken(request)
    status = values.get("status", 200)
    assert isinstance(status, int)  # noqa: S101 (given by refused alone)

    def here(**changes: object) -> str:
        """The address of this page with other parameters; one of None is left out."""
        told = {**request.query_params, "lang": language, **changes}
        return f"{request.url.path}?{urlencode({key: value for key, value in told.items() if value is not None})}"

    text = (
        _environment()
        .get_template(template)
        .render(language=language, here=here, reviewed=request.app.state.book is not None, **values)
    )
    return HTMLResponse(text, status, headers={"Vary": "Accept, Accept-Language", "Content-Language": language})


@cache
def _environment() -> jinja2.Environment:
    return jinja2.Environment(
        loader=jinja2.FileSystemLoader(_HERE / "templates"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
