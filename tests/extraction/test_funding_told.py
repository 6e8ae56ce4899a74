"""Debates and reports: what is granted, and what is only talked about."""

from __future__ import annotations

import pytest

from tests.extraction.granted import DECIDES, Cases, granted, listed

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
        "ENTRETIEN DES CHEMINS RURAUX",
        "Il est proposé d'apporter une participation aux coopératives scolaires suivantes :\n- Coopérative de "
        "l'école Jaurel : 6 200 pour un séjour à la montagne\n- Coopérative de l'école Curiel : 4 850 pour un "
        f"séjour à la mer\n(montants en euros)\n{DECIDES}décide d'apporter aux coopératives scolaires les "
        "participations énoncées ci-dessus, pour un montant total de 11 050.",
        "Coopérative de l'école Jaurel = 6200 (participation) | Coopérative de l'école Curiel = 4850 (participation)",
    ),
    (
        "SUBVENTIONS AUX ASSOCIATIONS",
        f"{DECIDES}vote les subventions suivantes (en euros) :\nFoyer rural 300\nJudo Club 200\nADMR 150",
        "Foyer rural = 300 | Judo Club = 200 | ADMR = 150",
    ),
    (
        "SUBVENTIONS AUX ASSOCIATIONS",
        f"Montants en € :\n{DECIDES}vote les subventions :\n- Foyer rural : 300\n- Judo Club : 200",
        "Foyer rural = 300 | Judo Club = 200",
    ),
    (
        "CONVENTION AVEC L'ÉCOLE PRIVÉE SAINTE-ALDEGONDE",
        "La participation communale au titre du contrat d'association est fixée à 26 964 € pour l'année 2023. "
        "Elle sera versée à l'OGEC Sainte-Aldegonde en trois fois.\nAdopté à l'unanimité.",
        "OGEC Sainte-Aldegonde = 26964 (participation, 2023)",
    ),
    (
        "ENTRETIEN DES CHEMINS RURAUX",
        f"{DECIDES}fixe à 900 € la subvention. Cette somme sera versée à l'Amicale du Bief.",
        "Amicale du Bief = 900",
    ),
    (
        "SUBVENTION EXCEPTIONNELLE AUX ANCIENS DU BIEF",
        f"{DECIDES}décide de prélever la somme de 400 € sur la subvention non affectée de l'article 6574.",
        "ANCIENS DU BIEF = 400",
    ),
    (
        "ENTRETIEN DES CHEMINS RURAUX",
        f"{DECIDES}décide d'accorder une aide de 400 €, qui sera mandatée à l'Amicale du Bief.",
        "Amicale du Bief = 400",
    ),
    (
        "ENTRETIEN DES CHEMINS RURAUX",
        f"{DECIDES}décide d'octroyer une subvention d'un montant de 400 €. Bénéficiaire : Foyer rural de Sarvis.",
        "Foyer rural de Sarvis = 400",
    ),
    (
        "SUBVENTIONS AUX ASSOCIATIONS",
        f"{DECIDES}vote les subventions suivantes :\n- Foyer rural : 300 €\n- Judo Club : 200 €\nSoit au total : 500 €",
        "Foyer rural = 300 | Judo Club = 200",
    ),
    (
        "SUBVENTIONS AUX ASSOCIATIONS",
        f"{DECIDES}vote les subventions suivantes :\nSport : 500 €\n- Foot : 300 €\n- Judo Club : 200 "
        "€\nCulture : 250 €\n- Chorale Arioso : 150 €\n- Fanfare du Bief : 100 €",
        "Foot = 300 | Judo Club = 200 | Chorale Arioso = 150 | Fanfare du Bief = 100",
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
    (
        "SUBVENTION AU FOYER RURAL",
        "L'association anime le bourg. Elle a reçu 700 € en 2022. "
        f"{DECIDES}attribue au Foyer rural une subvention de 900 €, versée en deux fractions : 600 € à la signature "
        "et le solde sur présentation du bilan.",
        "Foyer rural = 900",
    ),
    (
        "SOUTIEN AUX PROJETS",
        f"{DECIDES}attribue :\n- 600 € au Foyer rural ;\n- 400 € au Judo Club.\n"
        "Le dossier déposé par M. Paul DELMAS pour un gîte (800 € demandés) est ajourné.",
        "Foyer rural = 600 | Judo Club = 400",
    ),
    (
        "SUBVENTIONS AUX ASSOCIATIONS",
        "Par délibération du 12 décembre, le Conseil a voté un crédit de 4 000 € pour la vie associative.\n"
        f"{DECIDES}attribue au Foyer rural une subvention de 600 €.",
        "Foyer rural = 600",
    ),
    (
        "CONVENTION AVEC L'ASSOCIATION LES CIGALES",
        "Le Conseil municipal approuve à l'unani-\nmité l'avenant n° 2 et fixe la participation de la commune à 800 €.",
        "LES CIGALES = 800",
    ),
]
"""Rows, unsigned figures, totals, beneficiaries told later."""


@pytest.mark.parametrize(("title", "text", "expected"), DEBATES)
def test_debates(title: str, text: str, expected: str) -> None:
    assert granted(title, text, expected) == listed(expected)


@pytest.mark.parametrize(("title", "text", "expected"), REPORTS)
def test_reports(title: str, text: str, expected: str) -> None:
    assert granted(title, text, expected) == listed(expected)


@pytest.mark.parametrize(("title", "text", "expected"), LISTS)
def test_lists(title: str, text: str, expected: str) -> None:
    assert granted(title, text, expected) == listed(expected)


def test_an_agreement_is_nobody() -> None:
    text = (
        "Le montant mensuel de la participation est fixé à 10 € par agent, versés à ceux qui adhèrent à la "
        f"convention de participation.\n{DECIDES}décide d'accorder sa participation de 10 € à la convention de "
        "participation."
    )
    assert granted("PRÉVOYANCE DES AGENTS", text, "") == []
