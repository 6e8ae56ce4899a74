"""Basic graph patterns as nested look-ups in the columns of a graph, the one that promises the fewest rows first."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from functools import reduce
from typing import Any, TypeAlias

import rdflib
from pyoxigraph import NamedNode
from rdflib.paths import AlternativePath, InvPath, Path, SequencePath

from delibgraph.rdf.triples import Column, Term
from delibgraph.rdf.vocabulary import listed
from delibgraph.validation.doubt import UnsupportedError
from delibgraph.validation.sparql.scope import GRAPH, Row, Scope, Step

Guard: TypeAlias = tuple[frozenset[str], Callable[[Step], Step]]
"""The variables that a test speaks of, and what makes of a step one for the rows that pass it."""
_Triple: TypeAlias = tuple[Any, Any, Any]
_VALUE = 2


class Lookups:
    """Compiles the triples of one group; ``known`` variables may be bound before, ``sure`` ones are."""

    def __init__(self, scope: Scope, known: Iterable[str], sure: Iterable[str]) -> None:
        """Bindings go into the scope's rows."""
        self.scope, self.known, self.sure = scope, frozenset(known), frozenset(sure)

    def compile(self, triples: Iterable[_Triple], then: Step, guards: Sequence[Guard]) -> Step:
        """The triples' solutions that pass the guards, each handed to ``then``.

        Where nothing tells beforehand with which triple to begin, the graph does.

        Raises:
            UnsupportedError: a path of any length.
        """
        parts = [part for triple in triples for part in self._parts(triple)]
        starts = sorted(
            (one for one in parts if isinstance(one[1], rdflib.URIRef)), key=lambda one: _cost(one, self.known)
        )
        if len(starts) < 2 or min(_cost(one, self.known) for one in parts) < _VALUE:
            return self._steps(_in_order(parts, self.known), then, guards)
        plans = [(self._size(*one), self._steps(_in_order(parts, self.known, one), then, guards)) for one in starts]

        def match(row: Row) -> bool:
            best, plan = math.inf, plans[0][1]
            for size, candidate in plans:
                rows = size(row)
                if rows < best:
                    best, plan = rows, candidate
                    if rows <= 1:
                        break
            return best > 0 and plan(row)

        return match

    def _parts(self, triple: _Triple) -> list[_Triple]:
        """A sequence of paths as triples of their own (https://www.w3.org/TR/sparql11-query/#propertypaths)."""
        subject, path, value = triple
        match path:
            case InvPath():
                return self._parts((value, path.arg, subject))
            case SequencePath():
                middle = [rdflib.BNode() for _ in path.args[1:]]
                ends = zip([subject, *middle], path.args, [*middle, value], strict=True)
                return [part for step in ends for part in self._parts(step)]
            case rdflib.URIRef() | AlternativePath():
                return [triple]
        raise UnsupportedError(f"the path {path.n3() if isinstance(path, Path) else path}")

    def _steps(self, order: Sequence[_Triple], then: Step, guards: Sequence[Guard]) -> Step:
        """The triples one after the other, each guard as soon as its variables are bound."""
        before = [self.sure]
        for triple in order:
            before.append(before[-1] | _names(triple))
        left = list(guards)
        asked: list[list[Guard]] = []
        for bound in before:
            asked.append([guard for guard in left if guard[0] <= bound])
            left = [guard for guard in left if not guard[0] <= bound]
        step = _guarded([*asked[-1], *left], then)
        for number in reversed(range(len(order))):
            step = _guarded(asked[number], self._lookup(order[number], before[number], step))
        return step

    def _lookup(self, triple: _Triple, bound: frozenset[str], then: Step) -> Step:
        subject, path, value = triple
        if isinstance(path, AlternativePath):
            inner = Lookups(self.scope, self.known | bound, bound)
            choices = [inner.compile([(subject, one, value)], then, ()) for one in path.args]
            return reduce(_either, choices)
        ends = self.scope.slot(subject), self.scope.slot(value)
        if ends[0] == ends[1]:
            raise UnsupportedError("a triple that points at its own subject")
        predicate = listed(NamedNode(str(path)))
        column = self.scope.column(predicate)
        kinds = [
            [_test(column, *ends, then), _objects(column, *ends, then)],
            [_subjects(self._pointing(predicate, ends[1]), ends[0], then), _pairs(column, *ends, then)],
        ]
        free = [self._is_free(end, bound) for end in (subject, value)]
        if None not in free:
            return kinds[bool(free[0])][bool(free[1])]
        one, other = ends
        return lambda row: kinds[row[one] is None][row[other] is None](row)

    def _size(self, subject: Any, predicate: rdflib.URIRef, value: Any) -> Callable[[Row], int]:
        """How many rows a triple whose subject is not known gives, when it is looked up first."""
        node = listed(NamedNode(str(predicate)))
        if _cost((subject, predicate, value), self.known) > _VALUE:
            column = self.scope.column(node)
            return lambda row: len(row[column])
        pointing = self._pointing(node, self.scope.slot(value))
        return lambda row: len(pointing(row))

    def _pointing(self, predicate: NamedNode, value: int) -> Callable[[Row], Sequence[Term]]:
        """The subjects that point at a bound object."""
        inverse = self.scope.inverse(predicate)

        def pointing(row: Row) -> Sequence[Term]:
            subjects = row[inverse]
            if subjects is None:
                subjects = row[inverse] = row[GRAPH].inverse(predicate)
            found: Sequence[Term] = subjects.get(row[value], ())
            return found

        return pointing

    def _is_free(self, end: Any, bound: frozenset[str]) -> bool | None:
        """Whether an end of a triple is unbound when it is reached, ``None`` where that depends on the row."""
        name = _name(end)
        if name is None or name in bound:
            return False
        return None if name in self.known else True


def _name(term: Any) -> str | None:
    """The name of a variable, or of a blank node, which is a variable without one; a constant has none."""
    return str(term) if isinstance(term, rdflib.Variable) else f"_:{term}" if isinstance(term, rdflib.BNode) else None


def _names(triple: _Triple) -> frozenset[str]:
    return frozenset(name for end in (triple[0], triple[2]) if (name := _name(end)) is not None)


def _cost(triple: _Triple, known: frozenset[str]) -> int:
    """Which triple to look up first: both ends known, the subject known, the object known, neither."""
    subject, value = (name is None or name in known for name in (_name(triple[0]), _name(triple[2])))
    return 3 - 2 * subject - value


def _in_order(triples: Iterable[_Triple], known: frozenset[str], first: _Triple | None = None) -> list[_Triple]:
    """The triples, each with as much known as can be when it is looked up."""
    bound, left, order = known, list(triples), []
    while left:
        chosen = first or min(left, key=lambda triple: _cost(triple, bound))
        left.remove(chosen)
        bound |= _names(chosen)
        order.append(chosen)
        first = None
    return order


def _guarded(guards: Iterable[Guard], then: Step) -> Step:
    for _, guard in guards:
        then = guard(then)
    return then


def _either(first: Step, second: Step) -> Step:
    return lambda row: first(row) or second(row)


def _test(column: int, subject: int, value: int, then: Step) -> Step:
    """Both ends are bound."""

    def match(row: Row) -> bool:
        objects = row[column].get(row[subject])
        return objects is not None and row[value] in objects and then(row)

    return match


def _objects(column: int, subject: int, value: int, then: Step) -> Step:
    """The subject is bound."""

    def match(row: Row) -> bool:
        objects = row[column].get(row[subject])
        if objects is None:
            return False
        for one in objects:
            row[value] = one
            if then(row):
                return True
        row[value] = None
        return False

    return match


def _subjects(pointing: Callable[[Row], Sequence[Term]], subject: int, then: Step) -> Step:
    """The object is bound."""

    def match(row: Row) -> bool:
        for one in pointing(row):
            row[subject] = one
            if then(row):
                return True
        row[subject] = None
        return False

    return match


def _pairs(column: int, subject: int, value: int, then: Step) -> Step:
    """Neither end is bound."""

    def match(row: Row) -> bool:
        pairs: Column = row[column]
        for one, objects in pairs.items():
            row[subject] = one
            for other in objects:
                row[value] = other
                if then(row):
                    return True
        row[subject] = row[value] = None
        return False

    return match
