"""The number and the title of a deliberation."""

from __future__ import annotations

import pytest

from delibgraph.extraction import extract
from delibgraph.facts import Act
from tests.extraction.page import LISTS, act, document

DECISION = "\n\nLe Conseil, après en avoir délibéré, à l'unanimité, approuve le programme d'entretien.\n"


def headed(head: str) -> Act:
    [found] = extract(document(f"{head}\n\n{LISTS}{DECISION}"))
    return found


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("Délibération n° 2014-07", "2014-07"),
        ("DELIBERATION N°36/2023", "36/2023"),
        ("N° 2019/4407", "2019/4407"),
        ("2016.91 : ENTRETIEN DES CHEMINS RURAUX", "2016.91"),
        ("Question n° 12", "12"),
        ("Séance du 12 mars 2023 03-2023 OBJET : ENTRETIEN DES CHEMINS", "03-2023"),
        ("104-23", "104-23"),
        ("Délibération DEL2025-02", "DEL2025-02"),
        ("Rapport n° 203", "203"),
        ("Rapport n° 203\nActe : CP17-008", "CP17-008"),
        ("Acte : CP17-008\nRapport n° 203", "CP17-008"),
        ("Rapport n° 203\nDélibération n° 2023-14", "2023-14"),
        ("Acte n° 2023-07", "2023-07"),
        ("N° de l'acte : 2023.03.12.4", "2023.03.12.4"),
        ("Délibération référencée CS1204-21", "CS1204-21"),
        ("Délibération enregistrée sous le n° CS1204-21", "CS1204-21"),
        ("Numéro : 014/23", "014/23"),
        ("Délibération BS/24/031 – ENTRETIEN DES CHEMINS", "BS/24/031"),
        ("CS-2019-14. Entretien des chemins ruraux", "CS-2019-14"),
        ("N° 36/2017/CP", "36/2017/CP"),
        ("2014-21 / ENTRETIEN DES CHEMINS", "2014-21"),
        ("98/13. Objet : entretien des chemins", "98/13"),
        ("14-23 – OBJET : Entretien des chemins", "14-23"),
        ("Point n° 4 : ENTRETIEN DES CHEMINS", "4"),
        ("AFFAIRE N° 3 / Entretien des chemins", "3"),
        ("OJ N° 14 - Voirie\nEntretien des chemins ruraux", "14"),
        ("Délibération n° CP-2023-07 / 03-41-6688", "CP-2023-07 / 03-41-6688"),
        ("ENTRETIEN DES CHEMINS RURAUX                    D.2023.04.11", "D.2023.04.11"),
        ("Séance du dimanche 12 mars 2023 - DCC 2023-009", "DCC 2023-009"),
        ("14 2023 067 (2023 DAC 38) – Entretien des chemins", "14 2023 067"),
        ("Numéro d'enregistrement : 27", "27"),
        ("Délibération du Conseil n° 2023-045", "2023-045"),
        ("AP D 23-03-1", "AP D 23-03-1"),
        ("TCM 012-12345/23/BM", "TCM 012-12345/23/BM"),
        ("23-12-15-4", "23-12-15-4"),
        ("Objet : Entretien des chemins N° interne de l'acte : 2023-41", "2023-41"),
    ],
)
def test_numbers(line: str, number: str) -> None:
    text = f"Commune de Valserre\nSéance du 12 mars 2023\n\n{LISTS}\n\n{line}{DECISION}"
    [found] = extract(document(text))
    assert found.deliberations[0].number == number
    assert text[slice(*found.deliberations[0].spans["number"])] == number


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("RÉPUBLIQUE FRANÇAISE                   Délibération n° 2023-27", "2023-27"),
        ("Séance du 12 mars 2023                 Dossier n° 2023-CP-09-41", "2023-CP-09-41"),
        ("CONSEIL MUNICIPAL                      N°36/2023", "36/2023"),
        ("CONSEIL MUNICIPAL                      N° 23/0123/AGE", "23/0123/AGE"),
        ("CONSEIL MUNICIPAL                      DOSH/2023/123", "DOSH/2023/123"),
        ("CONSEIL MUNICIPAL                      Mandat 2020-2026", None),
        ("CONSEIL MUNICIPAL                      2022-2023", None),
        ("Réunion du 12 mars                     Page n° 2", None),
    ],
)
def test_numbers_in_a_column_of_the_letterhead(line: str, number: str | None) -> None:
    found = headed(f"{line}\nCommune de Valserre").deliberations[0]
    assert found.number == number
    assert found.title is None


@pytest.mark.parametrize(
    "told",
    [
        "OBJET : ERRATUM à la délibération n° 2023-31 du 24 juin",
        "OBJET : Modification de la délibération n° 2023-31",
        "Il complète sa délibération n° 2023-31 ",
        "AFFOUAGES 2022-2023",
        "Saison 2022/2023 : tarifs",
        "BUDGET 2023 – 12 chapitres",
    ],
)
def test_years_and_other_acts_are_no_numbers(told: str) -> None:
    [found] = extract(document(f"Commune de Valserre\nSéance du 12 mars 2023\n\n{LISTS}\n\n{told}{DECISION}"))
    assert found.deliberations[0].number is None


def test_another_act_s_number_is_not_the_act_s_own() -> None:
    lists = f"{LISTS}\n\nVu la convention n° 2019-44 et le procès-verbal n° 3"
    assert act(lists).deliberations[0].number == "2023-14"


@pytest.mark.parametrize(
    ("told", "title"),
    [
        ("Délibération n° 2023-14\nOBJET : ENTRETIEN DES CHEMINS RURAUX", "ENTRETIEN DES CHEMINS RURAUX"),
        ("ENTRETIEN DES CHEMINS RURAUX\nPROGRAMME 2023", "ENTRETIEN DES CHEMINS RURAUX PROGRAMME 2023"),
        ("2023-14 : Entretien des chemins ruraux. Le rapporteur expose.", "Entretien des chemins ruraux"),
        ("Objet : Entretien des chemins", "Entretien des chemins"),
        ("OBJET : Entretien des chemins Présents : 4 sur 5", "Entretien des chemins"),
        ("INTITULÉ : Attribution d'une aide au foyer rural", "Attribution d'une aide au foyer rural"),
        ("Objet - Attribution d'une aide au foyer rural", "Attribution d'une aide au foyer rural"),
        ("Objet de la délibération : Achat d'un tracteur", "Achat d'un tracteur"),
        ("Acte : CP17-008\nRapport n° 203\n\nAchat d'un tracteur", "Achat d'un tracteur"),
        ("N° de l'acte : CP17-008\nIntitulé : Achat d'un tracteur", "Achat d'un tracteur"),
        ("Délibération n° 2023-14\nOBJET – Achat d'un tracteur", "Achat d'un tracteur"),
        ("Point n° 4 : ENTRETIEN DES CHEMINS", "ENTRETIEN DES CHEMINS"),
        ("RAPPORT N° 6 – Entretien des chemins ruraux", "Entretien des chemins ruraux"),
        ("AFFAIRE N° 3 / Entretien des chemins", "Entretien des chemins"),
        ("2014-21 / ENTRETIEN DES CHEMINS", "ENTRETIEN DES CHEMINS"),
        (
            "Délibération n° 12 – Voirie\nEntretien des chemins. Choix d'une entreprise.\n",
            "Entretien des chemins. Choix d'une entreprise",
        ),
        (
            "OBJET : Chemins ruraux. ERRATUM à la délibération n° 2023-31\n",
            "Chemins ruraux. ERRATUM à la délibération n° 2023-31",
        ),
        ("OBJET : Chemins ruraux. En 2022, le chemin avait été fermé.\n", "Chemins ruraux"),
        ("OBJET : Finances :\n\n> Décision modificative n° 1\n", "Finances : Décision modificative n° 1"),
    ],
)
def test_titles(told: str, title: str) -> None:
    text = f"Commune de Valserre\nSéance du 12 mars 2023\n\n{LISTS}\n\n{told}{DECISION}"
    [found] = extract(document(text))
    assert found.deliberations[0].title == title


@pytest.mark.parametrize(
    ("told", "number", "title"),
    [
        ("DCM n° 2020-03-12\n\nEntretien des chemins ruraux\n", "2020-03-12", "Entretien des chemins ruraux"),
        ("N°2020/12 – OBJET : Entretien des chemins\n", "2020/12", "Entretien des chemins"),
        (
            "Objet : Entretien des chemins\nN° 2020-09\n\nLe Maire expose les travaux.",
            "2020-09",
            "Entretien des chemins",
        ),
        ("OBJET DE LA DELIBERATION\nEntretien des chemins\n", None, "Entretien des chemins"),
        ("Délib n°12-2020 : Entretien des chemins\n", "12-2020", "Entretien des chemins"),
        (
            "Numéro de délibération : 2020_12\nNomenclature : 8.3\nEntretien des chemins\n",
            "2020_12",
            "Entretien des chemins",
        ),
        ("Numéro d'ordre : 12\nObjet : Entretien des chemins\n", "12", "Entretien des chemins"),
        ("Résolution n° 12 : Entretien des chemins\n", "12", "Entretien des chemins"),
        ("POINT N°5 DE L'ORDRE DU JOUR : Entretien des chemins\n", "5", "Entretien des chemins"),
        ("5ème question : Entretien des chemins\n", "5", "Entretien des chemins"),
        ("Délibération n° 2020-12 du 3 mars 2020\nEntretien des chemins\n", "2020-12", "Entretien des chemins"),
        ("Délibération n° 2020-12 portant entretien des chemins\n", "2020-12", "portant entretien des chemins"),
        ("5. ENTRETIEN DES CHEMINS\n", None, "ENTRETIEN DES CHEMINS"),
        ("POINT 5 - Entretien des chemins : RÉFECTION DU PONT\n", "5", "Entretien des chemins : RÉFECTION DU PONT"),
        ("N° 2020/12 - ENTRETIEN DES CHEMINS\n", "2020/12", "ENTRETIEN DES CHEMINS"),
        ("14 2020 067 (2020 DAC 38) – Entretien des chemins\n", "14 2020 067", "Entretien des chemins"),
        ("Objet : Entretien des chemins N° interne de l'acte : 2020-41\n", "2020-41", "Entretien des chemins"),
        ("5.2 Entretien des chemins (délibération n° 2020-12)\n", "2020-12", "Entretien des chemins"),
        ("ENTRETIEN DES CHEMINS – 2020/12\n", "2020/12", "ENTRETIEN DES CHEMINS"),
        ("12/03/2020-05 ENTRETIEN DES CHEMINS\n", "12/03/2020-05", "ENTRETIEN DES CHEMINS"),
        ("| N° | 2020-12 |\n| Objet | Entretien des chemins |\n", "2020-12", "Entretien des chemins"),
        ("Réf : 2020-12\nEntretien des chemins\n", "2020-12", "Entretien des chemins"),
        ("TITRE : Entretien des chemins\n", None, "Entretien des chemins"),
        ("O B J E T : Entretien des chemins\n", None, "Entretien des chemins"),
        ("2020-12 : Chemins ruraux : le Conseil fixe le programme.", "2020-12", "Chemins ruraux"),
        ("2020-12. Repas : le traiteur Tarvon est retenu.", "2020-12", "Repas"),
        ("1. Désignation du secrétaire de séance\n", None, None),
        ("1. Accepte de réparer les chemins\n", None, None),
    ],
)
def test_numbers_and_titles_together(told: str, number: str | None, title: str | None) -> None:
    [found] = extract(document(f"Commune de Valserre\nSéance du 12 mars 2023\n\n{LISTS}\n\n{told}{DECISION}"))
    assert (found.deliberations[0].number, found.deliberations[0].title) == (number, title)
