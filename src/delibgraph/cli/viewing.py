"""``delibgraph view``: a picture or file of a projection."""

from __future__ import annotations

from pathlib import Path

import click

from delibgraph.cli.common import fail, given, graph_argument, opened, period_options, with_options
from delibgraph.projections import PROJECTIONS
from delibgraph.queries import QueryError
from delibgraph.views import FORMATS, ViewError, write


@click.command()
@graph_argument
@click.argument("projection", type=click.Choice(list(PROJECTIONS)), default="proxies")
@click.option(
    "--out",
    type=click.Path(path_type=Path, dir_okay=False),
    required=True,
    help=f"File to write: {', '.join(FORMATS)}.",
)
@with_options(period_options)
@click.option("--organ", metavar="NAME", help="Part of the organ's name.")
def view(
    graph: Path,
    projection: str,
    out: Path,
    since: str | None,
    through: str | None,
    body: str | None,
    organ: str | None,
) -> None:
    """Draw who holds proxies for whom, who funds whom, or who sat at which sitting.

    .html is one page that works from disk without a network; .svg and .png are drawings; .graphml and .gexf open in
    graph programs, .csv in a spreadsheet. co-attendance and co-funding, who sat together and who is funded together,
    have no picture.

    \b
    Examples:
      delibgraph view out --out proxies.html
      delibgraph view out funding --out funding.png
      delibgraph view out proxies --out 2022.gexf --since 2022-01-01 --through 2022-12-31
      delibgraph view out co-attendance --out together.csv --organ bureau
    """
    values = given(since=since, through=through, of_body=body, of_organ=organ)
    try:
        drawn = PROJECTIONS[projection](opened(graph), values)
        write(drawn, out)
    except (ViewError, QueryError) as error:
        raise click.UsageError(str(error)) from error
    except OSError as error:
        fail(f"{out}: {error.strerror or error}")
    click.echo(f"{projection}: {drawn.number_of_nodes()} nodes and {drawn.number_of_edges()} edges in {out}", err=True)
