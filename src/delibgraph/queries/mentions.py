"""The places where documents print a name, so that a person can judge whom it means."""

from __future__ import annotations

from pyoxigraph import Literal

from delibgraph.rdf.vocabulary import ID

_DEPARTMENT = 3
"""Digits of the longest number of a department; more stand for a SIREN."""
_PLACES = """SELECT DISTINCT ?sha256 ?source ?document ?place ?start ?end ?quote WHERE {
  ?node foaf:name|skos:prefLabel|skos:altLabel $spelling . FILTER(STRSTARTS(STR(?node), $within))
  { ?fact dg:official|dg:grantor|dg:holder|dg:beneficiary ?node ; dg:evidence ?place }
  UNION { ?node dg:evidence ?place }
  UNION { ?fact dg:organ/org:unitOf ?node ; dg:evidence ?place }
  ?place oa:hasSource ?source ; oa:hasSelector/oa:start ?start ; oa:hasSelector/oa:end ?end ;
    oa:hasSelector/oa:exact ?quote .
  ?source dg:sha256 ?sha256 ; dcterms:title ?document .
} ORDER BY ?document ?start LIMIT 200"""
_AROUND = 90
"""Characters shown on either side of a name."""


def mentions(sort: str, body: str, spelling: str) -> str:
    """The query for the places of a spelling: of a person in a body, of a body with this SIREN, of an organisation."""
    within = f"{ID}person/{body}/" if sort == "person" else f"{ID}{sort}/"
    if sort == "body" and body.isdecimal() and len(body) > _DEPARTMENT:
        within += body
    return _PLACES.replace("$within", str(Literal(within))).replace("$spelling", str(Literal(spelling)))


def sentence(text: str, start: int, end: int, quote: str) -> str:
    """The words around a place on one line; the quote alone where the text is another."""
    around = text[max(0, start - _AROUND) : end + _AROUND] if text[start:end] == quote else quote
    return " ".join(around.split())
