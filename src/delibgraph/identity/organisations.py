"""Organisations across all documents: one name in many spellings, short and long, with every kind it is given."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from delibgraph.facts import Act
from delibgraph.identity.census import Census, Claim, OrganisationForm, census
from delibgraph.identity.clusters import Clusters, Decision, Proposal, settle
from delibgraph.identity.entities import Body, Judgement, Organisation
from delibgraph.identity.lexicon import LITTLE_WORDS, PLACES
from delibgraph.identity.likeness import likely, reordered, slips, spelt_out
from delibgraph.identity.names import is_trivial, preferred, tidy, unique_keys
from delibgraph.identity.rulings import NO_LINKS, Links, Name

_SHORTEST_BRAND = 5
_SIREN_LENGTH = 9
_EQUAL, _NUMBERED, _EXTENDED = 0.95, 1.0, 0.7
_APART = "money is granted to both in one deliberation"


@dataclass(frozen=True, slots=True)
class Organisations:
    """The organisations, and the key of each name as the acts of a body print it."""

    organisations: Sequence[Organisation]
    names: Mapping[tuple[str, str], str]
    judgements: Sequence[Judgement]


def resolve_organisations(
    acts: Sequence[Act],
    act_bodies: Mapping[tuple[str, int], str],
    bodies: Sequence[Body] = (),
    links: Links = NO_LINKS,
) -> Organisations:
    """The organisations that the acts name; the acts stand in an order made from them alone.

    ``links`` are what people have decided on organisations.
    """
    found = census(acts, act_bodies, bodies, links.named)
    forms = found.forms
    clusters = Clusters(form.grants for form in forms)
    clusters.rule(_nodes(found, links.same), _nodes(found, links.different))
    decisions = [
        *_numbered(clusters, forms),
        *settle(clusters, _equal(forms), _APART),
        *_stated(clusters, found.claims),
        *settle(clusters, [*slips(forms), *reordered(forms)], _APART),
        *_stated(clusters, found.claims),
        *_contested(clusters, found.claims),
        *_extended(clusters, forms),
        *likely(clusters, forms),
        *spelt_out(clusters, forms),
    ]
    keys = _keys(clusters, forms)
    ways = {at: keys[clusters.find(node)] for at, node in found.nodes.items()}
    about = [f"organisation/{keys[clusters.find(node)]}" for node in range(len(forms))]
    organisations = [_organisation(keys[root], forms, nodes) for root, nodes in clusters.sets().items()]
    organisations.sort(key=lambda organisation: organisation.key)
    return Organisations(organisations, ways, [*_equals(forms, about), *_decided(forms, about, decisions)])


def _nodes(found: Census, pairs: Iterable[tuple[Name, Name]]) -> list[tuple[int, int]]:
    """The pairs as forms; names that no act prints any more are passed over."""
    known = {Name(body, tidy(printed)): node for (body, printed), node in found.nodes.items()}
    return [(known[left], known[right]) for left, right in pairs if left in known and right in known]


def _keys(clusters: Clusters, forms: Sequence[OrganisationForm]) -> dict[int, str]:
    """The key of each set: its name's slug, within a body where the name is known there alone."""
    members = clusters.sets()
    names = {root: preferred(_counted(forms[node] for node in nodes)) for root, nodes in members.items()}
    homes = {root: _home({forms[node].scope for node in nodes}) for root, nodes in members.items()}
    order = sorted(members, key=lambda root: (names[root], homes[root], forms[root].scope, root))
    keys: dict[int, str] = {}
    for home in sorted(set(homes.values())):
        roots = [root for root in order if homes[root] == home]
        keys.update(zip(roots, unique_keys((names[root] for root in roots), home), strict=True))
    return keys


def _home(scopes: set[str]) -> str:
    """What comes before the name in a key: the body's key, if the names are known within one alone."""
    (scope, *others) = sorted(scopes)
    return "" if others or not scope or scope.startswith("#") else f"{scope}/"


def _organisation(key: str, forms: Sequence[OrganisationForm], nodes: Sequence[int]) -> Organisation:
    counts = _counted(forms[node] for node in nodes)
    name = preferred(counts)
    kinds = {kind for node in nodes for kind in forms[node].kinds}
    numbers = {number for node in nodes for number in forms[node].identifiers}
    also = tuple(sorted(counts.keys() - {name}))
    return Organisation(key, name, also, tuple(sorted(kinds)), tuple(sorted(numbers)))


def _counted(forms: Iterable[OrganisationForm]) -> Counter[str]:
    counts: Counter[str] = Counter()
    for form in forms:
        counts.update(form.spellings)
    return counts


def _numbered(clusters: Clusters, forms: Sequence[OrganisationForm]) -> Iterator[Decision]:
    """Forms with one SIREN or RNA number printed beside them are one; with two, two."""
    first: dict[str, int] = {}
    sirens: defaultdict[int, set[str]] = defaultdict(set)
    for node, form in enumerate(forms):
        for number in sorted({_unit(number) for number in form.identifiers}):
            other = first.setdefault(number, node)
            if clusters.find(other) != clusters.find(node) and clusters.join(other, node):
                yield Decision(other, node, True, _NUMBERED, f"one number, {number}, stands beside both")
    for node, form in enumerate(forms):
        sirens[clusters.find(node)] |= {_unit(number) for number in form.identifiers if number.isdecimal()}
    for root, numbers in sirens.items():
        if len(numbers) == 1:
            clusters.add_kinds(root, numbers)


def _unit(number: str) -> str:
    """The SIREN of a SIRET, or the number itself."""
    return number[:_SIREN_LENGTH] if number.isdecimal() else number


def _equal(forms: Sequence[OrganisationForm]) -> Iterator[Proposal]:
    """Forms of one normal name that stand alone because people have decided on one of them."""
    first: dict[tuple[str, str], int] = {}
    for node, form in enumerate(forms):
        other = first.setdefault((form.scope, form.letters), node)
        if other != node:
            yield Proposal(other, node, _NUMBERED, "equal names")


def _stated(clusters: Clusters, claims: Sequence[Claim]) -> Iterator[Decision]:
    """Other spellings that a text itself gives, as long as texts give each to one organisation; then initials.

    One join can make two claimants one, so the open claims are looked at again until nothing changes.
    """
    is_changed = True
    while is_changed:
        is_changed = False
        for claimants in _claimants(clusters, claims):
            claim = claimants[0]
            if len(claimants) == 1 and clusters.join(claim.name, claim.other):
                is_changed = True
                yield Decision(claim.name, claim.other, True, claim.score, claim.reason)


def _contested(clusters: Clusters, claims: Sequence[Claim]) -> Iterator[Decision]:
    """The spellings that texts give to an organisation and that are not joined."""
    for claimants in _claimants(clusters, claims):
        reason = _APART if len(claimants) == 1 else "texts give this spelling to different organisations"
        yield from (Decision(claim.name, claim.other, False, claim.score, reason) for claim in claimants)


def _claimants(clusters: Clusters, claims: Sequence[Claim]) -> list[list[Claim]]:
    """For each organisation whose spelling others claim, the best claim of each; what texts state outdoes initials."""
    claimants: defaultdict[int, dict[int, Claim]] = defaultdict(dict)
    best: dict[int, float] = {}
    for claim in sorted(claims, key=lambda claim: (-claim.score, claim)):
        name, other = clusters.find(claim.name), clusters.find(claim.other)
        if claim.score >= best.setdefault(claim.other, claim.score) and name != other:
            claimants[other].setdefault(name, claim)
    return [list(by_root.values()) for by_root in claimants.values()]


def _extended(clusters: Clusters, forms: Sequence[OrganisationForm]) -> Iterator[Decision]:
    """A brand of one word, and the same with a region or department after it, where one body uses both names.

    "Quatrium" is "Quatrium Auvergne-Rhône-Alpes" as long as no other "Quatrium" of another place is known.
    """
    longer: defaultdict[str, dict[int, int]] = defaultdict(dict)
    users: defaultdict[int, set[str]] = defaultdict(set)
    for node, form in enumerate(forms):
        users[clusters.find(node)] |= form.bodies
        if not form.scope and _is_placed(form.normal):
            longer[form.normal[0]].setdefault(clusters.find(node), node)
    for node, form in enumerate(forms):
        others = longer.get(form.normal[0], {}) if len(form.normal) == 1 else {}
        if len(form.label) < _SHORTEST_BRAND or form.scope:
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
                bodies = (form.name.body, form.named(spelling).body)
                yield Judgement(key, form.label, spelling, "same", _EQUAL, reason, bodies=bodies)


def _decided(
    forms: Sequence[OrganisationForm], about: Sequence[str], decisions: Sequence[Decision]
) -> Iterator[Judgement]:
    """The decisions as rows, but for a refusal that a later join has overtaken."""
    for decision in decisions:
        left, right = decision.left, decision.right
        if decision.same or about[left] != about[right]:
            yield decision.judgement(about[left], forms[left].name, forms[right].name)
