"""Validation of RDF files: what delibgraph built, a document at a time, or a graph of anyone's making."""

from __future__ import annotations

import gzip
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from pyoxigraph import NamedNode, Quad, RdfFormat, parse

from delibgraph.rdf import ValidationResult, finding_iri
from delibgraph.rdf.triples import Triples
from delibgraph.rdf.vocabulary import DCTERMS, DG, FINDINGS_GRAPH, GRAPH, ID, ONTOLOGY_GRAPH, SH
from delibgraph.validation.checks import SEVERITIES
from delibgraph.validation.engine import Engine, ValidationError
from delibgraph.validation.findings import in_order
from delibgraph.validation.lookup import Lookup
from delibgraph.validation.sets import validate_set
from delibgraph.validation.validator import DocumentValidator

_DOCUMENT_GRAPH = GRAPH + "document/"


def revalidate(path: Path, engine: Engine | None = None) -> dict[str, list[ValidationResult]]:
    """The findings on an RDF file, gzipped or not, by document (see :func:`validate_quads`).

    Raises:
        ValidationError: the file is no RDF that can be read, or the engine gave up.
    """
    plain = path.with_suffix("") if path.suffix == ".gz" else path
    kind = RdfFormat.from_extension(plain.suffix.lstrip("."))
    if kind is None:
        raise ValidationError(f"{path}: no RDF ends in '{plain.suffix}'; try .ttl, .nt, .nq, .trig, .jsonld or .rdf")
    try:
        data = path.read_bytes()
        quads = list(parse(gzip.decompress(data) if path.suffix == ".gz" else data, format=kind))
    except (OSError, EOFError, SyntaxError, ValueError) as error:
        raise ValidationError(f"{path}: {error}") from error
    return validate_quads(quads, engine)


def validate_quads(quads: Iterable[Quad], engine: Engine | None = None) -> dict[str, list[ValidationResult]]:
    """The findings on any quads.

    A graph that delibgraph built is validated a document at a time, in the order of the files' names, and keeps the
    reader's own findings, which only the text can give. Quads of other making are one graph, under the empty name; so
    are the findings on the set of documents as a whole, where there are any.

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
        return {"": in_order([*DocumentValidator(engine=engine).validate(others), *validate_set(others)])}
    validator, stored = DocumentValidator(others, engine), Lookup(Triples.of(findings))
    results = {key: _joined(validator.validate(documents[key]), key, stored) for key in sorted(documents)}
    names = {key: Lookup(Triples.of(documents[key])).values(f"{ID}document/{key}", DCTERMS.title) for key in results}
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
