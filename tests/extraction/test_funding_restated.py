"""What a decision says again, sums beside others in their sentence, and lists that tables and prose share."""

from __future__ import annotations

import pytest

from tests.extraction.granted import DECIDES, Cases, granted, listed
from tests.extraction.page import act

GRANTS = "SUBVENTIONS AUX ASSOCIATIONS"
AGAIN: Cases = [
    (
        f"{GRANTS} 2023",
        "Les demandes sont les suivantes :\n\nAssociation             2022      demande     avis du bureau\n"
        "Judo Bief                400        600         450\nLe Chœur du Vidour       150        400         150\n"
        f"Les Archers              200        200         200\n\n{DECIDES}décide d'attribuer :\n"
        "- au Judo Bief : 450 €\n- au Chœur du Vidour : 250 €\n- aux Archers : 200 €",
        "Judo Bief = 450 (2023) | Chœur du Vidour = 250 (2023) | Archers = 200 (2023)",
    ),
    (
        GRANTS,
        "Il est proposé d'attribuer une subvention de 4 600 € à l'association Rues Vertes, identique à celle de 2022. "
        "L'association Rues Vertes et le Cercle du Bief fêtent leurs dix ans ; il est proposé de lui attribuer 300 €."
        f"\n{DECIDES}approuve les subventions suivantes, telles que présentées dans l'exposé :\n"
        "   Rues Vertes ............ 4 600 €\n   Cercle du Bief ............ 300 €",
        "Rues Vertes = 4600 | Cercle du Bief = 300",
    ),
    (
        "ERRATUM",
        "Une erreur s'est glissée dans l'annexe : à la ligne « Ciné Vidour », il convient de lire 370 euros au lieu de "
        f"730 euros.\n\n{DECIDES}décide de rectifier l'annexe : Ciné Vidour, 370 euros.\n\nATTRIBUE une subvention de "
        "90 euros au Judo Bief.",
        "Ciné Vidour = 370 | Judo Bief = 90",
    ),
    (
        "AVENANT À LA CONVENTION 2020-2022 AVEC LA MISSION LOCALE DU VIDOUR",
        f"{DECIDES}:\n- accorde à celle-ci un complément de participation de 750 € au titre de l'année 2021 ;\n"
        "- fixe la participation 2022 à 17 200 €.",
        "MISSION LOCALE DU VIDOUR = 750 | MISSION LOCALE DU VIDOUR = 17200",
    ),
]
BESIDE: Cases = [
    (
        "SOUTIEN AUX FILIÈRES",
        f"{DECIDES}attribue une subvention de 12 000 € maximum, représentant 48 % d'une dépense subventionnable de "
        "25 000 € TTC, à l'association Plasti Bief pour son programme d'actions.",
        "Plasti Bief = 12000",
    ),
    (
        "FOYER SOCIO-ÉDUCATIF",
        f"{DECIDES}verse à l'Association des lycéens, étudiants et apprentis (ALEA) une subvention de 3 200 € : "
        "2 000 € pour le foyer et 1 200 € pour le voyage en Slovénie.",
        "Association des lycéens, étudiants et apprentis = 3200",
    ),
    (
        "CONVENTION DE PARTENARIAT",
        f"{DECIDES}alloue à l'association Pierre & Bois, pour 2016, 1 500 € au titre de l'axe « Salons » et 800 € au "
        "titre de l'axe « Métiers », soit 2 300 € au total.",
        "Pierre & Bois = 1500 | Pierre & Bois = 800",
    ),
    (
        "PARTENARIATS 2025",
        "Les propositions sont les suivantes :\n\nInitiative Vidour : participation aux frais de fonctionnement de "
        "3 800 €, abondement du fonds de prêts de 2 000 € et cotisation annuelle de 150 € ;\n"
        "Chambre des Métiers du Bief : 900 €, pour 3 suivis à 300 € ;\nRéseau Bief : demande de 600 € non retenue ;\n\n"
        f"{DECIDES}attribue les participations détaillées ci-dessus.",
        "Initiative Vidour = 3800 (participation) | Initiative Vidour = 2000 | Initiative Vidour = 150 (cotisation) | "
        "Chambre des Métiers du Bief = 900",
    ),
    (
        "AIDES AUX PARTICULIERS",
        "Les dossiers suivants sont soumis à l'assemblée :\n\nM. et Mme CORVANT Éric, 14 rue des Prés : 162 m² x "
        "2,30 €, soit 372,60 €\nMme FERROL Odile, 3 Grand'Rue : 240 m², aide plafonnée à 450 €\n"
        "100 € chacun à : Mme BARSAC Anne, M. DELMAS Tom\n\n"
        f"{DECIDES}approuve le versement des aides ci-dessus.",
        "CORVANT Éric = 372.6 | FERROL Odile = 450 | BARSAC Anne = 100 | DELMAS Tom = 100",
    ),
    (
        "AIDE À L'IMMOBILIER D'ENTREPRISE",
        f"{DECIDES}attribue :\n* à la SARL Scierie du Bief, 8 000 € pour son bâtiment ;\n"
        "* à Mme Lise Corvant, céramiste à Sarvis, 1 200 € ;\n* à la SAS Lutival, 4 350 €, sous réserve du permis.",
        "SARL Scierie du Bief = 8000 | Lise Corvant = 1200 | SAS Lutival = 4350",
    ),
]
NAMES: Cases = [
    (
        "FILIÈRE BOIS",
        f"{DECIDES}attribue au Conseil des Forêts du Vidour une subvention de 3 100 €.",
        "Conseil des Forêts du Vidour = 3100",
    ),
    (
        "PRÉAU DE L'ÉCOLE",
        f"{DECIDES}accorde à la commune de Sarvis un fonds de concours de 11 557 €.",
        "commune de Sarvis = 11557",
    ),
    (
        "CLASSE DE NEIGE",
        f"{DECIDES}:\n\n- décide de participer à hauteur de 50 € par enfant, soit 550 € ;\n\n- dit que cette somme "
        "sera versée à la Coopérative scolaire du Bief.",
        "Coopérative scolaire du Bief = 550",
    ),
    (
        "REDEVANCE 2023",
        f"{DECIDES}maintient les tarifs, à l'exception du bac de 240 litres, porté de 148 € à 156 €.",
        "",
    ),
    (
        "SOLDE NON VERSÉ",
        f"{DECIDES}prononce l'annulation du solde, d'un montant de 1 250 €, de la subvention attribuée à la Fondation "
        "Émergence.",
        "",
    ),
    (
        "HANDBALL",
        "Vous aviez attribué au Judo Bief une subvention de fonctionnement de 11 500 €.\n"
        f"{DECIDES}attribue 1 800 € au Judo Bief.",
        "Judo Bief = 1800",
    ),
]


@pytest.mark.parametrize(("title", "text", "expected"), AGAIN)
def test_what_a_decision_says_again(title: str, text: str, expected: str) -> None:
    assert granted(title, text, expected) == listed(expected)


@pytest.mark.parametrize(("title", "text", "expected"), BESIDE)
def test_sums_beside_others(title: str, text: str, expected: str) -> None:
    assert granted(title, text, expected) == listed(expected)


@pytest.mark.parametrize(("title", "text", "expected"), NAMES)
def test_who_is_paid(title: str, text: str, expected: str) -> None:
    assert granted(title, text, expected) == listed(expected)


def test_earlier_sums_go_to_the_names_in_brackets_behind_them() -> None:
    text = (
        "A titre d'information, les montants 2024 étaient de 350 € (Judo Bief) et 120 € (Cercle Arioso).\n"
        f"{DECIDES}attribue 400 € au Judo Bief."
    )
    found = {(f.beneficiary, f.amount, f.status) for f in act(decision=text).deliberations[0].funding}
    assert found == {
        ("Judo Bief", 400.0, "granted"),
        ("Judo Bief", 350.0, "background"),
        ("Cercle Arioso", 120.0, "background"),
    }


def test_a_noun_that_points_back_and_the_words_of_a_refusal_are_nobody() -> None:
    text = (
        "Vous aviez attribué au club une subvention de fonctionnement de 11 500 €.\n\n"
        f"{DECIDES}:\nArticle 1 : attribue 1 800 € au Judo Bief.\n"
        "Article 2 : Rejette la demande de l'association Rues Vertes (500 €), incomplète."
    )
    found = {(f.beneficiary, f.amount, f.status) for f in act(decision=text).deliberations[0].funding}
    assert found == {
        ("Judo Bief", 1800.0, "granted"),
        ("Judo Bief", 11500.0, "background"),
        ("Rues Vertes", 500.0, "background"),
    }
