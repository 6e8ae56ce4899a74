"""Checks that see a whole set of documents: what no document shows alone (``shapes/sets``).

Each is an ``sh:SPARQLSelectExecutable`` (clause 5.1 of the SHACL vocabulary) with the code, severity and words that a
shape bears. It is asked once, of a graph in which every triple stands once.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, QuerySolution, QuerySolutions, RdfFormat, Store, parse

from delibgraph.rdf import ValidationResult
from delibgraph.rdf.vocabulary import DCTERMS, DG, FOAF, ID, OA, SH, SKOS
from delibgraph.resources import folder
from delibgraph.validation.checks import Check, read_checks
from delibgraph.validation.engine import ValidationError
from delibgraph.validation.findings import in_order

_NAMES = (FOAF.name, SKOS.prefLabel, DCTERMS.title, DG.number)
_PLACEHOLDER = re.compile(r"\{\?(\w+)\}")


@cache
def set_checks() -> dict[str, Check]:
    """Every check of sets, by its IRI.

    Raises:
        FileNotFoundError: the installation lacks its shapes.
        SyntaxError: a file is no Turtle.
    """
    return read_checks(sorted((folder("shapes") / "sets").glob("*.ttl")))


@cache
def set_queries() -> dict[str, str]:
    """The SPARQL of every check of sets, prefixes included, by the check's IRI."""
    head: dict[NamedNode, dict[str, str]] = {}
    for triple in parse(path=folder("shapes") / "prefixes.ttl", format=RdfFormat.TURTLE):
        if isinstance(triple.subject, NamedNode) and isinstance(triple.object, Literal):
            head.setdefault(triple.subject, {})[triple.predicate.value.removeprefix(SH.base)] = triple.object.value
    prefixes = "".join(f"PREFIX {one['prefix']}: <{one['namespace']}>\n" for one in head.values() if "prefix" in one)
    return {
        triple.subject.value: prefixes + triple.object.value
        for path in sorted((folder("shapes") / "sets").glob("*.ttl"))
        for triple in parse(path=path, format=RdfFormat.TURTLE)
        if triple.predicate == SH.select
        and isinstance(triple.subject, NamedNode)
        and isinstance(triple.object, Literal)
    }


def validate_set(quads: Iterable[Quad]) -> list[ValidationResult]:
    """The findings on a whole set, in order: documents and identity as quads, whatever their named graphs.

    Raises:
        ValidationError: a check could not be asked.
    """
    store = Store()
    store.bulk_extend({Quad(quad.subject, quad.predicate, quad.object) for quad in quads if _wanted(quad)} | _regimes())
    return validate_store(store)


def validate_store(store: Store) -> list[ValidationResult]:
    """The findings on a whole set, in order; the store's default graph holds each triple once, those of the law too.

    Raises:
        ValidationError: a check could not be asked.
    """
    results = []
    for shape, query in set_queries().items():
        try:
            rows = store.query(query)
        except (SyntaxError, OSError) as error:
            raise ValidationError(f"{shape}: {error}") from error
        if isinstance(rows, QuerySolutions):
            variables = [variable.value for variable in rows.variables]
            results += [_result(set_checks()[shape], row, variables, store) for row in rows]
    return in_order(results)


def _wanted(quad: Quad) -> bool:
    """Whether the quad can matter: places in texts are half of a graph, and no check of sets asks for them."""
    return quad.predicate != DG.evidence and not quad.predicate.value.startswith(OA.base)


@cache
def _regimes() -> set[Quad]:
    """The legal regimes, which the checks read as data."""
    triples = parse(path=folder("ontology") / "regimes.ttl", format=RdfFormat.TURTLE)
    return {Quad(triple.subject, triple.predicate, triple.object) for triple in triples}


def _name(term: NamedNode | Literal, store: Store) -> str:
    """What a node is called; of several names the first in the alphabet. A term goes by its local name."""
    if isinstance(term, NamedNode) and term.value.startswith(ID):
        for kind in _NAMES:
            found = store.quads_for_pattern(term, kind, None, DefaultGraph())
            if names := sorted(quad.object.value for quad in found if isinstance(quad.object, Literal)):
                return names[0]
    return term.value.removeprefix(DG.base)


def _result(check: Check, row: QuerySolution, variables: list[str], store: Store) -> ValidationResult:
    """A row as a finding: its words name each node, and each term by its local name."""
    found = {name: term for name in variables if isinstance(term := row[name], NamedNode | Literal)}

    def fill(match: re.Match[str]) -> str:
        return _name(found[match[1]], store) if match[1] in found else ""

    words = {language: _PLACEHOLDER.sub(fill, text) for language, text in check.messages.items()}
    value = found.get("value")
    return ValidationResult(
        check.code,
        check.severity,
        words["en"],
        words["fr"],
        found["this"].value,
        value.value if value else None,
        check.shape,
    )
