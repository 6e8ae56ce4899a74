"""What the commands share: their arguments, tables, and errors that name the way out."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, NoReturn

import click
from pyoxigraph import Store

from delibgraph.cli.bounds import within
from delibgraph.queries import FORMATS, Answers, Page, QueryError, write
from delibgraph.store import StoreError, open_store

graph_argument = click.argument("graph", type=click.Path(path_type=Path), metavar="GRAPH")
"""A folder that ``delibgraph build`` made, or a graph file (.nq, .nq.gz, .ttl, .trig)."""

format_option = click.option(
    "--format", "format_", type=click.Choice(FORMATS), default="table", show_default=True, help="How rows come out."
)
period_options = (
    click.option("--since", metavar="DATE", help="First day of the period, as 2022-01-31."),
    click.option("--through", metavar="DATE", help="Last day of the period."),
    click.option("--body", metavar="NAME", help="Part of the body's name, or its SIREN."),
)


def with_options(options: tuple[Callable[[Any], Any], ...]) -> Callable[[Any], Any]:
    """Several options as one decorator, shown in their order."""

    def decorate(command: Any) -> Any:
        for option in reversed(options):
            command = option(command)
        return command

    return decorate


class Failed(click.ClickException):
    """An error of the work itself (exit code 1), told in one line."""

    exit_code = 1


def fail(error: Exception | str) -> NoReturn:
    """Stop with a message."""
    raise Failed(str(error))


def opened(path: Path) -> Store:
    """The graph at a path, or a clear message."""
    try:
        return open_store(path)
    except StoreError as error:
        raise click.UsageError(str(error)) from error


def answer(
    path: Path,
    query: str,
    values: dict[str, str],
    format_: Any,
    *,
    hidden: tuple[str, ...] = (),
    page: Page | None = None,
    seconds: float | None = None,
) -> None:
    """Ask the graph and print the answer, in so many seconds if they are told; a table leaves hidden variables out."""
    answers = Answers(path)
    store = opened(path)

    def ask() -> None:
        write(answers.run(store, query, values, page), sys.stdout.buffer, format_, hidden=hidden)
        sys.stdout.buffer.flush()

    try:
        within(seconds, ask)
    except QueryError as error:
        raise click.UsageError(str(error)) from error


def given(**values: str | None) -> dict[str, str]:
    """The options that were given, by the queries' parameter names."""
    return {name: value for name, value in values.items() if value is not None}


def print_table(header: Iterable[str], rows: Iterable[Iterable[object]]) -> None:
    """Rows as a table as wide as its cells, so that a file or a pager keeps it whole."""
    from rich.console import Console  # takes long to import, and serving shows no table
    from rich.table import Table
    from rich.text import Text

    table = Table(*header, box=None, header_style="bold", pad_edge=False)
    for row in rows:
        table.add_row(*(Text(" ".join(str(cell).split()), no_wrap=True) for cell in row))
    console = Console(width=100_000, no_color=True)
    with console.capture() as capture:
        console.print(table)
    click.echo("\n".join(line.rstrip() for line in capture.get().splitlines()))
