"""The reference engine: pySHACL on rdflib. Slow and to the letter; every other engine is held against it."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from typing import Any

import pyshacl
import rdflib
from pyoxigraph import BlankNode, Literal, NamedNode, Quad
from rdflib.namespace import SH
from rdflib.plugins.sparql import prepareQuery
from rdflib.plugins.sparql.sparql import Query
from rdflib.query import Result

from delibgraph.resources import folder
from delibgraph.validation.engine import ValidationError, Verdict

# A literal that does not fit its datatype becomes a finding, not a line of log.
logging.getLogger("rdflib.term").setLevel(logging.ERROR)


class ReferenceEngine:
    """pySHACL, SHACL core and SHACL-SPARQL, without inference."""

    name = "reference"

    def validate(self, data: Iterable[Quad]) -> set[Verdict]:
        """The verdicts on the triples of the quads, taken as one graph.

        Raises:
            ValidationError: pySHACL gave up.
        """
        graph = _PreparedGraph()
        for quad in data:
            graph.add((_term(quad.subject), _term(quad.predicate), _term(quad.object)))
        _, report, text = pyshacl.validate(graph, shacl_graph=_shapes(), inplace=True)
        if not isinstance(report, rdflib.Graph):
            raise ValidationError(f"pySHACL: {text}")
        return {_verdict(report, result) for result in report.objects(None, SH.result)}


class _PreparedGraph(rdflib.Graph):
    """A graph that parses each query text once a process: pySHACL asks every document the same few questions."""

    def query(self, query_object: str | Query, *args: Any, **kwargs: Any) -> Result:
        prepared = _prepared(query_object) if isinstance(query_object, str) else query_object
        return super().query(prepared, *args, **kwargs)


@cache
def _prepared(text: str) -> Query:
    return prepareQuery(text)


@cache
def _shapes() -> rdflib.Graph:
    graph = rdflib.Graph()
    for path in sorted(folder("shapes").glob("*.ttl")):
        graph.parse(path, format="turtle")
    return graph


def _term(term: Any) -> rdflib.term.Node:
    match term:
        case NamedNode():
            return _iri(term.value)
        case BlankNode():
            return rdflib.BNode(term.value)
        case Literal():
            if term.language:
                return rdflib.Literal(term.value, lang=term.language)
            return rdflib.Literal(term.value, datatype=_iri(term.datatype.value))
    raise ValidationError(f"pySHACL: {term} is no node of RDF 1.1")


@lru_cache(maxsize=100_000)
def _iri(value: str) -> rdflib.URIRef:
    return rdflib.URIRef(value)


def _verdict(report: rdflib.Graph, result: rdflib.term.Node) -> Verdict:
    found: Mapping[Any, rdflib.term.Node] = dict(report.predicate_objects(result))
    focus, value = found[SH.focusNode], found.get(SH.value)
    return Verdict(str(found[SH.sourceShape]), str(focus), None if value is None or value == focus else str(value))
