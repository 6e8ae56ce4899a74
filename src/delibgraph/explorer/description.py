"""What the service says of itself: SPARQL 1.1 Service Description and VoID, in Turtle.

https://www.w3.org/TR/sparql11-service-description/ and https://www.w3.org/TR/void/
"""

from __future__ import annotations

from pyoxigraph import Literal, NamedNode, RdfFormat, Triple, serialize

from delibgraph.rdf.vocabulary import DG, ID, RDF

_PREFIXES = {
    "sd": "http://www.w3.org/ns/sparql-service-description#",
    "formats": "http://www.w3.org/ns/formats/",
    "void": "http://rdfs.org/ns/void#",
}
_RESULTS = (
    *("SPARQL_Results_JSON", "SPARQL_Results_XML", "SPARQL_Results_CSV", "SPARQL_Results_TSV"),
    *("Turtle", "N-Triples", "RDF_XML", "JSON-LD"),
)


def service_description(endpoint: str, *, writable: bool) -> str:
    """The description of the endpoint at this address."""
    service, dataset = NamedNode(f"{endpoint}#service"), NamedNode(f"{endpoint}#dataset")
    default = NamedNode(f"{endpoint}#default-graph")
    languages = ("SPARQL11Query", "SPARQL11Update") if writable else ("SPARQL11Query",)
    return _turtle(
        Triple(service, RDF.type, _term("sd", "Service")),
        Triple(service, _term("sd", "endpoint"), NamedNode(endpoint)),
        *(Triple(service, _term("sd", "supportedLanguage"), _term("sd", language)) for language in languages),
        *(Triple(service, _term("sd", "resultFormat"), _term("formats", name)) for name in _RESULTS),
        Triple(service, _term("sd", "feature"), _term("sd", "UnionDefaultGraph")),
        Triple(service, _term("sd", "defaultDataset"), dataset),
        Triple(dataset, RDF.type, _term("sd", "Dataset")),
        Triple(dataset, _term("sd", "defaultGraph"), default),
        Triple(default, RDF.type, _term("sd", "Graph")),
    )


def void(site: str, triples: int) -> str:
    """The description of the data set served under this address."""
    node = NamedNode(f"{site}.well-known/void#dataset")
    return _turtle(
        Triple(node, RDF.type, _term("void", "Dataset")),
        Triple(node, _term("void", "sparqlEndpoint"), NamedNode(f"{site}sparql")),
        Triple(node, _term("void", "uriSpace"), Literal(ID)),
        Triple(node, _term("void", "vocabulary"), NamedNode(DG.base)),
        Triple(node, _term("void", "triples"), Literal(triples)),
    )


def _term(prefix: str, name: str) -> NamedNode:
    return NamedNode(_PREFIXES[prefix] + name)


def _turtle(*triples: Triple) -> str:
    return (serialize(triples, format=RdfFormat.TURTLE, prefixes=_PREFIXES) or b"").decode()
