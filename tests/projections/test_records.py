"""The projection of a store equals what SPARQL counts in it."""

from __future__ import annotations

from pathlib import Path

import pytest
from pyoxigraph import QuerySolutions

from delibgraph.projections import (
    absent_without_proxy,
    attendance_rows,
    held_by_sitting,
    multigraph,
    pairs,
    proxy_rows,
    reciprocal,
    weighted,
    within,
)
from delibgraph.queries import QueryError, records, run
from delibgraph.store import open_store

STORE = open_store(Path(__file__).parents[1] / "competency" / "graph.trig")


def asked(query: str, **values: str) -> list[dict[str, str | None]]:
    answer = run(STORE, query, values)
    assert isinstance(answer, QuerySolutions)
    return list(records(answer))


def test_edges_are_the_named_proxies() -> None:
    graph = multigraph(proxy_rows(STORE))
    rows = asked("proxies")
    assert {edge["proxy"] for _, _, edge in graph.edges(data=True)} == {row["proxy"] for row in rows if row["holder"]}
    assert graph.graph["unnamed"] == sum(1 for row in rows if not row["holder"])


def test_an_edge_carries_the_sentences_of_its_documents() -> None:
    edges = multigraph(proxy_rows(STORE)).edges(data=True)
    [edge] = [edge for _, _, edge in edges if edge["quotes"]]
    assert edge["documents"] == ("2023-07-12-a.txt", "2023-07-12-b.txt")
    assert edge["quotes"] == (
        "M. Denis DUPONT donne pouvoir à Mme Anne ARNAUD",
        "M. Denis DUPPONT donne pouvoir à Mme Anne ARNAUD",
    )


def test_holders_by_sitting_equal_the_query() -> None:
    found = held_by_sitting(multigraph(proxy_rows(STORE)))
    assert [(one.date, one.holder_name, str(one.count), ", ".join(one.grantors)) for one in found] == [
        (row["date"], row["holder"], row["proxies"], row["grantors"]) for row in asked("proxies-per-holder-by-sitting")
    ]


def test_reciprocal_pairs_equal_the_query() -> None:
    found = {
        frozenset({there.grantor_name, back.grantor_name})
        for there, back in reciprocal(weighted(multigraph(proxy_rows(STORE))))
    }
    assert found == {frozenset({row["first"], row["second"]}) for row in asked("reciprocal-proxies")}


def test_pairs_equal_the_query() -> None:
    found = pairs(weighted(multigraph(proxy_rows(STORE))))
    rows = asked("proxy-pairs")
    assert {(one.grantor, one.holder, str(one.times), one.first, one.last) for one in found} == {
        (row["grantor_node"], row["holder_node"], row["times"], row["first"], row["last"]) for row in rows
    }
    assert len(found) == len(rows) == 5


def test_absences_equal_the_query() -> None:
    found = absent_without_proxy(attendance_rows(STORE), proxy_rows(STORE))
    assert {(one.date, one.name, one.status, one.substitute) for one in found} == {
        (row["date"], row["name"], row["status"], row["substitute"]) for row in asked("absent-without-proxy")
    }
    assert len(found) == 4


def test_a_period_is_the_same_asked_of_the_store_or_of_the_rows() -> None:
    period = {"since": "2022-01-01", "through": "2022-12-31"}
    assert list(proxy_rows(STORE, **period)) == list(within(proxy_rows(STORE), **period))
    assert len(list(proxy_rows(STORE, **period))) == 3


def test_an_unknown_parameter_is_refused() -> None:
    with pytest.raises(QueryError, match="has no parameter who"):
        list(proxy_rows(STORE, who="x"))
