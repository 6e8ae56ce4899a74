"""What a graph must hold for a pattern to have a solution in it, as far as the pattern's form tells."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, TypeAlias

import rdflib
from pyoxigraph import NamedNode
from rdflib.paths import AlternativePath, InvPath, SequencePath
from rdflib.plugins.sparql.parserutils import CompValue

from delibgraph.rdf.triples import Triples
from delibgraph.rdf.vocabulary import listed

_Groups: TypeAlias = frozenset[frozenset[NamedNode]]
"""Of each group of predicates the graph must have one."""
_NONE: _Groups = frozenset()


@dataclass(frozen=True, slots=True)
class Needs:
    """The predicates that a graph must have, and groups of which it must have one each."""

    every: frozenset[NamedNode]
    one_of: tuple[frozenset[NamedNode], ...]

    @classmethod
    def of(cls, pattern: CompValue) -> Needs:
        """The needs of a pattern."""
        groups = _groups(pattern)
        every = frozenset(predicate for group in groups if len(group) == 1 for predicate in group)
        return cls(every, tuple(group for group in groups if group.isdisjoint(every)))

    def met_by(self, graph: Triples) -> bool:
        """Whether the graph has them; if not, the pattern has no solution in it."""
        present = graph.predicates
        return self.every <= present and not any(map(present.isdisjoint, self.one_of))


def _groups(node: CompValue) -> _Groups:
    match node.name:
        case "BGP":
            return _all(_of_path(path) for _, path, _ in node.triples)
        case "Join":
            return _groups(node.p1) | _groups(node.p2)
        case "Union":
            return _either([_groups(node.p1), _groups(node.p2)])
        case "LeftJoin":
            return _groups(node.p1)
        case "Filter" | "Extend" | "Project" | "Distinct" | "ToMultiSet":
            return _groups(node.p)
        case "AggregateJoin":
            return _groups(node.p.p) if node.p.expr else _NONE
    return _NONE


def _of_path(path: Any) -> _Groups:
    match path:
        case rdflib.URIRef():
            return frozenset({frozenset({listed(NamedNode(str(path)))})})
        case InvPath():
            return _of_path(path.arg)
        case SequencePath():
            return _all(map(_of_path, path.args))
        case AlternativePath():
            return _either(list(map(_of_path, path.args)))
    return _NONE


def _all(parts: Iterable[_Groups]) -> _Groups:
    return _NONE.union(*parts)


def _either(choices: list[_Groups]) -> _Groups:
    """Where one of the choices must be met, each group of the first goes with each of the others; the least suffice."""
    first, *others = choices
    for other in others:
        pairs = {one | two for one in first for two in other}
        first = frozenset(pair for pair in pairs if not any(less < pair for less in pairs))
    return first
