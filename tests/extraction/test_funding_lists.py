"""Lists and tables of grants whose cells stand in odd places: ranks, stacks, columns of names, sums before names."""

from __future__ import annotations

import pytest

from tests.extraction.test_funding_minutes import GRANTS, ROWS, VOTES, granted

DECIDES = "Le Conseil, à l'unanimité des membres présents, décide d'attribuer les subventions suivantes :\n\n"


def rows(form: str, between: str = "\n") -> str:
    return between.join(
        form.format(name=name, amount=amount, net=amount - 50, rank=rank) for rank, (name, amount) in enumerate(ROWS, 1)
    )


def column(form: str) -> str:
    return "\n\n".join(form.format(name=name, amount=amount, net=amount - 50) for name, amount in ROWS)


RANKED = {
    "a bare rank": "Associations\nMontant\n" + rows("{rank} {name} {amount} €"),
    "a rank and a dot": "Associations Montant\n" + rows("{rank}. {name} {amount} €"),
    "a column of ranks": "N° Association Montant voté\n" + rows("{rank} {name} {amount}"),
    "two figures": "N° Association Montant voté\n" + rows("0{rank} {name} {amount} €"),
    "bars": "| N° | Association | Montant voté |\n|---|---|---|\n" + rows("| {rank} | {name} | {amount} € |"),
    "one account": "Article Association Montant voté\n" + rows("65748 {name} {amount} €"),
}
STACKED = {
    "names over sums": "Associations\n\nMontant\n\n" + column("{name}") + "\n\n" + column("{amount} €") + VOTES,
    "two columns in lines": "Associations\n\nMontants 2022 Montants 2023\n\n"
    + column("{name}")
    + "\n\n"
    + column("0 € {amount} €")
    + VOTES,
    "three columns that add up": "Associations\n\n2015\n\nSubvention\nnette\n\nLoyer\n\nSubvention\nversée\n\n"
    + "\n\n".join(map(column, ("{name}", "{net} €", "50 €", "{amount} €")))
    + VOTES,
    "three columns, a cell a paragraph": "ASSOCIATIONS\n\n2015\n\nSubvention\nnette\n\nLoyer\n\nSubvention\nversée\n\n"
    + rows("{name}\n\n{net} €\n\n50 €\n\n{amount} €", "\n\n")
    + VOTES,
    "nothing but zeros differ": "ASSOCIATIONS\n\nFonct.\n\nExcept.\n\nTotal\n\n"
    + rows("{name}\n\n{amount} €\n\n0 €\n\n{amount} €", "\n\n")
    + VOTES,
    "a page ends between rows": "Associations\n\nMontant\n\n" + rows("{name}\n\n{amount} €\n\n \n \n  \n\n") + VOTES,
    "each sum over its name": DECIDES + rows("{amount} €\n{name}", "\n\n"),
    "each sum over its name, in lines": DECIDES + rows("{amount},00 €\n{name}"),
    "a slash before each sum": DECIDES + rows("{name} / {amount} €"),
}


@pytest.mark.parametrize("table", RANKED.values(), ids=RANKED)
def test_a_rank_is_no_part_of_a_name(table: str) -> None:
    found, act = granted(table + VOTES)
    assert found == GRANTS
    assert "grants-unread" not in {finding.code for finding in act.findings}


@pytest.mark.parametrize("table", STACKED.values(), ids=STACKED)
def test_stacked_cells_are_rows(table: str) -> None:
    found, act = granted(table)
    assert found == GRANTS
    assert len(act.deliberations) == 2
    assert "grants-unread" not in {finding.code for finding in act.findings}


@pytest.mark.parametrize(
    "table",
    [
        "Associations\n2022\n2023\n" + "\n".join(map(column, ("{name}", "{net} €", "{amount} €"))),
        "Associations\n\nMontant\n\n" + column("{name}") + "\n\n500 €\n\n300 €\n\n250 €",
        "Associations\n2015\nSubvention versée\nLoyer\nAutre\n" + rows("{name}\n{net} €\n50 €\n{amount} €"),
    ],
    ids=["columns that do not add up", "a sum too few", "a heading that the sums contradict"],
)
def test_a_stack_that_is_not_certain_is_told(table: str) -> None:
    found, act = granted(table + VOTES)
    assert found == []
    assert "grants-unread" in {finding.code for finding in act.findings}
