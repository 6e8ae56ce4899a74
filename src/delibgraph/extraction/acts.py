"""One act, read whole: the grammar's rooms in their order, and what their answers say of each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import regex

from delibgraph.extraction.attendance.labels import find_labels
from delibgraph.extraction.attendance.matching import member_of, resolve, same_person
from delibgraph.extraction.attendance.meanings import Label
from delibgraph.extraction.attendance.movements import bounded, read_movements
from delibgraph.extraction.attendance.names import Mention
from delibgraph.extraction.attendance.offices import holder_of_office
from delibgraph.extraction.attendance.roll import Roll
from delibgraph.extraction.attendance.seats import with_seats
from delibgraph.extraction.attendance.states import read_roll
from delibgraph.extraction.attendance.substitutes import seat_substitutes
from delibgraph.extraction.checks import check, check_agenda, check_items, check_outside, check_texts, check_whole
from delibgraph.extraction.deliberations import read_item, read_whole, with_shared_dates
from delibgraph.extraction.header.bodies import Convened, read_body
from delibgraph.extraction.header.officers import chair_by_office, is_chaired_by_office, unread_chair
from delibgraph.extraction.header.signatures import read_offices, told_offices
from delibgraph.extraction.header.sitting import Header, read_header
from delibgraph.extraction.header.stamps import Stamp, read_stamp
from delibgraph.extraction.items.decisions import decision_start
from delibgraph.extraction.items.stretches import find_items, tells_a_sitting
from delibgraph.extraction.items.votes import weighed
from delibgraph.extraction.organisations.posts import resolved
from delibgraph.extraction.parts import moved
from delibgraph.extraction.text.columns import apart
from delibgraph.extraction.text.view import View, fold
from delibgraph.extraction.text.wholeness import is_whole
from delibgraph.facts import Act, Attendance, Finding, Proxy, Sitting, Span
from delibgraph.reading import Document

_ROLE = regex.compile(r"(?:^|[ ])(?P<role>maire|presidente?)$")
_INITIAL = regex.compile(r"(?<!\w)\p{Lu}\.")
_CHAIR = regex.compile(r"^(?:maire|presidente?)(?!\w)")


def read_act(document: Document, text: str, part: int) -> Act | None:
    """The act in a text, ``None`` where the text is no deliberation: no list or total of members and no decision."""
    if columns := apart(text):
        act = _read_act(document, columns.text, part)
        return act and moved(act, columns.printed)
    return _read_act(document, text, part)


def _read_act(document: Document, text: str, part: int) -> Act | None:
    view = View.of(text)
    stamp = read_stamp(view)
    listed = view.without(list(stamp.lines))
    labels = with_seats(listed, find_labels(listed))
    roll = read_roll(listed, labels)
    decision = decision_start(view, roll.end)
    told = decision is not None or _counts_members(labels)
    if not roll.attendance and not (told and regex.search(r"seance|conseil|comite|bureau", view.folded)):
        return None
    header = read_header(listed, labels, roll, decision or len(text))
    seat_substitutes(listed, roll, header.counts, header.president.name if header.president else None)
    if header.date and any(day and day < header.date for day in (stamp.received, stamp.published)):
        stamp = read_stamp(view, header.date)
    sitting = _sitting(view, read_body(view, roll.end), header, stamp, roll, decision or len(text))
    items = find_items(view, roll.end)
    read = with_shared_dates([read_item(view, item, sitting.body) for item in items], stamp) if items else []
    read = read or read_whole(view, stamp, roll.end, decision, sitting.body)
    parts = [deliberation for deliberation, _ in read]
    if not items:
        findings = [*roll.findings, *check_whole(view, roll.end, is_record=tells_a_sitting(view))]
    else:
        sitting, moves = _with_movements(view, sitting, roll)
        findings = [*roll.findings, *moves, *check_items(view, parts), *check_outside(view, parts)]
    findings += [*check_texts(view, roll.end, parts), *check_agenda(view, roll.end, parts)]
    findings += [] if sitting.president else unread_chair(view, decision or len(text))
    findings += [*header.findings, *(finding for _, told in read for finding in told)]
    members, voters = [entry.person for entry in sitting.attendance], _voters(sitting)
    deliberations = tuple(
        replace(found, offices=resolved(found.offices, members), vote=weighed(found.vote, voters)) for found, _ in read
    )
    act = Act(document.path, document.sha256, sitting, part, is_whole(view), deliberations, tuple(findings))
    act = replace(act, findings=(*act.findings, *check(act)))
    return moved(act, view.printed) if view.spaced else act


def _counts_members(labels: Sequence[Label]) -> bool:
    """Whether a heading of those present and their total say that a body sat, whose lists could not be read."""
    headed = any(label.state == "present" for label in labels)
    return headed and any(label.count == "present" and label.number is not None for label in labels)


def _voters(sitting: Sitting) -> int:
    """How many could vote: those present, and the proxies that they hold."""
    present = sum(entry.status == "present" for entry in sitting.attendance)
    return sitting.counts.votes or present + len(sitting.proxies)


def _with_movements(view: View, sitting: Sitting, roll: Roll) -> tuple[Sitting, tuple[Finding, ...]]:
    """The sitting with the bounds of those who came and went between its items, and what bears none."""
    members = [entry.person for entry in sitting.attendance]
    moved = bounded(sitting.attendance, sitting.proxies, read_movements(view, roll.end, roll.style, members))
    return replace(sitting, attendance=moved.attendance, proxies=moved.proxies), moved.findings


def _sitting(view: View, convened: Convened, header: Header, stamp: Stamp, roll: Roll, decision: int) -> Sitting:
    members = [entry.person for entry in roll.attendance if entry.status == "present"]
    offices = read_offices(view, roll.style)
    attendance = _with_offices(roll.attendance, offices)
    listed = attendance if is_chaired_by_office(view, decision) else roll.attendance
    chair = None if header.president else _by_office(listed, convened)
    president = chair.person if chair else _full_name(header.president, members, [name for name, _ in offices])
    pool = [*members, *([president] if president and resolve(president, members) is None else [])]
    spans: dict[str, Span] = dict(header.spans)
    for name, span in (
        ("body", convened.body_span),
        ("organ", convened.organ_span),
        ("siren", stamp.spans.get("transmission_id")),
        ("president", chair and chair.span),
    ):
        if span:
            spans[name] = span
    return Sitting(
        convened.body,
        convened.kind,
        stamp.siren,
        convened.organ,
        header.date,
        header.convocation_date,
        president,
        _full_name(header.secretary, members),
        header.counts,
        _with_offices(attendance, told_offices(view, header.president, roll.style, decision), again=False),
        tuple(replace(proxy, holder=_holder(view, proxy, pool, attendance, president)) for proxy in roll.proxies),
        spans,
    )


def _by_office(listed: Sequence[Attendance], convened: Convened) -> Attendance | None:
    """The chair whom only the list of those present tells, by office; a signature does where the text says as much."""
    present = [entry for entry in listed if entry.status == "present"]
    return chair_by_office(present, communal=convened.organ in (None, "Conseil municipal"))


def _full_name(mention: Mention | None, members: Sequence[str], signers: Sequence[str] = ()) -> str | None:
    """A name in full, where one member has it, or one of those who signed."""
    if mention is None:
        return None
    whole = mention.full and not _INITIAL.search(mention.name)
    return mention.name if whole else resolve(mention.name, members) or resolve(mention.name, signers) or mention.name


def _holder(
    view: View, proxy: Proxy, members: Sequence[str], attendance: Sequence[Attendance], president: str | None
) -> str | None:
    """The holder's full name where an office or a short form fits exactly one member."""
    if proxy.holder is None:
        return None
    if role := _ROLE.search(fold(proxy.holder)):
        chairs = [entry.person for entry in attendance if entry.role and _CHAIR.match(fold(entry.role))]
        chair = chairs[0] if len(chairs) == 1 else holder_of_office(view, role["role"], members)
        return president or chair or proxy.holder
    if any(same_person(member, proxy.holder) for member in members):
        return proxy.holder
    return resolve(proxy.holder, members) or proxy.holder


def _with_offices(
    attendance: Sequence[Attendance], offices: Sequence[tuple[str, str]], *, again: bool = True
) -> tuple[Attendance, ...]:
    """The entries with the offices held; ``again`` gives one to those who have one already."""
    members = [entry.person for entry in attendance if again or not entry.role]
    held = {member_of(name, members): office for name, office in reversed(offices)}
    return tuple(replace(entry, role=held[entry.person]) if entry.person in held else entry for entry in attendance)
