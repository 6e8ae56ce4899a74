"""Facts become quads: what a document says, who is who, what was found, and the vocabulary itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from delibgraph.imports import on_demand

if TYPE_CHECKING:
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
_PLACES = {
    **dict.fromkeys(("document_graph", "document_quads"), "emission"),
    **dict.fromkeys(("Described", "identity_quads", "judgement_quads", "register_quads"), "entities"),
    **dict.fromkeys(("ValidationResult", "finding_iri", "finding_quads", "set_finding_quads"), "findings"),
    "ontology_quads": "ontology",
    "Triples": "triples",
}
__getattr__ = on_demand(__name__, _PLACES)
