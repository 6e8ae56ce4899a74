"""The graphs of money and of attendance on rows counted by hand."""

from __future__ import annotations

import random
from decimal import Decimal

import networkx as nx
from networkx.algorithms import bipartite

from delibgraph.projections import (
    AttendanceRow,
    FundingRow,
    attendance,
    co_attendance,
    co_funding,
    funding,
    weighted,
    weights,
)

GRANTS = [
    FundingRow("f1", "s1", "ville", "judo", "Judo", Decimal("0.10"), "EUR", "Ville", "2022-01-01", quote="0,10 €"),
    FundingRow("f2", "s2", "ville", "judo", "Judo", Decimal("0.20"), "EUR", "Ville", "2023-01-01", document="b.txt"),
    FundingRow("f2", "s2", "ville", "judo", "Judo", Decimal("0.20"), "EUR", "Ville", "2023-01-01", document="a.txt"),
    FundingRow("f3", "s2", "ville", "chorale", "Chorale", Decimal(50), "EUR", "Ville", "2023-01-01", year=2023),
    FundingRow("f4", "s3", "agglo", "judo", "Judo", Decimal(7), "EUR", "Agglo"),
    FundingRow("f5", "s3", "agglo", "chorale", "Chorale", Decimal(7), "CHF", "Agglo"),
]
PRESENCES = [
    AttendanceRow(sitting, member, member.title(), status, date, "Ville", "Bureau")
    for sitting, date, states in (
        ("s1", "2022-01-01", {"anne": "present", "bruno": "present", "claire": "absent"}),
        ("s2", "2023-01-01", {"anne": "present", "bruno": "present", "denis": "present"}),
        ("s3", None, {"denis": "present", "claire": "excused"}),
    )
    for member, status in states.items()
]


def test_a_grant_is_an_edge_and_two_documents_are_one_grant() -> None:
    graph = funding(GRANTS)
    assert sorted(key for _, _, key in graph.edges(keys=True)) == ["f1", "f2", "f3", "f4"]
    assert graph.edges["ville", "judo", "f2"]["documents"] == ("a.txt", "b.txt")
    assert graph.edges["ville", "chorale", "f3"]["year"] == 2023
    assert graph.graph == {"name": "funding", "currency": "EUR", "other_currencies": 1}
    assert bipartite.is_bipartite_node_set(
        nx.Graph(graph), [node for node, side in graph.nodes(data="bipartite") if side]
    )
    assert funding(GRANTS, currency="CHF").edges["agglo", "chorale", "f5"]["amount"] == 7


def test_money_is_added_without_a_cent_lost() -> None:
    pairs = weighted(funding(GRANTS))
    assert pairs.edges["ville", "judo"] == {"weight": 2, "first": "2022-01-01", "last": "2023-01-01", "amount": 0.3}
    assert {node: pairs.nodes[node]["amount"] for node in pairs} == {
        "ville": 50.3,
        "agglo": 7,
        "judo": 7.3,
        "chorale": 50,
    }


def test_organisations_meet_at_the_bodies_that_fund_both() -> None:
    assert list(co_funding(funding(GRANTS)).edges(data=True)) == [
        ("chorale", "judo", {"weight": 1, "shared": ("Ville",)})
    ]
    assert list(co_funding(funding(GRANTS), side=0).edges(data=True)) == [
        ("agglo", "ville", {"weight": 1, "shared": ("Judo",)})
    ]


def test_only_who_is_present_is_joined_to_a_sitting() -> None:
    graph = attendance(PRESENCES)
    assert set(graph.edges()) == {
        ("anne", "s1"),
        ("bruno", "s1"),
        ("anne", "s2"),
        ("bruno", "s2"),
        ("denis", "s2"),
        ("denis", "s3"),
    }
    assert graph.nodes["s1"] == {
        "name": "2022-01-01 · Bureau",
        "bipartite": 1,
        "body": "Ville",
        "organ": "Bureau",
        "date": "2022-01-01",
    }
    assert graph.nodes["s3"]["name"] == "Bureau"
    assert graph.graph["away"] == 1
    assert "claire" not in graph


def test_who_sat_together_how_often() -> None:
    graph = co_attendance(attendance(PRESENCES))
    assert graph.edges["anne", "bruno"] == {
        "weight": 2,
        "first": "2022-01-01",
        "last": "2023-01-01",
        "shared": ("2022-01-01 · Bureau", "2023-01-01 · Bureau"),
    }
    assert weights(graph) == {("anne", "bruno"): 2, ("anne", "denis"): 1, ("bruno", "denis"): 1}


def test_the_order_of_the_rows_does_not_matter() -> None:
    grants, presences = GRANTS[:], PRESENCES[:]
    random.Random(3).shuffle(grants)
    random.Random(3).shuffle(presences)
    assert list(funding(grants).edges(keys=True, data=True)) == list(funding(GRANTS).edges(keys=True, data=True))
    for one, two in ((attendance(presences), attendance(PRESENCES)), (funding(grants), funding(GRANTS))):
        assert list(one.nodes(data=True)) == list(two.nodes(data=True))
        assert list(one.edges(keys=True, data=True)) == list(two.edges(keys=True, data=True))
