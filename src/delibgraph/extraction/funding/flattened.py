"""Tables that lost their layout: every cell, those of the heading too, on a line of its own.

The heading tells how many cells a row has, so that each sum stands in the column of its heading by its order. Lines
that do not come out in whole rows are no such table, and are read as all others. Forms: ``docs/funding.md``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import regex

from delibgraph.extraction.funding.columns import is_column_head
from delibgraph.extraction.funding.grids import Layout, Piece, heads_names, laid_out
from delibgraph.extraction.funding.rows import Line, is_sentence
from delibgraph.extraction.text.view import View, fold

_FEWEST_COLUMNS, _MOST_COLUMNS, _FEWEST_ROWS = 3, 8, 2
_LONGEST_HEAD, _LONGEST_CELL = 45, 90
_COMMUNE = regex.compile(r"communes?$")
_TOTAL = regex.compile(r"(?:sous[ -]*)?total(?!\w)|soit[ ]|montant[ ]total")
_Row = Sequence[Piece]


def unflattened(view: View, lines: Sequence[Line]) -> list[Line]:
    """The lines, with the rows of such tables as rows of one cell for each column of sums."""
    found = list(lines)
    at = 0
    while at < len(lines):
        table = _table(view, lines, at) if _opens(view, lines[at]) else None
        at += 1
        if table is None:
            continue
        layout, rows = table
        head = lines[at - 1]
        found[at - 1] = replace(
            head,
            sort="words",
            cells=(),
            name=view.plain[head.start : head.end].strip(),
            columns=(*layout.sums.values(),),
        )
        begins = {row[0].start: row for row in rows}
        last = max(piece.end for row in rows for piece in row)
        while at < len(lines) and lines[at].start < last:
            row = begins.get(lines[at].start)
            whole = replace(lines[at], end=max(piece.end for piece in row)) if row else lines[at]
            found[at] = layout.row(whole, row) if row else replace(whole, sort="vote", cells=())
            at += 1
    return found


def _opens(view: View, line: Line) -> bool:
    """Whether a line can be the first cell of such a heading: it heads names, and nothing else stands in it."""
    printed = _printed(view, line)
    return 0 < len(printed) <= _LONGEST_HEAD and (heads_names(printed) or _COMMUNE.match(printed) is not None)


def _printed(view: View, line: Line) -> str:
    return "" if line.sort == "blank" else fold(view.plain[line.start : line.end].strip())


def _table(view: View, lines: Sequence[Line], at: int) -> tuple[Layout, list[_Row]] | None:
    """The table whose heading begins with a line; the widest heading that leaves whole rows counts."""
    cells = _cells(view, lines, at)
    heads = 1
    while heads < min(len(cells), _MOST_COLUMNS) and not _is_sum(cells[heads]):
        heads += 1
    for width in range(heads, _FEWEST_COLUMNS - 1, -1):
        head = cells[:width]
        if not is_column_head(fold(head[-1].text)) or any(len(cell.text) > _LONGEST_HEAD for cell in head):
            continue
        rows = _rows(cells[width:], width)
        layout = laid_out(head, rows) if len(rows) >= _FEWEST_ROWS else None
        if layout and layout.names == 0:
            return layout, rows
    return None


def _cells(view: View, lines: Sequence[Line], at: int) -> list[Piece]:
    """The lines from one on as cells, up to a sentence; words in brackets go on the cell above."""
    cells: list[Piece] = []
    for line in lines[at:]:
        printed = view.plain[line.start : line.end].strip()
        if not printed:
            continue
        if len(printed) > _LONGEST_CELL or is_sentence(line) or "  " in printed or printed.endswith((";", ":")):
            break
        if printed.startswith("(") and cells:
            cells[-1] = replace(cells[-1], text=f"{cells[-1].text} {printed}", end=line.end)
        else:
            cells.append(Piece(printed, line.start, line.end))
    return cells


def _rows(cells: Sequence[Piece], width: int) -> list[_Row]:
    """The whole rows that cells come out in: a name first, sums and words each in columns of their own."""
    rows: list[_Row] = []
    kinds: list[bool | None] = [None] * width
    for row in _parted(cells, width):
        told = [None if cell.has_none else _is_sum(cell) for cell in row]
        if told[0] is not False or not any(map(str.isalpha, row[0].text)):
            break
        if any(None not in (kind, one) and kind is not one for kind, one in zip(kinds, told, strict=True)):
            break
        kinds = [kind if one is None else one for kind, one in zip(kinds, told, strict=True)]
        rows.append(row)
    after = cells[len(rows) * width : (len(rows) + 1) * width]
    ended = not after or _TOTAL.match(fold(after[0].text)) or not any(map(_is_sum, after))
    return rows if ended and True in kinds else []


def _parted(cells: Sequence[Piece], width: int) -> Iterator[_Row]:
    """The cells by rows."""
    for at in range(0, len(cells) - width + 1, width):
        yield cells[at : at + width]


def _is_sum(cell: Piece) -> bool:
    return cell.has_sum
