"""From a kind as printed to its code: the SKOS labels of ``ontology/codes.ttl`` decide, no word list in the code."""

from __future__ import annotations

from functools import cache
from typing import cast

from pyoxigraph import Literal, NamedNode, RdfFormat, Triple, parse

from delibgraph.identity.names import slug
from delibgraph.rdf.vocabulary import DGC, SKOS
from delibgraph.resources import folder

_NAMES = frozenset({SKOS.prefLabel, SKOS.altLabel, SKOS.notation})


@cache
def _triples() -> tuple[Triple, ...]:
    return tuple(
        cast(Triple, triple) for triple in parse(path=folder("ontology") / "codes.ttl", format=RdfFormat.TURTLE)
    )


@cache
def _codes(scheme: str) -> dict[str, NamedNode]:
    """Every name of every code of a scheme, as a slug, to the code."""
    names: dict[NamedNode, list[str]] = {}
    members: set[NamedNode] = set()
    for triple in _triples():
        subject = triple.subject
        if not isinstance(subject, NamedNode):
            continue
        if triple.predicate in _NAMES and isinstance(triple.object, Literal):
            names.setdefault(subject, []).append(triple.object.value)
        elif triple.predicate == SKOS.inScheme and triple.object == DGC[scheme]:
            members.add(subject)
    return {slug(name): code for code in sorted(members, key=str) for name in names[code]}


def code(scheme: str, name: str) -> NamedNode | None:
    """The code of the scheme that bears the name in any language, case and accents aside; ``None`` for a new one.

    >>> code("organisation-kind", "Pôle de compétitivité").value.rpartition("/")[2]
    'organisation-pole-de-competitivite'
    """
    return _codes(scheme).get(slug(name))


def matter(number: str) -> NamedNode:
    """The code of an @CTES matter; of a finer number than the nomenclature's two levels, the code above it.

    An unknown number keeps its own IRI, so that the fact is not lost and a shape can find it.
    """
    known = _codes("matter")
    parts = number.strip().split(".")
    for depth in range(len(parts), 0, -1):
        if found := known.get(slug(".".join(parts[:depth]))):
            return found
    return DGC["matter-" + (slug(number) or "unknown")]


@cache
def _matter_names() -> dict[str, str]:
    """Every matter's number to its French name."""
    numbers = {
        str(t.subject): t.object.value
        for t in _triples()
        if t.predicate == SKOS.notation and isinstance(t.object, Literal)
    }
    return {
        numbers[str(t.subject)]: t.object.value
        for t in _triples()
        if t.predicate == SKOS.prefLabel
        and isinstance(t.object, Literal)
        and t.object.language == "fr"
        and str(t.subject) in numbers
    }


def matter_name(number: str) -> str | None:
    """The French names of a second-level matter and of the one above it, as the national tables write them.

    >>> matter_name("7.5")
    'Finances locales/Subventions'
    """
    names = [_matter_names().get(part) for part in (number.partition(".")[0], number)]
    return "/".join(name[:1].upper() + name[1:] for name in names if name) if all(names) and "." in number else None
