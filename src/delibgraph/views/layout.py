"""Where each member stands in the picture: the same graph always gives the same places.

Each connected part is laid out by igraph and freed of overlaps, the parts of a body are packed together, and the
bodies side by side. Units are pixels at scale 1, y grows downwards.
"""

from __future__ import annotations

import math
import random
from collections.abc import Mapping
from dataclasses import dataclass

import igraph
import networkx as nx

from delibgraph.projections.graphs import DiGraph
from delibgraph.views.packing import ASPECT, Point, Size, pack

EDGE = 105.0
"""The wished length of an edge."""
SEED = 1884  # the year of the law that gave every commune its council
PART_GAP, BODY_GAP, HEADING = 18.0, 56.0, 38.0
STRETCH, ROOM = 1.45, 2.6
"""Names are wide: a part is stretched sideways by so much at most, and takes so many times its members' own area."""
_STRESS_LIMIT = 250  # members; above, Kamada-Kawai's cost (cubic) is felt
_OVERLAP_MOVES = 24_000  # passes times members, at least ten passes


@dataclass(frozen=True, slots=True)
class Block:
    """The part of the picture that belongs to one body, from its top left corner."""

    body: str | None
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Layout:
    """The places of all members, the blocks of the bodies, and the size of the whole."""

    places: Mapping[str, Point]
    blocks: tuple[Block, ...]
    width: float
    height: float


def lay_out(graph: DiGraph, sizes: Mapping[str, Size], headings: Mapping[str, float]) -> Layout:
    """Places for the members.

    ``sizes`` gives each one's width and height with room for the name above or beneath, ``headings`` the width of each
    body's name.
    """
    bodies: dict[str | None, list[list[str]]] = {}
    for part in sorted(sorted(part) for part in nx.weakly_connected_components(graph)):
        body = min((name for member in part if (name := graph.nodes[member].get("body"))), default=None)
        bodies.setdefault(body, []).append(part)
    heading = HEADING if len(bodies) > 1 else 0.0
    order = sorted(bodies, key=lambda body: (body is None, body or ""))
    packed = [_pack_body(graph, bodies[body], sizes, heading, headings.get(body or "", 0.0)) for body in order]
    corners = pack([(width + BODY_GAP, height + BODY_GAP) for _, width, height in packed])
    places: dict[str, Point] = {}
    blocks = []
    for body, (inner, width, height), (left, top) in zip(order, packed, corners, strict=True):
        blocks.append(Block(body, round(left, 1), round(top, 1), round(width, 1), round(height, 1)))
        places.update({member: (round(left + x, 1), round(top + y, 1)) for member, (x, y) in inner.items()})
    right = max((block.x + block.width for block in blocks), default=0.0)
    bottom = max((block.y + block.height for block in blocks), default=0.0)
    return Layout(places, tuple(blocks), right, bottom)


def _pack_body(
    graph: DiGraph, parts: list[list[str]], sizes: Mapping[str, Size], heading: float, heading_width: float
) -> tuple[dict[str, Point], float, float]:
    """The members of one body in a block that starts at the origin, with the block's width and height."""
    boxes = [_part(graph.subgraph(part), sizes) for part in parts]
    corners = pack([(width + PART_GAP, height + PART_GAP) for _, width, height in boxes])
    places = {
        member: (left + x, top + heading + y)
        for (inner, _, _), (left, top) in zip(boxes, corners, strict=True)
        for member, (x, y) in inner.items()
    }
    right = max(left + width for (_, width, _), (left, _) in zip(boxes, corners, strict=True))
    bottom = max(top + height for (_, _, height), (_, top) in zip(boxes, corners, strict=True))
    return places, max(right, heading_width), bottom + heading


def _part(graph: DiGraph, sizes: Mapping[str, Size]) -> tuple[dict[str, Point], float, float]:
    """One connected part in a box that starts at the origin, with the box's width and height."""
    members = sorted(graph)
    if len(members) <= 2:
        points = _pair(graph, members, sizes)
    else:
        points = _spread(_roomy(_force(graph, members), members, sizes), members, sizes)
    left = min(x - sizes[member][0] / 2 for member, (x, _) in zip(members, points, strict=True))
    top = min(y - sizes[member][1] / 2 for member, (_, y) in zip(members, points, strict=True))
    places = {member: (x - left, y - top) for member, (x, y) in zip(members, points, strict=True)}
    width = max(x + sizes[member][0] / 2 for member, (x, _) in places.items())
    return places, width, max(y + sizes[member][1] / 2 for member, (_, y) in places.items())


def _pair(graph: DiGraph, members: list[str], sizes: Mapping[str, Size]) -> list[Point]:
    """A grantor on the left, the holder on the right."""
    if len(members) == 1:
        return [(0.0, 0.0)]
    apart = max(EDGE, (sizes[members[0]][0] + sizes[members[1]][0]) / 2 + 8)
    first, second = members
    return [(0.0, 0.0), (apart, 0.0)] if graph.has_edge(first, second) else [(apart, 0.0), (0.0, 0.0)]


def _force(graph: DiGraph, members: list[str]) -> list[Point]:
    """igraph's force-directed layout, its long side flat, most arrows to the right, edges about :data:`EDGE` long."""
    numbers = {member: number for number, member in enumerate(members)}
    links = sorted({(min(a, b), max(a, b)) for u, v in graph.edges() if (a := numbers[u]) != (b := numbers[v])})
    network = igraph.Graph(len(members), links)
    igraph.set_random_number_generator(random.Random(SEED))  # noqa: S311 a picture, no secret
    try:
        if len(members) <= _STRESS_LIMIT:
            points = network.layout_kamada_kawai().coords
        else:
            points = network.layout_fruchterman_reingold(seed=network.layout_circle(), niter=600).coords
    finally:
        igraph.set_random_number_generator(random)
    mean = sum(math.dist(points[a], points[b]) for a, b in links) / len(links)
    flat = _lie_flat([(x * EDGE / mean, y * EDGE / mean) for x, y in points])
    rightwards = sum(flat[numbers[holder]][0] - flat[numbers[grantor]][0] for grantor, holder in graph.edges())
    return flat if rightwards >= 0 else [(-x, y) for x, y in flat]


def _lie_flat(points: list[Point]) -> list[Point]:
    """The points turned so that their principal axis is the x axis."""
    middle_x, middle_y = (sum(axis) / len(points) for axis in zip(*points, strict=True))
    centred = [(x - middle_x, y - middle_y) for x, y in points]
    spread = sum(x * x - y * y for x, y in centred)
    angle = math.atan2(2 * sum(x * y for x, y in centred), spread) / 2
    cos, sin = math.cos(angle), math.sin(angle)
    return [(x * cos + y * sin, y * cos - x * sin) for x, y in centred]


def _roomy(points: list[Point], members: list[str], sizes: Mapping[str, Size]) -> list[Point]:
    """The points stretched sideways, and farther apart where their boxes would crowd the picture."""
    wanted = ROOM * sum(width * height for width, height in (sizes[member] for member in members))
    wide, high = (max(axis) - min(axis) for axis in zip(*points, strict=True))
    stretch = min(STRETCH, max(1.0, ASPECT * high / wide))
    crowded = min(wide, high) > EDGE / 2
    scale = max(1.0, math.sqrt(wanted / (wide * high * stretch))) if crowded else 1.0
    return [(x * scale * stretch, y * scale) for x, y in points]


def _spread(points: list[Point], members: list[str], sizes: Mapping[str, Size]) -> list[Point]:
    """The points pushed apart until no two boxes overlap, or nearly so after a fixed number of passes."""
    spots = [list(point) for point in points]
    halves = [(sizes[member][0] / 2, sizes[member][1] / 2) for member in members]
    widest = 2 * max(half for half, _ in halves)
    for _ in range(max(10, _OVERLAP_MOVES // len(members))):
        moved = False
        order = sorted(range(len(spots)), key=lambda i: (spots[i][0], i))
        for position, a in enumerate(order):
            for b in order[position + 1 :]:
                if spots[b][0] - spots[a][0] > widest:
                    break
                moved |= _part_two(spots[a], spots[b], halves[a], halves[b])
        if not moved:
            break
    return [(x, y) for x, y in spots]


def _part_two(a: list[float], b: list[float], half_a: Size, half_b: Size) -> bool:
    """Push two overlapping boxes apart along the shorter way; whether there was anything to push."""
    over_x = half_a[0] + half_b[0] - abs(b[0] - a[0])
    over_y = half_a[1] + half_b[1] - abs(b[1] - a[1])
    if over_x <= 0.5 or over_y <= 0.5:
        return False
    axis, over = (0, over_x) if over_x < over_y else (1, over_y)
    step = math.copysign(over / 2, b[axis] - a[axis])
    a[axis] -= step
    b[axis] += step
    return True
