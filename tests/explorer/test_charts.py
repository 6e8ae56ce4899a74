"""Bars by year: their heights add up, gaps show, and the least series are one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from delibgraph.explorer.charts import stacked

ROWS = st.tuples(st.integers(2010, 2030).map(str), st.sampled_from("abcdefghi"), st.integers(1, 10**7).map(float))


@given(st.lists(ROWS, min_size=1, max_size=40))
def test_heights_stand_for_the_values(rows: list[tuple[str, str, float]]) -> None:
    chart = stacked(rows, "others")
    assert chart is not None
    assert sum(bar.value for bar in chart.bars) == pytest.approx(sum(value for _, _, value in rows))
    scale = {round(bar.height / bar.value, 12) for bar in chart.bars}
    assert max(scale) == pytest.approx(min(scale), rel=1e-3)
    assert len(chart.series) <= 6
    assert all(bar.y >= 0 and chart.left <= bar.x <= chart.width - bar.width for bar in chart.bars)


def test_years_without_a_bar_show_and_small_series_are_added_up() -> None:
    rows = [("2018", name, float(10 - place)) for place, name in enumerate("abcdefgh")] + [("2021", "a", 5.0)]
    chart = stacked(rows, "others")
    assert chart is not None
    assert [label for _, label in chart.labels] == ["2018", "2019", "2020", "2021"]
    assert chart.series == ["a", "b", "c", "d", "e", "others"]
    assert [bar.value for bar in chart.bars if bar.name == "others"] == [5 + 4 + 3]
    assert stacked([], "others") is None
