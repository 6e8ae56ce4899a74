"""The spaCy pipeline for the passages in which prose decides: sentences, sums of money, organisations.

A blank French pipeline with components of our own; no statistical model is loaded. Each passage is a ``Doc`` that knows
its place in the document (``doc._.offset``), so that a span of characters is always the document's.
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np
import spacy
from spacy.attrs import NORM, ORTH
from spacy.lang.fr import French, FrenchDefaults
from spacy.language import Language
from spacy.tokens import Doc, Span

from delibgraph.extraction.finder import OrganisationFinder
from delibgraph.extraction.money import amounts
from delibgraph.extraction.view import fold

AMOUNTS = "amounts"
"""The ``doc.spans`` key under which the sums of money stand, each with its ``span._.amount``."""
_STOPS = (".", ";", "!", "?")
_BULLETS = ("-", "–", "•", "*")
_ABBREVIATIONS = frozenset(["m", "mm", "art", "n"])
"""Words after which a full stop ends no sentence."""

for _holder, _name, _default in ((Doc, "offset", 0), (Doc, "decided", False), (Span, "amount", None)):
    if not _holder.has_extension(_name):
        _holder.set_extension(_name, default=_default)


class _Defaults(FrenchDefaults):
    """French without its list of exceptions and its search for addresses, which cost eight times the rest."""

    tokenizer_exceptions = {}  # noqa: RUF012 (spaCy declares the class's own value)
    token_match = None
    url_match = None
    lex_attr_getters = {**FrenchDefaults.lex_attr_getters, NORM: fold}  # noqa: RUF012


@spacy.registry.languages("fr_deliberations")
class DeliberationFrench(French):
    """Blank French whose words carry their folded text as ``norm_``."""

    lang = "fr"
    Defaults = _Defaults


@lru_cache(maxsize=1)
def pipeline() -> Language:
    """The pipeline, made once a process."""
    nlp = DeliberationFrench()
    nlp.add_pipe("delibgraph_sentences")
    nlp.add_pipe("delibgraph_amounts")
    nlp.add_pipe("delibgraph_organisations")
    return nlp


def sentence(span: Span) -> tuple[int, int]:
    """The characters of the document that the span's sentence takes."""
    offset, told = span.doc._.offset, span.sent
    return offset + told.start_char, offset + told.end_char


@Language.component("delibgraph_sentences")
def mark_sentences(doc: Doc) -> Doc:
    """Sentences end at full stops and semicolons, and before the items of a list."""
    words = doc.to_array([ORTH])
    strings = doc.vocab.strings
    for i in np.flatnonzero(np.isin(words, [strings[mark] for mark in _STOPS])):
        if i + 1 < len(doc) and not (i > 0 and doc[i - 1].lower_ in _ABBREVIATIONS):
            doc[i + 1].is_sent_start = True
    for i in np.flatnonzero(np.isin(words, [strings[mark] for mark in _BULLETS])):
        if i > 0 and "\n" in doc[i - 1].text:
            doc[i].is_sent_start = True
    if len(doc) > 1 and not doc[1].is_sent_start:
        doc[1].is_sent_start = False
    return doc


@Language.component("delibgraph_amounts")
def mark_amounts(doc: Doc) -> Doc:
    """Set ``doc.spans[AMOUNTS]``, each with its ``span._.amount``."""
    found: list[Span] = []
    for amount in amounts(fold(doc.text)):
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
