"""GEXF 1.2 (https://gexf.net), for Gephi: each proxy lives on the day of its sitting, so the timeline works."""

from __future__ import annotations

from networkx.readwrite.gexf import GEXFWriter

from delibgraph.projections.graphs import MultiDiGraph
from delibgraph.views.xmltext import flat


def gexf(graph: MultiDiGraph) -> str:
    """The multigraph, one edge a proxy, with ``start`` and ``end`` at the sitting's date where it is known."""
    timed = flat(graph)
    for _, attributes in timed.nodes(data=True):
        attributes["label"] = attributes.pop("name")
    for _, _, attributes in timed.edges(data=True):
        attributes["id"] = attributes.pop("proxy")
        if "date" in attributes:
            attributes |= {"start": attributes["date"], "end": attributes["date"]}
    timed.graph["mode"] = "dynamic"
    writer = GEXFWriter(timed, version="1.2draft")
    # The writer dates the file today; the same graph shall give the same bytes.
    del writer.xml.find("meta").attrib["lastmodifieddate"]
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{writer}\n'
