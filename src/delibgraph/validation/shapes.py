"""The shapes as data: each with its targets, its path and its constraints, as they stand in ``shapes/``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from pyoxigraph import NamedNode, RdfFormat, Triple, parse

from delibgraph.rdf.triples import Term, Triples
from delibgraph.rdf.vocabulary import RDF, SH, listed
from delibgraph.resources import folder

TARGETS = (SH.targetClass, SH.targetNode, SH.targetSubjectsOf, SH.targetObjectsOf)
_SILENT = {
    *TARGETS, SH.path, SH.severity, SH.message, SH.name, SH.description, SH.order, SH.group, SH.flags, SH.deactivated,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Shape:
    """A shape (https://www.w3.org/TR/shacl/#shapes): what is said of it, by predicate."""

    node: Term
    graph: Triples
    said: Mapping[NamedNode, tuple[Term, ...]]

    @classmethod
    def of(cls, graph: Triples, node: Term) -> Shape:
        """The shape at a node of a shapes graph."""
        return cls(node, graph, {p: tuple(column[node]) for p, column in graph.columns.items() if node in column})

    def parameters(self) -> Iterator[tuple[NamedNode, Term]]:
        """What may constrain: every SHACL term said of the shape but its targets, its path and its words."""
        for predicate, values in self.said.items():
            if predicate.value.startswith(SH.base) and predicate not in _SILENT:
                yield from ((predicate, value) for value in values)

    def one(self, predicate: NamedNode) -> Term | None:
        """What is said with the predicate, if anything."""
        return next(iter(self.said.get(predicate, ())), None)

    def members(self, head: Term) -> Iterator[Term]:
        """The members of an RDF list."""
        while head != RDF.nil:
            yield next(iter(self.graph.forward(RDF.first)[head]))
            head = next(iter(self.graph.forward(RDF.rest)[head]))

    def prefixes(self, constraint: Term) -> dict[str, str]:
        """The prefixes that a SPARQL constraint may use (https://www.w3.org/TR/shacl/#sparql-prefixes)."""
        found = {}
        for head in self.graph.forward(SH.prefixes).get(constraint, ()):
            for declaration in self.graph.forward(SH.declare).get(head, ()):
                (prefix,) = self.graph.forward(SH.prefix)[declaration]
                (namespace,) = self.graph.forward(SH.namespace)[declaration]
                found[prefix.value] = namespace.value
        return found


@cache
def project_shapes() -> Triples:
    """All triples of ``shapes/*.ttl``.

    Raises:
        FileNotFoundError: the installation lacks its shapes.
        SyntaxError: a file is no Turtle.
    """
    return triples_of(sorted(folder("shapes").glob("*.ttl")))


def triples_of(paths: Iterable[Path]) -> Triples:
    """The triples of Turtle files.

    Raises:
        SyntaxError: a file is no Turtle.
    """
    return Triples.of(
        Triple(triple.subject, listed(triple.predicate), _listed(triple.object))
        for path in paths
        for triple in parse(path=path, format=RdfFormat.TURTLE)
    )


def _listed(term: Any) -> Any:
    return listed(term) if isinstance(term, NamedNode) else term


def targeted(graph: Triples) -> list[Shape]:
    """The shapes of a shapes graph that have targets, by name. Those without are parts of others."""
    nodes = {node for target in TARGETS for node in graph.forward(target) if isinstance(node, NamedNode)}
    return [Shape.of(graph, node) for node in sorted(nodes, key=lambda node: node.value)]


def without(graph: Triples, others: Iterable[Term]) -> Triples:
    """The shapes graph without what it says of some shapes."""
    left_out = set(others)
    return Triples(
        {
            predicate: {node: values for node, values in column.items() if node not in left_out}
            for predicate, column in graph.columns.items()
        }
    )
