"""The whole street: files become documents, facts, identities, quads, findings and a store.

Each stage is a pure function of the set of documents, so the graph is the same whatever the order of the files and the
number of workers. A document that cannot be read is told and passed over; the last good build stays until the new one
is whole.

Facts and quads lie on disk: of each document no more is held than its names, which identity must see all at once.
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
from delibgraph.engines import Engine, Processes, Tell, alive
from delibgraph.facts import Act
from delibgraph.identity import Identities, Rulings, Shared, ledger, outline, resolve
from delibgraph.identity.ledger import DECISIONS
from delibgraph.library import KEPT, REPORT
from delibgraph.queries import prepare
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
from delibgraph.reading import Source
from delibgraph.registers import Consulted, consult
from delibgraph.store import Packed, Publication, StoreError, pack, pack_lines, write_atomically
from delibgraph.validation import DocumentValidator, located, merge, validate_store

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
    with _Watch(report, "extraction"):
        documents = _unique(_read_all(paths, engine, report, progress, kept), report)
        _set_aside(report, come_upon)
    whole = False
    while not whole:
        if not documents:
            raise ValueError("no deliberation was read; nothing was built")
        with _Watch(report, "identity"):
            consulted = _identified(documents, rulings, registers)
        with Publication(out) as publication:
            with _Watch(report, "graph and validation"):
                made = _graphs(documents, consulted, kept, engine, progress)
                failures = _add_parts(publication, documents, consulted.identities, made, report)
            if whole := not failures:
                _publish(publication, documents, consulted.identities, report)
                judged = ledger.rows(consulted.identities.judgements, rulings)
                write_atomically(out / DECISIONS, ledger.to_csv(renewed(before, _own(out), judged)).encode())
        report.failures += failures
        documents = _without(documents, failures)
    report.finished = time.strftime("%Y-%m-%dT%H:%M:%S%z")
    write_atomically(out / REPORT, report.to_json().encode())
    kept.prune((outlined.path, outlined.sha256) for outlined in documents)
    prepare(out)
    return report


def _identified(documents: Iterable[_Outlined], rulings: Rulings, registers: Sequence[Path]) -> Consulted:
    identities = resolve((act for outlined in documents for act in outlined.acts), rulings)
    return consult(registers, identities) if registers else Consulted(identities)


def _add_parts(
    publication: Publication,
    documents: Sequence[_Outlined],
    identities: Identities,
    made: Iterable[_Made | Failure],
    report: Report,
) -> list[Failure]:
    """Add what all documents share and what each says; gives the documents of which nothing could be made.

    The identities were told from those too, so with one of them the whole is to be made anew without it.
    """
    failures: list[Failure] = []
    report.built = []
    for name, packed in _shared(identities):
        publication.add(name, packed)
    for outlined, one in zip(documents, made, strict=True):
        if isinstance(one, Failure):
            failures.append(one)
        else:
            publication.add(f"document/{outlined.sha256}", one.packed)
            report.built.append(Built(outlined.path, outlined.sha256, len(outlined.acts), tuple(one.findings)))
    return failures


def _publish(publication: Publication, documents: Sequence[_Outlined], identities: Identities, report: Report) -> None:
    """Fill the store, check the set in it, and put all in the place of the last."""
    with _Watch(report, "store"):
        store = publication.store()
    with _Watch(report, "checks of the set"):
        report.set_findings = validate_store(store)
        publication.add("findings", pack_lines(set_finding_quads(report.set_findings, store).nquads()))
        del store
    with _Watch(report, "files"):
        report.counts = _counts(documents, identities, publication.quads)
        publication.commit()


def _without(documents: Iterable[_Outlined], failures: Iterable[Failure]) -> list[_Outlined]:
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


@dataclass(frozen=True, slots=True)
class _Outlined:
    """What is held of a document: where it lies, and its acts as identity sees them."""

    path: str
    sha256: str
    acts: tuple[Act, ...]
    recalled: bool


def _read_all(
    paths: Sequence[Source], engine: Engine, report: Report, progress: Progress, kept: Kept
) -> Iterator[_Outlined]:
    with (
        engine.telling(progress) as tell,
        closing(engine.work(_Reader(tell, kept), paths, passed_over)) as results,
    ):  # workers end before the listener
        yield from _outlines(results, len(paths), report, progress)


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads a file, and tells of its pages."""

    tell: Tell
    kept: Kept

    def __call__(self, path: Source) -> _Outlined | Failure:
        facts = self.kept.facts(path, self._page)
        if isinstance(facts, Failure):
            return facts
        document = facts.document
        return _Outlined(document.path, document.sha256, tuple(map(outline, facts.acts)), facts.recalled)

    def _page(self, name: str, done: int, total: int) -> None:
        alive()
        self.tell(name, done, total)


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


def _shared(identities: Identities) -> Iterator[tuple[str, Packed]]:
    """What no one document states, in parts."""
    yield "ontology", pack(ontology_quads())
    yield "registers", pack_lines(register_quads(identities).nquads())
    for name, part in identities.parts():
        yield f"identity/{name}", pack_lines(identity_quads(part).nquads())


@dataclass(frozen=True, slots=True)
class _Made:
    """A document's quads, packed, and its findings."""

    packed: Packed
    findings: list[ValidationResult]


def _graphs(
    documents: Sequence[_Outlined], consulted: Consulted, kept: Kept, engine: Engine, progress: Progress
) -> Iterator[_Made | Failure]:
    make = _GraphMaker.of(consulted, kept)
    made = engine.work(make, [(one.path, one.sha256) for one in documents], _unmade)
    for done, result in enumerate(made, 1):
        progress("checking", done, len(documents))
        yield result


@dataclass(frozen=True, slots=True)
class _GraphMaker:
    """A document's quads and findings; it holds what all documents share."""

    consulted: Consulted
    kept: Kept
    validator: DocumentValidator

    @classmethod
    def of(cls, consulted: Consulted, kept: Kept) -> _GraphMaker:
        """With a validator of its own."""
        return cls(consulted, kept, DocumentValidator(Described(consulted.identities)))

    def __reduce__(self) -> tuple[Callable[..., _GraphMaker], tuple[Consulted, Kept]]:
        """Travel to another machine, where the shapes are compiled anew."""
        return _GraphMaker.of, (self.consulted, self.kept)

    def __call__(self, place: tuple[str, str]) -> _Made | Failure:
        facts = self.kept.kept(*place)
        if facts is None:
            raise StoreError(
                f"{place[0]}: what was read of it is gone from {self.kept.folder} "
                "(build again; the workers of a cluster must share that folder)"
            )
        graph = document_graph(facts.acts, facts.document, self.consulted.identities)
        own = [finding for act in facts.acts for finding in (*act.findings, *self.consulted.findings(act))]
        results = located(merge(self.validator.validate(graph.triples), own), facts.document)
        found = finding_quads(results, facts.document)
        return _Made(pack_lines([*graph.nquads(), *found.nquads()]), results)


def _unmade(place: tuple[str, str]) -> Failure:
    """What becomes of a document on which a worker died after it was read."""
    problem = "its graph cannot be made in the time and memory allowed"
    return Failure(place[0], problem, "leave it out, or split it")


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
    """Notes how long a stage took, each time."""

    def __init__(self, report: Report, stage: str) -> None:
        self.report, self.stage = report, stage

    def __enter__(self) -> None:
        self.start = time.perf_counter()

    def __exit__(self, *_: object) -> None:
        taken = self.report.seconds.get(self.stage, 0.0) + time.perf_counter() - self.start
        self.report.seconds[self.stage] = round(taken, 3)
