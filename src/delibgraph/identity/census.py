"""The census of organisations: every name in the acts, in which form, and what is said of it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from delibgraph.facts import Act, Deliberation
from delibgraph.identity.entities import Body
from delibgraph.identity.generic import Named, Places
from delibgraph.identity.labels import Label, initials, is_acronym
from delibgraph.identity.names import preferred, tidy
from delibgraph.identity.rulings import Name

_STATED = (1.0, "a text gives both spellings")
_SPELT_OUT = (0.75, "the initials of a name that the same body uses")
Key = tuple[str, str, str, str]
"""Scope and letters; and the body and the spelling where a person has decided on them."""


@dataclass(slots=True)
class OrganisationForm:
    """Spellings with one normal name, with the number of acts that name the organisation so; none for a spelling that
    texts merely add to another.

    ``scope`` says where the name is known (:class:`~delibgraph.identity.generic.Named`); ``bodies`` holds the keys of
    the bodies whose acts use it, ``users`` the first of them for each spelling, ``grants`` the numbers of the
    deliberations that grant it money.
    """

    scope: str = ""
    letters: str = ""
    is_generic: bool = False
    spellings: Counter[str] = field(default_factory=Counter)
    kinds: set[str] = field(default_factory=set)
    bodies: set[str] = field(default_factory=set)
    grants: set[int] = field(default_factory=set)
    identifiers: set[str] = field(default_factory=set)
    users: dict[str, str] = field(default_factory=dict)

    @property
    def label(self) -> str:
        """The spelling that stands for the form."""
        return preferred(self.spellings)

    @property
    def normal(self) -> tuple[str, ...]:
        """The words of the normal name."""
        return Label.of(self.label).words

    def named(self, spelling: str) -> Name:
        """A spelling of the form as a person can decide on it."""
        return Name(self.users[spelling], spelling)

    @property
    def name(self) -> Name:
        """The form as a person can decide on it."""
        return self.named(self.label)


@dataclass(frozen=True, slots=True, order=True)
class Claim:
    """Two forms that a text makes one: it states both names, or prints one whose initials the other is."""

    name: int
    other: int
    score: float
    reason: str


@dataclass(frozen=True, slots=True)
class Census:
    """The forms, numbered; the number of each name as a body's acts print it; what texts make one."""

    forms: Sequence[OrganisationForm]
    nodes: Mapping[tuple[str, str], int]
    claims: Sequence[Claim]


def census(
    acts: Sequence[Act], act_bodies: Mapping[tuple[str, int], str], bodies: Sequence[Body], ruled: Collection[Name] = ()
) -> Census:
    """Count the organisations of the acts; ``act_bodies`` gives the key of each act's body, by SHA-256 and part.

    A name that a person has decided on (``ruled``) is a form of its own.
    """
    places = Places(bodies)
    deliberations = [(act_bodies[act.sha256, act.part], act, each) for act in acts for each in act.deliberations]
    printed = {(body, name) for body, _, deliberation in deliberations for name in _names(deliberation)}
    named = {(body, name): places.scope(Label.of(name).words, body) for body, name in printed}
    claimed = set(_claimed(deliberations, named))
    named = _localised(named, claimed)
    keys = {at: _key(named[at], at, ruled) for at in named}
    found: dict[Key, OrganisationForm] = {}
    for at, key in sorted(keys.items()):
        form = found.setdefault(key, OrganisationForm(key[0], named[at].letters, named[at].is_generic))
        form.spellings[tidy(at[1])] += 0
        form.bodies.add(at[0])
        form.users.setdefault(tidy(at[1]), at[0])
        form.identifiers.update(Label.of(at[1]).identifiers)
    _count(deliberations, found, keys)
    order = {key: number for number, key in enumerate(sorted(found))}
    claims = sorted(
        {Claim(order[keys[name]], order[keys[other]], score, reason) for name, other, score, reason in claimed}
    )
    return Census([found[key] for key in order], {at: order[keys[at]] for at in sorted(keys)}, claims)


_At = tuple[str, str]
_Deliberations = Sequence[tuple[str, Act, Deliberation]]


def _key(named: Named, at: _At, ruled: Collection[Name]) -> Key:
    name = Name(at[0], tidy(at[1]))
    letters = named.letters or f"\0{name.spelling}"
    return (named.scope, letters, name.body, name.spelling) if name in ruled else (named.scope, letters, "", "")


def _count(deliberations: _Deliberations, found: Mapping[Key, OrganisationForm], keys: Mapping[_At, Key]) -> None:
    seen: set[tuple[str, int, str, str]] = set()
    for number, (body, act, deliberation) in enumerate(deliberations):
        for name in _main_names(deliberation):
            if (mention := (act.sha256, act.part, body, name)) not in seen:
                seen.add(mention)
                found[keys[body, name]].spellings[tidy(name)] += 1
        for funding in deliberation.funding:
            if funding.status == "granted":
                for name in funding.beneficiaries:
                    found[keys[body, name]].grants.add(number)
        for organisation in deliberation.organisations:
            form = found[keys[body, organisation.name]]
            form.kinds.update(organisation.kinds)
            form.identifiers.update(organisation.identifiers)


def _claimed(deliberations: _Deliberations, named: Mapping[_At, Named]) -> Iterator[tuple[_At, _At, float, str]]:
    """What texts state of two names, and what initials say within one body."""
    for body, _, deliberation in deliberations:
        for organisation in deliberation.organisations:
            yield from (((body, organisation.name), (body, other), *_STATED) for other in organisation.also)
        for name in _main_names(deliberation):
            yield from (((body, name), (body, other), *_STATED) for other in Label.of(name).aliases)
    short: defaultdict[_At, list[_At]] = defaultdict(list)
    for body, name in sorted(named):
        if is_acronym(name):
            short[body, named[body, name].letters].append((body, name))
    full: defaultdict[_At, dict[Named, _At]] = defaultdict(dict)
    for body, name in sorted(named):
        for letters in initials(name):
            if (body, letters) in short:
                full[body, letters].setdefault(named[body, name], (body, name))
    for key, names in full.items():
        for other in short[key]:
            for at in names.values():
                yield at, other, *_SPELT_OUT


def _localised(named: Mapping[_At, Named], claimed: Collection[tuple[_At, _At, float, str]]) -> dict[_At, Named]:
    """Names of which different texts say different things, or that stand for a local name, are known locally."""
    mains: defaultdict[Named, set[Named]] = defaultdict(set)
    for name, other, _, _ in claimed:
        mains[named[other]].add(named[name])
    local = dict(named)
    for name, other, _, _ in claimed:
        alias, main = named[other], named[name]
        if not alias.scope and alias != main and (main.scope or len(mains[alias]) > 1):
            local[other] = Named(other[0], alias.letters, alias.is_generic)
    return _same_letters(local)


def _same_letters(local: Mapping[_At, Named]) -> dict[_At, Named]:
    """Other spellings of a name that is known locally, in the acts of the same body."""
    known = {(body, named.letters): named for (body, _), named in local.items() if named.scope == body}
    return {
        (body, name): named if named.scope else known.get((body, named.letters), named)
        for (body, name), named in local.items()
    }


def _main_names(deliberation: Deliberation) -> list[str]:
    beneficiaries = [name for funding in deliberation.funding for name in funding.beneficiaries]
    return beneficiaries + [organisation.name for organisation in deliberation.organisations]


def _names(deliberation: Deliberation) -> list[str]:
    main = _main_names(deliberation)
    others = [other for organisation in deliberation.organisations for other in organisation.also]
    return main + others + [alias for name in main for alias in Label.of(name).aliases]
