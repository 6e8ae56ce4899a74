"""Line breaks that the width of the page made: where they stand, the line goes on in the next.

A text was wrapped where its lines have one width: nearly none is longer, and where a line is carried on (in small
letters, if any is), the next word had no room on it. Only there a break is read as a blank.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import regex

_WIDTHS = range(50, 161)
"""Characters of a line that a page's width can have."""
_FEWEST, _SURE = 2, 0.85
"""Lines carried on that show a width, and the share of them that must fill it."""
_SLACK = 0.04
"""The share of the width by which a line may be short of it: letters are not equally wide."""
_LONGER = 0.02
"""The share of lines that may be longer, such as the rows of a table."""
_ENDED = ".;:!?…|"
_OPEN = regex.compile(
    r"(?r)(?:[,–(«'’-]|(?<!\p{L})(?i:de|du|des|la|le|les|à"
    r"|au|aux|et|en|(?<!\d )pour|sur|par|avec|saint|sainte|ste?|m|mm|mmes?)"
    r"|(?<!\p{L})(?:\p{Lu}|MM|Mmes?)\.|\d[ ]?[hH]|\([^)]*)\s*\Z"
)
"""How a line ends that is always carried on; matched from its end."""
_OWN_LINE = regex.compile(
    r"\s|[-–•▪►➢➔❖●■◆>*#|_=]|\(?\d{1,3}[ ]?[.)°–/-]|\p{L}[.)][ ]|[IVX]{1,5}[ ]?[.)–-]|[nN][ ]?°"
    r"|\p{Lu}{0,5}[-_ ]?(?:19|20)\d\d[-_./]\d[\w./-]*[ ]"
    r"|\p{Lu}[\p{L}'-]*(?:[ ][\p{L}'-]+){0,3}[ ]?:(?:[ ]\P{Ll}|[ ]*\Z)"
    r"|(?:Vu|VU|Consid|CONSID|Article|ARTICLE|Objet|OBJET"
    r"|L[ea] (?:[Cc]onseil|[Mm]aire|[Pp]r[ée]sident|[Cc]omit|[Bb]ureau)|D[ÉEée]LIB"
    r"|Apr[èe]s|Monsieur|Madame|Messieurs|Mesdames)"
)
"""How a line begins that opens something, unless the one before is left open."""

_TORN = regex.compile(
    r"(?<=\S)(?:[ ]*\n[ ]*\n[ ]*[\p{Lu}-][^\s,;]*){0,4}[ ]*\n[ ]*\n[ ]*(?=[,;][ ]*\S|\.[ ]*$)"
    r"|(?<=(?<!\p{L})(?:MM?\.|Mmes?\.?|de|du|des|la|le|les|à|au|aux|et|en|sur|par))"
    r"[ ]*\n[ ]*\n[ ]*(?=[\p{L}\d])"
    r"|(?<=[,;][ ]?\p{Lu}\p{Ll}[\p{L}-]*)[ ]*\n[ ]*\n[ ]*(?=\p{Lu}{2}[\p{Lu}'-]+(?:[ ]*[,;(.]|[ ]+(?:et|à)[ ]))",
    regex.MULTILINE,
)
"""Blank lines within a sentence: a comma opens no line, a civility, a preposition or a first name after a comma ends
none, and words set apart stood between."""
_BLANK = regex.compile(r"\n[ ]*\n")
_FIGURE = regex.compile(r"\d{1,4}(?![\d.)°/])")
"""A figure after its label, and no rank."""


def wrapped(text: str) -> list[int]:
    """The offsets of the line breaks within running text, in order; those of a width where the lines have one."""
    return sorted({*_torn(text), *_of_width(text)})


def _torn(text: str) -> Iterator[int]:
    """The line breaks of blank lines within a sentence, looked for where blank lines are."""
    done = 0
    for blank in _BLANK.finditer(text):
        at = blank.start()
        while at > done and text[at - 1] == " ":
            at -= 1
        if at >= done and (match := _TORN.match(text, at)):
            done = match.end()
            yield from (i for i in range(*match.span()) if text[i] == "\n")


def _has_cells(line: str) -> bool:
    """Whether blanks part a line into cells: the rows of a table are as wide as one another."""
    return "   " in line.strip()


def _of_width(text: str) -> list[int]:
    lines = text.split("\n")
    width = _width(lines)
    if not width:
        return []
    breaks: list[int] = []
    at = 0
    for line, after in pairwise(lines):
        at += len(line) + 1
        if _is_full(line, after, width) and _goes_on(line, after) and not (_has_cells(line) and _has_cells(after)):
            breaks.append(at - 1)
    return breaks


def _width(lines: Sequence[str]) -> int:
    """The width at which the lines were broken, nought where there is none."""
    lengths = sorted(len(line.rstrip()) for line in lines if line.strip())
    width = lengths[-1 - int(len(lengths) * _LONGER)] if lengths else 0
    if width not in _WIDTHS:
        return 0
    pairs = [(line, after) for line, after in pairwise(lines) if len(line) > width / 2 and _goes_on(line, after)]
    carried = [_is_full(line, after, width) for line, after in pairs if after[0].islower()]
    if len(carried) < _FEWEST:
        carried = [_is_full(line, after, width) for line, after in pairs if len(after) > width / 2]
    return width if len(carried) >= _FEWEST and sum(carried) >= _SURE * len(carried) else 0


def _is_full(line: str, after: str, width: int) -> bool:
    """Whether the first word of the next line had no room on this one."""
    word = after[: after.find(" ")] if " " in after else after
    return len(line.rstrip()) + 1 + len(word) > width * (1 - _SLACK)


def _goes_on(line: str, after: str) -> bool:
    last = line.rstrip()[-1:]
    if not after.strip() or "|" in line:
        return False
    if _OPEN.match(line):
        return True
    if last in _ENDED:
        return last == ":" and _FIGURE.match(after) is not None
    return after[0].islower() or not _OWN_LINE.match(after)
