"""Wide gaps in a line: columns that no ruling line parts stand apart, and one below the other.

A text layer and a recogniser put one blank between words however far apart they are. Where a gap is wide, as many
blanks are put as letters would find room there, so that what stands in one column of the page begins at about one
column of the text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

from delibgraph.reading.cells import Word
from delibgraph.reading.rows import Part, Row

WIDE = 1.5
"""Heights of a line: a gap from which on two words stand in two columns, wider than any that justifying makes."""

FEWEST = 3
"""Blanks of the narrowest gap."""

INDENT = 3
"""Blanks before a line with such a gap from which on it is indented; below, it begins where others do."""


def spaced(rows: Sequence[Row], words: Sequence[Sequence[Word]]) -> Iterator[Row]:
    """The rows, each with its words, with blanks for its wide gaps."""
    told = [word for of in words for word in of]
    if not told:
        yield from rows
        return
    margin = min(word.box[0] for word in told)
    letter = median((word.box[2] - word.box[0]) / len(word.text) for word in told) or 1.0
    for row, found in zip(rows, words, strict=True):
        wide = [right for left, right in pairwise(found) if _is_wide(left, right)]
        yield Row(tuple(_parts(row, found, wide, margin, letter)), row.left, row.top, row.bottom) if wide else row


def _is_wide(left: Word, right: Word) -> bool:
    height = left.box[3] - left.box[1]
    return abs(right.box[1] - left.box[1]) < height and right.box[0] - left.box[2] > WIDE * height


def _parts(row: Row, words: Sequence[Word], wide: Sequence[Word], margin: float, letter: float) -> Iterator[Part]:
    """The stretches between gaps, and the blanks in them. Columns are counted from the margin, in letters."""
    [(offset, text)] = row.parts
    length = round((words[0].box[0] - margin) / letter)
    if length > INDENT:
        yield words[0].offset, " " * length
    ends = dict(zip((word.offset for word in words[1:]), (word.end for word in words), strict=False))
    start = words[0].offset
    for word in wide:
        end = ends[word.offset]
        blanks = max(round((word.box[0] - margin) / letter) - length - (end - start), FEWEST)
        yield start, text[start - offset : end - offset]
        yield end, " " * blanks
        length += end - start + blanks
        start = word.offset
    yield start, text[start - offset :].rstrip()
