"""A server in a thread, on the examples' graph."""

from __future__ import annotations

import asyncio
import socket
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

import httpx
import pytest
import uvicorn

from delibgraph.build import Report
from delibgraph.explorer.app import application
from delibgraph.explorer.workers import Limits

TOKEN = "a token that is long enough"


class Serve(Protocol):
    """Starts a server on a graph, and gives its address; writable for who has the token."""

    def __call__(self, graph: Path, limits: Limits, *, token: str | None = None) -> str: ...


@pytest.fixture(scope="module")
def serve() -> Iterator[Serve]:
    """Starts a server on a graph, and gives its address; all end with the module."""
    running: list[tuple[uvicorn.Server, threading.Thread, socket.socket]] = []

    def start(graph: Path, limits: Limits, *, token: str | None = None) -> str:
        listener = socket.socket()
        listener.bind(("127.0.0.1", 0))
        app = application(graph, limits, hosts=["127.0.0.1"], origins=["https://allowed.example"], token=token)
        server = uvicorn.Server(uvicorn.Config(app, log_level="error", ws="none"))
        thread = threading.Thread(target=asyncio.run, args=(server.serve([listener]),))
        thread.start()
        running.append((server, thread, listener))
        return f"http://127.0.0.1:{listener.getsockname()[1]}"

    yield start
    for server, _, _ in running:
        server.should_exit = True
    for _, thread, listener in running:
        thread.join()
        listener.close()


@pytest.fixture(scope="module")
def site(serve: Serve, built: tuple[Path, Report]) -> str:
    """The address of a server on the examples."""
    return serve(built[0], Limits(seconds=20, request=10_000))


@pytest.fixture
def client(site: str) -> Iterator[httpx.Client]:
    """A client of the examples' server."""
    with httpx.Client(base_url=site, timeout=60) as found:
        yield found
