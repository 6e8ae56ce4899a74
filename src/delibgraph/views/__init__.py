"""Graphs to look at and to take elsewhere: a web page, drawings, and files for graph programs and spreadsheets."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from delibgraph.projections.graphs import Graph, MultiDiGraph
from delibgraph.store.files import write_atomically
from delibgraph.views.edgelist import edge_list
from delibgraph.views.gexf import gexf
from delibgraph.views.graphml import graphml
from delibgraph.views.html import page
from delibgraph.views.kinds import ViewError
from delibgraph.views.png import bitmap
from delibgraph.views.svg import drawing

__all__ = ["FORMATS", "ViewError", "bitmap", "drawing", "edge_list", "gexf", "graphml", "page", "write"]

FORMATS: Mapping[str, Callable[[Any], str | bytes]] = {
    ".html": page,
    ".svg": drawing,
    ".png": bitmap,
    ".graphml": graphml,
    ".gexf": gexf,
    ".csv": edge_list,
}
"""What each suffix is written by."""


def write(graph: MultiDiGraph | Graph, path: Path) -> None:
    """Write the view that the file's suffix names; an earlier file is replaced whole or not at all.

    Raises:
        ViewError: no view has that suffix, or that view cannot show this graph.
        OSError: the file cannot be written.
    """
    view = FORMATS.get(path.suffix.lower())
    if view is None:
        raise ViewError(f"{path}: no view is named '{path.suffix}' (choose one of {', '.join(FORMATS)})")
    content = view(graph)
    write_atomically(path, content if isinstance(content, bytes) else content.encode())
