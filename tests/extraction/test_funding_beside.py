"""Sums that stand beside the one that is granted, and words beside a sum that hide who gets it."""

from __future__ import annotations

import pytest

from tests.extraction.page import act

DECIDES = "Le Conseil municipal, après en avoir délibéré, à l'unanimité, "
Sums = list[tuple[str, float]]

CASES: dict[str, tuple[str, str, Sums, Sums]] = {
    "what a grant brings the year to": (
        "CULTURE",
        f"{DECIDES}attribue une subvention complémentaire de 400 € à l'Amicale du Ru, ce qui porte à 5 600 € "
        "le soutien de 2023.",
        [("Amicale du Ru", 400)],
        [],
    ),
    "what the use of a place is worth": (
        "SPORT",
        "Il est précisé que l'Étoile du Bief reçoit en outre la mise à disposition gratuite du stade, "
        f"valorisée à 31 000 euros.\n\n{DECIDES}attribue une subvention de 900 € à l'Étoile du Bief.",
        [("Étoile du Bief", 900)],
        [],
    ),
    "what an advance is taken from": (
        "Office de tourisme du Ru : avance sur subvention 2024",
        "Sur la subvention 2023 de 118 000 €, l'EPIC a tout consommé. Il convient de lui verser une avance de 30 000 € "
        "sur la subvention 2024.\nAdopté à l'unanimité.",
        [("Office de tourisme du Ru", 30000)],
        [],
    ),
    "an advance of an earlier sitting": (
        "SUBVENTIONS 2021",
        "Par délibération n° 22 du 17 décembre 2020, le Conseil municipal a autorisé le versement, "
        "avant le vote du budget, d'une avance de 25 % de la subvention 2020 :\n- Régie du Val : 45 000,00 €\n"
        f"- Office du sport : 30 500,00 €\n\n{DECIDES}\n- FIXE à 195 000,00 € la subvention 2021 de la Régie du Val et "
        "à 115 000,00 € celle de l'Office du sport ;",
        [("Office du sport", 115000), ("Régie du Val", 195000)],
        [("Office du sport", 30500), ("Régie du Val", 45000)],
    ),
    "a rest beside what was paid": (
        "MOBILITÉS",
        f"{DECIDES}d'attribuer à l'association Mobil Val une somme de 20 000 € en complément de l'acompte "
        "déjà versé, au titre de l'année 2016.",
        [("Mobil Val", 20000)],
        [],
    ),
    "money of another body that is accepted": (
        "Fonds de concours de Terres Communauté",
        "La communauté a notifié un fonds de concours de 12 000 € pour le terrain. Le conseil l'accepte à l'unanimité.",
        [],
        [],
    ),
    "taxes in minutes": (
        "SUBVENTIONS",
        f"{DECIDES}vote les subventions suivantes :\nAmicale du Ru : 300 €\nProduit attendu : 171 204 €",
        [("Amicale du Ru", 300)],
        [],
    ),
    "a sum that is kept": (
        "Subvention exceptionnelle",
        "L'association Chorale du Ru demande 1 000 €. Il est proposé 600 €. Après discussion "
        "le conseil retient, à l'unanimité, la somme de 700 €.",
        [("Chorale du Ru", 700)],
        [("Chorale du Ru", 1000)],
    ),
    "a majority before what is renewed": (
        "Adhésions 2023",
        "Sont renouvelées à l'unanimité les adhésions à l'Union des Haies (120 €) et au Réseau Val (95,50 €).",
        [("Réseau Val", 95.5), ("Union des Haies", 120)],
        [],
    ),
    "another heading before a pronoun": (
        "CULTURE",
        f"{DECIDES}vu le rapport :\n\nI- Cercle du Ru\n\nJe vous propose d'allouer à l'association Cercle du Ru une "
        "subvention de 3 200 euros.\n\nII- Chœur du Bief\n\nCet ensemble crée une œuvre. Je vous propose de lui "
        "allouer une subvention de 1 250 euros.\n\nDELIBERE\n\n1- Des subventions sont allouées "
        "aux associations suivantes :\n"
        "- Cercle du Ru : 3 200 euros\n- Chœur du Bief : 1 250 euros",
        [("Cercle du Ru", 3200), ("Chœur du Bief", 1250)],
        [],
    ),
    "what is bought, by a music": (
        "FRAIS",
        f"{DECIDES}décide d'octroyer 350 € à la Chorale du Val et 1 100 € à la Musique Concordia "
        "pour\nl'achat d'un tuba.",
        [("Chorale du Val", 350), ("Musique Concordia", 1100)],
        [],
    ),
    "a part in a line of its own": (
        "AIDES",
        f"{DECIDES}attribue les aides suivantes :\n\nLigue du Val ............ 3 800 €\n"
        "District du Ru ......... 14 000 €\n(dont 2 000 € pour l'arbitrage)\nComité des Quilles ........ 21 500 €",
        [("Comité des Quilles", 21500), ("District du Ru", 14000), ("Ligue du Val", 3800)],
        [],
    ),
    "a name in the next line of an item": (
        "ATELIERS",
        f"{DECIDES}\n  – attribue en conséquence 6 400 € au Foyer Rural et 3 300 € "
        "aux\n    Glaneurs du Bief pour 2024 ;",
        [("Foyer Rural", 6400), ("Glaneurs du Bief", 3300)],
        [],
    ),
    "two sums in one bracket": (
        "AGRICULTURE",
        f"{DECIDES}d'attribuer les subventions ci-dessus à la Chambre du Val (29 500 € et 2 200 €), au "
        "Comice du Ru (1 500 €) et à la CUMA du Bief (900 €).",
        [("CUMA du Bief", 900), ("Chambre du Val", 2200), ("Chambre du Val", 29500), ("Comice du Ru", 1500)],
        [],
    ),
}


@pytest.mark.parametrize(("title", "text", "granted", "background"), CASES.values(), ids=CASES)
def test_what_is_granted_beside_it(title: str, text: str, granted: Sums, background: Sums) -> None:
    found = [fact for one in act(decision=text, title=title).deliberations for fact in one.funding]
    assert sorted((fact.beneficiary, fact.amount) for fact in found if fact.status == "granted") == granted
    assert sorted((fact.beneficiary, fact.amount) for fact in found if fact.status == "background") == background
