"""The named queries: SPARQL files that say in a header of comments what they answer and which parameters they take.

::

    # title: Proxies
    # title-fr: Pouvoirs
    # answers: Who gave whom a proxy, at which sitting.
    # param since date any: first day of the period

A parameter is a variable of the query. Where it acts, the file says ``VALUES ?since { UNDEF }``, so that the file runs
as it is in any store; the runner puts the value's term in the place of ``UNDEF``. A ``name`` is compared in lower case
and without accents: the runner folds the value, the query what it compares.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal as OneOf

from pyoxigraph import Literal, NamedNode

from delibgraph.rdf.vocabulary import XSD

Term = Literal | NamedNode
ParameterType = OneOf["text", "name", "date", "integer", "thing"]
Lookup = Callable[[str], Iterable[NamedNode]]

FOLDER = Path(__file__).parent / "rq"
_FIELD = re.compile(r"# (title|title-fr|answers): (.+)")
_PARAMETER = re.compile(r"# param (\w+) (text|name|date|integer|thing) (\S+): (.+)")


class QueryError(ValueError):
    """A query that cannot be run as asked, with the way out."""


@dataclass(frozen=True, slots=True)
class Parameter:
    """A variable that the caller can set; ``default`` is a value, ``any`` (left open) or ``required``."""

    name: str
    type: ParameterType
    default: str
    text: str

    def terms(self, value: str, lookup: Lookup) -> list[Term]:
        """The value as RDF terms: one, or for a ``thing`` as many as bear the name.

        Raises:
            QueryError: the value is not of the parameter's type.
        """
        if self.type == "thing":
            return list(lookup(value))
        try:
            return [_TERMS[self.type](value)]
        except ValueError as error:
            raise QueryError(f"{self.name}={value}: not a value of type {self.type} ({self.text})") from error


@dataclass(frozen=True, slots=True)
class NamedQuery:
    """A query of the catalogue."""

    name: str
    title: str
    title_fr: str
    answers: str
    parameters: tuple[Parameter, ...]
    text: str

    def bound(self, values: Mapping[str, str], lookup: Lookup) -> str:
        """The SPARQL text with the parameters' terms in their places; no value reaches the text unserialised.

        ``lookup`` finds the things that bear a name.

        Raises:
            QueryError: an unknown parameter, a required one missing, or a value of the wrong type.
        """
        known = [parameter.name for parameter in self.parameters]
        if unknown := sorted(set(values) - set(known)):
            takes = ", ".join(known) or "no parameters"
            raise QueryError(f"{self.name} has no parameter {', '.join(unknown)} (it takes {takes})")
        text = self.text
        for parameter in self.parameters:
            value = values.get(parameter.name)
            if value is None and parameter.default == "required":
                raise QueryError(f"{self.name} needs {parameter.name}: {parameter.text}")
            if value is None and parameter.default != "any":
                value = parameter.default
            if value is not None:
                terms = " ".join(str(term) for term in parameter.terms(value, lookup))
                text = text.replace(_open(parameter.name), f"VALUES ?{parameter.name} {{ {terms} }}")
        return text


@cache
def named() -> Mapping[str, NamedQuery]:
    """Every query of the catalogue by name."""
    return {path.stem: parse(path.stem, path.read_text(encoding="utf-8")) for path in sorted(FOLDER.glob("*.rq"))}


def parse(name: str, text: str) -> NamedQuery:
    """The query with its header.

    Raises:
        QueryError: the header lacks a title or an answer, is malformed, or names a parameter that does nothing.
    """
    fields: dict[str, str] = {}
    parameters = []
    for line in text.splitlines():
        if not line.startswith("#"):
            break
        if found := _FIELD.fullmatch(line):
            fields[found[1]] = found[2]
        elif found := _PARAMETER.fullmatch(line):
            parameters.append(Parameter(found[1], found[2], found[3], found[4]))  # type: ignore[arg-type]
        else:
            raise QueryError(f"{name}: no header line: {line}")
    if missing := {"title", "title-fr", "answers"} - fields.keys():
        raise QueryError(f"{name}: the header lacks {', '.join(sorted(missing))}")
    for parameter in parameters:
        if _open(parameter.name) not in text:
            raise QueryError(f"{name}: nothing says {_open(parameter.name)}")
    return NamedQuery(name, fields["title"], fields["title-fr"], fields["answers"], tuple(parameters), text)


def _open(parameter: str) -> str:
    return f"VALUES ?{parameter} {{ UNDEF }}"


def _date(value: str) -> Literal:
    return Literal(datetime.date.fromisoformat(value).isoformat(), datatype=XSD.date)


def _integer(value: str) -> Literal:
    return Literal(str(int(value)), datatype=XSD.integer)


def _folded(value: str) -> Literal:
    """A name as queries compare it, in lower case and without accents; an IRI as it is."""
    if _IRI.match(value):
        return Literal(value)
    return Literal(value.lower().translate(_ACCENTS))


_ACCENTS = str.maketrans({**dict(zip("àâäéèêëîïôöùûüç", "aaaeeeeiioouuuc", strict=True)), "œ": "oe"})
_IRI = re.compile(r"[a-z][a-z0-9+.-]*://")
_TERMS: Mapping[ParameterType, Callable[[str], Term]] = {
    "text": Literal,
    "name": _folded,
    "date": _date,
    "integer": _integer,
}
