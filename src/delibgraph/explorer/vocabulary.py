"""The ontology as a page: every class, property and code with its label, definition and ties, from the Turtle."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache

from pyoxigraph import Literal, NamedNode, RdfFormat, parse

from delibgraph.rdf.vocabulary import DG, DGC, RDF
from delibgraph.resources import folder
from delibgraph.store import PREFIXES

_FILES = ("delibgraph.ttl", "codes.ttl", "alignments.ttl")
_OWL, _SKOS = "http://www.w3.org/2002/07/owl#", PREFIXES["skos"]
_KINDS = {
    f"{_OWL}Class": ("Classes", "Classes"),
    f"{_OWL}ObjectProperty": ("Properties between things", "Propriétés entre choses"),
    f"{_OWL}DatatypeProperty": ("Properties with values", "Propriétés à valeurs"),
    f"{_SKOS}Concept": ("Codes", "Codes"),
}
_LABELS = (f"{_SKOS}prefLabel", f"{PREFIXES['rdfs']}label")
_MEANING = (f"{_SKOS}definition", f"{_SKOS}scopeNote")
_QUIET = {RDF.type.value, *_LABELS, *_MEANING, f"{_SKOS}inScheme", f"{_SKOS}altLabel", f"{_SKOS}notation"}


@dataclass(frozen=True, slots=True)
class Term:
    """A term: its anchor on the page, its name with a prefix, its texts, and what it is tied to (predicate, term)."""

    anchor: str
    name: str
    label: str
    definition: str
    ties: tuple[tuple[str, str], ...]


@cache
def terms(language: str) -> dict[str, list[Term]]:
    """The terms in the order of their names, by the heading of their kind."""
    stated: defaultdict[str, list[tuple[str, NamedNode | Literal]]] = defaultdict(list)
    for name in _FILES:
        for triple in parse(path=folder("ontology") / name, format=RdfFormat.TURTLE):
            if isinstance(triple.subject, NamedNode) and isinstance(triple.object, NamedNode | Literal):
                stated[triple.subject.value].append((triple.predicate.value, triple.object))
    found: defaultdict[str, list[Term]] = defaultdict(list)
    for iri in sorted(stated):
        kinds = [value.value for predicate, value in stated[iri] if predicate == RDF.type.value]
        for kind, headings in _KINDS.items():
            if kind in kinds and iri.startswith((DG.base, DGC.base)):
                found[headings[language == "fr"]].append(_term(iri, stated[iri], language))
    return {heading: found[heading] for pair in _KINDS.values() if (heading := pair[language == "fr"]) in found}


def _term(iri: str, stated: list[tuple[str, NamedNode | Literal]], language: str) -> Term:
    def text(predicates: tuple[str, ...]) -> str:
        told = [value for predicate, value in stated if predicate in predicates and isinstance(value, Literal)]
        told.sort(key=lambda value: value.language != language)
        return told[0].value if told else ""

    ties = sorted(
        (short(predicate), short(value.value))
        for predicate, value in stated
        if predicate not in _QUIET and isinstance(value, NamedNode)
    )
    anchor = iri.removeprefix(DG.base).removeprefix(DGC.base)
    return Term(anchor, short(iri), text(_LABELS), text(_MEANING), tuple(ties))


def short(iri: str) -> str:
    """An IRI with the prefix that it has in this project."""
    for prefix, base in PREFIXES.items():
        if iri.startswith(base):
            return f"{prefix}:{iri.removeprefix(base)}"
    return iri
