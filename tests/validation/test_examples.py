"""Each check is shown by small graphs: an invalid one gives its code and no other, a valid one does not give it.

A check of one document is shown in Turtle, a check of a set in TriG, with a named graph a document.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import pytest
import rdflib
from pyoxigraph import NamedNode, Quad, QuerySolutions, Store, Variable
from rdflib.namespace import SH

from delibgraph.rdf import ValidationResult
from delibgraph.rdf.vocabulary import RDF
from delibgraph.resources import folder
from delibgraph.validation import Verdict, checks, revalidate, set_checks
from tests.validation.examples import COMPILED, DOCUMENTS, INVALID, VALID, graph, name, verdicts
from tests.validation.mutation import severity_of

pytestmark = pytest.mark.xdist_group("reference")  # its verdicts are worked out once


@cache
def found(path: Path) -> list[ValidationResult]:
    return [result for of_one in revalidate(path, COMPILED).values() for result in of_one]


def codes(path: Path) -> set[str]:
    return {result.code for result in found(path)}


def test_every_code_has_its_examples() -> None:
    known = {check.code for check in (*checks().values(), *set_checks().values())}
    assert {path.parent.name for path in INVALID} == known
    assert {path.parent.name for path in VALID} == known


@pytest.mark.parametrize("path", INVALID, ids=name)
def test_an_invalid_example_gives_its_code_and_no_other(path: Path) -> None:
    assert codes(path) == {path.parent.name}


@pytest.mark.parametrize("path", [path for path in INVALID if severity_of(path)], ids=name)
def test_an_example_that_names_a_severity_gives_no_other(path: Path) -> None:
    assert {result.severity for result in found(path)} == severity_of(path)


@pytest.mark.parametrize("path", VALID, ids=name)
def test_a_valid_example_does_not_give_its_code(path: Path) -> None:
    assert path.parent.name not in codes(path)


def test_every_shape_has_an_example_that_it_refuses() -> None:
    refused = {result.shape for path in INVALID for result in found(path)}
    assert refused == {*checks(), *set_checks()}


@pytest.mark.parametrize("path", INVALID, ids=name)
def test_no_placeholder_is_left_in_any_message(path: Path) -> None:
    for result in found(path):
        for words in (result.message, result.message_fr):
            assert re.search(r"[{}]|  |^\s|\s$", words) is None


def _constraints() -> dict[str, tuple[list[NamedNode], str]]:
    """The target classes and the query of each shape that asks in SPARQL."""
    shapes = rdflib.Graph()
    for path in folder("shapes").glob("*.ttl"):
        shapes.parse(path)
    prefixes = "".join(
        f"PREFIX {shapes.value(one, SH.prefix)}: <{shapes.value(one, SH.namespace)}>\n"
        for one in shapes.objects(None, SH.declare)
    )
    return {
        str(shape): (
            [NamedNode(str(target)) for target in shapes.objects(shape, SH.targetClass)],
            f"{prefixes}{shapes.value(query, SH.select)}",
        )
        for shape, query in shapes.subject_objects(SH.sparql)
    }


CONSTRAINTS = _constraints()


def _asked_of_oxigraph(data: Iterable[Quad]) -> set[Verdict]:
    store = Store()
    store.bulk_extend(data)
    verdicts = set()
    for shape, (targets, query) in CONSTRAINTS.items():
        for node in {quad.subject for kind in targets for quad in store.quads_for_pattern(None, RDF.type, kind, None)}:
            assert isinstance(node, NamedNode)
            rows = store.query(query, substitutions={Variable("this"): node})
            assert isinstance(rows, QuerySolutions)
            names = {variable.value for variable in rows.variables}
            for row in rows:
                value = row["value"] if "value" in names else None
                verdicts.add(Verdict(shape, node.value, value.value if value else None))
    return verdicts


@pytest.mark.parametrize("path", DOCUMENTS, ids=name)
def test_the_compiled_engine_gives_the_references_verdicts(path: Path) -> None:
    assert COMPILED.validate(graph(path)) == verdicts(path)


@pytest.mark.parametrize("path", DOCUMENTS, ids=name)
def test_another_sparql_engine_answers_the_constraints_alike(path: Path) -> None:
    data = graph(path).quads(NamedNode("urn:graph"))
    reference = {verdict for verdict in verdicts(path) if verdict.shape in CONSTRAINTS}
    assert _asked_of_oxigraph(Quad(quad.subject, quad.predicate, quad.object) for quad in data) == reference
