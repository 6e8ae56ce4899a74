"""Questions to the graph: named SPARQL queries, their runner, and the formats of an answer."""

from __future__ import annotations

from delibgraph.queries.catalogue import NamedQuery, Parameter, QueryError, named
from delibgraph.queries.output import FORMATS, Format, short, write
from delibgraph.queries.running import Answer, plain, records, run, things

__all__ = [
    "FORMATS",
    "Answer",
    "Format",
    "NamedQuery",
    "Parameter",
    "QueryError",
    "named",
    "plain",
    "records",
    "run",
    "short",
    "things",
    "write",
]
