"""Words of a ruled table into its cells.

Lines of a cell are one where only the cell's width parts them, which is so where the next word had no place left.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from delibgraph.reading.pages import Box
from delibgraph.reading.rows import Part, Row
from delibgraph.reading.ruling import Table
from delibgraph.reading.tabular import Cell, laid_out

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
_Paragraph = list[_Line]


def arranged(rows: Sequence[Row], words: Sequence[Sequence[Word]], tables: Sequence[Table]) -> list[Row]:
    """The rows of a page, each given with its words, those within a table by its cells.

    A table stands where its first word does.
    """
    out: list[Row | Table] = []
    filled: dict[int, _Cells] = defaultdict(lambda: defaultdict(list))
    for row, own in zip(rows, words, strict=True):
        near = [table for table in tables if row.top < table.box[3] and row.bottom > table.box[1]]
        if not near or not own:
            out.append(row)
            continue
        for place, group in groupby(((word, _place(word, near)) for word in own), key=lambda pair: pair[1]):
            found = [word for word, _ in group]
            if place is None:
                out.append(_row([[_Line(found)]]))
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
    lines = {cell: _lines(words) for cell, words in filled.items()}
    spare = _spare(table, lines)
    rows = []
    for numbers in table.cells:
        cells: list[Cell[_Paragraph]] = []
        column = 0
        for number, same in groupby(numbers):
            told = lines.pop(number, ())  # in the first of its rows
            across = len(list(same))
            cells.append(Cell(_paragraphs(told, table.width(number) - spare[column]), across))
            column += across
        rows.append(cells)
    for line in laid_out(rows, _joined):
        yield _row(line)


def _joined(paragraphs: Sequence[_Paragraph]) -> _Paragraph:
    return [line for lines in paragraphs for line in lines]


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


def _paragraphs(lines: Sequence[_Line], width: float) -> list[_Paragraph]:
    """The lines of a cell, those together that only its width parts."""
    paragraphs: list[_Paragraph] = []
    for line in lines:
        if paragraphs:
            above = paragraphs[-1][-1].box
            first = line.words[0].box
            if above[2] - above[0] + SPACE * (first[3] - first[1]) + first[2] - first[0] > width:
                paragraphs[-1].append(line)
                continue
        paragraphs.append([line])
    return paragraphs


def _row(cells: Sequence[_Paragraph | None]) -> Row:
    """A row of cells with a tab between them."""
    parts: list[Part] = []
    boxes: list[Box] = []
    for column, lines in enumerate(cells):
        if column:
            parts.append((_end(parts), "\t"))
        parts += _parts(lines or ())
        boxes += [line.box for line in lines or ()]
    return Row(tuple(parts), boxes[0][0], min(box[1] for box in boxes), max(box[3] for box in boxes))


def _end(parts: Sequence[Part]) -> int:
    """Where the last part ends in the source."""
    return parts[-1][0] + len(parts[-1][1]) if parts else 0


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
