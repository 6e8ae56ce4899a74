"""``python -m tests.mutations``: make and read documents by the thousand, and tell what came of them.

Each worker reads in a process of its own. One that is silent for longer than the limit is ended, and its document
counts as a hang.
"""

from __future__ import annotations

import argparse
import multiprocessing
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from multiprocessing.connection import Connection, wait
from pathlib import Path

from tests.mutations import Mutant, Outcome, mutants, outcome

LIMIT = 90.0
"""Seconds: a document's own limit, and what it takes to make it and to end a process."""


def work(pipe: Connection) -> None:
    """A worker: make and read what is asked for until nothing more is."""
    with tempfile.TemporaryDirectory() as place:
        while (mutant := pipe.recv()) is not None:
            folder = Path(place) / str(mutant.number)
            folder.mkdir()
            pipe.send(outcome(*mutant.make(folder)))
            for file in folder.iterdir():
                file.unlink()


class Worker:
    """A process that reads, the document that it has in hand, and since when."""

    def __init__(self) -> None:
        self.pipe, there = multiprocessing.Pipe()
        self.process = multiprocessing.get_context("fork").Process(target=work, args=(there,))
        self.process.start()
        there.close()
        self.mutant: Mutant | None = None
        self.since = 0.0

    def give(self, mutant: Mutant | None) -> None:
        self.pipe.send(mutant)
        self.mutant, self.since = mutant, time.monotonic()


def run(todo: Iterator[Mutant], jobs: int) -> Iterator[tuple[Mutant, Outcome]]:
    """Every document's outcome, as it comes."""
    workers = [Worker() for _ in range(jobs)]
    for worker in workers:
        worker.give(next(todo, None))
    while busy := {worker.pipe: worker for worker in workers if worker.mutant}:
        ready = wait(list(busy), timeout=5)
        for pipe, worker in busy.items():
            assert worker.mutant is not None
            late = time.monotonic() - worker.since > LIMIT
            if pipe not in ready and not late:
                continue
            mutant = worker.mutant
            try:
                result = worker.pipe.recv() if pipe in ready else Outcome("", "hang", f"over {LIMIT:.0f} s")
            except EOFError:
                result = Outcome("", "crash", "the process died")
            if result.kind in ("hang", "crash"):
                worker.process.kill()
                workers[workers.index(worker)] = worker = Worker()
            yield mutant, result
            worker.give(next(todo, None))
    for worker in workers:
        worker.process.join()


def main() -> int:
    """Run, print, and exit with 1 where anything crashed, hung or was a defect."""
    parser = argparse.ArgumentParser(prog="python -m tests.mutations", description=main.__doc__)
    parser.add_argument("--count", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=2)
    options = parser.parse_args()
    kinds: dict[str, Counter[str]] = defaultdict(Counter)
    told: dict[str, Counter[str]] = defaultdict(Counter)
    slowest: list[tuple[float, int, str]] = []
    most = 0.0
    for done, (mutant, result) in enumerate(run(mutants(options.count, options.seed), options.jobs), 1):
        kinds[result.how.split(" ")[0]][result.kind] += 1
        told[result.kind].update([result.told] if result.kind == "error" else result.told.split() or ["(none)"])
        slowest = sorted([*slowest, (result.seconds, mutant.number, f"{result.how}: {result.kind}")])[-8:]
        most = max(most, result.megabytes)
        if result.kind not in ("facts", "error"):
            print(f"{result.kind}: number {mutant.number}, {result.how}: {result.told}", flush=True)
        if done % 500 == 0:
            print(f"{done} done", file=sys.stderr, flush=True)
    for kind, counts in sorted(kinds.items()):
        print(f"{kind:8} {dict(counts)}")
    print("errors:", *(f"  {count:5} {words}" for words, count in told["error"].most_common(40)), sep="\n")
    print("findings:", dict(told["facts"].most_common()))
    print("slowest:", *(f"  {seconds:6.1f} s  number {number}, {how}" for seconds, number, how in slowest), sep="\n")
    print(f"most memory of a reading process: {most:.0f} MB")
    return int(any(set(counts) - {"facts", "error"} for counts in kinds.values()))


if __name__ == "__main__":
    sys.exit(main())
