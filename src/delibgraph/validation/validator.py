"""Validation a document at a time: its own graph, what the identity graph says of those it names, and the law."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from pyoxigraph import NamedNode, Quad, RdfFormat, parse

from delibgraph.rdf import ValidationResult
from delibgraph.resources import folder
from delibgraph.validation.engine import Engine
from delibgraph.validation.findings import describe
from delibgraph.validation.reference import ReferenceEngine


class DocumentValidator:
    """Holds one document's graph after another against the shapes."""

    def __init__(self, identity: Iterable[Quad] = (), engine: Engine | None = None) -> None:
        """``identity`` are the quads of the identity graph; the engine is the reference engine unless given."""
        self.engine = engine or ReferenceEngine()
        self._identity: dict[NamedNode, list[Quad]] = {}
        for quad in identity:
            if isinstance(quad.subject, NamedNode):
                self._identity.setdefault(quad.subject, []).append(quad)

    def validate(self, quads: Iterable[Quad]) -> list[ValidationResult]:
        """The findings on one document's quads, in order.

        Raises:
            ValidationError: the engine gave up.
        """
        own = list(quads)
        data = [*own, *self._about(own), *_regimes()]
        return describe(self.engine.validate(data), data)

    def _about(self, quads: Iterable[Quad]) -> Iterator[Quad]:
        """What the identity graph says of the nodes that the quads point at, and of those that these point at."""
        wanted = [quad.object for quad in quads if isinstance(quad.object, NamedNode)]
        seen: set[NamedNode] = set()
        while wanted:
            node = wanted.pop()
            if node in seen:
                continue
            seen.add(node)
            for quad in self._identity.get(node, ()):
                yield quad
                if isinstance(quad.object, NamedNode):
                    wanted.append(quad.object)


@cache
def _regimes() -> tuple[Quad, ...]:
    """The legal regimes, which the shapes read as data."""
    path = folder("ontology") / "regimes.ttl"
    return tuple(
        Quad(triple.subject, triple.predicate, triple.object) for triple in parse(path=path, format=RdfFormat.TURTLE)
    )
