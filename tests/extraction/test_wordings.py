"""Headings as many bodies write them: bodies, chairs, minutes and totals, ten wordings of each class and more."""

from __future__ import annotations

import pytest

from delibgraph.extraction import extract
from delibgraph.facts import Counts
from tests.extraction.page import LISTS, act, document

DECISION = "\n\nLe Conseil, après en avoir délibéré, à l'unanimité, approuve le programme d'entretien.\n"
COMMUNE = "Commune de Valserre\nSéance du 12 mars 2023\n"


@pytest.mark.parametrize(
    ("head", "body", "organ"),
    [
        ("OFFICE PUBLIC DE L'HABITAT DU VIDOUR\nCONSEIL D'ADMINISTRATION", None, "Conseil d'administration"),
        ("Régie des eaux du Vidour\nConseil d'administration", None, "Conseil d'administration"),
        ("Centre hospitalier de Lorville\nConseil d'administration", None, "Conseil d'administration"),
        ("La Maison des Tisserands\nConseil d'administration", None, "Conseil d'administration"),
        ("MAIRIE DU 3e ARRONDISSEMENT DE LORVILLE\nConseil d'arrondissement", None, "Conseil d'arrondissement"),
        ("Commune nouvelle de Valserre\nConseil municipal", None, "Conseil municipal"),
        ("CONSEIL RÉGIONAL PLAINE-ET-MONTS\nCommission permanente", None, "Commission permanente"),
        ("LORVILLE MÉTROPOLE\nCommission permanente", None, "Commission permanente"),
        ("Vidour Communauté\nConseil de communauté", None, "Conseil de communauté"),
        ("Vidour Agglomération\nConseil d'agglomération", None, "Conseil d'agglomération"),
        (
            "Communauté de communes\nRives de Sarve & Vidour\nConseil communautaire",
            "Communauté de communes Rives de Sarve & Vidour",
            "Conseil communautaire",
        ),
        (
            "SYNDICAT D'ÉNERGIE DU VIDOUR\nProcès-verbal de l'assemblée générale",
            "SYNDICAT D'ÉNERGIE DU VIDOUR",
            "Assemblée générale",
        ),
        ("Commune de Valserre\nLe Conseil\nmunicipal s'est réuni.\nSyndicat du Vidour", None, "Conseil municipal"),
    ],
)
def test_bodies_and_organs(head: str, body: str | None, organ: str) -> None:
    [found] = extract(document(f"{head}\nSéance du 12 mars 2023\n\n{LISTS}{DECISION}"))
    assert (found.sitting.body, found.sitting.organ) == (body or head.split("\n")[0], organ)


@pytest.mark.parametrize(
    "told",
    [
        "M. Hugo BARSAC, Président, qui dirige les débats.",
        "M. Hugo BARSAC, Maire, conduit les débats.",
        "M. Hugo BARSAC anime la séance.",
        "M. Hugo BARSAC, doyen d'âge, mène les travaux.",
        "M. Hugo BARSAC préside l'assemblée.",
        "M. Hugo BARSAC ouvre les travaux.",
        "Présidence de séance\tSecrétariat de séance\nHugo BARSAC\tLéa CORVANT",
        "| Secrétaire | Président |\n|---|---|\n| Léa CORVANT | Hugo BARSAC |",
    ],
)
def test_who_chaired(told: str) -> None:
    [found] = extract(document(f"{COMMUNE}\n{told}\n\n{LISTS}{DECISION}"))
    assert found.sitting.president == "Hugo BARSAC"


@pytest.mark.parametrize(
    "told",
    [
        "Secrétaire pour les deux journées : Mme Léa CORVANT.",
        "Secrétaire de la réunion : Mme Léa CORVANT",
        "Secrétaire désignée pour la séance : Léa CORVANT",
        "Mademoiselle Léa CORVANT sera notre secrétaire.",
        "Mme Léa CORVANT fera office de secrétaire.",
        "Léa CORVANT est secrétaire de séance.",
        "Mme Léa CORVANT devient la secrétaire de séance",
        "Je vous propose de désigner comme d'habitude la plus jeune, madame Léa CORVANT comme secrétaire.",
        "Présidence de séance\tSecrétariat de séance\nHugo BARSAC\tLéa CORVANT",
    ],
)
def test_who_kept_the_minutes(told: str) -> None:
    [found] = extract(document(f"{COMMUNE}\n{LISTS}\n\n{told}{DECISION}"))
    assert found.sitting.secretary == "Léa CORVANT"


@pytest.mark.parametrize(
    ("told", "counts"),
    [
        ("En exercice 15 Présents 12 Pouvoirs 1 Votants 13", Counts(15, 12, 1, 13)),
        ("En exercice : 15 – Présents : 12 – Votants : 13", Counts(15, 12, None, 13)),
        ("15 conseillers sont en exercice ; 12 sont présents et 1 a remis une procuration, soit 13 votants.", None),
        ("Présents :\nProcurations :\nVotants :\n12\n1\n13", Counts(None, 12, 1, 13)),
        ("Afférents au Conseil :\nPrésents :\nDate de convocation :\n15\n12\n2 mars 2023", Counts(15, 12)),
        ("Quorum atteint (12 présents et 1 pouvoir, soit 13 votants)", Counts(None, 12, 1, 13)),
        ("Questions 1 à 3 : 10 présents\nQuestions 4 à 9 : 12 présents", Counts()),
        ("Nombre de présents : 12 jusqu'à la délibération n° 4", Counts()),
        ("Nombre de votants : 12 à compter du point 3", Counts()),
        ("Nombre de présents : 12/13", Counts()),
        ("Présents : 12 (dont pouvoirs)", Counts()),
        ("25 conseillers étaient présents ou représentés", Counts()),
        ("En 2022, le conseil a voté 2 500 € pour la Lyre", Counts()),
    ],
)
def test_totals(told: str, counts: Counts | None) -> None:
    [found] = extract(document(f"{COMMUNE}{told}\n\n{LISTS}{DECISION}"))
    assert found.sitting.counts == (counts or Counts(15, 12, None, 13))


def test_how_many_voted_may_stand_before_how() -> None:
    found = act(decision="Le Conseil fixe le tarif.\n14 votants : 12 pour, 2 contre")
    vote = found.deliberations[0].vote
    assert found.sitting.counts.votes == 14
    assert vote is not None
    assert (vote.for_, vote.against, vote.unanimous) == (12, 2, False)


NUMBERED = "COMMUNE DE VALSERRE\nCONSEIL MUNICIPAL\n{head}\nSéance du 12 mars 2023\n\n{lists}\n\n{under}\n{decision}"


@pytest.mark.parametrize(
    ("head", "under", "number"),
    [
        ("Question n 14", "", "14"),
        ("REGISTRE DES DELIBERATIONS\nN 8", "", "8"),
        ("N° 8", "", "8"),
        ("Rapport 21.04.17.03                         Salle des fêtes", "", "21.04.17.03"),
        ("Dossier 2023/2-19        Commission des finances", "", "2023/2-19"),
        ("Suivi par le pôle Habitat — 2023-C-041", "", "2023-C-041"),
        ("D É L I B É R A T I O N   n°   B - 2023 - 41", "", "B-2023-41"),
        ("CM20230312_07", "", "CM20230312_07"),
        ("Délibération [2023 VOI 18]", "", "2023 VOI 18"),
        ("", "Dimanche 12 mars – Affaire n° 5", "5"),
        ("", "21-034 ENTRETIEN DES CHEMINS RURAUX", "21-034"),
        ("", "021/23 : ENTRETIEN DES CHEMINS RURAUX", "021/23"),
        ("", "Rapport 23/41 - Entretien des chemins", "23/41"),
        ("", "(enregistrée sous le n° 41/2023)", "41/2023"),
        ("", "(inscrite au registre sous le numéro 41)", "41"),
        ("1/23", "", None),
        ("Publié le 14/03/23", "", None),
        ("12.03.2023", "", None),
    ],
)
def test_numbers(head: str, under: str, number: str | None) -> None:
    text = NUMBERED.format(head=head, lists=LISTS, under=under, decision=DECISION)
    [found] = extract(document(text))
    assert found.deliberations[0].number == number


@pytest.mark.parametrize(
    ("under", "title"),
    [
        ("DEL-23-041\nSoutien à la Lyre\nNombre d'élus en exercice : 15", "Soutien à la Lyre"),
        ("DEL-23-041\nSoutien à la Lyre\nDate de convocation : 2 mars 2023", "Soutien à la Lyre"),
        ("DEL-23-041\nSoutien à la Lyre\nVotants : 13", "Soutien à la Lyre"),
        (
            "Secrétaire de séance : Léa CORVANT\n\nLe Président, Hugo BARSAC, ouvre la séance à 18 h 30, remercie les "
            "membres de leur présence et constate que le quorum est atteint, treize membres étant présents sur quinze."
            "\n\n1. Réseau des sentiers : adhésion",
            "Réseau des sentiers : adhésion",
        ),
        (
            "Le compte rendu de la séance précédente est adopté à l'unanimité.\n\nENTRETIEN DES SENTIERS",
            "ENTRETIEN DES SENTIERS",
        ),
        (
            "Le conseil municipal approuve le procès-verbal du 5 février.\n_____\nENTRETIEN DES SENTIERS - ADHÉSION",
            "ENTRETIEN DES SENTIERS - ADHÉSION",
        ),
        ("Dossier n° 41 | Objet Entretien des sentiers Rapporteur : M. Paul DELMAS", "Entretien des sentiers"),
    ],
)
def test_titles(under: str, title: str) -> None:
    text = NUMBERED.format(head="", lists=LISTS, under=under, decision=DECISION.lstrip())
    [found] = extract(document(text))
    assert found.deliberations[0].title == title
