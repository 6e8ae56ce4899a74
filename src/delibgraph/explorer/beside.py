"""The source text beside its facts: of a document, and of the part of it that a deliberation takes up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from starlette.requests import Request

from delibgraph.explorer.passages import Fact, Passage, Piece, Span, cut, gathered
from delibgraph.explorer.requests import workers
from delibgraph.explorer.tables import Row, bound, number
from delibgraph.explorer.texts import Leaf, Library, drawable, page_of
from delibgraph.explorer.wording import FACTS
from delibgraph.rdf.vocabulary import DG, ID

if TYPE_CHECKING:
    from delibgraph.reading import Document

_AROUND = 500
"""Characters shown before and after a fact that stands outside of the deliberation's own part."""
LONGEST = 400_000
"""Characters of a text that one page shows."""

FOUND = """SELECT DISTINCT ?fact ?type ?start ?end ?deliberation ?sitting ?grantor ?holder ?official ?status
  ?beneficiary ?amount ?currency ?name ?number ?title ?outcome ?message WHERE {
  ?place oa:hasSource $this ; oa:hasSelector ?position . ?position oa:start ?start ; oa:end ?end .
  ?fact dg:evidence ?place ; a ?type . FILTER(?type != dg:Mandate)
  OPTIONAL { ?fact dg:deliberation ?deliberation }
  OPTIONAL { ?fact dg:sitting ?sitting }
  OPTIONAL { ?fact dg:grantor/foaf:name ?grantor OPTIONAL { ?fact dg:holder/foaf:name ?holder } }
  OPTIONAL { ?fact dg:official/foaf:name ?official }
  OPTIONAL { ?fact dg:attendanceStatus/skos:prefLabel ?status FILTER(LANG(?status) = $language) }
  OPTIONAL { ?fact dg:amount ?amount }
  OPTIONAL { ?fact dg:currency ?currency }
  OPTIONAL { ?fact dg:beneficiary/skos:prefLabel ?beneficiary }
  OPTIONAL { ?fact skos:prefLabel ?name }
  OPTIONAL { ?fact dg:number ?number }
  OPTIONAL { ?fact dcterms:title ?title }
  OPTIONAL { ?fact dg:outcome/skos:prefLabel ?outcome FILTER(LANG(?outcome) = $language) }
  OPTIONAL { ?fact sh:resultMessage ?message FILTER(LANG(?message) = $language) }
} ORDER BY ?start ?end ?type ?fact"""
"""All facts in a document, with what is needed to name each in a line. One pattern an option: the store joins two
of them over the whole graph first."""

DOCUMENTS = """SELECT DISTINCT ?document ?title ?sha256 ?sitting WHERE {
  { BIND($this AS ?document) ?document a dg:SourceDocument } UNION { $this a dg:Deliberation ; dg:recordedIn ?document }
  ?document dg:sha256 ?sha256 .
  OPTIONAL { ?document dcterms:title ?title }
  OPTIONAL { $this dg:sitting ?sitting }
} ORDER BY ?title ?document"""


@dataclass(frozen=True, slots=True)
class Beside:
    """One document's text, or a part of it, with its facts. ``pieces`` are none where the text is not at hand."""

    title: str
    href: str
    query: str
    passages: list[Passage]
    pieces: list[Piece]
    whole: bool
    pages: int = 0
    page: int = 0
    leaf: Leaf | None = None
    document: Document | None = None

    def on(self, passage: Passage) -> int:
        """The page on which a passage stands, counted from 1; 0 where the text has no pages."""
        return page_of(self.document, passage.span[0]) if self.document and self.document.pages else 0


async def texts(request: Request, iri: str, language: str) -> list[Beside]:
    """The texts for a thing's page: of a document itself, of a deliberation each document that records it.

    Raises:
        RefusedError: a query gets no answer.
    """
    rows = await workers(request).rows(bound(DOCUMENTS, iri, language))
    sittings = {row["sitting"]["value"] for row in rows if "sitting" in row}
    documents = {row["document"]["value"]: row for row in rows}
    chosen = request.query_params.get("document")
    wanted = [document for document in documents if document.rpartition("/")[2] == chosen] or list(documents)[:1]
    found = [await _beside(request, iri, documents[document], sittings, language) for document in wanted]
    others = [Beside(_title(row), _href(one, language), "", [], [], whole=True) for one, row in documents.items()]
    return found + [other for other in others if other.href not in {one.href for one in found}]


async def _beside(request: Request, iri: str, row: Row, sittings: set[str], language: str) -> Beside:
    document = row["document"]["value"]
    query = bound(FOUND, document, language)
    facts = await workers(request).rows(query)
    library: Library = request.app.state.library
    told = library.recall(row["sha256"]["value"])
    whole = iri == document
    spans = (
        []
        if whole or told is None
        else _parts(facts, iri, [one.span for act in told.acts for one in act.deliberations])
    )
    shown = facts if whole else [fact for fact in facts if _belongs(fact, iri, sittings, spans)]
    words = told.document.text if told else ""
    passages = gathered((_span(fact), _fact(fact, words, language)) for fact in shown)
    if told is None:
        return Beside(_title(row), _href(document, language), query, passages, [], whole)
    around = [(start - _AROUND, end + _AROUND) for start, end in (passage.span for passage in passages)]
    pieces = cut(words, passages, [(0, LONGEST)] if whole else [*spans, *around])
    pages, page, leaf = 0, 0, None
    if drawable(told.document):
        pages = len(told.document.pages)
        asked = request.query_params.get("page", "")
        page = min(int(asked), pages) if asked.isdecimal() and len(asked) < 6 else 0
    if page:
        passages = [passage for passage in passages if page_of(told.document, passage.span[0]) == page]
        leaf = await request.app.state.leaves.leaf(told.document, page, [passage.span for passage in passages])
    return Beside(
        _title(row), _href(document, language), query, passages, pieces, whole, pages, page, leaf, told.document
    )


def _parts(facts: Sequence[Row], iri: str, spans: Sequence[Span]) -> list[Span]:
    """The parts of the text that are the deliberation's own: those in which its own evidence stands."""
    own = [_span(fact) for fact in facts if iri in _about(fact)]
    return [part for part in spans if any(part[0] <= start and end <= part[1] for start, end in own)]


def _belongs(fact: Row, iri: str, sittings: set[str], parts: Sequence[Span]) -> bool:
    """Whether a fact is the deliberation's, its sitting's, or stands in its part and is of no other's."""
    about = _about(fact)
    if iri in about:
        return True
    if "deliberation" in fact or fact["type"]["value"] == DG.Deliberation.value:
        return False
    start, end = _span(fact)
    return bool(sittings & about) or any(part[0] <= start and end <= part[1] for part in parts)


def _about(fact: Row) -> set[str]:
    return {fact[name]["value"] for name in ("fact", "deliberation", "sitting") if name in fact}


def _span(fact: Row) -> Span:
    return int(fact["start"]["value"]), int(fact["end"]["value"])


def _title(row: Row) -> str:
    return row["title"]["value"] if "title" in row else row["document"]["value"].removeprefix(ID)


def _href(document: str, language: str) -> str:
    return f"/id/{document.removeprefix(ID)}?lang={language}"


def _fact(row: Row, words: str, language: str) -> Fact:
    """A fact in one line; what has no name of its own goes by its words."""
    told = {name: " ".join(term["value"].split()) for name, term in row.items()}
    kind = told["type"].rpartition("#")[2]
    if "grantor" in told:
        text = f"{told['grantor']} → {told.get('holder', '?')}"
    elif "amount" in told:
        text = f"{told.get('beneficiary', '?')} · {number(float(told['amount']), language)} {told.get('currency', '')}"
    elif "official" in told:
        text = f"{told['official']} · {told.get('status', '?')}"
    else:
        text = next((told[name] for name in ("message", "outcome", "name", "number", "title") if name in told), "")
    text = text or " ".join(words[slice(*_span(row))].split())
    return Fact(
        FACTS.get(kind, (kind, kind))[language == "fr"], text, f"/id/{told['fact'].removeprefix(ID)}?lang={language}"
    )
