"""``python -m benchmarks.store GRAPH``: loading and the main questions, against rdflib's memory store.

Loading is measured in seconds of the processor, those of child processes included; questions in the best of three
rounds on an open store (warm), rdflib in one round. rdflib is given the merged graph alone, as N-Triples: half of what
the stores are given, and about a gigabyte of memory for a million of them.
"""

from __future__ import annotations

import argparse
import gzip
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import cast

import rdflib
from pyoxigraph import DefaultGraph, QuerySolutions, RdfFormat, serialize

from delibgraph.queries import MAIN_QUESTIONS, Answers, named, run
from delibgraph.store import NQUADS, Archive, Packed, Publication, open_store


def processor() -> float:
    """Seconds of the processor so far, of this process and of its children."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)


def seconds(work: Callable[[], object], rounds: int = 1) -> float:
    """The least seconds of the processor that a round takes."""
    took = []
    for _ in range(rounds):
        start = processor()
        work()
        took.append(processor() - start)
    return min(took)


def loading(graph: Path, scratch: Path) -> rdflib.Graph:
    """Print the rates of loading, and give the merged graph as rdflib has it."""
    archive = Archive.under(graph)
    quads = sum(part.quads for part in archive.parts.values())
    plain, merged, reference = scratch / "graph.nq", scratch / "graph.nt", rdflib.Graph()
    with gzip.open(graph / NQUADS) as packed, plain.open("wb") as whole:
        shutil.copyfileobj(packed, whole)
    triples = (quad.triple for quad in open_store(graph).quads_for_pattern(None, None, None, DefaultGraph()))
    serialize(triples, str(merged), RdfFormat.N_TRIPLES)
    members = archive.path.read_bytes()

    def ours() -> None:
        with Publication(scratch / "out") as publication:
            for name, part in archive.parts.items():
                member = members[part.start : part.start + part.length]
                publication.add(name, Packed(member, part.sha256, part.quads))
            publication.store().flush()

    program = shutil.which("oxigraph", path=str(Path(sys.executable).parent)) or "oxigraph"

    def load(*files: Path) -> None:
        for file in files:
            command = [program, "load", "--location", str(scratch / f"peer-{len(files)}"), "--file", str(file)]
            subprocess.run(command, check=True, capture_output=True)

    with merged.open("rb") as lines:
        both = quads + sum(1 for _ in lines)
    works: dict[str, tuple[Callable[[], object], int]] = {
        "embedded store: named graphs, and merged": (ours, both),
        "oxigraph load: named graphs, then merged": (lambda: load(plain, merged), both),
        "oxigraph load: named graphs": (lambda: load(plain), quads),
        "rdflib in memory: merged": (lambda: reference.parse(merged, format="nt"), both - quads),
    }
    for name, (work, count) in works.items():
        took = seconds(work)
        print(f"{name}: {count:,} statements in {took:.1f} s, {count / took:,.0f} a second", flush=True)
    return reference


def peer(reference: rdflib.Graph, name: str, patience: float) -> tuple[float, int | None]:
    """Seconds of the processor that rdflib takes, and its rows; no rows where it is not done after so many seconds."""

    def end(_number: int, _frame: object) -> None:
        raise TimeoutError

    signal.signal(signal.SIGVTALRM, end)
    start, rows = processor(), None
    signal.setitimer(signal.ITIMER_VIRTUAL, patience)
    try:
        rows = sum(1 for _ in reference.query(named()[name].text))
    except TimeoutError:
        pass
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    return processor() - start, rows


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("graph", type=Path)
    parser.add_argument("--times", type=int, default=100, help="rdflib may take so many times our seconds")
    given = parser.parse_args()
    graph: Path = given.graph
    with tempfile.TemporaryDirectory() as scratch:
        reference = loading(graph, Path(scratch))
    store = open_store(graph)
    for name in MAIN_QUESTIONS:
        rows: list[int] = []

        def ask(name: str = name, rows: list[int] = rows) -> None:
            rows.append(sum(1 for _ in cast("QuerySolutions", run(store, name))))

        own = seconds(ask, 2)
        Answers(graph).run(store, name)
        kept = seconds(lambda name=name: sum(1 for _ in cast("QuerySolutions", Answers(graph).run(store, name))), 3)  # type: ignore[misc]
        print(f"{name}: {rows[0]} rows in {own * 1000:.0f} ms, kept {kept * 1000:.0f} ms", end="", flush=True)
        other, count = peer(reference, name, given.times * own)
        done = f"({count} rows)" if count is not None else "and was not done"
        print(f", rdflib {other:.1f} s {done}: {other / own:.0f} times, kept {other / kept:.0f} times", flush=True)


if __name__ == "__main__":
    main()
