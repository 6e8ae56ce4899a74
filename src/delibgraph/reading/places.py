"""Where on its pages a document says something: a span's rectangles, so that a reader can be shown the place."""

from __future__ import annotations

import hashlib
from contextlib import ExitStack, closing
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from delibgraph.reading.document import Document, ReadingError
from delibgraph.reading.files import contents
from delibgraph.reading.pages import Box, Place, one_a_line

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument


def boxes(document: Document, span: tuple[int, int]) -> list[Place]:
    """Where the span stands: page, counted from 1, and left, top, right, bottom in points from its top left corner.

    One rectangle a line of the page as displayed; none for documents without pages. A text layer is asked again of the
    PDF at ``document.path``.

    Raises:
        ReadingError: the PDF is gone, or is no longer the one that was read.
    """
    if document.page_map is None:
        return []
    found: list[Place] = []
    with ExitStack() as stack:
        layers = _Layers(document, stack)
        for number, (start, end) in enumerate(pairwise([*document.pages, len(document.text)])):
            page = document.page_map.pages[number]
            places: list[Box] = []
            for low, high in page.source_spans(max(span[0], start), min(span[1], end)):
                places += page.words.boxes(low, high) if page.words else layers.boxes(number, low, high)
            found += [(number + 1, *box) for box in one_a_line(places)]
    return found


class _Layers:
    """The text layers of a document's PDF, opened when the first is asked for."""

    def __init__(self, document: Document, stack: ExitStack) -> None:
        self._document = document
        self._stack = stack
        self._pdf: PdfDocument | None = None

    def boxes(self, number: int, start: int, end: int) -> list[Box]:
        from delibgraph.reading.layer import layer_boxes
        from delibgraph.reading.pdf import opened

        if self._pdf is None:
            path = Path(self._document.path)
            data = contents(path)
            if hashlib.sha256(data).hexdigest() != self._document.sha256:
                raise ReadingError(path, "is no longer the file that was read", "read it again")
            self._pdf = self._stack.enter_context(opened(path, data))
        with closing(self._pdf[number]) as page:
            return layer_boxes(page, start, end)
