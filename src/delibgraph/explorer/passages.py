"""A document's text and the facts that stand in it: passages, and the text cut where they begin and end."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

Span = tuple[int, int]
"""Character offsets of a document's text, half open."""


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact as a page shows it: what kind of thing it is, what it says, and where its own page is."""

    kind: str
    text: str
    href: str


@dataclass(frozen=True, slots=True)
class Passage:
    """A span of the text and all facts that are told in exactly these words."""

    span: Span
    facts: list[Fact] = field(default_factory=list)

    @property
    def name(self) -> str:
        """The span as the fragment of an address has it, so that an address keeps its meaning."""
        return f"{self.span[0]}-{self.span[1]}"


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of the text that lies in the same passages throughout.

    ``inside`` are the passages around it, the shortest first; ``opens`` are those that begin here. A piece without text
    stands for ``left_out`` characters that the page does not show.
    """

    text: str
    inside: tuple[Passage, ...] = ()
    opens: tuple[Passage, ...] = ()
    left_out: int = 0


def gathered(facts: Iterable[tuple[Span, Fact]]) -> list[Passage]:
    """The passages of these facts in the order of the text, the longer of two that begin together first."""
    found: dict[Span, Passage] = {}
    for span, fact in facts:
        passage = found.setdefault(span, Passage(span))
        if fact not in passage.facts:
            passage.facts.append(fact)
    return [found[span] for span in sorted(found, key=lambda span: (span[0], -span[1]))]


def cut(text: str, passages: Sequence[Passage], windows: Sequence[Span]) -> list[Piece]:
    """The text within the windows, cut where passages begin and end; what lies between windows is left out.

    >>> one = Passage((3, 7))
    >>> [(piece.text, len(piece.inside)) for piece in cut("un deux trois", [one], [(0, 13)])]
    [('un ', 0), ('deux', 1), (' trois', 0)]
    """
    pieces: list[Piece] = []
    shown = 0
    for start, end in merged(windows, len(text)):
        if start > shown:
            pieces.append(Piece("", left_out=start - shown))
        pieces += _pieces(text, [passage for passage in passages if _meet(passage.span, (start, end))], (start, end))
        shown = end
    if shown < len(text):
        pieces.append(Piece("", left_out=len(text) - shown))
    return pieces


def merged(windows: Iterable[Span], length: int, close: int = 400) -> list[Span]:
    """The windows in order, cut to the text; those that lie as close as ``close`` characters are one."""
    found: list[Span] = []
    for start, end in sorted((max(0, start), min(length, end)) for start, end in windows):
        if found and start <= found[-1][1] + close:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        elif start < end:
            found.append((start, end))
    return [(0 if start <= close else start, length if end >= length - close else end) for start, end in found]


def _meet(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _pieces(text: str, passages: Sequence[Passage], window: Span) -> list[Piece]:
    """One sweep over the borders: what is open at each, and what opens there."""
    clip = [(max(passage.span[0], window[0]), min(passage.span[1], window[1])) for passage in passages]
    opening: dict[int, list[Passage]] = {}
    for passage, (start, _) in zip(passages, clip, strict=True):
        opening.setdefault(start, []).append(passage)
    borders = sorted({*window, *(place for span in clip for place in span)})
    pieces: list[Piece] = []
    around: list[Passage] = []
    for start, end in pairwise(borders):
        opens = opening.get(start, [])
        around = [passage for passage in around if passage.span[1] > start] + opens
        inside = sorted(around, key=lambda passage: passage.span[1] - passage.span[0])
        pieces.append(Piece(text[start:end], tuple(inside), tuple(opens)))
    return pieces
