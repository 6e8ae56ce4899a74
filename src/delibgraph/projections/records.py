"""The rows of a projection, read from a store by one streaming query each."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any, cast

from pyoxigraph import QuerySolutions, Store

from delibgraph.projections.rows import AttendanceRow, FundingRow, ProxyRow
from delibgraph.queries import records, run


def proxy_rows(store: Store, **values: str) -> Iterator[ProxyRow]:
    """Every proxy as each document tells it; ``values`` are parameters of the query ``proxy-records``.

    Raises:
        QueryError: an unknown parameter or a value of the wrong type.
    """
    for record in _solutions(store, "proxy-records", values):
        told = cast("dict[str, str]", record)
        told["from_"] = told.pop("from")
        yield ProxyRow(**told)


def attendance_rows(store: Store, **values: str) -> Iterator[AttendanceRow]:
    """Every member's state at every sitting; ``values`` are parameters of the query ``attendance-records``.

    Raises:
        QueryError: an unknown parameter or a value of the wrong type.
    """
    for record in _solutions(store, "attendance-records", values):
        yield AttendanceRow(**cast("dict[str, str]", record))


def funding_rows(store: Store, **values: str) -> Iterator[FundingRow]:
    """Every sum granted, as each document tells it; ``values`` are parameters of the query ``funding-records``.

    Raises:
        QueryError: an unknown parameter or a value of the wrong type.
    """
    for record in _solutions(store, "funding-records", values):
        told: dict[str, Any] = dict(record)
        told["amount"] = Decimal(told["amount"])
        told["year"] = told["year"] and int(told["year"])
        yield FundingRow(**told)


def _solutions(store: Store, name: str, values: dict[str, str]) -> Iterator[dict[str, str | None]]:
    return records(cast(QuerySolutions, run(store, name, values)))
