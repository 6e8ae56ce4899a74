"""Bodies that their letterhead names in two lines, by initials, in several spellings, or glued to the next word."""

from __future__ import annotations

import pytest

from delibgraph.extraction.header.bodies import read_body
from delibgraph.extraction.text.view import View

ADMINISTRATION, ESTABLISHMENT = "Conseil d'administration", "public-establishment"


@pytest.mark.parametrize(
    ("text", "body", "kind", "organ"),
    [
        (
            "ACADÉMIE DU VIDOUR\nLycée polyvalent Rose-Norval\nACTE DU CONSEIL D'ADMINISTRATION",
            "Lycée polyvalent Rose-Norval",
            ESTABLISHMENT,
            ADMINISTRATION,
        ),
        (
            "Lycée professionnel\nRose Norval\n12 rue du Pont\nActe du conseil d'administration",
            "Lycée professionnel Rose Norval",
            ESTABLISHMENT,
            ADMINISTRATION,
        ),
        ("Mairie\n42999 VALSERRE CEDEX\nConseil municipal", "VALSERRE", "commune", "Conseil municipal"),
        (
            "EPLEFPA du Vidour\nLycée agricole - CFA - Exploitation\nCONSEIL D'ADMINISTRATION",
            "EPLEFPA du Vidour",
            ESTABLISHMENT,
            ADMINISTRATION,
        ),
        (
            "SERVICE DÉPARTEMENTAL D'INCENDIE ET DE SECOURS DU VIDOUR\nle conseil d'administration du SDIS du Vidour",
            "SERVICE DÉPARTEMENTAL D'INCENDIE ET DE SECOURS DU VIDOUR",
            ESTABLISHMENT,
            ADMINISTRATION,
        ),
        (
            "SDIS DU VIDOUR\nCONSEIL D'ADMINISTRATION - BUREAU\nSéance du 3 mars",
            "SDIS DU VIDOUR",
            ESTABLISHMENT,
            "Bureau du conseil d'administration",
        ),
        (
            "      PÔLE MÉTROPOLITAIN\n      VIDOUR - COMBES\n      Conseil métropolitain",
            "PÔLE MÉTROPOLITAIN VIDOUR - COMBES",
            "pole-metropolitain",
            "Conseil métropolitain",
        ),
        (
            "La Région\nSeine-et-Vidour\n\nCOMMISSION PERMANENTE",
            "Région Seine-et-Vidour",
            "region",
            "Commission permanente",
        ),
        (
            "CONSEIL DU 21e ARRONDISSEMENT\nSéance du 3 mars",
            "CONSEIL DU 21e ARRONDISSEMENT",
            "commune",
            "Conseil d'arrondissement",
        ),
        (
            "2020/12 COMMUNAUTE DE COMMUNES DE VALSERRE – ORBIN - TRELLES\nCONSEIL COMMUNAUTAIRE",
            "COMMUNAUTE DE COMMUNES DE VALSERRE – ORBIN - TRELLES",
            "communaute-de-communes",
            "Conseil communautaire",
        ),
        (
            "Le Conseil syndical, légalement convoqué, s'est réuni dans la salle du SIVALEX sous la présidence",
            "SIVALEX",
            "syndicat",
            "Conseil syndical",
        ),
        (
            "La commune de ValserreLa maison de retraite\nDu Conseil municipal de la Commune de VALSERRE",
            "Commune de VALSERRE",
            "commune",
            "Conseil municipal",
        ),
    ],
)
def test_letterheads(text: str, body: str, kind: str, organ: str) -> None:
    found = read_body(View.of(text))
    assert (found.body, found.kind, found.organ) == (body, kind, organ)


def test_initials_after_the_lists_name_no_body() -> None:
    text = "Le Conseil syndical s'est réuni.\nPrésents : M. Luc OVIDAL\nUne part est due au SIVALEX."
    assert read_body(View.of(text), lists=text.index("Une part")).body is None
