"""Grants set anew, sums of other years and other money beside them: what is granted, and what is only recalled."""

from __future__ import annotations

import pytest

from delibgraph.facts import Funding
from tests.extraction.granted import DECIDES, Cases, granted, listed
from tests.extraction.page import act

TITLE = "SUBVENTIONS AUX ASSOCIATIONS"
PROPOSED = (
    "La commission propose :\n   - Amicale du Bief ........ 2 500 €\n   - Chorale Arioso .......... 4 000 €\n"
    "   - Vélo Club ............... 800 €\n"
)

GRANTED: Cases = [
    # one sum of a list set anew
    (
        TITLE,
        f"{PROPOSED}Décision : les sommes sont adoptées, sauf celle de la Chorale, ramenée à 3 200 €.",
        "Amicale du Bief = 2500 | Chorale Arioso = 3200 | Vélo Club = 800",
    ),
    (
        TITLE,
        f"{PROPOSED}Le conseil adopte ces montants, à l'exception du Vélo Club, dont l'aide est réduite à 600 €.",
        "Amicale du Bief = 2500 | Chorale Arioso = 4000 | Vélo Club = 600",
    ),
    # what the decision fixes beside a grant, naming nobody; with grants to several nobody knows whose it is
    (
        "SUBVENTION AU VÉLO CLUB",
        f"{DECIDES}attribue 800 € au Vélo Club et fixe la participation aux stages à 250 €.",
        "Vélo Club = 800 | Vélo Club = 250",
    ),
    (
        TITLE,
        f"{DECIDES}attribue 800 € au Vélo Club et 300 € à la Chorale Arioso, et fixe la participation aux stages à "
        "250 €.",
        "Vélo Club = 800 | Chorale Arioso = 300",
    ),
    # the sum of another year is not granted
    (
        TITLE,
        f"{DECIDES}attribue au CCAS une subvention de 28 000 € au titre de 2024 (25 500 € en 2023).",
        "CCAS = 28000 (2024)",
    ),
    (
        TITLE,
        f"{DECIDES}annule la délibération du 3 mars attribuant 800 € à la Chorale Arioso et lui attribue 600 €.",
        "Chorale Arioso = 600",
    ),
    (
        TITLE,
        f"{DECIDES}attribue à l'épicerie Rosa 1 200 € pour l'année 2015, la subvention 2014 étant de 1 000 €.",
        "épicerie Rosa = 1200 (2015)",
    ),
    # columns of two years, one of them without a year or without a head of its names
    (
        TITLE,
        f"{DECIDES}attribue les subventions ci-dessous :\n\n"
        "Association               Versé en 2022   Demandé   Accordé\n"
        "Vélo Club                 500,00          700,00    600,00\n"
        "Chorale Arioso            300,00          400,00    ajourné\n"
        "Amicale du Bief           200,00          250,00    250,00\n",
        "Vélo Club = 600 | Amicale du Bief = 250",
    ),
    (
        "ACOMPTES 2023",
        f"{DECIDES}approuve le versement des acomptes suivants :\n"
        "                          Subv. 2022          Acompte 2023\n"
        "Vélo Club                  5 000 €             2 000 €\n"
        "Chorale Arioso et son école de chant   3 000 €   1 200 €\n"
        "DIT que la dépense est inscrite au compte 65748.",
        "Vélo Club = 2000 (acompte, 2023) | Chorale Arioso et son école de chant = 1200 (acompte, 2023)",
    ),
    # the account in brackets before the heading, a budget beside the grants
    (
        TITLE,
        f"{DECIDES}attribue les subventions suivantes (chapitre 945, article 657) :\n\n"
        "Bénéficiaire              Budget        Demandé      Proposé      Voté\n"
        "Vélo Club                 18 400 €      3 000 €      1 500 €      1 500 €\n"
        "Chorale Arioso            27 000 €      4 500 €      /            vote reporté\n"
        "Amicale du Bief           41 300 €      6 000 €      3 500 €      3 000 €\n",
        "Vélo Club = 1500 | Amicale du Bief = 3000",
    ),
    # francs before euros, without a verb
    (
        "SUBVENTIONS 2001",
        "Vélo Club : 1.500 F (228,67 €)\nChorale Arioso : 1.000 F (152,45 €)\nAmicale du Bief : 2.000 F (304,90 €)",
        "Vélo Club = 228.67 | Chorale Arioso = 152.45 | Amicale du Bief = 304.9",
    ),
    # a plan of financing is no list of grants
    (
        "RESTAURATION DU LAVOIR - AIDE À L'ASSOCIATION ARIOSO",
        "MONTANT DES TRAVAUX HT          62 500,00\nRÉGION 50%                      31 250,00\n"
        "FONDATION DU BIEF 25%           15 625,00\nCOMMUNE                         15 625,00\n\n"
        f"{DECIDES}vote une aide de 990 € en faveur de l'association Arioso.",
        "Arioso = 990",
    ),
    # words with a verb name nobody
    (TITLE, f"{DECIDES}\n- FIXE à 7,40 € le tarif du repas ;\n- ATTRIBUE 300 € au Vélo Club.", "Vélo Club = 300"),
    # each "à" has the sum right behind it; names over a line's end
    (
        TITLE,
        f"{DECIDES}d'allouer au Vélo Club 300 € et de verser à la Chorale Arioso 500 €.",
        "Vélo Club = 300 | Chorale Arioso = 500",
    ),
    (
        TITLE,
        f"{DECIDES}attribue 500 € à\nl'association Les Lilas et 300 € à la\nChorale Arioso.",
        "Les Lilas = 500 | Chorale Arioso = 300",
    ),
    (
        TITLE,
        f"{DECIDES}octroie : Vélo Club, 900 €, plus 400 € exceptionnels pour\nle championnat ; Amicale du Bief, "
        "300 € ; Chorale Arioso, 500 €.",
        "Vélo Club = 900 | Vélo Club = 400 | Amicale du Bief = 300 | Chorale Arioso = 500",
    ),
]


@pytest.mark.parametrize(("title", "text", "expected"), GRANTED)
def test_granted(title: str, text: str, expected: str) -> None:
    """Each sum goes to whom the text says, those of other days to nobody."""
    assert granted(title, text, expected) == listed(expected)


BACKGROUND: dict[str, tuple[str, float]] = {
    "Vu la demande de l'association en date du 18 mai, d'un montant de 900 €,\n\nLe conseil attribue 600 € à la "
    "Chorale Arioso.": ("Chorale Arioso", 900),
    "La Mission Locale, aidée en 2008 à hauteur de 900 €, ouvre une permanence.\n\nLe conseil attribue 300 € au Vélo "
    "Club et 600 € à la Mission Locale.": ("Mission Locale", 900),
    "Par ailleurs l'amicale des pompiers de Valserre, dont le foyer a été inondé, demande 900 €.\n\nLe conseil "
    "attribue 600 € à l'amicale et 300 € au Vélo Club.": ("amicale des pompiers de Valserre", 900),
    "Il est donné lecture des remerciements du Vélo Club pour la subvention de 900 € reçue en juin.": (
        "Vélo Club",
        900,
    ),
    "Le conseil attribue à la Chorale Arioso 600 €, contre 900 € l'an passé, et au Vélo Club 300 €.": (
        "Chorale Arioso",
        900,
    ),
    "Le conseil attribue 600 € au théâtre Arioso et 300 € au Vélo Club. M. DELMAS rappelle que le théâtre avait perçu "
    "900 € en 2021.": ("théâtre Arioso", 900),
}


@pytest.mark.parametrize(("text", "expected"), BACKGROUND.items())
def test_background(text: str, expected: tuple[str, float]) -> None:
    """A sum of another day belongs to whom its sentence tells of, and is not granted."""
    found = act(decision=text, title=TITLE).deliberations[0].funding
    assert [_told(one) for one in found if one.status == "background"] == [expected]
    assert expected[1] not in [one.amount for one in found if one.status == "granted"]


def _told(grant: Funding) -> tuple[str, float]:
    return grant.beneficiary, grant.amount
