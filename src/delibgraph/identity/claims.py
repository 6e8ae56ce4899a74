"""What acts say of the body that they are of: a name, a SIREN, a kind, a department; and who bears a name."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from delibgraph.facts import Act
from delibgraph.identity.entities import Body
from delibgraph.identity.lexicon import DEPARTMENTS, INSTITUTIONS, LITTLE_WORDS
from delibgraph.identity.names import slug, tidy, words
from delibgraph.identity.rulings import Name

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


@dataclass(frozen=True, slots=True)
class Claim:
    """What one act says of its body, each part where it says so; ``tail`` ends the key of a body without a name."""

    siren: str | None
    normal: tuple[str, ...]
    kind: str | None
    tail: str
    department: str | None = None
    printed: str = ""

    @classmethod
    def of(cls, act: Act) -> Claim:
        """The claim of an act."""
        printed = tidy(act.sitting.body or "")
        siren, kind = siren_of(act), slug(act.sitting.body_kind or "")
        normal, implied = normal_name(printed)
        tail = "" if siren or normal else f"unknown-{act.sha256[:8]}"
        number = _placed(printed)[1] or _stamped(act)
        return cls(siren, normal, "commune" if kind in _COMMUNE else kind or implied, tail, number, printed)

    @property
    def mark(self) -> str:
        """What tells the name from equal ones: the SIREN, else the kind and department that the act gives."""
        return self.siren or self.tail or "-".join(filter(None, (self.kind, self.department)))

    @property
    def name(self) -> Name:
        """The body's name in this act, as a person can decide on it."""
        return Name(self.mark, self.printed)

    @property
    def where(self) -> str | None:
        """The number of the department, told or in the SIREN."""
        return self.department or department(Body("", None, siren=self.siren))


@dataclass(frozen=True, slots=True)
class Group:
    """What all acts of one body share: a SIREN, or a normal name and a kind, or else the document."""

    siren: str | None = None
    normal: tuple[str, ...] = ()
    kind: str | None = None
    tail: str = ""
    department: str | None = None


class Bearers:
    """Who bears a normal name: the SIRENs, and the kinds that acts give it."""

    def __init__(self, claims: Sequence[Claim]) -> None:
        """Count who claims what."""
        self._kinds: defaultdict[tuple[str, ...], set[str]] = defaultdict(set)
        self._bearers: defaultdict[tuple[str, ...], set[tuple[str, str | None, str | None]]] = defaultdict(set)
        self._departments: defaultdict[tuple[str, ...], set[str]] = defaultdict(set)
        for claim in claims:
            if claim.kind:
                self._kinds[claim.normal].add(claim.kind)
            if claim.siren and claim.normal:
                self._bearers[claim.normal].add((claim.siren, claim.kind, claim.where))
            elif claim.department:
                self._departments[claim.normal].add(claim.department)

    def group(self, claim: Claim) -> Group:
        """The body that a claim means: by SIREN, else the only one of that name, else one known by name alone."""
        if claim.siren:
            return Group(siren=claim.siren)
        if claim.tail:
            return Group(tail=claim.tail)
        kind = claim.kind if len(self._kinds[claim.normal]) > 1 else None
        is_kind_open = kind is None and len(self._kinds[claim.normal]) > 1
        sirens = self.sirens(claim.normal, kind, claim.department)
        if len(sirens) == 1 and not is_kind_open:
            return Group(siren=next(iter(sirens)))
        known = self._departments[claim.normal]
        where = claim.department or (next(iter(known)) if len(known) == 1 else None)
        return Group(normal=claim.normal, kind=kind, department=where)

    def sirens(self, normal: tuple[str, ...], kind: str | None, where: str | None = None) -> set[str]:
        """The SIRENs of the bodies of that name, and of that kind and department where one is given."""
        return {
            siren
            for siren, known, number in self._bearers.get(normal, ())
            if (kind is None or known == kind) and (where is None or number in (None, where))
        }


def siren_of(act: Act) -> str | None:
    """The act's SIREN, or that of its SIRET, which is a SIREN and five digits more; ``None`` for other numbers."""
    digits = "".join(filter(str.isdecimal, act.sitting.siren or ""))
    return digits[:_SIREN_LENGTH] if len(digits) in (_SIREN_LENGTH, _SIREN_LENGTH + 5) else None


def _stamped(act: Act) -> str | None:
    """The department's number in the transmission identifier (``DDD-SIREN-date-number``) of a deliberation."""
    found = (_STAMPED.search(deliberation.transmission_id or "") for deliberation in act.deliberations)
    return next((match[1] for match in found if match), None)
