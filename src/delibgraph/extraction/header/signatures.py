"""Offices from the signatures: "Le Président, / Prénom NOM" and "Prénom NOM / 4ème Vice-Présidente"."""

from __future__ import annotations

import regex

from delibgraph.extraction.attendance.names import Mention, mentions_in
from delibgraph.extraction.attendance.style import Style
from delibgraph.extraction.text.tokens import ROLE
from delibgraph.extraction.text.view import View, tidy

_NAMED_OFFICE = rf"""
    (?P<office>
        (?:premiere?[ ]+|\d+[ ]*(?:er|ere|eme|e|nde?)[ ]+)?
        (?-x:{ROLE})
        (?:[ ]+(?:de[ ]+(?:la[ ]+)?seance|delegue.{{0,60}}?))?
    )
"""
_OFFICE = regex.compile(
    rf"""
    [ ]* (?P<article>(?:pour[ ])?l[ea][ ]|l')? {_NAMED_OFFICE}
    (?:[ ]*[,.]?[ ]*$ | (?<=^[ ]*l[^\n]*) [ ]*[,:][ ]*(?P<line>[^\n,:;]{{4,50}}?)[ ]*$)
    """,
    regex.VERBOSE | regex.MULTILINE,
)
_SECRETARY = regex.compile(r"secretaire")
_LINE_AFTER = regex.compile(r"\s*\n[ ]*(?P<line>[^\n]*\S)")
_LINE_BEFORE = regex.compile(r"(?r)(?P<line>\S[^\n]*)[ ]*\n\s*")
_TAIL = 1500
"""Characters at the end of an act that hold its signatures."""


def read_offices(view: View, style: Style) -> list[tuple[str, str]]:
    """(name, office) pairs of those who signed, in order; being the sitting's secretary is no office.

    An office stands over the name; one without an article ("Maire") can stand under it.
    """
    start = max(0, len(view.plain) - _TAIL)
    found: list[tuple[int, str, str]] = []
    for match in view.heads(_OFFICE, view.folded, start):
        if _SECRETARY.search(match["office"]):
            continue
        office = tidy(view.plain[slice(*match.span("office"))])
        lines = [match if match["line"] else _LINE_AFTER.match(view.plain, match.end())]
        if not match["article"] and not match["line"]:
            lines.append(_LINE_BEFORE.match(view.plain, start, match.start()))
        signed = [_signer(view, line, style) for line in lines if line]
        found += [(person.start, person.name, office) for person in signed if person]
    return [(name, office) for _, name, office in sorted(found, key=lambda entry: entry[0])]


def _signer(view: View, line: regex.Match[str], style: Style) -> Mention | None:
    """The person who has the line to themselves."""
    named = mentions_in(view, *line.span("line"), style)
    alone = len(named) == 1 and (named[0].outer, named[0].end) == line.span("line")
    return named[0] if alone else None
