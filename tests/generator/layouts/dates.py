"""Dates in figures and in words (layouts.md 48)."""

from __future__ import annotations

import datetime

from tests.generator.lexicon import words

MONTHS = words("janvier février mars avril mai juin juillet août septembre octobre novembre décembre")
DAYS = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"]
_UNITS = words(
    "zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit "
    "dix-neuf"
)
_TENS = {2: "vingt", 3: "trente"}


def spelt(number: int, *, first: bool = False) -> str:
    """A day or a year of this century in words: "vingt et un", "deux mille neuf"; the first of a month is "premier"."""
    if number == 1 and first:
        return "premier"
    if number >= 2000:
        return f"deux mille {spelt(number - 2000)}" if number > 2000 else "deux mille"
    if number < 20:
        return _UNITS[number]
    tens, unit = divmod(number, 10)
    return _TENS[tens] + ("" if not unit else " et un" if unit == 1 else f"-{_UNITS[unit]}")


def printed_date(date: datetime.date, piece: str) -> str:
    """A date as a piece prints it."""
    day, month = "1er" if date.day == 1 else str(date.day), MONTHS[date.month - 1]
    forms = {
        "figures": f"{day} {month} {date.year}",
        "padded": f"{date.day:02} {month} {date.year}",
        "weekday": f"{DAYS[date.weekday()]} {day} {month} {date.year}",
        "slashes": f"{date:%d/%m/%Y}",
        "short-slashes": f"{date:%d/%m/%y}",
        "dashes": f"{date:%d-%m-%Y}",
        "words": f"{spelt(date.day, first=True)} {month} {spelt(date.year)}",
    }
    return forms[piece]
