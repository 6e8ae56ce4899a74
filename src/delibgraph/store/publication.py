"""A build's results take the place of the last ones, whole or not at all.

The store follows the archive: a new one is filled from the file, and one that differs little from the last is a copy
of it (hard links, no bytes) in which only the quads that differ are changed. All is made in a folder of its own, which
then takes the place of the last good result by renames. The manifest goes first and comes last, so that where it stands
the store, the file and itself say the same; a build that finds none begins anew.
"""

from __future__ import annotations

import gzip
import io
import re
import shutil
import time
import zlib
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import Self

from pyoxigraph import DefaultGraph, Quad, RdfFormat, Store, parse

from delibgraph.rdf.vocabulary import GRAPH
from delibgraph.store.archive import Archive, ArchiveWriter, Packed, Part
from delibgraph.store.embedded import WRITABLE, StoreError
from delibgraph.store.files import ANSWERS, MANIFEST, NQUADS, STORE, TURTLE, write_atomically, write_turtle_of
from delibgraph.store.folders import alone, swap

_BUILDING = ".building"
_FEW = 10
"""A store is changed rather than filled anew while the parts that differ hold less than one in so many of its quads."""
MOST_TURTLE = 250_000
"""Quads above which no Turtle file is written: it is for reading, and this many are 13 MB already."""
_PIECE = 6 << 20
"""Bytes of N-Quads that are loaded at once: some 25,000 quads. Larger pieces load no faster and weigh more."""
_GRAPH = re.compile(rb" <[^<>\s]*> \.\n")
_OWN_GRAPH = re.compile(rb" <" + re.escape(GRAPH.encode()) + rb"[^<>\s]*> \.\n")
"""Found twice as fast, since it begins with many letters."""


class Publication:
    """What a build writes under its folder: ``store/``, ``graph.nq.gz``, ``graph.ttl`` and ``manifest.json``.

    A context manager that holds the folder's lock. Parts are added, :meth:`store` holds what was added so far, and
    :meth:`commit` puts all in place; without it, or after an error, the last good result stays. The same parts in the
    same order give the same bytes.
    """

    def __init__(self, out: Path) -> None:
        """Nothing is touched before the context is entered."""
        self._out, self._building = out, out / _BUILDING
        self._stack = ExitStack()
        self._store: Store | None = None
        self._applied: dict[str, str] = {}

    def __enter__(self) -> Self:
        """Take the lock.

        Raises:
            StoreError: another build is writing there, or clients are.
            OSError: the folder cannot be written.
        """
        if (self._out / WRITABLE).exists():
            raise StoreError(f"{self._out}: holds a store that clients write (choose another --out)")
        self._out.mkdir(parents=True, exist_ok=True)
        with self._stack:
            self._stack.enter_context(alone(self._out))
            self._stack.callback(shutil.rmtree, self._building, ignore_errors=True)
            shutil.rmtree(self._building, ignore_errors=True)
            self._building.mkdir()
            self._last = Archive.under(self._out)
            self._writer = ArchiveWriter(self._building / NQUADS)
            self._stack.callback(self._writer.close)
            self._stack = self._stack.pop_all()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Clear away what was not committed, and let the lock go."""
        self._store = None
        self._stack.close()

    def add(self, name: str, packed: Packed) -> None:
        """Add a part to the graph.

        Raises:
            ValueError: a part of that name is there.
            OSError: the disk is full.
        """
        self._writer.add(name, packed)

    @property
    def quads(self) -> int:
        """How many quads the parts hold so far."""
        return sum(part.quads for part in self._writer.parts.values())

    def store(self) -> Store:
        """The new store with all the parts that were added so far.

        Raises:
            OSError: the disk is full.
        """
        archive = self._writer.archive()
        if self._store is None:
            self._store = self._copied(archive) or self._empty()
        if not self._applied:
            _fill(self._store, archive.path)
        else:
            try:
                self._change(self._store, archive)
            except (OSError, RuntimeError, EOFError, SyntaxError, zlib.error):  # the last result is damaged: begin anew
                self._store = None
                self._store = self._empty()
                _fill(self._store, archive.path)
        self._applied = {name: part.sha256 for name, part in archive.parts.items()}
        return self._store

    def _empty(self) -> Store:
        # a process that builds twice may still hold the lock of the path that it built at before
        self._fresh = self._building / f"{STORE}-{time.monotonic_ns()}"
        return Store(str(self._fresh))

    def _copied(self, archive: Archive) -> Store | None:
        """The last store, if it is there and much of it stays."""
        parts = self._last.parts
        held = {name: part.sha256 for name, part in parts.items()}
        affected = [source.get(name) for name in _changed(held, archive.parts) for source in (parts, archive.parts)]
        if _FEW * sum(part.quads for part in affected if part) >= sum(part.quads for part in parts.values()):
            return None
        self._fresh = self._building / f"{STORE}-{time.monotonic_ns()}"
        try:
            Store.read_only(str(self._out / STORE)).backup(str(self._fresh))
            store = Store(str(self._fresh))
        except (OSError, RuntimeError):  # it is not there, or damaged
            return None
        self._applied = held
        return store

    def _change(self, store: Store, archive: Archive) -> None:
        """Bring the store from the parts that are applied, which are the last result's, to those of the archive."""
        gone: list[Quad] = []
        for name in _changed(self._applied, archive.parts):
            before = set(self._last.lines(name)) if name in self._applied else set[bytes]()
            after = set(archive.lines(name)) if name in archive.parts else set[bytes]()
            gone += _parsed(before - after)
            store.extend(both for quad in _parsed(after - before) for both in (quad, _merged(quad)))
        for quad in gone:
            store.remove(quad)
        for quad in gone:  # what no graph states any more goes from the merged graph too
            found = store.quads_for_pattern(quad.subject, quad.predicate, quad.object, None)
            if all(isinstance(other.graph_name, DefaultGraph) for other in found):
                store.remove(_merged(quad))

    def commit(self) -> None:
        """Put the new results in the place of the last.

        Raises:
            OSError: the disk is full.
        """
        self.store().flush()
        self._store = None
        self._writer.close()
        turtle = self.quads <= MOST_TURTLE
        if turtle:
            with io.BufferedReader(gzip.open(self._building / NQUADS)) as file:  # a line at a time, without a detour
                write_turtle_of(self._building / TURTLE, (_GRAPH.sub(b" .\n", line) for line in file))
        (self._out / MANIFEST).unlink(missing_ok=True)
        shutil.rmtree(self._out / ANSWERS, ignore_errors=True)
        swap(self._fresh, self._out)
        (self._building / NQUADS).replace(self._out / NQUADS)
        if turtle:
            (self._building / TURTLE).replace(self._out / TURTLE)
        else:
            (self._out / TURTLE).unlink(missing_ok=True)
        write_atomically(self._out / MANIFEST, self._writer.manifest())


def _changed(held: Mapping[str, str], parts: Mapping[str, Part]) -> list[str]:
    """The parts that differ, those that came and those that went, sorted."""
    wanted = {name: part.sha256 for name, part in parts.items()}
    return sorted(name for name in held.keys() | wanted.keys() if held.get(name) != wanted.get(name))


def _fill(store: Store, path: Path) -> None:
    """Load a file of quads that this project wrote, and each triple once into the store's default graph.

    The loader holds what it is given at once, in several orders, so it is given a piece at a time; it sorts and writes
    on one core, so two loads go on beside each other. A piece has its quads and its triples, which share their terms:
    the loader writes each term once.
    """
    with gzip.open(path) as file, ThreadPoolExecutor(2) as loaders:
        under_way: deque[Future[None]] = deque()
        while quads := file.read(_PIECE) + file.readline():
            if len(under_way) > 1:
                under_way.popleft().result()
            piece = quads + _triples(quads)
            under_way.append(loaders.submit(store.bulk_load, piece, RdfFormat.N_QUADS, lenient=True))
        for load in under_way:
            load.result()


def _triples(quads: bytes) -> bytes:
    """The lines of N-Quads without their graphs."""
    triples, count = _OWN_GRAPH.subn(b" .\n", quads)
    return triples if count == quads.count(b"\n") else _GRAPH.sub(b" .\n", quads)


def _parsed(lines: Iterable[bytes]) -> Iterator[Quad]:
    return parse(b"".join(sorted(lines)), RdfFormat.N_QUADS, lenient=True)


def _merged(quad: Quad) -> Quad:
    return Quad(quad.subject, quad.predicate, quad.object)
