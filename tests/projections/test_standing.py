"""The measures of members and councils on small graphs counted by hand."""

from __future__ import annotations

import subprocess
import sys

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from delibgraph.projections import (
    AttendanceRow,
    DiGraph,
    ProxyRow,
    brokers,
    change,
    communities,
    concentration,
    effective_votes,
    fidelity,
    gini,
    multigraph,
    reciprocity,
    weighted,
)
from tests.projections.strategies import DATES, ROWS, row

# Anne gives Denis two and Bruno one, Denis gives Anne one, Claire gives Denis one: five proxies, two of them returned.
BY_HAND = [
    row("anne", "denis", "s1"),
    row("anne", "denis", "s2"),
    row("anne", "bruno", "s3"),
    row("denis", "anne", "s3"),
    row("claire", "denis", "s1"),
]


def council() -> DiGraph:
    return weighted(multigraph(BY_HAND))


def chain(*arrows: str) -> DiGraph:
    """A weighted graph of pairs, written as grantor and holder: ``ab``."""
    return weighted(multigraph(ProxyRow(f"p{arrow}", "s", arrow[0], arrow[0], arrow[1], arrow[1]) for arrow in arrows))


def test_two_proxies_of_five_are_returned() -> None:
    assert reciprocity(council()) == pytest.approx(2 / 5)
    assert reciprocity(chain()) == 0.0
    assert reciprocity(chain("ab", "ba")) == 1.0
    assert reciprocity(chain("aa", "ab")) == 0.0


def test_a_grantor_is_as_faithful_as_the_share_of_one_holder() -> None:
    assert [(one.grantor, one.holder, one.times, one.given) for one in fidelity(council())] == [("anne", "denis", 2, 3)]
    assert fidelity(council())[0].share == pytest.approx(2 / 3)
    assert [(one.grantor, one.share) for one in fidelity(council(), at_least=1)] == [
        ("claire", 1.0),
        ("denis", 1.0),
        ("anne", pytest.approx(2 / 3)),
    ]


def test_votes_are_ones_own_and_the_proxies() -> None:
    here = [
        AttendanceRow("s1", "denis", "DENIS", "present", DATES["s1"]),
        AttendanceRow("s1", "eva", "EVA", "present", DATES["s1"]),
        AttendanceRow("s1", "anne", "ANNE", "absent", DATES["s1"]),
    ]
    found = effective_votes(here, multigraph(BY_HAND))
    assert [(one.sitting, one.name, one.votes) for one in found] == [
        ("s1", "DENIS", 3),
        ("s1", "EVA", 1),
        ("s2", "DENIS", 2),
        ("s3", "ANNE", 2),
        ("s3", "BRUNO", 2),
    ]


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ([], 0.0),
        ([0, 0], 0.0),
        ([5], 0.0),
        ([2, 2, 2], 0.0),
        ([0, 0, 0, 8], 3 / 4),
        ([1, 2, 3], 2 / 9),
        ([1, 3], 1 / 4),
    ],
)
def test_gini_by_hand(values: list[float], expected: float) -> None:
    assert gini(values) == pytest.approx(expected)


@given(st.lists(st.integers(0, 50), min_size=1, max_size=12))
def test_gini_is_half_the_relative_mean_difference(values: list[int]) -> None:
    total, count = sum(values), len(values)
    direct = sum(abs(a - b) for a in values for b in values) / (2 * count * total) if total else 0.0
    assert gini(values) == pytest.approx(direct)


def test_gini_refuses_what_is_no_share() -> None:
    with pytest.raises(ValueError, match="negative"):
        gini([1, -1])


def test_concentration_counts_who_holds_nothing() -> None:
    # Held: anne 1, bruno 1, claire 0, denis 3. Sum of all differences |a - b|: 24. 24 / (2 · 4 · 5) = 0.4.
    counted = sum(abs(a - b) for a in (1, 1, 0, 3) for b in (1, 1, 0, 3)) / (2 * 4 * 5)
    assert concentration(council()) == pytest.approx(counted)


def test_the_middle_of_a_chain_is_the_broker() -> None:
    # a → b → c → d: b stands between a and c, a and d; of the 3 · 2 ordered pairs of others, 2.
    assert brokers(chain("ab", "bc", "cd")) == [
        ("b", pytest.approx(2 / 6)),
        ("c", pytest.approx(2 / 6)),
        ("a", 0),
        ("d", 0),
    ]


def test_two_triangles_with_a_bridge_are_two_communities() -> None:
    graph = chain("ab", "bc", "ca", "de", "ef", "fd", "cd")
    assert communities(graph) == [["a", "b", "c"], ["d", "e", "f"]]
    assert communities(chain()) == []


def test_communities_do_not_depend_on_the_run() -> None:
    code = (
        "import networkx as nx; from delibgraph.projections import communities;"
        "g = nx.DiGraph(); g.add_weighted_edges_from((f'm{i}', f'm{i * i % 41}', i % 3 + 1) for i in range(80));"
        "print(communities(g))"
    )
    runs = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": ":".join(sys.path)},
            capture_output=True,
            check=True,
            encoding="utf-8",
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(runs) == 1


def test_what_changed_between_two_periods() -> None:
    before = weighted(multigraph(row("anne", "denis", sitting) for sitting in ("s1", "s2")))
    after = weighted(multigraph([row("anne", "denis", "s3"), row("eva", "bruno", "s3"), row("eva", "bruno", "s4")]))
    assert [(one.grantor, one.holder, one.before, one.after, one.difference) for one in change(before, after)] == [
        ("eva", "bruno", 0, 2, 2),
        ("anne", "denis", 2, 1, -1),
    ]
    assert change(before, before) == []


@given(ROWS)
def test_measures_keep_their_bounds(rows: list[ProxyRow]) -> None:
    graph = weighted(multigraph(rows))
    assert 0 <= reciprocity(graph) <= 1
    assert 0 <= concentration(graph) < 1
    assert all(0 < one.share <= 1 for one in fidelity(graph, at_least=1))
    assert sorted(member for group in communities(graph) for member in group) == sorted(graph)
    assert dict(brokers(graph)) == pytest.approx(nx.betweenness_centrality(graph))
    votes = effective_votes([], multigraph(rows))
    assert sum(one.votes - 1 for one in votes) == multigraph(rows).number_of_edges()
    both_ways = [(u, v) for u, v in graph.edges() if u != v and graph.has_edge(v, u)]
    assert (reciprocity(graph) > 0) == bool(both_ways)
    assert nx.number_of_selfloops(graph) <= graph.number_of_edges()
