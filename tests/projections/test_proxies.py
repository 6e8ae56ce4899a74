from __future__ import annotations

import random
from collections import Counter

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from delibgraph.projections import ProxyRow, multigraph, weighted, within
from tests.projections.strategies import MEMBERS, ROWS, row


@given(ROWS)
def test_an_edge_is_a_grantor_a_holder_and_a_sitting(rows: list[ProxyRow]) -> None:
    graph = multigraph(rows)
    told = {(one.grantor, one.holder, one.sitting) for one in rows if one.holder}
    assert set(graph.edges(keys=True)) == told
    assert set(graph) == {member for grantor, holder, _ in told for member in (grantor, holder)}


@given(ROWS)
def test_the_weight_counts_sittings(rows: list[ProxyRow]) -> None:
    graph = weighted(multigraph(rows))
    told = {(one.grantor, one.holder, one.sitting) for one in rows if one.holder}
    counts = Counter((grantor, holder) for grantor, holder, _ in told)
    assert {(u, v): data["weight"] for u, v, data in graph.edges(data=True)} == counts
    for member in graph:
        assert graph.nodes[member]["given"] == sum(1 for grantor, _, _ in told if grantor == member)
        assert graph.nodes[member]["held"] == sum(1 for _, holder, _ in told if holder == member)


@given(ROWS)
def test_unnamed_holders_are_counted_and_never_drawn(rows: list[ProxyRow]) -> None:
    graph = multigraph(rows)
    named = {(one.grantor, one.sitting) for one in rows if one.holder}
    unnamed = {(one.grantor, one.sitting) for one in rows if not one.holder} - named
    assert graph.graph["unnamed"] == len(unnamed)
    assert None not in graph


@given(ROWS, st.randoms())
def test_the_order_of_the_rows_does_not_matter(rows: list[ProxyRow], shuffle: random.Random) -> None:
    other = rows[:]
    shuffle.shuffle(other)
    one, two = multigraph(rows), multigraph(other)
    assert list(one.edges(keys=True, data=True)) == list(two.edges(keys=True, data=True))
    assert list(one.nodes(data=True)) == list(two.nodes(data=True))


@given(ROWS, st.sampled_from(["2021-04-22", "2022-06-16", "2022-12-31", None]), st.sampled_from(["2022-06-16", None]))
def test_a_period_keeps_the_sittings_within_it(rows: list[ProxyRow], since: str | None, through: str | None) -> None:
    kept = list(within(rows, since, through))
    if since is None and through is None:
        assert kept == rows
    else:
        low, high = since or "0000", through or "9999"
        assert kept == [one for one in rows if one.date is not None and low <= one.date <= high]


def test_a_proxy_told_by_two_documents_is_one_edge_with_both() -> None:
    graph = multigraph([row("anne", "bruno", "s3", "b.txt"), row("anne", "bruno", "s3", "a.txt")])
    assert graph.edges["anne", "bruno", "s3"] == {
        "proxy": "proxy/s3/anne/bruno",
        "sitting": "s3",
        "date": "2023-07-12",
        "body": "Ville",
        "documents": ("a.txt", "b.txt"),
        "quotes": ("anne à bruno",),
    }
    assert graph.nodes["anne"] == {"name": "ANNE", "body": "Ville"}


def test_first_and_last_day_of_a_pair() -> None:
    graph = weighted(multigraph([row("anne", "bruno", sitting) for sitting in ("s3", "s1", "s4")]))
    assert graph.edges["anne", "bruno"] == {"weight": 3, "first": "2021-04-22", "last": "2023-07-12"}
    undated = weighted(multigraph([row("anne", "bruno", "s4")]))
    assert undated.edges["anne", "bruno"] == {"weight": 1}


def test_bounds_are_kept_as_printed() -> None:
    bounded = ProxyRow("p", "s3", "anne", "ANNE", "bruno", "BRUNO", from_="question 11", until="22:40")
    edge = multigraph([bounded]).edges["anne", "bruno", "s3"]
    assert (edge["from"], edge["until"]) == ("question 11", "22:40")


def test_no_rows_make_an_empty_graph() -> None:
    graph = multigraph([])
    assert nx.is_empty(graph)
    assert graph.graph["unnamed"] == 0
    assert weighted(graph).graph == graph.graph


@pytest.mark.parametrize("member", MEMBERS)
def test_a_holder_without_a_name_is_called_by_the_end_of_the_iri(member: str) -> None:
    nameless = ProxyRow("p", "s3", "id/anne", "Anne", f"id/person/{member}", None)
    assert multigraph([nameless]).nodes[f"id/person/{member}"]["name"] == member
