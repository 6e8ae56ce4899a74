"""Validation of RDF files: what delibgraph built, a document at a time, or a graph of anyone's making."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from pyoxigraph import NamedNode, Quad

from delibgraph.rdf import ValidationResult, finding_iri, iris
from delibgraph.rdf.triples import Triples
from delibgraph.rdf.vocabulary import DCTERMS, DG, FINDINGS_GRAPH, GRAPH, ID, ONTOLOGY_GRAPH, SH
from delibgraph.validation.checks import SEVERITIES
from delibgraph.validation.engine import Engine
from delibgraph.validation.findings import in_order
from delibgraph.validation.lookup import Lookup
from delibgraph.validation.places import Texts, located, no_text
from delibgraph.validation.rdffiles import read_rdf
from delibgraph.validation.sets import validate_set
from delibgraph.validation.validator import DocumentValidator

_DOCUMENT_GRAPH = GRAPH + "document/"


def revalidate(path: Path, engine: Engine | None = None, texts: Texts = no_text) -> dict[str, list[ValidationResult]]:
    """The findings on an RDF file, gzipped or not, by document (see :func:`validate_quads`).

    Raises:
        ValidationError: the file is no RDF that can be read, or the engine gave up.
    """
    return validate_quads(read_rdf(path), engine, texts)


def validate_quads(
    quads: Iterable[Quad], engine: Engine | None = None, texts: Texts = no_text
) -> dict[str, list[ValidationResult]]:
    """The findings on any quads.

    A graph that delibgraph built is validated a document at a time, in the order of the files' names, and keeps the
    reader's own findings, which only the text can give. Quads of other making are one graph, under the empty name; so
    are the findings on the set of documents as a whole, where there are any. The quotes are those of the graph; lines
    and pages come from the texts, where these are at hand.

    Raises:
        ValidationError: the engine gave up.
    """
    documents: dict[str, list[Quad]] = {}
    findings: list[Quad] = []
    others: list[Quad] = []
    for quad in quads:
        name = quad.graph_name
        if isinstance(name, NamedNode) and name.value.startswith(_DOCUMENT_GRAPH):
            documents.setdefault(name.value.removeprefix(_DOCUMENT_GRAPH), []).append(quad)
        elif name == FINDINGS_GRAPH:
            findings.append(quad)
        elif name != ONTOLOGY_GRAPH:
            others.append(quad)
    if not documents:
        alone = in_order([*DocumentValidator(engine=engine).validate(others), *validate_set(others)])
        quotes = Lookup(Triples.of(others)).quotes() if any(result.span for result in alone) else {}
        return {"": [replace(one, quote=quotes.get(one.span)) if one.span else one for one in alone]}
    validator, stored = DocumentValidator(others, engine), Lookup(Triples.of(findings))
    results, names = dict[str, list[ValidationResult]](), dict[str, list[str]]()
    for key in sorted(documents):
        triples = Triples.of(documents[key])
        graph, found = Lookup(triples), _joined(validator.validate(triples), key, stored)
        text = texts(key) if any(result.span for result in found) else None
        results[key] = located(found, text) if text else [_quoted(one, key, graph, stored) for one in found]
        names[key] = graph.values(f"{ID}document/{key}", DCTERMS.title)
    taken = [name for of_one in names.values() for name in of_one]
    of_set = validate_set([*others, *(quad for of_one in documents.values() for quad in of_one)])
    named = ({"": of_set} if of_set else {}) | {
        f"{name[0]} ({key})" if name and taken.count(name[0]) > 1 else name[0] if name else key: results[key]
        for key, name in names.items()
    }
    return dict(sorted(named.items()))


def _joined(found: list[ValidationResult], document: str, stored: Lookup) -> list[ValidationResult]:
    """The shapes' findings at the places that the build gave them, and the reader's own."""
    joined = []
    for result in found:
        places = stored.spans(finding_iri(result, document).value)
        joined.append(replace(result, span=places[0]) if places else result)
    nodes = stored.subjects(DG.inDocument, f"{ID}document/{document}")
    return in_order([*joined, *(_read(node, stored) for node in nodes if not stored.values(node, SH.sourceShape))])


def _quoted(result: ValidationResult, document: str, *graphs: Lookup) -> ValidationResult:
    """The finding with the words that a graph quotes at its place."""
    if result.span is None:
        return result
    place = iris.evidence(document, result.span).value
    return replace(result, quote=next((words for graph in graphs if (words := graph.quote(place))), None))


def _read(node: str, stored: Lookup) -> ValidationResult:
    """A stored finding of the reader's own."""
    spans = stored.spans(node)
    return ValidationResult(
        code=stored.values(node, DG.findingCode)[0],
        severity=SEVERITIES[stored.values(node, SH.resultSeverity)[0]],
        message=stored.text(node, SH.resultMessage, "en"),
        message_fr=stored.text(node, SH.resultMessage, "fr"),
        span=spans[0] if spans else None,
    )
