"""SPARQL constraints, compiled once to Python and asked of one focus node after another.

The text becomes SPARQL's algebra; each operator becomes a step that extends one row of bindings and hands it on.
A query with an operator that is not known here is refused, and stays with the reference engine.
"""

from __future__ import annotations

from delibgraph.validation.sparql.query import Question, compile_question

__all__ = ["Question", "compile_question"]
