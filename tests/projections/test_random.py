"""On random graphs, each projection equals what SPARQL counts, the query being asked of the store directly."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import QuerySolutions, Store

from delibgraph.projections import (
    attendance,
    attendance_rows,
    co_attendance,
    co_funding,
    funding,
    funding_rows,
    multigraph,
    proxy_rows,
    weighted,
    weights,
)
from delibgraph.queries import plain, run
from delibgraph.store import PREFIXES

BODIES, PEOPLE, CLUBS = ["b0", "b1"], ["anne", "bruno", "claire", "denis"], ["chorale", "judo", "échecs"]
PERIODS = st.sampled_from(
    [{}, {"since": "2022-01-02"}, {"through": "2022-01-02"}, {"of_body": "b1"}, {"of_organ": "Bureau"}]
)
SITTING = st.tuples(st.sampled_from(BODIES), st.integers(1, 3))
MEMBER = st.sampled_from(PEOPLE)


@dataclass(frozen=True)
class Facts:
    """What a random set of documents says; each fact is stated by one or two documents."""

    proxies: list[tuple[tuple[str, int], str, str | None, int]]
    presences: list[tuple[tuple[str, int], str, str]]
    grants: list[tuple[tuple[str, int], str, Decimal, str, bool]]

    def store(self) -> Store:
        store = Store()
        prefixes = "".join(f"PREFIX {name}: <{base}>\n" for name, base in PREFIXES.items())
        store.update(f"{prefixes} INSERT DATA {{ {' '.join(self.triples())} }}")
        return store

    def triples(self) -> list[str]:
        said = []
        for body in BODIES:
            said.append(f'<x:{body}> skos:prefLabel "Ville {body}" . <x:o/{body}> org:unitOf <x:{body}> .')
            said += [f'<x:{body}/{name}> foaf:name "{name.title()}" .' for name in PEOPLE]
            organ = "Bureau" if body == "b0" else "Conseil"
            said.append(f'<x:o/{body}> skos:prefLabel "{organ}" .')
            said += [f"<x:s/{body}/{day}> dg:organ <x:o/{body}> ." for day in (1, 2, 3)]
            said += [
                f'<x:s/{body}/{day}> dg:date "2022-01-0{day}"^^xsd:date .' for day in (1, 2)
            ]  # the third is undated
        said += [f'<x:c/{club}> skos:prefLabel "{club}" .' for club in CLUBS]
        for (body, day), grantor, holder, documents in self.proxies:
            proxy = f"<x:p/{body}/{day}/{grantor}/{holder}>"
            said.append(f"{proxy} a dg:Proxy ; dg:sitting <x:s/{body}/{day}> ; dg:grantor <x:{body}/{grantor}> .")
            said += [f"{proxy} dg:holder <x:{body}/{holder}> ."] if holder else []
            said += [
                f"{proxy} dg:evidence <x:e{n}/{grantor}/{holder}> . <x:e{n}/{grantor}/{holder}> oa:hasSource <x:d{n}> ."
                f'<x:d{n}> dcterms:title "{n}.txt" .'
                for n in range(documents)
            ]
        for (body, day), member, status in self.presences:
            said.append(
                f"<x:a/{body}/{day}/{member}/{status}> a dg:Attendance ; dg:sitting <x:s/{body}/{day}> ; "
                f"dg:official <x:{body}/{member}> ; dg:attendanceStatus dgc:attendance-{status} ."
            )
        for number, ((body, day), club, amount, currency, granted) in enumerate(self.grants):
            status = "granted" if granted else "background"
            said.append(
                f"<x:f/{number}> a dg:Funding ; dg:deliberation <x:d/{body}/{day}> ; dg:beneficiary <x:c/{club}> ; "
                f'dg:amount {amount} ; dg:currency "{currency}" ; dg:fundingStatus dgc:funding-{status} .'
                f"<x:d/{body}/{day}> dg:sitting <x:s/{body}/{day}> ."
            )
        return said


FACTS = st.builds(
    Facts,
    st.lists(st.tuples(SITTING, MEMBER, st.one_of(st.none(), MEMBER), st.integers(0, 2)), max_size=12),
    st.lists(st.tuples(SITTING, MEMBER, st.sampled_from(["present", "absent", "represented"])), max_size=16),
    st.lists(
        st.tuples(
            SITTING,
            st.sampled_from(CLUBS),
            st.decimals(min_value=1, max_value=99_999, places=2),
            st.sampled_from(["EUR", "EUR", "CHF"]),
            st.booleans(),
        ),
        max_size=10,
    ),
)


def asked(store: Store, values: dict[str, str], select: str, where: str, tail: str = "") -> set[tuple[str | None, ...]]:
    """The answer to a question of this test's own, within the same bounds as the projection."""
    conditions = {
        "since": 'FILTER(?date >= "{}"^^xsd:date)',
        "through": 'FILTER(?date <= "{}"^^xsd:date)',
        "of_body": 'FILTER(CONTAINS(STR(?body), "{}"))',
        "of_organ": '?organ skos:prefLabel "{}" .',
    }
    bounds = " ".join(conditions[name].format(value) for name, value in values.items())
    where = f"{where} ?s dg:organ ?organ . ?organ org:unitOf ?body OPTIONAL {{ ?s dg:date ?date }} {bounds}"
    answer = run(store, f"SELECT {select} WHERE {{ {where} }} {tail}")
    assert isinstance(answer, QuerySolutions)
    return {tuple(plain(term) for term in solution) for solution in answer}


@given(FACTS, PERIODS)
def test_pairs_of_proxies_equal_sparql(facts: Facts, values: dict[str, str]) -> None:
    store = facts.store()
    graph = weighted(multigraph(proxy_rows(store, **values)))
    counted = asked(
        store,
        values,
        "?g ?h (COUNT(DISTINCT ?s) AS ?n)",
        "?p a dg:Proxy ; dg:sitting ?s ; dg:grantor ?g ; dg:holder ?h .",
        "GROUP BY ?g ?h",
    )
    assert {(*pair, str(weight)) for pair, weight in weights(graph).items()} == counted
    held = asked(
        store,
        values,
        "?h (COUNT(DISTINCT ?p) AS ?n)",
        "?p a dg:Proxy ; dg:sitting ?s ; dg:grantor ?g ; dg:holder ?h .",
        "GROUP BY ?h",
    )
    assert {(member, str(number)) for member, number in graph.nodes(data="held") if number} == held


@given(FACTS, PERIODS)
def test_presence_and_sitting_together_equal_sparql(facts: Facts, values: dict[str, str]) -> None:
    store = facts.store()
    graph = attendance(attendance_rows(store, **values))
    there = "?{0} a dg:Attendance ; dg:sitting ?s ; dg:official ?{1} ; dg:attendanceStatus dgc:attendance-present ."
    assert {(u, v) for u, v in graph.edges()} == asked(store, values, "?m ?s", there.format("a", "m"))
    together = asked(
        store,
        values,
        "?m ?o (COUNT(DISTINCT ?s) AS ?n)",
        there.format("a", "m") + there.format("b", "o") + " FILTER(STR(?m) < STR(?o))",
        "GROUP BY ?m ?o",
    )
    found = {(*sorted(pair), str(weight)) for pair, weight in weights(co_attendance(graph)).items()}
    assert found == together


@given(FACTS, PERIODS)
def test_money_equals_sparql(facts: Facts, values: dict[str, str]) -> None:
    store = facts.store()
    graph = funding(funding_rows(store, **values))
    granted = (
        "?f a dg:Funding ; dg:fundingStatus dgc:funding-granted ; dg:beneficiary ?c ; dg:amount ?amount ; "
        "dg:currency ?currency ; dg:deliberation/dg:sitting ?s ."
    )
    euros = granted + ' FILTER(?currency = "EUR")'
    sums = asked(store, values, "?body ?c (COUNT(?f) AS ?n) (SUM(?amount) AS ?sum)", euros, "GROUP BY ?body ?c")
    found = {
        (body, club, edge["weight"], Decimal(str(edge["amount"])))
        for body, club, edge in weighted(graph).edges(data=True)
    }
    assert found == {(body, club, int(n or 0), Decimal(total or 0)) for body, club, n, total in sums}
    others = asked(store, values, "?f", granted + ' FILTER(?currency != "EUR")')
    assert graph.graph["other_currencies"] == len(others)
    funders = {club: {body for body, other, *_ in sums if other == club} for _, club, *_ in sums}
    shared = {
        (one, two, len(funders[one] & funders[two]))
        for one, two in combinations(sorted(club for club in funders if club), 2)
        if funders[one] & funders[two]
    }
    assert {(*sorted(pair), weight) for pair, weight in weights(co_funding(graph)).items()} == shared
