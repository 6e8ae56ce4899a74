"""What the service says of itself: SPARQL 1.1 Service Description and VoID, in Turtle.

https://www.w3.org/TR/sparql11-service-description/ and https://www.w3.org/TR/void/
"""

from __future__ import annotations

from rdflib import RDF, VOID, Graph, Literal, Namespace, URIRef

from delibgraph.rdf.vocabulary import DG, ID

_SD = Namespace("http://www.w3.org/ns/sparql-service-description#")
_FORMATS = Namespace("http://www.w3.org/ns/formats/")
_RESULTS = (
    *("SPARQL_Results_JSON", "SPARQL_Results_XML", "SPARQL_Results_CSV", "SPARQL_Results_TSV"),
    *("Turtle", "N-Triples", "RDF_XML", "JSON-LD"),
)


def service_description(endpoint: str) -> str:
    """The description of the endpoint at this address."""
    graph = Graph()
    graph.bind("sd", _SD)
    node, dataset = URIRef(f"{endpoint}#service"), URIRef(f"{endpoint}#dataset")
    graph.add((node, RDF.type, _SD.Service))
    graph.add((node, _SD.endpoint, URIRef(endpoint)))
    graph.add((node, _SD.supportedLanguage, _SD.SPARQL11Query))
    for name in _RESULTS:
        graph.add((node, _SD.resultFormat, _FORMATS[name]))
    graph.add((node, _SD.defaultDataset, dataset))
    graph.add((dataset, RDF.type, _SD.Dataset))
    graph.add((dataset, _SD.defaultGraph, URIRef(f"{endpoint}#default-graph")))
    graph.add((URIRef(f"{endpoint}#default-graph"), RDF.type, _SD.Graph))
    return graph.serialize(format="turtle")


def void(site: str, triples: int) -> str:
    """The description of the data set served under this address."""
    graph = Graph()
    node = URIRef(f"{site}.well-known/void#dataset")
    graph.add((node, RDF.type, VOID.Dataset))
    graph.add((node, VOID.sparqlEndpoint, URIRef(f"{site}sparql")))
    graph.add((node, VOID.uriSpace, Literal(ID)))
    graph.add((node, VOID.vocabulary, URIRef(DG.base)))
    graph.add((node, VOID.triples, Literal(triples)))
    return graph.serialize(format="turtle")
