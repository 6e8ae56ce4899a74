from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from pyoxigraph import NamedNode, QueryBoolean, QuerySolutions, Store

from delibgraph.queries import Page, Parameter, QueryError, named, records, refuse_calls, run, things
from delibgraph.rdf.vocabulary import ID
from delibgraph.store import PREFIXES, open_store

STORE = open_store(Path(__file__).parents[1] / "competency" / "graph.trig")


def rows(query: str, **values: str) -> list[dict[str, str | None]]:
    answer = run(STORE, query, values)
    assert isinstance(answer, QuerySolutions)
    return list(records(answer))


def test_sparql_text_needs_no_prefixes() -> None:
    assert rows("SELECT ?n WHERE { id:body\\/244200770 skos:prefLabel ?n }") == [{"n": "Métropole des Monts"}]


def test_a_named_query_and_its_own_text_answer_alike() -> None:
    assert rows("proxies") == rows(named()["proxies"].text)


def test_a_variable_without_a_value_is_none() -> None:
    assert {row["holder"] for row in rows("proxies")} == {
        "Denis DUPONT",
        "Anne ARNAUD",
        "Bruno BERNARD",
        "Inès IVRY",
        None,
    }


def test_ask_answers_yes_or_no() -> None:
    assert isinstance(answer := run(STORE, "ASK { ?s a dg:Proxy }"), QueryBoolean)
    assert bool(answer) is True


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "select * { service silent <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "SELECT * { ?s ?p '#' . SERVICE ?x { ?s ?p ?o } }",
        "SELECT * { ?s ?p 'it\\'s' SERVICE ?x { ?s ?p ?o } }",
        "SELECT * { ?s dg:a\\#b ?o SERVICE ?x { ?s ?p ?o } }",
        "SELECT * { FILTER(1<2)SERVICE<http://127.0.0.1:9/>{ ?s ?p ?o } }",
        'SELECT * { ?s ?p """a"b""" SERVICE <http://127.0.0.1:9/> { } }',
        "SELECT * { # a comment\nSERVICE <http://127.0.0.1:9/> { } }",
        "SELECT * { { SELECT * {\tSERVICE\n<http://127.0.0.1:9/> { } } } }",
        "SELECT * { \\u0053ERVICE <http://127.0.0.1:9/> { } }",
    ],
)
def test_no_other_server_is_called(query: str) -> None:
    with pytest.raises(QueryError):
        run(STORE, query)


@pytest.mark.parametrize(
    "query",
    [
        "SELECT ?service { ?service a dg:Proxy }",
        "SELECT * { ?s ?p 'SERVICE <http://x/> {' }",
        "SELECT * { ?s ?p <http://x/SERVICE> }",
        "SELECT * { ?s ?p ?o } # SERVICE <http://x/>",
        "PREFIX service: <http://x/> SELECT * { ?s service:x ?o }",
        'SELECT * { ?s ?p """a\nSERVICE <x> { "b" }""" }',
    ],
)
def test_the_word_service_alone_is_no_call(query: str) -> None:
    assert isinstance(run(STORE, query), QuerySolutions)


@pytest.mark.parametrize(
    "text",
    [
        "INSERT DATA { <http://a> <http://b> 1 }",
        "DELETE WHERE { ?s ?p ?o }",
        "LOAD <http://127.0.0.1:9/>",
        "PREFIX a: <http://a/>\nCLEAR ALL",
        "WITH <http://g> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }",
    ],
)
def test_updates_are_refused_and_change_nothing(text: str) -> None:
    before = len(STORE)
    with pytest.raises(QueryError, match="queries only read"):
        run(STORE, text)
    assert len(STORE) == before


@pytest.mark.parametrize(
    ("query", "values", "message"),
    [
        ("proxis", {}, "no query is named 'proxis' .perhaps proxies"),
        ("zzz", {}, "absent-without-proxy, amended-deliberations, attendance-by-member"),
        ("SELECT", {}, "no query is named 'SELECT'"),
        ("SELECT * { ?s ?p }", {}, "no SPARQL query: error at 1:"),
        ("SELECT * { ?s ?p ?o }", {"member": "x"}, "only a named query takes parameters"),
        ("evidence-of", {"of": "https://x y"}, "is no IRI"),
    ],
)
def test_what_cannot_run_is_said(query: str, values: dict[str, str], message: str) -> None:
    with pytest.raises(QueryError, match=message):
        run(STORE, query, values)


@pytest.mark.parametrize(
    "name", ["id:organisation/mecavallee", f"{ID}organisation/mecavallee", "MÉCAVALLÉE", "meca vallee"]
)
def test_a_thing_is_found_by_its_iri_or_by_any_of_its_names(name: str) -> None:
    assert things(STORE, name) == [NamedNode(f"{ID}organisation/mecavallee")]


def test_a_name_that_nothing_bears_has_no_evidence() -> None:
    assert rows("evidence-of", of="Personne") == []


def folded(text: str) -> str:
    """Without case and the accents of French."""
    return text.lower().translate(str.maketrans("àâäéèêëîïôöùûüç", "aaaeeeeiioouuuc")).replace("œ", "oe")


@given(st.text(max_size=30))
@example("éVA")
@example("etienne")
@example("Ç")
def test_any_text_is_a_safe_parameter(value: str) -> None:
    found = rows("proxies-of-member", member=value)
    assert [row["proxy"] for row in found] == [
        row["proxy"]
        for row in rows("proxies")
        if any(folded(value) in folded(name) for name in (row["grantor"], row["holder"]) if name)
    ]


@given(st.dates().map(str), st.dates().map(str))
def test_a_period_holds_both_its_days(since: str, through: str) -> None:
    found = rows("proxies", since=since, through=through)
    assert found == [row for row in rows("proxies") if since <= (row["date"] or "") <= through]


def test_an_empty_store_answers_with_no_rows() -> None:
    for name, query in named().items():
        values = {parameter.name: "x" for parameter in query.parameters if parameter.default == "required"}
        answer = run(Store(), name, values)
        assert isinstance(answer, QuerySolutions)
        assert list(answer) == []


@given(
    st.integers(0, 9), st.integers(0, 9), st.sampled_from(["proxies", "votes", "SELECT ?s { ?s a dg:Proxy } # LIMIT"])
)
def test_pages_are_parts_of_the_whole(limit: int, offset: int, query: str) -> None:
    def page(part: Page | None) -> list[dict[str, str | None]]:
        answer = run(STORE, query, page=part)
        assert isinstance(answer, QuerySolutions)
        return list(records(answer))

    assert page(Page(limit, offset)) == page(None)[offset : offset + limit]
    assert page(Page(None, offset)) == page(None)[offset:]


def test_a_query_with_bounds_of_its_own_takes_no_page() -> None:
    with pytest.raises(QueryError, match="without LIMIT"):
        run(STORE, "SELECT * { ?s ?p ?o } LIMIT 3", page=Page(2, 0))


@pytest.mark.parametrize(
    "update",
    [
        "LOAD <http://a>",
        "CLEAR ALL;\nload silent <http://a> INTO GRAPH <http://b>",
        "INSERT {} WHERE { SERVICE ?x {} }",
    ],
)
def test_an_update_reaches_nothing_beyond_the_store(update: str) -> None:
    with pytest.raises(QueryError, match="not done here"):
        refuse_calls(update)


def test_the_word_load_alone_reads_nothing() -> None:
    refuse_calls("INSERT DATA { GRAPH <http://LOAD> { dg:LOAD a 'LOAD <x>' } } # LOAD")


def test_the_union_of_the_graphs_is_asked_where_nothing_is_merged() -> None:
    store = Store()
    store.update(
        "INSERT DATA { GRAPH <http://a> { <http://a> <http://b> 1 } GRAPH <http://b> { <http://a> <http://b> 2 } }"
    )
    answer = run(store, "SELECT ?v { ?s ?p ?v } ORDER BY ?v")
    assert isinstance(answer, QuerySolutions)
    assert [row["v"] for row in records(answer)] == ["1", "2"]


@given(st.sampled_from([name for name, query in named().items() if query.parameters]), st.text(max_size=20), st.data())
def test_no_value_of_any_parameter_is_read_as_sparql(name: str, value: str, data: st.DataObject) -> None:
    """A value is refused, or stands in the text as terms; without them the query is what it was."""
    query = named()[name]
    parameter = data.draw(st.sampled_from(query.parameters))
    hostile = data.draw(
        st.sampled_from([value, f'{value}" }} DROP ALL #', f"> }} {value}", value + "\\", f"'''{value}\n"])
    )
    others = {one.name: f"{ID}x" for one in query.parameters if one.default == "required" and one is not parameter}
    try:
        terms = " ".join(str(term) for term in parameter.terms(hostile, lambda told: things(STORE, told)))
    except QueryError:
        return
    text = query.bound(others | {parameter.name: hostile}, lambda told: things(STORE, told))
    STORE.query(text, prefixes=PREFIXES)
    safe = _SAFE[parameter.type]
    harmless = query.bound(others | {parameter.name: safe}, _one)
    open_, standing = (f"VALUES ?{parameter.name} {{ {told} }}" for told in (_written(parameter, safe), terms))
    assert text == harmless.replace(open_, standing)


def _written(parameter: Parameter, value: str) -> str:
    return " ".join(str(term) for term in parameter.terms(value, _one))


_SAFE = {"text": "harmless", "name": "harmless", "date": "2020-02-02", "integer": "7", "thing": f"{ID}harmless"}


def _one(name: str) -> list[NamedNode]:
    return [NamedNode(name)]
