"""A random sitting that adds up: who sat, who was away, who held whose proxy, what was decided.

The facts are drawn first and know nothing of how they are printed; :mod:`tests.generator.layouts` prints them.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from tests.generator import lexicon
from tests.generator.dice import Dice

Kind = Literal["commune", "communauté", "métropole", "syndicat", "département", "établissement"]
_KINDS: tuple[Kind, ...] = ("commune", "communauté", "métropole", "syndicat", "département", "établissement")
BODIES = (
    "Commune {of}|Conseil municipal|commune",
    "Ville {of}|Conseil municipal|commune",
    "Commune {of}|Conseil municipal|commune",
    "Communauté de communes du Val {basin}|Conseil communautaire|communauté",
    "Communauté d'agglomération {of}|Conseil communautaire|communauté",
    "{place} Métropole|Bureau métropolitain|métropole",
    "{place} Métropole|Conseil métropolitain|métropole",
    "Syndicat intercommunal des eaux {basin}|Comité syndical|syndicat",
    "Syndicat mixte du bassin {basin}|Comité syndical|syndicat",
    "Département {basin}|Commission permanente|département",
    "Département {basin}|Conseil départemental|département",
)
"""Name, organ and kind of a body; "{of}" is a place after "de", "{basin}" a river."""
_SIZES = {
    "commune": (7, 33),
    "communauté": (16, 48),
    "métropole": (24, 64),
    "syndicat": (9, 30),
    "département": (14, 40),
    "établissement": (9, 17),
}
_TWO_PROXIES = (
    (datetime.date(2020, 3, 24), datetime.date(2020, 8, 30)),
    (datetime.date(2020, 10, 17), datetime.date(2021, 9, 30)),
    (datetime.date(2021, 11, 10), datetime.date(2022, 7, 31)),
)
"""When a member could hold two proxies (loi 2020-290 art. 10, loi 2020-1379 art. 6, loi 2021-1465 art. 10)."""


@dataclass(frozen=True, slots=True)
class Person:
    """A member; two members of one sitting never have the same two names."""

    given: str
    family: str
    woman: bool
    commune: str | None = None
    office: str | None = None


@dataclass(frozen=True, slots=True)
class Proxy:
    """A power to vote; ``bounds`` is printed after it."""

    grantor: Person
    holder: Person
    bounds: str | None = None


@dataclass(frozen=True, slots=True)
class Substitute:
    """One who sits in the place of a titular member."""

    person: Person
    replaced: Person


@dataclass(frozen=True, slots=True)
class Grant:
    """Money for a beneficiary, in euros; ``kind`` is what the text calls the beneficiary."""

    beneficiary: str
    kind: str
    article: str
    amount: float
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Body:
    """A local body, its deciding organ, and what its president is called."""

    kind: Kind
    name: str
    organ: str
    siren: str
    department: str
    chair: str


@dataclass(frozen=True, slots=True)
class Council:
    """A body with the members of one mandate; the first of them chairs it."""

    body: Body
    members: tuple[Person, ...]
    since: datetime.date


@dataclass(frozen=True, slots=True)
class Counts:
    """The totals that a record prints; a planted fault makes them wrong."""

    in_office: int
    present: int
    proxies: int
    votes: int


@dataclass(frozen=True, slots=True)
class Ballot:
    """Votes by figures, proxies included, and those who voted otherwise than the majority."""

    for_: int
    against: int = 0
    abstentions: int = 0
    opponents: tuple[Person, ...] = ()
    abstainers: tuple[Person, ...] = ()

    @property
    def unanimous(self) -> bool:
        """Nobody against, nobody abstaining."""
        return not (self.against or self.abstentions)


@dataclass(frozen=True, slots=True)
class Sitting:
    """One sitting and its funding decision. ``present`` holds substitutes who sit, ``absent`` no grantor."""

    body: Body
    date: datetime.date
    hour: int
    convocation: datetime.date
    received: datetime.date
    published: datetime.date
    number: str
    president: Person
    secretary: Person
    present: tuple[Person, ...]
    absent: tuple[Person, ...]
    proxies: tuple[Proxy, ...]
    substitutes: tuple[Substitute, ...]
    counts: Counts
    ballot: Ballot
    grants: tuple[Grant, ...]
    recalled: Grant | None

    @property
    def members(self) -> tuple[Person, ...]:
        """Everybody whom the record names as a member."""
        away = tuple(proxy.grantor for proxy in self.proxies if proxy.grantor not in self.present)
        return (*self.present, *self.absent, *away, *(substitute.replaced for substitute in self.substitutes))

    def replaced_by(self, person: Person) -> Person | None:
        """Whom a substitute stands in for."""
        return next((s.replaced for s in self.substitutes if s.person == person), None)


def allows_two(date: datetime.date) -> bool:
    """Whether a member may hold two proxies on that day."""
    return any(first <= date <= last for first, last in _TWO_PROXIES)


def draw_council(dice: Dice, bodies: Sequence[str] = BODIES) -> Council:
    """A body that meets again and again, in one mandate of six years."""
    body = _body(dice, bodies)
    members = _members(dice, body)
    return Council(body, tuple(members), datetime.date(dice.pick((2008, 2014, 2020)), 3, 30))


def draw_sitting(
    dice: Dice,
    bodies: Sequence[str] = BODIES,
    clubs: Sequence[lexicon.Club] = lexicon.CLUBS,
    council: Council | None = None,
) -> Sitting:
    """A sitting in which all figures agree and the law of its day is kept.

    ``bodies`` are forms of :data:`BODIES`' kind; ``clubs`` those who may be granted money. Of a ``council`` it is the
    body, the chair and the members, in the mandate.
    """
    if council is None:
        body = _body(dice, bodies)
        chair, members = [], _members(dice, body)
        date = datetime.date(2008, 1, 2) + datetime.timedelta(days=dice.between(0, 6200))
    else:
        body, chair, members = council.body, [council.members[0]], dice.shuffle(council.members[1:])
        date = council.since + datetime.timedelta(days=dice.between(0, 2100))
    away = dice.between(0, len(members) // 3)
    grantors, absent = members[:away], tuple(members[away : away + dice.between(0, len(members) // 6)])
    present = [*chair, *members[away + len(absent) :]]
    president = replace(present[0], office=body.chair)
    present[0] = president
    substitutes = _substitutes(dice, body, present[3:])
    proxies = _proxies(dice, date, grantors, present)
    printed = dice.shuffle(present) if dice.chance(0.2) else [president, *_ranked(dice, present[1:])]
    counts = Counts(len(chair) + len(members), len(present), len(proxies), len(present) + len(proxies))
    received = date + datetime.timedelta(days=dice.between(0, 9))
    return Sitting(
        body=body,
        date=date,
        hour=dice.between(9, 20),
        convocation=date - datetime.timedelta(days=_notice(body) + dice.between(0, 8)),
        received=received,
        published=received + datetime.timedelta(days=dice.between(0, 3)),
        number=_number(dice, date),
        president=president,
        secretary=dice.pick([person for person in present if person != president]),
        present=tuple(printed),
        absent=absent,
        proxies=proxies,
        substitutes=substitutes,
        counts=counts,
        ballot=_ballot(dice, counts.votes, printed[1:]),
        grants=_grants(dice, date.year, clubs),
        recalled=Grant("", "", "", float(dice.between(2, 60) * 500), date.year - 1) if dice.chance(0.3) else None,
    )


def _body(dice: Dice, bodies: Sequence[str]) -> Body:
    place, river = lexicon.place(dice), lexicon.river(dice)
    of_river = {"la": "de la", "le": "du"}.get(river.split(" ")[0])
    basin = f"{of_river} {river.split(' ', 1)[1]}" if of_river else f"de {river}"
    of = f"d'{place}" if place[0] in "AEIOU" else f"de {place}"
    name, organ, kind = dice.pick(bodies).format(place=place, of=of, basin=basin).split("|")
    siren = _checked(f"2{dice.between(1_000_000, 9_999_999)}")
    chair = "Maire" if kind == "commune" else "Président"
    made: Kind = next(k for k in _KINDS if k == kind)
    return Body(made, name, organ, siren, lexicon.river(dice).split(" ")[-1].split("'")[-1], chair)


def _checked(digits: str) -> str:
    """The digits with the one that the Luhn formula asks for after them, as in every SIREN (ISO/IEC 7812-1)."""
    doubled = [int(digit) * (2 - at % 2) for at, digit in enumerate(reversed(digits))]
    return f"{digits}{-sum(value // 10 + value % 10 for value in doubled) % 10}"


def _notice(body: Body) -> int:
    """The fewest days between convocation and sitting: five clear days, twelve for a departmental council.

    CGCT L2121-12, L5211-1, L3121-19.
    """
    return 13 if body.organ == "Conseil départemental" else 6


def _members(dice: Dice, body: Body) -> list[Person]:
    """The members, no two with one name; now and then spouses or namesakes, told apart by first names."""
    communes = (
        [lexicon.place(dice) for _ in range(dice.between(3, 8))] if body.kind in ("communauté", "syndicat") else []
    )
    people: list[Person] = []
    count = dice.between(*_SIZES[body.kind])
    while len(people) < count:
        woman = dice.chance(0.45)
        shared = bool(people) and dice.chance(0.03)
        family = dice.pick(people).family if shared else lexicon.surname(dice)
        given = lexicon.given_name(dice, woman)
        if any(p.family == family and (p.given[0] == given[0] or not shared) for p in people):
            continue
        people.append(Person(given, family, woman, dice.pick(communes) if communes else None))
    return people


def _ranked(dice: Dice, others: list[Person]) -> list[Person]:
    """Those present after the president, by their names as most bodies print them, or by rank."""
    if dice.chance(0.6):
        return sorted(others, key=lambda person: (person.family, person.given))
    return others


def _substitutes(dice: Dice, body: Body, present: list[Person]) -> tuple[Substitute, ...]:
    """Only bodies whose members stand for communes have substitutes (CGCT L5211-6)."""
    if body.kind not in ("communauté", "syndicat") or not dice.chance(0.5):
        return ()
    taken = {(person.family, person.given) for person in present}
    found: list[Substitute] = []
    for person in dice.sample(present, dice.between(1, 4)):
        woman = dice.chance(0.4)
        replaced = Person(lexicon.given_name(dice, woman), lexicon.surname(dice), woman, person.commune)
        if (replaced.family, replaced.given) not in taken:
            taken.add((replaced.family, replaced.given))
            found.append(Substitute(person, replaced))
    return tuple(found)


def _proxies(dice: Dice, date: datetime.date, grantors: list[Person], present: list[Person]) -> tuple[Proxy, ...]:
    """One proxy a holder, two in the emergency regime (CGCT L2121-20)."""
    twice = 2 if allows_two(date) and dice.chance(0.3) else 1
    holders = dice.sample([person for person in present for _ in range(twice)], len(grantors))
    if grantors and present[0] not in holders and dice.chance(0.3):
        holders[0] = present[0]
    return tuple(Proxy(grantor, holder) for grantor, holder in zip(grantors, holders, strict=True))


def _number(dice: Dice, date: datetime.date) -> str:
    serial = dice.between(1, 180)
    form = dice.pick(
        ("{y}-{n:02}", "{y}/{n:03}", "{n}/{y}", "{y}.{n:05}", "DEL{y}-{n:02}", "{y}/{m:02}/{n:02}", "{y}_{n:03}")
    )
    return form.format(y=date.year, n=serial, m=date.month)


def _ballot(dice: Dice, votes: int, others: list[Person]) -> Ballot:
    if dice.chance(0.5) or votes < 8:
        return Ballot(votes)
    dissent = dice.sample(others, dice.between(1, 4))
    against = dice.between(0, len(dissent))
    opponents, abstainers = tuple(dissent[:against]), tuple(dissent[against:])
    return Ballot(votes - len(dissent), len(opponents), len(abstainers), opponents, abstainers)


def _grants(dice: Dice, year: int, clubs: Sequence[lexicon.Club]) -> tuple[Grant, ...]:
    chosen = dice.sample(clubs, dice.pick((1, 1, 1, 2, 3, 5)))
    when = year if dice.chance(0.7) else None
    return tuple(Grant(name, kind, article, _amount(dice), when) for name, kind, article in chosen)


def _amount(dice: Dice) -> float:
    kind = dice.between(1, 5)
    if kind == 1:
        return float(dice.between(1, 90) * 1000)
    return dice.between(10_000, 999_999) / 100 if kind == 2 else float(dice.between(3, 200) * 50)
