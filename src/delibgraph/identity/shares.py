"""Identities in shares: as much as the acts of one body need, or of bodies whose persons people have held together.

Persons are told apart within a body, so each share can be resolved by itself, anywhere and in any order.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field, replace

from delibgraph.facts import Act
from delibgraph.identity.clusters import Clusters
from delibgraph.identity.crossing import resolve_all_persons, with_officers
from delibgraph.identity.entities import Confirmation, Identities, Judgement, home
from delibgraph.identity.judged import Stated, judged, printed
from delibgraph.identity.names import tidy
from delibgraph.identity.rulings import Name, Ruling, Rulings


@dataclass(frozen=True, slots=True)
class Share:
    """What is known across bodies, as far as the acts of some bodies need it, and the rulings on their persons.

    Bodies, organs and acts are theirs alone; organisations those that their acts name, and those that are known in one
    of them alone; judgements those on what is theirs alone.
    """

    identities: Identities
    stated: Stated = field(default_factory=dict)

    def resolved(self, acts: Iterable[Act]) -> Identities:
        """The share with the persons of its acts; those of other bodies are passed over."""
        whose = self.identities.act_bodies
        by_place = {(act.sha256, act.part): act for act in acts}
        acts_of: defaultdict[str, list[Act]] = defaultdict(list)
        for place in sorted(by_place.keys() & whose.keys()):
            acts_of[whose[place]].append(by_place[place])
        people = resolve_all_persons(acts_of, Rulings.of(self.stated))
        names = with_officers(acts_of, people.persons, people.names)
        known = printed(names)
        for (_, _, name), key in sorted(people.act_names.items()):
            known.setdefault(Name(key.partition("/")[0], tidy(name)), key)
        return replace(
            self.identities,
            persons=people.persons,
            person_names=names,
            act_person_names=people.act_names,
            judgements=(*self.identities.judgements, *judged(people.judgements, self.stated, {"person": known})),
        )


def shares(identities: Identities, stated: Stated) -> Iterator[Share]:
    """The shares of what is known across bodies, in the order of the bodies; ``stated`` are rulings on persons."""
    groups = list(_groups(identities.bodies, stated))
    held = _Held(identities)
    rulings: defaultdict[str, dict[Ruling, Ruling]] = defaultdict(dict)
    for row, own in stated.items():
        rulings[row.left.body][row] = rulings[row.right.body][row] = own
    for bodies in groups:
        theirs = {row: own for body in bodies for row, own in rulings.get(body, {}).items()}
        yield Share(held.of([body for body in bodies if body in identities.bodies]), theirs)


def _groups(bodies: Collection[str], stated: Stated) -> Iterator[list[str]]:
    """The bodies, those together of whose persons people have said something in one breath.

    A ruling can name a body that is no more: it may lead to another that is.
    """
    nodes = sorted({*bodies, *(name.body for row in stated for name in (row.left, row.right))})
    number = {body: at for at, body in enumerate(nodes)}
    clusters = Clusters(() for _ in nodes)
    for row in stated:
        clusters.join(number[row.left.body], number[row.right.body])
    for members in clusters.sets().values():
        if any(nodes[at] in bodies for at in members):
            yield [nodes[at] for at in members]


class _Held:
    """Identities by body."""

    def __init__(self, identities: Identities) -> None:
        self.identities = identities
        self.acts: defaultdict[str, list[tuple[str, int]]] = defaultdict(list)
        self.organs: defaultdict[str, list[str]] = defaultdict(list)
        self.names: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
        self.owned: defaultdict[str, list[str]] = defaultdict(list)
        self.judged: defaultdict[str, list[Judgement]] = defaultdict(list)
        self.confirmed: defaultdict[str, list[Confirmation]] = defaultdict(list)
        for place, body in identities.act_bodies.items():
            self.acts[body].append(place)
        for organ in identities.organs.values():
            self.organs[organ.body].append(organ.key)
        for at in identities.organisation_names:
            self.names[at[0]].append(at)
        for key in identities.organisations:
            self.owned[identities.part(key)].append(key)
        for judgement in identities.judgements:
            self.judged[identities.part(judgement.about.partition("/")[2])].append(judgement)
        for confirmation in identities.confirmations:
            self.confirmed[confirmation.about].append(confirmation)

    def of(self, bodies: Collection[str]) -> Identities:
        """What the acts of these bodies need."""
        own, parts = self.identities, [home(body) for body in bodies]
        acts = [place for body in bodies for place in self.acts[body]]
        names = {at: own.organisation_names[at] for body in bodies for at in self.names[body]}
        keys = sorted({*names.values(), *(key for part in parts for key in self.owned[part])})
        about = [*(f"body/{body}" for body in bodies), *(f"organisation/{key}" for key in keys)]
        return Identities(
            {body: own.bodies[body] for body in bodies},
            {key: own.organs[key] for body in bodies for key in self.organs[body]},
            organisations={key: own.organisations[key] for key in keys},
            judgements=tuple(row for part in parts for row in self.judged[part]),
            act_bodies={place: own.act_bodies[place] for place in acts},
            act_organs={place: own.act_organs[place] for place in acts},
            organisation_names=names,
            confirmations=tuple(row for one in about for row in self.confirmed.get(one, ())),
        )
