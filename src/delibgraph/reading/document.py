"""The document: a text as read, where it came from, and the way back from a character to a page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from delibgraph.reading.pages import PageMap

Span = tuple[int, int]
Progress = Callable[[int, int], None]
"""Told after each page: pages done, pages in all."""


def quiet(done: int, total: int) -> None:
    """The progress callback that says nothing."""


class ReadingError(Exception):
    """A file that cannot be read: names the file, what is wrong and the way out."""

    def __init__(self, path: Path, problem: str, way_out: str) -> None:
        """Keep the parts apart, so that a report can show them each."""
        super().__init__(f"{path}: {problem} ({way_out})")
        self.path = path
        self.problem = problem
        self.way_out = way_out

    def __reduce__(self) -> tuple[type[ReadingError], tuple[Path, str, str]]:
        """Travel between worker processes whole."""
        return ReadingError, (self.path, self.problem, self.way_out)


@dataclass(frozen=True, slots=True)
class Document:
    """A text as read. Every span in the facts counts characters of ``text``.

    ``sha256`` is the hash of the file's bytes; ``pages`` holds the offset at which each page starts, and is empty for
    formats that have no pages. ``page_map`` leads from a character to its place on a page (see
    :func:`delibgraph.reading.boxes`). ``unread`` numbers, from 1, the pages that hold an image and could not be
    recognised because no recogniser is installed: their text is missing.

    The last two are spans of ``text``: ``mended``, where spoilt letters were put right, and ``lost``, where letters are
    missing for good.
    """

    path: str
    text: str
    sha256: str
    encoding: str = "utf-8"
    pages: tuple[int, ...] = ()
    page_map: PageMap | None = None
    unread: tuple[int, ...] = ()
    mended: tuple[Span, ...] = ()
    lost: tuple[Span, ...] = ()
