"""A page's rows, as a text layer or a recogniser gives them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from delibgraph.reading.pages import Words

Part = tuple[int, str]
"""Where a piece of text starts in the page's source text, and the piece."""


@dataclass(frozen=True, slots=True)
class Row:
    """A raw line: the parts of its text, and its place in points from the page's top left.

    ``bottom`` is that of its last character, which a hyphen at a line end can put a line lower.
    """

    parts: tuple[Part, ...]
    left: float
    top: float
    bottom: float

    @property
    def text(self) -> str:
        """The parts as one."""
        return "".join(text for _, text in self.parts)


@dataclass(frozen=True, slots=True)
class Source:
    """A page as a text layer or a recogniser gives it: its height in points, its rows in reading order, its words."""

    height: float
    rows: Sequence[Row]
    words: Words | None = None
