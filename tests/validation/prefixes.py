"""The prefixes of small acts in Turtle."""

from __future__ import annotations

PREFIXES = """
@prefix dg: <https://w3id.org/delibgraph/ontology#> .
@prefix dgc: <https://w3id.org/delibgraph/code/> .
@prefix ex: <https://example.org/> .
@prefix org: <http://www.w3.org/ns/org#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""
