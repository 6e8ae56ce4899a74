"""GraphML (http://graphml.graphdrawing.org), read by Gephi, yEd, Cytoscape, igraph and networkx."""

from __future__ import annotations

import io

import networkx as nx

from delibgraph.projections.graphs import MultiDiGraph
from delibgraph.views.xmltext import flat


def graphml(graph: MultiDiGraph) -> str:
    """The multigraph, one edge a proxy; an edge's identifier is the proxy's IRI."""
    target = io.BytesIO()
    nx.write_graphml(flat(graph), target, named_key_ids=True, edge_id_from_attribute="proxy")
    return target.getvalue().decode()
