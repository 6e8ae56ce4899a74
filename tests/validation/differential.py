"""``python -m tests.validation.differential``: every engine against the reference, on documents and on damaged graphs.

The graphs are those of the generator's acts, sound ones and ones with a planted fault, read as any document is. Two of
three are damaged besides: triples lost, doubled, pointed elsewhere, values of another type, so that each shape has much
to refuse. What differs is printed with the seed and the number that make it again; the exit code is 1.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import cycle

from pyoxigraph import BlankNode, Literal, NamedNode

from delibgraph.extraction import extract
from delibgraph.identity import resolve
from delibgraph.rdf import Triples, document_graph, identity_quads
from delibgraph.rdf.triples import Term
from delibgraph.rdf.vocabulary import XSD
from delibgraph.reading import Document
from delibgraph.validation import CompiledEngine, Engine, ReferenceEngine, ValidationError, Verdict
from delibgraph.validation.validator import DocumentValidator
from tests.generator import Case, make
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


def differences(engine: Engine, graphs: Iterator[tuple[str, Triples]]) -> Iterator[tuple[int, Difference | None]]:
    """For each graph, how many verdicts the reference has on it, and how the engine differs.

    A graph on which the reference breaks down is told and passed over.
    """
    reference = ReferenceEngine()
    for name, graph in graphs:
        try:
            right = reference.validate(graph)
        except ValidationError as error:
            print(f"{name}: no reference: {error}", file=sys.stderr)
            continue
        found = engine.validate(graph)
        same = right == found
        yield len(right), None if same else Difference(name, frozenset(right - found), frozenset(found - right))


def graphs(count: int, seed: int, start: int = 0) -> Iterator[tuple[str, Triples]]:
    """As many graphs as asked, each with what identity and the law add."""
    faults = cycle([None, *FAULTS])
    for number, fault in zip(range(start, start + count), faults, strict=False):
        case = (plant(fault, seed, number) if fault else None) or make(seed, number)
        graph = graph_of(case)
        if graph is not None:
            dice = Dice(seed, number, "graph")
            yield f"seed {seed}, number {number}", graph if number % 3 == 0 else damaged(graph, dice)


def graph_of(case: Case) -> Triples | None:
    """The graph of an act as the build would hold it against the shapes; ``None`` where the reader finds no act."""
    document = Document(f"{case.name}.txt", case.text, f"{Dice(case.name).between(0, 16**15):064x}")
    acts = tuple(extract(document))
    if not acts:
        return None
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
    seen = verdicts = different = 0
    for found, difference in differences(engine, graphs(asked.count, asked.seed, asked.start)):
        seen, verdicts = seen + 1, verdicts + found
        if difference:
            different += 1
            print(f"{difference.name}: missed {sorted(map(str, difference.missed))}")
            print(f"{difference.name}: invented {sorted(map(str, difference.invented))}", flush=True)
        if seen % 100 == 0:
            print(f"{seen} graphs, {verdicts} verdicts, {different} graphs differ", file=sys.stderr, flush=True)
    print(f"{seen} graphs, {verdicts} verdicts, {different} graphs differ")
    sys.exit(1 if different else 0)


if __name__ == "__main__":
    main()
