"""The agenda at the head of minutes: the titles of the items, which stand again over the items themselves."""

from __future__ import annotations

from dataclasses import dataclass

import regex

from delibgraph.extraction.view import View

_LABEL = regex.compile(r"(?m)^[ ]*(?:[-–•*][ ]*)?(?:l')?ordre[ ]+du[ ]+jour[^\n.]{0,40}$")
_ENTRY = regex.compile(r"(?m)^[ ]*(?P<mark>[^\p{L}\n]*)(?P<words>\p{L}[^\n]*)$")
_REACH = 12_000
_KEY = 28
"""Letters by which a title is known again."""
_FEWEST = 10


@dataclass(frozen=True, slots=True)
class Agenda:
    """Where the agenda stands; empty where none was found."""

    start: int = 0
    end: int = 0

    def holds(self, at: int) -> bool:
        """Whether a place is within the agenda."""
        return self.start <= at < self.end


def read_agenda(view: View, start: int) -> Agenda:
    """The agenda, if its first title stands again after it: there it ends."""
    label = _LABEL.search(view.folded, 0, start + _REACH)
    first = label and _ENTRY.search(view.folded, label.end())
    if not label or not first:
        return Agenda()
    key = _letters(first["words"])
    for entry in _ENTRY.finditer(view.folded, first.end(), label.end() + _REACH):
        if len(key) >= _FEWEST and _letters(entry["words"]) == key:
            return Agenda(label.start(), entry.start())
    return Agenda()


def _letters(words: str) -> str:
    return "".join(char for char in words if char.isalpha())[:_KEY]
