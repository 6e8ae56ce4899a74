"""A named graph being written: triples without repeats."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode, Quad

from delibgraph.facts import Span
from delibgraph.rdf import iris, literals
from delibgraph.rdf.triples import Triples
from delibgraph.rdf.vocabulary import DG, OA, RDF
from delibgraph.reading import Document


class GraphWriter:
    """Gathers the triples of one named graph; ``places`` are the spans of the document that it has described."""

    def __init__(self, graph: NamedNode) -> None:
        """An empty graph of that name."""
        self.graph = graph
        self.triples = Triples()
        self.places: set[Span] = set()

    def __iter__(self) -> Iterator[Quad]:
        """The quads, each once."""
        return self.triples.quads(self.graph)

    def nquads(self) -> Iterator[str]:
        """The quads as lines of N-Quads, each once."""
        return self.triples.nquads(self.graph)

    def add(self, subject: NamedNode, predicate: NamedNode, value: NamedNode | Literal | None) -> None:
        """State one triple; a value of ``None`` states nothing."""
        if value is not None:
            self.triples.add(subject, predicate, value)

    def add_type(self, subject: NamedNode, type_: NamedNode) -> None:
        """State what a thing is."""
        self.add(subject, RDF.type, type_)


def write_evidence(graph: GraphWriter, subject: NamedNode, document: Document, span: Span) -> None:
    """State that the characters at the span prove the subject.

    The place is a Web Annotation *specific resource* with a text position and a text quote selector
    (https://www.w3.org/TR/annotation-model/#selectors). The quote is the text to the letter.

    Raises:
        ValueError: the span is empty or lies outside the text.
    """
    start, end = span
    if not 0 <= start < end <= len(document.text):
        raise ValueError(f"{document.path}: the span {start}-{end} is no place in {len(document.text)} characters")
    add, place = graph.triples.add, iris.evidence(document.sha256, span)
    add(subject, DG.evidence, place)
    if span in graph.places:
        return
    graph.places.add(span)
    add(place, RDF.type, DG.Evidence)
    add(place, OA.hasSource, iris.document(document.sha256))
    position, quote = NamedNode(place.value + "#position"), NamedNode(place.value + "#quote")
    add(place, OA.hasSelector, position)
    add(position, RDF.type, OA.TextPositionSelector)
    add(position, OA.start, literals.integer(start))
    add(position, OA.end, literals.integer(end))
    add(place, OA.hasSelector, quote)
    add(quote, RDF.type, OA.TextQuoteSelector)
    add(quote, OA.exact, Literal(document.text[start:end]))
