"""Apostrophes that the making of a text lost ("L an deux mille", "à l unanimité"), put back in the places of blanks."""

from __future__ import annotations

from itertools import islice

import regex

_LOST = regex.compile(
    r"(?<![\w'])(?:[lL][ ](?:an(?=[ ]d)|[uU]nanimit|article|ordre|exercice|assembl|ensemble)|L[ ]AN(?=[ ]D)"
    r"|[sS][ ](?:est|étant|etant)[ ](?:r[ée]uni|assembl)|[dD][ ](?:administration|ADMINISTRATION)"
    r"|d[ ](?:attribuer|accorder|approuver|autoriser|allouer)|qu[ ](?:il|elle)(?!\w))"
)
"""What no text says with a blank that it means."""
_FEWEST = 2
_ELIDED = regex.compile(
    r"(?<![\w'.])(?:[ldsnjcmtLDSN]|[qQ]u|[jJ]usqu|[lL]orsqu|[pP]uisqu)(?P<gap>[ ])"
    r"(?=[aeiouyhàâéèêëîïôûœ]|(?<=[ldsn][ ])[AEIOUYHÀÂÉÈÊËÎÏÔÛ]"
    r"|(?:AN|UNANIMIT|ADMINISTRATION|ACTION|ASSOCIATION|ASSEMBL|ORDRE|OFFICE|ORIENT|INCENDIE|AGGLO|URBANISME|EAU|ENERGIE))"
)
"""An elided word before a vowel; both in capitals only where no name can be meant ("M. D AUBER")."""


def with_apostrophes(text: str) -> str:
    """The text, as long as before, with the apostrophes that it lost; one that shows no such loss stays as it is."""
    if len(list(islice(_LOST.finditer(text), _FEWEST))) < _FEWEST:
        return text
    chars = list(text)
    for match in _ELIDED.finditer(text):
        chars[match.start("gap")] = "'"
    return "".join(chars)
