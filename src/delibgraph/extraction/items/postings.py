"""The list of deliberations that a body posts after a sitting (CGCT L2121-25): a row for each, with its outcome.

Rows are lines, cells parted by bars or tabs, or cells that fill lines of their own. The first cell numbers the
deliberation, by a number that bears a year or by its rank, the next one is its object, the last one tells the vote.
"""

from __future__ import annotations

from collections.abc import Sequence

import regex

from delibgraph.extraction.items.headings import NUMBER, Heading
from delibgraph.extraction.text.view import View

_NAME, _CELL = r"(?:liste[ ]des[ ]deliberations|deliberations[ ]examinees)", r"(?:objet|intitule|titre)"
_NAMES = (
    regex.compile(rf"(?m){_NAME}(?<=^[^\w\n]*{_NAME})"),
    regex.compile(
        rf"(?m){_CELL}(?<=(?:^|[|\n\t])[ ]*{_CELL})"
        r"[^|\n]{0,40}[|\n\t][^\n]{0,60}(?:vote|resultat|decision|avis)"
    ),
)
"""What calls a text such a list, or the heads of its columns."""
_ROW = regex.compile(
    rf"[ ]*(?:[|][ ]*)?(?:(?P<number>(?:\p{{L}}{{1,12}}[ ])?(?P<value>{NUMBER}))|(?P<rank>\d{{1,3}}))[ ]*"
    r"(?:[|][ ]*|(?P<line>\n)[ ]*|(?P<tab>[ ]))(?=[^\d\W])"
)
_TOLD = regex.compile(
    r"unanim|majorit|adopte|approuve|rejete|retire|ajourne|report|prend acte|pris acte|pour|contre|vote|favorable"
)
_CELL_END = regex.compile(r"[|\t]")
_OUTCOME_LINE = regex.compile(rf"\n[ ]*(?:{_TOLD.pattern})")
_HEAD = 3000
_FEWEST = 2


def listed(view: View, start: int) -> list[Heading]:
    """The rows of such a list as headings, in order; none where the text is no list or its rows tell no outcome."""
    if not any(name.search(view.folded, 0, _HEAD) for name in _NAMES):
        return []
    rows = [match for match in view.heads(_ROW, view.plain, start) if _parts(view, match)]
    for form in ("value", "rank"):
        of_form = [row for row in rows if row[form] is not None]
        if len(of_form) >= _FEWEST and _tell(view, of_form):
            return [_heading(view, row, form) for row in of_form]
    return []


def _parts(view: View, row: regex.Match[str]) -> bool:
    """Whether the first cell ends where the match does: at a bar, at its line's end, at a tab."""
    return row["tab"] is None or view.text[row.start("tab")] == "\t"


def _tell(view: View, rows: Sequence[regex.Match[str]]) -> bool:
    """Whether the rows tell what became of them."""
    ends = [row.start() for row in rows[1:]] + [len(view.plain)]
    told = [bool(_TOLD.search(view.folded, row.end(), end)) for row, end in zip(rows, ends, strict=True)]
    return sum(told) > len(rows) / 2


def _heading(view: View, row: regex.Match[str], form: str) -> Heading:
    """The heading of a row: its object ends with its cell, before the line that tells the outcome where it has none."""
    line = view.plain.find("\n", row.end())
    bar = _CELL_END.search(view.text, row.end(), line if line > 0 else len(view.text))
    told = _OUTCOME_LINE.search(view.folded, row.end()) if row["line"] else None
    until = bar.start() if bar else told.start() if told else None
    if form == "value":
        return Heading(row.start(), row.end(), "number", None, row.span("value"), until=until)
    return Heading(row.start(), row.end(), "rank", int(row["rank"]), until=until)
