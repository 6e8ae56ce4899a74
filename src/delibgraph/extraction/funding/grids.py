"""Tables whose cells are printed apart: by bars, by tabs, or by blanks under the words that head them.

Here each sum stands in the column of its heading by its place, so that empty cells, words in a cell ("vote reporté"),
rates and costs beside the grants are told apart. A table whose rows do not fit its heading is none of these, and is
read as lines are. Forms: ``docs/funding.md``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import regex

from delibgraph.extraction.funding.columns import Column, decided, is_column_head, read_column
from delibgraph.extraction.funding.payees import is_said
from delibgraph.extraction.funding.rows import Cell, Line, to_value
from delibgraph.extraction.text.view import View, fold

_SUM = regex.compile(
    r"(?P<number>\d{1,3}(?:[ .]\d{3})+(?:[.,]\d{1,2})?|\d+(?:[.,]\d{1,2})?)(?:[.,]-)?[ ]{0,2}"
    r"(?P<sign>€(?:uros?)?|euros?|eur)?",
    regex.IGNORECASE,
)
_NONE = regex.compile(
    r"[-–/.x]*[ ]?€?|neant|aucune?|rien|sans(?:[ ]montant)?|"
    r"(?:non|pas)[ ](?:de[ ])?(?:demande|sollicite|vote|attribue)\w*|"
    r"(?:(?:vote|dossier|demande|decision|avis|point)[ ])?(?:reporte|ajourne|rejete|refuse|defavorable|differe|annule|"
    r"en[ ](?:attente|cours)|incomplet|suspendu)\w*|refus|report|rejet|ajournement|n\.?[dc]\.?|nul(?:le)?"
)
"""What a cell says where it holds no sum."""
_NAMES = regex.compile(
    r"(?<!\w)(?:associations?|beneficiaires?|organismes?|noms?|structures?|clubs?|tiers|designation|"
    r"libelles?|etablissements?|intitules?|demandeurs?|porteurs?|proprietaires?|entreprises?|exploitants?|menages?|"
    r"laureats?|candidats?|eleves?|etudiants?)(?!\w)"
)
"""What heads the column of names; communes are those where no other column is, since they often say where."""
_NOTES = regex.compile(
    r"(?<!\w)(?:objets?|projets?|motifs?|actions?|manifestations?|evenements?|destination|operations?)(?!\w)"
)
"""What heads the column that says what the money is for."""
_FIRST_NAMES = regex.compile(r"prenoms?")
_RULE = regex.compile(r"[\s|:=+_-]+")
_PIECE = regex.compile(r"\S+(?:[ ]\S+)*")
_FEWEST_COLUMNS, _FEWEST_TOLD = 3, 2
"""Cells of a heading, and those of them that are in the words of headings, the head of the names among them."""
_LONGEST_NAME = 110
_MOST_PLAIN, _MOST_WORDS = 3, 8
"""Lines without cells within a table, and the words of such a line: the head of a group, the number of a page."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A printed cell and its place."""

    text: str
    start: int
    end: int
    noted: bool = False
    """Whether an asterisk stands in it."""

    @property
    def has_sum(self) -> bool:
        """Whether the cell is a sum, and nothing else."""
        return _SUM.fullmatch(self.text) is not None

    @property
    def has_none(self) -> bool:
        """Whether the cell says that there is no sum."""
        return _NONE.fullmatch(fold(self.text)) is not None


_Cells = Sequence[Piece | None]


def heads_names(told: str) -> bool:
    """Whether the folded words of a cell head the column of names."""
    return _NAMES.search(told) is not None


def gridded(view: View, lines: Sequence[Line]) -> list[Line]:
    """The lines, with the rows of such tables as rows of one cell for each column of sums."""
    found = list(lines)
    at = 0
    seen: set[tuple[str, ...]] = set()
    while at < len(lines):
        above = _head(view, lines[at])
        head = _headed_twice(view, lines, at + 1, above)
        rows, torn = _rows(view, lines, at + 1 + (head is not above), head) if head else ({}, set())
        told = tuple(piece.text for piece in above)
        laid = laid_out(head, list(rows.values())) if len(rows) > 1 or (rows and told in seen) else None
        at += 1
        if laid is None:
            continue
        seen.add(told)
        line = lines[at - 1]
        name = view.plain[line.start : line.end].strip()
        found[at - 1] = replace(line, sort="words", cells=(), name=name, columns=tuple(laid.sums.values()))
        last = max((*rows, *torn))
        for i in range(at, last + 1):
            if i in rows:
                found[i] = laid.row(lines[i], rows[i])
            elif i in torn or lines[i].sort in ("row", "sums"):
                found[i] = replace(lines[i], sort="vote", cells=())
        at = last + 1
    return found


def _pieces(view: View, line: Line) -> list[Piece]:
    """The cells of a line, in order; those between bars or tabs may be empty."""
    plain = view.plain[line.start : line.end]
    mark = _mark(view, line)
    if mark is None:
        return [Piece(m[0], line.start + m.start(), line.start + m.end()) for m in _PIECE.finditer(plain)]
    pieces: list[Piece] = []
    at = line.start
    for printed in (plain if mark == "|" else view.text[line.start : line.end]).split(mark):
        end = at + len(printed)
        pieces.append(Piece(view.plain[at:end].strip(), at, end, view.text.count("*", at, end) == 1))
        at += len(printed) + 1
    return pieces[not pieces[0].text : len(pieces) - (not pieces[-1].text)] if mark == "|" else pieces


def _mark(view: View, line: Line) -> str | None:
    """What parts the cells of a line: bars, tabs, or blanks alone."""
    if view.plain.count("|", line.start, line.end) > 1:
        return "|"
    return "\t" if "\t" in view.text[line.start : line.end].strip("\n ") else None


def _head(view: View, line: Line) -> list[Piece]:
    """The cells that head columns: two at least in the words of headings; else none."""
    mark = None if line.sort == "blank" or line.end - line.start < _SHORTEST_HEAD else _mark(view, line)
    if mark is None and "  " not in view.plain[line.start : line.end].strip():
        return []
    pieces = _pieces(view, line)
    indented = mark is None and pieces[0].start - line.start > _SHORTEST_HEAD
    if len(pieces) + indented < _FEWEST_COLUMNS or any("€" in piece.text and piece.has_sum for piece in pieces):
        return []
    told = [fold(piece.text) for piece in pieces]
    if sum(map(is_column_head, told)) + any(map(heads_names, told)) < _FEWEST_TOLD or not any(
        map(is_column_head, told)
    ):
        return []
    if indented:
        pieces = [Piece("", line.start, line.start), *pieces]
    return pieces


_SHORTEST_HEAD = 12
"""Characters of the shortest heading; blanks of the widest margin before one that heads its names too."""


def _rows(view: View, lines: Sequence[Line], first: int, head: Sequence[Piece]) -> tuple[dict[int, _Cells], set[int]]:
    """The lines below a heading that fit it, with their cells in its columns, and the lines that go on their words."""
    rows: dict[int, _Cells] = {}
    torn: set[int] = set()
    between = 0
    for i in range(first, len(lines)):
        line = lines[i]
        if i in torn or line.sort == "blank" or _RULE.fullmatch(view.plain, line.start, line.end):
            continue
        cells = _under(view, line, head)
        if cells is None and (cells := _torn(view, lines, i, head)):
            torn.add(i + 1)
        if cells is not None:
            between, rows[i] = 0, cells
            continue
        above = next((at for at in (i - 1, i - 2) if at in rows and all(k in torn for k in range(at + 1, i))), None)
        if above is not None and (whole := _continued(view, line, rows[above])):
            rows[above] = whole
            torn.add(i)
            continue
        between += 1
        if between > _MOST_PLAIN or len(view.plain[line.start : line.end].split()) > _MOST_WORDS:
            break
    return rows, torn


def _headed_twice(view: View, lines: Sequence[Line], at: int, head: list[Piece]) -> list[Piece]:
    """A heading with the words and years of a second line of it, each under the cell that it goes on."""
    line = lines[at] if head and at < len(lines) else None
    if line is None or line.sort == "blank" or _mark(view, line) is not None:
        return head
    below = _pieces(view, line)
    if not (below and all(map(_goes_on_heading, below)) and any(map(_is_headed, below))):
        return head
    moved = line.start - (view.plain.rfind("\n", 0, head[0].start) + 1)
    whole = list(head)
    for piece in below:
        near = min(range(len(head)), key=lambda i: _distance(piece, head[i], moved))
        whole[near] = replace(whole[near], text=f"{whole[near].text} {piece.text}")
    return whole


def _goes_on_heading(piece: Piece) -> bool:
    return _is_headed(piece) or (not piece.has_sum and piece.text[:1].islower())


def _is_headed(piece: Piece) -> bool:
    """Whether a cell of a second line heads a column: a year, or the words of headings."""
    return _YEAR.fullmatch(piece.text) is not None or (not piece.has_sum and is_column_head(fold(piece.text)))


_YEAR = regex.compile(r"\(?(?:19|20)\d\d\)?")


def _torn(view: View, lines: Sequence[Line], at: int, head: Sequence[Piece]) -> _Cells | None:
    """A row between bars that goes on in the next line, within one of its cells."""
    if at + 1 >= len(lines) or _mark(view, lines[at]) != "|" or _mark(view, lines[at + 1]) != "|":
        return None
    left, right = _pieces(view, lines[at]), _pieces(view, lines[at + 1])
    if len(left) + len(right) != len(head) + 1 or any(piece.has_sum for piece in left[1:]):
        return None
    middle = replace(left[-1], text=f"{left[-1].text} {right[0].text}".strip())
    cells = [*left[:-1], middle, *right[1:]]
    return cells if any(piece.has_sum for piece in cells[1:]) else None


def _continued(view: View, line: Line, cells: _Cells) -> _Cells | None:
    """A row with the words that go on below some of its cells, each where the cell itself begins."""
    pieces = _pieces(view, line)
    if _mark(view, line) is not None or not pieces or len(pieces) > _MOST_CONTINUED or any(p.has_sum for p in pieces):
        return None
    above = [piece for piece in cells if piece and piece.text]
    if not above:
        return None
    moved = line.start - (view.plain.rfind("\n", 0, above[0].start) + 1)
    whole = list(cells)
    for piece in pieces:
        at = next((i for i, cell in enumerate(cells) if cell and cell.start + moved == piece.start), None)
        cell = cells[at] if at is not None else None
        if at is None or cell is None or cell.has_sum or cell.has_none or not _goes_on(piece.text):
            return None
        whole[at] = replace(cell, text=f"{cell.text} {piece.text}")
    return whole


def _goes_on(below: str) -> bool:
    """Whether words can go on those above them, rather than head a group of rows."""
    told = fold(below)
    heads = _TOTAL.match(told) or _STAMP.match(told) or below.endswith(":") or below.isupper()
    return not heads and len(below) < _LONGEST_NAME and not (_FOOTNOTE.match(below) or is_said(below))


_FOOTNOTE = regex.compile(r"\([* \d]{1,3}\)")
"""What begins a note below a table; the view has no asterisks."""


_STAMP = regex.compile(r"(?:recu|envoye|publie|affiche|transmis|accuse|page|id|ar)(?!\w)")
"""What stands at the end of a page, and goes on no name."""
_TOTAL = regex.compile(r"(?:sous[ -]*)?total|montant|soit[ ]|vote|pour|contre|abst")
_MOST_CONTINUED = 3


def _under(view: View, line: Line, head: Sequence[Piece]) -> _Cells | None:
    """The cells of a row in the columns of a heading: by their order where marks part them, else by their place."""
    pieces = _pieces(view, line)
    if len(pieces) > len(head) or not any(piece.has_sum or piece.has_none for piece in pieces[1:]):
        return None
    if len(pieces[0].text) > _LONGEST_NAME:
        return None
    if len(pieces) == len(head) or _mark(view, line) is not None:
        return [*pieces, *[None] * (len(head) - len(pieces))]
    placed: list[Piece | None] = [None] * len(head)
    margin = head[0].start - view.plain.rfind("\n", 0, head[0].start)
    moved = line.start - (head[0].start - margin + 1)
    last = -1
    for piece in pieces:
        near = min(range(len(head)), key=lambda i: _distance(piece, head[i], moved))
        if near <= last:
            return None
        placed[near], last = piece, near
    named = next((i for i, cell in enumerate(head) if heads_names(fold(cell.text))), 0)
    return placed if placed[0] or placed[named] else None


def _distance(piece: Piece, head: Piece, moved: int) -> float:
    """How far a cell stands from a heading's words, by the nearest of their left, right and middle."""
    start, end = piece.start - moved - head.start, piece.end - moved - head.end
    return min(abs(start), abs(end), abs(start + end) / 2)


@dataclass(frozen=True, slots=True)
class Layout:
    """Which columns of a table hold names, notes and sums."""

    names: int
    note: int | None
    sums: Mapping[int, Column]
    first_names: int | None = None

    def row(self, line: Line, cells: _Cells) -> Line:
        """The line as a row; a cell without a sum is empty."""
        named = [cells[i] for i in (self.names, self.first_names) if i is not None]
        name = " ".join(piece.text for piece in named if piece and piece.text)
        note = cells[self.note] if self.note is not None else None
        return replace(
            line,
            sort="row" if any(map(str.isalpha, name)) else "vote",
            name=name,
            cells=tuple(_cell(cells[i], line) for i in self.sums),
            rest=note.text if note else "",
            columns=tuple(self.sums.values()),
        )


def _cell(piece: Piece | None, line: Line) -> Cell:
    match = _SUM.fullmatch(piece.text) if piece else None
    if piece is None or match is None:
        return Cell(None, line.end, line.end, signed=False)
    signed = match["sign"] is not None or match["number"][-3:-2] in (",", ".")
    return Cell(to_value(match["number"]), piece.start, piece.end, signed, piece.noted)


def laid_out(head: Sequence[Piece], rows: Sequence[_Cells]) -> Layout | None:
    """Which columns hold what; ``None`` where no column is the decision's, or none holds names."""
    columns = [[cells[i] for cells in rows] for i in range(len(head))]
    sums: dict[int, Column] = {}
    for i, cells in enumerate(columns):
        plain = all(piece is None or piece.has_sum or piece.has_none for piece in cells)
        if plain and any(piece and piece.has_sum for piece in cells):
            sums[i] = read_column(fold(head[i].text), sums.get(i - 1))
    words = [i for i, cells in enumerate(columns) if i not in sums and _is_wordy(cells)]
    named = [i for i in words if _NAMES.search(fold(head[i].text))]
    names = next(iter((*named, *words)), None)
    if names is None or not decided([*sums.values()]):
        return None
    note = next((i for i in words if i != names and _NOTES.search(fold(head[i].text))), None)
    first = next((i for i in words if i != names and _FIRST_NAMES.fullmatch(fold(head[i].text))), None)
    return Layout(names, note, sums, first)


def _is_wordy(cells: Sequence[Piece | None]) -> bool:
    """Whether most cells of a column hold words."""
    return 2 * sum(any(map(str.isalpha, piece.text)) for piece in cells if piece) > len(cells)
