"""Bodies by their initials: spelled out elsewhere in the text, or all the name that a syndicate has."""

from __future__ import annotations

import regex

from delibgraph.extraction.text.view import View, fold
from delibgraph.facts import Span

SYNDICATE = r"(?:S(?!IRE[TN]|IGN|IMPL)[IMYD]\p{Lu}{1,8}|S\.[ ]?[IMYD]\.(?:[ ]?\p{Lu}\.){1,6})"
"""The initials of a syndicate ("SIVOM", "S.M.I.D.", "SMIDOR"), on plain text."""
_IN_SENTENCE = regex.compile(rf"(?<=(?<!\p{{L}})(?:[Dd]u|[Ll]e|[Aa]u)[ ])(?P<name>{SYNDICATE})(?!\p{{L}})")
_LED = regex.compile(
    rf"(?:[Pp]r[ée]sid(?:ence|ente?)|[Mm]embres|[Cc]omit[ée](?:[ ][Ss]yndical)?)[ ]du[ ]"
    rf"(?P<name>{SYNDICATE})(?!\p{{L}})"
)
"""The syndicate whose president, members or committee a sentence names."""
_WORD = regex.compile(r"(?<!\w)(?!(?:de|du|des|et|la|le|les)(?!\w)|[dl]')\w+|(?<=')\w+")
"""A word that gives its first letter to the initials, on folded text."""


def spells_out(name: str, short: str) -> bool:
    """Whether a name spells out the initials that another one begins with, and ends like it.

    >>> spells_out("SERVICE DÉPARTEMENTAL D'INCENDIE ET DE SECOURS DE VALSERRE", "SDIS de Valserre")
    True
    """
    initials, _, place = fold(short).partition(" ")
    kind = fold(name).removesuffix(place)
    letters = "".join(word[0] for word in _WORD.findall(kind))
    return bool(place) and kind != fold(name) and letters == initials.replace(".", "") != ""


def in_sentence(view: View, end: int) -> tuple[str, Span] | None:
    """The syndicate that a sentence before ``end`` names by its initials alone ("dans la salle du SIVOSS").

    One that is led ("sa présidence du SIVOSS") can stand after ``end``, where the text names no other.
    """
    match = _IN_SENTENCE.search(view.plain, 0, end)
    if match is None and len({told["name"] for told in _IN_SENTENCE.finditer(view.plain)}) == 1:
        match = _LED.search(view.plain, end)
    return (match["name"], match.span("name")) if match else None
