"""The graph on disk: the embedded store and the files beside it."""

from __future__ import annotations

from delibgraph.store.embedded import NQUADS, STORE, TURTLE, StoreError, open_store, publish, read_quads
from delibgraph.store.files import PREFIXES, nquads, write_atomically

__all__ = [
    "NQUADS",
    "PREFIXES",
    "STORE",
    "TURTLE",
    "StoreError",
    "nquads",
    "open_store",
    "publish",
    "read_quads",
    "write_atomically",
]
