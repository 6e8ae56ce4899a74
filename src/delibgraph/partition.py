"""Identity by partition: who and what is known across bodies is held, and persons are told body by body.

What the acts of a body need to become graphs, persons and all, is a slice that lies on disk. Of each document no more
is held than what it says of its body and of organisations.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from delibgraph.documents import Facts
from delibgraph.engines import Engine, Place, Spool, packed
from delibgraph.facts import Act
from delibgraph.identity import Across, Identities, Judgement, Rulings, outline, roster
from delibgraph.identity.entities import ORGANISATIONS, home
from delibgraph.rdf import identity_quads
from delibgraph.registers import Consulted, consult
from delibgraph.store import Packed, pack_lines

Progress = Callable[[str, int, int], None]
"""Called with the stage's name, how much is done, and how much there is."""


@dataclass(frozen=True, slots=True)
class Outlined:
    """What is held of a document: where it and its acts' rosters lie, and the outlines of its acts."""

    path: str
    sha256: str
    acts: tuple[Act, ...]
    recalled: bool
    rosters: Place = (0, 0)

    @classmethod
    def of(cls, facts: Facts) -> tuple[Outlined, bytes]:
        """A document, and the rosters of its acts to be put aside."""
        document = facts.document
        rosters = packed(tuple(map(roster, facts.acts)))
        return cls(document.path, document.sha256, tuple(map(outline, facts.acts)), facts.recalled), rosters


@dataclass(frozen=True, slots=True)
class _Told:
    """A share whose persons are told: its parts of the graph, by name, and its slice, to be put aside."""

    parts: tuple[tuple[str, Packed], ...]
    judgements: tuple[Judgement, ...]
    persons: int
    slice: bytes


@dataclass(slots=True)
class Partition:
    """Who is who in a set of documents: what is ``known`` across bodies, and the shares whose persons are to be told.

    Once :meth:`parts` has been gone through, ``judgements`` and ``persons`` (how many) are those of all, ``slices``
    says where each body's lies, and ``lost`` names the bodies whose persons could not be told.
    """

    known: Identities
    judgements: list[Judgement]
    spool: Spool
    shares: Sequence[tuple[Place, tuple[str, ...]]]
    persons: int = 0
    slices: dict[str, Place] = field(default_factory=dict)
    lost: set[str] = field(default_factory=set)

    @classmethod
    def of(cls, documents: Iterable[Outlined], rulings: Rulings, registers: Sequence[Path], spool: Spool) -> Partition:
        """Tell bodies and organisations, hold them against registers, and put each body's share aside.

        Raises:
            ContradictionError: the rulings contradict each other.
            RegisterError: a file is no register known here, or cannot be read.
            OSError: the disk is full.
        """
        by_hash = {outlined.sha256: outlined for outlined in documents}

        def rosters(acts: Sequence[Act]) -> Iterator[Act]:
            wanted = {(act.sha256, act.part) for act in acts}
            told = spool.read(by_hash[sha256].rosters for sha256 in sorted({sha256 for sha256, _ in wanted}))
            return (act for together in told for act in together if (act.sha256, act.part) in wanted)

        across = Across.of((act for one in by_hash.values() for act in one.acts), rulings, rosters)
        consulted = consult(registers, across.identities) if registers else Consulted(across.identities)
        known, shares = consulted.identities, []
        for share in replace(across, identities=known).shares():
            theirs = [by_hash[sha256].rosters for sha256 in sorted({one for one, _ in share.identities.act_bodies})]
            content = packed((share, consulted.share(share.identities), theirs))
            shares.append((spool.add(content), tuple(share.identities.bodies)))
        held = replace(known, act_organs={}, organisation_names={})  # the shares have those
        return cls(held, list(known.judgements), spool, shares)

    def parts(self, engine: Engine, progress: Progress) -> Iterator[tuple[str, Packed]]:
        """Tell the persons of each body: the parts of the graph that say who is who, by name.

        Raises:
            EngineError: nobody is left to work.
            OSError: the disk is full.
        """
        results = engine.work(Teller(self.spool), [place for place, _ in self.shares], _lost)
        for done, ((_, bodies), told) in enumerate(zip(self.shares, results, strict=True), 1):
            progress("persons", done, len(self.shares))
            if told is None:
                self.lost.update(bodies)
                continue
            yield from told.parts
            self.judgements += told.judgements
            self.persons += told.persons
            self.slices.update(dict.fromkeys(bodies, self.spool.add(told.slice)))
        for name, part in self.known.parts():
            if name.startswith(ORGANISATIONS):
                yield name, pack_lines(identity_quads(part).nquads())

    def needs(self, outlined: Outlined) -> tuple[Place, ...]:
        """Where the slices lie that a document's graph needs, in the order of the shares."""
        return tuple(sorted({self.slices[body] for body in self.bodies(outlined)}))

    def bodies(self, outlined: Outlined) -> set[str]:
        """The bodies whose acts a document holds."""
        return {self.known.act_bodies[act.sha256, act.part] for act in outlined.acts}


@dataclass(frozen=True, slots=True)
class Teller:
    """Tells the persons of a share."""

    spool: Spool

    def __call__(self, place: Place) -> _Told | None:
        """What is told of the share at this place."""
        ((share, consulted, rosters),) = self.spool.read([place])
        told = consulted.share(share.resolved(act for acts in self.spool.read(rosters) for act in acts))
        whole = told.identities
        own = set(map(home, whole.bodies))
        parts = ((name, pack_lines(identity_quads(part).nquads())) for name, part in whole.parts() if name in own)
        judgements = tuple(row for row in whole.judgements if row.about.startswith("person/"))
        content = packed(replace(told, identities=replace(whole, judgements=()), listed={}))
        return _Told(tuple(parts), judgements, len(whole.persons), content)


def _lost(_: Place) -> _Told | None:
    """What becomes of a share on which a worker died."""
    return None


def slice_of(spool: Spool, places: tuple[Place, ...]) -> Consulted:
    """The slices at these places as one.

    Raises:
        EngineError: the file is gone, or is not to be seen from here.
    """
    first, *others = spool.read(places)
    own: Consulted = first
    return own.joined(others) if others else own
