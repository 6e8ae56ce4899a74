"""Sums that stand beside others: in brackets, added, reckoned behind, of a dated agreement, paid by people."""

from __future__ import annotations

import pytest

from delibgraph.extraction.funding.clauses import clean
from delibgraph.extraction.funding.payees import is_nobody
from delibgraph.extraction.funding.purposes import budget_line
from delibgraph.extraction.funding.remarks import noted
from delibgraph.extraction.text.view import View
from tests.extraction.granted import DECIDES, Cases, granted, listed
from tests.extraction.page import act

LISTS: Cases = [
    (
        "SUBVENTIONS AUX ASSOCIATIONS",
        f"{DECIDES}vote :\n  – Amicale du Bief : 840 €, soit 42 enfants x 20 €. Unanimité.\n"
        "  – Vélo Club : 300 € + 120 € pour la course de juin. Unanimité.\n  – Foyer rural : 500 €. Unanimité.",
        "Amicale du Bief = 840 | Foyer rural = 500 | Vélo Club = 300 | Vélo Club = 120",
    ),
    (
        "SUBVENTIONS AUX ASSOCIATIONS",
        "A – Amicale du Bief : 8 000 € dont 900 € pour les jeunes. Adopté à l'unanimité.\n\n"
        "B – Halte-garderie « Les Pinsons » : 12 000 €, soit 1 000 € par lit pour 12 lits. Adopté à l'unanimité.",
        "Amicale du Bief = 8000 | Halte-garderie « Les Pinsons » = 12000",
    ),
    (
        "SUBVENTIONS AUX ASSOCIATIONS",
        "Pour les organismes du canton, le conseil retient l'Amicale du Bief (200 euros), les Scouts de Brume "
        "(90 euros) et la Ligue contre le bruit (60 euros).\nAdopté à l'unanimité.",
        "Amicale du Bief = 200 | Ligue contre le bruit = 60 | Scouts de Brume = 90",
    ),
    (
        "AVANCES SUR SUBVENTIONS",
        "Il est proposé de verser des avances aux associations. Sont concernées :\n\n"
        "• Amicale du Bief – avance de 8 000 € (subvention 2019 : 20 000 €)\n• Vélo Club – avance de 3 000 € "
        "(7 500 € en 2019)\n\nAdopté à l'unanimité.",
        "Amicale du Bief = 8000 | Vélo Club = 3000",
    ),
]
"""What a list says of its sums."""

ADDED: Cases = [
    (
        "SUBVENTIONS AUX ASSOCIATIONS",
        f"{DECIDES}fixe les aides. L'Amicale du Bief recevra 900 euros, auxquels s'ajouteront 200 euros pour l'achat "
        "d'un orgue. La Chorale Arioso avait demandé 700 euros : le conseil lui octroie 400 euros.",
        "Amicale du Bief = 900 | Amicale du Bief = 200 | Chorale Arioso = 400",
    ),
    (
        "SUBVENTIONS AUX ASSOCIATIONS",
        f"{DECIDES}fixe les aides. La fanfare « Danse aux Prés » verra sa dotation portée de 300 à 450 euros.",
        "fanfare « Danse aux Prés » = 450",
    ),
    (
        "SOUTIEN À LA CULTURE",
        f"{DECIDES}affecte la somme ainsi libérée à hauteur de 800 euros à la Compagnie du Bief, le reste étant "
        "reversé au crédit non employé.",
        "Compagnie du Bief = 800",
    ),
    (
        "SOUTIEN AUX FILIÈRES",
        f"{DECIDES}décide :\n- d'affecter une somme de 6 000 € au bénéfice du cluster Sylvabois (contre 7 000 € en "
        "2018) ;\n- de prolonger la convention du 4 mai 2018 attribuant 9 000 € au pôle Aquabrume.",
        "Sylvabois = 6000",
    ),
    (
        "SUBVENTION AU CLUSTER SYLVABOIS",
        f"{DECIDES}attribue une subvention de 9 000 € à Sylvabois, dont 2 000 € pour sa participation au salon vert.",
        "Sylvabois = 9000",
    ),
    (
        "FILIÈRES",
        f"{DECIDES}décide l'attribution des concours financiers suivants :\n- 9 000 € à Sylvabois\n- 500 € à Aquabrume",
        "Aquabrume = 500 (concours financier) | Sylvabois = 9000 (concours financier)",
    ),
]
"""Sums that are given beside others, and sums that are none."""

NONE: Cases = [
    (
        "REPAS DES AÎNÉS",
        f"{DECIDES}retient le traiteur. Une participation de 12 € sera demandée aux conjoints.",
        "",
    ),
    (
        "TAXE POUR LES RIVIÈRES",
        "L'appel de participation du syndicat pour 2025 est de 51 000 €.\n" + f"{DECIDES}arrête le produit de la taxe.",
        "",
    ),
    (
        "MISSION LOCALE",
        f"{DECIDES}fixe à 6 000 € la participation à la Mission locale du Bief (1,20 € x 5 000 habitants).",
        "Mission locale du Bief = 6000",
    ),
]


YEARS = (
    "Il est proposé une convention de trois ans qui prévoit une participation dégressive de la commune :\n"
    "- 2017 : 7 500 €\n- 2018 : 7 000 €\n- 2019 : 6 500 €\nChaque versement suit les comptes de l'année précédente."
)


@pytest.mark.parametrize(
    ("decision", "amounts"),
    [
        (f"{DECIDES}approuve la convention à intervenir.", [7500, 7000, 6500]),
        (f"{DECIDES}prend acte de ce bilan.", []),
    ],
)
def test_years_of_an_agreement(decision: str, amounts: list[int]) -> None:
    page = act(decision=f"{YEARS}\n\n{decision}", title="Soutien à l'association Sylvabois – Convention")
    found = [grant for grant in page.deliberations[0].funding if grant.status == "granted"]
    assert [(grant.amount, grant.year) for grant in found] == [(sum_, 2017 + i) for i, sum_ in enumerate(amounts)]
    assert all(grant.beneficiary == "Sylvabois" for grant in found)


@pytest.mark.parametrize(("title", "text", "expected"), [*LISTS, *ADDED, *NONE])
def test_granted(title: str, text: str, expected: str) -> None:
    assert granted(title, text, expected) == listed(expected)


@pytest.mark.parametrize(
    ("text", "notes"),
    [
        ("[2 800 €] (dont [900 €] pour les jeunes) au rugby", 1),
        ("[330 €] (+[250 €] si le tour a lieu)", 1),
        ("[330 €] pour le bal (et [50 €] pour l'orgue, [20 €] pour le chant)", 2),
        ("l'Amicale ([300 €]) et la Chorale ([200 €])", 0),
        ("[300 €] au Judo et le dossier de la Chorale ([200 €])", 0),
        ("[300 €] au Judo, [200 €] (en mai)", 0),
    ],
)
def test_noted(text: str, notes: int) -> None:
    spans = []
    while (start := text.find("[")) >= 0:
        end = text.index("]") - 1
        text = text.replace("[", "", 1).replace("]", "", 1)
        spans.append((start, end))
    assert len(noted(text, spans)) == notes


@pytest.mark.parametrize(
    "words",
    [
        "1er juillet",
        "lot n°2",
        "Lot 3 gros œuvre",
        "tranche 2",
        "convention avec Toits Clairs",
        "affecté antérieurement",
        "Sang",
        "en 2016 pour le lavoir",
        "31/12/2022",
        "2017",
        "an dernier les Merles",
        "FEADER (mesure 3)",
    ],
)
def test_no_names(words: str) -> None:
    assert is_nobody(clean(words))


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("ligne « Les Merles »", "Les Merles"),
        ("6574802 Club du Bief", "Club du Bief"),
        ("Festival du Bief 2019-2021", "Festival du Bief"),
        ("syndicat pour 2025", "syndicat"),
        ("SAS Sylvor", "SAS Sylvor"),
    ],
)
def test_clean(words: str, name: str) -> None:
    assert clean(words) == name


@pytest.mark.parametrize(
    ("text", "line"), [("Article 1er : verse 90 € au Judo.", None), ("Article 6574 du budget", "6574")]
)
def test_budget_line(text: str, line: str | None) -> None:
    found = budget_line(View.of(text), 0)
    assert (found[0] if found else None) == line
