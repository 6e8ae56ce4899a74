"""The page: its figures, its inertness, its independence of any network."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import networkx as nx
import pytest
from hypothesis import given

from delibgraph.projections import co_attendance, multigraph
from delibgraph.projections.graphs import MultiDiGraph
from delibgraph.views import ViewError, drawing, page, rendering
from delibgraph.views.kinds import KINDS, Kind
from delibgraph.views.limits import LARGE
from delibgraph.views.words import COMMON, PROXIES, vocabulary
from tests.views.graphs import GRAPHS, HOSTILE, crowd, hostile, money, presence, two_bodies


class Reader(HTMLParser):
    """What a browser would make of the page: its tags, its attributes, the text of scripts, of cells and of counts."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str, str | None]] = []
        self.scripts: list[tuple[str | None, str]] = []
        self.counts: dict[str, str] = {}
        self.cells: list[str] = []
        self.title = ""
        self._open: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(tag, name, value) for name, value in attrs]
        if tag not in ("meta", "input", "circle", "path"):
            self._open.append((tag, dict(attrs)))
        if tag == "td":
            self.cells.append("")

    def handle_endtag(self, tag: str) -> None:
        while self._open and self._open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        tag, attributes = self._open[-1] if self._open else ("", {})
        if tag in ("script", "style"):
            self.scripts.append((attributes.get("type") if tag == "script" else "style", data))
        if tag == "title":
            self.title += data
        if key := attributes.get("data-count"):
            self.counts[key] = self.counts.get(key, "") + data
        if any(tag == "td" for tag, _ in self._open):
            self.cells[-1] += data

    @property
    def data(self) -> dict[str, Any]:
        [text] = [text for kind, text in self.scripts if kind == "application/json"]
        found: dict[str, Any] = json.loads(text)
        return found


def test_the_figures_are_those_of_the_projection() -> None:
    counts = Reader(page(two_bodies())).counts
    assert {name: counts[name] for name in ("members", "proxies", "pairs", "sittings", "unnamed")} == {
        "members": "5",
        "proxies": "5",
        "pairs": "4",
        "sittings": "4",
        "unnamed": "1",
    }


@given(GRAPHS)
def test_the_data_is_the_graph(graph: MultiDiGraph) -> None:
    read = Reader(page(graph))
    data = read.data
    assert read.counts["members"] == str(len(data["members"])) == str(graph.number_of_nodes())
    assert read.counts["proxies"] == str(graph.number_of_edges())
    assert read.counts["pairs"] == str(len(data["pairs"]))
    assert read.counts["sittings"] == str(len(data["sittings"]))
    members = sorted(graph)
    told = [
        (
            members[pair["grantor"]],
            members[pair["holder"]],
            data["sittings"][proxy["sitting"]]["date"],
            proxy["documents"],
            proxy["quotes"],
        )
        for pair in data["pairs"]
        for proxy in pair["proxies"]
    ]
    edges = [
        (u, v, edge["date"], list(edge["documents"]), list(edge["quotes"])) for u, v, edge in graph.edges(data=True)
    ]
    assert sorted(told, key=repr) == sorted(edges, key=repr)
    assert sum(sitting["proxies"] for sitting in data["sittings"]) == graph.number_of_edges()
    for member, shown in zip(members, data["members"], strict=True):
        assert (shown["given"], shown["held"]) == (graph.out_degree(member), graph.in_degree(member))


def test_the_table_says_every_pair_without_the_script() -> None:
    cells = [cell.strip() for cell in Reader(page(two_bodies())).cells]
    assert cells[:4] == ["Anne ARNAUD", "Denis DUPONT", "2", "2022-06-16, 2023-07-12"]
    assert len(cells) == 4 * 5


def test_hostile_text_is_neither_markup_nor_script() -> None:
    read = Reader(page(hostile(), title=HOSTILE[0]))
    assert read.tags.count("script") == 2
    assert set(read.tags).isdisjoint({"img", "iframe", "object", "embed", "link", "base"})
    assert not [name for _, name, _ in read.attributes if name.startswith("on") or name == "style"]
    assert [member["name"] for member in read.data["members"][:2]] == [
        member["name"] for member in Reader(page(hostile())).data["members"][:2]
    ]
    assert {member["name"] for member in read.data["members"]} == set(HOSTILE)
    assert read.title.endswith(HOSTILE[0])
    assert not re.search("[\u2028\u2029]", read.scripts[1][1])


@pytest.mark.parametrize("graph", [two_bodies(), hostile()], ids=["two bodies", "hostile"])
def test_the_page_names_no_other_place(graph: MultiDiGraph) -> None:
    text = page(graph)
    assert not re.search(r"https?:|//[a-z]+\.|url\(|@import|\bfetch\b|XMLHttpRequest|WebSocket|import\(", text)
    places = [
        value for _, name, value in Reader(text).attributes if name in ("src", "href", "action", "srcset", "data")
    ]
    assert places == ["#table"]


def test_the_policy_allows_the_one_style_and_the_one_script_alone() -> None:
    read = Reader(page(two_bodies()))
    [policy] = [value for tag, name, value in read.attributes if name == "content" and "default-src" in (value or "")]
    assert policy is not None
    rules = dict(rule.strip().split(" ", 1) for rule in policy.split(";"))
    assert rules["default-src"] == rules["base-uri"] == rules["form-action"] == "'none'"
    inline = {kind: text for kind, text in read.scripts if kind != "application/json"}
    for rule, kind in (("style-src", "style"), ("script-src", None)):
        digest = base64.b64encode(hashlib.sha256(inline[kind].encode()).digest()).decode()
        assert rules[rule] == f"'sha256-{digest}'"


def test_a_page_of_one_body_bears_its_name() -> None:
    graph = two_bodies()
    graph.remove_nodes_from([node for node in graph if "/Pôle/" in node])
    assert Reader(page(graph)).title == "Who holds whose proxy – Ville"
    assert Reader(page(two_bodies())).title == "Who holds whose proxy"


def test_an_empty_page_says_so() -> None:
    text = page(multigraph([]))
    assert PROXIES["empty"][0] in text
    assert Reader(text).counts["members"] == "0"


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_every_word_is_said_in_both_languages_and_used(kind: Kind) -> None:
    sources = (
        rendering.text("page.html.j2")
        + rendering.text("page.js")
        + rendering.text("filters.js")
        + rendering.text("drawing.svg.j2")
    )
    sources += (Path(rendering.__file__).parent / "svg.py").read_text(encoding="utf-8")
    assert [key for key in kind.words if f'"{key}"' not in sources.replace("'", '"')] == []
    assert all(english and french for english, french in kind.words.values())
    assert kind.words.keys() == COMMON.keys() | PROXIES.keys()
    assert vocabulary(kind.words)["fr"].keys() == vocabulary(kind.words)["en"].keys() == kind.words.keys()


def test_the_money_page_says_the_sums() -> None:
    read = Reader(page(money()))
    assert read.counts["amount"] == "57.3 EUR"
    assert read.counts["unnamed"] == "1"
    assert read.data["currency"] == "EUR"
    assert {(pair["times"], pair["amount"]) for pair in read.data["pairs"]} == {(2, 0.3), (1, 50.0), (1, 7.0)}
    sums = {
        read.data["members"][pair["holder"]]["name"]: pair["amount"]
        for pair in read.data["pairs"]
        if pair["times"] == 1
    }
    assert sums == {"Chorale": 50.0, "Judo": 7.0}
    widths = sorted((pair["amount"], pair["width"]) for pair in read.data["pairs"])
    assert [width for _, width in widths] == sorted(width for _, width in widths)
    assert widths[-1][1] == 8.0


def test_the_attendance_page_counts_presences_and_draws_no_arrow() -> None:
    read = Reader(page(presence()))
    assert (read.counts["members"], read.counts["proxies"], read.counts["sittings"]) == ("6", "6", "3")
    assert read.data["heads"] is False
    assert "<polygon" not in drawing(presence())


def test_a_graph_without_a_picture_says_what_to_do() -> None:
    with pytest.raises(ViewError, match=r"no picture is made of co-attendance .write it as .graphml"):
        page(co_attendance(presence()))  # type: ignore[arg-type]
    with pytest.raises(ViewError, match="no picture is made of this graph"):
        page(nx.MultiDiGraph())


def test_a_graph_above_the_limit_is_added_up() -> None:
    graph = crowd(LARGE + 1)
    read = Reader(page(graph))
    assert read.counts["proxies"] == str(LARGE + 1)
    assert read.data["large"] is True
    assert all("proxies" not in pair for pair in read.data["pairs"])
    assert sum(pair["times"] for pair in read.data["pairs"]) == LARGE + 1
    figures = [[cell.strip() for cell in read.cells[start : start + 6]] for start in range(0, len(read.cells), 6)]
    assert len(figures) == 20
    assert sum(int(row[2]) for row in figures) == LARGE + 1


def test_what_nobody_could_read_is_not_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("delibgraph.views.svg.DRAWN", 4)
    with pytest.raises(ViewError, match=r"5 edges are too many to read in one drawing .the limit is 4.* narrow it"):
        drawing(two_bodies())


def test_a_graph_at_the_limit_is_drawn_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("delibgraph.views.html.LARGE", two_bodies().number_of_edges())
    assert Reader(page(two_bodies())).data["large"] is False
    monkeypatch.setattr("delibgraph.views.html.LARGE", two_bodies().number_of_edges() - 1)
    assert Reader(page(two_bodies())).data["large"] is True
