"""The graph from Python and from notebooks: open it, project it, ask it.

::

    import delibgraph as dg

    graph = dg.open("out")
    graph.proxies(body="métropole")  # a networkx.MultiDiGraph
    graph.query("funding", to="mécaloire").frame()  # a pandas.DataFrame
"""

from __future__ import annotations

import datetime
import html
from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any, cast, overload

from pyoxigraph import Literal, QuerySolutions, Store

from delibgraph.projections import PROJECTIONS
from delibgraph.projections.graphs import Graph, MultiDiGraph
from delibgraph.queries import QueryError, plain, run
from delibgraph.rdf.vocabulary import XSD
from delibgraph.store import open_store

SHOWN = 20
"""Rows that a notebook shows of an answer."""

_KINDS = ("Body", "ElectedOfficial", "Sitting", "Proxy", "Deliberation", "Funding", "Organisation", "SourceDocument")
_VALUES: Mapping[str, Callable[[str], object]] = {
    XSD.base + "integer": int,
    XSD.base + "gYear": int,
    XSD.base + "decimal": Decimal,
    XSD.base + "date": datetime.date.fromisoformat,
    XSD.base + "boolean": lambda text: text in ("true", "1"),
}


class Rows(Sequence[dict[str, Any]]):
    """The rows of an answer, each a dictionary by variable name; numbers, dates and truth values are Python's own."""

    def __init__(self, columns: Sequence[str], rows: Sequence[dict[str, Any]]) -> None:
        """Rows under these columns, both in the order of the query."""
        self.columns = tuple(columns)
        self._rows = list(rows)

    @overload
    def __getitem__(self, place: int) -> dict[str, Any]: ...
    @overload
    def __getitem__(self, place: slice) -> Rows: ...
    def __getitem__(self, place: int | slice) -> dict[str, Any] | Rows:
        """One row, or some of them under the same columns."""
        return Rows(self.columns, self._rows[place]) if isinstance(place, slice) else self._rows[place]

    def __len__(self) -> int:
        """How many rows."""
        return len(self._rows)

    def __repr__(self) -> str:
        """The size and the columns."""
        return f"<{len(self)} rows: {', '.join(self.columns)}>"

    def frame(self) -> Any:
        """The rows as a ``pandas.DataFrame``; decimals become floats, dates stay dates.

        Raises:
            ImportError: pandas is not installed.
        """
        try:
            import pandas as pd
        except ImportError as error:
            raise ImportError("a data frame needs pandas (pip install 'delibgraph[notebook]')") from error
        numbers = ({name: _number(value) for name, value in row.items()} for row in self)
        return pd.DataFrame(list(numbers), columns=list(self.columns))

    def _repr_html_(self) -> str:
        """The first rows as a table, all text escaped."""
        rows = [[_cell(row[column]) for column in self.columns] for row in self._rows[:SHOWN]]
        more = (
            f"<p>{len(self)} rows, of which {SHOWN} are shown</p>" if len(self) > SHOWN else f"<p>{len(self)} rows</p>"
        )
        return _table(self.columns, rows) + more


class KnowledgeGraph:
    """A built graph, open for reading. Its projections are made from the store by one streaming query each."""

    def __init__(self, store: Store, name: str) -> None:
        """A store, and what to call it."""
        self.store = store
        self.name = name

    def proxies(self, **bounds: str | None) -> MultiDiGraph:
        """Who gave whom a proxy, an edge for each sitting; bounds are ``body``, ``organ``, ``since``, ``through``.

        Raises:
            QueryError: an unknown bound, or a day that is none.
        """
        return cast(MultiDiGraph, self._projection("proxies", bounds))

    def funding(self, **bounds: str | None) -> MultiDiGraph:
        """Which body granted which organisation how much, an edge for each sum; bounds as for :meth:`proxies`."""
        return cast(MultiDiGraph, self._projection("funding", bounds))

    def attendance(self, **bounds: str | None) -> MultiDiGraph:
        """Who was present at which sitting; bounds as for :meth:`proxies`."""
        return cast(MultiDiGraph, self._projection("attendance", bounds))

    def co_attendance(self, **bounds: str | None) -> Graph:
        """Who sat together at how many sittings; bounds as for :meth:`proxies`."""
        return self._projection("co-attendance", bounds)

    def co_funding(self, **bounds: str | None) -> Graph:
        """Which organisations the same bodies fund; bounds as for :meth:`proxies`."""
        return self._projection("co-funding", bounds)

    def query(self, query: str, **values: object) -> Rows:
        """The rows of a named query with its parameters, or of any SPARQL SELECT.

        Raises:
            QueryError: no such query, wrong parameters, a syntax error, or an answer that has no rows.
        """
        answer = run(self.store, query, {name: str(value) for name, value in values.items()})
        if not isinstance(answer, QuerySolutions):
            raise QueryError("only a SELECT has rows (the command `delibgraph query` answers the others)")
        names = [variable.value for variable in answer.variables]
        return Rows(names, list(_typed(answer, names)))

    def __repr__(self) -> str:
        """Where it was opened."""
        return f"<delibgraph: {self.name}>"

    def _repr_html_(self) -> str:
        """What is in it, in figures."""
        counted = self.query(
            "SELECT ?kind (COUNT(DISTINCT ?thing) AS ?n) { "
            f"VALUES ?kind {{ {' '.join(f'dg:{kind}' for kind in _KINDS)} }} "
            "?thing a ?kind } GROUP BY ?kind"
        )
        found = {row["kind"].rpartition("#")[2]: row["n"] for row in counted}
        figures = [[_cell(found.get(kind, 0)) for kind in _KINDS]]
        return f"<p><b>{html.escape(self.name)}</b></p>" + _table(_KINDS, figures)

    def _projection(self, name: str, bounds: Mapping[str, str | None]) -> MultiDiGraph | Graph:
        parameters = {"body": "of_body", "organ": "of_organ"}
        values = {parameters.get(bound, bound): value for bound, value in bounds.items() if value is not None}
        return PROJECTIONS[name](self.store, values)


def open_graph(path: str | Path) -> KnowledgeGraph:
    """Open the folder of a build, or a graph file (.nq, .nq.gz, .ttl, .trig).

    Raises:
        StoreError: nothing there, a file of unknown format, or one that is damaged.
    """
    return KnowledgeGraph(open_store(Path(path)), str(path))


def _typed(solutions: QuerySolutions, names: Sequence[str]) -> Iterator[dict[str, Any]]:
    for solution in solutions:
        yield {name: _value(term) for name, term in zip(names, solution, strict=True)}


def _value(term: Any) -> object:
    """A term as a Python value; text where a literal is not what its datatype says."""
    text = plain(term)
    if not isinstance(term, Literal) or text is None:
        return text
    try:
        return _VALUES.get(term.datatype.value, str)(text)
    except (ValueError, ArithmeticError):
        return text


def _number(value: Any) -> Any:
    return float(value) if isinstance(value, Decimal) else value


def _cell(value: object) -> str:
    return "" if value is None else html.escape(" ".join(str(value).split()))


def _table(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A table of cells that are escaped already."""
    head = "".join(f"<th>{html.escape(column)}</th>" for column in columns)
    body = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
