"""The list of deliberations that a body posts: one deliberation a row, however its cells are parted."""

from __future__ import annotations

import pytest

from delibgraph.extraction import extract
from tests.extraction.page import document

TITLES = ("Approbation du compte financier", "Budget annexe de l'eau", "Motion sur le bureau de poste")
OUTCOMES = ("Unanimité", "Adoptée à la majorité", "Rejetée")
HEAD = "Commune de Valserre\nLISTE DES DÉLIBÉRATIONS EXAMINÉES\nConseil municipal du 12 juin 2023\n\n"
YEARLY, RANKS = ("2023-31", "2023-32", "2023-33"), ("1", "2", "3")
FORMS = {
    "bars": ("| N° | Objet | Résultat du vote |\n| --- | --- | --- |\n", "|  {number} | {title} | {outcome}  |\n"),
    "bars without heads": ("", "| {number} | {title} | {outcome} |\n"),
    "tabs": ("Numéro\tObjet\tVote\n", "{number}\t{title}\t{outcome}\n"),
    "a cell a line": ("Numéro\nObjet\nVote\n", "{number}\n{title}\n{outcome}\n"),
}


@pytest.mark.parametrize("numbers", [YEARLY, RANKS], ids=["yearly", "ranks"])
@pytest.mark.parametrize("form", FORMS)
def test_each_row_is_a_deliberation(form: str, numbers: tuple[str, ...]) -> None:
    heads, row = FORMS[form]
    rows = [row.format(number=n, title=t, outcome=o) for n, t, o in zip(numbers, TITLES, OUTCOMES, strict=True)]
    [act] = extract(document(HEAD + heads + "".join(rows) + "\nLe Maire\n"))
    assert tuple(d.title for d in act.deliberations) == TITLES
    assert [d.vote.outcome if d.vote else None for d in act.deliberations] == ["adopted", "adopted", "rejected"]
    assert [d.number for d in act.deliberations] == (list(YEARLY) if numbers is YEARLY else [None] * 3)


@pytest.mark.parametrize(
    "row", ["{number} {title} {outcome}\n", "{number} : {title} - {outcome}\n", "{number} – {title} : {outcome}\n"]
)
def test_rows_without_cells(row: str) -> None:
    outcomes = ("ADOPTÉE", "ADOPTÉE", "REJETÉE")
    rows = [row.format(number=n, title=t, outcome=o) for n, t, o in zip(YEARLY, TITLES, outcomes, strict=True)]
    [act] = extract(document(HEAD + "".join(rows)))
    assert [(d.number, d.title) for d in act.deliberations] == list(zip(YEARLY, TITLES, strict=True))
    assert [d.vote.outcome if d.vote else None for d in act.deliberations] == ["adopted", "adopted", "rejected"]


def test_a_table_within_an_act_opens_nothing() -> None:
    """Ranks before sums are no deliberations, though the act is voted."""
    table = "| 1 | Club Zéphyr | 500 € |\n| 2 | Chorale des Vanneaux | 300 € |\n"
    [act] = extract(
        document(
            "Commune de Valserre\nSéance du 12 juin 2023\nObjet : Subventions\n\n"
            f"{table}\nLe Conseil, après en avoir délibéré, à l'unanimité, approuve ces subventions.\n"
        )
    )
    assert len(act.deliberations) == 1
