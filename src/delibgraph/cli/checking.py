"""``delibgraph validate``: a graph against the shapes."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path

import click

from delibgraph.cli.common import fail, graph_argument
from delibgraph.cli.findings import print_findings
from delibgraph.documents import Kept
from delibgraph.library import KEPT
from delibgraph.rdf import ValidationResult
from delibgraph.store import NQUADS, write_atomically
from delibgraph.validation import ENGINES, ValidationError, reports, revalidate
from delibgraph.views.findings import findings_page

_GRAVITY = {"never": (), "violation": ("violation",), "warning": ("violation", "warning")}

_COLUMNS = "document severity code message message_fr focus value shape span quote line page"


@click.command()
@graph_argument
@click.option(
    "--engine",
    type=click.Choice(list(ENGINES)),
    default=next(iter(ENGINES)),
    show_default=True,
    help="The SHACL processor.",
)
@click.option(
    "--format",
    "format_",
    type=click.Choice(["text", "html", "json", "csv", "sarif", "ttl"]),
    default="text",
    show_default=True,
    help="For people, or for other programs.",
)
@click.option(
    "--lang", type=click.Choice(["en", "fr"]), default="en", show_default=True, help="Language of the messages."
)
@click.option(
    "--fail-on",
    type=click.Choice(list(_GRAVITY)),
    default="never",
    show_default=True,
    help="Exit with 1 when a finding is as grave as this.",
)
@click.option(
    "--baseline",
    type=click.Path(path_type=Path, dir_okay=False, exists=True),
    help="A file of accepted findings, which are left out.",
)
@click.option(
    "--write-baseline", type=click.Path(path_type=Path, dir_okay=False), help="Accept all findings in this file."
)
def validate(
    graph: Path,
    engine: str,
    format_: str,
    lang: str,
    fail_on: str,
    baseline: Path | None,
    write_baseline: Path | None,
) -> None:
    """Hold a graph against the shapes: a built folder, or any RDF file that uses the ontology.

    \b
    Examples:
      delibgraph validate out
      delibgraph validate out --format html > findings.html
      delibgraph validate others.ttl --fail-on violation
      delibgraph validate out --write-baseline accepted.json
      delibgraph validate out --baseline accepted.json --fail-on warning --format sarif
    """
    path = graph / NQUADS if graph.is_dir() else graph
    if not path.is_file():
        raise click.UsageError(f"{graph}: no graph here (delibgraph build SOURCES… --out {graph})")
    try:
        results = revalidate(path, ENGINES[engine](), Kept(graph / KEPT).document)
    except ValidationError as error:
        fail(error)
    if write_baseline:
        write_atomically(write_baseline, reports.to_baseline(results).encode())
        click.echo(f"{sum(map(len, results.values()))} findings are accepted in {write_baseline}", err=True)
        return
    if baseline:
        try:
            results = reports.beyond(results, reports.read_baseline(baseline))
        except ValueError as error:
            raise click.UsageError(str(error)) from error
    _print_findings(results, format_, lang)
    if any(finding.severity in _GRAVITY[fail_on] for found in results.values() for finding in found):
        sys.exit(1)


def _print_findings(results: Mapping[str, Sequence[ValidationResult]], format_: str, lang: str) -> None:
    rows = [{"document": name, **asdict(finding)} for name, found in results.items() for finding in found]
    if format_ == "json":
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
    elif format_ == "sarif":
        click.echo(reports.to_sarif(results, lang))
    elif format_ == "ttl":
        click.echo(reports.to_turtle(results), nl=False)
    elif format_ == "html":
        click.echo(findings_page(results, lang), nl=False)
    elif format_ == "csv":
        table = csv.DictWriter(sys.stdout, _COLUMNS.split(), lineterminator="\n")
        table.writeheader()
        table.writerows(rows)
    else:
        print_findings(results, lang)
        if not any(results.values()):
            click.echo(f"no findings in {len(results)} documents", err=True)
