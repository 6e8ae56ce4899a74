"""The query workers: so many at once, each with so much time, killed when it is over."""

from __future__ import annotations

import asyncio
import json
import sys
from collections import OrderedDict
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from delibgraph.explorer.frames import Kind, read_frame
from delibgraph.explorer.worker import mark

Term = dict[str, str]
"""A term: ``type``, ``value``, and a literal's ``datatype`` or ``xml:lang``."""
_JSON = "application/sparql-results+json"


@dataclass(frozen=True, slots=True)
class Limits:
    """What one query may cost."""

    seconds: float = 30.0
    at_once: int = 4
    wait: float = 10.0
    """Seconds that a query may stand in line before it is refused."""
    answer: int = 256 << 20
    """Bytes of an answer."""
    request: int = 1 << 20
    """Bytes of a query."""
    change: int = 64 << 20
    """Bytes of a change, unpacked."""


class RefusedError(Exception):
    """A query that gets no answer: an HTTP status and the reason."""

    def __init__(self, status: int, message: str) -> None:
        """The status is one of RFC 9110."""
        super().__init__(message)
        self.status = status


@dataclass(slots=True)
class _Worker:
    process: asyncio.subprocess.Process

    def say(self, request: dict[str, Any]) -> None:
        assert self.process.stdin is not None  # noqa: S101 (a pipe)
        self.process.stdin.write(json.dumps(request).encode() + b"\n")

    async def frame(self) -> tuple[Kind, bytes]:
        assert self.process.stdout is not None  # noqa: S101 (a pipe)
        return await read_frame(self.process.stdout)

    async def end(self) -> None:
        with suppress(ProcessLookupError):
            self.process.kill()
        await self.process.wait()


@dataclass(slots=True)
class Workers:
    """Workers on one graph. A new build is seen by the next query."""

    graph: Path
    limits: Limits = field(default_factory=Limits)
    _idle: list[_Worker] = field(default_factory=list)
    _slots: asyncio.Semaphore | None = None
    _turn: asyncio.Lock = field(default_factory=asyncio.Lock)
    _answers: _Answers = field(default_factory=lambda: _Answers())

    async def ask(self, request: dict[str, Any]) -> tuple[str, AsyncGenerator[bytes, None]]:
        """The media type of the answer, and its bytes as they come.

        Raises:
            RefusedError: a wrong query (400), no format that is wanted (406), an answer too long (413), all workers
                busy (503), or too much time (504).
        """
        stream = self._stream(request | {"longest": self.limits.answer})
        media = (await anext(stream)).decode()
        return media, stream

    async def rows(self, query: str, values: dict[str, str] | None = None) -> list[dict[str, Term]]:
        """The solutions of a SELECT, or of a named query, each variable's term as SPARQL's JSON has it.

        Answers of the present build are kept for who asks the same again.

        Raises:
            RefusedError: as for any query.
        """
        built, asked = self.built(), {"query": query, "values": values or {}, "default": [], "named": []}
        key = json.dumps(asked)
        answer = self._answers.recall(built, key)
        if answer is None:
            _, stream = await self.ask(asked | {"accept": [_JSON]})
            answer = b"".join([part async for part in stream])
            self._answers.keep(built, key, answer)
        found = json.loads(answer)["results"]["bindings"]
        assert isinstance(found, list)  # noqa: S101 (https://www.w3.org/TR/sparql11-results-json/)
        return found

    async def change(self, request: dict[str, Any]) -> str:
        """Carry out a change, one after another: ``new``, ``old`` or ``gone``, as its graph was before.

        Raises:
            RefusedError: a wrong change (400), too many (503), too much time (504), or no place on the disk (507).
        """
        try:
            async with asyncio.timeout(self.limits.wait):
                await self._turn.acquire()
        except TimeoutError as error:
            raise RefusedError(503, "too many changes at once (try again)") from error
        try:
            _, stream = await self.ask(request)
            return b"".join([part async for part in stream]).decode()
        finally:
            self._turn.release()

    async def start(self, count: int = 1) -> None:
        """Have workers ready before queries come; a graph that cannot be opened is told by the query."""
        with suppress(RefusedError):
            started = [await self._worker() for _ in range(min(count, self.limits.at_once))]
            self._idle += started

    async def close(self) -> None:
        """End all idle workers."""
        while self._idle:
            await self._idle.pop().end()

    async def _stream(self, request: dict[str, Any]) -> AsyncGenerator[bytes, None]:
        """The media type, then the content. Whoever stops listening ends the worker."""
        async with self._slot():
            worker = await self._worker()
            whole = False
            try:
                clock = asyncio.get_running_loop().time
                deadline = clock() + self.limits.seconds
                worker.say(request)
                while (frame := await asyncio.wait_for(worker.frame(), deadline - clock()))[0] != "end":
                    kind, content = frame
                    if kind == "error":
                        told = json.loads(content)
                        whole = True
                        raise RefusedError(told["status"], told["message"])
                    yield json.loads(content)["type"].encode() if kind == "head" else content
                whole = True
            except TimeoutError as error:
                raise RefusedError(
                    504, f"the query took more than {self.limits.seconds:g} seconds (ask for less)"
                ) from error
            except (asyncio.IncompleteReadError, ConnectionError) as error:
                raise RefusedError(500, "the query ended its worker (ask for less)") from error
            finally:
                if whole:
                    self._idle.append(worker)
                else:
                    await worker.end()

    @asynccontextmanager
    async def _slot(self) -> AsyncIterator[None]:
        self._slots = self._slots or asyncio.Semaphore(self.limits.at_once)
        try:
            async with asyncio.timeout(self.limits.wait):
                await self._slots.acquire()
        except TimeoutError as error:
            raise RefusedError(503, "too many queries at once (try again)") from error
        try:
            yield
        finally:
            self._slots.release()

    async def _worker(self) -> _Worker:
        """An idle worker, else a new one."""
        while self._idle:
            worker = self._idle.pop()
            if worker.process.returncode is None:
                return worker
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "delibgraph.explorer.worker", str(self.graph)),
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.DEVNULL,
        )
        worker = _Worker(process)
        try:
            await worker.frame()
        except asyncio.IncompleteReadError as error:
            await worker.end()
            raise RefusedError(503, "the graph cannot be opened (is a build there?)") from error
        except asyncio.CancelledError:
            await worker.end()
            raise
        return worker

    def built(self) -> tuple[int, int]:
        """Which build, or which change, is there."""
        return mark(self.graph)


@dataclass(slots=True)
class _Answers:
    """Answers that were given out, as JSON: those of the present build that were asked for last."""

    most: int = 32 << 20
    """Bytes that are kept."""
    _built: tuple[int, int] = (0, 0)
    _kept: OrderedDict[str, bytes] = field(default_factory=OrderedDict)
    _size: int = 0

    def recall(self, built: tuple[int, int], query: str) -> bytes | None:
        if built != self._built:
            self._built, self._size = built, 0
            self._kept.clear()
        if query in self._kept:
            self._kept.move_to_end(query)
        return self._kept.get(query)

    def keep(self, built: tuple[int, int], query: str, answer: bytes) -> None:
        if built != self._built or query in self._kept or len(answer) > self.most // 8:
            return
        self._kept[query] = answer
        self._size += len(answer)
        while self._size > self.most:
            self._size -= len(self._kept.popitem(last=False)[1])
