"""What a build keeps of what it read: the same facts again, and never those of other bytes or other code."""

from __future__ import annotations

import gzip
import os
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from delibgraph import documents
from delibgraph.build import build
from delibgraph.documents import Failure, Kept, read_facts
from tests.generator import cases


def test_facts_come_back_as_they_were(examples: list[Path], tmp_path: Path) -> None:
    kept = Kept(tmp_path)
    for path in examples:
        fresh = read_facts(path)
        kept.keep(fresh)
        assert kept.recall(path) == replace(fresh, recalled=True)


def test_a_document_that_breaks_its_reader_is_set_aside(examples: list[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    deadly = examples[1]

    def read_or_die(path: Path, *more: object) -> documents.Facts:
        return os._exit(1) if path == deadly else read_facts(path)

    monkeypatch.setattr(documents, "read_facts", read_or_die)
    results = list(documents.each_facts(examples[:3], lambda *_: None))
    assert [result.path for result in results if isinstance(result, Failure)] == [str(deadly)]
    assert [result for result in results if not isinstance(result, Failure)] == [
        read_facts(path) for path in examples[:3] if path != deadly
    ]


def test_generated_facts_come_back_as_they_were(tmp_path: Path) -> None:
    kept = Kept(tmp_path / "kept")
    for number, case in enumerate(cases(20, 7)):
        path = tmp_path / f"{number}.txt"
        path.write_text(case.text, encoding="utf-8")
        fresh = read_facts(path)
        kept.keep(fresh)
        assert kept.recall(path) == replace(fresh, recalled=True)


def test_a_moved_file_is_known_by_its_bytes(examples: list[Path], tmp_path: Path) -> None:
    kept, moved = Kept(tmp_path / "kept"), tmp_path / "moved.txt"
    kept.keep(read_facts(examples[0]))
    moved.write_bytes(examples[0].read_bytes())
    found = kept.recall(moved)
    assert found is not None
    assert {found.document.path, *(act.document for act in found.acts)} == {str(moved)}


def test_other_bytes_or_other_code_are_read_anew(
    examples: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept, changed = Kept(tmp_path / "kept"), tmp_path / "changed.txt"
    kept.keep(read_facts(examples[0]))
    changed.write_bytes(examples[0].read_bytes() + b"\n")
    assert kept.recall(changed) is None
    assert kept.recall(examples[0]) is not None
    monkeypatch.setattr(documents, "_code", lambda: "another")
    assert kept.recall(examples[0]) is None


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(b"", id="empty"),
        pytest.param(b"no gzip", id="no gzip"),
        pytest.param(gzip.compress(b"{}"), id="another record"),
        pytest.param(gzip.compress(b"no json"), id="no json"),
    ],
)
def test_a_damaged_record_is_none(damage: bytes, examples: list[Path], tmp_path: Path) -> None:
    kept = Kept(tmp_path)
    kept.keep(read_facts(examples[0]))
    (record,) = tmp_path.iterdir()
    record.write_bytes(damage)
    assert kept.recall(examples[0]) is None
    again = kept.facts(examples[0])
    assert not isinstance(again, Failure)
    assert not again.recalled
    assert kept.recall(examples[0]) is not None


@settings(max_examples=5, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(st.sets(st.integers(0, 3), min_size=1), min_size=2, max_size=3))
def test_builds_one_after_another_equal_one_from_scratch(
    steps: list[set[int]], examples: list[Path], tmp_path_factory: pytest.TempPathFactory
) -> None:
    out, clean = tmp_path_factory.mktemp("out"), tmp_path_factory.mktemp("clean")
    chosen = [examples[number] for number in (0, 1, 2, 3)]
    seen: set[int] = set()
    for step in steps:
        report = build([chosen[number] for number in sorted(step)], out)
        assert report.recalled == len(step & seen)
        seen = step
    build([chosen[number] for number in sorted(steps[-1])], clean)
    assert (out / "graph.nq.gz").read_bytes() == (clean / "graph.nq.gz").read_bytes()
    assert len(list((out / "facts").iterdir())) == len(steps[-1])
