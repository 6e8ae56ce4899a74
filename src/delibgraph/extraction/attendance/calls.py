"""A roll that was called: each member with a state after the name ("1. M. A : présent ; 2. Mme B : absente").

So are titulars in one column and their substitutes beside them in another, each with a state or none.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import regex

from delibgraph.extraction.attendance.names import Mention, mentions_in
from delibgraph.extraction.attendance.sheets import Row, Table
from delibgraph.extraction.attendance.style import Style
from delibgraph.extraction.text.phrases import Phrase, vocabulary
from delibgraph.extraction.text.tokens import ROLE
from delibgraph.extraction.text.view import View
from delibgraph.facts import Span, Status

_WORDS = vocabulary("present presente absent absente excuse excusee represente representee")
_ENTRY = regex.compile(
    rf"""
    [ ]*(?:[•*–-][ ]*|\d{{1,3}}[ ]*[.)°–-]*[ ]*)?
    (?P<seat>(?:suppleante?|suppl\.)[ ]*:[ ]*)?
    (?P<name>(?=\p{{L}})(?:(?![ ]{{2}})[^\n;:,|()]){{4,70}}?)
    (?:[ ]*[,(–-][ ]*{ROLE}(?!\w)[ ]*[)]?|[ ]*\([^()\n]{{2,60}}\))?
    (?:[ ]*(?:[:,=(–]|-{{1,2}}|\.{{2,}}|->|→)[ ]*|[ ]{{2,}})
    (?:(?:suppleante?|remplacante?)[ ](?:de[ ]|d'|du[ ])(?P<whom>[^\n;:,|()]{{4,60}}?)[ ]*[,–-][ ]*)?
    (?P<state>presente?|absente?|excusee?|representee?)(?!\w)
    (?P<rest>[^\n;|]{{0,160}})
    """,
    regex.VERBOSE,
)
_PARTED = regex.compile(r"[;\n](?:\s*;)?|(?<=\w[ .]*)[ ,](?=[ ]?\d{1,3}[.)][ ]*(?:m|mr|mme|mlle|monsieur|madame)\b)")
"""What parts the entries: a semicolon, a line, or the rank of the next."""
_GOES_ON = regex.compile(
    r"[ ]*(?:$|[.,)(–/-]|et(?!\w)|excuse|non(?!\w)|a[ ](?:donne|remis|laisse)|ayant|avec|"
    r"represente|pouvoir|procuration|(?:remplac|supple)ee?[ ]par|par(?!\w))"
)
"""What stands after a state; an object says that it was a verb ("présente un rapport")."""
_ENTRUSTED = regex.compile(r"represente|pouvoir|procuration|mandat|delegu")
_REPLACED = regex.compile(r"(?:remplac|supple)ee?[ ]par(?!\w)")
_SEATS = Phrase(
    "titulaires suppleants",
    r"(?<=^|\n)[ ]*(?:(?:membres|delegues)[ ])?titulaires[ ]{2,}(?:(?:membres|delegues)[ ])?suppleants[ ]*\n",
)
"""The head of a column of members and of one of their substitutes."""
_SUBSTITUTE = regex.compile(r"[ ]*(?:[•*–-][ ]*)?(?:suppleante?|suppl\.)[ ]*:")
_STATED = r"(?:presente?|absente?|excusee?)"
_SEAT = regex.compile(
    rf"(?P<member>(?=\p{{L}})[^\n,;:]{{4,60}}?)[ ]{{2,}}(?P<state>{_STATED})"
    rf"(?:[ ]{{2,}}(?P<other>(?!{_STATED}(?!\w))[^\n,;:]{{4,60}}?)(?:[ ]{{2,}}(?P<sat>{_STATED}))?)?[ ]*(?=\n|$)"
)
_STYLES = (Style(), Style(capitals=False))
_FEWEST = 3
"""Entries that make a roll."""
_CAPTION, _CAPTIONS = 70, 2
"""Characters of the caption of a group within a roll, and how many may follow one another."""


def read_calls(view: View) -> list[Table]:
    """The rolls of a text, as tables, those that say of somebody to be present."""
    if sum(len(view.words.get(word, ())) for word in _WORDS) < _FEWEST:
        return []
    found: list[Table] = [table for head in _SEATS.finditer(view) for table in _table(list(_seats(view, head.end())))]
    rows: list[Row] = []
    captions = 0
    for start, end in _segments(view):
        said = view.plain[start:end].strip(" .\f")
        row = _row(view, start, end)
        captions = 0 if row else captions + bool(said)
        if row is None and rows and captions <= _CAPTIONS and _is_caption(said):
            continue
        if row is None:
            found += _table(rows)
            rows = []
        elif _SUBSTITUTE.match(view.folded, start, end):
            rows[-1:] = [_beside(before, row) for before in rows[-1:]]
        else:
            rows.append(row)
    return found + _table(rows)


def _is_caption(said: str) -> bool:
    """Whether a line is blank, or like the caption of a group: short, with a capital first, and no sentence."""
    return not said or (len(said) <= _CAPTION and said[0].isupper() and said[-1] not in ",:" and "," not in said)


def _beside(member: Row, other: Row) -> Row:
    """A member's row with the substitute told below, who sits where the member is away."""
    if other.status != "present" or member.substitute:
        return member
    if member.status == "present":
        return replace(member, candidate=other.person)
    return replace(member, substitute=other.person)


def _seats(view: View, start: int) -> Iterator[Row]:
    """The rows of members and substitutes from an offset to the next blank line; a line that is none heads a part."""
    end = view.folded.find("\n\n", start)
    while start < (len(view.folded) if end < 0 else end):
        line = view.folded.find("\n", start) + 1 or len(view.folded)
        if match := _SEAT.match(view.folded, start, line):
            yield from _seat(view, match)
        start = line


def _seat(view: View, match: regex.Match[str]) -> Iterator[Row]:
    """A member and the substitute beside: who sits where the member is away, and merely attends where not."""
    member = person_in(view, *match.span("member"))
    other = person_in(view, *match.span("other")) if match["other"] else None
    if member is None:
        return
    status = status_of(match["state"], "")
    sits = other if match["sat"] and match["sat"].startswith("pres") else None
    if status == "present":
        yield Row(member, status, match.span(), candidate=sits)
        return
    yield Row(member, status, match.span(), substitute=sits)
    if other and not sits and match["sat"]:
        yield Row(other, status_of(match["sat"], ""), match.span())


def _table(rows: list[Row]) -> list[Table]:
    told = len(rows) >= _FEWEST and any(row.status == "present" for row in rows)
    return [Table((rows[0].span[0], rows[-1].span[1]), rows)] if told else []


def _segments(view: View) -> Iterator[Span]:
    start = 0
    for match in _PARTED.finditer(view.folded):
        yield start, match.start()
        start = match.end()
    yield start, len(view.folded)


def _row(view: View, start: int, end: int) -> Row | None:
    """The entry that fills a segment."""
    match = _ENTRY.match(view.folded, start, end)
    if not match or not _GOES_ON.match(view.folded, match.end("state"), end):
        return None
    person = person_in(view, *match.span("name"))
    if person is None:
        return None
    span = (person.outer, match.end())
    if match["whom"]:
        member = person_in(view, *match.span("whom"))
        return Row(member, "present", span, substitute=person) if member and match["state"].startswith("pres") else None
    rest = view.folded[match.end("state") : end]
    status, after = status_of(match["state"], rest), (match.end("state"), end)
    if status == "present":
        return Row(person, status, span)
    holder = entrusted(view, after, represented=status == "represented")
    return Row(person, status, span, holder, substitute=replacing(view, after))


def entrusted(view: View, after: Span, *, represented: bool = False) -> Mention | None:
    """The holder whom the words after a state name ("excusé, pouvoir à Mme A")."""
    if not represented and not _ENTRUSTED.search(view.folded, *after):
        return None
    return _named(view, *after)


def replacing(view: View, after: Span) -> Mention | None:
    """The substitute whom the words after a state name ("excusée, suppléée par M. A")."""
    told = _REPLACED.search(view.folded, *after)
    return _named(view, told.end(), after[1]) if told else None


def _named(view: View, start: int, end: int) -> Mention | None:
    """The first person between two offsets."""
    found = mentions_in(view, start, end, Style()) or mentions_in(view, start, end, Style(capitals=False))
    return found[0] if found else None


def status_of(state: str, rest: str) -> Status:
    """The state that a word and what follows it tell."""
    if state.startswith("present"):
        return "present"
    excused = "excuse" in rest[:20] and "non" not in rest[:20]
    return "represented" if state.startswith("repr") else "excused" if excused or state.startswith("exc") else "absent"


def person_in(view: View, start: int, end: int) -> Mention | None:
    """The one person whom the words before a state name, with nothing else beside."""
    for style in _STYLES:
        found = mentions_in(view, start, end, style)
        if (
            len(found) == 1
            and not view.plain[found[0].end : end].strip(" .")
            and " " in view.plain[found[0].outer : end]
        ):
            return found[0]
    return None
