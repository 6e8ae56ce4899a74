"""The quick parser gives rdflib's algebra, and hands on what it does not know."""

from __future__ import annotations

import math
from typing import Any

import pytest
import rdflib
from rdflib.plugins.sparql import prepareQuery
from rdflib.plugins.sparql.parserutils import CompValue

from delibgraph.rdf.vocabulary import SH
from delibgraph.validation.shapes import project_shapes, targeted
from delibgraph.validation.sparql import grammar

PREFIXES = {"ex": "https://example.org/", "xsd": "http://www.w3.org/2001/XMLSchema#"}
SELECTS = {
    shape.node.value.rpartition("#")[2]: (select.value, shape.prefixes(constraint))
    for shape in targeted(project_shapes())
    for constraint in shape.said.get(SH.sparql, ())
    for select in shape.graph.forward(SH.select)[constraint]
}
KNOWN = [
    'SELECT $this WHERE { $this ex:a 1, 2.5 ; ex:b "x" ; ex:c true . # words\n ?o <https://example.org/d> $this }',
    "SELECT $this WHERE { $this ex:a ?a FILTER (?a - 1 - 2 * ?a / 4 + -3 > 0 || !(?a IN (1, 2)) && ?a NOT IN (3)) }",
    "SELECT $this (COUNT(*) AS ?value) WHERE { $this ex:a/ex:b|ex:c ?a } GROUP BY $this HAVING (MAX(?a) > 1)",
    "SELECT $this ?p WHERE { $this ?p ?a . OPTIONAL { ?a ex:b ?b FILTER (?b > 1) } FILTER (isIRI(?p)) } ",
    "SELECT $this WHERE { { SELECT DISTINCT $this WHERE { $this ex:a ?a } } FILTER EXISTS { ?a ex:b ?b } }",
    'SELECT $this WHERE { $this ex:a ?a FILTER REGEX(?a, "^x", "i") FILTER (xsd:integer(STR(?a)) = 1) }',
]
UNKNOWN = [
    "SELECT $this WHERE { $this ex:a* ?a }",
    "SELECT $this WHERE { $this ^ex:a ?a }",
    'SELECT $this WHERE { $this ex:a "x"@fr, 1e3 }',
    "SELECT $this WHERE { $this ex:a [ ex:b 1 ] } ORDER BY ?a",
    "SELECT $this WHERE { $this ex:a ?a FILTER (STRLEN(?a) > 1 && NOW() > ?a) } LIMIT 1",
    "SELECT $this WHERE { $this ex:a ?a MINUS { ?a ex:b 1 } }",
]


def form(node: Any) -> Any:
    """A part of the algebra as data; what does not matter to its meaning is left out."""
    if isinstance(node, CompValue):
        said = {key: form(getattr(node, key)) for key in node if key != "_vars"}
        return node.name, {key: value for key, value in said.items() if value not in ("", [], None)}
    if isinstance(node, rdflib.term.Node):
        return node.n3()
    if isinstance(node, rdflib.paths.Path):
        return type(node).__name__, form(list(getattr(node, "args", [])))
    if isinstance(node, dict):
        return {str(key): form(value) for key, value in node.items()}
    if isinstance(node, set | frozenset):
        return sorted(map(str, node))
    return [form(one) for one in node] if hasattr(node, "__iter__") and not isinstance(node, str) else node


def reference(text: str, prefixes: dict[str, str]) -> Any:
    head = "".join(f"PREFIX {prefix}: <{namespace}>\n" for prefix, namespace in prefixes.items())
    return form(prepareQuery(head + text).algebra)


@pytest.fixture
def alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """The parser without rdflib's behind it."""
    monkeypatch.setattr(grammar, "prepareQuery", math.sqrt)  # fails on any text


@pytest.mark.usefixtures("alone")
@pytest.mark.parametrize(("text", "prefixes"), SELECTS.values(), ids=SELECTS)
def test_each_query_of_the_shapes_has_rdflibs_algebra(text: str, prefixes: dict[str, str]) -> None:
    assert form(grammar.parse_query(text, prefixes).algebra) == reference(text, prefixes)


@pytest.mark.usefixtures("alone")
@pytest.mark.parametrize("text", KNOWN)
def test_the_rules_that_the_parser_knows(text: str) -> None:
    assert form(grammar.parse_query(text, PREFIXES).algebra) == reference(text, PREFIXES)


@pytest.mark.parametrize("text", UNKNOWN)
def test_what_the_parser_does_not_know_is_rdflibs(text: str) -> None:
    asked: list[str] = []

    def parser(given: str) -> Any:
        asked.append(given)
        return prepareQuery(given)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(grammar, "prepareQuery", parser)
        grammar.parse_query(text, PREFIXES)
    assert len(asked) == 1


def test_what_is_no_query_is_an_error() -> None:
    with pytest.raises(Exception, match="Expected"):
        grammar.parse_query("SELECT $this WHERE {", PREFIXES)
