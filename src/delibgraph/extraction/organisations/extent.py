"""How far a name reaches: its words with capitals, and the little words, hyphens and numbers between them."""

from __future__ import annotations

import regex
from spacy.tokens import Doc, Span, Token

from delibgraph.extraction.organisations.kinds import (
    ADJECTIVES,
    DEPARTMENTS,
    JOINERS,
    NOT_ORGANISATIONS,
    REGIONS,
)

UNKNOWN = "ORG"
"""The label of an organisation whose kind the text does not say."""
_CAPITAL_ARTICLES = frozenset(["le", "la", "les", "l'"])
_SECONDARY = frozenset(["et", "pour", "sur"])
"""Joiners that part two names as often as they join one."""
_COMPLEMENTS = frozenset(
    ["de", "du", "des", "d'", "la", "nationale", "national", "régionale", "régional", "départementale", "départemental"]
)
_NO_NUMBERS_OF_NAMES = frozenset(["€", "euro", "euros", "%"])
_KIND_WORDS = 3
"""Words of a kind that may stand in the line before a name."""
_GAP = 3
"""Blanks that part two cells of a row."""
_GLUED = regex.compile(r"\p{L}\d+[.,]\d")
"""A word that has run together with the sum behind it."""


def organisation(doc: Doc, start: int, end: int, kind: str | None) -> Span | None:
    """The name as a span labelled with its kind; ``None`` where it is empty or a place's alone."""
    if start >= end or (end - start == 1 and doc[start].norm_ in DEPARTMENTS):
        return None
    span = Span(doc, start, end, label=kind or UNKNOWN)
    return None if end - start > 1 and span.text.casefold() in REGIONS else span


def name_end(doc: Doc, start: int, *, greedy: bool = True, headed: bool = False) -> int:
    """Where the name that begins at a token ends; ``start`` itself where none does.

    ``greedy`` names go on behind "et", "pour", "sur"; before a ``headed`` one stands a word that belongs to it.
    """
    at = start
    if headed:
        while at < min(start + 3, len(doc)) and doc[at].lower_ in _COMPLEMENTS:
            at += 1
        at += at < len(doc) and doc[at].lower_ == "l'" and at > start
        if at == len(doc) or not is_name_word(doc[at]):
            return start
    while at < len(doc) and _goes_on(doc, start, at, greedy):
        at += 1
    while at > start and not (is_name_word(doc[at - 1]) or doc[at - 1].text[0].isdigit()):
        at -= 1
    return at


def name_start(doc: Doc, end: int, first: int) -> int:
    """Where the name that ends before a token begins, not before ``first``."""
    at = end
    while at > first:
        token = doc[at - 1]
        if not is_name_word(token):
            links = token.text in ("-", "&", "'") or token.lower_ in JOINERS
            if at == end or not links or at - 1 == first or not is_name_word(doc[at - 2]):
                break
            at -= 1
        at -= 1
    return at


def is_name_word(token: Token) -> bool:
    """Whether a word begins with a capital."""
    return token.text[0].isupper() and not _GLUED.search(token.text)


def _goes_on(doc: Doc, start: int, at: int, greedy: bool) -> bool:
    """Whether the token at ``at`` belongs to the name that begins at ``start``."""
    token = doc[at]
    if at > start:
        return is_name_word(token) or (_binds(doc, at, greedy) and not _ends_cell(doc, start, at))
    if is_name_word(token):
        return _opens_name(doc, at, greedy)
    return greedy and token.lower_ in _COMPLEMENTS and _leads(doc, at)


def _opens_name(doc: Doc, at: int, greedy: bool) -> bool:
    """Whether a capital starts a name; a capital article does right after a kind ("association Les Jardins")."""
    word = doc[at].norm_
    if word not in NOT_ORGANISATIONS:
        return True
    return greedy and word in _CAPITAL_ARTICLES and at + 1 < len(doc) and is_name_word(doc[at + 1])


def _leads(doc: Doc, at: int) -> bool:
    """Whether a capital follows within three small words ("Agence de la Recherche", "Mission locale du Vidour")."""
    first = at - 2 if at > 1 and doc[at - 1].norm_ in ADJECTIVES else at - 1
    return any(is_name_word(token) for token in doc[at + 1 : at + 3]) and doc[first].text[0].isupper()


def _binds(doc: Doc, at: int, greedy: bool) -> bool:
    """Whether a small word, hyphen or number goes on with the name."""
    token = doc[at]
    following = doc[at + 1] if at + 1 < len(doc) else None
    if token.text[0].isdigit():
        return following is None or not (following.lower_ in _NO_NUMBERS_OF_NAMES or following.text[0].isdigit())
    if following is None:
        return False
    if token.text in ("-", "'", "’"):
        tight = not (token.whitespace_ or doc[at - 1].whitespace_)
        return (tight and is_name_word(following)) or _hyphenated(doc, at)
    if token.is_space:
        return _is_one_break(token.text) and is_name_word(following) and following.norm_ not in NOT_ORGANISATIONS
    if token.lower_ not in JOINERS or (not greedy and token.lower_ in _SECONDARY):
        return doc[at - 1].text == "-" and _hyphenated(doc, at - 1)
    if is_name_word(following):
        return True
    if token.text == "&":
        return False
    twice = token.lower_ != "et" and following.lower_ in JOINERS and at + 2 < len(doc)
    return (twice and is_name_word(doc[at + 2])) or (doc[at - 1].text == "-" and following.text == "-")


def _ends_cell(doc: Doc, start: int, at: int) -> bool:
    """Whether a line ends there that holds nothing but the name so far: a cell, not a name that breaks off."""
    before = start - 1
    while before > max(0, start - _KIND_WORDS) and doc[before].text[0].isupper():
        before -= 1
    begins = before >= 0 and doc[before].is_space and "\n" in doc[before].text
    broken = doc[at - 1].lower_ in JOINERS or doc[at - 1].text == "-"
    return begins and doc[at].is_space and "\n" in doc[at].text and not broken


def _hyphenated(doc: Doc, at: int) -> bool:
    """Whether little words between hyphens lead to the name's next word ("Hauts-de-France")."""
    return (
        at + 3 < len(doc)
        and doc[at + 1].lower_ in JOINERS
        and doc[at + 2].text == "-"
        and (is_name_word(doc[at + 3]) or _hyphenated(doc, at + 2))
    )


def _is_one_break(blanks: str) -> bool:
    """Whether blanks part the words of one name: the end of one line, no gap between two cells."""
    lines = blanks.count("\n")
    return lines == 1 or (not lines and len(blanks) < _GAP)
