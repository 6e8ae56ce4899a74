"""Acts become identities: bodies first, then the persons of each body, then organisations across all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from delibgraph.facts import Act
from delibgraph.identity.bodies import resolve_bodies
from delibgraph.identity.entities import Identities, Judgement, Person
from delibgraph.identity.organisations import resolve_organisations
from delibgraph.identity.persons import resolve_persons
from delibgraph.identity.rulings import NO_RULINGS, Rulings


def resolve(acts: Iterable[Act], rulings: Rulings = NO_RULINGS) -> Identities:
    """Join the names of the acts; the result depends on the sets of acts and of rulings alone, not on their order.

    An act is known by its document's SHA-256 and its part: one that two files hold counts once.
    """
    by_key = {(act.sha256, act.part): act for act in acts}
    in_order = [by_key[key] for key in sorted(by_key)]
    bodies = resolve_bodies(in_order)
    acts_of: defaultdict[str, list[Act]] = defaultdict(list)
    for act in in_order:
        acts_of[bodies.act_bodies[act.sha256, act.part]].append(act)
    persons: dict[str, Person] = {}
    person_names: dict[tuple[str, str], str] = {}
    act_names: dict[tuple[str, int, str], str] = {}
    judgements = [*bodies.judgements]
    for body in sorted(acts_of):
        found = resolve_persons(body, acts_of[body], rulings.links("person", body))
        persons.update((person.key, person) for person in found.persons)
        person_names.update(((body, name), key) for name, key in found.names.items())
        act_names.update(found.act_names)
        judgements.extend(found.judgements)
    organisations = resolve_organisations(in_order, bodies.act_bodies, bodies.bodies, rulings.links("organisation"))
    judgements.extend(organisations.judgements)
    return Identities(
        {body.key: body for body in bodies.bodies},
        {organ.key: organ for organ in bodies.organs},
        persons,
        {organisation.key: organisation for organisation in organisations.organisations},
        _one_each(judgements),
        bodies.act_bodies,
        bodies.act_organs,
        person_names,
        organisations.names,
        act_names,
    )


def _one_each(judgements: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """One judgement for each pair of spellings of an entity: a join before a refusal, then the best score."""
    best: dict[tuple[str, frozenset[tuple[str, str]]], Judgement] = {}
    order = ("same", "different", "undecided", "unsure")
    for row in sorted(
        judgements, key=lambda row: (order.index(row.judgement), -row.score, row.reason, row.left, row.bodies)
    ):
        best.setdefault((row.about, frozenset(zip(row.bodies, (row.left, row.right), strict=True))), row)
    return tuple(sorted(best.values(), key=lambda row: (row.about, row.left, row.right, row.bodies)))
