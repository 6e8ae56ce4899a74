"""``python -m benchmarks.scale``: what a document costs at several sizes, how that grows, and what a country costs.

Each size is built in a process of its own, by one worker, with nothing recalled: seconds of the processor by stage
(``benchmarks.stages``), bytes on disk and in memory. A straight line (what a build costs once, and each document) is
drawn through all sizes but the last, and its prediction is held against that. Tables are Markdown.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

from benchmarks.stages import measured
from delibgraph.documents import Kept, read_facts
from delibgraph.engines import packed
from delibgraph.identity import Across, Shared, outline, roster
from delibgraph.store import Archive
from tests.generator import cases

SIZES = (100, 300, 1000, 3000)
SITTINGS = 20
"""Acts of one body: a country's bodies meet again and again with the same members."""
COUNTRY = 50_000_000
Told = dict[str, float]


def weight(things: Iterable[object]) -> int:
    """Bytes that objects take in memory, those that they share once."""
    seen: set[int] = set()
    total, rest = 0, list(things)
    while rest:
        one = rest.pop()
        if id(one) in seen:
            continue
        seen.add(id(one))
        total += sys.getsizeof(one)
        if is_dataclass(one):
            rest += [getattr(one, field.name) for field in fields(one)]
        elif isinstance(one, Mapping):
            rest += [*one.keys(), *one.values()]
        elif isinstance(one, tuple | list | set | frozenset):
            rest += one
    return total


def size(path: Path) -> int:
    """Bytes of a file or of what is below a folder."""
    return sum(one.stat().st_size for one in ([path] if path.is_file() else path.rglob("*")) if one.is_file())


def one_size(count: int, scratch: Path) -> Told:
    """All figures of a build of so many generated acts, each a document."""
    paths = [scratch / f"{number}.txt" for number in range(count)]
    for path, case in zip(paths, cases(count, seed=1, councils=max(1, count // SITTINGS)), strict=True):
        path.write_text(case.text, encoding="utf-8")
    base = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    out = scratch / "out"
    told = {f"ms: {stage}": 1000 * seconds for stage, seconds in measured(paths, out).items()}
    told["kB: peak of memory above the start"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - base
    told |= {
        f"kB: {name} on disk": size(out / name) / 1000 for name in ("facts", "graph.nq.gz", "store", "report.json")
    }
    told["quads"] = sum(part.quads for part in Archive.under(out).parts.values())
    told["kB: text"] = sum(map(size, paths)) / 1000
    shared, kept = Shared(), Kept(out / "facts")
    acts = [act for path in paths for act in (kept.recall(path) or read_facts(path)).acts]
    outlines, whole = [shared.add(outline(act)) for act in acts], {(act.sha256, act.part): act for act in acts}
    across = Across.of(outlines, rosters=lambda some: [whole[act.sha256, act.part] for act in some])
    told["kB: outlines in memory"] = weight(outlines) / 1000
    told["kB: known across bodies in memory"] = weight([across.identities]) / 1000
    told["kB: rosters on disk meanwhile"] = sum(len(packed(roster(act))) for act in acts) / 1000
    slices = [share.resolved(whole[place] for place in share.identities.act_bodies) for share in across.shares()]
    told["kB: slices on disk meanwhile"] = sum(len(packed(one)) for one in slices) / 1000
    return told


def line(points: list[tuple[int, float]]) -> tuple[float, float]:
    """Least squares of ``cost = once + each × count``: once and each."""
    mean = [sum(column) / len(points) for column in zip(*points, strict=True)]
    spread = sum((count - mean[0]) ** 2 for count, _ in points)
    each = sum((count - mean[0]) * (cost - mean[1]) for count, cost in points) / spread
    return mean[1] - each * mean[0], each


def table(told: Mapping[int, Told]) -> None:
    """Print each figure by document at each size, what the line through the others says of the last, and a country."""
    *known, last = sorted(told)
    print(f"| each document | {' | '.join(f'{count:,}' for count in (*known, last))} | predicted | off |")
    print("|---" * (len(told) + 3) + "|")
    for figure in told[last]:
        once, each = line([(count, told[count][figure]) for count in known])
        predicted = once / last + each
        costs = " | ".join(f"{told[count][figure] / count:.2f}" for count in (*known, last))
        off = predicted * last / told[last][figure] - 1 if told[last][figure] else 0.0
        print(f"| {figure} | {costs} | {predicted:.2f} | {off:+.0%} |")
    spent = sum(cost for figure, cost in told[last].items() if figure.startswith("ms")) / last
    print(f"\n{spent:.1f} ms a document: {COUNTRY:,} take {COUNTRY * spent / 3.6e6:,.0f} hours of one core")
    for figure, cost in told[last].items():
        if not figure.startswith("ms"):
            unit, scale = ("billion", 1e9) if figure == "quads" else ("GB", 1e6)
            print(f"{figure.removeprefix('kB: ')}: {COUNTRY * cost / last / scale:,.0f} {unit}")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES, help="the last is the check of the model")
    parser.add_argument("--only", type=int, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.only:
        with tempfile.TemporaryDirectory() as scratch:
            print(json.dumps(one_size(given.only, Path(scratch))))
        return
    told: dict[int, Any] = {}
    for count in given.sizes:
        command = [sys.executable, "-m", "benchmarks.scale", "--only", str(count)]
        told[count] = json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout)
        print(f"{count}: done", file=sys.stderr, flush=True)
    table(told)


if __name__ == "__main__":
    main()
