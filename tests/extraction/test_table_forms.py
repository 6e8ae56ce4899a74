"""Tables of grants in the forms that bodies print them in: every one with tabs and with blanks between its cells."""

from __future__ import annotations

import pytest

from tests.extraction.page import act

Rows = tuple[tuple[str, ...], ...]
Grants = set[tuple[str, float]]
FORMS: dict[str, tuple[str, Rows, Grants]] = {
    "what the money is for": (
        "subventions",
        (
            ("Association", "Objet", "Montant"),
            ("Club Zéphyr", "Achat de ballons", "500 €"),
            ("Amicale du Ru", "Fête de la Saint-Jean", "1 200 €"),
            ("Chorale Vidour", "", "80 €"),
        ),
        {("Amicale du Ru", 1200.0), ("Chorale Vidour", 80.0), ("Club Zéphyr", 500.0)},
    ),
    "no sign, a total": (
        "subventions",
        (
            ("Association", "Objet", "Montant"),
            ("Club Zéphyr", "Achat de ballons", "500"),
            ("Amicale du Ru", "Fête de la Saint-Jean", "1 200"),
            ("Chorale Vidour", "Concert de Noël", "80"),
            ("Total", "", "1 780"),
        ),
        {("Amicale du Ru", 1200.0), ("Chorale Vidour", 80.0), ("Club Zéphyr", 500.0)},
    ),
    "ranks, earlier years": (
        "subventions",
        (
            ("N°", "Bénéficiaire", "2022", "2023", "Vote"),
            ("1", "Club Zéphyr", "400", "450", "500"),
            ("2", "Amicale du Ru", "0", "100", "120"),
            ("3", "Chorale Vidour", "80", "-", "80"),
            ("4", "Judo Bief", "50", "50", "0"),
        ),
        {("Amicale du Ru", 120.0), ("Chorale Vidour", 80.0), ("Club Zéphyr", 500.0)},
    ),
    "ranks and a year of the vote": (
        "subventions",
        (
            ("N°", "Bénéficiaire", "2022", "2023", "Vote 2024"),
            ("1", "Club Zéphyr", "400 €", "450 €", "500 €"),
            ("2", "Amicale du Ru", "0 €", "100 €", "120 €"),
            ("3", "Chorale Vidour", "80 €", "-", "80 €"),
        ),
        {("Amicale du Ru", 120.0), ("Chorale Vidour", 80.0), ("Club Zéphyr", 500.0)},
    ),
    "kinds and their total": (
        "subventions",
        (
            ("Nom", "Fonctionnement", "Exceptionnel", "Total"),
            ("Club Zéphyr", "400", "100", "500"),
            ("Amicale du Ru", "120", "", "120"),
            ("Chorale Vidour", "-", "80", "80"),
            ("TOTAL", "520", "180", "700"),
        ),
        {("Amicale du Ru", 120.0), ("Chorale Vidour", 80.0), ("Club Zéphyr", 100.0), ("Club Zéphyr", 400.0)},
    ),
    "kinds, zeros with cents": (
        "subventions",
        (
            ("Nom", "Fonctionnement", "Exceptionnel", "Total"),
            ("Club Zéphyr", "400,00 €", "100,00 €", "500,00 €"),
            ("Amicale du Ru", "120,00 €", "0,00 €", "120,00 €"),
            ("Chorale Vidour", "0,00 €", "80,00 €", "80,00 €"),
        ),
        {("Amicale du Ru", 120.0), ("Chorale Vidour", 80.0), ("Club Zéphyr", 100.0), ("Club Zéphyr", 400.0)},
    ),
    "heads of groups, subtotals": (
        "subventions",
        (
            ("Associations", "Montant 2024"),
            ("SPORT",),
            ("Club Zéphyr", "500 €"),
            ("Judo Bief", "200 €"),
            ("Sous-total Sport", "700 €"),
            ("CULTURE",),
            ("Chorale Vidour", "80 €"),
            ("Les Cigales", "90 €"),
            ("Sous-total Culture", "170 €"),
            ("TOTAL GÉNÉRAL", "870 €"),
        ),
        {("Chorale Vidour", 80.0), ("Club Zéphyr", 500.0), ("Judo Bief", 200.0), ("Les Cigales", 90.0)},
    ),
    "heads of groups with empty cells": (
        "subventions",
        (
            ("Associations", "Subvention 2023", "Subvention 2024"),
            ("Sport", "", ""),
            ("Club Zéphyr", "450", "500"),
            ("Judo Bief", "180", "200"),
            ("Sous-total", "630", "700"),
            ("Culture", "", ""),
            ("Chorale Vidour", "70", "80"),
            ("Les Cigales", "90", "90"),
            ("Sous-total", "160", "170"),
            ("Total", "790", "870"),
        ),
        {("Chorale Vidour", 80.0), ("Club Zéphyr", 500.0), ("Judo Bief", 200.0), ("Les Cigales", 90.0)},
    ),
    "a column of themes": (
        "subventions",
        (
            ("Domaine", "Association", "Montant"),
            ("Sport", "Club Zéphyr", "500 €"),
            ("", "Judo Bief", "200 €"),
            ("Culture", "Chorale Vidour", "80 €"),
            ("", "Les Cigales", "90 €"),
        ),
        {("Chorale Vidour", 80.0), ("Club Zéphyr", 500.0), ("Judo Bief", 200.0), ("Les Cigales", 90.0)},
    ),
    "heads of groups with their sums": (
        "subventions",
        (
            ("Associations", "Montant en euros"),
            ("Sport", "700"),
            ("Club Zéphyr", "500"),
            ("Judo Bief", "200"),
            ("Culture", "170"),
            ("Chorale Vidour", "80"),
            ("Les Cigales", "90"),
            ("Total", "870"),
        ),
        {("Chorale Vidour", 80.0), ("Club Zéphyr", 500.0), ("Judo Bief", 200.0), ("Les Cigales", 90.0)},
    ),
    "in euros": (
        "subventions",
        (
            ("Bénéficiaires", "Montants (en euros)"),
            ("Club Zéphyr", "500"),
            ("Judo Bief", "1 200"),
            ("Chorale Vidour", "80"),
        ),
        {("Chorale Vidour", 80.0), ("Club Zéphyr", 500.0), ("Judo Bief", 1200.0)},
    ),
    "cents": (
        "subventions",
        (
            ("Organisme", "Montant"),
            ("Club Zéphyr", "500,00"),
            ("Judo Bief", "1.200,00"),
            ("Chorale Vidour", "80,50"),
        ),
        {("Chorale Vidour", 80.5), ("Club Zéphyr", 500.0), ("Judo Bief", 1200.0)},
    ),
    "néant": (
        "subventions",
        (
            ("Association", "2023", "2024"),
            ("Club Zéphyr", "450 €", "500 €"),
            ("Judo Bief", "200 €", "Néant"),
            ("Chorale Vidour", "Néant", "80 €"),
            ("Les Cigales", "90 €", "90 €"),
        ),
        {("Chorale Vidour", 80.0), ("Club Zéphyr", 500.0), ("Les Cigales", 90.0)},
    ),
    "names over two lines": (
        "subventions",
        (
            ("Association", "Montant accordé"),
            ("Association des parents d'élèves de",),
            ("l'école du Ru", "500 €"),
            ("Judo Bief", "200 €"),
            ("Comité d'animation du quartier du",),
            ("Vieux-Moulin", "90 €"),
        ),
        {
            ("Association des parents d'élèves de l'école du Ru", 500.0),
            ("Comité d'animation du quartier du Vieux-Moulin", 90.0),
            ("Judo Bief", 200.0),
        },
    ),
    "asked, granted, remarks": (
        "subventions",
        (
            ("Association", "Montant demandé", "Montant attribué", "Observations"),
            ("Club Zéphyr", "900 €", "500 €", "Sous réserve du bilan"),
            ("Judo Bief", "200 €", "200 €", ""),
            ("Les Cigales", "90 €", "Refus", "Dossier incomplet"),
        ),
        {("Club Zéphyr", 500.0), ("Judo Bief", 200.0)},
    ),
    "accounts before names": (
        "subventions",
        (
            ("Imputation", "Bénéficiaire", "Objet", "Montant"),
            ("65748", "Club Zéphyr", "Fonctionnement", "500 €"),
            ("65748", "Judo Bief", "Tournoi", "200 €"),
            ("657362", "CCAS", "Équilibre", "9 000 €"),
        ),
        {("CCAS", 9000.0), ("Club Zéphyr", 500.0), ("Judo Bief", 200.0)},
    ),
    "numbers of companies": (
        "subventions",
        (
            ("Tiers", "SIRET", "Montant voté"),
            ("Club Zéphyr", "412 345 678 00012", "500,00 €"),
            ("Judo Bief", "512 345 678 00021", "200,00 €"),
            ("Les Cigales", "", "90,00 €"),
        ),
        {("Club Zéphyr", 500.0), ("Judo Bief", 200.0), ("Les Cigales", 90.0)},
    ),
    "costs and rates": (
        "fonds de concours",
        (
            ("Commune", "Projet", "Montant HT", "Taux", "Subvention"),
            ("Quiny", "Réfection du lavoir", "8 000,00 €", "30 %", "2 400,00 €"),
            ("Sarvis", "Aire de jeux", "20 000,00 €", "25 %", "5 000,00 €"),
            ("Valserre", "City-stade", "10 000,00 €", "20 %", "2 000,00 €"),
        ),
        {("Quiny", 2400.0), ("Sarvis", 5000.0), ("Valserre", 2000.0)},
    ),
    "what changes": (
        "subventions",
        (
            ("Association", "Réalisé 2023", "Proposition 2024", "Évolution"),
            ("Club Zéphyr", "450", "500", "50"),
            ("Judo Bief", "200", "200", "0"),
            ("Les Cigales", "0", "90", "90"),
        ),
        {("Club Zéphyr", 500.0), ("Judo Bief", 200.0), ("Les Cigales", 90.0)},
    ),
    "N-1 and N": (
        "subventions",
        (
            ("Association", "N-1", "N"),
            ("Club Zéphyr", "450 €", "500 €"),
            ("Judo Bief", "200 €", "250 €"),
            ("Les Cigales", "0 €", "90 €"),
        ),
        {("Club Zéphyr", 500.0), ("Judo Bief", 250.0), ("Les Cigales", 90.0)},
    ),
    "votes": (
        "subventions",
        (
            ("Association", "Montant", "Pour", "Contre", "Abstention"),
            ("Club Zéphyr", "450 €", "14", "0", "1"),
            ("Judo Bief", "200 €", "15", "0", "0"),
            ("Les Cigales", "90 €", "12", "2", "1"),
        ),
        {("Club Zéphyr", 450.0), ("Judo Bief", 200.0), ("Les Cigales", 90.0)},
    ),
    "members": (
        "subventions",
        (
            ("Association", "Adhérents", "Subvention"),
            ("Club Zéphyr", "145", "500"),
            ("Judo Bief", "62", "200"),
            ("Les Cigales", "18", "90"),
        ),
        {("Club Zéphyr", 500.0), ("Judo Bief", 200.0), ("Les Cigales", 90.0)},
    ),
    "annual and exceptional": (
        "subventions",
        (
            ("Association", "Subvention annuelle", "Subvention exceptionnelle", "Total 2024"),
            ("Club Zéphyr", "400 €", "100 €", "500 €"),
            ("Judo Bief", "200 €", "", "200 €"),
            ("Les Cigales", "", "90 €", "90 €"),
        ),
        {("Club Zéphyr", 100.0), ("Club Zéphyr", 400.0), ("Judo Bief", 200.0), ("Les Cigales", 90.0)},
    ),
    "budgets of two years": (
        "subventions",
        (
            ("Bénéficiaire", "BP 2023", "BP 2024"),
            ("Club Zéphyr", "450,00", "500,00"),
            ("Judo Bief", "200,00", "250,00"),
            ("Les Cigales", "0,00", "90,00"),
        ),
        {("Club Zéphyr", 500.0), ("Judo Bief", 250.0), ("Les Cigales", 90.0)},
    ),
    "first names": (
        "bourses",
        (
            ("Nom", "Prénom", "Montant"),
            ("DELMAS", "Paul", "300 €"),
            ("FERROL", "Anne", "300 €"),
            ("CORVANT", "Léa", "250 €"),
        ),
        {("CORVANT Léa", 250.0), ("DELMAS Paul", 300.0), ("FERROL Anne", 300.0)},
    ),
}


def _tabs(rows: Rows) -> str:
    return "\n".join("\t".join(row) for row in rows)


def _blanks(rows: Rows) -> str:
    return "\n".join(row[0].ljust(34) + "".join(cell.rjust(28) for cell in row[1:]) for row in rows)


@pytest.mark.parametrize("before", [True, False], ids=["decided before", "decided after"])
@pytest.mark.parametrize("laid", [_tabs, _blanks], ids=["tabs", "blanks"])
@pytest.mark.parametrize("form", FORMS)
def test_forms_of_tables(form: str, laid: object, before: bool) -> None:
    kind, rows, grants = FORMS[form]
    assert callable(laid)
    decided = "Le Conseil municipal, après en avoir délibéré, à l'unanimité,"
    told = f"{decided} décide d'attribuer les {kind} suivant{'s' if 'fonds' in kind else 'es'} :\n\n{laid(rows)}"
    if not before:
        told = f"Madame la Maire présente les demandes :\n\n{laid(rows)}\n\n{decided} adopte les {kind} ci-dessus."
    given = act(decision=told, title=f"{kind.upper()} 2024")
    facts = [fact for one in given.deliberations for fact in one.funding if fact.status == "granted"]
    assert {(fact.beneficiary, fact.amount) for fact in facts} == grants
    assert not [finding for finding in given.findings if finding.code.startswith("grant")]
