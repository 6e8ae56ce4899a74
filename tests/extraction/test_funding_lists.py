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


LED = {
    "bullets that OCR spoilt": DECIDES
    + "\n\n".join(
        f"{mark} {amount} € au profit de {kind} « {name} »"
        for mark, kind, (name, amount) in zip(
            "‘v‘>", ("l'Association", "la société", "Il' Association", "l'association"), ROWS, strict=True
        )
    ),
    "a dash": DECIDES + rows("- {amount} € : {name}"),
    "nothing between": DECIDES + rows("{amount} € {name}"),
    "a tab": DECIDES + rows("{amount},00 €\t{name}"),
    "dots": DECIDES + rows("{amount} € ........ {name}"),
    "brackets": DECIDES + rows("- {amount} € ({name})"),
    "for": DECIDES + rows("- {amount} € pour {name} ;"),
    "a bullet on its own": DECIDES + rows("- \n\n{amount},00 € au {name} ;", "\n\n"),
    "in its line": DECIDES.strip() + " " + rows("{amount} € : {name}", ", ") + ".",
    "after a verb": "Le Conseil, à l'unanimité, décide de verser une subvention de :\n"
    + rows("* {amount} euros à {name}", "\n\n"),
    "glyphs of a font": DECIDES + rows("\uf0fc {amount} € à {name}"),
    "proposed in a list": "Le Maire propose les subventions suivantes :\n\n"
    + rows("{amount} € au {name}", "\n\n")
    + "\n\nLe Conseil, après en avoir délibéré, à l'unanimité, attribue les subventions comme indiqué.",
}
SAID = {
    "granted": rows("- {name} : accordé {amount} €") + VOTES,
    "a grant given": rows("- {name} – Subvention accordée : {amount} €") + VOTES,
    "asked and granted": rows("{name} : demande {net} €, accordé {amount} €") + VOTES,
    "asked in brackets": rows("{name} (demande : {net} €) : {amount} €") + VOTES,
    "that is": DECIDES + rows("- {name}, soit {amount} €"),
    "for a sum of": DECIDES + rows("- {name} pour un montant de {amount} €"),
    "the sum on the next line": DECIDES + rows("- {name} :\n  {amount} €"),
    "a glyph of a font": DECIDES + rows("\uf0b7 {name} : {amount} €"),
}


@pytest.mark.parametrize("text", LED.values(), ids=LED)
def test_a_sum_before_its_name(text: str) -> None:
    found, act = granted(text)
    assert found == GRANTS
    assert {fact.kind for item in act.deliberations for fact in item.funding} == {"subvention"}
    assert "grants-unread" not in {finding.code for finding in act.findings}


@pytest.mark.parametrize("text", SAID.values(), ids=SAID)
def test_what_a_row_says_of_its_sum_is_no_name(text: str) -> None:
    found, act = granted(text)
    assert found == GRANTS
    assert "grants-unread" not in {finding.code for finding in act.findings}


def test_a_sum_left_over_in_a_list_is_told() -> None:
    opens = "Les subventions suivantes sont votées à l'unanimité : Associations Montant "
    text = opens + rows("{name} {amount} €", " ")
    found, act = granted(text)
    assert found == [grant for grant in GRANTS if grant[0] != "Club Zéphyr"]
    assert "grants-unread" in {finding.code for finding in act.findings}


def test_the_total_of_a_list_is_not_left_over() -> None:
    found, act = granted(DECIDES + rows("- {name} : {amount} €") + "\n\nsoit une subvention de 2 250 € en tout.")
    assert found == GRANTS
    assert "grants-unread" not in {finding.code for finding in act.findings}


@pytest.mark.parametrize("sum_", ["une subvention d'un montant de", "d'une aide pour un montant de", "une aide, soit"])
def test_a_bullet_that_speaks_of_a_grant_names_nobody_before_the_sum(sum_: str) -> None:
    lines = "\n".join(f"- autorise le versement {sum_} {amount} € à l'association {name} ;" for name, amount in ROWS)
    found, _ = granted(f"Le Conseil, après en avoir délibéré, à l'unanimité :\n{lines}\n")
    assert found == GRANTS


@pytest.mark.parametrize(
    "after", ["Adopté à l'unanimité.", "Vote : unanimité.", "Ce dossier est adopté à l'unanimité."]
)
def test_the_last_name_ends_where_a_text_without_lines_goes_on(after: str) -> None:
    items = " ".join(f"- {amount} € à l'association {name}" for name, amount in ROWS)
    found, _ = granted(f"Le Conseil, après en avoir délibéré, attribue les subventions suivantes : {items} {after}\n")
    assert found == GRANTS
