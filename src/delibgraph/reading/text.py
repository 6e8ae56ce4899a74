"""Plain text and Markdown: the text is kept to the letter, marks and all, so that spans count what a reader sees.

Only the composition of characters changes: the text is in Unicode's Normalization Form C (UAX #15), in which an
accented letter is one character however the file writes it.
"""

from __future__ import annotations

import codecs
import hashlib
import unicodedata
from pathlib import Path

from delibgraph.reading.document import Document, ReadingError

LARGEST = 20 * 1024 * 1024
"""Bytes; the largest municipal record seen is under 2 MB of text."""

_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_LAYOUT = {"\t", "\n", "\r", "\f", "\v", "\x85", "\u2028", "\u2029"}


def read_text(path: Path) -> Document:
    """A text file in UTF-8, in UTF-16 with a byte-order mark, else in Windows-1252.

    Raises:
        ReadingError: unreadable, empty, larger than :data:`LARGEST`, or binary.
    """
    try:
        size = path.stat().st_size
        if size > LARGEST:
            raise ReadingError(path, f"{size:,} bytes of text", f"at most {LARGEST:,} are read; split the file")
        data = path.read_bytes()
    except OSError as error:
        raise ReadingError(path, error.strerror or str(error), "check that the file can be read") from error
    decoded, encoding = _decode(path, data)
    text = unicodedata.normalize("NFC", decoded)
    if not text.strip():
        raise ReadingError(path, "holds no text", "a scan needs its text recognised first")
    return Document(str(path), text, hashlib.sha256(data).hexdigest(), encoding)


def _decode(path: Path, data: bytes) -> tuple[str, str]:
    encoding = next((name for mark, name in _MARKS if data.startswith(mark)), None)
    for candidate in (encoding,) if encoding else ("utf-8", "cp1252", "latin-1"):
        try:
            text = data.decode(candidate)
        except UnicodeDecodeError:
            continue
        if _is_binary(text):
            break
        return text, candidate
    raise ReadingError(path, "is binary, not text", "give the document itself, or a text version of it")


def _is_binary(text: str) -> bool:
    controls = sum(1 for char in text[:100_000] if (char < " " or "\x7f" <= char < "\xa0") and char not in _LAYOUT)
    return "\0" in text[:100_000] or controls > len(text[:100_000]) / 100
