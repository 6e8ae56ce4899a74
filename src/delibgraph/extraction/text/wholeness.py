"""Whether a text comes to an end: one that stops in a list or in mid-sentence was cut off."""

from __future__ import annotations

import regex

from delibgraph.extraction.text.view import View, fold, once

_OPEN_ENDS = ",;-–(«"
_LAST_WORDS = regex.compile(
    r"maire|president|secretaire|seance|extrait|conforme|signature|membres|dessus|susdit|fait et delibere|"
    r"delibere$|contre$|abst(?:entions?|enue?s?)?$|unanimit\w*(?: (?:d|par|moins|avec|sauf)\w* .*)?$"
)
"""Words of a last line that ends a record without a full stop."""
_FEWEST_WORDS, _FORMULA = 4, 13
"""Words of a last sentence that is whole in any case, and of one that ends like a formula."""
_LAST_PAGE = 3000
_LAST_LINES = 600
_BLANK_LINE = regex.compile(r"\n[ ]*\n")
_SENTENCE_STOP = regex.compile(r"[.;:!?](?=\s)")
_CLOSED = regex.compile(
    r"seance[^.\n]{0,60}lev|leve[^.\n]{0,10}[ ]seance|fait[ ]et[ ]delibere|ainsi[ ]fait|fait[ ]a[ ]|"
    r"pour[ ](?:extrait|copie|ampliation)|"
    r"certifi|signatures?|signe(?!\w)|affich|publie(?!\w)|publication|en[ ]ligne|prefecture|prochain|secretaire|"
    r"tour[ ]de[ ]table|questions?[ ]diverses"
)
"""What stands near the end of a record that was not cut off."""


def is_closed(view: View) -> bool:
    """Whether the text ends as records do: with the end of the sitting, signatures, the posting."""
    return _CLOSED.search(view.folded, max(0, len(view.folded) - _LAST_LINES)) is not None


@once
def is_whole(view: View) -> bool:
    """Whether the last sentence of the text is one."""
    paragraph = _BLANK_LINE.split(view.plain.rstrip()[-_LAST_PAGE:])[-1]
    last = _SENTENCE_STOP.split(paragraph)[-1].strip()
    words = last.split()
    if not words or not last[-1].isalpha():
        return not words or last[-1] not in _OPEN_ENDS
    if words[-1].islower() and _breaks_off(fold(words[-1]), view.folded):
        return False
    labelled = ":" in paragraph.rpartition("\n")[2] or _LAST_WORDS.search(fold(last)) is not None
    short = len(words) < _FEWEST_WORDS or (labelled and len(words) < _FORMULA)
    return short or words[-1][:1].isupper()


def _breaks_off(word: str, text: str) -> bool:
    """Whether a last word is none: it stands nowhere else, and longer words of the same text begin with it."""
    alike = regex.findall(rf"(?<!\w){regex.escape(word)}\w*", text) if len(word) > 2 else []
    return alike.count(word) == 1 and any(len(other) > len(word) + 1 for other in alike)
