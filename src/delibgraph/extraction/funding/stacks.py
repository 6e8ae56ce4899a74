"""Names and sums that stand under one another in an order other than a name and its sums.

A table that came out of a PDF can be a column of names over its columns of sums, or each sum above its name. They
become rows where it is certain which sum is whose, and a row without sums where it is not; all else stays as it was.
Forms: ``docs/funding.md``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from delibgraph.extraction.funding.payees import is_label, is_nobody
from delibgraph.extraction.funding.rows import Cell, Line, goes_on, is_heading_word, is_sentence

_FEWEST_NAMES = 3
"""Names in a column over their sums, where no other row tells how many sums each has."""
_MOST_BLANK = 8
"""Blank lines between two cells: a page ends between them."""
_CENT = 0.005
_Group = tuple[list[int], list[int], int]
"""The places of lines with names, of the lines with sums under them, and where the group ends."""


def unstacked(lines: Sequence[Line]) -> list[Line]:
    """The lines with stacked cells as rows."""
    found = list(lines)
    if all(line.sort != "sums" for line in lines):
        return found
    for first, last, rows in sorted([*_turned(lines), *_columns(lines)], key=lambda one: one[0], reverse=True):
        found[first:last] = rows
    return found


def _turned(lines: Sequence[Line]) -> Iterator[tuple[int, int, list[Line]]]:
    """The lists of a sum over its name, opened by a line that is no name."""
    told = [i for i, line in enumerate(lines) if line.sort != "blank"]
    at = 0
    while at < len(told) - 3:
        pairs: list[Line] = []
        end = at
        opened = at > 0 and _opens(lines[told[at - 1]])
        while opened and end + 1 < len(told) and _is_turned(lines[told[end]], lines[told[end + 1]]):
            over, name = lines[told[end]], lines[told[end + 1]]
            pairs.append(replace(over, sort="row", end=name.end, name=name.name, stacked=True))
            end += 2
        closed = end >= len(told) or lines[told[end]].sort != "sums"
        if len(pairs) > 1 and closed:
            yield told[at], told[end - 1] + 1, pairs
        at = max(end, at + 1)


def _opens(line: Line) -> bool:
    """Whether a line opens a list, rather than names who gets the sum under it."""
    return line.sort == "prose" or (line.sort == "words" and (line.name.endswith(":") or is_sentence(line)))


def _is_turned(over: Line, under: Line) -> bool:
    return over.sort == "sums" and len(over.cells) == 1 and _is_name(under)


def _is_name(line: Line) -> bool:
    """Whether a line of words can be a beneficiary's name."""
    return (
        line.sort == "words"
        and not (is_sentence(line) or is_heading_word(line.name) or goes_on(line.name))
        and (line.name[:1].isupper() or line.name[:1].isdigit() or line.name[:1] in tuple("«\"'"))
        and not (line.name.endswith(":") or is_label(line.name) or is_nobody(line.name))
    )


def _columns(lines: Sequence[Line]) -> Iterator[tuple[int, int, list[Line]]]:
    """The columns of names over as many sums, or over several columns of them."""
    groups = list(_groups(lines))
    widths = Counter(_count(lines, sums) for names, sums, _ in groups if len(names) == 1)
    width = widths.most_common(1)[0][0] if widths else None
    for names, sums, end in groups:
        count, most = len(names), _count(lines, sums)
        if count > 1 and most == width and _is_paragraph(lines, names, sums):
            name = " ".join(lines[at].name for at in names)
            yield names[0], names[-1] + 1, [replace(lines[names[0]], end=lines[names[-1]].end, name=name)]
        each, over = divmod(most, count)
        if count < 2 or over or not each or most == width or (count < _FEWEST_NAMES and each != width):
            continue
        rows = _dealt(lines, sums, count, each)
        if rows is None:
            yield names[0], end, [replace(lines[names[0]], sort="row", end=lines[end - 1].end, stacked=True)]
            continue
        named = [
            replace(lines[at], sort="row", cells=cells, stacked=True) for at, cells in zip(names, rows, strict=True)
        ]
        named[-1] = replace(named[-1], end=lines[end - 1].end)
        yield names[0], end, named


def _is_paragraph(lines: Sequence[Line], names: Sequence[int], sums: Sequence[int]) -> bool:
    """Whether lines of a name follow one another, with a blank line before their sums: a name over two lines."""
    return names[-1] - names[0] == len(names) - 1 and sums[0] - names[-1] > 1 and lines[names[0] - 1].sort == "blank"


def _groups(lines: Sequence[Line]) -> Iterator[_Group]:
    """The runs of names, each with the run of lines of sums under it."""
    names: list[int] = []
    sums: list[int] = []
    for i, line in enumerate(lines):
        if line.sort == "blank":
            continue
        if line.sort == "sums" and names:
            sums.append(i)
            continue
        if sums:
            yield names, sums, sums[-1] + 1
            names, sums = [], []
        near = names and i - names[-1] <= _MOST_BLANK
        names = [*(names if near else []), i] if _is_name(line) else []
    if sums:
        yield names, sums, sums[-1] + 1


def _count(lines: Sequence[Line], sums: Sequence[int]) -> int:
    return sum(len(lines[at].cells) for at in sums)


def _dealt(lines: Sequence[Line], sums: Sequence[int], count: int, each: int) -> list[tuple[Cell, ...]] | None:
    """The sums of a column of names, dealt out to them; ``None`` where it is not certain which sum is whose."""
    if len(sums) == count and all(len(lines[at].cells) == each for at in sums):
        return [lines[at].cells for at in sums]
    cells = [cell for at in sums for cell in lines[at].cells]
    across = [tuple(cells[i : i + each]) for i in range(0, len(cells), each)]
    down = [tuple(cells[i::count]) for i in range(count)]
    if _add_up(down) and not _add_up(across):
        return down
    return across if _add_up(across) and not _add_up(down) else None


def _add_up(rows: Sequence[Sequence[Cell]]) -> bool:
    """Whether each row's last sum is that of the others."""
    values = [[cell.value or 0.0 for cell in row] for row in rows]
    return all(len(row) > 1 and abs(sum(row[:-1]) - row[-1]) < _CENT for row in values)
