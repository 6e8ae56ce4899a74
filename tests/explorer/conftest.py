"""A server in a thread, on the examples' graph."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Protocol

import httpx
import pytest

from delibgraph.build import Report
from delibgraph.explorer.workers import Limits
from tests.explorer.fuzzing import TOKEN, server

__all__ = ["TOKEN"]


class Serve(Protocol):
    """Starts a server on a graph, and gives its address; writable, or to decide on, for who has the token."""

    def __call__(self, graph: Path, limits: Limits, *, token: str | None = None, review: bool = False) -> str: ...


@pytest.fixture(scope="module")
def serve() -> Iterator[Serve]:
    """Starts a server on a graph, and gives its address; all end with the module."""
    with ExitStack() as running:

        def start(graph: Path, limits: Limits, *, token: str | None = None, review: bool = False) -> str:
            return running.enter_context(server(graph, limits, token, review=review))

        yield start


@pytest.fixture(scope="module")
def site(serve: Serve, built: tuple[Path, Report]) -> str:
    """The address of a server on the examples."""
    return serve(built[0], Limits(seconds=20, request=10_000))


@pytest.fixture
def client(site: str) -> Iterator[httpx.Client]:
    """A client of the examples' server."""
    with httpx.Client(base_url=site, timeout=60) as found:
        yield found
