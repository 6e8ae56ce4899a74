"""The items of minutes: where each deliberation of a sitting begins and ends.

Headings come in many forms, and a record uses one or two of them for its items: those between which something is
decided. A firm form (a number, a rank) is asked before a weak one (a line on its own); within a section the next form
is asked again. What decides nothing is information and no item.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import regex

from delibgraph.extraction.funding.tables import read_tables
from delibgraph.extraction.items.agenda import Agenda, read_agenda
from delibgraph.extraction.items.captions import FIRM, OPENS_TEXT, captions
from delibgraph.extraction.items.decisions import Decisions, find_decisions
from delibgraph.extraction.items.headings import NAMED, Form, Heading, inner_ranks, marked_headings
from delibgraph.extraction.items.postings import listed
from delibgraph.extraction.text.view import View, once

_FORMS: tuple[Form, ...] = (
    "number",
    "tail",
    "point",
    "roman",
    "rank",
    "subrank",
    "agenda",
    "letter",
    "bare",
    "object",
    "title",
)
_COUNTED: tuple[Form, ...] = ("point", "roman", "rank", "letter", "bare")
_NUMBERED: tuple[Form, ...] = ("number", "tail", "point", "roman", "rank", "subrank")
_RECORD = re.compile(
    r"(?m)^[^\S\n]*(?:[#*_-]+[ ]*|title:[ ]*\"?)?(?:(?:projet|proposition)[ ]de[ ])?"
    r"(?:proces[- ]?verba(?:l|ux)|compte[- ]?rendus?|releve|p\.?[ ]?v\.?(?!\w)|c\.?[ ]?r\.?(?=[ ]du)|"
    r"liste[ ]des[ ]deliberations|"
    r"deliberations[ ](?:du[ ]conseil[ ]*:|examinees)|registre[ ]des)"
    r"(?![^\n]{0,120}(?:adopte|approuve|unanimite|observation))|liste[ ]des[ ]deliberations"
)
"""What names a record of a whole sitting, at the head of a line."""
_APPROVAL = regex.compile(r"[^\w\n]*(?:\d+[ .)-]+)?(?:approbation|adoption)[ ]d(?:u|es)[ ](?:proces|compte|p\.?v)")
_APPROVED = regex.compile(
    r"(?:proces[- ]?verbal|compte[- ]?rendu|(?<!\w)p\.?v\.?(?!\w))[^.;:]{0,150}?(?<!\w)(?:adopte|approuve)e?(?!\w)"
)
"""The approval of the last sitting's minutes, with which those of a sitting begin."""
_EXTRACT = regex.compile(r"extraits?[ ]+d(?:u|es)[ ]+(?:registres?|proces|deliberations)")
_HEAD = 3000
_NEAR = 160
"""Characters between the heading of a section and that of its first item."""
_OVER = 80
"""Characters between a number and the title under it."""
_TOLD = 200
"""Characters of an item that tells something."""
_LOOSE, _RANKS_APART = 3, 3
_SETTLED = regex.compile(
    r"(?<!\w)(?:est|sont)[ ](?:retenu|fixe|accorde|reconduit|renouvele|attribue|prolonge|ramene|autorise|confie)e?s?"
    r"(?!\w)"
)
"""What tells in the passive that something was decided, under a number."""
_PAID = regex.compile(r"[^\n]{2,160}?\d[ ]?(?:€|euros?(?!\w)|F(?!\w))")
"""A ranked line with a sum: of a list of grants, and no heading."""
_NUMBER_UNDER = regex.compile(r"[^\n]*\p{L}{3}[^\n]*\n(?:[ ]*\n)?")
_LINE_END = regex.compile(r"[ ]*\n\s*")
"""A title with its number on the next line, and the end of that."""
_ALONE = regex.compile(r"[^\n]{8,100}\n[ ]*\n")
"""A line with a blank one under it."""


_OVER_FIGURES = regex.compile(
    r"[^\n]+\n(?:[ ]*\n){0,2}(?:[^\n]{0,58}[^\n.:;, ][ ]*\n(?:[ ]*\n){0,2}){0,7}?[ ]*\d[\d .,]*[ ]?[%€]?[ ]*\n"
)
"""A line over cells of a table, each on a line of its own, down to one with nothing but a figure."""


@dataclass(frozen=True, slots=True)
class Item:
    """A deliberation's stretch of the text under its heading."""

    heading: Heading
    end: int


def find_items(view: View, start: int) -> list[Item]:
    """The deliberations of a record that holds several, in order; none where it holds one."""
    decisions = find_decisions(view, start)
    if rows := listed(view, start):
        return _Splitter(view, decisions, [h for h in marked_headings(view, start) if h.form == "close"]).pieces(
            rows, len(view.plain)
        )
    if len(decisions.all) < 2:
        return []
    marked = _under_titles(view, marked_headings(view, start))
    agenda = _up_to_heading(read_agenda(view, start), marked)
    marked = [heading for heading in marked if not agenda.holds(heading.start)]
    is_record, is_extract = _kind(view)
    is_record |= agenda.end > 0
    approves = not is_record and _approves(view)
    if is_extract or not is_record:
        items = _Splitter(view, decisions, marked).split(start, len(view.plain), _NUMBERED[:3])
        apart = _are_apart(view, items, decisions, voted=is_extract)
        if is_extract:
            return items if apart else []
        is_record = apart
        start = items[0].heading.start if apart else start
    tables = read_tables(view, start, len(view.plain))
    lines = [
        heading
        for heading in captions(view, start, agenda)
        if not agenda.holds(heading.start)
        and not any(table.start <= heading.start < table.end for table in tables)
        and not (heading.form == "title" and heading.score < FIRM and _OVER_FIGURES.match(view.plain, heading.start))
    ]
    items = _Splitter(view, decisions, [*marked, *lines]).split(start, len(view.plain), _FORMS)
    told = sum(decisions.deliberated(item.heading.start, item.end) for item in items)
    if len(items) >= 2 and told >= (0 if is_record else 1 if approves else _LOOSE):
        return items
    return _only_item(view, start, decisions, marked) if is_record or approves else []


def _under_titles(view: View, marked: Sequence[Heading]) -> list[Heading]:
    """The headings, those of a number alone under a ranked title as one that begins with the title."""
    found: list[Heading] = []
    for heading in marked:
        over = found[-1] if found and heading.form == "number" and found[-1].form in _COUNTED else None
        if over and _NUMBER_UNDER.fullmatch(view.plain, over.title, heading.start) and _tells(view, heading.title):
            found[-1] = replace(heading, start=over.start, title=over.title, until=heading.start)
        else:
            found.append(heading)
    return found


def _tells(view: View, at: int) -> bool:
    """Whether a number ends its line, and a text opens on the next."""
    rest = _LINE_END.match(view.plain, at)
    return rest is not None and OPENS_TEXT.match(view.folded, rest.end()) is not None


def _only_item(view: View, start: int, decisions: Decisions, marked: Sequence[Heading]) -> list[Item]:
    """The one deliberation of a record under its rank, where something else is decided before it."""
    only = [heading for heading in marked if heading.form == "point"]
    if len(only) != 1 or not decisions.within(start, only[0].start):
        return []
    splitter = _Splitter(view, decisions, marked)
    return [piece for piece in splitter.pieces(only, len(view.plain)) if splitter.decides(piece)]


def _up_to_heading(agenda: Agenda, marked: Sequence[Heading]) -> Agenda:
    """The agenda without the number that stands over the first item's title."""
    over = [heading.start for heading in marked if heading.form in ("number", "point", "object")]
    last = max((at for at in over if agenda.end - _OVER < at < agenda.end), default=agenda.end)
    return replace(agenda, end=last)


def tells_a_sitting(view: View) -> bool:
    """Whether the text calls itself a record of a sitting and no extract of one."""
    return _kind(view) == (True, False)


@once
def _kind(view: View) -> tuple[bool, bool]:
    """Whether the text calls itself a record of a sitting, and an extract of one."""
    return (
        _RECORD.search(view.folded, 0, _HEAD) is not None,
        _EXTRACT.search(view.folded, 0, _HEAD) is not None,
    )


def _approves(view: View) -> bool:
    """Whether the last sitting's minutes are approved at the head of the text."""
    told = any(view.heads(_APPROVAL, view.folded, 0, 2 * _HEAD))
    return told or _APPROVED.search(view.folded, 0, 2 * _HEAD) is not None


def _are_apart(view: View, items: Sequence[Item], decisions: Decisions, *, voted: bool) -> bool:
    """Whether items of what may be one act have each a number of their own, and a vote where that is asked."""
    told = [item for item in items if not voted or decisions.voted(item.heading.start, item.end)]
    return len({view.plain[slice(*item.heading.number)] for item in told if item.heading.number}) > 1


class _Splitter:
    """The cutting of one record at its headings."""

    def __init__(self, view: View, decisions: Decisions, headings: Iterable[Heading]) -> None:
        self.view = view
        self.decisions = decisions
        found = sorted(headings, key=lambda heading: heading.start)
        self.closes = [heading.start for heading in found if heading.form == "close"]
        self.by_form: dict[Form, list[Heading]] = {}
        for form in _FORMS:
            of_form = [heading for heading in found if heading.form == form]
            if form in _COUNTED:
                of_form = self._filled(_chain(of_form, decisions))
            elif form in ("number", "tail"):
                of_form = self._once(of_form)
            self.by_form[form] = of_form

    def split(self, start: int, end: int, forms: Sequence[Form]) -> list[Item]:
        """The items of a stretch, by the first form whose headings part two decisions."""
        for i, form in enumerate(forms):
            headings = self._within(form, start, end)
            deciding = self._deciding(headings, end)
            if len(deciding) < 2:
                continue
            others = (*forms[:i], *forms[i + 1 :])
            leading = self._leading(start, headings[0].start, others)
            return [*leading, *(item for piece in self.pieces(headings, end) for item in self._expand(piece, others))]
        return []

    def _filled(self, chain: Sequence[Heading]) -> list[Heading]:
        """Ranked headings with those that were run on in their lines: the next rank, between two decisions."""
        filled: list[Heading] = []
        for heading, following in zip(chain, [*chain[1:], None], strict=False):
            filled.append(heading)
            end = following.start if following else self._end(heading.title, len(self.view.plain))
            last = following.rank if following else None
            while (filled[-1].rank or 0) + 1 != last and (inner := self._run_on(filled[-1], end)):
                filled.append(inner)
        return filled

    def _run_on(self, heading: Heading, end: int) -> Heading | None:
        """The heading of the next rank within the lines after one, if something is decided before and after it."""
        for inner in inner_ranks(self.view, heading.title, end, (heading.rank or 0) + 1):
            if self.decisions.within(heading.start, inner.start) and self.decisions.within(inner.start, end):
                return replace(inner, form=heading.form)
        return None

    def _once(self, headings: Sequence[Heading]) -> list[Heading]:
        """Each number where it heads a decision, else where it stands first; the others close what is before them."""
        kept: dict[str, tuple[Heading, bool]] = {}
        for i, heading in enumerate(headings):
            key = self.view.plain[slice(*heading.number)] if heading.number else ""
            until = headings[i + 1].start if i + 1 < len(headings) else len(self.view.plain)
            decides = self.decisions.within(heading.start, until)
            if key not in kept or (decides and not kept[key][1]):
                kept[key] = (heading, decides)
        chosen = sorted((heading for heading, _ in kept.values()), key=lambda heading: heading.start)
        starts = {heading.start for heading in chosen}
        self.closes = sorted([*self.closes, *(h.start for h in headings if h.start not in starts)])
        return chosen

    def _within(self, form: Form, start: int, end: int) -> Sequence[Heading]:
        headings = self.by_form[form]
        first, last = (bisect_left(headings, at, key=lambda heading: heading.start) for at in (start, end))
        return headings[first:last]

    def _end(self, start: int, end: int) -> int:
        """Where the stretch from a heading ends: at what closes it, if that is before the next."""
        at = bisect_left(self.closes, start + 1)
        return min(self.closes[at], end) if at < len(self.closes) else end

    def pieces(self, headings: Sequence[Heading], end: int) -> list[Item]:
        """The stretches under these headings."""
        bounds = [*headings, None]
        return [
            Item(heading, self._end(heading.title, following.start if following else end))
            for heading, following in zip(headings, bounds[1:], strict=True)
        ]

    def decides(self, piece: Item) -> bool:
        """Whether anything is decided in a stretch."""
        return self.decisions.within(piece.heading.start, piece.end)

    def _deciding(self, headings: Sequence[Heading], end: int) -> list[Item]:
        return [piece for piece in self.pieces(headings, end) if self.decides(piece)]

    def _leading(self, start: int, end: int, forms: Sequence[Form]) -> list[Item]:
        """The items before the first heading of the form that was chosen."""
        if not self.decisions.voted(start, end):
            return []
        for form in forms:
            if form == "title":
                break
            if deciding := self._deciding(self._within(form, start, end), end):
                return deciding
        return self._captioned(start, end) if "title" in forms else []

    def _expand(self, piece: Item, forms: Sequence[Form]) -> list[Item]:
        """The items under a heading: itself, or those of the section that it opens, or itself and others after it."""
        if not self.decides(piece):
            return [piece] if self._is_named(piece) else []
        for form in forms:
            inner = self._within(form, piece.heading.title, piece.end)
            if not inner or all(_PAID.match(self.view.plain, heading.title) for heading in inner):
                continue
            deciding = self._deciding(inner, piece.end)
            opens = not self.decisions.within(piece.heading.start, inner[0].start)
            near = inner[0].start - piece.heading.title < _NEAR
            enough = 1 if form in ("number", "tail") or (near and form in _NUMBERED) else 2
            if opens and piece.heading.form not in ("number", "tail") and len(deciding) >= enough and form != "title":
                others = tuple(other for other in forms if other != form)
                return [item for part in self.pieces(inner, piece.end) for item in self._expand(part, others)]
        if piece.heading.form in ("roman", "rank") and "title" in forms and self._is_section(piece):
            return self._captioned(piece.heading.title, piece.end)
        if piece.heading.form in ("number", "tail") and "title" in forms:
            return self._with_unnumbered(piece)
        return [piece]

    def _with_unnumbered(self, piece: Item) -> list[Item]:
        """A numbered item and those without a number after it: each decided under a title beyond doubt."""
        found = [piece]
        for title in self._within("title", piece.heading.title, piece.end):
            last = found[-1]
            if (
                title.score >= FIRM
                and _ALONE.match(self.view.plain, title.title)
                and self.decisions.deliberated(last.heading.start, title.start)
                and self.decisions.deliberated(title.start, piece.end)
            ):
                found[-1:] = [replace(last, end=title.start), Item(title, piece.end)]
        return found

    def _is_named(self, piece: Item) -> bool:
        """Whether an item calls itself a deliberation, and tells something: it is one, whatever became of it."""
        if piece.heading.form != "number":
            return False
        long = piece.end - piece.heading.title > _TOLD
        named = long and NAMED.match(self.view.plain, piece.heading.start)
        settled = _SETTLED.search(self.view.folded, piece.heading.title, piece.end)
        return bool(named or settled or self._is_voted_table(piece))

    def _is_voted_table(self, piece: Item) -> bool:
        """Whether a table under a heading tells the sums that were voted."""
        tables = read_tables(self.view, piece.heading.title, piece.end)
        return any(table.grants and any(c.part == "voted" for c in table.columns or ()) for table in tables)

    def _is_section(self, piece: Item) -> bool:
        """Whether titles beyond doubt part the decisions under a heading that is a section's."""
        firm = [h for h in self._within("title", piece.heading.title, piece.end) if h.score >= FIRM]
        voted = [part for part in self.pieces(firm, piece.end) if self.decisions.voted(part.heading.start, part.end)]
        return len(voted) >= 2 and not self.decisions.within(piece.heading.start, firm[0].start)

    def _captioned(self, start: int, end: int) -> list[Item]:
        """The items under titles: of the lines between two decisions, the one that looks most like a title."""
        items: list[Item] = []
        best: Heading | None = None
        for piece in self.pieces(self._within("title", start, end), end):
            if best is None or piece.heading.score >= best.score:
                best = piece.heading
            if self.decides(piece):
                items.append(Item(best, piece.end))
                best = None
        return items


def _chain(headings: Sequence[Heading], decisions: Decisions) -> list[Heading]:
    """Of ranked headings those that count on, with the most decisions between them; lists within an item count anew."""
    links: list[int | None] = []
    ending: dict[int, tuple[float, int]] = {}
    for i, heading in enumerate(headings):
        rank = heading.rank or 0
        options: list[tuple[float, int | None]] = [(0.5 if rank <= 1 else 0.0, None)]
        for earlier in range(rank - 1, rank - 1 - _RANKS_APART, -1):
            if earlier in ending:
                weight, place = ending[earlier]
                decided = decisions.within(headings[place].start, heading.start)
                options.append((weight + (2.0 if decided else 0.2) - 0.1 * (rank - 1 - earlier), place))
        weight, previous = max(options, key=lambda option: option[0])
        links.append(previous)
        opens_list = i > 0 and headings[i - 1].rank == rank
        if rank not in ending or weight > ending[rank][0] or (weight == ending[rank][0] and not opens_list):
            ending[rank] = (weight, i)
    last = decisions.all[-1] if decisions.all else 0
    best = max(ending.values(), key=lambda end: end[0] + (headings[end[1]].start < last), default=None)
    at = best[1] if best else None
    chain: list[Heading] = []
    while at is not None:
        chain.append(headings[at])
        at = links[at]
    weak = chain and chain[-1].form in ("letter", "bare") and (chain[-1].rank or 0) > _RANKS_APART
    return [] if weak else chain[::-1]
