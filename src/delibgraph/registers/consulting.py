"""Bodies, organisations and members held against registers: numbers and confirmations gained, contradictions told."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from delibgraph.facts import Act, Finding, Span
from delibgraph.identity.claims import department, normal_name
from delibgraph.identity.entities import Body, Confirmation, Identities, Organisation, Person, RegisterSource
from delibgraph.identity.names import compact, words
from delibgraph.registers.files import Register, recognise
from delibgraph.registers.lookup import Row, key, keys, look_up

_SIREN = 9
_BRAND = 4
"""Letters of the shortest name that tells something within a longer one."""
_GENDERS = {"m": "M", "mr": "M", "monsieur": "M", "mme": "F", "madame": "F", "mlle": "F", "mademoiselle": "F"}


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A register, by its title, gives the number of an entity to another name."""

    number: str
    name: str
    title: str


Listed = tuple[RegisterSource, Mapping[tuple[str, ...], Sequence[Row]]]
"""A body's members in one register, by the words of their names."""


@dataclass(frozen=True, slots=True)
class Consulted:
    """The identities with what registers know of them, and what they contradict.

    ``contradictions`` are keyed by the entity (its key, prefixed by its sort), ``sexes`` by the person's key: ``F`` or
    ``M``, with the register's title. ``listed`` are the members of each body whom registers of officials list.
    """

    identities: Identities
    contradictions: Mapping[str, Sequence[Contradiction]] = field(default_factory=dict)
    sexes: Mapping[str, Sequence[tuple[str, str]]] = field(default_factory=dict)
    listed: Mapping[str, Sequence[Listed]] = field(default_factory=dict)

    def share(self, identities: Identities) -> Consulted:
        """What was found of these identities alone, their persons held against the lists of their bodies."""
        about = [f"body/{key}" for key in identities.bodies]
        about += [f"organisation/{key}" for key in identities.organisations]
        listed = {body: self.listed[body] for body in identities.bodies if body in self.listed}
        confirmed, sexes = set(identities.confirmations), defaultdict[str, list[tuple[str, str]]](list)
        for person in identities.persons.values() if listed else ():
            for source, rows in listed.get(person.body, ()):
                if row := _row_of(person, rows):
                    confirmed.add(Confirmation(f"person/{person.key}", source))
                    if sex := row.get("sex", "").upper()[:1]:
                        sexes[person.key].append((sex, source.title))
        return Consulted(
            replace(identities, confirmations=tuple(sorted(confirmed))),
            {one: self.contradictions[one] for one in about if one in self.contradictions},
            dict(sexes),
            listed,
        )

    def joined(self, others: Iterable[Consulted]) -> Consulted:
        """This and others, what they have in common once."""
        wholes = (self, *others)
        return Consulted(
            self.identities.joined(one.identities for one in wholes[1:]),
            {about: told for one in wholes for about, told in one.contradictions.items()},
            {person: told for one in wholes for person, told in one.sexes.items()},
        )

    def findings(self, act: Act) -> Iterator[Finding]:
        """Where an act says what a register contradicts."""
        if self.contradictions:
            for about, printed, span in _places(act, self.identities):
                for other in self.contradictions.get(about, ()):
                    yield Finding(
                        "register-other-name",
                        "warning",
                        f"{other.title} gives the number {other.number} to “{other.name}”, not to “{printed}”",
                        f"{other.title} donne le numéro {other.number} à « {other.name} », non à « {printed} »",
                        span,
                    )
        if self.sexes:
            yield from self._civilities(act)

    def _civilities(self, act: Act) -> Iterator[Finding]:
        for entry in act.sitting.attendance:
            gender = _GENDERS.get("".join(words(entry.civility or "")))
            for sex, title in self.sexes.get(self.identities.person(act, entry.person).key, ()):
                if gender and sex != gender:
                    yield Finding(
                        "register-other-civility",
                        "info",
                        f"“{entry.civility} {entry.person}”: {title} says the other sex",
                        f"« {entry.civility} {entry.person} » : {title} indique l'autre sexe",
                        entry.span,
                    )


def consult(paths: Iterable[Path], identities: Identities) -> Consulted:
    """Hold all that is identified against the registers in the files, each in the order of their keys.

    Persons who are told apart later are held against the registers then (:meth:`Consulted.share`).

    Raises:
        RegisterError: a file is no register known here, or cannot be read.
    """
    contradictions: defaultdict[str, list[Contradiction]] = defaultdict(list)
    listed: defaultdict[str, list[Listed]] = defaultdict(list)
    for register in sorted(map(recognise, paths), key=lambda register: (register.key, register.path.name)):
        held = _Officials if register.format.subject == "officials" else _Units
        identities = held(register, identities, contradictions, listed).consult()
    return Consulted(identities, contradictions, listed=listed).share(identities)


class _Held:
    """One register held against the identities."""

    def __init__(
        self,
        register: Register,
        identities: Identities,
        contradictions: defaultdict[str, list[Contradiction]],
        listed: defaultdict[str, list[Listed]],
    ) -> None:
        self.register, self.identities, self.contradictions, self.listed = register, identities, contradictions, listed
        self.confirmed: list[Confirmation] = []
        self.bodies, self.organisations = dict(identities.bodies), dict(identities.organisations)

    def source(self, date: str | None) -> RegisterSource:
        """The register as the graph names it."""
        return RegisterSource(self.register.format.name, self.register.format.title, date)

    def confirm(self, about: str, source: RegisterSource, number: str = "") -> None:
        """Note that the register knows an entity."""
        self.confirmed.append(Confirmation(about, source, number))

    def result(self) -> Identities:
        """The identities with what was gained."""
        confirmations = tuple(sorted({*self.identities.confirmations, *self.confirmed}))
        return replace(
            self.identities, bodies=self.bodies, organisations=self.organisations, confirmations=confirmations
        )


class _Units(_Held):
    """A register of units: bodies and organisations by number, else by a name that one unit alone bears."""

    def consult(self) -> Identities:
        """Look up, confirm, and tell contradictions."""
        things: list[Body | Organisation] = [*self.bodies.values(), *self.organisations.values()]
        names = {found for thing in things for name in _names(thing) for found in keys(name)}
        numbers = {number for thing in things for number in _numbers(thing)}
        found = look_up(self.register, names, numbers)
        source = self.source(found.date)
        by_name: defaultdict[str, list[Row]] = defaultdict(list)
        by_number: dict[str, Row] = {}
        for row in found.rows:
            for name in {key(row[ours]) for ours in ("name", "usual", "short") if row.get(ours)}:
                by_name[name].append(row)
            by_number.update((number, row) for number in _row_numbers(row))
        for body in self.bodies.values():
            if (own := self._row(body, by_name, by_number)) is not None:
                self.bodies[body.key] = replace(body, siren=body.siren or own.get("siren"))
                self.confirm(f"body/{body.key}", source, own.get("siren", ""))
        for organisation in self.organisations.values():
            if (known := self._row(organisation, by_name, by_number)) is not None:
                gained = {*organisation.identifiers, *_row_numbers(known)}
                self.organisations[organisation.key] = replace(organisation, identifiers=tuple(sorted(gained)))
                self.confirm(f"organisation/{organisation.key}", source, next(iter(_row_numbers(known)), ""))
        return self.result()

    def _row(
        self, thing: Body | Organisation, by_name: Mapping[str, list[Row]], by_number: Mapping[str, Row]
    ) -> Row | None:
        """The one row that is about the thing; a number that the register gives to another name is a finding."""
        own = {found for name in _names(thing) for found in keys(name)}
        for number in _numbers(thing):
            if row := by_number.get(number):
                known = [row[ours] for ours in ("name", "usual", "short") if row.get(ours)]
                if own.isdisjoint(map(key, known)) and not _is_near(own, known):
                    self._contradict(thing, number, row.get("name", ""))
                    return None
                return row
        if _numbers(thing):
            return None
        candidates = {id(row): row for name in sorted(own) for row in by_name.get(name, ())}
        fitting = [row for row in candidates.values() if self._fits(thing, row)]
        return fitting[0] if len(fitting) == 1 else None

    def _fits(self, thing: Body | Organisation, row: Row) -> bool:
        """Whether a row of equal name can be meant: for a name known in one body alone, it lies in that commune."""
        if isinstance(thing, Body) or "/" not in thing.key:
            return True
        home = self.bodies.get(thing.key.partition("/")[0])
        place = {"".join(normal_name(name)[0]) for name in _names(home)} if home else set()
        return "".join(normal_name(row.get("place", ""))[0]) in place - {""}

    def _contradict(self, thing: Body | Organisation, number: str, name: str) -> None:
        about = f"{'body' if isinstance(thing, Body) else 'organisation'}/{thing.key}"
        self.contradictions[about].append(Contradiction(number, name, self.register.format.title))


class _Officials(_Held):
    """A register of elected officials: members by body and name; a civility that it contradicts is a finding."""

    def consult(self) -> Identities:
        """Look up, confirm the bodies, and keep whom they list."""
        wanted: defaultdict[str, list[Body]] = defaultdict(list)
        for body in self.bodies.values():
            for letters in {letters for name in _names(body) for letters in _body_keys(name)}:
                wanted[letters].append(body)
        numbers = {body.siren: body for body in self.bodies.values() if body.siren}
        found = look_up(self.register, wanted.keys(), numbers.keys())
        source = self.source(found.date)
        listed: defaultdict[str, list[Row]] = defaultdict(list)
        for row in found.rows:
            if meant := _body_of(row, wanted, numbers, self.register.format.name):
                listed[meant.key].append(row)
        for known, rows in sorted(listed.items()):
            siren = rows[0].get("siren", "")
            self.confirm(f"body/{known}", source, siren)
            self.bodies[known] = replace(self.bodies[known], siren=self.bodies[known].siren or siren or None)
            self.listed[known].append((source, _by_words(rows)))
        return self.result()


def _by_words(rows: Iterable[Row]) -> dict[tuple[str, ...], list[Row]]:
    by_words: defaultdict[tuple[str, ...], list[Row]] = defaultdict(list)
    for row in rows:
        by_words[_words(f"{row.get('given', '')} {row.get('family', '')}")].append(row)
    return dict(by_words)


def _row_of(person: Person, rows: Mapping[tuple[str, ...], Sequence[Row]]) -> Row | None:
    """The row that bears one of a person's names, unless rows of two people do."""
    fitting = {id(row): row for name in (person.name, *person.also) for row in rows.get(_words(name), ())}
    is_one = len({(row.get("family"), row.get("given")) for row in fitting.values()}) == 1
    return next(iter(fitting.values())) if is_one else None


def _names(thing: Body | Organisation | None) -> list[str]:
    return [name for name in (thing.name, *thing.also) if name] if thing else []


def _numbers(thing: Body | Organisation) -> list[str]:
    if isinstance(thing, Body):
        return [thing.siren] if thing.siren else []
    return sorted({number[:_SIREN] if number.isdecimal() else number for number in thing.identifiers})


def _row_numbers(row: Row) -> list[str]:
    """The SIREN, the seat's SIRET and the RNA number of a row, the shortest first."""
    siren = row.get("siren") or row.get("siret", "")[:_SIREN]
    siret = row.get("siret") or (siren + row["nic"] if siren and row.get("nic") else "")
    return [number for number in (siren, row.get("rna", ""), siret) if number]


def _is_near(own: Iterable[str], known: Iterable[str]) -> bool:
    """Whether one name holds the other, as a long name holds a brand."""
    pairs = [(left, compact(right)) for left in own for right in known]
    return any(left in right or right in left for left, right in pairs if min(len(left), len(right)) > 3)


def _places(act: Act, identities: Identities) -> Iterator[tuple[str, str, Span | None]]:
    """What an act names that a register of units knows, as printed: its body by SIREN, organisations where they come
    first."""
    if act.sitting.siren:
        key = identities.body(act).key
        yield f"body/{key}", act.sitting.body or key, act.sitting.spans.get("siren") or act.sitting.spans.get("body")
    seen: set[str] = set()
    for organisation in (named for deliberation in act.deliberations for named in deliberation.organisations):
        key = identities.organisation(act, organisation.name).key
        if key not in seen:
            seen.add(key)
            yield f"organisation/{key}", organisation.name, organisation.span


def _body_keys(name: str) -> set[str]:
    """The keys of a body: as printed, and the bare name of a commune, a department or a region."""
    bare = [word for word in normal_name(name)[0] if word not in ("departement", "region", "conseil")]
    return {key(name), "".join(normal_name(name)[0]), "".join(bare)} - {""}


def _body_of(row: Row, wanted: Mapping[str, Sequence[Body]], numbers: Mapping[str, Body], format_: str) -> Body | None:
    """The body that a row is about: by SIREN, else the only one of that name, of its kind and department."""
    if row.get("siren") in numbers:
        return numbers[row["siren"]]
    where = row.get("department", "").lstrip("0")
    fitting = {
        body.key: body
        for body in wanted.get(key(row.get("body", "")), ())
        if _is_of_kind(body, format_)
        and (not where or (department(body) or where).lstrip("0") == where or format_ == "rne-departmental")
    }
    return next(iter(fitting.values())) if len(fitting) == 1 else None


def _is_of_kind(body: Body, format_: str) -> bool:
    first = words(body.name or "")[:2]
    is_department = body.kind == "department" or "departement" in first or first == ("conseil", "departemental")
    is_region = body.kind == "region" or "region" in first or first == ("conseil", "regional")
    kinds = {"rne-departmental": is_department, "rne-regional": is_region}
    return kinds.get(format_, not is_department and not is_region)


def _words(name: str) -> tuple[str, ...]:
    return tuple(sorted(words(name)))
