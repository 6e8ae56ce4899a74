"""GROUP BY and the aggregates (https://www.w3.org/TR/sparql11-query/#aggregates)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from rdflib.plugins.sparql.parserutils import CompValue

from delibgraph.validation.doubt import UndefinedError, UnsupportedError
from delibgraph.validation.sparql.scope import Expression, Pattern, Row, Scope
from delibgraph.validation.values import Value, compare, number

Fold = Callable[[list[Value | None]], Value]
"""The value of an aggregate over what its expression gave, row by row; ``None`` for an error."""


def compile_groups(node: CompValue, pattern: Pattern, scope: Scope, compile_: Callable[[Any], Expression]) -> Pattern:
    """The groups of a pattern's solutions, each with the values of its aggregates.

    Raises:
        UnsupportedError: an aggregate that is not known.
    """
    keys = [compile_(one) for one in node.p.expr or ()]
    grouped = bool(node.p.expr)
    folds = [_fold(one) for one in node.A]
    inputs = [_input(one, compile_) for one in node.A]
    slots = [scope.slot(one.res) for one in node.A]

    def match(row: Row) -> Iterator[None]:
        groups: dict[tuple[Value | None, ...], list[list[Value | None]]] = {} if grouped else {(): [[] for _ in slots]}
        for _ in pattern(row):
            gathered = groups.setdefault(tuple(_given(key, row) for key in keys), [[] for _ in slots])
            for given, values in zip(inputs, gathered, strict=True):
                values.append(_given(given, row))
        for gathered in groups.values():
            for slot, fold, values in zip(slots, folds, gathered, strict=True):
                try:
                    row[slot] = fold(values)
                except UndefinedError:
                    row[slot] = None
            yield
        for slot in slots:
            row[slot] = None

    return match


def _given(expression: Expression, row: Row) -> Value | None:
    try:
        return expression(row)
    except UndefinedError:
        return None


def _input(node: CompValue, compile_: Callable[[Any], Expression]) -> Expression:
    if node.vars == "*":
        if node.distinct:
            raise UnsupportedError("COUNT(DISTINCT *)")
        return lambda _: True
    return compile_(node.vars)


def _fold(node: CompValue) -> Fold:
    folds: dict[str, Fold] = {
        "Aggregate_Count": lambda values: len(values) - values.count(None),
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
    if None in values:
        raise UndefinedError
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
