"""A graph in memory, laid out by predicate: what the emission writes and the validation reads, without a detour."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeAlias, TypeVar, cast

from pyoxigraph import BlankNode, Literal, NamedNode, Quad
from pyoxigraph import Triple as Statement

from delibgraph.rdf.vocabulary import RDF, RDFS

Node: TypeAlias = NamedNode | BlankNode
Term: TypeAlias = NamedNode | BlankNode | Literal
Column: TypeAlias = dict[Term, dict[Term, None]]
"""The triples of one predicate: its subjects and, for each, its objects, each once in the order they came."""

_NOTHING: Column = {}
_NOBODY: Mapping[Term, Sequence[Term]] = {}
_Derived = TypeVar("_Derived")


class Triples:
    """A set of triples. What is derived from it (who points at a node, which nodes a class has) is worked out once."""

    __slots__ = ("_asked", "_instances", "_objects", "_predicates", "_widths", "columns", "inverses")

    def __init__(self, columns: dict[NamedNode, Column] | None = None) -> None:
        """Take over the columns; none is an empty graph."""
        self.columns: dict[NamedNode, Column] = {} if columns is None else columns
        self._forget()

    def _forget(self) -> None:
        self._asked = False
        self.inverses: dict[NamedNode, defaultdict[Term, list[Term]]] = {}
        """Of the predicates that were asked so."""
        self._predicates: frozenset[NamedNode] | None = None
        self._objects: dict[NamedNode, set[Term]] = {}
        self._widths: dict[NamedNode, int] = {}
        self._instances: dict[Term, set[Term]] = {}

    @classmethod
    def of(cls, statements: Iterable[Quad | Statement]) -> Triples:
        """The triples of any quads, whatever their graphs. A quoted triple is left out: RDF 1.1 has none."""
        graph = cls()
        for statement in statements:
            subject, value = statement.subject, statement.object
            if not (isinstance(subject, Statement) or isinstance(value, Statement)):
                graph.add(subject, statement.predicate, value)
        return graph

    def add(self, subject: Term, predicate: NamedNode, value: Term) -> None:
        """State one triple; what was derived before is worked out anew."""
        column = self.columns.get(predicate)
        if column is None:
            column = self.columns[predicate] = {}
        objects = column.get(subject)
        if objects is None:
            column[subject] = {value: None}
        else:
            objects[value] = None
        if self._asked:
            self._forget()

    def joined(self, *others: Triples) -> Triples:
        """These triples and the others', as a graph of its own.

        What was derived of a column that one of them has alone is not derived again.
        """
        both = Triples(dict(self.columns))
        both.inverses, both._objects, both._widths = dict(self.inverses), dict(self._objects), dict(self._widths)
        for other in others:
            for predicate, column in other.columns.items():
                mine = both.columns.get(predicate)
                both.columns[predicate] = column if mine is None else _joined(mine, column)
                source = other if mine is None else _EMPTY
                _take(predicate, source.inverses, both.inverses)
                _take(predicate, source._objects, both._objects)
                _take(predicate, source._widths, both._widths)
        both._asked = True
        return both

    def __iter__(self) -> Iterator[tuple[Term, NamedNode, Term]]:
        """Subject, predicate and object of each triple."""
        for predicate, column in self.columns.items():
            for subject, objects in column.items():
                for value in objects:
                    yield subject, predicate, value

    def quads(self, graph: NamedNode) -> Iterator[Quad]:
        """The triples as quads of a named graph."""
        return (Quad(cast("Node", subject), predicate, value, graph) for subject, predicate, value in self)

    def nquads(self, graph: NamedNode) -> Iterator[str]:
        """The lines of :meth:`quads` in N-Quads (https://www.w3.org/TR/n-quads/), without a quad being made."""
        end = f" {graph} .\n"
        for predicate, column in self.columns.items():
            middle = f" {predicate} "
            for subject, objects in column.items():
                start = f"{subject}{middle}"
                for value in objects:
                    yield f"{start}{value}{end}"

    def forward(self, predicate: NamedNode) -> Column:
        """The predicate's subjects with their objects."""
        return self.columns.get(predicate, _NOTHING)

    def inverse(self, predicate: NamedNode) -> Mapping[Term, Sequence[Term]]:
        """The predicate's objects with their subjects, each once."""
        found = self.inverses.get(predicate)
        if found is None:
            if predicate not in self.columns:
                return _NOBODY
            self._asked, found = True, defaultdict(list)
            self.inverses[predicate] = found
            for subject, objects in self.columns[predicate].items():
                for value in objects:
                    found[value].append(subject)
        return found

    @property
    def predicates(self) -> frozenset[NamedNode]:
        """All that something is said with."""
        if self._predicates is None:
            self._predicates = frozenset(self.columns)
            self._asked = True
        return self._predicates

    def objects(self, predicate: NamedNode) -> set[Term]:
        """All that the predicate points at, each once."""
        found = self._objects.get(predicate)
        if found is None:
            self._asked = True
            found = self._objects[predicate] = set[Term]().union(*self.forward(predicate).values())
        return found

    def width(self, predicate: NamedNode) -> int:
        """The most objects that one subject has."""
        found = self._widths.get(predicate)
        if found is None:
            self._asked = True
            found = self._widths[predicate] = max(map(len, self.forward(predicate).values()), default=0)
        return found

    def instances(self, class_: Term) -> set[Term]:
        """The SHACL instances of a class, those of its subclasses in this graph among them.

        https://www.w3.org/TR/shacl/#dfn-shacl-instance
        """
        found = self._instances.get(class_)
        if found is None:
            typed = self.inverse(RDF.type)
            found = self._instances[class_] = set().union(*(typed.get(kind, ()) for kind in self._kinds(class_)))
        return found

    def _kinds(self, class_: Term) -> set[Term]:
        kinds, wanted = {class_}, [class_]
        while RDFS.subClassOf in self.columns and wanted:
            below = set(self.inverse(RDFS.subClassOf).get(wanted.pop(), ())) - kinds
            kinds |= below
            wanted += below
        return kinds


def _take(predicate: NamedNode, derived: dict[NamedNode, _Derived], known: dict[NamedNode, _Derived]) -> None:
    """Note of a predicate what was derived elsewhere, if anything, and no longer what was known."""
    if (found := derived.get(predicate)) is None:
        known.pop(predicate, None)
    else:
        known[predicate] = found


_EMPTY = Triples()


def _joined(mine: Column, other: Column) -> Column:
    """Both columns' triples; neither is changed."""
    both = {**mine, **other}
    for subject in mine.keys() & other.keys():
        both[subject] = {**mine[subject], **other[subject]}
    return both
