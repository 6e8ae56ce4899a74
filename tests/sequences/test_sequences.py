"""A few sequences; ``python -m tests.sequences`` runs a thousand."""

from __future__ import annotations

from pathlib import Path

import pytest

from delibgraph.identity.ledger import DECISIONS
from delibgraph.store import NQUADS
from tests.sequences import Sequence


@pytest.mark.parametrize("seed", range(1, 6))
def test_changes_step_by_step_end_where_a_build_from_scratch_ends(tmp_path: Path, seed: int) -> None:
    assert Sequence(tmp_path, seed).run(4) == ""


@pytest.mark.parametrize("seed", [161, 819])
def test_a_decision_stays_as_stated_while_its_body_changes_names(tmp_path: Path, seed: int) -> None:
    """Two bodies are made one, under the name of the one and later of the other."""
    sequence = Sequence(tmp_path, seed)
    assert sequence.run(sequence.dice.randint(2, 6)) == ""
    assert len((sequence.out / DECISIONS).read_text(encoding="utf-8").splitlines()) > 2


def test_a_graph_that_was_left_behind_is_noticed(tmp_path: Path) -> None:
    sequence = Sequence(tmp_path, 1)
    before = (sequence.out / NQUADS).read_bytes()
    sequence.build = lambda: None  # type: ignore[method-assign]
    sequence.add()
    assert "differ" in sequence.run(0)
    assert (sequence.out / NQUADS).read_bytes() == before
