"""Lines of a page as its source gives them, and the small repairs that turn them into text.

A repair never loses the way back: a line is a row of pieces, each a string and the offset in the source that its first
character stands for.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass

import regex

CUT = "\ufffe"
"""What PDFium writes for a hyphen and the line end after it (Unicode: a noncharacter, so never text)."""

_REPAIR = regex.compile(
    rf"(?P<cut>{CUT}|\x02)"
    r"|(?P<drop>[\u00ad\u200b\ufeff])"
    r"|(?P<symbol>[\uf020-\uf0ff]+)"
    r"|(?P<ligature>[\ufb00-\ufb06])"
    r"|(?P<accent>\p{L}\p{Mn}+)"
    r"|(?P<control>[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffd\uffff])"
)
_WORD = regex.compile(r"\p{L}+(?:[-'’]\p{L}+)*")
_LEFT = regex.compile(r"(\p{L}+)$")
_RIGHT = regex.compile(r"\p{L}+")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page: pieces of text with their source offsets, and its place in points from the page's top left."""

    pieces: tuple[tuple[str, int], ...]
    left: float
    top: float
    bottom: float

    @property
    def text(self) -> str:
        """The line's text."""
        return "".join(piece for piece, _ in self.pieces)


_HALVES = regex.compile(rf"\p{{L}}*(?:{CUT}|\x02)\p{{L}}*")
_BEGINS = regex.compile(
    "anti|après|arrière|auto|avant|bio|centre|chef|ci|co|contre|demi|[eé]co|entre|ex|extra|garde|grand|haut|hors|inter|"
    "intra|là|libre|mi|micro|mini|multi|non|nord|nouveau|outre|ouest|par|para|peut|plan|plus|poly|porte|post|pré|pro|"
    "procès|quasi|quelques|rez|semi|socio|sous|soi|sud|super|sur|télé|tiers|tout|trans|ultra|vice|vis"
)
"""What stands before the hyphen of compounds that are written in small letters."""


def words(texts: Iterable[str]) -> Counter[str]:
    """How often each word stands whole in the texts, hyphens and apostrophes inside it included."""
    return Counter(word for text in texts for word in _WORD.findall(_HALVES.sub(" ", text)))


def repair(raw: str, offset: int, known: Callable[[str], int]) -> tuple[tuple[str, int], ...]:
    """The pieces of one raw line that starts at ``offset`` of its source.

    A word cut at a line end is joined where ``known`` has seen the joined word in the document and has not seen it with
    the hyphen, or where neither of its halves is a word, seen or such as begin compounds; else the hyphen stays, as in
    "Marie-José".
    """
    raw = raw.rstrip()
    pieces: list[tuple[str, int]] = []
    last = 0
    for match in _REPAIR.finditer(raw):
        if match.start() > last:
            pieces.append((raw[last : match.start()], offset + last))
        instead = _instead(match, raw, known)
        if instead:
            pieces.append((instead, offset + match.start()))
        last = match.end()
    if last < len(raw):
        pieces.append((raw[last:], offset + last))
    return tuple(pieces)


def _instead(match: regex.Match[str], raw: str, known: Callable[[str], int]) -> str:
    text = match.group()
    match match.lastgroup:
        case "cut":
            return _hyphen(raw, match.start(), known)
        case "drop":
            return ""
        case "symbol":  # a letter of a symbol font: bullets stand alone, a font without a table gives whole words
            return "•" if len(text) == 1 else "".join(chr(ord(char) - 0xF000) for char in text)
        case "ligature":
            return unicodedata.normalize("NFKC", text)
        case "accent":
            return unicodedata.normalize("NFC", text)
    return " " * len(text)


def _hyphen(raw: str, at: int, known: Callable[[str], int]) -> str:
    left, right = _LEFT.search(raw, 0, at), _RIGHT.match(raw, at + 1)
    if right is None:
        return "-\n" if raw[at + 1 :].strip() else "-"
    if left is None or not right.group().islower():
        return "-"
    whole, parted = left.group() + right.group(), f"{left.group()}-{right.group()}"
    if known(parted):
        return "-"
    fragments = left.group().islower() and not known(left.group()) and not known(right.group())
    return "" if known(whole) or (fragments and not _BEGINS.fullmatch(left.group())) else "-"
