"""``delibgraph review``: a person looks at pairs of names that nothing decides, and decides."""

from __future__ import annotations

import getpass
import json
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path
from typing import get_args

import click
from pyoxigraph import QuerySolutions, Store

from delibgraph.cli.common import fail, opened, print_table
from delibgraph.identity import ContradictionError, Judgement, Name
from delibgraph.identity.entities import MACHINE, Verdict
from delibgraph.identity.ledger import COLUMNS, DECISIONS, LedgerError, Row, merged, read_rows, to_csv
from delibgraph.identity.rulings import Sort
from delibgraph.queries import records, run
from delibgraph.rdf import judgement_quads
from delibgraph.rdf.vocabulary import ID
from delibgraph.reading import ReadingError, read
from delibgraph.store import write_atomically
from delibgraph.store.files import write_turtle

_ANSWERS = {"y": "same", "n": "different", "u": "unsure"}
_SCORE, _FILE = click.FloatRange(0, 1), click.Path(path_type=Path, dir_okay=False)
_AROUND = 90
"""Characters shown on either side of a name."""
_DEPARTMENT = 3
"""Digits of the longest number of a department; more stand for a SIREN."""
_PLACES = """
SELECT DISTINCT ?sha256 ?document ?start ?end ?quote WHERE {
  ?node foaf:name|skos:prefLabel|skos:altLabel $spelling . FILTER(STRSTARTS(STR(?node), $within))
  { ?fact dg:official|dg:grantor|dg:holder|dg:beneficiary ?node ; dg:evidence ?place }
  UNION { ?node dg:evidence ?place }
  UNION { ?fact dg:organ/org:unitOf ?node ; dg:evidence ?place }
  ?place oa:hasSource ?source ; oa:hasSelector/oa:start ?start ; oa:hasSelector/oa:end ?end ;
    oa:hasSelector/oa:exact ?quote .
  ?source dg:sha256 ?sha256 ; dcterms:title ?document .
} ORDER BY ?document ?start LIMIT 200
"""


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
    book = _Book(folder, who)
    pairs = [row for row in book.rows if _is_open(row, doubtful)]
    pairs.sort(key=lambda row: (-row.score, row))
    if export:
        _export(export, book.rows)
    elif import_:
        _take_in(book, import_)
    elif withdraw:
        _withdraw(book, *withdraw)
    elif accept_above is not None:
        book.decide([(row, "same") for row in pairs if row.score >= accept_above])
    elif is_list:
        print_table(COLUMNS[:8], ([*_cells(row)] for row in pairs))
    else:
        _ask(book, pairs, opened(folder), _texts(folder))


class _Book:
    """The decisions of a folder; each change is on disk at once."""

    def __init__(self, folder: Path, who: str) -> None:
        self.path, self.who = folder / DECISIONS, who.strip() or "unknown"
        if self.who == MACHINE:
            raise click.UsageError(f"--who {MACHINE}: that is the machine's own name (give yours)")
        if not self.path.is_file():
            raise click.UsageError(f"{folder}: no decisions here (delibgraph build SOURCES… --out {folder})")
        self.rows = _read(self.path)

    def decide(self, answers: Sequence[tuple[Row, str]]) -> None:
        """Note a person's answers and say so."""
        now = datetime.now(UTC).isoformat(timespec="seconds")
        self.add(
            [replace(row, judgement=answer, who=self.who, when=now, score=1.0, reason="") for row, answer in answers]
        )
        _told(len(answers), self.path.parent)

    def add(self, rows: Iterable[Row]) -> None:
        """Add rows and write the file."""
        try:
            self.write(merged(self.rows, rows))
        except ContradictionError as error:
            fail(f"{error}; nothing was changed (take one back: delibgraph review {self.path.parent} --withdraw …)")

    def write(self, rows: list[Row]) -> None:
        """Replace all rows."""
        self.rows = rows
        write_atomically(self.path, to_csv(rows).encode())


def _read(path: Path) -> list[Row]:
    try:
        return read_rows(path)
    except LedgerError as error:
        raise click.UsageError(str(error)) from error


def _is_open(row: Row, doubtful: float | None) -> bool:
    """Whether a person should look: undecided, or joined by the machine with a low score."""
    is_weak = doubtful is not None and row.judgement == "same" and row.score <= doubtful
    return row.who == MACHINE and row.sort in get_args(Sort) and (row.judgement == "undecided" or is_weak)


def _cells(row: Row) -> tuple[str, ...]:
    left, right = row.left, row.right
    return (row.sort, left.body, left.spelling, right.body, right.spelling, row.judgement, f"{row.score:g}", row.reason)


def _told(count: int, folder: Path) -> None:
    click.echo(f"{count} decided; delibgraph build SOURCES… --out {folder} applies them", err=True)


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


def _take_in(book: _Book, path: Path) -> None:
    """What the file's rows decide anew: people's rows as they are, the machine's where the judgement was changed."""
    known = {row.pair: row for row in book.rows}
    given = [row for row in _read(path) if row.judgement not in ("", "undecided")]
    book.add(row for row in given if row.ruling)
    changed = [
        row
        for row in given
        if row.who == MACHINE
        and row.sort in get_args(Sort)
        and (row.pair not in known or row.judgement != known[row.pair].judgement)
    ]
    book.decide([(row, row.judgement) for row in changed])


def _withdraw(book: _Book, left: str, right: str) -> None:
    kept = [row for row in book.rows if row.who == MACHINE or {row.left.spelling, row.right.spelling} != {left, right}]
    if len(kept) == len(book.rows):
        fail(f"nobody has decided on “{left}” and “{right}” (see the column who in {book.path})")
    taken = len(book.rows) - len(kept)
    book.write(kept)
    click.echo(f"{taken} taken back; delibgraph build SOURCES… --out {book.path.parent} applies it", err=True)


def _ask(book: _Book, pairs: Sequence[Row], store: Store, texts: dict[str, str]) -> None:
    count = 0
    for number, row in enumerate(pairs, 1):
        click.echo(f"\n{number} of {len(pairs)}: one {row.sort}? {row.reason} (score {row.score:g})")
        for name in (row.left, row.right):
            _show(name, row.sort, store, texts)
        answer = click.prompt("same", type=click.Choice([*_ANSWERS, "q"]), show_choices=True, err=True)
        if answer == "q":
            break
        book.decide([(row, _ANSWERS[answer])])
        count += 1
    click.echo(f"{len(pairs) - count} left" if pairs else "nothing is undecided", err=True)


def _show(name: Name, sort: str, store: Store, texts: dict[str, str]) -> None:
    """A name and the first sentences that print it."""
    click.echo(f"  {name.spelling}  [{name.body}]" if name.body else f"  {name.spelling}")
    within = f"{ID}person/{name.body}/" if sort == "person" else f"{ID}{sort}/"
    if sort == "body" and name.body.isdecimal() and len(name.body) > _DEPARTMENT:
        within += name.body
    texts_of = {"$spelling": json.dumps(name.spelling, ensure_ascii=False), "$within": json.dumps(within)}
    query = _PLACES
    for variable, literal in texts_of.items():
        query = query.replace(variable, literal)
    found = run(store, query, {})
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
    start, end = int(place["start"] or 0), int(place["end"] or 0)
    around = (
        text[max(0, start - _AROUND) : end + _AROUND] if text[start:end] == place["quote"] else place["quote"] or ""
    )
    return " ".join(around.split())


@lru_cache(maxsize=64)
def _text(path: str) -> str:
    try:
        return read(Path(path)).text if path else ""
    except (ReadingError, OSError):
        return ""
