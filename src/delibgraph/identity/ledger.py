"""The file of decisions: one row for each join, refusal or doubt, the machine's and people's, as CSV.

It travels with the graph. The machine's rows are made anew by every build, the same bytes for the same documents and
rulings; people's rows stay until they are withdrawn.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

from delibgraph.identity.entities import MACHINE, Judgement
from delibgraph.identity.rulings import Name, Ruling, Rulings, Sort, Verdict

DECISIONS = "decisions.csv"
"""The file's name under the folder of a graph."""
COLUMNS = ("sort", "left_body", "left", "right_body", "right", "judgement", "score", "reason", "who", "when", "about")
_WORDS = {"yes": "same", "oui": "same", "no": "different", "non": "different"}
_SORTS, _VERDICTS = get_args(Sort), get_args(Verdict)


class LedgerError(ValueError):
    """A file of decisions that cannot be read, with its line and the way out."""


@dataclass(frozen=True, slots=True, order=True)
class Row:
    """One decision; ``about`` is the key of the entity it is about, with its sort."""

    sort: str
    left: Name
    right: Name
    judgement: str
    score: float
    reason: str
    who: str = MACHINE
    when: str = ""
    about: str = ""

    @property
    def pair(self) -> tuple[str, frozenset[Name]]:
        """What the row is about, whichever name comes first."""
        return self.sort, frozenset((self.left, self.right))

    @property
    def ruling(self) -> Ruling | None:
        """The row as a person's ruling; ``None`` for the machine's, and for what nobody can rule on."""
        if self.who == MACHINE or self.sort not in _SORTS or self.judgement not in _VERDICTS:
            return None
        sort: Sort = next(known for known in _SORTS if known == self.sort)
        verdict: Verdict = next(known for known in _VERDICTS if known == self.judgement)
        return Ruling(sort, self.left, self.right, verdict, self.who, self.when, self.reason, self.score)


def rows(judgements: Iterable[Judgement], rulings: Rulings) -> list[Row]:
    """The rows of a build in order: all that was judged, and the rulings on names that no document holds now."""
    judged = [
        Row(
            row.about.partition("/")[0], Name(row.bodies[0], row.left), Name(row.bodies[1], row.right),
            row.judgement, row.score, row.reason, row.by, row.at, row.about,
        )
        for row in judgements
    ]  # fmt: skip
    known = {row.pair for row in judged if row.who != MACHINE}
    resting = [row for row in map(row_of, rulings.rows) if row.pair not in known]
    return sorted([*judged, *resting])


def row_of(ruling: Ruling) -> Row:
    """A person's ruling as a row."""
    return Row(
        ruling.sort, ruling.left, ruling.right, ruling.verdict, ruling.score, ruling.reason, ruling.by, ruling.at
    )


def rulings_of(known: Iterable[Row]) -> Rulings:
    """People's rulings among the rows.

    Raises:
        ContradictionError: they contradict each other.
    """
    return Rulings.of(ruling for row in known if (ruling := row.ruling))


def to_csv(known: Iterable[Row]) -> str:
    """The rows as CSV with a header, in order, each once."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for row in sorted(set(known)):
        writer.writerow(
            (row.sort, row.left.body, row.left.spelling, row.right.body, row.right.spelling, row.judgement,
             f"{row.score:g}", row.reason, row.who, row.when, row.about)
        )  # fmt: skip
    return out.getvalue()


def read_rows(path: Path) -> list[Row]:
    """The rows of a file, in its order; columns stand in any order, and those that no ruling needs may be missing.

    Raises:
        LedgerError: no such file, not CSV, a column is missing, or a value says nothing.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise LedgerError(f"{path}: cannot be read as UTF-8 text: {error}") from error
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=_delimiter(text))
    needed = COLUMNS[:6]
    if missing := [column for column in needed if column not in (reader.fieldnames or ())]:
        raise LedgerError(f"{path}: the column {missing[0]!r} is missing (needed: {', '.join(needed)})")
    return [_row(values, f"{path}, line {reader.line_num}") for values in reader]


def _delimiter(text: str) -> str:
    """A semicolon where a spreadsheet has saved the file in French."""
    head = text.partition("\n")[0]
    return ";" if head.count(";") > head.count(",") else ","


def _row(values: dict[str, str | None], place: str) -> Row:
    cell = {column: (values.get(column) or "").strip() for column in COLUMNS}
    judgement = _WORDS.get(cell["judgement"].casefold(), cell["judgement"].casefold())
    if judgement not in (*_VERDICTS, "undecided", ""):
        raise LedgerError(f"{place}: judgement {judgement!r} is unknown (same, different, unsure or undecided)")
    try:
        score = float(cell["score"].replace(",", ".") or 1.0)
    except ValueError as error:
        raise LedgerError(f"{place}: score {cell['score']!r} is no number") from error
    for side in ("left", "right"):
        if not cell[side]:
            raise LedgerError(f"{place}: the column {side!r} is empty")
    left, right = Name(cell["left_body"], cell["left"]), Name(cell["right_body"], cell["right"])
    who = cell["who"] or MACHINE
    return Row(cell["sort"], left, right, judgement, score, cell["reason"], who, cell["when"], cell["about"])


def merged(known: Sequence[Row], added: Iterable[Row]) -> list[Row]:
    """The rows with others added; an added row takes the place of a known one on its pair.

    Raises:
        ContradictionError: people's rulings contradict each other then.
    """
    new = {row.pair: row for row in added}
    together = [*(row for row in known if row.pair not in new), *new.values()]
    rulings_of(together)
    return sorted(together)
