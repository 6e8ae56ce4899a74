"""``delibgraph load``: the graph into a store that speaks SPARQL 1.1."""

from __future__ import annotations

from pathlib import Path

import click

from delibgraph.cli.common import fail, graph_argument, opened
from delibgraph.cli.progress import progress_bar
from delibgraph.store import StoreError
from delibgraph.store.endpoints import Endpoint, Remote
from delibgraph.store.loading import differences, load, plan


@click.command("load")
@graph_argument
@click.option("--to", "url", metavar="URL", required=True, help="Where the store takes graphs (Graph Store or Update).")
@click.option("--query", "asked", metavar="URL", help="Where it answers queries, if it is not told by --to.")
@click.option("--dry-run", is_flag=True, help="Say what would be sent, and send nothing.")
@click.option("--timeout", type=click.FloatRange(1), default=120, show_default=True, help="Seconds for one request.")
def load_command(graph: Path, url: str, asked: str | None, dry_run: bool, timeout: float) -> None:
    """Bring a triplestore to what the graph says; only what changed is sent, and what vanished goes.

    Each named graph is replaced whole. An interrupted load goes on where it stopped. At the end the store is asked to
    count its triples, graph by graph. Graphs that did not come from here are left alone.

    User and password are taken from DELIBGRAPH_USER and DELIBGRAPH_PASSWORD (or the keyring), a token from
    DELIBGRAPH_TOKEN; never from the command line.

    \b
    Examples:
      delibgraph load out --to http://localhost:7878/store
      delibgraph load out --to http://localhost:3030/deliberations/data --dry-run
      delibgraph load out --to https://example.org/sparql-update --query https://example.org/sparql
    """
    store = opened(graph)
    try:
        endpoint = Endpoint.of(url, asked)
    except StoreError as error:
        raise click.UsageError(str(error)) from error
    try:
        with Remote(endpoint, timeout=timeout) as remote:
            todo = plan(store, remote)
            told = f"{len(todo.send)} graphs to send, {len(todo.drop)} to remove, {todo.kept} as they should be"
            if dry_run:
                click.echo(told, err=True)
                for name, _ in todo.send:
                    click.echo(f"send\t{name}")
                for name in todo.drop:
                    click.echo(f"remove\t{name}")
                return
            with progress_bar() as advance:
                load(store, remote, todo, advance)
            if remote.endpoint.query is None:
                click.echo(f"{told}; done, but not counted: where does the store answer queries? (--query)", err=True)
                return
            wrong = differences(store, remote)
    except StoreError as error:
        fail(error)
    if wrong:
        fail(f"{len(wrong)} graphs differ after loading:\n" + "\n".join(wrong))
    click.echo(f"{told}; done, and all counts agree", err=True)
