"""``python -m tests.explorer.fuzzing``: random requests to a server; none may be a fault of its own."""

from __future__ import annotations

import argparse
import asyncio
import socket
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import uvicorn
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from delibgraph.build import build
from delibgraph.decisions import Book
from delibgraph.explorer.app import application
from delibgraph.explorer.session import Gate
from delibgraph.explorer.workers import Limits
from delibgraph.library import Library
from delibgraph.reading import sources

TOKEN = "a token that is long enough"
WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
_FRAGMENTS = st.sampled_from(
    [
        *"{}<>?$.;,|^/*+!=&\"'#@ \n",
        *("SELECT", "WHERE", "ASK", "CONSTRUCT", "DESCRIBE", "GRAPH", "FILTER", "OPTIONAL", "VALUES", "ORDER BY ?s"),
        *("INSERT DATA", "DELETE WHERE", "CLEAR ALL", "LOAD", "SERVICE", "?s", "a", "dg:Proxy", "LIMIT 1"),
    ]
)
_PATHS = [
    "/sparql",
    "/update",
    "/store",
    "/",
    "/id/",
    "/proxies/x",
    "/review",
    "/static/",
    "/ontology",
    "/.well-known/void",
]
_NAMES = ["query", "update", "graph", "default", "default-graph-uri", "named-graph-uri", "using-graph-uri", "lang", "x"]
_KINDS = [
    *("application/sparql-query", "application/sparql-update", "application/x-www-form-urlencoded"),
    *("text/turtle", "application/n-triples", "text/plain", ""),
]


@st.composite
def requests(draw: st.DrawFn) -> httpx.Request | None:
    """A request to ``http://127.0.0.1``; none where no client could send what was drawn."""
    text = draw(st.lists(_FRAGMENTS, max_size=15).map(" ".join) | WORDS)
    accept = draw(st.sampled_from(["", "text/html", "*/*", "text/csv", "image/svg+xml", "a/b;q=x", ";;,"]) | WORDS)
    headers = {
        "Accept": accept.encode("ascii", "ignore").decode().translate(dict.fromkeys(range(32))),
        "Content-Type": draw(st.sampled_from(_KINDS)),
        "Content-Encoding": draw(st.sampled_from(["identity", "gzip", "br"])),
        "Authorization": draw(st.sampled_from(["", "Bearer", f"Bearer {TOKEN}"])),
    }
    path = draw(st.sampled_from(_PATHS) | WORDS.map(lambda told: "/" + told))
    names = draw(st.lists(st.sampled_from(_NAMES), max_size=3))
    method = draw(st.sampled_from(["GET", "POST", "HEAD", "OPTIONS", "PUT", "DELETE", "PATCH"]))
    try:
        address = httpx.URL(f"http://127.0.0.1{path}", params=[(name, text) for name in names])
        return httpx.Request(method, address, content=text.encode(), headers=headers)
    except (httpx.InvalidURL, UnicodeError):
        return None


def answered(client: httpx.Client, request: httpx.Request) -> int:
    """The status of the answer; 0 where the request could not be sent."""
    sent = client.build_request(
        request.method, request.url.raw_path.decode("ascii"), content=request.content, headers=request.headers
    )
    sent.headers["host"] = client.base_url.netloc.decode("ascii")
    try:
        return client.send(sent).status_code
    except (httpx.LocalProtocolError, httpx.InvalidURL):
        return 0


@contextmanager
def server(graph: Path, limits: Limits, token: str | None = None, *, review: bool = False) -> Iterator[str]:
    """A server in a thread; gives its address."""
    listener = socket.socket(proto=socket.IPPROTO_TCP)
    listener.bind(("127.0.0.1", 0))
    listener.listen(128)  # who comes before the server runs waits
    names, origins = ["127.0.0.1"], ["https://allowed.example"]
    app = application(
        graph,
        limits,
        library=Library(graph),
        hosts=names,
        origins=origins,
        token=token,
        book=Book(graph) if Book(graph).path.is_file() else None,
        gate=Gate(TOKEN) if review else None,
    )
    running = uvicorn.Server(uvicorn.Config(app, log_level="error", ws="none"))
    thread = threading.Thread(target=asyncio.run, args=(running.serve([listener]),))
    thread.start()
    try:
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    finally:
        running.should_exit = True
        thread.join()
        listener.close()


def main() -> None:
    """Ask and count."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=10_000)
    parser.add_argument("--graph", type=Path, help="a built graph instead of the examples")
    parser.add_argument("--writable", type=Path, metavar="FOLDER", help="a writable store, which is asked too")
    given_ = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        graph = given_.writable or given_.graph or Path(scratch) / "out"
        if not graph.exists():
            build(sources([Path(__file__).parents[2] / "examples"]), graph)
        start = time.monotonic()
        with (
            server(graph, Limits(seconds=20), TOKEN if given_.writable else None) as site,
            httpx.Client(base_url=site, timeout=60) as client,
        ):
            statuses = ask(client, given_.count)
    print(f"{sum(statuses.values())} requests in {time.monotonic() - start:.0f} s: {dict(sorted(statuses.items()))}")


def ask(client: httpx.Client, count: int) -> Counter[int]:
    """The statuses that so many requests get; one that is the server's fault ends it with an error."""
    statuses: Counter[int] = Counter()

    @settings(
        max_examples=count,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(requests())
    def one(request: httpx.Request | None) -> None:
        if request is None:
            return
        status = answered(client, request)
        statuses[status] += 1
        assert status < 500, f"{status}: {request.method} {request.url} {request.headers} {request.content!r}"

    asked: Callable[[], None] = one
    asked()
    return statuses


if __name__ == "__main__":
    main()
