"""Numbers of organisations that a text prints behind their names."""

from __future__ import annotations

import pytest

from delibgraph.extraction import extract
from delibgraph.extraction.text.numbers import numbers
from delibgraph.reading import Document


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("l'association Ovale (RNA W423001234)", [("W423001234", "l'association Ovale")]),
        ("Ovale, SIREN n° 732829320,", [("732829320", "Ovale")]),
        ("Ovale – SIRET 732 829 320 00074", [("73282932000074", "Ovale")]),
        ("SIRET 1234", []),
        ("téléphone 04 77 00 00 00", []),
    ],
)
def test_numbers_and_the_words_before(text: str, found: list[tuple[str, str]]) -> None:
    assert list(numbers(text)) == found


def test_a_number_belongs_to_the_organisation_before_it() -> None:
    text = (
        "Commune de Trelles\nConseil municipal\nSéance du 3 mars 2023\n\n"
        "Présents : Mme Zoé QUINEZ, Maire, M. Luc OVIDAL\n\n"
        "Le conseil municipal, à l'unanimité, ATTRIBUE une subvention de 500 € à l'association Mécavirenne "
        "(SIRET 732 829 320 00074).\n"
    )
    (act,) = extract(Document("a.txt", text, "0" * 64))
    (organisation,) = act.deliberations[0].organisations
    assert organisation.identifiers == ("73282932000074",)
