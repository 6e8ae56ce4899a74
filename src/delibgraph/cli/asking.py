"""``query``, ``proxies``, ``funding`` and ``explain``: questions to a built graph."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click
from pyoxigraph import QuerySolutions
from rich.console import Console
from rich.text import Text

from delibgraph.cli.common import answer, format_option, given, graph_argument, opened, period_options, with_options
from delibgraph.queries import Page, QueryError, named, records, run

_OF_MONEY = {
    "grants": "funding",
    "background": "money-background",
    "totals": "funding-totals",
    "terms": "grant-terms",
    "votes": "grant-votes",
    "interests": "interests",
    "together": "co-funding",
}
"""What ``funding`` tells, and the query that answers it."""
_ABOUT = (
    "grants; background, money that is only talked about; totals by funder, beneficiary, year and kind; terms, "
    "agreements and instalments; votes, who sat and voted; interests, members with an office in the beneficiary; "
    "together, bodies that fund the same."
)


@click.command()
@graph_argument
@click.argument("question", required=False, metavar="[NAME|SPARQL|-]")
@click.option(
    "--set", "values", multiple=True, metavar="NAME=VALUE", help="A parameter of the named query; repeatable."
)
@click.option("--limit", type=click.IntRange(0), help="So many rows at most.")
@click.option("--offset", type=click.IntRange(0), help="Leave out so many rows first.")
@click.option("--timeout", type=click.FloatRange(0.1), help="Seconds for the query; no bound by default.")
@format_option
def query(
    graph: Path,
    question: str | None,
    values: tuple[str, ...],
    limit: int | None,
    offset: int | None,
    timeout: float | None,
    format_: Any,
) -> None:
    """Ask a named question, or any SPARQL 1.1 query ("-" reads it from standard input).

    Without a question, lists the named ones. SELECT gives table, csv or json; CONSTRUCT gives ttl. Rows of csv and json
    come as they are found.

    \b
    Examples:
      delibgraph query out
      delibgraph query out sittings --format csv
      delibgraph query out sittings --limit 20 --offset 40
      delibgraph query out proxies-of-member --set member="Hervé REYNAUD"
      delibgraph query out "SELECT (COUNT(DISTINCT ?p) AS ?n) WHERE { ?p a dg:Proxy }"
    """
    if question is None:
        _list_questions()
        return
    pairs = [value.partition("=") for value in values]
    if wrong := [name for name, equals, _ in pairs if not equals]:
        raise click.UsageError(f"--set {wrong[0]}: give NAME=VALUE")
    text = sys.stdin.read() if question == "-" else question
    parameters = {name: value for name, _, value in pairs}
    answer(graph, text, parameters, format_, page=Page(limit, offset), seconds=timeout)


def _list_questions() -> None:
    console = Console()
    for name, known in named().items():
        console.print(Text(name, style="bold"), Text(f"  {known.answers}"))
        for parameter in known.parameters:
            console.print(Text(f"    {parameter.name}  {parameter.text}", style="dim"))


@click.command()
@graph_argument
@click.option("--member", metavar="NAME", help="Only those that this member gave or held.")
@click.option("--count", is_flag=True, help="How often each member held for each other, the most frequent first.")
@with_options(period_options)
@format_option
def proxies(
    graph: Path, member: str | None, count: bool, since: str | None, through: str | None, body: str | None, format_: Any
) -> None:
    """Who holds proxies for whom.

    \b
    Examples:
      delibgraph proxies out
      delibgraph proxies out --member "Hervé REYNAUD" --since 2022-01-01
      delibgraph proxies out --count --format csv
    """
    values = given(since=since, through=through, of_body=body)
    hidden = ("proxy", "grantor_node", "holder_node")
    if member:
        answer(graph, "proxies-of-member", {**values, "member": member}, format_, hidden=hidden)
    else:
        answer(graph, "proxy-pairs" if count else "proxies", values, format_, hidden=hidden)


@click.command()
@graph_argument
@click.option("--to", metavar="NAME", help="Part of the beneficiary's name; case and accents do not count.")
@click.option("--year", metavar="YEAR", help="The year that the money is for, or that of the sitting.")
@click.option("--kind", metavar="WORD", help="Part of what the money is called, as cotisation.")
@click.option("--about", type=click.Choice(list(_OF_MONEY)), default="grants", show_default=True, help=_ABOUT)
@click.option("--background", is_flag=True, help="The same as --about background.")
@with_options(period_options)
@format_option
def funding(
    graph: Path,
    to: str | None,
    year: str | None,
    kind: str | None,
    about: str,
    background: bool,
    since: str | None,
    through: str | None,
    body: str | None,
    format_: Any,
) -> None:
    """Who was granted how much, for what, by which deliberation; --body is the funder.

    \b
    Examples:
      delibgraph funding out
      delibgraph funding out --to mecaloire --format csv
      delibgraph funding out --year 2023 --about totals
      delibgraph funding out --to mecaloire --about votes
      delibgraph funding out --about interests
      delibgraph funding out --background
    """
    name = _OF_MONEY["background" if background else about]
    values = given(to=to, for_year=year, of_kind=kind, since=since, through=through, of_body=body)
    takes = {parameter.name for parameter in named()[name].parameters}
    options = {
        "for_year": "--year",
        "of_kind": "--kind",
        "since": "--since",
        "through": "--through",
        "of_body": "--body",
    }
    if unknown := [options[one] for one in values if one not in takes]:
        raise click.UsageError(f"--about {about} does not take {', '.join(unknown)} (leave it out)")
    answer(graph, name, values, format_, hidden=("funding", "title", "organisation", "quote"))


@click.command()
@graph_argument
@click.argument("thing", metavar="NAME|IRI")
@click.option(
    "--format", "format_", type=click.Choice(["text", "table", "csv", "json"]), default="text", show_default=True
)
def explain(graph: Path, thing: str, format_: Any) -> None:
    """Show the facts about a person, body, organisation, deliberation or IRI, with the words that prove each.

    \b
    Examples:
      delibgraph explain out "Siham LABICH"
      delibgraph explain out 2023.00367
      delibgraph explain out https://w3id.org/delibgraph/id/organisation/mecaloire
    """
    if format_ != "text":
        answer(graph, "evidence-of", {"of": thing}, format_)
        return
    try:
        found = run(opened(graph), "evidence-of", {"of": thing})
    except QueryError as error:
        raise click.UsageError(str(error)) from error
    assert isinstance(found, QuerySolutions)  # noqa: S101 (a SELECT)
    rows = list(records(found))
    if not rows:
        raise click.UsageError(
            f"nothing in the graph is called “{thing}” (whole names count: delibgraph query {graph} persons-spellings)"
        )
    _print_facts(rows)


def _print_facts(rows: list[dict[str, str | None]]) -> None:
    console = Console(highlight=False)
    fact = about = None
    for row in rows:
        if row["about"] != about:
            about = row["about"]
            console.print(Text(about or "", style="bold"))
        if row["fact"] != fact:
            fact = row["fact"]
            console.print(
                Text(f"\n  {row['kind']}  ", style="green"), Text(fact or "", style="dim"), sep="", soft_wrap=True
            )
        quote = " ".join((row["quote"] or "").split())
        console.print(Text(f"    “{quote}”"), soft_wrap=True)
        console.print(
            Text(f"    {row['document']}, characters {row['start']}–{row['end']}", style="dim"), soft_wrap=True
        )
