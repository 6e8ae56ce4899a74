"""What a sitting decides before its first item is no item's vote, and hides no title."""

from __future__ import annotations

import pytest

from delibgraph.extraction import extract
from delibgraph.facts import Act
from tests.extraction.page import document

HEAD = """Commune de Valserre
Conseil municipal du 12 mars 2023
Présents : M. Hugo BARSAC, Mme Léa CORVANT, M. Paul DELMAS, Mme Anne FERROL
Absent : M. Luc GARNEL

"""
TITLE = "ENTRETIEN DES CHEMINS RURAUX DU PLATEAU"
TOLD = "Monsieur le Maire expose que les chemins sont en mauvais état."
PRELIMINARIES = {
    "the minutes": "Le procès-verbal de la séance du 3 février est adopté à l'unanimité.",
    "the minutes, by a noun": "Approbation à l'unanimité du compte rendu du 3 février 2023",
    "the minutes, then the agenda": (
        "Le compte rendu du 3 février est approuvé à l'unanimité.\nM. le Maire donne lecture de l'ordre du jour."
    ),
    "the secretary": "Le Conseil, à l'unanimité, désigne Mme Anne FERROL comme secrétaire de séance.",
    "the urgency": "Le conseil municipal vote à l'unanimité le caractère d'urgence de la séance.\n-----\n",
    "what joins the agenda": "Le Conseil accepte à l'unanimité l'ajout d'un point à l'ordre du jour.",
    "what joins the agenda, over its vote": (
        "Monsieur le Maire souhaite rajouter un point à l'ordre du jour :\n- Subvention au Foyer\nVOTE : Unanimité\n"
    ),
    "the secretary and the minutes": (
        "Le Conseil désigne à l'unanimité M. Paul DELMAS secrétaire de séance.\n"
        "Le procès-verbal de la dernière séance est approuvé à l'unanimité.\n"
    ),
}


def read(opening: str, text: str) -> Act:
    [act] = extract(document(f"{HEAD}{opening}\n{text}"))
    return act


@pytest.mark.parametrize("gap", ["", "\n", "DÉLIBÉRATIONS\n"])
@pytest.mark.parametrize("opening", PRELIMINARIES.values(), ids=PRELIMINARIES)
def test_the_title_and_the_vote_are_the_items(opening: str, gap: str) -> None:
    [found] = read(opening, f"{gap}{TITLE}\n{TOLD}\nLe Conseil, par 3 voix pour et 1 contre, approuve.\n").deliberations
    assert found.title == TITLE
    assert found.vote is not None
    assert (found.vote.unanimous, found.vote.for_, found.vote.against) == (False, 3, 1)


@pytest.mark.parametrize("opening", PRELIMINARIES.values(), ids=PRELIMINARIES)
def test_an_item_that_breaks_off_has_no_vote(opening: str) -> None:
    before, broken = read(opening, f"\n{TITLE}\n\n{TOLD} Il rappelle que la comm").deliberations
    assert (before.title, broken.title, broken.vote) == (None, TITLE, None)
    assert before.vote is not None
    assert before.vote.unanimous
    assert before.span[1] == broken.span[0]


def test_the_approval_of_the_minutes_may_be_the_act() -> None:
    [found] = read(
        "", "Objet : Approbation du procès-verbal\n\nLe Conseil, à l'unanimité, approuve le procès-verbal."
    ).deliberations
    assert found.title == "Approbation du procès-verbal"
    assert found.vote is not None
    assert found.vote.unanimous


def test_what_is_decided_before_the_number_is_another_decision() -> None:
    before, broken = read(
        "Le Conseil donne à l'unanimité son accord pour que la séance soit filmée.\n",
        f"2023-02-001\nII – {TITLE.capitalize()}\n\n{TOLD} Il rappelle que la comm",
    ).deliberations
    assert before.vote is not None
    assert (broken.number, broken.title, broken.vote) == ("2023-02-001", TITLE.capitalize(), None)
