"""Tables: a query's rows as cells with links, as a chart's bars, and as CSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass, field

from starlette.requests import Request
from starlette.responses import Response

from delibgraph.explorer.charts import Chart, stacked
from delibgraph.explorer.requests import workers
from delibgraph.explorer.section import Section
from delibgraph.explorer.wording import FRENCH, OTHERS, VALUES
from delibgraph.explorer.workers import RefusedError, Term
from delibgraph.exports.cells import inert
from delibgraph.rdf.vocabulary import ID, XSD
from delibgraph.store import PREFIXES

Row = dict[str, Term]
SHOWN = 100
"""Rows of a table on one page."""
_NUMBERS = {XSD.base + kind for kind in ("integer", "decimal", "double", "gYear")}
_EVIDENCE, _DOCUMENT = f"{ID}evidence/", f"{ID}document/"


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table: its text, where it leads, and whether it is a number, a day or words of a document."""

    text: str
    href: str | None = None
    look: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table as it is shown, with the query that made it."""

    key: str
    title: str
    query: str
    columns: list[str]
    rows: list[list[Cell]]
    chart: Chart | None = None
    folded: bool = False
    found: list[Row] = field(default_factory=list)
    number: int = 1
    """The page of the table that is shown; its CSV has all of them."""

    @property
    def pages(self) -> int:
        """How many pages the rows make."""
        return max(1, -(-len(self.found) // SHOWN))

    @property
    def first(self) -> int:
        """The number of the first row that is shown, counted from 1."""
        return SHOWN * (self.number - 1) + 1

    def csv(self) -> str:
        """The rows as CSV with full IRIs (RFC 4180, UTF-8); text that a spreadsheet would run is made inert."""
        names = _columns(self.query, self.found)
        links = [name for name in names if any(row.get(name, {}).get("type") == "uri" for row in self.found)]
        out = io.StringIO()
        writer = csv.writer(out)
        writer.writerow([*names, *(f"{name}_iri" for name in links)])
        for row in self.found:
            texts = [_plain(row.get(f"{name}_label") or row.get(name)) for name in names]
            writer.writerow([*texts, *(_plain(row.get(name)) for name in links)])
        return out.getvalue()


async def table(request: Request, section: Section, iri: str | None, language: str) -> Table:
    """The table of a section about a thing.

    Raises:
        RefusedError: the query gets no answer.
    """
    query = bound(section.query, iri, language)
    rows = _distinct(await workers(request).rows(query))
    names = _columns(query, rows)
    asked = request.query_params.get(f"page-of-{section.key}", "")
    pages = max(1, -(-len(rows) // SHOWN))
    number = min(max(int(asked), 1), pages) if asked.isdecimal() and len(asked) < 6 else 1
    cells = [[_cell(name, row, language) for name in names] for row in rows[SHOWN * (number - 1) :][:SHOWN]]
    shown = [FRENCH.get(name, name) if language == "fr" else name for name in names]
    title = section.title_fr if language == "fr" else section.title
    return Table(
        section.key,
        title,
        query,
        [name.replace("_", " ") for name in shown],
        cells,
        _chart(section, rows, language),
        section.folded,
        rows,
        number,
    )


def download(made: Table) -> Response:
    """A table as a file."""
    headers = {"Content-Disposition": f'attachment; filename="{made.key}.csv"'}
    return Response(made.csv(), media_type="text/csv; charset=utf-8; header=present", headers=headers)


def bound(query: str, iri: str | None, language: str) -> str:
    """The query about one thing. The IRI comes from an address, so it is checked as one.

    Raises:
        RefusedError: it is none (400).
    """
    from pyoxigraph import Literal, NamedNode

    try:
        node = str(NamedNode(iri)) if iri else ""
    except ValueError as error:
        raise RefusedError(400, f"no IRI: {error}") from error
    return query.replace("$this", node).replace("$language", str(Literal(language)))


def place(iri: str, language: str) -> str:
    """The address of a thing's page; of a passage, its place in the document's text."""
    if iri.startswith(_EVIDENCE) and iri.count("/") == _EVIDENCE.count("/") + 1:
        document, _, span = iri.removeprefix(_EVIDENCE).partition("/")
        return f"/id/document/{document}?lang={language}#w{span}"
    return f"/id/{iri.removeprefix(ID)}?lang={language}"


def number(value: float, language: str) -> str:
    """A number for people: 1 234,50 or 1,234.50.

    >>> number(1234.5, "en"), number(20000.0, "en")
    ('1,234.50', '20,000')
    """
    text = f"{value:,.0f}" if value == int(value) else f"{value:,.2f}"
    return text.replace(",", "\u202f").replace(".", ",") if language == "fr" else text


def _columns(query: str, rows: Sequence[Row]) -> list[str]:
    """The variables with a value somewhere, in the order of the query."""
    known = {name for row in rows for name in row if not name.endswith("_label")}
    head = query.partition(" WHERE ")[0].replace("(", " ").replace(")", " ")
    named = [word[1:] for word in head.split() if word.startswith("?")]
    return [name for name in dict.fromkeys(named) if name in known]


def _distinct(rows: Sequence[Row]) -> list[Row]:
    """The rows without those that say the same in the same words of another document."""
    found: dict[tuple[str, ...], Row] = {}
    for row in rows:
        words = sorted(f"{name} {term['value']}" for name, term in row.items() if name != "quote")
        found.setdefault(tuple(words), row)
    return list(found.values())


def _chart(section: Section, rows: Sequence[Row], language: str) -> Chart | None:
    if section.chart is None or not rows:
        return None
    label, series, value = section.chart
    currency = rows[0].get("currency")
    drawn = [
        (
            row[label]["value"],
            row.get(f"{series}_label", row.get(series, {})).get("value", ""),
            float(row[value]["value"]),
        )
        for row in rows
        if label in row and value in row and row.get("currency") == currency
    ]
    return stacked([row for row in drawn if row[2] > 0], OTHERS[language])


def _cell(name: str, row: Row, language: str) -> Cell:
    term = row.get(name)
    if term is None:
        return Cell("")
    value, label = term["value"], row.get(f"{name}_label")
    text = " ".join((label or term)["value"].split())
    if term["type"] != "uri":
        return _literal(text, term.get("datatype", ""), name, language)
    look = "quote" if name == "quote" else "day" if (label or {}).get("datatype") == XSD.base + "date" else ""
    if value.startswith(ID):
        return Cell(text.removeprefix(ID), place(value, language), look)
    for prefix, base in PREFIXES.items():
        text = f"{prefix}:{text.removeprefix(base)}" if text.startswith(base) else text
    return Cell(text)


def _literal(text: str, datatype: str, name: str, language: str) -> Cell:
    text = VALUES[language].get(text, text) if datatype == XSD.base + "boolean" or name == "severity" else text
    if name == "amount" and datatype in _NUMBERS:
        return Cell(number(float(text), language), look="number")
    return Cell(text, look="number" if datatype in _NUMBERS else "day" if datatype == XSD.base + "date" else "")


def _plain(term: Term | None) -> str:
    if term is None:
        return ""
    return term["value"] if term.get("datatype") in _NUMBERS else inert(term["value"])
