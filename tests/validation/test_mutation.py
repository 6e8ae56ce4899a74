"""No constraint can be weakened without some example noticing."""

from __future__ import annotations

from tests.validation.mutation import equivalent, mutants, noticed, unfit


def test_every_weakened_constraint_is_noticed_by_an_example() -> None:
    """Those that are listed as equivalent are not, or they would have to leave the list."""
    made = list(mutants())
    assert len(made) > 500
    unnoticed = {mutant.name for mutant in made if not noticed(mutant)}
    assert unnoticed == equivalent()


def test_the_shapes_as_they_are_answer_every_example_as_its_name_says() -> None:
    assert unfit() == []
