"""The printed totals: in labels, columns, stacks, words and sentences, and over lists."""

from __future__ import annotations

import pytest

from delibgraph.extraction import extract
from delibgraph.facts import Counts
from tests.extraction.page import DECISION, LISTS, SITTING_NAMES, act, document

HEADS = [
    (
        "NOMBRES DE MEMBRES\nEn exercice    Présents    Votants\n   15             9           11",
        Counts(15, 9, None, 11),
    ),
    (
        "Nombre de conseillers\nen exercice   présents   votants\n    15           9         11\n",
        Counts(15, 9, None, 11),
    ),
    (
        "Nombre de membres\nAfférents au Conseil   En exercice   Qui ont pris part au vote\n        15      "
        "         15                 11\n",
        Counts(15, None, None, 11),
    ),
    ("NOMBRE DE MEMBRES\nen exercice : 15\nprésents : 9\nvotants : 11", Counts(15, 9, None, 11)),
    ("Nombre de conseillers :\n- en exercice : 15\n- présents : 9\n- votants : 11", Counts(15, 9, None, 11)),
    ("Nombre de conseillers\nen exercice\n15\nprésents\n9\nvotants\n11\n", Counts(15, 9, None, 11)),
    ("En exercice\n15\n\nPrésents\n9\n\nPouvoirs\n2\n\nVotants\n11\n", Counts(15, 9, 2, 11)),
    ("Nombre de membres\nEn exercice\nPrésents\nVotants\n : 15\n : 9\n : 11\n", Counts(15, 9, None, 11)),
    ("Nombre de présents : (9)", Counts(None, 9, None, None)),
    ("Présents : 9 + 2 pouvoirs", Counts(None, 9, 2, None)),
    ("Présents : 9 (+ 2 pouvoirs)", Counts(None, 9, 2, None)),
    ("Votants : 11 (9 présents + 2 pouvoirs)", Counts(None, 9, 2, 11)),
    ("Votants : 11 dont 2 pouvoirs", Counts(None, None, 2, 11)),
    ("Le conseil compte 15 membres en exercice.", Counts(15, None, None, None)),
    ("Le comité compte 15 membres.", Counts(15, None, None, None)),
    ("Présents : 9 sur 15 membres en exercice", Counts(15, 9, None, None)),
    ("9 membres présents sur 15", Counts(15, 9, None, None)),
    ("9 présents sur 15 membres", Counts(15, 9, None, None)),
    ("Nombre de présents : 9 sur 15", Counts(15, 9, None, None)),
    ("Membres en exercice 15\nMembres présents 9\nSuffrages exprimés 11", Counts(15, 9, None, 11)),
    ("Conseillers en exercice 15 Présents 9 Représentés 2 Votants 11", Counts(15, 9, 2, 11)),
    ("En exercice : 15 | Présents : 9 | Pouvoirs : 2 | Votants : 11", Counts(15, 9, 2, 11)),
    ("En exercice: 15 / Présents: 9 / Votants: 11", Counts(15, 9, None, 11)),
    (
        "Nombre de membres composant le conseil : 15\nNombre de membres en exercice : 14\nNombre de "
        "présents : 9\nNombre de votants : 11",
        Counts(14, 9, None, 11),
    ),
    ("Nombre de procuration(s) :     2", Counts(None, None, 2, None)),
    ("Nombre de pouvoir(s) : 2", Counts(None, None, 2, None)),
    ("Nombre de membres présents :          9           Nombre de procuration(s) :     2", Counts(None, 9, 2, None)),
    (
        "Nombre d'administrateurs en exercice : 15    Présents : 9    Représentés : 2    Votants : 11",
        Counts(15, 9, 2, 11),
    ),
    ("Membres en exercice : 15 - Quorum : 8\nPrésents : 9 - Pouvoirs : 2 - Votants : 11", Counts(15, 9, 2, 11)),
    ("En exercice : quinze\nPrésents : neuf\nVotants : onze", Counts(15, 9, None, 11)),
    ("Nombre de conseillers en exercice : quinze", Counts(15, None, None, None)),
    (
        "Nombre de délégués titulaires en exercice : 15\nNombre de délégués présents : 9\nNombre de "
        "pouvoirs : 2\nNombre de votes : 11",
        Counts(15, 9, 2, 11),
    ),
    ("EN EXERCICE 15\nPRÉSENTS 9\nABSENTS 4\nPROCURATIONS 2\nVOTANTS 11", Counts(15, 9, 2, 11)),
    (
        "Nb de conseillers en exercice : 15\nNb de présents : 9\nNb de pouvoirs : 2\nNb de votants : 11",
        Counts(15, 9, 2, 11),
    ),
    ("Nbre de membres en exercice : 15\nNbre de présents : 9", Counts(15, 9, None, None)),
    ("Conseillers en exercice : 15 ; présents : 9 ; absents : 6 ; pouvoirs : 2 ; votants : 11", Counts(15, 9, 2, 11)),
    ("Nombre de Conseillers : 15\nPrésents : 9\nVotants : 11", Counts(15, 9, None, 11)),
    ("en exercice\t15\nprésents\t9\npouvoirs\t2\nvotants\t11", Counts(15, 9, 2, 11)),
    ("Membres en exercice ..... 15\nMembres présents ..... 9\nVotants ..... 11", Counts(15, 9, None, 11)),
    ("Membres en exercice = 15\nPrésents = 9\nVotants = 11", Counts(15, 9, None, 11)),
    ("En exercice (15) – Présents (9) – Votants (11)", Counts(15, 9, None, 11)),
    (
        "Nombre de membres en exercice : 15  Date de convocation : 3 mars 2023\nNombre de présents : 9  "
        "Date d'affichage : 4 mars 2023\nNombre de votants : 11",
        Counts(15, 9, None, 11),
    ),
    ("Conseillers présents et représentés : 11", Counts(None, None, None, 11)),
    ("Présents ou représentés : 11", Counts(None, None, None, 11)),
    ("Ayant donné pouvoir : 2\nPrésents : 9", Counts(None, 9, 2, None)),
    ("Votants (présents + pouvoirs) : 11", Counts(None, None, None, 11)),
    ("Le nombre de conseillers en exercice est de 15.", Counts(15, None, None, None)),
    ("Présents : 9, formant la majorité des membres en exercice", Counts(None, 9, None, None)),
    ("Sur 15 conseillers en exercice, 9 étaient présents et 2 avaient donné pouvoir.", Counts(15, 9, 2, None)),
    (
        "Date de convocation : 3 mars 2023        En exercice : 15\nDate d'affichage : 4 mars 2023        "
        "Présents : 9\n                                         Votants : 11",
        Counts(15, 9, None, 11),
    ),
    ("Nombre de membres dont le conseil est composé : 15", Counts(15, None, None, None)),
    (
        "Nombre de conseillers élus : 15\nConseillers en fonction : 14\nConseillers présents : 9",
        Counts(14, 9, None, None),
    ),
    ("Nombre de votants : 11\nSuffrages exprimés : 10", Counts(None, None, None, 11)),
    ("Quorum : 8 – Présents : 9 – Exprimés : 11", Counts(None, 9, None, 11)),
    ("Membres : 15\nPrésents : 9\nVotants : 11", Counts(15, 9, None, 11)),
    ("Membres titulaires : 15 Etaient réunis : 9 Nombre de votants : 11", Counts(15, 9, None, 11)),
    ("Membres en exercice : 15 – Présents : 9 – Pouvoirs :\n2\n", Counts(15, 9, 2, None)),
    (
        "Date de convocation : 3 mars 2023 Nombre de membres Ayant pris part à la Exercice Présents délibération "
        "Date d'affichage : 15/03/2023 15 9 11",
        Counts(15, 9, None, 11),
    ),
    (
        "NOMBRE DE MEMBRES\n\nDate de la convocation : Afférents Qui ont pris VIDOUR ET SARVE 3 mars 2023 au "
        "Conseil En exercice part à la Date d'affichage : Municipal délibération VALSERRE 15 14 11",
        Counts(14, None, None, 11),
    ),
]
OVER_LISTS = [
    (f"Le compte y est, 9 membres du Comité étant présents.\n{LISTS}", Counts(None, 9, None, None)),
    (
        "Présents (4) : M. Hugo BARSAC, Mme Léa CORVANT, M. Paul DELMAS, Mme Anne FERROL\nExcusés ayant "
        "donné procuration (1) : M. Luc GARNEL (procuration à Mme Léa CORVANT)",
        Counts(None, 4, 1, None),
    ),
    (
        "Présents : 4\nM. Hugo BARSAC, Mme Léa CORVANT, M. Paul DELMAS, Mme Anne FERROL\nPouvoirs : 1\nM. "
        "Luc GARNEL à Mme Léa CORVANT\nVotants : 5",
        Counts(None, 4, 1, 5),
    ),
    (
        "4 présents : M. Hugo BARSAC, Mme Léa CORVANT, M. Paul DELMAS, Mme Anne FERROL\n1 pouvoir : M. Luc "
        "GARNEL à Mme Léa CORVANT",
        Counts(None, 4, 1, None),
    ),
    (
        "Étaient présents (4) :\nM. Hugo BARSAC\nMme Léa CORVANT\nM. Paul DELMAS\nMme Anne FERROL\nÉtaient "
        "représentés (1) :\nM. Luc GARNEL par Mme Léa CORVANT",
        Counts(None, 4, 1, None),
    ),
]
NO_TOTALS = [
    "Le règlement, voté le 14 juin, reste en vigueur.",
    "Présents : Jean Six, Paul Onze",
    "Questions 1 à 3 : 9 présents",
    "Le quorum est de 8.",
    "En exercice Présents Votants\n15 9",
    "Date d'affichage : 15/03/2023 Exercice Présents Qui ont pris part VALSERRE 11 9 15",
    "Le budget de l'exercice et les présents comptes, chapitres 65 74",
]


@pytest.mark.parametrize(("head", "counts"), HEADS)
def test_totals_in_the_head(head: str, counts: Counts) -> None:
    text = f"Commune de Valserre\nSéance du 12 mars 2023\n{head}\n\n{LISTS}\n\nOBJET : Voirie\n\n{DECISION}"
    sitting = extract(document(text))[0].sitting
    assert sitting.counts == counts
    assert tuple(entry.person for entry in sitting.attendance) == SITTING_NAMES


@pytest.mark.parametrize(("lists", "counts"), OVER_LISTS)
def test_totals_over_lists(lists: str, counts: Counts) -> None:
    assert act(lists).sitting.counts == counts


@pytest.mark.parametrize("told", NO_TOTALS)
def test_what_is_no_total(told: str) -> None:
    assert act(f"{told}\n\n{LISTS}").sitting.counts == Counts()


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (
            "Les conseillers présents, soit neuf (9), majorité des membres en exercice au nombre de quinze (15)",
            Counts(15, 9, None, None),
        ),
        (
            "Les membres présents au nombre de 9 forment la majorité de ceux en exercice, qui sont au nombre de 15.",
            Counts(15, 9, None, None),
        ),
        ("Le maire certifie que le nombre de membres en exercice étant de 15, on compte 9 présents", Counts(15, 9)),
        ("Nombre de conseillers départementaux composant la Commission : 15. Présents : 9.", Counts(15, 9)),
        (
            "Nombre de membres\nAfférents au       En        Qui ont pris part\n"
            "Conseil municipal  exercice  à la délibération\n15                 14        09\n",
            Counts(14, None, None, 9),
        ),
        ("Membres titulaires : 15 Etaient réunis : 9 Nombre de votants : 11", Counts(15, 9, None, 11)),
        ("Membres en exercice : 15 – Présents : 9 – Pouvoirs :\n2\nPrésents\n", Counts(15, 9, 2)),
        ("Soit 9 conseillers, formant la majorité des membres en exercice", Counts(None, 9)),
        ("9 Conseillers titulaires excusés ayant donné un pouvoir de vote", Counts(None, None, 9)),
        ("2 conseillers excusés ayant donné un pouvoir de vote", Counts(None, None, 2)),
        ("Nombre de conseillers en exercice : 15\nNombre de conseillers qui assistent à la séance : 9", Counts(15, 9)),
        ("Présents : 9   Représentés : 2   Membres composant le Conseil : 15", Counts(15, 9, 2)),
        ("Titulaires présents 9\nSuppléants avec vote 0\nNombre de votants 11", Counts(None, 9, None, 11)),
    ],
)
def test_totals_in_prose_and_under_broken_heads(told: str, expected: Counts) -> None:
    [found] = extract(document(f"COMMUNE DE VALSERRE\nSéance du 12 mars 2023\n\n{told}\n\n{DECISION}"))
    assert found.sitting.counts == expected


@pytest.mark.parametrize(
    ("below", "expected"),
    [
        ("Membres en exercice : 15   Présents : 9   Pouvoirs : 2\nSuffrages exprimés : 10", Counts(15, 9, 2, None)),
        ("La dépense est imputée au chapitre 65, fonction 32.", Counts()),
        ("Séance du\n12 mars 2023\nNombre de\nconseillers : 15\nPrésents : 9\nReprésentés : 2", Counts(15, 9, 2)),
        ("Membres en exercice : 15\n" * 2 + "Présents : 9", Counts()),
    ],
)
def test_totals_that_close_a_record(below: str, expected: Counts) -> None:
    [found] = extract(document(f"COMMUNE DE VALSERRE\nSéance du 12 mars 2023\n\n{LISTS}\n\n{DECISION}\n\n{below}\n"))
    assert found.sitting.counts == expected
