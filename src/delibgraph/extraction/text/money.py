"""Amounts of money: how they are printed and what they come to.

Forms: ``docs/funding.md``. Old francs, unit rates, percentages and shares are no amounts here; the francs of the
Pacific and of Switzerland are.
"""

from __future__ import annotations

from dataclasses import dataclass

import regex

from delibgraph.extraction.text.numerals import spelled

_DIGITS = r"(?:\d{1,3}(?:[ .]\d{3})+|(?<=(?:de|a|soit|montant)[ \n])\d{1,3}\n\d{3}(?!\d)|\d+)"
"""The last but one: a figure that goes on in the next line."""
_SCALE = r"(?P<scale>(?:millions?|milliards?)(?:[ ]d['e]?[ ]?)?|[mk](?=[ ]?(?:€|euros?)))"
_AMOUNT = regex.compile(
    rf"""
    (?<![\w/.,-])
    (?P<number>{_DIGITS}(?:[ ]?,[ ]?\d{{1,3}}|\.\d{{1,2}}(?!\d))?) (?:[ ]?[.,]-)?  # "12.500,00", "1 000.-"
    \s{{0,2}} {_SCALE}? [ ]? (?P<unit>€(?:uros?)?|euros?|eur(?!\w)|eu-\nros
      | (?<=\d\d[ ])e(?=[ ]*(?:;|$|\n)) | (?<=\d[ ])\?(?=[ ](?:a|au|aux)[ ])            # a sign that the OCR spoilt
      | (?:f(?:rancs?)?[ .]?(?:cfp|pacifique)|xpf|chf|francs?[ ]suisses?)(?!\w))
    (?P<rate>[ ]?(?: /(?![ ]?(?:an(?!\w)|annee|\d))                                # "300 € / élève"
      | par[ ](?!an(?!\w)|exercice)\w                                              # "300 € par élève"
      | ht(?!\w)[^\n.]{{0,40}}soit ))?                                             # "10 000 € HT soit …"
    (?P<taxed>[ ]?(?:hors[ ]taxes?|h\.?[ ]?t(?!\w)|t\.?[ ]?t\.?[ ]?c(?!\w)))?
    """,
    regex.VERBOSE,
)
_BARE = regex.compile(
    r"(?<=(?:accorde|verse|attribue|alloue|octroye|vote)r?[ ](?:a[ ]l[' ]unanimite[ ]|a[ ]la[ ]majorite[ ])?"
    r"(?:la[ ]somme[ ]de[ ])?|participer?[ ]a[ ]hauteur[ ]de[ ])"
    rf"(?P<number>{_DIGITS})(?=[ ]+(?:a|au|aux)[ ]+\p{{L}})|"
    rf"(?<=[ ]et[ ])(?<=(?:€|euros)[ ](?:a|au|aux)[ ][^.;:,\n€]{{3,80}}?[ ,]et[ ])(?P<number>{_DIGITS})(?=[ ]+(?:a|au|"
    rf"aux)[ ]+\p{{L}})|(?<=(?:€|euros)[ ](?:a|au|aux)[ ][^.;:,\n€]{{3,80}},[ ])(?P<number>{_DIGITS})"
    rf"(?=[ ]+(?:a|au|aux)[ ]+\p{{L}}[^.;:,\n€]{{2,80}}?(?:,|[ ]et)[ ]+{_DIGITS}[ ]?(?:€|euros))|"
    rf"(?P<number>{_DIGITS})(?=[ ]+(?:a|au|aux)[ ]+\p{{L}})(?<=(?:accorde|verse|attribue|alloue|octroye|vote)r?[ ]"
    rf"\d[\d ]{{1,8}}[ ](?:a|au|aux)[ ][^.;:€\n]{{3,160}}?(?:,|[ ]et)[ ](?P=number))"
)
"""The last: "200 € à l'Amicale et 350 à la Chorale"."""
_CENTS = regex.compile(r"\.(?=\d{1,2}$)")
_SCALES = {"milliard": 1_000_000_000, "million": 1_000_000, "m": 1_000_000, "k": 1_000}


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount and its place in the text that it was read from.

    A rate is a price by unit; a taxed amount is told before or after tax. The currency is a code of ISO 4217.
    """

    start: int
    end: int
    value: float
    rate: bool
    taxed: bool = False
    currency: str = "EUR"


def amounts(folded: str) -> list[Amount]:
    """The amounts printed in a folded text, in order; a bare figure counts right after a verb of giving (a lost €)."""
    found = [
        Amount(
            match.start(),
            match.end("unit"),
            _value(match["number"], match["scale"]),
            bool(match["rate"]),
            bool(match["taxed"]),
            _currency(match["unit"]),
        )
        for match in _AMOUNT.finditer(folded)
    ]
    found += [
        Amount(match.start(), match.end(), _value(match["number"], None), False)
        for match in _BARE.finditer(folded)
        if not any(amount.start <= match.start() < amount.end for amount in found)
    ]
    for start, end, value in spelled(folded):
        beside = next((one for one in found if one.value == value and _is_beside(one, start, end)), None)
        if beside:
            found.remove(beside)
            start, end = min(start, beside.start), max(end, beside.end)
        found.append(Amount(start, end, value, False, beside is not None and beside.taxed))
    return sorted(found, key=lambda amount: amount.start)


def _is_beside(amount: Amount, start: int, end: int) -> bool:
    """Whether a sum in figures stands right beside one in words ("six mille euros (6 000 €)")."""
    return -_BESIDE < amount.start - end < _BESIDE or -_BESIDE < start - amount.end < _BESIDE


_BESIDE = 4
"""Characters between a sum in words and the same sum in figures."""


def _currency(unit: str) -> str:
    if unit[0] in "€e?":
        return "EUR"
    return "CHF" if unit.startswith("chf") or "suisse" in unit else "XPF"


def _value(number: str, scale: str | None) -> float:
    """Euros: a comma, or a dot before one or two last digits, parts the cents."""
    digits = number.replace(" ", "").replace("\n", "")
    if "," not in digits:
        digits = _CENTS.sub(",", digits)
    value = float(digits.replace(".", "").replace(",", "."))
    factor = next((factor for name, factor in _SCALES.items() if scale and scale.startswith(name)), 1)
    return round(value * factor, 2)
