"""One PDF page through PDFium: its text layer as rows, the boxes of its characters, and whether it is a scan."""

from __future__ import annotations

import ctypes
from contextlib import closing

import pypdfium2
import pypdfium2.raw as pdfium_c
import regex

from delibgraph.reading.cells import Word, arranged
from delibgraph.reading.lines import CUT
from delibgraph.reading.pages import Box
from delibgraph.reading.rows import Row, Source
from delibgraph.reading.ruling import ruled, tables
from delibgraph.reading.spacing import spaced

STAMP = 400
"""Characters: a page that a picture covers and that has fewer is a scan with a stamp on it."""

COVERED = 0.4
"""Share of the page from which on a picture is the page rather than a crest or a photograph."""

_WORD = regex.compile(rf"[^\s{CUT}]+{CUT}?|{CUT}")

Corners = tuple[float, float, float, float]


class View:
    """A page as displayed: PDF coordinates (left, bottom, right, top; ISO 32000-1, 8.3) to boxes from its top left."""

    def __init__(self, page: pypdfium2.PdfPage) -> None:
        """Keep the visible rectangle and the page's turn."""
        crop, media = page.get_cropbox(), page.get_mediabox()
        self.left, self.bottom = max(crop[0], media[0]), max(crop[1], media[1])
        self.right, self.top = min(crop[2], media[2]), min(crop[3], media[3])
        self.turn = page.get_rotation() % 360

    @property
    def size(self) -> tuple[float, float]:
        """Width and height as displayed, in points."""
        width, height = max(self.right - self.left, 1.0), max(self.top - self.bottom, 1.0)
        return (height, width) if self.turn in (90, 270) else (width, height)

    def box(self, corners: Corners) -> Box:
        """The box as displayed of a rectangle in PDF coordinates."""
        first = self._point(corners[0], corners[1])
        second = self._point(corners[2], corners[3])
        return min(first[0], second[0]), min(first[1], second[1]), max(first[0], second[0]), max(first[1], second[1])

    def _point(self, x: float, y: float) -> tuple[float, float]:
        across, down = x - self.left, self.top - y
        width, height = self.right - self.left, self.top - self.bottom
        match self.turn:
            case 90:
                return height - down, across
            case 180:
                return width - across, height - down
            case 270:
                return down, width - across
        return across, down


def text_layer(page: pypdfium2.PdfPage) -> Source:
    """The page's lines in PDFium's order, each with the place of its first and last visible character.

    Columns stand apart; where ruling lines make a table, its rows are lines.
    """
    view = View(page)
    drawn = page.get_objects(filter=(pdfium_c.FPDF_PAGEOBJ_PATH,), max_depth=1)
    found = tables(ruled(view.box(path.get_bounds()) for path in drawn))
    rows = []
    with closing(page.get_textpage()) as layer:
        offset = 0
        for raw in layer.get_text_range().split("\r\n"):
            text = raw.strip()
            left = top = bottom = 0.0
            if text:
                first = offset + raw.index(text[0])
                left, top, *_ = _box(layer, view, first)
                bottom = _box(layer, view, offset + len(raw.rstrip()) - 1)[3]
            rows.append(Row(((offset, raw),), left, top, bottom))
            offset += len(raw) + 2
        words = [_words(layer, view, row) for row in rows]
    return Source(view.size[1], tuple(arranged([*spaced(rows, words)], words, found)))


def _words(layer: pypdfium2.PdfTextPage, view: View, row: Row) -> list[Word]:
    """The words of a row with their places; the two halves of one that a line end cuts are two.

    Letters that stand one below the other are a word to PDFium, as marks in a column can; here each is its own.
    """
    [(offset, text)] = row.parts
    words = []
    for match in _WORD.finditer(text):
        start, end = offset + match.start(), offset + match.end() - (match[0][-1] == CUT)
        first, last = _box(layer, view, start), _box(layer, view, max(end - 1, start))
        if last[1] > first[3]:
            letters = range(start, offset + match.end())
            words += [Word(at, text[at - offset], _box(layer, view, at)) for at in letters]
        else:
            words.append(Word(start, match[0], (first[0], first[1], last[2], last[3])))
    return words


def _box(layer: pypdfium2.PdfTextPage, view: View, index: int) -> Box:
    return view.box(layer.get_charbox(_char(layer, index), loose=True))


def layer_boxes(page: pypdfium2.PdfPage, start: int, end: int) -> list[Box]:
    """The boxes of the half-open span of the text layer, as PDFium groups them by line."""
    view = View(page)
    with closing(page.get_textpage()) as layer:
        low, high = _char(layer, start), _char(layer, end - 1) + 1
        count = pdfium_c.FPDFText_CountRects(layer, low, high - low)
        found = []
        for index in range(count):
            sides = [ctypes.c_double() for _ in range(4)]
            if pdfium_c.FPDFText_GetRect(layer, index, *map(ctypes.byref, sides)):
                left, top, right, bottom = (side.value for side in sides)
                if right > left:  # a line end has no place
                    found.append(view.box((left, bottom, right, top)))
    return found


def is_scan(page: pypdfium2.PdfPage, source: Source) -> bool:
    """Whether the page is a picture: next to no text, and images over a good part of it."""
    letters = sum(len(row.text.strip()) for row in source.rows)
    if letters >= STAMP:
        return False
    width, height = View(page).size
    covered = 0.0
    for item in page.get_objects(filter=(pdfium_c.FPDF_PAGEOBJ_IMAGE,), max_depth=4):
        left, bottom, right, top = item.get_bounds()
        covered += max(right - left, 0.0) * max(top - bottom, 0.0)
    return covered >= COVERED * width * height


def _char(layer: pypdfium2.PdfTextPage, index: int) -> int:
    """PDFium counts characters of the page and of its text apart: some of the page's are not in the text."""
    return max(int(pdfium_c.FPDFText_GetCharIndexFromTextIndex(layer, index)), 0)
