"""``python -m tests.sequences --count 1000``: sequences of changes, each held against a build from scratch."""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from tests.sequences import Sequence


def main() -> int:
    """Run them; 1 when one of them differs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    wrong = 0
    for seed in range(asked.seed, asked.seed + asked.count):
        with tempfile.TemporaryDirectory() as folder:
            sequence = Sequence(Path(folder), seed)
            if told := sequence.run(sequence.dice.randint(2, 6)):
                wrong += 1
                print(f"{seed}: {told}", flush=True)
        if not seed % 100:
            print(f"{seed} done", file=sys.stderr, flush=True)
    print(f"{asked.count} sequences, {wrong} differ from a build from scratch")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
