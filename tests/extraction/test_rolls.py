"""Forms of the roll that the words "présents" and "absents" do not head: verbs, sentences, a state after each name."""

from __future__ import annotations

import pytest

from tests.extraction.page import LISTS, act

THREE = ("Hugo BARSAC", "Léa CORVANT", "Paul DELMAS")
LIST = "M. Hugo BARSAC, Mme Léa CORVANT, M. Paul DELMAS"


def people(lists: str, *states: str) -> list[str]:
    """Those in one of the states on a page with these lists."""
    return sorted(entry.person for entry in act(lists).sitting.attendance if entry.status in states)


@pytest.mark.parametrize(
    "heading",
    [
        "Participaient à la réunion :",
        "Ont participé aux débats :",
        "Avaient pris place :",
        "Avaient pris place autour de la table",
        "Ont pris part à la séance :",
        "Assistaient à la séance :",
        "Siégeaient :",
        "Ont siégé",
        "Étaient réunis en mairie :",
        "S'étaient réunis :",
        "Étaient là :",
        "Avaient rejoint la salle :",
        "Ont répondu à l'appel (3) :",
    ],
)
@pytest.mark.parametrize("away", ["", "\nExcusé : M. Luc GARNEL"])
def test_verbs_head_those_who_sit(heading: str, away: str) -> None:
    assert people(f"{heading} {LIST}.{away}", "present") == sorted(THREE)
    assert people(f"{heading} {LIST}.{away}", "excused") == ["Luc GARNEL"] * bool(away)


@pytest.mark.parametrize(
    "heading",
    [
        "N'ont pas répondu à l'appel :",
        "N'avaient pu assister à la séance :",
        "Manquaient à l'appel :",
        "Étaient empêchés :",
        "Étaient retenues par ailleurs :",
        "Avaient prié de les excuser :",
        "Ont présenté leurs excuses :",
        "S'étaient fait excuser :",
    ],
)
def test_verbs_head_those_who_do_not(heading: str) -> None:
    lists = f"{LISTS}\n{heading} M. Luc GARNEL, Mme Zoé HERVAL"
    assert people(lists, "absent", "excused") == ["Luc GARNEL", "Zoé HERVAL"]
    assert len(people(lists, "present")) == 4


@pytest.mark.parametrize(
    "guests",
    [
        "Assistaient à la séance : M. Luc GARNEL, Mme Zoé HERVAL",
        "Participaient également : M. Luc GARNEL, Mme Zoé HERVAL",
        "Avaient pris place dans le public : M. Luc GARNEL, Mme Zoé HERVAL",
    ],
)
def test_beside_a_list_of_members_they_head_guests(guests: str) -> None:
    assert len(people(f"{LISTS}\n{guests}", "present", "absent", "excused", "represented")) == 4


def test_a_roll_without_anybody_present_is_told() -> None:
    found = act("Au coin du feu : M. Hugo BARSAC\nExcusé : M. Luc GARNEL").findings
    assert "attendance-missing" in {finding.code for finding in found}
