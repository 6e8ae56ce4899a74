"""The namespaces and terms that the graph is written with.

``DG`` and ``DGC`` are the project's own; every term of ``DG`` is declared in ``ontology/delibgraph.ttl``, and a test
holds the two together. The others list only what the project uses of each standard.
"""

from __future__ import annotations

from functools import lru_cache

from pyoxigraph import NamedNode

_LISTED: dict[NamedNode, NamedNode] = {}


_node = lru_cache(maxsize=4096)(NamedNode)


def listed(node: NamedNode) -> NamedNode:
    """The node as a namespace lists it: one object is found in a table sooner than two that are equal."""
    return _LISTED.get(node, node)


class Namespace:
    """A namespace and its terms, each an attribute: ``DG.attendanceStatus``.

    A term that was not listed raises ``AttributeError``, so a slip of the pen never reaches the graph.
    """

    def __init__(self, base: str, terms: str) -> None:
        """``terms`` are the local names, with white space between them."""
        self.base = base
        self.terms = frozenset(terms.split())
        nodes = {term: NamedNode(base + term) for term in self.terms}
        self.__dict__.update(nodes)
        _LISTED.update((node, node) for node in nodes.values())

    def __getattr__(self, name: str) -> NamedNode:
        """Reached for unknown terms alone."""
        raise AttributeError(f"<{self.base}> lists no term {name!r}")

    def __getitem__(self, name: str) -> NamedNode:
        """The node of a local name made at run time: ``DGC["matter-7.5"]``."""
        return _node(self.base + name)


DG = Namespace(
    "https://w3id.org/delibgraph/ontology#",
    """
    Affiliation Agreement Attendance Body Deliberation ElectedOfficial Evidence Funding Instalment Judgement
    LegalRegime Mandate MemberCount Organ Organisation Proxy Relation Sitting SourceDocument Vote
    about abstentions acronym agreement amends amount appliesTo article asOf attendanceStatus beneficiary bodyKind
    budgetLine concerns conditions confirmedBy convocationDate corrects count currency date decidedBy declaredPresent
    declaredProxies declaredVotes deliberation due evidence findingCode formerName from funder funding fundingKind
    fundingStatus grantor holder inDocument judgement kindLabel left matter membersInOffice memberSort membersUntil
    number object observedOn office officeName official organ organisation organisationKind organName outcome
    partAmount periodEnd periodStart president project publishedDate purpose reason receivedDate recordedIn
    relationKind repeals replaces right rna rule score seat secretary sha256 share sharedAmong siren siret sitting
    subject supersedes transmissionId unanimous unconfirmed until validFrom validUntil value votesAgainst votesFor
    year
    """,
)
DGC = Namespace("https://w3id.org/delibgraph/code/", "")
ID = "https://w3id.org/delibgraph/id/"
GRAPH = "https://w3id.org/delibgraph/graph/"
DOCUMENT_GRAPH = GRAPH + "document/"
REGIME = "https://w3id.org/delibgraph/regime/"
SHAPES = "https://w3id.org/delibgraph/shapes#"

RDF = Namespace("http://www.w3.org/1999/02/22-rdf-syntax-ns#", "first nil rest type")
RDFS = Namespace("http://www.w3.org/2000/01/rdf-schema#", "label seeAlso subClassOf")
XSD = Namespace("http://www.w3.org/2001/XMLSchema#", "boolean date dateTime decimal gYear integer string")
SKOS = Namespace("http://www.w3.org/2004/02/skos/core#", "altLabel inScheme notation prefLabel")
FOAF = Namespace("http://xmlns.com/foaf/0.1/", "Person name")
ORG = Namespace("http://www.w3.org/ns/org#", "linkedTo member organization unitOf")
OA = Namespace(
    "http://www.w3.org/ns/oa#", "TextPositionSelector TextQuoteSelector end exact hasSelector hasSource start"
)
PROV = Namespace("http://www.w3.org/ns/prov#", "Activity Entity generatedAtTime wasDerivedFrom wasGeneratedBy")
DCTERMS = Namespace("http://purl.org/dc/terms/", "issued source title")
SH = Namespace(
    "http://www.w3.org/ns/shacl#",
    """
    BlankNode BlankNodeOrIRI BlankNodeOrLiteral ConstraintComponent IRI IRIOrLiteral Info Literal NodeShape
    PropertyShape ValidationReport ValidationResult Violation Warning
    alternativePath conforms datatype deactivated declare description disjoint equals flags focusNode group hasValue
    inversePath lessThan lessThanOrEquals maxCount maxExclusive maxInclusive maxLength message minCount minExclusive
    minInclusive minLength name namespace node nodeKind order path pattern prefix prefixes property result resultMessage
    resultSeverity select severity sourceConstraintComponent sourceShape sparql targetClass targetNode
    targetObjectsOf targetSubjectsOf value xone
    """,
)

IDENTITY_GRAPH = NamedNode(GRAPH + "identity")
FINDINGS_GRAPH = NamedNode(GRAPH + "findings")
ONTOLOGY_GRAPH = NamedNode(GRAPH + "ontology")
