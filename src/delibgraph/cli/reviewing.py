"""``delibgraph review``: a person looks at pairs of names that nothing decides, and decides."""

from __future__ import annotations

import getpass
import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import get_args

import click
from pyoxigraph import QuerySolutions, Store

from delibgraph.cli.common import fail, opened, print_table
from delibgraph.decisions import Book
from delibgraph.identity import ContradictionError, Judgement, Name
from delibgraph.identity.entities import MACHINE, Verdict
from delibgraph.identity.ledger import COLUMNS, LedgerError, Row, read_rows, to_csv
from delibgraph.identity.rulings import Sort
from delibgraph.queries import bearers, mentions, records, run, sentence
from delibgraph.rdf import judgement_quads
from delibgraph.reading import ReadingError, read
from delibgraph.store import write_atomically
from delibgraph.store.files import write_turtle

_ANSWERS = {"y": "same", "n": "different", "u": "unsure"}
_SCORE, _FILE = click.FloatRange(0, 1), click.Path(path_type=Path, dir_okay=False)


@click.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False, exists=True), metavar="DIR")
@click.option("--who", default=getpass.getuser, metavar="NAME", help="Who decides.", show_default="your user name")
@click.option("--doubtful", type=_SCORE, metavar="SCORE", help="Also ask about joins up to this score.")
@click.option("--list", "is_list", is_flag=True, help="Show the pairs and ask nothing.")
@click.option("--accept-above", type=_SCORE, metavar="SCORE", help="Join every pair from this score on.")
@click.option("--export", type=_FILE, metavar="FILE", help="Write all decisions, as .csv or .ttl.")
@click.option("--import", "import_", type=_FILE, metavar="FILE", help="Take decisions in from a .csv file.")
@click.option("--withdraw", nargs=2, metavar="LEFT RIGHT", help="Take back a decision on two names.")
def review(
    folder: Path,
    who: str,
    doubtful: float | None,
    is_list: bool,
    accept_above: float | None,
    export: Path | None,
    import_: Path | None,
    withdraw: tuple[str, str] | None,
) -> None:
    """Decide which names are one: undecided pairs are shown side by side with their sentences.

    Answer y (one), n (two), u (cannot tell) or q (stop; go on another day). Decisions are kept in DIR/decisions.csv,
    and hold from the next delibgraph build --out DIR on. In an exported table, write same, different or unsure into the
    column judgement, and import it.

    \b
    Examples:
      delibgraph review out
      delibgraph review out --list
      delibgraph review out --export pairs.csv
      delibgraph review out --import pairs.csv --who "Ada Morel"
      delibgraph review out --accept-above 0.8
      delibgraph review out --withdraw "Paul DURAND" "Paul DURANT"
    """
    desk = _Desk(folder, who)
    pairs = desk.book.open(doubtful)
    if export:
        _export(export, desk.rows)
    elif import_:
        _take_in(desk, import_)
    elif withdraw:
        _withdraw(desk.book, *withdraw)
    elif accept_above is not None:
        desk.decide([(row, "same") for row in pairs if row.score >= accept_above])
    elif is_list:
        print_table(COLUMNS[:8], ([*_cells(row)] for row in pairs))
    else:
        _ask(desk, pairs, opened(folder), _texts(folder))


class _Desk:
    """A folder's decisions and who decides, with errors that the terminal shows."""

    def __init__(self, folder: Path, who: str) -> None:
        self.book, self.who = Book(folder), who.strip() or "unknown"
        if self.who == MACHINE:
            raise click.UsageError(f"--who {MACHINE}: that is the machine's own name (give yours)")
        if not self.book.path.is_file():
            raise click.UsageError(f"{folder}: no decisions here (delibgraph build SOURCES… --out {folder})")
        self.rows = _read(self.book.path)

    def decide(self, answers: Sequence[tuple[Row, str]]) -> None:
        """Note a person's answers and say so."""
        with self._telling():
            self.book.decide(answers, self.who)
        folder = self.book.folder
        click.echo(f"{len(answers)} decided; delibgraph build SOURCES… --out {folder} applies them", err=True)

    def add(self, rows: Iterable[Row]) -> None:
        """Add people's rows."""
        with self._telling():
            self.book.add(rows)

    @contextmanager
    def _telling(self) -> Iterator[None]:
        try:
            yield
        except ContradictionError as error:
            fail(f"{error}; nothing was changed (take one back: delibgraph review {self.book.folder} --withdraw …)")


def _read(path: Path) -> list[Row]:
    try:
        return read_rows(path)
    except LedgerError as error:
        raise click.UsageError(str(error)) from error


def _cells(row: Row) -> tuple[str, ...]:
    left, right = row.left, row.right
    return (row.sort, left.body, left.spelling, right.body, right.spelling, row.judgement, f"{row.score:g}", row.reason)


def _export(path: Path, rows: Sequence[Row]) -> None:
    if path.suffix.lower() == ".csv":
        write_atomically(path, to_csv(rows).encode())
    elif path.suffix.lower() == ".ttl":
        write_turtle(path, judgement_quads(_judgement(row) for row in rows if row.about))
    else:
        raise click.UsageError(f"--export {path}: the name ends in neither .csv nor .ttl (give it one of them)")


def _judgement(row: Row) -> Judgement:
    verdict: Verdict = next(known for known in get_args(Verdict) if known == row.judgement)
    left, right = row.left, row.right
    bodies = (left.body, right.body)
    return Judgement(
        row.about, left.spelling, right.spelling, verdict, row.score, row.reason, row.who, row.when, bodies
    )


def _take_in(desk: _Desk, path: Path) -> None:
    """What the file's rows decide anew: people's rows as they are, the machine's where the judgement was changed."""
    known = {row.pair: row for row in desk.rows}
    given = [row for row in _read(path) if row.judgement not in ("", "undecided")]
    desk.add(row for row in given if row.ruling)
    changed = [
        row
        for row in given
        if row.who == MACHINE
        and row.sort in get_args(Sort)
        and (row.pair not in known or row.judgement != known[row.pair].judgement)
    ]
    desk.decide([(row, row.judgement) for row in changed])


def _withdraw(book: Book, left: str, right: str) -> None:
    taken = book.withdraw(lambda row: {row.left.spelling, row.right.spelling} == {left, right})
    if not taken:
        fail(f"nobody has decided on “{left}” and “{right}” (see the column who in {book.path})")
    click.echo(f"{taken} taken back; delibgraph build SOURCES… --out {book.folder} applies it", err=True)


def _ask(desk: _Desk, pairs: Sequence[Row], store: Store, texts: dict[str, str]) -> None:
    count = 0
    for number, row in enumerate(pairs, 1):
        click.echo(f"\n{number} of {len(pairs)}: one {row.sort}? {row.reason} (score {row.score:g})")
        for name in (row.left, row.right):
            _show(name, row.sort, store, texts)
        answer = click.prompt("same", type=click.Choice([*_ANSWERS, "q"]), show_choices=True, err=True)
        if answer == "q":
            break
        desk.decide([(row, _ANSWERS[answer])])
        count += 1
    click.echo(f"{len(pairs) - count} left" if pairs else "nothing is undecided", err=True)


def _show(name: Name, sort: str, store: Store, texts: dict[str, str]) -> None:
    """A name and the first sentences that print it."""
    click.echo(f"  {name.spelling}  [{name.body}]" if name.body else f"  {name.spelling}")
    nodes = run(store, bearers(sort, name.body, name.spelling), {})
    assert isinstance(nodes, QuerySolutions)  # noqa: S101 (a SELECT)
    found = run(store, mentions((record["node"] or "" for record in records(nodes)), name.spelling), {})
    assert isinstance(found, QuerySolutions)  # noqa: S101 (a SELECT)
    shown: dict[str, str] = {}
    for place in records(found):
        text = _sentence(place, texts)
        if name.spelling in text or not shown:
            shown.setdefault(place["document"] or "", text)
    told = {document: text for document, text in shown.items() if name.spelling in text} or shown
    for document, text in list(told.items())[:2]:
        click.echo(f"    … {text} …  ({document})")


def _texts(folder: Path) -> dict[str, str]:
    """Where each document of the build lies, by its SHA-256."""
    try:
        report = json.loads((folder / "report.json").read_text(encoding="utf-8"))
        return {document["sha256"]: document["document"] for document in report["built"]}
    except (OSError, ValueError, KeyError):
        return {}


def _sentence(place: dict[str, str | None], paths: dict[str, str]) -> str:
    """The words around a place, from the document where it still lies there, else the quote in the graph."""
    text = _text(paths.get(place["sha256"] or "", ""))
    return sentence(text, int(place["start"] or 0), int(place["end"] or 0), place["quote"] or "")


@lru_cache(maxsize=64)
def _text(path: str) -> str:
    try:
        return read(Path(path)).text if path else ""
    except (ReadingError, OSError):
        return ""
