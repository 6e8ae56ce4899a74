"""Lists whose sums stand before the names: "attribue les subventions suivantes : 500 € à l'Amicale, 300 € : Chorale".

In such a list the name that follows a sum is its own, and no name that stands before a sum is.
"""

from __future__ import annotations

import regex

from delibgraph.extraction.text.view import View
from delibgraph.facts import Span

_OPENED = regex.compile(
    r"(?:(?:suivante?s?|ci-(?:dessous|apres)|comme[ ]+suit|liste|subventions?|attribuees?)[^.\n:€]{0,80}"
    r"|(?<!\w)(?:attribu|accord|allou|octro[iy]|vers|vot|individualis)(?:e|er|ent)(?!\w)[^.\n:€]{0,60}):"
    r"(?P<mark>[^\p{L}\d€]{0,12}(?:\p{L}[ ]{1,2})?)$"
)
"""Words that open a list, with nothing but a bullet between them and the first sum; OCR makes letters of bullets."""
_REACH = 160
_NEXT = regex.compile(
    r"(?:\n[^\p{L}\d€]{0,12}(?:\p{L}[ ]{1,2})?|[,;.•–-][ ]*(?:(?:et|puis|ainsi que)[ ]+)?(?:une?[ ]+\w+[ ]+de[ ]+)?)$"
)
"""What parts the name of one sum from the next sum."""
_LONGEST = 200
"""Characters between two sums of such a list."""
_TO = (
    r"(?:(?:à|au|aux|pour|(?:en faveur|au profit|au bénéfice) (?:d['’]|de|du|des))[ ]*"
    r"(?:l['’ ][ ]?|la[ ]|le[ ]|les[ ])?)?"
)
_NAMED = regex.compile(
    rf"[\s.:=_(|/–—-]{{0,60}}{_TO}[ ]*(?P<name>[«\"]?[ ]?\p{{Lu}}[^,;:.()\n–€]+?)"
    r"(?=[ ]*(?:[,;:.()\n–]|[ ]-[ ]|[ ]pour[ ]|$))"
)
"""A beneficiary after its sum."""


_ENDED = regex.compile(
    r"[ ]+(?:-[ ]*$|(?i:adopt|approuv|vot[ée]e?s?(?!\p{L})|unanim|d[ée]lib[ée]r|ce[ ]dossier|cette[ ]d|apr[èe]s[ ]|"
    r"consid[ée]rant|l[ea][ ](?:conseil|comit[ée]|bureau|commission|assembl[ée]e)|fait[ ]et[ ]|ainsi[ ]fait).*$)"
)
"""Where a text without lines goes on behind the last name of a list."""


def is_led(view: View, at: int, after: int, left: int | None) -> bool:
    """Whether the sum at an offset stands before its name: first in a list that opens right before it, or the next of
    such a list, whose last sum ends at ``left``."""
    if left is not None:
        return at - left < _LONGEST and _NEXT.search(view.folded, left, at) is not None
    return _OPENED.search(view.folded, max(after, at - _REACH), at) is not None


def name_led(view: View, told: Span) -> str | None:
    """The name that begins right after a sum."""
    named = _NAMED.match(view.plain, *told)
    return named["name"] if named else None


def ended(name: str) -> str:
    """A name of such a list without what a text that has lost its lines says next."""
    return _ENDED.sub("", name)
