"""Acts become identities: bodies first, then the persons of each body, then organisations across all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from delibgraph.facts import Act
from delibgraph.identity.bodies import Bodies, resolve_bodies
from delibgraph.identity.crossing import resolve_all_persons
from delibgraph.identity.entities import MACHINE, Identities, Judgement, Person
from delibgraph.identity.names import slug, tidy, words
from delibgraph.identity.organisations import resolve_organisations
from delibgraph.identity.rulings import NO_LINKS, NO_RULINGS, Name, Ruling, Rulings

_DECIDED = "decided by a person"
_ORDER = ("same", "different", "undecided", "unsure")


def resolve(acts: Iterable[Act], rulings: Rulings = NO_RULINGS) -> Identities:
    """Join the names of the acts; the result depends on the sets of acts and of rulings alone, not on their order.

    An act is known by its document's SHA-256 and its part: one that two files hold counts once.

    Raises:
        ContradictionError: the rulings contradict each other.
    """
    by_key = {(act.sha256, act.part): act for act in acts}
    in_order = [by_key[key] for key in sorted(by_key)]
    links = rulings.links("body")
    bodies = resolve_bodies(in_order, links)
    stated = dict(_at_home(rulings, bodies, bodies if links == NO_LINKS else resolve_bodies(in_order)))
    rulings = Rulings.of(stated)
    acts_of: defaultdict[str, list[Act]] = defaultdict(list)
    for act in in_order:
        acts_of[bodies.act_bodies[act.sha256, act.part]].append(act)
    people = resolve_all_persons(acts_of, rulings)
    organisations = resolve_organisations(in_order, bodies.act_bodies, bodies.bodies, rulings.links("organisation"))
    identities = Identities(
        {body.key: body for body in bodies.bodies},
        {organ.key: organ for organ in bodies.organs},
        people.persons,
        {organisation.key: organisation for organisation in organisations.organisations},
        (),
        bodies.act_bodies,
        bodies.act_organs,
        _with_officers(acts_of, people.persons, people.names),
        organisations.names,
        people.act_names,
    )
    ruled = {(row.sort, _names(row.left, row.right)) for row in rulings.rows}
    judgements = [
        *(
            row
            for row in (*bodies.judgements, *people.judgements, *organisations.judgements)
            if (row.about.partition("/")[0], _pair(row)) not in ruled
        ),
        *_ruled(identities, rulings, stated, bodies.names),
    ]
    return replace(identities, judgements=_one_each(judgements))


def _with_officers(
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


def _at_home(rulings: Rulings, bodies: Bodies, undecided: Bodies) -> Iterable[tuple[Ruling, Ruling]]:
    """The rulings on the bodies as they are known now, each with itself as stated: a body can have got a SIREN since,
    or have been made one with another, and so have another key than it has ``undecided``."""
    keys: defaultdict[str, set[str]] = defaultdict(set)
    for body in bodies.bodies:
        for name in {body.key, *(slug(name) for name in (body.name or "", *body.also))}:
            keys[name].add(body.key)
    before: defaultdict[str, set[str]] = defaultdict(set)
    for printed, key in undecided.names.items():
        before[key].add(bodies.names[printed])
    known = {body.key for body in bodies.bodies}
    now = {
        name: next(iter(found)) for name, found in {**keys, **before}.items() if len(found) == 1 and name not in known
    }

    def moved(name: Name) -> Name:
        return Name(now.get(name.body, name.body), name.spelling)

    for row in reversed(rulings.rows):
        yield row if row.sort == "body" else replace(row, left=moved(row.left), right=moved(row.right)), row


def _ruled(
    identities: Identities, rulings: Rulings, stated: Mapping[Ruling, Ruling], bodies: Mapping[Name, str]
) -> Iterable[Judgement]:
    """The rulings as rows, each about whom its first known name means, in the names in which it was stated."""
    persons = _known(identities.person_names)
    for (_, _, name), key in sorted(identities.act_person_names.items()):
        persons.setdefault(Name(key.partition("/")[0], tidy(name)), key)
    known = {"body": bodies, "person": persons, "organisation": _known(identities.organisation_names)}
    for row in rulings.rows:
        left, right = known[row.sort].get(row.left), known[row.sort].get(row.right)
        if left and right:
            own = stated[row]
            yield Judgement(
                f"{row.sort}/{left}", own.left.spelling, own.right.spelling, own.verdict, own.score,
                own.reason or _DECIDED, own.by, own.at, (own.left.body, own.right.body),
            )  # fmt: skip


def _known(names: Mapping[tuple[str, str], str]) -> dict[Name, str]:
    return {Name(body, tidy(printed)): key for (body, printed), key in sorted(names.items())}


def _one_each(judgements: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """One judgement for each pair of names of an entity: a person's before the machine's, a join before a refusal,
    then the best score."""
    best: dict[tuple[str, frozenset[Name]], Judgement] = {}
    for row in sorted(
        judgements,
        key=lambda row: (row.by == MACHINE, _ORDER.index(row.judgement), -row.score, row.reason, row.left, row.bodies),
    ):
        best.setdefault((row.about, _pair(row)), row)
    return tuple(sorted(best.values(), key=lambda row: (row.about, row.left, row.right, row.bodies)))


def _pair(row: Judgement) -> frozenset[Name]:
    return _names(*(Name(body, name) for body, name in zip(row.bodies, (row.left, row.right), strict=True)))


def _names(left: Name, right: Name) -> frozenset[Name]:
    return frozenset((left, right))
