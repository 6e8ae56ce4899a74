"""Amounts as they are printed, and what is no amount."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from delibgraph.extraction.text.money import amounts
from delibgraph.extraction.text.view import View

CASES = {
    "12 500 €": 12500,
    "12\u00a0500\u00a0€": 12500,
    "12\u202f500\u202f€": 12500,
    "12.500 euros": 12500,
    "600.00€": 600,
    "1.090.000,00 euros": 1090000,
    "300 €uros": 300,
    "12 345,60 €": 12345.6,
    "7, 2 M€": 7_200_000,
    "45 k€": 45000,
    "3 millions d'euros": 3_000_000,
    "1,5 milliard d’euros": 1_500_000_000,
    "1 000.- €": 1000,
    "500\n€": 500,
    "2500 EUR": 2500,
    "six mille euros (6 000 €)": 6000,
}


@pytest.mark.parametrize(("text", "value"), CASES.items())
def test_forms(text: str, value: float) -> None:
    assert [amount.value for amount in amounts(View.of(f"une somme de {text} pour").folded)] == [value]


@pytest.mark.parametrize(
    "text", ["5.000 F", "12 %", "(77)", "article 6574", "12 élèves", "un montant maximum de répartis", "2023", "€ 12"]
)
def test_no_amount(text: str) -> None:
    assert amounts(View.of(f"une somme de {text}").folded) == []


@pytest.mark.parametrize("text", ["300 € par élève", "12 €/jour", "10 000 € HT soit"])
def test_a_rate_is_told_from_a_sum(text: str) -> None:
    [amount] = amounts(View.of(text).folded)
    assert amount.rate


@pytest.mark.parametrize(
    ("text", "currency"), [("5 000 €", "EUR"), ("50 000 F CFP", "XPF"), ("300 CHF", "CHF"), ("50 000 XPF", "XPF")]
)
def test_currencies(text: str, currency: str) -> None:
    assert [amount.currency for amount in amounts(View.of(text).folded)] == [currency]


@pytest.mark.parametrize("text", ["4 500 € HT", "4 500 € T.T.C.", "4 500 € hors taxes"])
def test_a_taxed_amount_is_marked(text: str) -> None:
    [amount] = amounts(View.of(text).folded)
    assert amount.taxed


@pytest.mark.parametrize("text", ["300 € par an", "900 € pour l'exercice"])
def test_a_yearly_sum_is_no_rate(text: str) -> None:
    [amount] = amounts(View.of(text).folded)
    assert not amount.rate


def test_a_lost_sign_after_a_verb_of_giving() -> None:
    assert [amount.value for amount in amounts("accorder 2 500 a l'association et verser 300 a un club en 2023")] == [
        2500,
        300,
    ]


@given(st.integers(0, 999_999_999), st.integers(0, 99))
def test_every_sum_is_read_in_french_figures(whole: int, cents: int) -> None:
    grouped = f"{whole:,}".replace(",", " ")
    for text in (f"{grouped},{cents:02} €", f"{whole},{cents:02}€", f"{grouped.replace(' ', '.')},{cents:02} euros"):
        assert [amount.value for amount in amounts(text)] == [round(whole + cents / 100, 2)], text
