"""Rows of bindings: where each variable and each constant of a query stands."""

from __future__ import annotations

from collections.abc import Callable
from copy import copy
from typing import Any, TypeAlias

import rdflib
from pyoxigraph import Literal, NamedNode
from rdflib.plugins.sparql.parserutils import CompValue

from delibgraph.rdf.triples import Column, Term, Triples
from delibgraph.rdf.vocabulary import listed
from delibgraph.validation.doubt import UnsupportedError
from delibgraph.validation.sparql.needs import Needs
from delibgraph.validation.values import Value

Row: TypeAlias = list[Any]
"""The graph, the focus node, then a value (``None``: unbound) for each variable and constant of the query, a column
of the graph for each predicate, and what operators note for themselves."""
Step: TypeAlias = Callable[[Row], bool]
"""Goes on from a row: extends it to one solution after another, hands each to the step after it, and leaves the row as
it was. True where that step wants no more solutions; the row is then left as it is."""
Expression: TypeAlias = Callable[[Row], Value]

GRAPH, THIS = 0, 1
_EMPTY: Column = {}


class Scope:
    """The slots of one SELECT. Constants stand in the row too, so that a pattern sees bound slots and no more."""

    def __init__(self) -> None:
        """Only the graph and ``$this``."""
        self.template: Row = [None, None]
        self._variables: dict[str, int] = {"this": THIS}
        self._constants: dict[Term, int] = {}
        self._columns: dict[NamedNode, int] = {}
        self._inverses: dict[NamedNode, int] = {}
        self._presences: list[tuple[int, Needs]] = []

    def inner(self) -> Scope:
        """A scope for a SELECT inside this one: the same rows, with variables of its own but for ``$this``."""
        scope = copy(self)
        scope._variables = {"this": THIS}
        return scope

    def slot(self, term: rdflib.term.Node) -> int:
        """Where a variable, a blank node (a variable without a name) or a constant stands."""
        if isinstance(term, rdflib.Variable | rdflib.BNode):
            name = str(term) if isinstance(term, rdflib.Variable) else f"_:{term}"
            return self._place(self._variables, name, None)
        known = constant(term)
        return self._place(self._constants, known, known)

    def column(self, predicate: NamedNode) -> int:
        """Where the graph's subjects with their objects stand, for a predicate."""
        predicate = listed(predicate)
        return self._place(self._columns, predicate, None)

    def inverse(self, predicate: NamedNode) -> int:
        """Where the graph's objects with their subjects stand, for a predicate; ``None`` until they are worked out."""
        return self._place(self._inverses, listed(predicate), None)

    def presence(self, needs: Needs) -> int:
        """Where it stands whether the graph has what a pattern needs."""
        slot = self.reserve()
        self._presences.append((slot, needs))
        return slot

    def reserve(self) -> int:
        """A place for what an operator notes for itself."""
        self.template.append(None)
        return len(self.template) - 1

    def row(self, graph: Triples, focus: Term | None = None) -> Row:
        """A new row for a graph; rows for several focus nodes are copies of one."""
        row = self.template.copy()
        row[GRAPH], row[THIS] = graph, focus
        columns, inverses = graph.columns, graph.inverses
        for predicate, slot in self._columns.items():
            row[slot] = columns.get(predicate, _EMPTY)
        for predicate, slot in self._inverses.items():
            row[slot] = inverses.get(predicate)
        for slot, needs in self._presences:
            row[slot] = needs.met_by(graph)
        return row

    def _place(self, known: dict[Any, int], key: Any, value: Term | None) -> int:
        if key not in known:
            known[key] = len(self.template)
            self.template.append(value)
        return known[key]


def constant(term: rdflib.term.Node) -> Term:
    """The graph's term for a term of a query."""
    if isinstance(term, rdflib.URIRef):
        return listed(NamedNode(str(term)))
    if isinstance(term, rdflib.Literal):
        if term.language:
            return Literal(str(term), language=term.language)
        return Literal(str(term), datatype=NamedNode(str(term.datatype)) if term.datatype else None)
    raise UnsupportedError(f"the term {term!r}")


def variables(node: Any) -> set[str]:
    """The variables anywhere in a part of a query; of a sub-select, those that it gives."""
    if isinstance(node, rdflib.Variable):
        return {str(node)}
    if isinstance(node, CompValue):
        if node.name == "Project":
            return {str(variable) for variable in node.PV}
        if node.name in ("Builtin_EXISTS", "Builtin_NOTEXISTS"):
            return variables(node.graph)  # the attribute is the algebra; the item is the text, without its filters
        return set().union(*(variables(part) for key, part in node.items() if key != "_vars"))
    if isinstance(node, list | tuple):
        return set().union(*map(variables, node))
    return set()


def certain(node: CompValue) -> set[str]:
    """The variables that every solution of a pattern binds, as far as its form tells."""
    match node.name:
        case "BGP":
            return variables(node.triples)
        case "Join":
            return certain(node.p1) | certain(node.p2)
        case "Union":
            return certain(node.p1) & certain(node.p2)
        case "LeftJoin":
            return certain(node.p1)
        case "Filter" | "Extend":
            return certain(node.p)
    return set()
