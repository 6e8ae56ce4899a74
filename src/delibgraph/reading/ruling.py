"""Ruling lines of a page, and the tables that they make.

A text layer and a recogniser give a table's words in some order of their own; which of them stand in one cell, only the
lines around them tell. A table is at least two columns of cells whose lines touch.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from delibgraph.reading.pages import Box

THICK = 4.0
"""Points: what is wider is an area, not a line."""

SHORT = 6.0
"""Points: what is shorter is a dot, a dash or a letter's stroke; what is narrower is no column."""

NEAR = 3.0
"""Points between two ends that are meant to touch, as one border drawn for two cells."""

MOST = 5_000
"""Lines of a page that are looked at: a drawing or a map has more."""


@dataclass(frozen=True, slots=True, order=True)
class Rule:
    """A level or an upright line: where it stands on the other axis, and from where to where it runs, in points."""

    at: float
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Rules:
    """The ruling lines of a page as displayed: level ones by height, upright ones by distance from the left."""

    level: tuple[Rule, ...] = ()
    upright: tuple[Rule, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its place, and the number of the cell for each column of each row.

    ``columns`` and ``rows`` are the edges in order. A cell that goes over several columns or rows has its number in
    each.
    """

    columns: tuple[float, ...]
    rows: tuple[float, ...]
    cells: tuple[tuple[int, ...], ...]

    @property
    def box(self) -> Box:
        """Left, top, right, bottom."""
        return self.columns[0], self.rows[0], self.columns[-1], self.rows[-1]

    def cell(self, x: float, y: float) -> int | None:
        """The number of the cell at a point; ``None`` outside."""
        column, row = bisect_right(self.columns, x) - 1, bisect_right(self.rows, y) - 1
        inside = 0 <= column < len(self.columns) - 1 and 0 <= row < len(self.rows) - 1
        return self.cells[row][column] if inside else None

    def width(self, number: int) -> float:
        """How wide a cell is, in points."""
        spans = [i for row in self.cells for i, cell in enumerate(row) if cell == number]
        return self.columns[max(spans) + 1] - self.columns[min(spans)]


def ruled(boxes: Iterable[Box]) -> Rules:
    """The rules among thin boxes; a box that is neither level nor upright is none."""
    level, upright = [], []
    for left, top, right, bottom in boxes:
        wide, high = right - left, bottom - top
        if high <= THICK and wide >= SHORT:
            level.append(Rule((top + bottom) / 2, left, right))
        elif wide <= THICK and high >= SHORT:
            upright.append(Rule((left + right) / 2, top, bottom))
    if len(level) + len(upright) > MOST:
        return Rules()
    return Rules(tuple(_joined(level)), tuple(_joined(upright)))


def tables(rules: Rules) -> list[Table]:
    """The tables that the rules make, from the top down."""
    found = [table for level, upright in _connected(rules) if (table := _table(level, upright))]
    return sorted(found, key=lambda table: (table.rows[0], table.columns[0]))


def _joined(rules: list[Rule]) -> Iterator[Rule]:
    """Pieces of one line as one: borders are drawn cell by cell, and some twice."""
    for line in _near(rules):
        at = sum(rule.at for rule in line) / len(line)
        start, end = 0.0, float("-inf")
        for rule in sorted(line, key=lambda rule: rule.start):
            if rule.start > end + NEAR:
                if end > start:
                    yield Rule(at, start, end)
                start, end = rule.start, rule.end
            end = max(end, rule.end)
        yield Rule(at, start, end)


def _near(rules: Iterable[Rule]) -> Iterator[list[Rule]]:
    """The rules that stand at one place on the other axis, but for a little."""
    line: list[Rule] = []
    for rule in sorted(rules):
        if line and rule.at > line[-1].at + NEAR:
            yield line
            line = []
        line.append(rule)
    if line:
        yield line


def _connected(rules: Rules) -> Iterator[tuple[list[Rule], list[Rule]]]:
    """The groups of level and upright rules that touch."""
    left = set(rules.upright)
    waiting = list(rules.level)
    while waiting:
        level, upright, ends = [waiting.pop()], list[Rule](), 0
        while ends < len(level):
            line = level[ends]
            ends += 1
            near = [rule for rule in left if _touch(line, rule)]
            left.difference_update(near)
            upright += near
            more = [rule for rule in waiting if any(_touch(rule, one) for one in near)]
            waiting = [rule for rule in waiting if rule not in more]
            level += more
        yield level, upright


def _touch(level: Rule, upright: Rule) -> bool:
    across = level.start - NEAR <= upright.at <= level.end + NEAR
    return across and upright.start - NEAR <= level.at <= upright.end + NEAR


def _table(level: Sequence[Rule], upright: Sequence[Rule]) -> Table | None:
    columns, rows = _edges(upright), _edges(level)
    if len(columns) < 3 or len(rows) < 2:
        return None
    wide, high = len(columns) - 1, len(rows) - 1
    leader = list(range(wide * high))

    def first(place: int) -> int:
        while leader[place] != place:
            place = leader[place]
        return place

    for row, (top, bottom) in enumerate(pairwise(rows)):
        for column, (left, right) in enumerate(pairwise(columns)):
            here = row * wide + column
            if column + 1 < wide and not _covered(upright, right, (top + bottom) / 2):
                leader[first(here + 1)] = first(here)
            if row + 1 < high and not _covered(level, bottom, (left + right) / 2):
                leader[max(first(here), first(here + wide))] = min(first(here), first(here + wide))
    cells = tuple(tuple(first(row * wide + column) for column in range(wide)) for row in range(high))
    return Table(tuple(columns), tuple(rows), cells)


def _edges(rules: Iterable[Rule]) -> list[float]:
    """Where columns or rows begin and end; two that are too near for a column are one."""
    edges: list[float] = []
    for at in sorted({rule.at for rule in rules}):
        if not edges or at - edges[-1] >= SHORT:
            edges.append(at)
    return edges


def _covered(rules: Iterable[Rule], at: float, middle: float) -> bool:
    """Whether a line stands between two cells."""
    return any(abs(rule.at - at) < SHORT and rule.start - NEAR <= middle <= rule.end + NEAR for rule in rules)
