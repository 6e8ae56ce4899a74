"""A heading in two columns, read down each of them."""

from __future__ import annotations

import datetime

import pytest

from delibgraph.extraction import extract
from delibgraph.extraction.text.columns import apart
from delibgraph.facts import Counts
from tests.extraction.page import document

PAGE = """Commune de Valserre
                              EXTRAIT DU REGISTRE
Nombre de conseillers         L'an deux mille vingt-trois, le douze mars, le Conseil
en exercice : 5               municipal s'est réuni sous la présidence
 présents : 03                de M. Hugo BARSAC, Maire.

Date de la convocation :      Présents : M. Hugo BARSAC, Mme Léa CORVANT, M. Jean-
2 mars 2023                   Paul DELMAS.
Secrétaire de séance :        Absents : M. Luc GARNEL, Mme Zoé HERVAL
Léa CORVANT

Délibération n° 2023-04
Objet : Tarifs du camping

Le Conseil, après en avoir délibéré, à l'unanimité, fixe les tarifs du camping.
"""


def test_each_column_is_read_on_its_own() -> None:
    [found] = extract(document(PAGE))
    sitting = found.sitting
    assert (sitting.president, sitting.secretary) == ("Hugo BARSAC", "Léa CORVANT")
    assert sitting.convocation_date == datetime.date(2023, 3, 2)
    assert sitting.counts == Counts(in_office=5, present=3)
    present = [entry.person for entry in sitting.attendance if entry.status == "present"]
    assert present == ["Hugo BARSAC", "Léa CORVANT", "Jean-Paul DELMAS"]


def test_spans_stay_those_of_the_page() -> None:
    [found] = extract(document(PAGE))
    assert PAGE[slice(*found.sitting.spans["president"])].endswith("Hugo BARSAC")
    assert PAGE[slice(*found.sitting.spans["secretary"])] == "Léa CORVANT"
    assert found.deliberations[0].span == (0, len(PAGE))
    columns = apart(PAGE)
    assert columns is not None
    for new, old, length in columns.pieces:
        assert columns.text[new : new + length] == PAGE[old : old + length]


@pytest.mark.parametrize(
    "block",
    [
        "Présents :          M. A. BARSAC\nAbsents :           Mme L. CORVANT\nSecrétaire :        Mme Z. HERVAL\n"
        "Président :         M. A. BARSAC\nExcusés :           M. L. GARNEL\n",
        "En exercice :       15\nPrésents :          12\nVotants :           13\nPouvoirs :          1\n"
        "Quorum :            8\n",
        "Club de tir         300 €\nAmis du lac         200 €\nFoyer rural         150 €\nLa Lyre             120 €\n"
        "Les Archers         100 €\n",
        "En exercice : 15    Présents : 12\nVotants : 13        Pouvoirs : 1\n",
    ],
)
def test_labels_beside_their_values_are_no_columns(block: str) -> None:
    assert apart(f"Commune de Valserre\n{block}\nLe Conseil décide.\n") is None
