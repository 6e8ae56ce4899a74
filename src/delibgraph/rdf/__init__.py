"""Facts become quads: what a document says, who is who, what was found, and the vocabulary itself."""

from __future__ import annotations

from delibgraph.rdf.emission import document_graph, document_quads
from delibgraph.rdf.entities import Described, identity_quads, judgement_quads, register_quads
from delibgraph.rdf.findings import ValidationResult, finding_iri, finding_quads, set_finding_quads
from delibgraph.rdf.ontology import ontology_quads
from delibgraph.rdf.triples import Triples

__all__ = [
    "Described",
    "Triples",
    "ValidationResult",
    "document_graph",
    "document_quads",
    "finding_iri",
    "finding_quads",
    "identity_quads",
    "judgement_quads",
    "ontology_quads",
    "register_quads",
    "set_finding_quads",
]
