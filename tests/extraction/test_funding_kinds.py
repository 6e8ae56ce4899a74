"""What money is called, and for which year it is given."""

from __future__ import annotations

import pytest

from tests.extraction.granted import DECIDES, Cases, granted, listed

KINDS: Cases = [
    (
        "ADHÉSIONS AUX ORGANISMES",
        f"{DECIDES}décide :\nAdhésion 2023\n- Réseau Lumen : 500 €",
        "Réseau Lumen = 500 (adhésion, 2023)",
    ),
    (
        "FONDS DE CONCOURS AUX COMMUNES 2023",
        f"{DECIDES}attribue les montants suivants :\n- Commune de Sarvis : 12 000 €\n- Commune de Valmorel : 8 000 €",
        "Commune de Sarvis = 12000 (fonds de concours) | Commune de Valmorel = 8000 (fonds de concours)",
    ),
    (
        "POLITIQUE SPORTIVE - AIDE AUX CLUBS",
        f"{DECIDES}d'accorder, au titre de l'année 2022, les subventions suivantes :\n\nBENEFICIAIRE            "
        "      DISCIPLINE        AIDE 2021     AIDE 2022\nStade du Bief Omnisports      Rugby             12 "
        "000 €      14 000 €\nUS Sarvis                     Basket             8 500 €       8 500 €\nLes "
        "Nageurs                   Natation               -         3 200 €\n                              "
        "TOTAL             20 500 €      25 700 €",
        "Stade du Bief Omnisports = 14000 (subvention, 2022) | US Sarvis = 8500 (subvention, 2022) | Les "
        "Nageurs = 3200 (subvention, 2022)",
    ),
    (
        "ATTRIBUTION DE SUBVENTION AUX ASSOCIATIONS",
        "Le Maire rappelle qu'une avance de 150 000,00 € a déjà été consentie à la Caisse des écoles par "
        "délibération du 27 janvier. Il propose de soutenir les associations ci-après :\n\nASSOCIATION         "
        "             PROJET                     MONTANT\nKréol Dansé                      Festival maloya     "
        "       4 500,00 €\nTi Marmay                        Séjour vacances            2 800,00 €\nClub de "
        f"l'Étang                  Fonctionnement            11 000,00 €\n\n{DECIDES}approuve l'attribution des "
        "subventions aux associations telles que figurant dans le tableau ci-dessus.",
        "Kréol Dansé = 4500 (subvention) | Ti Marmay = 2800 (subvention) | Club de l'Étang = 11000 (subvention)",
    ),
    (
        "ENTRETIEN DES CHEMINS RURAUX",
        f"{DECIDES}autorise le versement à la Caisse des écoles d'une avance de 30 000 € à valoir sur la "
        "subvention 2024.",
        "Caisse des écoles = 30000 (avance, 2024)",
    ),
    (
        "AVANCES SUR SUBVENTIONS 2024",
        f"AVANCES SUR SUBVENTIONS 2024\n{DECIDES}décide le versement des sommes suivantes :\n- Foyer rural : 3 "
        "000 €\n- Vélo Club : 1 000 €",
        "Foyer rural = 3000 (avance, 2024) | Vélo Club = 1000 (avance, 2024)",
    ),
    (
        "PARTICIPATIONS AUX SYNDICATS",
        f"{DECIDES}fixe comme suit les participations de la commune :\n- Syndicat du Bief : 12 000 €\n- "
        "Syndicat des eaux de Sarvis : 8 000 €",
        "Syndicat du Bief = 12000 (participation) | Syndicat des eaux de Sarvis = 8000 (participation)",
    ),
    (
        "ENTRETIEN DES CHEMINS RURAUX",
        f"{DECIDES}accorde une bourse de 500 € à Mme Léa DURAND.",
        "Léa DURAND = 500 (bourse)",
    ),
    (
        "BOURSES AU PERMIS",
        f"{DECIDES}attribue :\n- Mme Léa DURAND : 500 €\n- M. Jean PETIT : 300 €",
        "Léa DURAND = 500 (bourse) | Jean PETIT = 300 (bourse)",
    ),
    (
        "ENTRETIEN DES CHEMINS RURAUX",
        f"{DECIDES}accorde un secours de 200 € à l'association Les Pinsons.",
        "Les Pinsons = 200 (secours)",
    ),
    (
        "ENTRETIEN DES CHEMINS RURAUX",
        f"{DECIDES}verse un don de 500 € à la Croix Bleue.",
        "Croix Bleue = 500 (don)",
    ),
    (
        "ENTRETIEN DES CHEMINS RURAUX",
        f"1) Financement de l'évènementiel sportif\n\n{DECIDES}attribue les subventions suivantes :\nBief "
        "Triathlon 5 000 €\n(Fête du triathlon)\nKayak Club du Bief 2 000 €\n(Championnats de descente)",
        "Bief Triathlon = 5000 (subvention) | Kayak Club du Bief = 2000 (subvention)",
    ),
    (
        "SUBVENTIONS AUX CLUBS",
        f"{DECIDES}D'ATTRIBUER LES SUBVENTIONS SUIVANTES POUR UN MONTANT DE 7 750 € :\n\n1) Financement de "
        "l'évènementiel sportif\n\nBief Triathlon 5 000 €\n\n(Fête du triathlon - 16 juillet 2017)\n\nKayak "
        "Club du Bief 2 000 €\n\n(22ème édition de « La Descente » - 24 septembre 2017)\n\nAviron de Sarvis "
        "750 €\n\n(Tournoi – 500 €) (Stage – 250 €)\n\n2) Subventions d'équipement\n\nVoile de Sarvis 3 800 "
        "€\n\n(Participation à l'acquisition d'un bateau - 20% du coût total)\n\nAmicale du Bief 310 "
        "€\n\n(Participation à l'achat d'un but)",
        "Bief Triathlon = 5000 (subvention) | Kayak Club du Bief = 2000 (subvention) | Aviron de Sarvis = 750 "
        "| Voile de Sarvis = 3800 | Amicale du Bief = 310",
    ),
    (
        "ENTRETIEN DES CHEMINS RURAUX",
        f"{DECIDES}décide d'une contribution de 4 000 € au Syndicat du Bief.",
        "Syndicat du Bief = 4000 (contribution)",
    ),
    (
        "ENTRETIEN DES CHEMINS RURAUX",
        f"{DECIDES}décide le versement d'une dotation de 4 000 € au Lycée Monge.",
        "Lycée Monge = 4000 (dotation)",
    ),
]
"""What the money is called, by its clause, its list, its title."""

YEARS: Cases = [
    (
        "ENTRETIEN DES CHEMINS RURAUX",
        f"Il est proposé de reconduire ce soutien pour la saison 2022/2023.\n{DECIDES}attribue une subvention "
        "de 900 € à Résonances.",
        "Résonances = 900 (subvention, 2022)",
    ),
    (
        "ENTRETIEN DES CHEMINS RURAUX",
        "Pour la saison 2022/2023, il vous est proposé d'attribuer les subventions suivantes :\n\n– 32 000 € à "
        "l'École de musique du Bief (31 500 € pour la saison précédente) ;\n– 18 500 € à l'association "
        f"Musiques en Sarvis ;\n– 9 750 € à Résonances, école de jazz.\n\n{DECIDES}approuve les subventions "
        "telles que présentées ci-dessus.",
        "École de musique du Bief = 32000 (subvention, 2022) | Musiques en Sarvis = 18500 (subvention, 2022) | "
        "Résonances = 9750 (subvention, 2022)",
    ),
    (
        "ENTRETIEN DES CHEMINS RURAUX",
        f"{DECIDES}attribue à la Chorale Arioso une subvention exceptionnelle de 3 500 € ; dit que la dépense "
        "sera imputée au compte 65748 du budget de l'exercice 2023.",
        "Chorale Arioso = 3500 (subvention exceptionnelle, 2023)",
    ),
    (
        "ENTRETIEN DES CHEMINS RURAUX",
        f"Deux associations ont déposé une demande pour 2023.\n{DECIDES}décide d'allouer une subvention de 700 "
        "€ au Secours du Bief et de 1 200 € aux Restos du Cœur pour la campagne 2023-2024.",
        "Secours du Bief = 700 (subvention, 2023) | Restos du Cœur = 1200 (subvention, 2023)",
    ),
    (
        "ENTRETIEN DES CHEMINS RURAUX",
        f"SUBVENTIONS 2024\n{DECIDES}attribue :\n- Foyer rural : 300 €\n- Judo Club : 200 €",
        "Foyer rural = 300 (subvention, 2024) | Judo Club = 200 (subvention, 2024)",
    ),
    (
        "ENTRETIEN DES CHEMINS RURAUX",
        f"{DECIDES}attribue, au titre de l'année scolaire 2022-2023, 500 € à la coopérative de l'école Pergaud.",
        "coopérative de l'école Pergaud = 500 (subvention, 2022)",
    ),
    (
        "ENTRETIEN DES CHEMINS RURAUX",
        f"Le Maire présente les demandes de subvention pour l'exercice 2024.\n\n{DECIDES}accorde :\n- Foyer "
        "rural : 300 €\n- Judo Club : 200 €\nLes crédits sont inscrits au budget 2024.",
        "Foyer rural = 300 (subvention, 2024) | Judo Club = 200 (subvention, 2024)",
    ),
    (
        "ENTRETIEN DES CHEMINS RURAUX",
        f"{DECIDES}attribue une subvention de 300 € au Foyer rural. La dépense sera inscrite au budget primitif 2024.",
        "Foyer rural = 300 (subvention, 2024)",
    ),
]
"""For which year."""


@pytest.mark.parametrize(("title", "text", "expected"), KINDS)
def test_kinds(title: str, text: str, expected: str) -> None:
    assert granted(title, text, expected) == listed(expected)


@pytest.mark.parametrize(("title", "text", "expected"), YEARS)
def test_years(title: str, text: str, expected: str) -> None:
    assert granted(title, text, expected) == listed(expected)
