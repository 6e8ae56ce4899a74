"""Questions to the graph: named SPARQL queries, their runner, and the formats of an answer."""

from __future__ import annotations

from delibgraph.queries.answers import MAIN_QUESTIONS, Answers, answered
from delibgraph.queries.catalogue import NamedQuery, Parameter, QueryError, named
from delibgraph.queries.mentions import bearers, mentions, sentence
from delibgraph.queries.output import FORMATS, Format, short, write
from delibgraph.queries.running import Answer, Page, plain, records, refuse_calls, run, things

__all__ = [
    "FORMATS",
    "MAIN_QUESTIONS",
    "Answer",
    "Answers",
    "Format",
    "NamedQuery",
    "Page",
    "Parameter",
    "QueryError",
    "answered",
    "bearers",
    "mentions",
    "named",
    "plain",
    "records",
    "refuse_calls",
    "run",
    "sentence",
    "short",
    "things",
    "write",
]
