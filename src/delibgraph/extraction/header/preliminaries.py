"""What a sitting decides before its first item: its secretary, the last minutes, the urgency, what joins the agenda."""

from __future__ import annotations

import regex

from delibgraph.extraction.text.view import View

_MINUTES = r"(?:proces[- ]verba(?:l|ux)|comptes?[- ]rendus?|(?<!\w)p\.?v\.?(?!\w))"
_PRELIMINARY = regex.compile(
    rf"{_MINUTES}[^.;:]{{0,150}}?(?<!\w)(?:adopte|approuve)e?s?(?!\w)[^.\n]*"
    rf"|(?<!\w)(?:approbation|adoption)[ ,]+a[ ]l'unanimite[ ,][^.;:\n]{{0,40}}{_MINUTES}[^.\n]*"
    rf"|(?<!\w)(?:adopte|approuve)(?:nt)?[ ](?:[^.;:\n]{{0,30}}[ ])?l[ea]s?[ ]{_MINUTES}[^.\n]*"
    r"|(?<!\w)(?:vote|votent|accepte|acceptent|approuve|approuvent|autorise|decide)(?:[ ][^.\n]{0,60})?[ ]"
    r"(?:l[ea]s?[ ]|l'|d[eu]s?[ ]|d')"
    r"(?:caractere[ ]d'urgence|(?:r?ajout|inscription|modification)[ ][^.\n]{0,60}ordre[ ]du[ ]jour)[^.\n]*"
    r"|(?<!\w)(?:r?ajout|inscri)\w+[ ][^.\n]{0,60}ordre[ ]du[ ]jour"
    r"(?:(?!deliber)[^.]){0,300}?(?:unanim|accept|accord)[^.\n]*"
    r"|(?<!\w)(?:designe|nomme|elit)(?:nt)?(?:[ ][^.\n]{0,80})?[ ]secretaire[ ]de[ ](?:la[ ])?seance[^.\n]*"
)
_WORDS = ("proces", "compte", "pv", "p.v", "secretaire", "urgence", "ordre du jour")
"""Words of which each of these holds one: looked for first, for that is quick."""
_SOON, _NEAR, _LONGEST = 300, 1000, 500
"""Characters after the lists in which such a decision stands: where it is not the first one, where it is, its own."""


def preliminaries_end(view: View, start: int, decision: int | None) -> int | None:
    """Where the decisions end that open a sitting whose lists end at ``start``; ``None`` where there are none.

    ``decision`` is where the first decision begins: one of them, or the act's own.
    """
    first = len(view.plain) if decision is None else decision
    end: int | None = None
    if all(view.folded.find(word, start, start + 2 * _NEAR) < 0 for word in _WORDS):
        return None
    while match := _PRELIMINARY.search(view.folded, end or start, min(first + _LONGEST, (end or start) + _NEAR)):
        if match.end() < first and match.start() - (end or start) > _SOON:
            break
        end = match.end()
    return end
