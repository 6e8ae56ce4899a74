"""The roll of a sitting while it is being read: who is in which state, who gave whom a proxy, what was doubtful."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from delibgraph.extraction.attendance.matching import Roster, fits, same_person, words
from delibgraph.extraction.attendance.meanings import Count
from delibgraph.extraction.attendance.style import Style
from delibgraph.facts import Attendance, Finding, Proxy, Span

_LEFT_OUT = 2
"""Words that a short name leaves out."""


def _leaves_out(short: str, full: str) -> bool:
    """Whether a short name leaves out a first name or two; "PETIT L." is not "PETIT J-L."."""
    initials = any(len(word) == 1 for word in words(short))
    left_out = [word for word in words(full) if word not in words(short)]
    return 0 < len(left_out) <= _LEFT_OUT and (not initials or any(map(_is_long, left_out)))


def _is_long(word: str) -> bool:
    return len(word) > 1


@dataclass(slots=True)
class Roll:
    """What the lists say, in the order in which they were read; ``end`` is where the last list ends.

    ``totals`` are the figures that stand in brackets over a list or at its end; ``listing`` counts the lists.
    """

    style: Style = field(default_factory=Style)
    end: int = 0
    listing: int = 0
    proxies: list[Proxy] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    totals: list[tuple[Count, int, Span]] = field(default_factory=list)
    _entries: list[Attendance] = field(default_factory=list)
    _lists: list[int] = field(default_factory=list)
    _places: Roster[int] = field(default_factory=Roster)
    _given: Roster[int] = field(default_factory=Roster)

    @property
    def attendance(self) -> list[Attendance]:
        """The entries so far, in the order of the text."""
        return sorted(self._entries, key=lambda entry: entry.span)

    @property
    def names(self) -> list[str]:
        """The people so far."""
        return [entry.person for entry in self._entries]

    def attend(self, entry: Attendance) -> None:
        """Record a state; a person named twice in one state, or both excused and represented, is one entry."""
        for i in self._places.find(entry.person):
            known = self._entries[i]
            if known.status == entry.status and entry.replaces and not known.replaces:
                self._entries[i] = replace(known, seat=entry.seat, replaces=entry.replaces)
                return
            if known.status == entry.status or (
                entry.status in ("absent", "excused") and known.status in ("absent", "excused", "represented")
            ):
                return
            if entry.status == "represented" and known.status in ("absent", "excused"):
                self._entries[i] = replace(known, status=entry.status, from_=entry.from_, until=entry.until)
                return
        self._places.add(entry.person, len(self._entries))
        self._entries.append(entry)
        self._lists.append(self.listing)

    def move(self, person: str, from_: str | None, until: str | None) -> None:
        """Note when somebody present came or left."""
        for i in self._places.find(person):
            known = self._entries[i]
            if known.status == "present":
                self._entries[i] = replace(known, from_=known.from_ or from_, until=known.until or until)

    def give(self, proxy: Proxy) -> None:
        """Record a proxy; one told twice, in a page's title and in its body, is one, be the holder's name cut short."""
        for i in self._given.find(proxy.grantor):
            known = self.proxies[i]
            left, right = known.holder or "", proxy.holder or ""
            same = left == right or (
                left and right and (same_person(left, right) or fits(left, right) or fits(right, left))
            )
            if same and (known.from_, known.until) == (proxy.from_, proxy.until):
                self.proxies[i] = proxy if len(words(right)) > len(words(left)) else known
                return
        self._given.add(proxy.grantor, len(self.proxies))
        self.proxies.append(proxy)

    def seat(self, proxy: Proxy) -> None:
        """Turn a proxy into a substitution: who held it sits in the grantor's place."""
        self.proxies = [other for other in self.proxies if other is not proxy]
        for i in self._places.find(proxy.grantor):
            if self._entries[i].status == "represented":
                self._entries[i] = replace(self._entries[i], status="excused", seat="titular")
        if proxy.holder:
            self.attend(Attendance(proxy.holder, "present", proxy.span, seat="substitute", replaces=proxy.grantor))

    def settle(self) -> None:
        """Give those who are away under a short name in one list ("M. GARNEL") the full one that another list has."""
        entries, lists, proxies = self._entries, self._lists, self.proxies
        away = [i for i, entry in enumerate(entries) if entry.status != "present"]
        full: dict[str, str] = {}
        for i in away:
            name = entries[i].person
            others = [entries[j].person for j in away if lists[j] != lists[i] and fits(name, entries[j].person)]
            longer = [other for other in others if _leaves_out(name, other)]
            if len(longer) == 1 and not any(same_person(name, other) for other in others):
                full[name] = longer[0]
        if not full:
            return
        self._entries, self._lists, self.proxies = [], [], []
        self._places, self._given = Roster(), Roster()
        for entry, self.listing in zip(entries, lists, strict=True):
            self.attend(replace(entry, person=full.get(entry.person, entry.person)))
        for proxy in proxies:
            self.give(replace(proxy, grantor=full.get(proxy.grantor, proxy.grantor)))
