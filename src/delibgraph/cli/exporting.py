"""``delibgraph export``: the graph in the formats that others ask for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import cast

import click
from pyoxigraph import QuerySolutions, Store

from delibgraph import exports
from delibgraph.cli.common import fail, given, graph_argument, opened, period_options, with_options
from delibgraph.exports.shards import write_shards
from delibgraph.queries import QueryError, records, run
from delibgraph.store import StoreError, write_atomically


@dataclass(frozen=True, slots=True)
class _Order:
    """What the user asked for."""

    graph: Path
    out: Path
    settings: exports.Settings
    format: exports.TableFormat
    values: Mapping[str, str]


def _scdl(
    make: Callable[[Store, exports.Settings, Mapping[str, str]], exports.Table], store: Store, order: _Order
) -> str:
    table = make(store, order.settings, order.values)
    write_atomically(order.out, table.csv())
    told = f"{len(table.rows)} rows in {order.out}"
    companion = order.out.with_name(f"{order.out.stem}.rejected.csv")
    if not table.rejected:
        companion.unlink(missing_ok=True)
        return told
    write_atomically(companion, table.rejected_csv())
    return (
        f"{told}; {len(table.rejected)} left out, with the reasons in {companion} "
        f"(what is missing can be told: delibgraph export {order.graph} settings --out settings.toml)"
    )


def _tables(store: Store, order: _Order) -> str:
    counts = exports.write_tables(store, order.out, order.format)
    return f"{len(counts)} tables in {order.out}: " + ", ".join(f"{name} {count}" for name, count in counts.items())


def _jsonld(store: Store, order: _Order) -> str:
    return f"{exports.write_jsonld(store, order.out)} sittings in {order.out}"


def _dcat(store: Store, order: _Order) -> str:
    terms = order.settings.dataset
    if terms is None:
        raise click.UsageError("a catalogue needs --settings with [dataset] url and publisher")
    sittings = list(records(cast(QuerySolutions, run(store, "sittings", order.values))))
    days = sorted(row["date"] for row in sittings if row["date"])
    bodies = {row["body"] for row in sittings if row["body"]}
    folder = order.graph if order.graph.is_dir() else order.graph.parent
    text = exports.catalogue(folder, terms, bodies, (days[0], days[-1]) if days else None)
    write_atomically(order.out, text.encode())
    return f"a catalogue of {order.graph} in {order.out}"


def _shards(_: Store, order: _Order) -> str:
    return f"{write_shards(order.graph, order.out)} files and their manifest in {order.out}"


def _settings(store: Store, order: _Order) -> str:
    if order.out.exists():
        raise click.UsageError(f"{order.out}: exists already, and may hold what you filled in (choose another --out)")
    write_atomically(order.out, exports.settings_template(store, order.values).encode())
    return f"{order.out}: fill it in and give it as --settings"


_KINDS: Mapping[str, Callable[[Store, _Order], str]] = {
    "scdl-deliberations": lambda store, order: _scdl(exports.deliberations, store, order),
    "scdl-subventions": lambda store, order: _scdl(exports.subventions, store, order),
    "tables": _tables,
    "jsonld": _jsonld,
    "dcat": _dcat,
    "shards": _shards,
    "settings": _settings,
}


@click.command()
@graph_argument
@click.argument("kind", type=click.Choice(list(_KINDS)))
@click.option(
    "--out", type=click.Path(path_type=Path), required=True, help="File to write; for tables and shards, a folder."
)
@click.option("--settings", type=click.Path(path_type=Path), help="TOML file with what the record does not say.")
@click.option(
    "--format",
    "format_",
    type=click.Choice(exports.TABLE_FORMATS),
    default="csv",
    show_default=True,
    help="Of tables alone.",
)
@with_options(period_options)
def export(
    graph: Path,
    kind: str,
    out: Path,
    settings: Path | None,
    format_: exports.TableFormat,
    since: str | None,
    through: str | None,
    body: str | None,
) -> None:
    """Write the graph in a format that others ask for.

    \b
    scdl-deliberations  the national table of deliberations, SCDL 2.1.5
    scdl-subventions    the national table of grants, SCDL 2.1.1
    tables              every fact with its evidence, one table a class, CSV or Parquet
    jsonld              JSON-LD, one framed object a sitting
    shards              N-Quads for stores that load from files, with their sums
    dcat                a DCAT-AP description of the built files
    settings            a settings file to fill in: SIRETs, matters, terms of payment

    A row that lacks a required value is left out and listed with the reason beside the table, in NAME.rejected.csv.
    The period and the body narrow the national tables and the settings.

    \b
    Examples:
      delibgraph export out settings --out settings.toml
      delibgraph export out scdl-subventions --out subventions.csv --settings settings.toml --since 2023-01-01
      delibgraph export out tables --out tables --format parquet
      delibgraph export out jsonld --out sittings.jsonld
    """
    values = given(since=since, through=through, of_body=body)
    try:
        order = _Order(graph, out, exports.read_settings(settings), format_, values)
        told = _KINDS[kind](opened(graph), order)
    except (StoreError, exports.SettingsError, exports.TablesError, exports.JsonLdError, QueryError) as error:
        raise click.UsageError(str(error)) from error
    except OSError as error:
        fail(f"{error.filename or out}: {error.strerror or error}")
    click.echo(told, err=True)
