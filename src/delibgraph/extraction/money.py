"""Amounts of money: how they are printed and what they come to.

Forms: ``docs/funding.md``. Francs, unit rates, percentages and shares are no amounts here.
"""

from __future__ import annotations

from dataclasses import dataclass

import regex

_DIGITS = r"(?:\d{1,3}(?:[ .]\d{3})+|\d+)"
_SCALE = r"(?P<scale>(?:millions?|milliards?)(?:[ ]d['e]?[ ]?)?|[mk](?=[ ]?(?:€|euros?)))"
_AMOUNT = regex.compile(
    rf"""
    (?<![\w/.,-])
    (?P<number>{_DIGITS}(?:[ ]?,[ ]?\d{{1,3}}|\.\d{{1,2}}(?!\d))?) (?:[ ]?[.,]-)?  # "12.500,00", "1 000.-"
    \s{{0,2}} {_SCALE}? [ ]? (?P<unit>€(?:uros?)?|euros?|eur(?!\w))
    (?P<rate>[ ]?(?: /                                                             # "300 € / élève"
      | par[ ](?!an(?!\w)|exercice)\w                                              # "300 € par élève"
      | ht(?!\w)[^\n.]{{0,40}}soit ))?                                             # "10 000 € HT soit …"
    """,
    regex.VERBOSE,
)
_BARE = regex.compile(
    r"(?<=(?:accorde|verse|attribue|alloue|octroye)r?[ ](?:la[ ]somme[ ]de[ ])?)"
    rf"(?P<number>{_DIGITS})(?=[ ]+(?:a|au|aux)[ ])"
)
_CENTS = regex.compile(r"\.(?=\d{1,2}$)")
_SCALES = {"milliard": 1_000_000_000, "million": 1_000_000, "m": 1_000_000, "k": 1_000}


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount in euros and its place in the text that it was read from; a rate is a price by unit."""

    start: int
    end: int
    value: float
    rate: bool


def amounts(folded: str) -> list[Amount]:
    """The amounts printed in a folded text, in order; a bare figure counts right after a verb of giving (a lost €)."""
    found = [
        Amount(match.start(), match.end("unit"), _value(match["number"], match["scale"]), bool(match["rate"]))
        for match in _AMOUNT.finditer(folded)
    ]
    found += [
        Amount(match.start(), match.end(), _value(match["number"], None), False)
        for match in _BARE.finditer(folded)
        if not any(amount.start <= match.start() < amount.end for amount in found)
    ]
    return sorted(found, key=lambda amount: amount.start)


def _value(number: str, scale: str | None) -> float:
    """Euros: a comma, or a dot before one or two last digits, parts the cents."""
    digits = number.replace(" ", "")
    if "," not in digits:
        digits = _CENTS.sub(",", digits)
    value = float(digits.replace(".", "").replace(",", "."))
    factor = next((factor for name, factor in _SCALES.items() if scale and scale.startswith(name)), 1)
    return round(value * factor, 2)
