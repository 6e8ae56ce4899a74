"""Headings of minutes that follow no one form: ranks within lines, items without a number, matters, odd numbers."""

from __future__ import annotations

import pytest

from tests.extraction.test_minutes import VOTED, minutes, told

FIRST, SECOND, THIRD = "Convention de partenariat", "Vente d'un chemin rural", "Motion sur la poste"
TOLD = f"Le Maire expose le projet. {VOTED}"
NUMBERED = {
    "two figures of the year": ("D 23-027", "D 23-028"),
    "a full stop": ("CS-2023-14.", "CS-2023-15."),
    "strokes": ("BS/23/031", "BS/23/032"),
    "letters after the year": ("36/2023/CP", "37/2023/CP"),
    "spaces around the dash": ("2023 – 01/05", "2023 – 02/05"),
    "spaces for dashes": ("DEL 2023 01", "DEL 2023 02"),
    "the day and a rank": ("12/03/2023-1", "12/03/2023-2"),
}
WITHIN_LINES = {
    "after sentences": f"1. {FIRST}. {TOLD} 2. {SECOND}. {TOLD}\n\n3. {THIRD}. {TOLD}",
    "all in one line": f"1) {FIRST} : {TOLD} 2) {SECOND} : {TOLD} 3) {THIRD} : {TOLD}",
    "the last one": f"1 – {FIRST}\n{TOLD}\n\n2 – {SECOND}\n{TOLD} 3 – {THIRD}. {TOLD}",
    "capitals without a stop": (
        f"1. {FIRST.upper()}\nVote à l'unanimité pour la signature 2.VENTE D'UN CHEMIN RURAL Le Maire rappelle la "
        f"demande. Deux voix contre.\n\n3. {THIRD.upper()}\n{TOLD}"
    ),
    "Markdown in small letters": (
        f"## 1 {FIRST.lower()}\n\nTout le monde est pour sauf deux abstentions.\n\n"
        f"## 2.{SECOND.lower()}\n\n{TOLD}\n\n## 3 {THIRD.lower()}\n\nTout le monde est pour."
    ),
}


def titles(*items: str) -> list[str]:
    return [(title or "").casefold() for _, title in told(minutes(*items))]


@pytest.mark.parametrize("text", WITHIN_LINES.values(), ids=WITHIN_LINES)
def test_ranks_within_lines(text: str) -> None:
    assert titles(text) == [FIRST.casefold(), SECOND.casefold(), THIRD.casefold()]


def test_a_list_within_an_item_is_no_run_of_ranks() -> None:
    assert titles(
        f"1. {FIRST}\nLe Maire distingue trois points : 1. le prix. 2. le terrain. 3. le délai. {VOTED}",
        f"2. {SECOND}\n{TOLD}",
    ) == [FIRST.casefold(), SECOND.casefold()]


@pytest.mark.parametrize("numbers", NUMBERED.values(), ids=NUMBERED)
def test_numbers_of_odd_forms(numbers: tuple[str, str]) -> None:
    items = list(zip(numbers, (FIRST, SECOND), strict=True))
    act = minutes(*(f"{number}{' ' if number.endswith('.') else ' : '}{title}\n{TOLD}" for number, title in items))
    assert told(act) == [(number.rstrip("."), title) for number, title in items]


@pytest.mark.parametrize("label", ["Objet : ", "", "• "])
def test_an_item_without_a_number_among_numbered_ones(label: str) -> None:
    items = (
        f"Délibération n° 20230312-08\n\n{label}{FIRST}\n\nVu la loi.\n{VOTED}",
        f"{label}{SECOND}\n\nLa commission a proposé ce qui suit.\n{VOTED}",
        f"Délibération n° 20230312-10\n\n{label}{THIRD}\n\nVu la loi.\n{VOTED}",
    )
    assert told(minutes(*items)) == [("20230312-08", FIRST), (None, SECOND), ("20230312-10", THIRD)]


@pytest.mark.parametrize(
    "matter", ["Nomenclature : 7.5.1 Subventions\n", "Matière 7.5 – ", "Code nomenclature : 7.5\n"]
)
def test_the_matter_in_the_heading_is_no_title(matter: str) -> None:
    act = minutes(f"Délibération 2023-08\n{matter}{FIRST}\n{TOLD}", f"Délibération 2023-09\n{matter}{SECOND}\n{TOLD}")
    assert told(act) == [("2023-08", FIRST), ("2023-09", SECOND)]
    assert all((deliberation.matter or "").startswith("7.5") for deliberation in act.deliberations)


def test_titles_in_capitals_after_a_dash() -> None:
    assert titles("\n".join(f"- {title.upper()}\n{TOLD}" for title in (FIRST, SECOND, THIRD))) == [
        FIRST.casefold(),
        SECOND.casefold(),
        THIRD.casefold(),
    ]


@pytest.mark.parametrize(
    ("vote", "outcome"),
    [
        ("Tout le monde est pour sauf deux abstentions, M. DELMAS et Mme FERROL.", ("adopted", False, None, 2)),
        ("Tous sont favorables, sauf Mme FERROL qui s'abstient.", ("adopted", False, None, 1)),
        ("Le Maire met au vote ; 3 abstentions.", ("adopted", False, None, 3)),
    ],
)
def test_a_vote_that_tells_only_the_others(vote: str, outcome: tuple[str, bool, int | None, int | None]) -> None:
    found = minutes(f"1. {FIRST}\n{vote}", f"2. {SECOND}\n{TOLD}").deliberations[0].vote
    assert found
    assert (found.outcome, found.unanimous, found.against, found.abstentions) == outcome


def test_a_vote_under_no_deliberation_is_told() -> None:
    act = minutes(
        f"1. {FIRST}\n{TOLD}",
        f"2. {SECOND}\n{TOLD}",
        "Questions diverses\n\nUne motion est soumise au Conseil, qui l'adopte à l'unanimité.",
    )
    assert "items-unsplit" in {finding.code for finding in act.findings}


def test_news_after_the_last_deliberation_are_no_vote() -> None:
    act = minutes(f"1. {FIRST}\n{TOLD}", f"2. {SECOND}\n{TOLD}", "Questions diverses\n\nLe marché est déplacé.")
    assert "items-unsplit" not in {finding.code for finding in act.findings}


def test_the_cells_of_a_table_are_no_titles() -> None:
    table = "TAXE\n\nTAUX\n\nTaxe foncière (bâti)\n\nTaxe foncière (non bâti)\n\n16,96 %\n\n53,99 %\n\n"
    told = "Le Conseil municipal, après en avoir délibéré, à l'unanimité,\n\n- VOTE les taux."
    found = titles(
        f"Fixation des taux d'imposition\n\nMonsieur le Maire propose de garder les taux.\n\n{table}{told}",
        "Entretien du lavoir des Vanneaux\n\nMonsieur le Maire expose les travaux.\n\n"
        "Le Conseil municipal, après en avoir délibéré, à l'unanimité, approuve les travaux.",
    )
    assert found == ["fixation des taux d'imposition", "entretien du lavoir des vanneaux"]


@pytest.mark.parametrize(
    "label", ["Question n° {}", "Question {}", "AFFAIRE N° {}", "Point n° {}", "OJ n° {}", "Résolution n° {}"]
)
@pytest.mark.parametrize("sign", [" : ", " – ", ". ", " / "])
def test_a_rank_that_a_word_names_is_the_number(label: str, sign: str) -> None:
    items = (f"{label.format(rank)}{sign}{title}\n{TOLD}" for rank, title in ((3, FIRST), (4, SECOND)))
    assert told(minutes(*items)) == [("3", FIRST), ("4", SECOND)]


@pytest.mark.parametrize("bullet", ["❖", "➤", "✓", "◆"])
def test_titles_behind_bullets_of_every_sort(bullet: str) -> None:
    items = (f"{bullet} {title}\nLe Conseil, à l'unanimité, donne son accord." for title in (FIRST, SECOND, THIRD))
    assert [title for _, title in told(minutes(*items))] == [FIRST, SECOND, THIRD]


def test_what_is_settled_in_the_passive_under_a_number() -> None:
    items = (
        f"2023/41. {FIRST} : la société Tarvon est retenue.",
        f"2023/42. {SECOND}\n{TOLD}",
        f"2023/43. {THIRD}\n{TOLD}",
    )
    assert told(minutes(*items)) == [("2023/41", FIRST), ("2023/42", SECOND), ("2023/43", THIRD)]


@pytest.mark.parametrize(
    ("forms", "numbers"),
    [
        (("DOSSIER N° 23.03.01 – {}", "DOSSIER N° 23.03.02 – {}"), ["23.03.01", "23.03.02"]),
        (("N° 1 – DCM 2023-0412 – {}", "N° 2 – DCM 2023-0413 – {}"), ["DCM 2023-0412", "DCM 2023-0413"]),
        (("13.07.21.03 {}", "13.07.21.07 {}"), ["13.07.21.03", "13.07.21.07"]),
        (("1/ {} (D2023-09)", "2/ {} (D2023-10)"), ["D2023-09", "D2023-10"]),
    ],
)
def test_a_number_behind_a_word_or_rank(forms: tuple[str, str], numbers: list[str]) -> None:
    act = minutes(*(f"{form.format(title)}\n{TOLD}" for form, title in zip(forms, (FIRST, SECOND), strict=True)))
    assert [number for number, _ in told(act)] == numbers
