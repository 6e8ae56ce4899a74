"""Text and graphs fit for XML 1.0, which has no way to write most control characters."""

from __future__ import annotations

import re

from delibgraph.projections.graphs import MultiDiGraph

_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""All but the Char production, https://www.w3.org/TR/xml/#charsets."""


def clean(text: str) -> str:
    """The text with each character that XML forbids replaced by U+FFFD."""
    return _FORBIDDEN.sub("\ufffd", text)


def flat(graph: MultiDiGraph) -> MultiDiGraph:
    """A copy whose attributes are single values of clean text: lists are joined by `` | ``."""
    copy: MultiDiGraph = graph.__class__(name=graph.graph.get("name", ""))
    for node, attributes in graph.nodes(data=True):
        copy.add_node(node, **{key: _flat(value) for key, value in attributes.items()})
    for source, target, key, attributes in graph.edges(keys=True, data=True):
        copy.add_edge(source, target, key=key, **{name: _flat(value) for name, value in attributes.items()})
    return copy


def _flat(value: object) -> object:
    if isinstance(value, tuple):
        return clean(" | ".join(value))
    return clean(value) if isinstance(value, str) else value
