"""Which sum of a table's row stands in which column, and what the table so read grants, recalls and totals.

A row with fewer sums than columns is read only where the text tells which are missing. Forms: ``docs/funding.md``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from delibgraph.extraction.funding.columns import Column, decided, earlier, unvoted
from delibgraph.extraction.funding.remarks import EARLIER, PAID_TO
from delibgraph.extraction.funding.rows import Cell, to_value
from delibgraph.extraction.funding.tables import Row, Table, width_of
from delibgraph.extraction.text.view import fold
from delibgraph.facts import Span

_CENT = 0.005


@dataclass(frozen=True, slots=True)
class Entry:
    """What one row grants, or told of an earlier year."""

    name: str
    value: float
    span: Span
    place: Span
    column: Column
    background: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class Total:
    """A printed total that the rows above it do not come to."""

    printed: float
    read: float
    span: Span


@dataclass(frozen=True, slots=True)
class Reading:
    """What a table grants and recalls, the totals that its rows do not come to, the rows that were not understood."""

    entries: tuple[Entry, ...]
    totals: tuple[Total, ...] = ()
    unread: tuple[Span, ...] = ()


def read_table(table: Table) -> Reading:
    """What a table of grants says; a row whose sums may stand in another column is left unread."""
    width = width_of([row for row in table.rows if not row.is_total])
    if width == 1 and not table.clear:
        return Reading((), (), ((table.start, table.end),))
    columns = table.columns or (*(Column("other") for _ in range(width - 1)), Column())
    own, recalled = decided(columns), earlier(columns)
    clear = table.clear and not _is_contradicted(table.rows, width, own)
    placed = _placed(table.rows, width, own)
    wrong = tuple(_wrong_totals(table.rows, placed, own))
    proven = len(own) == width or (not wrong and any(row.is_total for row in table.rows))
    found: list[Entry] = []
    unread: list[Span] = []
    for row, cells in zip(table.rows, placed, strict=True):
        if row.is_total:
            continue
        plain = _is_plain(row, clear=clear, width=width) or (proven and clear)
        full = len(row.cells) > width
        if full or not row.cells or (not plain and not (row.voted and clear and own == [width - 1])):
            unread.append((row.start, row.end))
            continue
        said = (*own, *recalled) if plain else own
        if not any((cell := cells[i]) and cell.value for i in own):
            said = (*said, *unvoted(columns))
        found += (
            Entry(
                _payee(row),
                cell.value,
                (row.start, row.end),
                cell.place,
                cell.column or columns[i],
                row.refused or i not in own,
                row.rest if row.columns else "",
            )
            for i in said
            if (cell := cells[i]) and cell.value and not cell.noted
        )
        found += _recalled(row)
    return Reading(tuple(found), () if unread else wrong, tuple(unread))


def _payee(row: Row) -> str:
    """Whom a row pays: the one it names, unless it says that another gets the sum ("240 € versés à l'Amicale")."""
    paid = PAID_TO.match(fold(row.rest))
    return row.rest[paid.end() :] if paid else row.name


def _recalled(row: Row) -> Iterator[Entry]:
    """What the rest of a row tells of an earlier sum ("(contre 250 € en 2023)")."""
    for match in EARLIER.finditer(fold(row.rest)):
        place = row.cells[-1].place if row.cells else (row.start, row.end)
        year = int(match["year"]) if match["year"] else None
        yield Entry(
            row.name, to_value(match["sum"].strip()), (row.start, row.end), place, Column(None, year), background=True
        )


def _is_contradicted(rows: Sequence[Row], width: int, own: Sequence[int]) -> bool:
    """Whether the last column sums up the others, while the heading calls one of these the decision's."""
    values = [[cell.value or 0.0 for cell in row.cells] for row in rows if len(row.cells) == width]
    summed = [row for row in values if sum(map(bool, row)) > 1 and abs(sum(row[:-1]) - row[-1]) < _CENT]
    parted = any(sum(map(bool, row)) > 2 for row in summed)
    return parted and 2 * len(summed) > len(values) and list(own) not in ([width - 1], [*range(width - 1)])


def _is_plain(row: Row, *, clear: bool, width: int) -> bool:
    """Whether a row's sums can stand in one way alone: it fills every column, and these are told apart or equal.

    Where none but zeros differ, two at least must be equal, the last one among them.
    """
    if len(row.cells) != width or clear:
        return len(row.cells) == width
    values = [cell.value for cell in row.cells if cell.value]
    equal = len(set(values)) == 1
    return equal and (len(values) == width or (len(values) > 1 and bool(row.cells[-1].value)))


_Cells = list[Cell | None]


def _placed(rows: Sequence[Row], width: int, own: Sequence[int]) -> list[_Cells]:
    """Each row's sums in their columns. A short row's stand at the right, unless the printed totals say the left."""
    placed = [_aligned(row, width, left=False) for row in rows]
    short = [i for i, row in enumerate(rows) if len(row.cells) < width and not row.is_total]
    if not own or not short or not any(row.is_total for row in rows):
        return placed
    every = list(placed)
    for i in short:
        every[i] = _aligned(rows[i], width, left=True)
    return min((placed, every, *_flipped(rows, placed, short, width)), key=lambda cells: _misses(rows, cells, width))


def _flipped(rows: Sequence[Row], placed: list[_Cells], short: Sequence[int], width: int) -> Iterator[list[_Cells]]:
    """The same rows with one or two of the short ones at the left."""
    for i, first in enumerate(short):
        for second in short[i : i + _MOST_FLIPPED]:
            cells = list(placed)
            for row in (first, second):
                cells[row] = _aligned(rows[row], width, left=True)
            yield cells


_MOST_FLIPPED = 12


def _aligned(row: Row, width: int, *, left: bool) -> _Cells:
    empty: _Cells = [None] * (width - len(row.cells))
    cells: _Cells = [*row.cells[-width:]]
    return [*cells, *empty] if left else [*empty, *cells]


def _misses(rows: Sequence[Row], placed: Sequence[_Cells], width: int) -> int:
    """How many printed totals, column by column, the sums so placed do not come to."""
    return sum(1 for i in range(width) for _ in _wrong_totals(rows, placed, [i]))


def _wrong_totals(rows: Sequence[Row], placed: Sequence[_Cells], own: Sequence[int]) -> Iterator[Total]:
    """Printed totals that are the sum neither of the rows since the last total nor of all rows above."""
    since = above = 0.0
    for row, cells in zip(rows, placed, strict=True):
        value = round(sum(cell.value or 0.0 for i in own if (cell := cells[i]) and not cell.noted), 2)
        if not row.is_total:
            since, above = since + value, above + value
            continue
        single = len(row.cells) == 1 and row.cells[0].value
        if {round(since, 2), round(above, 2)}.isdisjoint({value, single or value}):
            yield Total(value, round(since, 2), (row.start, row.end))
        since = 0.0
