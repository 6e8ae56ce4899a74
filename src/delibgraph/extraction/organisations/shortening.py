"""Short forms of a name in an act: "Vidour Club" for "Vidour Club des Prés", "F.C. du Ru" for "Football Club du Ru"."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import lru_cache

import regex

from delibgraph.extraction.text.phrases import vocabulary
from delibgraph.extraction.text.view import fold

_WORDS = regex.compile(r"(?:\p{L}\.){2,}\p{L}?|[\p{L}\d]+")
_LETTERS = regex.compile(r"(?:\p{Lu}\.){2,}\p{Lu}?|\p{Lu}{2,5}")
_OF = vocabulary("de du des d")


def shortened(names: Collection[str]) -> Iterator[tuple[str, str]]:
    """(short, whole) pairs of names of which the short one fits one whole name alone."""
    words = {name: _words(name) for name in names}
    for short, own in words.items():
        if len(own) < 2:
            continue
        like = [whole for whole in words if whole[0] == short[0] and whole != short]
        wholes = [whole for whole in like if _is_short(short, own, words[whole])]
        if len(wholes) == 1:
            yield short, wholes[0]


@lru_cache(maxsize=65_536)
def _words(name: str) -> list[str]:
    return [fold(word) for word in _WORDS.findall(name)]


def _is_short(name: str, own: list[str], other: list[str]) -> bool:
    if len(own) > 1 and len(own) < len(other) and other[: len(own)] == own:
        return other[len(own)] in _OF
    letters = _LETTERS.match(name)
    if letters is None or len(own) < 2:
        return False
    initials = own[0].replace(".", "")
    count = len(initials)
    return len(other) > count and [word[0] for word in other[:count]] == [*initials] and other[count:] == own[1:]
