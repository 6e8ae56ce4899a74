"""Literals in their canonical form, so that what is written and what a store gives back are the same bytes."""

from __future__ import annotations

import datetime
import unicodedata
from decimal import Decimal

from pyoxigraph import Literal

from delibgraph.rdf.vocabulary import XSD


def text(value: str) -> Literal:
    """A plain string in Unicode NFC."""
    return Literal(unicodedata.normalize("NFC", value))


def integer(value: int) -> Literal:
    """An ``xsd:integer``, counts of characters too: Oxigraph turns ``xsd:nonNegativeInteger`` into it."""
    return Literal(str(value), datatype=XSD.integer)


def canonical(value: float) -> Decimal:
    """The shortest decimal that prints as the number does: 60000.0 is 60000, 0.50 is 0.5.

    >>> str(canonical(60000.0)), str(canonical(0.5))
    ('60000', '0.5')
    """
    number = Decimal(str(value)).normalize()
    return number.quantize(Decimal(1)) if number == number.to_integral_value() else number


def decimal(value: float | Decimal) -> Literal:
    """An ``xsd:decimal`` without a spare zero."""
    number = value if isinstance(value, Decimal) else canonical(value)
    return Literal(f"{number:f}", datatype=XSD.decimal)


def date(value: datetime.date) -> Literal:
    """An ``xsd:date``."""
    return Literal(value.isoformat(), datatype=XSD.date)


def instant(value: str) -> Literal:
    """An ``xsd:dateTime``, given in ISO 8601."""
    return Literal(value, datatype=XSD.dateTime)


def year(value: int) -> Literal:
    """An ``xsd:gYear``."""
    return Literal(f"{value:04}", datatype=XSD.gYear)


def day_or_year(value: str) -> Literal:
    """An ``xsd:date`` or ``xsd:gYear``, given in ISO 8601.

    >>> [day_or_year(value).datatype.value.rpartition("#")[2] for value in ("2024", "2024-01-31")]
    ['gYear', 'date']
    """
    return date(datetime.date.fromisoformat(value)) if "-" in value else year(int(value))


def boolean(value: bool) -> Literal:
    """An ``xsd:boolean``."""
    return Literal("true" if value else "false", datatype=XSD.boolean)
