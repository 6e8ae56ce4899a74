"""What a deliberation does to an earlier one, in the ways that acts say it."""

from __future__ import annotations

import datetime

import pytest

from delibgraph.extraction import extract
from delibgraph.facts import Amendment
from tests.extraction.page import document

ACT = """COMMUNE DE TRELLES
EXTRAIT DU REGISTRE DES DÉLIBÉRATIONS DU CONSEIL MUNICIPAL
Séance du 12 mars 2024
Délibération n° 2024-12
Objet : {title}
{note}
Présents : M. Guy PETIT, Mme Anne ROUX, M. Jean LORMEAU
Vu la délibération n° 2014-1 du 3 avril 2014 abrogeant la délibération n° 2008-7,
Considérant que la délibération n° 2019-9 est modifiée chaque année,
Le conseil municipal, après en avoir délibéré, à l'unanimité :
{decision}
"""
JULY = datetime.date(2020, 7, 10)
FOUND: list[tuple[str, str, str, list[tuple[str, str | None, datetime.date | None]]]] = [
    ("Tarifs", "", "- FIXE les tarifs.", []),
    ("Tarifs", "", "- ANNULE ET REMPLACE la délibération n° 2020-31 du 10 juillet 2020.",
     [("replaces", "2020-31", JULY)]),
    ("Tarifs", "(annule et remplace la délibération n° 2020-31)", "- FIXE les tarifs.",
     [("replaces", "2020-31", None)]),
    ("Tarifs - annule et remplace la délibération du 10/07/2020", "", "- FIXE les tarifs.", [("replaces", None, JULY)]),
    ("Modification de la délibération n° 2020-31", "", "- FIXE les tarifs.", [("amends", "2020-31", None)]),
    ("Tarifs", "", "- décide de modifier l'article 3 de la délibération n°2020/31 du 10 juillet 2020 comme suit :",
     [("amends", "2020/31", JULY)]),
    ("Tarifs", "", "- COMPLÈTE sa délibération du conseil municipal en date du 10 juillet 2020 n° 31,",
     [("amends", "31", JULY)]),
    ("Tarifs", "", "- DIT que la délibération n° 2020-31 du 10 juillet 2020 est abrogée.",
     [("repeals", "2020-31", JULY)]),
    ("Tarifs", "", "- RAPPORTE la délibération n° 2020-31 ;\n- RETIRE la délibération n° 2021-02.",
     [("repeals", "2020-31", None), ("repeals", "2021-02", None)]),
    ("Erratum à la délibération n° 2020-31 du 10 juillet 2020", "", "- RECTIFIE l'erreur.",
     [("corrects", "2020-31", JULY)]),
    ("Modification de la délibération n° 2020-31", "", "- MODIFIE la délibération n° 2020-31 du 10 juillet 2020.",
     [("amends", "2020-31", JULY)]),
    ("Modification du règlement", "", "- MODIFIE le règlement adopté par délibération n° 2020-31.", []),
    ("Tarifs", "", "- AUTORISE le maire à rapporter au conseil la présente délibération.", []),
]  # fmt: skip


@pytest.mark.parametrize(("title", "note", "decision", "found"), FOUND)
def test_what_is_done_to_an_earlier_deliberation(
    title: str, note: str, decision: str, found: list[tuple[str, str | None, datetime.date | None]]
) -> None:
    text = ACT.format(title=title, note=note, decision=decision)
    amendments = amendments_of(text)
    assert [(one.kind, one.number, one.date) for one in amendments] == found
    for one in amendments:
        assert "libération" in text[slice(*one.span)]


def amendments_of(text: str) -> tuple[Amendment, ...]:
    (act,) = extract(document(text))
    (deliberation,) = act.deliberations
    return deliberation.amendments
