"""The period of an agreement: a year or several, two days, or a number of years from a day on."""

from __future__ import annotations

import datetime
from itertools import pairwise

import regex

from delibgraph.extraction.text.dates import dates, number
from delibgraph.extraction.text.view import View
from delibgraph.facts import Span

Period = tuple[str, str, int]
"""The first and last day or year (ISO 8601), and where their mention ends."""
_REACH, _NEAR = 220, 60
"""Characters behind an agreement's name within which its period starts; within which a year alone is one."""
_YEARS = regex.compile(r"(?<![\d/.-])(?P<first>20\d\d)[ ]?(?:[-–/]|a|et)[ ]?(?P<last>20\d\d)(?![\d/-]|[ ]?(?:€|eur))")
_YEAR = regex.compile(
    r"(?:\G[ ]*|(?:pour|au[ ]+titre[ ]+de|annee|exercice)[ ]+(?:l'[ ]?)?(?:annee[ ]+|exercice[ ]+)?)"
    r"(?P<year>20\d\d)(?![\d/-]|[ ]?(?:€|eur))"
)
_FROM_DAY = regex.compile(r"(?<!\w)(?:du|a[ ]+compter[ ]+du|a[ ]+partir[ ]+du|prenant[ ]+effet[ ]+(?:au|le))[ ]+$")
_TO_DAY = regex.compile(r"[ ]+(?:au|jusqu'au)[ ]+")
_LENGTH = regex.compile(r"(?:duree|periode)[ ]+(?:de[ ]+)?(?P<years>\d{1,2}|[a-z]+)[ ]*(?:\(\d{1,2}\)[ ]*)?ans?(?!\w)")
_CLOSED = regex.compile(r"[.;](?=\s|$)|\n[ ]*\n")


def period_in(view: View, start: int, end: int) -> Period | None:
    """The period told between two offsets, right behind an agreement's name."""
    end = min(end, start + _REACH)
    closed = _CLOSED.search(view.folded, start, end)
    end = closed.start() if closed else end
    if days := _days(view, start, end):
        return days
    if years := _YEARS.search(view.folded, start, end):
        return (years["first"], years["last"], years.end()) if years["first"] < years["last"] else None
    year = _YEAR.search(view.folded, start, min(end, start + _NEAR))
    return (year["year"], year["year"], year.end()) if year else None


def _days(view: View, start: int, end: int) -> Period | None:
    """Two days ("du 1er janvier 2024 au 31 décembre 2026"), or a day and a number of years."""
    found = list(dates(view, start, end))
    for first, last in pairwise(found):
        if _FROM_DAY.search(view.folded, start, first.start) and _TO_DAY.fullmatch(view.folded, first.end, last.start):
            return first.date.isoformat(), last.date.isoformat(), last.end
    length = _LENGTH.search(view.folded, start, end)
    opening = next((day for day in found if _FROM_DAY.search(view.folded, start, day.start)), None)
    if length is None or opening is None:
        return None
    years = int(length["years"]) if length["years"].isdigit() else number(length["years"])
    return (*_over(opening.date, years), max(length.end(), opening.end)) if years else None


def _over(first: datetime.date, years: int) -> tuple[str, str]:
    """The first and last day of so many years."""
    day = 28 if (first.month, first.day) == (2, 29) else first.day
    last = datetime.date(first.year + years, first.month, day) - datetime.timedelta(days=1)
    return first.isoformat(), last.isoformat()


def date_in(view: View, span: Span) -> str | None:
    """The day, else the year, that a stretch tells ("au 31 décembre 2023", "en 2023")."""
    day = next(iter(dates(view, *span)), None)
    if day:
        return day.date.isoformat()
    year = _STATED.search(view.folded, *span)
    return year["year"] if year else None


_STATED = regex.compile(r"(?<!\w)(?:en|fin|debut|annee|exercice|saison)[ ]+(?P<year>(?:19|20)\d\d)(?![\d])")
