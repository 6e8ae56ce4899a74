"""Minutes: one act with one sitting and all its deliberations, whatever form their headings have."""

from __future__ import annotations

from typing import Any

import pytest

from delibgraph.extraction import extract
from delibgraph.facts import Act, Deliberation
from tests.extraction.page import LISTS, document
from tests.generator.minutes import HEADINGS, make

HEAD = f"""PROCÈS-VERBAL DE LA SÉANCE DU 12 MARS 2023
COMMUNE DE VALSERRE
Conseil municipal

{LISTS}
Absent : M. Luc GARNEL.
"""
VOTED = "Le Conseil, après en avoir délibéré, approuve la proposition."
FLOORS = {"found": 0.995, "number": 0.995, "title": 0.995, "vote": 0.99}
"""The least share of deliberations that generated minutes must give. Raise them as the grammar grows; lower none."""


def minutes(*items: str) -> Act:
    [act] = extract(document(HEAD + "\n" + "\n\n".join(items) + "\n"))
    return act


def told(act: Act) -> list[tuple[str | None, str | None]]:
    return [(deliberation.number, deliberation.title) for deliberation in act.deliberations]


def fold(words: str | None) -> str:
    return " ".join((words or "").casefold().split())


def agrees(found: Deliberation, row: dict[str, Any]) -> dict[str, bool]:
    vote = {name: getattr(found.vote, {"for": "for_"}.get(name, name), None) for name in row["vote"]}
    return {
        "number": found.number == row["number"] or (row["number"] is None and (found.number or "").isdigit()),
        "title": fold(found.title) == fold(row["title"]),
        "vote": vote == row["vote"],
    }


def test_generated_minutes() -> None:
    """Every form of heading, with and without an agenda; news are no deliberations."""
    right = dict.fromkeys(FLOORS, 0)
    rows = 0
    for form in HEADINGS:
        for number in range(12):
            case = make(20_261, number, form)
            [act] = extract(document(case.text))
            left = list(act.deliberations)
            rows += len(case.gold["deliberations"])
            for row in case.gold["deliberations"]:
                match = next((d for d in left if fold(d.title) == fold(row["title"])), None)
                match = match or next((d for d in left if d.number and d.number == row["number"]), None)
                if match is None:
                    continue
                left.remove(match)
                right["found"] += 1
                for name, same in agrees(match, row).items():
                    right[name] += same
            right["found"] -= len(left)
    assert {name: round(n / rows, 3) for name, n in right.items() if n / rows < FLOORS[name]} == {}


@pytest.mark.parametrize("form", HEADINGS)
def test_a_form_of_heading_parts_the_items(form: str) -> None:
    case = make(7, 3, form)
    [act] = extract(document(case.text))
    assert [fold(d.title) for d in act.deliberations] == [fold(row["title"]) for row in case.gold["deliberations"]]


def test_each_item_has_its_own_money_and_vote() -> None:
    act = minutes(
        "D2023-11 : Subvention aux Vanneaux\n\nLe Conseil, à l'unanimité, attribue une subvention de 800 € à "
        "l'association Les Vanneaux.",
        "D2023-12 : Subvention au Foyer\n\nLe Conseil, par 3 voix pour et 1 contre, attribue une subvention de 500 € "
        "au Foyer rural.",
    )
    first, second = act.deliberations
    assert [(g.beneficiary, g.amount) for g in first.funding] == [("Les Vanneaux", 800.0)]
    assert [g.amount for g in second.funding] == [500.0]
    assert first.vote is not None
    assert second.vote is not None
    assert (first.vote.unanimous, second.vote.for_, second.vote.against) == (True, 3, 1)
    assert first.span[0] >= len(HEAD)
    assert first.span[1] <= second.span[0]


def test_sections_hold_items() -> None:
    act = minutes(
        f"I – FINANCES\n\n1. Tarifs de la salle\n\n{VOTED}\nAdopté à l'unanimité.",
        f"2. Budget de l'eau\n\n{VOTED}\nAdopté à l'unanimité.",
        f"II – URBANISME\n\n3. Vente du Moulin Vieux\n\n{VOTED}\nAdopté à l'unanimité.",
    )
    assert [title for _, title in told(act)] == ["Tarifs de la salle", "Budget de l'eau", "Vente du Moulin Vieux"]


UNNUMBERED = {
    "a title that ends like a sentence": "{title}.\n\n{told} {voted}",
    "a title that opens its paragraph": "{title}. {told} {voted}",
    "a title and a colon before the text": "{title} : {told} {voted}",
    "capitals and a colon before the text": "{capitals} : La question est ancienne. {voted}",
    "a bullet": "• {title}\n{told}\n{voted}",
    "an arrow": "➢ {title} :\n{told}\n{voted}",
    "underlined": "_{title}_ :\n{told}\n{voted}",
    "bold before the text": "**{title}** : La question est ancienne. {voted}",
    "a rank in brackets": "({rank}) {title}\n{told}\n{voted}",
    "an abbreviation before the number": "DCM n° 2023-0{rank} : {title}\n{told}\n{voted}",
    "a glyph that was lost": "(cid:1) {title}\n\n{told}\n{voted}",
}
TITLES = ["Tarifs de la salle", "Budget de l'eau", "Vente du Moulin Vieux"]


@pytest.mark.parametrize("form", UNNUMBERED.values(), ids=UNNUMBERED)
def test_titles_of_many_forms(form: str) -> None:
    told_, voted = "Monsieur le Maire rappelle les faits.", "Le Conseil donne son accord à l'unanimité."
    act = minutes(
        *(
            form.format(rank=rank, title=title, capitals=title.upper(), told=told_, voted=voted)
            for rank, title in enumerate(TITLES, 1)
        )
    )
    assert [fold(title) for _, title in told(act)] == [fold(title) for title in TITLES]
    assert [d.vote and d.vote.unanimous for d in act.deliberations] == [True] * 3


def test_an_item_without_a_number_after_numbered_ones() -> None:
    act = minutes(
        f"Délibération n° 2023-11\n\nTarifs de la salle\n\nLe Maire expose.\n\n{VOTED} Adopté à l'unanimité.",
        f"Subventions aux clubs\n\nLe Maire expose.\n\n{VOTED} Adopté à l'unanimité.",
        f"Délibération n° 2023-13\n\nVente du Moulin Vieux\n\nLe Maire expose.\n\n{VOTED} Adopté à l'unanimité.",
    )
    assert [title for _, title in told(act)] == ["Tarifs de la salle", "Subventions aux clubs", "Vente du Moulin Vieux"]


def test_those_who_abstained_under_the_decision() -> None:
    decided = "Le Conseil, après en avoir délibéré, à la majorité :\n- DÉCIDE la vente ;\n- CHARGE le maire."
    act = minutes(
        f"D2023-11 : Tarifs\n\n{decided}\nAbstention : M. Delmas",
        f"D2023-12 : Budget\n\n{decided}\n2 abstentions : M. Delmas, Mme Ferrol",
    )
    assert [d.vote and d.vote.abstentions for d in act.deliberations] == [1, 2]


BARE = HEAD.replace("PROCÈS-VERBAL DE LA SÉANCE", "RÉUNION")
"""The head of a record that does not say what it is."""


def untitled(*items: str) -> list[str | None]:
    [act] = extract(document(BARE + "\n" + "\n\n".join(items) + "\n"))
    return [fold(title) for _, title in told(act)]


def test_a_sitting_that_approves_the_last_minutes_is_a_record() -> None:
    assert untitled(
        "Le procès-verbal de la séance du 5 février est adopté à l'unanimité.",
        f"Tarifs de la salle\n\nLe Maire expose. {VOTED}",
        "Budget de l'eau\n\nLe Maire expose les comptes. Il est donné lecture des chiffres de l'an passé, puis",
    ) == ["tarifs de la salle", "budget de l'eau"]


def test_three_items_are_a_record_whatever_it_calls_itself() -> None:
    found = untitled(*(f"{title}\n\nLe Maire expose. {VOTED}" for title in TITLES))
    assert found == [fold(title) for title in TITLES]


def test_the_only_item_after_the_approval_of_the_last_minutes() -> None:
    assert untitled(
        "Le procès-verbal de la séance du 5 février est adopté à l'unanimité.",
        f"Question 1 – Tarifs de la salle\n\nLe Maire expose. {VOTED}",
    ) == ["tarifs de la salle"]


def test_a_deliberation_that_only_its_heading_names() -> None:
    text = "Le Maire donne lecture des demandes de chacun et rappelle ce qui a été convenu avec eux. " * 4
    act = minutes(
        f"Délibération n° 2023-11 Tarifs\n\n{VOTED}",
        f"Délibération n° 2023-12 Budget\n\n{VOTED}",
        f"Délibération n° 2023-13 Clubs\n\n{text}",
        "La séance est levée à 22 heures.",
    )
    assert told(act) == [("2023-11", "Tarifs"), ("2023-12", "Budget"), ("2023-13", "Clubs")]
    assert act.deliberations[-1].vote is None


def test_a_title_at_the_end_of_the_paragraph_before() -> None:
    act = minutes(
        f"Tarifs de la salle.\n\nMonsieur le Maire rappelle les faits. {VOTED} Budget de l'eau.",
        f"Monsieur le Maire informe le conseil. {VOTED} Vente du Moulin Vieux.",
        f"Monsieur le Maire rappelle les faits. {VOTED}",
    )
    assert [fold(title) for _, title in told(act)] == [fold(title) for title in TITLES]


def test_markdown_headings_in_small_letters() -> None:
    act = minutes(*(f"## {rank}.{title.lower()}\n\nLe Maire expose. {VOTED}" for rank, title in enumerate(TITLES, 1)))
    assert [fold(title) for _, title in told(act)] == [fold(title) for title in TITLES]


def test_speakers_are_no_letters() -> None:
    talk = "M. Delmas demande le prix.\nM. Barsac le donne."
    act = minutes(*(f"{rank}. {title}\n\n{talk}\n{VOTED}" for rank, title in enumerate(TITLES, 1)))
    assert [title for _, title in told(act)] == TITLES


def test_a_bare_number_is_no_heading_where_others_say_what_they_are() -> None:
    act = minutes(
        f"Délibération n° 20230312-01\n\nMarché de travaux\n\nLe Maire présente le lot\nn°2 Serrurerie. {VOTED}",
        f"Délibération n° 20230312-02\n\nBudget de l'eau\n\nLe Maire expose. {VOTED}",
    )
    assert told(act) == [("20230312-01", "Marché de travaux"), ("20230312-02", "Budget de l'eau")]


def test_a_list_within_an_item_opens_nothing() -> None:
    act = minutes(
        "1. Tarifs de la salle\n\nTrois cas :\n1. Habitants\n2. Associations\n3. Autres\n\n"
        f"{VOTED} Adopté à l'unanimité.",
        f"2. Budget de l'eau\n\n{VOTED} Adopté à l'unanimité.",
        f"3. Vente du Moulin Vieux\n\n{VOTED} Adopté à l'unanimité.",
    )
    assert [title for _, title in told(act)] == ["Tarifs de la salle", "Budget de l'eau", "Vente du Moulin Vieux"]


def test_a_reference_is_no_heading() -> None:
    act = minutes(
        "D2023-11 : Tarifs (en complément de la délibération\nD2022-40 du 3 mai 2022)\n\n"
        f"{VOTED} Adopté à l'unanimité.",
        f"D2023-12 : Budget de l'eau\n\nVu la délibération\nD2022-41 : tarifs\n\n{VOTED} Adopté à l'unanimité.",
    )
    assert [number for number, _ in told(act)] == ["D2023-11", "D2023-12"]


def test_a_number_left_out_is_told() -> None:
    act = minutes(*(f"D2023-{n} : Tarifs {n}\n\n{VOTED} Adopté à l'unanimité." for n in (11, 12, 14)))
    assert [f.message for f in act.findings if f.code == "number-missing"] == [
        "no deliberation D2023-13 was found between those before and after it"
    ]


def test_two_decisions_under_one_heading_are_told() -> None:
    act = minutes(f"D2023-11 : Tarifs\n\n{VOTED}\n\n{VOTED}", f"D2023-12 : Budget\n\n{VOTED} Adopté à l'unanimité.")
    assert [f.code for f in act.findings if f.code == "items-unsplit"] == ["items-unsplit"]


def test_several_decisions_that_nothing_parts_are_told() -> None:
    text = HEAD.replace("PROCÈS-VERBAL DE LA SÉANCE", "RÉUNION") + f"\nLe Maire expose. {VOTED} " * 3
    [act] = extract(document(text))
    assert len(act.deliberations) == 1
    assert "items-unsplit" in {finding.code for finding in act.findings}


def test_an_item_put_off() -> None:
    act = minutes(
        f"D2023-11 : Tarifs\n\n{VOTED} Adopté à l'unanimité.",
        "D2023-12 : Vente du Moulin Vieux\n\nCe point est reporté à une date ultérieure.",
    )
    assert [d.vote and d.vote.outcome for d in act.deliberations] == ["adopted", "postponed"]


def test_who_came_late_and_who_left_early() -> None:
    act = minutes(
        f"1. Tarifs\n\n{VOTED} Adopté à l'unanimité.",
        "Arrivée de M. Luc GARNEL à 20h15.",
        f"2. Budget de l'eau\n\n{VOTED} Adopté à l'unanimité.",
        "Mme Anne FERROL quitte la séance à 21h30 et donne pouvoir à M. Paul DELMAS.",
        f"3. Vente du Moulin Vieux\n\n{VOTED} Adopté à l'unanimité.",
    )
    states = {(s.person, s.status): (s.from_, s.until) for s in act.sitting.attendance}
    assert states["Luc GARNEL", "absent"] == (None, "20h15")
    assert states["Luc GARNEL", "present"] == ("20h15", None)
    assert states["Anne FERROL", "present"] == (None, "21h30")
    assert [(p.grantor, p.holder, p.from_) for p in act.sitting.proxies] == [("Anne FERROL", "Paul DELMAS", "21h30")]


def test_a_coming_without_an_hour_is_told() -> None:
    act = minutes(
        f"1. Tarifs\n\n{VOTED} Adopté à l'unanimité.",
        "Arrivée de M. Luc GARNEL.",
        f"2. Budget de l'eau\n\n{VOTED} Adopté à l'unanimité.",
    )
    assert "movement-unbounded" in {finding.code for finding in act.findings}


def test_one_act_stays_one() -> None:
    text = HEAD.replace("PROCÈS-VERBAL DE LA SÉANCE", "Séance") + (
        "\nDélibération n° 2023-14\nOBJET : Tarifs\n\n1. Vu le code ;\n2. Considérant le besoin ;\n\n"
        "Le Conseil, après en avoir délibéré, décide :\n1. d'approuver les tarifs ;\n"
        "2. d'autoriser M. le Maire à signer.\n"
        "Adopté à l'unanimité.\n"
    )
    [act] = extract(document(text))
    assert told(act) == [("2023-14", "Tarifs")]


@pytest.mark.parametrize(
    ("label", "matter"),
    [
        ("Nomenclature : 7.5 Subventions", "7.5"),
        ("Matière : 5.2.1 – Fonctionnement", "5.2.1"),
        ("Domaine : finances", None),
        ("Classement des offres : 7.50 €", None),
    ],
)
def test_the_matter(label: str, matter: str | None) -> None:
    act = minutes(
        f"D2023-11 : Tarifs\n{label}\n\n{VOTED} Adopté à l'unanimité.",
        f"D2023-12 : Budget\n\n{VOTED} Adopté à l'unanimité.",
    )
    assert [d.matter for d in act.deliberations] == [matter, None]
