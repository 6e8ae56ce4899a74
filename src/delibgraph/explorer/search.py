"""Search by name with typing tolerance: a word of the query may be the beginning of a word, or differ in some letters.

A word of up to three letters must be right, one of up to seven may have one wrong letter, a longer one two (optimal
string alignment: letters added, left out, changed, or two that changed places). Numbers must be right.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field

from rapidfuzz import process
from rapidfuzz.distance import OSA

_WORD = re.compile(r"[^\W_]+")
_EXACT, _BEGINS, _INSIDE, _WRONG = 4.0, 3.0, 1.5, 1.0
_BESIDE = 0.4
"""What a word weighs that stands in the name of a thing's body alone."""
LONGEST = 200
"""Characters of a query that are looked at."""


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that can be found: its IRI, its class, its name, and what tells it from others of the name."""

    iri: str
    kind: str
    name: str
    beside: str = ""
    also: str = ""
    """Other spellings, under which it is found too."""


@dataclass(slots=True)
class Index:
    """Entries by the folded words of their names."""

    entries: list[Entry] = field(default_factory=list)
    _places: dict[str, dict[int, float]] = field(default_factory=dict)
    _words: list[str] = field(default_factory=list)
    _lengths: list[int] = field(default_factory=list)
    """Words of each name: one that says much more than was asked comes a little later."""

    @classmethod
    def of(cls, entries: Iterable[Entry]) -> Index:
        """The index of these entries, in their order."""
        index = cls(list(entries))
        bodies: dict[str, list[str]] = {}
        for number, entry in enumerate(index.entries):
            if entry.beside not in bodies:
                bodies[entry.beside] = folded(entry.beside)
            name = folded(entry.name)
            for words, weight in ((bodies[entry.beside], _BESIDE), (folded(entry.also), 1.0), (name, 1.0)):
                for word in words:
                    index._places.setdefault(word, {})[number] = weight
            index._lengths.append(len(name))
        index._words = sorted(index._places)
        return index

    def find(self, query: str, kind: str | None = None) -> list[Entry]:
        """The entries in which every word of the query is found, the closest first; ties in the order of names."""
        words = list(dict.fromkeys(folded(query[:LONGEST])))
        if not words:
            return []
        scores: dict[int, float] | None = None
        for word in words:
            found = self._scored(word)
            if scores is None:
                scores = found
            else:
                scores = {number: score + found[number] for number, score in scores.items() if number in found}
        entries = [
            (score - 0.01 * min(abs(self._lengths[number] - len(words)), 50), self.entries[number])
            for number, score in (scores or {}).items()
        ]
        chosen = [(score, entry) for score, entry in entries if kind in (None, entry.kind)]
        return [entry for _, entry in sorted(chosen, key=lambda pair: (-pair[0], pair[1].name, pair[1].iri))]

    def _scored(self, word: str) -> dict[int, float]:
        close: dict[str, float] = {}
        if tolerance := _tolerance(word):
            for other, _, _ in process.extract(
                word, self._words, scorer=OSA.distance, score_cutoff=tolerance, limit=None, processor=None
            ):
                close[other] = _WRONG
        for other in self._words:
            if other.startswith(word):
                close[other] = _EXACT if other == word else _BEGINS
            elif len(word) > 2 and word in other:
                close[other] = max(_INSIDE, close.get(other, 0))
        scores: dict[int, float] = {}
        for other, score in close.items():
            for number, weight in self._places[other].items():
                scores[number] = max(score * weight, scores.get(number, 0))
        return scores


def folded(text: str) -> list[str]:
    """The words of a text without case and accents.

    >>> folded("L’Étrat, Œuvre n° 2023.00367")
    ['l', 'etrat', 'oeuvre', 'n', '2023', '00367']
    """
    if text.isascii():
        return _WORD.findall(text.lower())
    plain = unicodedata.normalize("NFKD", text.casefold().replace("œ", "oe").replace("æ", "ae"))
    return _WORD.findall("".join(letter for letter in plain if not unicodedata.combining(letter)))


def _tolerance(word: str) -> int:
    if word.isdecimal() or len(word) <= 3:
        return 0
    return 1 if len(word) <= 7 else 2
