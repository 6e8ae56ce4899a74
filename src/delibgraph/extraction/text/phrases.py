"""Phrases: patterns of the grammar that begin with a known word.

Most of the grammar's patterns begin with one of a few words ("convocation", "convoqué"). A text's words are indexed
once (:attr:`.View.words`), so that a phrase is tried where such a word stands and nowhere else.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

import regex

from delibgraph.extraction.text.view import View, once


def vocabulary(words: str) -> frozenset[str]:
    """A set of words, written with blanks between them."""
    return frozenset(words.split())


@once
def _places(view: View, heads: frozenset[str]) -> list[int]:
    """Where any of the words stands, in order."""
    return view.places(heads)


class Phrase:
    """A pattern on folded text that begins with one of ``heads``, which are whole folded words."""

    def __init__(self, heads: str, pattern: str) -> None:
        """``heads`` are parted by blanks; the pattern is verbose, so that a blank in it is ``[ ]``."""
        self.heads = vocabulary(heads)
        self.pattern = regex.compile(pattern, regex.VERBOSE)

    def finditer(self, view: View, start: int = 0, end: int | None = None) -> Iterator[regex.Match[str]]:
        """The phrase's occurrences that lie between two offsets, in order and without overlap."""
        limit = len(view.folded) if end is None else end
        places = _places(view, self.heads)
        for at in places[bisect_left(places, start) : bisect_left(places, limit)]:
            if start <= at and (match := self.pattern.match(view.folded, at, limit)):
                yield match
                start = match.end()

    def search(self, view: View, start: int = 0, end: int | None = None) -> regex.Match[str] | None:
        """The first occurrence."""
        return next(self.finditer(view, start, end), None)
