"""The rows of a register that bear the names and numbers looked for: one pass over the file, in bounded memory."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from delibgraph.identity.labels import normal_name
from delibgraph.identity.names import compact
from delibgraph.registers.files import Register, RegisterError, connected, iso, readable
from delibgraph.registers.formats import CLOSED

if TYPE_CHECKING:
    import duckdb

_PREFIX = "^(l?association|asso)"
_BATCH = 10_000
Row = dict[str, str]


@dataclass(frozen=True, slots=True)
class Found:
    """The rows found, and the register's day: the file name's, else the latest date in the file."""

    rows: list[Row] = field(default_factory=list)
    date: str | None = None


@lru_cache(maxsize=200_000)
def key(name: str) -> str:
    """The letters that a name is looked up by: the same as SQL makes of the register's names."""
    return re.sub(_PREFIX, "", compact(name)) or compact(name)


def keys(name: str) -> set[str]:
    """The keys of a printed name, with and without its legal form."""
    return {key(name), key(" ".join(normal_name(name)))} - {""}


def look_up(register: Register, names: Collection[str], numbers: Collection[str] = ()) -> Found:
    """The rows that bear one of the names (as keys) or numbers, those of units that are no more left out.

    Raises:
        RegisterError: the file cannot be read to its end.
    """
    columns = register.columns
    named = [ours for ours in ("name", "usual", "short", "body") if ours in columns]
    numbered = [ours for ours in ("siren", "siret", "rna") if ours in columns]
    tests = [f"{_sql_key(columns[ours])} IN (SELECT value FROM names)" for ours in named]
    tests += [f"replace({_q(columns[ours])}, ' ', '') IN (SELECT value FROM numbers)" for ours in numbered]
    shown = ", ".join(f"{_q(theirs)} AS {ours}" for ours, theirs in columns.items())
    with connected() as connection, readable(register.path, register.encoding) as source:
        for table, values in (("names", names), ("numbers", numbers)):
            connection.execute(f"CREATE TEMP TABLE {table} (value VARCHAR)")
            if values:
                connection.execute(f"INSERT INTO {table} SELECT unnest(?)", [sorted(values)])
        try:
            cursor = connection.execute(f"SELECT {shown} FROM {source} WHERE {' OR '.join(tests)}")
            header = [name for name, *_ in cursor.description or ()]
            found = [row for row in _rows(cursor, header) if row.get("state", "").strip().lower() not in CLOSED]
            date = register.date or _latest(connection, source, columns.get("dated"))
        except RegisterError:
            raise
        except Exception as error:
            told = str(error).strip().partition("\n")[0]
            raise RegisterError(f"{register.path}: cannot be read to its end: {told}") from error
    return Found(sorted(found, key=lambda row: sorted(row.items())), date)


def _rows(cursor: duckdb.DuckDBPyConnection, header: list[str]) -> Iterator[Row]:
    while batch := cursor.fetchmany(_BATCH):
        for values in batch:
            yield {name: str(value).strip() for name, value in zip(header, values, strict=True) if value is not None}


def _latest(connection: duckdb.DuckDBPyConnection, source: str, column: str | None) -> str | None:
    """The latest date of a column, in either form."""
    if column is None:
        return None
    cell = f"CAST({_q(column)} AS VARCHAR)"
    day = (
        f"CASE WHEN {cell} LIKE '__/__/____%' THEN substr({cell}, 7, 4) || '-' || substr({cell}, 4, 2) || '-' || "
        f"substr({cell}, 1, 2) ELSE substr({cell}, 1, 10) END"
    )
    query = f"SELECT max({day}) FROM {source} WHERE {cell} SIMILAR TO '[0-9].*'"
    latest = connection.execute(query).fetchone()
    return iso(latest[0]) if latest else None


def _sql_key(column: str) -> str:
    letters = f"lower(strip_accents(replace(replace(lower(CAST({_q(column)} AS VARCHAR)), 'œ', 'oe'), 'æ', 'ae')))"
    plain = f"regexp_replace({letters}, '[^a-z0-9]+', '', 'g')"
    return f"coalesce(nullif(regexp_replace({plain}, '{_PREFIX}', ''), ''), {plain})"


def _q(column: str) -> str:
    return '"' + column.replace('"', '""') + '"'
