"""Attendance by a mark behind each member: letters that a legend explains ("P = présent"), or the votes that they cast.

The latter is a table whose columns were run together: "Présents Absents ont donné procuration à Votants", and below
"M. A 1", "Mme B M. A 1" (B gave A a proxy), "M. C 0".
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from delibgraph.extraction.attendance.names import Mention, mentions_in
from delibgraph.extraction.attendance.sheets import Row, Table
from delibgraph.extraction.attendance.style import Style
from delibgraph.extraction.text.phrases import Phrase
from delibgraph.extraction.text.view import View
from delibgraph.facts import Status

_LEGEND = regex.compile(
    r"(?<!\w)(?P<code>\p{L}{1,3})[ ]?[=:][ ]?(?:membre[ ])?"
    r"(?P<said>present|non[ ]excuse|excuse|absente?s?(?:[ ](?:non[ ])?excuse)?|represente|pouvoir|procuration|"
    r"visio|distanciel|a[ ]distance)"
    r"|(?<!\w)(?P<said>present|absent|excuse|represente)\w*(?:\(e\)s?)?[ ]\((?P<code>\p{L}{1,3})\)"
)
"""A letter and what it means."""
_SAYS: tuple[tuple[str, Status], ...] = (
    ("non", "absent"),
    ("excuse", "excused"),
    ("absent", "absent"),
    ("repr", "represented"),
    ("pouvoir", "represented"),
    ("procuration", "represented"),
)
"""What a word of the legend says of a member; any other says that they sit."""
_LINE = regex.compile(
    r"(?m)^[ ]*(?:\d{1,3}[ .)°–-]+)?(?P<name>\p{L}[^\n,;:|()\d]{4,60}?)(?:,[^\n;:()]{2,60}?)?[ \t.:(–-]+"
    r"(?P<code>\p{Lu}{1,3})(?:[ ,]+(?:(?:par|à|a|pouvoir[ ]à)[ ]|\()(?P<holder>[^\n()]{4,60}))?[ .)]*$"
)
"""A member, perhaps an office, a letter, and who holds the proxy."""
_VOTES = Phrase(
    "presents present",
    r"(?:presente?s?)[ ]+[^\n:.\d]{0,60}absent[^\n:.\d]{0,80}(?:procuration|pouvoir)[^\n:.\d]{0,30}votants?(?=\s)",
)
"""The head of a table of members, proxies and votes."""
_VOTED = regex.compile(r"(?<=\s)(?P<votes>[012])(?=\s|$)")
_TOTAL = regex.compile(r"(?<!\w)tota(?:l|ux)(?!\w)")
_LONGEST, _FEWEST = 6000, 3
_STYLES = (Style(), Style(capitals=False))


def read_codes(view: View) -> list[Table]:
    """The tables of members with a letter or a figure each."""
    found = [_table(list(_voting(view, head.end())), head.start()) for head in _VOTES.finditer(view)]
    legend = (match for match in _LEGEND.finditer(view.folded) if view.plain[match.start("code")].isupper())
    said = {match["code"]: _status(match["said"]) for match in legend}
    if len(said) > 1 and "present" in said.values():
        rows = list(_coded(view, said))
        found.append(_table(rows, rows[0].span[0] if rows else 0))
    return [table for table in found if table]


def _status(said: str) -> Status:
    return next((status for word, status in _SAYS if word in said), "present")


def _table(rows: list[Row], start: int) -> Table | None:
    told = len(rows) >= _FEWEST and any(row.status == "present" for row in rows)
    return Table((start, rows[-1].span[1]), rows) if told else None


def _coded(view: View, said: dict[str, Status]) -> Iterator[Row]:
    """The lines that a member fills, with a code of the legend at their end; who stands between has none."""
    found = [match for match in _LINE.finditer(view.plain) if match["code"].lower() in said]
    done = found[0].start() if found else 0
    for match in found:
        for person in _people(view, done, match.start()):
            yield Row(person, None, (person.outer, person.end))
        people = _people(view, *match.span("name"))
        done = match.end()
        if len(people) == 1:
            held = _people(view, *match.span("holder")) if match["holder"] else []
            yield Row(people[0], said[match["code"].lower()], match.span(), held[0] if held else None)


def _voting(view: View, start: int) -> Iterator[Row]:
    """The members from an offset to the total: who has a vote sits, or gave it to who is named beside them."""
    limit = min(len(view.plain), start + _LONGEST)
    total = _TOTAL.search(view.folded, start, limit)
    for vote in _VOTED.finditer(view.plain, start, total.start() if total else limit):
        people = _people(view, start, vote.start())
        start = vote.end()
        if not people or len(people) > 2:
            return
        span = (people[0].outer, vote.end())
        if len(people) == 2:
            yield Row(people[0], "represented", span, people[1])
        else:
            yield Row(people[0], "absent" if vote["votes"] == "0" else "present", span)


def _people(view: View, start: int, end: int) -> list[Mention]:
    return next((found for style in _STYLES if (found := mentions_in(view, start, end, style))), [])
