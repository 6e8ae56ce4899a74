"""What the views know of each projection: its words, what its edges are called, and whether they are money."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from delibgraph.projections.graphs import DiGraph, Graph, MultiDiGraph
from delibgraph.views.words import ATTENDANCE, COMMON, FUNDING, PROXIES, Words


@dataclass(frozen=True, slots=True)
class Kind:
    """A projection that has a picture.

    ``edge`` is the attribute with an edge's IRI, ``left_out`` the graph's attribute that counts what is not drawn.
    Without ``heads`` the lines are no arrows: many that meet would only smudge.
    """

    name: str
    words: Words
    edge: str
    left_out: str
    heads: bool = True


KINDS: Mapping[str, Kind] = {
    kind.name: kind
    for kind in (
        Kind("proxies", COMMON | PROXIES, "proxy", "unnamed"),
        Kind("funding", COMMON | FUNDING, "funding", "other_currencies"),
        Kind("attendance", COMMON | ATTENDANCE, "attendance", "away", heads=False),
    )
}


class ViewError(ValueError):
    """A view that cannot be made, with the way out."""


def kind_of(graph: MultiDiGraph | DiGraph | Graph) -> Kind:
    """The kind of a projection, by its name.

    Raises:
        ViewError: it has no picture.
    """
    name = graph.graph.get("name", "")
    if name not in KINDS:
        raise ViewError(f"no picture is made of {name or 'this graph'} (write it as .graphml, .gexf or .csv)")
    return KINDS[name]
