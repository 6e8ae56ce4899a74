"""Text becomes facts: a line grammar for lists and labelled fields, a spaCy pipeline where prose decides."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from delibgraph.extraction.acts import read_act
from delibgraph.extraction.parts import moved, split
from delibgraph.facts import Act, Finding
from delibgraph.reading import Document

__all__ = ["extract"]


def extract(document: Document) -> list[Act]:
    """The acts that the document holds, in their order; empty where it is no deliberation."""
    acts: list[Act] = []
    for start, end in split(document.text):
        act = read_act(document, document.text[start:end], len(acts) + 1)
        if act is not None:
            acts.append(moved(act, start))
    if document.unread:
        return [replace(act, findings=(*act.findings, _unread(document.unread))) for act in acts]
    return acts


def _unread(pages: Sequence[int]) -> Finding:
    """The warning that text is missing: pages that are pictures, which nothing here could read."""
    listed = ", ".join(map(str, pages))
    return Finding(
        "pages-unread",
        "violation",
        f"pages {listed} are pictures that were not read (see docs/reading.md)",
        f"les pages {listed} sont des images qui n'ont pas été lues (voir docs/reading.md)",
    )
