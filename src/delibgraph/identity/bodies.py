"""Bodies by their SIREN, else by their name; organs by their name within a body."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from delibgraph.facts import Act
from delibgraph.identity.claims import Bearers, Claim, Group
from delibgraph.identity.clusters import Clusters
from delibgraph.identity.doubts import Known, Rosters, doubts
from delibgraph.identity.entities import Body, Judgement, Organ
from delibgraph.identity.names import is_trivial, preferred, tidy, unique_keys
from delibgraph.identity.organs import organ_slug
from delibgraph.identity.rulings import NO_LINKS, Links, Name

_BY_NAME, _BY_SIREN = 0.95, 1.0


@dataclass(frozen=True, slots=True)
class Bodies:
    """The bodies and organs, and the key of each act's, by SHA-256 and part; ``names`` gives that of each name."""

    bodies: Sequence[Body]
    organs: Sequence[Organ]
    act_bodies: dict[tuple[str, int], str]
    act_organs: dict[tuple[str, int], str]
    judgements: Sequence[Judgement]
    names: Mapping[Name, str]


def resolve_bodies(acts: Sequence[Act], links: Links = NO_LINKS, rosters: Rosters = list) -> Bodies:
    """The bodies and organs of the acts, which stand in an order made from them alone.

    ``links`` are what people have decided on bodies; ``rosters`` gives the lists of acts that are outlines.
    """
    claims = [Claim.of(act) for act in acts]
    printed: defaultdict[Name, list[int]] = defaultdict(list)
    for number, claim in enumerate(claims):
        printed[claim.name].append(number)
    names = sorted(printed, key=lambda name: (not claims[printed[name][0]].siren, name))
    bearers = Bearers(claims)
    groups = [bearers.group(claims[printed[name][0]]) for name in names]
    clusters = _joined(names, groups, links)
    found = [
        _Found(
            [names[node] for node in nodes],
            [groups[node] for node in nodes],
            [claims[number] for node in nodes for number in printed[names[node]]],
            [acts[number] for node in nodes for number in printed[names[node]]],
        )
        for nodes in clusters.sets().values()
    ]
    found.sort(key=lambda one: one.order)
    keyed = dict(zip(unique_keys(one.stem for one in found), found, strict=True))
    ways = {name: key for key, one in keyed.items() for name in one.names}
    organs, act_organs = _organs({key: one.acts for key, one in keyed.items()})
    likely = doubts(
        {key: Known(one.main, one.claims, one.acts, rosters) for key, one in keyed.items()},
        {frozenset((ways[left], ways[right])) for left, right in links.different if {left, right} <= ways.keys()},
    )
    return Bodies(
        [_body(key, one) for key, one in keyed.items()],
        organs,
        {(act.sha256, act.part): ways[claim.name] for act, claim in zip(acts, claims, strict=True)},
        act_organs,
        [*(row for key, one in keyed.items() for row in _judgements(key, one)), *likely],
        ways,
    )


def _joined(names: Sequence[Name], groups: Sequence[Group], links: Links) -> Clusters:
    """The names that are one body's: as people have decided, then as SIREN and name say.

    Whoever was parted from the first name of a group leaves it; the others stay.
    """
    clusters, node_of = Clusters(() for _ in names), {name: node for node, name in enumerate(names)}
    same, different = (
        [(node_of[left], node_of[right]) for left, right in pairs if left in node_of and right in node_of]
        for pairs in (links.same, links.different)
    )
    clusters.rule(same, different)
    first: dict[Group, int] = {}
    for node, group in enumerate(groups):
        clusters.join(first.setdefault(group, node), node)
    return clusters


@dataclass(frozen=True, slots=True)
class _Found:
    """One body: its names, the group of each, and what its acts say of it."""

    names: Sequence[Name]
    groups: Sequence[Group]
    claims: Sequence[Claim]
    acts: Sequence[Act]

    @property
    def siren(self) -> str | None:
        """The SIREN printed most; of equals the least."""
        counts = Counter(claim.siren for claim in self.claims if claim.siren)
        return min(counts, key=lambda siren: (-counts[siren], siren), default=None)

    @property
    def shown(self) -> str | None:
        """The name that stands for all."""
        counts = Counter(claim.printed for claim in self.claims if claim.printed)
        return preferred(counts) if counts else None

    @property
    def main(self) -> Name:
        """The name that stands for all, with its mark."""
        return next(name for name in self.names if name.spelling == (self.shown or ""))

    @property
    def stem(self) -> str:
        """What the key is made from."""
        return self.siren or self.claims[0].tail or self.shown or ""

    @property
    def order(self) -> tuple[bool, str, str, str, str, Name]:
        """Where it stands among the others."""
        group = self.groups[0]
        return self.siren is None, self.shown or "", group.kind or "", group.department or "", group.tail, self.names[0]


def _body(key: str, found: _Found) -> Body:
    also = {claim.printed for claim in found.claims if claim.printed} - {found.shown}
    kinds = Counter(act.sitting.body_kind for act in found.acts if act.sitting.body_kind)
    kind = min(kinds, key=lambda kind: (-kinds[kind], kind), default=None)
    return Body(key, found.shown, tuple(sorted(also)), found.siren, kind)


def _organs(bodies: Mapping[str, Sequence[Act]]) -> tuple[list[Organ], dict[tuple[str, int], str]]:
    act_organs: dict[tuple[str, int], str] = {}
    keys: dict[str, str] = {}
    names: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for body, acts in bodies.items():
        for act in acts:
            name = tidy(act.sitting.organ or "")
            key = keys.setdefault(key := f"{body}/{organ_slug(name)}", key)
            act_organs[act.sha256, act.part] = key
            names[key, body].update([name] if name else [])
    return [
        Organ(key, body, preferred(counts) if counts else None) for (key, body), counts in names.items()
    ], act_organs


def _judgements(key: str, found: _Found) -> Iterator[Judgement]:
    """Why names are one body's, but for those that people have made one."""
    main = found.main
    group = found.groups[found.names.index(main)]
    for name, own in zip(found.names, found.groups, strict=True):
        if name == main or own != group or not (main.spelling and name.spelling):
            continue
        if group.siren and group.siren not in (name.body, main.body):
            continue
        if group.siren and name.body != main.body:
            score, reason = _BY_NAME, "the only body of that name with a SIREN"
        elif is_trivial(main.spelling, name.spelling):
            continue
        elif group.siren:
            score, reason = _BY_SIREN, "one SIREN"
        else:
            score, reason = _BY_NAME, "equal but for a prefix, an article or an abbreviation"
        yield Judgement(
            f"body/{key}", main.spelling, name.spelling, "same", score, reason, bodies=(main.body, name.body)
        )
