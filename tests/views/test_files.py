"""GraphML, GEXF and SVG: read back, the same bytes, nothing hostile alive."""

from __future__ import annotations

import io
import xml.etree.ElementTree as ET
from pathlib import Path

import networkx as nx
import pytest
from hypothesis import given

from delibgraph.projections import ProxyRow, multigraph
from delibgraph.projections.graphs import MultiDiGraph
from delibgraph.views import FORMATS, ViewError, drawing, gexf, graphml, write
from delibgraph.views.xmltext import clean, flat
from tests.views.graphs import GRAPHS, HOSTILE, NAMES, hostile, two_bodies


def as_told(graph: MultiDiGraph, *left_out: str) -> list[tuple[object, ...]]:
    """Nodes and edges with their attributes, comparable."""
    nodes = sorted((node, tuple(sorted(data.items()))) for node, data in graph.nodes(data=True))
    edges = sorted(
        (u, v, tuple(sorted((name, value) for name, value in data.items() if name not in left_out)))
        for u, v, data in graph.edges(data=True)
    )
    return [*nodes, *edges]


def read_graphml(text: str) -> MultiDiGraph:
    found = nx.read_graphml(io.BytesIO(text.encode()), force_multigraph=True)
    assert isinstance(found, nx.MultiDiGraph)
    return found


def read_gexf(text: str) -> MultiDiGraph:
    """networkx's reader, with what GEXF itself calls id and label under our names."""
    read = nx.read_gexf(io.BytesIO(text.encode()))
    found: MultiDiGraph = nx.MultiDiGraph()
    for node, data in read.nodes(data=True):
        found.add_node(node, name=data.pop("label"), **data)
    for u, v, data in read.edges(data=True):
        found.add_edge(u, v, proxy=data.pop("id"), **data)
    return found


@given(GRAPHS)
def test_graphml_read_back_is_the_graph(graph: MultiDiGraph) -> None:
    assert as_told(read_graphml(graphml(graph))) == as_told(flat(graph))
    assert nx.is_isomorphic(nx.DiGraph(read_graphml(graphml(graph))), nx.DiGraph(graph))


@given(GRAPHS)
def test_gexf_read_back_is_the_graph(graph: MultiDiGraph) -> None:
    back = read_gexf(gexf(graph))
    assert as_told(back, "start", "end", "networkx_key", "key") == as_told(flat(graph))


def test_gexf_gives_each_proxy_the_day_of_its_sitting() -> None:
    root = ET.fromstring(gexf(two_bodies()))
    space = {"g": root.tag[1:].partition("}")[0]}
    graph = root.find("g:graph", space)
    assert graph is not None
    assert (graph.get("mode"), graph.get("timeformat")) == ("dynamic", "date")
    days = [(edge.get("start"), edge.get("end")) for edge in root.iterfind(".//g:edge", space)]
    dates = [data["date"] for _, _, data in two_bodies().edges(data=True)]
    assert sorted(days) == sorted((date, date) for date in dates)


def test_a_proxy_without_a_date_is_always_there() -> None:
    graph = multigraph([ProxyRow("p", "s", "a", "A", "b", "B")])
    assert "start" not in gexf(graph)
    assert read_graphml(graphml(graph)).number_of_edges() == 1


@given(NAMES)
def test_any_name_survives_xml(name: str) -> None:
    graph = multigraph([ProxyRow("p", "s", "a", name, "b", "B", "2023-07-12")])
    assert read_graphml(graphml(graph)).nodes["a"]["name"].split() == clean(name).split()
    assert ET.fromstring(drawing(graph)) is not None
    assert ET.fromstring(gexf(graph)) is not None


@pytest.mark.parametrize("suffix", sorted(FORMATS))
def test_the_same_graph_gives_the_same_bytes(tmp_path: Path, suffix: str) -> None:
    one, two = tmp_path / f"one{suffix}", tmp_path / f"two{suffix.upper()}"
    write(two_bodies(), one)
    write(two_bodies(), two)
    assert one.read_bytes() == two.read_bytes()
    assert sorted(tmp_path.iterdir()) == sorted([one, two])


@pytest.mark.parametrize("suffix", sorted(FORMATS))
def test_an_empty_graph_is_written(tmp_path: Path, suffix: str) -> None:
    write(multigraph([]), tmp_path / f"empty{suffix}")
    assert (tmp_path / f"empty{suffix}").stat().st_size > 100


def test_an_unknown_suffix_names_the_known_ones(tmp_path: Path) -> None:
    with pytest.raises(ViewError, match=r"no view is named '.pdf' .choose one of .html, .svg, .graphml, .gexf"):
        write(two_bodies(), tmp_path / "graph.pdf")
    assert list(tmp_path.iterdir()) == []


def test_the_drawing_shows_names_bodies_and_figures() -> None:
    root = ET.fromstring(drawing(two_bodies()))
    texts = ["".join(node.itertext()) for node in root.iter("{http://www.w3.org/2000/svg}text")]
    assert {"Anne ARNAUD", "Denis DUPONT", "Inès IVRY", "Ville", "Pôle"} <= set(texts)
    assert "5 élus · 5 pouvoirs · 4 séances · 2021-04-22 – 2023-09-20" in texts
    assert "5 members · 5 proxies · 4 sittings · 2021-04-22 – 2023-09-20" in drawing(two_bodies(), language="en")


def test_hostile_names_are_text_in_the_drawing() -> None:
    root = ET.fromstring(drawing(hostile()))
    space = "{http://www.w3.org/2000/svg}"
    assert {node.tag.removeprefix(space) for node in root.iter()} <= {
        "svg",
        "title",
        "rect",
        "g",
        "text",
        "path",
        "polygon",
        "circle",
    }
    assert not [name for node in root.iter() for name in node.attrib if name.startswith("on") or "href" in name]
    names = {(node.text or "").replace("\n", " ") for node in root.iter(f"{space}text")}
    assert {clean(text) for text in HOSTILE} <= names
