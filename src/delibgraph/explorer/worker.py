"""A process that answers one request after another; the server kills it when one takes too long.

Run as ``python -m delibgraph.explorer.worker GRAPH``; requests come as lines of JSON on standard input.
"""

from __future__ import annotations

import io
import json
import signal
import sys
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import IO, Any, cast

from pyoxigraph import NamedNode, QueryBoolean, QueryResultsFormat, QueryTriples, RdfFormat, Store, serialize

from delibgraph.explorer.frames import write_frame
from delibgraph.queries import QueryError, refuse_calls, run
from delibgraph.store import PREFIXES, STORE, StoreError, open_store, writing

_RESULTS = {
    "application/sparql-results+json": QueryResultsFormat.JSON,
    "application/sparql-results+xml": QueryResultsFormat.XML,
    "text/csv": QueryResultsFormat.CSV,
    "text/tab-separated-values": QueryResultsFormat.TSV,
}
_TRIPLES = {
    "text/turtle": RdfFormat.TURTLE,
    "application/n-triples": RdfFormat.N_TRIPLES,
    "application/rdf+xml": RdfFormat.RDF_XML,
    "application/ld+json": RdfFormat.JSON_LD,
}
RESULT_TYPES, TRIPLE_TYPES = tuple(_RESULTS), tuple(_TRIPLES)
PICTURE = "image/svg+xml"
"""A few triples as a drawing, for people."""
_CHUNK = 1 << 16


def mark(graph: Path) -> tuple[int, int]:
    """What tells a store, or a graph's file, from the one that takes its place."""
    for path in (graph / STORE / "CURRENT", graph):
        with suppress(OSError):
            told = path.stat()
            return told.st_ino, told.st_mtime_ns
    return 0, 0


@dataclass(slots=True)
class Graph:
    """A graph that is opened again when another build, or another change, has taken its place."""

    path: Path
    _opened: tuple[tuple[int, int], Store] | None = None

    def store(self) -> Store:
        """The present store.

        Raises:
            StoreError: there is none, or it is damaged.
        """
        present = mark(self.path)
        if self._opened is None or self._opened[0] != present:
            self._opened = None
            self._opened = present, open_store(self.path)
        return self._opened[1]


class TooLongError(Exception):
    """An answer of more bytes than the server gives out."""


class _Frames(io.RawIOBase):
    """A file whose content leaves as frames; the head goes before the first of them."""

    def __init__(self, target: IO[bytes], head: dict[str, str], longest: int) -> None:
        self._target, self._head, self._left = target, json.dumps(head).encode(), longest

    def writable(self) -> bool:
        return True

    def write(self, content: Any) -> int:
        data = bytes(content)
        self._left -= len(data)
        if self._left < 0:
            raise TooLongError
        self.begin()
        write_frame(self._target, "data", data)
        return len(data)

    def begin(self) -> None:
        if self._head:
            write_frame(self._target, "head", self._head)
            self._head = b""


def answer(store: Store, asked: dict[str, Any], target: IO[bytes]) -> None:
    """Answer one request: a head, data and an end, or an error.

    The request has ``query`` (text or the name of a query), ``values``, ``accept`` (media types, the most wanted
    first), ``default`` and ``named`` (graphs that make up the data set; empty for the store's own) and ``longest``
    (bytes).
    """
    try:
        found = run(store, asked["query"], asked["values"], _dataset(asked))
        known = (*_TRIPLES, PICTURE) if isinstance(found, QueryTriples) else tuple(_RESULTS)
        wanted = [media for media in asked["accept"] if media in known]
        if isinstance(found, QueryBoolean):
            wanted = [media for media in wanted if media.startswith("application/")]
        if not wanted:
            _refuse(target, 406, f"this answer comes as {', '.join(known)}")
            return
        frames = _Frames(target, {"type": wanted[0]}, asked["longest"])
        with io.BufferedWriter(frames, _CHUNK) as buffer:
            if isinstance(found, QueryTriples) and wanted[0] == PICTURE:
                buffer.write(_picture(found, asked.get("language", "fr")))
            elif isinstance(found, QueryTriples):
                serialize(found, cast("IO[bytes]", buffer), _TRIPLES[wanted[0]], prefixes=PREFIXES)
            else:
                found.serialize(cast("IO[bytes]", buffer), _RESULTS[wanted[0]])
            buffer.flush()
            frames.begin()
        write_frame(target, "end")
    except QueryError as error:
        _refuse(target, 400, str(error))
    except TooLongError:
        _refuse(target, 413, f"the answer has more than {asked['longest']} bytes (add LIMIT, or ask for less)")
    except OSError as error:
        _refuse(target, 500, f"the store cannot be read: {error}")


def _picture(triples: QueryTriples, language: str) -> bytes:
    from delibgraph.views.kinds import ViewError  # what draws takes long to import
    from delibgraph.views.triples import MOST, drawing

    try:
        return drawing(islice(triples, 10 * MOST), language).encode()
    except ViewError as error:
        raise QueryError(str(error)) from error


def change(folder: Path, asked: dict[str, Any], target: IO[bytes]) -> None:
    """Carry out a change, and say ``new``, ``old`` or ``gone`` of its graph.

    The request has ``update``, or ``graph`` with ``method`` and, but for DELETE, ``content`` and its ``type``.
    """
    try:
        if "update" in asked:
            refuse_calls(asked["update"])
            writing.update(folder, asked["update"])
            done = "old"
        elif asked["method"] == "DELETE":
            done = "old" if writing.delete(folder, asked["graph"]) else "gone"
        else:
            format_, content = _TRIPLES[asked["type"]], asked["content"].encode()
            new = writing.put(folder, asked["graph"], content, format_, merge=asked["method"] == "POST")
            done = "new" if new else "old"
        _Frames(target, {"type": "text/plain"}, len(done)).write(done.encode())
        write_frame(target, "end")
    except (QueryError, writing.WriteError) as error:
        _refuse(target, 400, str(error))
    except StoreError as error:
        _refuse(target, 503, str(error))
    except OSError as error:
        _refuse(target, 507, f"nothing was changed: {error}")


def _dataset(asked: dict[str, Any]) -> dict[str, Any]:
    """The data set of a request (https://www.w3.org/TR/sparql11-protocol/#dataset), as pyoxigraph takes it."""
    try:
        default, named = ([NamedNode(iri) for iri in asked[part]] for part in ("default", "named"))
    except ValueError as error:
        raise QueryError(f"no IRI of a graph: {error}") from error
    return {"default_graph": default, "named_graphs": named} if default or named else {}


def _refuse(target: IO[bytes], status: int, message: str) -> None:
    write_frame(target, "error", json.dumps({"status": status, "message": message}).encode())


def main() -> None:
    """Answer until standard input ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C in a terminal reaches the whole group; the server decides
    graph = Graph(Path(sys.argv[1]))
    graph.store()
    target = sys.stdout.buffer
    write_frame(target, "ready")
    for line in sys.stdin.buffer:
        asked = json.loads(line)
        if "query" in asked:
            try:
                store = graph.store()
            except StoreError as error:
                _refuse(target, 503, str(error))
            else:
                answer(store, asked, target)
        else:
            change(graph.path, asked, target)


if __name__ == "__main__":
    main()
