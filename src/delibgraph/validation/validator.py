"""Validation a document at a time: its own graph, what the identity graph says of those it names, and the law."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from functools import cache

from pyoxigraph import NamedNode, Quad

from delibgraph.rdf import ValidationResult
from delibgraph.rdf.triples import Column, Term, Triples
from delibgraph.rdf.vocabulary import DG, OA, RDF
from delibgraph.resources import folder
from delibgraph.validation.compiled import CompiledEngine
from delibgraph.validation.engine import Engine
from delibgraph.validation.findings import describe
from delibgraph.validation.shapes import triples_of

Describe = Callable[[Iterable[Term]], Triples]
"""Given nodes, what the identity graph says of them."""


_PLACES = {RDF.type, DG.evidence, OA.hasSource, OA.hasSelector, OA.start, OA.end, OA.exact}
"""Predicates that lead to classes and to places in a text: the identity graph speaks of neither."""


class DocumentValidator:
    """Holds one document's graph after another against the shapes."""

    def __init__(self, identity: Iterable[Quad] | Describe = (), engine: Engine | None = None) -> None:
        """``identity`` are the quads of the identity graph, or what tells of nodes what that graph says of them; the
        engine is the compiled one unless given."""
        self.engine = engine or CompiledEngine()
        self._describe = identity if callable(identity) else _described(identity)

    def validate(self, document: Triples | Iterable[Quad]) -> list[ValidationResult]:
        """The findings on one document's triples, in order.

        Raises:
            ValidationError: the engine gave up.
        """
        data = self.completed(document if isinstance(document, Triples) else Triples.of(document))
        return describe(self.engine.validate(data), data)

    def completed(self, graph: Triples) -> Triples:
        """A document's triples with those that the shapes need besides: who is named in it, and the law."""
        return graph.joined(self._about(graph), _regimes())

    def _about(self, graph: Triples) -> Triples:
        """What the identity graph says of the nodes that the triples point at, and of those that these point at."""
        wanted = set[Term]().union(*map(graph.objects, graph.columns.keys() - _PLACES))
        told, seen = Triples(), set[Term]()
        while wanted:
            seen |= wanted
            about = self._describe(wanted)
            wanted = set[Term]().union(*map(about.objects, about.columns)) - seen
            told = told.joined(about) if told.columns else about
        return told


def _described(quads: Iterable[Quad]) -> Describe:
    known: defaultdict[Term, list[tuple[NamedNode, dict[Term, None]]]] = defaultdict(list)
    for predicate, column in Triples.of(quads).columns.items():
        for subject, objects in column.items():
            known[subject].append((predicate, objects))

    def describe_(nodes: Iterable[Term]) -> Triples:
        columns: defaultdict[NamedNode, Column] = defaultdict(dict)
        for node in known.keys() & nodes:
            for predicate, objects in known[node]:
                columns[predicate][node] = objects
        return Triples(dict(columns))

    return describe_


@cache
def _regimes() -> Triples:
    """The legal regimes, which the shapes read as data, with what is looked up backwards in them."""
    regimes = triples_of([folder("ontology") / "regimes.ttl"])
    for predicate in regimes.columns:
        regimes.inverse(predicate), regimes.objects(predicate), regimes.width(predicate)
    return regimes
