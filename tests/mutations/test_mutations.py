"""A few hundred of the documents that ``python -m tests.mutations`` makes by the thousand."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from tests.mutations import mutants, outcome


@pytest.mark.parametrize(("kind", "count"), [("text", 90), ("packed", 60)])
def test_whatever_befalls_a_document_gives_facts_or_a_clear_error(tmp_path: Path, kind: str, count: int) -> None:
    kinds: Counter[str] = Counter()
    for mutant in mutants(count, 2024, kind):
        (tmp_path / str(mutant.number)).mkdir()
        found = outcome(*mutant.make(tmp_path / str(mutant.number)))
        assert found.kind != "defect", f"number {mutant.number}, {found.how}: {found.told}"
        kinds[found.kind] += 1
    assert set(kinds) == {"facts", "error"}


def test_a_mutant_is_the_same_each_time(tmp_path: Path) -> None:
    for mutant in mutants(12, 7, "text"):
        (how, path) = mutant.make(tmp_path)
        first = path.read_bytes()
        assert (how, first) == (mutant.make(tmp_path)[0], path.read_bytes())


@pytest.mark.parametrize("piece", ["\n", "présents : ", "M. ", "A ", "(", "pouvoir à M. "])
def test_endless_lines_do_not_hang(tmp_path: Path, piece: str) -> None:
    (tmp_path / "a.txt").write_text("Présents : " + piece * (20_000 // len(piece)), encoding="utf-8")
    assert outcome("long line", tmp_path / "a.txt").kind in ("facts", "error")
