"""Money from who grants to who receives, as bands between two columns: shapes for a template.

A node is as thick as its sum, and so are the bands that leave or reach it (a Sankey diagram). Heights are in pixels;
widths are shares of the drawing, so that it fits a phone while the letters keep their size.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

GIVERS, TAKERS = 8, 15
"""Nodes of each column with a name of their own; the rest is added up as one more."""
WIDTH, NODE = 100.0, 2.0
"""Units across the bands, and of these a node."""
_MONEY, _THICK, _SLOT, _GAP = 320.0, 100.0, 56.0, 4.0
"""Pixels: of the whole sum at most, of it for each node of the longer column, the least room that a label has, and
between two nodes."""
_COLOURS = 5


@dataclass(frozen=True, slots=True)
class Sum:
    """What one grants to another: IRIs and names of both, the money, and by how many grants."""

    giver: str
    giver_name: str
    taker: str
    taker_name: str
    amount: float
    grants: int


@dataclass(frozen=True, slots=True)
class Node:
    """A funder or a beneficiary; ``others`` says of how many one without an IRI is made.

    ``top`` and ``room`` are of its label, ``y`` and ``height`` of the node itself.
    """

    iri: str | None
    name: str
    amount: float
    others: int
    top: float
    room: float
    y: float
    height: float
    series: int


@dataclass(frozen=True, slots=True)
class Band:
    """Money from one node to another: an SVG path."""

    giver: Node
    taker: Node
    amount: float
    grants: int
    path: str


@dataclass(frozen=True, slots=True)
class Sankey:
    """The drawing."""

    givers: list[Node]
    takers: list[Node]
    bands: list[Band]
    height: float

    @property
    def amount(self) -> float:
        """All the money in it."""
        return sum(node.amount for node in self.givers)

    @property
    def grants(self) -> int:
        """All the grants in it."""
        return sum(band.grants for band in self.bands)


def sankey(sums: Sequence[Sum]) -> Sankey | None:
    """The drawing of sums of one currency, the largest first; none where there is no money.

    The same sums in any order give the same drawing.
    """
    known = sorted((one for one in sums if one.amount > 0), key=lambda one: (one.giver, one.taker))
    if not known:
        return None
    givers = _ranked([(one.giver, one.giver_name, one.amount) for one in known], GIVERS)
    takers = _ranked([(one.taker, one.taker_name, one.amount) for one in known], TAKERS)
    scale = min(_MONEY, _THICK * max(len(givers), len(takers))) / sum(one.amount for one in known)
    height = max(_tall(givers, scale), _tall(takers, scale))
    left, right = _placed(givers, scale, height), _placed(takers, scale, height)
    return Sankey(left, right, _bands(known, left, right, scale), height)


_Rank = tuple[str | None, str, float, int]
"""IRI, name and money of a node, and how many it adds up."""


def _ranked(shares: Sequence[tuple[str, str, float]], most: int) -> list[_Rank]:
    """The nodes of a column, the largest first, all beyond ``most`` as one; one alone keeps its name."""
    totals: dict[str, tuple[str, float]] = {}
    for iri, name, amount in shares:
        totals[iri] = (name, totals.get(iri, (name, 0.0))[1] + amount)
    ranked: list[_Rank] = [(iri, name, amount, 0) for iri, (name, amount) in totals.items()]
    ranked.sort(key=lambda node: (-node[2], node[1], node[0]))
    if len(ranked) <= most + 1:
        return ranked
    rest = ranked[most:]
    return [*ranked[:most], (None, "", sum(node[2] for node in rest), len(rest))]


def _tall(ranked: Sequence[_Rank], scale: float) -> float:
    return sum(max(amount * scale, _SLOT) + _GAP for _, _, amount, _ in ranked)


def _placed(ranked: Sequence[_Rank], scale: float, height: float) -> list[Node]:
    """The nodes one under another, in the middle of the height."""
    top, nodes = (height - _tall(ranked, scale)) / 2, []
    for number, (iri, name, amount, others) in enumerate(ranked):
        thick = amount * scale
        room = max(thick, _SLOT)
        series = _COLOURS if others else number % _COLOURS
        nodes.append(Node(iri, name, amount, others, top, room, top + (room - thick) / 2, thick, series))
        top += room + _GAP
    return nodes


def _bands(sums: Sequence[Sum], left: Sequence[Node], right: Sequence[Node], scale: float) -> list[Band]:
    """The bands from the uppermost node on; each column is filled without a gap."""
    givers, takers = ({node.iri: place for place, node in enumerate(nodes)} for nodes in (left, right))
    added: dict[tuple[int, int], tuple[float, int]] = {}
    for one in sums:
        pair = givers.get(one.giver, len(left) - 1), takers.get(one.taker, len(right) - 1)
        amount, grants = added.get(pair, (0.0, 0))
        added[pair] = (amount + one.amount, grants + one.grants)
    out, home, bands = [node.y for node in left], [node.y for node in right], []
    for (giver, taker), (amount, grants) in sorted(added.items()):
        path = _path(out[giver], home[taker], amount * scale)
        bands.append(Band(left[giver], right[taker], amount, grants, path))
        out[giver] += amount * scale
        home[taker] += amount * scale
    return bands


def _path(start: float, end: float, thick: float) -> str:
    """A band between the two columns, its upper rim there and its lower rim back."""
    near, middle, far = NODE, WIDTH / 2, WIDTH - NODE
    return (
        f"M{near:g},{start:.2f} C{middle:g},{start:.2f} {middle:g},{end:.2f} {far:g},{end:.2f} V{end + thick:.2f} "
        f"C{middle:g},{end + thick:.2f} {middle:g},{start + thick:.2f} {near:g},{start + thick:.2f} Z"
    )
