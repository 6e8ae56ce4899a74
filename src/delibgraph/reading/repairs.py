"""Letters that were spoilt before the file was written: UTF-8 taken for something else ("LefÃ¨vre"), one office's
encoding for another's ("SÈance"); and letters that are lost for good ("S?ance").

A repair is made only where the result reads more like French than what stands there.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from itertools import permutations

import ftfy
import regex
from ftfy.badness import is_bad

from delibgraph.reading.document import Span
from delibgraph.reading.encodings import SINGLE_BYTE, count_beyond, plausibility

_WINDOWS = "sloppy-windows-1252"
"""Registered by ftfy: what Windows-1252 leaves open are control characters, as browsers have it."""

_TAKEN_FOR = (_WINDOWS, "latin-1", "mac_roman", "cp850", "cp437")
_OFTEN = 3
"""How often one text can have been spoilt: twice is seen, in pages that were copied from one site to another."""

_CONFIG = ftfy.TextFixerConfig(unescape_html=False, fix_c1_controls=False)
_LINE = regex.compile(r"[^\n]*\n|[^\n]+")
_LONE = re.compile(r"(?:^|[\x00-\x7f])[^\x00-\x7f](?![^\x00-\x7f])")
"""A character beyond ASCII between others; in UTF-8 it takes two bytes or more, none of them ASCII."""
_LOST = regex.compile(r"\ufffd+|(?<=\p{L})\?(?=\p{Ll}(?![\w-]*[=&/]))")
_FEWEST = 3
"""Letters beyond ASCII from which on a whole text can be seen to be in a wrong encoding."""


@dataclass(frozen=True, slots=True)
class Repaired:
    """A text in NFC with its letters put right: spans of what was, and of what could not be, for letters are lost."""

    text: str
    mended: tuple[Span, ...] = ()
    lost: tuple[Span, ...] = ()


def repair(text: str) -> Repaired:
    """The text with spoilt letters put right, in Unicode's Normalization Form C. Spans count its own characters."""
    if text.isascii():
        return Repaired(text, (), _places(_LOST, text))
    recoded = _recoded(text)
    before = _LINE.findall(text if recoded is None else recoded)
    if not any(map(_may_be_utf8, before)):
        whole = unicodedata.normalize("NFC", text if recoded is None else recoded)
        return Repaired(whole, () if recoded is None else ((0, len(whole)),), _places(_LOST, whole))
    out: list[str] = []
    spans: list[Span] = []
    length = 0
    for old, new in zip(before, _unspoilt(before), strict=True):
        line = unicodedata.normalize("NFC", new)
        if new != old:
            spans.append((length, length + len(line.rstrip())))
        out.append(line)
        length += len(line)
    whole = "".join(out)
    return Repaired(whole, tuple(spans) if recoded is None else ((0, length),), _places(_LOST, whole))


def _places(pattern: regex.Pattern[str], text: str) -> tuple[Span, ...]:
    return tuple(match.span() for match in pattern.finditer(text))


def _unspoilt(lines: list[str]) -> list[str]:
    """The lines with UTF-8 that was taken for a single-byte encoding read as UTF-8, however often that happened.

    An encoding is tried on the whole text, so that a line with a lone sign follows those that tell more. Where it
    fits, lines with bytes lost on the way are left to ftfy; elsewhere an "Ã" is an "Ã".
    """
    spoilt = False
    for _ in range(_OFTEN):
        tries = [[_as_utf8(line, encoding) for line in lines] for encoding in _TAKEN_FOR]
        best = max(tries, key=lambda found: _gain(lines, found))
        if _gain(lines, best) <= 0:
            break
        spoilt = True
        lines = [new or old for old, new in zip(lines, best, strict=True)]
    return [_patched(line) if is_bad(line) else line for line in lines] if spoilt else lines


def _may_be_utf8(line: str) -> bool:
    """Whether UTF-8 may have been taken for something else here: no letter beyond ASCII is then alone."""
    return not line.isascii() and _LONE.search(line) is None


def _as_utf8(line: str, encoding: str) -> str | None:
    if not _may_be_utf8(line):
        return None
    try:
        return line.encode(encoding).decode("utf-8")
    except UnicodeError:
        return None


def _gain(lines: list[str], found: list[str | None]) -> float:
    return sum(plausibility(new) - plausibility(old) for old, new in zip(lines, found, strict=True) if new)


def _patched(line: str) -> str:
    found = ftfy.fix_encoding(line, _CONFIG)
    return found if plausibility(found) > plausibility(line) else line


def _recoded(text: str) -> str | None:
    """A whole text that was read in the wrong single-byte encoding, as "SÈance" and "SŽance", read in the right one."""
    beyond = count_beyond(text)
    if beyond < _FEWEST or plausibility(text) >= 0:
        return None
    best, most = None, float(beyond)
    for taken, meant in permutations(SINGLE_BYTE, 2):
        try:
            found = text.encode(_WINDOWS if taken == "cp1252" else taken).decode(meant)
        except UnicodeError:
            continue
        if (better := plausibility(found)) > most:
            best, most = found, better
    return best
