"""How well the document itself could be read: pages that were not, letters that were spoilt, words that a scan blurs.

The reader of files knows these places and no French; here they become findings, and of a recogniser's doubts those
that touch what the act states.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from delibgraph.facts import Act, Finding, Span
from delibgraph.reading import Document

POOR = 0.08
"""Share of doubtful words from which on a page is poorly read: clean prints have under 0.02, worn ones up to 0.13."""

_FEWEST_LOST = 2
"""Question marks within words from which on they stand for letters; a replacement character always does."""


def legibility(document: Document, act: Act, part: Span) -> list[Finding]:
    """The findings on how an act was read; ``part`` is its stretch of the document's text."""
    return [*_unread(document), *_mended(document, part), *_lost(document, part), *_unsure(document, act, part)]


def _unread(document: Document) -> Iterator[Finding]:
    if document.unread:
        listed = ", ".join(map(str, document.unread))
        yield Finding(
            "pages-unread",
            "violation",
            f"pages {listed} are pictures that were not read (see docs/reading.md)",
            f"les pages {listed} sont des images qui n'ont pas été lues (voir docs/reading.md)",
        )


def _mended(document: Document, part: Span) -> Iterator[Finding]:
    if here := [span for span in document.mended if _touch(span, part)]:
        yield Finding(
            "letters-repaired",
            "info",
            f"letters were spoilt and have been put right in {len(here)} places, first here",
            f"des lettres abîmées ont été rétablies à {len(here)} endroits, d'abord ici",
            _within(here[0], part),
        )


def _lost(document: Document, part: Span) -> Iterator[Finding]:
    here = [span for span in document.lost if _touch(span, part)]
    if len(here) >= _FEWEST_LOST or any("\ufffd" in document.text[slice(*span)] for span in here):
        yield Finding(
            "letters-lost",
            "warning",
            f"letters are missing in {len(here)} places, first here: the file was saved in a wrong encoding",
            f"des lettres manquent à {len(here)} endroits, d'abord ici : le fichier a été mal enregistré",
            here[0],
        )


def _unsure(document: Document, act: Act, part: Span) -> Iterator[Finding]:
    """A page that is poorly read as a whole; on others each doubtful word within a list or a fact."""
    if document.page_map is None:
        return
    pages = list(document.pages)
    shares = [page.words.doubt if page.words else 0.0 for page in document.page_map.pages]
    ends = [*pages[1:], len(document.text)]
    for number, (share, *place) in enumerate(zip(shares, pages, ends, strict=True), 1):
        if share >= POOR and _touch((place[0], place[1]), part):
            percent = round(100 * share)
            yield Finding(
                "ocr-confidence",
                "warning",
                f"page {number} is hard to read: {percent} % of its words are doubtful",
                f"la page {number} est difficile à lire : {percent} % de ses mots sont douteux",
                _within((place[0], place[1]), part),
            )
    stated = _stated(act)
    for span in document.page_map.unsure:
        page = bisect_right(pages, span[0])
        if shares[page - 1] < POOR and any(_touch(span, place) for place in stated):
            word = document.text[slice(*span)]
            yield Finding(
                "ocr-confidence",
                "warning",
                f"“{word}” on page {page} was read from a scan with little confidence",
                f"« {word} », page {page}, a été lu sur une image avec peu de certitude",
                span,
            )


def _stated(act: Act) -> list[Span]:
    """Where the act states something: its lists from end to end, its fields, its votes and money."""
    sitting = act.sitting
    lists = [entry.span for entry in sitting.attendance] + [proxy.span for proxy in sitting.proxies]
    found = [(min(lists)[0], max(end for _, end in lists))] if lists else []
    found += sitting.spans.values()
    for deliberation in act.deliberations:
        found += deliberation.spans.values()
        found += [grant.span for grant in deliberation.funding]
        if deliberation.vote and deliberation.vote.span:
            found.append(deliberation.vote.span)
    return found


def _touch(left: Span, right: Span) -> bool:
    return left[0] < right[1] and right[0] < left[1]


def _within(span: Span, part: Span) -> Span:
    return max(span[0], part[0]), min(span[1], part[1])
