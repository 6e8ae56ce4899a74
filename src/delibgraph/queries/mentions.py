"""The places where documents print a name, so that a person can judge whom it means."""

from __future__ import annotations

from collections.abc import Iterable

from pyoxigraph import Literal, NamedNode

from delibgraph.rdf.vocabulary import ID

_DEPARTMENT = 3
"""Digits of the longest number of a department; more stand for a SIREN."""
_NODES = """SELECT DISTINCT ?node WHERE {
  ?node foaf:name|skos:prefLabel|skos:altLabel $spelling FILTER(STRSTARTS(STR(?node), $within))
} ORDER BY ?node LIMIT 20"""
_WAYS = (
    *(f"?fact dg:{role} $node ; dg:evidence ?place" for role in ("official", "grantor", "holder", "beneficiary")),
    "$node dg:evidence ?place",
    "?organ org:unitOf $node . ?fact dg:organ ?organ ; dg:evidence ?place",
)
_PLACES = """SELECT DISTINCT ?sha256 ?source ?document ?place ?start ?end ?quote WHERE {
  { $ways }
  OPTIONAL { ?place oa:hasSource ?source
    OPTIONAL { ?source dg:sha256 ?sha256 }
    OPTIONAL { ?source dcterms:title ?document } }
  OPTIONAL { ?place oa:hasSelector ?at
    OPTIONAL { ?at oa:start ?start }
    OPTIONAL { ?at oa:end ?end } }
  OPTIONAL { ?place oa:hasSelector ?words OPTIONAL { ?words oa:exact ?quote } }
  FILTER(BOUND(?start) && BOUND(?quote))
} ORDER BY ?document ?start LIMIT 200"""
"""One step an option: the store looks each up for the places found, where a join would read all places there are."""
_SAID = """{ SELECT DISTINCT ?place WHERE { $way . ?place oa:hasSelector ?told . ?told oa:exact ?said
    FILTER(CONTAINS(?said, $spelling)) } LIMIT 16 }"""
_ANY = "{ SELECT DISTINCT ?place WHERE { $way } LIMIT 4 }"
"""A way from a thing to places that print the spelling, and to some others: a body has thousands."""
_AROUND = 90
"""Characters shown on either side of a name."""


def bearers(sort: str, body: str, spelling: str) -> str:
    """The query for the things of a spelling: a body's persons, bodies (of a SIREN), organisations."""
    within = f"{ID}person/{body}/" if sort == "person" else f"{ID}{sort}/"
    if sort == "body" and body.isdecimal() and len(body) > _DEPARTMENT:
        within += body
    return _NODES.replace("$within", str(Literal(within))).replace("$spelling", str(Literal(spelling)))


def mentions(nodes: Iterable[str], spelling: str) -> str:
    """The query for places where documents speak of things, by their IRIs: some that print the spelling, and others."""
    told, printed = [str(NamedNode(node)) for node in nodes], str(Literal(spelling))
    ways = (
        block.replace("$way", way.replace("$node", node)).replace("$spelling", printed)
        for node in told
        for way in _WAYS
        for block in (_SAID, _ANY)
    )
    return _PLACES.replace("$ways", " UNION\n  ".join(ways) or "FILTER(false)")


def sentence(text: str, start: int, end: int, quote: str) -> str:
    """The words around a place on one line; the quote alone where the text is another."""
    around = text[max(0, start - _AROUND) : end + _AROUND] if text[start:end] == quote else quote
    return " ".join(around.split())
