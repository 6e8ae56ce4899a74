"""Small graphs to publish."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from pyoxigraph import Literal, NamedNode, Quad, QuerySolutions, Store

from delibgraph.rdf.vocabulary import DG, GRAPH, ID
from delibgraph.store import Publication, pack

GRAPHS = [NamedNode(GRAPH + name) for name in ("document/1", "document/2")]


def quads(word: str = "first") -> list[Quad]:
    """One triple that two documents state, and one that only the first does."""
    sitting = NamedNode(ID + "sitting/1/a/2023-07-12")
    shared = [Quad(sitting, DG.reason, Literal(word), graph) for graph in GRAPHS]
    return [*shared, Quad(sitting, DG.number, Literal("1"), GRAPHS[0])]


def words(store: Store) -> list[str]:
    """What :func:`quads` was given, as the merged graph has it."""
    answer = store.query(f"SELECT ?word WHERE {{ ?s <{DG.reason.value}> ?word }}")
    assert isinstance(answer, QuerySolutions)
    return [str(solution["word"].value) for solution in answer]


def publish(out: Path, quads: Iterable[Quad]) -> None:
    """Publish a graph of one part."""
    with Publication(out) as publication:
        publication.add("all", pack(quads))
        publication.commit()
