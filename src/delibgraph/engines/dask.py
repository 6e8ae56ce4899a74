"""The workers of a Dask cluster: results in order, few batches under way, and what is lost is done again.

A worker's death costs the batches that it had; the scheduler hands them to others, and gives a batch up after a number
of deaths (``distributed.scheduler.allowed-failures``). Its items are then tried one by one with nothing else under way,
so that none is given up for another's sake. A scheduler that is gone is waited for.

Dask hands pickles around: its ports are for a closed network, or for TLS, which Dask takes from its own configuration.
"""

from __future__ import annotations

import hashlib
import pickle
import socket
import threading
import time
from collections import deque
from collections.abc import Callable, Generator, Iterator, Sequence
from concurrent.futures import CancelledError
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Generic, TypeVar, cast

from distributed import Client, Future, KilledWorker

from delibgraph.engines.engine import ALONE, EngineError, Tell
from delibgraph.engines.watchdog import watched

In = TypeVar("In")
Out = TypeVar("Out")
BATCH = 32
"""Items that a worker is handed at once: what Dask does for a task takes some milliseconds."""
AHEAD = 3
"""Batches under way for each worker."""
PATIENCE = 300.0
"""Seconds that a known scheduler, or all workers, may be away: a cluster that grows when asked takes minutes."""
_FIRST = 15.0
"""Seconds in which a scheduler must answer the first time: its address may be wrong."""
_TICK = 5.0
_LOSSES = 10
"""How often all that is under way may be lost in a row."""
_GONE = (CancelledError, OSError)
"""What Dask raises when the scheduler is away."""


@dataclass(frozen=True, slots=True)
class Cluster:
    """The workers of the scheduler at an address, as many as there are at the time."""

    scheduler: str

    def work(
        self, function: Callable[[In], Out], items: Sequence[In], lost: Callable[[In], Out]
    ) -> Generator[Out, None, None]:
        """The results in the items' order.

        Raises:
            EngineError: no scheduler answers, no worker is left, or one runs other code.
        """
        if items:
            with closing(_Team(self.scheduler, function, lost)) as team:
                yield from team.results(items)

    @contextmanager
    def telling(self, progress: Tell) -> Iterator[Tell]:  # noqa: ARG002 (as the interface has it)
        """Silent: what goes on within an item stays on its machine."""
        yield _silent


def _silent(name: str, done: int, total: int) -> None:
    """Tell nobody."""


@dataclass(slots=True, eq=False)
class _Batch(Generic[In]):
    """Items under way."""

    items: Sequence[In]
    future: Future[Any]


class _Team(Generic[In, Out]):
    """The cluster's workers with what they need for one piece of work."""

    def __init__(self, scheduler: str, function: Callable[[In], Out], lost: Callable[[In], Out]) -> None:
        self.scheduler, self.packed, self.lost = scheduler, pickle.dumps(function), lost
        self.under_way: deque[_Batch[In]] = deque()
        self._join(_FIRST)

    def close(self) -> None:
        """Leave the cluster, which forgets what is under way."""
        self.client.close()

    def results(self, items: Sequence[In]) -> Iterator[Out]:
        """The results of the items, in order."""
        size = max(1, min(BATCH, len(items) // (4 * max(1, self._workers()))))
        batches = (items[start : start + size] for start in range(0, len(items), size))
        while self._refill(batches):
            batch = self.under_way.popleft()
            try:
                yield from self._result(batch)
            except KilledWorker:
                self._settle()
                for item in batch.items:
                    yield self._alone(item)

    def _refill(self, batches: Iterator[Sequence[In]]) -> int:
        """Put enough batches under way to keep all workers busy; how many there are now."""
        wanted = AHEAD * self._workers() + 1
        while len(self.under_way) < wanted and (items := next(batches, None)) is not None:
            self.under_way.append(_Batch(items, self._submit(items)))
        return len(self.under_way)

    def _result(self, batch: _Batch[In]) -> list[Out]:
        """A batch's results, however often the cluster goes away and comes back.

        Raises:
            KilledWorker: the scheduler has given it up.
        """
        for _ in range(_LOSSES):
            try:
                return self._awaited(batch.future)
            except KilledWorker as error:
                if self.shared.status != "error":
                    raise
                last: Exception = error  # a worker died while it took over what all share: no fault of the batch
            except _GONE as error:
                if batch.future.status == "error":  # the work's own
                    raise
                last = error
            self._rejoin(batch)
        raise EngineError(f"{self.scheduler}: loses its work again and again ({last})")

    def _awaited(self, future: Future[Any]) -> list[Out]:
        here = time.monotonic()
        while True:
            try:
                return cast("list[Out]", future.result(timeout=_TICK))
            except TimeoutError:
                if future.done():
                    raise
            if self._workers():
                here = time.monotonic()
            elif time.monotonic() - here > PATIENCE:
                raise EngineError(
                    f"{self.scheduler}: no worker is left (start some and build again: what was read is kept)"
                )

    def _alone(self, item: In) -> Out:
        """The result of an item that may kill its worker."""
        for _ in range(ALONE):
            try:
                [result] = self._result(_Batch([item], self._submit([item])))
            except KilledWorker:
                continue
            return result
        return self.lost(item)

    def _settle(self) -> None:
        """Wait until nothing is under way, so that no item dies of another."""
        for batch in self.under_way:
            with suppress(KilledWorker):
                self._result(batch)

    def _submit(self, items: Sequence[In]) -> Future[Any]:
        return self.client.submit(_run, _code(), self.shared, items, pure=False)

    def _workers(self) -> int:
        return len(self.client.nthreads())

    def _join(self, seconds: float) -> None:
        """Find the scheduler and a worker, and hand the function over.

        The scheduler keeps it, and hands it out again when all who had it have died.
        """
        try:
            self.client = Client(self.scheduler, timeout=seconds, set_as_default=False)
        except (OSError, TimeoutError, ValueError) as error:
            raise EngineError(f"{self.scheduler}: no scheduler answers there (dask scheduler starts one)") from error
        try:
            self.client.wait_for_workers(1, timeout=PATIENCE)
            self.shared = self.client.submit(pickle.loads, self.packed, pure=False)
        except TimeoutError as error:
            self.client.close()
            raise EngineError(
                f"{self.scheduler}: has no worker (dask worker {self.scheduler} --nthreads 1 starts one)"
            ) from error

    def _rejoin(self, asked: _Batch[In]) -> None:
        """Find the cluster again, and begin anew what was under way."""
        self.client.close(timeout=_TICK)
        self._join(PATIENCE)
        asked.future = self._submit(asked.items)
        for batch in self.under_way:
            if batch is not asked:
                batch.future = self._submit(batch.items)


_one_at_a_time = threading.Lock()


def _run(code: str, function: Callable[[Any], Any], items: Sequence[Any]) -> list[Any]:
    """On a worker: the results of a batch; its process does one at a time, however many threads it has.

    Raises:
        EngineError: the worker would give other results.
    """
    if code != _code():
        raise EngineError(f"{socket.gethostname()}: a worker there runs other code (install the same delibgraph)")
    with _one_at_a_time:
        return watched(function, items)


@cache
def _code() -> str:
    """A digest of the whole package as it is installed here."""
    files = sorted(Path(__file__).parents[1].rglob("*.py"))
    return hashlib.sha256(b"".join(path.read_bytes() for path in files)).hexdigest()
