"""Findings are data: sh:ValidationResult with the text that they point at."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pyoxigraph import Literal, NamedNode

from delibgraph.rdf import ValidationResult, finding_iri, finding_quads, iris
from delibgraph.rdf.vocabulary import DG, FINDINGS_GRAPH, OA, RDF, SH
from delibgraph.reading import Document

SHAPE = "https://w3id.org/delibgraph/shapes#present-count"
FOCUS = "https://w3id.org/delibgraph/id/sitting/b/o/2023-07-12"
RESULT = ValidationResult("present-count", "warning", "46 or 45", "46 ou 45", FOCUS, "45", SHAPE, (0, 4))


def test_a_finding_says_what_where_and_why(document: Document) -> None:
    quads = list(finding_quads([RESULT], document))
    node = finding_iri(RESULT, document.sha256)
    said = {(quad.predicate, quad.object) for quad in quads if quad.subject == node}
    assert said == {
        (RDF.type, SH.ValidationResult),
        (SH.focusNode, NamedNode(FOCUS)),
        (SH.resultSeverity, SH.Warning),
        (SH.resultMessage, Literal("46 or 45", language="en")),
        (SH.resultMessage, Literal("46 ou 45", language="fr")),
        (SH.sourceShape, NamedNode(SHAPE)),
        (DG.findingCode, Literal("present-count")),
        (DG.inDocument, iris.document(document.sha256)),
        (DG.evidence, iris.evidence(document.sha256, (0, 4))),
    }
    assert {quad.object for quad in quads if quad.predicate == OA.exact} == {Literal(document.text[:4])}
    assert {quad.graph_name for quad in quads} == {FINDINGS_GRAPH}


def test_the_readers_own_finding_is_about_the_document(document: Document) -> None:
    own = ValidationResult("broken-off", "warning", "The text breaks off.", "Le texte s’arrête.")
    quads = list(finding_quads([own], document))
    assert {quad.object for quad in quads if quad.predicate == SH.focusNode} == {iris.document(document.sha256)}
    assert not [quad for quad in quads if quad.predicate in (SH.sourceShape, DG.evidence)]


@pytest.mark.parametrize(
    ("other", "same"),
    [
        (replace(RESULT, message="other words", message_fr="autres mots"), True),
        (replace(RESULT, span=(5, 9)), True),
        (replace(RESULT, value="44"), False),
        (replace(RESULT, shape=SHAPE + "-2"), False),
        (replace(RESULT, focus=FOCUS + "-2"), False),
    ],
)
def test_a_finding_keeps_its_iri_while_it_is_the_same(document: Document, other: ValidationResult, same: bool) -> None:
    assert (finding_iri(RESULT, document.sha256) == finding_iri(other, document.sha256)) == same
