"""The graph on disk: an Oxigraph store beside the graph's files, replaced whole by each build.

The store's default graph holds every triple once, merged from all named graphs, because Oxigraph's union of named
graphs does not merge: a triple that fifty documents state would count fifty times. The files hold the named graphs.
"""

from __future__ import annotations

import gzip
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO, cast

from pyoxigraph import Quad, RdfFormat, Store, parse

from delibgraph.store.files import NQUADS, STORE, nquads, ntriples

PREVIOUS = ".store-previous"
WRITABLE = ".writable"
"""Marks a folder whose store clients write, and no build."""
_FORMATS = {
    ".nq": RdfFormat.N_QUADS,
    ".nt": RdfFormat.N_TRIPLES,
    ".trig": RdfFormat.TRIG,
    ".ttl": RdfFormat.TURTLE,
}


class StoreError(Exception):
    """A graph that cannot be opened or written, with the way out."""


def open_store(path: Path) -> Store:
    """The store under a build's folder, read-only; or the graph of one file, in memory.

    Raises:
        StoreError: nothing there, a file of unknown format, or one that is damaged.
    """
    if path.is_file():
        return _load(path)
    # A build swaps stores by two renames; whoever comes between them finds the previous one.
    for folder in (path / STORE, path / PREVIOUS, path / STORE):
        if folder.is_dir():
            try:
                return Store.read_only(str(folder))
            except (OSError, RuntimeError):  # it has just been moved away, or is damaged
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
