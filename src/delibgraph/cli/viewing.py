"""``delibgraph view``: a picture or file of the proxy graph."""

from __future__ import annotations

from pathlib import Path

import click

from delibgraph.cli.common import fail, given, graph_argument, opened, period_options, with_options
from delibgraph.projections import multigraph, proxy_rows
from delibgraph.queries import QueryError
from delibgraph.views import FORMATS, ViewError, write


@click.command()
@graph_argument
@click.argument("projection", type=click.Choice(["proxies"]), default="proxies")
@click.option(
    "--out",
    type=click.Path(path_type=Path, dir_okay=False),
    required=True,
    help=f"File to write: {', '.join(FORMATS)}.",
)
@with_options(period_options)
def view(graph: Path, projection: str, out: Path, since: str | None, through: str | None, body: str | None) -> None:
    """Draw the proxy graph: who holds for whom.

    .html is one page that works from disk without a network; .svg a drawing; .graphml and .gexf open in graph programs.

    \b
    Examples:
      delibgraph view out --out proxies.html
      delibgraph view out proxies --out 2022.gexf --since 2022-01-01 --through 2022-12-31
    """
    try:
        picture = multigraph(proxy_rows(opened(graph), **given(since=since, through=through, of_body=body)))
        write(picture, out)
    except (ViewError, QueryError) as error:
        raise click.UsageError(str(error)) from error
    except OSError as error:
        fail(f"{out}: {error.strerror or error}")
    click.echo(
        f"{picture.number_of_nodes()} members and {picture.number_of_edges()} {projection} drawn in {out}", err=True
    )
