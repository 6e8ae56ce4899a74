"""Dates in figures, in letters, in words."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from delibgraph.extraction.text.dates import dates, number
from delibgraph.extraction.text.view import View

MONTHS = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
]
ONES = (
    "un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit "
    "dix-neuf"
)
CASES = {
    "12 juillet 2023": "2023-07-12",
    "1er mars 2014": "2014-03-01",
    "1 er mars 2014": "2014-03-01",
    "$1^{\\text{er}}$ mars 2014": "2014-03-01",
    "01” mars 2014": "2014-03-01",
    "LE 3 DÉCEMBRE 2009": "2009-12-03",
    "3 déc. 2009": "2009-12-03",
    "12 juillet\n2023": "2023-07-12",
    "12/07/2023": "2023-07-12",
    "12.07.23": "2023-07-12",
    "07/11/12": "2012-11-07",
    "5-6-1998": "1998-06-05",
    "2023-07-12": "2023-07-12",
    "20230712": "2023-07-12",
    "l'an deux mil dix-sept et le neuf juin": "2017-06-09",
    "L’an deux mille vingt-deux, le jeudi quatorze avril à 19 h": "2022-04-14",
    "L an deux mil quatorze, le vingt et un mars,": "2014-03-21",
    "l'an 2017, le 9 juin": "2017-06-09",
    "l'an deux mille neuf, le premier du mois d'octobre,": "2009-10-01",
    "neuf juin deux mil dix-sept": "2017-06-09",
    "VINGT-SIX MARS 2018": "2018-03-26",
    "3 dé-cembre 2009": "2009-12-03",
    "l'an mil neuf cent quatre-vingt-dix-huit, le trente juin": "1998-06-30",
}


@pytest.mark.parametrize(("text", "day"), CASES.items())
def test_forms(text: str, day: str) -> None:
    [found] = dates(View.of(f"Réunion : {text} {{}}."))
    assert found.date.isoformat() == day


@pytest.mark.parametrize(
    "text", ["32 mars 2020", "29/02/2023", "1234/56/78", "n° 2014-07", "45.12.2020", "article 12.3.45678"]
)
def test_no_dates(text: str) -> None:
    assert list(dates(View.of(text))) == []


def test_spans_and_order() -> None:
    text = "le 12 juillet 2023 puis neuf juin deux mil dix-sept, enfin 3/4/2020"
    found = list(dates(View.of(text)))
    assert [text[dated.start : dated.end] for dated in found] == [
        "12 juillet 2023",
        "neuf juin deux mil dix-sept",
        "3/4/2020",
    ]


@given(st.dates(datetime.date(1970, 1, 1), datetime.date(2069, 12, 31)))
def test_every_day_is_read_in_every_form(day: datetime.date) -> None:
    forms = [
        f"{day.day} {MONTHS[day.month - 1]} {day.year}",
        f"{day:%d/%m/%Y}",
        f"{day:%d/%m/%y}",
        day.isoformat(),
        f"{day:%Y%m%d}",
    ]
    for form in forms:
        assert [found.date for found in dates(View.of(f"le {form} à"))] == [day], form


def words(value: int) -> str:
    """A number below a hundred in French words."""
    ones = ONES.split()
    tens = {20: "vingt", 30: "trente", 40: "quarante", 50: "cinquante", 60: "soixante"}
    if value < 20:
        return ones[value - 1]
    if value >= 80:
        return "quatre-vingts" if value == 80 else f"quatre-vingt-{words(value - 80)}"
    base = 60 if value >= 70 else value // 10 * 10
    rest = value - base
    if rest == 0:
        return tens[base]
    return f"{tens[base]} et {words(rest)}" if rest in (1, 11) else f"{tens[base]}-{words(rest)}"


@given(st.integers(1, 99))
def test_years_in_words(value: int) -> None:
    assert number(f"deux mil {words(value)}") == 2000 + value
    assert number(f"mil neuf cent {words(value)}") == 1900 + value
