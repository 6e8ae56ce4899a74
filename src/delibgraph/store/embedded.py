"""The graph on disk: an Oxigraph store beside the graph's files, replaced whole by each build.

The store's default graph holds every triple once, merged from all named graphs, because Oxigraph's union of named
graphs does not merge: a triple that fifty documents state would count fifty times. The files hold the named graphs.
"""

from __future__ import annotations

import gzip
import shutil
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, cast

from pyoxigraph import Quad, RdfFormat, Store, parse

from delibgraph.store.files import nquads, ntriples, write_nquads, write_turtle

STORE, NQUADS, TURTLE = "store", "graph.nq.gz", "graph.ttl"
_BUILDING, _PREVIOUS, _LOCK = ".building", ".store-previous", ".lock"
_FORMATS = {
    ".nq": RdfFormat.N_QUADS,
    ".nt": RdfFormat.N_TRIPLES,
    ".trig": RdfFormat.TRIG,
    ".ttl": RdfFormat.TURTLE,
}


class StoreError(Exception):
    """A graph that cannot be opened or written, with the way out."""


def publish(out: Path, quads: Iterable[Quad]) -> None:
    """Write ``store/``, ``graph.nq.gz`` and ``graph.ttl`` under a folder, the same bytes for the same quads.

    All is made in a temporary folder first, so an interrupted build leaves the last good result.

    Raises:
        StoreError: another build is writing there.
        OSError: the folder cannot be written, or the disk is full.
    """
    out.mkdir(parents=True, exist_ok=True)
    with _alone(out):
        building = out / _BUILDING
        shutil.rmtree(building, ignore_errors=True)
        building.mkdir()
        try:
            gathered = list(quads)
            lines = nquads(gathered)
            write_nquads(building / NQUADS, lines)
            write_turtle(building / TURTLE, gathered)
            # a process that builds twice may still hold the lock of the path that it built at before
            fresh = building / f"{STORE}-{time.monotonic_ns()}"
            _fill(Store(fresh), gathered, lines)
            _swap(fresh, out)
            for name in (NQUADS, TURTLE):
                (building / name).replace(out / name)
        finally:
            shutil.rmtree(building, ignore_errors=True)


def open_store(path: Path) -> Store:
    """The store under a build's folder, read-only; or the graph of one file, in memory.

    Raises:
        StoreError: nothing there, a file of unknown format, or one that is damaged.
    """
    if path.is_file():
        return _load(path)
    # A build swaps stores by two renames; whoever comes between them finds the previous one.
    for folder in (path / STORE, path / _PREVIOUS, path / STORE):
        if folder.is_dir():
            try:
                return Store.read_only(str(folder))
            except OSError:
                continue
    if (path / NQUADS).is_file():
        return _load(path / NQUADS)
    if not path.exists():
        raise StoreError(f"{path}: no such file or folder (check the path)")
    raise StoreError(f"{path}: no graph is built here (delibgraph build SOURCES… --out {path})")


def read_quads(path: Path) -> Iterator[Quad]:
    """The quads of a ``.nq``, ``.nt``, ``.trig`` or ``.ttl`` file, gzipped or not.

    Raises:
        StoreError: a file of another format, or one that is damaged.
    """
    packed = path.suffix.lower() == ".gz"
    suffix = (path.with_suffix("") if packed else path).suffix.lower()
    if suffix not in _FORMATS:
        raise StoreError(f"{path}: no graph format is named '{suffix}' (known: {', '.join(_FORMATS)}, also with .gz)")
    try:
        with cast("IO[bytes]", gzip.open(path) if packed else path.open("rb")) as source:
            yield from parse(source, _FORMATS[suffix])
    except (SyntaxError, OSError, EOFError) as error:
        raise StoreError(f"{path}: cannot be read as {suffix[1:]}: {error} (build it again)") from error


def _load(path: Path) -> Store:
    quads = list(read_quads(path))
    store = Store()
    _fill(store, quads, nquads(quads))
    return store


def _fill(store: Store, quads: Iterable[Quad], lines: Iterable[bytes]) -> None:
    """Put the quads, also given as N-Quads lines, into the store, and each triple once into its default graph."""
    store.bulk_load(b"".join(lines), RdfFormat.N_QUADS)
    store.bulk_load(ntriples({quad.triple for quad in quads}), RdfFormat.N_TRIPLES)
    store.flush()


def _swap(new: Path, out: Path) -> None:
    current, previous = out / STORE, out / _PREVIOUS
    if current.exists():
        shutil.rmtree(previous, ignore_errors=True)
        current.rename(previous)
    new.rename(current)
    shutil.rmtree(previous, ignore_errors=True)


@contextmanager
def _alone(out: Path) -> Iterator[None]:
    """Hold the folder's lock; the system lets it go when the process ends, however it ends."""
    with (out / _LOCK).open("w") as lock:
        if sys.platform != "win32":
            import fcntl

            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError as error:
                raise StoreError(
                    f"{out}: another build is writing here (wait for it, or choose another --out)"
                ) from error
        yield
