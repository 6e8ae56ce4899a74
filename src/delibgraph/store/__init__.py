"""The graph on disk: the embedded store and the files beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from delibgraph.imports import on_demand
from delibgraph.store.embedded import StoreError, open_store, read_quads
from delibgraph.store.files import ANSWERS, MANIFEST, NQUADS, PREFIXES, STORE, TURTLE, nquads, write_atomically

if TYPE_CHECKING:
    from delibgraph.store.archive import Archive, Packed, pack, pack_lines
    from delibgraph.store.publication import Publication

__all__ = [
    "ANSWERS",
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
    "pack_lines",
    "read_quads",
    "write_atomically",
]
__getattr__ = on_demand(
    __name__, {**dict.fromkeys(("Archive", "Packed", "pack", "pack_lines"), "archive"), "Publication": "publication"}
)
