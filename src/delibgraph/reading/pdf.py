"""PDF: the text layer through PDFium, in its own order, which keeps the members' order on tables and two columns.

A page that is a picture, with no more text than a stamp, goes to the recogniser on its own.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pypdfium2

from delibgraph.reading.assembly import assemble
from delibgraph.reading.document import Document, Progress, ReadingError, quiet
from delibgraph.reading.files import contents
from delibgraph.reading.layer import is_scan, text_layer
from delibgraph.reading.limits import LARGEST_TEXT, MOST_PAGES, MOST_PIXELS
from delibgraph.reading.rows import Source

WAY_OUT = "pip install 'delibgraph[ocr]' and apt-get install tesseract-ocr tesseract-ocr-fra"


def read_pdf(path: Path, progress: Progress = quiet) -> Document:
    """A PDF, page by page: its text layer, or the words recognised on a picture of the page.

    Raises:
        ReadingError: broken, locked by a password, over a limit, without any text, or all scans and no recogniser here.
    """
    data = contents(path)
    with opened(path, data) as pdf:
        if len(pdf) > MOST_PAGES:
            raise ReadingError(path, f"{len(pdf):,} pages", f"at most {MOST_PAGES:,} are read; split the file")
        sources, unread = _sources(path, pdf, progress)
    if not any(row.text.strip() for source in sources for row in source.rows):
        raise ReadingError(path, "holds no text", "if it is a scan, see that its pages can be read by eye")
    text, pages, page_map = assemble(sources)
    return Document(str(path), text, hashlib.sha256(data).hexdigest(), "pdf", pages, page_map, unread)


@contextmanager
def opened(path: Path, data: bytes) -> Iterator[pypdfium2.PdfDocument]:
    """The PDF, closed afterwards.

    Raises:
        ReadingError: locked or broken.
    """
    try:
        pdf = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        locked = "password" in str(error).lower()
        problem = "is locked by a password" if locked else "is not a PDF that can be opened"
        raise ReadingError(path, problem, "save an open copy" if locked else "fetch or print it again") from error
    with closing(pdf):
        yield pdf


def _sources(path: Path, pdf: pypdfium2.PdfDocument, progress: Progress) -> tuple[list[Source], tuple[int, ...]]:
    """The pages, and the numbers of those whose picture nobody could read."""
    sources: list[Source] = []
    unread: list[int] = []
    length = 0
    for number in range(len(pdf)):
        try:
            with closing(pdf[number]) as page:
                source = text_layer(page)
                if is_scan(page, source):
                    source = _recognised(path, page) or source
                    if source.words is None:
                        unread.append(number + 1)
        except pypdfium2.PdfiumError as error:
            raise ReadingError(path, f"page {number + 1} is broken", "fetch or print the file again") from error
        length += sum(len(row.text) for row in source.rows)
        if length > LARGEST_TEXT:
            raise ReadingError(path, f"over {LARGEST_TEXT:,} characters of text", "split the file")
        sources.append(source)
        progress(number + 1, len(pdf))
    if unread and all(not any(row.text for row in s.rows) for n, s in enumerate(sources, 1) if n not in unread):
        raise ReadingError(path, "is a scan, and no recogniser is installed here", WAY_OUT)
    return sources, tuple(unread)


def _recognised(path: Path, page: pypdfium2.PdfPage) -> Source | None:
    """The page's words as its picture shows them, stamps included; nothing where no recogniser is installed."""
    try:
        from delibgraph.reading import ocr

        ocr.version()
    except ImportError:
        return None
    except ocr.RecogniserError:
        return None
    width, height = page.get_size()
    scale = min(ocr.DPI / 72, (MOST_PIXELS / max(width * height, 1.0)) ** 0.5)
    image = page.render(scale=scale, grayscale=True).to_pil()
    try:
        found = ocr.recognise(image, scale * 72)
    except ocr.RecogniserError as error:
        raise ReadingError(path, str(error), "scan the page again, at 300 dots an inch") from error
    return found
