"""Lines that are no title, and titles that stand between the heading's other lines."""

from __future__ import annotations

import pytest

from delibgraph.extraction import extract
from delibgraph.extraction.header.numbers import read_number
from delibgraph.extraction.text.view import View
from delibgraph.facts import Act, Deliberation
from tests.extraction.page import LISTS, document

TITLE = "Entretien des chemins ruraux du plateau"
DECIDED = "\n\nAprès en avoir délibéré, à l'unanimité,\n\napprouve le programme.\n"


def act(body: str) -> Act:
    """The act of a page that holds this."""
    [found] = extract(document(f"Département du Vidour\nCOMMISSION PERMANENTE\n{body}"))
    return found


def read(body: str) -> Deliberation:
    """Its deliberation."""
    [deliberation] = act(body).deliberations
    return deliberation


def doubts(found: Act) -> set[str]:
    """The codes of what is doubtful in the title."""
    return {finding.code for finding in found.findings if finding.code.startswith("title")}


@pytest.mark.parametrize(
    "line",
    [
        "LA COMMISSION PERMANENTE,",
        "AU VU DU RAPPORT DE LA PRÉSIDENTE :",
        "LE CONSEIL DÉPARTEMENTAL",
        "L'ASSEMBLÉE DÉPARTEMENTALE :",
        "LE BUREAU COMMUNAUTAIRE,",
        "DÉLIBÈRE",
        "ASSOCIATIONS SPORTIVES      FONCTIONNEMENT      INVESTISSEMENT",
        "BÉNÉFICIAIRES | FONCTIONNEMENT | INVESTISSEMENT",
    ],
)
def test_capitals_after_the_lists_that_are_no_title(line: str) -> None:
    found = read(f"N° 2023-18\n{TITLE}\n\nSéance du 12 mars 2023\n{LISTS}\n\n{line}\n\nVu le code,{DECIDED}")
    assert (found.number, found.title) == ("2023-18", TITLE)


def test_a_frame_alone_gives_no_title_and_a_finding() -> None:
    found = act(f"N° 2023-18 du lundi 12 mars 2023\n\nSecteur : Voirie\n{LISTS}\n\nDÉLIBÈRE\n{DECIDED}")
    assert found.deliberations[0].title is None
    assert doubts(found) == {"title-missing"}


def test_a_council_can_be_what_a_title_speaks_of() -> None:
    title = "LE CONSEIL DES JEUNES ET SES MOYENS EN 2023"
    assert read(f"Séance du 12 mars 2023\n{LISTS}\n\n{title}\n\nVu le code,{DECIDED}").title == title


def test_the_point_after_the_lists_goes_before_the_heading_of_a_table() -> None:
    body = f"Séance du 12 mars 2023\n{LISTS}\n\nPoint n° 8 : {TITLE}\n\nNATURE DES DÉPENSES\nGravier\n{DECIDED}"
    assert read(body).title == TITLE


@pytest.mark.parametrize(
    "behind",
    [
        " présenté par Mme CORVANT au nom de la 2e commission",
        " (présenté par M. Luc OVIDAL)",
        " rapporté par M. Luc OVIDAL",
    ],
)
def test_who_presents_a_report_is_no_title(behind: str) -> None:
    body = f"Séance du 12 mars 2023\nOBJET : {TITLE}\n\n{LISTS}\n\nRapport n° 3-07{behind}\n\nMesdames, Messieurs,\n\n"
    found = read(f"{body}Les chemins sont usés.{DECIDED}")
    assert (found.number, found.title) == ("3-07", TITLE)


@pytest.mark.parametrize(
    ("heading", "number"),
    [
        ("Point 17 à l'ordre du jour\n\n{title}", "17"),
        ("Question n° 17 de l'ordre du jour\n\n{title}", "17"),
        ("23_0155 | MISSION 4 – Voirie, bâtiments | PROGRAMME 412 – Chemins\n\n{title}", "23_0155"),
        ("23-155 | POLITIQUE : Voirie\n\n{title}", "23-155"),
        ("RAPPORT N° 19.07.08 / 402\nPOLITIQUE : Voirie\nPROGRAMME : {title}", "19.07.08 / 402"),
        ("DÉLIBÉRATION N° 2023-18\nPolitique sectorielle : Voirie\n\n{title}", "2023-18"),
        ("DÉLIBÉRATION N° 2023-18 du lundi 12 mars 2023\nMission 3 : Voirie\n{title}", "2023-18"),
        ("RÉUNION DU 12 MARS 2023\n5ème Commission – N° 5.3\n\n{title}", "5.3"),
        ("N° 2023.18.CP\nSéance du 12 mars 2023 tenue à distance\n\nDIRECTION DES ROUTES\n{title}", "2023.18.CP"),
    ],
)
def test_titles_under_the_lines_that_file_an_act(heading: str, number: str) -> None:
    found = act(f"{heading.format(title=TITLE)}\n\n{LISTS}\n\nVu le code général,{DECIDED}")
    assert (found.deliberations[0].number, found.deliberations[0].title) == (number, TITLE)
    assert not doubts(found)


@pytest.mark.parametrize(
    ("printed", "title"),
    [
        (f"Développement économique. {TITLE}. Avenant financier.", f"{TITLE}. Avenant financier"),
        (f"Voirie. {TITLE}.", f"Voirie. {TITLE}"),
        (f"VOIRIE RURALE - {TITLE} - Avenant : autorisation", f"VOIRIE RURALE - {TITLE} - Avenant : autorisation"),
        ("SOUTIEN AUX CHEMINS RURAUX - 2ème RÉPARTITION 2023", "SOUTIEN AUX CHEMINS RURAUX - 2ème RÉPARTITION 2023"),
        (f"Culture – {TITLE.upper()} – Avenants", f"Culture – {TITLE.upper()} – Avenants"),
        (
            "Soutien aux filières : Vidour Bois, Pôle Verre Est, Numérique.",
            "Soutien aux filières : Vidour Bois, Pôle Verre Est, Numérique",
        ),
    ],
)
def test_themes_and_names_within_a_title(printed: str, title: str) -> None:
    assert read(f"Délibération 2023-18\n\n{printed}\n\n{LISTS}\n\nVu le code général,{DECIDED}").title == title


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Par délibération n° 14 du 29 juin 2009, le Conseil a réparti un crédit.", None),
        ("Rapport n° 22 – Chemins\n\nPar délibération n° 14 du 29 juin 2009, le Conseil a réparti.", "22"),
        ("Direction de la voirie [2023 VOI 18] Chemins", "2023 VOI 18"),
        ("Tarifs | 21-BIO-0401 | Gravier", None),
        ("Point 23 à l'ordre du jour\n\nNuméro V-2023-217\n", "V-2023-217"),
        ("N° 1 – DCM 2023-0412 – Chemins – Gravier\n", "DCM 2023-0412"),
        ("1. (n° 32/2021) Approbation du procès-verbal\n", "32/2021"),
        ("N/Réf. : BUR/2023/045                         Séance du 12 mars 2023\n", "BUR/2023/045"),
        ("Délib. n°2024-58 | Séance publique | Secteur : Voirie\n", "2024-58"),
        ("Objet n° 2020-12-03 : aide aux associations\n", "2020-12-03"),
        ("Secretaire : M. Luc OVIDAL. 2014/03/24-11 OBJET : CHEMINS", "2014/03/24-11"),
        ("Délibération n° 2020 / 02 : Approbation du compte de gestion", "2020 / 02"),
        ("ANNÉE 2018 N° séance 3 SARVIS N° délibération 41 VALSERRE Nomenclature 7.5", "41"),
        ("affiché à la porte de la Mairie le 3 décembre 2015 N 47 / 2015 VOTE DES CRÉDITS Après", "47 / 2015"),
    ],
)
def test_numbers_and_those_of_acts_referred_to(text: str, number: str | None) -> None:
    found = read_number(View.of(text), 0)
    assert (found and found[0]) == number
