"""Text and graphs fit for XML 1.0, which has no way to write most control characters."""

from __future__ import annotations

import re
from typing import Any, TypeVar

from delibgraph.projections.graphs import Graph, MultiDiGraph

AnyGraph = TypeVar("AnyGraph", MultiDiGraph, Graph)

_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""All but the Char production, https://www.w3.org/TR/xml/#charsets."""


def clean(text: str) -> str:
    """The text with each character that XML forbids replaced by U+FFFD."""
    return _FORBIDDEN.sub("\ufffd", text)


def flat(graph: AnyGraph) -> AnyGraph:
    """A copy whose attributes are single values of clean text: lists are joined by `` | ``."""
    copy = graph.__class__()
    copy.graph.update({key: _flat(value) for key, value in graph.graph.items()})
    for node, attributes in graph.nodes(data=True):
        copy.add_node(clean(node), **{key: _flat(value) for key, value in attributes.items()})
    copy.add_edges_from(_edges(graph))
    return copy


def _edges(graph: Any) -> list[Any]:
    """Each edge with its attributes: of a multigraph (source, target, key, …), of a graph (source, target, …)."""
    return [
        (*map(clean, place), {name: _flat(value) for name, value in graph.edges[place].items()})
        for place in graph.edges
    ]


def _flat(value: object) -> object:
    if isinstance(value, tuple):
        return clean(" | ".join(value))
    return clean(value) if isinstance(value, str) else value
