"""The SIREN, SIRET or RNA number that a text prints right behind an organisation's name."""

from __future__ import annotations

from collections.abc import Iterator

import regex

_NUMBER = regex.compile(
    r"(?i)\b(?:n[ ]?[°o][ ]?)?(?:siret|siren|rna)[ ]*(?:n[ ]?[°o])?[ ]*:?[ ]*"
    r"(?P<number>w\d{9}|\d{3}[ ]?\d{3}[ ]?\d{3}(?:[ ]?\d{5})?)(?!\d)"
)
_SORTS = [regex.compile(rf"{sort}[ ]*(?:n[ ]?[°o])?[ ]*:?[ ]*[w\d]") for sort in ("siret", "siren", "rna")]
"""What any of these numbers holds: looked for one by one, which is quick."""
_SIGNS = " \n\t,;(–-"
"""What stands between a name and its number."""
_NAME = 120
"""Characters before a number within which the name that it belongs to ends."""


def numbers(text: str) -> Iterator[tuple[str, str]]:
    """Each number, without blanks, with the text that it stands behind.

    >>> list(numbers("à Mécavirenne (SIRET : 732 829 320 00074)"))
    [('73282932000074', 'à Mécavirenne')]
    """
    lower = text.lower()
    if not any(sort.search(lower) for sort in _SORTS):
        return
    for match in _NUMBER.finditer(text):
        number = "".join(match["number"].split()).upper()
        yield number, text[max(0, match.start() - _NAME) : match.start()].rstrip(_SIGNS)
