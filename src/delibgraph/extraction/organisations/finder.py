"""The pipeline's component that finds organisations, by what introduces them.

A kind before the name ("le cluster Mécaloire"), a kind after it ("Mécaloire est une association"), a word of
partnership ("en partenariat avec …"), "et" beside an organisation already found.
"""

from __future__ import annotations

from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc, Span, Token
from spacy.util import filter_spans

from delibgraph.extraction.organisations.kinds import (
    ADJECTIVES,
    DEPARTMENTS,
    JOINERS,
    KINDS,
    NAMING,
    NOT_ORGANISATIONS,
    PARTNERS,
)

ORGANISATIONS, UNKNOWN = "organisations", "ORG"
"""The ``doc.spans`` key under which the organisations stand, each labelled with its kind, or ``UNKNOWN``."""
_OPENING, _CLOSING, _BREAKS = ("«", '"'), ("»", '"'), (".", ",", ";", ":", "(")
_LEADING = frozenset(["avec", "de", "du", "des", "d'", "la", "le", "les", "l'", "et", "entre", ",", "par"])
_ARTICLES = frozenset(["le", "la", "les", "l'", "du", "de"])
_CAPITAL_ARTICLES = frozenset(["le", "la", "les", "l'"])
_SECONDARY = frozenset(["et", "pour", "sur"])
"""Joiners that part two names as often as they join one."""
_COMPLEMENTS = frozenset(
    ["de", "du", "des", "d'", "la", "nationale", "national", "régionale", "régional", "départementale", "départemental"]
)
_EURO = frozenset(["€", "euro", "euros"])
_LONGEST = 80
"""Words from a definition's first word to its kind."""
_REACH = 24
"""Tokens after a word of partnership in which partners are named."""


class OrganisationFinder:
    """Sets ``doc.spans[ORGANISATIONS]``."""

    def __init__(self, nlp: Language) -> None:
        """Compile the phrases of kinds and of partnership."""
        self.kinds = PhraseMatcher(nlp.vocab, attr="NORM")
        for phrase, kind in KINDS.items():
            self.kinds.add(kind, [nlp.make_doc(phrase)])
        self.partners = PhraseMatcher(nlp.vocab, attr="NORM")
        self.partners.add("PARTNER", [nlp.make_doc(phrase) for phrase in PARTNERS])

    def __call__(self, doc: Doc) -> Doc:
        """Mark the organisations of a passage, in order."""
        found: list[Span] = []
        for kind in filter_spans(self.kinds(doc, as_spans=True)):
            if named := _named_by(doc, kind):
                found.append(named)
        for cue in self.partners(doc, as_spans=True):
            found.extend(p for p in _partners(doc, cue) if not any(p.start < o.end and o.start < p.end for o in found))
        found.extend([other for span in found if (other := _beside(doc, span))])
        doc.spans[ORGANISATIONS] = sorted(found, key=lambda span: (span.start, -span.end))
        return doc


def _organisation(doc: Doc, start: int, end: int, kind: str | None) -> Span | None:
    if start >= end or (end - start == 1 and doc[start].norm_ in DEPARTMENTS):
        return None
    return Span(doc, start, end, label=kind or UNKNOWN)


def _named_by(doc: Doc, kind: Span) -> Span | None:
    """The organisation of the kind: the kind begins its name, or stands after it, or before it."""
    head = kind[0]
    adjective = kind.end < len(doc) and doc[kind.end].text[0].isupper() and doc[kind.end].norm_ in ADJECTIVES
    if head.text[0].isupper() and (head.lower_ in NAMING or adjective):
        end = _name_end(doc, kind.end)
        return _organisation(doc, kind.start, end, kind.label_) if end > kind.end else None
    if span := _defined(doc, kind) or _quoted(doc, kind):
        return _organisation(doc, *span, kind.label_)
    start = kind.end + (kind.end < len(doc) and doc[kind.end].lower_ == "dont")
    return _organisation(doc, start, _name_end(doc, start), kind.label_)


def _defined(doc: Doc, kind: Span) -> tuple[int, int] | None:
    """The subject of "X est une association", "X … : c'est une …", and of a kind joined to that by "et la …"."""
    if kind.start < 3 or doc[kind.start - 1].norm_ not in ("un", "une", "la", "le"):
        return None
    first = max(next(token.i for token in kind.sent if not token.is_space), kind.start - _LONGEST)
    verb = next((i for i in range(kind.start - 1, first, -1) if doc[i].norm_ == "est"), None)
    if verb is None:
        return None
    joined = doc[kind.start - 2].norm_ == "et" and doc[verb + 1].norm_ in ("un", "une")
    if verb != kind.start - 2 and not (joined and _name_end(doc, kind.end) == kind.end):
        return None
    if doc[verb - 1].norm_ in ("c'", "ce"):
        end = first
        while end < verb and _is_name_word(doc[end]):
            end += 1
        return (first, end) if end > first else None
    start = verb
    while start > first and _is_name_word(doc[start - 1]):
        start -= 1
    return (start, verb) if start < verb else None


def _quoted(doc: Doc, kind: Span) -> tuple[int, int] | None:
    """The name in guillemets after a kind, a few words of description between them at most."""
    at, limit = kind.end, kind.sent.end
    opening = next((t.i for t in doc[at : min(at + 6, limit)] if t.text in _OPENING or t.text in _BREAKS), None)
    if opening is None or doc[opening].text in _BREAKS:
        return None
    closing = next((t.i for t in doc[opening + 1 : min(opening + 14, limit)] if t.text in _CLOSING), None)
    return (opening + 1, closing) if closing is not None and closing > opening + 1 else None


def _partners(doc: Doc, cue: Span) -> list[Span]:
    """The partners named after a word of partnership, in a row joined by commas and "et"."""
    found: list[Span] = []
    at = cue.end
    while at < min(cue.sent.end, cue.end + _REACH):
        end = _name_end(doc, at, greedy=False)
        if partner := _organisation(doc, at, end, None):
            found.append(partner)
            at = end
        elif doc[at].lower_ in _LEADING or doc[at].is_space or (not found and at < cue.end + 3 and doc[at].is_alpha):
            at += 1
        else:
            break
    return found


def _beside(doc: Doc, span: Span) -> Span | None:
    """The organisation joined to one by "et": a name of two words at least, or an acronym."""
    at = span.end
    if at < len(doc) and doc[at].text == "(":
        at = next((t.i + 1 for t in doc[at : at + 6] if t.text == ")"), at)
    if at + 2 >= len(doc) or doc[at].norm_ != "et":
        return None
    start = at + 2 if doc[at + 1].norm_ in _ARTICLES else at + 1
    other = _organisation(doc, start, _name_end(doc, start, greedy=False), None)
    return other if other is not None and (len(other) >= 2 or other.text.isupper()) else None


def _name_end(doc: Doc, start: int, *, greedy: bool = True) -> int:
    """Where the name that begins at a token ends; ``start`` itself where none does."""
    at = start
    while at < len(doc) and _goes_on(doc, start, at, greedy):
        at += 1
    while at > start and not (_is_name_word(doc[at - 1]) or doc[at - 1].text[0].isdigit()):
        at -= 1
    return at


def _goes_on(doc: Doc, start: int, at: int, greedy: bool) -> bool:
    """Whether the token at ``at`` belongs to the name that begins at ``start``."""
    token = doc[at]
    if at > start:
        return _is_name_word(token) or _binds(doc, at, greedy)
    if _is_name_word(token):
        return _opens_name(doc, at, greedy)
    return greedy and token.lower_ in _COMPLEMENTS and _leads(doc, at)


def _opens_name(doc: Doc, at: int, greedy: bool) -> bool:
    """Whether a capital starts a name; a capital article does right after a kind ("association Les Jardins")."""
    word = doc[at].norm_
    if word not in NOT_ORGANISATIONS:
        return True
    return greedy and word in _CAPITAL_ARTICLES and at + 1 < len(doc) and _is_name_word(doc[at + 1])


def _leads(doc: Doc, at: int) -> bool:
    """Whether a capital follows within three small words ("Agence de la Recherche", "Mission locale du Vidour")."""
    first = at - 2 if at > 1 and doc[at - 1].norm_ in ADJECTIVES else at - 1
    return any(_is_name_word(token) for token in doc[at + 1 : at + 3]) and doc[first].text[0].isupper()


def _binds(doc: Doc, at: int, greedy: bool) -> bool:
    """Whether a small word, hyphen or number goes on with the name."""
    token = doc[at]
    following = doc[at + 1] if at + 1 < len(doc) else None
    if token.text[0].isdigit():
        return following is None or following.lower_ not in _EURO
    if following is None:
        return False
    if token.text in ("-", "'", "’") or (token.is_space and "\n\n" not in token.text):
        return _is_name_word(following)
    if token.lower_ not in JOINERS or (not greedy and token.lower_ in _SECONDARY):
        return False
    if _is_name_word(following):
        return True
    twice = token.lower_ != "et" and following.lower_ in JOINERS and at + 2 < len(doc)
    return twice and _is_name_word(doc[at + 2])


def _is_name_word(token: Token) -> bool:
    return token.text[0].isupper()
