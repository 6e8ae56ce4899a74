"""SHACL property paths (https://www.w3.org/TR/shacl/#property-paths) as functions from a node to its value nodes."""

from __future__ import annotations

from collections.abc import Callable, Collection

from pyoxigraph import NamedNode

from delibgraph.rdf.triples import Term, Triples
from delibgraph.rdf.vocabulary import RDF, SH
from delibgraph.validation.doubt import UnsupportedError
from delibgraph.validation.shapes import Shape

Path = Callable[[Triples, Term], Collection[Term]]


def predicates(shape: Shape) -> tuple[NamedNode, ...]:
    """The predicates whose objects, of a focus node, are the value nodes; none where the path is another."""
    path = shape.one(SH.path)
    if isinstance(path, NamedNode):
        return (path,)
    choices = shape.graph.forward(SH.alternativePath).get(path) if path else None
    found = tuple(shape.members(next(iter(choices)))) if choices else ()
    return tuple(one for one in found if isinstance(one, NamedNode)) if _all_named(found) else ()


def value_nodes(shape: Shape) -> Path:
    """The value nodes of a focus node: the node itself where the shape has no path.

    Raises:
        UnsupportedError: a path of any length.
    """
    path = shape.one(SH.path)
    return (lambda _, node: (node,)) if path is None else _path(shape, path)


def _path(shape: Shape, path: Term) -> Path:
    if isinstance(path, NamedNode):
        return lambda graph, node: graph.forward(path).get(node, ())
    graph = shape.graph
    if path in graph.forward(RDF.first):
        return _sequence([_path(shape, step) for step in shape.members(path)])
    if choices := graph.forward(SH.alternativePath).get(path):
        return _either([_path(shape, choice) for choice in shape.members(next(iter(choices)))])
    if inverse := graph.forward(SH.inversePath).get(path):
        backwards = next(iter(inverse))
        if isinstance(backwards, NamedNode):
            return lambda graph, node: graph.inverse(backwards).get(node, ())
    raise UnsupportedError("a path of any length, or the inverse of a path")


def _sequence(steps: list[Path]) -> Path:
    def path(graph: Triples, node: Term) -> Collection[Term]:
        reached: Collection[Term] = (node,)
        for step in steps:
            reached = dict.fromkeys(value for one in reached for value in step(graph, one))
        return reached

    return path


def _either(choices: list[Path]) -> Path:
    return lambda graph, node: dict.fromkeys(value for choice in choices for value in choice(graph, node))


def _all_named(terms: Collection[Term]) -> bool:
    return all(isinstance(term, NamedNode) for term in terms)
