"""The page map: from a span of a document's text back to pages and rectangles.

It holds integers only, some 500 bytes a page. The rectangles of a text layer are asked of the PDF when somebody wants
them; those of recognised words are kept, for they are nowhere else.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from dataclasses import dataclass

Box = tuple[float, float, float, float]
"""Left, top, right, bottom in points (1/72 inch), counted from the top left corner of the page as displayed."""

Place = tuple[int, float, float, float, float]
"""A page, counted from 1, and a :data:`Box` on it."""


@dataclass(frozen=True, slots=True)
class Words:
    """Recognised words: where each starts and ends in the page's source text, and four coordinates each, in points.

    ``unsure`` numbers the words that the recogniser doubts, ``doubt`` is their share of the page's, from 0 to 1.
    """

    starts: array[int]
    ends: array[int]
    corners: array[float]
    unsure: tuple[int, ...] = ()

    @property
    def doubt(self) -> float:
        """The share of doubtful words."""
        return len(self.unsure) / len(self.starts) if self.starts else 0.0

    def boxes(self, start: int, end: int) -> list[Box]:
        """The boxes of the words that the half-open span touches, cut in proportion where it takes a part of one."""
        found = []
        for word in range(max(bisect_right(self.starts, start) - 1, 0), len(self.starts)):
            low, high = self.starts[word], self.ends[word]
            if low >= end:
                break
            if high <= start:
                continue
            left, top, right, bottom = self.corners[4 * word : 4 * word + 4]
            step = (right - left) / (high - low)
            found.append((left + step * (max(start, low) - low), top, left + step * (min(end, high) - low), bottom))
        return found


@dataclass(frozen=True, slots=True)
class Page:
    """One page's part of the map.

    From the text offset ``starts[i]`` up to the next one, characters stand in the page's source text from
    ``sources[i]`` on, one for one. ``words`` is there for a recognised page.
    """

    starts: array[int]
    sources: array[int]
    words: Words | None = None

    def text_span(self, word: int, end: int) -> tuple[int, int] | None:
        """Where a recognised word stands in the text, whose part of this page ends at ``end``; ``None`` if left out."""
        assert self.words is not None  # noqa: S101 (asked of recognised pages)
        low, high = self.words.starts[word], self.words.ends[word]
        found: list[int] = []
        for run, source in enumerate(self.sources):
            past = source + (self.starts[run + 1] if run + 1 < len(self.starts) else end) - self.starts[run]
            past = self._bounded(run, past)
            if low < past and source < high:
                found += (self.starts[run] + place - source for place in (max(low, source), min(high, past)))
        return (min(found), max(found)) if found else None

    def source_spans(self, start: int, end: int) -> list[tuple[int, int]]:
        """The spans of the page's source text that the text's span came from, in order."""
        found = []
        for run in range(max(bisect_right(self.starts, start) - 1, 0), len(self.starts)):
            low = self.starts[run]
            if low >= end:
                break
            high = end
            past = self.sources[run] + high - low
            if run + 1 < len(self.starts):
                high = min(self.starts[run + 1], end)
                past = self._bounded(run, self.sources[run] + high - low)
            if high > max(low, start):
                first = self.sources[run] + max(low, start) - low
                found.append((first, max(past, first + 1)))
        return found

    def _bounded(self, run: int, past: int) -> int:
        """The end of a run in the source; not in one that follows on it, for "fi" stands for one character."""
        after = self.sources[run + 1] if run + 1 < len(self.sources) else past
        return min(past, after) if after > self.sources[run] else past


@dataclass(frozen=True, slots=True)
class PageMap:
    """The pages in order.

    ``left_out`` lists the running lines kept out of the text: page, from 1, and words. ``unsure`` has the spans of the
    text's words that the recogniser doubts.
    """

    pages: tuple[Page, ...]
    left_out: tuple[tuple[int, str], ...] = ()
    unsure: tuple[tuple[int, int], ...] = ()


def one_a_line(boxes: list[Box]) -> list[Box]:
    """Neighbouring boxes of one line as one: a reader is shown a line, not letters."""
    merged: list[Box] = []
    for left, top, right, bottom in boxes:
        if merged:
            before = merged[-1]
            shared = min(before[3], bottom) - max(before[1], top)
            near = -2.0 <= left - before[2] <= 1.5 * (bottom - top)
            if near and shared > 0.5 * min(before[3] - before[1], bottom - top):
                merged[-1] = (before[0], min(before[1], top), max(before[2], right), max(before[3], bottom))
                continue
        merged.append((left, top, right, bottom))
    return merged
