"""SPARQL constraints, compiled once to Python and asked of one focus node after another.

The text is parsed into SPARQL's algebra by rdflib; each operator becomes a generator that extends one row of bindings.
A query with an operator that is not known here is refused, and stays with the reference engine.
"""

from __future__ import annotations

from delibgraph.validation.sparql.query import Question, compile_question

__all__ = ["Question", "compile_question"]
