"""Tables and lists of grants: rows of names and sums under a heading that speaks of giving.

A table is a run of rows; what stands above it says whether its sums are grants, and which column is the decision's.
A plan of financing, a budget or a tariff looks alike and is none: its sums are nobody's. Forms: ``docs/funding.md``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

import regex

from delibgraph.extraction.funding.columns import Column, read_columns
from delibgraph.extraction.funding.flattened import unflattened
from delibgraph.extraction.funding.grids import gridded
from delibgraph.extraction.funding.rows import (
    Cell,
    Line,
    goes_on,
    group_heads,
    is_heading_word,
    is_sentence,
    is_year,
    join,
    read_lines,
    without_ranks,
)
from delibgraph.extraction.funding.sentences import is_prose, is_total
from delibgraph.extraction.funding.series import unrolled
from delibgraph.extraction.funding.stacks import unstacked
from delibgraph.extraction.funding.topics import (
    GIVES,
    GRANTED,
    MONEY,
    speaks_of_grants,
    speaks_of_others,
    speaks_of_shares,
    title_of_grants,
)
from delibgraph.extraction.text.view import View, fold, once
from delibgraph.facts import Span

_PERSON_VOTES = regex.compile(
    r"(?<!\w)(?:ne[ ]+(?:prend|vote|participe)|sort[ ]+de[ ]+la|voix|abst(?:ention)?s?)(?!\w)"
)
_MOST_BLANK, _MOST_WORDS, _HEAD_LINES = 8, 3, 9
_FEWEST_UNSIGNED = 3
"""Rows of the shortest table whose figures bear no sign of money."""
_REACH = 700
"""Characters above a table in which its heading stands."""


@dataclass(slots=True)
class Row:
    """A row while its table is read; ``stacked`` where its name stands above its sums, ``tail`` what stands below."""

    name: str
    start: int
    end: int
    cells: list[Cell]
    rest: str = ""
    voted: bool = False
    stacked: bool = False
    tail: str = ""
    columns: tuple[Column, ...] | None = None
    refused: bool = False
    called: bool = False

    @property
    def is_total(self) -> bool:
        """Whether the row sums up those above it."""
        return is_total(self.name)


@dataclass(slots=True)
class Table:
    """A run of rows under its heading. ``grants`` is false for a table that speaks of other money.

    It is ``clear`` where the heading tells its columns apart.
    """

    start: int
    end: int
    heading: Span
    rows: list[Row] = field(default_factory=list)
    grants: bool = False
    columns: tuple[Column, ...] | None = None
    clear: bool = True


@once
def read_tables(view: View, start: int, end: int, title: str | None = None) -> Sequence[Table]:
    """The tables of a stretch, in order, those of other money too: nothing in them is prose.

    Under a title of grants every row is one, unless the table says otherwise.
    """
    if not any(word in view.words for word in _OPENERS):
        return []
    named = fold(title or "")
    headed = f"{named}\n" if title_of_grants(named) else ""
    return [table for stretch in _stretches(view, start, end) for table in _tables(view, *stretch, headed)]


def _stretches(view: View, start: int, end: int) -> Iterator[Span]:
    """Where lines of sums stand near one another, with what stands above them."""
    first = last = None
    for line in _FIGURE_LINE.finditer(view.plain, start, end):
        if first is not None and last is not None and line.start() - last > _REACH:
            if last > first:
                yield max(start, first - _REACH), min(end, last + _REACH)
            first = None
        first = line.start() if first is None else first
        last = line.start()
    if first is not None and last is not None and last > first:
        yield max(start, first - _REACH), min(end, last + _REACH)


def _tables(view: View, start: int, end: int, title: str) -> list[Table]:
    """The tables of a stretch that begins and ends within lines of no table."""
    begin = view.plain.rfind("\n", 0, start) + 1
    stop = view.plain.find("\n", end)
    printed = [*read_lines(view, begin, len(view.plain) if stop < 0 else stop)]
    printed = unrolled(view, gridded(view, unflattened(view, printed)))
    lines = unstacked(
        [
            replace(line, sort="prose") if line.sort == "row" and not line.columns and is_prose(line) else line
            for line in printed
        ]
    )
    granted: set[str] = set()
    tables = [_table(view, lines, first, last, begin, title, granted) for first, last in _runs(lines)]
    return [table for table in tables if table]


_FIGURE_LINE = regex.compile(
    r"(?m)\d[ ]?(?:€|euros|EUR(?!\p{L}))|\d[^\n\p{L}]{0,6}$|^[ ]*[-–•*▪][ ]*\d\d|"
    r"(?:suivante?s|ci-(?:apr[eè]s|dessous))[^.;:€\n]{0,60}:[ ][^:€\n]{2,70}:?[ ]\d|\d\d[ ][-–][ ](?=\p{L})"
)
"""What a line with a sum holds."""


_OPENERS = (
    *("subvention", "subventions", "association", "associations", "cotisations", "adhesions", "participations"),
    *("beneficiaires", "beneficiaire", "financement", "recettes", "depenses", "bourses", "aides", "organismes"),
    *("aide", "acomptes", "participation", "concours", "laureats", "attributions"),
)


def _runs(lines: Sequence[Line]) -> Iterator[tuple[int, int]]:
    """Where rows follow one another, names over two lines, headings of groups and blank lines between them."""
    first: int | None = None
    last = blanks = words = 0
    for i, line in enumerate(lines):
        if line.sort in ("row", "sums"):
            first, last, blanks, words = (i if first is None else first), i, 0, 0
            continue
        if line.sort in ("vote", "none"):
            continue
        if first is not None and line.sort == "words" and _OTHER_BEGINS.match(fold(line.name)):
            yield first, last + 1
            first = None
        blanks, words = (blanks + 1, words) if line.sort == "blank" else (0, words + 1)
        if first is not None and line.columns:
            yield first, last + 1
            first = None
        if first is not None and (blanks > _MOST_BLANK or words > _MOST_WORDS or is_sentence(line)):
            yield first, last + 1
            first = None
    if first is not None:
        yield first, last + 1


_OTHER_BEGINS = regex.compile(
    r"(?:\W|\d)*(?:(?:les|vote|fixation|revision|des|la|le|approbation|du|de)[ ]+)*(?:tarifs?|budgets?|recettes|"
    r"depenses|"
    r"chapitres?|emprunts?|plan[ ]de[ ]financement|decisions?[ ]modificatives?|loyers?|devis|marches?[ ]publics?|"
    r"redevances?|indemnites?|taux|taxes?|virements?)(?!\w)"
)
"""A heading under which another table begins."""


def _table(
    view: View, lines: Sequence[Line], first: int, last: int, start: int, title: str, granted: set[str]
) -> Table | None:
    """The table of a run of lines; ``None`` where its words do not tell what it speaks of, nor those of one with the
    same heading whose sums are grants."""
    rows = [row for row in _rows(lines[first:last], _above(lines, first)) if not _is_heading(row)]
    laid = next((row.columns for row in rows if row.columns), None)
    if any(row.called for row in rows):
        rows = [row for row in rows if any(cell.signed for cell in row.cells)]
    rows = [row for row in rows if row.columns or row.is_total] if laid else _settled(rows)
    named = [row for row in rows if not row.is_total]
    for row, name in zip(named, without_ranks([row.name for row in named]), strict=True):
        row.name = name
    if len(rows) < (2 if laid is None else 1) or not named:
        return None
    based = laid is None and any(line.based for line in lines[first:last])
    if based:
        rows = [replace(row, cells=row.cells[-1:]) for row in rows]
        named = [row for row in rows if not row.is_total]
    top = rows[0].start
    valued = [(row.start, row.cells[-1].value if row.cells else None) for row in rows]
    summed = rows[-1].is_total
    groups = group_heads(view, valued[:-1] if summed else valued, valued[-1][1] if summed else None)
    rows = [row for i, row in enumerate(rows) if i not in groups]
    above = next(i for i, line in enumerate(lines) if line.start >= top)
    head = _heading_start(lines, above, top)
    table = Table(top, lines[last - 1].end, (head, top), rows)
    names = [row.name for row in named]
    over = next(line.start for line in reversed(lines[:above]) if line.columns) if laid else top
    told, near = view.folded[max(start, top - _REACH) : over], view.folded[min(head, over) : over]
    heads = view.folded[over:top]
    table.grants = (based and speaks_of_shares(title + told, near, names)) or speaks_of_grants(
        title + told, near, names, heads
    )
    table.grants = table.grants or (any(row.called for row in rows) and not speaks_of_others(near, names))
    if laid:
        words = view.folded[over : view.folded.find("\n", over)]
        table.grants = table.grants or words in granted
        granted |= {words} if table.grants else set()
    if not table.grants:
        return table if speaks_of_others(near + heads, names) else None
    if laid:
        table.columns = laid
    elif not _is_signed(named) and (
        (len(rows) < _FEWEST_UNSIGNED and not _says_euros(view, table))
        or not (MONEY.search(near) or (title and GRANTED.search(near)))
    ):
        return None
    else:
        heads = fold(_GLUED.sub(" ", view.plain[over - len(near) : over]))
        heads = heads[heads.rfind(":\n") + 1 :]
        table.columns = (Column(),) if based else read_columns(heads, width_of(named))
        table.clear = table.columns is not None and not _runs_together(heads, named)
    return table


def _says_euros(view: View, table: Table) -> bool:
    """Whether the words right around a table say that its figures are euros ("(montants en euros)")."""
    around = view.folded[max(0, table.start - _SAYS_REACH) : table.end + _SAYS_REACH]
    return _IN_EUROS.search(around) is not None


_IN_EUROS = regex.compile(
    r"(?:montants?|sommes?|chiffres?|subventions?)?[ ]*\(?(?:exprimee?s?[ ])?en[ ](?:euros|€)(?!\w)"
)
_SAYS_REACH = 160


_GLUED = regex.compile(r"(?<=\p{Ll}|(?<!\d)20\d\d)(?=\p{Lu})")
"""Where two cells of a heading run together ("Demandé 2023Voté")."""
_COUNTED = regex.compile(r"(?<!\w)(?:adherents?|effectifs?|licencie(?:e?s)?|nombre|nb)(?!\w)")


def _runs_together(heading: str, rows: Sequence[Row]) -> bool:
    """Whether figures without a sign may be two columns, a count and a sum, read as one ("45 300")."""
    return (
        _COUNTED.search(heading) is not None
        and not _is_signed(rows)
        and width_of(rows) == 1
        and sum((row.cells[0].value or 0) >= 1000 for row in rows if row.cells) * 2 > len(rows)
    )


def _rows(lines: Sequence[Line], above: Line | None) -> list[Row]:
    """Lines as rows: a sum on a line of its own belongs to the name above it, a broken name goes on below."""
    rows: list[Row] = []
    named = above is not None and above.sort == "words" and not is_sentence(above) and not above.name.endswith(":")
    pending: Line | None = above if named else None
    for line in lines:
        if line.sort == "none":
            pending = None
        elif line.sort == "words":
            pending = _pending(rows, pending, line)
        elif line.sort == "row":
            broken = pending is not None and (goes_on(pending.name) or line.name[:1].islower())
            name = join(pending.name, line.name) if pending and broken else line.name
            if pending and not broken:
                _leave(rows, pending)
            begin = pending.start if pending and broken else line.start
            row = Row(name, begin, line.end, list(line.cells), line.rest, line.voted, line.stacked)
            row.columns, row.refused, row.called = line.columns, line.refused, line.called
            rows.append(row)
            pending = None
        elif line.sort == "sums":
            if pending and not _PERSON_VOTES.search(fold(pending.name)):
                rows.append(
                    Row(pending.name, pending.start, line.end, list(line.cells), line.rest, line.voted, stacked=True)
                )
            elif rows and pending is None:
                rows[-1].cells.extend(line.cells)
                rows[-1].end = line.end
            pending = None
    return _mended(rows)


def _above(lines: Sequence[Line], first: int) -> Line | None:
    """The line above a run of rows; over a sum on a line of its own, the last one that is not blank."""
    stacked = lines[first].sort == "sums"
    over = (
        line for line in reversed(lines[max(0, first - _MOST_BLANK - 1) : first]) if line.sort != "blank" or not stacked
    )
    return next(over, None)


def _leave(rows: Sequence[Row], words: Line) -> None:
    """Note words between the sums of one row and the name of the next: the end of a torn name, or a heading."""
    if rows and rows[-1].stacked and not rows[-1].tail and not is_heading_word(words.name):
        rows[-1].tail = words.name


def _mended(rows: list[Row]) -> list[Row]:
    """The rows with the names that go on below their sums, where some name of the table plainly does."""
    torn = any(row.tail and (goes_on(row.name) or row.tail[:1].islower()) for row in rows)
    for row in rows:
        if torn and row.tail and (row.name.isupper() or not row.tail.isupper()):
            row.name = join(row.name, row.tail)
    return rows


_ADDS = regex.compile(
    r"\(|(?:pour|dont|soit|au[ ]titre|afin|versee?s?|sous[ ]reserve|en|payable|selon|a|et|plus|ou)(?!\w)"
)
"""What adds something to a row, and is no part of its name."""


def _pending(rows: list[Row], pending: Line | None, line: Line) -> Line | None:
    """The name that a line of words leaves open; what goes on in small letters belongs to the row above."""
    broken = bool(rows) and pending is None and (goes_on(rows[-1].name) or line.name[:1].islower())
    if broken and rows[-1].stacked and not (rows[-1].tail or _ADDS.match(fold(line.name))):
        rows[-1].tail = line.name
        return None
    if broken or (rows and pending is None and line.name.startswith("(")):
        rows[-1].rest = join(rows[-1].rest, line.name)
        return None
    if pending is not None and goes_on(pending.name):
        return replace(pending, name=join(pending.name, line.name))
    return line


def _is_heading(row: Row) -> bool:
    """Whether a row heads the columns: its figures are years, its words those of headings."""
    years = all(is_year(cell) or cell.value is None for cell in row.cells)
    return years and (is_heading_word(row.name) or GIVES.search(fold(row.name)) is not None)


def _is_signed(rows: Sequence[Row]) -> bool:
    return sum(any(cell.signed for cell in row.cells) for row in rows) * 2 > len(rows)


def _settled(rows: list[Row]) -> list[Row]:
    """The rows with their figures told apart: a number without a sign, where the others have one, is of the name."""
    if all(len(row.cells) > 1 and row.cells[0].value is None for row in rows):
        rows = [replace(row, cells=row.cells[1:]) for row in rows]
    signed, width = _is_signed(rows), width_of(rows)
    for row in rows:
        while len(row.cells) > 1 and not (row.is_total or row.stacked):
            cell = row.cells[0]
            if row.name.endswith((":", "=")) or cell.signed or not cell.value or not (signed or len(row.cells) > width):
                break
            row.name = f"{row.name} {cell.value:g}"
            row.cells.pop(0)
    return rows


def width_of(rows: Sequence[Row]) -> int:
    """How many columns of sums there are: the most that a row fills; of figures without a sign, a third of the rows."""
    counts = sorted((len(row.cells) for row in rows if not row.is_total), reverse=True)
    return (counts[0] if _is_signed(rows) else counts[len(counts) // 3]) if counts else 1


def _heading_start(lines: Sequence[Line], first: int, top: int) -> int:
    """Where the words that head the columns begin: a few short lines up."""
    start = top
    told = [line for line in lines[:first] if line.sort != "blank"][-_HEAD_LINES:]
    for line in reversed(told):
        opens = line.name.endswith(":")
        if line.sort == "words" and not opens and (is_sentence(line) or line.name.endswith(".")):
            break
        if line.sort in ("row", "sums") and any(cell.signed for cell in line.cells):
            break
        start = line.start
        if opens:
            break
    return start
