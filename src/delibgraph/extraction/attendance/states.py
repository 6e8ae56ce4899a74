"""Who sat, who was away, who held whose proxy: lists under their headings become attendance and proxies.

A list is a chain of mentions; what stands between two of them (``relations``) says what joins them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

import regex

from delibgraph.extraction.attendance.beside import commune_of, role_of, seat_of
from delibgraph.extraction.attendance.calls import read_calls
from delibgraph.extraction.attendance.labels import Count, Label, State, find_labels
from delibgraph.extraction.attendance.lists import List, entry_end, read_lists
from delibgraph.extraction.attendance.margins import columns, pages
from delibgraph.extraction.attendance.matching import fits, resolve
from delibgraph.extraction.attendance.names import Mention
from delibgraph.extraction.attendance.pairs import Link, part, ranked, torn
from delibgraph.extraction.attendance.relations import (
    CHARGED,
    NAMED_SUBSTITUTE,
    THROUGHOUT,
    Bounds,
    Kind,
    bounds,
    is_second_holder,
    movement,
    relation,
)
from delibgraph.extraction.attendance.roll import Roll
from delibgraph.extraction.attendance.sheets import Row, read_tables
from delibgraph.extraction.attendance.unread import unheard, unread
from delibgraph.extraction.text.view import View, trim
from delibgraph.facts import Attendance, Finding, Proxy, Seat, Span, Status

_ROLE_HOLDER = re.compile(
    r"""
    (?:(?:pouvoir|procuration|mandat|par|a|au)[ ]+ (?:a[ ]+)?|(?:→|->|=>)[ ]*)
    (?P<role> (?:m\.|mr|mme|monsieur|madame)?[ ]* (?:l[ea][ ]+)? (?:maire|presidente?))
    (?=[ ]*(?:[,;.()\n–-]|$|\bet\b))
    """,
    re.VERBOSE,
)
_OF_PLACE = regex.compile(
    r"[ ]*(?:de[ ]|du[ ]|des[ ]|d')(?:la[ ]|les?[ ]|l')?\p{Lu}[\p{L}'-]*"
    r"(?:[ -](?:\p{Lu}[\p{L}'-]*|en|sur|sous|l[eèa]s?|du|des?|aux?|l'\p{L}+)(?=[ -]))*(?=[ ])"
)
"""The commune after a name ("Anne PETIT de Quiny à Guy DURAND")."""
_IN_PERSON = re.compile(r"represente")
_SITS = re.compile(r"[ ]*[,(][ ]*(?:(?:sa|son|le|la)[ ])?(?:deleguee?[ ])?suppleante?(?!\w)(?![ ]*d[eu'])")
"""After "représenté par Mme A", what says that she sits in the other's place: ", sa suppléante"."""
_FOR = re.compile(r"[ ]*[(,]?[ ]*pour[ ]*")
"""Between a substitute and the member whose seat it is: "Mme A (pour M. B)"."""
_CHARGED = re.compile(CHARGED)
_NAMED_SUBSTITUTE = re.compile(NAMED_SUBSTITUTE)
_TO_VOTE = re.compile(
    r",?[ ](?:de|pour|afin[ ]de|a)[ ](?:voter|sieger|l[ea][ ]representer|le[ ]remplacer|s'exprimer)(?!\w)"
)
_PLURAL = regex.compile(r"\s*,?\s*(?:qui[ ])?(?:ont|avaient|sont|etaient|furent|s'etaient|se[ ]sont)(?!\w)")
_AND = regex.compile(r"[ ]*(?:,|\n|,?[ ]*\n?[ ]*et)[ ]*\n?[ ]*")
"""A verb of several people, and what joins its subjects."""
_AWAY = regex.compile(
    r"[ ]*[,(:–-]?[ ]*(?P<state>absente?|excusee?|abs\.|exc\.)(?:[ ]+(?P<excused>excusee?))?(?!\w)"
    r"(?P<gave>[ ,]+(?:pouvoir|procuration)(?=[ ]*(?:[,;)]|$|[ ](?!a[ ]|au[ ]|m\.|mme|mr|par[ ]))))?"
)
_ENTRY_ENDS = regex.compile(r"[ ]*(?:[,;.)]|\n|$|(?=\p{Lu}))(?![ ]*(?:pour|à|au|jusqu|de|lors|à partir)(?!\p{L}))")
"""A state beside a name, and what says that it has no bound."""
_TOTAL = regex.compile(r"[ ,.;]*\n?[ ]*[(\[](?P<number>\d{1,3})[)\]]")
"""The total of a list in brackets at its end."""
_TOTAL_OF: dict[State, Count] = {"present": "present", "proxy": "proxies", "represented": "proxies"}


def read_roll(view: View, labels: Sequence[Label]) -> Roll:
    """The attendance and the proxies of one act."""
    if beside := columns(view):
        view = view.without(beside)
        labels = find_labels(view)
    tables = [*read_tables(view), *read_calls(view)]
    spans = [*(table.span for table in tables), *pages(view)]
    style, lists = read_lists(view.without(spans), [label for label in labels if not _is_within(label, spans)])
    roll = Roll(style)
    for row in (row for table in tables for row in table.rows):
        _record_row(view, row, roll)
    for listed in sorted(lists, key=lambda listed: listed.state != "present"):
        if listed.state != "guest" and listed.people:
            roll.listing += 1
            _read_list(view, listed, roll)
    roll.findings += [_side_by_side(listed) for listed in lists if listed.label.columns and listed.people]
    roll.settle()
    roll.findings.extend(unheard(view, labels, roll))
    roll.proxies.sort(key=lambda proxy: proxy.span)
    return roll


def _side_by_side(listed: List) -> Finding:
    """The finding on a table whose columns were run together: it no longer says who was present."""
    english = "the columns of the table of attendance cannot be told apart"
    french = "les colonnes du tableau des présences ne peuvent être distinguées"
    span = (listed.label.start, listed.people[-1].end)
    return Finding("unread-text", "warning", english, french, span)


def _undecided(member: Mention, substitute: Mention) -> Finding:
    """The finding on a substitute beside a member, where nothing says which of the two sat."""
    english = f"whether {member.name} or {substitute.name}, the substitute, sat is not clear"
    french = f"qui de {member.name} ou de {substitute.name}, suppléant, siégeait n'est pas clair"
    return Finding("unread-text", "warning", english, french, (member.outer, substitute.end))


def _is_within(label: Label, spans: Sequence[Span]) -> bool:
    return any(start <= label.start < end for start, end in spans)


def _record_row(view: View, row: Row, roll: Roll) -> None:
    """Write a table's row into the roll; one that says nothing of the member's state is told."""
    roll.end = max(roll.end, row.span[1])
    if row.candidate:
        roll.findings.append(_undecided(row.person, row.candidate))
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
    _note_total(view, listed, roll)
    chain = _shared(view, torn(view, listed, roll) or list(_entries(view, listed, roll)))
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
    elif count and label.number is not None and label.count is None and label.absence is None:
        roll.totals.append((count, label.number, (label.start, label.end)))


def _entries(view: View, listed: List, roll: Roll) -> Iterator[Link]:
    """The entries of a list: of groups that one verb joins those by rank, of all others each with what follows it."""
    done = 0
    for groups in ranked(view, listed, roll):
        if groups.first > done:
            yield from _chain(view, part(listed, done, groups.first), roll)
        yield from groups.links
        done = groups.end
    if done < len(listed.people):
        yield from _chain(view, part(listed, done, len(listed.people)), roll)


def _chain(view: View, listed: List, roll: Roll) -> Iterator[Link]:
    """The entries of a list: each person with whom the words after them join to them.

    ``gives`` holds where the entry before gave a proxy: then "A à B" gives one, in a list of those present too.
    """
    people, i = listed.people, 0
    gives = relation(view.folded[listed.label.start : people[0].outer].rstrip(" :")) == "opens"
    while i < len(people):
        person = people[i]
        following = people[i + 1] if i + 1 < len(people) else None
        gap = (person.end, following.outer if following else entry_end(view, person.end, listed.end))
        text = view.folded[gap[0] : gap[1]]
        i += 1
        if role := _role_holder(text, listed):
            yield Link(person, "gives-to", gap, other_role=role)
            gives = True
            continue
        kind = _kind(view, listed, text, following, roll, gives)
        if following and listed.state == "present" and _NAMED_SUBSTITUTE.match(" ".join(text.split())):
            i += 1
            roll.findings.append(_undecided(person, following))
            yield Link(person, None, gap)
            continue
        if kind is None and following and _stands_beside(view, listed, text, people[i : i + 2]):
            kind = "gives-to"
        if kind is None and following:
            kind = _bracketed(view, listed, text, following, roll)
        if kind is None and following and text.strip() in ("(", "[", "{") and _is_aside(view, listed, following):
            i += 1
            yield Link(person, None, gap)
            gives = False
            continue
        if kind is None and following and text.strip() in ("(", "[") and fits(following.name, person.name):
            i += 1  # "Luc GARNEL (M. GARNEL est arrivé …)"
            yield Link(person, None, (person.end, people[i].outer if i < len(people) else listed.end))
            continue
        if following is None or kind in (None, "without", "opens", "excused"):
            yield Link(person, kind if kind in ("without", "excused") else None, gap)
            gives = kind == "opens"
            continue
        gives = kind in ("gives-to", "bare")
        for other in people[i:]:
            i += 1
            end = people[i].outer if i < len(people) else entry_end(view, other.end, listed.end)
            yield Link(person, kind, (person.end if other is following else other.end, end), other=other)
            if _holds_too(view, kind, other, people[i : i + 1]):
                sitting = person if kind == "sits-for" else other
                yield Link(sitting, "holds-from", (other.end, people[i].outer), other=people[i])
                i += 1
            if not gives or i == len(people) or not is_second_holder(view.folded[other.end : people[i].outer]):
                break


def _shared(view: View, chain: list[Link]) -> list[Link]:
    """The entries, a state that a verb in the plural tells of the last name given to those before it as well.

    "M. A, Mme B et M. C sont absents" says so of all three.
    """
    for i in range(len(chain) - 1, 0, -1):
        before, link = chain[i - 1], chain[i]
        plural = link.kind == "excused" and _PLURAL.match(view.folded, link.told[0])
        if plural and before.kind is None and _AND.fullmatch(view.folded, before.told[0], link.person.outer):
            chain[i - 1] = replace(before, kind="excused", told=link.told)
    return chain


def _holds_too(view: View, kind: Kind | None, other: Mention, following: Sequence[Mention]) -> bool:
    """Whether a substitute holds a proxy too ("A, suppléante de B, ayant le pouvoir de C")."""
    if kind not in ("sits-for", "replaced-by") or not following:
        return False
    return relation(view.folded[other.end : following[0].outer]) == "holds-from"


def _is_aside(view: View, listed: List, mention: Mention) -> bool:
    """Whether what stands in brackets without a civility, and holds no proxy, is a place, a party or an association."""
    closed = view.plain[mention.end : mention.end + 1] in (")", "]", "}")
    civil = listed.state == "present" and all(person.civility for person in listed.people if person is not mention)
    return closed and mention.civility is None and (not mention.full or civil)


def _stands_beside(view: View, listed: List, gap: str, following: Sequence[Mention]) -> bool:
    """Whether a holder stands on the line of a grantor with nothing between, in a list of proxies ("M. A Mme B")."""
    if listed.state != "proxy" or gap != " " or following[0].civility is None:
        return False
    after = view.folded[following[0].end : following[1].outer] if len(following) > 1 else "\n"
    return "\n" in after and relation(after) is None


def _bracketed(view: View, listed: List, gap: str, following: Mention, roll: Roll) -> Kind | None:
    """Whom a person with a civility in brackets after one who is away holds a proxy of, where that one sits.

    Who is not known to sit is told, for it may be a substitute as well.
    """
    closed = view.plain[following.end : following.end + 1] in (")", "]", "}")
    if listed.state not in ("absent", "excused") or gap.strip() not in ("(", "[") or not closed:
        return None
    if following.civility is None or following.full:
        return None
    sitting = [entry.person for entry in roll.attendance if entry.status == "present"]
    return "gives-to" if resolve(following.name, sitting) is not None else None


def _role_holder(text: str, listed: List) -> str | None:
    """The office that holds the proxy ("pouvoir à M. le Maire"), in the text after a grantor."""
    role = _ROLE_HOLDER.search(text)
    told = relation(text[: role.start("role")] + " ") if role else None
    if not role or not told or (listed.state == "present" and relation(text) == "bare"):
        return None
    return role["role"]


def _kind(view: View, listed: List, gap: str, following: Mention | None, roll: Roll, gives: bool) -> Kind | None:
    kind = relation(gap)
    charged = following is not None and _CHARGED.match(" ".join(gap.split()))
    if charged and following and listed.state == "present" and not _TO_VOTE.match(view.folded, following.end):
        return None
    if kind is None and following and (place := _OF_PLACE.match(view.plain, following.outer - len(gap))):
        kind = "bare" if relation(view.folded[place.end() : following.outer]) == "bare" else None
    if kind == "gives-to" and following and _IN_PERSON.search(gap) and _SITS.match(view.folded, following.end):
        return "replaced-by"
    if kind == "bare" and listed.state == "present" and listed.seat == "substitute" and _FOR.fullmatch(gap):
        return "sits-for"
    if kind == "gives-to" and listed.state == "present" and following and following.civility is None:
        away = _AWAY.match(view.folded, following.outer - len(gap))
        kind = None if away and away["gave"] else kind  # "A, absent, pouvoir" in a table, and the next member
    if kind == "bare" and listed.state == "present" and not gives:
        return None
    if kind is None and following and gap.strip() in ("(", "[", "{") and _names_another(view, listed, following, roll):
        kind = "gives-to"
    if kind in ("gives-to", "bare") and (listed.label.replaced or (kind == "gives-to" and listed.seat == "substitute")):
        return _seated(listed, gap)
    return kind


def _names_another(view: View, listed: List, following: Mention, roll: Roll) -> bool:
    """Whether the one in brackets holds the proxy or has the seat of the member before, as the heading says."""
    if view.plain[following.end : following.end + 40].lstrip()[:1] not in ")]}":
        return False
    if listed.state in ("proxy", "represented") or listed.label.replaced:
        return bool(following.full or following.civility) or resolve(following.name, roll.names) is not None
    return listed.state == "present" and listed.seat == "substitute" and following.civility is not None


def _seated(listed: List, gap: str) -> Kind:
    """Who of two sits: under substitutes the first, unless "à" or "par" leads to the second."""
    return "sits-for" if listed.seat == "substitute" and gap.strip() in ("(", "[", "{") else "replaced-by"


def _record(view: View, link: Link, listed: List, roll: Roll, paired: bool) -> None:
    """Write an entry's facts into the roll; ``paired`` says that the list names holders beside grantors."""
    person, other = link.person, link.other
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
    told = _AWAY.match(view.folded, person.end) if listed.state == "present" else None
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
