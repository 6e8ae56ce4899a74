"""The processes of this machine: results in order, few items under way, and a worker's death costs one item.

What takes too long or too much memory, or breaks the interpreter, is found by trying what was under way one by one, and
set aside under its own name; the rest goes on.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any, Generic, TypeVar, cast

from delibgraph.engines.engine import ALONE, Tell
from delibgraph.engines.watchdog import watched
from delibgraph.reading.limits import MEMORY

In = TypeVar("In")
Out = TypeVar("Out")
CHUNK = 8
"""Items that a worker is handed at once."""


@dataclass(frozen=True, slots=True)
class Processes:
    """So many worker processes; with one job, or one item, this process does the work, unless it is done ``apart``."""

    jobs: int = 1
    apart: bool = False

    def work(
        self, function: Callable[[In], Out], items: Sequence[In], lost: Callable[[In], Out]
    ) -> Generator[Out, None, None]:
        """The results in the items' order; in this process there is no worker to die."""
        if not self.apart and (self.jobs <= 1 or len(items) < 2):
            yield from map(function, items)
            return
        team = _Team(function, min(self.jobs, len(items)), lost)
        size = max(1, min(CHUNK, len(items) // (4 * self.jobs)))
        try:
            yield from team.results(_chunks(items, size))
        finally:  # when interrupted, the workers finish the few items in hand and no more
            team.pool.shutdown(cancel_futures=True)

    @contextmanager
    def telling(self, progress: Tell) -> Iterator[Tell]:
        """Progress comes through a queue, as it is told."""
        line = _Line(multiprocessing.get_context().SimpleQueue())
        thread = threading.Thread(target=line.listen, args=(progress,), daemon=True)
        thread.start()
        try:
            yield line
        finally:
            line.queue.put(None)
            thread.join()


@dataclass(frozen=True, slots=True)
class _Line:
    """From the workers, who inherit it when they are started, to the main process."""

    queue: Any

    def __call__(self, name: str, done: int, total: int) -> None:
        self.queue.put((name, done, total))

    def listen(self, progress: Tell) -> None:
        """Pass on what is told, until the end."""
        while (told := self.queue.get()) is not None:
            progress(*told)


class _Team(Generic[In, Out]):
    """A pool of workers with as many chunks under way as keep it busy."""

    def __init__(self, function: Callable[[In], Out], jobs: int, lost: Callable[[In], Out]) -> None:
        self.function, self.jobs, self.lost = function, jobs, lost
        self.pool = self._recruit(jobs)

    def results(self, chunks: Iterable[Sequence[In]]) -> Iterator[Out]:
        """The results of the chunks' items, in order."""
        rest = iter(chunks)
        under_way: deque[tuple[Sequence[In], Future[list[Out]]]] = deque()
        while True:
            for chunk in islice(rest, 2 * self.jobs + 1 - len(under_way)):
                under_way.append((chunk, self._submit(chunk)))
            if not under_way:
                return
            chunk, future = under_way.popleft()
            try:
                yield from future.result()
            except BrokenProcessPool:
                yield from self._one_by_one(chunk)
                self._renew(self.jobs)
                under_way = deque((chunk, self._submit(chunk)) for chunk, _ in under_way)

    def _one_by_one(self, chunk: Sequence[In]) -> Iterator[Out]:
        """The results of items among which may be one that kills: each is tried alone."""
        self._renew(1)
        for item in chunk:
            yield self._alone(item)

    def _alone(self, item: In) -> Out:
        """The result of an item; a worker may be killed from without too, so one death more is forgiven."""
        for _ in range(ALONE):
            try:
                [result] = self.pool.submit(_work, [item]).result()
                return cast("Out", result)
            except BrokenProcessPool:
                self._renew(1)
        return self.lost(item)

    def _submit(self, chunk: Sequence[In]) -> Future[list[Out]]:
        try:
            return self.pool.submit(_work, chunk)
        except BrokenProcessPool as error:  # it died since: told with the result, as any other death
            future: Future[list[Out]] = Future()
            future.set_exception(error)
            return future

    def _renew(self, jobs: int) -> None:
        self.pool.shutdown(cancel_futures=True)
        self.pool = self._recruit(jobs)

    def _recruit(self, jobs: int) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(jobs, initializer=_equip, initargs=(self.function,))


def _chunks(items: Sequence[In], size: int) -> Iterator[Sequence[In]]:
    return (items[start : start + size] for start in range(0, len(items), size))


_function: Callable[[Any], Any] | None = None


def _equip(function: Callable[[Any], Any]) -> None:
    """Make this process a worker: it does one thing in its life, in bounded memory."""
    global _function
    _function = function
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the main process hears it, and asks for no more
    threading.Thread(target=_follow, daemon=True).start()
    if sys.platform == "linux":
        import resource

        taken = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0]) * resource.getpagesize()
        hard = resource.getrlimit(resource.RLIMIT_AS)[1]
        limit = taken + MEMORY
        resource.setrlimit(resource.RLIMIT_AS, (limit if hard < 0 else min(limit, hard), hard))


def _follow() -> None:
    """End with the main process, however that ended."""
    if parent := multiprocessing.parent_process():
        parent.join()
        os._exit(1)


def _work(items: Sequence[Any]) -> list[Any]:
    return watched(_function, items) if _function else []
