"""``make bench``: run every benchmark on the examples and print one table.

Machines are noisy and shared: the ratio counts, not the rate. Seconds are those of the processor, not of the clock;
peer and subject take turns, a short piece of work is done again until its turn is long enough to be measured, and the
best run of each is kept.
"""

from __future__ import annotations

import hashlib
import resource
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import cycle
from pathlib import Path

import rdflib
import spacy
from pyoxigraph import RdfFormat, serialize
from rich.console import Console
from rich.table import Table
from spacy.language import Language

from delibgraph.build import Report, build
from delibgraph.documents import Facts, read_facts
from delibgraph.extraction import extract
from delibgraph.identity import resolve
from delibgraph.rdf import Described, Triples, document_graph, document_quads, identity_quads
from delibgraph.reading import read, sources
from delibgraph.validation import DocumentValidator, ReferenceEngine
from tests.generator import cases

EXAMPLES = Path(__file__).parents[1] / "examples"
ROUNDS = 3
TURN = 2.0
"""Seconds of the processor that a turn fills with runs of the same work, one run at least."""
DOCUMENTS = 10_000
ACTS, FEW = 200, 10
"""Generated acts in the run of the whole street, and in that of its peer."""


@dataclass(frozen=True, slots=True)
class Race:
    """A piece of work and its peer's, on documents of one sort, ``count`` and ``peer_count`` of them."""

    name: str
    peer_name: str
    work: Callable[[], object]
    peer: Callable[[], object]
    count: int
    peer_count: int


def seconds(work: Callable[[], object]) -> float:
    """The seconds of the processor that the best run of a turn takes, those of its threads included."""
    best, spent = float("inf"), 0.0
    while spent < TURN:
        start = time.process_time()
        work()
        took = time.process_time() - start
        best, spent = min(best, took), spent + took
    return best


def races(facts: list[Facts], scratch: Path) -> Iterator[Race]:
    """The benchmarks; each run does all documents."""
    model = spacy.load("fr_core_news_sm")
    texts = [one.document.text for one in facts]
    both = len(facts), len(facts)
    yield Race(
        "extraction",
        "fr_core_news_sm, full pipeline",
        lambda: [extract(one.document) for one in facts],
        lambda: list(model.pipe(texts)),
        *both,
    )
    identities = resolve(act for one in facts for act in one.acts)
    triples = [document_graph(one.acts, one.document, identities).triples for one in facts]
    graphs = [list(document_quads(one.acts, one.document, identities)) for one in facts]
    yield Race(
        "emission to N-Quads",
        "rdflib, the same quads",
        lambda: [
            serialize(document_quads(one.acts, one.document, identities), format=RdfFormat.N_QUADS) for one in facts
        ],
        lambda: [through_rdflib(serialize(quads, format=RdfFormat.N_QUADS) or b"") for quads in graphs],
        *both,
    )
    shared = list(identity_quads(identities))
    validator, reference = DocumentValidator(shared), DocumentValidator(shared, ReferenceEngine())
    building = DocumentValidator(Described(identities))
    yield Race(
        "validation, as in a build",
        "pySHACL, the same graphs",
        lambda: [building.validate(Triples(graph.columns)) for graph in triples],  # nothing derived in a run before
        lambda: [reference.validate(Triples(graph.columns)) for graph in triples],
        *both,
    )
    yield Race(
        "validation, from quads",
        "pySHACL, the same graphs",
        lambda: [validator.validate(quads) for quads in graphs],
        lambda: [reference.validate(quads) for quads in graphs],
        *both,
    )
    yield street(model, reference, scratch)


def street(model: Language, reference: DocumentValidator, scratch: Path) -> Race:
    """A build of :data:`ACTS` generated acts, and the first few of them through the peers of its stages."""
    paths = []
    for case in cases(ACTS, seed=1):
        paths.append(scratch / f"{case.name}.txt")
        paths[-1].write_text(case.text, encoding="utf-8")
    few = [read_facts(path) for path in paths[:FEW]]
    identities = resolve(act for one in few for act in one.acts)
    graphs = [list(document_quads(one.acts, one.document, identities)) for one in few]

    def ours() -> Report:
        shutil.rmtree(scratch / "out", ignore_errors=True)
        return build(paths, scratch / "out")

    def naive() -> None:
        for path, quads in zip(paths, graphs, strict=False):
            model(read(path).text)
            through_rdflib(serialize(quads, format=RdfFormat.N_QUADS) or b"")
            reference.validate(quads)

    return Race("whole street, one process", "naive street: these peers", ours, naive, ACTS, FEW)


def loaded(quads: bytes) -> rdflib.Dataset:
    """The quads in an rdflib data set."""
    data = rdflib.Dataset()
    data.parse(data=quads, format="nquads")
    return data


def through_rdflib(quads: bytes) -> str:
    """The quads read and written by rdflib."""
    return loaded(quads).serialize(format="nquads")


def main() -> None:
    """Run and print."""
    console = Console()
    facts = [read_facts(path) for path in sources([EXAMPLES])]
    size = sum(len(one.document.text) for one in facts) // len(facts)
    table = Table("benchmark", "documents/s", "peer", "peer's", "ratio", box=None, header_style="bold")
    with tempfile.TemporaryDirectory() as scratch:
        for race in races(facts, Path(scratch)):
            race.work(), race.peer()
            own, other = zip(*((seconds(race.work), seconds(race.peer)) for _ in range(ROUNDS)), strict=True)
            rates = race.count / min(own), race.peer_count / min(other)
            table.add_row(race.name, f"{rates[0]:.1f}", race.peer_name, f"{rates[1]:.1f}", f"{rates[0] / rates[1]:.2f}")
            print(f"{race.name}: done", file=sys.stderr)
    console.print(f"{len(facts)} documents of {size:,} characters on average, best run of {ROUNDS} turns\n")
    console.print(table)
    early, late = memory(facts, DOCUMENTS)
    console.print(f"peak memory of a validation: {early:.1f} MiB after {DOCUMENTS // 10:,} documents, "
                  f"{late:.1f} MiB after {DOCUMENTS:,}")  # fmt: skip


def memory(facts: list[Facts], count: int) -> tuple[float, float]:
    """The process's peak in MiB after a tenth of so many validations, each of a new document, and after all."""
    validator = DocumentValidator(identity_quads(resolve(act for one in facts for act in one.acts)))
    early = 0.0
    for number, one in zip(range(count), cycle(facts), strict=False):
        sha256 = hashlib.sha256(f"{one.document.sha256}/{number}".encode()).hexdigest()
        document, acts = replace(one.document, sha256=sha256), [replace(act, sha256=sha256) for act in one.acts]
        validator.validate(document_graph(acts, document, resolve(acts)).triples)
        if number == count // 10:
            early = _peak()
    return early, _peak()


def _peak() -> float:
    """MiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
