"""``python -m tests.validation.differential``: every engine against the reference, on documents and on damaged graphs.

The graphs are those of the generator's acts, sound ones and ones with a planted fault, read as any document is. Two of
three are damaged besides: triples lost, doubled, pointed elsewhere, values of another type, so that each shape has much
to refuse. What differs is printed with the seed and the number that make it again; the exit code is 1.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import cycle

from pyoxigraph import BlankNode, Literal, NamedNode

from delibgraph.extraction import extract
from delibgraph.facts import Act
from delibgraph.identity import resolve
from delibgraph.rdf import Triples, document_graph, identity_quads
from delibgraph.rdf.triples import Term
from delibgraph.rdf.vocabulary import XSD
from delibgraph.reading import Document
from delibgraph.validation import CompiledEngine, Engine, ReferenceEngine, ValidationError, Verdict, checks
from delibgraph.validation.validator import DocumentValidator
from tests.generator import make
from tests.generator.dice import Dice
from tests.generator.faults import FAULTS, plant

STRANGE: Sequence[Term] = (
    Literal("douze"),
    Literal("douze", datatype=XSD.integer),
    Literal("-3", datatype=XSD.integer),
    Literal("007", datatype=XSD.integer),
    Literal("2.50", datatype=XSD.decimal),
    Literal("2021-02-30", datatype=XSD.date),
    Literal("2021-03-01", datatype=XSD.date),
    Literal("1", datatype=XSD.boolean),
    Literal("séance", language="fr"),
    Literal(""),
    NamedNode("https://example.org/elsewhere"),
    BlankNode("somewhere"),
)
"""Objects that no reader writes, or not there."""


@dataclass(frozen=True, slots=True)
class Difference:
    """A graph on which two engines do not agree."""

    name: str
    missed: frozenset[Verdict]
    invented: frozenset[Verdict]


@dataclass(frozen=True, slots=True)
class Trial:
    """An act's graph as the build would hold it against the shapes, with the codes of the reader's own findings.

    ``fault`` is what was planted in the act, ``graph`` the same damaged or not.
    """

    name: str
    sound: Triples
    graph: Triples
    read: frozenset[str]
    fault: str | None

    def tells(self, engine: Engine) -> bool:
        """Whether the reader or a shape tells of the planted fault, where there is one."""
        if self.fault is None:
            return True
        told = self.read | {checks()[verdict.shape].code for verdict in engine.validate(self.sound)}
        return not told.isdisjoint(FAULTS[self.fault].codes)


def differences(engine: Engine, trials: Iterable[Trial]) -> Iterator[tuple[int, Difference | None]]:
    """For each graph, how many verdicts the reference has on it, and how the engine differs.

    A graph on which the reference breaks down is told and passed over.
    """
    reference = ReferenceEngine()
    for trial in trials:
        try:
            right = reference.validate(trial.graph)
        except ValidationError as error:
            print(f"{trial.name}: no reference: {error}", file=sys.stderr)
            continue
        found = engine.validate(trial.graph)
        same = right == found
        yield len(right), None if same else Difference(trial.name, frozenset(right - found), frozenset(found - right))


def trials(count: int, seed: int, start: int = 0) -> Iterator[Trial]:
    """As many as asked; an act that the reader does not find is none."""
    faults = cycle([None, *FAULTS])
    for number, fault in zip(range(start, start + count), faults, strict=False):
        faulty = plant(fault, seed, number) if fault else None
        case = faulty or make(seed, number)
        document = Document(f"{case.name}.txt", case.text, f"{Dice(case.name).between(0, 16**15):064x}")
        if acts := tuple(extract(document)):
            graph = graph_of(acts, document)
            yield Trial(
                f"seed {seed}, number {number}",
                graph,
                graph if number % 3 == 0 else damaged(graph, Dice(seed, number, "graph")),
                frozenset(finding.code for act in acts for finding in act.findings),
                fault if faulty else None,
            )


def graph_of(acts: Sequence[Act], document: Document) -> Triples:
    """The graph of a document's acts, with what identity and the law add."""
    identities = resolve(acts)
    return DocumentValidator(identity_quads(identities)).completed(document_graph(acts, document, identities).triples)


def damaged(graph: Triples, dice: Dice) -> Triples:
    """The graph with one to eight triples lost, doubled or changed."""
    triples = sorted(graph, key=lambda triple: tuple(map(str, triple)))
    made = set(triples)
    for _ in range(dice.between(1, 8)):
        subject, predicate, value = dice.pick(triples)
        others = [one[2] for one in triples if one[1] == predicate]
        new = dice.pick((*STRANGE, *dice.sample(others, 12)))
        if dice.chance(0.6):
            made.discard((subject, predicate, value))
        if dice.chance(0.7):
            made.add((subject, predicate, new))
    changed = Triples()
    for subject, predicate, value in sorted(made, key=lambda triple: tuple(map(str, triple))):
        changed.add(subject, predicate, value)
    return changed


def main() -> None:
    """Compare, and print what differs."""
    parser = argparse.ArgumentParser(prog="python -m tests.validation.differential", description=main.__doc__)
    parser.add_argument("--count", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--start", type=int, default=0, help="number of the first act")
    asked = parser.parse_args()
    engine = CompiledEngine()
    for shape, why in engine.left_out.items():
        print(f"left to the reference: {shape}: {why}")
    seen = verdicts = different = planted = silent = 0

    def watched() -> Iterator[Trial]:
        nonlocal planted, silent
        for trial in trials(asked.count, asked.seed, asked.start):
            planted += trial.fault is not None
            if not trial.tells(engine):
                silent += 1
                print(f"{trial.name}: nothing tells of the fault {trial.fault}", flush=True)
            yield trial

    for found, difference in differences(engine, watched()):
        seen, verdicts = seen + 1, verdicts + found
        if difference:
            different += 1
            print(f"{difference.name}: missed {sorted(map(str, difference.missed))}")
            print(f"{difference.name}: invented {sorted(map(str, difference.invented))}", flush=True)
        if seen % 100 == 0:
            print(f"{seen} graphs, {verdicts} verdicts, {different} graphs differ", file=sys.stderr, flush=True)
    print(f"{seen} graphs, {verdicts} verdicts, {different} graphs differ; {planted} faults, {silent} not told of")
    sys.exit(1 if different or silent else 0)


if __name__ == "__main__":
    main()
