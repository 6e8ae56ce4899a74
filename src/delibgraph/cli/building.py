"""``delibgraph build`` and ``delibgraph extract``: documents in, a graph or facts out."""

from __future__ import annotations

import csv
import os
import sys
from collections import Counter
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

import click

from delibgraph.build import Report
from delibgraph.build import build as run_build
from delibgraph.cli.common import fail, print_table
from delibgraph.cli.findings import print_summary
from delibgraph.cli.progress import progress_bar
from delibgraph.documents import Facts, Failure, each_facts, try_facts
from delibgraph.engines import EngineError, Processes, cluster
from delibgraph.facts import Act, to_json
from delibgraph.identity import ContradictionError
from delibgraph.identity.ledger import LedgerError
from delibgraph.reading import ReadingError, Source, is_address, remote_sources, sources
from delibgraph.registers import RegisterError
from delibgraph.store import StoreError

_FAIL_ON = ("never", "failure", "violation", "warning")
_COLUMNS = ("document", "part", "body", "organ", "date", "number", "title", "present", "proxies", "granted", "findings")


@click.command()
@click.argument("source", nargs=-1, required=True, metavar="SOURCES…")
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), required=True, help="Folder for the graph.")
@click.option(
    "--jobs", type=click.IntRange(1), default=os.cpu_count() or 1, show_default="all cores", help="Worker processes."
)
@click.option(
    "--engine",
    type=click.Choice(["local", "dask"]),
    default="local",
    show_default=True,
    help="Who works: processes of this machine, or the workers of a Dask cluster (which must share --out).",
)
@click.option("--scheduler", metavar="ADDRESS", help="The cluster's scheduler, as tcp://10.0.0.1:8786.")
@click.option(
    "--fail-on",
    type=click.Choice(_FAIL_ON),
    default="failure",
    show_default=True,
    help="Exit with 1 when a document could not be read, or a finding is as grave as this.",
)
@click.option(
    "--decisions",
    type=click.Path(path_type=Path, dir_okay=False, exists=True),
    help="A file of decisions on names (delibgraph review), besides those kept under --out.",
)
@click.option(
    "--register",
    "registers",
    multiple=True,
    type=click.Path(path_type=Path, dir_okay=False, exists=True),
    metavar="FILE",
    help="A public register to hold names against (RNE, SIRENE, RNA, BANATIC; CSV or Parquet); repeatable.",
)
def build(
    source: tuple[str, ...],
    out: Path,
    jobs: int,
    engine: str,
    scheduler: str | None,
    fail_on: str,
    decisions: Path | None,
    registers: tuple[Path, ...],
) -> None:
    """Build the graph of deliberations (files, folders, or addresses such as s3://bucket/acts).

    Writes under --out: store/ (an Oxigraph store), graph.nq.gz, graph.ttl, report.json and decisions.csv, which names
    are one and why; what people decide there (delibgraph review) holds in every later build. A document that cannot be
    read is told and passed over; a file of a folder that is no act is skipped, and is no failure unless it was named.
    The last good build stays until the new one is whole.

    \b
    Examples:
      delibgraph build examples --out out
      delibgraph build minutes/*.txt --out out --jobs 4 --fail-on violation
      delibgraph build minutes --out out --register rne-2026-06-01.csv --register StockUniteLegale.parquet
      delibgraph build s3://bucket/acts --out /shared/out --engine dask --scheduler tcp://10.0.0.1:8786
    """
    if (engine == "dask") != bool(scheduler):
        raise click.UsageError("--engine dask and --scheduler ADDRESS go together")
    files = _files(source)
    if not files:
        raise click.UsageError(f"no .txt or .md file (or of another format that is read) below {', '.join(source)}")
    if scheduler:  # its workers have working folders of their own
        out = out.absolute()
        files = [file.absolute() if isinstance(file, Path) else file for file in files]
    named = {*source, *(str(Path(name).absolute() if scheduler else Path(name)) for name in source)}
    come_upon = [file for file in files if str(file) not in named]
    try:
        with progress_bar() as progress:
            report = run_build(
                files,
                out,
                jobs,
                progress,
                engine=cluster(scheduler) if scheduler else Processes(jobs, apart=True),
                decisions=decisions,
                registers=registers,
                come_upon=come_upon,
            )
    except (LedgerError, RegisterError) as error:
        raise click.UsageError(str(error)) from error
    except (ContradictionError, EngineError) as error:
        fail(error)
    except (StoreError, OSError, ValueError) as error:
        for file in files:
            if isinstance(file, Path) and isinstance(problem := try_facts(file), Failure):
                _tell(problem, skipped=problem.no_act and file in come_upon)
        fail(error)
    _summarise(report, out)
    severities = report.severities()
    grave = severities["violation"] + (severities["warning"] if fail_on == "warning" else 0)
    if (report.failures and fail_on != "never") or (grave and fail_on in ("violation", "warning")):
        sys.exit(1)


def _files(named: Iterable[str]) -> list[Source]:
    """The files to read, each once."""
    found: dict[Source, None] = {}
    for name in named:
        try:
            found |= dict.fromkeys(remote_sources(name) if is_address(name) else sources([Path(name)]))
        except ReadingError as error:
            raise click.UsageError(f"{name}: {error.problem} ({error.way_out})") from error
    return list(found)


def _tell(failure: Failure, *, skipped: bool = False) -> None:
    if skipped:
        click.echo(f"skipped: {failure.path}: {failure.problem}", err=True)
    else:
        click.echo(f"passed over: {failure.path}: {failure.problem} ({failure.way_out})", err=True)


def _summarise(report: Report, out: Path) -> None:
    for failure in report.failures:
        _tell(failure)
    for failure in report.skipped:
        _tell(failure, skipped=True)
    for document, first in report.duplicates:
        click.echo(f"the same document twice: {document} is {first}", err=True)
    if report.recalled:
        click.echo(f"{report.recalled} of the documents are unchanged and were not read again", err=True)
    told = {built.document: built.findings for built in sorted(report.built, key=lambda built: built.document)}
    print_summary({**({"": report.set_findings} if report.set_findings else {}), **told}, out)
    counts, severities = report.counts, report.severities()
    found = ", ".join(f"{severities[s]} {s}" for s in ("violation", "warning", "info") if severities[s]) or "none"
    click.echo(
        f"{counts['documents']} documents, {counts['acts']} acts, {counts['bodies']} bodies, "
        f"{counts['persons']} persons, "
        f"{counts['organisations']} organisations, {counts['quads']} quads in {sum(report.seconds.values()):.1f} s; "
        f"findings: {found}. Written to {out}.",
        err=True,
    )


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILES…")
@click.option(
    "--format",
    "format_",
    type=click.Choice(["jsonl", "table", "csv"]),
    default="jsonl",
    show_default=True,
    help="One JSON object an act, or a row an act.",
)
def extract(files: tuple[Path, ...], format_: str) -> None:
    """Print the facts of deliberations, an act a line, without building a graph.

    The JSON is described by docs/facts.schema.json. Exit code 1 where a file could not be read, or
    one that was named is no act.

    \b
    Examples:
      delibgraph extract act.txt | jq .sitting.proxies
      delibgraph extract examples/*.txt --format table
    """
    failed = False
    rows: list[list[str]] = []
    found = sources(list(files))
    with progress_bar() as progress, closing(each_facts(found, progress)) as results:
        for path, result in zip(found, results, strict=True):
            if isinstance(result, Failure):
                skipped = result.no_act and path not in files
                failed = failed or not skipped
                _tell(result, skipped=skipped)
            elif format_ == "jsonl":
                _print_json(result)
            else:
                rows += [_row(act) for act in result.acts]
    if format_ != "jsonl" and rows:
        _print_rows(rows, format_)
    if failed:
        sys.exit(1)


def _print_json(facts: Facts) -> None:
    for act in facts.acts:
        click.echo(to_json(act))


def _row(act: Act) -> list[str]:
    sitting = act.sitting
    deliberation = act.deliberations[0] if act.deliberations else None
    statuses = Counter(entry.status for entry in sitting.attendance)
    granted = sum(grant.amount for d in act.deliberations for grant in d.funding if grant.status == "granted")
    values = (
        Path(act.document).name, act.part, sitting.body, sitting.organ, sitting.date,
        deliberation and deliberation.number, deliberation and deliberation.title, statuses["present"],
        len(sitting.proxies), f"{granted:.2f}" if granted else None, " ".join(finding.code for finding in act.findings),
    )  # fmt: skip
    return ["" if value is None else str(value) for value in values]


def _print_rows(rows: list[list[str]], format_: str) -> None:
    if format_ == "csv":
        csv.writer(sys.stdout, lineterminator="\n").writerows([list(_COLUMNS), *rows])
        return
    print_table(_COLUMNS, rows)
