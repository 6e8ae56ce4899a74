"""A roster whose lines bear a state only where somebody is away: all others of it sit.

"Membres présents / excusés", then "M. A", "Mme B ..... excusée", "M. C   absent, suppléé par Mme D": a line for each,
captions of groups between them. Where a line says of somebody to be present, the others say nothing.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from delibgraph.extraction.attendance.calls import entrusted, person_in, replacing, status_of
from delibgraph.extraction.attendance.names import Mention
from delibgraph.extraction.attendance.sheets import Row, Table
from delibgraph.extraction.text.phrases import vocabulary
from delibgraph.extraction.text.view import View
from delibgraph.facts import Span

_STATES = vocabulary("absent absente absents absentes excuse excusee excuses excusees")
_HEAD = regex.compile(
    r"(?!.{100})[^\n.;]*?(?<!\w)(?:presente?s?(?:\(e?s?\)s?)?(?!\w)|appel[ ]nominal|emargement|membres[ ]du)"
    r"(?![^\n]*:[ ]*\S)[^\n]*"
)
"""The heading of such a roster; who is away it may name too."""
_AWAY = regex.compile(
    r"(?P<names>[^\n|:;]{4,90}?)[ ]*(?:(?<=[ ]{2})|\.{3,}|…+|[:–—=]|[ ]-|\t)[ ]*"
    r"(?P<state>absente?s?|excusee?s?)(?!\w)(?P<rest>[^\n|]{0,160})"
)
_SITS = regex.compile(r"[^\n]{4,90}?(?:[ ]{2}|\.{3}|[:–-][ ]?)presente?s?(?!\w)")
_LEAD = regex.compile(r"[ ]*(?:[•*–-][ ]*|\d{1,3}[ ]*[.)°–-]+[ ]*)?")
_NAME = regex.compile(
    r"(?P<name>[^\n,(|:;\d]{4,70}?)[ ]*(?P<told>,[^\n:;|]{3,50}|\([^()\n]{2,60}\))?[ ]*[,;.]?[ ]*(?=\n|$)"
)
_ONE = regex.compile(r"[^,;\n(]+(?:\([^)\n]*\))?")
_CIVIL = regex.compile(r"(?:m\.|mr|mme|mlle|melle|monsieur|madame|mademoiselle|dr|me)[ .]")
_BOTH = regex.compile(r"(?=.*(?<!\p{L})\p{Lu}[\p{Lu}'-]+(?!\p{L}))(?=.*(?<!\p{L})\p{Lu}\p{Ll}).*")
"""A surname in capitals beside a first name: no caption is written so."""
_PUPIL = regex.compile(r"\p{Lu}\p{Ll}[\p{L}-]+[ ]\p{Lu}\.")
_CAPTION, _CAPTIONS = 70, 2
"""Characters of a group's caption, and how many may follow one another."""
_FEWEST = 2
"""Those away and those who sit, at the least; one away is enough where the heading names those away too."""


def read_unmarked(view: View) -> list[Table]:
    """The rosters of a text whose lines say only who is away."""
    if not view.places(_STATES):
        return []
    found: list[Table] = []
    done = 0
    for head in view.heads(_HEAD, view.folded):
        if head.start() >= done and (table := _read(view, head.span())):
            found.append(table)
            done = table.span[1]
    return found


def _read(view: View, head: Span) -> Table | None:
    rows: list[Row] = []
    captions = 0
    for start, end in _lines(view, head[1]):
        line = list(_row(view, start, end))
        if line:
            rows += line
            captions = 0
        elif view.plain[start:end].strip():
            captions += 1
            if any(unlike.match(view.folded, start, end) for unlike in (_SITS, _HEAD, _CIVIL)):
                return None
            if captions > _CAPTIONS or not _is_caption(view, start, end):
                break
    away = sum(row.status != "present" for row in rows)
    named = any(view.folded.find(word, *head) >= 0 for word in ("absent", "excuse"))
    told = away >= _FEWEST - named and len(rows) - away >= _FEWEST and away > 0
    return Table((head[0], rows[-1].span[1]), rows) if told else None


def _lines(view: View, start: int) -> Iterator[Span]:
    """The lines after a heading."""
    while start := view.plain.find("\n", start) + 1:
        end = view.plain.find("\n", start)
        yield start, end if end >= 0 else len(view.plain)


def _is_caption(view: View, start: int, end: int) -> bool:
    line = view.plain[start:end].strip()
    return len(line) <= _CAPTION and line[0].isupper() and line[-1] not in ".;," and ":" not in line[:-1]


def _row(view: View, start: int, end: int) -> Iterator[Row]:
    """The members whom a line names; nobody where it holds anything else."""
    lead = _LEAD.match(view.folded, start, end)
    start = lead.end() if lead else start
    if away := _AWAY.match(view.folded, start, end):
        status, rest = status_of(away["state"], away["rest"]), away.span("rest")
        people = list(_people(view, *away.span("names")))
        holder, substitute = (entrusted(view, rest), replacing(view, rest)) if len(people) == 1 else (None, None)
        for person in people:
            yield Row(person, status, (person.outer, rest[1]), holder, substitute=substitute)
    elif name := _NAME.match(view.folded, start, end):
        sitting = _person(view, *name.span("name"))
        if sitting:
            yield Row(sitting, "present", (sitting.outer, name.end()))


def _people(view: View, start: int, end: int) -> Iterator[Mention]:
    found = [_person(view, *one.span()) for one in _ONE.finditer(view.plain, start, end) if one[0].strip()]
    yield from (person for person in found[: None if all(found) else 1] if person)


def _person(view: View, start: int, end: int) -> Mention | None:
    """The member named between two offsets, beside a bracket; a caption in capitals is none."""
    bracket = view.plain.find("(", start, end)
    end = bracket if bracket >= 0 else end
    while start < end and view.plain[start] == " ":
        start += 1
    text = view.plain[start:end].strip()
    if pupil := _PUPIL.fullmatch(text):
        return Mention(start, start, start + len(pupil[0]), pupil[0])
    if not (_CIVIL.match(view.folded, start, end) or _BOTH.fullmatch(text)):
        return None
    return person_in(view, start, end)
