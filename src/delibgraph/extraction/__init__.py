"""Text becomes facts: a line grammar for lists and labelled fields, a spaCy pipeline where prose decides."""

from __future__ import annotations

from dataclasses import replace

from delibgraph.extraction.acts import read_act
from delibgraph.extraction.parts import moved, split
from delibgraph.extraction.text.legibility import legibility
from delibgraph.facts import Act
from delibgraph.reading import Document

__all__ = ["extract"]


def extract(document: Document) -> list[Act]:
    """The acts that the document holds, in their order; empty where it is no deliberation."""
    acts: list[Act] = []
    for start, end in split(document.text):
        act = read_act(document, document.text[start:end], len(acts) + 1)
        if act is not None:
            act = moved(act, start)
            acts.append(replace(act, findings=(*act.findings, *legibility(document, act, (start, end)))))
    return acts
