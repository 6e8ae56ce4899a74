"""Literals as Python values, and what may be said of them.

What the recommendations define beyond doubt is answered here; anything else (a literal that does not fit its datatype,
a comparison of two kinds) raises :class:`~delibgraph.validation.doubt.UnsureError`.
"""

from __future__ import annotations

import datetime
import operator
import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import lru_cache
from typing import Any, TypeAlias

from pyoxigraph import BlankNode, Literal, NamedNode

from delibgraph.rdf.vocabulary import XSD
from delibgraph.validation.doubt import UnsureError

Value: TypeAlias = NamedNode | BlankNode | Literal | int | Decimal | bool | str | datetime.date
"""A term of the graph, or a value that was worked out."""


def _date(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


_READERS: dict[NamedNode, tuple[re.Pattern[str], Callable[[str], Value]]] = {
    XSD.string: (re.compile(r"(?s).*"), str),
    XSD.integer: (re.compile(r"[+-]?[0-9]+"), int),
    XSD.decimal: (re.compile(r"[+-]?[0-9]+(\.[0-9]+)?"), Decimal),
    XSD.boolean: (re.compile(r"true|false"), "true".__eq__),
    XSD.date: (re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}"), _date),
}
_NUMBERS = (int, Decimal)
_ORDERED = (str, datetime.date, bool)
OPERATORS: Mapping[str, Callable[[Any, Any], bool]] = {
    "=": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}


@lru_cache(maxsize=1 << 16)
def read(literal: Literal) -> Value:
    """A literal's value; the literal itself where its datatype or its form is not among the plain ones."""
    known = None if literal.language else _READERS.get(literal.datatype)
    if known is None or not known[0].fullmatch(literal.value):
        return literal
    try:
        return known[1](literal.value)
    except ValueError:  # 30 February
        return literal


def well_formed(literal: Literal, datatype: NamedNode) -> bool:
    """Whether a literal has the datatype and fits it.

    Raises:
        UnsureError: it has the datatype, and whether it fits is not plain.
    """
    if literal.datatype != datatype:
        return False
    if isinstance(read(literal), Literal):
        raise UnsureError
    return True


def plain(value: Value) -> Value:
    """The value of a literal; anything else as it is."""
    return read(value) if type(value) is Literal else value


def compare(sign: str, left: Value, right: Value) -> bool:
    """The operators ``= != < <= > >=`` on two values (https://www.w3.org/TR/sparql11-query/#OperatorMapping).

    Raises:
        UnsureError: the two are not of one kind.
    """
    if type(left) is Literal:
        left = read(left)
    if type(right) is Literal:
        right = read(right)
    one, other = type(left), type(right)
    if one is NamedNode and other is NamedNode and sign in ("=", "!="):
        return (left == right) is (sign == "=")
    if (one in _NUMBERS and other in _NUMBERS) or (one is other and one in _ORDERED):
        return OPERATORS[sign](left, right)
    if sign in ("=", "!=") and (one in (NamedNode, BlankNode) or other in (NamedNode, BlankNode)):
        return OPERATORS[sign](left, right)
    raise UnsureError


def number(value: Value) -> int | Decimal:
    """A number.

    Raises:
        UnsureError: the value is none.
    """
    found = read(value) if type(value) is Literal else value
    if type(found) is int or type(found) is Decimal:
        return found
    raise UnsureError


def text(value: Value) -> str:
    """A plain string.

    Raises:
        UnsureError: the value is none.
    """
    found = read(value) if type(value) is Literal else value
    if type(found) is str:
        return found
    raise UnsureError


def holds(value: Value) -> bool:
    """The effective boolean value (https://www.w3.org/TR/sparql11-query/#ebv).

    Raises:
        UnsureError: a date, a node, or a literal of no plain form.
    """
    if value is True or value is False:
        return value
    found = plain(value)
    if isinstance(found, bool | int | Decimal | str):
        return bool(found)
    raise UnsureError


def written(value: Value) -> str:
    """The IRI, or the text of a literal.

    Raises:
        UnsureError: a worked-out decimal or date, which engines may write in several ways.
    """
    match value:
        case NamedNode() | BlankNode() | Literal():
            return value.value
        case bool():
            return "true" if value else "false"
        case int() | str():
            return str(value)
    raise UnsureError
