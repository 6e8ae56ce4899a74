"""Builds and loads that are cut off at random moments: what is there afterwards, and after the next run.

A round changes the documents, runs ``delibgraph build`` or ``delibgraph load`` in a process of its own, and cuts it
off: by SIGKILL, by a full disk, or by killing the server that it loads into. The graph must then be the one before or
the one after, and the next run must end with what a run that nothing disturbed makes.
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections import defaultdict, deque
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from statistics import median
from urllib.request import urlopen

from pyoxigraph import NamedNode, Quad, RdfFormat, parse

from delibgraph.build import build
from delibgraph.store import NQUADS, open_store, read_quads
from delibgraph.store.loading import LOADED

ROOT = Path(__file__).parents[2]
OXIGRAPH = shutil.which("oxigraph", path=str(Path(sys.executable).parent)) or shutil.which("oxigraph")
RUN = [sys.executable, "-c", "from delibgraph.cli import main; main()"]
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
DOCUMENTS = 5
Triples = frozenset[Quad]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a round did, whether it was cut off in time, and what was wrong afterwards, if anything."""

    kind: str
    cut: bool
    wrong: str = ""


def graph(path: Path) -> Triples:
    """A build's quads, from its store; its file must say the same."""
    named = frozenset(quad for quad in open_store(path) if isinstance(quad.graph_name, NamedNode))
    merged = {quad.triple for quad in open_store(path)}
    assert merged == {quad.triple for quad in named}
    return named


@dataclass
class Bench:
    """A folder with documents that come and go, a graph that follows them, and a server that follows the graph."""

    folder: Path
    dice: random.Random
    clean: dict[frozenset[str], Triples] = field(default_factory=dict)
    taken: dict[str, deque[float]] = field(default_factory=lambda: defaultdict(lambda: deque(maxlen=9)))
    server: Server | None = None

    def __post_init__(self) -> None:
        self.out, self.source = self.folder / "out", self.folder / "source"
        self.source.mkdir()
        self.pool = sorted((ROOT / "examples").glob("*.txt"), key=lambda path: path.stat().st_size)[:DOCUMENTS]

    def draw(self) -> frozenset[str]:
        """Put other documents into the source; gives their names."""
        names = frozenset(path.name for path in self.dice.sample(self.pool, self.dice.randint(2, len(self.pool))))
        for path in self.pool:
            target = self.source / path.name
            if path.name in names:
                shutil.copy(path, target)
            else:
                target.unlink(missing_ok=True)
        return names

    def expected(self, names: frozenset[str]) -> Triples:
        """What an undisturbed build of these documents in an empty folder makes."""
        if names not in self.clean:
            out = self.folder / f"clean-{len(self.clean)}"
            build([path for path in self.pool if path.name in names], out)
            self.clean[names] = graph(out)
            shutil.rmtree(out)
        return self.clean[names]

    def build_command(self) -> list[str]:
        """A build of the source, in one or two workers."""
        jobs = str(self.dice.choice((1, 2)))
        return [*RUN, "build", str(self.source), "--out", str(self.out), "--jobs", jobs]

    def whole(self, command: list[str]) -> str:
        """Run a command to its end; gives what was wrong."""
        begun = time.monotonic()
        done = subprocess.run(command, capture_output=True, text=True, check=False, env=ENVIRONMENT)
        self.taken[command[3]].append(time.monotonic() - begun)
        return "" if done.returncode == 0 else f"{command[3]} ended with {done.returncode}: {done.stderr[-500:]}"

    def cut(
        self, command: list[str], stroke: Callable[[subprocess.Popen[bytes]], None], within: float | None = None
    ) -> bool:
        """Run a command and strike at a random moment, in the seconds that it usually takes or ``within`` so many;
        tells whether it was still at work."""
        with subprocess.Popen(
            command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True, env=ENVIRONMENT
        ) as process:
            with suppress(subprocess.TimeoutExpired):
                process.wait(self.dice.uniform(0.05, within or median(self.taken[command[3]] or [3.0])))
            at_work = process.poll() is None
            stroke(process)
            return at_work


class Server:
    """An Oxigraph server on disk."""

    def __init__(self, place: Path) -> None:
        assert OXIGRAPH, "the oxigraph server comes with the development tools"
        self.place = place
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.address = f"127.0.0.1:{free.getsockname()[1]}"
        self.start()

    def start(self) -> None:
        """Serve what is on disk."""
        self.process = subprocess.Popen(
            [str(OXIGRAPH), "serve", "--location", str(self.place), "--bind", self.address],
            stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
        )  # fmt: skip
        for _ in range(600):
            with suppress(OSError), urlopen(f"http://{self.address}/"):
                return
            time.sleep(0.1)
        raise TimeoutError("the oxigraph server did not start")

    def kill(self) -> None:
        """End it without a warning."""
        self.process.kill()
        self.process.wait()

    def restart(self) -> None:
        """Kill it, and serve again what is on disk."""
        self.kill()
        self.start()

    def graph(self) -> Triples:
        """What it holds, without its record of what was loaded."""
        with urlopen(f"http://{self.address}/store") as answer:
            quads = parse(answer.read(), RdfFormat.N_QUADS)
        return frozenset(quad for quad in quads if quad.graph_name != LOADED)


def kill(process: subprocess.Popen[bytes]) -> None:
    """SIGKILL to a process and its workers."""
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)


def killed_build(bench: Bench) -> Outcome:
    """A build is killed; the graph is the last or the new one, and the next build is as from nothing."""
    before = graph(bench.out) if (bench.out / NQUADS).exists() else None
    names = bench.draw()
    cut = bench.cut(bench.build_command(), kill)
    if before is not None and graph(bench.out) not in (before, bench.expected(names)):
        return Outcome("build killed", cut, "the graph is neither the last nor the new one")
    return Outcome("build killed", cut, mended(bench, names))


def mended(bench: Bench, names: frozenset[str]) -> str:
    """Build again; what is wrong then."""
    if wrong := bench.whole(bench.build_command()):
        return wrong
    if graph(bench.out) != bench.expected(names):
        return "the next build differs from one from nothing"
    if frozenset(read_quads(bench.out / NQUADS)) != bench.expected(names):
        return "the file differs from the store"
    left = {path.name for path in (bench.out / "facts").iterdir() if path.name.startswith(".")}
    left |= {path.name for path in bench.out.iterdir()} - {
        ".lock", "answers", "decisions.csv", "facts", NQUADS, "graph.ttl", "manifest.json", "report.json", "store",
    }  # fmt: skip
    return f"left behind: {left}" if left else ""


@cache
def can_mount() -> bool:
    """Whether small disks can be made here (Linux, by root)."""
    return sys.platform == "linux" and os.geteuid() == 0 and shutil.which("mount") is not None


def full_disk(bench: Bench) -> Outcome:
    """The disk is full somewhere in a build; the last graph stays, and with more room the next build is as ever."""
    disk = bench.folder / "disk"
    disk.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64m", "tmpfs", str(disk)], check=True)
    usual, bench.out = bench.out, disk / "out"
    try:
        if wrong := mended(bench, bench.draw()):
            return Outcome("disk full", False, wrong)
        before, used = graph(bench.out), shutil.disk_usage(disk).used
        names = bench.draw()
        size = used + bench.dice.randint(4096, 3 << 20)
        subprocess.run(["mount", "-o", f"remount,size={size}", "tmpfs", str(disk)], check=True)
        cut = bool(bench.whole(bench.build_command()))
        if graph(bench.out) not in (before, bench.expected(names)):
            return Outcome("disk full", cut, "the graph is neither the last nor the new one")
        subprocess.run(["mount", "-o", "remount,size=64m", "tmpfs", str(disk)], check=True)
        return Outcome("disk full", cut, mended(bench, names))
    finally:
        bench.out = usual
        subprocess.run(["umount", str(disk)], check=True)
        disk.rmdir()


def cut_load(bench: Bench, stroke: str) -> Outcome:
    """A load, or the server that it loads into, is killed; the next load ends with the graph."""
    bench.server = server = bench.server or Server(bench.folder / "server")
    names = bench.draw()
    if wrong := mended(bench, names):
        return Outcome(stroke, False, wrong)
    command = [*RUN, "load", str(bench.out), "--to", f"http://{server.address}/store"]
    cut = bench.cut(command, kill if stroke == "load killed" else lambda _: server.restart())
    wrong = bench.whole(command)
    if not wrong and server.graph() != bench.expected(names):
        wrong = "the server holds another graph than the build"
    return Outcome(stroke, cut, wrong)


KINDS: dict[str, Callable[[Bench], Outcome]] = {
    "build killed": killed_build,
    "disk full": full_disk,
    "load killed": lambda bench: cut_load(bench, "load killed"),
    "server killed": lambda bench: cut_load(bench, "server killed"),
}
