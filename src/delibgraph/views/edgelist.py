"""CSV: one row an edge, with the names of both ends, for a spreadsheet or a data frame."""

from __future__ import annotations

import csv
import io

from delibgraph.exports.cells import inert
from delibgraph.projections.graphs import Graph, MultiDiGraph
from delibgraph.views.xmltext import flat


def edge_list(graph: MultiDiGraph | Graph) -> str:
    """The edges (RFC 4180, UTF-8), text that a spreadsheet would take for a formula made inert."""
    plain = flat(graph)
    names = sorted({name for _, _, edge in plain.edges(data=True) for name in edge})
    target = io.StringIO()
    writer = csv.writer(target)
    writer.writerow(["source", "source_name", "target", "target_name", *names])
    for u, v, edge in plain.edges(data=True):
        cells = [u, plain.nodes[u]["name"], v, plain.nodes[v]["name"], *(edge.get(name, "") for name in names)]
        writer.writerow([inert(cell) if isinstance(cell, str) else cell for cell in cells])
    return target.getvalue()
