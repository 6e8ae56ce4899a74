"""Work on many items over processes: results in order, few items under way, and a worker's death costs one item.

What takes too long or too much memory, or breaks the interpreter, is found by trying what was under way one by one, and
set aside under its own name; the rest goes on.
"""

from __future__ import annotations

import faulthandler
import os
import signal
import sys
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from pathlib import Path
from typing import Any, Generic, TypeVar

from delibgraph.reading.limits import MEMORY, SECONDS

In = TypeVar("In")
Out = TypeVar("Out")
CHUNK = 8
"""Items that a worker is handed at once."""
LONGEST = 2 * SECONDS
"""Seconds without a sign of life (:func:`alive`) after which a worker ends itself."""


def work(
    function: Callable[[In], Out], items: Sequence[In], jobs: int, lost: Callable[[In], Out]
) -> Generator[Out, None, None]:
    """The results in the items' order, from this process or from workers, who are handed the function once.

    ``lost`` is what becomes of an item on which a worker dies; in this process there is none to die.
    """
    if jobs <= 1 or len(items) < 2:
        yield from map(function, items)
        return
    team = _Team(function, min(jobs, len(items)), lost)
    size = max(1, min(CHUNK, len(items) // (4 * jobs)))
    try:
        yield from team.results(_chunks(items, size))
    finally:  # when interrupted, the workers finish the few items in hand and no more
        team.pool.shutdown(cancel_futures=True)


def alive() -> None:
    """A worker's sign of life, at each item and wherever one takes long for a good reason."""
    if _function is not None:
        faulthandler.dump_traceback_later(LONGEST, exit=True, file=_nowhere)


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
            try:
                yield from self.pool.submit(_work, [item]).result()
            except BrokenProcessPool:
                yield self.lost(item)
                self._renew(1)

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
_nowhere = sys.stderr


def _equip(function: Callable[[Any], Any]) -> None:
    """Make this process a worker: it does one thing in its life, in bounded memory."""
    global _function, _nowhere
    _function = function
    _nowhere = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 (until the process ends)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the main process hears it, and asks for no more
    if sys.platform == "linux":
        import resource

        taken = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0]) * resource.getpagesize()
        hard = resource.getrlimit(resource.RLIMIT_AS)[1]
        limit = taken + MEMORY
        resource.setrlimit(resource.RLIMIT_AS, (limit if hard < 0 else min(limit, hard), hard))


def _work(items: Sequence[Any]) -> list[Any]:
    results = []
    for item in items:
        alive()
        results.append(_function(item) if _function else None)
    faulthandler.cancel_dump_traceback_later()
    return results
