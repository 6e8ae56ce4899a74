"""The pages: made on the server, usable without a script. What documents say reaches them as escaped text alone."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import jinja2
from starlette.requests import Request
from starlette.responses import HTMLResponse

from delibgraph.explorer.negotiation import wanted
from delibgraph.explorer.requests import workers
from delibgraph.explorer.sections import FRENCH, HOME, KNOWN, NUMBERS, PROOFS, SECTIONS, STATEMENTS, Section
from delibgraph.explorer.vocabulary import terms
from delibgraph.explorer.workers import RefusedError, Term
from delibgraph.queries import named
from delibgraph.rdf.vocabulary import DG, ID
from delibgraph.store import PREFIXES

_HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table: its text, and where it leads."""

    text: str
    href: str | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A table as it is shown."""

    title: str
    query: str
    columns: list[str]
    rows: list[list[Cell]]


async def home(request: Request) -> HTMLResponse:
    """What the graph holds, and what is wrong in it."""
    language = spoken(request)
    numbers = [
        (french if language == "fr" else english, (await workers(request).rows(query))[0]["n"]["value"])
        for english, french, query in NUMBERS.values()
    ]
    tables = [await _table(request, section, None) for section in HOME]
    return _page(request, "home.html.j2", numbers=numbers, tables=tables)


async def thing(request: Request) -> HTMLResponse:
    """One thing: the tables of its kind, all that is stated, and where.

    Raises:
        RefusedError: nothing in the graph bears this IRI (404).
    """
    iri = ID + request.path_params["path"]
    known = await workers(request).rows(bound(KNOWN, iri, spoken(request)))
    if not known:
        raise RefusedError(404, f"<{iri}>: the graph says nothing about it")
    types = [row["type"]["value"] for row in known]
    name = next((row["name"]["value"] for row in known if "name" in row), iri.removeprefix(ID))
    sections = [section for type_ in dict.fromkeys(types) for section in SECTIONS.get(type_, ())]
    tables = [await _table(request, section, iri) for section in (*sections, PROOFS, STATEMENTS)]
    kind = next((type_.removeprefix(DG.base) for type_ in types if type_.startswith(DG.base)), "")
    return _page(
        request, "thing.html.j2", name=name, kind=kind, iri=iri, tables=[table for table in tables if table.rows]
    )


async def editor(request: Request) -> HTMLResponse:
    """The query page: the saved questions, a text field, the answer."""
    saved = [(query.title_fr if spoken(request) == "fr" else query.title, query) for query in named().values()]
    return _page(request, "editor.html.j2", saved=sorted(saved, key=lambda pair: pair[0]), prefixes=PREFIXES)


def ontology(request: Request) -> HTMLResponse:
    """Every term of the ontology, with what it means."""
    return _page(request, "ontology.html.j2", terms=terms(spoken(request)))


def refused(request: Request, error: RefusedError) -> HTMLResponse:
    """The page of an error."""
    return _page(request, "error.html.j2", status=error.status, message=str(error))


def spoken(request: Request) -> str:
    """The language of a page: what its address says, else what the browser wants, French or English."""
    told = request.query_params.get("lang")
    if told in ("fr", "en"):
        return told
    regionless = re.sub(r"-\w+", "", request.headers.get("accept-language", ""))
    return (wanted(regionless, ["fr", "en"]) or ["fr"])[0]


def bound(query: str, iri: str | None, language: str) -> str:
    """The query about one thing. The IRI comes from an address, so it is checked as one."""
    from pyoxigraph import Literal, NamedNode

    try:
        node = str(NamedNode(iri)) if iri else ""
    except ValueError as error:
        raise RefusedError(400, f"no IRI: {error}") from error
    return query.replace("$this", node).replace("$language", str(Literal(language)))


async def _table(request: Request, section: Section, iri: str | None) -> Table:
    language = spoken(request)
    query = bound(section.query, iri, language)
    rows = await workers(request).rows(query)
    names = [name for name in dict.fromkeys(name for row in rows for name in row) if not name.endswith("_label")]
    order = [name for name in _variables(section.query) if name in names]
    cells = [[_cell(row.get(name), row.get(f"{name}_label"), language) for name in order] for row in rows]
    title = section.title_fr if language == "fr" else section.title
    shown = [FRENCH.get(name, name) if language == "fr" else name for name in order]
    return Table(title, query, [name.replace("_", " ") for name in shown], cells)


def _variables(query: str) -> list[str]:
    head = query.partition(" WHERE ")[0].replace("(", " ").replace(")", " ")
    return list(dict.fromkeys(word[1:] for word in head.split() if word.startswith("?")))


def _cell(term: Term | None, label: Term | None, language: str) -> Cell:
    if term is None:
        return Cell("")
    value = term["value"]
    text = " ".join((label or {}).get("value", value).split())
    if term["type"] != "uri":
        return Cell(" ".join(value.split()))
    if value.startswith(ID):
        return Cell(text.removeprefix(ID), f"/id/{value.removeprefix(ID)}?lang={language}")
    for prefix, base in PREFIXES.items():
        text = f"{prefix}:{text.removeprefix(base)}" if text.startswith(base) else text
    return Cell(text)


def _page(request: Request, template: str, **values: object) -> HTMLResponse:
    language = spoken(request)
    status = values.get("status", 200)
    assert isinstance(status, int)  # noqa: S101 (given by refused alone)
    text = _environment().get_template(template).render(language=language, path=request.url.path, **values)
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
