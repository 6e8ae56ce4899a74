"""The whole street: files become documents, facts, identities, quads, findings and a store.

Each stage is a pure function of the set of documents, so the graph is the same whatever the order of the files and the
number of workers. A document that cannot be read is told and passed over; the last good build stays until the new one
is whole.

Facts, quads and persons lie on disk: of each document no more is held than what it says of its body and of
organisations (``partition.py``).
"""

from __future__ import annotations

import json
import time
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path

from delibgraph import __version__
from delibgraph.decisions import renewed
from delibgraph.documents import Failure, Kept, passed_over
from delibgraph.engines import Engine, Place, Processes, Spool, Tell, alive
from delibgraph.identity import Rulings, Shared, ledger
from delibgraph.identity.ledger import DECISIONS
from delibgraph.library import KEPT, REPORT
from delibgraph.partition import Outlined, Partition, Progress, slice_of
from delibgraph.queries import MAIN_QUESTIONS, answered
from delibgraph.rdf import (
    Described,
    ValidationResult,
    document_graph,
    finding_quads,
    ontology_quads,
    register_quads,
    set_finding_quads,
)
from delibgraph.reading import Source
from delibgraph.store import Packed, Publication, StoreError, pack, pack_lines, write_atomically
from delibgraph.validation import CompiledEngine, DocumentValidator, located, merge, validate_store

MOST_ASKED = 10_000_000
"""Quads above which a build does not find the answers to the main questions itself: at 8 million that takes 1.2 GB."""


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
    paths: Sequence[Source],
    out: Path,
    jobs: int = 1,
    progress: Progress = lambda *_: None,
    *,
    engine: Engine | None = None,
    decisions: Path | None = None,
    registers: Sequence[Path] = (),
    come_upon: Collection[Source] = (),
) -> Report:
    """Build the graph of the files under a folder: what :class:`Publication` writes, and ``report.json``.

    A file that the last build there read, with the same code, is not read again (``documents.py``). The work is done by
    ``jobs`` processes, or by the ``engine``.

    What people have decided on names, in the folder's ``decisions.csv`` and in the file ``decisions``, goes before the
    machine's own judgement; ``decisions.csv`` is written anew with both. ``registers`` are files of public registers.
    Of the files that were only ``come_upon`` in a folder, one that is no act is skipped, and no failure.

    Raises:
        StoreError: another build is writing there.
        EngineError: nobody is left to work.
        OSError: the folder cannot be written.
        ValueError: not one document could be read; decisions cannot be read, or contradict each other.
    """
    report = Report()
    before, rulings = _own(out), known_rulings(out, decisions)
    kept = Kept(out / KEPT)
    engine = engine or Processes(jobs)
    with Spool(kept.folder) as spool:
        with _Watch(report, "extraction"):
            documents = _unique(_read_all(paths, engine, report, progress, kept, spool), report)
            _set_aside(report, come_upon)
        whole = False
        while not whole:
            if not documents:
                raise ValueError("no deliberation was read; nothing was built")
            with _Watch(report, "identity"):
                partition = Partition.of(documents, rulings, registers, spool)
            with Publication(out) as publication:
                failures = _add_parts(publication, documents, partition, _Work(engine, kept, progress), report)
                if whole := not failures:
                    _publish(publication, documents, partition, report)
                    judged = ledger.rows(partition.judgements, rulings)
                    write_atomically(out / DECISIONS, ledger.to_csv(renewed(before, _own(out), judged)).encode())
            report.failures += failures
            documents = _without(documents, failures)
    report.finished = time.strftime("%Y-%m-%dT%H:%M:%S%z")
    write_atomically(out / REPORT, report.to_json().encode())
    kept.prune((outlined.path, outlined.sha256) for outlined in documents)
    if report.counts["quads"] <= MOST_ASKED:
        for done, _ in enumerate(answered(out), 1):
            progress("answering", done, len(MAIN_QUESTIONS))
    return report


@dataclass(frozen=True, slots=True)
class _Work:
    """Who works, on what is kept where, and who is told."""

    engine: Engine
    kept: Kept
    progress: Progress


def _add_parts(
    publication: Publication, documents: Sequence[Outlined], partition: Partition, work: _Work, report: Report
) -> list[Failure]:
    """Add what all documents share and what each says; gives the documents of which nothing could be made.

    The identities were told from those too, so with one of them the whole is to be made anew without it.
    """
    publication.add("ontology", pack(ontology_quads()))
    publication.add("registers", pack_lines(register_quads(partition.known).nquads()))
    with _Watch(report, "identity"):
        for name, packed in partition.parts(work.engine, work.progress):
            publication.add(f"identity/{name}", packed)
    if failures := [_untold(one) for one in documents if partition.lost & partition.bodies(one)]:
        return failures
    with _Watch(report, "graph and validation"):
        return _add_graphs(publication, documents, partition, work, report)


def _add_graphs(
    publication: Publication, documents: Sequence[Outlined], partition: Partition, work: _Work, report: Report
) -> list[Failure]:
    """Add each document's graph, body by body; gives the documents of which none could be made."""
    failures: list[Failure] = []
    report.built = []
    places = sorted((partition.needs(one), one.sha256, one.path, len(one.acts)) for one in documents)
    make = _GraphMaker(work.kept, partition.spool)
    made = work.engine.work(make, [(path, sha256, needs) for needs, sha256, path, _ in places], _unmade)
    for done, ((_, sha256, path, acts), one) in enumerate(zip(places, made, strict=True), 1):
        work.progress("checking", done, len(places))
        if isinstance(one, Failure):
            failures.append(one)
        else:
            publication.add(f"document/{sha256}", one.packed)
            report.built.append(Built(path, sha256, acts, tuple(one.findings)))
    report.built.sort(key=lambda built: built.sha256)
    return failures


def _publish(publication: Publication, documents: Sequence[Outlined], partition: Partition, report: Report) -> None:
    """Fill the store, check the set in it, and put all in the place of the last."""
    with _Watch(report, "store"):
        store = publication.store()
    with _Watch(report, "checks of the set"):
        report.set_findings = validate_store(store)
        publication.add("findings", pack_lines(set_finding_quads(report.set_findings, store).nquads()))
        del store
    with _Watch(report, "files"):
        report.counts = _counts(documents, partition, publication.quads)
        publication.commit()


def _without(documents: Iterable[Outlined], failures: Iterable[Failure]) -> list[Outlined]:
    aside = {failure.path for failure in failures}
    return [outlined for outlined in documents if outlined.path not in aside]


def _set_aside(report: Report, come_upon: Collection[Source]) -> None:
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


def _read_all(
    paths: Sequence[Source], engine: Engine, report: Report, progress: Progress, kept: Kept, spool: Spool
) -> Iterator[Outlined]:
    """What was read; failures go to the report."""
    shared = Shared()
    with (
        engine.telling(progress) as tell,
        closing(engine.work(_Reader(tell, kept), paths, passed_over)) as results,
    ):  # workers end before the listener
        for done, result in enumerate(results, 1):
            progress("reading", done, len(paths))
            if isinstance(result, Failure):
                report.failures.append(result)
                continue
            outlined, rosters = result
            report.recalled += outlined.recalled
            yield replace(outlined, acts=tuple(map(shared.add, outlined.acts)), rosters=spool.add(rosters))


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads a file, and tells of its pages."""

    tell: Tell
    kept: Kept

    def __call__(self, path: Source) -> tuple[Outlined, bytes] | Failure:
        facts = self.kept.facts(path, self._page)
        return facts if isinstance(facts, Failure) else Outlined.of(facts)

    def _page(self, name: str, done: int, total: int) -> None:
        alive()
        self.tell(name, done, total)


def _unique(outlines: Iterable[Outlined], report: Report) -> list[Outlined]:
    """The documents by hash, each once: the same bytes under two names are one document."""
    known: dict[str, Outlined] = {}
    for outlined in sorted(outlines, key=lambda outlined: (outlined.sha256, outlined.path)):
        first = known.setdefault(outlined.sha256, outlined)
        if first is not outlined:
            report.duplicates.append((outlined.path, first.path))
    return list(known.values())


@dataclass(frozen=True, slots=True)
class _Made:
    """A document's quads, packed, and its findings."""

    packed: Packed
    findings: list[ValidationResult]


class _GraphMaker:
    """A document's quads and findings; it holds the last document's slice, since those of one body come together."""

    def __init__(self, kept: Kept, spool: Spool) -> None:
        """With the shapes compiled."""
        self._kept, self._spool, self._shapes = kept, spool, CompiledEngine()
        self._needs: tuple[Place, ...] = ()

    def __reduce__(self) -> tuple[Callable[..., _GraphMaker], tuple[Kept, Spool]]:
        """Travel to another machine, where the shapes are compiled anew."""
        return _GraphMaker, (self._kept, self._spool)

    def __call__(self, place: tuple[str, str, tuple[Place, ...]]) -> _Made | Failure:
        path, sha256, needs = place
        facts = self._kept.kept(path, sha256)
        if facts is None:
            raise StoreError(
                f"{path}: what was read of it is gone from {self._kept.folder} "
                "(build again; the workers of a cluster must share that folder)"
            )
        if needs != self._needs:
            self._consulted = slice_of(self._spool, needs)
            self._validator = DocumentValidator(Described(self._consulted.identities), self._shapes)
            self._needs = needs
        graph = document_graph(facts.acts, facts.document, self._consulted.identities)
        own = [finding for act in facts.acts for finding in (*act.findings, *self._consulted.findings(act))]
        results = located(merge(self._validator.validate(graph.triples), own), facts.document)
        found = finding_quads(results, facts.document)
        return _Made(pack_lines([*graph.nquads(), *found.nquads()]), results)


def _unmade(place: tuple[str, str, tuple[Place, ...]]) -> Failure:
    """What becomes of a document on which a worker died after it was read."""
    problem = "its graph cannot be made in the time and memory allowed"
    return Failure(place[0], problem, "leave it out, or split it")


def _untold(outlined: Outlined) -> Failure:
    """What becomes of a document on whose body's persons a worker died."""
    problem = "the persons of its body cannot be told apart in the time and memory allowed"
    return Failure(outlined.path, problem, "build fewer of the body's documents at once")


def _counts(documents: Sequence[Outlined], partition: Partition, quads: int) -> dict[str, int]:
    return {
        "documents": len(documents),
        "acts": sum(len(outlined.acts) for outlined in documents),
        "bodies": len(partition.known.bodies),
        "persons": partition.persons,
        "organisations": len(partition.known.organisations),
        "quads": quads,
    }


class _Watch:
    """Notes how long a stage took, each time."""

    def __init__(self, report: Report, stage: str) -> None:
        self.report, self.stage = report, stage

    def __enter__(self) -> None:
        self.start = time.perf_counter()

    def __exit__(self, *_: object) -> None:
        taken = self.report.seconds.get(self.stage, 0.0) + time.perf_counter() - self.start
        self.report.seconds[self.stage] = round(taken, 3)
