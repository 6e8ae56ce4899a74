"""Acts become identities: bodies and organisations across all acts, then the persons of each body by themselves."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from delibgraph.facts import Act
from delibgraph.identity.bodies import Bodies, resolve_bodies
from delibgraph.identity.doubts import Rosters
from delibgraph.identity.entities import Identities
from delibgraph.identity.judged import Stated, in_order, judged, printed
from delibgraph.identity.names import slug
from delibgraph.identity.organisations import resolve_organisations
from delibgraph.identity.rulings import NO_LINKS, NO_RULINGS, Name, Ruling, Rulings
from delibgraph.identity.shares import Share, shares


@dataclass(frozen=True, slots=True)
class Across:
    """What is known across bodies: all but persons; and the rulings on persons."""

    identities: Identities
    stated: Stated = field(default_factory=dict)

    @classmethod
    def of(cls, acts: Iterable[Act], rulings: Rulings = NO_RULINGS, rosters: Rosters = list) -> Across:
        """Join the names of bodies and organisations; the result depends on the sets of acts and of rulings alone.

        An act is known by its document's SHA-256 and its part: one that two files hold counts once. Of acts that are
        outlines, ``rosters`` gives the lists.

        Raises:
            ContradictionError: the rulings contradict each other.
        """
        by_key = {(act.sha256, act.part): act for act in acts}
        known = [by_key[key] for key in sorted(by_key)]
        links = rulings.links("body")
        bodies = resolve_bodies(known, links, rosters)
        undecided = bodies if links == NO_LINKS else resolve_bodies(known, rosters=rosters)
        stated = dict(_at_home(rulings, bodies, undecided))
        named = Rulings.of(stated).links("organisation")
        organisations = resolve_organisations(known, bodies.act_bodies, bodies.bodies, named)
        ways = {"body": bodies.names, "organisation": printed(organisations.names)}
        identities = Identities(
            {body.key: body for body in bodies.bodies},
            {organ.key: organ for organ in bodies.organs},
            organisations={organisation.key: organisation for organisation in organisations.organisations},
            judgements=judged((*bodies.judgements, *organisations.judgements), stated, ways),
            act_bodies=bodies.act_bodies,
            act_organs=bodies.act_organs,
            organisation_names=organisations.names,
        )
        return cls(identities, {row: own for row, own in stated.items() if row.sort == "person"})

    def shares(self) -> Iterator[Share]:
        """What the acts of each body need, in the order of the bodies; persons are yet to be told."""
        return shares(self.identities, self.stated)


def resolve(acts: Iterable[Act], rulings: Rulings = NO_RULINGS) -> Identities:
    """Join the names of the acts; the result depends on the sets of acts and of rulings alone, not on their order.

    Raises:
        ContradictionError: the rulings contradict each other.
    """
    known = {(act.sha256, act.part): act for act in acts}
    across = Across.of(known.values(), rulings)
    told = (share.resolved(known[place] for place in share.identities.act_bodies) for share in across.shares())
    whole = across.identities.joined(told)
    return replace(whole, judgements=in_order(whole.judgements))


def _at_home(rulings: Rulings, bodies: Bodies, undecided: Bodies) -> Iterable[tuple[Ruling, Ruling]]:
    """The rulings on the bodies as they are known now, each with itself as stated: a body can have got a SIREN since,
    or have been made one with another, and so have another key than it has ``undecided``."""
    keys: defaultdict[str, set[str]] = defaultdict(set)
    for body in bodies.bodies:
        for name in {body.key, *(slug(name) for name in (body.name or "", *body.also))}:
            keys[name].add(body.key)
    before: defaultdict[str, set[str]] = defaultdict(set)
    for printed_name, key in undecided.names.items():
        before[key].add(bodies.names[printed_name])
    known = {body.key for body in bodies.bodies}
    now = {
        name: next(iter(found)) for name, found in {**keys, **before}.items() if len(found) == 1 and name not in known
    }

    def moved(name: Name) -> Name:
        return Name(now.get(name.body, name.body), name.spelling)

    for row in reversed(rulings.rows):
        yield row if row.sort == "body" else replace(row, left=moved(row.left), right=moved(row.right)), row
