"""The graph as JSON-LD, one framed object a sitting, with its organ, body, attendance, proxies and deliberations in it.

The terms are those of ``ontology/context.jsonld``; ``ontology/frame.jsonld`` gives the shape
(https://www.w3.org/TR/json-ld11-framing/).
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pyoxigraph import DefaultGraph, NamedNode, RdfFormat, Store, Triple, serialize

from delibgraph.rdf.vocabulary import DG, OA, ORG, RDF
from delibgraph.resources import folder
from delibgraph.store.files import replacing

_MERGED = DefaultGraph()
_INWARD = (DG.sitting, DG.deliberation, DG.funding)  # what points at one of these is part of it
_OUTWARD = frozenset(
    {
        *(DG.organ, ORG.unitOf, DG.president, DG.secretary, DG.official, DG.replaces, DG.grantor, DG.holder),
        *(DG.beneficiary, DG.sharedAmong, DG.agreement, DG.subject, DG.object, DG.organisation),
        *(ORG.member, ORG.organization, DG.evidence, OA.hasSource, OA.hasSelector),
    }
)


class JsonLdError(RuntimeError):
    """JSON-LD that cannot be written, with the way out."""


def write_jsonld(store: Store, out: Path) -> int:
    """Write one JSON-LD document with every sitting, in the order of their IRIs; tells how many there are.

    One sitting is in memory at a time.

    Raises:
        JsonLdError: ``PyLD`` is not installed.
        OSError: the file cannot be written.
    """
    count = 0
    with replacing(out) as target:
        head = json.dumps(_context(), ensure_ascii=False, indent=1)
        target.write(f'{{"@context": {head},\n"@graph": ['.encode())
        for sitting in framed_sittings(store):
            target.write(b",\n" if count else b"\n")
            target.write(json.dumps(sitting, ensure_ascii=False, sort_keys=True).encode())
            count += 1
        target.write(b"\n]}\n")
    return count


def framed_sittings(store: Store) -> Iterator[dict[str, Any]]:
    """Every sitting as a JSON object in the terms of the context, without the context itself."""
    try:
        from pyld import jsonld
    except ImportError as error:
        raise JsonLdError("JSON-LD needs PyLD (pip install 'delibgraph[jsonld]')") from error
    frame = json.loads((folder("ontology") / "frame.jsonld").read_text(encoding="utf-8"))
    frame["@context"] = _context()
    sittings = {quad.subject for quad in store.quads_for_pattern(None, RDF.type, DG.Sitting, _MERGED)}
    for sitting in sorted((node for node in sittings if isinstance(node, NamedNode)), key=str):
        described = _expanded(_description(store, sitting))
        framed = jsonld.frame(described, frame | {"@id": sitting.value}, {"embed": "@once", "omitGraph": True})
        framed.pop("@context")
        yield framed


def _expanded(triples: set[Triple]) -> list[dict[str, Any]]:
    """The triples as expanded JSON-LD. PyLD's own reader takes U+2028 in a title for the end of a line."""
    nodes: list[dict[str, Any]] = json.loads(serialize(sorted(triples, key=str), format=RdfFormat.JSON_LD) or b"[]")
    for node in nodes:
        if types := node.pop(RDF.type.value, None):
            node["@type"] = [type_["@id"] for type_ in types]
    return nodes


def _context() -> list[Any]:
    own = json.loads((folder("ontology") / "context.jsonld").read_text(encoding="utf-8"))["@context"]
    return [own, json.loads((folder("ontology") / "frame.jsonld").read_text(encoding="utf-8"))["@context"]]


def _description(store: Store, sitting: NamedNode) -> set[Triple]:
    """What the graph says of a sitting, of all that is part of it, and of what these name."""
    found: set[Triple] = set()
    seen: set[NamedNode] = set()
    waiting = [sitting]
    while waiting:
        node = waiting.pop()
        if node in seen:
            continue
        seen.add(node)
        for quad in store.quads_for_pattern(node, None, None, _MERGED):
            found.add(quad.triple)
            if quad.predicate in _OUTWARD and isinstance(quad.object, NamedNode):
                waiting.append(quad.object)
        for predicate in _INWARD:
            parts = store.quads_for_pattern(None, predicate, node, _MERGED)
            waiting += [quad.subject for quad in parts if isinstance(quad.subject, NamedNode)]
    return found
