"""The graph as files: sorted N-Quads for stores, Turtle for people. A file is replaced whole or not at all."""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, cast

from pyoxigraph import Quad, RdfFormat, Triple, parse, serialize

from delibgraph.rdf import vocabulary

MANIFEST, NQUADS, STORE, TURTLE = "manifest.json", "graph.nq.gz", "store", "graph.ttl"
"""What a build's folder holds: the archive's manifest, the archive, the embedded store, the graph for people."""
ANSWERS = "answers"
"""What was asked of a build; it goes with it."""

PREFIXES: dict[str, str] = {
    "dg": vocabulary.DG.base,
    "dgc": vocabulary.DGC.base,
    "dgr": vocabulary.REGIME,
    "dgs": vocabulary.SHAPES,
    "graph": vocabulary.GRAPH,
    "id": vocabulary.ID,
    "rdf": vocabulary.RDF.base,
    "rdfs": vocabulary.RDFS.base,
    "xsd": vocabulary.XSD.base,
    "skos": vocabulary.SKOS.base,
    "foaf": vocabulary.FOAF.base,
    "org": vocabulary.ORG.base,
    "oa": vocabulary.OA.base,
    "prov": vocabulary.PROV.base,
    "dcterms": vocabulary.DCTERMS.base,
    "sh": vocabulary.SH.base,
}
"""The prefixes of ``docs/model.md``: those of the Turtle file, and known to every query without being declared."""

_TYPE = f"> {vocabulary.RDF.type} ".encode()
"""A subject's end and the predicate of types, which goes before all others."""
_DECLARATIONS = re.compile(rb"\A(?:@[^\n]*\n)*")
_BLOCK_END = re.compile(rb" \.\n(?=.)")


def nquads(quads: Iterable[Quad]) -> list[bytes]:
    """The N-Quads lines, sorted by their bytes, each once (https://www.w3.org/TR/n-quads/)."""
    return sorted(set(_serialized(quads, RdfFormat.N_QUADS).splitlines(keepends=True)))


def ntriples(triples: Iterable[Triple]) -> bytes:
    """The triples as N-Triples, in the order in which they come (https://www.w3.org/TR/n-triples/)."""
    return _serialized(triples, RdfFormat.N_TRIPLES)


def write_turtle(path: Path, quads: Iterable[Quad]) -> None:
    """Write all graphs merged, one block a subject, its type first (https://www.w3.org/TR/turtle/).

    What documents speak of is written relative to ``id:``, since a prefix does not shorten an IRI with slashes well.
    """
    write_turtle_of(path, ntriples(quad.triple for quad in quads).splitlines(keepends=True))


def write_turtle_of(path: Path, lines: Iterable[bytes]) -> None:
    """Write triples that are given as lines of N-Triples, some perhaps twice, as :func:`write_turtle` does."""
    ordered = sorted(set(lines), key=lambda line: line.replace(_TYPE, b"> !", 1))
    triples = parse(b"".join(ordered), RdfFormat.N_TRIPLES, lenient=True)
    prefixes = {prefix: base for prefix, base in PREFIXES.items() if prefix != "id"}
    body = _serialized(triples, RdfFormat.TURTLE, prefixes)
    head = "".join(f"@prefix {prefix}: <{base}> .\n" for prefix, base in prefixes.items())
    with replacing(path) as target:
        target.write(f"{head}@base <{vocabulary.ID}> .\n\n".encode())
        target.write(_BLOCK_END.sub(b" .\n\n", _DECLARATIONS.sub(b"", body)))


def write_atomically(path: Path, content: bytes) -> None:
    """Write a file through a temporary one beside it.

    Raises:
        OSError: the folder does not exist or cannot be written, or the disk is full; an earlier file is untouched.
    """
    with replacing(path) as target:
        target.write(content)


@contextmanager
def replacing(path: Path) -> Iterator[IO[bytes]]:
    """A file to write that takes the path's place only once it is complete and on disk."""
    descriptor, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    temporary = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as target:
            yield target
            target.flush()
            os.fsync(target.fileno())
        temporary.chmod(0o666 & ~_umask())
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)


def _serialized(
    statements: Iterable[Quad] | Iterable[Triple], format_: RdfFormat, prefixes: dict[str, str] | None = None
) -> bytes:
    base = vocabulary.ID if prefixes else None
    return cast("bytes", serialize(statements, format=format_, prefixes=prefixes, base_iri=base))


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
