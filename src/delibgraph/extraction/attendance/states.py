"""Who sat, who was away, who held whose proxy: lists under their headings become attendance and proxies.

A list is a chain of mentions; what stands between two of them (``relations``) says what joins them.
"""

from __future__ import annotations

from collections.abc import Sequence

import regex

from delibgraph.extraction.attendance.beside import commune_of, role_of, seat_of
from delibgraph.extraction.attendance.calls import read_calls
from delibgraph.extraction.attendance.chains import AWAY, entries_of
from delibgraph.extraction.attendance.codes import read_codes
from delibgraph.extraction.attendance.holders import with_holders
from delibgraph.extraction.attendance.labels import find_labels
from delibgraph.extraction.attendance.lists import List, read_lists
from delibgraph.extraction.attendance.margins import columns, pages
from delibgraph.extraction.attendance.matching import is_among
from delibgraph.extraction.attendance.meanings import Count, Label, State
from delibgraph.extraction.attendance.names import Mention
from delibgraph.extraction.attendance.pairs import Link
from delibgraph.extraction.attendance.relations import THROUGHOUT, Bounds, bounds, movement
from delibgraph.extraction.attendance.roll import Roll
from delibgraph.extraction.attendance.sheets import Row, read_tables
from delibgraph.extraction.attendance.unmarked import read_unmarked
from delibgraph.extraction.attendance.unread import elsewhere, undecided, unheard, unread
from delibgraph.extraction.text.view import View, trim
from delibgraph.facts import Attendance, Finding, Proxy, Seat, Span, Status

_ENTRY_ENDS = regex.compile(r"[ ]*(?:[,;.)]|\n|$|(?=\p{Lu}))(?![ ]*(?:pour|à|au|jusqu|de|lors|à partir)(?!\p{L}))")
"""After a state beside a name, what says that it has no bound."""
_VOICELESS = regex.compile(r"[ ]*[,(–-][ ]*[^,;()\n]{0,40}?(?<!\w)sans (?:droit de vote|voix(?! preponderante))(?!\w)")
"""Beside who attends without a vote: "(suppléante sans voix délibérative)"."""
_OF_VOTE = regex.compile(r"n'(?:ont|avaient|ayant)[ ]pas[ ][^:]{0,60}(?:vote|deliberation|debat|decision|scrutin)")
"""A heading of those who took no part in a decision."""
_TOTAL = regex.compile(r"[ ,.;]*\n?[ ]*[(\[](?P<number>\d{1,3})[)\]]")
"""The total of a list in brackets at its end."""
_TOTAL_OF: dict[State, Count] = {"present": "present", "proxy": "proxies", "represented": "proxies"}


def read_roll(view: View, labels: Sequence[Label]) -> Roll:
    """The attendance and the proxies of one act."""
    unmarked = read_unmarked(view)
    if beside := columns(view) if not unmarked else ():
        view = view.without(beside)
        labels = find_labels(view)
    tables = [*read_tables(view), *read_calls(view), *unmarked, *read_codes(view)]
    spans = [*(table.span for table in tables), *pages(view)]
    ends = max((table.span[1] for table in tables), default=0)
    style, lists = read_lists(view.without(spans), [label for label in labels if not _is_within(label, spans)], ends)
    lists = with_holders(view, lists)
    roll = Roll(style)
    for row in (row for table in tables for row in table.rows):
        _record_row(view, row, roll)
    for listed in sorted(lists, key=lambda listed: listed.state != "present"):
        if listed.state != "guest" and listed.people:
            roll.listing += 1
            _read_list(view, listed, roll)
    roll.findings += [_side_by_side(listed) for listed in lists if listed.label.columns and listed.people]
    roll.settle()
    roll.findings.extend([*unheard(view, labels, roll), *elsewhere(view, labels)])
    roll.proxies.sort(key=lambda proxy: proxy.span)
    return roll


def _side_by_side(listed: List) -> Finding:
    """The finding on a table whose columns were run together: it no longer says who was present."""
    english = "the columns of the table of attendance cannot be told apart"
    french = "les colonnes du tableau des présences ne peuvent être distinguées"
    span = (listed.label.start, listed.people[-1].end)
    return Finding("unread-text", "warning", english, french, span)


def _is_within(label: Label, spans: Sequence[Span]) -> bool:
    return any(start <= label.start < end for start, end in spans)


def _record_row(view: View, row: Row, roll: Roll) -> None:
    """Write a table's row into the roll; one that says nothing of the member's state is told."""
    roll.end = max(roll.end, row.span[1])
    if row.candidate:
        roll.findings.append(undecided(row.person, row.candidate))
        if row.status is None:
            return
    if row.status is None:
        english = f"the row of {row.person.name} in the table of attendance does not say who sat"
        french = f"la ligne de {row.person.name} dans le tableau des présences ne dit pas qui siégeait"
        roll.findings.append(Finding("unread-text", "warning", english, french, row.span))
        return
    if row.holder or row.role:
        bound = bounds(view, *row.span)
        holder = row.holder.name if row.holder else row.role
        roll.give(Proxy(row.person.name, holder, trim(view.plain, *row.span), bound.from_, bound.until))
    status: Status = "excused" if row.substitute and row.status == "present" else row.status
    roll.attend(_entry(view, row.person, status, None, bound=bounds(view, *row.span)))
    if row.substitute:
        name = row.person.name
        roll.attend(_entry(view, row.substitute, "present", "substitute", replaces=name, span=row.span))


def _read_list(view: View, listed: List, roll: Roll) -> None:
    if listed.state in ("absent", "excused") and _OF_VOTE.search(view.folded, listed.label.start, listed.label.end):
        present = [entry.person for entry in roll.attendance if entry.status == "present"]
        if any(is_among(person.name, present) for person in listed.people):
            return  # those who sat and took no part in one vote
    _note_total(view, listed, roll)
    chain = entries_of(view, listed, roll)
    paired = any(link.kind in ("gives-to", "bare", "holds-from", "without") for link in chain)
    for link in chain:
        _record(view, link, listed, roll, paired)
    roll.end = max(roll.end, listed.people[-1].end)
    roll.findings.extend(unread(view, listed, roll.style))


def _note_total(view: View, listed: List, roll: Roll) -> None:
    """The total that stands in brackets in the heading or at the end of the list."""
    count, label = _TOTAL_OF.get(listed.state), listed.label
    if count and (match := _TOTAL.match(view.plain, listed.people[-1].end)):
        roll.totals.append((count, int(match["number"]), match.span()))
    elif (
        count
        and label.number is not None
        and label.count is None
        and (label.absence is None or (label.given and label.state == "proxy"))
    ):
        roll.totals.append((count, label.number, (label.start, label.end)))


def _is_given(label: Label) -> bool:
    """Whether a heading of absentees says that all of them gave proxies, and not that others represent them."""
    return label.given and label.state == "proxy"


def _record(view: View, link: Link, listed: List, roll: Roll, paired: bool) -> None:
    """Write an entry's facts into the roll; ``paired`` says that the list names holders beside grantors."""
    person, other = link.person, link.other
    if listed.state == "present" and _VOICELESS.match(view.folded, person.end):
        return
    remarks = bounds(view, *link.told)
    heading = (listed.label.start, listed.label.end)
    moved = movement(view, heading, person.outer, person.span, other.outer if other else link.told[1])
    if moved != THROUGHOUT:
        roll.attend(_entry(view, person, "present", listed.seat))
        roll.move(person.name, moved.from_, moved.until)
        if link.kind not in ("gives-to", "bare"):
            return
        remarks = Bounds(from_=moved.until)
    span = (person.outer, other.end if other else person.end)
    status = _away(view, person, listed) or _status(listed)
    status = status if link.kind != "excused" or listed.state == "absent" else "excused"
    if link.kind in ("gives-to", "bare") and (other or link.other_role):
        holder = other.name if other else link.other_role
        told = trim(view.plain, person.outer, link.told[1], ",;.-– •")
        if listed.state == "present" and remarks != THROUGHOUT:
            sat, remarks = _by_turns(view, link, remarks)
            roll.attend(_entry(view, person, "present", listed.seat, bound=sat))
        roll.give(Proxy(person.name, holder, told, remarks.from_, remarks.until))
        roll.attend(_entry(view, person, "represented", listed.seat, bound=remarks))
    elif link.kind == "holds-from" and other:
        if listed.state not in ("proxy", "represented"):
            roll.attend(_entry(view, person, status, listed.seat))
        roll.give(Proxy(other.name, person.name, span, remarks.from_, remarks.until))
        roll.attend(_entry(view, other, "represented", None, bound=remarks))
    elif link.kind == "sits-for" and other:
        roll.attend(_entry(view, person, "present", "substitute", replaces=other.name, span=span))
    elif link.kind == "replaced-by" and other:
        away: Status = status if status in ("absent", "excused") else "excused"
        roll.attend(_entry(view, person, away, "titular"))
        roll.attend(_entry(view, other, "present", "substitute", replaces=person.name, span=span))
    elif link.kind is None and not paired and _all_gave(listed):
        roll.give(Proxy(person.name, None, person.span, remarks.from_, remarks.until))
        roll.attend(_entry(view, person, "represented", listed.seat, bound=remarks))
    else:
        roll.attend(_entry(view, person, status, listed.seat, bound=remarks))


def _away(view: View, person: Mention, listed: List) -> Status | None:
    """The state told beside a name in a list of those present: "Luc GARNEL, absent", but not "(absent au point 3)"."""
    told = AWAY.match(view.folded, person.end) if listed.state == "present" else None
    if told is None or not _ENTRY_ENDS.match(view.plain, told.end()):
        return None
    return "absent" if told["state"].startswith("abs") and not told["excused"] else "excused"


def _all_gave(listed: List) -> bool:
    """Whether everybody under the heading gave a proxy, where it names no holder."""
    return listed.state in ("proxy", "represented") and (listed.label.absence is None or listed.label.given)


def _by_turns(view: View, link: Link, remarks: Bounds) -> tuple[Bounds, Bounds]:
    """When a member among those present sat and when the holder voted: "A (jusqu'à 21 h, puis pouvoir à B)".

    A bound before the holder is that of the presence, one after the holder that of the proxy.
    """
    other = Bounds(remarks.until, remarks.from_)
    first = link.other is not None and bounds(view, link.person.end, link.other.outer) != THROUGHOUT
    return (remarks, other) if first else (other, remarks)


def _status(listed: List) -> Status:
    """The state of those listed who gave no proxy."""
    if listed.state == "present" or listed.state == "absent" or listed.state == "excused":
        return listed.state
    return "excused" if listed.label.absence == "excused" else "absent"


def _entry(
    view: View,
    person: Mention,
    status: Status,
    seat: Seat | None,
    *,
    replaces: str | None = None,
    span: Span | None = None,
    bound: Bounds = THROUGHOUT,
) -> Attendance:
    return Attendance(
        person.name,
        status,
        span or person.span,
        person.civility,
        seat_of(view, person) or seat,
        replaces,
        role=role_of(view, person),
        commune=commune_of(view, person),
        from_=bound.from_,
        until=bound.until,
    )
