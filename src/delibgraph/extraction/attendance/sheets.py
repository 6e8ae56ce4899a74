"""Attendance as a table: a row for each member, columns for presence and proxy; cells parted by tabs, bars or blanks.

A header names the columns. A state stands in a column of its own as a mark ("X"), or as a word in a column of presence.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import regex

from delibgraph.extraction.attendance.columns import (
    AWAY,
    NOTHING,
    REPLACED,
    SAYS,
    SITS,
    TOLD,
    Column,
    columns_of,
    is_header,
    words_of,
)
from delibgraph.extraction.attendance.names import Mention, mentions_in
from delibgraph.extraction.attendance.relations import relation
from delibgraph.extraction.attendance.stated import Named, heads, names_people, read_row
from delibgraph.extraction.attendance.style import Style
from delibgraph.extraction.text.view import View, tidy
from delibgraph.facts import Span, Status

_RULE = regex.compile(r"[\s|:=+-]*")
_ROLE = regex.compile(r"(?:(?:m\.?|mr|mme|monsieur|madame)[ ])?l[ea][ ](?:maire|presidente?)")
_STYLE = Style(capitals=False)
_GAP = regex.compile(r"\S[ ]{2,}\S")
_CELL = regex.compile(r"\S+(?:[ ]\S+)*")
_LONE = regex.compile(r"[ ]*\S{0,12}[ ]*\n?")
"""A line between the rows: blank, or a page's number."""
_CAPTION = regex.compile(
    r"(?=\p{Lu})[^\n:;,.\d]{4,70}(?<![ ]{2}[^\n]*)[ ]?:?[ ]*\n(?:[ ]*\n)?"
    r"(?=\p{Lu}[^\n]{3,}[ ]{2}[ ]*(?:[XxOo✓✔☒]|[Pp]r[ée]sente?|[Ee]xcus[ée]e?|[Aa]bsente?)(?:[ ]{2}|[ ]*\n))"
)
"""The caption of a group between the rows: a line of its own without a mark, and after it a member's state."""
_LONGEST_LINE = 300
"""Characters of a header's line."""
_MARK, _SLACK = 4, 2
"""Characters of a mark, and by how many words may begin before their header."""
_FEWEST = 2
"""Rows with a person that make a table."""


@dataclass(frozen=True, slots=True)
class Row:
    """A member's row. ``status`` is ``None`` where the row does not say; ``role`` is a holder named by office alone.

    ``candidate`` is a substitute of whom the row does not say whether they sat.
    """

    person: Mention
    status: Status | None
    span: Span
    holder: Mention | None = None
    role: str | None = None
    substitute: Mention | None = None
    candidate: Mention | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A table of attendance between two offsets."""

    span: Span
    rows: Sequence[Row]


def read_tables(view: View) -> list[Table]:
    """The tables of attendance in a text, in order."""
    found: list[Table] = []
    if "\t" in view.text or "|" in view.text:
        found += [table for block in _blocks(view.text) if (table := _read(view, block))]
    if _GAP.search(view.plain):
        found += [table for block in _aligned(view) if (table := _read(view, block))]
    return found


def _aligned(view: View) -> Iterator[list[list[Span]]]:
    """The blocks of lines whose cells stand below those of a header, each with a cell for each of the header's."""
    block: list[list[Span]] = []
    start = block_start = 0
    under_states = False
    for line in view.plain.splitlines(keepends=True):
        if not block and not _may_head(view.folded, start, start + len(line)):
            start += len(line)
            continue
        cells = [(start + cell.start(), start + cell.end()) for cell in _CELL.finditer(line)]
        if block and cells and _is_labelled(view, block[0]) and _is_labelled(view, cells[:1]):
            yield block
            block = []
        if block and (len(cells) > 1 or (cells and under_states and line.startswith("  "))):
            cells = list(_parted(view.plain, block[0], start - block_start, cells))
            block.append(_below(block[0], block_start, start, cells))
        elif block and not _LONE.fullmatch(line) and not _CAPTION.match(view.plain, start):
            yield block
            block = []
        if not block and len(cells) > 1 and (is_header(columns_of(view, cells)) or heads(view, cells)):
            block, block_start = [cells], start
            under_states = heads(view, cells) is not None
        start += len(line)
    if block:
        yield block


def _is_labelled(view: View, cells: Sequence[Span]) -> bool:
    """Whether each of these cells is closed by a colon: headings side by side, which the next label ends."""
    return all(view.plain[end - 1] == ":" for _, end in cells)


def _may_head(folded: str, start: int, end: int) -> bool:
    """Whether a line can be the header of columns that blanks part: it is short, and has a word of presence."""
    if end - start > _LONGEST_LINE or folded.find("  ", start, end) < 0:
        return False
    return any(folded.find(word, start, end) >= 0 for word in ("presen", "absen", "excus", "statut", "etat"))


def _parted(plain: str, header: Sequence[Span], shift: int, cells: Sequence[Span]) -> Iterator[Span]:
    """The cells of a line, one that fills its column and touches the next parted where that one begins."""
    starts = [cell[0] + shift for cell in header]
    for start, end in cells:
        cut = next((at for at in starts if start < at < end and start in starts and plain[at - 1] == " "), end)
        yield start, cut - (cut < end)
        if cut < end:
            yield cut, end


def _below(header: Sequence[Span], header_line: int, line: int, cells: Sequence[Span]) -> list[Span]:
    """The cells of a line, each under the header's cell that begins before it; an empty one has no length.

    A mark stands below the middle of its header, words begin where theirs does.
    """
    starts = [cell[0] - header_line for cell in header]
    placed: list[Span | None] = [None] * len(starts)
    for cell in cells:
        middle = sum(cell) // 2 - line if cell[1] - cell[0] < _MARK else cell[0] - line + _SLACK
        column = max((i for i, at in enumerate(starts) if at <= middle), default=0)
        before = placed[column]
        placed[column] = (before[0], cell[1]) if before else cell
    end = line
    row: list[Span] = []
    for filled in placed:
        row.append(filled or (end, end))
        end = row[-1][1]
    return row


def _blocks(text: str) -> Iterator[list[list[Span]]]:
    """The runs of lines that hold cells; a line that belongs to no table ends a run."""
    block: list[list[Span]] = []
    start = 0
    for line in text.splitlines(keepends=True):
        end = start + len(line.rstrip("\n"))
        mark = "\t" if "\t" in line else "|" if line.count("|") > 1 else ""
        if mark:
            block.append(list(_cells(text, start, end, mark)))
        elif line.strip() and block:
            yield block
            block = []
        start += len(line)
    if block:
        yield block


def _cells(text: str, start: int, end: int, mark: str) -> Iterator[Span]:
    if mark == "|" and text[start:end].lstrip().startswith("|"):
        start = text.index("|", start) + 1
        end -= text[start:end].rstrip().endswith("|")
    while start <= end:
        stop = text.find(mark, start, end)
        stop = end if stop < 0 else stop
        yield start, stop
        start = stop + 1


def _read(view: View, block: Sequence[Sequence[Span]]) -> Table | None:
    if by_state := _read_states(view, block):
        return by_state
    header = next((i for i, cells in enumerate(block) if is_header(columns_of(view, cells))), None)
    if header is None:
        return None
    columns = columns_of(view, block[header])
    rows = [row for cells in block[header + 1 :] for row in _rows(view, cells, columns)]
    if len(rows) < _FEWEST or not any(row.status for row in rows):
        return None
    if not AWAY & set(columns) and any(row.status == "present" for row in rows):  # who has no mark is away
        rows = [row if row.status or row.candidate else replace(row, status="absent") for row in rows]
    return Table((block[header][0][0], block[-1][-1][1]), list(_settled(rows)))


def _read_states(view: View, block: Sequence[Sequence[Span]]) -> Table | None:
    """A table with names under states; ``None`` where it is none."""
    header = next((i for i, cells in enumerate(block) if heads(view, cells)), None)
    states = heads(view, block[header]) if header is not None else None
    if header is None or states is None:
        return None
    body = [cells for cells in block[header + 1 :] if not _RULE.fullmatch(view.text, cells[0][0], cells[-1][1])]
    if not names_people(view, body, states):
        return None
    named = [(cells, list(read_row(view, cells, states))) for cells in body]
    seats = None in states or not any(
        {"present", "substitute", "excused"} <= {told for _, told, _ in row} for _, row in named
    )
    rows = [row for cells, people in named for row in _state_rows(cells, people, seats=seats)]
    return Table((block[header][0][0], block[-1][-1][1]), rows) if len(rows) >= _FEWEST else None


def _state_rows(cells: Sequence[Span], named: Sequence[Named], *, seats: bool) -> Iterator[Row]:
    """The rows of those in one line; a substitute sits for the one member in it who is away, where lines are seats.

    They are none where a member sits too, and nothing but states heads the columns: those are lists side by side.
    """
    span = (cells[0][0], cells[-1][1])
    seated = [person for person, state, _ in named if state == "substitute"]
    away = [person for person, state, _ in named if state in ("excused", "absent")]
    paired = seats and len(seated) == len(away) == 1
    for person, state, holder in named:
        status: Status = "represented" if holder else "absent" if state == "absent" else "excused"
        if state in ("excused", "absent"):
            yield Row(person, status, span, holder, substitute=seated[0] if paired and not holder else None)
        elif state == "unread":
            yield Row(person, None, span)
        elif state == "present" or not paired:
            yield Row(person, "present", span)


def _settled(rows: Sequence[Row]) -> Iterator[Row]:
    """The rows, with the substitutes who sat: all that are named beside members who are away.

    Where members who sit have one beside them too, the column names who could sit, and the row does not say who did.
    """
    composed = any(row.candidate and row.status == "present" for row in rows)
    for row in rows:
        if row.candidate is None or row.status == "present":
            yield replace(row, candidate=None)
        elif composed or row.status is None:
            yield row
        else:
            yield replace(row, substitute=row.candidate, candidate=None)


def _rows(view: View, cells: Sequence[Span], columns: Sequence[Column | None]) -> Iterator[Row]:
    """The row of a member, and those of whoever gave them a proxy."""
    row = _row(view, cells, columns)
    if row is None:
        return
    yield row
    held = next((cell for cell, column in zip(cells, columns, strict=False) if column == "held"), None)
    for grantor in mentions_in(view, *held, _STYLE) if held else ():
        yield Row(grantor, "represented", row.span, row.person)


def _row(view: View, cells: Sequence[Span], columns: Sequence[Column | None]) -> Row | None:
    """The row's facts; ``None`` where it names nobody: a rule, a repeated header, a commune over the whole width."""
    if _RULE.fullmatch(view.text, cells[0][0], cells[-1][1]) or columns_of(view, cells) == list(columns):
        return None
    if len(cells) > 1:  # what is empty at the end of a line is not printed
        cells = [*cells, *[(cells[-1][1], cells[-1][1])] * (len(columns) - len(cells))]
    by_column = {column: cell for cell, column in reversed(list(zip(cells, columns, strict=False))) if column}
    person = _person(view, by_column.get("grantor") or by_column.get("name"), by_column.get("first-name"))
    for remark in (by_column.get("away"), by_column.get("remarks")):
        if remark and (column := _remarked(view, remark)):
            by_column.setdefault(column, remark)
    if stand_in := by_column.get("stand-in"):
        by_column.setdefault(_stood_in(view, stand_in, by_column), stand_in)
    told = [cell for column, cell in by_column.items() if column not in ("name", "first-name", "grantor")]
    told += [cell for cell in cells if person and cell[0] > person.end]
    if person is None or not any(words_of(view, cell) for cell in told):
        if person is None or len(by_column) < len(set(filter(None, columns))):
            return None
        return Row(person, _status(view, by_column) if "away" in by_column else None, (cells[0][0], cells[-1][1]))
    holder, role = _holder(view, by_column.get("proxy"))
    candidate = _person(view, by_column.get("substitute"), None)
    substitute = _person(view, by_column.get("replacement"), None)
    if substitute is None and (seated := _seated(view, person, by_column.get("name", cells[0]))):
        person, substitute = seated
    status: Status | None = "represented" if holder or role else _status(view, by_column)
    if candidate and "seated" in by_column:
        sat = SITS.match(words_of(view, by_column["seated"])) is not None
        candidate, substitute = None, candidate if sat and status != "present" else None
    elif candidate and by_column["substitute"] < max(by_column.get(name, (0, 0)) for name in ("presence", "present")):
        status = None  # one mark for two people
    return Row(person, status, (cells[0][0], cells[-1][1]), holder, role, substitute, candidate)


def _stood_in(view: View, cell: Span, columns: Mapping[Column, Span]) -> Column:
    """Whether a column of holders and substitutes names the one or the other, by its words or the member's state."""
    state = words_of(view, columns["presence"]) if "presence" in columns else ""
    replaced = REPLACED.match(state) or "supple" in words_of(view, cell)
    return "replacement" if replaced else "proxy"


def _remarked(view: View, cell: Span) -> Column | None:
    """The column for which a remark stands ("Pouvoir à M. A", "Remplacée par Mme B")."""
    said = words_of(view, cell)
    return next((column for column, pattern in TOLD if pattern.search(said)), None)


def _seated(view: View, person: Mention, cell: Span) -> tuple[Mention, Mention] | None:
    """The member and the substitute, where one cell names both ("PETIT Anne (suppléante de DURAND Guy)")."""
    found = mentions_in(view, person.end, cell[1], _STYLE)
    kind = relation(view.folded[person.end : found[0].outer]) if found else None
    if kind == "sits-for":
        return found[0], person
    return (person, found[0]) if kind == "replaced-by" else None


def _person(view: View, name: Span | None, first: Span | None) -> Mention | None:
    """The person named in a cell, or in two cells of surname and first name."""
    if name is None or NOTHING.fullmatch(words_of(view, name)):
        return None
    found = mentions_in(view, *name, _STYLE)
    if first is not None and words_of(view, first):
        start = found[0].start if found else name[0]
        end = first[0] + len(view.plain[slice(*first)].rstrip())
        text = tidy(f"{view.plain[start : name[1]]} {view.plain[slice(*first)]}")
        return Mention(found[0].outer if found else start, start, end, text, found[0].civility if found else None, True)
    if found:
        return found[0]
    text = view.clean(*name)
    start = name[0] + view.plain[slice(*name)].find(text[:1])
    return Mention(start, start, start + len(text), text) if text[:1].isupper() and len(text.split()) < 6 else None


def _holder(view: View, cell: Span | None) -> tuple[Mention | None, str | None]:
    """Who holds the proxy: a person, or an office; a mere mark names nobody."""
    if cell is None or NOTHING.fullmatch(said := words_of(view, cell)):
        return None, None
    if found := mentions_in(view, *cell, _STYLE):
        return found[0], None
    if role := _ROLE.search(said):
        return None, role[0]
    return (_person(view, cell, None), None) if len(said) > 2 else (None, None)


def _status(view: View, cells: dict[Column, Span]) -> Status | None:
    """The state that the cells of a row tell: an empty one says away below those present, and the reverse."""
    for column in ("presence", "away"):
        if column in cells and (told := words_of(view, cells[column])):
            return next((status for status, pattern in SAYS if pattern.match(told)), None)
    marked: dict[Column, Status] = {"present": "present", "excused": "excused", "absent": "absent"}
    for column, status in marked.items():
        if column in cells and not NOTHING.fullmatch(words_of(view, cells[column])):
            said = words_of(view, cells[column])
            return next((other for other, pattern in SAYS if pattern.match(said) and len(said) > 1), status)
    if not marked.keys() & cells.keys():
        return "present" if "away" in cells else None
    return "absent" if "present" in cells and not AWAY & cells.keys() else None
