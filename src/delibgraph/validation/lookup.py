"""A graph in memory, asked by subject and predicate or by predicate and object."""

from __future__ import annotations

from collections.abc import Iterable

from pyoxigraph import Literal, NamedNode, Quad

from delibgraph.facts import Span
from delibgraph.rdf.vocabulary import DCTERMS, DG, FOAF, OA, SKOS

_NAMES = (FOAF.name, SKOS.prefLabel, DCTERMS.title, DG.number)


class Lookup:
    """The triples of a graph; nodes go in and come out as IRIs, literals as their texts."""

    def __init__(self, data: Iterable[Quad]) -> None:
        """Index the quads, whatever their named graph."""
        self._objects: dict[tuple[str, NamedNode], list[NamedNode | Literal]] = {}
        self._subjects: dict[tuple[NamedNode, str], list[str]] = {}
        for quad in data:
            if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode | Literal):
                self._objects.setdefault((quad.subject.value, quad.predicate), []).append(quad.object)
                self._subjects.setdefault((quad.predicate, quad.object.value), []).append(quad.subject.value)

    def values(self, subject: str, predicate: NamedNode) -> list[str]:
        """The objects' IRIs or texts, sorted, each once."""
        return sorted({value.value for value in self._objects.get((subject, predicate), ())})

    def subjects(self, predicate: NamedNode, value: str) -> list[str]:
        """The subjects that bear the value, sorted, each once."""
        return sorted(set(self._subjects.get((predicate, value), ())))

    def label(self, node: str) -> str:
        """The name of a node, else the text itself."""
        return next((name for term in _NAMES for name in self.values(node, term)), node)

    def spans(self, node: str) -> list[Span]:
        """The places that prove a node."""
        selectors = (
            selector for place in self.values(node, DG.evidence) for selector in self.values(place, OA.hasSelector)
        )
        ends = ((self.values(selector, OA.start), self.values(selector, OA.end)) for selector in selectors)
        return sorted((int(start[0]), int(end[0])) for start, end in ends if start and end)

    def text(self, subject: str, predicate: NamedNode, language: str) -> str:
        """The text in one language, empty where there is none."""
        literals = (value for value in self._objects.get((subject, predicate), ()) if isinstance(value, Literal))
        return min((literal.value for literal in literals if literal.language == language), default="")
