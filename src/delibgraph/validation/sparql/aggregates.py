"""GROUP BY and the aggregates (https://www.w3.org/TR/sparql11-query/#aggregates)."""

from __future__ import annotations

import operator
from collections import defaultdict
from collections.abc import Callable
from typing import Any

import rdflib
from rdflib.plugins.sparql.parserutils import CompValue

from delibgraph.validation.doubt import UndefinedError, UnsupportedError
from delibgraph.validation.sparql.scope import Expression, Row, Scope, Step
from delibgraph.validation.values import Value, compare, number

Fold = Callable[[list[Value | None]], Value]
"""The value of an aggregate over what its expression gave, row by row; ``None`` for an error."""


def compile_groups(
    node: CompValue, scope: Scope, compile_: Callable[[Any], Expression], then: Step
) -> tuple[Step, Step]:
    """The step that gathers the solutions of the pattern to be grouped, and the one that goes on from its groups.

    The first comes after the pattern; the second is told to go on by what runs the pattern.

    Raises:
        UnsupportedError: an aggregate that is not known.
    """
    keys, inputs = node.p.expr or [], [_input(one) for one in node.A]
    key, taken = _key(keys, scope, compile_), _given(inputs, scope, compile_)
    folds = [_fold(one) for one in node.A]
    slots = [scope.slot(one.res) for one in node.A]
    noted = scope.reserve()

    def gather(row: Row) -> bool:
        if row[noted] is None:
            row[noted] = defaultdict(list)
        row[noted][key(row)].append(taken(row))
        return False

    def go_on(row: Row) -> bool:
        groups, row[noted] = row[noted] or ({} if keys else {None: []}), None
        for gathered in groups.values():
            for at, (slot, fold) in enumerate(zip(slots, folds, strict=True)):
                try:
                    row[slot] = fold([values[at] for values in gathered])
                except UndefinedError:
                    row[slot] = None
            if then(row):
                return True
        for slot in slots:
            row[slot] = None
        return False

    return gather, go_on


def _key(nodes: list[Any], scope: Scope, compile_: Callable[[Any], Expression]) -> Callable[[Row], Any]:
    """What tells groups apart."""
    if not nodes:
        return lambda _: None
    return _value(nodes[0], scope, compile_) if len(nodes) == 1 else _given(nodes, scope, compile_)


def _given(nodes: list[Any], scope: Scope, compile_: Callable[[Any], Expression]) -> Callable[[Row], Any]:
    """What some expressions give, together, each ``None`` for an error."""
    if nodes and all(isinstance(node, rdflib.Variable) for node in nodes):
        slots = [scope.slot(node) for node in nodes]
        return operator.itemgetter(*slots) if len(slots) > 1 else operator.itemgetter(slice(slots[0], slots[0] + 1))
    parts = [_value(node, scope, compile_) for node in nodes]
    return lambda row: tuple([part(row) for part in parts])


def _value(node: Any, scope: Scope, compile_: Callable[[Any], Expression]) -> Callable[[Row], Value | None]:
    if node is None:
        return lambda _: True
    if isinstance(node, rdflib.Variable):
        return operator.itemgetter(scope.slot(node))
    expression = compile_(node)

    def value(row: Row) -> Value | None:
        try:
            return expression(row)
        except UndefinedError:
            return None

    return value


def _input(node: CompValue) -> Any:
    """The expression of an aggregate; ``None`` for the star, which is any row."""
    if node.vars == "*" and node.distinct:
        raise UnsupportedError("COUNT(DISTINCT *)")
    return None if node.vars == "*" else node.vars


def _fold(node: CompValue) -> Fold:
    folds: dict[str, Fold] = {
        "Aggregate_Count": lambda values: len(_bound(values)),
        "Aggregate_Sum": lambda values: sum(map(number, _all(values))),
        "Aggregate_Min": lambda values: _extreme("<", values),
        "Aggregate_Max": lambda values: _extreme(">", values),
        "Aggregate_Sample": _first,
    }
    if node.name not in folds:
        raise UnsupportedError(f"the aggregate {node.name.removeprefix('Aggregate_')}")
    fold = folds[node.name]
    return (lambda values: fold(list(dict.fromkeys(values)))) if node.distinct else fold


def _all(values: list[Value | None]) -> list[Value]:
    """The values; one error among them is an error of the whole (clause 11.3 of SPARQL 1.1)."""
    found = _bound(values)
    if len(found) < len(values):
        raise UndefinedError
    return found


def _bound(values: list[Value | None]) -> list[Value]:
    return [value for value in values if value is not None]


def _first(values: list[Value | None]) -> Value:
    for value in values:
        if value is not None:
            return value
    raise UndefinedError


def _extreme(sign: str, values: list[Value | None]) -> Value:
    best, *others = _all(values) or [_first([])]
    for value in others:
        if compare(sign, value, best):
            best = value
    return best
