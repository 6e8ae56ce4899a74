"""The reference engine: pySHACL on rdflib. Slow and to the letter; every other engine is held against it."""

from __future__ import annotations

import logging
from collections.abc import Collection, Mapping
from functools import cache, lru_cache
from typing import Any

import pyshacl
import rdflib
from pyoxigraph import BlankNode, Literal, NamedNode
from rdflib.namespace import SH
from rdflib.plugins.sparql import prepareQuery
from rdflib.plugins.sparql.sparql import Query
from rdflib.query import Result

from delibgraph.rdf.triples import Term, Triples
from delibgraph.validation.engine import ValidationError, Verdict
from delibgraph.validation.shapes import project_shapes, targeted, without

# A literal that does not fit its datatype becomes a finding, not a line of log.
logging.getLogger("rdflib.term").setLevel(logging.ERROR)
_KEPT = 64  # selections of shapes that stay prepared


class ReferenceEngine:
    """pySHACL, SHACL core and SHACL-SPARQL, without inference."""

    name = "reference"

    def __init__(self, shapes: Triples | None = None) -> None:
        """Hold the shapes of a shapes graph, the project's unless given."""
        self._shapes = shapes
        self._prepared: dict[frozenset[Term] | None, rdflib.Graph] = {}

    def validate(self, data: Triples, only: Collection[Term] | None = None) -> set[Verdict]:
        """The verdicts on a graph, those of some shapes alone where these are named.

        Raises:
            ValidationError: pySHACL gave up.
        """
        report = self.report(data, only)
        return {_verdict(report, result) for result in report.objects(None, SH.result)}

    def report(self, data: Triples, only: Collection[Term] | None = None) -> rdflib.Graph:
        """The validation report as pySHACL writes it.

        Raises:
            ValidationError: pySHACL gave up.
        """
        graph = _PreparedGraph()
        for subject, predicate, value in data:
            graph.add((_term(subject), _term(predicate), _term(value)))
        shapes = self._graph(None if only is None else frozenset(only))
        try:
            _, report, text = pyshacl.validate(graph, shacl_graph=shapes, inplace=True)
        except Exception as error:  # rdflib fails in many ways on literals that do not fit their datatypes
            raise ValidationError(f"pySHACL: {type(error).__name__}: {error}") from error
        if not isinstance(report, rdflib.Graph):
            raise ValidationError(f"pySHACL: {text}")
        return report

    def _graph(self, only: frozenset[Term] | None) -> rdflib.Graph:
        found = self._prepared.get(only)
        if found is None:
            shapes = project_shapes() if self._shapes is None else self._shapes
            if only is not None:
                shapes = without(shapes, [shape.node for shape in targeted(shapes) if shape.node not in only])
            if len(self._prepared) >= _KEPT:
                self._prepared.clear()
            found = self._prepared[only] = rdflib.Graph()
            for triple in shapes:
                found.add((_term(triple[0]), _term(triple[1]), _term(triple[2])))
        return found


class _PreparedGraph(rdflib.Graph):
    """A graph that parses each query text once a process: pySHACL asks every document the same few questions."""

    def query(self, query_object: str | Query, *args: Any, **kwargs: Any) -> Result:
        prepared = _prepared(query_object) if isinstance(query_object, str) else query_object
        return super().query(prepared, *args, **kwargs)


@cache
def _prepared(text: str) -> Query:
    return prepareQuery(text)


def _term(term: Any) -> rdflib.term.Node:
    match term:
        case NamedNode():
            return _iri(term.value)
        case BlankNode():
            return rdflib.BNode(term.value)
        case Literal():
            if term.language:
                return rdflib.Literal(term.value, lang=term.language)
            return rdflib.Literal(term.value, datatype=_iri(term.datatype.value), normalize=False)
    raise ValidationError(f"pySHACL: {term} is no node of RDF 1.1")


@lru_cache(maxsize=100_000)
def _iri(value: str) -> rdflib.URIRef:
    return rdflib.URIRef(value)


def _verdict(report: rdflib.Graph, result: rdflib.term.Node) -> Verdict:
    found: Mapping[Any, rdflib.term.Node] = dict(report.predicate_objects(result))
    focus, value = found[SH.focusNode], found.get(SH.value)
    return Verdict(str(found[SH.sourceShape]), str(focus), None if value is None or value == focus else str(value))
