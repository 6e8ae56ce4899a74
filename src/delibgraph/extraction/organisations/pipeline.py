"""The spaCy pipeline for the prose of an act: sentences, sums of money, organisations.

A blank pipeline with components of our own; no statistical model is loaded. A ``Doc`` knows its place in the
document (``doc._.offset``), so that a span of characters is always the document's.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Any

import numpy as np
import regex
from spacy.attrs import IS_ALPHA, IS_SPACE, LOWER, NORM, ORTH, SENT_START
from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

from delibgraph.extraction.organisations.finder import OrganisationFinder
from delibgraph.extraction.text.money import amounts
from delibgraph.extraction.text.punctuation import make_tokenizer
from delibgraph.extraction.text.view import View, fold

AMOUNTS = "amounts"
"""The ``doc.spans`` key under which the sums of money stand, each with its ``span._.amount``."""
_STOPS = (".", ";", "!", "?")
_BULLETS = ("-", "–", "•", "*", "§")
_LONGEST = 1000
"""Words after which a sentence ends in any case."""
_MARKS = regex.compile(r"[^\w\s]{100,}")
"""A rule, not punctuation that the tokenizer should part."""
_ATTRIBUTES: dict[Any, Callable[[str], Any]] = {
    LOWER: str.lower, NORM: fold, IS_SPACE: str.isspace, IS_ALPHA: str.isalpha
}  # fmt: skip
"""What is asked of words. spaCy works out twenty more, web addresses among them, for each word that it has not seen."""
_INSIDE = np.uint64(2**64 - 1)
"""spaCy's -1: a word that starts no sentence."""
_ABBREVIATIONS = frozenset(["m", "mm", "art", "n"])
"""Words after which a full stop ends no sentence."""

for _holder, _name, _default in ((Doc, "offset", 0), (Doc, "folded", ""), (Span, "amount", None)):
    if not _holder.has_extension(_name):
        _holder.set_extension(_name, default=_default)


@lru_cache(maxsize=1)
def pipeline() -> Language:
    """The pipeline, made once a process. Words carry their folded text as ``norm_``."""
    nlp = Language(Vocab(lex_attr_getters=_ATTRIBUTES), create_tokenizer=make_tokenizer)
    nlp.add_pipe("delibgraph_sentences")
    nlp.add_pipe("delibgraph_amounts")
    nlp.add_pipe("delibgraph_organisations")
    gc.collect()
    gc.freeze()  # the vocabulary stays: the garbage collector need not walk it again with every document
    return nlp


def read_stretch(view: View, start: int, end: int) -> Doc:
    """A stretch of the text that has gone through the pipeline."""
    nlp = pipeline()
    doc = nlp.tokenizer(_MARKS.sub(lambda marks: " " * len(marks[0]), view.plain[start:end]))
    doc._.offset, doc._.folded = start, view.folded[start:end]
    return nlp(doc)


def sentence(span: Span) -> tuple[int, int]:
    """The characters of the document that the span's sentence takes."""
    offset, told = span.doc._.offset, span.sent
    return offset + told.start_char, offset + told.end_char


class SentenceMarker:
    """Ends sentences at full stops, semicolons and blank lines, and before the items of a list."""

    def __init__(self, nlp: Language) -> None:
        """Look up the marks in the vocabulary."""
        self.marks = np.array([nlp.vocab.strings.add(mark) for mark in (*_STOPS, *_BULLETS)], dtype="uint64")

    def __call__(self, doc: Doc) -> Doc:
        """Set the starts of the stretch's sentences."""
        starts: Any = np.full(len(doc), _INSIDE)
        last = 0
        for i in [*self._starts(doc), len(doc)]:
            starts[last + _LONGEST : i : _LONGEST] = 1
            starts[i : i + 1] = 1
            last = i
        return doc.from_array([SENT_START], starts)

    def _starts(self, doc: Doc) -> Iterator[int]:
        line = -1
        words, spaces = doc.to_array([ORTH, IS_SPACE]).T
        for i in np.flatnonzero(np.isin(words, self.marks) | (spaces == 1)).tolist():
            text = doc[i].text
            if spaces[i]:
                lines = text.count("\n")
                line = i if lines else line
                if lines > 1:
                    yield i
            elif text in _BULLETS and line == i - 1:
                yield i
            elif text in _STOPS and (i == 0 or doc[i - 1].lower_ not in _ABBREVIATIONS):
                yield i + 1


@Language.factory("delibgraph_sentences")
def make_sentence_marker(nlp: Language, name: str) -> SentenceMarker:  # noqa: ARG001 (spaCy names each component)
    """The component's factory."""
    return SentenceMarker(nlp)


@Language.component("delibgraph_amounts")
def mark_amounts(doc: Doc) -> Doc:
    """Set ``doc.spans[AMOUNTS]``, each with its ``span._.amount``."""
    found: list[Span] = []
    for amount in amounts(doc._.folded):
        span = doc.char_span(amount.start, amount.end, label="MONEY", alignment_mode="expand")
        if span is not None:
            span._.amount = amount
            found.append(span)
    doc.spans[AMOUNTS] = found
    return doc


@Language.factory("delibgraph_organisations")
def make_organisation_finder(nlp: Language, name: str) -> OrganisationFinder:  # noqa: ARG001 (spaCy names each component)
    """The component's factory."""
    return OrganisationFinder(nlp)
