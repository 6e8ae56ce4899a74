"""The whole street: files become documents, facts, identities, quads, findings and a store.

Each stage is a pure function of the set of documents, so the graph is the same whatever the order of the files and the
number of workers. A document that cannot be read is told and passed over; the last good build stays until the new one
is whole.

Facts and quads lie on disk: of each document no more is held than its names, which identity must see all at once.
"""

from __future__ import annotations

import json
import multiprocessing
import threading
import time
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any, Never

from pyoxigraph import Quad

from delibgraph import __version__
from delibgraph.decisions import renewed
from delibgraph.documents import Failure, Kept
from delibgraph.facts import Act
from delibgraph.identity import Identities, Rulings, Shared, ledger, outline, resolve
from delibgraph.identity.ledger import DECISIONS
from delibgraph.library import KEPT, REPORT
from delibgraph.rdf import (
    Described,
    ValidationResult,
    document_graph,
    finding_quads,
    identity_quads,
    ontology_quads,
    register_quads,
    set_finding_quads,
)
from delibgraph.reading.limits import MEMORY
from delibgraph.registers import Consulted, consult
from delibgraph.store import Packed, Publication, StoreError, pack, write_atomically
from delibgraph.validation import DocumentValidator, located, merge, validate_store
from delibgraph.workers import LONGEST, alive, work

Progress = Callable[[str, int, int], None]
"""Called with the stage's name, how many documents are done, and how many there are."""


@dataclass(frozen=True, slots=True)
class Built:
    """One document in the graph, with its findings."""

    document: str
    sha256: str
    acts: int
    findings: tuple[ValidationResult, ...]


@dataclass(slots=True)
class Report:
    """What a build did: ``report.json``. Times are seconds of wall clock.

    ``skipped`` are the files that nobody asked for by name and that are no acts.
    """

    version: str = __version__
    built: list[Built] = field(default_factory=list)
    set_findings: list[ValidationResult] = field(default_factory=list)
    recalled: int = 0
    failures: list[Failure] = field(default_factory=list)
    skipped: list[Failure] = field(default_factory=list)
    duplicates: list[tuple[str, str]] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)
    seconds: dict[str, float] = field(default_factory=dict)
    finished: str = ""

    def to_json(self) -> str:
        """The report as indented JSON."""
        return json.dumps(asdict(self), ensure_ascii=False, indent=2) + "\n"

    def severities(self) -> Counter[str]:
        """How many findings of each severity."""
        found = (finding for document in self.built for finding in document.findings)
        return Counter(finding.severity for finding in (*found, *self.set_findings))


def build(
    paths: Sequence[Path],
    out: Path,
    jobs: int = 1,
    progress: Progress = lambda *_: None,
    *,
    decisions: Path | None = None,
    registers: Sequence[Path] = (),
    come_upon: Collection[Path] = (),
) -> Report:
    """Build the graph of the files under a folder: what :class:`Publication` writes, and ``report.json``.

    A file that the last build there read, with the same code, is not read again (``documents.py``).

    What people have decided on names, in the folder's ``decisions.csv`` and in the file ``decisions``, goes before the
    machine's own judgement; ``decisions.csv`` is written anew with both. ``registers`` are files of public registers.
    Of the files that were only ``come_upon`` in a folder, one that is no act is skipped, and no failure.

    Raises:
        StoreError: another build is writing there.
        OSError: the folder cannot be written.
        ValueError: not one document could be read; decisions cannot be read, or contradict each other.
    """
    report = Report()
    before, rulings = _own(out), known_rulings(out, decisions)
    kept = Kept(out / KEPT)
    with _Watch(report, "extraction"):
        documents = _unique(_read_all(paths, jobs, report, progress, kept), report)
        _set_aside(report, come_upon)
    if not documents:
        raise ValueError("no deliberation was read; nothing was built")
    with _Watch(report, "identity"):
        identities = resolve((act for outlined in documents for act in outlined.acts), rulings)
        consulted = consult(registers, identities) if registers else Consulted(identities)
        identities = consulted.identities
    with Publication(out) as publication:
        with _Watch(report, "graph and validation"):
            for name, quads in _shared(identities):
                publication.add(name, pack(quads))
            graphs = _graphs(documents, consulted, kept, jobs, progress)
            for outlined, (packed, results) in zip(documents, graphs, strict=True):
                publication.add(f"document/{outlined.sha256}", packed)
                report.built.append(Built(outlined.path, outlined.sha256, len(outlined.acts), tuple(results)))
        with _Watch(report, "store"):
            store = publication.store()
        with _Watch(report, "checks of the set"):
            report.set_findings = validate_store(store)
            publication.add("findings", pack(set_finding_quads(report.set_findings, store)))
            del store
        with _Watch(report, "files"):
            report.counts = _counts(documents, identities, publication.quads)
            publication.commit()
            decided = renewed(before, _own(out), ledger.rows(identities.judgements, rulings))
            write_atomically(out / DECISIONS, ledger.to_csv(decided).encode())
    report.finished = time.strftime("%Y-%m-%dT%H:%M:%S%z")
    write_atomically(out / REPORT, report.to_json().encode())
    kept.prune((outlined.path, outlined.sha256) for outlined in documents)
    return report


def _set_aside(report: Report, come_upon: Collection[Path]) -> None:
    """What is no act and was not named, apart from what could not be read."""
    known, failures = set(map(str, come_upon)), report.failures
    report.skipped = [one for one in failures if one.no_act and one.path in known]
    report.failures = [one for one in failures if not (one.no_act and one.path in known)]


def _own(out: Path) -> list[ledger.Row]:
    """The decisions in the folder."""
    return ledger.read_rows(out / DECISIONS) if (out / DECISIONS).is_file() else []


def known_rulings(out: Path, decisions: Path | None = None) -> Rulings:
    """What people have decided: in the folder of a graph, and in a file that is handed over and goes first.

    Raises:
        ValueError: a file cannot be read, or the decisions contradict each other.
    """
    own = _own(out)
    rows = ledger.merged(own, [row for row in ledger.read_rows(decisions) if row.ruling]) if decisions else own
    return ledger.rulings_of(rows)


@dataclass(frozen=True, slots=True)
class _Outlined:
    """What is held of a document: where it lies, and its acts as identity sees them."""

    path: str
    sha256: str
    acts: tuple[Act, ...]
    recalled: bool


def _read_all(paths: Sequence[Path], jobs: int, report: Report, progress: Progress, kept: Kept) -> Iterator[_Outlined]:
    with (
        _Told(progress, kept) as told,
        closing(work(told.reader, paths, jobs, _passed_over)) as results,
    ):  # workers end before the listener
        yield from _outlines(results, len(paths), report, progress)


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads a file, and tells of its pages through a queue that reaches the main process from its workers."""

    pages: Any
    kept: Kept

    def __call__(self, path: Path) -> _Outlined | Failure:
        facts = self.kept.facts(path, self._tell)
        if isinstance(facts, Failure):
            return facts
        document = facts.document
        return _Outlined(document.path, document.sha256, tuple(map(outline, facts.acts)), facts.recalled)

    def _tell(self, *page: str | int) -> None:
        alive()
        self.pages.put(page)


def _passed_over(path: Path) -> Failure:
    """What becomes of a file on which a worker died."""
    problem = f"takes more than {LONGEST:.0f} seconds or {MEMORY >> 30} GB, or breaks the program that reads it"
    return Failure(str(path), problem, "leave it out, or split it")


class _Told:
    """Passes on what workers tell of pages, as it comes."""

    def __init__(self, progress: Progress, kept: Kept) -> None:
        self._queue = multiprocessing.get_context().SimpleQueue()
        self._thread = threading.Thread(target=self._listen, args=(progress,), daemon=True)
        self.reader = _Reader(self._queue, kept)

    def _listen(self, progress: Progress) -> None:
        while (page := self._queue.get()) is not None:
            progress(*page)

    def __enter__(self) -> _Told:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._queue.put(None)
        self._thread.join()


def _outlines(
    results: Iterable[_Outlined | Failure], count: int, report: Report, progress: Progress
) -> Iterator[_Outlined]:
    """What was read; failures go to the report."""
    shared = Shared()
    for done, outlined in enumerate(results, 1):
        progress("reading", done, count)
        if isinstance(outlined, Failure):
            report.failures.append(outlined)
        else:
            report.recalled += outlined.recalled
            yield replace(outlined, acts=tuple(map(shared.add, outlined.acts)))


def _unique(outlines: Iterable[_Outlined], report: Report) -> list[_Outlined]:
    """The documents by hash, each once: the same bytes under two names are one document."""
    known: dict[str, _Outlined] = {}
    for outlined in sorted(outlines, key=lambda outlined: (outlined.sha256, outlined.path)):
        first = known.setdefault(outlined.sha256, outlined)
        if first is not outlined:
            report.duplicates.append((outlined.path, first.path))
    return list(known.values())


def _shared(identities: Identities) -> Iterator[tuple[str, Iterator[Quad]]]:
    """What no one document states, in parts."""
    yield "ontology", ontology_quads()
    yield "registers", register_quads(identities)
    for name, part in identities.parts():
        yield f"identity/{name}", identity_quads(part)


def _graphs(
    documents: Sequence[_Outlined], consulted: Consulted, kept: Kept, jobs: int, progress: Progress
) -> Iterator[tuple[Packed, list[ValidationResult]]]:
    make = _GraphMaker(consulted, kept, DocumentValidator(Described(consulted.identities)))
    for done, result in enumerate(work(make, [(one.path, one.sha256) for one in documents], jobs, _unmade), 1):
        progress("checking", done, len(documents))
        yield result


@dataclass(frozen=True, slots=True)
class _GraphMaker:
    """A document's quads and findings; it holds what all documents share."""

    consulted: Consulted
    kept: Kept
    validator: DocumentValidator

    def __call__(self, place: tuple[str, str]) -> tuple[Packed, list[ValidationResult]]:
        facts = self.kept.kept(*place)
        if facts is None:
            raise StoreError(f"{place[0]}: what was read of it is gone from {self.kept.folder} (build again)")
        graph = document_graph(facts.acts, facts.document, self.consulted.identities)
        own = [finding for act in facts.acts for finding in (*act.findings, *self.consulted.findings(act))]
        results = located(merge(self.validator.validate(graph.triples), own), facts.document)
        return pack([*graph, *finding_quads(results, facts.document)]), results


def _unmade(place: tuple[str, str]) -> Never:
    """Nothing becomes of a document on which a worker died: the graph would lack it.

    Raises:
        ValueError: always.
    """
    raise ValueError(f"{place[0]}: its graph cannot be made in the time and memory allowed (leave it out)")


def _counts(documents: Sequence[_Outlined], identities: Identities, quads: int) -> dict[str, int]:
    return {
        "documents": len(documents),
        "acts": sum(len(outlined.acts) for outlined in documents),
        "bodies": len(identities.bodies),
        "persons": len(identities.persons),
        "organisations": len(identities.organisations),
        "quads": quads,
    }


class _Watch:
    """Notes how long a stage took."""

    def __init__(self, report: Report, stage: str) -> None:
        self.report, self.stage = report, stage

    def __enter__(self) -> None:
        self.start = time.perf_counter()

    def __exit__(self, *_: object) -> None:
        self.report.seconds[self.stage] = round(time.perf_counter() - self.start, 3)
