"""The projections by name, each made from a store by one streaming query."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from pyoxigraph import Store

from delibgraph.projections.graphs import Graph, MultiDiGraph
from delibgraph.projections.money import co_funding, funding
from delibgraph.projections.presence import attendance, co_attendance
from delibgraph.projections.proxies import multigraph
from delibgraph.projections.records import attendance_rows, funding_rows, proxy_rows

Values = Mapping[str, str]
"""Parameters of the records queries: ``since``, ``through``, ``of_body``, ``of_organ``."""

PROJECTIONS: Mapping[str, Callable[[Store, Values], MultiDiGraph | Graph]] = {
    "proxies": lambda store, values: multigraph(proxy_rows(store, **values)),
    "funding": lambda store, values: funding(funding_rows(store, **values)),
    "attendance": lambda store, values: attendance(attendance_rows(store, **values)),
    "co-attendance": lambda store, values: co_attendance(attendance(attendance_rows(store, **values))),
    "co-funding": lambda store, values: co_funding(funding(funding_rows(store, **values))),
}
"""What ``delibgraph view`` offers. Each raises QueryError where a value is of the wrong type."""
