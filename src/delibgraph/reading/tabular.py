"""What becomes of a table: a row is a line with a tab between cells, so that who stands beside whom is kept.

A row with a cell of several lines is a layout of columns, and each cell's lines follow one another; where it is the
only row below the names of columns, each column stands below its name. The names of columns are one line, be they
printed in several lines of a cell or in two rows. A cell over several rows is in the first of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

Line = TypeVar("Line")
_Rows = list[list[Sequence[Line]]]

WIDEST = 40
"""Columns that a cell may go over."""


@dataclass(frozen=True, slots=True)
class Cell(Generic[Line]):
    """A cell: its lines, and over how many columns and rows it goes."""

    lines: Sequence[Line]
    across: int = 1
    down: int = 1


def laid_out(
    rows: Sequence[Sequence[Cell[Line]]], joined: Callable[[Sequence[Line]], Line]
) -> Iterator[Sequence[Line | None]]:
    """The lines of a table, each as its cells, empty ones ``None``; a line of a layout has one cell.

    ``joined`` makes one line of several.
    """
    found = _headed(rows, joined)
    for number, cells in enumerate(found):
        if number == len(found) - 2 and not _is_layout(cells) and _is_layout(found[-1]) and _heads(cells, found[-1]):
            yield from ([line] for column in zip(cells, found[-1], strict=True) for lines in column for line in lines)
            return
        if _is_layout(cells):
            yield from ([line] for lines in cells for line in lines)
        else:
            last = max(column for column, lines in enumerate(cells) if lines)
            yield [lines[0] if lines else None for lines in cells[: last + 1]]


def _headed(rows: Sequence[Sequence[Cell[Line]]], joined: Callable[[Sequence[Line]], Line]) -> _Rows[Line]:
    """The rows that have words, the names of columns in one where most other rows hold a line a cell."""
    placed = _placed(rows)
    found = [cells for cells in placed if any(cells)]
    if len(found) < 3 or 2 * sum(map(_is_layout, found[1:])) >= len(found) - 1:
        return found
    spans = [cell.across > 1 for cell in rows[0] for _ in range(cell.across)][: len(found[0])]
    spans += [False] * (len(found[0]) - len(spans))
    double = found[0] is placed[0] and any(spans) and all(map(_is_below, spans, found[1]))
    above = [[*over, *under] if double else over for over, under in zip(found[0], found[1], strict=True)]
    return [[[joined(lines)] if lines else () for lines in above], *found[1 + double :]]


def _is_below(spanned: bool, lines: Sequence[Line]) -> bool:
    return spanned or not lines


def _placed(rows: Sequence[Sequence[Cell[Line]]]) -> _Rows[Line]:
    """The lines by column; what another cell covers is empty."""
    placed: _Rows[Line] = []
    covered: dict[int, int] = {}
    for cells in rows:
        row: list[Sequence[Line]] = []
        now, covered = covered, {column: left - 1 for column, left in covered.items() if left > 1}
        for cell in cells:
            while len(row) in now:
                row.append(())
            across = min(cell.across, WIDEST)
            if cell.down > 1:
                covered |= dict.fromkeys(range(len(row), len(row) + across), cell.down - 1)
            row += [cell.lines, *[()] * (across - 1)]
        placed.append(row)
    width = max(map(len, placed), default=0)
    return [[*row, *[()] * (width - len(row))] for row in placed]


def _is_layout(cells: Sequence[Sequence[Line]]) -> bool:
    return any(len(lines) > 1 for lines in cells)


def _heads(above: Sequence[Sequence[Line]], below: Sequence[Sequence[Line]]) -> bool:
    """Whether each of several columns has its name above."""
    return sum(map(bool, above)) > 1 and all(over or not under for over, under in zip(above, below, strict=True))
