"""The measures on a small graph counted by hand, and against direct counts on random rows."""

from __future__ import annotations

from collections import Counter

from hypothesis import given

from delibgraph.projections import (
    AttendanceRow,
    ProxyRow,
    absent_without_proxy,
    held_by_sitting,
    multigraph,
    pairs,
    reciprocal,
    weighted,
)
from tests.projections.strategies import DATES, ROWS, row

# In s2 Denis holds two; Anne and Denis hold each other's, two sittings to one.
ROWS_BY_HAND = [
    row("anne", "denis", "s2"),
    row("bruno", "denis", "s2"),
    row("claire", None, "s2"),
    row("anne", "denis", "s1"),
    row("denis", "anne", "s3"),
    row("eva", "bruno", "s3"),
]


def attendance(official: str, status: str, sitting: str = "s2", replaces: str | None = None) -> AttendanceRow:
    return AttendanceRow(sitting, official, official.upper(), status, DATES[sitting], "Ville", None, replaces)


def test_who_holds_for_whom_most_often_first() -> None:
    found = pairs(weighted(multigraph(ROWS_BY_HAND)))
    assert [(pair.grantor, pair.holder, pair.times, pair.first, pair.last) for pair in found] == [
        ("anne", "denis", 2, "2021-04-22", "2022-06-16"),
        ("bruno", "denis", 1, "2022-06-16", "2022-06-16"),
        ("denis", "anne", 1, "2023-07-12", "2023-07-12"),
        ("eva", "bruno", 1, "2023-07-12", "2023-07-12"),
    ]


def test_the_pairs_of_one_member_are_those_given_and_held() -> None:
    found = pairs(weighted(multigraph(ROWS_BY_HAND)), "bruno")
    assert {(pair.grantor, pair.holder) for pair in found} == {("bruno", "denis"), ("eva", "bruno")}
    assert pairs(weighted(multigraph(ROWS_BY_HAND)), "nobody") == []


def test_both_ways() -> None:
    [(there, back)] = reciprocal(weighted(multigraph(ROWS_BY_HAND)))
    assert (there.grantor, there.holder, there.times) == ("anne", "denis", 2)
    assert (back.grantor, back.holder, back.times) == ("denis", "anne", 1)


def test_how_many_proxies_a_holder_had_in_a_sitting() -> None:
    found = held_by_sitting(multigraph(ROWS_BY_HAND))
    assert [(one.date, one.holder, one.count) for one in found] == [
        ("2021-04-22", "denis", 1),
        ("2022-06-16", "denis", 2),
        ("2023-07-12", "anne", 1),
        ("2023-07-12", "bruno", 1),
    ]
    assert [(one.holder, one.grantors) for one in held_by_sitting(multigraph(ROWS_BY_HAND), at_least=2)] == [
        ("denis", ("ANNE", "BRUNO"))
    ]


def test_away_without_a_proxy() -> None:
    rows = [
        attendance("denis", "present"),
        attendance("anne", "represented"),
        attendance("claire", "absent"),
        attendance("eva", "excused"),
        attendance("bruno", "absent"),
        attendance("fabien", "absent"),
        attendance("fabien", "present"),
        attendance("eva", "present", "s3"),
        attendance("gilles", "present", replaces="helene"),
        attendance("helene", "absent"),
    ]
    found = absent_without_proxy(rows, ROWS_BY_HAND)
    assert [(one.official, one.status, one.substitute) for one in found] == [
        ("eva", "excused", None),
        ("helene", "absent", "GILLES"),
    ]


@given(ROWS)
def test_every_proxy_is_held_once(rows: list[ProxyRow]) -> None:
    graph = multigraph(rows)
    assert sum(one.count for one in held_by_sitting(graph)) == graph.number_of_edges()
    assert sum(pair.times for pair in pairs(weighted(graph))) == graph.number_of_edges()


@given(ROWS)
def test_reciprocal_pairs_are_those_that_go_both_ways(rows: list[ProxyRow]) -> None:
    ways = {(one.grantor, one.holder) for one in rows if one.holder and one.holder != one.grantor}
    found = reciprocal(weighted(multigraph(rows)))
    seen = [frozenset({there.grantor, there.holder}) for there, _ in found]
    assert Counter(seen) == Counter({frozenset(way) for way in ways if way[::-1] in ways})
    for there, back in found:
        assert (there.grantor, there.holder) == (back.holder, back.grantor)
        assert there.times >= back.times


@given(ROWS)
def test_who_gave_a_proxy_is_never_away_without_one(rows: list[ProxyRow]) -> None:
    everyone = [attendance(one.grantor, "absent", one.sitting) for one in rows]
    assert absent_without_proxy(everyone, rows) == []
