"""``python -m benchmarks.people``: how well and how fast persons are joined, on generated sittings with noise.

A pair is two names as printed, in two acts of one body; it is right when both mean one person. Two figures: over all
mentions, and over the different spellings of a body alone, where every rare misprint weighs as much as the usual name.
"""

from __future__ import annotations

import argparse
import time
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable

from delibgraph.identity import resolve
from tests.generator.members import Printed, bodies


def pairs(labels: Iterable[Hashable]) -> int:
    """How many pairs share a label."""
    return sum(count * (count - 1) // 2 for count in Counter(labels).values())


def scores(labels: list[tuple[Hashable, Hashable]]) -> tuple[int, int, int]:
    """Pairs that are right, pairs that were joined, pairs that should be, of (found, true) labels."""
    return pairs(labels), pairs(found for found, _ in labels), pairs(true for _, true in labels)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--bodies", type=int, default=100)
    parser.add_argument("--sittings", type=int, default=50)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--noise", type=float, default=1.0)
    parser.add_argument("--show", action="store_true", help="print the pairs that are wrong and some that are missed")
    given = parser.parse_args()
    printed = list(bodies(given.seed, given.bodies, given.sittings, given.noise))
    start = time.perf_counter()
    identities = resolve(page.act for pages in printed for page in pages)
    seconds = time.perf_counter() - start
    totals = {"mentions": [0, 0, 0], "spellings": [0, 0, 0]}
    for pages in printed:
        mentions = [
            (identities.person(page.act, name).key, true, name) for page in pages for name, true in page.meant.items()
        ]
        if given.show:
            show(mentions)
        for measure, rows in (("mentions", mentions), ("spellings", sorted(set(mentions)))):
            for place, count in enumerate(scores([(found, true) for found, true, _ in rows])):
                totals[measure][place] += count
    names = sum(len(page.meant) for pages in printed for page in pages)
    print(f"{given.bodies * given.sittings} sittings, {names} names, {len(identities.persons)} persons found, "
          f"{truth(printed)} true, {seconds:.1f} s, {names / seconds:,.0f} names a second")  # fmt: skip
    for measure, (right, joined, true) in totals.items():
        print(f"{measure}: precision {right / joined:.5f} recall {right / true:.5f} ({joined - right} pairs wrong)")


def truth(printed: list[list[Printed]]) -> int:
    """How many persons there are."""
    return sum(len({true for page in pages for true in page.meant.values()}) for pages in printed)


def show(mentions: list[tuple[str, int, str]]) -> None:
    """The spellings of persons that are two in truth, or found as two."""
    by_key: defaultdict[str, set[tuple[int, str]]] = defaultdict(set)
    by_true: defaultdict[int, Counter[str]] = defaultdict(Counter)
    examples: dict[tuple[int, str], str] = {}
    for key, true, name in mentions:
        by_key[key].add((true, name))
        by_true[true][key] += 1
        examples.setdefault((true, key), name)
    for key, members in by_key.items():
        if len({true for true, _ in members}) > 1:
            print("WRONG", key, sorted(members))
    for true, keys in by_true.items():
        if len(keys) > 1:
            print("missed", [(examples[true, key], count) for key, count in keys.most_common()])


if __name__ == "__main__":
    main()
