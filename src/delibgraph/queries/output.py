"""An answer as a table for people, or as CSV, JSON and Turtle for programs."""

from __future__ import annotations

from collections.abc import Collection
from typing import IO, Literal, get_args

from pyoxigraph import (
    NamedNode,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    QueryTriples,
    RdfFormat,
    serialize,
)

from delibgraph.queries.catalogue import QueryError
from delibgraph.queries.running import Answer, Value, plain
from delibgraph.store.files import PREFIXES

Format = Literal["table", "csv", "json", "ttl"]
FORMATS: tuple[Format, ...] = get_args(Format)

_RESULTS = {
    "csv": QueryResultsFormat.CSV,  # https://www.w3.org/TR/sparql11-results-csv-tsv/
    "json": QueryResultsFormat.JSON,  # https://www.w3.org/TR/sparql11-results-json/
}


def write(answer: Answer, target: IO[bytes], format_: Format = "table", *, hidden: Collection[str] = ()) -> None:
    """Write an answer in UTF-8. CSV and JSON are the W3C's formats and are written as the solutions come.

    ``hidden`` names variables that a table, made for people, leaves out.

    Raises:
        QueryError: the format cannot hold this answer: triples make Turtle alone, and Turtle holds triples alone.
    """
    if isinstance(answer, QueryTriples):
        if format_ not in ("ttl", "table"):
            raise QueryError(f"a CONSTRUCT or DESCRIBE query makes triples, not {format_} (ask for ttl)")
        serialize(sorted(set(answer), key=str), target, RdfFormat.TURTLE, prefixes=PREFIXES)
    elif format_ == "ttl":
        raise QueryError("only a CONSTRUCT or DESCRIBE query makes Turtle (ask for table, csv or json)")
    elif isinstance(answer, QueryBoolean) and format_ != "json":
        target.write(b"true\n" if bool(answer) else b"false\n")
    elif format_ == "table" and isinstance(answer, QuerySolutions):
        _write_table(answer, target, hidden)
    else:
        answer.serialize(target, _RESULTS[format_])


def _write_table(solutions: QuerySolutions, target: IO[bytes], hidden: Collection[str]) -> None:
    """A table as wide as its cells: a terminal or a pager cuts it where it likes, a file keeps it whole."""
    from rich.cells import cell_len  # a terminal's columns: some characters take two, some none

    shown = [i for i, variable in enumerate(solutions.variables) if variable.value not in hidden]
    rows = [[solutions.variables[i].value for i in shown]]
    rows += ([short(solution[i]) for i in shown] for solution in solutions)
    widths = [max(map(cell_len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = (text + " " * (width - cell_len(text)) for text, width in zip(row, widths, strict=True))
        target.write(("  ".join(cells).rstrip() + "\n").encode())


def short(term: Value | None) -> str:
    """A term for people on one line: an IRI with its prefix, a literal's text, nothing for no value."""
    text = " ".join((plain(term) or "").split())
    if isinstance(term, NamedNode):
        prefix, base = max(PREFIXES.items(), key=lambda item: len(item[1]) if text.startswith(item[1]) else 0)
        return f"{prefix}:{text[len(base) :]}" if text.startswith(base) else text
    return text
