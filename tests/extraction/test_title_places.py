"""Where the title stands: after its number, past the lines that are none, and beside numbers of every shape."""

from __future__ import annotations

import pytest

from delibgraph.extraction import extract
from delibgraph.facts import Deliberation
from tests.extraction.page import LISTS, document

HEAD = "Commune de Valserre\nCONSEIL MUNICIPAL\n"
TEXT = "\n\nLe Conseil, après en avoir délibéré, à l'unanimité, approuve le programme.\n"
TITLE = "Entretien des chemins ruraux du plateau"


def read(body: str) -> Deliberation:
    """The deliberation of a page with this between its letterhead and its decision."""
    [found] = extract(document(HEAD + body + TEXT))
    [deliberation] = found.deliberations
    return deliberation


@pytest.mark.parametrize(
    "between",
    [
        "DU 12 MARS 2023\n\n",
        "\nN° applicatif 4418\n4e Commission – Voirie et bâtiments\n\n",
        "\n12 mars 2023\n\nDirection : Voirie\n",
        "\nRapporteur : Mme Léa CORVANT\n\n",
        "\nLe Bureau communautaire,\n\n",
    ],
)
def test_lines_between_the_number_and_the_title(between: str) -> None:
    found = read(f"DÉLIBÉRATION N° 2023-18\n{between}{TITLE}\n\nSéance du 12 mars 2023\n{LISTS}")
    assert (found.number, found.title) == ("2023-18", TITLE)


@pytest.mark.parametrize(
    ("printed", "number"),
    [
        (f"DÉLIBÉRATION 2023-018 : {TITLE.upper()}", "2023-018"),
        (f"DÉCISION DU BUREAU N° B2023_014\n\n{TITLE}", "B2023_014"),
        (f"2023 DVD 38 {TITLE}", "2023 DVD 38"),
        (f"OBJET : {TITLE.upper()} 2023-018 Madame le Maire rappelle le programme.", "2023-018"),
    ],
)
def test_the_number_is_no_part_of_the_title(printed: str, number: str) -> None:
    found = read(f"Séance du 12 mars 2023\n{LISTS}\n\n{printed}")
    assert found.number == number
    assert (found.title or "").casefold() == TITLE.casefold()


@pytest.mark.parametrize("opening", ["L'an deux mille vingt-trois", "L an deux mille vingt-trois", "L'an 2023"])
def test_the_sentence_on_the_sitting_is_no_title(opening: str) -> None:
    sentence = f"{opening}, le douze mars, le conseil municipal s'est réuni en session ordinaire"
    found = read(f"N° 7\n{sentence}\n{LISTS}\nOBJET : {TITLE}")
    assert found.title == TITLE


@pytest.mark.parametrize(
    ("printed", "number"),
    [
        (f"Direction des Routes            Délibération n° 09\n\n{TITLE.upper()}\n", "09"),
        (f"RAPPORT II-4                                N° 23SGADL0217\n\nOBJET : {TITLE}\n", "23SGADL0217"),
        (f"Rapport n 14\nOBJET : {TITLE}\n", "14"),
        (f"OBJET : Délibération n° 2023-48\n\nOBJET : Délibération n° 2023-48 : {TITLE}\n", "2023-48"),
        (f"DCM-2023-01-004 : {TITLE}\n", "DCM-2023-01-004"),
    ],
)
def test_numbers_over_the_lists(printed: str, number: str) -> None:
    found = read(
        f"{printed}\nSéance du 12 mars 2023\n{LISTS}\n\nEXPOSÉ\n\nLes chemins sont en mauvais état.\n\nDÉLIBÉRATION"
    )
    assert (found.number, (found.title or "").casefold()) == (number, TITLE.casefold())


def test_a_number_that_opens_the_line_of_its_title() -> None:
    found = read(f"Séance du 12 mars 2023\n{LISTS}\n\nDL-2023-112     {TITLE.upper()}\n\nLe Maire expose les faits.")
    assert (found.number, found.title) == ("DL-2023-112", TITLE.upper())


@pytest.mark.parametrize(
    "said",
    [
        "Le quatorze juin deux mille vingt-trois, le Conseil, dûment convoqué, s'est assemblé en mairie",
        "M. Hugo BARSAC, Maire, déclare la séance ouverte et fait procéder à l'appel nominal",
        "commission principale : voirie et bâtiments\n\nobjet : " + TITLE + "\n\nservice : Voirie",
    ],
)
def test_what_stands_under_a_number_and_is_no_title(said: str) -> None:
    assert read(f"Délibération n° 2023-18\n\n{said}.\n\n{LISTS}\n\nOBJET : {TITLE}").title == TITLE


def test_what_files_an_act_under_its_object() -> None:
    filed = "Politique : - Voirie\nProgramme : Chemins\nOpération : Plateau"
    found = read(f"DOSSIER N° 2023-18\n\nObjet :\n{filed}\n{TITLE}\nService instructeur : DRV/12\n\n{LISTS}")
    assert (found.number, found.title) == ("2023-18", TITLE)


def test_a_title_on_the_line_of_its_number() -> None:
    title = TITLE.replace("Entretien", "Subvention pour l'entretien").upper()
    found = read(f"{title}                    D.2023.04.11\n\nMembres présents : quatre\n\n{LISTS}")
    assert (found.number, found.title) == ("D.2023.04.11", title)


@pytest.mark.parametrize(
    ("heading", "stamped", "number"),
    [
        (f"DOSSIER N° 2023 CP11 A 03 47\n\nObjet : {TITLE}", "2023CP11A0347", "2023 CP11 A 03 47"),
        (f"Programme 204 – Voirie\n\n23_0204_08\n\nObjet : {TITLE}", "23_0204_08", "23_0204_08"),
        (f"20CP.871 - {TITLE}", "20CP871", "20CP.871"),
        (f"Délibération n° 2023-18\nObjet : {TITLE}", "317482", "2023-18"),
        (f"Délibération n° 2023-18\nObjet : {TITLE}", "18", "2023-18"),
    ],
)
def test_the_number_that_the_stamp_bears_too(heading: str, stamped: str, number: str) -> None:
    found = read(f"{heading}\n\n{LISTS}\n\nID : 042-200053726-20230312-{stamped}-DE\n")
    assert (found.number, found.title) == (number, TITLE)
