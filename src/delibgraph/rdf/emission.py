"""The facts of one document become the quads of its named graph (``docs/model.md``)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from pyoxigraph import NamedNode, Quad

from delibgraph import __version__
from delibgraph.facts import Act, Attendance, Deliberation, Funding, Span, Vote
from delibgraph.identity.entities import Identities
from delibgraph.rdf import codes, iris, literals
from delibgraph.rdf.graph import GraphWriter, write_evidence
from delibgraph.rdf.statements import write_names, write_statements, write_terms
from delibgraph.rdf.vocabulary import DCTERMS, DG, DGC, ORG, PROV, RDFS
from delibgraph.reading import Document, file_name

_AMENDING = {"corrects": DG.corrects, "replaces": DG.supersedes, "amends": DG.amends, "repeals": DG.repeals}
_STATES = ("present", "represented", "excused", "absent")


def document_quads(acts: Sequence[Act], document: Document, identities: Identities) -> Iterator[Quad]:
    """The quads of :func:`document_graph`; no quad twice."""
    return iter(document_graph(acts, document, identities))


def document_graph(acts: Sequence[Act], document: Document, identities: Identities) -> GraphWriter:
    """All that one document says, in the graph of its own.

    Raises:
        KeyError: the identities know nothing of an act or of a name in it.
        ValueError: a span is no place in the document's text.
    """
    graph = GraphWriter(iris.document_graph(document.sha256))
    _write_provenance(graph, document)
    for act in acts:
        _ActWriter.of(graph, act, document, identities).write()
    return graph


def _write_provenance(graph: GraphWriter, document: Document) -> None:
    source, activity = iris.document(document.sha256), iris.extraction(__version__)
    graph.add_type(source, DG.SourceDocument)
    graph.add(source, DG.sha256, literals.text(document.sha256))
    graph.add(source, DCTERMS.title, literals.text(file_name(document.path)))
    graph.add(graph.graph, PROV.wasDerivedFrom, source)
    graph.add(graph.graph, PROV.wasGeneratedBy, activity)
    graph.add_type(activity, PROV.Activity)
    graph.add(activity, RDFS.label, literals.text(f"delibgraph {__version__}"))


@dataclass(frozen=True, slots=True)
class _ActWriter:
    """Writes one act; holds what its facts share."""

    graph: GraphWriter
    act: Act
    document: Document
    identities: Identities
    body: str
    organ: str
    path: str
    sitting: NamedNode

    @classmethod
    def of(cls, graph: GraphWriter, act: Act, document: Document, identities: Identities) -> _ActWriter:
        body, organ = identities.body(act).key, identities.organ(act).key
        path = iris.sitting_path(organ, act.sitting.date, act.sha256)
        return cls(graph, act, document, identities, body, organ, path, iris.node("sitting", path))

    def write(self) -> None:
        self._write_sitting()
        for person, states in self._states().items():
            self._write_attendance(person, states)
        for proxy in self.act.sitting.proxies:
            grantor, holder = self._key(proxy.grantor), self._key(proxy.holder) if proxy.holder else None
            node = iris.proxy(self.path, grantor, holder)
            self.graph.add_type(node, DG.Proxy)
            self.graph.add(node, DG.sitting, self.sitting)
            self.graph.add(node, DG.grantor, iris.node("person", grantor))
            self.graph.add(node, DG.holder, iris.node("person", holder) if holder else None)
            self._write_bounds(node, proxy.from_, proxy.until)
            self._prove(node, [proxy.span])
            self._write_mandate(grantor, proxy.span)
        for deliberation in self.act.deliberations:
            self._write_deliberation(deliberation)

    def _key(self, name: str) -> str:
        return self.identities.person(self.act, name).key

    def _person(self, name: str | None) -> NamedNode | None:
        return iris.node("person", self._key(name)) if name else None

    def _prove(self, subject: NamedNode, spans: Iterable[Span]) -> None:
        for span in sorted(set(spans)):
            write_evidence(self.graph, subject, self.document, span)

    def _write_bounds(self, node: NamedNode, from_: str | None, until: str | None) -> None:
        self.graph.add(node, DG["from"], literals.text(from_) if from_ else None)
        self.graph.add(node, DG.until, literals.text(until) if until else None)

    def _write_sitting(self) -> None:
        add, sitting, facts = self.graph.add, self.sitting, self.act.sitting
        self.graph.add_type(sitting, DG.Sitting)
        add(sitting, DG.organ, iris.node("organ", self.organ))
        add(sitting, DG.recordedIn, iris.document(self.act.sha256))
        add(sitting, DG.date, literals.date(facts.date) if facts.date else None)
        add(sitting, DG.convocationDate, literals.date(facts.convocation_date) if facts.convocation_date else None)
        add(sitting, DG.president, self._person(facts.president))
        add(sitting, DG.secretary, self._person(facts.secretary))
        counts = {
            DG.membersInOffice: facts.counts.in_office,
            DG.declaredPresent: facts.counts.present,
            DG.declaredProxies: facts.counts.proxies,
            DG.declaredVotes: facts.counts.votes,
        }
        for term, count in counts.items():
            add(sitting, term, None if count is None else literals.integer(count))
        self._prove(sitting, self._sitting_spans())

    def _sitting_spans(self) -> list[Span]:
        """Where the header says the sitting; else the first place that speaks of it."""
        if self.act.sitting.spans:
            return list(self.act.sitting.spans.values())
        places = [state.span for state in self.act.sitting.attendance]
        places += [deliberation.span for deliberation in self.act.deliberations]
        return [min(places, default=(0, len(self.document.text)))]

    def _states(self) -> dict[str, list[Attendance]]:
        """Each person's states, the one that weighs most first, whatever the order of the text."""
        states: dict[str, list[Attendance]] = {}
        for state in self.act.sitting.attendance:
            states.setdefault(self._key(state.person), []).append(state)
        for of_one in states.values():
            of_one.sort(key=lambda state: _STATES.index(state.status))
        return states

    def _write_attendance(self, person: str, states: list[Attendance]) -> None:
        for state in states:
            contradicts = state.status != states[0].status
            node = iris.attendance(self.path, person, state if contradicts else None)
            self.graph.add_type(node, DG.Attendance)
            self.graph.add(node, DG.sitting, self.sitting)
            self.graph.add(node, DG.official, iris.node("person", person))
            self.graph.add(node, DG.attendanceStatus, DGC[f"attendance-{state.status}"])
            self.graph.add(node, DG.seat, DGC[f"seat-{state.seat}"] if state.seat else None)
            self.graph.add(node, DG.replaces, self._person(state.replaces))
            self._write_bounds(node, state.from_, state.until)
            self._prove(node, [state.span])
            self._write_mandate(person, state.span, state)

    def _write_mandate(self, person: str, span: Span, state: Attendance | None = None) -> None:
        node, date = iris.mandate(self.organ, person), self.act.sitting.date
        self.graph.add_type(node, DG.Mandate)
        self.graph.add(node, ORG.member, iris.node("person", person))
        self.graph.add(node, ORG.organization, iris.node("organ", self.organ))
        self.graph.add(node, DG.observedOn, literals.date(date) if date else None)
        if state:
            self.graph.add(node, DG.seat, DGC[f"seat-{state.seat}"] if state.seat else None)
            self.graph.add(node, DG.office, literals.text(state.role) if state.role else None)
        self._prove(node, [span])

    def _write_deliberation(self, facts: Deliberation) -> None:
        path = iris.deliberation_path(self.body, self.path, facts, self.act.sha256)
        node, add = iris.node("deliberation", path), self.graph.add
        self.graph.add_type(node, DG.Deliberation)
        add(node, DG.sitting, self.sitting)
        add(node, DG.recordedIn, iris.document(self.act.sha256))
        add(node, DG.number, literals.text(facts.number) if facts.number else None)
        add(node, DCTERMS.title, literals.text(facts.title) if facts.title else None)
        add(node, DG.matter, codes.matter(facts.matter) if facts.matter else None)
        add(node, DG.transmissionId, literals.text(facts.transmission_id) if facts.transmission_id else None)
        add(node, DG.receivedDate, literals.date(facts.received_date) if facts.received_date else None)
        add(node, DG.publishedDate, literals.date(facts.published_date) if facts.published_date else None)
        self._prove(node, [*(facts.spans.values() or [facts.span]), *self._write_amendments(node, facts)])
        if facts.vote:
            self._write_vote(node, path, facts.vote, facts.vote.span or facts.span)
        self._write_fundings(node, path, facts.funding)
        self._write_organisations(facts)
        write_statements(self.graph, self.act, self.document, self.identities, path, facts)

    def _write_amendments(self, deliberation: NamedNode, facts: Deliberation) -> Iterator[Span]:
        """The earlier deliberations of this body that are known by their number; where the text says so."""
        for amendment in facts.amendments:
            sitting = iris.sitting_path(self.organ, amendment.date, self.act.sha256) if amendment.date else None
            path = iris.numbered_path(self.body, sitting, amendment.number or "")
            if path and (earlier := iris.node("deliberation", path)) != deliberation:
                self.graph.add(deliberation, _AMENDING[amendment.kind], earlier)
                yield amendment.span

    def _write_vote(self, deliberation: NamedNode, path: str, vote: Vote, span: Span) -> None:
        node, add = iris.node("vote", path), self.graph.add
        self.graph.add_type(node, DG.Vote)
        add(node, DG.deliberation, deliberation)
        add(node, DG.outcome, DGC[f"outcome-{vote.outcome}"] if vote.outcome else None)
        add(node, DG.unanimous, None if vote.unanimous is None else literals.boolean(vote.unanimous))
        add(node, DG.votesFor, None if vote.for_ is None else literals.integer(vote.for_))
        add(node, DG.votesAgainst, None if vote.against is None else literals.integer(vote.against))
        add(node, DG.abstentions, None if vote.abstentions is None else literals.integer(vote.abstentions))
        self._prove(node, [span])

    def _write_fundings(self, deliberation: NamedNode, path: str, fundings: Sequence[Funding]) -> None:
        """Grants alike in beneficiary, amount, year and status but for another purpose are numbered from the second.

        A beneficiary that is known in this body alone stands in the IRI without the body.
        """
        alike: dict[str, list[tuple[str | None, ...]]] = {}
        for facts in fundings:
            keys = sorted(self.identities.organisation(self.act, name).key for name in facts.beneficiaries)
            amount = literals.canonical(facts.amount)
            tail = keys[0].removeprefix(f"{self.body}/") if len(keys) == 1 else f"shared-{iris.digest(*keys, length=8)}"
            key = iris.funding_path(path, tail, amount, facts.year, facts.status)
            seen, ends = alike.setdefault(key, []), (facts.kind, facts.purpose, facts.budget_line, *keys)
            if ends not in seen:
                seen.append(ends)
            ordinal = seen.index(ends) + 1
            key = key if ordinal == 1 else f"{key}-{ordinal}"
            node = iris.node("funding", key)
            for beneficiary in keys:
                term = DG.beneficiary if len(keys) == 1 else DG.sharedAmong
                self.graph.add(node, term, iris.node("organisation", beneficiary))
            self._write_funding(node, deliberation, facts)
            write_terms(self.graph, self.document, node, key, path, facts)

    def _write_funding(self, node: NamedNode, deliberation: NamedNode, facts: Funding) -> None:
        add = self.graph.add
        self.graph.add_type(node, DG.Funding)
        add(node, DG.deliberation, deliberation)
        add(node, DG.funder, iris.node("body", self.body) if facts.status == "granted" else None)
        add(node, DG.amount, literals.decimal(facts.amount))
        add(node, DG.currency, literals.text(facts.currency))
        add(node, DG.fundingStatus, DGC[f"funding-{facts.status}"])
        add(node, DG.year, literals.year(facts.year) if facts.year else None)
        add(node, DG.fundingKind, literals.text(facts.kind) if facts.kind else None)
        add(node, DG.purpose, literals.text(facts.purpose) if facts.purpose else None)
        add(node, DG.budgetLine, literals.text(facts.budget_line) if facts.budget_line else None)
        add(node, DG.conditions, literals.text(facts.conditions) if facts.conditions else None)
        self._prove(node, [facts.span])

    def _write_organisations(self, facts: Deliberation) -> None:
        """Where the document names each; a beneficiary not named elsewhere is named where the money is."""
        places: dict[str, list[Span]] = {}
        for organisation in facts.organisations:
            key = self.identities.organisation(self.act, organisation.name).key
            places.setdefault(key, []).append(organisation.span)
            write_names(self.graph, iris.node("organisation", key), organisation)
        named = set(places)
        for funding in facts.funding:
            for name in funding.beneficiaries:
                key = self.identities.organisation(self.act, name).key
                if key not in named:
                    places.setdefault(key, []).append(funding.span)
        for key, spans in places.items():
            self._prove(iris.node("organisation", key), spans)
