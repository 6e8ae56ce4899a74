"""Organisations across all documents: one name in many spellings, short and long, with every kind it is given."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from delibgraph.facts import Act
from delibgraph.identity.census import OrganisationForm, census
from delibgraph.identity.clusters import Clusters, Decision, Proposal, settle
from delibgraph.identity.entities import Judgement, Organisation
from delibgraph.identity.lexicon import LITTLE_WORDS, PLACES
from delibgraph.identity.names import is_trivial, preferred, unique_keys
from delibgraph.identity.similarity import deletions, organisation_slip

_SHORTEST_BRAND = 5
_EQUAL, _STATED, _EXTENDED = 0.95, 1.0, 0.7
_APART = "money is granted to both in one deliberation"


@dataclass(frozen=True, slots=True)
class Organisations:
    """The organisations, and the key of each name as printed."""

    organisations: Sequence[Organisation]
    names: Mapping[str, str]
    judgements: Sequence[Judgement]


def resolve_organisations(acts: Sequence[Act], act_bodies: Mapping[tuple[str, int], str]) -> Organisations:
    """The organisations that the acts name; the acts stand in an order made from them alone."""
    found = census(acts, act_bodies)
    forms = found.forms
    clusters = Clusters(form.grants for form in forms)
    decisions = [
        *_stated(clusters, found.claims),
        *settle(clusters, _slips(forms), _APART),
        *_stated(clusters, found.claims),
        *_contested(clusters, found.claims),
        *_extended(clusters, forms),
    ]
    members = clusters.sets()
    counts = {root: _counted(forms[node] for node in nodes) for root, nodes in members.items()}
    names = {root: preferred(counts[root]) for root in members}
    order = sorted(members, key=lambda root: (names[root], root))
    keys = dict(zip(order, unique_keys(names[root] for root in order), strict=True))
    organisations = [
        Organisation(
            keys[root],
            names[root],
            tuple(sorted(counts[root].keys() - {names[root]})),
            tuple(sorted({kind for node in members[root] for kind in forms[node].kinds})),
        )
        for root in order
    ]
    ways = {printed: keys[clusters.find(node)] for printed, node in found.nodes.items()}
    about = [f"organisation/{keys[clusters.find(node)]}" for node in range(len(forms))]
    return Organisations(organisations, ways, [*_equals(forms, about), *_decided(forms, about, decisions)])


def _counted(forms: Iterable[OrganisationForm]) -> Counter[str]:
    counts: Counter[str] = Counter()
    for form in forms:
        counts.update(form.spellings)
    return counts


def _slips(forms: Sequence[OrganisationForm]) -> Iterator[Proposal]:
    """Names one letter apart, found through what is left of both without one letter."""
    buckets: defaultdict[str, list[int]] = defaultdict(list)
    for node, form in enumerate(forms):
        for rest in deletions("".join(form.normal)):
            buckets[rest].append(node)
    for left, right in sorted({pair for bucket in buckets.values() for pair in combinations(bucket, 2)}):
        score = organisation_slip(forms[left].normal, forms[right].normal)
        if score is not None:
            yield Proposal(left, right, score, "one letter apart")


def _stated(clusters: Clusters, claims: Sequence[tuple[int, int]]) -> Iterator[Decision]:
    """Other spellings that a text itself gives, as long as texts give each to one organisation.

    One join can make two claimants one, so the open claims are looked at again until nothing changes.
    """
    is_changed = True
    while is_changed:
        is_changed = False
        for claimants in _claimants(clusters, claims):
            name, other = claimants[0]
            if len(claimants) == 1 and clusters.join(name, other):
                is_changed = True
                yield Decision(name, other, True, _STATED, "a text gives both spellings")


def _contested(clusters: Clusters, claims: Sequence[tuple[int, int]]) -> Iterator[Decision]:
    """The spellings that texts give to an organisation and that are not joined."""
    for claimants in _claimants(clusters, claims):
        reason = _APART if len(claimants) == 1 else "texts give this spelling to different organisations"
        yield from (Decision(name, other, False, _STATED, reason) for name, other in claimants)


def _claimants(clusters: Clusters, claims: Sequence[tuple[int, int]]) -> list[list[tuple[int, int]]]:
    """For each organisation whose spelling others claim, one claim of each of them."""
    claimants: defaultdict[int, dict[int, tuple[int, int]]] = defaultdict(dict)
    for name, other in claims:
        if clusters.find(name) != clusters.find(other):
            claimants[clusters.find(other)].setdefault(clusters.find(name), (name, other))
    return [list(by_root.values()) for by_root in claimants.values()]


def _extended(clusters: Clusters, forms: Sequence[OrganisationForm]) -> Iterator[Decision]:
    """A brand of one word, and the same with a region or department after it, where one body uses both names.

    "Quatrium" is "Quatrium Auvergne-Rhône-Alpes" as long as no other "Quatrium" of another place is known.
    """
    longer: defaultdict[str, dict[int, int]] = defaultdict(dict)
    users: defaultdict[int, set[str]] = defaultdict(set)
    for node, form in enumerate(forms):
        users[clusters.find(node)] |= form.bodies
        if _is_placed(form.normal):
            longer[form.normal[0]].setdefault(clusters.find(node), node)
    for node, form in enumerate(forms):
        others = longer.get(form.normal[0], {}) if len(form.normal) == 1 else {}
        if len(form.label) < _SHORTEST_BRAND:
            continue
        for root, other in sorted(others.items()):
            if clusters.find(node) == clusters.find(root) or form.bodies.isdisjoint(users[root]):
                continue
            if len(others) > 1:
                yield Decision(node, other, False, _EXTENDED, "short for more than one organisation")
            elif clusters.join(node, other):
                yield Decision(node, other, True, _EXTENDED, "the longer name adds a place, and no other one does")
            else:
                yield Decision(node, other, False, _EXTENDED, _APART)


def _is_placed(normal: tuple[str, ...]) -> bool:
    rest = normal[1:]
    while rest and rest[0] in LITTLE_WORDS and rest not in PLACES:
        rest = rest[1:]
    return rest in PLACES


def _equals(forms: Sequence[OrganisationForm], about: Sequence[str]) -> Iterator[Judgement]:
    """Equal normal names that are not merely in another case, accent or order."""
    reason = "equal but for an article, a generic word, a legal form, a hyphen or a space"
    for form, key in zip(forms, about, strict=True):
        for spelling in form.spellings:
            if not is_trivial(form.label, spelling):
                yield Judgement(key, form.label, spelling, "same", _EQUAL, reason)


def _decided(
    forms: Sequence[OrganisationForm], about: Sequence[str], decisions: Sequence[Decision]
) -> Iterator[Judgement]:
    """The decisions as rows, but for a refusal that a later join has overtaken."""
    for decision in decisions:
        left, right = decision.left, decision.right
        if decision.same or about[left] != about[right]:
            yield decision.judgement(about[left], forms[left].label, forms[right].label)
