"""The SIREN, SIRET or RNA number that a text prints right behind an organisation's name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from delibgraph.extraction.view import View, once

_NUMBER = regex.compile(
    r"(?i)\b(?:n[ ]?[°o][ ]?)?(?:siret|siren|rna)[ ]*(?:n[ ]?[°o])?[ ]*:?[ ]*"
    r"(?P<number>w\d{9}|\d{3}[ ]?\d{3}[ ]?\d{3}(?:[ ]?\d{5})?)(?!\d)"
)
_SIGNS = " \n\t,;(–-"
"""What stands between a name and its number."""
_NAME = 120
"""Characters before a number within which the name that it belongs to ends."""


@once
def numbers(view: View) -> Sequence[tuple[str, str]]:
    """Each number, without blanks, with the text that it stands behind.

    >>> numbers(View.of("à Mécavirenne (SIRET : 732 829 320 00074)"))
    [('73282932000074', 'à Mécavirenne')]
    """
    return list(_numbers(view.plain)) if any(word in view.folded for word in ("siret", "siren", "rna")) else []


def _numbers(text: str) -> Iterator[tuple[str, str]]:
    for match in _NUMBER.finditer(text):
        number = "".join(match["number"].split()).upper()
        yield number, text[max(0, match.start() - _NAME) : match.start()].rstrip(_SIGNS)
