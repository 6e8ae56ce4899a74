"""What stands between two people."""

from __future__ import annotations

import pytest

from delibgraph.extraction.attendance.relations import Bounds, bounds, is_second_holder, relation
from delibgraph.extraction.text.view import View, fold


@pytest.mark.parametrize(
    ("gap", "kind"),
    [
        (", ", None),
        (" – ", None),
        ("\n• ", None),
        (" a donné pouvoir à ", "gives-to"),
        (" (pouvoir à ", "gives-to"),
        (" : procuration ", "gives-to"),
        (" est représentée par ", "gives-to"),
        (" → ", "gives-to"),
        (" -> ", "gives-to"),
        (" à ", "bare"),
        (" par ", "bare"),
        (" (Montrel) à ", "bare"),
        (" (ayant la procuration de ", "holds-from"),
        (" (+ pouvoir ", "holds-from"),
        (" a le pouvoir de ", "holds-from"),
        (", procuration de ", "opens"),
        (" suppléante de ", "sits-for"),
        (" (remplace ", "sits-for"),
        (", en remplacement de ", "sits-for"),
        (" remplacé par ", "replaced-by"),
        (" représenté par sa suppléante ", "replaced-by"),
        (" suppléée par ", "replaced-by"),
        (" (sans pouvoir), ", "without"),
        (" n'a pas donné de pouvoir, ", "without"),
        (".\nAyant donné pouvoir : ", None),
    ],
)
def test_relations(gap: str, kind: str | None) -> None:
    assert relation(fold(gap)) == kind


@pytest.mark.parametrize(
    ("gap", "second"), [(" et à ", True), (", puis à ", True), (" et ", False), (", Mme X à ", False)]
)
def test_a_second_holder(gap: str, second: bool) -> None:
    assert is_second_holder(fold(gap)) is second


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (" à partir de 22h40", Bounds("22h40", None)),
        (" à compter de la question n° 12", Bounds("question n° 12", None)),
        (" (arrivé à 22 h 30)", Bounds("22 h 30", None)),
        (" (arrivée au point 5)", Bounds("point 5", None)),
        (" jusqu'au rapport 14", Bounds(None, "rapport 14")),
        (" (départ au point 5)", Bounds(None, "point 5")),
        (" (parti à 21h)", Bounds(None, "21h")),
        (" du dossier 1 au dossier 3", Bounds("dossier 1", "dossier 3")),
        (" de 10 h 15 à 10 h 45", Bounds("10 h 15", "10 h 45")),
        (" (pour la délibération n° 7)", Bounds("délibération n° 7", "délibération n° 7")),
        (", 2ème adjointe", Bounds()),
        (" (absent)", Bounds()),
    ],
)
def test_bounds(text: str, expected: Bounds) -> None:
    assert bounds(View.of(text), 0, len(text)) == expected
