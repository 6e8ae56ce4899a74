"""Where prose decides: the passages that speak of money or organisations go through the spaCy pipeline."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import regex
from spacy.tokens import Doc

from delibgraph.extraction.funding import read_funding
from delibgraph.extraction.kinds import KINDS, PARTNERS
from delibgraph.extraction.organisations import join, squeeze
from delibgraph.extraction.phrases import Phrase
from delibgraph.extraction.pipeline import pipeline
from delibgraph.extraction.view import View, fold
from delibgraph.facts import Funding, Organisation

_CUES = sorted(map(fold, (*KINDS, *PARTNERS)), key=len, reverse=True)
_NAMING = Phrase(
    " ".join(cue.split()[0] for cue in _CUES),
    rf"(?:{'|'.join(regex.escape(cue, literal_spaces=False) for cue in _CUES)})(?!\w)",
)
_MONEY = regex.compile(r"€|eur(?:os?)?(?!\w)|(?:accorder|verser|attribuer)[ ]\d")
_PARAGRAPH = regex.compile(r"[^\n]*\S[^\n]*(?:\n(?![ ]*\n)[^\n]*\S[^\n]*)*")


@dataclass(frozen=True, slots=True)
class Prose:
    """What the prose of an act says."""

    funding: tuple[Funding, ...] = ()
    organisations: tuple[Organisation, ...] = ()


@dataclass(frozen=True, slots=True)
class _Passage:
    """A paragraph that speaks of money or organisations, or the part of it that is, or is not, the decision."""

    start: int
    end: int
    decided: bool


def read_prose(
    view: View, start: int, decision: int | None, title: str | None, body: str | None, adopted: bool
) -> Prose:
    """The money and the organisations in the text from ``start``, decided from ``decision`` on."""
    docs = list(_docs(view, _passages(view, start, len(view.plain) if decision is None else decision)))
    funding = read_funding(view, docs, title, decision, adopted)
    paid = [(grant.beneficiary, grant.span, None) for grant in funding if grant.status == "granted"]
    organisations = join(view, [doc for doc in docs if not _is_capitals(doc.text)], paid, body)
    return Prose(tuple(_renamed(grant, organisations) for grant in funding), tuple(organisations))


def _passages(view: View, start: int, decision: int) -> Iterator[_Passage]:
    """The paragraphs with a cue; one that the decision starts within is cut there."""
    cues = [match.start() for found in (_NAMING.finditer(view), _MONEY.finditer(view.folded)) for match in found]
    cues.sort()
    for match in _PARAGRAPH.finditer(view.plain, start):
        begin, end = match.span()
        for first, last in ((begin, min(end, decision)), (max(begin, decision), end)):
            if first < last and bisect_left(cues, first) < bisect_left(cues, last):
                yield _Passage(first, last, first >= decision)


def _docs(view: View, passages: Iterator[_Passage]) -> Iterator[Doc]:
    texts = ((view.plain[passage.start : passage.end], passage) for passage in passages)
    for doc, passage in pipeline().pipe(texts, as_tuples=True):
        doc._.offset, doc._.decided = passage.start, passage.decided
        yield doc


def _is_capitals(text: str) -> bool:
    return 5 * sum(map(str.isupper, text)) > 3 * sum(map(str.isalpha, text))


def _renamed(grant: Funding, organisations: Sequence[Organisation]) -> Funding:
    """The grant under its beneficiary's usual spelling."""
    key = squeeze(grant.beneficiary)
    known = next((o for o in organisations if key in (squeeze(o.name), *map(squeeze, o.also))), None)
    return grant if known is None else replace(grant, beneficiary=known.name)
