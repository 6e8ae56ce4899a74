"""The graph on disk: the embedded store and the files beside it."""

from __future__ import annotations

from delibgraph.store.archive import MANIFEST, NQUADS, Archive, Packed, pack
from delibgraph.store.embedded import STORE, TURTLE, StoreError, open_store, read_quads
from delibgraph.store.files import PREFIXES, nquads, write_atomically
from delibgraph.store.publication import Publication

__all__ = [
    "MANIFEST",
    "NQUADS",
    "PREFIXES",
    "STORE",
    "TURTLE",
    "Archive",
    "Packed",
    "Publication",
    "StoreError",
    "nquads",
    "open_store",
    "pack",
    "read_quads",
    "write_atomically",
]
