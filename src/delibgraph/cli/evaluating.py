"""``delibgraph evaluate``: the extraction against gold annotations."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from delibgraph.cli.common import Failed, print_table
from delibgraph.cli.progress import progress_bar
from delibgraph.documents import Facts, Failure, each_facts
from delibgraph.evaluation import (
    Gold,
    GoldError,
    Interval,
    Judged,
    Score,
    intervals,
    judge,
    page,
    pair,
    read_gold,
    total,
)
from delibgraph.evaluation.gold import misspelt
from delibgraph.facts import Act, Sitting
from delibgraph.identity import resolve
from delibgraph.reading import sources

_NAMED = 20
"""Files that a message names at most, of those that it speaks of."""


def _floors(
    ctx: click.Context, param: click.Parameter, values: tuple[str, ...]
) -> tuple[tuple[str | None, float], ...]:
    """Each floor with its field, ``None`` where it is for all."""
    found: list[tuple[str | None, float]] = []
    for value in values:
        field, _, figure = value.rpartition("=")
        floor = float(figure) if figure.replace(".", "", 1).isdecimal() else -1.0
        if not 0 <= floor <= 1:
            raise click.BadParameter(f"{value}: give a figure from 0 to 1, or FIELD=FIGURE as proxies=0.95", ctx, param)
        found.append((field or None, floor))
    return tuple(found)


@click.command()
@click.argument("gold", type=click.Path(path_type=Path, file_okay=False, exists=True), metavar="GOLD_DIR")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILES…")
@click.option("--format", "format_", type=click.Choice(["table", "csv", "json"]), default="table", show_default=True)
@click.option(
    "--fail-under",
    "floors",
    callback=_floors,
    multiple=True,
    metavar="[FIELD=]F1",
    help="Exit with 1 when F1 is lower: any field's, or this one's.",
)
@click.option("--details", is_flag=True, help="Also list what was missed and invented, document by document.")
@click.option(
    "--interval", is_flag=True, help="Also print each field's 95 % interval, by bootstrap over the documents."
)
@click.option("--resamples", type=click.IntRange(100), default=1000, show_default=True, help="Bootstrap samples.")
@click.option("--seed", type=int, default=0, show_default=True, help="Of the bootstrap.")
@click.option(
    "--html", type=click.Path(path_type=Path, dir_okay=False), help="Write a page with each text's errors marked in it."
)
def evaluate(
    gold: Path,
    files: tuple[Path, ...],
    format_: str,
    floors: tuple[tuple[str | None, float], ...],
    details: bool,
    interval: bool,
    resamples: int,
    seed: int,
    html: Path | None,
) -> None:
    """Score the extraction against gold annotations: GOLD_DIR/NAME.json for each document NAME.txt, NAME.pdf …

    Prints precision, recall and F1 a field, and how many documents are wrong without a finding that says so. Documents
    and gold files that have no partner are named and left out; a document that cannot be read has all its gold missed.

    \b
    Examples:
      delibgraph evaluate examples/gold examples/*.txt examples/*.md
      delibgraph evaluate gold acts --interval --html errors.html
      delibgraph evaluate gold acts/*.txt --details --fail-under 0.95 --fail-under proxies=0.99
    """
    golds = _golds(gold, sources(list(files)))
    judged, texts, failures = _judged(golds)
    scores = total(judged)
    unknown = [field for field, _ in floors if field is not None and field not in scores]
    if unknown:
        raise click.UsageError(f"--fail-under: no field {unknown[0]!r} in this gold; it has {', '.join(scores)}")
    bounds = intervals(judged, resamples, seed) if interval or html else {}
    _print_scores(scores, judged, bounds if interval else {}, format_)
    if details and format_ != "json":
        _print_details(judged)
    if html:
        html.write_text(page(judged, texts, bounds), encoding="utf-8")
        click.echo(f"written: {html}", err=True)
    _fail_if_below(scores, floors, failures)


def _golds(folder: Path, documents: Sequence[Path]) -> dict[Path, Gold]:
    """Each document's gold; what has no partner is told.

    Raises:
        click.UsageError: nothing fits, or gold that cannot be read.
    """
    try:
        paired = pair(folder, documents)
    except GoldError as error:
        raise click.UsageError(str(error)) from error
    if not paired.pairs:
        asked = f"{paired.without_gold[0]}: no gold for this document" if documents else "no document to read"
        some = ", ".join(path.name for path in paired.without_document[:3]) or "no .json file"
        raise click.UsageError(f"{asked}; gold is named as its document, with .json. {folder} holds {some}")
    _tell("no gold for this document, left out", paired.without_gold)
    _tell("no document for this gold, left out", paired.without_document)
    golds: dict[Path, Gold] = {}
    wrong: list[str] = []
    for document, path in paired.pairs:
        try:
            golds[document] = read_gold(path)
        except GoldError as error:
            wrong.append(str(error))
            continue
        for key, near in misspelt(golds[document]):
            click.echo(f"{path}: nothing reads the key {key!r}; is {near!r} meant?", err=True)
    if wrong:
        raise click.UsageError("\n".join(wrong))
    return golds


def _tell(words: str, paths: Sequence[Path]) -> None:
    for path in paths[:_NAMED]:
        click.echo(f"{words}: {path}", err=True)
    if len(paths) > _NAMED:
        click.echo(f"… and {len(paths) - _NAMED} more", err=True)


def _judged(golds: Mapping[Path, Gold]) -> tuple[list[Judged], dict[str, str], list[Failure]]:
    """The documents judged, their texts, and those that could not be read, of which all is missed."""
    acts: dict[Path, Act] = {}
    every: list[Act] = []
    texts: dict[str, str] = {}
    failures: list[Failure] = []
    with progress_bar() as progress, closing(each_facts(list(golds), progress)) as results:
        for done, (path, result) in enumerate(zip(golds, results, strict=True), 1):
            if isinstance(result, Facts):
                acts[path], texts[str(path)] = result.acts[0], result.document.text
                every += result.acts
            else:
                failures.append(result)
                acts[path] = Act(str(path), "0" * 64, Sitting())
                every.append(acts[path])
            progress("reading", done, len(golds))
    for failure in failures:
        click.echo(
            f"not read, and all its gold missed: {failure.path}: {failure.problem} ({failure.way_out})", err=True
        )
    identities = resolve(every)
    return [judge(acts[path], gold, identities) for path, gold in golds.items()], texts, failures


def _print_scores(
    scores: Mapping[str, Score], judged: Sequence[Judged], bounds: Mapping[str, Interval], format_: str
) -> None:
    wrong, unaware = [d.document for d in judged if d.wrong], [d.document for d in judged if d.unaware]
    if format_ == "json":
        fields = {name: _told(score) | _bounds(name, bounds) for name, score in scores.items()}
        told = {"documents": len(judged), "fields": fields, "wrong": wrong, "wrong_without_finding": unaware}
        told["by_document"] = {
            one.document: {"findings": one.findings, "fields": {name: _told(s) for name, s in one.scores.items()}}
            for one in judged
        }
        click.echo(json.dumps(told, ensure_ascii=False, indent=2))
        return
    header = ["field", "precision", "recall", "F1", "right", "missed", "invented", *(["low", "high"] if bounds else [])]
    rows = []
    for name, s in scores.items():
        figures = [s.precision, s.recall, s.f1]
        row = [name, *(f"{figure:.3f}" for figure in figures), s.right, len(s.missed), len(s.invented)]
        rows.append(row + ([f"{bounds[name].low:.3f}", f"{bounds[name].high:.3f}"] if bounds else []))
    if format_ == "csv":
        csv.writer(sys.stdout, lineterminator="\n").writerows([header, *rows])
    else:
        print_table(header, rows)
    click.echo(
        f"{len(judged)} documents, {len(wrong)} wrong in some field, {len(unaware)} of them without a finding", err=True
    )


def _told(score: Score) -> dict[str, Any]:
    figures = {"precision": score.precision, "recall": score.recall, "f1": score.f1, "right": score.right}
    return figures | {"missed": score.missed, "invented": score.invented}


def _bounds(name: str, bounds: Mapping[str, Interval]) -> dict[str, Any]:
    return {"interval": asdict(bounds[name])} if name in bounds else {}


def _print_details(judged: Sequence[Judged]) -> None:
    for document in judged:
        for name, score in document.scores.items():
            for word, items in (("missed", score.missed), ("invented", score.invented)):
                for item in items:
                    click.echo(f"{document.document}: {name} {word}: {item}")


def _fail_if_below(
    scores: Mapping[str, Score], floors: Sequence[tuple[str | None, float]], failures: Sequence[Failure]
) -> None:
    """Stop with exit code 1 where a field is below its floor, or a document was not read."""
    named = {field for field, _ in floors}
    below = [
        f"{name}: F1 {score.f1:.3f} is below {floor}"
        for field, floor in floors
        for name, score in scores.items()
        if (field == name or (field is None and name not in named)) and score.f1 < floor
    ]
    if below or failures:
        raise Failed("; ".join([*below, *(f"{len(failures)} documents were not read" for _ in failures[:1])]))
