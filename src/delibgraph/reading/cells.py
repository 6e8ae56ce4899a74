"""Words of a table into its cells: a row becomes a line with a tab between cells, as in every other format.

Lines of a cell are one where only the cell's width parts them, which is so where the next word had no place left. A row
with a cell of several lines even so is a layout of columns, and each cell's lines follow one another, below what the
row above says of the column where these two are all that is left of the table.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from delibgraph.reading.pages import Box
from delibgraph.reading.rows import Part, Row
from delibgraph.reading.ruling import Table

SPACE = 0.25
"""The width of a space, as a share of a line's height."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a row: where it starts in the page's source text, and its place."""

    offset: int
    text: str
    box: Box

    @property
    def end(self) -> int:
        """Where it ends in the page's source text."""
        return self.offset + len(self.text)


@dataclass(slots=True)
class _Line:
    """A line within a cell."""

    words: list[Word] = field(default_factory=list)

    @property
    def box(self) -> Box:
        boxes = [word.box for word in self.words]
        return min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes)


_Cells = dict[int, list[Word]]
_Paragraphs = list[list[_Line]]


def arranged(rows: Sequence[Row], tables: Sequence[Table], words: Callable[[Row], Sequence[Word]]) -> list[Row]:
    """The rows of a page, those within a table by its cells; the table stands where its first word does."""
    if not tables:
        return list(rows)
    out: list[Row | Table] = []
    filled: dict[int, _Cells] = defaultdict(lambda: defaultdict(list))
    for row in rows:
        near = [table for table in tables if row.top < table.box[3] and row.bottom > table.box[1]]
        if not near or not row.text.strip():
            out.append(row)
            continue
        placed = groupby(((word, _place(word, near)) for word in words(row)), key=lambda pair: pair[1])
        for place, group in placed:
            found = [word for word, _ in group]
            if place is None:
                out.append(_row([_Line(found)]))
                continue
            table, cell = place
            if not filled[id(table)]:
                out.append(table)
            filled[id(table)][cell] += found
    return [row for one in out for row in (_table(one, filled[id(one)]) if isinstance(one, Table) else [one])]


def _place(word: Word, tables: Sequence[Table]) -> tuple[Table, int] | None:
    """The table and the cell in which a word's middle stands."""
    left, top, right, bottom = word.box
    for table in tables:
        cell = table.cell((left + right) / 2, (top + bottom) / 2)
        if cell is not None:
            return table, cell
    return None


def _table(table: Table, filled: _Cells) -> Iterator[Row]:
    rows = _headed(table, list(_paragraphed(table, filled)))
    for number, cells in enumerate(rows):
        if number == len(rows) - 2 and not _is_layout(cells) and _is_layout(rows[-1]):
            below = zip(cells, rows[-1], strict=True)
            yield from (_row(paragraph) for column in below for paragraphs in column for paragraph in paragraphs)
            return
        if _is_layout(cells):
            yield from (_row(paragraph) for paragraphs in cells for paragraph in paragraphs)
        else:
            yield _tabbed(cells)


def _headed(table: Table, rows: list[list[_Paragraphs]]) -> list[list[_Paragraphs]]:
    """The rows with the names of their columns in one, where most others hold a line a cell."""
    if len(rows) < 3 or 2 * sum(map(_is_layout, rows[1:])) >= len(rows) - 1:
        return rows
    spans = [table.cells[0].count(cell) > 1 for cell in table.cells[0]]
    double = any(spans) and all(spans[column] or not below for column, below in enumerate(rows[1]))
    above = [[*over, *under] if double else over for over, under in zip(rows[0], rows[1], strict=True)]
    return [[[[line for lines in cell for line in lines]] if cell else [] for cell in above], *rows[1 + double :]]


def _is_layout(cells: Sequence[_Paragraphs]) -> bool:
    return any(len(paragraphs) > 1 for paragraphs in cells)


def _paragraphed(table: Table, filled: _Cells) -> Iterator[list[_Paragraphs]]:
    """The cells of each row that has words. A cell over several rows is in its first."""
    lines = {cell: _lines(words) for cell, words in filled.items()}
    spare = _spare(table, lines)
    left = dict(lines)
    for numbers in table.cells:
        cells = [
            _paragraphs(left.pop(cell), table.width(cell) - spare[column]) if cell in left else []
            for column, cell in enumerate(numbers)
        ]
        if any(cells):
            yield cells


def _lines(words: Sequence[Word]) -> list[_Line]:
    """The lines of a cell, from the top down, each from the left."""
    lines: list[_Line] = []
    for word in sorted(words, key=lambda word: (word.box[1] + word.box[3]) / 2):
        middle = (word.box[1] + word.box[3]) / 2
        if not lines or middle > lines[-1].box[3]:
            lines.append(_Line())
        lines[-1].words.append(word)
    for line in lines:
        line.words.sort(key=lambda word: word.box[0])
    return lines


def _spare(table: Table, lines: dict[int, list[_Line]]) -> list[float]:
    """For each column what its cells' width has beyond that of their text: the margins left and right."""
    spare = []
    for column, (start, stop) in enumerate(zip(table.columns, table.columns[1:], strict=False)):
        boxes = [line.box for row in table.cells for line in lines.get(row[column], ())]
        gaps = [gap for box in boxes for gap in (box[0] - start, stop - box[2]) if gap >= 0]
        spare.append(2 * min(gaps, default=0.0))
    return spare


def _paragraphs(lines: Sequence[_Line], width: float) -> _Paragraphs:
    """The lines of a cell, those together that only its width parts."""
    paragraphs: _Paragraphs = []
    for line in lines:
        if paragraphs:
            above = paragraphs[-1][-1].box
            first = line.words[0].box
            if above[2] - above[0] + SPACE * (first[3] - first[1]) + first[2] - first[0] > width:
                paragraphs[-1].append(line)
                continue
        paragraphs.append([line])
    return paragraphs


def _row(lines: Sequence[_Line]) -> Row:
    parts = list(_parts(lines))
    first, last = lines[0].box, lines[-1].box
    return Row(tuple(parts), first[0], first[1], last[3])


def _tabbed(cells: Sequence[_Paragraphs]) -> Row:
    parts: list[Part] = []
    last = max(column for column, paragraphs in enumerate(cells) if paragraphs)
    boxes = []
    for column, paragraphs in enumerate(cells[: last + 1]):
        if column:
            parts.append((parts[-1][0] + len(parts[-1][1]) if parts else 0, "\t"))
        for lines in paragraphs:
            parts += _parts(lines)
            boxes += [line.box for line in lines]
    return Row(tuple(parts), boxes[0][0], min(box[1] for box in boxes), max(box[3] for box in boxes))


def _parts(lines: Sequence[_Line]) -> Iterator[Part]:
    """Words as parts with a space between them; words that follow one another in the source are one part."""
    offset, text = -1, ""
    for word in (word for line in lines for word in line.words):
        gap = word.offset - offset - len(text)
        if text and 0 <= gap <= 1:
            text += " " * gap + word.text
            continue
        if text:
            yield offset, text
            yield offset + len(text), " "
        offset, text = word.offset, word.text
    if text:
        yield offset, text
