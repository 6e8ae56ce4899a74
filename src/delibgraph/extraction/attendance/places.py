"""Lines of a list that name a place and no person: communes as headings, alone on their line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import regex

from delibgraph.extraction.attendance.style import FROM_PLACE
from delibgraph.extraction.text.tokens import UPPER_PARTICLES, Token

_FEWEST = 3
"""Lines of people from which on the form of the other lines tells."""
_PLACE_SORTS = ("upper", "particle", "dash")
_PLACE = regex.compile(r"(?:SAINTE?|STE?|LA|LE|LES)[ -]\S+$|\S+-(?:SUR|LES|LÈS|EN|SOUS|DE|DU|DES|LA|LE|AUX?)-\S+$")
"""A name of a commune, by its form."""
_OPENS_PLACE = regex.compile(r"(?:SAINTE?|STE?|LA|LE|LES)(?!\p{L})")
COMMUNE = regex.compile(
    r"[ ]*(?:\((?P<paren>\p{L}[\p{L}' -]{1,40})\)|(?:de|d')[ ]*(?P<of>\p{Lu}[\p{Lu}' -]{2,40})(?=\n|$))"
)
"""The commune after a member's name, in brackets or after "de", on plain text."""


def without_places(stretch: Sequence[Token]) -> list[Token]:
    """The tokens, those that name a place retagged as such: lines of them, and what stands before colons."""
    return _without_communes(_without_heads(_without_lines(stretch)))


def _without_communes(stretch: list[Token]) -> list[Token]:
    """The tokens, those of a commune that is told to be one retagged: "M. A, commune de QUINY, donne pouvoir"."""
    for i, (noun, joint) in enumerate(pairwise(stretch), 2):
        if noun.text.lower() != "commune" or joint.text not in FROM_PLACE:
            continue
        end = i
        while end < len(stretch) and stretch[end].sort in ("upper", "title", "particle", "dash"):
            end += 1
        stretch[i:end] = [token._replace(sort="place") for token in stretch[i:end]]
    return stretch


def _without_heads(stretch: list[Token]) -> list[Token]:
    """The tokens, those of the capitals before colons retagged: "A. PETIT, L. DURAND SARVIS (LES) : G. MARTEL"."""
    colons = [i for i, token in enumerate(stretch) if token.text == ":" and _heads(stretch, i)]
    if len(colons) < _FEWEST:
        return stretch
    found = list(stretch)
    for colon in colons:
        for i in range(_place_before(stretch, colon), colon):
            found[i] = stretch[i]._replace(sort="place")
    return found


def _heads(stretch: Sequence[Token], colon: int) -> bool:
    """Whether capitals stand before a colon, and after it a member with an initial, a first name or a civility."""
    following = stretch[colon + 1].sort if colon + 1 < len(stretch) else "mark"
    return following in ("initial", "title", "civility") and _place_before(stretch, colon) < colon


def _place_before(stretch: Sequence[Token], colon: int) -> int:
    """Where the place before a colon begins: with an article or a saint, else after one surname."""
    start = colon
    while start and (stretch[start - 1].sort in _PLACE_SORTS or stretch[start - 1].text in ("(", ")")):
        start -= 1
    while start < colon and stretch[start].text in ("(", ")", "-", "–"):
        start += 1
    if not start or stretch[start - 1].sort not in ("initial", "title"):
        return start
    surname = start
    while surname < colon and stretch[surname].text in UPPER_PARTICLES:
        surname += 1
    named = range(surname + 1, colon)
    opening = (i for i in named if stretch[i - 1].text != "(" and _OPENS_PLACE.match(stretch[i].text))
    return next(opening, min(surname + 1, colon))


def _without_lines(stretch: Sequence[Token]) -> list[Token]:
    """The tokens, those of lines that name a place retagged.

    They are lines of capitals among lines that begin with a civility, or single words among lines of several.
    """
    lines = list(_lines(stretch))
    bare = [line for line in lines if _is_bare(line)]
    if not bare or len(bare) == len(lines) < _FEWEST:
        return list(stretch)
    titled = [line for line in lines if any(token.sort == "civility" for token in line)]
    civil, capitals = len(titled), 2 * sum(_has_capitals(line) for line in titled) > len(titled)
    several = sum(_words(line) > 1 and not _is_place(line) for line in lines)
    others = len(lines) - len(bare)
    small = 2 * sum(not _has_capitals(line) for line in lines) > len(lines)
    found: dict[int, Token] = {}
    for above, before, line in zip([(), (), *lines], [(), *lines], lines, strict=False):
        if not _is_bare(line) or (capitals and (_is_open(before) or _is_torn(above, before))):
            continue
        named_civil = civil >= _FEWEST and 2 * civil > others
        named_full = not civil and several >= _FEWEST and 2 * several > len(lines)
        if named_civil or small or (named_full and (_words(line) == 1 or _is_place(line))):
            found |= {token.start: token._replace(sort="place") for token in line}
    return [found.get(token.start, token) for token in stretch] if found else list(stretch)


def _lines(stretch: Sequence[Token]) -> Iterator[Sequence[Token]]:
    start = 0
    for i, token in enumerate(stretch):
        if token.sort == "break":
            if i > start:
                yield stretch[start:i]
            start = i + 1
    if start < len(stretch):
        yield stretch[start:]


def _is_bare(line: Sequence[Token]) -> bool:
    """Whether a line holds capitals and nothing else."""
    return line[0].sort == "upper" and all(token.sort in _PLACE_SORTS or token.text[1:] == "/" for token in line)


def _is_open(line: Sequence[Token]) -> bool:
    """Whether the name in a line goes on in the next: its last person has no surname, or a comma is left out."""
    if not line or line[-1].text in (",", ";", ")"):
        return False
    last = max((i for i, token in enumerate(line) if token.sort == "civility"), default=-1)
    person = line[last + 1 :]
    return last >= 0 and all(token.sort != "upper" or token.text in UPPER_PARTICLES for token in person)


def _is_torn(above: Sequence[Token], line: Sequence[Token]) -> bool:
    """Whether a line is the first name after a civility that has a line of its own."""
    return [token.sort for token in (*above, *line)] == ["civility", "title"]


def _has_capitals(line: Sequence[Token]) -> bool:
    return any(token.sort == "upper" for token in line)


def _words(line: Sequence[Token]) -> int:
    return sum(token.sort in ("upper", "title", "initial") for token in line)


def _is_place(line: Sequence[Token]) -> bool:
    return _PLACE.match(" ".join(token.text for token in line)) is not None
