"""The quick engine: the shapes, compiled once to Python, asked of the emitted triples as they lie in memory.

What it does not know, it does not guess. A shape with a part of SHACL that is not compiled goes to the reference engine
for good; a shape whose answer on one document is not beyond doubt goes there for that document.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode

from delibgraph.rdf.triples import Term, Triples
from delibgraph.rdf.vocabulary import RDF, SH, XSD
from delibgraph.validation.core import Constraint, compile_constraint
from delibgraph.validation.doubt import UnsupportedError, UnsureError
from delibgraph.validation.engine import Verdict
from delibgraph.validation.reference import ReferenceEngine
from delibgraph.validation.shapes import TARGETS, Shape, project_shapes, targeted
from delibgraph.validation.sparql import compile_question
from delibgraph.validation.values import written

_TRUE = Literal("true", datatype=XSD.boolean)
_KINDS = {SH.NodeShape, SH.PropertyShape}
_Target = Callable[[Triples], set[Term]]


@dataclass(frozen=True, slots=True)
class _Check:
    """A compiled shape."""

    shape: str
    targets: tuple[_Target, ...]
    constraints: tuple[Constraint, ...]

    def verdicts(self, graph: Triples) -> Iterator[Verdict]:
        """The verdicts on a graph.

        Raises:
            UnsureError: one of them is not beyond doubt.
        """
        found = [target(graph) for target in self.targets]
        if focus := found[0] if len(found) == 1 else set().union(*found):
            for constraint in self.constraints:
                for node, value in constraint(graph, focus):
                    yield Verdict(self.shape, node.value, None if value is None or value == node else written(value))


class CompiledEngine:
    """SHACL core and SHACL-SPARQL in Python; ``left_out`` are the shapes that the reference engine keeps, and why."""

    name = "compiled"

    def __init__(self, shapes: Triples | None = None) -> None:
        """Compile the shapes of a shapes graph, the project's unless given."""
        self._given = shapes
        graph = project_shapes() if shapes is None else shapes
        self.left_out: dict[Term, str] = {}
        self._checks: list[tuple[Term, _Check]] = []
        self._reference = ReferenceEngine(graph)
        for shape in targeted(graph):
            try:
                self._checks.append((shape.node, _compile(shape)))
            except UnsupportedError as error:
                self.left_out[shape.node] = str(error)

    def __reduce__(self) -> tuple[type[CompiledEngine], tuple[Triples | None]]:
        """Compiled code does not travel between processes: it is made anew."""
        return type(self), (self._given,)

    def validate(self, data: Triples) -> set[Verdict]:
        """The verdicts on a graph.

        Raises:
            ValidationError: the reference engine was asked and gave up.
        """
        verdicts: set[Verdict] = set()
        doubtful = set(self.left_out)
        for node, check in self._checks:
            try:
                verdicts |= set(check.verdicts(data))
            except UnsureError:
                doubtful.add(node)
        return verdicts | self._reference.validate(data, doubtful) if doubtful else verdicts


def _compile(shape: Shape) -> _Check:
    """A shape's targets and constraints.

    Raises:
        UnsupportedError: the shape says something that is not known here.
    """
    if shape.graph.inverse(RDF.type).get(SH.ConstraintComponent) or not _KINDS.issuperset(shape.said.get(RDF.type, ())):
        raise UnsupportedError("constraint components of their own, or a shape that is a class")
    targets = tuple(_target(kind, value) for kind in TARGETS for value in shape.said.get(kind, ()))
    active = _TRUE not in shape.said.get(SH.deactivated, ())
    constraints = [
        _sparql(shape, value) if predicate == SH.sparql else compile_constraint(shape, predicate, value)
        for predicate, value in shape.parameters()
    ]
    return _Check(shape.node.value, targets if active else (), tuple(constraints))


def _target(kind: NamedNode, value: Term) -> _Target:
    """https://www.w3.org/TR/shacl/#targets"""
    if kind == SH.targetClass:
        return lambda graph: graph.instances(value)
    if kind == SH.targetNode:
        return lambda _: {value}
    if not isinstance(value, NamedNode):
        raise UnsupportedError(f"{kind} {value}")
    if kind == SH.targetSubjectsOf:
        return lambda graph: set(graph.forward(value))
    return lambda graph: graph.objects(value)


def _sparql(shape: Shape, constraint: Term) -> Constraint:
    if SH.path in shape.said or shape.graph.forward(SH.deactivated).get(constraint):
        raise UnsupportedError("a SPARQL constraint on a property shape, or one that is switched off")
    (select,) = shape.graph.forward(SH.select)[constraint]
    return compile_question(select.value, shape.prefixes(constraint)).violations
