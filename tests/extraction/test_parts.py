"""A file can hold several acts: each is read on its own, and its spans count characters of the whole."""

from __future__ import annotations

from itertools import pairwise

from delibgraph.extraction import extract
from delibgraph.extraction.parts import split
from delibgraph.facts import Counts
from tests.extraction.page import LISTS, document, page

HEADING = "EXTRAIT DU REGISTRE DES DÉLIBÉRATIONS\n"


def test_each_registry_heading_opens_an_act() -> None:
    text = (
        "Site de la commune\n" + HEADING + page() + HEADING.lower() + page() + "**" + HEADING.strip() + "**\n" + page()
    )
    parts = split(text)
    assert len(parts) == 3
    assert [parts[0][0], parts[-1][1]] == [0, len(text)]
    assert all(before[1] == after[0] for before, after in pairwise(parts))


def test_a_heading_whose_letters_stand_apart_opens_an_act() -> None:
    assert len(split(("Extrait du Regi stre\n\ndes Délibérations\n" + page()) * 2)) == 2


def test_a_letterhead_goes_with_its_heading() -> None:
    letterhead = "RÉPUBLIQUE FRANÇAISE\nCommune de Valserre\n\n"
    text = (letterhead + HEADING + page()) * 3
    assert [text[start:end].startswith(letterhead) for start, end in split(text)] == [True, True, True]


def test_the_heading_of_a_further_page_opens_nothing() -> None:
    text = HEADING + page() + HEADING + "Suite de la délibération n° 2023-14\n" + HEADING + page()
    assert len(split(text)) == 2


def test_a_second_sitting_opens_an_act() -> None:
    first = f"PROCÈS-VERBAL DE LA SÉANCE DU 3 MARS 2023\n\n{LISTS}\n\nTarifs\n\nAdopté à l'unanimité.\n\n"
    approved = "Procès-verbal de la séance du 3 mars 2023 adopté à l'unanimité des membres présents.\n\n"
    second = f"PROCÈS-VERBAL DE LA SÉANCE DU 9 MAI 2023\n\n{LISTS}\n\n{approved}Tarifs\n\nAdopté à l'unanimité.\n"
    assert split(first + second) == [(0, len(first)), (len(first), len(first + second))]


def test_hundreds_of_extracts_are_as_many_acts() -> None:
    text = "".join(HEADING + page().replace("2023-14", f"2023-{n}") for n in range(100, 400))
    acts = extract(document(text))
    assert [act.deliberations[0].number for act in acts] == [f"2023-{n}" for n in range(100, 400)]
    assert [act.part for act in acts] == list(range(1, 301))


def test_a_heading_within_a_sentence_opens_nothing() -> None:
    text = "Il est donné un extrait du registre des délibérations.\nVu l'extrait du registre des délibérations"
    assert split(text) == [(0, len(text))]


def test_spans_are_the_whole_text_s() -> None:
    other = page(
        LISTS.replace("BARSAC", "NORVAL"),
        decision="Le Conseil, à l'unanimité, attribue 800 € à l'Amicale des Vanneaux.",
    )
    text = HEADING + page() + HEADING + other
    first, second = extract(document(text))
    assert (first.part, second.part) == (1, 2)
    assert text[slice(*second.sitting.attendance[0].span)] == "Hugo NORVAL"
    assert second.sitting.attendance[0].span[0] > first.sitting.attendance[-1].span[1]
    assert text[slice(*second.deliberations[0].spans["number"])] == "2023-14"
    assert "800 €" in text[slice(*second.deliberations[0].funding[0].span)]
    assert second.deliberations[0].span[1] == len(text)


def test_what_is_no_act_is_none() -> None:
    for text in ("Recette de la tarte aux pommes : 500 g de farine.", "x" * 5000, "\n\n\f\n", "1 2 3 4 5\n" * 50):
        assert extract(document(text)) == []


def test_a_sitting_whose_lists_were_torn_off_their_headings_is_an_act_and_is_told() -> None:
    text = (
        "Réunion du Conseil communautaire du 17 avril 2014\nÉtaient présents (2) :\nLe Président\nLes Membres\n"
        "Date de la convocation : 9 avril 2014\nHugo BARSAC\nLéa CORVANT, Paul DELMAS\n"
        "Nombre de délégués en exercice : 4\nNombre de délégués présents : 3\n"
    )
    [found] = extract(document(text))
    assert found.sitting.counts == Counts(4, 3)
    assert found.sitting.attendance == ()
    assert "attendance-missing" in {finding.code for finding in found.findings}
