"""Dates as French records write them: in figures, with the month in letters, compact, or all in words."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass

import regex

from delibgraph.extraction.text.phrases import Phrase
from delibgraph.extraction.text.view import View

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("janvier", "janv"),
            ("fevrier", "fevr", "fev"),
            ("mars",),
            ("avril", "avr"),
            ("mai",),
            ("juin",),
            ("juillet", "juil"),
            ("aout",),
            ("septembre", "sept", "sep"),
            ("octobre", "oct"),
            ("novembre", "nov"),
            ("decembre", "dec"),
        ),
        1,
    )
    for name in names
}
_UNITS = {
    **dict.fromkeys(("un", "une", "premier", "1er"), 1),
    **{
        word: number
        for number, word in enumerate(
            ("deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze", "treize",
             "quatorze", "quinze", "seize"),
            2,
        )
    },
}  # fmt: skip
_TENS = {"vingt": 20, "vingts": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60}


def _either(words: dict[str, int]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


_NUMBER = rf"(?:{_either(_UNITS | _TENS)}|et)"
_NUMBERS = rf"{_NUMBER}(?:[ -]+{_NUMBER})*"
_WEEKDAY = r"(?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)[ ,]+)?"
_TORN = "|".join("-?".join(name) for name in sorted(_MONTHS, key=len, reverse=True) if len(name) > len("sept"))
_MONTH = rf"(?P<month>{_either(_MONTHS)})\.?"
# "jan-vier", of which a line's end was lost
_MONTH_TORN = rf"(?P<month>{_either(_MONTHS)}|{_TORN})\.?"
_YEAR = r"(?P<year>(?:19|20)\d{2})"
_YEAR_WORDS = rf"(?P<yearwords>(?:deux[ -]+mil(?:le|s)?|mil(?:le)?[ -]+neuf[ -]+cents?)(?:[ -]+{_NUMBERS})?)"
# what stands for "er" after a first day: as printed, between marks of formulas, or misread
_FIRST = r"(?:[ ^{$]{0,6}(?:text|mathrm|rm)?[ {]{0,2}er[ }$]{0,4}|[ ]?[\"'°*^]{1,2})?"
# "12 juillet 2023", "1er mars 2014", "12 mars deux mille vingt-trois"
_FIGURES = rf"(?P<day>\d{{1,2}}){_FIRST}[ \n]*{_MONTH_TORN}[ \n]+(?:{_YEAR}|{_YEAR_WORDS})"
# "2023-07-12"
_ISO = rf"{_YEAR}-(?P<month>[01]\d)-(?P<day>[0-3]\d)(?!\d)"
# "12/07/2023", "12.07.23"
_NUMERIC = r"(?P<day>\d{1,2})[ ]?[/.-][ ]?(?P<month>\d{1,2})[ ]?[/.-][ ]?(?P<year>(?:19|20)?\d{2})(?![\d/])"
# "20230712"
_COMPACT = rf"{_YEAR}(?P<month>[01]\d)(?P<day>[0-3]\d)(?!\d)"
# "L'an deux mil dix-sept et le neuf juin", "l'an 2017, le 9 juin"; a column beside it may have come between
_IN_WORDS = (
    rf"l[' ]?an[ ]+(?:{_YEAR_WORDS}|{_YEAR})(?:[ ,;]*\n?[ ]*(?:et[ ]+)?|[ \n][^\n.;]{{2,50}}?[ \n](?=le[ ]))"
    rf"(?:le|du)?[ ]*(?::[ ]*)?{_WEEKDAY}(?:le[ ]+)?"
    rf"(?:(?P<day>\d{{1,2}})(?:er)?|(?P<daywords>{_NUMBERS}))[ ]+(?:du[ ]+mois[ ]+d(?:e[ ]+|'))?{_MONTH}(?=[ ,.;\n]|$)"
)
# "neuf juin deux mil dix-sept", "vingt-six mars 2018"
_LETTERS = rf"(?P<daywords>{_NUMBERS})[ ]+{_MONTH}[ ]+(?:{_YEAR_WORDS}|{_YEAR})"
_DIGITS = rf"(?=\d)(?:{'|'.join((_FIGURES, _ISO, _NUMERIC, _COMPACT))})"
DATE = regex.compile(rf"(?<!\w)(?:{_IN_WORDS}|{_DIGITS}|{_LETTERS})")
"""A date in any form, on folded text."""
_YEARLESS = regex.compile(
    rf"(?<!\w)(?:(?P<day>\d{{1,2}}){_FIRST}|(?P<daywords>{_NUMBERS}))[ \n]+{_MONTH}"
    r"(?=[ ]*(?:[,;.\n)–-]|a[ ]\d|(?:s'est|se[ ]sont|sont|s'etant)[ ](?!rendu)|etaient[ ]presente?s|\p{L}+[ ]*:|$))"
)
_OF_YEAR = Phrase("l lan", f"(?-x:{_IN_WORDS})")
# a blank can be lost after "le"
_WITH_FIGURES = regex.compile(rf"(?=\d)(?:\b|(?<=(?<!\w)(?:le|du))){_DIGITS}")
_IN_LETTERS = Phrase(" ".join(_UNITS | _TENS), f"(?-x:{_LETTERS})")
_CENTURY = regex.compile(r"(?:(?P<this>deux mil(?:le|s)?)|mil(?:le)? neuf cents?)\s*")


@dataclass(frozen=True, slots=True)
class Dated:
    """A date and where it stands."""

    start: int
    end: int
    date: datetime.date


def dates(view: View, start: int = 0, end: int | None = None) -> Iterator[Dated]:
    """The dates of a stretch in order; what is no day of the calendar is passed over."""
    limit = len(view.folded) if end is None else end
    matches = [*_OF_YEAR.finditer(view, start, limit)]
    taken = [match.span() for match in matches]
    matches += (
        match
        for match in _WITH_FIGURES.finditer(view.folded, start, limit)
        if not any(first <= match.start() < last for first, last in taken)
    )
    matches += _IN_LETTERS.finditer(view, start, limit)
    for match in sorted(matches, key=lambda match: match.start()):
        if match.start() >= start and (found := _read(match)):
            start = match.end()
            yield Dated(match.start(), match.end(), found)


def first_date(view: View, start: int, end: int) -> Dated | None:
    """The first date of a stretch."""
    return next(dates(view, start, end), None)


def yearless(view: View, start: int, end: int) -> Iterator[int]:
    """Where days without a year stand ("le 12 mars")."""
    return (match.start() for match in _YEARLESS.finditer(view.folded, start, end))


def last_day(view: View, at: int, limit: datetime.date) -> Dated | None:
    """The day without a year that stands right at an offset: the last one up to ``limit``."""
    return next((day for day in _days(view, at, (limit.year, limit.year - 1)) if day.date <= limit), None)


def day_after(view: View, at: int, limit: datetime.date) -> Dated | None:
    """The day without a year that stands right at an offset: the first one after ``limit``."""
    return next((day for day in _days(view, at, (limit.year, limit.year + 1)) if day.date > limit), None)


def _days(view: View, at: int, years: tuple[int, int]) -> Iterator[Dated]:
    """The day without a year at an offset, in each year that has it."""
    if match := _YEARLESS.match(view.folded, at):
        for year in years:
            with suppress(ValueError):
                day = int(match["day"]) if match["day"] else number(match["daywords"])
                yield Dated(*match.span(), datetime.date(year, _month(match["month"]), day))


def _read(match: regex.Match[str]) -> datetime.date | None:
    groups = {name: values[-1] for name, values in match.capturesdict().items() if values}
    month = groups["month"]
    year = int(groups["year"]) if "year" in groups else number(groups["yearwords"])
    day = int(groups["day"]) if "day" in groups else number(groups["daywords"])
    if year < 100:
        year += 2000 if year < 70 else 1900
    try:
        return datetime.date(year, int(month) if month.isdigit() else _month(month), day)
    except ValueError:
        return None


def _month(name: str) -> int:
    """Which month it is; a hyphen that a line's end left in its name counts for nothing."""
    return _MONTHS[name.replace("-", "")]


def number(words: str) -> int:
    """The value of a French number in words up to 2099 ("deux mil vingt et un", "quatre-vingt-dix-huit")."""
    text = " ".join(words.replace("-", " ").split())
    value = 0
    if century := _CENTURY.match(text):
        value, text = (2000 if century["this"] else 1900), text[century.end() :]
    for word in text.replace("quatre vingts", "huitante").replace("quatre vingt", "huitante").split():
        value += 80 if word == "huitante" else _TENS.get(word, _UNITS.get(word, 0))
    return value
