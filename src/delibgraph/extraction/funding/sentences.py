"""Lines that end with a figure: those of a sentence, those of a total, and the rows of a table.

Forms: ``docs/funding.md``.
"""

from __future__ import annotations

import regex

from delibgraph.extraction.funding.payees import is_label
from delibgraph.extraction.funding.rows import Line
from delibgraph.extraction.text.view import fold

_TOTAL = regex.compile(
    r"(?:sous[ -]*)?total|montant[ ]+total|soit[ ]+(?:un[ ]+)?total|ensemble(?=[ :.]*$)|tot[ ]*(?:\.|$)"
)


def is_total(name: str) -> bool:
    """Whether a row's name says that it sums up those above it."""
    return _TOTAL.match(fold(name)) is not None


def is_prose(line: Line) -> bool:
    """Whether a line that ends with a figure is the line of a sentence."""
    if len(line.name) > _LONGEST_NAME or _SAID_OF.match(line.rest):
        return True
    name = fold(line.name)
    if _TOTAL.match(name):
        return False
    if is_label(name):
        return True
    signed = any(cell.signed for cell in line.cells)
    return _SAID.search(name) is not None or (not signed and _DATED.search(name) is not None)


_LONGEST_NAME = 110
_SAID = regex.compile(
    r"(?<!\w)(?:(?:d|a|en|pour|sur|soit|est|sont|et|ou|par|de|du|des|montant|somme|hauteur|total|environ|jusqu|"
    r"percu|recu|obtenu|touche|percevait|recevait)[ ']*$|"
    r"(?:attribue|accorde|alloue|octroie|verse|vote|approuve|autorise|decide|fixe|propose|rappelle|precise|"
    r"s'eleve)(?:e?nt|r)?[ ])"
)
"""What makes a name the words of a sentence."""
_SAID_OF = regex.compile(
    r"(?i)[ ]*(?:à|au(?! total)|aux|par|en faveur|au profit|est|sont|soit(?! \d+(?:,\d+)? ?%)|"
    r"HT|TTC|T\.T\.C|H\.T)(?!\w)"
)
_DATED = regex.compile(
    r"(?<!\w)(?:janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre|n[°º]|articles?|"
    r"budget(?:[ ]+(?:communal|primitif))?|annexes?|tableau|voir|lot|ligne|"
    r"saison|campagne|convocation|depuis|loi|decret|page|alinea|annee|exercice|"
    r"le|la|l'|rue|allee|avenue|place|delegues?|voix|presents?|votants?)[ ]*$|\d[ ]*[/.-][ ]*$"
)
