"""What a SHACL engine is to delibgraph: a graph goes in, verdicts come out, in no order and without words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from delibgraph.rdf.triples import Triples


@dataclass(frozen=True, slots=True)
class Verdict:
    """One result of a validation: the shape that was not met, the node that did not meet it, the value at fault.

    ``shape`` and ``focus`` are IRIs; ``value`` is an IRI or a literal's text, ``None`` where the node itself is wrong
    (clause 3.6.2 of the W3C SHACL recommendation, *validation results*).
    """

    shape: str
    focus: str
    value: str | None = None


class Engine(Protocol):
    """A SHACL processor that holds the project's shapes. All engines give the same verdicts on the same graph."""

    name: str

    def validate(self, data: Triples) -> set[Verdict]:
        """The verdicts on a graph.

        Raises:
            ValidationError: the engine gave up.
        """
        ...


class ValidationError(Exception):
    """An engine could not do its work; the message says which and why."""
