"""The examples of the shapes: each graph read once a process, with the reference's verdicts on it."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from pyoxigraph import RdfFormat, parse

from delibgraph.rdf import Triples
from delibgraph.validation import CompiledEngine, DocumentValidator, ReferenceEngine, Verdict
from tests.validation.processors import Result, read_report

EXAMPLES = Path(__file__).parent / "examples"
INVALID = sorted(EXAMPLES.glob("*/invalid*.t*"))
VALID = sorted(EXAMPLES.glob("*/valid*.t*"))
DOCUMENTS = [path for path in (*INVALID, *VALID) if path.suffix == ".ttl"]
"""The examples of checks of one document; those of sets are TriG."""
COMPILED, REFERENCE = CompiledEngine(), ReferenceEngine()


def name(path: Path) -> str:
    """The example's code and file."""
    return f"{path.parent.name}/{path.name}"


@cache
def graph(path: Path) -> Triples:
    """An example of one document, with the law."""
    return DocumentValidator((), COMPILED).completed(Triples.of(parse(path=path)))


@cache
def results(path: Path) -> frozenset[Result]:
    """What the reference engine says of an example of one document."""
    return frozenset(by_reference(graph(path)))


def by_reference(data: Triples) -> set[Result]:
    """What the reference engine says of any graph."""
    report = REFERENCE.report(data).serialize(format="nt", encoding="utf-8")
    return read_report(Triples.of(parse(report, RdfFormat.N_TRIPLES)))


def verdicts(path: Path) -> set[Verdict]:
    """The same as verdicts."""
    return {Verdict(one.shape, one.focus, one.value) for one in results(path)}
