"""What stands beside a member's name: the seat, the office, the commune."""

from __future__ import annotations

import re

import regex

from delibgraph.extraction.attendance.names import Mention
from delibgraph.extraction.attendance.places import COMMUNE
from delibgraph.extraction.attendance.relations import relation
from delibgraph.extraction.text.tokens import ROLE
from delibgraph.extraction.text.view import View, tidy
from delibgraph.facts import Seat

_ROLE_AFTER = re.compile(rf"[ ]*(?:,|-|–|\(|\.{{2,}})[ ]*(?P<role>{ROLE})(?!\w)")
_SEAT = regex.compile(
    r"[ ]*(?:,[ ]*(?P<seat>suppleante?|titulaire)(?!\w)|"
    r"\([ ]*(?P<seat>s|t|sup\.?|suppl\.?|suppleante?|tit\.?|titulaire)[ ]*\))"
)


def seat_of(view: View, person: Mention) -> Seat | None:
    """The seat printed after a name ("(S)", ", suppléante")."""
    match = _SEAT.match(view.folded, person.end)
    return None if match is None else "substitute" if match["seat"].startswith("s") else "titular"


def role_of(view: View, person: Mention) -> str | None:
    """The office printed after a name; one in the plural closes a run of names and is nobody's own."""
    match = _ROLE_AFTER.match(view.folded, person.end)
    if not match or match["role"].endswith(("s", "aux")):
        return None
    return tidy(view.plain[slice(*match.span("role"))])


def commune_of(view: View, person: Mention) -> str | None:
    """The commune printed after a name, in brackets or after "de"."""
    match = COMMUNE.match(view.plain, person.end)
    if not match or relation(match[0].lower()) or _SEAT.match(view.folded, person.end):
        return None
    return (match["paren"] or match["of"]).strip()
