"""GraphML, GEXF and SVG: read back, the same bytes, nothing hostile alive."""

from __future__ import annotations

import csv
import io
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from delibgraph.projections import ProxyRow, co_attendance, co_funding, multigraph
from delibgraph.projections.graphs import Graph, MultiDiGraph
from delibgraph.views import FORMATS, ViewError, bitmap, drawing, edge_list, gexf, graphml, write
from delibgraph.views.kinds import KINDS
from delibgraph.views.xmltext import clean, flat
from tests.views.graphs import GRAPHS, HOSTILE, NAMES, hostile, money, presence, proxy, two_bodies


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


PROJECTED = [two_bodies(), money(), presence(), hostile()]


@pytest.mark.parametrize(
    "graph", [*PROJECTED, co_funding(money()), co_attendance(presence())], ids=lambda graph: graph.name
)
def test_every_projection_is_read_back_with_all_attributes(graph: MultiDiGraph) -> None:
    """GraphML and GEXF of each, IRIs and hostile names included; GEXF calls name and identifier by its own words."""
    told = [
        (set(u_v), data) for u_v, data in zip(map(frozenset, flat(graph).edges()), edges_of(flat(graph)), strict=True)
    ]
    back = nx.read_graphml(io.BytesIO(graphml(graph).encode()), force_multigraph=graph.is_multigraph())
    again = nx.read_gexf(io.BytesIO(gexf(graph).encode()))
    for read, renamed in (
        (back, {}),
        (again, {"label": "name", "id": KINDS[graph.name].edge if graph.name in KINDS else "id"}),
    ):
        nodes = {
            node: {renamed.get(key, key): value for key, value in data.items()} for node, data in read.nodes(data=True)
        }
        assert nodes == {node: flat(graph).nodes[node] for node in flat(graph)}
        assert nx.is_isomorphic(nx.Graph(read), nx.Graph(graph))
        found = [
            (set(pair), {renamed.get(k, k): v for k, v in data.items()})
            for pair, data in zip(read.edges(), edges_of(read), strict=True)
        ]
        own = {"start", "end", "networkx_key", "key"} | ({"id"} if graph.name not in KINDS else set())
        found = [(pair, {k: v for k, v in data.items() if k not in own}) for pair, data in found]
        assert sorted(map(repr_of, found)) == sorted(map(repr_of, told))


def edges_of(graph: MultiDiGraph | Graph) -> list[dict[str, object]]:
    return [data for *_, data in graph.edges(data=True)]


def repr_of(edge: tuple[set[str], dict[str, object]]) -> str:
    # GEXF's own weight of an edge is a float.
    told = {key: float(value) if isinstance(value, int) else value for key, value in edge[1].items()}
    return repr((sorted(edge[0]), sorted(told.items())))


@given(st.lists(st.tuples(NAMES, NAMES, NAMES), min_size=1, max_size=6))
def test_hostile_names_survive_graphml_and_gexf(names: list[tuple[str, str, str]]) -> None:
    rows = [
        ProxyRow(f"p{n}", f"s{n}", f"g{n}", one, f"h{n}", two, "2023-07-12", three, three, three, three, three, three)
        for n, (one, two, three) in enumerate(names)
    ]
    graph = multigraph(rows)
    for read in (read_graphml(graphml(graph)), read_gexf(gexf(graph))):
        assert set(read) == set(graph)
        for node, data in flat(graph).nodes(data=True):
            # XML itself makes one line end of any (https://www.w3.org/TR/xml/#sec-line-ends).
            assert {key: " ".join(value.split()) for key, value in read.nodes[node].items()} == {
                key: " ".join(value.split()) for key, value in data.items()
            }


def test_the_edge_list_is_inert_in_a_spreadsheet() -> None:
    graph = multigraph([proxy('=HYPERLINK("x")', "+33", "2023-07-12"), proxy("@anne", "-bruno", "2023-07-12")])
    rows = list(csv.DictReader(io.StringIO(edge_list(graph))))
    assert [(row["source_name"], row["target_name"]) for row in rows] == [
        ('\'=HYPERLINK("x")', "'+33"),
        ("'@anne", "'-bruno"),
    ]
    assert [row["date"] for row in rows] == ["2023-07-12"] * 2
    told = [
        (row["source_name"], row["target_name"], float(row["amount"]))
        for row in csv.DictReader(io.StringIO(edge_list(money())))
    ]
    assert sorted(told) == [
        ("Agglo", "Judo", 7.0),
        ("Ville", "Chorale", 50.0),
        ("Ville", "Judo", 0.1),
        ("Ville", "Judo", 0.2),
    ]


def test_the_png_is_a_picture_of_the_drawing() -> None:
    pytest.importorskip("resvg_py")
    picture = bitmap(money())
    assert picture[:8] == b"\x89PNG\r\n\x1a\n"
    root = ET.fromstring(drawing(money()))
    assert int.from_bytes(picture[16:20], "big") == pytest.approx(2 * float(root.attrib["width"]), abs=1)
    assert bitmap(hostile())[:4] == b"\x89PNG"


def test_a_png_without_its_extra_names_the_way_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "resvg_py", None)
    with pytest.raises(ViewError, match=r"pip install 'delibgraph\[png\]'"):
        bitmap(money())


def test_the_drawing_of_money_says_the_sums() -> None:
    text = drawing(money())
    assert "Ville → Chorale (50\u00a0€)" in text
    assert "57,30\u00a0€ accordés" in text


def test_gexf_of_sitting_together_lasts_from_the_first_sitting_to_the_last() -> None:
    root = ET.fromstring(gexf(co_attendance(presence())))
    edges = [edge for edge in root.iter() if edge.tag.endswith("}edge")]
    assert {(edge.get("start"), edge.get("end")) for edge in edges} == {
        ("2022-01-01", "2023-01-01"),
        ("2023-01-01", "2023-01-01"),
    }


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
    assert (tmp_path / f"empty{suffix}").stat().st_size > (100 if suffix != ".csv" else 30)


def test_an_unknown_suffix_names_the_known_ones(tmp_path: Path) -> None:
    with pytest.raises(
        ViewError, match=r"no view is named '.pdf' .choose one of .html, .svg, .png, .graphml, .gexf, .csv"
    ):
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
