"""Sittings as facts, with members whose names are printed otherwise from act to act, and who each of them is.

The other rooms of the generator write documents; this one skips the document and prints names alone, so that identity
can be measured on many sittings. A body keeps its manner of printing names for most of its acts; pages are damaged as
recognition damages them; some women change their surname during the term, some members leave and are replaced.
"""

from __future__ import annotations

import datetime
import hashlib
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from delibgraph.facts import Act, Attendance, Proxy, Sitting, Status
from tests.generator import lexicon
from tests.generator.dice import Dice

_NOWHERE = (0, 0)
_CONFUSIONS = (("rn", "m"), ("m", "rn"), ("l", "I"), ("I", "l"), ("O", "0"), ("cl", "d"), ("é", "e"), ("u", "ii"))


@dataclass(frozen=True, slots=True)
class Member:
    """A member: ``number`` says who it is, ``since`` and ``until`` are the first and the last sitting, ``married`` the
    surname printed from the sitting ``wedding`` on."""

    number: int
    given: str
    family: str
    woman: bool
    since: int
    until: int
    married: str | None = None
    wedding: int = 0

    def surname(self, sitting: int) -> str:
        """The surname of that day."""
        return self.married if self.married and sitting >= self.wedding else self.family


@dataclass(frozen=True, slots=True)
class Printed:
    """An act and who is meant by each name printed in it."""

    act: Act
    meant: dict[str, int]


Manner = Callable[[str, str], str]
_MANNERS: tuple[Manner, ...] = (
    lambda given, family: f"{given} {family.upper()}",
    lambda given, family: f"{family.upper()} {given}",
    lambda given, family: f"{given} {family}",
    lambda given, family: f"{family} {given}",
    lambda given, family: f"{given} {family}".upper(),
    lambda given, family: f"{family} {given}".upper(),
)


def initials(given: str) -> str:
    """ "Jean-Paul" is "J-P."."""
    return "-".join(part[0] for part in given.split("-")) + "."


def bodies(seed: int, count: int, sittings: int, noise: float = 1.0) -> Iterator[list[Printed]]:
    """For each body its acts, in the order of time; ``noise`` scales every damage."""
    for body in range(count):
        yield _Body(Dice(seed * 100_003 + body), f"Commune de Val-{seed}-{body}", sittings, noise).acts()


class _Body:
    """One body's members and manners."""

    def __init__(self, dice: Dice, name: str, sittings: int, noise: float) -> None:
        self.dice, self.name, self.sittings, self.noise = dice, name, sittings, noise
        self.manner = dice.pick(_MANNERS)
        self.members = list(self._members())

    def _members(self) -> Iterator[Member]:
        taken: set[tuple[str, str]] = set()
        places = self.dice.between(11, 45)
        number = 0
        for _ in range(places):
            since = 0
            while since < self.sittings:
                until = self.dice.between(since, self.sittings) if self.dice.chance(0.08) else self.sittings
                member = self._member(number, since, until, taken)
                taken.add((member.given, member.family))
                yield member
                number, since = number + 1, until + 1

    def _member(self, number: int, since: int, until: int, taken: set[tuple[str, str]]) -> Member:
        woman = self.dice.chance(0.47)
        while True:
            shared = bool(taken) and self.dice.chance(0.04)
            family = self.dice.pick(sorted(taken))[1] if shared else lexicon.surname(self.dice)
            given = lexicon.given_name(self.dice, woman)
            if not any(known == given and surname == family for known, surname in taken):
                break
        member = Member(number, given, family, woman, since, until)
        if woman and self.dice.chance(0.08):
            other = lexicon.surname(self.dice)
            married = self.dice.pick((f"{family}-{other}", f"{other}-{family}", f"{family} épouse {other}"))
            member = replace(member, married=married, wedding=self.dice.between(since, until))
        return member

    def acts(self) -> list[Printed]:
        """The acts of all sittings."""
        return [self._act(number) for number in range(self.sittings)]

    def _act(self, number: int) -> Printed:
        dice = self.dice
        meant: dict[str, int] = {}
        manner = self.manner if dice.chance(0.85) else dice.pick(_MANNERS)
        bare = dice.chance(0.1 * self.noise)
        seated = [member for member in self.members if member.since <= number <= member.until]
        is_here = {member.number: dice.chance(0.75) for member in seated}
        attendance, proxies = [], []
        damaged: dict[int, str] = {}

        def printed(member: Member, shape: Manner) -> str:
            name = shape(member.given, member.surname(number))
            name = damaged.setdefault(member.number, self._damage(name)) if shape is manner else self._damage(name)
            name = _bare(name) if bare else name
            return name if meant.setdefault(name, member.number) == member.number else ""

        for member in seated:
            woman = member.woman ^ dice.chance(0.01 * self.noise)
            status: Status = "present" if is_here[member.number] else "absent"
            if name := printed(member, manner):
                attendance.append(Attendance(name, status, _NOWHERE, "Mme" if woman else "M."))
        here = [member for member in seated if is_here[member.number]]
        for member in seated:
            if here and not is_here[member.number] and dice.chance(0.6):
                grantor, holder = printed(member, manner), printed(dice.pick(here), self._holder(manner))
                if grantor and holder:
                    proxies.append(Proxy(grantor, holder, _NOWHERE))
        date = datetime.date(2020, 7, 1) + datetime.timedelta(days=30 * number)
        sitting = Sitting(
            self.name, "commune", organ="Conseil municipal", date=date, attendance=tuple(attendance),
            proxies=tuple(proxies),
        )  # fmt: skip
        name = f"{self.name} {number}"
        return Printed(Act(name, hashlib.sha256(name.encode()).hexdigest(), sitting), meant)

    def _holder(self, manner: Manner) -> Manner:
        """How a proxy's holder is printed: as in the list, with initials, or by the surname alone."""
        kind = self.dice.between(1, 20)
        if kind == 1:
            return lambda given, family: family.upper()
        if kind <= 3:
            return lambda given, family: f"{initials(given)} {family.upper()}"
        return manner

    def _damage(self, name: str) -> str:
        dice = self.dice
        if dice.chance(0.03 * self.noise):
            name = _slip(name, dice)
        if dice.chance(0.02 * self.noise):
            name = _bare(name)
        if "-" in name and dice.chance(0.05 * self.noise):
            name = name.replace("-", dice.pick((" ", "", "- ")), 1)
        if dice.chance(0.01 * self.noise):
            name = name.replace(" ", "", 1) if name.count(" ") > 1 else name.replace(" ", "  ", 1)
        return name


def _bare(name: str) -> str:
    return "".join(char for char in unicodedata.normalize("NFD", name) if not unicodedata.combining(char))


def _slip(name: str, dice: Dice) -> str:
    """One slip within a word of four letters or more, of recognition or of a typist."""
    parts = name.split(" ")
    long = [place for place, word in enumerate(parts) if len(word) > 3]
    if not long:
        return name
    place = dice.pick(long)
    parts[place] = _slipped(parts[place], dice)
    return " ".join(parts)


def _slipped(word: str, dice: Dice) -> str:
    fitting = [pair for pair in _CONFUSIONS if pair[0] in word[1:]]
    if fitting and dice.chance(0.5):
        sound, shown = dice.pick(fitting)
        return word[0] + word[1:].replace(sound, shown, 1)
    at = dice.between(1, len(word) - 2)
    if not (word[at].isalpha() and word[at + 1].isalpha()):
        return word
    kind = dice.between(1, 3)
    if kind == 1:
        return word[:at] + word[at] + word[at:]
    if kind == 2:
        return word[:at] + word[at + 1 :]
    return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
