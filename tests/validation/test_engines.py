"""Every engine gives the reference's verdicts; what the compiled one does not know, it leaves to the reference."""

from __future__ import annotations

import pickle

import pytest
from pyoxigraph import RdfFormat, parse

from delibgraph.rdf import Triples
from delibgraph.validation import ENGINES, CompiledEngine, DocumentValidator, ReferenceEngine, Verdict
from tests.generator.faults import FAULTS
from tests.validation.differential import differences, trials

HEAD = """
@prefix ex: <https://example.org/> .
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""
PREFIXES = 'ex:names sh:declare [ sh:prefix "ex" ; sh:namespace "https://example.org/"^^xsd:anyURI ] .'


def triples(text: str) -> Triples:
    return Triples.of(parse(HEAD + text, format=RdfFormat.TURTLE))


def asked(shape: str, data: str) -> tuple[CompiledEngine, set[Verdict]]:
    """An engine with one shape, and its verdicts, which are the reference's."""
    shapes, graph = triples(f"ex:shape a sh:NodeShape ; sh:targetClass ex:Thing ; {shape} .{PREFIXES}"), triples(data)
    engine = CompiledEngine(shapes)
    verdicts = engine.validate(graph)
    assert verdicts == ReferenceEngine(shapes).validate(graph)
    return engine, verdicts


def test_the_compiled_engine_is_the_default() -> None:
    assert next(iter(ENGINES)) == DocumentValidator().engine.name == "compiled"
    assert "reference" in ENGINES


def test_no_shape_of_the_project_is_left_to_the_reference() -> None:
    assert CompiledEngine().left_out == {}


def test_engines_agree_on_acts_sound_faulty_and_damaged() -> None:
    made = list(trials(28, 7))
    results = list(differences(CompiledEngine(), made))
    assert [difference for _, difference in results if difference] == []
    assert sum(found for found, _ in results) > len(results)
    assert {trial.fault for trial in made} == {None, *FAULTS}
    assert [trial.name for trial in made if not trial.tells(CompiledEngine())] == []


def test_an_engine_travels_to_a_worker() -> None:
    engine = pickle.loads(
        pickle.dumps(CompiledEngine(triples(f"ex:shape sh:targetClass ex:Thing ; sh:nodeKind sh:Literal .{PREFIXES}")))
    )
    assert engine.validate(triples("ex:one a ex:Thing .")) == {
        Verdict("https://example.org/shape", "https://example.org/one")
    }


def test_a_part_of_shacl_that_is_not_compiled_stays_with_the_reference() -> None:
    engine, verdicts = asked("sh:closed true ; sh:ignoredProperties ( ex:known )", "ex:one a ex:Thing ; ex:known 1 .")
    assert list(engine.left_out.values()) == ["<http://www.w3.org/ns/shacl#closed>"]
    assert verdicts


SELECTS = {
    "division": "SELECT $this ?value WHERE { $this ex:size ?value FILTER (?value / 2 > 3) }",
    "optional": "SELECT $this WHERE { $this ex:next ?n OPTIONAL { ?n ex:size ?t } FILTER (!BOUND(?t)) }",
    "in": "SELECT $this ?value WHERE { $this ex:size ?value FILTER (?value NOT IN (4, 8)) }",
    "sequence": "SELECT $this ?value WHERE { $this ex:next/ex:size ?value FILTER (?value > 3) }",
    "inverse": "SELECT $this ?value WHERE { $this ^ex:next ?value }",
    "nested": "SELECT $this ?value WHERE { $this ex:next ?n { SELECT $this (SUM(?s) AS ?value) WHERE "
    "{ $this ex:next*/ex:size ?s } GROUP BY $this } FILTER (?value > 3) }",
    "exists": "SELECT $this ?value WHERE { $this ex:next ?value FILTER NOT EXISTS { ?value ex:size ?s } }",
    "union": "SELECT $this ?value WHERE { { $this ex:size ?value } UNION { $this ex:next ?value } }",
    "extreme": "SELECT $this (MAX(?s) AS ?value) WHERE { $this ex:size ?s } GROUP BY $this HAVING (MIN(?s) < 5)",
    "text": 'SELECT $this ?value WHERE { $this ex:name ?name BIND (CONCAT(UCASE(?name), "!") AS ?value) }',
    "named": "SELECT $this ?value WHERE { $this ex:next ?value FILTER (?value = ex:two) }",
    "named twice": "SELECT $this ?value WHERE { { $this ex:next ?value FILTER (?value = ex:two && ?value = ex:three) } "
    "UNION { $this ex:size ?value } }",
    "named outside": "SELECT $this ?value WHERE { $this ex:next ?value "
    "FILTER EXISTS { ?other ex:next ?value FILTER (?value = ex:two) } }",
    "named inside": "SELECT $this ?value WHERE { $this ex:next ?value "
    "FILTER NOT EXISTS { ?value ex:next ?n ; ex:size ?s FILTER (?n = ex:three) } }",
    "among": "SELECT $this ?value WHERE { { $this ex:next ?value FILTER (?value IN (ex:one, ex:two)) } "
    "UNION { $this ex:size ?value FILTER (?value NOT IN (ex:one, ex:two)) } }",
    "nowhere": "SELECT $this ?value WHERE { $this ex:next ?value FILTER NOT EXISTS { $this ex:none|ex:void ?x } "
    "FILTER NOT EXISTS { { $this ex:none ?y } UNION { ?value ex:void/ex:next ?z } } }",
    "somewhere": "SELECT $this ?value WHERE { $this ex:next ?value FILTER EXISTS { $this ex:none|ex:size ?x } "
    "FILTER EXISTS { { $this ex:none ?y } UNION { ?value ^ex:next/ex:next ?z } } }",
    "one name in two scopes": "SELECT $this ?value WHERE { $this ex:next ?n { "
    "SELECT $this (COUNT(DISTINCT ?s) AS ?value) WHERE { $this ex:next/ex:size ?s } GROUP BY $this } "
    "FILTER EXISTS { ?n ex:size ?s } }",
    "constants": "SELECT $this ?value WHERE { $this ex:name ?n BIND (CONCAT(STR(007), SUBSTR(?n, 2)) AS ?value) }",
    "if": 'SELECT $this ?value WHERE { $this ex:size ?s BIND (IF(?s > 5, "large", "small") AS ?value) }',
}
THINGS = """
ex:one a ex:Thing ; ex:size 4 ; ex:next ex:two ; ex:name "one" .
ex:two a ex:Thing ; ex:size 8, 9.5 ; ex:next ex:three .
ex:three a ex:Thing ; ex:next ex:one ; ex:name "trois"@fr .
"""


@pytest.mark.parametrize("select", SELECTS.values(), ids=SELECTS)
def test_engines_agree_on_sparql(select: str) -> None:
    _, verdicts = asked(f'sh:sparql [ sh:prefixes ex:names ; sh:select """{select}""" ]', THINGS)
    assert verdicts


def test_a_filter_on_a_variable_of_another_group_stays_with_the_reference() -> None:
    select = "SELECT $this ?value WHERE { $this ex:size ?value { ?other ex:size ?s FILTER (!BOUND(?value)) } }"
    engine, _ = asked(f'sh:sparql [ sh:prefixes ex:names ; sh:select """{select}""" ]', THINGS)
    assert len(engine.left_out) == 1


NESTED = {
    "or": "sh:or ( [ sh:path ex:size ; sh:minCount 2 ] [ sh:path ex:name ; sh:datatype xsd:string ; sh:minCount 1 ] )",
    "and": "sh:and ( [ sh:path ex:size ; sh:minCount 1 ] [ sh:path ex:name ; sh:minCount 1 ] )",
    "not": "sh:not [ sh:path ex:size ; sh:minCount 2 ]",
    "xone": "sh:xone ( [ sh:path ex:size ; sh:minCount 1 ] [ sh:path ex:name ; sh:minCount 1 ] )",
    "node": "sh:node [ sh:property [ sh:path ex:size ; sh:minCount 1 ] ]",
    "path": "sh:not [ sh:path ( ex:next [ sh:inversePath ex:next ] ) ; sh:hasValue ex:one ]",
}


@pytest.mark.parametrize("shape", NESTED.values(), ids=NESTED)
def test_engines_agree_on_shapes_in_shapes(shape: str) -> None:
    engine, verdicts = asked(shape, THINGS)
    assert engine.left_out == {}
    assert verdicts


@pytest.mark.parametrize(
    "value", ['"douze"^^xsd:integer', '"2021-02-30"^^xsd:date', '"a"', '"5.0"^^xsd:double', "ex:two"]
)
def test_what_is_not_plain_is_the_references_word(value: str) -> None:
    asked("sh:not [ sh:path ex:size ; sh:minInclusive 7 ]", f"ex:one a ex:Thing ; ex:size {value}, 9 .")
    select = "SELECT $this ?value WHERE { $this ex:size ?value FILTER (?value > 7) }"
    asked(f'sh:sparql [ sh:prefixes ex:names ; sh:select """{select}""" ]', f"ex:one a ex:Thing ; ex:size {value}, 9 .")
