"""The graph is held against the shapes of ``shapes/``, and what does not hold becomes a finding."""

from __future__ import annotations

from collections.abc import Callable

from delibgraph.validation.advice import advice
from delibgraph.validation.checks import Check, checks
from delibgraph.validation.compiled import CompiledEngine
from delibgraph.validation.engine import Engine, ValidationError, Verdict
from delibgraph.validation.files import revalidate, validate_quads
from delibgraph.validation.findings import describe, in_order, merge
from delibgraph.validation.places import Texts, located
from delibgraph.validation.reference import ReferenceEngine
from delibgraph.validation.sets import set_checks, set_queries, validate_set, validate_store
from delibgraph.validation.validator import DocumentValidator

ENGINES: dict[str, Callable[[], Engine]] = {
    CompiledEngine.name: CompiledEngine,
    ReferenceEngine.name: ReferenceEngine,
}
"""The engines by name, the default first, each made when it is wanted."""

__all__ = [
    "ENGINES",
    "Check",
    "CompiledEngine",
    "DocumentValidator",
    "Engine",
    "ReferenceEngine",
    "Texts",
    "ValidationError",
    "Verdict",
    "advice",
    "checks",
    "describe",
    "in_order",
    "located",
    "merge",
    "revalidate",
    "set_checks",
    "set_queries",
    "validate_quads",
    "validate_set",
    "validate_store",
]
