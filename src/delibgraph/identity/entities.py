"""Who and what the facts speak of, once names are joined: bodies, organs, persons, organisations.

Keys are the tail of an IRI: stable, readable, made from the names alone (see ``docs/model.md``).
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from typing import Any, Literal

from delibgraph.facts import Act

Verdict = Literal["same", "different", "undecided", "unsure"]
MACHINE = "delibgraph"
"""Who decided, where no person did."""
ORGANISATIONS = "organisations/"
"""How the names of the parts begin that hold organisations which several bodies know."""


@dataclass(frozen=True, slots=True)
class Body:
    """A local body; ``key`` is its SIREN where known, else its name's slug."""

    key: str
    name: str | None
    also: tuple[str, ...] = ()
    siren: str | None = None
    kind: str | None = None


@dataclass(frozen=True, slots=True)
class Organ:
    """An organ of a body (council, bureau, committee); ``key`` is ``{body}/{organ}``."""

    key: str
    body: str
    name: str | None


@dataclass(frozen=True, slots=True)
class Person:
    """A person within one body; ``key`` is ``{body}/{person}``, ``also`` every other spelling on record."""

    key: str
    body: str
    name: str
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Organisation:
    """An organisation named in the documents, with every kind it is given.

    ``key`` is ``{body}/{name}`` where the name is known within one body alone. ``identifiers`` are the SIREN (9
    digits), SIRET (14 digits) and RNA number (W and 9 digits) printed beside the name.
    """

    key: str
    name: str
    also: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    identifiers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Judgement:
    """One decision on two spellings: ``about`` is the key of the person or organisation, prefixed by its sort.

    ``bodies`` are the keys of the bodies whose acts print the two; ``at`` is the time of a person's decision. An
    ``undecided`` pair is likely enough that a person should look.
    """

    about: str
    left: str
    right: str
    judgement: Verdict
    score: float
    reason: str
    by: str = MACHINE
    at: str = ""
    bodies: tuple[str, str] = ("", "")


@dataclass(frozen=True, slots=True, order=True)
class RegisterSource:
    """A public register as it was on a day (ISO 8601) where that is known."""

    name: str
    title: str
    date: str | None = None


@dataclass(frozen=True, slots=True, order=True)
class Confirmation:
    """A register knows the entity ``about`` (its key, prefixed by its sort), under a number where it gives one."""

    about: str
    source: RegisterSource
    number: str = ""


@dataclass(slots=True)
class _Entities:
    """Entities being gathered."""

    bodies: dict[str, Body] = field(default_factory=dict)
    organs: dict[str, Organ] = field(default_factory=dict)
    persons: dict[str, Person] = field(default_factory=dict)
    organisations: dict[str, Organisation] = field(default_factory=dict)
    judgements: list[Judgement] = field(default_factory=list)
    confirmations: list[Confirmation] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Identities:
    """The joined entities, and the way from a name in an act to its entity.

    ``act_bodies`` and ``act_organs`` are keyed by (SHA-256, part); ``person_names`` and ``organisation_names`` by (body
    key, name as printed). Each gives an entity's key. A short name that means one person here and
    another there ("DURAND") is not in ``person_names`` but, act by act, in ``act_person_names``, keyed by (SHA-256,
    part, name as printed).
    """

    bodies: Mapping[str, Body] = field(default_factory=dict)
    organs: Mapping[str, Organ] = field(default_factory=dict)
    persons: Mapping[str, Person] = field(default_factory=dict)
    organisations: Mapping[str, Organisation] = field(default_factory=dict)
    judgements: tuple[Judgement, ...] = ()
    act_bodies: Mapping[tuple[str, int], str] = field(default_factory=dict)
    act_organs: Mapping[tuple[str, int], str] = field(default_factory=dict)
    person_names: Mapping[tuple[str, str], str] = field(default_factory=dict)
    organisation_names: Mapping[tuple[str, str], str] = field(default_factory=dict)
    act_person_names: Mapping[tuple[str, int, str], str] = field(default_factory=dict)
    confirmations: tuple[Confirmation, ...] = ()

    def parts(self) -> Iterator[tuple[str, Identities]]:
        """The entities with what was judged of them, in parts of bounded size, each with a stable name.

        What belongs to a body stands together; organisations that several bodies know, by a digest of their key.
        """
        found: defaultdict[str, _Entities] = defaultdict(_Entities)
        for body in self.bodies.values():
            found[home(body.key)].bodies[body.key] = body
        for organ in self.organs.values():
            found[home(organ.body)].organs[organ.key] = organ
        for person in self.persons.values():
            found[home(person.body)].persons[person.key] = person
        for organisation in self.organisations.values():
            found[self.part(organisation.key)].organisations[organisation.key] = organisation
        for judgement in self.judgements:
            found[self.part(judgement.about.partition("/")[2])].judgements.append(judgement)
        for confirmation in self.confirmations:
            found[self.part(confirmation.about.partition("/")[2])].confirmations.append(confirmation)
        for name, one in sorted(found.items()):
            yield name, Identities(
                one.bodies, one.organs, one.persons, one.organisations, tuple(one.judgements),
                confirmations=tuple(one.confirmations),
            )  # fmt: skip

    def part(self, key: str) -> str:
        """The name of the part for an entity: its body's, or that of an organisation that no body has alone."""
        body, _, within = key.partition("/")
        if within or key in self.bodies:
            return home(body)
        return f"{ORGANISATIONS}{hashlib.sha256(key.encode()).hexdigest()[:2]}"

    def joined(self, others: Iterable[Identities]) -> Identities:
        """These identities and others, what they have in common once."""
        wholes = (self, *others)
        own = {one.name: [getattr(whole, one.name) for whole in wholes] for one in fields(self)}
        merged: dict[str, Any] = {
            name: tuple(dict.fromkeys(row for rows in held for row in rows))
            if isinstance(held[0], tuple)
            else {key: value for mapping in held for key, value in mapping.items()}
            for name, held in own.items()
        }
        return replace(self, **merged)

    def body(self, act: Act) -> Body:
        """The body whose act this is."""
        return self.bodies[self.act_bodies[act.sha256, act.part]]

    def organ(self, act: Act) -> Organ:
        """The organ that sat."""
        return self.organs[self.act_organs[act.sha256, act.part]]

    def person(self, act: Act, name: str) -> Person:
        """The person whom the act names so."""
        key = self.act_person_names.get((act.sha256, act.part, name))
        return self.persons[key or self.person_names[self.body(act).key, name]]

    def official(self, act: Act, name: str) -> Person | None:
        """The person of a body's organs whom the act names so in its prose, ``None`` for anybody else."""
        key = self.act_person_names.get((act.sha256, act.part, name))
        key = key or self.person_names.get((self.body(act).key, name))
        return self.persons[key] if key else None

    def organisation(self, act: Act, name: str) -> Organisation:
        """The organisation that the act names so."""
        return self.organisations[self.organisation_names[self.body(act).key, name]]


def home(body: str) -> str:
    """The name of the part for what belongs to a body."""
    return f"body/{body}"
