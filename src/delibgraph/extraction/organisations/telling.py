"""A kind told of an organisation that is named elsewhere: before a verb, before a comma, in another sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Span

from delibgraph.extraction.organisations.extent import is_name_word, name_end, name_start
from delibgraph.extraction.organisations.kinds import (
    APPOSED,
    AS_KIND,
    BECOMING,
    DEPARTMENTS,
    NOT_ORGANISATIONS,
    POINTING,
)

_ARTICLES = frozenset(["un", "une", "la", "le", "l'"])

_GOES_ON = frozenset(
    ["de", "du", "d'", "des", "qui", "dont", "loi", "régie", "à", "créée", "spécialisée", ",", ")", "."]
)
"""What follows a kind in apposition."""
_BEFORE_NAMES = frozenset(
    ["l'", "la", "le", "les", "avec", "par", "à", "«", "que", "et", "entre", "pour", "au", "•", "-", ":"]
)
_THE = frozenset(["l'", "le", "la", "du", "au", "ce", "cet", "cette"])
_CIVILITIES = frozenset(["m.", "mme", "m", "mlle", "mr", "monsieur", "madame", "mm.", "mmes"])
_PASSED = frozenset(["«", '"', ",", "un", "une", "d'", "de", "l'", "le", "la", "comme", "juridique", "sociale"])
_LONGEST = 80
"""Words from a definition's first word to its kind."""
_REACH = 12
"""Words between a verb and the kind that it tells."""


def defined(doc: Doc, kind: Span) -> tuple[int, int] | None:
    """The subject of "X est une association", "X … : c'est une …", and of a kind joined to that by "et la …"."""
    if kind.start < 2:
        return None
    apposed = _apposed(doc, kind)
    if doc[kind.start - 1].norm_ not in _ARTICLES or (
        apposed is None and doc[kind.start - 2].norm_ not in ("est", "et")
    ):
        return apposed
    first = max(next(token.i for token in kind.sent if not token.is_space), kind.start - _LONGEST)
    verb = next((i for i in range(kind.start - 1, first, -1) if doc[i].norm_ == "est"), None)
    if verb is None:
        return apposed
    joined = doc[kind.start - 2].norm_ == "et" and doc[verb + 1].norm_ in _ARTICLES
    if verb != kind.start - 2 and not (joined and name_end(doc, kind.end) == kind.end):
        return None
    if doc[verb - 1].norm_ in ("c'", "ce"):
        end = first
        while end < verb and is_name_word(doc[end]):
            end += 1
        return (first, end) if end > first else None
    start = name_start(doc, verb, first)
    return (start, verb) if start < verb else None


def _apposed(doc: Doc, kind: Span) -> tuple[int, int] | None:
    """The name that a comma or a parenthesis parts from its kind ("X, association loi 1901, …")."""
    if kind.label_ not in APPOSED or kind.end >= len(doc) or doc[kind.end].lower_ not in _GOES_ON:
        return None
    comma = kind.start - 1 - (doc[kind.start - 1].norm_ in _ARTICLES)
    if comma < 1 or doc[comma].text not in (",", "(") or name_end(doc, kind.end) > kind.end:
        return None
    end = comma - (doc[comma - 1].text in ("»", '"'))
    first = kind.sent.start
    start = name_start(doc, end, first)
    if start >= end or (end - start == 1 and doc[start].norm_ in DEPARTMENTS) or doc[start].norm_ in NOT_ORGANISATIONS:
        return None
    before = next((t for t in reversed(doc[first:start]) if not t.is_space), None)
    if before is not None and (before.norm_ in _CIVILITIES or before.lower_ not in _BEFORE_NAMES):
        return None
    return start, end


def told(doc: Doc, kinds: Sequence[Span], named: Sequence[Span]) -> Iterator[Span]:
    """The kinds that sentences tell of whom their paragraph is about: "constituée en …", "sous forme de …"."""
    subject: Span | None = None
    text = doc._.folded or doc.text  # spaCy puts the text together anew each time
    end = -1
    for kind in kinds if named else ():
        is_aside = end == kind.start - 1 and doc[end].text == "("
        if not is_aside or subject is None:
            subject = _subject(text, kind, named) if _is_told(doc, kind) else None
        if subject is None and kind.label_ in POINTING:
            subject = _meant(text, kind, named)
        if subject is not None:
            yield Span(doc, subject.start, subject.end, label=kind.label_)
        end = kind.end


def _is_told(doc: Doc, kind: Span) -> bool:
    """Whether a verb or a noun before the kind tells it of something."""
    at, first = kind.start - 1, kind.sent.start
    while at > first and doc[at].norm_ in _PASSED:
        at -= 1
    if doc[at].norm_ in AS_KIND:
        return True
    if doc[at].norm_ != "en":
        return False
    return any(token.norm_ in BECOMING for token in doc[max(first, at - _REACH) : at])


def _meant(text: str, kind: Span, named: Sequence[Span]) -> Span | None:
    """The only organisation that the paragraph names before "le cluster", "l'agence d'urbanisme"."""
    if not kind.start or kind.doc[kind.start - 1].norm_ not in _THE:
        return None
    paragraph = text.rfind("\n\n", 0, kind.start_char) + 1
    before = [span for span in named if paragraph <= span.start_char < kind.start_char]
    return before[0] if len({span.text for span in before}) == 1 else None


def _subject(text: str, kind: Span, named: Sequence[Span]) -> Span | None:
    """The organisation named last in the sentence, else the first one of the paragraph."""
    first = kind.sent.start
    inside = [span for span in named if first <= span.start < kind.start]
    if inside:
        return inside[-1]
    paragraph = text.rfind("\n\n", 0, kind.start_char) + 1
    return next((span for span in named if paragraph <= span.start_char < kind.start_char), None)
