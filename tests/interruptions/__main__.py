"""``python -m tests.interruptions --count 200``: cut off builds and loads, and tell what came of them."""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
from collections import Counter
from pathlib import Path

from tests.interruptions import KINDS, Bench, can_mount

_WEIGHTS = {"build killed": 10, "disk full": 4, "load killed": 3, "server killed": 3}


def main() -> int:
    """Run the rounds; 1 when anything was wrong after one of them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=200, help="rounds")
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    dice, told, cut = random.Random(asked.seed), Counter[str](), Counter[str]()
    kinds = [kind for kind in KINDS if kind != "disk full" or can_mount()]
    wrong = 0
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(Path(folder), dice)
        for number in range(asked.count):
            (kind,) = dice.choices(kinds, [_WEIGHTS[kind] for kind in kinds])
            outcome = KINDS[kind](bench)
            told[kind] += 1
            cut[kind] += outcome.cut
            if outcome.wrong:
                wrong += 1
                print(f"{number} {kind}: {outcome.wrong}", flush=True)
        if bench.server:
            bench.server.kill()
    for kind in sorted(told):
        print(f"{kind}: {told[kind]} rounds, {cut[kind]} cut off in time")
    print(f"{asked.count} rounds, {wrong} wrong")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
