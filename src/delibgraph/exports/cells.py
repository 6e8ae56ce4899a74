"""Cells of a table that people open in a spreadsheet."""

from __future__ import annotations

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def inert(text: str) -> str:
    """The text on one line, with an apostrophe before it where a spreadsheet would take it for a formula.

    Source: https://owasp.org/www-community/attacks/CSV_Injection

    >>> inert("=1+1"), inert("Amis du  lac")
    ("'=1+1", 'Amis du lac')
    """
    line = " ".join(text.split())
    return f"'{line}" if line.startswith(_FORMULA) else line


def shortened(text: str, longest: int) -> str:
    """At most so many characters, cut between words.

    >>> shortened("un deux trois", 9)
    'un deux…'
    """
    line = " ".join(text.split())
    return line if len(line) <= longest else line[: longest - 1].rpartition(" ")[0] + "…"
