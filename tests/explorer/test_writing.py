"""Writing over HTTP: the update operation, the Graph Store's changes, and who may not.

Clauses of https://www.w3.org/TR/sparql11-protocol/ and https://www.w3.org/TR/sparql11-http-rdf-update/;
``docs/serving.md`` lists them.
"""

from __future__ import annotations

import gzip
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from delibgraph.build import Report, build
from delibgraph.explorer.workers import Limits
from delibgraph.store import StoreError, open_store
from delibgraph.store.endpoints import Endpoint, Remote
from delibgraph.store.loading import differences, load, plan
from delibgraph.store.writing import prepare
from tests.explorer.conftest import TOKEN, Serve

UPDATE = {"Content-Type": "application/sparql-update"}
TURTLE = {"Content-Type": "text/turtle"}
GZIP = {"Content-Encoding": "gzip"}
G = "/store?graph=https://example.org/g"
ONE, TWO = "<https://example.org/a> <https://example.org/b> 1 .", "<https://example.org/a> <https://example.org/b> 2 ."
SLOW = (
    "INSERT { GRAPH <https://example.org/g> { ?a <https://example.org/b> ?n } } WHERE { "
    + " ".join(f"VALUES ?v{letter} {{ {'1 ' * 60}}}" for letter in "abcdef")
    + " BIND (<https://example.org/a> AS ?a) BIND (RAND() AS ?n) }"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A writable store."""
    prepare(tmp_path / "own")
    return tmp_path / "own"


@pytest.fixture
def client(folder: Path, serve: Serve) -> Iterator[httpx.Client]:
    """A client with the token."""
    site = serve(folder, Limits(seconds=5, change=4_000_000), token=TOKEN)
    with httpx.Client(base_url=site, timeout=60, headers={"Authorization": f"Bearer {TOKEN}"}) as found:
        yield found


def held(client: httpx.Client) -> list[str]:
    """The values in the graph of the tests, by a query without a token."""
    query = "SELECT ?v WHERE { GRAPH <https://example.org/g> { ?s ?p ?v } } ORDER BY ?v"
    answer = client.get("/sparql", params={"query": query}, headers={"Authorization": "", "Accept": "text/csv"})
    return answer.text.split()[1:]


def test_2_2_1_and_2_2_2_the_two_ways_of_an_update(client: httpx.Client) -> None:
    insert = "INSERT DATA {{ GRAPH <https://example.org/g> {{ {} }} }}"
    assert client.post("/sparql", data={"update": insert.format(ONE)}).status_code == 204
    assert client.post("/sparql", content=insert.format(TWO).encode(), headers=UPDATE).status_code == 204
    assert held(client) == ["1", "2"]


@pytest.mark.parametrize(
    ("method", "path", "more", "status"),
    [
        ("GET", "/sparql?update=CLEAR ALL", {}, 400),
        ("POST", "/sparql", {"data": {"update": "CLEAR ALL", "query": "ASK {}"}}, 400),
        ("POST", "/sparql", {"content": b"update=CLEAR+ALL&update=CLEAR+ALL",
                             "headers": {"Content-Type": "application/x-www-form-urlencoded"}}, 400),
        ("POST", "/sparql", {"data": {"update": "CLEAR ALL", "using-graph-uri": "https://example.org/g"}}, 400),
        ("POST", "/sparql", {"data": {"update": "CLEAR nonsense"}}, 400),
        ("POST", "/sparql", {"data": {"update": "SELECT * { ?s ?p ?o }"}}, 400),
        ("POST", "/sparql", {"data": {"update": "LOAD <http://127.0.0.1:1/>"}}, 400),
        ("POST", "/sparql", {"data": {"update": "LOAD SILENT <file:///etc/hostname> INTO GRAPH <http://a>"}}, 400),
        ("POST", "/sparql", {"data": {"update": "\\u004COAD SILENT <http://127.0.0.1:1/>"}}, 400),
        ("POST", "/sparql", {"data": {"update": "INSERT { ?s ?p ?o } WHERE { SERVICE <http://a> { ?s ?p ?o } }"}}, 400),
        ("POST", "/sparql", {"data": {"update": f"INSERT DATA {{ {ONE} }}"}}, 400),
        ("POST", "/sparql", {"content": b"#" * 5_000_000, "headers": UPDATE}, 413),
        ("PUT", G, {"content": gzip.compress(b"#" * 9_999_999), "headers": TURTLE | GZIP}, 413),
        ("PUT", G, {"content": b"no gzip", "headers": TURTLE | GZIP}, 400),
        ("PUT", G, {"content": gzip.compress(b"#")[:-3], "headers": TURTLE | GZIP}, 400),
        ("PUT", G, {"content": b"", "headers": TURTLE | {"Content-Encoding": "br"}}, 415),
        ("PUT", G, {"content": b"<a", "headers": TURTLE}, 400),
        ("PUT", G, {"content": b"", "headers": {"Content-Type": "application/n-quads"}}, 415),
        ("PUT", G, {"content": b""}, 415),
        ("PUT", "/store?graph=no iri", {"content": b"", "headers": TURTLE}, 400),
        ("PUT", "/store?default", {"content": b"", "headers": TURTLE}, 403),
        ("DELETE", "/store?graph=https://example.org/none", {}, 404),
        ("PATCH", G, {}, 405),
    ],
)  # fmt: skip
def test_a_wrong_change_is_refused_and_changes_nothing(
    method: str, path: str, more: dict[str, Any], status: int, client: httpx.Client
) -> None:
    client.put(G, content=ONE, headers=TURTLE)
    assert client.request(method, path, **more).status_code == status
    assert held(client) == ["1"]


def test_5_3_to_5_5_a_graph_is_put_merged_and_deleted(client: httpx.Client) -> None:
    assert client.put(G, content=ONE, headers=TURTLE).status_code == 201
    assert client.put(G, content=TWO, headers=TURTLE).status_code == 204
    assert held(client) == ["2"]
    assert client.post(G, content=gzip.compress(ONE.encode()), headers=TURTLE | GZIP).is_success
    assert held(client) == ["1", "2"]
    assert client.get(G).status_code == 200
    assert client.delete(G).status_code == 204
    assert client.get(G).status_code == 404


@pytest.mark.parametrize("given", ["", "Bearer", "Bearer wrong", f"Basic {TOKEN}", TOKEN, "Bearer é"])
@pytest.mark.parametrize("path", ["/sparql", "/update", G])
def test_nobody_writes_without_the_token(given: str, path: str, client: httpx.Client) -> None:
    headers = [(b"Authorization", given.encode()), (b"Content-Type", UPDATE["Content-Type"].encode())]
    answer = client.request("PUT" if path == G else "POST", path, content=b"CLEAR ALL", headers=headers)
    assert answer.status_code == 401
    assert answer.headers["www-authenticate"].startswith("Bearer")


def test_another_sites_script_may_not_bring_a_token(client: httpx.Client) -> None:
    asking = {"Origin": "https://allowed.example", "Access-Control-Request-Method": "POST"}
    answer = client.options("/sparql", headers=asking | {"Access-Control-Request-Headers": "authorization"})
    assert "authorization" not in answer.headers.get("access-control-allow-headers", "").lower()


def test_a_change_that_takes_too_long_is_ended_and_changes_nothing(client: httpx.Client) -> None:
    client.put(G, content=ONE, headers=TURTLE)
    assert client.post("/sparql", content=SLOW.encode(), headers=UPDATE).status_code == 504
    assert held(client) == ["1"]
    assert client.put(G, content=TWO, headers=TURTLE).status_code == 204
    assert held(client) == ["2"]


def test_changes_at_once_are_done_one_after_another(client: httpx.Client) -> None:
    def add(number: int) -> None:
        client.post(G, content=f"<https://example.org/a> <https://example.org/b> {number} .", headers=TURTLE)

    threads = [threading.Thread(target=add, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert held(client) == [str(number) for number in range(8)]


def test_a_build_is_loaded_and_asked(
    client: httpx.Client, built: tuple[Path, Report], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DELIBGRAPH_TOKEN", TOKEN)
    store = open_store(built[0])
    with Remote(Endpoint.of(f"{client.base_url}/update")) as remote:
        load(store, remote, plan(store, remote))
        assert differences(store, remote) == []
    query = {"query": "SELECT (COUNT(DISTINCT ?p) AS ?n) WHERE { ?p a dg:Proxy }"}
    answers = [client.get("/sparql", params=query).json()["results"]["bindings"][0]["n"]["value"]]
    answers += [client.get("/", headers={"Accept": "text/html"}).text.count("<dd>43</dd>")]
    assert answers == ["43", 1]


def test_a_folder_is_a_builds_or_its_clients(
    built: tuple[Path, Report], folder: Path, examples: list[Path], tmp_path: Path
) -> None:
    with pytest.raises(StoreError, match="holds a build"):
        prepare(built[0])
    with pytest.raises(StoreError, match="holds a store that clients write"):
        build(examples[:1], folder)
    (tmp_path / "file").touch()
    with pytest.raises(StoreError, match="a file cannot"):
        prepare(tmp_path / "file")
    prepare(folder)
    assert len(open_store(folder)) == 0
