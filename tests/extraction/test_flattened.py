"""Tables of grants that lost their layout: a cell a line, rows run together, a heading that pages repeat."""

from __future__ import annotations

import pytest

from tests.extraction.page import act
from tests.extraction.test_grids import GRANTED, HEAD, ROWS, TOLD, VOTES, blanks, found


def lines(*rows: tuple[str, ...]) -> str:
    return "\n".join(cell for row in rows for cell in row)


def glued(*rows: tuple[str, ...]) -> str:
    ranked = (f"{rank}{''.join(row)}" for rank, row in enumerate(rows[1:], 1))
    return "\n".join(["N°" + "".join(rows[0]), *ranked])


@pytest.mark.parametrize("between", ["", "\n"])
def test_a_cell_a_line(between: str) -> None:
    table = lines(HEAD, *ROWS).replace("\n", f"\n{between}")
    assert found(table) == (GRANTED, TOLD)


def test_words_in_columns_of_their_own_name_nobody() -> None:
    head = ("Association", "Action", "Quartier", "Montant attribué")
    rows = (
        ("Judo Bief", "Chantiers éducatifs", "Grand-Pré", "900 €"),
        ("Maison des Prés\n(antenne nord)", "Permanences", "Transversal", "1 250 €"),
        ("Les Cigales", "Jardin", "Bel-Essart", "480 €"),
    )
    [deliberation] = act(decision=lines(head, *rows) + VOTES, title="SUBVENTIONS").deliberations
    assert {(f.beneficiary, f.amount, f.purpose) for f in deliberation.funding} == {
        ("Judo Bief", 900.0, "Chantiers éducatifs"),
        ("Maison des Prés", 1250.0, "antenne nord"),
        ("Les Cigales", 480.0, "Jardin"),
    }


def test_cells_that_do_not_come_out_in_rows_are_not_dealt_out() -> None:
    rows = (*ROWS[:1], ROWS[1][:3], *ROWS[2:4])
    granted, _ = found(lines(HEAD, *rows))
    assert not {name for name, *_ in granted} & {"4 200 €", "Chorale Vidour", "vote reporté"}


def test_ranks_and_years_run_together() -> None:
    rows = (
        ("Association", "Subv. 2018", "Demande 2019", "Proposition commission", "Vote CM"),
        ("Union Sportive du Bief", "30.000,00", "60.000,00", "32.000,00", "32.000,00"),
        ("Les Tambours", "0,00", "8.000,00", "2.500,00", "3.000,00"),
        ("Judo Bief", "5.000,00", "5.000,00", "5.000,00", "5.500,00"),
    )
    granted, told = found(glued(*rows))
    assert {sum_[:2] for sum_ in granted} == {
        ("Union Sportive du Bief", 32000.0),
        ("Les Tambours", 3000.0),
        ("Judo Bief", 5500.0),
    }
    assert told == {("Union Sportive du Bief", 30000.0, 2018), ("Judo Bief", 5000.0, 2018)}


def test_a_heading_that_comes_again_heads_a_single_row_and_its_total() -> None:
    head = ("Bénéficiaire", "Objet", "Dépense", "Aide proposée")
    first = (("Judo Bief", "Tournoi", "3 000,00", "600,00"), ("Les Cigales", "Concert", "900,00", "300,00"))
    table = (
        blanks(head, *first)
        + "\n\nPage 2 / 2\n\n"
        + blanks(head, ("Rues Vertes", "Fête", "800,00", "200,00"))
        + f"\nTOTAL{'1 100,00':>73}"
    )
    one = act(decision=f"Les aides suivantes :\n\n{table}{VOTES}", title="SUBVENTIONS")
    assert {(f.beneficiary, f.amount) for f in one.deliberations[0].funding} == {
        ("Judo Bief", 600.0),
        ("Les Cigales", 300.0),
        ("Rues Vertes", 200.0),
    }
    assert "grant-total" not in {finding.code for finding in one.findings}
