"""Verdicts become findings: with a code, a severity, words in two languages and a place in the document."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable
from dataclasses import replace

from delibgraph.facts import Finding, Span
from delibgraph.rdf import ValidationResult
from delibgraph.rdf.triples import Triples
from delibgraph.rdf.vocabulary import DG
from delibgraph.validation.checks import checks
from delibgraph.validation.engine import Verdict
from delibgraph.validation.lookup import Lookup

_PLACEHOLDER = re.compile(r"\{\?(\w+)\}")
_ROLES = (DG.holder, DG.grantor, DG.official)
_SEVERITIES = ("violation", "warning", "info")


def describe(verdicts: Iterable[Verdict], data: Triples) -> list[ValidationResult]:
    """The verdicts on a graph as findings, in order. The words are the shapes' own, whichever engine spoke."""
    found = set(verdicts)
    if not found:
        return []
    graph = Lookup(data)
    return in_order(_result(verdict, graph) for verdict in found)


def in_order(results: Iterable[ValidationResult]) -> list[ValidationResult]:
    """The findings without repeats, the gravest first."""
    return sorted(set(results), key=_rank)


def merge(results: Iterable[ValidationResult], read: Iterable[Finding]) -> list[ValidationResult]:
    """The shapes' findings and the reader's of one document, in order.

    Where both ask one question (the same code), the finding is one: the shape's node and words, the reader's place.
    Of several with one code, the nearest in the text are paired.
    """
    own, others = list(results), list(read)
    near = sorted(
        (_distance(result.span, finding.span), at, other)
        for at, result in enumerate(own)
        for other, finding in enumerate(others)
        if result.code == finding.code
    )
    places: dict[int, int] = {}
    for _, at, other in near:
        if at not in places and other not in places.values():
            places[at] = other
    for at, other in places.items():
        own[at] = replace(own[at], span=others[other].span or own[at].span)
    left = (finding for other, finding in enumerate(others) if other not in places.values())
    return in_order([*own, *(_own_words(finding) for finding in left)])


def _own_words(finding: Finding) -> ValidationResult:
    return ValidationResult(finding.code, finding.severity, finding.message, finding.message_fr, span=finding.span)


def _distance(left: Span | None, right: Span | None) -> int:
    """Characters between the starts of two places; a place that is not known is far."""
    return abs(left[0] - right[0]) if left and right else sys.maxsize


def _rank(result: ValidationResult) -> tuple[object, ...]:
    where = (
        result.focus or "",
        result.value is not None,
        result.value or "",
        result.shape or "",
        result.span or (-1, -1),
        result.message,
    )
    return _SEVERITIES.index(result.severity), result.code, *where


def _result(verdict: Verdict, graph: Lookup) -> ValidationResult:
    check = checks()[verdict.shape]

    def fill(match: re.Match[str]) -> str:
        name = match[1]
        if name == "value":
            return graph.label(verdict.value or verdict.focus)
        return ", ".join(graph.values(verdict.focus, DG[name]))

    words = {language: _PLACEHOLDER.sub(fill, text) for language, text in check.messages.items()}
    return ValidationResult(
        check.code,
        check.severity,
        words["en"],
        words["fr"],
        verdict.focus,
        verdict.value,
        verdict.shape,
        _place(verdict, graph),
    )


def _place(verdict: Verdict, graph: Lookup) -> Span | None:
    """Where to look: at the facts of the sitting that name the value at fault, else at the node at fault."""
    if verdict.value:
        of_sitting = set(graph.subjects(DG.sitting, verdict.focus))
        for role in _ROLES:
            facts = of_sitting.intersection(graph.subjects(role, verdict.value))
            if spans := [span for fact in facts for span in graph.spans(fact)]:
                return min(spans)
    return min(graph.spans(verdict.focus), default=None)
