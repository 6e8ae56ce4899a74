"""Tables and lists of grants as records print them, what they grant and recall, and totals that do not add up."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from delibgraph.extraction.funding.columns import decided, earlier, read_columns
from delibgraph.facts import Act
from tests.extraction.page import act

TITLE = "SUBVENTIONS AUX ASSOCIATIONS"
OPENS = "Le Conseil municipal, après en avoir délibéré, à l'unanimité, vote les subventions suivantes :\n"

TABLES: dict[str, tuple[str, list[tuple[str, float]]]] = {
    "a row a line": (
        "ASSOCIATION Montant\nVidour Orientation 409 €\nArts Rêvés 245,40 €\nTOTAL 654,40 €",
        [("Vidour Orientation", 409), ("Arts Rêvés", 245.4)],
    ),
    "the sum on the next line": (
        "ASSOCIATIONS\nANNEE 2018\nOffice de Tourisme du Mont Vidour\n217 000 €\n(fonctionnement 157000 € + "
        "personnel "
        "60 000 €)\nALSH multi-site 19 116 €",
        [("Office de Tourisme du Mont Vidour", 217000), ("ALSH multi-site", 19116)],
    ),
    "the outcome of the vote in the row": (
        "ASSOCIATION Montant Vote\nVidour Orientation 900,00 € A l'unanimité\n25 voix pour, Paul\nBARSAC ne vote "
        "pas\n"
        "Arts Rêvés 245,40 € 24 pour et 1 abstention (Léa CORVANT)\nLA FILATURE A l'unanimité\n4 600 €",
        [("Vidour Orientation", 900), ("Arts Rêvés", 245.4), ("LA FILATURE", 4600)],
    ),
    "a vote between the rows": (
        "ASSOCIATIONS Subventions 2017 Subventions\nexceptionnelles\nJudo du Vidour 700 € /\nVote :\n- Pour : 8, "
        "Mme CORVANT,\n"
        "M. DELMAS, Mme FERROL\n- Contre : 1, M. BARSAC en raison du montant\nAmicale des Prés 2600 € /\n"
        "Vote : Pour, à l'unanimité\nCompagnie d'arc / 450 €",
        [("Judo du Vidour", 700), ("Amicale des Prés", 2600), ("Compagnie d'arc", 450)],
    ),
    "asked and voted": (
        "Association Montant demandé Montant attribué\nJudo du Vidour 1 500 € 700 €\nAmicale des Prés 400 € 300 €",
        [("Judo du Vidour", 700), ("Amicale des Prés", 300)],
    ),
    "granted last year, asked, voted": (
        "MONTANT\nMONTANT MONTANT\nASSOCIATIONS ACCORDE EN | DEMANDE VOTE VOTE\n2023\n"
        "Judo 1 692,00€ | 2 500,00 € 1 700,00 € | 1 abstention\n24 pour\nAtelier Val 3 000,00 € 1 700,00 € |"
        " Unanimité\n"
        "Fonderie d'art 1 160,00 € - €\nUNIVERSITE OUVERTE ET 1 abstention\nPOPULAIRE 2 500,00 € 1 275,00 € 24 pour",
        [("Judo", 1700), ("Atelier Val", 1700), ("UNIVERSITE OUVERTE ET POPULAIRE", 1275)],
    ),
    "two kinds in two columns": (
        "Nom Fonctionnement Evènementielle\nCouleurs du Vidour 500 € 2 000 €\nSi les Prés Sonnent\n2 800 €\nLe "
        "Forum 1 800 € 0 €\n"
        "Total 2 300 € 4 800 €",
        [("Couleurs du Vidour", 500), ("Couleurs du Vidour", 2000), ("Si les Prés Sonnent", 2800), ("Le Forum", 1800)],
    ),
    "a sum already voted": (
        "Associations Montant\nvoté en 2024\nMontant\nproposé 2025\nFixe Exceptionnel\nLES COPAINS 0 € 500 €\n"
        "MUSEE DES BROSSES 1 350 € 1 350 €* 1 245 €\nTOTAL 1 350 € 500 € 1 245 €\n* Montant déjà voté",
        [("LES COPAINS", 500), ("MUSEE DES BROSSES", 1245)],
    ),
    "no sign of money": (
        "Association Subvention (€)\nACV – Amis du Congo 900\nGénération 2000 400\nScouts du Vidour 1 600\nClub 1 000",
        [("ACV – Amis du Congo", 900), ("Génération 2000", 400), ("Scouts du Vidour", 1600), ("Club", 1000)],
    ),
    "a cell a line": (
        "Association\n2022\n2023\nAmicale des Prés\n100\n150\nJudo du Vidour\n200\n250\nTOTAL\n300\n400",
        [("Amicale des Prés", 150), ("Judo du Vidour", 250)],
    ),
    "columns parted by tabs": (
        "Association\t2022\t2023\nAmicale des Prés\t100,00\t150,00\nJudo du Vidour\t200,00\t250,00",
        [("Amicale des Prés", 150), ("Judo du Vidour", 250)],
    ),
    "columns parted by bars": (
        "| Association | 2022 | 2023 |\n| Amicale des Prés | 100 € | 150 € |\n| Judo du Vidour | 200 € | 250 € |",
        [("Amicale des Prés", 150), ("Judo du Vidour", 250)],
    ),
    "columns run together": (
        "Associations\nMontant de la subvention de fonctionnement (6574)\nMontant de la subvention exceptionnelle "
        "(6745)\n"
        "Le souvenir des Prés/320,00\nAmicale des Prés150,00/\nJudo du Vidour500,001.000,00",
        [
            ("Le souvenir des Prés", 320),
            ("Amicale des Prés", 150),
            ("Judo du Vidour", 500),
            ("Judo du Vidour", 1000),
        ],
    ),
    "dotted leaders": (
        "Comité des fêtes………………..300€\nJudo du Vidour ........ 150 €\nA.D.M.R. ___ 1000 €",
        [("Comité des fêtes", 300), ("Judo du Vidour", 150), ("A.D.M.R.", 1000)],
    ),
    "what the row calls the money": (
        "- Subvention à l'Amicale des Prés : 300 €\n- Cotisation au réseau Rues Vertes : 150 €\n- Judo "
        "(déplacement) : 80 €",
        [("Amicale des Prés", 300), ("Rues Vertes", 150), ("Judo", 80)],
    ),
}

TABLES |= {
    "a name above and below its sums": (
        "2022 2023 Subventions\nTiers VOTE\nPerçues Demandées Proposées votées\nAmicale nationale des\n"
        "320 € 350 € 340 € 330 € Unanimité\nvanniers\nSouffle vert 400 € 500 € 400 € 410 € Unanimité\n"
        "Les Voisins du Grand\n4 000 € 4 000 € 2 800 € 2 700 € 1 abstention\nLavoir\n4 abstentions\n"
        "Festival des prés 1 500 € 3 000 € 1 200 € 1 300 €\n2 contre\nJudo 10 € 20 € 30 € 40 €\n"
        "Sauvegarde du Patrimoine 1 ne prend pas part\n"
        "- - 50 € 60 €\ndes Prés du Vidour au vote\nTOTAL 6 230 € 7 870 € 4 820 € 4 840 €",
        [
            ("Amicale nationale des vanniers", 330),
            ("Souffle vert", 410),
            ("Les Voisins du Grand Lavoir", 2700),
            ("Festival des prés", 1300),
            ("Judo", 40),
            ("Sauvegarde du Patrimoine des Prés du Vidour", 60),
        ],
    ),
    "other money under its own heading": (
        "Judo du Vidour 300 €\nAmicale des Prés 200 €\nTarifs de la salle des fêtes\nHabitants 150 €\n"
        "Extérieurs 300 €\nCaution 500 €",
        [("Judo du Vidour", 300), ("Amicale des Prés", 200)],
    ),
    "rents after grants": (
        "Judo du Vidour 300 €\nAmicale des Prés 200 €\nLes crédits sont inscrits au budget de l'année, article 6574.\n"
        "Fixation des loyers communaux\nLogement école 350,00 €\nLogement mairie 420,00 €\nGarage 45,00 €",
        [("Judo du Vidour", 300), ("Amicale des Prés", 200)],
    ),
    "counts and a year after grants": (
        "Judo du Vidour 1 000 €\nAmicale des Prés 200 €\nDIT que les crédits sont inscrits au budget communal 2015\n"
        "Nombre de conseillers : 19\nEn exercice : 19\nPrésents : 18\nVotants : 19\nDate de convocation : 12/03/2015",
        [("Judo du Vidour", 1000), ("Amicale des Prés", 200)],
    ),
    "names in the dative": (
        "- au club de foot : 300 €\n- à l'Amicale des Prés : 200 €\n- aux anciens combattants : 100 €",
        [("club de foot", 300), ("Amicale des Prés", 200), ("anciens combattants", 100)],
    ),
    "a price by head among sums": (
        "Amicale des Prés 200 €\nCoopérative scolaire 25 € par élève\nJudo du Vidour 50 €",
        [("Amicale des Prés", 200), ("Judo du Vidour", 50)],
    ),
    "numbers before the names": (
        "1 - Judo du Vidour ..... 1 500 €\n2 - Amicale des Prés ..... 800 €",
        [("Judo du Vidour", 1500), ("Amicale des Prés", 800)],
    ),
    "money set aside": (
        "Amicale des Prés 200 €\nDivers 300 €\nImprévus 500 €\nTOTAL 1 000 €",
        [("Amicale des Prés", 200)],
    ),
}

UNCLEAR = {
    "columns without a heading": (
        "Judo du Vidour 300 € 450 € 350 €\nAmicale des Prés 500 € 800 € 600 €\nGym des Monts 250 € 250 € 250 €",
        [("Gym des Monts", 250)],
    ),
    "a year left blank": (
        "ASSOCIATION 2021 2022 Proposition 2023\nJudo du Vidour 300 € 310 €\nGym des Monts 500 € 500 € 600 €\n"
        "Les Boules 150 €",
        [("Gym des Monts", 600)],
    ),
    "members and sums without a sign": (
        "Associations Nombre d'adhérents Subvention\nJudo du Vidour 45 300\nAmicale des Prés 120 500\nGym 60 250",
        [],
    ),
    "a rent beside the grant": (
        "ASSOCIATIONS\nLoyer\nSubvention\nSubvention nette\nMusique des Monts 3 530 € 5 048 € 8 578 €\n"
        "Atelier Val 10 € 3 130 € 3 140 €",
        [],
    ),
}
"""Tables of grants that cannot be paired safely, and what is sure in them."""

OTHERS = {
    "a plan of financing": (
        "Le plan de financement, subventions comprises, s'établit ainsi :\nRégion des Monts 2 500 €\n"
        "Conseil départemental 5 000 €\nAutofinancement 12 500 €\nTOTAL 20 000 €"
    ),
    "a budget": (
        "Les crédits pour subventions sont ouverts :\nChapitre 20 675 000.00 € 168 750.00 €\n"
        "Chapitre 204 163 000.00 € 40 750.00 €\nTOTAL 838 000.00 € 209 500.00 €"
    ),
    "tariffs": "Les tarifs de la salle pour les associations sont :\nJournée 120 €\nWeek-end 200 €\nCaution 500 €",
    "what is only asked for": (
        "Les demandes de subventions sont les suivantes :\nAssociation Montant demandé\nJudo 1 500 €\nAmicale 400 €"
    ),
}


def read(table: str, opens: str = OPENS) -> Act:
    return act(decision=f"{opens}{table}\n\nAdopté à l'unanimité.", title=TITLE)


def sums(found: Act, status: str = "granted") -> list[tuple[str, float]]:
    return [(g.beneficiary, g.amount) for g in found.deliberations[0].funding if g.status == status]


@pytest.mark.parametrize(("table", "grants"), TABLES.values(), ids=TABLES)
def test_a_table_of_grants(table: str, grants: list[tuple[str, float]]) -> None:
    found = read(table)
    assert sorted(sums(found)) == sorted(grants)
    assert "grant-total" not in {finding.code for finding in found.findings}


@pytest.mark.parametrize("table", OTHERS.values(), ids=OTHERS)
def test_a_table_of_other_money(table: str) -> None:
    assert sums(read(table, "Le Conseil municipal, après en avoir délibéré, approuve.\n")) == []


@pytest.mark.parametrize(("table", "sure"), UNCLEAR.values(), ids=UNCLEAR)
def test_what_cannot_be_paired_is_left_out_and_told(table: str, sure: list[tuple[str, float]]) -> None:
    found = read(table)
    assert sums(found) == sure
    [finding] = [finding for finding in found.findings if finding.code == "grants-unread"]
    assert finding.span is not None


def test_figures_without_a_sign_need_a_heading_of_money() -> None:
    table = "Associations présentes au forum\nJudo 45\nTennis 120\nGym 60\nLa subvention sera étudiée."
    assert sums(read(table, "Le Conseil municipal, après en avoir délibéré, prend acte.\n")) == []


def test_an_earlier_year_s_column_is_background() -> None:
    found = read("Association 2022 2023\nAmicale des Prés 100 € 150 €\nJudo du Vidour 200 € 250 €")
    assert sums(found, "background") == [("Amicale des Prés", 100), ("Judo du Vidour", 200)]
    assert {grant.year for grant in found.deliberations[0].funding if grant.status == "granted"} == {2023}


def test_a_total_that_the_rows_do_not_come_to_is_a_finding() -> None:
    table = "Association Montant\nAmicale des Prés 100 €\nJudo du Vidour 250 €\nTOTAL 450 €"
    [finding] = [finding for finding in read(table).findings if finding.code == "grant-total"]
    assert "450.00" in finding.message
    assert "350.00" in finding.message
    assert finding.span is not None


def test_totals_of_groups_and_of_all_add_up() -> None:
    table = "Sport\nJudo 100 €\nTennis 50 €\nSous-total 150 €\nCulture\n"
    table += "Chorale 30 €\nThéâtre 20 €\nSous-total 50 €\nTOTAL 200 €"
    found = read(table)
    assert len(sums(found)) == 4
    assert "grant-total" not in {finding.code for finding in found.findings}


@pytest.mark.parametrize(
    ("heading", "count", "own", "past"),
    [
        ("association 2022 2023", 2, [1], [0]),
        ("nom subvention 2022 demande 2023 vote 2023", 3, [2], [0]),
        ("associations n-1 demande 2023 proposition 2023", 3, [2], [0]),
        ("montant vote en 2024 montant propose 2025 fixe exceptionnel", 3, [1, 2], [0]),
        ("2022 vote 2023 demande 2023 vote", 3, [2], [0]),
        ("nom fonctionnement evenementielle total", 3, [0, 1], []),
        ("associations adherents montant vote", 2, [1], []),
        ("montant propose vote du conseil", 1, [0], []),
        ("montant demande", 1, [], []),
    ],
)
def test_what_a_heading_says_of_its_columns(heading: str, count: int, own: list[int], past: list[int]) -> None:
    columns = read_columns(heading, count)
    assert columns is not None
    assert (decided(columns), earlier(columns)) == (own, past)


def test_a_heading_with_fewer_words_than_columns_tells_nothing() -> None:
    assert read_columns("association montant", 3) is None


PAID = ("Judo du Vidour", "Amicale des Prés")
OTHERS_NAMED = (
    *("Votants", "En exercice", "Nombre de voix", "Date de la séance", "POUR", "12", "État", "Caution", "Divers"),
    *("DIT que les crédits sont ouverts au budget", "AUTORISE le maire à signer"),
)


@given(
    st.lists(
        st.tuples(st.sampled_from(PAID + OTHERS_NAMED), st.integers(1, 99_999), st.sampled_from(("", " €", ",00 €"))),
        min_size=2,
        max_size=9,
    ),
    st.sampled_from(("", "Association Montant\n", "Associations 2022 2023\n")),
)
def test_only_a_name_is_given_money(rows: list[tuple[str, int, str]], heading: str) -> None:
    table = heading + "\n".join(f"{name} : {value}{sign}" for name, value, sign in rows)
    for name, amount in sums(read(table)):
        assert name in PAID, (name, table)
        assert amount in {float(value) for _, value, _ in rows}


@given(st.lists(st.integers(1, 99_999), min_size=3, max_size=12))
def test_every_row_of_a_plain_table_is_read(values: list[int]) -> None:
    rows = "\n".join(f"Amicale {chr(65 + i)}ndra {value:,} €".replace(",", " ") for i, value in enumerate(values))
    found = read(f"Association Montant\n{rows}\nTOTAL {sum(values):,} €".replace(",", " "))
    assert sorted(amount for _, amount in sums(found)) == sorted(map(float, values))
    assert "grant-total" not in {finding.code for finding in found.findings}
