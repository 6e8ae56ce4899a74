"""Expressions (https://www.w3.org/TR/sparql11-query/#expressions) as functions of a row.

An error in the sense of SPARQL raises ``UndefinedError``, what engines may answer in several ways ``UnsureError``.
"""

from __future__ import annotations

import math
import operator
import re
from collections.abc import Callable
from decimal import Decimal
from functools import lru_cache
from typing import Any

import rdflib
from pyoxigraph import BlankNode, Literal, NamedNode
from rdflib.plugins.sparql.algebra import translateGroupGraphPattern
from rdflib.plugins.sparql.parserutils import CompValue

from delibgraph.rdf.triples import Term
from delibgraph.rdf.vocabulary import XSD
from delibgraph.validation.doubt import UndefinedError, UnsupportedError, UnsureError
from delibgraph.validation.sparql.scope import Expression, Row, Scope, constant
from delibgraph.validation.values import Value, compare, holds, number, plain, text, written

Exists = Callable[[CompValue], Callable[[Row], bool]]


def compile_expression(node: Any, scope: Scope, exists: Exists) -> Expression:
    """The expression.

    Raises:
        UnsupportedError: a function that is not known.
    """
    if isinstance(node, rdflib.Variable):
        return _variable(scope.slot(node))
    if not isinstance(node, CompValue) or node.name == "Builtin_BOUND":
        slot = scope.slot(node.arg if isinstance(node, CompValue) else node)
        return (lambda row: row[slot] is not None) if isinstance(node, CompValue) else lambda row: row[slot]

    def inner(part: Any) -> Expression:
        return compile_expression(part, scope, exists)

    match node.name:
        case "Builtin_EXISTS" | "Builtin_NOTEXISTS":
            return _existence(node, exists)
        case "ConditionalOrExpression" | "ConditionalAndExpression":
            return _logic([inner(part) for part in (node.expr, *node.other)], node.name == "ConditionalOrExpression")
        case "RelationalExpression":
            return _relation(node, scope, inner)
        case "AdditiveExpression" | "MultiplicativeExpression":
            return _arithmetic(_figure(node.expr, inner), node.op, [_figure(part, inner) for part in node.other])
        case "Builtin_COALESCE":
            return _coalesce([inner(part) for part in node.arg])
        case "Builtin_IF":
            test, then, otherwise = inner(node.arg1), inner(node.arg2), inner(node.arg3)
            return lambda row: then(row) if holds(test(row)) else otherwise(row)
        case "Function":
            return _call(_cast(node.iri), [_argument(part, inner) for part in node.expr])
    if node.name not in _FUNCTIONS:
        raise UnsupportedError(f"the function {node.name.removeprefix('Builtin_')}")
    names, function = _FUNCTIONS[node.name]
    given = [node[name] for name in names if name in node]
    parts = [one for part in given for one in (part if isinstance(part, list) else [part])]
    return _call(function, [_argument(part, inner) for part in parts])


def _variable(slot: int) -> Expression:
    def value(row: Row) -> Value:
        found: Value | None = row[slot]
        if found is None:
            raise UndefinedError
        return found

    return value


def _existence(node: CompValue, exists: Exists) -> Expression:
    graph = node.graph if node.graph.name != "GroupGraphPatternSub" else translateGroupGraphPattern(node.graph.clone())
    found = exists(graph)
    return found if node.name == "Builtin_EXISTS" else lambda row: not found(row)


def _logic(parts: list[Expression], decides: bool) -> Expression:
    """``||`` (decided by a true part) and ``&&`` (by a false one); an error loses against what decides."""

    def value(row: Row) -> Value:
        undefined = False
        for part in parts:
            try:
                found = part(row)
                if (found if type(found) is bool else holds(found)) is decides:
                    return decides
            except UndefinedError:
                undefined = True
        if undefined:
            raise UndefinedError
        return not decides

    return value


def _relation(node: CompValue, scope: Scope, inner: Callable[[Any], Expression]) -> Expression:
    if isinstance(node.expr, rdflib.Variable) and isinstance(node.other, rdflib.Variable):
        return _of_variables(node.op, scope.slot(node.expr), scope.slot(node.other))
    if node.op in ("=", "!=") and isinstance(node.expr, rdflib.Variable) and isinstance(node.other, rdflib.URIRef):
        return _identity(node.op == "=", scope.slot(node.expr), constant(node.other))
    left = inner(node.expr)
    if node.op in ("IN", "NOT IN"):
        if all(isinstance(part, rdflib.URIRef) for part in node.other):
            return _membership(node.op == "IN", left, frozenset(map(constant, node.other)))
        among = _logic([_comparison("=", left, inner(part)) for part in node.other], decides=True)
        return among if node.op == "IN" else lambda row: not among(row)
    return _comparison(node.op, left, _figure(node.other, inner))


def _identity(wanted: bool, left: int, node: Term) -> Expression:
    """Whether a variable is a node that the query names."""

    def value(row: Row) -> Value:
        found = row[left]
        if found is None:
            raise UndefinedError
        return (found == node) is wanted

    return value


def _membership(wanted: bool, left: Expression, nodes: frozenset[Term]) -> Expression:
    """Whether a value is among nodes that the query names."""
    return lambda row: (left(row) in nodes) is wanted


def _of_variables(sign: str, left: int, right: int) -> Expression:
    """A comparison of two variables, the commonest of filters."""

    def value(row: Row) -> Value:
        one, other = row[left], row[right]
        if one is None or other is None:
            raise UndefinedError
        return compare(sign, one, other)

    return value


def _comparison(sign: str, left: Expression, right: Expression) -> Expression:
    return lambda row: compare(sign, left(row), right(row))


def _figure(node: Any, inner: Callable[[Any], Expression]) -> Expression:
    """A part of a sum, a product or a comparison; a constant is read once."""
    if not isinstance(node, rdflib.Literal):
        return inner(node)
    value = plain(constant(node))
    return lambda _: value


def _argument(node: Any, inner: Callable[[Any], Expression]) -> Expression:
    """An argument of a function; a plain constant that is written as its value is, is read once."""
    if isinstance(node, rdflib.Literal):
        literal = constant(node)
        value = plain(literal)
        if type(value) in (str, int) and written(value) == literal.value:
            return lambda _: value
    return inner(node)


def _arithmetic(first: Expression, signs: list[str], others: list[Expression]) -> Expression:
    rest = [(_SIGNS[sign], other) for sign, other in zip(signs, others, strict=True)]

    def value(row: Row) -> Value:
        result = number(first(row))
        for apply, other in rest:
            result = apply(result, number(other(row)))
        return result

    return value


def _quotient(left: int | Decimal, right: int | Decimal) -> Decimal:
    if not right:
        raise UnsureError
    return Decimal(left) / Decimal(right)


_SIGNS: dict[str, Callable[[Any, Any], int | Decimal]] = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "/": _quotient,
}


def _coalesce(parts: list[Expression]) -> Expression:
    def value(row: Row) -> Value:
        for part in parts:
            try:
                return part(row)
            except UndefinedError:
                continue
        raise UndefinedError

    return value


def _call(function: Callable[..., Value], arguments: list[Expression]) -> Expression:
    match arguments:
        case [one]:
            return lambda row: function(one(row))
        case [one, other]:
            return lambda row: function(one(row), other(row))
    return lambda row: function(*[argument(row) for argument in arguments])


def _cast(iri: rdflib.URIRef) -> Callable[[Value], Value]:
    known = {XSD.integer.value: _integer, XSD.string.value: written}
    if str(iri) not in known:
        raise UnsupportedError(f"the function <{iri}>")
    return known[str(iri)]


def _integer(value: Value) -> Value:
    found = plain(value)
    if isinstance(found, str) and re.fullmatch(r"[+-]?[0-9]+", found):
        return int(found)
    return int(number(found))


@lru_cache(maxsize=512)
def _pattern(source: str, flags: str) -> re.Pattern[str]:
    if set(flags) - set("ims"):
        raise UnsureError
    return re.compile(source, sum((re.RegexFlag[flag.upper()] for flag in flags), re.RegexFlag(0)))


def matches(value: str, pattern: str, flags: str = "") -> bool:
    """Whether the pattern occurs in the text (XPath ``fn:matches``, in the forms that Python shares)."""
    return _pattern(pattern, flags).search(value) is not None


def _regex(value: Value, pattern: Value, flags: Value = "") -> Value:
    return matches(text(value), text(pattern), text(flags))


def _replace(value: Value, pattern: Value, replacement: Value, flags: Value = "") -> Value:
    template = re.sub(r"\$([0-9]+)", r"\\\1", text(replacement))
    return _pattern(text(pattern), text(flags)).sub(template, text(value))


def _substr(value: Value, start: Value, length: Value | None = None) -> Value:
    first = number(start)
    if not isinstance(first, int) or first < 1:
        raise UnsureError
    rest = text(value)[first - 1 :]
    if length is None:
        return rest
    count = number(length)
    if not isinstance(count, int) or count < 0:
        raise UnsureError
    return rest[:count]


def _part_of_date(name: str) -> Callable[[Value], Value]:
    def part(value: Value) -> Value:
        found = getattr(plain(value), name, None)
        if type(found) is not int:
            raise UnsureError
        return found

    return part


def _absolute(value: Value) -> int | Decimal:
    found = number(value)
    return -found if found < 0 else found


def _negative(value: Value) -> int | Decimal:
    return -number(value)


def _same(left: Value, right: Value) -> bool:
    terms = (NamedNode, BlankNode, Literal)
    if not (isinstance(left, terms) and isinstance(right, terms)):
        raise UnsureError
    return bool(left == right)


_FUNCTIONS: dict[str, tuple[tuple[str, ...], Callable[..., Value]]] = {
    "UnaryNot": (("expr",), lambda value: not holds(value)),
    "UnaryMinus": (("expr",), _negative),
    "UnaryPlus": (("expr",), number),
    "Builtin_STR": (("arg",), written),
    "Builtin_REGEX": (("text", "pattern", "flags"), _regex),
    "Builtin_REPLACE": (("arg", "pattern", "replacement", "flags"), _replace),
    "Builtin_SUBSTR": (("arg", "start", "length"), _substr),
    "Builtin_STRLEN": (("arg",), lambda value: len(text(value))),
    "Builtin_CONTAINS": (("arg1", "arg2"), lambda value, part: text(part) in text(value)),
    "Builtin_STRSTARTS": (("arg1", "arg2"), lambda value, part: text(value).startswith(text(part))),
    "Builtin_STRENDS": (("arg1", "arg2"), lambda value, part: text(value).endswith(text(part))),
    "Builtin_LCASE": (("arg",), lambda value: text(value).lower()),
    "Builtin_UCASE": (("arg",), lambda value: text(value).upper()),
    "Builtin_CONCAT": (("arg",), lambda *values: "".join(map(text, values))),
    "Builtin_ABS": (("arg",), _absolute),
    "Builtin_FLOOR": (("arg",), lambda value: math.floor(number(value))),
    "Builtin_CEIL": (("arg",), lambda value: math.ceil(number(value))),
    "Builtin_YEAR": (("arg",), _part_of_date("year")),
    "Builtin_MONTH": (("arg",), _part_of_date("month")),
    "Builtin_DAY": (("arg",), _part_of_date("day")),
    "Builtin_isIRI": (("arg",), lambda value: isinstance(value, NamedNode)),
    "Builtin_isURI": (("arg",), lambda value: isinstance(value, NamedNode)),
    "Builtin_isBLANK": (("arg",), lambda value: isinstance(value, BlankNode)),
    "Builtin_isLITERAL": (("arg",), lambda value: not isinstance(value, NamedNode | BlankNode)),
    "Builtin_sameTerm": (("arg1", "arg2"), _same),
}
_SPECIAL = {"Builtin_BOUND": ("arg",), "Builtin_COALESCE": ("arg",), "Builtin_IF": ("arg1", "arg2", "arg3")}


def arguments(function: str) -> tuple[str, ...] | None:
    """The names that the algebra gives a function's arguments, ``None`` for a function that is not known."""
    for name in (f"Builtin_{function}", f"Builtin_is{function[2:]}"):
        if name in _SPECIAL or name in _FUNCTIONS:
            return _SPECIAL.get(name) or _FUNCTIONS[name][0]
    return None
