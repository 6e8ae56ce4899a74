"""GraphML (http://graphml.graphdrawing.org), read by Gephi, yEd, Cytoscape, igraph and networkx."""

from __future__ import annotations

import io

import networkx as nx

from delibgraph.projections.graphs import Graph, MultiDiGraph
from delibgraph.views.kinds import KINDS
from delibgraph.views.xmltext import flat


def graphml(graph: MultiDiGraph | Graph) -> str:
    """The graph with all attributes; an edge's identifier is the IRI of its proxy, grant or attendance."""
    target = io.BytesIO()
    kind = KINDS.get(graph.graph.get("name", ""))
    nx.write_graphml(flat(graph), target, named_key_ids=True, edge_id_from_attribute=kind.edge if kind else None)
    return target.getvalue().decode()
