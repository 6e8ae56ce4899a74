from __future__ import annotations

import itertools
import random

import networkx as nx
from hypothesis import given
from hypothesis import strategies as st

from delibgraph.projections.graphs import DiGraph, MultiDiGraph, weighted
from delibgraph.views.layout import Layout, lay_out
from delibgraph.views.packing import Size, pack
from delibgraph.views.picture import picture, radius, stroke, text_width
from tests.views.graphs import GRAPHS, two_bodies

SIZES = st.lists(st.tuples(st.floats(1, 300), st.floats(1, 300)), max_size=25)
BOX = (90.0, 40.0)


def overlaps(a: tuple[float, float, float, float], b: tuple[float, float, float, float]) -> bool:
    """Whether two boxes (left, top, right, bottom) overlap by more than the rounding."""
    return min(a[2], b[2]) - max(a[0], b[0]) > 1.2 and min(a[3], b[3]) - max(a[1], b[1]) > 1.2


def laid_out(graph: DiGraph, size: Size = BOX) -> Layout:
    return lay_out(graph, dict.fromkeys(graph, size), {"Ville": 60.0, "Pôle": 50.0})


@given(SIZES)
def test_packed_rectangles_never_overlap(sizes: list[Size]) -> None:
    corners = pack(sizes)
    boxes = [(x, y, x + w, y + h) for (x, y), (w, h) in zip(corners, sizes, strict=True)]
    assert not [pair for pair in itertools.combinations(boxes, 2) if overlaps(*pair)]
    assert all(x >= 0 and y >= 0 for x, y in corners)


@given(GRAPHS)
def test_members_stand_apart_and_inside_the_picture(graph: MultiDiGraph) -> None:
    layout = laid_out(weighted(graph))
    boxes = {
        member: (x - BOX[0] / 2, y - BOX[1] / 2, x + BOX[0] / 2, y + BOX[1] / 2)
        for member, (x, y) in layout.places.items()
    }
    assert set(boxes) == set(graph)
    assert not [pair for pair in itertools.combinations(boxes.values(), 2) if overlaps(*pair)]
    for left, top, right, bottom in boxes.values():
        assert left >= -0.1
        assert top >= -0.1
        assert right <= layout.width + 0.1
        assert bottom <= layout.height + 0.1


@given(GRAPHS, st.randoms())
def test_the_same_graph_is_laid_out_the_same_in_any_order(graph: MultiDiGraph, shuffle: random.Random) -> None:
    digraph = weighted(graph)
    nodes, edges = list(digraph.nodes(data=True)), list(digraph.edges(data=True))
    shuffle.shuffle(nodes)
    shuffle.shuffle(edges)
    other: DiGraph = nx.DiGraph()
    other.add_nodes_from(nodes)
    other.add_edges_from(edges)
    assert laid_out(other) == laid_out(digraph)


def test_a_large_part_uses_the_other_algorithm_and_is_repeatable() -> None:
    graph: DiGraph = nx.DiGraph((f"m{i:03}", f"m{i * 7 % 290:03}") for i in range(1, 300))
    layout = laid_out(graph)
    random.seed(7)
    assert laid_out(graph) == layout
    assert random.random() == random.Random(7).random()  # igraph's own dice are given back


def test_each_body_has_its_block_with_room_for_its_name() -> None:
    layout = laid_out(weighted(two_bodies()))
    assert [block.body for block in layout.blocks] == ["Pôle", "Ville"]
    for member, (x, y) in layout.places.items():
        block = next(block for block in layout.blocks if f"/{block.body}/" in member)
        assert block.x <= x <= block.x + block.width
        assert block.y + 30 <= y <= block.y + block.height


def test_a_lone_pair_reads_from_left_to_right() -> None:
    graph: DiGraph = nx.DiGraph([("z", "a")])
    places = laid_out(graph).places
    assert places["z"][0] < places["a"][0]
    assert places["z"][1] == places["a"][1]


def test_an_empty_graph_has_an_empty_picture() -> None:
    empty: DiGraph = nx.DiGraph()
    assert laid_out(empty) == Layout({}, (), 0.0, 0.0)


@given(GRAPHS)
def test_the_picture_shows_every_member_and_every_pair(graph: MultiDiGraph) -> None:
    digraph = weighted(graph)
    shapes = picture(digraph)
    assert [circle.member for circle in shapes.circles] == sorted(graph)
    assert {(arrow.grantor, arrow.holder): arrow.weight for arrow in shapes.arrows} == {
        (u, v): data["weight"] for u, v, data in digraph.edges(data=True)
    }


def test_sizes_grow_with_counts() -> None:
    assert [radius(held) for held in (0, 1, 4, 9)] == [5.0, 7.0, 10.0, 13.0]
    assert stroke(1) < stroke(2) < stroke(9) < stroke(30) <= stroke(10_000) == 8.0
    assert radius(10_000) == radius(100) == 34.0
    assert text_width("MM") > text_width("mm") > text_width("ii")
