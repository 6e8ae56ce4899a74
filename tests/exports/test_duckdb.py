"""The queries of ``docs/duckdb.md`` give the rows of the named queries, from Parquet files alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

import pytest
from pyoxigraph import QuerySolutions

from delibgraph.build import Report
from delibgraph.exports import write_tables
from delibgraph.queries import records, run
from delibgraph.store import open_store

duckdb = pytest.importorskip("duckdb")
pytest.importorskip("pyarrow")

PAGE = (Path(__file__).parents[2] / "docs" / "duckdb.md").read_text(encoding="utf-8")
QUERIES = dict(re.findall(r"^## ([a-z-]+)\n\n```sql\n(.*?)```", PAGE, re.M | re.S))
VIEW = re.findall(r"```sql\n(CREATE VIEW.*?)```", PAGE, re.S)[0]
Rows = list[tuple[str, ...]]


@pytest.fixture(scope="module")
def tables(built: tuple[Path, Report], tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Any, Path]]:
    """A connection whose queries find the tables."""
    folder = tmp_path_factory.mktemp("duckdb") / "tables"
    write_tables(open_store(built[0]), folder, "parquet")
    with duckdb.connect() as connection:
        connection.execute(VIEW.replace("'tables/", f"'{folder}/"))
        yield connection, folder


def plain(value: object) -> str:
    """A value as both sides write it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    try:
        return str(float(Decimal(str(value))))
    except InvalidOperation:
        return str(value)


def test_the_page_has_the_main_questions() -> None:
    main = {"proxies", "proxy-pairs", "attendance-by-member", "funding-totals", "deliberations", "votes"}
    assert main <= QUERIES.keys()


@pytest.mark.parametrize("name", QUERIES)
def test_the_rows_are_those_of_sparql(name: str, tables: tuple[Any, Path], built: tuple[Path, Report]) -> None:
    connection, folder = tables
    answer = connection.execute(QUERIES[name].replace("'tables/", f"'{folder}/"))
    columns = [column[0] for column in answer.description]
    rows: Rows = sorted(tuple(map(plain, row)) for row in answer.fetchall())
    asked = run(open_store(built[0]), name)
    assert isinstance(asked, QuerySolutions)
    found = {tuple(plain(row[column]) for column in columns) for row in records(asked)}
    assert rows == sorted(found)
    assert rows
