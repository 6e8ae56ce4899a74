"""Tables of grants whose cells are told apart by bars, by tabs, or by their place under the heading."""

from __future__ import annotations

import pytest

from tests.extraction.page import act

VOTES = "\n\nLe Conseil, après en avoir délibéré, à l'unanimité, vote les subventions ci-dessus."
HEAD = ("Association", "Versé 2022", "Demandé 2023", "Proposé 2023", "Voté 2023")
ROWS = (
    ("Club Zéphyr", "400 €", "900 €", "500 €", "550 €"),
    ("Union du Bief (football)", "4 200 €", "4 200 €", "4 200 €", "4 000 €"),
    ("Chorale Vidour", "250 €", "260 €", "240 €", "-"),
    ("ACCA", "-", "500 €", "200 €", "vote reporté"),
    ("Téléthon", "-", "100 €", "100 €", "100 €"),
)
GRANTED = {("Club Zéphyr", 550.0, 2023), ("Union du Bief", 4000.0, 2023), ("Téléthon", 100.0, 2023)}
TOLD = {
    ("Club Zéphyr", 400.0, 2022),
    ("Union du Bief", 4200.0, 2022),
    ("Chorale Vidour", 250.0, 2022),
    ("Chorale Vidour", 260.0, 2023),
    ("Chorale Vidour", 240.0, 2023),
    ("ACCA", 500.0, 2023),
    ("ACCA", 200.0, 2023),
}


def bars(*rows: tuple[str, ...]) -> str:
    head, *body = (f"| {' | '.join(row)} |" for row in rows)
    return "\n".join([head, "|---" * len(rows[0]) + "|", *body])


def tabs(*rows: tuple[str, ...]) -> str:
    return "\n".join("\t".join(row) for row in rows)


def blanks(*rows: tuple[str, ...]) -> str:
    return "\n".join(row[0].ljust(30) + "".join(cell.rjust(16) for cell in row[1:]) for row in rows)


def found(text: str) -> tuple[set[tuple[str, float, int | None]], set[tuple[str, float, int | None]]]:
    facts = [
        f for one in act(decision=text + VOTES, title="SUBVENTIONS AUX ASSOCIATIONS").deliberations for f in one.funding
    ]
    sums = [
        {(f.beneficiary, f.amount, f.year) for f in facts if f.status == status} for status in ("granted", "background")
    ]
    return sums[0], sums[1]


@pytest.mark.parametrize("form", [bars, tabs, blanks])
def test_each_sum_stands_in_its_column(form: object) -> None:
    assert callable(form)
    assert found(form(HEAD, *ROWS)) == (GRANTED, TOLD)


def test_names_need_no_heading_and_pages_may_end_between_rows() -> None:
    table = blanks(("", *HEAD[1:]), *ROWS[:4]) + "\n                  Page 2 sur 4\n" + blanks(ROWS[4])
    assert found(table) == (GRANTED, TOLD)


@pytest.mark.parametrize("form", [bars, tabs, blanks])
def test_costs_and_rates_beside_the_grants_are_none(form: object) -> None:
    assert callable(form)
    head = ("Commune", "Coût HT des travaux", "Taux", "Aide votée")
    rows = (("Sarvis", "42 300,00", "30 %", "12 690,00"), ("Bragelles", "9 900,00", "40 %", "3 960,00"))
    granted, told = found("Aides aux communes :\n" + form(head, *rows))
    assert {sum_[:2] for sum_ in granted} == {("Sarvis", 12690.0), ("Bragelles", 3960.0)}
    assert told == set()


def test_an_empty_cell_is_no_sum_of_its_neighbour() -> None:
    head = ("Bénéficiaire", "Fonctionnement", "Investissement")
    rows = (("MJC du Bief", "12 000 €", "3 000 €"), ("Centre Arpège", "8 500 €", ""), ("Ludothèque", "", "1 200 €"))
    deliberations = act(decision=blanks(head, *rows) + VOTES, title="SUBVENTIONS").deliberations
    assert {(f.beneficiary, f.kind, f.amount) for one in deliberations for f in one.funding} == {
        ("MJC du Bief", "subvention de fonctionnement", 12000.0),
        ("MJC du Bief", "subvention d'investissement", 3000.0),
        ("Centre Arpège", "subvention de fonctionnement", 8500.0),
        ("Ludothèque", "subvention d'investissement", 1200.0),
    }


def test_what_a_column_says_the_money_is_for() -> None:
    head = ("Association", "Objet", "Proposition", "Décision")
    rows = (("Judo Bief", "Tournoi", "600", "550"), ("Les Cigales", "Concert", "300", "300"))
    deliberations = act(decision=bars(head, *rows) + VOTES, title="SUBVENTIONS").deliberations
    assert {(f.beneficiary, f.amount, f.purpose) for one in deliberations for f in one.funding} == {
        ("Judo Bief", 550.0, "Tournoi"),
        ("Les Cigales", 300.0, "Concert"),
    }


@pytest.mark.parametrize("form", [bars, tabs, blanks])
def test_other_tables_grant_nothing(form: object) -> None:
    assert callable(form)
    head = ("Financeur", "Montant HT", "Part")
    rows = (("CAF", "190 000 €", "38"), ("Département", "75 000 €", "15"), ("Commune", "110 000 €", "22"))
    assert found("Plan de financement de la crèche :\n" + form(head, *rows)) == (set(), set())


def test_a_column_of_places_holds_no_names_beside_one_of_owners() -> None:
    rows = (
        ("Propriétaire", "Commune", "Montant travaux", "Aide CC"),
        ("Mme CORVANT Léa", "Quiny", "9 480,00 €", "948,00 €"),
        ("M. DELMAS Paul", "Sarvis", "22 150,00 €", "1 500,00 €"),
    )
    decision = f"Dossiers éligibles :\n\n{tabs(*rows)}{VOTES.replace('subventions', 'aides')}"
    [deliberation] = act(decision=decision, title="AIDES AUX PROPRIÉTAIRES").deliberations
    found = {(fact.beneficiary, fact.amount) for fact in deliberation.funding if fact.status == "granted"}
    assert found == {("CORVANT Léa", 948.0), ("DELMAS Paul", 1500.0)}


def test_two_columns_of_the_decision_go_on_over_pages() -> None:
    head = ("Bénéficiaire", "Subvention 2024 Fonctionnement", "Investissement")
    first = (("Club Zéphyr", "6 300 €", "1 200 €"), ("Chorale Vidour", "4 000 €", "4 000 €"), ("Téléthon", "", "90 €"))
    second = (("Judo Bief", "1 500 €", "700 €"), ("Les Cigales", "2 200 €"), ("Total", "14 000 €", "5 990 €"))
    page = "\nReçu en préfecture le 12/06/2024\nPublié le 13/06/2024\n"
    [deliberation] = (given := act(decision=f"{tabs(head, *first)}{page}{tabs(head, *second)}{VOTES}")).deliberations
    assert {(f.beneficiary, f.amount, (f.kind or "").split()[-1], f.year) for f in deliberation.funding} == {
        ("Club Zéphyr", 6300.0, "fonctionnement", 2024),
        ("Club Zéphyr", 1200.0, "d'investissement", 2024),
        ("Chorale Vidour", 4000.0, "fonctionnement", 2024),
        ("Chorale Vidour", 4000.0, "d'investissement", 2024),
        ("Téléthon", 90.0, "d'investissement", 2024),
        ("Judo Bief", 1500.0, "fonctionnement", 2024),
        ("Judo Bief", 700.0, "d'investissement", 2024),
        ("Les Cigales", 2200.0, "fonctionnement", 2024),
    }
    assert not [found for found in given.findings if found.code.startswith("grant")]
