"""What binds a grant, and what is said of organisations, as triples of the document's graph (``docs/model.md``)."""

from __future__ import annotations

from pyoxigraph import NamedNode

from delibgraph.facts import Act, Deliberation, Funding, MemberCount, Office, Organisation, Relation
from delibgraph.identity.entities import Identities
from delibgraph.identity.names import slug, slug_or_digest
from delibgraph.rdf import iris, literals
from delibgraph.rdf.graph import GraphWriter, write_evidence
from delibgraph.rdf.vocabulary import DCTERMS, DG, DGC, FOAF, ORG
from delibgraph.reading import Document


def write_terms(
    graph: GraphWriter, document: Document, funding: NamedNode, key: str, deliberation: str, facts: Funding
) -> None:
    """A funding's agreement and instalments; ``key`` and ``deliberation`` are the tails of their IRIs."""
    if told := facts.agreement:
        node = iris.node("agreement", f"{deliberation}/{slug_or_digest(told.name)}-{told.starts or 'undated'}")
        graph.add(funding, DG.agreement, node)
        graph.add_type(node, DG.Agreement)
        graph.add(node, DCTERMS.title, literals.text(told.name))
        graph.add(node, DG.periodStart, literals.day_or_year(told.starts) if told.starts else None)
        graph.add(node, DG.periodEnd, literals.day_or_year(told.ends) if told.ends else None)
        write_evidence(graph, node, document, told.span)
    for number, part in enumerate(facts.instalments, 1):
        node = iris.node("instalment", f"{key}/{number}")
        graph.add_type(node, DG.Instalment)
        graph.add(node, DG.funding, funding)
        graph.add(node, DG.partAmount, None if part.amount is None else literals.decimal(part.amount))
        graph.add(node, DG.share, None if part.share is None else literals.decimal(part.share))
        graph.add(node, DG.due, literals.text(part.due) if part.due else None)
        write_evidence(graph, node, document, part.span)


def write_names(graph: GraphWriter, node: NamedNode, facts: Organisation) -> None:
    """An organisation's acronym and former names, where a text tells them as such."""
    graph.add(node, DG.acronym, literals.text(facts.acronym) if facts.acronym else None)
    for name in facts.former:
        graph.add(node, DG.formerName, literals.text(name))


def write_statements(
    graph: GraphWriter, act: Act, document: Document, identities: Identities, path: str, facts: Deliberation
) -> None:
    """The relations, offices and members of organisations that a deliberation tells; ``path`` ends its IRI."""
    writer = _Writer(graph, act, document, identities, path)
    for relation in facts.relations:
        writer.write_relation(relation)
    for office in facts.offices:
        writer.write_office(office)
    for count in facts.member_counts:
        writer.write_count(count)


class _Writer:
    """Writes the statements of one deliberation."""

    def __init__(self, graph: GraphWriter, act: Act, document: Document, identities: Identities, path: str) -> None:
        self._graph, self._act, self._document, self._identities, self._path = graph, act, document, identities, path
        self._body = identities.body(act).key

    def write_relation(self, facts: Relation) -> None:
        """One organisation, project or the body itself, and what it is to an organisation."""
        object_ = self._organisation(facts.object)
        if facts.is_project or facts.subject is None:
            subject, own = None, slug_or_digest(facts.subject) if facts.subject else "body"
        else:
            subject = self._organisation(facts.subject)
            own = self._tail(subject)
        node = self._node("relation", f"{own}/{facts.kind}/{self._tail(object_)}")
        self._graph.add_type(node, DG.Relation)
        self._graph.add(node, DG.relationKind, DGC[f"relation-{facts.kind}"])
        self._graph.add(node, DG.object, iris.node("organisation", object_))
        if facts.is_project:
            self._graph.add(node, DG.project, literals.text(facts.subject or ""))
        else:
            party = iris.node("organisation", subject) if subject else iris.node("body", self._body)
            self._graph.add(node, DG.subject, party)
            self._graph.add(party, ORG.linkedTo, iris.node("organisation", object_))
        self._finish(node, facts.span)

    def write_office(self, facts: Office) -> None:
        """A person's office in an organisation: a member of the body's organs, or somebody else by name."""
        organisation = self._organisation(facts.organisation)
        official = self._identities.official(self._act, facts.person)
        key = official.key if official else f"{self._body}/{slug_or_digest(facts.person)}"
        person, own = iris.node("person", key), key.partition("/")[2]
        if official is None:
            self._graph.add_type(person, FOAF.Person)
            self._graph.add(person, FOAF.name, literals.text(facts.person))
        office = slug(facts.office or "") or "member"
        node = self._node("affiliation", f"{own}/{office}/{self._tail(organisation)}")
        self._graph.add_type(node, DG.Affiliation)
        self._graph.add(node, ORG.member, person)
        self._graph.add(node, ORG.organization, iris.node("organisation", organisation))
        self._graph.add(node, DG.office, literals.text(facts.office) if facts.office else None)
        self._finish(node, facts.span)

    def write_count(self, facts: MemberCount) -> None:
        """How many members of one sort an organisation has."""
        organisation = self._organisation(facts.organisation)
        sort = slug_or_digest(facts.members)
        node = self._node("member-count", f"{self._tail(organisation)}/{sort}-{facts.date or 'undated'}")
        self._graph.add_type(node, DG.MemberCount)
        self._graph.add(node, DG.organisation, iris.node("organisation", organisation))
        self._graph.add(node, DG["count"], literals.integer(facts.count))
        self._graph.add(node, DG.memberSort, literals.text(facts.members))
        self._graph.add(node, DG.asOf, literals.day_or_year(facts.date) if facts.date else None)
        self._finish(node, facts.span)

    def _organisation(self, name: str) -> str:
        return self._identities.organisation(self._act, name).key

    def _tail(self, organisation: str) -> str:
        """An organisation's key; of one that is known in this body alone, without the body."""
        return organisation.removeprefix(f"{self._body}/")

    def _node(self, sort: str, tail: str) -> NamedNode:
        return iris.node(sort, f"{self._path}/{tail}")

    def _finish(self, node: NamedNode, span: tuple[int, int]) -> None:
        self._graph.add(node, DG.deliberation, iris.node("deliberation", self._path))
        write_evidence(self._graph, node, self._document, span)
