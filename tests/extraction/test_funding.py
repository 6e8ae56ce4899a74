"""Money granted, money only talked about, money that is nobody's: a decision a phenomenon of ``docs/funding.md``."""

from __future__ import annotations

from typing import Any

import pytest

from delibgraph.facts import Funding
from tests.extraction.page import act, page

DECIDES = "Le Conseil municipal, après en avoir délibéré, à l'unanimité, "
VANNEAUX = ("Amicale des Vanneaux", 800.0)
TITLE = "SUBVENTIONS AUX ASSOCIATIONS"

GRANTED: dict[str, tuple[tuple[str, float], ...]] = {
    "octroie une subvention de 800 € à l'Amicale des Vanneaux.": (VANNEAUX,),
    "attribue à l'Amicale des Vanneaux une subvention de 800 €.": (VANNEAUX,),
    "attribue à l'association Les Vanneaux une subvention de 800 €.": (("Les Vanneaux", 800.0),),
    "alloue 800 € au club Vidour Basket.": (("club Vidour Basket", 800.0),),
    "décide de verser la somme de 800 € à la Croix Bleue.": (("Croix Bleue", 800.0),),
    "participe à hauteur de 900 € au festival Les Nuits Claires.": (("festival Les Nuits Claires", 900.0),),
    "approuve le versement de 800 € à l'Amicale des Vanneaux.": (VANNEAUX,),
    "accorde une aide de 800 € au profit de l'Amicale des Vanneaux.": (VANNEAUX,),
    "accorde une aide de 800 € au bénéfice de l'Amicale des Vanneaux.": (VANNEAUX,),
    "attribue en faveur de l'Amicale des Vanneaux une subvention de 800 €.": (VANNEAUX,),
    "attribue les subventions suivantes :\n- Amicale des Vanneaux : 800 €\n- Vidour Basket : 1 200 €": (
        VANNEAUX,
        ("Vidour Basket", 1200.0),
    ),
    "attribue les subventions suivantes :\n- 800 € à l'Amicale des Vanneaux\n- 1 200 € à Vidour Basket": (
        VANNEAUX,
        ("Vidour Basket", 1200.0),
    ),
    "vote les subventions suivantes :\nAmicale des Vanneaux   800,00 €\nVidour Basket ..... 1 200,00 €": (
        VANNEAUX,
        ("Vidour Basket", 1200.0),
    ),
    "attribue les bourses suivantes :\n- 2000 € DURAND Léa – atelier de gravure": (("DURAND Léa", 2000.0),),
    "attribue une subvention de 5 000 € au projet ALPHA porté par Mécarive.": (("Mécarive", 5000.0),),
    "attribue une subvention de 5 000 € à Mécarive pour le projet ALPHA labellisé par le pôle Vidour.": (
        ("Mécarive", 5000.0),
    ),
    "attribue un fonds de concours de 12 000 € à la commune de Sarvis.": (("commune de Sarvis", 12000.0),),
    "attribue à l'Amicale des Vanneaux une subvention de six mille euros (6 000 €).": (
        ("Amicale des Vanneaux", 6000.0),
    ),
    "attribue une enveloppe de 30 000 €, dont 20 000 € à Alpha Danse et 10 000 € à Beta Chant.": (
        ("Alpha Danse", 20000.0),
        ("Beta Chant", 10000.0),
    ),
    "attribue à l'Amicale des Vanneaux un solde de 800 € en complément de l'acompte de 800 €.": (VANNEAUX,),
    "attribue à l'Amicale des Vanneaux une subvention de 800 € sous réserve de la signature de la convention.": (
        VANNEAUX,
    ),
    "attribue à l'Amicale des Vanneaux une subvention selon l'échéancier : 2024 : 9 000 € ; 2025 : 6 000 €.": (
        ("Amicale des Vanneaux", 9000.0),
        ("Amicale des Vanneaux", 6000.0),
    ),
    "vote les subventions suivantes :\nAssociation 2022 2023\nClub Zéphyr500,001.000,00\nFoyer des Prés/320,00": (
        ("Club Zéphyr", 1000.0),
        ("Foyer des Prés", 320.0),
    ),
    "attribue à X Danse une subvention de 15 000 €, répartie ainsi : 2024 : 9 000 € ; 2025 : 6 000 €.": (
        ("X Danse", 9000.0),
        ("X Danse", 6000.0),
    ),
    "porte la subvention de l'Amicale des Vanneaux de 500 € à 800 €.": (VANNEAUX,),
    "fixe la subvention à l'Amicale des Vanneaux à 800 € au lieu de 250 €.": (VANNEAUX,),
    "attribue les subventions suivantes : Rues Vertes : 500 €. Vidour Judo : 200 € ; Amis du livre 300 €.": (
        ("Rues Vertes", 500.0),
        ("Vidour Judo", 200.0),
        ("Amis du livre", 300.0),
    ),
    "attribue une subvention de 3 000 € à X Danse dont 2 000 € d'investissement.": (("X Danse", 3000.0),),
    "attribue à X Danse une subvention de 5 000 €, versée en un acompte de 4 000 € et un solde de 1 000 €.": (
        ("X Danse", 5000.0),
    ),
    "alloue 500 € à chacune des associations suivantes : Alpha Danse, Beta Chant et Gamma Judo.": (
        ("Alpha Danse", 500.0),
        ("Beta Chant", 500.0),
        ("Gamma Judo", 500.0),
    ),
    "alloue 500 € à chacune des associations suivantes :\n- Alpha Danse\n- Beta Chant": (
        ("Alpha Danse", 500.0),
        ("Beta Chant", 500.0),
    ),
    "verse une subvention de 100\n000 € au budget annexe Eau.": (("budget annexe Eau", 100000.0),),
    "attribue une subvention d'un montant maximum de 5 000 € à X Danse.": (("X Danse", 5000.0),),
    "attribue 50 000 F CFP à l'association Les Vanneaux.": (("Les Vanneaux", 50000.0),),
    "octroie une aide de 1 500 € à M. Jean DURAND pour sa boulangerie.": (("Jean DURAND", 1500.0),),
    "verse 500 € à l'A.D.M.R. du Vidour.": (("A.D.M.R. du Vidour", 500.0),),
    "accorde une subvention de 90 € à l'Association Sportive de Sarvis.": (("Association Sportive de Sarvis", 90.0),),
    "accorde 1 500 € à l'Union du Vidour : 1 500 € et au Tennis Club : 800 €.": (
        ("Union du Vidour", 1500.0),
        ("Tennis Club", 800.0),
    ),
    "autorise la convention avec la Mission locale du Vidour prévoyant une contribution annuelle de 345,50 €.": (
        ("Mission locale du Vidour", 345.5),
    ),
    "renouvelle l'adhésion à l'association Rues Vertes pour un montant de 150 €.": (("Rues Vertes", 150.0),),
    "accorde 2 500 à l association Les Vanneaux.": (("Les Vanneaux", 2500.0),),
    "attribue à l association Les Vanneaux une subvention de 2 500 €.": (("Les Vanneaux", 2500.0),),
}

NOBODY_S = [
    "attribue des subventions aux associations selon le tableau annexé.",
    "attribue le marché à l'entreprise Toituris pour 10 000 € H.T soit 12 000 € T.T.C.",
    "accorde à l'école de musique une aide de 300 € par élève.",
    "attribue des subventions à Alpha Danse, Beta Chant et Gamma Judo. Total : 85 000 €.",
    "annule la subvention de 800 € attribuée à l'Amicale des Vanneaux.",
    "décide le report du vote de la subvention de 800 € à l'Amicale des Vanneaux.",
    "autorise le maire à solliciter une subvention de 50 000 € auprès du Département.",
    "sollicite une subvention de 50 000 € à la Région.",
    "autorise un emprunt de 200 000 € auprès de la Banque des Rives.",
    "attribue à l'Amicale des Vanneaux une subvention de 5.000 F.",
    "fixe le prix du repas à 4,20 €.",
    "décide d'attribuer une subvention de 500 €.",
    "décide de louer la salle à l'association Les Vanneaux pour 200 €.",
    "décide de confier l'étude à l'Agence du Vidour pour un montant de 8 400 €.",
    "décide d'acquérir un terrain à M. Paul DELMAS pour 10 000 €.",
    "décide d'attribuer le lot n° 1 à Toituris pour 12 500 €.",
    "accorde une remise gracieuse de 250 € à M. Jean DURAND.",
    "approuve l'attribution de compensation de 12 000 € versée à la commune de Sarvis.",
    "accepte le fonds de concours de 20 000 € versé par la Communauté de communes du Vidour.",
    "prend acte que la Région a attribué une subvention de 40 000 € à la commune pour la salle.",
    "attribue une prime de 500 € aux agents.",
    "institue une aide de 200 € aux familles pour l'achat d'un vélo.",
    "sollicite les subventions suivantes : De l'État (DETR) : 20 000 €, De la Région : 10 000 €.",
    "refuse la subvention de 300 € demandée par l'Amicale des Vanneaux.",
    "décide de ne pas attribuer de subvention de 300 € à l'Amicale des Vanneaux.",
    "refuse d'attribuer une aide de 300 € à l'Amicale des Vanneaux.",
    "accorde sa garantie pour le remboursement d'un prêt de 850 000 € souscrit par Vidour Habitat auprès de la Banque.",
    "autorise le maire à verser à la Caisse d'Épargne les frais de dossier de 300 €.",
    "décide de vendre la parcelle et de verser 1 200 € au notaire.",
    "décide de verser à l'agent recenseur Mme Léa CORVANT une rémunération de 1 200 € brut.",
    "approuve l'avenant au marché et accorde à la SARL Toituris une avance de 5 000 €.",
    "approuve un virement de crédit de 1 000 € pour la subvention à l'Amicale des Vanneaux.",
    "fixe la participation au raccordement à 500 €.",
    "approuve la mise à disposition de la salle à l'association Les Vanneaux pour 150 €, vote le tarif.",
    "approuve le plan : subvention de l'État au titre de la DETR 48 000 €, participation de la commune 24 000 €.",
    "approuve le versement par la Région d'une aide de 15 000 € à la SAS Bois du Vidour.",
    "constate que la Région accorde à la commune de Sarvis une subvention de 5 000 €.",
    "approuve les aides :\n• Isolation : taux d'aide max 30 % et montant max 10 000 €.\n"
    "• Chauffage : montant maximum 8 000 €.",
    "approuve le fonds de concours de 35 000 € à la commune de Valserre.",
]


def funding(decision: str, before: str = "") -> list[Funding]:
    return list(act(decision=f"{before}{DECIDES}{decision}", title=TITLE).deliberations[0].funding)


def granted(decision: str) -> tuple[tuple[str, float], ...]:
    return tuple((fact.beneficiary, fact.amount) for fact in funding(decision) if fact.status == "granted")


@pytest.mark.parametrize(("decision", "grants"), GRANTED.items())
def test_grants(decision: str, grants: tuple[tuple[str, float], ...]) -> None:
    assert granted(decision) == grants


@pytest.mark.parametrize("decision", NOBODY_S)
def test_what_is_no_grant(decision: str) -> None:
    assert granted(decision) == ()


@pytest.mark.parametrize(
    "before",
    [
        "Pour mémoire, l'Amicale des Vanneaux avait reçu une subvention de 700 € en 2022.\n\n",
        "Une subvention de 700 € a été versée à l'Amicale des Vanneaux en 2022, année précédente.\n\n",
    ],
)
def test_money_of_an_earlier_year_is_background(before: str) -> None:
    facts = funding("attribue à l'Amicale des Vanneaux une subvention de 800 €.", before)
    assert [(fact.amount, fact.status) for fact in facts] == [(800.0, "granted"), (700.0, "background")]
    assert facts[1].year == 2022


def test_a_sum_compared_with_last_year_s() -> None:
    facts = funding("attribue à l'Amicale des Vanneaux une subvention de 800 € (contre 700 € en 2022).")
    assert [(fact.amount, fact.status, fact.year) for fact in facts] == [
        (800.0, "granted", None),
        (700.0, "background", 2022),
    ]


def test_who_had_received_a_sum_is_told_under_a_title_on_associations() -> None:
    title = "SUBVENTIONS AUX ASSOCIATIONS\nEn 2021, la Chorale des Prés avait reçu une subvention de 700 €."
    decision = f"{DECIDES}:\n- alloue une subvention de 800 € au Foyer du Ru ;\n- alloue 300 € à la Chorale des Prés."
    found = act(decision=decision, title=title).deliberations[0].funding
    assert [(fact.beneficiary, fact.amount, fact.status, fact.year) for fact in found] == [
        ("Foyer du Ru", 800.0, "granted", None),
        ("Chorale des Prés", 300.0, "granted", None),
        ("Chorale des Prés", 700.0, "background", 2021),
    ]


def test_proposed_and_decided_is_one_grant() -> None:
    before = "Il est proposé d'attribuer une subvention de 800 € à l'Amicale des Vanneaux pour le bal.\n\n"
    facts = funding("attribue une subvention de 800 € à l'Amicale des Vanneaux.", before)
    assert [(fact.amount, fact.status) for fact in facts] == [(800.0, "granted")]


def test_the_title_names_who_gets_the_sum() -> None:
    title = "Adhésion à la fondation des Prés – Modification des tarifs"
    decision = f"{DECIDES}décide de poursuivre son adhésion ; la cotisation annuelle est de 75 €."
    found = act(decision=decision, title=title).deliberations[0].funding
    assert [(fact.beneficiary, fact.amount) for fact in found] == [("fondation des Prés", 75.0)]


def test_the_currency_is_told() -> None:
    assert [fact.currency for fact in funding("attribue 50 000 F CFP à l'association Les Vanneaux.")] == ["XPF"]


def test_two_kinds_of_grant_to_one_association_are_two() -> None:
    decision = (
        "attribue à l'Amicale des Vanneaux :\n- une cotisation de 800 € à l'Amicale des Vanneaux ;\n"
        "- une subvention de 800 € à l'Amicale des Vanneaux."
    )
    assert [fact.kind for fact in funding(decision)] == ["cotisation", "subvention"]


@pytest.mark.parametrize(
    ("decision", "told"),
    [
        ("attribue à X Danse une subvention de 800 € au titre de l'année 2024.", {"kind": "subvention", "year": 2024}),
        (
            "attribue à X Danse une subvention exceptionnelle de 800 €.",
            {"kind": "subvention exceptionnelle", "year": None},
        ),
        ("approuve l'adhésion au réseau Rues Vertes pour une cotisation de 350 €.", {"kind": "cotisation"}),
        ("attribue un fonds de concours de 800 € à la commune de Sarvis.", {"kind": "fonds de concours"}),
        (
            "attribue à X Danse une subvention de 800 € pour l'organisation du bal des moissons.",
            {"purpose": "organisation du bal des moissons"},
        ),
        (
            "attribue à X Danse une subvention de 800 €. La dépense sera imputée à l'article 6574 du budget.",
            {"budget_line": "6574"},
        ),
        ("attribue à X Danse une subvention de 800 € (compte 20421 - fonction 67).", {"budget_line": "20421"}),
        (
            "attribue à X Danse une subvention de 800 €. La dépense est inscrite au budget, nature INUM/SUFLI/65748.",
            {"budget_line": "INUM/SUFLI/65748"},
        ),
    ],
)
def test_what_a_clause_says_of_its_sum(decision: str, told: dict[str, Any]) -> None:
    [fact] = funding(decision)
    assert {field: getattr(fact, field) for field in told} == told


def test_this_association_is_the_last_one_named() -> None:
    before = "Le cluster Mécarive anime la filière. Le budget prévisionnel est de 20 000 €.\n\n"
    decision = "soutient le cluster Mécarive et attribue une subvention de 5 000 € à cette association."
    [fact] = funding(decision, before)
    assert (fact.beneficiary, fact.amount) == ("Mécarive", 5000.0)


def test_the_span_holds_the_sum() -> None:
    decision = DECIDES + "attribue à l'Amicale des Vanneaux une subvention de 800 €."
    [fact] = act(decision=decision, title=TITLE).deliberations[0].funding
    quote = page(decision=decision, title=TITLE)[slice(*fact.span)]
    assert "800 €" in quote
    assert "Amicale des Vanneaux" in quote
