"""GEXF 1.2 (https://gexf.net), for Gephi: each edge lives on the day of its sitting, so the timeline works."""

from __future__ import annotations

from networkx.readwrite.gexf import GEXFWriter

from delibgraph.projections.graphs import Graph, MultiDiGraph
from delibgraph.views.kinds import KINDS
from delibgraph.views.xmltext import flat


def gexf(graph: MultiDiGraph | Graph) -> str:
    """The graph with ``start`` and ``end`` at the sitting's date where it is known.

    An edge of a one-mode graph lives from the first sitting that two nodes share to the last.
    """
    timed = flat(graph)
    kind = KINDS.get(graph.graph.get("name", ""))
    for _, attributes in timed.nodes(data=True):
        attributes["label"] = attributes.pop("name")
    for _, _, attributes in timed.edges(data=True):
        if kind and kind.edge in attributes:
            attributes["id"] = attributes.pop(kind.edge)
        days = [attributes[key] for key in ("date", "first", "last") if key in attributes]
        attributes |= {"start": days[0], "end": days[-1]} if days else {}
    timed.graph["mode"] = "dynamic"
    writer = GEXFWriter(timed, version="1.2draft")
    # The writer dates the file today; the same graph shall give the same bytes.
    del writer.xml.find("meta").attrib["lastmodifieddate"]
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{writer}\n'
