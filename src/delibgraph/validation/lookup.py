"""A graph in memory, asked by subject and predicate or by predicate and object."""

from __future__ import annotations

from collections.abc import Iterable

from pyoxigraph import Literal, NamedNode

from delibgraph.facts import Span
from delibgraph.rdf.triples import Term, Triples
from delibgraph.rdf.vocabulary import DCTERMS, DG, FOAF, OA, SKOS

_NAMES = (FOAF.name, SKOS.prefLabel, DCTERMS.title, DG.number)


class Lookup:
    """The triples of a graph; nodes go in and come out as IRIs, literals as their texts."""

    def __init__(self, data: Triples) -> None:
        """Look things up in the triples."""
        self._data = data

    def values(self, subject: str, predicate: NamedNode) -> list[str]:
        """The objects' IRIs or texts, sorted, each once."""
        return sorted({value.value for value in self._objects(subject, predicate)})

    def subjects(self, predicate: NamedNode, value: str) -> list[str]:
        """The subjects that point at a node, sorted, each once."""
        node = _node(value)
        return sorted(subject.value for subject in self._data.inverse(predicate).get(node, ())) if node else []

    def _objects(self, subject: str, predicate: NamedNode) -> Iterable[Term]:
        node = _node(subject)
        return self._data.forward(predicate).get(node, ()) if node else ()

    def label(self, node: str) -> str:
        """The name of a node, else the text itself."""
        return next((name for term in _NAMES for name in self.values(node, term)), node)

    def spans(self, node: str) -> list[Span]:
        """The places that prove a node; one whose start or end is no count of characters is none."""
        return sorted(span for place in self.values(node, DG.evidence) for span in self._positions(place))

    def _positions(self, place: str) -> list[Span]:
        selectors = self.values(place, OA.hasSelector)
        ends = ([*self.values(selector, OA.start)[:1], *self.values(selector, OA.end)[:1]] for selector in selectors)
        return [(int(pair[0]), int(pair[1])) for pair in ends if len(pair) > 1 and all(map(str.isdecimal, pair))]

    def quote(self, place: str) -> str | None:
        """The words that a place quotes."""
        selectors = self.values(place, OA.hasSelector)
        return next((words for selector in selectors for words in self.values(selector, OA.exact)), None)

    def quotes(self) -> dict[Span, str]:
        """The words at each place that the graph of one document quotes."""
        places = [place.value for place in self._data.forward(OA.hasSelector)]
        return {span: words for place in places if (words := self.quote(place)) for span in self._positions(place)}

    def text(self, subject: str, predicate: NamedNode, language: str) -> str:
        """The text in one language, empty where there is none."""
        literals = (value for value in self._objects(subject, predicate) if isinstance(value, Literal))
        return min((literal.value for literal in literals if literal.language == language), default="")


def _node(iri: str) -> NamedNode | None:
    """The node of an IRI; a text that is none names no node."""
    try:
        return NamedNode(iri)
    except ValueError:
        return None
