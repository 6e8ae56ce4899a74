"""Entries written unlike the others of their list: a surname in small letters among capitals ("BARSAC, delmas").

They are told by what surrounds them: a line that holds nothing but entries, parted by commas.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from delibgraph.extraction.attendance.style import CLASSES, NAME_SORTS, Style
from delibgraph.extraction.text.tokens import NOT_NAMES, Token
from delibgraph.extraction.text.view import fold

_SEPARATORS = (",", ";", ".")
_FEWEST = 3
"""The fewest entries of a line that is known for a list by its commas alone."""
_SHORTEST = 3
"""Letters of a surname in small letters."""


def likened(stretch: Sequence[Token], style: Style) -> list[Token]:
    """The tokens, surnames in small letters retagged as those in capitals are, from the first lines of a list on."""
    found = list(stretch)
    if not style.capitals or style.civil:
        return found
    start = 0
    for broken, group in groupby(stretch, lambda token: token.sort == "break"):
        line = list(group)
        if not broken:
            entries = list(_entries(line))
            if not all(_is_entry(entry) for entry in entries):
                break
            for surname in _surnames(entries, style):
                at = start + line.index(surname)
                found[at] = surname._replace(sort="upper")
        start += len(line)
    return found


def _entries(line: Sequence[Token]) -> Iterator[list[Token]]:
    """What stands between the commas of a line, without remarks in brackets and the offices after a name."""
    entry: list[Token] = []
    depth = 0
    told = False
    for token in line:
        if token.text in ("(", "["):
            depth += 1
        elif token.text in (")", "]"):
            depth = max(0, depth - 1)
        elif not depth and token.text in _SEPARATORS:
            if entry:
                yield entry
            entry, told = [], False
        elif not depth and token.sort == "role":
            told = True
        elif not depth and not told:
            entry.append(token)
    if entry:
        yield entry


def _is_entry(entry: Sequence[Token]) -> bool:
    """Whether an entry has the shape of a name: a civility at most, and words of which one in small letters is all."""
    words = [token for token in entry[entry[0].sort == "civility" :] if token.sort not in ("particle", "dash")]
    small = [token for token in words if token.sort == "lower"]
    rest = [token for token in words if token.sort != "lower"]
    if not words or not all(token.sort in NAME_SORTS for token in rest):
        return False
    if not small:
        return True
    return len(small) == 1 and _is_surname(small[0]) and all(token.sort == "initial" for token in rest)


def _is_surname(token: Token) -> bool:
    letters = token.text.replace("-", "")
    return letters.isalpha() and len(letters) >= _SHORTEST and fold(token.text) not in NOT_NAMES


def _surnames(entries: Sequence[Sequence[Token]], style: Style) -> Iterator[Token]:
    """The surnames in small letters: alone in a list of surnames, or after a first name where most are in capitals."""
    shapes = ["".join(CLASSES.get(token.sort, "") for token in entry) for entry in entries]
    if len(entries) < _FEWEST:
        return
    if all(shape in ("U", "T", "UI", "TI", "IU", "IT") for shape in shapes):
        if style.surnames:
            yield from (token for entry in entries for token in entry if token.sort in ("title", "lower"))
    elif 2 * sum(shape in ("TT", "IT") for shape in shapes) < len(shapes):
        for entry, shape in zip(entries, shapes, strict=True):
            if shape == "TT":
                yield entry[-1]
