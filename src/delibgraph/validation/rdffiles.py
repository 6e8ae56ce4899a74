"""RDF files of anyone's making, in every serialisation that Oxigraph or rdflib reads, gzipped or not."""

from __future__ import annotations

import gzip
import warnings
import zlib
from pathlib import Path

import rdflib
from pyoxigraph import NamedNode, Quad, RdfFormat, parse
from rdflib.graph import DATASET_DEFAULT_GRAPH_ID

from delibgraph.validation.engine import ValidationError

_FORMATS = {
    **dict.fromkeys((".ttl", ".turtle"), RdfFormat.TURTLE),
    **dict.fromkeys((".nt", ".ntriples"), RdfFormat.N_TRIPLES),
    **dict.fromkeys((".nq", ".nquads"), RdfFormat.N_QUADS),
    ".trig": RdfFormat.TRIG,
    ".n3": RdfFormat.N3,
    **dict.fromkeys((".jsonld", ".json"), RdfFormat.JSON_LD),
    **dict.fromkeys((".rdf", ".xml", ".owl"), RdfFormat.RDF_XML),
}
_BY_RDFLIB = {".trix": "trix", ".hext": "hext"}


def read_rdf(path: Path) -> list[Quad]:
    """The quads of a file; relative IRIs are read against the file's own address.

    Raises:
        ValidationError: the file cannot be read, or is not the RDF that its name promises; it says where.
    """
    plain = path.with_suffix("") if path.suffix == ".gz" else path
    suffix = plain.suffix.lower()
    if suffix not in _FORMATS and suffix not in _BY_RDFLIB:
        known = ", ".join((*_FORMATS, *_BY_RDFLIB))
        raise ValidationError(f"{path}: no RDF ends in '{plain.suffix}'; name it by its format ({known}; .gz after it)")
    try:
        data = path.read_bytes()
        text = gzip.decompress(data) if path.suffix == ".gz" else data
        if suffix in _BY_RDFLIB:
            return _through_rdflib(text, _BY_RDFLIB[suffix])
        return list(parse(text, format=_FORMATS[suffix], base_iri=path.resolve().as_uri()))
    except (OSError, EOFError, zlib.error, SyntaxError, ValueError) as error:
        problem = getattr(error, "strerror", None) or str(error)
        if "LoadDocumentCallback" in problem:
            problem = "its JSON-LD context lies elsewhere, and nothing is fetched; put the context into the file"
        raise ValidationError(f"{path}: {problem}") from error


def _through_rdflib(text: bytes, kind: str) -> list[Quad]:
    """The quads of a serialisation that Oxigraph does not know.

    Raises:
        ValueError: it is not that serialisation.
    """
    data = rdflib.Dataset()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)  # of rdflib, in its own parsers
            data.parse(data=text.decode(), format=kind)
    except Exception as error:  # rdflib's parsers raise of many kinds
        raise ValueError(f"no {kind}: {error}") from error
    quads = []
    for graph in data.graphs():
        name = None if graph.identifier == DATASET_DEFAULT_GRAPH_ID else NamedNode(str(graph.identifier))
        triples = parse(graph.serialize(format="nt", encoding="utf-8"), format=RdfFormat.N_TRIPLES)
        quads += [Quad(one.subject, one.predicate, one.object, name) for one in triples]
    return quads
