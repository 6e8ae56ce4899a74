"""Where a remote store takes graphs and answers queries, and how to speak to it: passwords, retries, clear errors."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self
from urllib.parse import urlsplit, urlunsplit

from delibgraph.store.embedded import StoreError

if TYPE_CHECKING:
    import httpx

_LAYOUTS = (
    ("/store", "/query", "/update"),  # Oxigraph
    ("/data", "/query", "/update"),  # Fuseki
    ("/rdf-graphs/service", "", "/statements"),  # RDF4J, GraphDB
    ("/sparql-graph-crud-auth", "/sparql-auth", "/sparql-auth"),  # Virtuoso
    ("/gsp", "/sparql", "/sparql"),  # Neptune
    ("", "/sparql", "/sparql"),  # one address for queries and updates: Blazegraph, Neptune
)
"""How known stores end the addresses of their Graph Store, of their queries and of their updates."""
_PASSING = {408, 425, 429, 500, 502, 503, 504}
_ATTEMPTS = 6
_ASK = {"Content-Type": "application/sparql-query", "Accept": "application/sparql-results+json"}


@dataclass(frozen=True, slots=True)
class Endpoint:
    """The addresses of a remote store.

    ``graphs`` speaks the Graph Store Protocol (https://www.w3.org/TR/sparql11-http-rdf-update/), ``query`` and
    ``update`` SPARQL (https://www.w3.org/TR/sparql11-protocol/).
    """

    url: str
    graphs: str | None
    query: str | None
    update: str | None

    @classmethod
    def of(cls, url: str, query: str | None = None) -> Endpoint:
        """The addresses that belong to one of them, told by its ending; ``query`` overrules what is guessed.

        >>> Endpoint.of("http://localhost:7878/store").query
        'http://localhost:7878/query'

        Raises:
            StoreError: no http address, or one with a password in it.
        """
        parts = urlsplit(url)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise StoreError(f"{url}: no http address of a store (as http://localhost:7878/store)")
        if parts.username or parts.password:
            raise StoreError(
                f"{parts.hostname}: a password in an address shows in logs and process lists "
                "(set DELIBGRAPH_USER and DELIBGRAPH_PASSWORD, or DELIBGRAPH_TOKEN)"
            )
        path = parts.path.rstrip("/")
        for graphs, asked, update in _LAYOUTS:
            for ending in filter(None, (graphs, update)):
                if path.endswith(ending):
                    base = urlunsplit(parts._replace(path=path.removesuffix(ending)))
                    return cls(url, base + graphs if ending == graphs else None, query or base + asked, base + update)
        return cls(url, url if query else None, query, None)


class Remote:
    """A connection to a remote store; a context manager.

    What passes (a busy or restarting server, a lost connection) is tried again, six times in all, with longer and
    longer pauses of up to a minute.
    """

    def __init__(self, endpoint: Endpoint, *, timeout: float = 120.0, pause: float = 0.5) -> None:
        """``timeout`` is what one request may take, ``pause`` the first wait before trying again, both in seconds.

        Raises:
            StoreError: ``httpx`` is not installed.
        """
        try:
            import httpx
        except ImportError as error:
            raise StoreError("loading into a remote store needs httpx (pip install 'delibgraph[load]')") from error
        self._pause = pause
        self._client = httpx.Client(timeout=timeout, auth=_credentials(), headers=_bearer(), follow_redirects=False)
        try:
            self.endpoint = endpoint if endpoint.graphs or endpoint.update else self._found(endpoint.url)
        except StoreError:
            self._client.close()
            raise

    def __enter__(self) -> Self:
        """The connection itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the connection."""
        self._client.close()

    def _found(self, url: str) -> Endpoint:
        """The addresses under a store's or data set's own one: where a query is answered, updates are taken too."""
        base = url.rstrip("/")
        for _, asked, update in _LAYOUTS:
            try:
                answer = self.send("POST", base + asked, content=b"ASK {}", headers=_ASK)
            except StoreError:
                continue
            if "json" in answer.headers.get("content-type", ""):
                return Endpoint(url, None, base + asked, base + update)
        raise StoreError(
            f"{url}: no store is known here (name the address that takes graphs or updates: …:7878/store for Oxigraph, "
            "…:3030/DATASET/data for Fuseki, …/repositories/NAME/statements for GraphDB)"
        )

    def send(
        self,
        method: str,
        url: str,
        *,
        allowed: tuple[int, ...] = (),
        headers: Mapping[str, str] | None = None,
        **more: Any,
    ) -> httpx.Response:
        """The answer to a request; ``allowed`` names statuses from 400 on that are answers too.

        Raises:
            StoreError: the server refuses, or stays away; the message names the address and the way out.
        """
        import httpx
        from tenacity import RetryError, Retrying, retry_if_exception_type, stop_after_attempt, wait_random_exponential

        trying = Retrying(
            stop=stop_after_attempt(_ATTEMPTS),
            wait=wait_random_exponential(multiplier=self._pause, max=60),
            retry=retry_if_exception_type((httpx.TransportError, _PassingError)),
        )
        try:
            for attempt in trying:
                with attempt:
                    answer = self._client.request(method, url, headers=headers, **more)
                    if answer.status_code in _PASSING:
                        raise _PassingError(f"{answer.status_code} {answer.reason_phrase}")
        except RetryError as error:
            last = error.last_attempt.exception()
            raise StoreError(f"{url}: gave up after {_ATTEMPTS} attempts: {last} (is the server up?)") from last
        if answer.status_code in (401, 403):
            raise StoreError(
                f"{url}: {answer.status_code} {answer.reason_phrase} "
                "(set DELIBGRAPH_USER and DELIBGRAPH_PASSWORD, or DELIBGRAPH_TOKEN, or keep a password in the keyring)"
            )
        if answer.status_code >= 300 and answer.status_code not in allowed:
            told = " ".join(answer.text.split())[:300]
            raise StoreError(f"{url}: {answer.status_code} {answer.reason_phrase} {told}".rstrip())
        return answer


class _PassingError(Exception):
    """A refusal that may pass."""


def _credentials() -> tuple[str, str] | None:
    """User and password from the environment; a missing password from the keyring, where that package is installed."""
    user = os.environ.get("DELIBGRAPH_USER")
    if not user:
        return None
    password = os.environ.get("DELIBGRAPH_PASSWORD")
    if password is None:
        try:
            import keyring
        except ImportError:
            return (user, "")
        password = keyring.get_password("delibgraph", user)
    return (user, password or "")


def _bearer() -> dict[str, str]:
    token = os.environ.get("DELIBGRAPH_TOKEN")
    return {"Authorization": f"Bearer {token}"} if token else {}
