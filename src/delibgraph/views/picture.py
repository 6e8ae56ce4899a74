"""The picture of a proxy graph as plain shapes: circles, curved arrows and names with their places."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from delibgraph.projections.graphs import DiGraph
from delibgraph.views.kinds import kind_of
from delibgraph.views.layout import Block, Layout, lay_out
from delibgraph.views.packing import Point, Size

LABEL, HEADING = 12.0, 16.0
"""Height in pixels of the letters of members' and of bodies' names."""
BEND = 0.13
"""How far an arrow bows, as a share of its length; so the two ways of a reciprocal pair lie apart.

An arrow to the right bows upwards, away from the names."""


@dataclass(frozen=True, slots=True)
class Circle:
    """A member: ``held`` proxies make it larger; without any it is hollow. ``above`` says where the name stands."""

    member: str
    label: str
    x: float
    y: float
    radius: float
    held: int
    above: bool


@dataclass(frozen=True, slots=True)
class Arrow:
    """A pair of grantor and holder: a curve as an SVG path, and the arrow's head as polygon points."""

    grantor: str
    holder: str
    weight: int
    amount: float | None
    width: float
    path: str
    head: str


@dataclass(frozen=True, slots=True)
class Picture:
    """All shapes, and the size of the whole in pixels."""

    circles: tuple[Circle, ...]
    arrows: tuple[Arrow, ...]
    blocks: tuple[Block, ...]
    width: float
    height: float


def picture(graph: DiGraph) -> Picture:
    """The shapes of a weighted proxy graph, the same for the same graph."""
    graph, heads = sized(graph), kind_of(graph).heads
    layout = place(graph)
    circles = {circle.member: circle for circle in _circles(graph, layout)}
    arrows = tuple(
        _arrow(circles[grantor], circles[holder], graph[grantor][holder], heads)
        for grantor, holder in sorted(graph.edges())
    )
    return Picture(tuple(circles.values()), arrows, layout.blocks, layout.width, layout.height)


def sized(graph: DiGraph) -> DiGraph:
    """A copy that says of each node its ``radius`` and of each edge its ``stroke``, by count or by money."""
    copy = graph.copy()
    amounts = [edge["amount"] for _, _, edge in graph.edges(data=True) if "amount" in edge]
    largest = max((data.get("amount", 0.0) for _, data in graph.nodes(data=True)), default=0.0)
    for _, data in copy.nodes(data=True):
        data["radius"] = by_money(data["amount"], largest, 30.0) if amounts else radius(data["held"])
    for _, _, edge in copy.edges(data=True):
        edge["stroke"] = by_money(edge["amount"], max(amounts), 8.0) if amounts else stroke(edge["weight"])
    return copy


def place(graph: DiGraph) -> Layout:
    """The layout of a sized graph in which the names fit."""
    bodies = {data["body"] for _, data in graph.nodes(data=True) if "body" in data}
    headings = {name: 1.15 * text_width(name, HEADING) + 10 for name in bodies}
    return lay_out(graph, {member: _box(graph, member) for member in graph}, headings)


def above(graph: DiGraph, layout: Layout, member: str) -> bool:
    """Whether the name stands better above the circle: what comes from below, heads above all, is not to be covered."""
    x, y = layout.places[member]
    below = 0
    for others, count in ((graph.predecessors(member), 2), (graph.successors(member), 1)):
        for other in others:
            dx, dy = layout.places[other][0] - x, layout.places[other][1] - y
            below += int(math.copysign(count, dy)) if abs(dy) > abs(dx) / 2 else 0
    return below > 0


def radius(held: int) -> float:
    """A circle's radius in pixels: its area grows with the proxies held."""
    return round(5.0 if held == 0 else 4.0 + 3.0 * math.sqrt(held), 1) if held < 100 else 34.0


def stroke(weight: int) -> float:
    """An arrow's width in pixels for so many sittings."""
    return round(min(1.3 * math.sqrt(weight) + 0.2, 8.0), 1)


def by_money(amount: float, largest: float, limit: float) -> float:
    """A radius or a width in pixels: its square grows with the money, up to the limit for the largest sum."""
    return round(max(limit * math.sqrt(amount / largest) if largest > 0 else 0.0, limit / 7), 1)


def text_width(text: str, size: float = LABEL) -> float:
    """About how wide a text is in a sans-serif face; rather too wide than too narrow."""
    return size * sum(0.69 if char.isupper() else 0.32 if char in " .,'-iljtf" else 0.57 for char in text)


def _box(graph: DiGraph, member: str) -> Size:
    data = graph.nodes[member]
    return text_width(data["name"]) + 10, 2 * (data["radius"] + LABEL + 5)


def _circles(graph: DiGraph, layout: Layout) -> Iterator[Circle]:
    for member in sorted(graph):
        data = graph.nodes[member]
        x, y = layout.places[member]
        yield Circle(member, data["name"], x, y, data["radius"], data["held"], above(graph, layout, member))


def _arrow(source: Circle, target: Circle, edge: dict[str, Any], heads: bool) -> Arrow:
    width, weight = edge["stroke"], edge["weight"]
    if source.member == target.member:
        return Arrow(source.member, target.member, weight, edge.get("amount"), width, _loop(source), "")
    start, bend, tip = _curve(source, target)
    if not heads:
        path = f"M{_at(start)} Q{_at(bend)} {_at(tip)}"
        return Arrow(source.member, target.member, weight, edge.get("amount"), width, path, "")
    along = _unit(bend, tip)
    length, half = 5 + 1.6 * width, 2.6 + 0.9 * width
    base = (tip[0] - along[0] * length, tip[1] - along[1] * length)
    left = (base[0] - along[1] * half, base[1] + along[0] * half)
    right = (base[0] + along[1] * half, base[1] - along[0] * half)
    path = f"M{_at(start)} Q{_at(bend)} {_at(base)}"
    return Arrow(
        source.member, target.member, weight, edge.get("amount"), width, path, f"{_at(tip)} {_at(left)} {_at(right)}"
    )


def _curve(source: Circle, target: Circle) -> tuple[Point, Point, Point]:
    """Start, control point and end of the curve between the rims of two circles."""
    dx, dy = target.x - source.x, target.y - source.y
    bend = ((source.x + target.x) / 2 + dy * BEND, (source.y + target.y) / 2 - dx * BEND)
    out, home = _unit((source.x, source.y), bend), _unit(bend, (target.x, target.y))
    start = (source.x + out[0] * (source.radius + 1), source.y + out[1] * (source.radius + 1))
    tip = (target.x - home[0] * (target.radius + 2), target.y - home[1] * (target.radius + 2))
    return start, bend, tip


def _loop(circle: Circle) -> str:
    """A member who is said to hold their own proxy: a ring above the circle."""
    x, y, size = circle.x, circle.y - circle.radius, 9.0
    return (
        f"M{_at((x - 3, y))} C{_at((x - 2 * size, y - 2 * size))} {_at((x + 2 * size, y - 2 * size))} {_at((x + 3, y))}"
    )


def _unit(start: Point, end: Point) -> Point:
    length = math.dist(start, end) or 1.0
    return (end[0] - start[0]) / length, (end[1] - start[1]) / length


def _at(point: Point) -> str:
    return f"{point[0]:.1f},{point[1]:.1f}"
