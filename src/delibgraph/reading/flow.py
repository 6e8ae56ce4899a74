"""A tree of paragraphs, lists and tables as lines of text, for HTML and OpenDocument alike.

A paragraph or list item is a line, and so is a table's row (:mod:`delibgraph.reading.tabular`). A paragraph of several
lines stands between empty ones, for only that tells where it begins and ends.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

import regex
from lxml import etree

from delibgraph.reading.tabular import Cell, laid_out

_SPACE = regex.compile(r"[ \t\r\n\f]+")


@dataclass(frozen=True)
class Tags:
    """What the elements of a language do, by local name."""

    blocks: frozenset[str]
    rows: frozenset[str]
    cells: frozenset[str]
    breaks: frozenset[str]
    tabs: frozenset[str] = frozenset()
    spaces: frozenset[str] = frozenset()
    kept: frozenset[str] = frozenset()
    skipped: frozenset[str] = frozenset()


_HTML_BLOCKS = (
    *("address", "article", "blockquote", "body", "caption", "dd", "div", "dl", "dt", "figcaption", "footer", "header"),
    *("h1", "h2", "h3", "h4", "h5", "h6", "hr", "li", "main", "ol", "p", "pre", "section", "table", "tbody", "tfoot"),
    *("thead", "ul"),
)
HTML = Tags(
    blocks=frozenset(_HTML_BLOCKS),
    rows=frozenset(["tr"]),
    cells=frozenset(["td", "th"]),
    breaks=frozenset(["br"]),
    kept=frozenset(["pre"]),
    skipped=frozenset(
        ["button", "head", "iframe", "img", "nav", "noscript", "object", "script", "select", "style", "svg", "textarea"]
    ),
)


def lines(root: etree._Element, tags: Tags = HTML, literal: bool = False) -> str:
    """The tree's text, a line a block. White space counts where it is ``literal`` or the element keeps it."""
    flow = _Flow()
    walk = etree.iterwalk(root, events=("start", "end"))
    kept = int(literal)
    for event, element in walk:
        name = _name(element)
        if event == "start":
            if name is None or name in tags.skipped:
                walk.skip_subtree()
                continue
            kept += name in tags.kept
            flow.open(name, tags, element)
            flow.say(element.text, kept > 0)
            _spaces(element, name, tags, flow)
        else:
            if name is not None and name not in tags.skipped:
                flow.close(name, tags)
                kept -= name in tags.kept
            if element is not root:
                flow.say(element.tail, kept > 0)
    flow.end_line()
    return unicodedata.normalize("NFC", "\n".join(flow.stack[0]).strip("\n") + "\n")


def _name(element: etree._Element) -> str | None:
    tag: object = element.tag  # of a comment, a function
    return etree.QName(element).localname if isinstance(tag, str) else None


def _spaces(element: etree._Element, name: str, tags: Tags, flow: _Flow) -> None:
    if name in tags.spaces:
        count = next((value for key, value in element.attrib.items() if etree.QName(key).localname == "c"), "1")
        flow.say(" " * min(int(count) if str(count).isdigit() else 1, 80), True)


class _Flow:
    """Lines as they come; a stack of rows and cells that are still open."""

    def __init__(self) -> None:
        self.stack: list[list[str]] = [[]]
        self.tables: list[list[list[Cell[str]]]] = []
        self.spans: list[tuple[int, int]] = []
        self._line = ""
        self._paragraph = 0

    def say(self, text: str | None, kept: bool) -> None:
        if not text:
            return
        text = text.replace("\u00ad", "").replace("\u2011", "-").replace("\u200b", "")
        if not kept:
            text = _SPACE.sub(" ", text)
            self._line += text.lstrip(" ") if self._line.endswith(" ") else text
            return
        for number, part in enumerate(text.splitlines() or [text]):
            if number:
                self.end_line(blank=True)
            self._line += part

    def open(self, name: str, tags: Tags, element: etree._Element) -> None:
        if name in tags.breaks:
            self.end_line(blank=True)
        elif name in tags.tabs:
            self._line += "\t"
        elif name == "table":
            self.end_line()
            self.tables.append([])
        elif name in tags.rows and self.tables:
            self.end_line()
            self.tables[-1].append([])
        elif name in tags.cells and self.tables and self.tables[-1]:
            self.end_line()
            self.stack.append([])
            self.spans.append((_span(element, "col"), _span(element, "row")))
        elif name in tags.blocks:
            self.end_line()
            self._paragraph = len(self.stack[-1])

    def close(self, name: str, tags: Tags) -> None:
        if name in tags.cells and len(self.stack) > 1:
            self.end_line()
            told = [line for line in self.stack.pop() if line]
            self.tables[-1][-1].append(Cell(told, *self.spans.pop()))
        elif name == "table" and self.tables:
            self.end_line()
            rows = laid_out(self.tables.pop(), " ".join)
            self.stack[-1].extend("\t".join(line or "" for line in row) for row in rows)
        elif name in tags.blocks:
            self.end_line(blank=name == "p" or name in tags.kept)
            if name == "p":
                self._set_off()

    def end_line(self, blank: bool = False) -> None:
        """Close the line; an empty one stays only where the text has an empty paragraph, and never twice running."""
        text = self._line.strip()
        self._line = ""
        lines = self.stack[-1]
        if text or (blank and lines and lines[-1]):
            lines.append(text)

    def _set_off(self) -> None:
        """Put empty lines around the paragraph that ends here, where it has several lines."""
        lines, start = self.stack[-1], self._paragraph
        if sum(map(bool, lines[start:])) > 1:
            self.end_line(blank=True)
            if start and lines[start - 1] and lines[start]:
                lines.insert(start, "")


def _span(element: etree._Element, sort: str) -> int:
    """Over how many columns or rows a cell goes."""
    names = (f"{sort}span", f"number-{sort}umns-spanned" if sort == "col" else "number-rows-spanned")
    told = next((str(value) for key, value in element.attrib.items() if etree.QName(key).localname in names), "1")
    return max(int(told[:6]), 1) if told.isdecimal() else 1
