"""The shapes keep to the standard and to the codes, and speak both languages."""

from __future__ import annotations

import re

import pyshacl
import pytest
import rdflib
from rdflib.collection import Collection
from rdflib.namespace import DCTERMS, RDF, RDFS, SH, SKOS

from delibgraph.resources import folder
from delibgraph.validation import checks, set_checks, set_queries

DG = rdflib.Namespace("https://w3id.org/delibgraph/ontology#")
DGC = rdflib.Namespace("https://w3id.org/delibgraph/code/")
SHAPES = rdflib.Graph()
for file in sorted(folder("shapes").glob("*.ttl")):
    SHAPES.parse(file)
CODES = rdflib.Graph().parse(folder("ontology") / "codes.ttl")
CHECKS = sorted(str(shape) for kind in (SH.NodeShape, SH.PropertyShape) for shape in SHAPES.subjects(RDF.type, kind))
QUERIES = {str(shape): str(SHAPES.value(query, SH.select)) for shape, query in SHAPES.subject_objects(SH.sparql)}


def test_the_shapes_are_valid_shacl() -> None:
    conforms, _, text = pyshacl.validate(rdflib.Graph(), shacl_graph=SHAPES, meta_shacl=True)
    assert conforms, text


def label(shape: str) -> str:
    return shape.rpartition("#")[2]


@pytest.mark.parametrize("shape", CHECKS, ids=label)
def test_a_shape_has_a_name_a_target_a_severity_a_code_and_words(shape: str) -> None:
    node = rdflib.URIRef(shape)
    assert list(SHAPES.objects(node, SH.targetClass))
    assert SHAPES.value(node, SH.severity) in (SH.Violation, SH.Warning, SH.Info)
    (code,) = SHAPES.objects(node, DG.findingCode)
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", str(code))
    messages = [text for text in SHAPES.objects(node, SH.message) if isinstance(text, rdflib.Literal)]
    assert sorted(str(text.language) for text in messages) == ["en", "fr"]


def test_every_shape_is_a_check() -> None:
    assert set(checks()) == set(CHECKS)


@pytest.mark.parametrize("shape", QUERIES, ids=label)
def test_sparql_is_what_shacl_allows(shape: str) -> None:
    query = QUERIES[shape]
    assert not re.search(r"\b(MINUS|VALUES|SERVICE|GRAPH|FROM)\b", query)
    assert query.split()[:2] in (["SELECT", "$this"], ["SELECT", "DISTINCT"])
    for inner in re.findall(r"SELECT(.*?)WHERE", query, re.DOTALL):
        assert "$this" in inner


@pytest.mark.parametrize("shape", QUERIES, ids=label)
def test_a_message_speaks_of_what_the_query_gives(shape: str) -> None:
    given = set(re.findall(r"[?$](\w+)", QUERIES[shape].split("WHERE")[0]))
    named = [set(re.findall(r"\{\?(\w+)\}", text)) for text in checks()[shape].messages.values()]
    assert named[0] == named[1]
    assert named[0] <= given


@pytest.mark.parametrize("shape", CHECKS, ids=label)
def test_a_check_links_to_its_source(shape: str) -> None:
    """The law as it is published, with its article, or the term or standard that it rests on."""
    node = rdflib.URIRef(shape)
    sources = [*SHAPES.objects(node, DCTERMS.source), *SHAPES.objects(node, RDFS.seeAlso)]
    assert len(sources) == 1
    assert isinstance(sources[0], rdflib.URIRef)
    assert bool(SHAPES.value(node, DCTERMS.source)) == bool(SHAPES.value(node, DG.article))


def test_a_check_of_the_law_names_its_article() -> None:
    law = rdflib.Graph().parse(folder("shapes") / "law.ttl")
    shapes = set(law.subjects(SH.severity))
    assert shapes
    assert {shape for shape in shapes if law.value(shape, DG.article) is None} == set()


LISTS = {
    "attendance-status": "attendance-status",
    "seat-code": "seat",
    "outcome-code": "outcome",
    "funding-status": "funding-status",
    "body-kind": "body-kind",
    "organisation-kind": "organisation-kind",
}


@pytest.mark.parametrize(("shape", "scheme"), LISTS.items())
def test_a_list_of_codes_is_the_whole_scheme(shape: str, scheme: str) -> None:
    node = rdflib.URIRef(f"https://w3id.org/delibgraph/shapes#{shape}")
    allowed = SHAPES.value(node, SH["in"])
    assert allowed is not None
    assert set(Collection(SHAPES, allowed)) == set(CODES.subjects(SKOS.inScheme, DGC[scheme]))


def test_the_matters_are_those_of_the_scheme() -> None:
    node = rdflib.URIRef("https://w3id.org/delibgraph/shapes#matter-code")
    pattern = re.compile(str(SHAPES.value(node, SH.pattern)))
    known = set(CODES.subjects(SKOS.inScheme, DGC.matter))
    possible = {DGC[f"matter-{top}"] for top in range(12)}
    possible |= {DGC[f"matter-{top}.{sub}"] for top in range(12) for sub in range(13)}
    assert {code for code in possible if pattern.search(code)} == known


SETS = rdflib.Graph()
for file in sorted((folder("shapes") / "sets").glob("*.ttl")):
    SETS.parse(file)


@pytest.mark.parametrize("check", sorted(set_queries()), ids=label)
def test_a_check_of_sets_has_what_a_shape_has(check: str) -> None:
    node = rdflib.URIRef(check)
    assert (node, RDF.type, SH.SPARQLSelectExecutable) in SETS
    assert SETS.value(node, SH.severity) in (SH.Violation, SH.Warning, SH.Info)
    sources = [*SETS.objects(node, DCTERMS.source), *SETS.objects(node, RDFS.seeAlso)]
    assert len(sources) == 1
    assert set(set_checks()[check].messages) == {"en", "fr"}
    given = set(re.findall(r"[?$](\w+)", set_queries()[check].split("WHERE")[0]))
    for text in set_checks()[check].messages.values():
        assert set(re.findall(r"\{\?(\w+)\}", text)) <= given


def test_the_checks_of_sets_are_the_files_and_no_shape_has_their_name() -> None:
    assert set(set_checks()) == set(set_queries()) == {str(node) for node in SETS.subjects(SH.select)}
    assert set(set_checks()) & set(checks()) == set()
