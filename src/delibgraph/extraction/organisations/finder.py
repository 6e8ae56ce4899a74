"""The pipeline's component that finds organisations, by what introduces them.

A kind before the name ("le cluster Mécaloire"), a kind after it ("Mécaloire est une association", "Mécaloire,
association loi 1901"), a word of partnership ("en partenariat avec …"), "et" beside an organisation already found.
"""

from __future__ import annotations

from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc, Span
from spacy.util import filter_spans

from delibgraph.extraction.organisations.extent import UNKNOWN, is_name_word, name_end, name_start, organisation
from delibgraph.extraction.organisations.kinds import (
    ADJECTIVES,
    BEFORE_NAMES,
    BELONGING,
    BRANDED,
    CALLED,
    DESCRIBING,
    INSTITUTIONS,
    KINDS,
    LEGAL_FORMS,
    NAMED_WHOLE,
    NAMING,
    NOT_ORGANISATIONS,
    PARTNERS,
    PUBLIC,
    SMALL_LETTERS,
    UNSAID,
    WITH_NAME,
)
from delibgraph.extraction.organisations.telling import defined, told
from delibgraph.extraction.text.view import fold

ORGANISATIONS = "organisations"
"""The ``doc.spans`` key under which the organisations stand, each labelled with its kind, or ``UNKNOWN``."""
_OPENING, _CLOSING, _BREAKS = ("«", '"'), ("»", '"'), (".", ",", ";", ":", "(")
_LEADING = frozenset(["avec", "de", "du", "des", "d'", "la", "le", "les", "l'", "et", "entre", ",", "par"])
_ARTICLES = frozenset(["le", "la", "les", "l'", "du", "de"])
_OF = frozenset(["de", "du", "des", "d'"])
_SMALL_WORDS = _OF | {"la", "l'"}
_ARTICLES_BEFORE = frozenset(["l'", "la", "le", "du", "au"])
_INSTITUTION, _HEAD, _MERE = "INSTITUTION", "HEAD", "MERE"
_PLAIN = frozenset([UNKNOWN, _INSTITUTION, _HEAD])
"""Labels that are no kinds."""
_KIND_WORDS = frozenset(kind.split()[0] for kind in map(fold, KINDS))
_WITH_AIM = ("à vocation", "à rayonnement", "à but")
_REACH = 24
"""Tokens after a word of partnership in which partners are named."""
_DESCRIBED = 7
"""Tokens between a kind and the name that it stands before."""


class OrganisationFinder:
    """Sets ``doc.spans[ORGANISATIONS]``."""

    def __init__(self, nlp: Language) -> None:
        """Compile the phrases of kinds and of partnership."""
        self.kinds = PhraseMatcher(nlp.vocab, attr="NORM")
        for phrase, kind in KINDS.items():
            self.kinds.add(kind, [nlp.make_doc(phrase)])
        self.kinds.add(UNKNOWN, [nlp.make_doc(phrase) for phrase in UNSAID])
        self.kinds.add(_HEAD, [nlp.make_doc(phrase) for phrase in BELONGING])
        self.kinds.add(_INSTITUTION, [nlp.make_doc(phrase) for phrase in INSTITUTIONS])
        self.partners = PhraseMatcher(nlp.vocab, attr="NORM")
        self.partners.add("PARTNER", [nlp.make_doc(phrase) for phrase in PARTNERS])
        self.partners.add(_MERE, [nlp.make_doc(phrase) for phrase in BEFORE_NAMES])

    def __call__(self, doc: Doc) -> Doc:
        """Mark the organisations of a passage, in order."""
        found: list[Span] = []
        nameless: list[Span] = []
        for kind in filter_spans(self.kinds(doc, as_spans=True)):
            if kind.label_.isupper() and kind.label_ not in _PLAIN and not kind.text.isupper():
                continue  # letters are a kind in capitals alone: "sas", "sem" are words
            if named := _named_by(doc, kind):
                found += [named, *_row(doc, kind, named)]
            elif kind.label_ not in _PLAIN:
                nameless.append(kind)
        cues: list[Span] = self.partners(doc, as_spans=True)
        for cue in cues:
            partners = _merely_named(doc, cue) if cue.label_ == _MERE else _partners(doc, cue)
            found.extend(p for p in partners if not any(p.start < o.end and o.start < p.end for o in found))
        beside = [other for span in found if (other := _beside(doc, span))]
        found.extend(o for o in beside if not any(o.start < span.end and span.start < o.end for span in found))
        found.sort(key=lambda span: (span.start, -span.end))
        found.extend(told(doc, nameless, found))
        doc.spans[ORGANISATIONS] = sorted(found, key=lambda span: (span.start, -span.end))
        return doc


def _named_by(doc: Doc, kind: Span) -> Span | None:
    """The organisation of the kind: the kind begins its name, or stands after it, or before it."""
    if kind.label_ == _INSTITUTION:
        return _institution(doc, kind)
    if kind.label_ == _HEAD:
        return _belonging(doc, kind)
    label = kind.label_
    if _heads(doc, kind):
        end = name_end(doc, kind.end, greedy=not label.isupper(), headed=label in WITH_NAME or label.isupper())
        if end == kind.end:
            end = kind.end if label.startswith("chambre") and kind[0].text[0].isupper() else _small_end(doc, kind)
        return organisation(doc, kind.start, end, label)
    if span := defined(doc, kind) or _quoted(doc, kind):
        return organisation(doc, *span, label)
    start = kind.end + (kind.end < len(doc) and (doc[kind.end].lower_ == "dont" or doc[kind.end].text in LEGAL_FORMS))
    if start + 1 < len(doc) and doc[start].lower_ == "pour" and kind[0].text[0].isupper():
        end = name_end(doc, start + 1 + (doc[start + 1].lower_ in ("le", "la", "l'", "les")))
        cut = end < len(doc) and (doc[end].lower_ in _OF or _describes(doc[end].norm_))
        return organisation(doc, kind.start, end, label) if is_name_word(doc[end - 1]) and not cut else None
    if (end := name_end(doc, start)) > start:
        whole = doc[start].lower_ in _OF and doc[start].text.islower()  # "Association des Producteurs du Vidour"
        again = whole and end == start + 2 and doc[start + 1].norm_ in _KIND_WORDS
        return None if again else organisation(doc, kind.start if whole else start, end, label)
    return _described(doc, kind)


def _small_end(doc: Doc, kind: Span) -> int:
    """Where a name ends that has its only capital at its head: "l'École nationale du bois et de la forêt"."""
    at = kind.end
    if not kind.start or doc[kind.start - 1].lower_ not in _ARTICLES_BEFORE or kind[0].norm_ not in SMALL_LETTERS:
        return kind.start
    while at < len(doc) and doc[at].text.islower() and doc[at].norm_.endswith(DESCRIBING):
        at += 1
    first, limit = at, min(kind.end + 12, len(doc))
    while True:
        of = at + (at > first and at < limit and doc[at].lower_ == "et")
        if of >= limit:
            break
        noun = of
        while noun < limit and doc[noun].lower_ in _SMALL_WORDS:
            noun += 1
        noun += noun < limit and doc[noun].norm_.endswith("ieme")
        definite = noun > of + 1 or doc[of].lower_ in ("du", "des") or kind.end < first
        if noun == of or not definite or noun >= limit or not doc[noun].is_alpha or not doc[noun].text.islower():
            break
        at = noun + 1
        while at < limit and doc[at].text.islower() and doc[at].norm_.endswith(DESCRIBING):
            at += 1
    return at if at > first else kind.start


def _row(doc: Doc, kind: Span, first: Span) -> list[Span]:
    """The names that follow the first one behind a kind in the plural ("les associations X, Y et Z")."""
    found: list[Span] = []
    at = first.end
    while kind[0].lower_.endswith("s") and at + 1 < len(doc) and doc[at].lower_ in (",", "et"):
        article = doc[at + 1].text in ("Le", "La", "Les", "L'")
        named = organisation(doc, at + 1, name_end(doc, at + 1 + article, greedy=False), kind.label_)
        if named is None:
            break
        found.append(named)
        at = named.end
    return found


def _heads(doc: Doc, kind: Span) -> bool:
    """Whether the kind is the first word of the name ("Agence nationale …", "Association Sportive …")."""
    head = kind[0]
    if not head.text[0].isupper():
        return kind.label_ in WITH_NAME
    if kind.label_ in BRANDED and kind.end < len(doc) and is_name_word(doc[kind.end]):
        return False
    adjective = kind.end < len(doc) and is_name_word(doc[kind.end]) and doc[kind.end].norm_ in ADJECTIVES
    return head.norm_ in NAMING or adjective


def _institution(doc: Doc, letters: Span) -> Span | None:
    """An institution of its department by its letters, with its place behind it or with none."""
    if not letters.text.isupper() or not letters.start or doc[letters.start - 1].norm_ not in _LEADING:
        return None
    return organisation(doc, letters.start, max(letters.end, name_end(doc, letters.end)), None)


def _belonging(doc: Doc, head: Span) -> Span | None:
    """The name that a common noun is a part of ("le club Vidour Basket", "la compagnie du Vent Debout")."""
    of = doc[head.end].norm_ if head.end < len(doc) else ""
    end = name_end(doc, head.end, headed=True)
    if of in ("de", "d'") and head.text.islower() and end - head.end < 3:
        return None  # "le club de Valserre" says where it is, and not what it is called
    if end < len(doc) and doc[end].text in _OPENING:
        end = next((token.i + 1 for token in doc[end : end + 12] if token.text in _CLOSING), end)
    start = name_start(doc, head.end, head.sent.start) if head.text[0].isupper() else head.start
    while start < head.start and doc[start].norm_ in NOT_ORGANISATIONS:
        start += 1
    kind = head.text.lower() if head.text.lower() == "compagnie" else None
    return organisation(doc, start, max(end, head.end), kind) if end > head.end or start < head.start else None


def _described(doc: Doc, kind: Span) -> Span | None:
    """The name behind a kind and what describes it: "l'agence de promotion Vidour", "l'association locale dite X"."""
    at, limit = kind.end, min(kind.end + _DESCRIBED, kind.sent.end)
    if at < limit and doc[at].norm_ in _OF:
        at += 1
        at += at < limit and doc[at].lower_ == "l'"
        if at >= limit or not doc[at].text.islower() or not doc[at].is_alpha or doc[at].norm_ in _KIND_WORDS:
            return None
        at += 1
    while at < limit and (_describes(doc[at].norm_) or doc[at].text == "," or _is_aim(doc, at)):
        at += 1 + (doc[at].lower_ == "à")
    if at == kind.end or at >= limit or doc[at - 1].norm_ in _OF:
        return None
    comma = doc[at - 1].text == ","
    label = (
        doc[kind.start : at - comma].text.lower()
        if doc[kind.end].norm_ in _OF and kind.label_ in NAMED_WHOLE
        else kind.label_
    )
    if comma and not _is_aside(doc, kind, at):
        return None
    return organisation(doc, at, name_end(doc, at, greedy=False), label)


def _describes(word: str) -> bool:
    return word in CALLED or word.endswith(DESCRIBING)


def _is_aim(doc: Doc, at: int) -> bool:
    return doc[at].lower_ == "à" and doc[at : at + 2].text.lower() in _WITH_AIM


def _is_aside(doc: Doc, kind: Span, at: int) -> bool:
    """Whether the name between two commas is that of the one thing just spoken of ("une plateforme d'analyse, X,")."""
    end = name_end(doc, at, greedy=False)
    article = doc[kind.start - 1].lower_ if kind.start else ""
    return article in ("un", "une") and at < end < len(doc) and doc[end].text in (",", ".", ";", ")")


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
    at, limit = cue.end, min(cue.sent.end, cue.end + _REACH)
    while at < limit:
        end = name_end(doc, at, greedy=False)
        if partner := organisation(doc, at, end, None):
            found.append(partner)
            at = end
        elif doc[at].lower_ in _LEADING or doc[at].is_space or (not found and at < cue.end + 3 and doc[at].is_alpha):
            at += 1
        else:
            break
    return found


def _merely_named(doc: Doc, cue: Span) -> list[Span]:
    """The organisation under its mere name behind a phrase: of two words, or with capitals within a word."""
    start = cue.end
    start += start < len(doc) and doc[start].lower_ in ("la", "l'")
    end = name_end(doc, start, greedy=False)
    named = organisation(doc, start, end, None)
    if named is None or named[0].norm_ in PUBLIC or "\n" in named.text:
        return []
    words = named.text.split()
    is_person = len(words) in (2, 3) and words[-1].isupper() and not words[0].isupper()
    inner = any(len(word) > 2 and sum(map(str.isupper, word)) > 1 and "-" not in word[:-4] for word in words)
    return [named] if (len(words) > 1 or inner) and not is_person else []


def _beside(doc: Doc, span: Span) -> Span | None:
    """The organisation joined to one by "et": a name of two words at least, or an acronym."""
    at = span.end
    if at < len(doc) and doc[at].text == "(":
        at = next((t.i + 1 for t in doc[at : at + 6] if t.text == ")"), at)
    if at + 2 >= len(doc) or doc[at].norm_ != "et":
        return None
    start = at + 2 if doc[at + 1].norm_ in _ARTICLES else at + 1
    if start == at + 1 and span.label_.isupper() and span.label_ != UNKNOWN:
        return None  # "trésorière de l'AMAP du Pinson et Léa DURAND"
    other = organisation(doc, start, name_end(doc, start, greedy=False), None)
    return other if other is not None and (len(other) >= 2 or other.text.isupper()) else None
