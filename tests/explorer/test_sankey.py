"""Bands of money: they add up, are as thick as their sums, fill their nodes, and never lie over each other."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from delibgraph.explorer.sankey import GIVERS, TAKERS, Node, Sum, sankey

PAIRS = st.tuples(st.integers(0, 20), st.integers(0, 40))
SUMS = st.dictionaries(PAIRS, st.tuples(st.integers(1, 10**7), st.integers(1, 9)), min_size=1, max_size=80).map(
    lambda told: [Sum(f"g{a}", f"G{a}", f"t{b}", f"T{b}", float(amount), n) for (a, b), (amount, n) in told.items()]
)


@given(SUMS)
def test_all_money_is_drawn_to_one_scale(sums: list[Sum]) -> None:
    drawn = sankey(sums)
    assert drawn is not None
    assert drawn.amount == pytest.approx(sum(one.amount for one in sums))
    assert drawn.grants == sum(one.grants for one in sums)
    assert sankey(sums[::-1]) == drawn
    for column, side, most in ((drawn.givers, "giver", GIVERS), (drawn.takers, "taker", TAKERS)):
        assert len(column) <= most + 1
        assert sum(node.others or 1 for node in column) == len({getattr(one, side) for one in sums})
        for node in column:
            bands = [band for band in drawn.bands if getattr(band, side) is node]
            assert sum(band.amount for band in bands) == pytest.approx(node.amount)
            assert node.height / node.amount == pytest.approx(drawn.givers[0].height / drawn.givers[0].amount)
            if node.iri:
                assert node.amount == pytest.approx(sum(x.amount for x in sums if getattr(x, side) == node.iri))
        _apart(column, drawn.height)


def _apart(column: Sequence[Node], height: float) -> None:
    """Labels and nodes lie within the drawing, and none over another."""
    assert column[0].top >= -1e-6
    assert column[-1].top + column[-1].room <= height + 1e-6
    for upper, lower in pairwise(column):
        assert upper.top + upper.room <= lower.top + 1e-6
    for node in column:
        assert node.top - 1e-6 <= node.y <= node.y + node.height <= node.top + node.room + 1e-6


@given(SUMS)
def test_the_bands_of_a_node_fill_it_without_a_gap(sums: list[Sum]) -> None:
    drawn = sankey(sums)
    assert drawn is not None
    rims = re.compile(r"M2,(\S+) .* 98,(\S+) V(\S+) .* 2,(\S+) Z")
    for side, first, last in (("giver", 0, 3), ("taker", 1, 2)):
        for node in getattr(drawn, f"{side}s"):
            place = node.y
            for band in (band for band in drawn.bands if getattr(band, side) is node):
                told = rims.fullmatch(band.path)
                assert told is not None
                upper, lower = float(told.groups()[first]), float(told.groups()[last])
                assert upper == pytest.approx(place, abs=0.02)
                place = lower
            assert place == pytest.approx(node.y + node.height, abs=0.02)


def test_one_beyond_the_most_keeps_its_name_and_two_are_others() -> None:
    def drawn(count: int) -> list[tuple[str, int]]:
        made = sankey([Sum("g", "G", f"t{n}", f"T{n}", 100.0 - n, 1) for n in range(count)])
        assert made is not None
        return [(node.name, node.others) for node in made.takers]

    assert drawn(TAKERS + 1)[-1] == (f"T{TAKERS}", 0)
    assert drawn(TAKERS + 2)[-2:] == [(f"T{TAKERS - 1}", 0), ("", 2)]


def test_without_money_there_is_nothing_to_draw() -> None:
    assert sankey([]) is None
    assert sankey([Sum("g", "G", "t", "T", 0.0, 1)]) is None
