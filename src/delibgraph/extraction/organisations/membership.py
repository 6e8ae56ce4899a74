"""How many members an organisation has: "61 entreprises et 13 organismes adhérents".

A figure counts where its sentence says that the organisation gathers so many, or calls them its members; of members who
do something ("31 adhérents de X ont participé") it tells a part, and is none.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from delibgraph.extraction.organisations.mentions import Mentions, Named
from delibgraph.extraction.text.periods import date_in
from delibgraph.extraction.text.phrases import Phrase, vocabulary
from delibgraph.extraction.text.view import View, tidy
from delibgraph.facts import MemberCount, Span

_SORT = (
    r"(?:entreprises?|societes?|organismes?|adherent(?:e)?s?|membres?|licencie(?:e)?s?|structures?|associations?|communes?|"
    r"etablissements?|industriels?|clubs?|collectivites?|laboratoires?|acteurs?|epci|intercommunalites?|cotisants?|"
    r"pme|tpe|artisans?|commercants?|exploitants?|agriculteurs?|benevoles?|lycees?)"
)
_FIGURE = regex.compile(
    rf"(?P<count>\d{{1,3}}(?:[ .]\d{{3}})+|\d+)[ \n]+(?P<sort>{_SORT})(?!\w)"
    r"(?:[ \n]+(?:adherent|membre|cotisant|licencie|affilie|labellise)e?s?(?!\w))?"
)
_ANY = regex.compile(r"(?P<count>\d{1,3}(?:[ .]\d{3})+|\d+)[ \n]+(?P<sort>[a-z-]{3,}s)(?!\w)")
_NO_MEMBERS = vocabulary(
    "sites salaries emplois participants personnes habitants equipements lits places hectares kilometres ans annees "
    "mois jours heures logements projets actions services "
    "visiteurs spectateurs euros millions milliers pages lots metres "
    "disciplines activites ateliers spectacles concerts agents postes points axes piliers partenaires"
)
"""What can be gathered and is nobody's member."""
_NEXT = regex.compile(r"(?:[ ]*,[ \n]*|[ \n]+et[ \n]+)")
_GATHERS = Phrase(
    "rassemble regroupe federe compte reunit comprend associe rassemblait regroupait federait comptait reunissait "
    "rassemblant regroupant federant comptant reunissant composee compose forte fort",
    r"(?:(?:rassembl|regroup|feder|compt|reuniss|associ)(?:e|ait|ant)|reunit|comprend|composee?[ ]+de|"
    r"forte?[ ]+de)[ \n]+"
    r"(?:(?:aujourd'hui|actuellement|desormais|deja|ainsi|parmi[ ]+ses[ ]+membres|a[ ]+ce[ ]+jour)[ \n]+){0,3}(?=\d)",
)
_ITS = Phrase("ses", r"ses[ \n]+(?=\d)")
_GATHERING = regex.compile(r"rassembl|regroup|feder")
_CALLED = regex.compile(r"adherent|membre|licencie|cotisant|affilie")
_ITS_VERB = regex.compile(
    r"[»\" ]*(?:\([^)\n]{1,60}\))?[ ,\n]*(?:est[ ]+(?:une?|la|le|l')[^.;]{0,100}?(?:qui[ \n]+)?|"
    r"qui[ \n]+|,[^.;]{0,60}?,[ \n]*|(?:aujourd'hui|actuellement)[ ]+|en[ ]+\d{4}[ ,]+|"
    r"(?:[^.;,]|(?<=(?<!\w)m)\.){0,100}[ ]et[ \n]+)?$"
)
"""What may stand between an organisation's name and the verb that it is the subject of."""
_STOP = regex.compile(r"[.;](?=\s|$)|\n[ ]*\n")
_REACH, _LEAD = 200, 40


def read_member_counts(view: View, mentions: Mentions, start: int) -> Iterator[tuple[MemberCount, Named]]:
    """The figures told from an offset on, each with the organisation as the text names it."""
    for match in _GATHERS.finditer(view, start):
        named = mentions.last(match.start(), max(start, match.start() - _REACH))
        if named and _ITS_VERB.match(view.folded, named.end, match.start()) and _whole(view, named, match):
            any_sort = _GATHERING.match(match[0]) is not None and mentions.has_kind(named.name)
            yield from _counts(view, named, match.end(), any_sort=any_sort)
    for match in _ITS.finditer(view, start):
        sentence = view.plain.rfind(".", 0, match.start()) + 1
        inside = mentions.within((sentence, match.start()))
        named = inside[0] if len({one.name for one in inside}) == 1 else None
        if not inside and (figures := [*_figures(view, match.end(), len(view.folded))]):
            named = mentions.after(figures[-1].end() + 1, figures[-1].end() + _REACH)
        if named and _called(view, match.end()):
            yield from _counts(view, named, match.end())


def _whole(view: View, named: Named, match: regex.Match[str]) -> bool:
    """Whether nothing else is the verb's subject, and the figures are of members or the verb leaves no doubt."""
    verb = view.folded[match.start() : match.start() + 5]
    return "\n\n" not in view.plain[named.end : match.start()] and (verb != "compt" or _called(view, match.end()))


def _called(view: View, at: int) -> bool:
    """Whether a row of figures calls what it counts members."""
    figures = [*_figures(view, at, len(view.folded))]
    return bool(figures) and _CALLED.search(view.folded, at, figures[-1].end()) is not None


def _figures(view: View, at: int, end: int, *, any_sort: bool = False) -> Iterator[regex.Match[str]]:
    """The figures of a row that begins at an offset; of known sorts of members, unless any will do."""
    while figure := _FIGURE.match(view.folded, at, end) or (_ANY.match(view.folded, at, end) if any_sort else None):
        if figure["sort"] in _NO_MEMBERS:
            return
        yield figure
        following = _NEXT.match(view.folded, figure.end(), end)
        if following is None:
            return
        at = following.end()


def _counts(view: View, named: Named, at: int, *, any_sort: bool = False) -> Iterator[tuple[MemberCount, Named]]:
    """The figures of a row, with the date that the rest of the sentence tells."""
    stop = _STOP.search(view.folded, at)
    end = stop.start() if stop else len(view.folded)
    first = max(
        (stop.end() for stop in _STOP.finditer(view.folded, max(0, named.start - _LEAD), named.start)), default=0
    )
    lead = (max(first, named.start - _LEAD), named.start)
    date = date_in(view, (at, min(end, at + _REACH))) or date_in(view, lead) or date_in(view, (named.end, at))
    for figure in _figures(view, at, end, any_sort=any_sort):
        count = int("".join(filter(str.isdigit, figure["count"])))
        span: Span = (figure.start("count"), figure.end("sort"))
        if count:
            members = tidy(view.plain[slice(*figure.span("sort"))]).lower()
            yield MemberCount(named.name, count, members, span, date), named
