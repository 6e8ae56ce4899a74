"""Debates, reports, kinds, years, flattened tables, totals: what is granted and what is only talked about."""

from __future__ import annotations

import pytest

from delibgraph.facts import Funding
from tests.extraction.page import act

DECIDES = "Le Conseil municipal, après en avoir délibéré, à l'unanimité, "
Cases = list[tuple[str, str, str]]
"""A title, a decision, what it grants: "name = sum", with the kind and the year where they are told."""

DEBATES: Cases = [
    (
        "ENTRETIEN DES CHEMINS RURAUX",
        "M. DELMAS demande si 800 € ne seraient pas suffisants pour l'Amicale du Bief. Mme FERROL répond que "
        f"l'an dernier elle avait eu 1 000 €. M. BARSAC propose 900 €.\n{DECIDES}attribue 950 € à l'Amicale du "
        "Bief.",
        "Amicale du Bief = 950",
    ),
    (
        "ENTRETIEN DES CHEMINS RURAUX",
        "Mme FERROL trouve que 5 000 € pour le Vélo Club, c'est beaucoup. M. DELMAS rappelle que le club a un "
        f"budget de 40 000 €. M. le Maire indique que la commune voisine verse 3 000 €.\n{DECIDES}attribue une "
        "subvention de 2 500 € au Vélo Club.",
        "Vélo Club = 2500",
    ),
    (
        "ENTRETIEN DES CHEMINS RURAUX",
        "M. DELMAS : « On donne 2 000 € à l'Amicale du Bief et rien à la Chorale Arioso. »\nM. le Maire : « La "
        f"Chorale n'a rien demandé. »\n{DECIDES}accorde 2 000 € à l'Amicale du Bief.",
        "Amicale du Bief = 2000",
    ),
    (
        "ENTRETIEN DES CHEMINS RURAUX",
        "M. DELMAS souhaiterait attribuer 400 € à la Chorale Arioso. Le Maire précise que la demande sera "
        f"examinée plus tard.\n{DECIDES}accorde 2 000 € à l'Amicale du Bief.",
        "Amicale du Bief = 2000",
    ),
    (
        "ENTRETIEN DES CHEMINS RURAUX",
        "M. DELMAS propose de porter la subvention de l'Amicale du Bief à 1 500 €. Cette proposition est "
        f"rejetée par 8 voix contre 3.\n{DECIDES}accorde 1 000 € à l'Amicale du Bief.",
        "Amicale du Bief = 1000",
    ),
    (
        "ENTRETIEN DES CHEMINS RURAUX",
        "Mme CORVANT s'interroge sur les 12 000 € versés chaque année à l'Office de la Lande. M. BARSAC répond "
        f"que ces 12 000 € correspondent à un poste.\n{DECIDES}approuve le versement à la Chorale Arioso d'une "
        "subvention de 300 €.",
        "Chorale Arioso = 300",
    ),
    (
        "ENTRETIEN DES CHEMINS RURAUX",
        "M. DELMAS fait remarquer que la subvention à l'Harmonie du Bief a baissé de 200 €. Mme FERROL aurait "
        f"préféré 500 €.\n{DECIDES}vote une subvention de 350 € à l'Harmonie du Bief.",
        "Harmonie du Bief = 350",
    ),
    (
        "ENTRETIEN DES CHEMINS RURAUX",
        f"Le Maire informe que le Département a attribué 9 000 € à la commune pour le lavoir.\n{DECIDES}prend acte.",
        "",
    ),
    (
        "ENTRETIEN DES CHEMINS RURAUX",
        f"{DECIDES}sollicite une subvention de 9 000 € auprès du Département.",
        "",
    ),
    (
        "ENTRETIEN DES CHEMINS RURAUX",
        f"M. DELMAS présente le budget du Foyer rural : 30 000 €, dont 9 000 € de subventions.\n{DECIDES}prend "
        "acte de cette présentation.",
        "",
    ),
    (
        "ENTRETIEN DES CHEMINS RURAUX",
        f"{DECIDES}approuve le devis de la société Durel pour 9 000 € HT.",
        "",
    ),
    (
        "ENTRETIEN DES CHEMINS RURAUX",
        f"Le compte administratif fait apparaître 12 000 € de subventions aux associations.\n{DECIDES}adopte le "
        "compte administratif.",
        "",
    ),
    (
        "BUDGET PRIMITIF 2023",
        "Les restes à réaliser s'élèvent à 12 000 €. Subventions d'investissement : 3 000 €. Dotations : 5 000 "
        f"€.\n{DECIDES}adopte le budget.",
        "",
    ),
    (
        "TARIFS DE LA SALLE",
        f"{DECIDES}fixe les tarifs : enfants 3 €, adultes 5 €, associations 50 €.",
        "",
    ),
]
"""What members say before the vote grants nothing."""

REPORTS: Cases = [
    (
        "ENTRETIEN DES CHEMINS RURAUX",
        "Dans ces conditions, je vous demande :\n- D'ATTRIBUER une subvention de 5 000 € à l'association Les "
        "Pinsons ;\n- DE M'AUTORISER à signer la convention.\n\nAdopté à l'unanimité.",
        "Les Pinsons = 5000",
    ),
    (
        "ENTRETIEN DES CHEMINS RURAUX",
        "JE VOUS DEMANDE DE BIEN VOULOIR EN DELIBERER ET D'ATTRIBUER au titre de l'année 2023 une aide de 5 "
        "000 € à l'association Les Pinsons.\n\nLe rapport est adopté à l'unanimité.",
        "Les Pinsons = 5000",
    ),
    (
        "ENTRETIEN DES CHEMINS RURAUX",
        "Je vous propose, mes chers collègues, de bien vouloir :\n\n1°) accorder à la Chorale Arioso une "
        "subvention de 800 € ;\n2°) imputer la dépense sur le chapitre 65.\n\nMIS AUX VOIX, LE PRÉSENT RAPPORT "
        "EST ADOPTÉ.",
        "Chorale Arioso = 800",
    ),
    (
        "ENTRETIEN DES CHEMINS RURAUX",
        "En conséquence, il vous est demandé de bien vouloir :\n- décider d'allouer à l'Office de la Lande une "
        "participation de 12 000 €,\n- prélever cette somme sur les crédits ouverts.\n\nLes conclusions du "
        "rapport sont adoptées à l'unanimité.",
        "Office de la Lande = 12000",
    ),
    (
        "ENTRETIEN DES CHEMINS RURAUX",
        "Il est demandé à l'assemblée de se prononcer sur l'attribution des subventions suivantes :\n- Amicale "
        "du Bief : 500 €\n- Vélo Club : 300 €\n\nApprouvé à l'unanimité.",
        "Amicale du Bief = 500 | Vélo Club = 300",
    ),
    (
        "ENTRETIEN DES CHEMINS RURAUX",
        "LA COMMISSION PERMANENTE DECIDE, conformément au rapport, D'ATTRIBUER à l'association Les Pinsons une "
        "subvention de 5 000 €.",
        "Les Pinsons = 5000",
    ),
    (
        "ENTRETIEN DES CHEMINS RURAUX",
        "Je vous prie de bien vouloir délibérer et :\n- ATTRIBUER une subvention de fonctionnement de 5 000 € "
        "à l'association Les Pinsons,\n- M'AUTORISER à signer.\n\nADOPTE",
        "Les Pinsons = 5000",
    ),
    (
        "ENTRETIEN DES CHEMINS RURAUX",
        "Le rapporteur propose à l'assemblée :\n- d'approuver l'octroi de 700 € au Foyer rural,\n- d'autoriser "
        "le Maire à signer.\nVote : unanimité.",
        "Foyer rural = 700",
    ),
    (
        "ENTRETIEN DES CHEMINS RURAUX",
        "Après avoir entendu le rapport, LE CONSEIL\nADOPTE\nles propositions du rapporteur, à savoir :\n- "
        "attribution d'une aide de 700 € au Foyer rural ;\n- attribution d'une aide de 350 € à la Chorale "
        "Arioso.",
        "Foyer rural = 700 | Chorale Arioso = 350",
    ),
]
"""Reports that ask the assembly to decide."""

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

LISTS: Cases = [
    (
        "AIDE AUX COMMUNES",
        f"{DECIDES}attribue les aides ci-dessous :\n\nBénéficiaires            Objet                      Coût "
        "HT        Taux      Subvention\nCommune de Sarvis        Réfection du lavoir         10 000 €       "
        "20 %       2 000 €\n                         communal\nCommune de Valmorel      Toiture               "
        "      30 000 €       10 %       3 000 €\n                         de l'église\nTOTAL                  "
        "                              40 000 €                  5 000 €",
        "Commune de Sarvis = 2000 | Commune de Valmorel = 3000",
    ),
    (
        "AIDE AUX COMMUNES",
        f"{DECIDES}attribue les subventions suivantes :\n\n| Bénéficiaire | Objet | Dépense | Taux | Montant "
        "|\n|---|---|---|---|---|\n| Commune de Sarvis | Lavoir | 10 000 € | 20 % | 2 000 € |\n| Commune de "
        "Valmorel | Toiture | 30 000 € | 10 % | 3 000 € |",
        "Commune de Sarvis = 2000 | Commune de Valmorel = 3000",
    ),
    (
        "SUBVENTIONS AUX ASSOCIATIONS",
        f"{DECIDES}attribue les subventions suivantes :\n\nAssociations              Subvention 2022     "
        "Demande 2023     Subvention 2023\nFoyer rural               300 €               500 €            400 "
        "€\nJudo Club                 -                   200 €            150 €\nAmicale laïque de         "
        "100 €               100 €            100 €\nSarvis",
        "Foyer rural = 400 | Judo Club = 150 | Amicale laïque de Sarvis = 100",
    ),
    (
        "SUBVENTIONS AUX ASSOCIATIONS",
        f"{DECIDES}vote les subventions suivantes (en euros) :\nFoyer rural 300\nJudo Club 200\nADMR 150",
        "Foyer rural = 300 | Judo Club = 200 | ADMR = 150",
    ),
    (
        "ENTRETIEN DES CHEMINS RURAUX",
        f"{DECIDES}décide d'accorder une aide de 400 €, qui sera mandatée à l'Amicale du Bief.",
        "Amicale du Bief = 400",
    ),
    (
        "SUBVENTIONS AUX ASSOCIATIONS",
        f"{DECIDES}vote les subventions suivantes :\n- Foyer rural : 300 €\n- Judo Club : 200 €\nSoit au total : 500 €",
        "Foyer rural = 300 | Judo Club = 200",
    ),
    (
        "ENTRETIEN DES CHEMINS RURAUX",
        f"{DECIDES}attribue 1 000 € répartis ainsi : 600 € au Foyer rural et 400 € au Judo Club.",
        "Foyer rural = 600 | Judo Club = 400",
    ),
    (
        "SUBVENTIONS AUX ASSOCIATIONS",
        "Plus de la moitié du montant total est attribuée au sport, avec 2 300 €. Archers du Bief : 600 € ; "
        f"Tennis Sud : 1 600 € ; Mob cross : 100 € (+ 100 € achat gobelets).\n{DECIDES}adopte les subventions.",
        "Archers du Bief = 600 | Tennis Sud = 1600 | Mob cross = 100",
    ),
    (
        "ENTRETIEN DES CHEMINS RURAUX",
        f"{DECIDES}vote une enveloppe de 1 000 € et attribue :\n- 600 € au Foyer rural,\n- 400 € au Judo Club.",
        "Foyer rural = 600 | Judo Club = 400",
    ),
]
"""Rows, unsigned figures, totals, beneficiaries told later."""


def told(grant: Funding, like: str) -> str:
    """A grant in the form of the expected ones, with as much of it as they tell."""
    notes = [grant.kind] if grant.kind in like else []
    notes += [str(grant.year)] if str(grant.year) in like else []
    return f"{grant.beneficiary} = {grant.amount:g}" + (f" ({', '.join(notes)})" if "(" in like else "")


def granted(title: str, text: str, expected: str) -> list[str]:
    found = [grant for grant in act(decision=text, title=title).deliberations[0].funding if grant.status == "granted"]
    likes = {like.partition(" = ")[0] + like.partition(" = ")[2].split(" ")[0]: like for like in expected.split(" | ")}
    return sorted(told(grant, likes.get(f"{grant.beneficiary}{grant.amount:g}", "")) for grant in found)


@pytest.mark.parametrize(("title", "text", "expected"), DEBATES)
def test_debates(title: str, text: str, expected: str) -> None:
    assert granted(title, text, expected) == sorted(filter(None, expected.split(" | ")))


@pytest.mark.parametrize(("title", "text", "expected"), REPORTS)
def test_reports(title: str, text: str, expected: str) -> None:
    assert granted(title, text, expected) == sorted(filter(None, expected.split(" | ")))


@pytest.mark.parametrize(("title", "text", "expected"), KINDS)
def test_kinds(title: str, text: str, expected: str) -> None:
    assert granted(title, text, expected) == sorted(filter(None, expected.split(" | ")))


@pytest.mark.parametrize(("title", "text", "expected"), YEARS)
def test_years(title: str, text: str, expected: str) -> None:
    assert granted(title, text, expected) == sorted(filter(None, expected.split(" | ")))


@pytest.mark.parametrize(("title", "text", "expected"), LISTS)
def test_lists(title: str, text: str, expected: str) -> None:
    assert granted(title, text, expected) == sorted(filter(None, expected.split(" | ")))
