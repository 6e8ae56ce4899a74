"""The shapes work by themselves in other SHACL processors: Apache Jena and TopBraid give the reference's results.

A start of either takes seconds, so the examples go to it as one graph, each under names of its own. Those that bring a
regime of their own would change the law for the others: they are one graph more, on which the reference is asked too.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from pyoxigraph import NamedNode

from delibgraph.build import Report
from delibgraph.rdf import Triples
from delibgraph.rdf.triples import Term
from delibgraph.rdf.vocabulary import FINDINGS_GRAPH, ONTOLOGY_GRAPH
from delibgraph.store import NQUADS, read_quads
from delibgraph.validation import DocumentValidator
from delibgraph.validation.shapes import project_shapes
from tests.validation.examples import DOCUMENTS, by_reference, graph, results
from tests.validation.processors import Result, by_jena, by_topbraid

pytestmark = pytest.mark.xdist_group("reference")
Processor = Callable[[Triples, Triples, Path], set[Result]]
EXAMPLE = "https://example.org/"
LEGISLATING = [path for path in DOCUMENTS if "dg:LegalRegime" in path.read_text(encoding="utf-8")]
OTHERS = [path for path in DOCUMENTS if path not in LEGISLATING]


def merged(paths: Iterable[Path]) -> Triples:
    """The graphs of examples as one, each under names of its own."""
    both = Triples()
    for path in paths:
        for subject, predicate, value in graph(path):
            both.add(own(subject, path), predicate, own(value, path))
    return both


def own(term: Term, path: Path) -> Term:
    return NamedNode(own_name(term.value, path)) if isinstance(term, NamedNode) else term


def own_name(name: str, path: Path) -> str:
    return name.replace(EXAMPLE, f"{EXAMPLE}{path.parent.name}/{path.stem}/") if name.startswith(EXAMPLE) else name


@pytest.fixture(params=[by_jena, by_topbraid], ids=["jena", "topbraid"])
def processor(request: pytest.FixtureRequest) -> Processor:
    """What another processor finds: of data, by shapes, in a folder for its files."""
    found: Processor = request.param
    return found


def test_gives_the_references_results_on_the_examples_of_the_shapes(processor: Processor, tmp_path: Path) -> None:
    expected = {
        result._replace(focus=own_name(result.focus, path), value=result.value and own_name(result.value, path))
        for path in OTHERS
        for result in results(path)
    }
    assert len(expected) > 200
    assert processor(merged(OTHERS), project_shapes(), tmp_path) == expected


def test_reads_regimes_that_are_added(processor: Processor, tmp_path: Path) -> None:
    data = merged(LEGISLATING)
    expected = by_reference(data)
    assert expected
    assert processor(data, project_shapes(), tmp_path) == expected


@pytest.fixture(scope="module")
def stated(built: tuple[Path, Report]) -> Triples:
    """The acts of a build, and what the law says."""
    apart = (FINDINGS_GRAPH, ONTOLOGY_GRAPH)
    return DocumentValidator().completed(
        Triples.of(quad for quad in read_quads(built[0] / NQUADS) if quad.graph_name not in apart)
    )


def test_gives_the_references_results_on_built_acts(processor: Processor, stated: Triples, tmp_path: Path) -> None:
    expected = by_reference(stated)
    assert {result.severity.rpartition("#")[2] for result in expected} == {"Violation", "Warning", "Info"}
    assert processor(stated, project_shapes(), tmp_path) == expected
