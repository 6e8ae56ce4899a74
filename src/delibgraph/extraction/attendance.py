"""Who sat, who was away, who held whose proxy: lists under their headings become attendance and proxies.

A list is a chain of mentions; what stands between two of them (:mod:`.relations`) says what joins them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import regex

from delibgraph.extraction.labels import Count, Label, State
from delibgraph.extraction.matching import resolve
from delibgraph.extraction.names import Mention, mentions, mentions_in
from delibgraph.extraction.relations import THROUGHOUT, Bounds, Kind, bounds, is_second_holder, relation
from delibgraph.extraction.roll import Roll
from delibgraph.extraction.style import Style, read_style
from delibgraph.extraction.tokens import ROLE, Token, tokens
from delibgraph.extraction.view import View, tidy, trim
from delibgraph.facts import Attendance, Finding, Proxy, Seat, Span, Status

_ROLE_HOLDER = regex.compile(
    r"""
    (?:pouvoir|procuration|mandat|par|a|au)[ ]+ (?:a[ ]+)?
    (?P<role> (?:m\.|mr|mme|monsieur|madame)?[ ]* (?:l[ea][ ]+)? (?:maire|presidente?))
    (?=[ ]*(?:[,;.)\n–-]|$|\bet\b))
    """,
    regex.VERBOSE,
)
_COLUMN = regex.compile(r"[\s,;.]*\n\s*(?:a|par)[ ]*:\s*")
_ROLE_AFTER = regex.compile(rf"[ ]*(?:,|-|–|\(|\.{{2,}})[ ]*(?P<role>{ROLE})(?!\w)")
_COMMUNE = regex.compile(
    r"[ ]*(?:\((?P<paren>\p{L}[\p{L}' -]{1,40})\)|(?:de|d')[ ]*(?P<of>\p{Lu}[\p{Lu}' -]{2,40})(?=\n|$))"
)
_ASIDE = regex.compile(r"[(\[{][^)\]}]*[)\]}]")
_SEAT = regex.compile(
    r"[ ]*(?:,[ ]*(?P<seat>suppleante?|titulaire)(?!\w)|"
    r"\([ ]*(?P<seat>s|t|sup\.?|suppl\.?|suppleante?|tit\.?|titulaire)[ ]*\))"
)
_BRACKETED = regex.compile(rf"{_ASIDE.pattern}?")
_JOINED = regex.compile(r"(?<!\w)(?:a|au|par|pouvoirs?|procurations?|mandats?|delegations?)(?!\w)")
_ELECTED = regex.compile(r"\s+(?:est|a[ ]ete|sera)[ ]+(?:elu|design|nomm|choisi)")
"""After a name, it begins a sentence on the secretary and belongs to no list."""
_SMALL_WORD = regex.compile(r"(?<!\p{L})\p{Ll}{2,}")
_SMALL_WORDS_OF_PROSE = 6
_TOTAL = regex.compile(r"[ ,.;]*\n?[ ]*[(\[](?P<number>\d{1,3})[)\]]")
"""The total of a list in brackets at its end."""
_TOTAL_OF: dict[State, Count] = {"present": "present", "proxy": "proxies", "represented": "proxies"}
_APART = 1500
"""Characters between two lists of one attendance; what lies farther is another subject, or another sitting's."""
_UNHEADED = 3
"""The fewest names that make a list without a heading."""
_ENTRY = 80
"""Characters that remarks on the last entry of a list can take."""


@dataclass(frozen=True, slots=True)
class Section:
    """A list and the label over it."""

    label: Label
    state: State
    seat: Seat | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Link:
    """One entry of a list: a person, and the other one that the entry names, if any.

    ``other_role`` is a holder named by office alone; ``told`` is where remarks on the entry stand: from the person's
    end to the next entry.
    """

    person: Mention
    kind: Kind | None
    told: Span
    other: Mention | None = None
    other_role: str | None = None


def sections(view: View, labels: Sequence[Label]) -> list[Section]:
    """The lists under their headings; a heading of seats alone ("Délégués suppléants :") keeps the state before it."""
    found: list[Section] = []
    state: State | None = None
    for i, label in enumerate(labels):
        if not label.heads_list:
            continue
        state = label.state or state or "present"
        following = (after.start for after in labels[i + 1 :] if not _interrupts(view, after))
        end = next(following, len(view.plain))
        found.append(Section(label, state, label.seat, label.end, end))
    return found


def _interrupts(view: View, label: Label) -> bool:
    """Whether a total from the margin stands within a list, which goes on after it: a comma is left open before it."""
    return (
        not label.heads_list
        and label.count is not None
        and view.plain[max(0, label.start - 40) : label.start].rstrip()[-1:] == ","
    )


def read_roll(view: View, labels: Sequence[Label]) -> Roll:
    """The attendance and the proxies of one act."""
    listed = sections(view, labels)
    lists = _Lists(view, listed)
    if not any(people for section, _, people in lists.read if section.state == "present"):
        unheaded = list(_unheaded(view, labels, lists.style))
        lists = _Lists(view, [*unheaded, *listed]) if unheaded else lists
    roll = Roll(lists.style)
    for section, stretch, people in sorted(_together(view, lists.read), key=lambda entry: entry[0].state != "present"):
        if section.state != "guest":
            _read_section(view, section, stretch, people, roll)
    roll.proxies.sort(key=lambda proxy: proxy.span)
    return roll


_Read = tuple[Section, list[Token], list[Mention]]


def _together(view: View, read: Sequence[_Read]) -> Iterator[_Read]:
    """The lists of the first attendance, those that stand close to one another."""
    end: int | None = None
    for section, stretch, people in read:
        if end is not None and section.start - end > _APART:
            return
        own = people[: _prose_after(view, people)]
        if own:
            end = own[-1].end
        yield section, stretch, own


def _brackets_holders(view: View, section: Section) -> bool:
    """Whether brackets hold the holders ("PETIT Anne (DURAND Guy)"): where no word of proxies joins the two."""
    return section.state in ("proxy", "represented") and not _JOINED.search(view.folded, section.start, section.end)


class _Lists:
    """Every list as tokens and as people, in the style that all lists of the text have together."""

    def __init__(self, view: View, listed: Sequence[Section]) -> None:
        stretches = [tokens(view, section.start, section.end) for section in listed]
        self.style = read_style(
            [tokens_ for section, tokens_ in zip(listed, stretches, strict=True) if section.state != "guest"]
        )
        if self.style.initials:
            stretches = [tokens(view, section.start, section.end, initials=True) for section in listed]
        self.read = [
            (section, stretch, mentions(view, stretch, self.style, bracketed=_brackets_holders(view, section)))
            for section, stretch in zip(listed, stretches, strict=True)
        ]


def _unheaded(view: View, labels: Sequence[Label], style: Style) -> Iterator[Section]:
    """Those present where no heading says so: the names between the counts and the first list of absentees."""
    first = next((i for i, label in enumerate(labels) if label.heads_list and label.state != "present"), 0)
    if first:
        start, end = labels[first - 1].end, labels[first].start
        if len(mentions_in(view, start, end, replace(style, civil=True))) >= _UNHEADED:
            yield Section(labels[first - 1], "present", None, start, end)


def _read_section(view: View, section: Section, stretch: Sequence[Token], people: list[Mention], roll: Roll) -> None:
    if not people:
        return
    _note_total(view, section, people[-1], roll)
    chain = list(_torn(view, people, section, roll) or _chain(view, people, section, roll))
    paired = any(link.kind in ("gives-to", "bare", "holds-from", "without") for link in chain)
    for link in chain:
        _record(view, link, section, roll, paired)
    roll.end = max(roll.end, people[-1].end)
    if not roll.style.civil:
        roll.findings.extend(_leftovers(view, people, stretch))


def _note_total(view: View, section: Section, last: Mention, roll: Roll) -> None:
    """The total that stands in brackets in the heading or at the end of the list."""
    if count := _TOTAL_OF.get(section.state):
        if match := _TOTAL.match(view.plain, last.end):
            roll.totals.append((count, int(match["number"]), match.span()))
        elif section.label.number is not None and section.label.count is None:
            roll.totals.append((count, section.label.number, (section.label.start, section.label.end)))


def _torn(view: View, people: Sequence[Mention], section: Section, roll: Roll) -> list[Link]:
    """The entries of a list in two columns, grantors first and holders after "à :": paired by rank, or not at all."""
    if section.state == "present":
        return []
    cuts = (i for i in range(1, len(people)) if _COLUMN.fullmatch(view.folded, people[i - 1].end, people[i].outer))
    cut = next(cuts, 0)
    grantors, holders = people[:cut], people[cut:]
    if cut and len(grantors) == len(holders):
        return [
            Link(grantor, "gives-to", (grantor.end, grantor.end), other=holder)
            for grantor, holder in zip(grantors, holders, strict=True)
        ]
    if cut:
        english = f"{len(grantors)} grantors and {len(holders)} holders in two columns cannot be paired"
        french = f"{len(grantors)} mandants et {len(holders)} mandataires en deux colonnes ne peuvent être appariés"
        span = (people[0].outer, people[-1].end)
        roll.findings.append(Finding("unpaired-proxies", "warning", english, french, span))
    return [Link(grantor, None, (grantor.end, grantor.end)) for grantor in grantors]


def _chain(view: View, people: Sequence[Mention], section: Section, roll: Roll) -> Iterator[Link]:
    """The entries of a list: each person with whom the words after them join to them.

    ``gives`` holds where the entry before gave a proxy: then "A à B" gives one, in a list of those present too.
    """
    i = 0
    gives = relation(view.folded[section.label.start : people[0].outer].rstrip(" :")) == "opens"
    while i < len(people):
        person = people[i]
        following = people[i + 1] if i + 1 < len(people) else None
        gap = (person.end, following.outer if following else _entry_end(view, person.end, section.end))
        text = view.folded[gap[0] : gap[1]]
        i += 1
        if role := _role_holder(text, section):
            yield Link(person, "gives-to", gap, other_role=role)
            gives = True
            continue
        kind = _kind(view, section, text, following, roll, gives)
        if following is None or kind in (None, "without", "opens"):
            yield Link(person, kind if kind == "without" else None, gap)
            gives = kind == "opens"
            continue
        gives = kind in ("gives-to", "bare")
        for other in people[i:]:
            i += 1
            end = people[i].outer if i < len(people) else _entry_end(view, other.end, section.end)
            yield Link(person, kind, (person.end if other is following else other.end, end), other=other)
            if not gives or i == len(people) or not is_second_holder(view.folded[other.end : people[i].outer]):
                break


def _role_holder(text: str, section: Section) -> str | None:
    """The office that holds the proxy ("pouvoir à M. le Maire"), in the text after a grantor."""
    role = _ROLE_HOLDER.search(text)
    told = relation(text[: role.start("role")] + " ") if role else None
    if not role or not told or (section.state == "present" and relation(text) == "bare"):
        return None
    return role["role"]


def _kind(view: View, section: Section, gap: str, following: Mention | None, roll: Roll, gives: bool) -> Kind | None:
    kind = relation(gap)
    if kind == "bare" and section.state == "present" and not gives:
        return None
    if kind is None and following and section.state in ("proxy", "represented") and gap.strip() in ("(", "[", "{"):
        closed = view.plain[following.end : following.end + 40].lstrip()[:1] in ")]}"
        if closed and (following.full or resolve(following.name, roll.names) is not None):
            return "gives-to"
    return kind


def _entry_end(view: View, start: int, limit: int) -> int:
    """Where an entry ends when no other person follows: at the line's end."""
    line = view.plain.find("\n", start, limit)
    return line if line >= 0 else min(limit, start + _ENTRY)


def _record(view: View, link: Link, section: Section, roll: Roll, paired: bool) -> None:
    """Write an entry's facts into the roll; ``paired`` says that the list names holders beside grantors."""
    person, other = link.person, link.other
    remarks = bounds(view, *link.told)
    span = (person.outer, other.end if other else person.end)
    status = _status(section)
    if link.kind in ("gives-to", "bare") and (other or link.other_role):
        holder = other.name if other else link.other_role
        told = trim(view.plain, person.outer, link.told[1], ",;.-– •")
        roll.give(Proxy(person.name, holder, told, remarks.from_, remarks.until))
        roll.attend(_entry(view, person, "represented", section.seat, bound=remarks))
    elif link.kind == "holds-from" and other:
        if section.state not in ("proxy", "represented"):
            roll.attend(_entry(view, person, status, section.seat))
        roll.give(Proxy(other.name, person.name, span, remarks.from_, remarks.until))
        roll.attend(_entry(view, other, "represented", None, bound=remarks))
    elif link.kind == "sits-for" and other:
        roll.attend(_entry(view, person, "present", "substitute", replaces=other.name, span=span))
    elif link.kind == "replaced-by" and other:
        away: Status = status if status in ("absent", "excused") else "excused"
        roll.attend(_entry(view, person, away, "titular"))
        roll.attend(_entry(view, other, "present", "substitute", replaces=person.name, span=span))
    elif section.state in ("proxy", "represented") and not paired and section.label.absence is None:
        roll.give(Proxy(person.name, None, person.span, remarks.from_, remarks.until))
        roll.attend(_entry(view, person, "represented", section.seat, bound=remarks))
    else:
        roll.attend(_entry(view, person, status, section.seat, bound=remarks))


def _status(section: Section) -> Status:
    """The state of those listed who gave no proxy."""
    if section.state == "present" or section.state == "absent" or section.state == "excused":
        return section.state
    return "excused" if section.label.absence == "excused" else "absent"


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
        _seat(view, person) or seat,
        replaces,
        role=_role(view, person),
        commune=_commune(view, person),
        from_=bound.from_,
        until=bound.until,
    )


def _seat(view: View, person: Mention) -> Seat | None:
    """The seat printed after a name ("(S)", ", suppléante")."""
    match = _SEAT.match(view.folded, person.end)
    return None if match is None else "substitute" if match["seat"].startswith("s") else "titular"


def _role(view: View, person: Mention) -> str | None:
    """The office printed after a name; one in the plural closes a run of names and is nobody's own."""
    match = _ROLE_AFTER.match(view.folded, person.end)
    if not match or match["role"].endswith(("s", "aux")):
        return None
    return tidy(view.plain[slice(*match.span("role"))])


def _commune(view: View, person: Mention) -> str | None:
    match = _COMMUNE.match(view.plain, person.end)
    if not match or relation(match[0].lower()) or _SEAT.match(view.folded, person.end):
        return None
    return (match["paren"] or match["of"]).strip()


def _prose_after(view: View, people: Sequence[Mention]) -> int:
    """How many of the mentions belong to the list: it ends where prose begins."""
    for i, (before, after) in enumerate(pairwise(people), 1):
        gap = (before.end, after.outer)
        if gap[1] - gap[0] > 25 and _is_prose(view, gap) and not relation(view.folded[slice(*gap)]):
            return i
    last = len(people) - 1
    return last if people and _ELECTED.match(view.folded, people[last].end) else last + 1


def _is_prose(view: View, gap: Span) -> bool:
    """Whether many words in small letters stand in a gap; twice as many are allowed within one paragraph."""
    bare = _ASIDE.sub("", view.plain[gap[0] : gap[1]])
    words = _SMALL_WORD.findall(bare)
    if "\n\n" not in bare and "\n \n" not in bare and "." not in bare:
        return len(words) >= 2 * _SMALL_WORDS_OF_PROSE
    return sum(len(word) > 2 for word in words) >= _SMALL_WORDS_OF_PROSE


def _leftovers(view: View, people: Sequence[Mention], stretch: Sequence[Token]) -> Iterator[Finding]:
    """What looks like a name between two entries and was not read as one."""
    for before, after in pairwise(people):
        inside = _BRACKETED.sub(lambda match: " " * len(match[0]), view.plain[before.end : after.outer])
        shown = [
            token
            for token in stretch
            if token.sort == "upper"
            and before.end <= token.start < after.outer
            and inside[token.start - before.end : token.end - before.end].strip()
        ]
        if shown and not _COMMUNE.match(view.plain, before.end):
            words = view.clean(shown[0].start, shown[-1].end)
            yield Finding(
                "unread-text",
                "warning",
                f"“{words}” in a list of names was not understood",
                f"« {words} » dans une liste de noms n'a pas été compris",
                (shown[0].start, shown[-1].end),
            )
