"""A store that clients write, apart from what builds make: a folder of its own, which no build takes.

A build says what its documents say, and the next one replaces what the last one said. What others write would be lost
or mixed with that, so a folder is either a build's or a writable store, and never becomes the other.

Each change is made on a copy (hard links, no bytes) that then takes the store's place by renames, as in a build: it is
there whole or not at all, and readers go on reading what they opened. The default graph is the union of the named
graphs and is never written itself.
"""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from pyoxigraph import DefaultGraph, NamedNode, RdfFormat, Store

from delibgraph.store.embedded import PREVIOUS, WRITABLE, StoreError
from delibgraph.store.files import MANIFEST, NQUADS, PREFIXES, STORE
from delibgraph.store.folders import alone, swap

T = TypeVar("T")
_WRITING = ".writing"


class WriteError(ValueError):
    """A change that cannot be made as asked, with the way out; the store is as it was."""


def prepare(folder: Path) -> None:
    """Make a folder a writable store: one that is one already, or one in which there is nothing of a build.

    Raises:
        StoreError: a build's folder, or a file.
        OSError: the folder cannot be written.
    """
    if folder.exists() and not folder.is_dir():
        raise StoreError(f"{folder}: a file cannot be written by clients (name a folder for the store)")
    if not (folder / WRITABLE).exists() and any(
        (folder / name).exists() for name in (STORE, PREVIOUS, NQUADS, MANIFEST)
    ):
        raise StoreError(
            f"{folder}: holds a build, and the next one would replace what clients write "
            f"(name a folder of its own, and fill it with: delibgraph load {folder} --to …)"
        )
    folder.mkdir(parents=True, exist_ok=True)
    with alone(folder):
        (folder / WRITABLE).touch()
        if not _current(folder).is_dir():
            Store(str(folder / STORE)).flush()


def update(folder: Path, text: str) -> None:
    """Carry out a SPARQL Update (https://www.w3.org/TR/sparql11-update/), whole or not at all.

    Raises:
        WriteError: no SPARQL Update, or one that writes the default graph.
        StoreError: another process is writing.
        OSError: the disk is full.
    """
    _change(folder, lambda store: store.update(text, prefixes=PREFIXES))


def put(folder: Path, graph: str, content: bytes, format_: RdfFormat, *, merge: bool = False) -> bool:
    """Replace a graph, or ``merge`` triples into it; whether it is new.

    Raises:
        WriteError: no IRI, or content that is not of this format.
        StoreError: another process is writing.
        OSError: the disk is full.
    """
    node = _node(graph)

    def write(store: Store) -> bool:
        new = not store.contains_named_graph(node)
        if not merge:
            store.remove_graph(node)
        store.load(content, format_, base_iri=graph, to_graph=node)
        return new

    return _change(folder, write)


def delete(folder: Path, graph: str) -> bool:
    """Remove a graph; whether it was there.

    Raises:
        WriteError: no IRI.
        StoreError: another process is writing.
        OSError: the disk is full.
    """
    node = _node(graph)

    def write(store: Store) -> bool:
        known = store.contains_named_graph(node)
        store.remove_graph(node)
        return known

    return _change(folder, write)


def _change(folder: Path, work: Callable[[Store], T]) -> T:
    with alone(folder):
        shutil.rmtree(folder / _WRITING, ignore_errors=True)
        new = folder / _WRITING / str(time.monotonic_ns())
        new.parent.mkdir()
        try:
            Store.read_only(str(_current(folder))).backup(str(new))
            done = _carried_out(Store(str(new)), work)
            swap(new, folder)
        finally:
            shutil.rmtree(folder / _WRITING, ignore_errors=True)
        return done


def _carried_out(store: Store, work: Callable[[Store], T]) -> T:
    """Do the work; the store is closed when this returns."""
    try:
        done = work(store)
    except (SyntaxError, ValueError) as error:
        raise WriteError(f"cannot be carried out: {error}") from error
    if next(store.quads_for_pattern(None, None, None, DefaultGraph()), None) is not None:
        raise WriteError("the default graph is the union of the named graphs and takes no triples (name a graph)")
    store.flush()
    return done


def _current(folder: Path) -> Path:
    return next((folder / name for name in (STORE, PREVIOUS) if (folder / name).is_dir()), folder / STORE)


def _node(graph: str) -> NamedNode:
    try:
        return NamedNode(graph)
    except ValueError as error:
        raise WriteError(f"no IRI of a graph: {error}") from error
