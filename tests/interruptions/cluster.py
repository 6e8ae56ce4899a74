"""A cluster whose worker, scheduler or driver is killed at a random moment of a build.

A build must outlive its workers and its scheduler, and give the graph of one that nothing disturbed. What is left of a
killed driver is mended by the next build.
"""

from __future__ import annotations

import os
import random
import shutil
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress

from tests.interruptions import ENVIRONMENT, ROOT, Bench, Outcome, graph, kill, mended

WORKERS = 2
SOON = 4.0
"""Seconds within which a build is struck: some documents are under way then, and it seldom is over."""
STRICT = {"DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES": "0", "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}"}
"""A batch is given up at its first death, so that what comes of it then is tried as well."""


class Cluster:
    """A Dask scheduler and its workers as processes of their own, and a supervisor that replaces workers which end."""

    def __init__(self) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.address = f"tcp://127.0.0.1:{self.port}"
        self.scheduler = self._scheduler()
        self.workers = [self._worker() for _ in range(WORKERS)]
        self._over = threading.Event()
        self._supervisor = threading.Thread(target=self._supervise, daemon=True)
        self._supervisor.start()

    def _scheduler(self) -> subprocess.Popen[bytes]:
        return _dask("scheduler", "--host", "127.0.0.1", "--port", str(self.port))

    def _worker(self) -> subprocess.Popen[bytes]:
        return _dask("worker", self.address, "--nthreads", "1", "--no-nanny")

    def kill_worker(self, dice: random.Random) -> None:
        """SIGKILL to one worker."""
        dice.choice(self.workers).kill()

    def kill_scheduler(self, dice: random.Random) -> None:
        """SIGKILL to the scheduler; it is there again after a moment."""
        self.scheduler.kill()
        self.scheduler.wait()
        time.sleep(dice.uniform(0, 2))
        self.scheduler = self._scheduler()

    def _supervise(self) -> None:
        while not self._over.wait(0.5):
            self.workers = [one if one.poll() is None else self._worker() for one in self.workers]

    def close(self) -> None:
        """End all of it."""
        self._over.set()
        self._supervisor.join()
        for process in (self.scheduler, *self.workers):
            process.kill()
            process.wait()


def _dask(*arguments: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "dask", *arguments, "--no-dashboard"],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=ENVIRONMENT | STRICT,
    )  # fmt: skip


def disturbed(bench: Bench, parts: Cluster, stroke: Callable[[random.Random], None]) -> Outcome:
    """A build goes on though a part of the cluster is killed, and its graph is as ever."""
    names, command = _begun(bench, parts)
    with subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env=ENVIRONMENT, start_new_session=True
    ) as process:
        with suppress(subprocess.TimeoutExpired):
            process.wait(bench.dice.uniform(0.5, SOON))
        at_work = process.poll() is None
        stroke(bench.dice)
        try:
            told = process.communicate(timeout=600)[1].decode()
        except subprocess.TimeoutExpired:
            kill(process)
            return Outcome("", at_work, "the build does not end")
    if process.returncode:
        return Outcome("", at_work, f"the build ended with {process.returncode}: {told[-800:]}")
    same = graph(bench.out) == bench.expected(names)
    return Outcome("", at_work, "" if same else "the graph differs from that of the processes")


def driver_killed(bench: Bench, parts: Cluster) -> Outcome:
    """The build itself is killed; the graph is the last or the new one, and the next build is as from nothing."""
    before = graph(bench.out) if (bench.out / "graph.nq.gz").exists() else None
    names, command = _begun(bench, parts, fresh=False)
    cut = bench.cut(command, kill, SOON)
    if before is not None and graph(bench.out) not in (before, bench.expected(names)):
        return Outcome("", cut, "the graph is neither the last nor the new one")
    bench.build_command = lambda: command  # type: ignore[method-assign]
    return Outcome("", cut, mended(bench, names))


def _begun(bench: Bench, parts: Cluster, *, fresh: bool = True) -> tuple[frozenset[str], list[str]]:
    """Other documents, and the command that builds them on the cluster, with nothing kept where it begins afresh."""
    if fresh:
        shutil.rmtree(bench.out, ignore_errors=True)
    command = [sys.executable, "-c", "from delibgraph.cli import main; main()", "build", str(bench.source)]
    return bench.draw(), [*command, "--out", str(bench.out), "--engine", "dask", "--scheduler", parts.address]


KINDS: dict[str, Callable[[Bench, Cluster], Outcome]] = {
    "worker killed": lambda bench, parts: disturbed(bench, parts, parts.kill_worker),
    "scheduler killed": lambda bench, parts: disturbed(bench, parts, parts.kill_scheduler),
    "driver killed": driver_killed,
}
