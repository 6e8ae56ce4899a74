"""Graph patterns (https://www.w3.org/TR/sparql11-query/#sparqlAlgebra) as generators over one row.

Bindings of the left side are passed into the right side, which is quick. Where the result might not be that of the
algebra's bottom-up reading, the query is refused; a sub-select is worked out on its own, as it has a scope of its own.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Any

import rdflib
from pyoxigraph import NamedNode
from rdflib.paths import AlternativePath, InvPath, Path, SequencePath
from rdflib.plugins.sparql.parserutils import CompValue

from delibgraph.rdf.triples import Triples
from delibgraph.validation.doubt import UndefinedError, UnsupportedError, UnsureError
from delibgraph.validation.sparql.aggregates import compile_groups
from delibgraph.validation.sparql.expressions import compile_expression
from delibgraph.validation.sparql.scope import (
    GRAPH,
    THIS,
    Expression,
    Pattern,
    Row,
    Scope,
    certain,
    variables,
)
from delibgraph.validation.values import holds


class PatternCompiler:
    """Compiles the patterns of one SELECT, or of an EXISTS in it."""

    def __init__(self, scope: Scope, exists: frozenset[str] | None = None) -> None:
        """Bindings go into the scope's rows; ``exists`` are the variables that an EXISTS finds bound before."""
        self.scope, self.exists = scope, exists

    def compile(self, node: CompValue, outer: frozenset[str] = frozenset()) -> Pattern:
        """The pattern; ``outer`` are the variables that may be bound before it is reached, besides ``$this``.

        Raises:
            UnsupportedError: an operator that is not known.
        """
        compiler: Callable[[CompValue, frozenset[str]], Pattern] | None = getattr(self, f"_{node.name.lower()}", None)
        if compiler is None:
            raise UnsupportedError(f"the operator {node.name}")
        if self._would_leak(node, outer):
            raise UnsupportedError("a filter that speaks of a variable of another group: engines read it in two ways")
        return compiler(node, outer)

    def expression(self, node: Any, known: Iterable[str] = ()) -> Expression:
        """An expression; the variables known before are bound when it is asked, or may be."""
        return compile_expression(node, self.scope, partial(self._exists, frozenset(known) | (self.exists or set())))

    def _would_leak(self, node: CompValue, outer: frozenset[str]) -> bool:
        """Whether a binding from outside would reach a place that the algebra hides from it."""
        match node.name:
            case "Filter" | "Extend":
                return bool((variables(node.expr) & outer) - certain(node.p) - {"this"})
            case "LeftJoin":
                return bool(((variables(node.p2) | variables(node.expr)) & outer) - certain(node.p1) - {"this"})
            case "AggregateJoin":
                return bool(outer)
        return False

    def _joined(self, inner: Scope, pattern: Pattern, names: list[str]) -> Pattern:
        if self.exists is not None:
            raise UnsupportedError("a sub-select inside EXISTS")
        there = [inner.slot(rdflib.Variable(name)) for name in names]
        here = [self.scope.slot(rdflib.Variable(name)) for name in names]

        def match(row: Row) -> Iterator[None]:
            alone = inner.row(row[GRAPH], row[THIS])
            for values in [[alone[slot] for slot in there] for _ in pattern(alone)]:
                yield from _bound(row, here, values)

        return match

    def _bgp(self, node: CompValue, outer: frozenset[str]) -> Pattern:
        """The triples, begun where a look at the graph promises the fewest rows."""
        known, triples = {"this", *outer, *(self.exists or ())}, list(node.triples)
        starts = [one for one in triples if isinstance(one[1], rdflib.URIRef) and _cost(one, known) < _UNKNOWN]
        if len(starts) < 2:
            return self._in_order(triples, known)
        ends = [(self.scope.slot(one[0]), NamedNode(str(one[1])), self.scope.slot(one[2])) for one in starts]
        plans = [self._in_order(triples, known, first=one) for one in starts]

        def match(row: Row) -> Iterator[None]:
            best, plan = math.inf, plans[0]
            for (subject, predicate, value), candidate in zip(ends, plans, strict=True):
                size = _rows(row, subject, predicate, value)
                if size == 0:
                    return iter(())
                if size < best:
                    best, plan = size, candidate
            return plan(row)

        return match

    def _in_order(self, triples: list[Any], known: set[str], first: Any = None) -> Pattern:
        """The triples one after the other, each looked up with what those before it bind."""
        bound, left, steps = set(known), list(triples), []
        while left:
            chosen = first or min(left, key=lambda triple: _cost(triple, bound))
            left.remove(chosen)
            bound |= variables(chosen)
            steps.append(self._path(self.scope.slot(chosen[0]), chosen[1], self.scope.slot(chosen[2])))
            first = None
        return _sequence(steps)

    def _path(self, subject: int, path: Any, value: int) -> Pattern:
        """https://www.w3.org/TR/sparql11-query/#propertypaths without those of any length."""
        match path:
            case rdflib.URIRef():
                if subject == value:
                    raise UnsupportedError("a triple that points at its own subject")
                return _triple(subject, NamedNode(str(path)), value)
            case InvPath():
                return self._path(value, path.arg, subject)
            case AlternativePath():
                return _either([self._path(subject, one, value) for one in path.args])
            case SequencePath():
                middle = [self.scope.slot(rdflib.BNode()) for _ in path.args[1:]]
                ends = zip([subject, *middle], path.args, [*middle, value], strict=True)
                return _sequence([self._path(*step) for step in ends])
        raise UnsupportedError(f"the path {path.n3() if isinstance(path, Path) else path}")

    def _join(self, node: CompValue, outer: frozenset[str]) -> Pattern:
        first = self.compile(node.p1, outer)
        return _sequence([first, self.compile(node.p2, outer | variables(node.p1))])

    def _union(self, node: CompValue, outer: frozenset[str]) -> Pattern:
        return _either([self.compile(node.p1, outer), self.compile(node.p2, outer)])

    def _leftjoin(self, node: CompValue, outer: frozenset[str]) -> Pattern:
        first, then = self.compile(node.p1, outer), self.compile(node.p2, outer | variables(node.p1))
        known = outer | variables([node.p1, node.p2])
        condition = None if node.expr.name == "TrueFilter" else self.expression(node.expr, known)

        def match(row: Row) -> Iterator[None]:
            for _ in first(row):
                found = False
                for _ in then(row):
                    if condition is None or _true(condition, row):
                        found = True
                        yield
                if not found:
                    yield

        return match

    def _filter(self, node: CompValue, outer: frozenset[str]) -> Pattern:
        pattern, condition = self.compile(node.p, outer), self.expression(node.expr, outer | variables(node.p))

        def match(row: Row) -> Iterator[None]:
            for _ in pattern(row):
                if _true(condition, row):
                    yield

        return match

    def _extend(self, node: CompValue, outer: frozenset[str]) -> Pattern:
        pattern, expression = self.compile(node.p, outer), self.expression(node.expr, outer | variables(node.p))
        slot = self.scope.slot(node.var)

        def match(row: Row) -> Iterator[None]:
            for _ in pattern(row):
                try:
                    value = expression(row)
                except UndefinedError:
                    yield
                    continue
                yield from _bound(row, [slot], [value])

        return match

    def _tomultiset(self, node: CompValue, _: frozenset[str]) -> Pattern:
        """A sub-select; SHACL has it give ``$this`` (https://www.w3.org/TR/shacl/#pre-binding)."""
        project = node.p.p if node.p.name == "Distinct" else node.p
        if project.name != "Project":
            raise UnsupportedError(f"the operator {project.name}")
        inner = Scope()
        pattern = PatternCompiler(inner).compile(project.p)
        if node.p.name == "Distinct":
            pattern = _distinct(pattern, [inner.slot(variable) for variable in project.PV])
        return self._joined(inner, pattern, sorted({str(variable) for variable in project.PV} - {"this"}))

    def _aggregatejoin(self, node: CompValue, _: frozenset[str]) -> Pattern:
        return compile_groups(node, self.compile(node.p.p), self.scope, self.expression)

    def _exists(self, known: frozenset[str], node: CompValue) -> Callable[[Row], bool]:
        pattern = PatternCompiler(self.scope, known).compile(node)

        def exists(row: Row) -> bool:
            return any(True for _ in pattern(row.copy()))  # left half-way, so on a copy

        return exists


_UNKNOWN = 3


def _rows(row: Row, subject: int, predicate: NamedNode, value: int) -> float:
    """How many rows a triple gives when it is looked up first; none is told for sure."""
    graph: Triples = row[GRAPH]
    column = graph.forward(predicate)
    if not column:
        return 0
    if (known := row[subject]) is not None:
        return len(column.get(known, ()))
    if (wanted := row[value]) is not None:
        return len(graph.inverse(predicate).get(wanted, ()))
    return len(column)


def _cost(triple: tuple[Any, Any, Any], known: set[str]) -> int:
    """Which triple to look up first: both ends known, the subject known, the object known, neither."""
    subject, value = (variables(end) <= known and not isinstance(end, rdflib.BNode) for end in (triple[0], triple[2]))
    return _UNKNOWN - 2 * subject - value


def _triple(subject: int, predicate: NamedNode, value: int) -> Pattern:
    def match(row: Row) -> Iterator[None]:
        known, wanted = row[subject], row[value]
        if known is not None:
            objects = row[GRAPH].forward(predicate).get(known)
            if objects is None:
                return
            if wanted is None:
                for row[value] in objects:
                    yield
                row[value] = None
            elif wanted in objects:
                yield
        elif wanted is not None:
            subjects = row[GRAPH].inverse(predicate).get(wanted, ())
            for row[subject] in subjects:
                yield
            row[subject] = None
        else:
            column = row[GRAPH].forward(predicate)
            for row[subject], objects in column.items():
                for row[value] in objects:
                    yield
            row[subject] = row[value] = None

    return match


def _sequence(steps: list[Pattern]) -> Pattern:
    if len(steps) == 1:
        return steps[0]
    if not steps:
        return lambda _: iter((None,))
    first, rest = steps[0], _sequence(steps[1:])

    def match(row: Row) -> Iterator[None]:
        for _ in first(row):
            yield from rest(row)

    return match


def _either(choices: list[Pattern]) -> Pattern:
    def match(row: Row) -> Iterator[None]:
        for choice in choices:
            yield from choice(row)

    return match


def _distinct(pattern: Pattern, slots: list[int]) -> Pattern:
    def match(row: Row) -> Iterator[None]:
        seen = set()
        for _ in pattern(row):
            key = tuple(row[slot] for slot in slots)
            if key not in seen:
                seen.add(key)
                yield

    return match


def _bound(row: Row, slots: list[int], values: list[Any]) -> Iterator[None]:
    """The row with these values, if it agrees with them.

    Raises:
        UnsureError: a worked-out value meets a term of the graph; they may be the same term.
    """
    new = []
    for slot, value in zip(slots, values, strict=True):
        if value is None:
            continue
        if row[slot] is None:
            new.append((slot, value))
        elif type(row[slot]) is not type(value):
            raise UnsureError
        elif row[slot] != value:
            return
    for slot, value in new:
        row[slot] = value
    yield
    for slot, _ in new:
        row[slot] = None


def _true(condition: Expression, row: Row) -> bool:
    try:
        return holds(condition(row))
    except UndefinedError:
        return False
