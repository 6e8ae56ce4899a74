"""Grants as minutes tell them: lists and tables in every shape of cells, pronouns, and what is left out told."""

from __future__ import annotations

import pytest

from delibgraph.facts import Act
from tests.extraction.test_minutes import VOTED, minutes

ROWS = (("Club Zéphyr", 500), ("Chorale des Vanneaux", 300), ("Amicale laïque", 250), ("Comité des fêtes", 1200))
GRANTS = sorted((name, float(amount)) for name, amount in ROWS)
VOTES = "\n\nLe Conseil, après en avoir délibéré, à l'unanimité, vote les subventions ci-dessus."


def rows(form: str, between: str = "\n") -> str:
    return between.join(form.format(name=name, amount=amount, old=amount - 50) for name, amount in ROWS)


SHAPES = {
    "a paragraph a cell": "Associations\n\nMontant\n\n" + rows("{name}\n\n{amount} €", "\n\n") + VOTES,
    "a line a cell": "Associations\nMontant\n" + rows("{name}\n{amount} €") + VOTES,
    "EUR": rows("{name} {amount} EUR") + VOTES,
    "years with a total": "| Association | 2022 | 2023 |\n| --- | --- | --- |\n"
    + rows("| {name} | {old} | {amount} |")
    + "\n| Total | 2050 | 2250 |"
    + VOTES,
    "sums in brackets": "Le Conseil décide d'accorder à l'unanimité les subventions suivantes : "
    + rows("{name} ({amount} €)", ", ")
    + ".",
    "after the verb": "Le Conseil vote à l'unanimité : " + rows("{name} : {amount} €", " ; ") + ".",
    "for an association": rows("- {amount} € pour l'association {name}") + VOTES,
}


def granted(text: str) -> tuple[list[tuple[str, float]], Act]:
    act = minutes(f"2023-14 : Subventions aux associations\n\n{text}", f"2023-15 : Vente d'un chemin\n\n{VOTED}")
    found = [fact for deliberation in act.deliberations for fact in deliberation.funding]
    return sorted((fact.beneficiary, fact.amount) for fact in found if fact.status == "granted"), act


@pytest.mark.parametrize("text", SHAPES.values(), ids=SHAPES)
def test_lists_of_grants(text: str) -> None:
    found, act = granted(text)
    assert found == GRANTS
    assert "grants-unread" not in {finding.code for finding in act.findings}


@pytest.mark.parametrize(
    "text",
    [
        "Le Conseil octroie au Club Zéphyr la somme de 500 € et à la Chorale des Vanneaux celle de 300 €. Unanimité.",
        "La commission propose :\n- pour le Club Zéphyr, une subvention de 500 €,\n- pour la Chorale des Vanneaux, une "
        "subvention de 300 €.\n\nLe Conseil, à l'unanimité, valide ces montants.",
        "Le Maire propose une participation de 500 euros pour le Club Zéphyr et de 300 euros pour la Chorale des "
        "Vanneaux.\nVote : pour à l'unanimité",
    ],
)
def test_two_grants_in_a_sentence(text: str) -> None:
    assert granted(text)[0] == [("Chorale des Vanneaux", 300.0), ("Club Zéphyr", 500.0)]


def test_a_name_goes_on_after_for() -> None:
    text = "Le Conseil, à l'unanimité, attribue à l'association pour la gestion de la halle une subvention de 250 €."
    assert granted(text)[0] == [("association pour la gestion de la halle", 250.0)]


@pytest.mark.parametrize(
    "text",
    [
        "Nom de l'association Montant attribué en 2023 Club Zéphyr 500 € Chorale 300 €\n\nLe Conseil approuve.",
        "500 € : Club Zéphyr\n300 € : Chorale des Vanneaux" + VOTES,
        "Une subvention est demandée. Le Conseil accorde une subvention de 500 € à l'unanimité.",
    ],
)
def test_grants_to_nobody_known_are_told(text: str) -> None:
    found, act = granted(text)
    assert found == []
    assert "grants-unread" in {finding.code for finding in act.findings}


@pytest.mark.parametrize(
    "item",
    [
        "2023-14 : Demande de subvention au Département\n\nLe Conseil sollicite une subvention de 5 000 €.",
        "2023-14 : Achat d'un véhicule\n\nLe Conseil, à l'unanimité, décide l'achat pour 5 000 €.",
        "2023-14 : Tarifs\n\nLe Conseil, à l'unanimité, fixe le repas à 4,50 €.",
    ],
)
def test_other_money_is_no_grant_left_out(item: str) -> None:
    act = minutes(item, f"2023-15 : Vente d'un chemin\n\n{VOTED}")
    assert "grants-unread" not in {finding.code for finding in act.findings}


def test_a_list_right_under_its_title_is_read() -> None:
    listed = "Point 6. Subventions\na) Fanfare du Ru : 1.500,- €\nb) Chorale du Ru : 310,- €\nAdopté à l'unanimité."
    act = minutes(listed, f"Point 7. Vente d'un chemin\n\n{VOTED}")
    found = [fact for deliberation in act.deliberations for fact in deliberation.funding]
    assert [(fact.beneficiary, fact.amount) for fact in found] == [("Fanfare du Ru", 1500.0), ("Chorale du Ru", 310.0)]
