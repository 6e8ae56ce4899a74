"""``python -m benchmarks.model FOLDER…``: what spaCy's French model adds to the reading of money.

Each folder holds documents with their gold annotation beside them (``NAME.json``); generated acts come on top. Three
readings are compared: the grammar alone; the model's entity nearest to a sum that is called a grant where the grammar
finds nobody; the model's entity always. Needs ``fr_core_news_sm`` or another model's package.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Literal, get_args

import spacy
from spacy.language import Language

from delibgraph.documents import Facts, read_facts
from delibgraph.evaluation import Score, judge, read_gold, total
from delibgraph.extraction.funding import clauses, kinds, sums
from delibgraph.extraction.text.view import View
from delibgraph.facts import Span
from delibgraph.identity import resolve
from tests.generator import cases

Reading = Literal["grammar", "gaps", "always"]
Finder = Callable[[View, int, int, Span], str | None]
_ENTITIES = ("ORG", "PER", "LOC", "MISC")


def with_model(nlp: Language, reading: Reading) -> Finder:
    """The finder of beneficiaries, with the model's entities where the reading says so."""

    def finder(view: View, start: int, end: int, amount: Span) -> str | None:
        own = clauses.beneficiary_of(view, start, end, amount)
        if reading == "grammar" or (reading == "gaps" and own):
            return own
        if kinds.kind_of(view, amount[0], (start, end)) is None:
            return own
        named = [entity for entity in nlp(view.plain[start:end]).ents if entity.label_ in _ENTITIES]
        near = min(named, key=lambda entity: abs(start + entity.start_char - amount[0]), default=None)
        return near.text if near is not None else own

    return finder


def documents(folder: Path) -> Iterator[tuple[Path, Path]]:
    """The documents of a folder that have a gold annotation beside them."""
    for gold in sorted(folder.glob("*.json")):
        found = [path for path in sorted(folder.glob(f"{gold.stem}.*")) if path != gold]
        if found:
            yield found[0], gold


def score(files: list[tuple[Path, Path]]) -> Score:
    """How well the money of the documents is read."""
    read: list[tuple[Facts, Path]] = []
    for path, gold in files:
        facts = read_facts(path)
        if facts.acts:
            read.append((facts, gold))
    identities = resolve(act for facts, _ in read for act in facts.acts)
    return total([judge(facts.acts[0], read_gold(gold), identities) for facts, gold in read])["funding"]


def generated(folder: Path, count: int, seed: int) -> None:
    """Write acts and their gold."""
    for case in cases(count, seed):
        (folder / f"{case.name}.txt").write_text(case.text, encoding="utf-8")
        (folder / f"{case.name}.json").write_text(json.dumps(case.gold), encoding="utf-8")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", type=Path, nargs="*", metavar="FOLDER")
    parser.add_argument("--model", default="fr_core_news_sm")
    parser.add_argument("--acts", type=int, default=150, help="generated acts")
    parser.add_argument("--seed", type=int, default=20_261)
    given = parser.parse_args()
    nlp = spacy.load(given.model)
    with tempfile.TemporaryDirectory() as name:
        generated(Path(name), given.acts, given.seed)
        for folder in (*given.folders, Path(name)):
            files = list(documents(folder))
            for reading in get_args(Reading):
                vars(sums)["beneficiary_of"] = with_model(nlp, reading)
                found = score(files)
                print(f"{folder}: {len(files)} documents, {reading}: precision {found.precision:.3f} "
                      f"recall {found.recall:.3f} F1 {found.f1:.3f}", flush=True)  # fmt: skip


if __name__ == "__main__":
    main()
