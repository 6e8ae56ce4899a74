"""The page: its figures, its inertness, its independence of any network."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from html.parser import HTMLParser
from typing import Any

import pytest
from hypothesis import given

from delibgraph.projections import multigraph
from delibgraph.projections.graphs import MultiDiGraph
from delibgraph.views import page, rendering
from delibgraph.views.words import WORDS, vocabulary
from tests.views.graphs import GRAPHS, HOSTILE, hostile, two_bodies


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
    assert WORDS["empty"][0] in text
    assert Reader(text).counts["members"] == "0"


def test_every_word_is_said_in_both_languages_and_used() -> None:
    sources = rendering.text("proxies.html.j2") + rendering.text("proxies.js") + rendering.text("proxies.svg.j2")
    assert [key for key in WORDS if f'"{key}"' not in sources] == []
    assert all(english and french for english, french in WORDS.values())
    assert vocabulary()["fr"].keys() == vocabulary()["en"].keys() == WORDS.keys()
