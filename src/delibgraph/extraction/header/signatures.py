"""Offices from the signatures: "Le Président, / Prénom NOM" and "Prénom NOM / 4ème Vice-Présidente"."""

from __future__ import annotations

import regex

from delibgraph.extraction.attendance.names import Mention, mention_after, mentions_in
from delibgraph.extraction.attendance.style import Style
from delibgraph.extraction.text.phrases import Phrase
from delibgraph.extraction.text.tokens import ROLE
from delibgraph.extraction.text.view import View, tidy

_OF_BODY = (
    r"(?:[ ]+d(?:u|e[ ]la|e[ ]l'|e)[ ]?(?:conseil|communaute|metropole|agglomeration|syndicat|region|departement|"
    r"commission|ccas|pole)(?:[ ][\w'-]+){0,3}?)?"
)
_HELD = rf"(?:premiere?[ ]+|\d+[ ]*(?:er|ere|eme|e|nde?)[ ]+)?{ROLE}{_OF_BODY}"
_OFFICE = regex.compile(
    rf"""
    [ ]* (?P<article>(?:pour[ ])?l[ea][ ]|l')?
    (?P<office>
        (?-x:{_HELD})
        (?:[ ]+(?:de[ ]+(?:la[ ]+)?seance|delegue.{{0,60}}))?
    )
    [ ]*[,.]?[ ]*$
    """,
    regex.VERBOSE | regex.MULTILINE,
)
_IN_LINE = regex.compile(
    rf"(?:^|[ ])l[ea][ ](?P<office>{_HELD})[ ]*[,:][ ]*(?P<line>[^\n,:;]{{4,60}}?)[ .]*$", regex.MULTILINE
)
"""Office and name on one line: "Pour extrait conforme, la Présidente, Léa DURAND"."""
_BEHIND = regex.compile(rf"[ ]*(?:,|-|–|\()[ \n]?(?P<office>{_HELD})(?=[ ]*(?:[.,;:)\n]|$))")
_LABEL = regex.compile(r"(?r)(?<=^|\n|[ ]{2})(?P<office>presidente?|maire)[ ]*:[ ]*")
_ABSENCE = Phrase("absence", r"absence[ ]+(?:excusee[ ]+)?(?:de[ ]+|d')")
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
    for match in _IN_LINE.finditer(view.folded, start):
        if (person := _signer(view, match, style)) and not _SECRETARY.search(match["office"]):
            found.append((person.start, person.name, tidy(view.plain[slice(*match.span("office"))])))
    for match in view.heads(_OFFICE, view.folded, start):
        if _SECRETARY.search(match["office"]):
            continue
        office = tidy(view.plain[slice(*match.span("office"))])
        lines = [_LINE_AFTER.match(view.plain, match.end())]
        if not match["article"]:
            lines.append(_LINE_BEFORE.match(view.plain, start, match.start()))
        signed = [_signer(view, line, style) for line in lines if line]
        found += [(person.start, person.name, office) for person in signed if person]
    return [(name, office) for _, name, office in sorted(found, key=lambda entry: entry[0])]


def told_offices(view: View, chair: Mention | None, style: Style, end: int) -> list[tuple[str, str]]:
    """(name, office) pairs of the chair ("sous la présidence de X, Maire") and of whom the chair stands in for."""
    told = [chair] if chair else []
    told += [other for match in _ABSENCE.finditer(view, 0, end) if (other := mention_after(view, match.end(), style))]
    found: list[tuple[str, str]] = []
    for person in told:
        match = _BEHIND.match(view.folded, person.end)
        if match is None and person is chair:
            match = _LABEL.match(view.folded, 0, person.outer)
        if match and not _SECRETARY.search(match["office"]):
            found.append((person.name, tidy(view.plain[slice(*match.span("office"))])))
    return found


def _signer(view: View, line: regex.Match[str], style: Style) -> Mention | None:
    """The person who has the line to themselves."""
    named = mentions_in(view, *line.span("line"), style)
    alone = len(named) == 1 and (named[0].outer, named[0].end) == line.span("line")
    return named[0] if alone else None
