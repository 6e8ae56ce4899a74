"""``python -m benchmarks.memory``: what memory the processes of a build hold at most, stage by stage.

Generated acts of councils that meet again and again are built by the command, and twice a second all its processes are
looked at (Linux): what the command's own holds in RAM, the most that any worker has ever held (pages that processes
share count in each), and what all hold together (shared pages count once). Stages follow each other, so the seconds in
the report tell which sample was in which.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from tests.generator import cases

SITTINGS = 20
"""Acts of one body."""
_TICK = 0.5


@dataclass(frozen=True, slots=True)
class Sample:
    """What is held at a moment, seconds after the start, in MB."""

    second: float
    command: float
    workers: float
    together: float


def family(pid: int) -> Iterator[int]:
    """A process and all below it."""
    yield pid
    with suppress(OSError):
        for task in Path(f"/proc/{pid}/task").iterdir():
            for child in (task / "children").read_text(encoding="ascii").split():
                yield from family(int(child))


def held(path: Path, field: str) -> float:
    """A figure of a process, in MB."""
    with suppress(OSError):
        for line in path.read_text(encoding="ascii").splitlines():
            if line.startswith(f"{field}:"):
                return int(line.split()[1]) / 1000
    return 0.0


def watched(command: list[str]) -> list[Sample]:
    """Run a command, and look at its processes until it ends."""
    samples: list[Sample] = []
    start = time.monotonic()
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        while process.poll() is None:
            pids = list(family(process.pid))
            own, *others = (held(Path(f"/proc/{pid}/status"), "VmRSS") for pid in pids)
            together = sum(held(Path(f"/proc/{pid}/smaps_rollup"), "Pss") for pid in pids)
            samples.append(Sample(time.monotonic() - start, own, max(others, default=0.0), together))
            time.sleep(_TICK)
    if process.returncode:
        raise SystemExit(process.returncode)
    return samples


def by_stage(samples: list[Sample], seconds: dict[str, float]) -> Iterator[tuple[str, list[Sample]]]:
    """The samples of each stage, the first of which begins when workers do; then those of the answers made ready."""
    end = next((one.second for one in samples if one.workers), 0.0)
    for stage, taken in seconds.items():
        begin, end = end, end + taken
        yield stage, [one for one in samples if begin <= one.second < end]
    yield "answers made ready", [one for one in samples if one.second >= end]


def measured(count: int, jobs: int) -> None:
    """Build so many acts, and print what was held."""
    with tempfile.TemporaryDirectory() as scratch:
        source, out = Path(scratch) / "acts", Path(scratch) / "out"
        source.mkdir()
        for number, case in enumerate(cases(count, seed=1, councils=max(1, count // SITTINGS))):
            (source / f"{number}.txt").write_text(case.text, encoding="utf-8")
        build = ["-m", "delibgraph", "build", str(source), "--out", str(out), "--jobs", str(jobs)]
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        samples = watched([sys.executable, *build])
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        seconds = json.loads((out / "report.json").read_text(encoding="utf-8"))["seconds"]
    spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    print(f"{count} acts, {jobs} workers, {spent:.0f} s of the processor")
    for stage, own in [*by_stage(samples, seconds), ("all", samples)]:
        if own:
            most = [max(getattr(one, name) for one in own) for name in ("command", "workers", "together")]
            told = "the command {:6.0f} MB, a worker {:6.0f} MB, all at once {:6.0f} MB".format(*most)
            print(f"  {stage:22} {own[-1].second - own[0].second:7.1f} s  {told}", flush=True)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--counts", type=int, nargs="+", default=(1000, 3000))
    parser.add_argument("--jobs", type=int, default=2)
    given = parser.parse_args()
    for count in given.counts:
        measured(count, given.jobs)


if __name__ == "__main__":
    main()
