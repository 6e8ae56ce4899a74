"""Identity by partition: the same graph as of all acts at once, from slices that hold no other body's persons."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import pytest

from delibgraph.build import build
from delibgraph.documents import Facts
from delibgraph.engines import Processes, Spool
from delibgraph.extraction import extract
from delibgraph.identity import Identities, Name, Ruling, Rulings, Share, resolve
from delibgraph.partition import Outlined, Partition, slice_of
from delibgraph.rdf import document_graph, identity_quads
from delibgraph.reading import Document
from delibgraph.store import pack_lines
from tests.generator import cases

COUNCILS = 8


@dataclass(frozen=True)
class _Set:
    """Generated documents of several councils, what they say at once, and decisions on them."""

    facts: list[Facts]
    whole: Identities
    rulings: Rulings


def _read() -> list[Facts]:
    documents = [
        Document(f"{number}.txt", case.text, f"{number:064}")
        for number, case in enumerate(cases(60, 3, councils=COUNCILS))
    ]
    return [Facts(document, tuple(extract(document))) for document in documents]


def _decided(identities: Identities) -> Rulings:
    """Two persons of two bodies are one, two are not; the machine's first joins are refused."""
    persons: dict[str, list[Name]] = {}
    for person in identities.persons.values():
        persons.setdefault(person.body, []).append(Name(person.body, person.name))
    first, second, third, fourth, *_ = (names for names in persons.values() if len(names) > 2)
    rows = [
        Ruling("person", first[0], second[0], "same", "Ada"),
        Ruling("person", second[1], third[0], "same", "Ada"),
        Ruling("person", third[1], fourth[0], "different", "Ada"),
    ]
    joined = [row for row in identities.judgements if row.judgement == "same" and row.about.startswith("person/")]
    for row in joined[:5]:
        left, right = (Name(body, name) for body, name in zip(row.bodies, (row.left, row.right), strict=True))
        rows.append(Ruling("person", left, right, "different", "Ada"))
    return Rulings.of(rows)


@pytest.fixture(scope="module", params=["nothing decided", "decided"])
def known(request: pytest.FixtureRequest) -> _Set:
    facts = _read()
    acts = [act for one in facts for act in one.acts]
    rulings = _decided(resolve(acts)) if request.param == "decided" else Rulings.of([])
    return _Set(facts, resolve(acts, rulings), rulings)


def _partition(facts: Iterable[Facts], rulings: Rulings, spool: Spool) -> tuple[Partition, list[Outlined]]:
    documents = []
    for one in facts:
        outlined, rosters = Outlined.of(one)
        documents.append(Outlined(outlined.path, outlined.sha256, outlined.acts, outlined.recalled, spool.add(rosters)))
    return Partition.of(documents, rulings, (), spool), documents


@pytest.mark.parametrize("jobs", [1, 2])
def test_the_partition_is_the_whole(known: _Set, tmp_path: Path, jobs: int) -> None:
    with Spool(tmp_path) as spool:
        partition, documents = _partition(known.facts, known.rulings, spool)
        parts = dict(partition.parts(Processes(jobs), lambda *_: None))
        assert parts == {name: pack_lines(identity_quads(part).nquads()) for name, part in known.whole.parts()}
        assert set(partition.judgements) == set(known.whole.judgements)
        assert partition.persons == len(known.whole.persons)
        assert len(partition.known.bodies) == len(known.whole.bodies) >= COUNCILS / 2
        for one, outlined in zip(known.facts, documents, strict=True):
            needed = slice_of(spool, partition.needs(outlined)).identities
            own, whole = (set(document_graph(one.acts, one.document, told)) for told in (needed, known.whole))
            assert own == whole


def test_a_slice_holds_the_persons_of_its_bodies_alone(known: _Set, tmp_path: Path) -> None:
    with Spool(tmp_path) as spool:
        partition, documents = _partition(known.facts, known.rulings, spool)
        list(partition.parts(Processes(), lambda *_: None))
        slices = {places: slice_of(spool, places).identities for places in map(partition.needs, documents)}
    alone = [one for one in slices.values() if len(one.bodies) == 1]
    assert len(alone) >= 2
    assert len(alone) < len(slices) or not known.rulings.rows
    for one in slices.values():
        assert {person.body for person in one.persons.values()} <= one.bodies.keys()
        assert len(one.persons) < len(known.whole.persons)


def test_documents_of_a_body_whose_persons_cannot_be_told_are_set_aside(
    examples: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    montarvel = [path for path in examples if path.name.startswith("montarvel")]
    others = [path for path in examples if path not in montarvel]
    build(others, tmp_path / "without")
    real = Share.resolved

    def die_on_one(share: Share, acts: Iterable[object]) -> Identities:
        if any("montarvel" in body for body in share.identities.bodies):
            os._exit(1)
        return real(share, acts)  # type: ignore[arg-type]

    monkeypatch.setattr(Share, "resolved", die_on_one)
    report = build(examples, tmp_path / "out", jobs=2)
    assert sorted(failure.path for failure in report.failures) == sorted(map(str, montarvel))
    assert all("persons of its body" in failure.problem for failure in report.failures)
    graphs = [(tmp_path / name / "graph.nq.gz").read_bytes() for name in ("out", "without")]
    assert graphs[0] == graphs[1]
    assert not [one for one in (tmp_path / "out" / "facts").iterdir() if one.name.startswith(".")]
