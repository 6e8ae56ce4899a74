"""Identity sees of an act no more than its outline, so an outline must say the same; and a whole falls into parts."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from pyoxigraph import NamedNode

from delibgraph.extraction import extract
from delibgraph.facts import Act
from delibgraph.identity import Across, Shared, outline, resolve, roster
from delibgraph.rdf import Described, entities, identity_quads, iris
from delibgraph.reading import Document, read
from tests.generator import cases


def generated(count: int, seed: int) -> list[Act]:
    """The acts of generated documents."""
    return [
        act
        for number, case in enumerate(cases(count, seed))
        for act in extract(Document(f"{number}.txt", case.text, f"{number:064}"))
    ]


def whole(examples: list[Path]) -> list[Act]:
    return [*generated(25, 11), *(act for path in examples for act in extract(read(path)))]


def test_outlines_and_rosters_say_what_the_whole_acts_say(examples: list[Path]) -> None:
    acts = whole(examples)
    shared = Shared()
    outlines = [shared.add(outline(act)) for act in acts]
    rosters = {(act.sha256, act.part): roster(act) for act in acts}
    across = Across.of(outlines, rosters=lambda some: [rosters[act.sha256, act.part] for act in some])
    assert across == Across.of(acts)
    told = [share.resolved(rosters.values()) for share in across.shares()]
    assert told == [share.resolved(acts) for share in across.shares()]
    assert len(told) == len(across.identities.bodies) > 5
    assert all(act.sitting.spans == {} and not act.findings for act in (*outlines, *rosters.values()))
    assert not any(act.sitting.attendance for act in outlines)


def test_equal_entries_of_two_acts_are_one_object(examples: list[Path]) -> None:
    shared = Shared()
    (path,) = (one for one in examples if "12-subventions" in one.name)
    (first,), (second,) = (map(shared.add, map(outline, extract(read(path)))) for _ in range(2))
    assert first.sitting is second.sitting
    paid = [
        [one for said in act.deliberations for one in (*said.funding, *said.organisations)] for act in (first, second)
    ]
    assert len(paid[0]) > 3
    assert all(one is other for one, other in zip(*paid, strict=True))


def test_the_parts_are_the_whole_and_share_nothing(examples: list[Path]) -> None:
    identities = resolve(whole(examples))
    parts = dict(identities.parts())
    assert any(name.startswith("organisations/") for name in parts)
    found = Counter(quad for part in parts.values() for quad in identity_quads(part))
    assert set(found.values()) == {1}
    assert set(found) == set(identity_quads(identities))


def test_each_entity_is_described_as_in_the_whole(examples: list[Path]) -> None:
    identities = resolve(whole(examples))
    describe = Described(identities)
    quads = [quad for quad in identity_quads(identities) if "/id/judgement/" not in str(quad.subject)]
    nodes = {quad.subject for quad in quads if isinstance(quad.subject, NamedNode)}
    told = {(quad.subject, quad.predicate, quad.object) for quad in quads}
    assert set(describe(nodes)) == set(describe(nodes)) == told


def test_no_more_than_so_many_descriptions_are_kept(examples: list[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(entities, "_KEPT", 3)
    identities = resolve(whole(examples))
    describe, fresh = Described(identities), Described(identities)
    nodes = [iris.node("person", key) for key in identities.persons]
    assert len(nodes) > 3
    assert [set(describe([node])) for node in nodes * 2] == [set(fresh([node])) for node in nodes * 2]
    assert len(describe._told) <= 3
