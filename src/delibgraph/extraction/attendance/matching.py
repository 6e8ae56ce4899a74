"""When two spellings within one act name one person: the same words, or a short form that fits one member alone."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Generic, TypeVar

import regex

from delibgraph.extraction.text.view import fold

_BREAKS = regex.compile(r"\W+")
_LETTERS = str.maketrans({"0": "o", "1": "i", "5": "s", "œ": "oe", "æ": "ae"})
"""Figures that are letters misread, and ligatures."""
_Entry = TypeVar("_Entry")


@lru_cache(maxsize=65_536)
def words(name: str) -> tuple[str, ...]:
    """The words of a name, folded, for comparing: no case, accents, ligatures, hyphens or order of their own."""
    return tuple(word.translate(_LETTERS) for word in _BREAKS.split(fold(name)) if word)


@lru_cache(maxsize=65_536)
def _keys(name: str) -> tuple[tuple[str, ...], str]:
    """What makes a name the same as another: its words in any order, or its letters in one run."""
    return tuple(sorted(words(name))), "".join(words(name))


def same_person(left: str, right: str) -> bool:
    """Whether two names are the same words, whatever their order, case, accents, hyphens and lost spaces."""
    (left_words, left_letters), (right_words, right_letters) = _keys(left), _keys(right)
    return left_words == right_words or left_letters == right_letters


class Roster(Generic[_Entry]):
    """Entries by person: looks up in constant time what :func:`same_person` would find one by one."""

    def __init__(self) -> None:
        """Start with nobody."""
        self._entries: dict[tuple[str, ...] | str, list[_Entry]] = {}
        self._size = 0

    def __len__(self) -> int:
        """How many entries were added."""
        return self._size

    def add(self, name: str, entry: _Entry) -> None:
        """Keep one more entry under a name."""
        self._size += 1
        for key in _keys(name):
            self._entries.setdefault(key, []).append(entry)

    def find(self, name: str) -> list[_Entry]:
        """The entries of a person, in the order in which they were added."""
        sorted_words, letters = _keys(name)
        return self._entries.get(sorted_words) or self._entries.get(letters) or []


def fits(short: str, full: str) -> bool:
    """Whether a short form ("M. DURAND", "G. Durand", "MC VERDAC") can stand for the full name."""
    whole = words(full)
    for word in words(short):
        if len(word) > 2 and word not in whole:
            return False
    rest = list(whole)
    initials: list[str] = []
    for word in words(short):
        if word in rest:
            rest.remove(word)
        elif len(word) <= 2:
            initials.extend(word)
        else:
            return False
    heads = [word[0] for word in rest]
    return len(rest) < len(whole) and (not initials or heads[: len(initials)] == initials)


def resolve(short: str, members: Sequence[str]) -> str | None:
    """The one member whom a name stands for, ``None`` where none or several fit."""
    wanted = _keys(short)[0]
    same = [member for member in members if _keys(member)[0] == wanted]
    fitting = same[:1] or [member for member in members if fits(short, member)]
    return fitting[0] if len(fitting) == 1 else None


def member_of(name: str, members: Sequence[str]) -> str | None:
    """The one member whom a name stands for, be it shorter or longer than the list's ("DURAND" for "Guy DURAND")."""
    if found := resolve(name, members):
        return found
    shorter = [member for member in members if fits(member, name)]
    return shorter[0] if len(shorter) == 1 else None


def is_among(name: str, people: Sequence[str]) -> bool:
    """Whether a name, in full or in a short form on either side, stands for one of the people."""
    return any(same_person(name, person) for person in people) or any(
        fits(name, person) or fits(person, name) for person in people
    )
