from __future__ import annotations

import re

import pytest
from pyoxigraph import Literal, NamedNode

from delibgraph.queries import QueryError, named
from delibgraph.queries.catalogue import parse
from delibgraph.rdf import vocabulary
from delibgraph.rdf.vocabulary import Namespace
from tests.competency.page import PAGE, page

HEADER = "# title: T\n# title-fr: T\n# answers: A\n"
ASKED = HEADER + "# param member text required: whose\n# param since date any: from when\n"
QUERY = parse("asked", ASKED + "SELECT * WHERE { VALUES ?member { UNDEF } VALUES ?since { UNDEF } ?s ?p ?member }")


def nothing(_: str) -> list[NamedNode]:
    return []


def test_the_page_of_docs_is_what_the_queries_and_their_expected_rows_make() -> None:
    text = PAGE.read_text(encoding="utf-8")
    assert all(f"### {name}\n" in text for name in named())
    assert page(text) == text  # else: python -m tests.competency.page


@pytest.mark.parametrize("name", sorted(named()))
def test_a_query_names_only_terms_of_the_vocabulary(name: str) -> None:
    spaces = {key.lower(): space for key, space in vars(vocabulary).items() if isinstance(space, Namespace)}
    text = re.sub(r"<[^>]*>|\"[^\"]*\"|#.*", " ", named()[name].text)
    used = re.findall(r"\b(dg|dcterms|foaf|oa|org|sh|skos):([\w-]+)", text)
    assert used
    assert [f"{prefix}:{term}" for prefix, term in used if term not in spaces[prefix].terms | {"from"}] == []


@pytest.mark.parametrize("name", sorted(named()))
def test_every_open_place_of_a_query_is_a_declared_parameter(name: str) -> None:
    query = named()[name]
    places = set(re.findall(r"VALUES \?(\w+) \{ UNDEF \}", query.text))
    assert places == {parameter.name for parameter in query.parameters}


@pytest.mark.parametrize("name", sorted(named()))
def test_a_query_declares_its_own_prefixes_and_orders_its_rows(name: str) -> None:
    text = named()[name].text
    assert set(re.findall(r"PREFIX (\w+):", text)) >= set(re.findall(r"\b(dgc?|dcterms|foaf|oa|org|sh|skos):", text))
    assert re.search(r"^ORDER BY", text, re.MULTILINE)


def test_a_value_stands_where_the_parameter_is_declared() -> None:
    text = QUERY.bound({"member": "Anne", "since": "2023-07-12"}, nothing)
    assert 'VALUES ?member { "Anne" }' in text
    assert 'VALUES ?since { "2023-07-12"^^<http://www.w3.org/2001/XMLSchema#date> }' in text


def test_a_parameter_left_open_stays_open() -> None:
    assert "VALUES ?since { UNDEF }" in QUERY.bound({"member": "Anne"}, nothing)


@pytest.mark.parametrize(
    "value", ['" } SERVICE <http://x/> {', "\\", "\n} #", 'a\\" }', "'''", "VALUES ?since { UNDEF }", "required", "any"]
)
def test_no_value_breaks_out_of_its_literal(value: str) -> None:
    text = QUERY.bound({"member": value}, nothing)
    assert text == QUERY.text.replace("VALUES ?member { UNDEF }", f"VALUES ?member {{ {Literal(value)} }}")
    assert "\n" not in str(Literal(value))


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({}, "asked needs member: whose"),
        ({"member": "x", "who": "y"}, "asked has no parameter who .it takes member, since."),
        ({"member": "x", "since": "12/07/2023"}, "since=12/07/2023: not a value of type date .from when."),
    ],
)
def test_wrong_parameters_are_refused_with_the_way_out(values: dict[str, str], message: str) -> None:
    with pytest.raises(QueryError, match=message):
        QUERY.bound(values, nothing)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("# title: T\nSELECT * {}", "lacks answers, title-fr"),
        (HEADER + "# params: x\nSELECT * {}", "no header line: # params: x"),
        (HEADER + "# param x number any: y\nSELECT * {}", "no header line"),
        (HEADER + "# param x text any: y\nSELECT * {}", "nothing says VALUES"),
    ],
)
def test_a_malformed_header_is_refused(text: str, message: str) -> None:
    with pytest.raises(QueryError, match=message):
        parse("bad", text)
