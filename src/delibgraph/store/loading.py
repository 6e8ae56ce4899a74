"""Bring a remote store to what a built graph says: only the named graphs that differ are sent, those that vanished go.

What the store holds is written in the store itself: a small graph names each graph that was loaded with the SHA-256 of
its triples. It is brought up to date after each batch, so a load that was cut off goes on where it stopped, and a graph
is never taken for loaded before it is. A graph is replaced whole, in one request.
"""

from __future__ import annotations

import gzip
import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from pyoxigraph import (
    Literal,
    NamedNode,
    QueryResultsFormat,
    QuerySolutions,
    RdfFormat,
    Store,
    parse,
    parse_query_results,
)

from delibgraph.rdf.vocabulary import GRAPH
from delibgraph.store.embedded import StoreError
from delibgraph.store.endpoints import Remote
from delibgraph.store.files import ntriples

LOADED = NamedNode(GRAPH + "loaded")
_CHECKSUM = NamedNode("http://spdx.org/rdf/terms#checksumValue")
_BATCH = 50  # graphs between two records of what was loaded
_ACCEPT = {"Accept": "application/n-triples"}
_QUERY = {"Content-Type": "application/sparql-query"}
_TRIPLES = {"Content-Type": "application/n-triples", "Content-Encoding": "gzip"}
Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Plan:
    """What a load has to do: graphs to send, with the sum of each, and graphs that go; both sorted."""

    send: tuple[tuple[str, str], ...]
    drop: tuple[str, ...]
    kept: int


def plan(store: Store, remote: Remote) -> Plan:
    """What differs between a built graph and a remote store. Graphs that were not loaded from here are left alone.

    Raises:
        StoreError: the store cannot be asked.
    """
    wanted = {graph.value: _sum(store, graph.value) for graph in store.named_graphs()}
    held = _held(remote)
    send = tuple(sorted((graph, sum_) for graph, sum_ in wanted.items() if held.get(graph) != sum_))
    return Plan(send, tuple(sorted(held.keys() - wanted.keys())), len(wanted) - len(send))


def load(store: Store, remote: Remote, todo: Plan, advance: Progress = lambda *_: None) -> None:
    """Do what the plan says, a batch at a time.

    Raises:
        StoreError: the store refuses or stays away; the batches that were done are recorded there.
    """
    held = _held(remote)
    steps: list[tuple[str, str | None]] = [*todo.send, *((graph, None) for graph in todo.drop)]
    for start in range(0, len(steps), _BATCH):
        batch = steps[start : start + _BATCH]
        try:
            _replace(remote, [(graph, b"" if sum_ is None else _ntriples(store, graph)) for graph, sum_ in batch])
            for graph, sum_ in batch:
                held.pop(graph, None)
                if sum_ is not None:
                    held[graph] = sum_
            _replace(remote, [(LOADED.value, _record(held))])
        except StoreError as error:
            raise StoreError(f"{error}; {start} of {len(steps)} graphs were done (load again to go on)") from error
        advance("Loading", start + len(batch), len(steps))


def differences(store: Store, remote: Remote) -> list[str]:
    """Each graph whose number of triples is not the same there as here, in words; none when all agree.

    Raises:
        StoreError: the store has no address for queries, or does not answer.
    """
    if remote.endpoint.query is None:
        raise StoreError("the store's address for queries is not known, so nothing was counted (name it with --query)")
    text = "SELECT ?g (COUNT(*) AS ?n) WHERE { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g"
    headers = _QUERY | {"Accept": "application/sparql-results+json"}
    answer = remote.send("POST", remote.endpoint.query, content=text.encode(), headers=headers)
    rows = parse_query_results(answer.content, QueryResultsFormat.JSON)
    assert isinstance(rows, QuerySolutions)  # noqa: S101 (a SELECT)
    there = {_text(row["g"]): int(_text(row["n"])) for row in rows}
    found = []
    for graph in sorted(store.named_graphs(), key=str):
        here = sum(1 for _ in store.quads_for_pattern(None, None, None, graph))
        if there.get(graph.value, 0) != here:
            found.append(f"{graph.value}: {here} triples here, {there.get(graph.value, 0)} there")
    return found


def _sum(store: Store, graph: str) -> str:
    return hashlib.sha256(b"".join(sorted(_ntriples(store, graph).splitlines(keepends=True)))).hexdigest()


def _ntriples(store: Store, graph: str) -> bytes:
    return ntriples(quad.triple for quad in store.quads_for_pattern(None, None, None, NamedNode(graph)))


def _text(term: object) -> str:
    return term.value if isinstance(term, NamedNode | Literal) else str(term)


def _record(held: Mapping[str, str]) -> bytes:
    return "".join(f'<{graph}> {_CHECKSUM} "{sum_}" .\n' for graph, sum_ in sorted(held.items())).encode()


def _held(remote: Remote) -> dict[str, str]:
    """Every graph that was loaded from a build, to its sum."""
    endpoint = remote.endpoint
    if endpoint.graphs:
        answer = remote.send("GET", _address(endpoint.graphs, LOADED.value), allowed=(404,), headers=_ACCEPT)
        content = answer.content if answer.status_code == 200 else b""
    elif endpoint.query:
        text = f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ GRAPH {LOADED} {{ ?s ?p ?o }} }}"
        content = remote.send("POST", endpoint.query, content=text.encode(), headers=_ACCEPT | _QUERY).content
    else:
        raise StoreError("a store without the Graph Store Protocol needs an address for queries (name it with --query)")
    try:
        triples = list(parse(content, RdfFormat.N_TRIPLES))
    except SyntaxError as error:
        raise StoreError(
            f"{endpoint.url}: answers, but not with triples (is this where the store takes graphs?)"
        ) from error
    return {_text(t.subject): _text(t.object) for t in triples if t.predicate == _CHECKSUM}


def _replace(remote: Remote, graphs: Sequence[tuple[str, bytes]]) -> None:
    """Replace each graph, given as N-Triples, whole; one without triples goes.

    By the Graph Store Protocol a graph is one request; by SPARQL Update all of them are one, and so one transaction.
    """
    endpoint = remote.endpoint
    if endpoint.graphs:
        for graph, content in graphs:
            address = _address(endpoint.graphs, graph)
            if content:
                packed = gzip.compress(content, 6, mtime=0)
                remote.send("PUT", address, content=packed, headers=_TRIPLES)
            else:
                remote.send("DELETE", address, allowed=(404,))
    else:
        steps = (
            f"CLEAR SILENT GRAPH <{graph}> ;\nINSERT DATA {{ GRAPH <{graph}> {{\n{content.decode()}}} }}"
            for graph, content in graphs
        )
        text = " ;\n".join(steps).encode()
        remote.send("POST", str(endpoint.update), content=text, headers={"Content-Type": "application/sparql-update"})


def _address(graphs: str, graph: str) -> str:
    return f"{graphs}{'&' if '?' in graphs else '?'}{urlencode({'graph': graph})}"
