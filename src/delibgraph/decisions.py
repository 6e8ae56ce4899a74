"""What people decide on names: the file of decisions under a build's folder, for the command and the pages that ask.

The next build there applies what was decided.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import get_args

from delibgraph.identity.entities import MACHINE
from delibgraph.identity.ledger import DECISIONS, Row, merged, read_rows, to_csv
from delibgraph.identity.rulings import Sort
from delibgraph.store import write_atomically


@dataclass(frozen=True, slots=True)
class Book:
    """The decisions of a folder. It is read anew each time, and each change is on disk at once."""

    folder: Path

    @property
    def path(self) -> Path:
        """Its file, which a build makes."""
        return self.folder / DECISIONS

    def rows(self) -> list[Row]:
        """All decisions, the machine's and people's.

        Raises:
            LedgerError: there is no such file, or it is damaged.
        """
        return read_rows(self.path)

    def open(self, doubtful: float | None = None) -> list[Row]:
        """What a person should look at, the likeliest first: undecided pairs, and joins up to the score ``doubtful``.

        Raises:
            LedgerError: as for :meth:`rows`.
        """
        return sorted((row for row in self.rows() if is_open(row, doubtful)), key=lambda row: (-row.score, row))

    def decide(self, answers: Sequence[tuple[Row, str]], who: str) -> None:
        """Note what a person says of pairs: ``same``, ``different`` or ``unsure``.

        Raises:
            ContradictionError: it contradicts what people have decided before; nothing was changed.
            LedgerError, OSError: the file cannot be read or written.
        """
        now = datetime.now(UTC).isoformat(timespec="seconds")
        self.add(replace(row, judgement=answer, who=who, when=now, score=1.0, reason="") for row, answer in answers)

    def add(self, rows: Iterable[Row]) -> None:
        """Add people's rows; each takes the place of what was known of its pair.

        Raises:
            ContradictionError, LedgerError, OSError: as for :meth:`decide`.
        """
        self._write(merged(self.rows(), rows))

    def withdraw(self, is_meant: Callable[[Row], bool]) -> int:
        """Take back what people decided in the rows that are meant; how many decisions that were.

        Raises:
            LedgerError, OSError: the file cannot be read or written.
        """
        known = self.rows()
        kept = [row for row in known if row.who == MACHINE or not is_meant(row)]
        if len(kept) < len(known):
            self._write(kept)
        return len(known) - len(kept)

    def _write(self, rows: list[Row]) -> None:
        write_atomically(self.path, to_csv(rows).encode())


def is_open(row: Row, doubtful: float | None = None) -> bool:
    """Whether a person should look: undecided, or joined by the machine with a score that is not above ``doubtful``."""
    is_weak = doubtful is not None and row.judgement == "same" and row.score <= doubtful
    return row.who == MACHINE and row.sort in get_args(Sort) and (row.judgement == "undecided" or is_weak)


def renewed(before: Iterable[Row], now: Iterable[Row], made: Iterable[Row]) -> list[Row]:
    """The rows that a build ``made``, with what people decided or took back while it ran.

    ``before`` and ``now`` are the rows of its folder when it began and when it ended.

    >>> from delibgraph.identity import Name
    >>> late = Row("person", Name("b", "A"), Name("b", "B"), "same", 1.0, "", "Ada")
    >>> renewed([], [late], []) == [late] and renewed([late], [], [late]) == []
    True
    """
    old, new = ({row.pair: row for row in rows if row.ruling} for rows in (before, now))
    late = {pair: row for pair, row in new.items() if old.get(pair) != row}
    gone = {(pair, row.judgement) for pair, row in old.items() if pair not in new}
    kept = (row for row in made if row.pair not in late and not (row.ruling and (row.pair, row.judgement) in gone))
    return sorted([*kept, *late.values()])
