"""Where people find what a finding is about: the words, their line and their page."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable
from dataclasses import replace

from delibgraph.rdf import ValidationResult
from delibgraph.reading import Document

Texts = Callable[[str], Document | None]
"""The document whose SHA-256 begins with some digits, where its text is at hand."""


def no_text(_: str) -> None:
    """No text is at hand."""


def located(results: Iterable[ValidationResult], document: Document) -> list[ValidationResult]:
    """The findings with the words at their places, the line and, where the document has pages, the page.

    Lines and pages count from 1; the lines of a document with pages count from the top of the page.
    """
    return [_located(result, document) for result in results]


def _located(result: ValidationResult, document: Document) -> ValidationResult:
    if result.span is None:
        return result
    start, end = result.span
    page = bisect_right(document.pages, start) or None
    top = document.pages[page - 1] if page else 0
    line = document.text.count("\n", top, start) + 1
    return replace(result, quote=document.text[start:end], line=line, page=page)
