"""Proxy graphs to look at and to take elsewhere: a web page, a drawing, and files for graph programs."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from delibgraph.projections.graphs import MultiDiGraph
from delibgraph.store.files import write_atomically
from delibgraph.views.gexf import gexf
from delibgraph.views.graphml import graphml
from delibgraph.views.html import page
from delibgraph.views.svg import drawing

__all__ = ["FORMATS", "ViewError", "drawing", "gexf", "graphml", "page", "write"]

FORMATS: Mapping[str, Callable[[MultiDiGraph], str]] = {
    ".html": page,
    ".svg": drawing,
    ".graphml": graphml,
    ".gexf": gexf,
}
"""What each suffix is written by."""


class ViewError(ValueError):
    """A view that cannot be made, with the way out."""


def write(graph: MultiDiGraph, path: Path) -> None:
    """Write the view that the file's suffix names; an earlier file is replaced whole or not at all.

    Raises:
        ViewError: no view has that suffix.
        OSError: the file cannot be written.
    """
    view = FORMATS.get(path.suffix.lower())
    if view is None:
        raise ViewError(f"{path}: no view is named '{path.suffix}' (choose one of {', '.join(FORMATS)})")
    write_atomically(path, view(graph).encode())
