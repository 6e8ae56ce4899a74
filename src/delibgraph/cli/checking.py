"""``delibgraph validate`` and ``delibgraph evaluate``: a graph against the shapes, facts against gold."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

import click
from rich.console import Console
from rich.text import Text

from delibgraph.cli.common import Failed, fail, graph_argument, print_table, progress_bar
from delibgraph.rdf import ValidationResult
from delibgraph.store import NQUADS
from delibgraph.validation import ENGINES, ValidationError, revalidate

_GRAVITY = {"never": (), "violation": ("violation",), "warning": ("violation", "warning")}


@click.command()
@graph_argument
@click.option(
    "--engine", type=click.Choice(sorted(ENGINES)), default="reference", show_default=True, help="The SHACL processor."
)
@click.option("--format", "format_", type=click.Choice(["text", "json", "csv"]), default="text", show_default=True)
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
def validate(graph: Path, engine: str, format_: str, lang: str, fail_on: str) -> None:
    """Hold a graph against the shapes: a built folder, or any RDF file that uses the ontology.

    \b
    Examples:
      delibgraph validate out
      delibgraph validate out --format json
      delibgraph validate others.ttl --fail-on violation
    """
    path = graph / NQUADS if graph.is_dir() else graph
    if not path.is_file():
        raise click.UsageError(f"{graph}: no graph here (delibgraph build SOURCES… --out {graph})")
    try:
        results = revalidate(path, ENGINES[engine]())
    except ValidationError as error:
        fail(error)
    _print_findings(results, format_, lang)
    if any(finding.severity in _GRAVITY[fail_on] for found in results.values() for finding in found):
        sys.exit(1)


def _print_findings(results: Mapping[str, Sequence[ValidationResult]], format_: str, lang: str) -> None:
    rows = [{"document": name, **asdict(finding)} for name, found in results.items() for finding in found]
    if format_ == "json":
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
    elif format_ == "csv":
        names = ["document", "severity", "code", "message", "message_fr", "focus", "value", "shape", "span"]
        table = csv.DictWriter(sys.stdout, names, lineterminator="\n")
        table.writeheader()
        table.writerows(rows)
    else:
        _print_text(results, lang)


def _print_text(results: Mapping[str, Sequence[ValidationResult]], lang: str) -> None:
    console = Console(highlight=False)
    styles = {"violation": "bold red", "warning": "yellow", "info": "dim"}
    for name, found in results.items():
        if found:
            console.print(Text(name or "the graph", style="bold"))
        for finding in found:
            words = finding.message_fr if lang == "fr" else finding.message
            console.print(
                Text(f"  {finding.severity}", style=styles[finding.severity]),
                Text(f"{finding.code}: {words}"),
                soft_wrap=True,
            )
    if not any(results.values()):
        click.echo(f"no findings in {len(results)} documents", err=True)


@click.command()
@click.argument("gold", type=click.Path(path_type=Path, file_okay=False, exists=True), metavar="GOLD_DIR")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILES…")
@click.option("--format", "format_", type=click.Choice(["table", "csv", "json"]), default="table", show_default=True)
@click.option(
    "--fail-under", type=click.FloatRange(0, 1), metavar="F1", help="Exit with 1 when any field's F1 is lower."
)
@click.option("--details", is_flag=True, help="Also list what was missed and invented, document by document.")
def evaluate(gold: Path, files: tuple[Path, ...], format_: str, fail_under: float | None, details: bool) -> None:
    """Score the extraction against gold annotations: GOLD_DIR/NAME.json for each NAME.txt.

    Prints precision, recall and F1 a field, and how many documents are wrong without a finding that says so.

    \b
    Examples:
      delibgraph evaluate examples/gold examples/*.txt examples/*.md
      delibgraph evaluate gold acts/*.txt --details --fail-under 0.95
    """
    from delibgraph.build import Facts, Failure, try_facts
    from delibgraph.evaluation import GoldError, judge, read_gold, total
    from delibgraph.identity import resolve
    from delibgraph.reading import sources

    paths = sources(list(files))
    found: list[tuple[Path, Facts]] = []
    failures: list[Failure] = []
    with progress_bar() as progress:
        for done, path in enumerate(paths, 1):
            result = try_facts(path)
            if isinstance(result, Failure):
                failures.append(result)
            else:
                found.append((path, result))
            progress("reading", done, len(paths))
    identities = resolve(act for _, facts in found for act in facts.acts)
    try:
        judged = [judge(facts.acts[0], read_gold(gold / f"{path.stem}.json"), identities) for path, facts in found]
    except GoldError as error:
        raise click.UsageError(str(error)) from error
    scores = total(judged)
    _print_scores(scores, judged, format_, details)
    for failure in failures:
        click.echo(f"not read, and all its gold missed: {failure.path}: {failure.problem}", err=True)
    if failures or (fail_under is not None and any(score.f1 < fail_under for score in scores.values())):
        raise Failed(f"F1 below {fail_under}" if fail_under is not None else "some documents were not read")


def _print_scores(scores: Mapping[str, Any], judged: Sequence[Any], format_: str, details: bool) -> None:
    wrong, unaware = [d.document for d in judged if d.wrong], [d.document for d in judged if d.unaware]
    if format_ == "json":
        fields = {
            name: {
                "precision": s.precision,
                "recall": s.recall,
                "f1": s.f1,
                "right": s.right,
                "missed": s.missed,
                "invented": s.invented,
            }
            for name, s in scores.items()
        }
        click.echo(
            json.dumps(
                {"documents": len(judged), "fields": fields, "wrong": wrong, "wrong_without_finding": unaware},
                ensure_ascii=False,
                indent=2,
            )
        )
        return
    rows = [
        (name, f"{s.precision:.3f}", f"{s.recall:.3f}", f"{s.f1:.3f}", s.right, len(s.missed), len(s.invented))
        for name, s in scores.items()
    ]
    header = ("field", "precision", "recall", "F1", "right", "missed", "invented")
    if format_ == "csv":
        csv.writer(sys.stdout, lineterminator="\n").writerows([header, *rows])
    else:
        print_table(header, rows)
    if details:
        for document in judged:
            for name, score in document.scores.items():
                for word, items in (("missed", score.missed), ("invented", score.invented)):
                    for item in items:
                        click.echo(f"{document.document}: {name} {word}: {item}")
    click.echo(
        f"{len(judged)} documents, {len(wrong)} wrong in some field, {len(unaware)} of them without a finding", err=True
    )
