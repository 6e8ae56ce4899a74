"""The persons of one body, with their names, keys and the judgements that made them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from delibgraph.facts import Act
from delibgraph.identity.entities import Judgement, Person
from delibgraph.identity.joins import Joins
from delibgraph.identity.names import is_trivial, preferred, unique_keys
from delibgraph.identity.roll import Roll, names
from delibgraph.identity.rulings import NO_LINKS, Links, Name

_LOST_SPACE = 0.95


@dataclass(frozen=True, slots=True)
class Persons:
    """The persons of a body and the ways from a name to a key.

    ``names`` holds the names that mean one person in all acts of the body; ``act_names`` the others, by the act's
    SHA-256 and part and the name. ``meanings`` gives the keys that each spelling can stand for.
    """

    persons: Sequence[Person]
    names: Mapping[str, str]
    act_names: Mapping[tuple[str, int, str], str]
    judgements: Sequence[Judgement]
    meanings: Mapping[str, set[str]]


def resolve_persons(body: str, acts: Sequence[Act], links: Links = NO_LINKS) -> Persons:
    """The persons named in the acts of the body with this key; the acts stand in an order made from them alone.

    ``links`` are what people have decided on the body's persons.
    """
    roll = Roll.of(acts, links)
    joins = Joins(roll, links)
    meanings = joins.meanings()
    spellings = _spellings(roll, meanings)
    shown = {person: _name(roll, counts) for person, counts in spellings.items()}
    people = sorted(shown, key=lambda person: (shown[person], person))
    keys = dict(zip(people, unique_keys((shown[person] for person in people), f"{body}/"), strict=True))
    persons = [
        Person(keys[person], body, shown[person], tuple(sorted(spellings[person].keys() - {shown[person]})))
        for person in people
    ]
    by_name, by_act = _ways(roll, joins, meanings, keys)
    judgements = [*_lost_spaces(body, roll, meanings, keys), *_decided(body, roll, joins, keys)]
    meant = {
        spelling: {keys[person] for person in people}
        for node, people in meanings.items()
        for spelling in roll.forms[node].spellings
    }
    return Persons(persons, by_name, by_act, judgements, meant)


def _spellings(roll: Roll, meanings: Mapping[int, set[int]]) -> Mapping[int, Counter[str]]:
    """All spellings of each person, with the number of acts that print each."""
    spellings: defaultdict[int, Counter[str]] = defaultdict(Counter)
    for node, people in meanings.items():
        for person in people:
            spellings[person].update(roll.forms[node].spellings)
    return spellings


def _name(roll: Roll, counts: Mapping[str, int]) -> str:
    """The preferred spelling, of the full names where there is one."""
    full = {spelling: n for spelling, n in counts.items() if roll.forms[roll.nodes[spelling]].name.is_full}
    return preferred(full or counts)


def _ways(
    roll: Roll, joins: Joins, meanings: Mapping[int, set[int]], keys: Mapping[int, str]
) -> tuple[dict[str, str], dict[tuple[str, int, str], str]]:
    by_name: dict[str, str] = {}
    by_act: dict[tuple[str, int, str], str] = {}
    for index, act in enumerate(roll.acts):
        for name in names(act):
            if name in by_name:
                continue
            node = roll.node(name)
            key = keys[joins.person(index, node)]
            if len(meanings[node]) == 1:
                by_name[name] = key
            else:
                by_act[act.sha256, act.part, name] = key
    return by_name, by_act


def _lost_spaces(
    body: str, roll: Roll, meanings: Mapping[int, set[int]], keys: Mapping[int, str]
) -> Iterator[Judgement]:
    """Equal spellings of a form that are not merely in another case, accent or order."""
    reason = "the same letters, a hyphen or a space apart"
    for node, people in meanings.items():
        form = roll.forms[node]
        for spelling in form.spellings:
            if not is_trivial(form.label, spelling):
                for person in people:
                    about = f"person/{keys[person]}"
                    yield Judgement(about, form.label, spelling, "same", _LOST_SPACE, reason, bodies=(body, body))


def _decided(body: str, roll: Roll, joins: Joins, keys: Mapping[int, str]) -> Iterator[Judgement]:
    for about, decision in set(joins.decisions):
        left, right = (Name(body, roll.forms[node].label) for node in (decision.left, decision.right))
        yield decision.judgement(f"person/{keys[about]}", left, right)
