"""``python -m benchmarks.linkage``: the joining of persons against a record-linkage engine, Splink on DuckDB.

Both get the spellings of the same generated sittings. Splink (``pip install splink``) blocks on the body with three
letters of a name or with its sorted words, learns its weights from the spellings, and clusters at several thresholds.
"""

from __future__ import annotations

import argparse
import time
from typing import NamedTuple

import duckdb
import splink.comparison_library as compare
from splink import DuckDBAPI, Linker, SettingsCreator, block_on

from benchmarks.people import scores
from delibgraph.identity import resolve
from delibgraph.identity.names import words
from tests.generator.members import bodies

THRESHOLDS = (0.5, 0.9, 0.99, 0.999)
Spelling = tuple[int, str]
"""A body's number and a name that its acts print."""


class Mention(NamedTuple):
    """A name in an act: who is meant, and who was found (a label, no more)."""

    spelling: Spelling
    true: int
    found: str


def columns(number: int, spelling: Spelling) -> tuple[int, int, str, str, str | None]:
    """A record: its number, the body, the sorted words, its surname (in capitals, else last), its given name."""
    parts = spelling[1].replace(".", ". ").split()
    surname = [part for part in parts if len(part) > 1 and part.isupper()] or parts[-1:]
    given = [part for part in parts if part not in surname]
    everything = " ".join(sorted(words(spelling[1])))
    return number, spelling[0], everything, " ".join(words(" ".join(surname))), " ".join(words(" ".join(given))) or None


def linked(spellings: list[Spelling]) -> dict[float, dict[Spelling, str]]:
    """The cluster of each spelling, by threshold of probability."""
    connection = duckdb.connect()
    connection.execute("create table names (unique_id integer, body integer, words text, surname text, given text)")
    connection.executemany("insert into names values (?, ?, ?, ?, ?)", [columns(*one) for one in enumerate(spellings)])
    surname, given = block_on("body", "substr(surname, 1, 3)"), block_on("body", "substr(given, 1, 3)")
    everything = block_on("body", "words")
    settings = SettingsCreator(
        link_type="dedupe_only",
        blocking_rules_to_generate_predictions=[surname, given, everything],
        comparisons=[
            compare.JaroWinklerAtThresholds("surname", [0.97, 0.92, 0.85]),
            compare.JaroWinklerAtThresholds("given", [0.97, 0.92, 0.85]),
            compare.JaroWinklerAtThresholds("words", [0.97, 0.92]),
        ],
    )
    linker = Linker(DuckDBAPI(connection).register("names"), settings)
    training = linker.training
    training.estimate_probability_two_random_records_match(
        [everything, block_on("body", "surname", "given")], recall=0.6
    )
    training.estimate_u_using_random_sampling(max_pairs=2e6)
    for rule in (surname, given):
        training.estimate_parameters_using_expectation_maximisation(rule)
    pairs = linker.inference.predict(threshold_match_probability=min(THRESHOLDS))
    found = {}
    for threshold in THRESHOLDS:
        clusters = linker.clustering.cluster_pairwise_predictions_at_threshold(pairs, threshold)
        rows = clusters.as_duckdbpyrelation().project("unique_id, cluster_id").fetchall()
        found[threshold] = {spellings[number]: str(cluster) for number, cluster in rows}
    return found


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--bodies", type=int, default=20)
    parser.add_argument("--sittings", type=int, default=50)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    printed = list(bodies(given.seed, given.bodies, given.sittings, 1.0))
    start = time.process_time()
    identities = resolve(page.act for pages in printed for page in pages)
    ours = time.process_time() - start
    mentions = [
        Mention((body, name), true, identities.person(page.act, name).key)
        for body, pages in enumerate(printed)
        for page in pages
        for name, true in page.meant.items()
    ]
    spellings = sorted({mention.spelling for mention in mentions})
    start = time.process_time()
    found = linked(spellings)
    print(f"{len(mentions)} names, {len(spellings)} spellings; seconds of the processor: delibgraph {ours:.1f}, "
          f"Splink {time.process_time() - start:.1f}")  # fmt: skip
    tell("delibgraph", mentions)
    for threshold, label in found.items():
        tell(f"Splink at {threshold}", [one._replace(found=label[one.spelling]) for one in mentions])


def tell(who: str, mentions: list[Mention]) -> None:
    """Print how right the pairs are, over mentions and over spellings."""
    for measure, counted in (("mentions", mentions), ("spellings", sorted(set(mentions)))):
        right, joined, true = scores([(one.found, (one.spelling[0], one.true)) for one in counted])
        print(f"{who}, {measure}: precision {right / joined:.4f} recall {right / true:.4f}")


if __name__ == "__main__":
    main()
