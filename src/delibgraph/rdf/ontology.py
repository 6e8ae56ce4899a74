"""The ontology, the codes and the regimes as a named graph of the store."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import Quad, RdfFormat, parse

from delibgraph.rdf.vocabulary import ONTOLOGY_GRAPH
from delibgraph.resources import folder


def ontology_quads() -> Iterator[Quad]:
    """Every triple of ``ontology/*.ttl``, each once.

    Raises:
        FileNotFoundError: the installation lacks its ontology.
        SyntaxError: a file is no Turtle.
    """
    quads = {
        Quad(triple.subject, triple.predicate, triple.object, ONTOLOGY_GRAPH): None
        for path in sorted(folder("ontology").glob("*.ttl"))
        for triple in parse(path=path, format=RdfFormat.TURTLE)
    }
    return iter(quads)
