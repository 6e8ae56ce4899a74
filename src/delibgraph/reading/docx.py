"""DOCX: paragraphs, lists, tables and text boxes in order; headers, footers, comments and deleted text are left out."""

from __future__ import annotations

import hashlib
import io
import zipfile
from pathlib import Path

import mammoth
from lxml import html

from delibgraph.reading.archive import parts
from delibgraph.reading.document import Document, Progress, ReadingError, quiet
from delibgraph.reading.files import contents
from delibgraph.reading.flow import lines


def read_docx(path: Path, _: Progress = quiet) -> Document:
    """A Word document of 2007 or later.

    Raises:
        ReadingError: broken, locked, hostile, or without any text.
    """
    data = contents(path)
    text = docx_text(path, data)
    if not text.strip():
        raise ReadingError(path, "holds no text", "if it holds pictures of pages, save it as PDF")
    return Document(str(path), text, hashlib.sha256(data).hexdigest())


def docx_text(path: Path, data: bytes) -> str:
    """The text of a DOCX given as bytes.

    Raises:
        ReadingError: broken, locked or hostile.
    """
    found = parts(path, data)
    if "word/document.xml" not in found:
        raise ReadingError(path, "is no Word document", "name the file after its format")
    try:
        page = mammoth.convert_to_html(_repacked(found), ignore_empty_paragraphs=False, convert_image=_no_image).value
    except Exception as error:  # the library raises whatever a malformed part leads it to
        raise ReadingError(path, "is not a Word document that can be read", "save it again") from error
    return lines(html.document_fromstring(page), literal=True) if page.strip() else ""


def _repacked(found: dict[str, bytes]) -> io.BytesIO:
    """The parts that were looked at, and no others: pictures and embedded files stay packed."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as archive:
        for name, content in found.items():
            archive.writestr(name, content)
    packed.seek(0)
    return packed


def _no_image(_: object) -> list[object]:
    return []
