"""``python -m benchmarks.engines``: the processes of this machine against a Dask cluster of as many workers.

Both build the same generated acts with nothing recalled, turn by turn. What counts is reading and making of graphs, the
two stages that an engine does; seconds of the clock, and of the processor for all processes together. A cluster's
workers are there before, so each round begins after a few acts that warm them up.

On a machine with other work both figures waver by more than the engines differ. So what an engine costs itself is
measured too: with items that are no work, and whose results weigh what a document's do.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import psutil
from distributed import LocalCluster

from delibgraph.build import build
from delibgraph.engines import Engine, Processes, cluster
from tests.generator import cases

STAGES = ("extraction", "graph and validation")
WARMING = 64
ITEMS, RESULT = 10_000, 12_000
"""Items that are no work, and bytes of the result of each."""


def idle(_: int) -> bytes:
    """No work, and a result as large as a packed graph."""
    return bytes(RESULT)


def own_cost(engine: Engine) -> tuple[float, float]:
    """Milliseconds of the processor that an item costs without its work: in all processes, and in this one."""
    before = processor(), time.process_time()
    for _ in engine.work(idle, range(ITEMS), idle):
        pass
    return (processor() - before[0]) / ITEMS * 1000, (time.process_time() - before[1]) / ITEMS * 1000


def processor() -> float:
    """Seconds of the processor so far, of this process and all that it started."""
    own = psutil.Process()
    told = [one.cpu_times() for one in (own, *own.children(recursive=True))]
    return float(sum(one.user + one.system + one.children_user + one.children_system for one in told))


def measured(paths: list[Path], scratch: Path, engine: Engine) -> tuple[float, float, bytes]:
    """Seconds of the clock for the engine's stages, of the processor for the build, and the graph."""
    with tempfile.TemporaryDirectory(dir=scratch) as out:
        before = processor()
        report = build(paths, Path(out), engine=engine)
        spent = processor() - before
        graph = (Path(out) / "graph.nq.gz").read_bytes()
    return sum(report.seconds[stage] for stage in STAGES), spent, graph


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=2000, help="generated acts")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--rounds", type=int, default=2, help="none: only what the engines cost themselves")
    given = parser.parse_args()
    with (
        tempfile.TemporaryDirectory() as name,
        LocalCluster(n_workers=given.workers, threads_per_worker=1, dashboard_address=":0") as workers,
    ):
        scratch = Path(name)
        paths = [scratch / f"{number}.txt" for number in range(given.count)]
        for path, case in zip(paths, cases(given.count, seed=1, councils=max(1, given.count // 20)), strict=True):
            path.write_text(case.text, encoding="utf-8")
        engines: dict[str, Callable[[], Engine]] = {
            "processes": lambda: Processes(given.workers),
            "dask": lambda: cluster(workers.scheduler_address),
        }
        for engine, made in engines.items():
            own_cost(made())
            everywhere, here = own_cost(made())
            print(f"{engine}: {everywhere:.2f} ms an item without its work, {here:.2f} of them here", flush=True)
        if not given.rounds:
            return
        best: dict[str, tuple[float, float]] = {}
        graphs = set()
        for number in range(given.rounds):
            for engine, made in engines.items():
                measured(paths[:WARMING], scratch, made())
                clock, spent, graph = measured(paths, scratch, made())
                graphs.add(graph)
                print(
                    f"round {number + 1}, {engine}: {clock:.1f} s of the clock, {spent:.1f} s of the processor",
                    flush=True,
                )
                known = best.get(engine, (clock, spent))
                best[engine] = min(known[0], clock), min(known[1], spent)
    clock, spent = (best["dask"][one] / best["processes"][one] - 1 for one in (0, 1))
    print(f"{given.count} acts, {given.workers} workers, best of {given.rounds}: dask takes {clock:+.1%} of the clock, "
          f"{spent:+.1%} of the processor; {'the same graph' if len(graphs) == 1 else 'GRAPHS DIFFER'}")  # fmt: skip


if __name__ == "__main__":
    main()
