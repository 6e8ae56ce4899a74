"""``python -m tests.interruptions --count 200``: cut off builds and loads so often, and tell what came of them.

A stroke that comes after the work is done does not count.

With ``--cluster`` parts of a Dask cluster are killed instead.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from functools import partial
from pathlib import Path

from tests.interruptions import KINDS, Bench, Outcome, can_mount
from tests.interruptions import cluster as dask

_WEIGHTS = {"worker killed": 1, "scheduler killed": 1, "driver killed": 1} | {
    "build killed": 10,
    "disk full": 4,
    "load killed": 3,
    "server killed": 3,
}


def main() -> int:
    """Run the rounds; 1 when anything was wrong after one of them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=200, help="strokes that meet work under way")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--cluster", action="store_true", help="kill parts of a cluster")
    asked = parser.parse_args()
    dice, told, cut = random.Random(asked.seed), Counter[str](), Counter[str]()
    wrong = 0
    with tempfile.TemporaryDirectory() as folder, _kinds(cluster=asked.cluster) as kinds:
        bench = Bench(Path(folder), dice)
        while cut.total() < asked.count:
            (kind,) = dice.choices(list(kinds), [_WEIGHTS[kind] for kind in kinds])
            outcome = kinds[kind](bench)
            told[kind] += 1
            number = told.total()
            print(f"{number} {kind}: {'cut off' if outcome.cut else 'too late'}", file=sys.stderr, flush=True)
            cut[kind] += outcome.cut
            if outcome.wrong:
                wrong += 1
                print(f"{number} {kind}: {outcome.wrong}", flush=True)
        if bench.server:
            bench.server.kill()
    for kind in sorted(told):
        print(f"{kind}: {told[kind]} rounds, {cut[kind]} cut off in time")
    print(f"{told.total()} rounds, {cut.total()} cut off in time, {wrong} wrong")
    return 1 if wrong else 0


@contextmanager
def _kinds(*, cluster: bool) -> Iterator[dict[str, Callable[[Bench], Outcome]]]:
    """The sorts of rounds, on a cluster of their own where it is asked for."""
    if not cluster:
        yield {kind: work for kind, work in KINDS.items() if kind != "disk full" or can_mount()}
        return
    with closing(dask.Cluster()) as parts:
        yield {kind: partial(_on, parts, work) for kind, work in dask.KINDS.items()}


def _on(parts: dask.Cluster, work: Callable[[Bench, dask.Cluster], Outcome], bench: Bench) -> Outcome:
    return work(bench, parts)


if __name__ == "__main__":
    sys.exit(main())
