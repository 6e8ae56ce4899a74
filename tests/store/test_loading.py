"""Loading into real and failing servers: the store ends with what the build says, whatever happens on the way."""

from __future__ import annotations

import base64
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad, Store

from delibgraph.build import Report
from delibgraph.store import StoreError, open_store
from delibgraph.store.endpoints import Endpoint, Remote
from delibgraph.store.loading import differences, load, plan

GRAPHS = [NamedNode(f"https://example.org/graph/{number}") for number in range(4)]


@pytest.fixture(scope="module")
def server(oxigraph_server: str) -> str:
    """An Oxigraph server in memory; gives its address."""
    return oxigraph_server


def brought(store: Store, url: str) -> tuple[int, int, int]:
    """Load, hold the counts against each other, and tell what was sent, removed and kept."""
    with Remote(Endpoint.of(url)) as remote:
        todo = plan(store, remote)
        load(store, remote, todo)
        assert differences(store, remote) == []
        return len(todo.send), len(todo.drop), todo.kept


@pytest.mark.parametrize("path", ["/store", "/update", ""])
def test_a_build_is_loaded_once(path: str, server: str, built: tuple[Path, Report]) -> None:
    store = open_store(built[0])
    brought(Store(), server + path)
    assert brought(store, server + path) == (12, 0, 0)
    assert brought(store, server + path) == (0, 0, 12)


def quads(told: dict[NamedNode, set[int]]) -> Store:
    store = Store()
    for graph, values in told.items():
        for value in values:
            node = NamedNode(f"https://example.org/{value}")
            store.add(Quad(node, NamedNode("https://example.org/says"), Literal(f'é "{value}"\n'), graph))
    return store


states = st.dictionaries(st.sampled_from(GRAPHS), st.sets(st.integers(0, 3), min_size=1))


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(sequence=st.lists(states, min_size=1, max_size=5), path=st.sampled_from(["/store", "/update"]))
def test_any_sequence_of_loads_ends_with_the_last(
    sequence: list[dict[NamedNode, set[int]]], path: str, server: str
) -> None:
    for told in sequence:
        brought(quads(told), server + path)
    with Remote(Endpoint.of(server + "/store")) as remote:
        for graph in GRAPHS:
            there = remote.send(
                "GET",
                f"{server}/store?graph={graph.value}",
                allowed=(404,),
                headers={"Accept": "application/n-triples"},
            )
            lines = there.text.splitlines() if there.status_code == 200 else []
            assert len(lines) == len(sequence[-1].get(graph, ()))


def test_graphs_of_others_are_left_alone(server: str) -> None:
    brought(Store(), server + "/store")
    other = f"{server}/store?graph=https://example.org/theirs"
    with Remote(Endpoint.of(server + "/store")) as remote:
        remote.send("PUT", other, content=b"<x:s> <x:p> <x:o> .", headers={"Content-Type": "application/n-triples"})
        brought(quads({GRAPHS[0]: {1}}), server + "/store")
        brought(Store(), server + "/store")
        assert remote.send("GET", other, headers={"Accept": "application/n-triples"}).text.count("\n") == 1


class Moody(BaseHTTPRequestHandler):
    """A Graph Store in a dictionary, which wants a password, and now and then fails as the test tells it to."""

    graphs: dict[str, bytes]
    failures: list[int]
    wanted = "Basic " + base64.b64encode(b"ann:secret").decode()

    def _answer(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        status, content = 200, b""
        if self.headers.get("Authorization") != self.wanted:
            status = 401
        elif self.failures and (status := self.failures.pop(0)) != 200:
            pass
        elif self.command == "PUT":
            self.graphs[self.path] = body
        elif self.command == "DELETE":
            self.graphs.pop(self.path, None)
        elif self.path in self.graphs:
            import gzip

            content = gzip.decompress(self.graphs[self.path])
        else:
            status = 404
        self.send_response(status)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    do_GET = do_PUT = do_DELETE = _answer  # noqa: N815 (the names that the base class looks for)

    def log_message(self, *_: object) -> None:
        """Nothing is logged."""


@pytest.fixture
def moody(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    Moody.graphs, Moody.failures = {}, []
    monkeypatch.setenv("DELIBGRAPH_USER", "ann")
    monkeypatch.setenv("DELIBGRAPH_PASSWORD", "secret")
    with ThreadingHTTPServer(("127.0.0.1", 0), Moody) as httpd:
        thread = threading.Thread(target=httpd.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield f"http://127.0.0.1:{httpd.server_port}/data"
        httpd.shutdown()
        thread.join()


def test_what_passes_is_tried_again(moody: str) -> None:
    Moody.failures = [503, 200, 502, 429, 200]
    with Remote(Endpoint.of(moody), pause=0.001) as remote:
        load(quads({GRAPHS[0]: {1}}), remote, plan(quads({GRAPHS[0]: {1}}), remote))
    assert len(Moody.graphs) == 2


def test_a_server_that_goes_away_leaves_a_load_that_can_go_on(moody: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("delibgraph.store.loading._BATCH", 1)
    store = quads({graph: {1, 2} for graph in GRAPHS})
    with Remote(Endpoint.of(moody), pause=0.001) as remote:
        todo = plan(store, remote)
        Moody.failures = [200] * 6 + [503] * 6
        with pytest.raises(StoreError, match=r"gave up after 6 attempts.*2 of 4 graphs were done"):
            load(store, remote, todo)
        Moody.failures = []
        again = plan(store, remote)
        assert (len(again.send), again.kept) == (2, 2)
        load(store, remote, again)
        assert plan(store, remote).send == ()


@pytest.mark.parametrize("status", [400, 413, 500])
def test_a_refusal_is_told(status: int, moody: str) -> None:
    Moody.failures = [200, 200] + [status] * 6
    with Remote(Endpoint.of(moody), pause=0.001) as remote:
        todo = plan(quads({GRAPHS[0]: {1}}), remote)
        with pytest.raises(StoreError, match=f"{status}.*load again to go on"):
            load(quads({GRAPHS[0]: {1}}), remote, todo)
    assert [path for path in Moody.graphs if "loaded" in path] == []


def test_a_wrong_password_names_the_way_out(moody: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DELIBGRAPH_PASSWORD", "wrong")
    with Remote(Endpoint.of(moody)) as remote, pytest.raises(StoreError, match="DELIBGRAPH_PASSWORD") as told:
        plan(Store(), remote)
    assert "wrong" not in str(told.value)


@pytest.mark.parametrize(
    ("url", "words"),
    [("localhost:7878", "no http address"), ("http://ann:secret@localhost/store", "shows in logs"), ("", "no http")],
)
def test_wrong_addresses(url: str, words: str) -> None:
    with pytest.raises(StoreError, match=words) as told:
        Endpoint.of(url)
    assert "secret" not in str(told.value)


@pytest.mark.parametrize(
    ("url", "graphs", "query", "update"),
    [
        ("http://h:7878/store", "http://h:7878/store", "http://h:7878/query", "http://h:7878/update"),
        ("http://h:3030/ds/data", "http://h:3030/ds/data", "http://h:3030/ds/query", "http://h:3030/ds/update"),
        ("http://h/repositories/r/statements", None, "http://h/repositories/r", "http://h/repositories/r/statements"),
        ("http://h/sparql", None, "http://h/sparql", "http://h/sparql"),
    ],
)
def test_addresses_of_known_stores(url: str, graphs: str | None, query: str, update: str) -> None:
    found = Endpoint.of(url)
    assert (found.graphs, found.query, found.update) == (graphs, query, update)
