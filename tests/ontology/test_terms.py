"""Code, ontology, shapes and JSON-LD context name the same terms, and each says what it means in two languages."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
import rdflib
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse
from rdflib.namespace import OWL, RDF, RDFS, SKOS

from delibgraph.rdf import ontology_quads, vocabulary
from delibgraph.rdf.vocabulary import DG
from delibgraph.resources import folder

ONTOLOGY = rdflib.Graph().parse(folder("ontology") / "delibgraph.ttl")
CODES = rdflib.Graph().parse(folder("ontology") / "codes.ttl")
REGIMES = rdflib.Graph().parse(folder("ontology") / "regimes.ttl")
ALIGNMENTS = rdflib.Graph().parse(folder("ontology") / "alignments.ttl")
CONTEXT = json.loads((folder("ontology") / "context.jsonld").read_text(encoding="utf-8"))["@context"]
KINDS = (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty)
DECLARED = {str(term).removeprefix(DG.base): term for kind in KINDS for term in ONTOLOGY.subjects(RDF.type, kind)}
NODES = [
    *DECLARED.values(),
    *CODES.subjects(RDF.type, SKOS.Concept),
    *CODES.subjects(RDF.type, SKOS.ConceptScheme),
    *REGIMES.subjects(RDF.type, rdflib.URIRef(DG.LegalRegime.value)),
]
FILES = ["codes.ttl", "regimes.ttl", "alignments.ttl", "delibgraph.ttl"]
PACKAGE = Path(vocabulary.__file__).parents[1]


def named(text: str) -> set[str]:
    """The terms that Turtle, SPARQL (``dg:date``) or Python (``DG.date``, ``DG["from"]``) name."""
    return set(re.findall(r'\b(?:dg:|DG\.|DG\[")([A-Za-z]\w*)', text)) - {"base", "terms"}


def texts(graph: rdflib.Graph, node: rdflib.term.Node, predicate: rdflib.URIRef) -> dict[str | None, str]:
    """What the node says under the predicate, by language."""
    found = [text for text in graph.objects(node, predicate) if isinstance(text, rdflib.Literal)]
    by_language = {text.language: str(text) for text in found}
    assert len(by_language) == len(found)
    return by_language


def test_code_and_ontology_know_the_same_terms() -> None:
    assert DG.terms == set(DECLARED)


def test_the_shapes_name_declared_terms_alone() -> None:
    text = "".join(path.read_text(encoding="utf-8") for path in folder("shapes").glob("*.ttl"))
    assert named(text) - set(DECLARED) == set()


def test_no_term_is_there_for_nothing() -> None:
    code = [path for path in (PACKAGE / "rdf").glob("*.py") if path.name != "vocabulary.py"]
    paths = [*code, *folder("shapes").glob("*.ttl"), folder("ontology") / "regimes.ttl"]
    text = "".join(path.read_text(encoding="utf-8") for path in paths)
    assert set(DECLARED) - named(text) == set()


def test_queries_name_declared_terms_alone() -> None:
    texts = [path.read_text(encoding="utf-8") for path in sorted(PACKAGE.rglob("*.rq"))]
    assert named("".join(texts)) - set(DECLARED) == set()


def test_alignments_and_regimes_speak_of_declared_terms_alone() -> None:
    terms = {
        str(node).removeprefix(DG.base)
        for graph in (ALIGNMENTS, REGIMES)
        for triple in graph
        for node in triple
        if str(node).startswith(DG.base)
    }
    assert terms
    assert terms <= set(DECLARED)


@pytest.mark.parametrize("node", NODES, ids=lambda node: node.rpartition("/")[2])
def test_a_node_has_its_name_in_both_languages(node: rdflib.URIRef) -> None:
    graph = next(graph for graph in (ONTOLOGY, CODES, REGIMES) if (node, None, None) in graph)
    label = SKOS.prefLabel if graph is CODES else RDFS.label
    assert set(texts(graph, node, label)) == {"en", "fr"}


@pytest.mark.parametrize("term", DECLARED, ids=str)
def test_a_term_has_its_definition_in_both_languages_and_one_kind(term: str) -> None:
    node = DECLARED[term]
    definitions = texts(ONTOLOGY, node, SKOS.definition)
    assert set(definitions) == {"fr", "en"}
    assert all(text.endswith(".") and text[0].isupper() for text in definitions.values())
    assert len(list(ONTOLOGY.objects(node, RDF.type))) == 1
    assert term[0].isupper() == ((node, RDF.type, OWL.Class) in ONTOLOGY)


def test_domains_and_ranges_are_known() -> None:
    for prop in (RDFS.domain, RDFS.range):
        for node in ONTOLOGY.objects(None, prop):
            name = str(node).removeprefix(DG.base)
            assert name in DECLARED or not str(node).startswith(DG.base)


@pytest.mark.parametrize("name", FILES)
def test_there_are_no_blank_nodes_and_the_licence_is_stated(name: str) -> None:
    path = folder("ontology") / name
    graph = rdflib.Graph().parse(path)
    assert not [node for triple in graph for node in triple if isinstance(node, rdflib.BNode)]
    assert "CC BY 4.0" in path.read_text(encoding="utf-8")


def test_the_ontology_has_a_version() -> None:
    (ontology,) = ONTOLOGY.subjects(RDF.type, OWL.Ontology)
    version = ONTOLOGY.value(ontology, OWL.versionInfo)
    assert ONTOLOGY.value(ontology, OWL.versionIRI) == rdflib.URIRef(f"{ontology}/{version}")


def test_a_concept_is_in_one_scheme_and_has_one_place_in_it() -> None:
    schemes = set(CODES.subjects(RDF.type, SKOS.ConceptScheme))
    for concept in CODES.subjects(RDF.type, SKOS.Concept):
        (scheme,) = CODES.objects(concept, SKOS.inScheme)
        assert scheme in schemes
        broader = [*CODES.objects(concept, SKOS.broader), *CODES.objects(concept, SKOS.topConceptOf)]
        assert len(broader) == 1


def test_every_code_that_the_data_uses_is_declared() -> None:
    used = {node for triple in REGIMES for node in triple if str(node).startswith(vocabulary.DGC.base)}
    assert used
    assert used <= set(CODES.subjects(RDF.type, SKOS.Concept))


def _expanded(entry: str | dict[str, str]) -> str:
    prefix, _, local = (entry if isinstance(entry, str) else entry["@id"]).partition(":")
    return f"{CONTEXT[prefix]}{local}"


def test_the_context_holds_every_term_under_its_own_name() -> None:
    ours = {name: _expanded(entry) for name, entry in CONTEXT.items() if str(entry).find("dg:") >= 0}
    assert ours == {name: str(node) for name, node in DECLARED.items()}


def test_the_context_types_values_as_the_ontology_does() -> None:
    for name, node in DECLARED.items():
        entry, kind = CONTEXT[name], ONTOLOGY.value(node, RDFS.range)
        stated = entry["@type"] if isinstance(entry, dict) else None
        if (node, RDF.type, OWL.ObjectProperty) in ONTOLOGY:
            assert stated == "@id"
        elif kind is not None and str(kind) != str(rdflib.XSD.string):
            assert stated == f"xsd:{str(kind).rpartition('#')[2]}"
        else:
            assert stated is None


def test_json_ld_with_the_context_is_the_graph() -> None:
    document = {
        "@context": CONTEXT,
        "id": "did:sitting/b/o/2023-07-12",
        "type": "Sitting",
        "date": "2023-07-12",
        "declaredPresent": "46",
        "president": "did:person/b/ann",
    }
    sitting, integer = NamedNode(vocabulary.ID + "sitting/b/o/2023-07-12"), vocabulary.XSD.integer
    quads = set(parse(json.dumps(document), format=RdfFormat.JSON_LD))
    assert quads == {
        Quad(sitting, vocabulary.RDF.type, DG.Sitting),
        Quad(sitting, DG.date, Literal("2023-07-12", datatype=vocabulary.XSD.date)),
        Quad(sitting, DG.declaredPresent, Literal("46", datatype=integer)),
        Quad(sitting, DG.president, NamedNode(vocabulary.ID + "person/b/ann")),
    }


def test_the_ontology_graph_is_every_file_once() -> None:
    quads = list(ontology_quads())
    assert len(quads) == len(set(quads)) == len(ONTOLOGY + CODES + REGIMES + ALIGNMENTS)
    assert {quad.graph_name for quad in quads} == {vocabulary.ONTOLOGY_GRAPH}


def test_a_term_that_is_not_listed_is_refused() -> None:
    with pytest.raises(AttributeError, match="attendanceStaus"):
        _ = DG.attendanceStaus


def test_the_page_for_newcomers_speaks_of_declared_terms_and_of_every_class() -> None:
    page = Path(__file__).parents[2] / "docs" / "ontology.md"
    text = page.read_text(encoding="utf-8")
    assert named(text) - set(DECLARED) == set()
    classes = {name for name, node in DECLARED.items() if (node, RDF.type, OWL.Class) in ONTOLOGY}
    assert {name for name in classes if f"**{name}**" not in text and f"dg:{name}" not in text} == set()
    (version,) = ONTOLOGY.objects(None, OWL.versionIRI)
    assert str(version) in text
