"""What ends a list: whoever is named under another label is no member who is away."""

from __future__ import annotations

import pytest

from tests.extraction.page import LISTS, SITTING_NAMES, act

AFTER = (
    "Personnel administratif : M. Yves NORVAL",
    "Commission des finances : M. Paul DELMAS, Mme Léa CORVANT",
    "Auditeur : M. Yves NORVAL",
    "Assistait en outre : Mme Mona IRIEL",
    "Services : Mme Mona IRIEL",
    "Présidence : M. Hugo BARSAC",
    "Lieu : Salle Jean MOULIN",
    "Secrétaire auxiliaire : Mme Mona IRIEL",
    "Préambule\nMme Zoé HERVAL a démissionné.",
    "Décisions du Maire : vente à M. Yves NORVAL",
    "État civil : naissance de Mona IRIEL",
    "Intervenants : Mona IRIEL, Yves NORVAL",
    "Presse : Mona IRIEL",
    "Agents municipaux : Mona IRIEL",
    "Invitée d'honneur : Mme Mona IRIEL",
    "Photographe : Mme Mona IRIEL",
    "Chargée de mission : Mme Mona IRIEL",
    "A été nommé secrétaire : M. Paul DELMAS",
    "A été élu secrétaire de séance M. Paul DELMAS",
    "Mme Léa CORVANT a été élue secrétaire",
)


@pytest.mark.parametrize("after", AFTER)
def test_another_label_ends_a_list(after: str) -> None:
    found = act(f"{LISTS}\nAbsents excusés : M. Luc GARNEL\n{after}")
    members = [(entry.person, entry.status) for entry in found.sitting.attendance]
    assert members == [*((name, "present") for name in SITTING_NAMES), ("Luc GARNEL", "excused")]


@pytest.mark.parametrize(
    "lists",
    [
        "Présents :\nSarvis : M. Hugo BARSAC, Mme Léa CORVANT\nLorville : M. Paul DELMAS\nVidour : Mme Anne FERROL",
        "Présents :\nGroupe des élus locaux : Hugo BARSAC, Léa CORVANT\nAutres élus : Paul DELMAS, Anne FERROL",
        "Présents : M. Hugo BARSAC, Mme Léa CORVANT\nLorville : M. Paul DELMAS\nVidour : Mme Anne FERROL",
    ],
)
def test_communes_and_groups_part_a_list(lists: str) -> None:
    assert tuple(entry.person for entry in act(lists).sitting.attendance) == SITTING_NAMES


def test_those_not_represented_are_absent() -> None:
    found = act(f"{LISTS}\nReprésentés : M. Luc GARNEL par Mme Léa CORVANT\nNon représentés : Mme Zoé HERVAL")
    away = [(entry.person, entry.status) for entry in found.sitting.attendance if entry.status != "present"]
    assert away == [("Luc GARNEL", "represented"), ("Zoé HERVAL", "absent")]


@pytest.mark.parametrize("gap", ["\n\n", " \n\n "])
def test_a_blank_line_after_a_first_name_tears_nothing(gap: str) -> None:
    found = act(f"{LISTS}\nAbsents : Luc GARNEL, Zoé{gap}HERVAL et Guy IMBERT.")
    assert [entry.person for entry in found.sitting.attendance[4:]] == ["Luc GARNEL", "Zoé HERVAL", "Guy IMBERT"]
