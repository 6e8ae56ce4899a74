"""Graph patterns (https://www.w3.org/TR/sparql11-query/#sparqlAlgebra) as steps over one row.

Each operator is compiled with the step that comes after it. Bindings of the left side are passed into the right side,
and a filter is asked as soon as its variables are bound, which is quick. Where the result might not be that of the
algebra's bottom-up reading, the query is refused; a sub-select is worked out on its own, as it has a scope of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

import rdflib
from rdflib.plugins.sparql.parserutils import CompValue

from delibgraph.rdf.triples import Term
from delibgraph.validation.doubt import UndefinedError, UnsupportedError, UnsureError
from delibgraph.validation.sparql.aggregates import compile_groups
from delibgraph.validation.sparql.expressions import compile_expression
from delibgraph.validation.sparql.lookups import Lookups
from delibgraph.validation.sparql.needs import Needs
from delibgraph.validation.sparql.scope import (
    Expression,
    Row,
    Scope,
    Step,
    certain,
    constant,
    variables,
)
from delibgraph.validation.values import holds

_THIS = frozenset({"this"})


@dataclass(frozen=True, slots=True)
class Known:
    """The variables that may be bound before a pattern is reached, and those that are for sure."""

    maybe: frozenset[str] = frozenset()
    sure: frozenset[str] = _THIS

    def after(self, node: CompValue) -> Known:
        """What is known after a pattern."""
        return Known(self.maybe | variables(node), self.sure | certain(node))


@dataclass(frozen=True, slots=True)
class Test:
    """A condition, and the variables that must be bound before it is asked."""

    names: frozenset[str]
    condition: Expression


_Compiler = Callable[[CompValue, Step, Known, list[Test]], Step]


class PatternCompiler:
    """Compiles the patterns of one SELECT, or of an EXISTS in it."""

    def __init__(self, scope: Scope, exists: Known | None = None) -> None:
        """Bindings go into the scope's rows; ``exists`` are the variables that an EXISTS finds bound before."""
        self.scope, self.exists = scope, exists

    def compile(self, node: CompValue, then: Step, known: Known = Known(), tests: Iterable[Test] = ()) -> Step:
        """The pattern's solutions that pass the tests, each handed to ``then``.

        The variables of the tests are bound before the pattern or by it, whatever the graph.

        Raises:
            UnsupportedError: an operator that is not known.
        """
        compiler: _Compiler | None = getattr(self, f"_{node.name.lower()}", None)
        if compiler is None:
            raise UnsupportedError(f"the operator {node.name}")
        if _would_leak(node, known.maybe):
            raise UnsupportedError("a filter that speaks of a variable of another group: engines read it in two ways")
        return compiler(node, then, known, list(tests))

    def expression(self, node: Any, known: Known | None = None) -> Expression:
        """An expression, and what is known when it is asked."""
        return compile_expression(node, self.scope, partial(self._exists, self._all(known or Known())))

    def _all(self, known: Known) -> Known:
        """What is known, with what an EXISTS found bound."""
        return known if self.exists is None else Known(known.maybe | self.exists.maybe, known.sure | self.exists.sure)

    def _bgp(self, node: CompValue, then: Step, known: Known, tests: list[Test]) -> Step:
        every = self._all(known)
        lookups = Lookups(self.scope, every.maybe | every.sure, every.sure)
        return lookups.compile(node.triples, then, [(test.names, partial(_passing, test.condition)) for test in tests])

    def _join(self, node: CompValue, then: Step, known: Known, tests: list[Test]) -> Step:
        after = known.after(node.p1)
        early, late = _split(tests, self._all(after).sure)
        return self.compile(node.p1, self.compile(node.p2, then, after, late), known, early)

    def _union(self, node: CompValue, then: Step, known: Known, tests: list[Test]) -> Step:
        first, second = (self.compile(part, then, known, tests) for part in (node.p1, node.p2))
        return lambda row: first(row) or second(row)

    def _leftjoin(self, node: CompValue, then: Step, known: Known, tests: list[Test]) -> Step:
        after, noted = known.after(node.p1), self.scope.reserve()

        def note(row: Row) -> bool:
            row[noted] = True
            return then(row)

        found: Step = note
        if node.expr.name != "TrueFilter":
            both = Known(after.maybe | variables(node.p2), after.sure | certain(node.p2))
            found = _passing(self.expression(node.expr, both), found)
        optional = self.compile(node.p2, found, after)

        def match(row: Row) -> bool:
            row[noted] = False
            return optional(row) or (not row[noted] and then(row))

        return self.compile(node.p1, match, known, tests)

    def _filter(self, node: CompValue, then: Step, known: Known, tests: list[Test]) -> Step:
        after, before = known.after(node.p), self._all(known)
        every = self._all(after)
        free = certain(node.p) - before.maybe - before.sure if node.p.name == "BGP" else set()
        own, given = [], dict[str, Term]()
        for part in _conjuncts(node.expr):
            name, term = _named(part)
            if term is not None and name in free - given.keys():
                given[name] = term
            else:
                names = frozenset(variables(part) & (every.maybe | every.sure))
                own.append(Test(names, self.expression(part, after)))
        early, late = _split([*own, *tests], every.sure)
        known = Known(known.maybe, known.sure | given.keys())
        step = self.compile(node.p, _guarded(late, then), known, early)
        for name, term in given.items():
            step = _with(self.scope.slot(rdflib.Variable(name)), term, step)
        return step

    def _extend(self, node: CompValue, then: Step, known: Known, tests: list[Test]) -> Step:
        after = known.after(node.p)
        early, late = _split(tests, self._all(after).sure)
        expression, slot, go_on = self.expression(node.expr, after), self.scope.slot(node.var), _guarded(late, then)

        def match(row: Row) -> bool:
            try:
                value = expression(row)
            except UndefinedError:
                return go_on(row)
            if row[slot] is not None:
                return _bound(row, [slot], [value], go_on)
            row[slot] = value
            stop = go_on(row)
            row[slot] = None
            return stop

        return self.compile(node.p, match, known, early)

    def _tomultiset(self, node: CompValue, then: Step, _: Known, tests: list[Test]) -> Step:
        """A sub-select; SHACL has it give ``$this`` (https://www.w3.org/TR/shacl/#pre-binding)."""
        project = node.p.p if node.p.name == "Distinct" else node.p
        if project.name != "Project":
            raise UnsupportedError(f"the operator {project.name}")
        if self.exists is not None:
            raise UnsupportedError("a sub-select inside EXISTS")
        inner, distinct, go_on = self.scope.inner(), node.p.name == "Distinct", _guarded(tests, then)
        names = sorted({str(variable) for variable in project.PV} - {"this"})
        there, here = ([scope.slot(rdflib.Variable(name)) for name in names] for scope in (inner, self.scope))
        noted = inner.reserve()

        def note(row: Row) -> bool:
            row[noted].append(tuple([row[slot] for slot in there]))
            return False

        pattern = PatternCompiler(inner).compile(project.p, note)

        def match(row: Row) -> bool:
            found: list[tuple[Any, ...]] = []
            row[noted] = found
            pattern(row)
            solutions = dict.fromkeys(found) if distinct else found
            return any(_bound(row, here, values, go_on) for values in solutions)

        return match

    def _aggregatejoin(self, node: CompValue, then: Step, _: Known, tests: list[Test]) -> Step:
        gather, go_on = compile_groups(node, self.scope, self.expression, _guarded(tests, then))
        pattern = self.compile(node.p.p, gather)

        def match(row: Row) -> bool:
            pattern(row)
            return go_on(row)

        return match

    def _exists(self, known: Known, node: CompValue) -> Callable[[Row], bool]:
        pattern = PatternCompiler(self.scope, known).compile(node, lambda _: True)
        present = self.scope.presence(Needs.of(node))
        return lambda row: row[present] and pattern(row.copy())  # left half-way, so on a copy


def _would_leak(node: CompValue, outer: frozenset[str]) -> bool:
    """Whether a binding from outside would reach a place that the algebra hides from it."""
    match node.name:
        case "Filter" | "Extend":
            return bool((variables(node.expr) & outer) - certain(node.p) - _THIS)
        case "LeftJoin":
            return bool(((variables(node.p2) | variables(node.expr)) & outer) - certain(node.p1) - _THIS)
        case "AggregateJoin":
            return bool(outer)
    return False


def _conjuncts(node: Any) -> Iterator[Any]:
    """The parts that must all be true for a condition to be: an error in one is an error or false in the whole."""
    if isinstance(node, CompValue) and node.name == "ConditionalAndExpression":
        for part in (node.expr, *node.other):
            yield from _conjuncts(part)
    else:
        yield node


def _named(node: Any) -> tuple[str, Term | None]:
    """The variable and the node of a condition that the one is the other."""
    is_equation = isinstance(node, CompValue) and node.name == "RelationalExpression" and node.op == "="
    if is_equation and isinstance(node.expr, rdflib.Variable) and isinstance(node.other, rdflib.URIRef):
        return str(node.expr), constant(node.other)
    return "", None


def _with(slot: int, value: Term, then: Step) -> Step:
    """The step, with a variable bound before it."""

    def match(row: Row) -> bool:
        row[slot] = value
        stop = then(row)
        row[slot] = None
        return stop

    return match


def _split(tests: Iterable[Test], sure: frozenset[str]) -> tuple[list[Test], list[Test]]:
    """The tests that may be asked once these variables are bound, and the others."""
    early: list[Test] = []
    late: list[Test] = []
    for test in tests:
        (early if test.names <= sure else late).append(test)
    return early, late


def _guarded(tests: Iterable[Test], then: Step) -> Step:
    """The step, for rows that pass the tests."""
    for test in tests:
        then = _passing(test.condition, then)
    return then


def _passing(condition: Expression, then: Step) -> Step:
    def match(row: Row) -> bool:
        try:
            found = condition(row)
            if found is False or (found is not True and not holds(found)):
                return False
        except UndefinedError:
            return False
        return then(row)

    return match


def _bound(row: Row, slots: list[int], values: Iterable[Any], then: Step) -> bool:
    """Goes on from the row with these values, if it agrees with them.

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
            return False
    for slot, value in new:
        row[slot] = value
    stop = then(row)
    for slot, _ in new:
        row[slot] = None
    return stop
