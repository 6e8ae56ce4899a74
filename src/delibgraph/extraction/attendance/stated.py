"""Attendance as a table whose columns are states: under "Titulaire présent", "Suppléant présent", "Excusé" stand names.

A row is a commune or a seat. A substitute sits for the one member of the row who is away; a holder may stand in
brackets.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

import regex

from delibgraph.extraction.attendance.names import Mention, mentions_in
from delibgraph.extraction.attendance.relations import relation
from delibgraph.extraction.attendance.style import Style
from delibgraph.extraction.text.view import View, tidy
from delibgraph.facts import Span

State = Literal["present", "substitute", "excused", "absent", "holder", "unread"]
Named = tuple[Mention, State, Mention | None]
"""Who is named in a row, in which state, and whom the brackets beside the name tell as the holder of the proxy."""
_MEMBERS = r"(?:(?:delegue|membre|conseiller|elu|titulaire|representant)\w*[ ](?:\w+aires[ ])?)*"
_OR_GAVE = r"(?:[ ]?(?:/|-|–|ou|et|\()[ ]?(?:pouvoir|procuration)s?\)?)?"
"""Beside those away, that their proxies stand in the same column: "Excusés / Pouvoirs"."""
_HEADS: tuple[tuple[State, regex.Pattern[str]], ...] = (
    ("substitute", regex.compile(r"(?:delegue\w*[ ])?suppleant\w*[ ](?:presente?s?|siegeant|votante?s?)$")),
    ("present", regex.compile(rf"{_MEMBERS}presente?s?(?:[ ]titulaires?)?$")),
    ("excused", regex.compile(rf"{_MEMBERS}(?:absente?s?[ /-]*)?excuse(?:e|s|es|\(e\)s?)?{_OR_GAVE}$")),
    ("absent", regex.compile(rf"{_MEMBERS}absent(?:e|s|es|\(e\)s?)?{_OR_GAVE}$")),
    (
        "holder",
        regex.compile(r"(?:(?:pouvoir|procuration)s?(?:[ ](?:donnee?s?[ ])?a)?|representee?s?[ ]par|mandataires?)$"),
    ),
)
_MARK = regex.compile(r"[\s.x✓✔☒☑\d/–-]*|oui|non|p|a|e|neant|absente?|excusee?|presente?")
_STYLE = Style(capitals=False)
_CAPITALS = Style()


def heads(view: View, cells: Sequence[Span]) -> list[State | None] | None:
    """What each column holds; ``None`` where the row does not name two states, one of them that of those who sit.

    Headings with their colons, side by side, may be those of two states of members who are away; those who are away
    and who holds their proxies are told by two columns alone.
    """
    said = [tidy(view.folded[slice(*cell)]) for cell in cells]
    states = [next((state for state, head in _HEADS if head.match(text)), None) for text in said]
    told = [state for state in states if state]
    if len(told) < 2 or len(told) != len(set(told)):
        return None
    headings = None not in states and ("holder" in told or all(view.folded[end - 1] == ":" for _, end in cells))
    return states if "present" in told or headings else None


def names_people(view: View, rows: Sequence[Sequence[Span]], states: Sequence[State | None]) -> bool:
    """Whether people stand under the states, and not marks: in some cells, and nothing else in any of them."""
    told = [
        view.folded[slice(*cell)].strip() for cells in rows for cell, state in zip(cells, states, strict=False) if state
    ]
    return any(told) and not any(text and _MARK.fullmatch(text) for text in told)


def read_row(view: View, cells: Sequence[Span], states: Sequence[State | None]) -> Iterator[Named]:
    """Everybody in a row; the holder in a column of their own belongs to the one who is away.

    What stands under a state and is no name that was understood is given back as "unread".
    """
    found: dict[State, list[Mention]] = {}
    for cell, state in zip(cells, states, strict=False):
        if state:
            found[state] = mentions_in(view, *cell, _CAPITALS) or mentions_in(view, *cell, _STYLE)
            text = view.clean(*cell)
            if not found[state] and any(map(str.isalpha, text)):
                yield Mention(cell[0], cell[0], cell[1], text), "unread", None
    holders = found.pop("holder", [])
    for state, people in found.items():
        if state == "present":
            yield from _sitting(view, people)
            continue
        away = state in ("excused", "absent")
        pairs: list[tuple[Mention, Mention | None]] = [(person, None) for person in people]
        if away:
            pairs = list(_with_holders(view, people))
        if away and len(pairs) == len(holders) == 1:
            pairs = [(pairs[0][0], holders[0])]
        yield from ((person, state, holder) for person, holder in pairs)


def _sitting(view: View, people: Sequence[Mention]) -> Iterator[Named]:
    """Those who sit in a cell, and for whom: "PETIT Anne (suppléante de DURAND Guy)"."""
    rest = list(people)
    while rest:
        person = rest.pop(0)
        if rest and relation(view.folded[person.end : rest[0].outer]) == "sits-for":
            yield person, "substitute", None
            yield rest.pop(0), "excused", None
        else:
            yield person, "present", None


def _with_holders(view: View, people: Sequence[Mention]) -> Iterator[tuple[Mention, Mention | None]]:
    """Those away in a cell, each with who holds the proxy ("PETIT Anne (pouvoir à DURAND Guy)")."""
    rest = list(people)
    while rest:
        person = rest.pop(0)
        kind = relation(view.folded[person.end : rest[0].outer]) if rest else None
        yield person, rest.pop(0) if kind in ("gives-to", "bare") else None
