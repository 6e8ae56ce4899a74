"""What a page sets beside and between the lines of a list: a column in the margin, the head of the next page.

Where a page has a narrow column of fields beside the text ("Votants : 12"), its lines are read as one. The column to
the right begins at one place in each line; the list stands there, and what is left of it is blanked. So are the lines
at a page's end that tell its number, and those after it that the text has already printed at its head.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

import regex

from delibgraph.extraction.text.view import View, fold
from delibgraph.facts import Span

_CELL = regex.compile(r"(?:[ ]{0,4}\S+(?:[ ]\S+)*)?[ ]{3,}(?=\S)")
"""Up to where a second column can begin in a line, be the first empty there or not."""
_NARROWEST = 12
"""Characters of a margin."""
_HEADING = regex.compile(
    r"(?:(?:etaient|sont|ont|les|membres|conseillers|delegues|elus)[ ])*(?:presente?s|absente?s|excusee?s)(?!\w)"
)
"""A heading of attendance at the head of the column."""
_LINES, _BESIDE, _APART = 5, 2, 5
"""The fewest lines that stand in the column, and that have text beside it; how far apart two of them are."""
_PAGE = regex.compile(
    r"(?m)(?:(?=[^\n]*page)[^\n]{0,60}[^\n ][^\n]{0,20}(?<!\w)page[ ]*(?:n°)?[ ]*\d{1,3}(?:[ ]*(?:/|sur)[ ]*\d{1,3})?"
    r"|[ ]*(?P<bare>(?:[-–][ ]*|page[ ]*)?\d{1,3}(?:[ ]*(?:/|sur)[ ]*\d{1,3})?(?:[ ]*[-–])?))[ ]*$"
)
"""A line that tells a page's number, with or without the word."""
_HEAD, _TITLES = 4, 12
"""The lines that a page's head can have, and those at the text's head that it repeats."""
_WORD = regex.compile(r"\p{L}{2,}")
_RECORD = regex.compile(r"(?<!\w)(?:proces[- ]verbal|pv|compte[- ]rendu|conseil|comite|bureau|seance|reunion)(?!\w)")
_OF_RECORD = {"proces", "verbal", "compte", "rendu", "extrait", "de", "du", "la"}
_WORDS = 4
"""The fewest words of a page's head that says in another order what the text's head says."""
_FIGURES = regex.compile(r"\d+")


def columns(view: View) -> list[Span]:
    """What stands beside a column in which lists are, line by line."""
    lines = view.text.split("\n")
    found_cells = (_CELL.match(line) for line in lines if "   " in line)
    cells = Counter(match.end() for match in found_cells if match and match.end() >= _NARROWEST)
    at, count = max(cells.items(), key=lambda item: item[1], default=(0, 0))
    if count < _LINES:
        return []
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)
    found: list[Span] = []
    for block in _blocks([i for i, line in enumerate(lines) if line[at - 2 : at] == "  " and line[at : at + 1] > " "]):
        beside = sum(bool(lines[i][:at].strip()) for i in block)
        if _heads_both([lines[i][:at] for i in block]):
            continue
        if len(block) >= _LINES and beside >= _BESIDE and any(_HEADING.match(fold(lines[i][at:])) for i in block):
            inside = set(block)
            ends = ((i, at if i in inside else len(lines[i])) for i in range(block[0], block[-1] + 1))
            found += [(starts[i], starts[i] + end) for i, end in ends]
    return found


def _heads_both(left: Sequence[str]) -> bool:
    """Whether a list stands in the left column too: under a heading, with no figure in it or below."""
    cells = [cell.strip() for cell in left]
    return any(
        _HEADING.match(fold(cell)) and cell.endswith(":") and below and not _FIGURES.search(cell + below)
        for cell, below in pairwise(cells)
    )


def _blocks(rows: Sequence[int]) -> Iterator[list[int]]:
    block: list[int] = []
    for row in rows:
        if block and row - block[-1] > _APART:
            yield block
            block = []
        block.append(row)
    if block:
        yield block


def pages(view: View) -> list[Span]:
    """The lines between two pages: the number, and the head that the text has printed at its own head."""
    found: list[Span] = []
    for match in view.heads(_PAGE, view.folded):
        head = view.folded[: match.start()].split("\n", _TITLES)[:_TITLES]
        titles, told = {_title(line) for line in head}, {word for line in head for word in _WORD.findall(line)}
        told |= _OF_RECORD
        end = match.end()
        for _ in range(_HEAD):
            line = view.folded.find("\n", end + 1)
            printed = view.folded[end + 1 : max(line, 0)]
            words = _WORD.findall(printed)
            again = len(words) >= _WORDS and told.issuperset(words) and _RECORD.search(printed)
            if line < 0 or not (again or _title(printed) in titles):
                break
            end = line
        if end > match.end() or not match["bare"] or "page" in match["bare"]:
            found.append((match.start(), end))
    return found


def _title(line: str) -> str:
    return " ".join(_FIGURES.sub("0", line).split())
