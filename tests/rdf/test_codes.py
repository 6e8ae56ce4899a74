"""A kind as printed finds its code, and no name means two codes."""

from __future__ import annotations

from collections import defaultdict

import pytest
import rdflib
from rdflib.namespace import RDF, SKOS

from delibgraph.identity import slug
from delibgraph.rdf import codes
from delibgraph.rdf.vocabulary import DGC
from delibgraph.resources import folder

GRAPH = rdflib.Graph().parse(folder("ontology") / "codes.ttl")
SCHEMES = sorted(str(scheme) for scheme in GRAPH.subjects(RDF.type, SKOS.ConceptScheme))


@pytest.mark.parametrize(
    ("scheme", "printed", "code"),
    [
        ("organisation-kind", "Pôle de compétitivité", "organisation-pole-de-competitivite"),
        ("organisation-kind", "grappe industrielle", "organisation-grappe"),
        ("organisation-kind", "regroupement d'entreprises", "organisation-cluster"),
        ("organisation-kind", "regroupement d’entreprises", "organisation-cluster"),
        ("organisation-kind", "SOCIÉTÉ COOPÉRATIVE", "organisation-cooperative"),
        ("body-kind", "communaute-d-agglomeration", "body-communaute-d-agglomeration"),
        ("body-kind", "Métropole", "body-metropole"),
        ("body-kind", "pôle métropolitain", "body-pole-metropolitain"),
    ],
)
def test_a_printed_kind_finds_its_code(scheme: str, printed: str, code: str) -> None:
    assert codes.code(scheme, printed) == DGC[code]


@pytest.mark.parametrize("printed", ["club", "pôle", "", "…"])
def test_a_kind_without_a_code_finds_none(printed: str) -> None:
    assert codes.code("organisation-kind", printed) is None


@pytest.mark.parametrize(
    ("number", "code"),
    [("7.5", "matter-7.5"), ("7.10", "matter-7.10"), ("7.5.1", "matter-7.5"), ("7", "matter-7"), ("7.42", "matter-7")],
)
def test_a_matter_finds_the_nearest_code_above(number: str, code: str) -> None:
    assert codes.matter(number) == DGC[code]


def test_an_unknown_matter_is_not_lost() -> None:
    assert codes.matter("12.3") == DGC["matter-12-3"]


@pytest.mark.parametrize("scheme", SCHEMES)
def test_no_name_means_two_codes_of_a_scheme(scheme: str) -> None:
    bearers: dict[str, set[object]] = defaultdict(set)
    for concept in GRAPH.subjects(SKOS.inScheme, rdflib.URIRef(scheme)):
        for term in (SKOS.prefLabel, SKOS.altLabel, SKOS.notation):
            for name in GRAPH.objects(concept, term):
                bearers[slug(str(name))].add(concept)
    assert bearers
    assert not {name: concepts for name, concepts in bearers.items() if len(concepts) > 1}
