"""Tables whose columns are states, and lists whose parts, ranks and remarks stand between the names."""

from __future__ import annotations

import pytest

from delibgraph.facts import Sitting
from tests.extraction.page import act

TABLES = [
    """Commune        Titulaire présent      Suppléant présent     Excusé
Sarvis-le-Haut   BARSAC Hugo
Quiny            CORVANT Léa
Obrelle                                 DELMAS Paul           FERROL Anne
Tarnac                                                        GARNEL Luc (pouvoir à BARSAC Hugo)
Mirande                                                       HERVAL Zoé""",
    """Communes | Délégués présents | Suppléants présents | Délégués excusés
Sarvis-le-Haut | BARSAC Hugo | | |
Quiny | CORVANT Léa | | |
Obrelle | | DELMAS Paul | FERROL Anne |
Tarnac | | | GARNEL Luc (pouvoir à BARSAC Hugo) |
Mirande | | | HERVAL Zoé |""",
    """Collectivité\tMembres présents\tSuppléante présente\tExcusés\tPouvoir à
Sarvis\tM. Hugo BARSAC\t\t\t
Quiny\tMme Léa CORVANT\t\t\t
Obrelle\t\tM. Paul DELMAS\tMme Anne FERROL\t
Tarnac\t\t\tM. Luc GARNEL\tM. Hugo BARSAC
Mirande\t\t\tMme Zoé HERVAL\t""",
    """Commune        Présents              Suppléant présent     Absents excusés
Sarvis           Hugo BARSAC, Léa CORVANT
Obrelle                               Paul DELMAS           Anne FERROL
Tarnac                                                      Luc GARNEL (procuration à Hugo BARSAC)
Mirande                                                     Zoé HERVAL""",
    """Commune        Présents              Suppléants présents   Excusés
Sarvis           M. Hugo BARSAC                              M. Luc GARNEL, pouvoir à M. Hugo BARSAC
                 Mme Léa CORVANT
Obrelle                                M. Paul DELMAS        Mme Anne FERROL
Mirande                                                      Mme Zoé HERVAL""",
]


def surnames(sitting: Sitting, *states: str) -> list[str]:
    """The surnames of those in one of the states."""
    found = (entry.person.split() for entry in sitting.attendance if entry.status in states)
    return sorted(next(word for word in words if word.isupper() and len(word) > 1) for words in found)


@pytest.mark.parametrize("table", TABLES)
def test_names_under_states(table: str) -> None:
    sitting = act(table).sitting
    assert surnames(sitting, "present") == ["BARSAC", "CORVANT", "DELMAS"]
    assert surnames(sitting, "excused", "absent") == ["FERROL", "HERVAL"]
    assert surnames(sitting, "represented") == ["GARNEL"]
    assert [(proxy.grantor.count("GARNEL"), (proxy.holder or "").count("BARSAC")) for proxy in sitting.proxies] == [
        (1, 1)
    ]
    replaced = [(entry.person, entry.replaces or "") for entry in sitting.attendance if entry.replaces]
    assert [("DELMAS" in person, "FERROL" in other) for person, other in replaced] == [(True, True)]


def test_marks_under_states_are_no_names() -> None:
    table = """Conseillers        Présents   Excusés   Absents
Hugo BARSAC          X
Léa CORVANT          X
Anne FERROL                      X
Luc GARNEL                                 X"""
    sitting = act(table).sitting
    assert surnames(sitting, "present") == ["BARSAC", "CORVANT"]
    assert surnames(sitting, "excused", "absent") == ["FERROL", "GARNEL"]


GROUPS = [
    "Présents :\nGroupe Vivre ensemble : BARSAC Hugo, CORVANT Léa\nGroupe de la droite et du centre : DELMAS Paul\n"
    "Groupe RVN : FERROL Anne",
    "Présents :\nListe Agir pour tous : Hugo BARSAC, Léa CORVANT\nListe Demain : Paul DELMAS, Anne FERROL",
    "Etaient présents :\nPour la Région : M. Hugo BARSAC\nPour le Département : Mme Léa CORVANT\n"
    "Pour les intercommunalités : MM. Paul DELMAS, Mme Anne FERROL",
    "Etaient présents :\nAu titre des communes : M. Hugo BARSAC, Mme Léa CORVANT\n"
    "Au titre du Département : M. Paul DELMAS, Mme Anne FERROL",
    "Présents : 1. BARSAC Hugo 2. CORVANT Léa 3. DELMAS Paul 4. FERROL Anne",
    "Présents : 1. BARSAC Hugo 2. CORVANT Léa 3. DELMAS Paul 4. 5. FERROL Anne",
    "Présents : 1/ BARSAC Hugo 2/ CORVANT Léa 3/ DELMAS Paul 4/ FERROL Anne",
    "Présents : BARSAC Hugo, CORVANT Léa, Nombre de conseillers élus : 5\nDELMAS Paul, FERROL Anne.",
]


@pytest.mark.parametrize("lists", GROUPS)
def test_parts_and_ranks_between_names(lists: str) -> None:
    sitting = act(lists).sitting
    assert surnames(sitting, "present") == ["BARSAC", "CORVANT", "DELMAS", "FERROL"]
    assert surnames(sitting, "absent", "excused", "represented") == []


ENDS = [
    "En application de l'article L 2121-15 du code, le conseil a désigné M. Hugo BARSAC, secrétaire de séance.",
    "Conformément à l'article L. 2121-15, l'assemblée a nommé Mme Léa CORVANT pour secrétaire.",
    "Début de la séance : 19 h",
    "Ouverture de la séance à 20 h",
    "1/ COMPTE-RENDU Compte-rendu de la séance du 3 mars",
    "Monsieur Hugo BARSAC, Maire ouvre la séance et demande qui est candidat.",
    "Conseil départemental (voix consultative) : Mme Zoé HERVAL",
    "Conseil économique (avec voix consultative) : Mme Zoé HERVAL",
]


@pytest.mark.parametrize("after", ENDS)
@pytest.mark.parametrize("joint", [" ", "\n"])
def test_what_ends_a_list_of_absentees(after: str, joint: str) -> None:
    lists = (
        f"Présents : M. Hugo BARSAC, Mme Léa CORVANT, M. Paul DELMAS\nExcusée : Mme Anne FERROL (malade).{joint}{after}"
    )
    sitting = act(lists).sitting
    assert surnames(sitting, "present") == ["BARSAC", "CORVANT", "DELMAS"]
    assert surnames(sitting, "absent", "excused", "represented") == ["FERROL"]


@pytest.mark.parametrize(
    "heading",
    ["N'ont pas participé à la délibération :", "N'ont pas pris part au vote :", "N'ayant pas pris part au débat :"],
)
def test_who_takes_no_part_in_a_vote_sits(heading: str) -> None:
    lists = f"Présents : Hugo BARSAC, Léa CORVANT, Paul DELMAS\n{heading}\nHugo BARSAC (dossier Chorale de Quiny)"
    sitting = act(f"{lists}\nExcusée : Anne FERROL").sitting
    assert surnames(sitting, "present") == ["BARSAC", "CORVANT", "DELMAS"]
    assert surnames(sitting, "absent", "excused") == ["FERROL"]


@pytest.mark.parametrize("heading", ["Suppléants présents sans vote :", "Suppléants sans voix délibérative :"])
def test_substitutes_without_a_vote_are_no_members(heading: str) -> None:
    sitting = act(f"Présents : Hugo BARSAC, Léa CORVANT, Paul DELMAS\n{heading} Luc GARNEL, Zoé HERVAL").sitting
    assert surnames(sitting, "present") == ["BARSAC", "CORVANT", "DELMAS"]


def test_states_within_a_line() -> None:
    lists = (
        "Collège des communes : présents : Hugo BARSAC, Léa CORVANT représenté : Luc GARNEL, par Léa CORVANT "
        "Collège du Département : présents : Paul DELMAS excusée : Anne FERROL"
    )
    sitting = act(lists).sitting
    assert surnames(sitting, "present") == ["BARSAC", "CORVANT", "DELMAS"]
    assert surnames(sitting, "excused") == ["FERROL"]
    assert [(proxy.grantor, proxy.holder) for proxy in sitting.proxies] == [("Luc GARNEL", "Léa CORVANT")]


def test_initials_without_dots() -> None:
    lists = "Présents : H Barsac, D Corvant suppléée par N Ferrol, M Delmas, C Di Garnel, P Herval, A Lorvan, T Mirbel"
    sitting = act(lists).sitting
    present = [entry.person for entry in sitting.attendance if entry.status == "present"]
    assert present == ["H Barsac", "N Ferrol", "M Delmas", "C Di Garnel", "P Herval", "A Lorvan", "T Mirbel"]
    assert [entry.person for entry in sitting.attendance if entry.status == "excused"] == ["D Corvant"]


@pytest.mark.parametrize(
    "heading",
    [
        "Ont délégué leur droit de vote conformément à l'article L 2121-20 du code :",
        "Ont délégué leur droit de vote :",
        "Ayant délégué leur vote en application du règlement :",
    ],
)
def test_the_right_to_vote_is_handed_over(heading: str) -> None:
    lists = (
        f"Présents : M. Hugo BARSAC, Mme Léa CORVANT, M. Paul DELMAS\n{heading} Mme FERROL Anne procuration à M. BARSAC"
    )
    assert [(proxy.grantor, proxy.holder) for proxy in act(lists).sitting.proxies] == [("FERROL Anne", "Hugo BARSAC")]


def test_who_voted_heads_no_list() -> None:
    decision = (
        "Le conseil, À L'UNANIMITÉ DES MEMBRES PRÉSENTS ET REPRÉSENTÉS\n\nDÉCIDE d'approuver.\n\nLe Maire\nH. LORVAN"
    )
    sitting = act("Présents : Hugo BARSAC, Léa CORVANT, Paul DELMAS", decision).sitting
    assert surnames(sitting, "present") == ["BARSAC", "CORVANT", "DELMAS"]


def test_a_surname_in_two_parts() -> None:
    sitting = act("Présents : BARSAC Hugo, DA CORVANT E LORVO Léa, DELMAS Paul").sitting
    assert [entry.person for entry in sitting.attendance] == ["BARSAC Hugo", "DA CORVANT E LORVO Léa", "DELMAS Paul"]


def test_what_is_no_name_under_a_state_is_told() -> None:
    table = """Commune        Titulaire présent      Excusé
Sarvis         BARSAC Hugo
Quiny          CORVANT Léa
Obrelle        siège vacant            FERROL Anne"""
    found = act(table)
    assert surnames(found.sitting, "present") == ["BARSAC", "CORVANT"]
    assert "unread-text" in [finding.code for finding in found.findings]


TORN = [
    "NOM et Prénom\nPrésent\nAbsent\nPouvoir à\nBARSAC Hugo\nX\nGARNEL Luc\nX\nBARSAC Hugo\nCORVANT Léa\nX\n",
    "Commune\nDélégué\nPrésence\nPouvoir\nSARVIS\nBARSAC Hugo\nP\nGARNEL Luc\nE\nBARSAC Hugo\nCORVANT Léa\nP\n",
    "Commune\tDélégué\tCode\tMandataire / suppléant\nSARVIS-\nURDIN\nBARSAC Hugo\nP\nOBO\tGARNEL Luc\tR\tBARSAC Hugo\n",
]


@pytest.mark.parametrize("table", TORN)
def test_a_table_torn_into_cells_is_told_and_gives_nobody_a_state(table: str) -> None:
    read = act(table)
    assert not read.sitting.proxies
    assert not [entry for entry in read.sitting.attendance if entry.status != "present"]
    assert "unread-text" in {finding.code for finding in read.findings}
