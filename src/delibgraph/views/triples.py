"""A few triples as one drawing: what a CONSTRUCT or DESCRIBE query answers, for people.

Each resource is a box with its name and its types, each literal a box of its own beside what it is said of.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

import networkx as nx
from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from delibgraph.queries.output import short
from delibgraph.rdf.vocabulary import DCTERMS, FOAF, ID, RDF, RDFS, SKOS
from delibgraph.views import rendering
from delibgraph.views.kinds import ViewError
from delibgraph.views.layout import lay_out
from delibgraph.views.packing import Point, Size
from delibgraph.views.picture import text_width
from delibgraph.views.xmltext import clean

MOST = 400
"""Triples above which nobody could read the drawing."""
_NAMES = (FOAF.name, SKOS.prefLabel, RDFS.label, DCTERMS.title)
_LONGEST = 48
"""Characters of a text in a box."""
_MARGIN, _LETTERS, _SMALL = 24.0, 12.0, 10.0
_Node = NamedNode | BlankNode | Literal


@dataclass(frozen=True, slots=True)
class Box:
    """A resource or a literal: its middle and its size in pixels, its lines, and the page that a resource has."""

    x: float
    y: float
    width: float
    height: float
    text: str
    types: str
    whole: str
    href: str | None
    is_literal: bool


@dataclass(frozen=True, slots=True)
class Edge:
    """An arrow from rim to rim, with the names of its properties at its middle."""

    start: Point
    end: Point
    middle: Point
    text: str


def drawing(triples: Iterable[Triple], language: str = "fr") -> str:
    """The SVG text of a graph. Of several names the one in the language is shown, else the first.

    Raises:
        ViewError: no triples, or more than :data:`MOST`.
    """
    told = sorted(set(triples), key=str)
    if not told:
        raise ViewError("no triples, so there is nothing to draw")
    if len(told) > MOST:
        raise ViewError(f"{len(told)} triples are too many to read in one drawing (at most {MOST}: add LIMIT)")
    graph: nx.DiGraph[str] = nx.DiGraph()
    nodes, words = dict[str, _Node](), defaultdict[tuple[str, str], list[str]](list)
    names, types = _names(told, language), defaultdict[str, list[str]](list)
    for triple in told:
        if triple.predicate in _NAMES and isinstance(triple.object, Literal):
            _put(graph, nodes, triple.subject)
        elif triple.predicate == RDF.type:
            types[_put(graph, nodes, triple.subject)].append(_local(triple.object))
        else:
            subject = _put(graph, nodes, triple.subject)
            own = f"{subject} {triple.predicate}" if isinstance(triple.object, Literal) else ""
            object_ = _put(graph, nodes, triple.object, own)
            graph.add_edge(subject, object_)
            words[subject, object_].append(_local(triple.predicate))
    lines = {key: (_cut(names.get(key) or short(node)), _cut(", ".join(types[key]))) for key, node in nodes.items()}
    sizes = {key: _size(*told) for key, told in lines.items()}
    layout = lay_out(graph, {key: (width + 60, height + 34) for key, (width, height) in sizes.items()}, {})
    boxes = [
        Box(*layout.places[key], *sizes[key], *lines[key], names.get(key) or short(node), _href(node),
            isinstance(node, Literal))
        for key, node in nodes.items()
    ]  # fmt: skip
    edges = [
        _edge(layout.places[one], layout.places[other], sizes[one], sizes[other], ", ".join(words[one, other]))
        for one, other in graph.edges()
        if one != other
    ]
    width, height = (math.ceil(side + 2 * _MARGIN) for side in (layout.width, layout.height))
    text = rendering.render(
        "triples.svg.j2", boxes=boxes, edges=edges, width=width, height=height, margin=_MARGIN, count=len(told)
    )
    return clean(text)


def _put(graph: nx.DiGraph[str], nodes: dict[str, _Node], term: object, own: str = "") -> str:
    """Add a node; a literal is one with what is said through it alone."""
    assert isinstance(term, NamedNode | BlankNode | Literal)  # noqa: S101 (RDF 1.1 has no other terms)
    key = f"{own} {term}" if own else str(term)
    nodes[key] = term
    graph.add_node(key)
    return key


def _names(triples: Iterable[Triple], language: str) -> dict[str, str]:
    """What each subject is called: by the first of the properties of names, in the language where there are several."""
    found: dict[str, tuple[tuple[int, bool], str]] = {}
    for triple in triples:
        if triple.predicate in _NAMES and isinstance(triple.object, Literal):
            rank = _NAMES.index(triple.predicate), triple.object.language not in (None, language)
            key = str(triple.subject)
            if key not in found or rank < found[key][0]:
                found[key] = rank, triple.object.value
    return {key: name for key, (_, name) in found.items()}


def _local(term: object) -> str:
    """A property or a class by its prefixed name."""
    return short(term) if isinstance(term, NamedNode | BlankNode | Literal) else str(term)


def _cut(text: str) -> str:
    """The text, of a long one its beginning and its end: IRIs differ at their ends."""
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST // 3]}…{text[-_LONGEST * 2 // 3 + 1 :]}"


def _size(text: str, types: str) -> Size:
    width = max(text_width(text, _LETTERS), text_width(types, _SMALL)) + 18
    return round(width, 1), 40.0 if types else 26.0


def _href(node: _Node) -> str | None:
    if isinstance(node, NamedNode) and node.value.startswith(ID):
        return f"/id/{node.value.removeprefix(ID)}"
    return None


def _edge(start: Point, end: Point, first: Size, last: Size, text: str) -> Edge:
    here, there = _rim(start, end, first), _rim(end, start, last)
    middle = round((here[0] + there[0]) / 2, 1), round((here[1] + there[1]) / 2, 1)
    return Edge(here, there, middle, text)


def _rim(middle: Point, toward: Point, size: Size) -> Point:
    """Where the line from a box's middle leaves the box."""
    dx, dy = toward[0] - middle[0], toward[1] - middle[1]
    shares = [half / abs(way) for half, way in zip((size[0] / 2, size[1] / 2), (dx, dy), strict=True) if way]
    share = min([1.0, *shares])
    return round(middle[0] + dx * share, 1), round(middle[1] + dy * share, 1)
