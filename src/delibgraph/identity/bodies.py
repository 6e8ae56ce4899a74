"""Bodies by their SIREN, else by their name; organs by their name within a body."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from delibgraph.facts import Act
from delibgraph.identity.entities import Body, Judgement, Organ
from delibgraph.identity.lexicon import DEPARTMENTS, INSTITUTIONS, LITTLE_WORDS
from delibgraph.identity.names import is_trivial, preferred, slug, slug_or_digest, tidy, unique_keys, words

_COMMUNE = frozenset({"ville", "commune", "mairie"})
_RENAMED: dict[tuple[str, ...], str] = {
    ("conseil", "general"): "departement",
    ("conseil", "departemental"): "departement",
    ("conseil", "regional"): "region",
}
_LINKS = {"de": (), "d": (), "du": ("le",), "des": ("les",)}
_SAINTS = {"st": "saint", "ste": "sainte"}
_SIREN_LENGTH = 9
_LOCAL_SIREN = re.compile(r"2[1-5](\d\d)\d{5}")
"""The SIREN of a commune, department or public body of one holds the department's number."""
_PLACED = re.compile(r"(.+?)\s*\(([^()]+)\)\s*")
_STAMPED = re.compile(r"(?<![\w-])0?(\d[\dAB])-\d{9}-\d{8}-")
_BY_NAME, _BY_SIREN = 0.95, 1.0


@dataclass(frozen=True, slots=True)
class Bodies:
    """The bodies and organs, and the key of each act's, by SHA-256 and part."""

    bodies: Sequence[Body]
    organs: Sequence[Organ]
    act_bodies: dict[tuple[str, int], str]
    act_organs: dict[tuple[str, int], str]
    judgements: Sequence[Judgement]


def normal_name(name: str) -> tuple[tuple[str, ...], str | None]:
    """The words of a body's name that tell it from others, and the kind that its prefix says.

    A commune is its bare name; a department's or region's council is the department or region; in the names of other
    institutions the little words do not count.

    >>> normal_name("Ville du Mans")
    (('le', 'mans'), 'commune')
    >>> normal_name("Trelles (Loire)")
    (('trelles',), None)
    >>> normal_name("Conseil général de la Haute-Maine") == normal_name("Département de la Haute Maine")
    True
    """
    parts = tuple(_SAINTS.get(word, word) for word in words(_placed(name)[0]))
    if len(parts) > 1 and parts[0] in ("la", "le", "l") and parts[1] in _COMMUNE | INSTITUTIONS:
        parts = parts[1:]
    if len(parts) > 2 and parts[0] in _COMMUNE and parts[1] in _LINKS:
        return _LINKS[parts[1]] + parts[2:], "commune"
    if parts[:2] in _RENAMED:
        parts = (_RENAMED[parts[:2]], *parts[2:])
    if parts and parts[0] in INSTITUTIONS:
        return tuple(word for word in parts if word not in LITTLE_WORDS), None
    return parts, None


def _placed(name: str) -> tuple[str, str | None]:
    """A body's name and the number of the department that stands behind it in parentheses."""
    if match := _PLACED.fullmatch(name):
        place = words(match[2])
        while place and place[0] in LITTLE_WORDS | {"departement"} and place not in DEPARTMENTS:
            place = place[1:]
        number = DEPARTMENTS.get(place) or next((n for n in DEPARTMENTS.values() if n.lower() == "".join(place)), None)
        if number:
            return match[1], number
    return name, None


def department(body: Body) -> str | None:
    """The number of the department where a body lies, as its SIREN or its name tells.

    >>> department(Body("244200770", "Trelles Métropole", siren="244200770"))
    '42'
    """
    if body.siren and (match := _LOCAL_SIREN.fullmatch(body.siren)):
        return match[1]
    return next((number for name in (body.name, *body.also) if (number := _placed(name or "")[1])), None)


def resolve_bodies(acts: Sequence[Act]) -> Bodies:
    """The bodies and organs of the acts, which stand in an order made from them alone."""
    claims = [_Claim.of(act) for act in acts]
    names = _Names(claims)
    groups: defaultdict[_Group, list[Act]] = defaultdict(list)
    for act, claim in zip(acts, claims, strict=True):
        groups[names.group(claim)].append(act)
    shown = {group: _shown(members) for group, members in groups.items()}
    order = sorted(
        groups,
        key=lambda group: (
            group.siren is None,
            shown[group] or "",
            group.kind or "",
            group.department or "",
            group.tail,
        ),
    )
    keys = dict(
        zip(order, unique_keys(group.siren or group.tail or shown[group] or "" for group in order), strict=True)
    )
    bodies = [_body(keys[group], group, shown[group], groups[group]) for group in order]
    organs, act_organs = _organs({keys[group]: groups[group] for group in order})
    act_bodies = {(act.sha256, act.part): keys[group] for group in order for act in groups[group]}
    judgements = [row for group in order for row in _judgements(keys, group, shown, groups[group], names)]
    return Bodies(bodies, organs, act_bodies, act_organs, judgements)


@dataclass(frozen=True, slots=True)
class _Claim:
    """What one act says of its body, each part where it says so; ``tail`` ends the key of a body without a name."""

    siren: str | None
    normal: tuple[str, ...]
    kind: str | None
    tail: str
    department: str | None = None

    @classmethod
    def of(cls, act: Act) -> _Claim:
        siren, kind = _siren(act), slug(act.sitting.body_kind or "")
        normal, implied = normal_name(act.sitting.body or "")
        tail = "" if siren or normal else f"unknown-{act.sha256[:8]}"
        number = _placed(act.sitting.body or "")[1] or _stamped(act)
        return cls(siren, normal, "commune" if kind in _COMMUNE else kind or implied, tail, number)


@dataclass(frozen=True, slots=True)
class _Group:
    """What all acts of one body share: a SIREN, or a normal name and a kind, or else the document."""

    siren: str | None = None
    normal: tuple[str, ...] = ()
    kind: str | None = None
    tail: str = ""
    department: str | None = None


class _Names:
    """Who bears a normal name: the SIRENs, and the kinds that acts give it."""

    def __init__(self, claims: Sequence[_Claim]) -> None:
        self._kinds: defaultdict[tuple[str, ...], set[str]] = defaultdict(set)
        self._bearers: defaultdict[tuple[str, ...], set[tuple[str, str | None, str | None]]] = defaultdict(set)
        self._departments: defaultdict[tuple[str, ...], set[str]] = defaultdict(set)
        for claim in claims:
            if claim.kind:
                self._kinds[claim.normal].add(claim.kind)
            if claim.siren and claim.normal:
                number = claim.department or department(Body("", None, siren=claim.siren))
                self._bearers[claim.normal].add((claim.siren, claim.kind, number))
            elif claim.department:
                self._departments[claim.normal].add(claim.department)

    def group(self, claim: _Claim) -> _Group:
        """The body that a claim means: by SIREN, else the only one of that name, else one known by name alone."""
        if claim.siren:
            return _Group(siren=claim.siren)
        if claim.tail:
            return _Group(tail=claim.tail)
        kind = claim.kind if len(self._kinds[claim.normal]) > 1 else None
        is_kind_open = kind is None and len(self._kinds[claim.normal]) > 1
        sirens = self.sirens(claim.normal, kind, claim.department)
        if len(sirens) == 1 and not is_kind_open:
            return _Group(siren=next(iter(sirens)))
        known = self._departments[claim.normal]
        where = claim.department or (next(iter(known)) if len(known) == 1 else None)
        return _Group(normal=claim.normal, kind=kind, department=where)

    def sirens(self, normal: tuple[str, ...], kind: str | None, where: str | None = None) -> set[str]:
        """The SIRENs of the bodies of that name, and of that kind and department where one is given."""
        return {
            siren
            for siren, known, number in self._bearers.get(normal, ())
            if (kind is None or known == kind) and (where is None or number in (None, where))
        }


def _siren(act: Act) -> str | None:
    """The act's SIREN, or that of its SIRET, which is a SIREN and five digits more; ``None`` for other numbers."""
    digits = "".join(filter(str.isdecimal, act.sitting.siren or ""))
    return digits[:_SIREN_LENGTH] if len(digits) in (_SIREN_LENGTH, _SIREN_LENGTH + 5) else None


def _stamped(act: Act) -> str | None:
    """The department's number in the transmission identifier (``DDD-SIREN-date-number``) of a deliberation."""
    found = (_STAMPED.search(deliberation.transmission_id or "") for deliberation in act.deliberations)
    return next((match[1] for match in found if match), None)


def _shown(acts: Sequence[Act]) -> str | None:
    names = Counter(name for act in acts if (name := tidy(act.sitting.body or "")))
    return preferred(names) if names else None


def _body(key: str, group: _Group, name: str | None, acts: Sequence[Act]) -> Body:
    also = {spelling for act in acts if (spelling := tidy(act.sitting.body or ""))} - {name}
    kinds = Counter(act.sitting.body_kind for act in acts if act.sitting.body_kind)
    kind = min(kinds, key=lambda kind: (-kinds[kind], kind), default=None)
    return Body(key, name, tuple(sorted(also)), group.siren, kind)


def _organs(bodies: Mapping[str, Sequence[Act]]) -> tuple[list[Organ], dict[tuple[str, int], str]]:
    act_organs: dict[tuple[str, int], str] = {}
    names: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for body, acts in bodies.items():
        for act in acts:
            name = tidy(act.sitting.organ or "")
            key = f"{body}/{slug_or_digest(name) if name else 'unknown'}"
            act_organs[act.sha256, act.part] = key
            names[key, body].update([name] if name else [])
    return [
        Organ(key, body, preferred(counts) if counts else None) for (key, body), counts in names.items()
    ], act_organs


def _judgements(
    keys: Mapping[_Group, str], group: _Group, shown: Mapping[_Group, str | None], acts: Sequence[Act], names: _Names
) -> Iterator[Judgement]:
    """Why names are one body's, and which bodies of the same name stay apart."""
    about, name = f"body/{keys[group]}", shown[group]
    if name is None:
        return
    for act in acts:
        spelling = tidy(act.sitting.body or "")
        if group.siren and spelling and not _siren(act):
            yield Judgement(about, name, spelling, "same", _BY_NAME, "the only body of that name with a SIREN")
        elif spelling and not is_trivial(name, spelling):
            reason = "one SIREN" if group.siren else "equal but for a prefix, an article or an abbreviation"
            yield Judgement(about, name, spelling, "same", _BY_SIREN if group.siren else _BY_NAME, reason)
    for siren in names.sirens(group.normal, group.kind, group.department) if group.normal else ():
        other = _Group(siren=siren)
        reason = f"more than one body bears the name; this one has the SIREN {siren}"
        yield Judgement(about, name, shown[other] or siren, "different", _BY_NAME, reason)
