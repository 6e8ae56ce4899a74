"""Pictures of pages become words, through Tesseract with its French model.

A page is cleaned first (:mod:`delibgraph.reading.scans`). Its words are kept in the cache by the hash of the picture
and the settings, so that a second reading of the same scan costs nothing.
"""

from __future__ import annotations

import functools
import hashlib
import json
import math
import os
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

import pytesseract
from PIL import Image

from delibgraph.reading import cache, cells
from delibgraph.reading.limits import SECONDS
from delibgraph.reading.lines import CUT
from delibgraph.reading.pages import Box, Words
from delibgraph.reading.rows import Row, Source
from delibgraph.reading.ruling import Table, ruled, tables
from delibgraph.reading.scans import Cleaned, clean
from delibgraph.reading.spacing import spaced

DPI = 300
"""Dots an inch at which pages are recognised; Tesseract was trained on letters of this size."""

LANGUAGE = "fra"
SETTINGS = "5"
"""Part of the cache's key: count up when the cleaning or the settings change what comes out."""

WAY_OUT = "pip install 'delibgraph[ocr]' and apt-get install tesseract-ocr tesseract-ocr-fra"
_TABLE, _PLAIN = "--psm 4", "--psm 3"
_SPECK = 35.0
"""Confidence below which a word without letter or figure is a speck or the rest of a line."""


SURE = 70.0
"""Confidence from which on a word is taken as read: of capitalised words below it half were wrong, above 1 in 400."""

_APOSTROPHES = frozenset("'’")


class RecogniserError(Exception):
    """Tesseract or its French model is missing, or it failed on a page."""


@dataclass(frozen=True, slots=True)
class Word:
    """A recognised word: its line, its text, its confidence (0 to 100) and its box in points on the levelled page."""

    line: tuple[int, int, int]
    text: str
    confidence: float
    box: Box

    @property
    def doubtful(self) -> bool:
        """Whether the recogniser is not sure of it. Of a word with an apostrophe it never is, right or wrong."""
        told = any(char.isalnum() for char in self.text) and not _APOSTROPHES.intersection(self.text)
        return told and self.confidence < SURE


@functools.cache
def version() -> str:
    """Tesseract's version.

    Raises:
        RecogniserError: it or its French model is not installed.
    """
    os.environ.setdefault("OMP_THREAD_LIMIT", "1")  # its own threads wait for each other: up to twenty times slower
    try:
        number = str(pytesseract.get_tesseract_version())
        languages = pytesseract.get_languages()
    except (pytesseract.TesseractNotFoundError, pytesseract.TesseractError, SystemExit) as error:
        raise RecogniserError("Tesseract, which reads scans, is not installed") from error
    if LANGUAGE not in languages:
        raise RecogniserError("Tesseract has no French model")
    return number


def recognise(image: Image.Image, dpi: float = DPI) -> Source:
    """The page in the picture, whose height in points is that of ``dpi`` dots an inch.

    Raises:
        RecogniserError: Tesseract or its French model is missing, or it failed or took too long on this page.
    """
    grey = image.convert("L")
    made_of = f"{version()} {LANGUAGE} {SETTINGS} {dpi:.1f} {grey.size}".encode()
    key = hashlib.sha256(made_of + grey.tobytes()).hexdigest()
    size = (grey.width * 72 / dpi, grey.height * 72 / dpi)
    kept = cache.recall("ocr", key)
    if kept is not None:
        try:
            found = json.loads(kept)
            words = [Word(tuple(line), *rest) for line, *rest in found["words"]]
            return _source(words, tables(ruled(map(tuple, found["lines"]))), found["turned"], size)
        except (ValueError, TypeError, KeyError):
            pass  # a damaged file: made anew
    cleaned = clean(grey)
    scale = 72 / dpi
    words = list(_words(cleaned, scale))
    lines = [(left * scale, top * scale, right * scale, bottom * scale) for left, top, right, bottom in cleaned.lines]
    told = {"turned": cleaned.turned, "lines": lines, "words": [[w.line, w.text, w.confidence, w.box] for w in words]}
    cache.keep("ocr", key, json.dumps(told).encode())
    return _source(words, tables(ruled(lines)), cleaned.turned, size)


def _words(cleaned: Cleaned, scale: float) -> Iterator[Word]:
    try:
        found: dict[str, list[Any]] = pytesseract.image_to_data(
            cleaned.image,
            lang=LANGUAGE,
            config=f"{_TABLE if cleaned.ruled else _PLAIN} --dpi {DPI}",
            output_type=pytesseract.Output.DICT,
            timeout=round(SECONDS),
        )
    except (pytesseract.TesseractError, RuntimeError, OSError) as error:
        raise RecogniserError(f"Tesseract failed on a page: {error}") from error
    for index, text in enumerate(found["text"]):
        confidence = float(found["conf"][index])
        text = text.strip()
        if not text or confidence < 0 or (confidence < _SPECK and not any(char.isalnum() for char in text)):
            continue
        line = (found["block_num"][index], found["par_num"][index], found["line_num"][index])
        left, top, width, height = (found[side][index] * scale for side in ("left", "top", "width", "height"))
        box = (round(left, 1), round(top, 1), round(left + width, 1), round(top + height, 1))
        yield Word(line, text, confidence, box)


def _turned_back(box: Box, angle: float, size: tuple[float, float]) -> Box:
    """A box of the levelled page on the page as it lay: its middle is turned, its sides stay."""
    left, top, right, bottom = box
    x, y = (left + right - size[0]) / 2, (top + bottom - size[1]) / 2
    cosine, sine = math.cos(math.radians(angle)), math.sin(math.radians(angle))
    across, down = x * cosine - y * sine - x, x * sine + y * cosine - y
    return left + across, top + down, right + across, bottom + down


def _source(words: Iterable[Word], found: Sequence[Table], turned: float, size: tuple[float, float]) -> Source:
    """Words as rows of the levelled page; a word cut at a line end goes on in one row, as in a text layer."""
    rows: list[Row] = []
    placed: list[cells.Word] = []
    starts, ends, corners = array("I"), array("I"), array("f")
    unsure: list[int] = []
    length = 0
    for _, group in groupby(words, key=lambda word: word.line):
        line = list(group)
        goes_on = (
            bool(rows) and rows[-1].text[-1:] == "-" and rows[-1].text[-2:-1].isalpha() and line[0].text[0].isalpha()
        )
        before = rows.pop() if goes_on else None
        start = before.parts[0][0] if before else length
        text = before.text[:-1] + CUT if before else ""
        for number, word in enumerate(line):
            text += " " if number else ""
            if word.doubtful:
                unsure.append(len(starts))
            starts.append(start + len(text))
            placed.append(cells.Word(starts[-1], word.text, word.box))
            text += word.text
            ends.append(start + len(text))
            corners.extend(_turned_back(word.box, turned, size))
        left, top, bottom = line[0].box[0], min(w.box[1] for w in line), max(w.box[3] for w in line)
        if before:
            left, top = before.left, before.top
        rows.append(Row(((start, text),), left, top, bottom))
        length = start + len(text) + 1

    own = [
        placed[bisect_left(starts, start) : bisect_left(starts, start + len(text))]
        for row in rows
        for start, text in row.parts
    ]
    arranged = cells.arranged([*spaced(rows, own)], own, found)
    return Source(size[1], tuple(arranged), Words(starts, ends, corners, tuple(unsure)))
