"""Persons, organisations, bodies, organs and the judgements that joined them become the identity graph."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeAlias
from urllib.parse import unquote

from pyoxigraph import NamedNode

from delibgraph.identity.entities import Body, Identities, Judgement, Organ, Organisation, Person, RegisterSource
from delibgraph.rdf import codes, iris, literals
from delibgraph.rdf.graph import GraphWriter
from delibgraph.rdf.triples import Column, Term, Triples
from delibgraph.rdf.vocabulary import DCTERMS, DG, DGC, FOAF, ID, IDENTITY_GRAPH, ORG, PROV, SKOS

_SIREN = 9
"""Digits of a SIREN; a SIRET is one with five more."""
_KEPT = 4096
_Told: TypeAlias = tuple[tuple[NamedNode, dict[Term, None]], ...]
"""What is said of one node: predicates with their objects."""


def identity_quads(identities: Identities) -> GraphWriter:
    """Every entity with its names, kinds and identifiers, each stated once, whatever number of documents name it.

    The registers that know them are named alone: :func:`register_quads` says what each is.
    """
    graph = GraphWriter(IDENTITY_GRAPH)
    for judgement in identities.judgements:
        _write_judgement(graph, judgement)
    for body in identities.bodies.values():
        _write_body(graph, body)
    for confirmation in identities.confirmations:
        graph.add(_about(confirmation.about), DG.confirmedBy, _register(confirmation.source))
    for organ in identities.organs.values():
        _write_organ(graph, organ)
    for person in identities.persons.values():
        _write_person(graph, person)
    for organisation in identities.organisations.values():
        _write_organisation(graph, organisation)
    return graph


class Described:
    """What the identity graph says of entities, worked out when it is asked for.

    It is kept of up to :data:`_KEPT` of them: documents of one body name the same members.
    """

    def __init__(self, identities: Identities) -> None:
        """Hold the identities; nothing is written yet."""
        self._entities: dict[str, tuple[Mapping[str, Any], Callable[[GraphWriter, Any], None]]] = {
            "body": (identities.bodies, _write_body),
            "organ": (identities.organs, _write_organ),
            "person": (identities.persons, _write_person),
            "organisation": (identities.organisations, _write_organisation),
        }
        self._registers: defaultdict[NamedNode, list[RegisterSource]] = defaultdict(list)
        for confirmation in identities.confirmations:
            self._registers[_about(confirmation.about)].append(confirmation.source)

        self._heads = tuple(f"{ID}{sort}/" for sort in self._entities)
        self._told: dict[Term, _Told] = {}

    def __call__(self, nodes: Iterable[Term]) -> Triples:
        """The triples of the bodies, organs, persons and organisations among the nodes."""
        columns: defaultdict[NamedNode, Column] = defaultdict(dict)
        for node in nodes:
            if type(node) is NamedNode:
                told = self._told.get(node)
                if told is None and node.value.startswith(self._heads):
                    told = self._tell(node)
                for predicate, objects in told or ():
                    columns[predicate][node] = objects
        return Triples(dict(columns))

    def _tell(self, node: NamedNode) -> _Told:
        sort, _, key = node.value.removeprefix(ID).partition("/")
        known, write = self._entities[sort]
        graph = GraphWriter(IDENTITY_GRAPH)
        if (entity := known.get(unquote(key))) is not None:
            write(graph, entity)
            for source in self._registers.get(node, ()):
                graph.add(node, DG.confirmedBy, _register(source))
        told = tuple((predicate, column[node]) for predicate, column in graph.triples.columns.items())
        if len(self._told) >= _KEPT:
            self._told.clear()
        self._told[node] = told
        return told


def register_quads(identities: Identities) -> GraphWriter:
    """The registers that entities were found in, each stated once."""
    graph = GraphWriter(IDENTITY_GRAPH)
    for source in {confirmation.source: None for confirmation in identities.confirmations}:
        node = _register(source)
        graph.add_type(node, PROV.Entity)
        graph.add(node, DCTERMS.title, literals.text(source.title))
        issued = datetime.date.fromisoformat(source.date) if source.date else None
        graph.add(node, DCTERMS.issued, literals.date(issued) if issued else None)
    return graph


def judgement_quads(judgements: Iterable[Judgement]) -> GraphWriter:
    """The judgements alone, in the identity graph."""
    graph = GraphWriter(IDENTITY_GRAPH)
    for judgement in judgements:
        _write_judgement(graph, judgement)
    return graph


def _write_names(
    graph: GraphWriter, node: NamedNode, term: NamedNode, name: str | None, also: Iterable[str] = ()
) -> None:
    """The name under its term, every other spelling as an alternative label."""
    graph.add(node, term, literals.text(name) if name else None)
    for spelling in sorted(set(also) - {name}):
        graph.add(node, SKOS.altLabel, literals.text(spelling))


def _write_kinds(graph: GraphWriter, node: NamedNode, term: NamedNode, scheme: str, kinds: Iterable[str]) -> None:
    """Each kind as its code, or as printed where the scheme has none."""
    for kind in sorted(set(kinds)):
        found = codes.code(scheme, kind)
        graph.add(node, term if found else DG.kindLabel, found or literals.text(kind))


def _write_body(graph: GraphWriter, body: Body) -> None:
    node = iris.node("body", body.key)
    graph.add_type(node, DG.Body)
    _write_names(graph, node, SKOS.prefLabel, body.name, body.also)
    graph.add(node, DG.siren, literals.text(body.siren) if body.siren else None)
    _write_kinds(graph, node, DG.bodyKind, "body-kind", [body.kind] if body.kind else [])


def _write_organ(graph: GraphWriter, organ: Organ) -> None:
    node = iris.node("organ", organ.key)
    graph.add_type(node, DG.Organ)
    graph.add(node, ORG.unitOf, iris.node("body", organ.body))
    _write_names(graph, node, SKOS.prefLabel, organ.name)


def _write_person(graph: GraphWriter, person: Person) -> None:
    node = iris.node("person", person.key)
    graph.add_type(node, DG.ElectedOfficial)
    _write_names(graph, node, FOAF.name, person.name, person.also)


def _write_organisation(graph: GraphWriter, organisation: Organisation) -> None:
    node = iris.node("organisation", organisation.key)
    graph.add_type(node, DG.Organisation)
    _write_names(graph, node, SKOS.prefLabel, organisation.name, organisation.also)
    _write_kinds(graph, node, DG.organisationKind, "organisation-kind", organisation.kinds)
    for number in organisation.identifiers:
        _write_number(graph, node, number)


def _write_number(graph: GraphWriter, node: NamedNode, number: str) -> None:
    """A SIREN, SIRET or RNA number under its term; with a SIRET its SIREN too."""
    if not number.isdecimal():
        graph.add(node, DG.rna, literals.text(number))
        return
    graph.add(node, DG.siren, literals.text(number[:_SIREN]))
    graph.add(node, DG.siret, literals.text(number) if len(number) > _SIREN else None)


def _about(about: str) -> NamedNode:
    sort, _, key = about.partition("/")
    return iris.node(sort, key)


def _register(source: RegisterSource) -> NamedNode:
    return iris.node("register", f"{source.name}/{source.date or 'undated'}")


def _write_judgement(graph: GraphWriter, judgement: Judgement) -> None:
    left, right = sorted((judgement.left, judgement.right))
    bodies = judgement.bodies if judgement.bodies[0] != judgement.bodies[1] else ()
    node = iris.node("judgement", f"{judgement.about}/{iris.digest(left, right, *sorted(bodies))}")
    graph.add_type(node, DG.Judgement)
    graph.add(node, DG.about, _about(judgement.about))
    graph.add(node, DG.left, literals.text(left))
    graph.add(node, DG.right, literals.text(right))
    graph.add(node, DG.judgement, DGC[f"judgement-{judgement.judgement}"])
    graph.add(node, DG.score, literals.decimal(judgement.score))
    graph.add(node, DG.reason, literals.text(judgement.reason))
    graph.add(node, DG.decidedBy, literals.text(judgement.by))
    graph.add(node, PROV.generatedAtTime, literals.instant(judgement.at) if judgement.at else None)
