"""The constraint components of SHACL core (https://www.w3.org/TR/shacl/#core-components), one function each.

A constraint looks at the whole graph first, a column at a time: most documents meet most constraints, and that is told
without a look at each focus node.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import chain
from typing import TypeAlias, cast

from pyoxigraph import BlankNode, Literal, NamedNode

from delibgraph.rdf.triples import Term, Triples
from delibgraph.rdf.vocabulary import SH
from delibgraph.validation.doubt import UnsupportedError, UnsureError
from delibgraph.validation.paths import Path, predicates, value_nodes
from delibgraph.validation.shapes import TARGETS, Shape
from delibgraph.validation.sparql.expressions import matches
from delibgraph.validation.values import OPERATORS, Value, compare, number, read, well_formed

Fault: TypeAlias = tuple[Term, Value | None]
"""A focus node, and the value at fault where there is one."""
Constraint = Callable[[Triples, set[Term]], Iterator[Fault]]
"""The faults of the focus nodes in a graph.

Raises:
    UnsureError: one of them is not beyond doubt.
"""
Test = Callable[[Triples, Term], bool]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a shape looks: at value nodes, or at plain predicates' objects, which are columns of the graph."""

    predicates: tuple[NamedNode, ...]
    values: Path

    @classmethod
    def of(cls, shape: Shape) -> Place:
        """A shape's place.

        Raises:
            UnsupportedError: its path is not known.
        """
        return cls(predicates(shape), value_nodes(shape))


def compile_constraint(shape: Shape, component: NamedNode, value: Term) -> Constraint:
    """The constraint that a shape states with a parameter such as ``sh:minCount``.

    Raises:
        UnsupportedError: the component is left to the reference engine.
    """
    place = Place.of(shape)
    if component == SH.property and _is_part(shape):
        return _each_value(place, _nested(shape.graph, value))
    if component in _OF_COUNTS:
        return _OF_COUNTS[component](place, value)
    if component in _OF_PAIRS:
        if not isinstance(value, NamedNode):
            raise UnsupportedError(f"{component} with {value}")
        return _OF_PAIRS[component](place, value)
    if component in _OF_VALUES:
        return _each_value(place, _OF_VALUES[component](shape, value))
    raise UnsupportedError(str(component))


def _is_part(shape: Shape) -> bool:
    """Whether a shape only says if a node conforms: the results of one with targets would be its properties' own."""
    return not any(target in shape.said for target in TARGETS)


def _each_value(place: Place, test: Test) -> Constraint:
    """A constraint on each value node on its own. What no object in the graph breaks, no focus node does."""

    def is_broken(graph: Triples) -> bool:
        for predicate in graph.predicates.intersection(place.predicates):
            for value in graph.objects(predicate):
                if not test(graph, value):
                    return True
        return False

    def faults(graph: Triples, focus: set[Term]) -> Iterator[Fault]:
        if place.predicates and len(focus) > 1 and not is_broken(graph):
            return
        for node in focus:
            for value in place.values(graph, node):
                if not test(graph, value):
                    yield node, value

    return faults


def _min_count(place: Place, value: Term) -> Constraint:
    least = _whole(value)

    def faults(graph: Triples, focus: set[Term]) -> Iterator[Fault]:
        if least == 1 and len(place.predicates) == 1:
            missing = focus.difference(graph.forward(place.predicates[0]))
            yield from ((node, None) for node in missing)
            return
        for node in focus:
            if len(place.values(graph, node)) < least:
                yield node, None

    return faults


def _max_count(place: Place, value: Term) -> Constraint:
    most = _whole(value)

    def faults(graph: Triples, focus: set[Term]) -> Iterator[Fault]:
        if place.predicates and sum(map(graph.width, place.predicates)) <= most:
            return
        for node in focus:
            if len(place.values(graph, node)) > most:
                yield node, None

    return faults


def _has_value(place: Place, value: Term) -> Constraint:
    def faults(graph: Triples, focus: set[Term]) -> Iterator[Fault]:
        yield from ((node, None) for node in focus if value not in place.values(graph, node))

    return faults


def _ordered(sign: str) -> Callable[[Place, NamedNode], Constraint]:
    def make(place: Place, other: NamedNode) -> Constraint:
        def faults(graph: Triples, focus: set[Term]) -> Iterator[Fault]:
            theirs = graph.forward(other)
            is_column = len(place.predicates) == 1 and len(focus) > 1
            if not theirs or (is_column and _all_in_order(sign, graph, place.predicates[0], other)):
                return
            for node in focus & theirs.keys():
                for value in place.values(graph, node):
                    for limit in theirs[node]:
                        if not compare(sign, value, limit):
                            yield node, value

        return faults

    return make


def _all_in_order(sign: str, graph: Triples, one: NamedNode, other: NamedNode) -> bool:
    """Whether two columns have one whole number each for the same subjects in one order, and these are in order."""
    left, right = graph.forward(one), graph.forward(other)
    if graph.width(one) != 1 or graph.width(other) != 1 or list(left) != list(right):
        return False
    lows, highs = ([*chain.from_iterable(column.values())] for column in (left, right))
    if {*map(type, lows), *map(type, highs)} != {Literal}:
        return False
    low, high = [*map(read, cast("list[Literal]", lows))], [*map(read, cast("list[Literal]", highs))]
    return {*map(type, low), *map(type, high)} == {int} and all(map(OPERATORS[sign], low, high))


def _disjoint(place: Place, other: NamedNode) -> Constraint:
    def faults(graph: Triples, focus: set[Term]) -> Iterator[Fault]:
        theirs = graph.forward(other)
        if place.predicates and graph.predicates.isdisjoint(place.predicates):
            return
        for node in focus & theirs.keys():
            for value in place.values(graph, node):
                if value in theirs[node]:
                    yield node, value

    return faults


def _equals(place: Place, other: NamedNode) -> Constraint:
    def faults(graph: Triples, focus: set[Term]) -> Iterator[Fault]:
        theirs = graph.forward(other)
        for node in focus:
            for value in set(place.values(graph, node)) ^ set(theirs.get(node, ())):
                yield node, value

    return faults


def _node_kind(_shape: Shape, kind: Term) -> Test:
    kinds: dict[Term, tuple[type[Term], ...]] = {
        SH.IRI: (NamedNode,),
        SH.BlankNode: (BlankNode,),
        SH.Literal: (Literal,),
        SH.BlankNodeOrIRI: (BlankNode, NamedNode),
        SH.BlankNodeOrLiteral: (BlankNode, Literal),
        SH.IRIOrLiteral: (NamedNode, Literal),
    }
    allowed = kinds[kind]
    return lambda _, value: type(value) in allowed


def _datatype(_shape: Shape, datatype: Term) -> Test:
    if not isinstance(datatype, NamedNode):
        raise UnsupportedError(f"the datatype {datatype}")
    return lambda _, value: isinstance(value, Literal) and well_formed(value, datatype)


def _class(_shape: Shape, class_: Term) -> Test:
    return lambda graph, value: value in graph.instances(class_)


def _in(shape: Shape, head: Term) -> Test:
    allowed = set(shape.members(head))
    return lambda _, value: value in allowed


def _pattern(shape: Shape, pattern: Term) -> Test:
    flags = shape.one(SH.flags)
    source, options = pattern.value, flags.value if flags else ""
    return lambda _, value: not isinstance(value, BlankNode) and matches(value.value, source, options)


def _nested(graph: Triples, node: Term) -> Test:
    """Whether a value node conforms to a shape (https://www.w3.org/TR/shacl/#conforms)."""
    shape = Shape.of(graph, node)
    if SH.deactivated in shape.said:
        raise UnsupportedError("a nested shape that is switched off")
    constraints = [compile_constraint(shape, predicate, value) for predicate, value in shape.parameters()]

    def conforms(data: Triples, value: Term) -> bool:
        focus = {value}
        for constraint in constraints:
            for _ in constraint(data, focus):
                return False
        return True

    return conforms


def _node(shape: Shape, node: Term) -> Test:
    return _nested(shape.graph, node)


def _not(shape: Shape, node: Term) -> Test:
    conforms = _nested(shape.graph, node)
    return lambda graph, value: not conforms(graph, value)


def _counted(accepts: Callable[[Iterator[bool]], bool]) -> Callable[[Shape, Term], Test]:
    """A test of how many of a list of shapes a value node conforms to."""

    def make(shape: Shape, head: Term) -> Test:
        choices = [_nested(shape.graph, node) for node in shape.members(head)]
        return lambda graph, value: accepts(choice(graph, value) for choice in choices)

    return make


def _length(accepts: Callable[[int, int], bool]) -> Callable[[Shape, Term], Test]:
    def make(_shape: Shape, limit: Term) -> Test:
        length = _whole(limit)
        return lambda _, value: not isinstance(value, BlankNode) and accepts(len(value.value), length)

    return make


def _range(sign: str) -> Callable[[Shape, Term], Test]:
    def make(_shape: Shape, limit: Term) -> Test:
        return lambda _, value: compare(sign, value, limit)

    return make


def _whole(value: Term) -> int:
    try:
        found = number(value)
    except UnsureError as error:
        raise UnsupportedError(f"the number {value}") from error
    return int(found)


_OF_COUNTS: dict[NamedNode, Callable[[Place, Term], Constraint]] = {
    SH.minCount: _min_count,
    SH.maxCount: _max_count,
    SH.hasValue: _has_value,
}
_OF_PAIRS: dict[NamedNode, Callable[[Place, NamedNode], Constraint]] = {
    SH.lessThan: _ordered("<"),
    SH.lessThanOrEquals: _ordered("<="),
    SH.disjoint: _disjoint,
    SH.equals: _equals,
}
_OF_VALUES: dict[NamedNode, Callable[[Shape, Term], Test]] = {
    SH.nodeKind: _node_kind,
    SH.datatype: _datatype,
    SH["class"]: _class,
    SH["in"]: _in,
    SH.node: _node,
    SH["not"]: _not,
    SH["and"]: _counted(all),
    SH["or"]: _counted(any),
    SH.xone: _counted(lambda met: sum(met) == 1),
    SH.pattern: _pattern,
    SH.minLength: _length(int.__ge__),
    SH.maxLength: _length(int.__le__),
    SH.minInclusive: _range(">="),
    SH.minExclusive: _range(">"),
    SH.maxInclusive: _range("<="),
    SH.maxExclusive: _range("<"),
}
