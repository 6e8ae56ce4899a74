"""For which year money is given: the one of its clause or its list, of the title, of the budget it is charged to.

Of a season or a school year, the first. Forms: ``docs/funding.md``.
"""

from __future__ import annotations

import re

import regex

from delibgraph.extraction.text.view import View, fold
from delibgraph.facts import Span

_YEAR = regex.compile(
    r"""
    (?: (?:subvention|cotisation|adhesion|participation|bourse|aide|dotation|contribution|fonds[ ]+de[ ]+concour)s?
        (?:[ ]+(?!(?:en|le|du|depuis|(?:vers|attribu|accord|allou|vote|percu|recu)\w*)(?!\w))[\p{L}'-]+){0,5}
        [ ]*(?:[–(-][ ]*)?[ ](?=\d{4}(?!-)(?!/))
      | titre[ ]+(?:de[ ]+)?(?:l'[ ]?annee[ ]+|l'exercice[ ]+)?
      | pour[ ]+(?:l'[ ]?annee[ ]+|l'exercice[ ]+|l[ ]annee[ ]+)?
      | budget[ ]+(?:(?:primitif|previsionnel|communal|general)[ ]+)?(?:de[ ]+)?
      | (?:saison|campagne|annee[ ]+scolaire|rentree)s?[ ]+(?:(?:sportive|culturelle|scolaire|estivale)[ ]+)?
      | (?:l'[ ]?|en[ ]+)(?:annee|exercice)[ ]+ | (?:exercice|annee|(?<!ees?[ ])en)[ ]+ )
    (?P<year>(?:19|20)\d\d)(?!\d)
    """,
    regex.VERBOSE,
)
_FIGURES = re.compile(r"(?:19|20)\d\d")
"""What any year holds: looked for before the longer patterns."""
_ANY_YEAR = regex.compile(
    r"(?<![\d/.-])(?<!(?:art|articles?|comptes?|natures?|chapitres?|n[°o])[. ]{0,2})(?P<year>20[0-4]\d)"
    r"(?![\d/-]|[ ]?(?:€|eur))"
)


_PROGRAMME = regex.compile(
    r"(?<!\w)(?:programm\w*|attributions?|repartitions?|contrats?|campagnes?|dispositifs?|appels?[ ]a[ ]projets?|"
    r"tranches?|annee|exercice|saison|plan|fonds[ ]+de[ ]+concours|aides?|soutien|subventions?|cotisations?|"
    r"adhesions?|participations?|bourses?|dotations?)[ ]+"
    r"(?:(?!(?:du|le|la|seance|19|20)(?!\w))[\p{L}'-]+[ ]+){0,3}?[-–(]?[ ]*(?P<year>20\d\d)(?!\d)"
)
"""The year of a programme that a title names ("Programme 2014 d'aide aux communes")."""
_CHARGED = regex.compile(
    r"budget[ ]+(?:(?:primitif|previsionnel|communal|general|principal|departemental|"
    r"regional|supplementaire|de[ ]la[ ]\w+)[ ]+)*"
    r"(?:(?:de[ ]+)?l'(?:exercice|annee)[ ]+|de[ ]+|pour[ ]+)?(?P<year>20\d\d)(?!\d)|(?<!\w)exercice[ ]"
    r"+(?:budgetaire[ ]+)?(?P<year>20\d\d)(?!\d)"
)
"""The year of the budget that the expense is charged to."""


def year_of(view: View, *places: Span) -> int | None:
    """The year that the first of the places names that names one; else any year in the first of them."""
    dated = (place for place in places if _FIGURES.search(view.folded, *place))
    match = next((m[-1] for place in dated if (m := list(_YEAR.finditer(view.folded, *place)))), None)
    match = match or _ANY_YEAR.search(view.folded, *places[0])
    return int(match["year"]) if match else None


def year_in(title: str) -> int | None:
    """The one year that a title names as the grants' ("Subventions sportives 2024")."""
    years = {match["year"] for match in _ANY_YEAR.finditer(fold(title))}
    named = _YEAR.search(fold(title)) or _PROGRAMME.search(fold(title))
    return int(named["year"]) if named and years == {named["year"]} else None


def year_charged(view: View, start: int, end: int) -> int | None:
    """The one year of the budgets that a decision charges its expense to."""
    years = {match["year"] for match in _CHARGED.finditer(view.folded, start, end)}
    return int(years.pop()) if len(years) == 1 else None


_SAID = regex.compile(
    r"(?<!\w)(?:au[ ]+titre[ ]+(?:de[ ]+)?(?:l'annee[ ]+|l'exercice[ ]+)?|pour[ ]+(?:l'annee[ ]+|l'exercice[ ]+)?|"
    r"pour[ ]+la[ ]+)"
    r"(?:(?:saison|campagne|annee[ ]+scolaire|rentree)[ ]+(?:\w+[ ]+)?)?(?P<year>20\d\d)(?!\d)"
)
_OF_GRANTS = regex.compile(
    r"propos|demande|reconduir|soutien|soutenir|subvention|attribu|accord|allou|octro|particip|aide"
)


def year_told(view: View, start: int, end: int) -> int | None:
    """The one year that the sentences on grants of a stretch name."""
    years = set()
    for match in _SAID.finditer(view.folded, start, end):
        first = max(
            view.folded.rfind(".", start, match.start()), view.folded.rfind("\n\n", start, match.start()), start
        )
        last = view.folded.find(".", match.end(), end)
        if _OF_GRANTS.search(view.folded, first, end if last < 0 else last):
            years.add(match["year"])
    return int(years.pop()) if len(years) == 1 else None


def earlier_year(view: View, start: int, end: int) -> int | None:
    """The last year that a stretch names as such."""
    years = [int(match["year"]) for match in _YEAR.finditer(view.folded, start, end)]
    return years[-1] if years else None
