"""The quick engine: the shapes, compiled once to Python, asked of the emitted triples as they lie in memory.

What it does not know, it does not guess. A shape with a part of SHACL that is not compiled goes to the reference engine
for good; a shape whose answer on one document is not beyond doubt goes there for that document.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

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
_Targets: TypeAlias = tuple[tuple[NamedNode, Term], ...]


@dataclass(frozen=True, slots=True)
class _Check:
    """A compiled shape without its targets."""

    node: Term
    constraints: tuple[Constraint, ...]

    def verdicts(self, graph: Triples, focus: set[Term]) -> list[Verdict]:
        """The verdicts on the focus nodes.

        Raises:
            UnsureError: one of them is not beyond doubt.
        """
        found = []
        for constraint in self.constraints:
            for node, value in constraint(graph, focus):
                told = None if value is None or value == node else written(value)
                found.append(Verdict(self.node.value, node.value, told))
        return found


class CompiledEngine:
    """SHACL core and SHACL-SPARQL in Python; ``left_out`` are the shapes that the reference engine keeps, and why."""

    name = "compiled"

    def __init__(self, shapes: Triples | None = None) -> None:
        """Compile the shapes of a shapes graph, the project's unless given."""
        self._given = shapes
        graph = project_shapes() if shapes is None else shapes
        self.left_out: dict[Term, str] = {}
        self._checks: dict[_Targets, list[_Check]] = {}
        """By their targets, which many share."""
        self._reference = ReferenceEngine(graph)
        for shape in targeted(graph):
            try:
                targets, check = _targets(shape), _compile(shape)
                self._checks.setdefault(targets, []).append(check)
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
        for targets, checks in self._checks.items():
            if focus := _focus(data, targets):
                for check in checks:
                    try:
                        verdicts.update(check.verdicts(data, focus))
                    except UnsureError:
                        doubtful.add(check.node)
        return verdicts | self._reference.validate(data, doubtful) if doubtful else verdicts


def _compile(shape: Shape) -> _Check:
    """A shape's constraints.

    Raises:
        UnsupportedError: the shape says something that is not known here.
    """
    if shape.graph.inverse(RDF.type).get(SH.ConstraintComponent) or not _KINDS.issuperset(shape.said.get(RDF.type, ())):
        raise UnsupportedError("constraint components of their own, or a shape that is a class")
    constraints = [
        _sparql(shape, value) if predicate == SH.sparql else compile_constraint(shape, predicate, value)
        for predicate, value in shape.parameters()
    ]
    return _Check(shape.node, tuple(constraints))


def _targets(shape: Shape) -> _Targets:
    """Kinds of target, each with its class, node or predicate; a shape that is switched off has none.

    Raises:
        UnsupportedError: a target that is not known here.
    """
    found = [(kind, value) for kind in TARGETS for value in shape.said.get(kind, ())]
    for kind, value in found:
        if kind in (SH.targetSubjectsOf, SH.targetObjectsOf) and not isinstance(value, NamedNode):
            raise UnsupportedError(f"{kind} {value}")
    return tuple(found) if _TRUE not in shape.said.get(SH.deactivated, ()) else ()


def _focus(graph: Triples, targets: _Targets) -> set[Term]:
    """https://www.w3.org/TR/shacl/#targets"""
    if len(targets) == 1 and targets[0][0] == SH.targetClass:
        return graph.instances(targets[0][1])
    focus = set[Term]()
    for kind, value in targets:
        if kind == SH.targetClass:
            focus |= graph.instances(value)
        elif kind == SH.targetNode:
            focus.add(value)
        elif isinstance(value, NamedNode):
            focus.update(graph.forward(value) if kind == SH.targetSubjectsOf else graph.objects(value))
    return focus


def _sparql(shape: Shape, constraint: Term) -> Constraint:
    if SH.path in shape.said or shape.graph.forward(SH.deactivated).get(constraint):
        raise UnsupportedError("a SPARQL constraint on a property shape, or one that is switched off")
    (select,) = shape.graph.forward(SH.select)[constraint]
    return compile_question(select.value, shape.prefixes(constraint)).violations
