"""What a list says of a sum besides its name: how it was reckoned, that it was refused, what was given before.

All on folded text. Forms: ``docs/funding.md``.
"""

from __future__ import annotations

from collections.abc import Iterable

import regex

from delibgraph.extraction.text.view import View
from delibgraph.facts import Span

_FIGURE = r"\d[\d .,]*"
_RECKONED = regex.compile(
    rf"""
    [ ]*[:,(–][^:;€\n]{{0,60}}?(?<!\w)(?:plafonn|limit|ramen|arrondi)e?e?s?[ ]a[ ](?=\d) |
    [ ]*[:,(–-]?[ ]* (?:(?:a[ ]raison|sur[ ]la[ ]base)[ ]de[ ]+)?
    (?: {_FIGURE}[ ]?(?:€|euros?)[ ]?(?:x|×|/|par|pour[ ]chaque)(?!\w{{2}})(?<!pour)
      | {_FIGURE}[ ]?(?:€|euros?)[ ](?:par|l'|la|le|pour[ ]chaque)[ ]
      | \d+[ ](?!€|euros?)\p{{L}}[\p{{L}}²³' -]{{0,40}}?[ ](?:x|×|a)[ ]{_FIGURE}
      | \d+[ ]?(?:x|×)[ ]?{_FIGURE}
      | {_FIGURE}%[ ]+(?:de|du|des|d'|sur) )
    [^;:\n]{{0,90}}?
    (?:(?<!\w)soit(?!\w)|=|(?<!\w)represent\w+|(?<!\w)donc(?!\w))[ ]*
    (?:(?:un[ ](?:total|montant)|une?[ ](?:somme|subvention|aide|participation)|la[ ]somme|au[ ]total)[ ](?:de[ ])?)?
    (?=\d)
    """,
    regex.VERBOSE,
)
"""How a sum was reckoned: "25 € par élève, soit", "45 € x 52 =", "30 % de 6 200 €, soit", "12 enfants à 20 €, soit"."""
_TELLS = regex.compile(r"soit|=|represent|plafonn|limit|ramen|arrondi")
"""What any such words hold: looked for before them."""
_LEADS_ON = regex.compile(r"[^;\n€]{0,60}?(?:(?<!\w)soit(?!\w)|=|(?<!\w)represent\w+)[^;.\n€]{0,40}$")
_BASE = regex.compile(r"%[ ]+(?:de|du|des|d'une?|d'|sur)(?!\w)[^;.\n€]{0,40}$")
_COUNTED = regex.compile(r"(?:^|[\s:(])\d+[ ](?!€|euros?)\p{L}[\p{L}²³' -]{0,40}[ ](?:x|×|a)[ ]$")
REFUSED = regex.compile(
    r"(?<!\w)(?:rejet(?:e?e?s?)?(?!\w)|rejet(?:te|tent)|refus\w*|ajourn\w*|(?:vote|dossier|decision|demande|"
    r"examen)[ ]+report\w*|"
    r"report(?:e|ee|es|ees)(?!\w)|ecartee?s?(?!\w)|(?:avis[ ])?defavorable|(?:non|pas)[ ](?:retenue?s?|accord\w+|"
    r"attribu\w+|recevable)|"
    r"sans[ ]suite|(?:retire|annule|supprime)(?:e?e?s?)?(?!\w))"
)
"""Words for a sum that was not granted, behind it."""
EARLIER = regex.compile(
    r"(?:contre|au[ ]lieu[ ]de(?:s)?|pour[ ]memoire|rappel|precedemment|"
    r"anciennement)[ :]*(?P<sum>\d[\d .]*(?:,\d\d)?)[ ]?(?:€|euros?)"
    r"(?:[ ](?:en|pour|votes?[ ]en|verses?[ ]en|accordes?[ ]en)[ ](?P<year>20\d\d))?"
    r"|(?<!\d)(?P<year>20\d\d)[ ]*:[ ]*(?P<sum>\d[\d .]*(?:,\d\d)?)[ ]?(?:€|euros?)"
    r"|\([ ]?(?P<sum>\d[\d .]*(?:,\d\d)?)[ ]?(?:€|euros?)[ ](?:en|votes?[ ]en|verses?[ ]en)[ ](?P<year>20\d\d)[ ]?\)"
)
"""What the rest of a row recalls ("(contre 250 € en 2023)")."""

PAID_TO = regex.compile(
    r"(?:a[ ]verser|(?:verse|attribue|paye|alloue|reverse)e?s?)[ ](?:directement[ ])?(?:a|au|aux)[ ](?:l'[ ]?|"
    r"la[ ]|le[ ]|les[ ])?(?=\w)"
)
"""Whom a row's sum is paid to, where its name says whom it is for."""

_NOTE = regex.compile(r"[^,;:()€]*\([^()]*")
_NAMES_ONE = regex.compile(r"(?<!\w)(?:et|puis|ainsi que|à|au|aux)(?!\w)[^(]*\((?!dont(?!\w)|soit(?!\w)|\+)")


def noted(plain: str, sums: Iterable[Span]) -> frozenset[int]:
    """Where those sums begin that stand in a bracket which says something of the sum before it ("(dont 200 € pour
    l'école)"); none of them is a grant of its own."""
    found: set[int] = set()
    left: int | None = None
    for start, end in sums:
        between = plain[left:start] if left is not None and start - left < _NOTE_REACH else ""
        if _NOTE.fullmatch(between) and not _NAMES_ONE.search(between):
            found.add(start)
        else:
            left = end
    return frozenset(found)


_NOTE_REACH = 200


def reckoned(folded: str, start: int, end: int) -> Span | None:
    """Where a line tells how its sum was reckoned; the sum itself follows."""
    if _TELLS.search(folded, start, end) is None:
        return None
    match = _RECKONED.search(folded, start, end)
    return match.span() if match else None


def reckons(view: View, amount: Span, following: int, *, rate: bool) -> bool:
    """Whether an amount is what the next one is reckoned from: a price by unit, the whole of a share."""
    if not _LEADS_ON.match(view.folded, amount[1], following):
        return False
    line = max(0, view.plain.rfind("\n", 0, amount[0]))
    return rate or (
        _BASE.search(view.folded, line, amount[0]) is not None
        or _COUNTED.search(view.folded, line, amount[0]) is not None
        or view.folded[amount[1] : amount[1] + 3].strip()[:1] in tuple("x×*/")
    )
