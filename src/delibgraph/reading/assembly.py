"""Pages become one text: running lines left out, hyphens at line ends settled, blank lines where the page has a gap."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from delibgraph.reading.lines import CUT, Line, repair, words
from delibgraph.reading.margins import running
from delibgraph.reading.pages import Page, PageMap
from delibgraph.reading.rows import Row, Source

GAP = 1.6
"""Steps between lines, by the page's usual step, from which on a blank line stands between them."""


def assemble(sources: Sequence[Source]) -> tuple[str, tuple[int, ...], PageMap]:
    """The text, the offsets at which its pages start, and the page map."""
    pages = _repaired(sources)
    left_out = running(pages, [source.height for source in sources])
    out: list[str] = []
    starts: list[int] = []
    maps: list[Page] = []
    length = 0
    for lines, source, dropped in zip(pages, sources, left_out, strict=True):
        starts.append(length)
        offsets, origins = array("I"), array("I")
        kept = [line for index, line in enumerate(lines) if index not in dropped]
        for line, apart in zip(kept, _apart(kept), strict=True):
            length += apart
            for piece, origin in line.pieces:
                offsets.append(length)
                origins.append(origin)
                length += len(piece)
            out.append("\n" * apart + line.text + "\n")
            length += 1
        maps.append(Page(offsets, origins, source.words))
    kept_out = tuple(
        (page, lines[index].text)
        for page, (lines, dropped) in enumerate(zip(pages, left_out, strict=True), 1)
        for index in sorted(dropped)
    )
    unsure = (
        page.text_span(word, end)
        for page, end in zip(maps, [*starts[1:], length], strict=True)
        for word in (page.words.unsure if page.words else ())
    )
    return "".join(out), tuple(starts), PageMap(tuple(maps), kept_out, tuple(span for span in unsure if span))


def _repaired(sources: Sequence[Source]) -> list[list[Line]]:
    cut = any(CUT in row.text or "\x02" in row.text for source in sources for row in source.rows)
    seen = words(row.text for source in sources for row in source.rows) if cut else Counter[str]()
    return [[Line(_pieces(row, seen), row.left, row.top, row.bottom) for row in source.rows] for source in sources]


def _pieces(row: Row, seen: Counter[str]) -> tuple[tuple[str, int], ...]:
    """The parts of a row, repaired; what stands between two of them, blanks or a tab, as it is."""
    if len(row.parts) == 1:
        return repair(row.text, row.parts[0][0], seen.__getitem__)
    parts = (repair(text, at, seen.__getitem__) if text.strip() else ((text, at),) for at, text in row.parts)
    return tuple(piece for part in parts for piece in part)


def _apart(lines: Sequence[Line]) -> list[bool]:
    """Which lines stand well below the one before: a blank line is put there, for it parts a title from the text."""
    height = median([line.bottom - line.top for line in lines if line.pieces] or [0.0])
    steps = [
        after.top - before.bottom + height if before.pieces and after.pieces else 0.0
        for before, after in pairwise(lines)
    ]
    usual = median([step for step in steps if step > 2.0] or [0.0])
    return [False] * bool(lines) + [step > GAP * usual > 0 for step in steps]
