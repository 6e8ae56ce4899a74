"""Plain text and Markdown: the text is kept to the letter, marks and all, so that spans count what a reader sees.

Only two things change. The text is in Unicode's Normalization Form C (UAX #15), in which an accented letter is one
character however the file writes it; and letters that were spoilt on the way here are put right
(:mod:`delibgraph.reading.repairs`).
"""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

from delibgraph.reading.document import Document, ReadingError
from delibgraph.reading.encodings import SINGLE_BYTE, count_beyond, decode, plausibility
from delibgraph.reading.repairs import repair

LARGEST = 20 * 1024 * 1024
"""Bytes; the largest municipal record seen is under 2 MB of text."""

_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
"""Control characters but those that lay a text out."""
_SAMPLE = 100_000


def read_text(path: Path) -> Document:
    """A text file in UTF-8, in UTF-16, else in the single-byte encoding that gives the most plausible French.

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
    decoded = decode(data)
    repaired = repair(decoded.text) if decoded and "\0" not in decoded.text[:_SAMPLE] else None
    if decoded is None or repaired is None or _is_binary(repaired.text, decoded.encoding):
        raise ReadingError(path, "is binary, not text", "give the document itself, or a text version of it")
    if not repaired.text.strip():
        raise ReadingError(path, "holds no text", "a scan needs its text recognised first")
    return Document(
        str(path),
        repaired.text,
        hashlib.sha256(data).hexdigest(),
        decoded.encoding,
        mended=repaired.mended,
        lost=repaired.lost,
    )


def _is_binary(text: str, encoding: str) -> bool:
    """Whether the text has characters that no text has; all bytes are characters in a single-byte encoding."""
    sample = text[:_SAMPLE]
    noise = encoding in SINGLE_BYTE and count_beyond(sample) > 0.3 * len(sample) and plausibility(sample) < 0
    return noise or len(_CONTROL.findall(sample)) > len(sample) / 100
