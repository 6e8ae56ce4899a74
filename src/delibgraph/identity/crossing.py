"""The persons of several bodies. Two bodies' persons are two, until people decide that they are one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from delibgraph.facts import Act
from delibgraph.identity.entities import Judgement, Person
from delibgraph.identity.names import words
from delibgraph.identity.persons import Persons, resolve_persons
from delibgraph.identity.rulings import Links, Name, Rulings


@dataclass(slots=True)
class People:
    """Persons by key; the keys by (body, name), and by (SHA-256, part, name) for names of several meanings."""

    persons: dict[str, Person] = field(default_factory=dict)
    names: dict[tuple[str, str], str] = field(default_factory=dict)
    act_names: dict[tuple[str, int, str], str] = field(default_factory=dict)
    judgements: list[Judgement] = field(default_factory=list)


def resolve_all_persons(acts_of: Mapping[str, Sequence[Act]], rulings: Rulings) -> People:
    """The persons of each body, joined across bodies where people have decided so.

    A join across bodies can make one of two persons who are ruled to be different, through names that were joined by
    likeness alone. The likeness gives way: those names are parted too, and their body is looked at again.
    """
    links = {body: rulings.links("person", body) for body in acts_of}
    found = {body: resolve_persons(body, acts_of[body], links[body]) for body in sorted(acts_of)}
    classes = [names for names in rulings.classes("person") if len({name.body for name in names}) > 1]
    while classes:
        merged = _merged(found, classes)
        more = _broken(found, merged, classes, rulings.links("person"))
        if not more:
            break
        for body, pairs in more.items():
            links[body] = replace(links[body], different=(*links[body].different, *sorted(pairs)))
            found[body] = resolve_persons(body, acts_of[body], links[body])
    return _gathered(found, _merged(found, classes))


def with_officers(
    acts_of: Mapping[str, Sequence[Act]], persons: Mapping[str, Person], names: Mapping[tuple[str, str], str]
) -> dict[tuple[str, str], str]:
    """The names with those of persons told with an office elsewhere that are a person's of the body, word for word."""
    told = {
        (body, office.person)
        for body, acts in acts_of.items()
        for act in acts
        for deliberation in act.deliberations
        for office in deliberation.offices
    } - names.keys()
    known: defaultdict[tuple[str, tuple[str, ...]], set[str]] = defaultdict(set)
    for person in persons.values() if told else ():
        for spelling in (person.name, *person.also):
            known[person.body, tuple(sorted(words(spelling)))].add(person.key)
    meant = {(body, name): known.get((body, tuple(sorted(words(name)))), set()) for body, name in told}
    return {**names, **{at: next(iter(keys)) for at, keys in meant.items() if len(keys) == 1}}


def _keys(found: Mapping[str, Persons], name: Name) -> set[str]:
    """The persons whom a name means: none where no act prints it, several for a short one."""
    return found[name.body].meanings.get(name.spelling, set()) if name.body in found else set()


def _merged(found: Mapping[str, Persons], classes: Sequence[Sequence[Name]]) -> dict[str, str]:
    """The key of each person who is one with others, to the least key of them all."""
    parents: dict[str, str] = {}

    def find(key: str) -> str:
        while (parent := parents.setdefault(key, key)) != key:
            key = parent
        return key

    for names in classes:
        keys = sorted(find(key) for name in names for key in _keys(found, name))
        for key in keys[1:]:
            parents[max(find(key), keys[0])] = min(find(key), keys[0])
    return {key: find(key) for key in parents}


def _broken(
    found: Mapping[str, Persons], merged: Mapping[str, str], classes: Sequence[Sequence[Name]], links: Links
) -> dict[str, set[tuple[Name, Name]]]:
    """For each body the pairs that must part, so that no two persons are one who are ruled to be different."""
    of = {name: names for names in classes for name in names}
    more: defaultdict[str, set[tuple[Name, Name]]] = defaultdict(set)
    for left, right in links.different:
        here, there = ({merged.get(key, key) for key in _keys(found, name)} for name in (left, right))
        if here.isdisjoint(there):
            continue
        for name in (left, right):
            for other in of:
                is_other = other.body == name.body and other not in of.get(name, (name,))
                if is_other and not _keys(found, other).isdisjoint(_keys(found, name)):
                    more[name.body].add((min(name, other), max(name, other)))
    return more


def _gathered(found: Mapping[str, Persons], merged: Mapping[str, str]) -> People:
    """All bodies' persons; a person of several bodies has the least key that is free in all of them."""
    everyone = {person.key: person for body in found.values() for person in body.persons}
    members: defaultdict[str, list[Person]] = defaultdict(list)
    for key, person in everyone.items():
        members[merged.get(key, key)].append(person)
    people, keys = People(), dict[str, str]()
    for least, persons in sorted(members.items()):
        key = least if len(persons) == 1 else _free(least, persons, everyone)
        keys.update((person.key, key) for person in persons)
        first = min(persons, key=lambda person: person.key)
        spellings = {name for person in persons for name in (person.name, *person.also)} - {first.name}
        people.persons[key] = replace(first, key=key, also=tuple(sorted(spellings)))
    for body, own in found.items():
        people.names.update(((body, name), keys[key]) for name, key in own.names.items())
        people.act_names.update((place, keys[key]) for place, key in own.act_names.items())
        people.judgements += [
            replace(row, about=f"person/{keys[row.about.removeprefix('person/')]}") for row in own.judgements
        ]
    return people


def _free(least: str, persons: Sequence[Person], everyone: Mapping[str, Person]) -> str:
    """The least key, numbered where its tail names another person in one of the bodies."""
    own = {person.key for person in persons}
    key, number = least, 1
    while any((k := f"{person.body}/{key.partition('/')[2]}") in everyone and k not in own for person in persons):
        number += 1
        key = f"{least}-{number}"
    return key
