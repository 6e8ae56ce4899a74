"""Findings as data: each an ``sh:ValidationResult`` (https://www.w3.org/TR/shacl/#results-validation-result)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import chain

from pyoxigraph import Literal, NamedNode, Store

from delibgraph.facts import Severity, Span
from delibgraph.rdf import iris, literals
from delibgraph.rdf.graph import GraphWriter, write_evidence
from delibgraph.rdf.vocabulary import DG, DOCUMENT_GRAPH, FINDINGS_GRAPH, SH
from delibgraph.reading import Document

_SEVERITIES: dict[Severity, NamedNode] = {"violation": SH.Violation, "warning": SH.Warning, "info": SH.Info}


@dataclass(frozen=True, slots=True)
class ValidationResult:
    """A finding with the node that it is about.

    ``focus``, ``value`` and ``shape`` are IRIs or, for ``value``, the text of a literal; ``span`` is the place that a
    reader should look at. A finding of the reader's own has neither focus nor shape: it is about the document.

    ``quote``, ``line`` and ``page`` say where that is to people (``validation/places.py``); by them no two findings
    differ.
    """

    code: str
    severity: Severity
    message: str
    message_fr: str
    focus: str | None = None
    value: str | None = None
    shape: str | None = None
    span: Span | None = None
    quote: str | None = field(default=None, compare=False)
    line: int | None = field(default=None, compare=False)
    page: int | None = field(default=None, compare=False)


def finding_iri(result: ValidationResult, sha256: str) -> NamedNode:
    """The finding's node: the same check of the same thing is the same finding, in its own words or others'."""
    about = (result.focus, result.value, result.shape) if result.focus else (result.span, result.message)
    return iris.node("finding", f"{sha256[:16]}/{result.code}/{iris.digest(*about)}")


def set_finding_quads(results: Iterable[ValidationResult], store: Store) -> GraphWriter:
    """The findings on a set of documents, each tied to every document whose graph speaks of what it is about.

    A check may find the same thing wrong twice, as in two years, which its words tell: so they make the node too.
    """
    graph = GraphWriter(FINDINGS_GRAPH)
    for result in results:
        about = iris.digest(result.focus, result.value, result.shape, result.message)
        node = iris.node("finding", f"set/{result.code}/{about}")
        _write(graph, node, result)
        for name in sorted(_graphs_about(NamedNode(result.focus), store)) if result.focus else ():
            if name.startswith(DOCUMENT_GRAPH):
                graph.add(node, DG.inDocument, iris.node("document", name.removeprefix(DOCUMENT_GRAPH)))
    return graph


def _graphs_about(node: NamedNode, store: Store) -> set[str]:
    """The named graphs that have the node as a subject or an object."""
    found = chain(store.quads_for_pattern(node, None, None, None), store.quads_for_pattern(None, None, node, None))
    return {quad.graph_name.value for quad in found if isinstance(quad.graph_name, NamedNode)}


def finding_quads(results: Iterable[ValidationResult], document: Document) -> GraphWriter:
    """The findings on one document, with the text that they point at.

    Raises:
        ValueError: a span is no place in the document's text.
    """
    graph, source = GraphWriter(FINDINGS_GRAPH), iris.document(document.sha256)
    for result in results:
        node = finding_iri(result, document.sha256)
        _write(graph, node, result)
        graph.add(node, SH.focusNode, None if result.focus else source)
        graph.add(node, DG.inDocument, source)
        if result.span:
            write_evidence(graph, node, document, result.span)
    return graph


def _write(graph: GraphWriter, node: NamedNode, result: ValidationResult) -> None:
    graph.add_type(node, SH.ValidationResult)
    graph.add(node, SH.focusNode, NamedNode(result.focus) if result.focus else None)
    graph.add(node, SH.resultSeverity, _SEVERITIES[result.severity])
    graph.add(node, SH.resultMessage, Literal(result.message, language="en"))
    graph.add(node, SH.resultMessage, Literal(result.message_fr, language="fr"))
    graph.add(node, SH.sourceShape, NamedNode(result.shape) if result.shape else None)
    graph.add(node, DG.findingCode, literals.text(result.code))
