"""A heading in two columns: labels with their figures on the left, the opening sentence and the lists on the right.

Such lines are read down each column, not across both. A label beside its value ("Présents :      M. A") is no column of
its own: the left one is known by figures that close its cells.

So is a table whose columns are those present and those away, where a cell goes on in the next line ("A donne pouvoir à"
over "B").
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, groupby

import regex

from delibgraph.facts import Span

_HEADING = 6000
"""Characters in which the columns of a heading stand."""
_CELL = regex.compile(r"(?m)(?:(?<=\S)[ ]{2,}|^[ ]{12,})(?=\S)")
"""What stands before a cell of the right column."""
_LABEL = regex.compile(
    r"(?i)en[ ]exercice|pr[ée]sents?[ ]*:|votants|convocation|affichage|secr[ée]taire|nombre[ ]de|pouvoirs|"
    r"procurations|"
    r"repr[ée]sent[ée]s|quorum|pris[ ]part"
)
_FIGURE_LAST = regex.compile(r"\d[ ]*\Z")
_FIGURE_ALONE = regex.compile(r"[ ]*\d[\d ]*\Z")
_TORN = regex.compile(r"\p{L}-\Z")
"""How a cell ends whose last word goes on in the next ("Jean-" over "Paul")."""
_AWAY = regex.compile(r"(?i)(?<=[ ]{2})(?:absents?|excus[ée]s?)(?!\p{L})[^\n\d:]{0,60}(?=\n)")
_PRESENT = regex.compile(r"(?i)(?<=^|[ ]{2})pr[ée]sents?(?=[ ]{2})")
_NAMES = regex.compile(r"(?i)(?<!\p{L})(?:pr[ée])?noms?(?!\p{L})|[\d:]")
"""The header of a table of attendance: columns of those away and of those present, none of names beside marks."""
_WORDS = regex.compile(r"[^\s](?:[^\n\S]?[^\s])*")
_GOES_ON = regex.compile(r"(?<!\p{L})(?:à|par|de|donne|pouvoir|procuration|suppl[ée]ante?)\Z")
"""How a cell ends that goes on in the next line."""
_SLACK = 2
_FEWEST_CELLS, _FEWEST_BESIDE, _FEWEST_FIGURES = 5, 3, 2
_WIDEST = 60
"""Characters of the left column."""


@dataclass(frozen=True, slots=True)
class Apart:
    """A text with its columns one after the other; ``pieces`` tell what stood where: new start, old start, length."""

    text: str
    pieces: Sequence[tuple[int, int, int]]

    def printed(self, span: Span) -> Span:
        """Where a span of the new text stands in the old one: the stretch around all its pieces."""
        start, end = span
        old = [
            (before + max(0, start - new), before + min(length, end - new))
            for new, before, length in self.pieces
            if new < end and start < new + length
        ]
        return (min(first for first, _ in old), max(last for _, last in old)) if old else span


def apart(text: str) -> Apart | None:
    """The text with the columns of its heading one after the other; ``None`` where it has no two columns."""
    head = text[: text.find("\n", _HEADING) + 1 or len(text)].expandtabs(1)
    spans = _beside_margin(head, len(text)) or _under_states(head, len(text))
    return _joined(text, spans) if spans else None


def _under_states(head: str, length: int) -> list[Span | None]:
    """The columns of a table of those present and away, one after the other; none where no cell goes on below."""
    header = next((line for away in _AWAY.finditer(head) if (line := _header(head, away))), None)
    if header is None:
        return []
    places = [cell.start() - header[0] for cell in _WORDS.finditer(head, *header)]
    columns: list[list[Span | None]] = [[] for _ in places]
    end, goes_on = header[0], False
    for start, stop in _lines(head, header[0], len(head)):
        cells = [cell.span() for cell in _WORDS.finditer(head, start, stop)]
        at = [_column(places, cell[0] - start) for cell in cells]
        if not cells or None in at or len(set(at)) < len(at):
            break
        for i, column in enumerate(columns):
            column.append(cells[at.index(i)] if i in at else None)
        goes_on = goes_on or (start > header[0] and any(_GOES_ON.search(head, *cell) for cell in cells))
        end = stop + 1
    return [(0, header[0]), *chain(*columns), (end, length)] if goes_on else []


def _header(head: str, away: regex.Match[str]) -> Span | None:
    """The line of a column of those away, if it names one of those present and none of names."""
    start = head.rfind("\n", 0, away.start()) + 1
    line = head[start : away.end()]
    return (start, away.end()) if _PRESENT.search(line) and not _NAMES.search(line) else None


def _column(places: Sequence[int], at: int) -> int | None:
    """The column that begins where a cell does."""
    return next((i for i, place in enumerate(places) if abs(place - at) <= _SLACK), None)


def _beside_margin(head: str, length: int) -> list[Span | None]:
    gutter = _gutter(head)
    if gutter is None:
        return []
    blocks = [(lines[0][0], lines[-1][1]) for lines in _blocks(head, gutter)]
    cells = [[_parted(head, line, gutter) for line in _lines(head, *block)] for block in blocks]
    left = [beside[0] for block in cells for beside in block if beside[0] or not any(beside)]
    told = [head[slice(*cell)] for cell in left if cell]
    if not _are_columns(told, [head[slice(*cell)] for block in cells for _, cell in block if cell]):
        return []
    spans: list[Span | None] = [(0, blocks[0][0]), *left]
    for i, block in enumerate(cells):
        spans += [right for both in block for right in both[1:] if right or not any(both)]
        spans.append((blocks[i][1], blocks[i + 1][0] if i + 1 < len(blocks) else length))
    return spans


def _are_columns(left: Sequence[str], right: Sequence[str]) -> bool:
    """Whether the left cells hold labels and figures, and the right ones something else than the labels' values."""
    figures = sum(_FIGURE_LAST.search(cell) is not None for cell in left)
    labels = any(map(_LABEL.search, left))
    return labels and figures >= _FEWEST_FIGURES and not any(map(_FIGURE_ALONE.match, right))


def _gutter(head: str) -> int | None:
    """Where most cells of a right column begin."""
    if head.count("  ") < _FEWEST_CELLS:
        return None
    begins: Counter[int] = Counter()
    beside: Counter[int] = Counter()
    for match in _CELL.finditer(head):
        line = head.rfind("\n", 0, match.end()) + 1
        begins[match.end() - line] += 1
        beside[match.end() - line] += match.start() > line
    told = [at for at, often in begins.items() if often >= _FEWEST_CELLS and beside[at] >= _FEWEST_BESIDE]
    return max((at for at in told if at <= _WIDEST), key=lambda at: begins[at], default=None)


def _lines(head: str, start: int, end: int) -> Iterator[Span]:
    while start < end:
        stop = head.find("\n", start, end)
        stop = end if stop < 0 else stop
        yield start, stop
        start = stop + 1


def _blocks(head: str, gutter: int) -> Iterator[list[Span]]:
    """The runs of lines that leave the gutter free, from the first to the last with a cell behind it."""
    for free, lines in groupby(_lines(head, 0, len(head)), lambda line: _is_free(head[slice(*line)], gutter)):
        block = list(lines)
        behind = [i for i, line in enumerate(block) if _begins(head[slice(*line)], gutter)]
        if free and len(behind) > 1:
            end = behind[-1] + 1
            while end < len(block) and 0 < len(head[slice(*block[end])].strip()) < gutter:
                end += 1  # what the left column tells below the right one
            yield block[behind[0] : end]


def _is_free(line: str, gutter: int) -> bool:
    return not line[gutter - 1 : gutter].strip() and not line[gutter - 2 : gutter].strip()


def _begins(line: str, gutter: int) -> bool:
    return _is_free(line, gutter) and bool(line[gutter : gutter + 1].strip())


def _parted(head: str, line: Span, gutter: int) -> tuple[Span | None, Span | None]:
    """The cells of a line; ``None`` for an empty one."""
    start, end = line
    middle = min(start + gutter, end)
    left = (start, middle) if head[start:middle].strip() else None
    return left, (middle, end) if head[middle:end].strip() else None


def _joined(text: str, spans: Sequence[Span | None]) -> Apart:
    pieces: list[tuple[int, int, int]] = []
    parts: list[str] = []
    at = 0
    for span in spans:
        part = text[slice(*span)] if span else ""
        if span:
            pieces.append((at, span[0], len(part)))
        parts.append(part if part.endswith("\n") or _TORN.search(part) else part + "\n")
        at += len(parts[-1])
    return Apart("".join(parts), pieces)
