"""Answers to named queries, kept beside a build's store: an answer of many thousand rows takes seconds to find, and
milliseconds to read again.

An answer is known by the build, of which the manifest says all, and by the text that was asked, with its parameters.
So one that is kept is never that of another build, and whether it is kept is seen by the clock alone. It is written as
the W3C's TSV, which keeps each term exactly (https://www.w3.org/TR/sparql11-results-csv-tsv/).
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import cast

from pyoxigraph import QueryResultsFormat, QuerySolutions, Store, parse_query_results

from delibgraph.queries.catalogue import named
from delibgraph.queries.running import Answer, Page, run, things
from delibgraph.store import ANSWERS, MANIFEST, StoreError, open_store, write_atomically

MOST = 256 << 20
"""Bytes of answers that a build's folder keeps; the one that was not asked for the longest time goes first."""

MAIN_QUESTIONS = (
    *("proxies", "proxy-pairs", "proxies-per-holder-by-sitting", "funding", "votes"),
    *("sittings", "deliberations", "organisations", "findings", "attendance-by-member"),
)
"""The named queries that most people ask first. A build answers them for the whole set before anybody asks."""


class Answers:
    """Answers of the graph at ``path``. Only of a build are they kept, and only where its folder can be written."""

    def __init__(self, path: Path, most: int = MOST) -> None:
        """Make it before the store is opened: a build that is still the same afterwards is the store's."""
        self.path, self.most = path, most
        self._build = self._present()

    def run(
        self, store: Store, query: str, values: Mapping[str, str] | None = None, page: Page | None = None
    ) -> Answer:
        """What :func:`~delibgraph.queries.running.run` answers, from what is kept of it or kept from now on.

        Raises:
            QueryError: as ``run`` does.
        """
        if page or self._build is None or query not in named():
            return run(store, query, values, page=page)
        text = named()[query].bound(values or {}, lambda name: things(store, name))
        sum_ = hashlib.sha256(f"{self._build} {text}".encode()).hexdigest()
        content = self._content(self.path / ANSWERS / f"{query}-{sum_[:32]}.tsv", store, query, values)
        return cast(QuerySolutions, parse_query_results(content, QueryResultsFormat.TSV))

    def _present(self) -> str | None:
        """What the build is known by; nothing where no build made the graph, or where one takes its place."""
        with suppress(OSError):
            return hashlib.sha256((self.path / MANIFEST).read_bytes()).hexdigest()
        return None

    def _content(self, place: Path, store: Store, query: str, values: Mapping[str, str] | None) -> bytes:
        with suppress(OSError):
            content = place.read_bytes()
            os.utime(place)
            return content
        content = cast(bytes, cast(QuerySolutions, run(store, query, values)).serialize(format=QueryResultsFormat.TSV))
        if self._present() == self._build:
            with suppress(OSError):  # a folder that cannot be written, or a full disk
                self._keep(place, content)
        return content

    def _keep(self, place: Path, content: bytes) -> None:
        place.parent.mkdir(exist_ok=True)
        for old in self._too_many(len(content)):
            old.unlink(missing_ok=True)
        if len(content) <= self.most:
            write_atomically(place, content)

    def _too_many(self, coming: int) -> Iterator[Path]:
        """The answers that make room for one of so many bytes."""
        told = ((path, path.stat()) for path in (self.path / ANSWERS).glob("*.tsv"))
        kept = sorted((of.st_mtime_ns, of.st_size, path) for path, of in told)
        left = sum(size for _, size, _ in kept) + coming
        for _, size, path in kept:
            if left <= self.most:
                return
            left -= size
            yield path


def answered(path: Path) -> Iterator[str]:
    """The main questions, each when its answer is kept beside the build at ``path``, or cannot be kept there."""
    with suppress(OSError, StoreError):
        answers = Answers(path)
        store = open_store(path)
        for name in MAIN_QUESTIONS:
            answers.run(store, name)
            yield name
