"""Sums of money written out in words: "trois mille euros", "quatre-vingt-dix euros". On folded text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import regex

_SMALL = (
    *("zero", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze", "treize"),
    *("quatorze", "quinze", "seize"),
)
_TENS = {"trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60, "septante": 70, "huitante": 80, "nonante": 90}
_UNITS = {**{word: value for value, word in enumerate(_SMALL)}, "une": 1, "vingt": 20, "vingts": 20, **_TENS}
_THOUSANDS = {"mille": 1_000, "mil": 1_000, "million": 1_000_000, "millions": 1_000_000}
_EUROS = regex.compile(r"[ \n](?<=[a-z][ \n])(?:d')?euros?(?!\w)")
_WORD = re.compile(r"[a-z]+")
_LONGEST = 90
"""Characters of the longest sum in words."""


def spelled(folded: str) -> Iterator[tuple[int, int, float]]:
    """The sums in words, each with its place and value; "un euro" is a symbol, and none.

    >>> list(spelled("la somme de trois mille deux cent cinquante euros"))
    [(12, 49, 3250.0)]
    """
    for euros in _EUROS.finditer(folded):
        first = max(0, euros.start() - _LONGEST)
        words = [*_WORD.finditer(folded, first, euros.start())]
        told: list[re.Match[str]] = []
        end = euros.start()
        for word in reversed(words):
            if not _is_numeral(word[0]) or folded[word.end() : end].strip(" -\n"):
                break
            told.insert(0, word)
            end = word.start()
        while told and told[0][0] == "et":
            told.pop(0)
        value = value_of([word[0] for word in told])
        if value > 1 and not folded[first : told[0].start()].rstrip()[-1:].isdigit():
            yield told[0].start(), euros.end(), float(value)


def _is_numeral(word: str) -> bool:
    return word in _UNITS or word in _THOUSANDS or word in ("et", "cent", "cents")


def value_of(words: Sequence[str]) -> int:
    """What French numerals come to.

    >>> value_of("quatre vingt dix sept mille deux cents".split())
    97200
    """
    whole = part = 0
    for word in words:
        if word in ("cent", "cents"):
            part = max(part, 1) * 100
        elif word in _THOUSANDS:
            whole, part = whole + max(part, 1) * _THOUSANDS[word], 0
        elif word in ("vingt", "vingts") and part % 100 == 4:
            part += 76
        else:
            part += _UNITS.get(word, 0)
    return whole + part
