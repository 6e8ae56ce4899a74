"""The agenda at the head of minutes: the titles of the items, which stand again over the items themselves."""

from __future__ import annotations

from dataclasses import dataclass

import regex

from delibgraph.extraction.text.view import View

_LABEL = regex.compile(r"(?m)^[ ]*(?:[-–•*][ ]*)?(?:l')?ordre[ ]+du[ ]+jour[^\n.]{0,40}$")
_ENTRY = regex.compile(r"(?m)^[ ]*(?P<mark>[^\p{L}\n]*)(?P<words>\p{L}[^\n]*)$")
_MARKED = regex.compile(
    r"(?:[ :]*\n)+"
    r"(?:[ ]*(?:[-–•*▪►➢➔✓>]|\(?(?:\d{1,2}|[ivx]{1,5})[ ]?[.)°/–-]+)"
    r"[ ]*(?P<entry>\p{L}[^\n]{6,})\n(?:[ ]*\n)?){3,}"
)
"""The lines of an agenda that a mark or a rank begins."""
_NO_ITEM = regex.compile(
    r"(?:informations?|questions?|points?|affaires?|communications?)[ ](?:et|divers|orales|du[ ]maire)|divers|"
    r"(?:approbation|adoption|lecture)[ ]d(?:u|es)[ ](?:proces|compte|p\.?v)|"
    r"(?:designation|nomination|election)[ ]d[^\n]{0,8}secretaire|informations?$|appel|"
    r"compte[- ]rendu|decisions?[ ](?:du|prises)|tour[ ]de"
)
"""What an agenda lists that nothing is decided on, or only before the first item."""
_REACH = 12_000
_KEY = 28
"""Letters by which a title is known again."""
_FEWEST = 10


@dataclass(frozen=True, slots=True)
class Agenda:
    """Where the agenda stands, and its titles by the letters with which they begin; empty where none was found."""

    start: int = 0
    end: int = 0
    titles: frozenset[str] = frozenset()

    def holds(self, at: int) -> bool:
        """Whether a place is within the agenda."""
        return self.start <= at < self.end

    def lists(self, words: str) -> bool:
        """Whether folded words are a title of the agenda."""
        key = _letters(words) if self.titles else ""
        return len(key) >= _FEWEST and key in self.titles


NO_AGENDA = Agenda()


def count_entries(view: View, reach: int) -> int:
    """How many items the agenda's list has, where each has a mark or a rank; news and the last minutes are none."""
    label = _LABEL.search(view.folded, 0, reach)
    if not label:
        return 0
    marked = _MARKED.match(view.folded, label.end())
    return sum(not _NO_ITEM.match(entry) for entry in marked.captures("entry")) if marked else 0


def read_agenda(view: View, start: int) -> Agenda:
    """The agenda, if its first title stands again after it: there it ends."""
    label = _LABEL.search(view.folded, 0, start + _REACH)
    first = label and _ENTRY.search(view.folded, label.end())
    if not label or not first:
        return NO_AGENDA
    key = _letters(first["words"])
    for entry in _ENTRY.finditer(view.folded, first.end(), label.end() + _REACH):
        if len(key) >= _FEWEST and _letters(entry["words"]) == key:
            entries = _ENTRY.finditer(view.folded, label.end(), entry.start())
            return Agenda(label.start(), entry.start(), frozenset(_letters(title["words"]) for title in entries))
    return NO_AGENDA


def _letters(words: str) -> str:
    return "".join(char for char in words if char.isalpha())[:_KEY]
