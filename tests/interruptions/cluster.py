"""A cluster whose worker, scheduler or driver is killed at a random moment of a build.

A build must outlive its workers and its scheduler, and give the graph of one that nothing disturbed. What is left of a
killed driver is mended by the next build.
"""

from __future__ import annotations

import random
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress

import psutil

from tests.interruptions import ENVIRONMENT, Bench, Outcome, graph, kill, mended

WORKERS = 2


class Cluster:
    """A Dask scheduler and its workers, each with a nanny, as processes of their own."""

    def __init__(self) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.address = f"tcp://127.0.0.1:{self.port}"
        self.scheduler = self._scheduler()
        self.nannies = [self._nanny() for _ in range(WORKERS)]

    def _scheduler(self) -> subprocess.Popen[bytes]:
        return _dask("scheduler", "--host", "127.0.0.1", "--port", str(self.port))

    def _nanny(self) -> subprocess.Popen[bytes]:
        return _dask("worker", self.address, "--nthreads", "1")

    def kill_worker(self, dice: random.Random) -> None:
        """SIGKILL to one worker; its nanny starts another."""
        workers = [process for nanny in self.nannies for process in _workers(nanny)]
        if workers:
            with suppress(psutil.NoSuchProcess):
                dice.choice(workers).kill()

    def kill_scheduler(self, dice: random.Random) -> None:
        """SIGKILL to the scheduler; it is there again after a moment."""
        self.scheduler.kill()
        self.scheduler.wait()
        time.sleep(dice.uniform(0, 2))
        self.scheduler = self._scheduler()

    def whole(self) -> None:
        """Replace the nannies that ended with their scheduler, as a supervisor does."""
        self.nannies = [nanny if nanny.poll() is None else self._nanny() for nanny in self.nannies]

    def close(self) -> None:
        """End all of it."""
        for process in (self.scheduler, *self.nannies):
            for child in psutil.Process(process.pid).children(recursive=True) if process.poll() is None else ():
                with suppress(psutil.NoSuchProcess):
                    child.kill()
            process.kill()
            process.wait()


def _dask(*arguments: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "dask", *arguments, "--no-dashboard"],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=ENVIRONMENT,
    )  # fmt: skip


def _workers(nanny: subprocess.Popen[bytes]) -> list[psutil.Process]:
    with suppress(psutil.NoSuchProcess):
        return [
            one for one in psutil.Process(nanny.pid).children() if "resource_tracker" not in " ".join(one.cmdline())
        ]
    return []


def disturbed(bench: Bench, parts: Cluster, stroke: Callable[[random.Random], None]) -> Outcome:
    """A build goes on though a part of the cluster is killed, and its graph is as ever."""
    names, command = _begun(bench, parts)
    with subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env=ENVIRONMENT, start_new_session=True
    ) as process:
        with suppress(subprocess.TimeoutExpired):
            process.wait(bench.dice.uniform(0.5, bench.slowest.get("build", 6.0)))
        at_work = process.poll() is None
        stroke(bench.dice)
        ends = time.monotonic() + 600
        while process.poll() is None:
            parts.whole()
            time.sleep(1)
            if time.monotonic() > ends:
                kill(process)
                return Outcome("", at_work, "the build does not end")
        told = process.stderr.read().decode() if process.stderr else ""
    if process.returncode:
        return Outcome("", at_work, f"the build ended with {process.returncode}: {told[-800:]}")
    same = graph(bench.out) == bench.expected(names)
    return Outcome("", at_work, "" if same else "the graph differs from that of the processes")


def driver_killed(bench: Bench, parts: Cluster) -> Outcome:
    """The build itself is killed; the graph is the last or the new one, and the next build is as from nothing."""
    before = graph(bench.out) if (bench.out / "graph.nq.gz").exists() else None
    names, command = _begun(bench, parts, fresh=False)
    cut = bench.cut(command, kill)
    if before is not None and graph(bench.out) not in (before, bench.expected(names)):
        return Outcome("", cut, "the graph is neither the last nor the new one")
    bench.build_command = lambda: command  # type: ignore[method-assign]
    return Outcome("", cut, mended(bench, names))


def _begun(bench: Bench, parts: Cluster, *, fresh: bool = True) -> tuple[frozenset[str], list[str]]:
    """Other documents, and the command that builds them on the cluster, with nothing kept where it begins afresh."""
    if fresh:
        shutil.rmtree(bench.out, ignore_errors=True)
    parts.whole()
    command = [sys.executable, "-c", "from delibgraph.cli import main; main()", "build", str(bench.source)]
    return bench.draw(), [*command, "--out", str(bench.out), "--engine", "dask", "--scheduler", parts.address]


KINDS: dict[str, Callable[[Bench, Cluster], Outcome]] = {
    "worker killed": lambda bench, parts: disturbed(bench, parts, parts.kill_worker),
    "scheduler killed": lambda bench, parts: disturbed(bench, parts, parts.kill_scheduler),
    "driver killed": driver_killed,
}
