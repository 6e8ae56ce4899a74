"""A ``sh:select`` as a whole (https://www.w3.org/TR/shacl/#sparql-constraints)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

import rdflib

from delibgraph.rdf.triples import Term, Triples
from delibgraph.validation.doubt import UnsupportedError
from delibgraph.validation.sparql.grammar import parse_query
from delibgraph.validation.sparql.needs import Needs
from delibgraph.validation.sparql.patterns import PatternCompiler
from delibgraph.validation.sparql.scope import THIS, Row, Scope, Step
from delibgraph.validation.values import Value


@dataclass(frozen=True, slots=True)
class Question:
    """A compiled query: each of its solutions for a focus node is a violation.

    A graph that does not meet ``needs`` holds no solution; ``found`` is where a row notes solutions.
    """

    scope: Scope
    pattern: Step
    needs: Needs
    found: int

    def violations(self, graph: Triples, focus: Iterable[Term]) -> Iterator[tuple[Term, Value | None]]:
        """Each solution's focus node and ``?value``, ``None`` where it has none.

        Raises:
            UnsureError: the answer is not beyond doubt.
        """
        if not self.needs.met_by(graph):
            return
        template = self.scope.row(graph)
        for node in focus:
            row = template.copy()
            row[THIS] = node
            values: list[Value | None] = []
            row[self.found] = values
            self.pattern(row)
            for value in values:
                yield node, value


def compile_question(select: str, prefixes: dict[str, str]) -> Question:
    """Compile a query with its prefixes.

    Raises:
        UnsupportedError: it uses a part of SPARQL that the compiler does not know, or is not SPARQL.
    """
    return _compiled(select, tuple(prefixes.items()))


@cache
def _compiled(text: str, prefixes: tuple[tuple[str, str], ...]) -> Question:
    """A question holds nothing of the graphs that it was asked of, so one serves all engines of a process."""
    try:
        algebra = parse_query(text, dict(prefixes)).algebra
    except Exception as error:  # rdflib's parser raises of many kinds; the reference will tell
        raise UnsupportedError(f"a text that does not parse: {error}") from error
    top = algebra.p.p if algebra.p.name == "Distinct" else algebra.p
    names = {str(variable) for variable in algebra.get("PV") or ()}
    if algebra.name != "SelectQuery" or top.name != "Project" or algebra.datasetClause or names & {"path", "failure"}:
        raise UnsupportedError("a query that is more than a plain SELECT of $this and ?value")
    scope = Scope()
    found, value = scope.reserve(), scope.slot(rdflib.Variable("value")) if "value" in names else None

    def note(row: Row) -> bool:
        row[found].append(None if value is None else row[value])
        return False

    return Question(scope, PatternCompiler(scope).compile(top.p, note), Needs.of(top.p), found)
