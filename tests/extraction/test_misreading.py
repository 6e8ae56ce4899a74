"""Letters and figures that a recogniser took for one another, in every reading of a page."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from delibgraph.extraction import extract
from delibgraph.extraction.text.misreading import with_figures, with_letters
from tests.extraction.page import document

PAGE = """C0MMUNE DE TRELLES
EXTRAlT DU REGISTRE DES DEL1BERATIONS DU CONSElL MUNICIPAL
Séance du 12 avri1 2O23

L'an deux mille vingt-trois, le douze avri1, le Consei1 Municipa1, après convocation du 5/O4/2023, s'est réuni sous la
présidence de Mme Zoé QUINEZ, Maire.

Présents : Mme Zoé QUINEZ, M. Luc OVIDAL

N° 2023/O4/014 - ENTRETIEN DES CHEMINS

Le Conseil Municipal, après en avoir dé1ibéré, à l'unanimité, DÉClDE d'entretenir les chemins.
"""


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("C0MMUNE", "COMMUNE"),
        ("MUNlCIPAL", "MUNICIPAL"),
        ("FRANÇA1SE", "FRANÇAISE"),
        ("artic1e", "article"),
        ("0BJET", "OBJET"),
        ("4 avri1", "4 avril"),
        ("égaIement", "également"),
        ("régiona]e", "régionale"),
    ],
)
def test_words_as_they_were_meant(printed: str, meant: str) -> None:
    assert with_letters(f"le {printed} dit") == f"le {meant} dit"


@pytest.mark.parametrize(
    "right",
    ["article 1", "annexe1", "H1N1", "CO2", "20h00", "M14", "lot n°1", "A1B", "SIVOM", "Il", "page [10]", "U10"],
)
def test_what_is_right_stays(right: str) -> None:
    assert with_letters(with_figures(right)) == right


@given(st.text() | st.text(alphabet="aA01lIO]/ é", max_size=60))
def test_the_length_stays_and_it_is_done_once(text: str) -> None:
    once = with_letters(with_figures(text))
    assert len(once) == len(text)
    assert with_figures(with_figures(text)) == with_figures(text)


def test_a_page_that_a_scan_blurs_tells_its_head_and_keeps_names_as_printed() -> None:
    (act,) = extract(document(PAGE))
    assert (act.sitting.body, act.sitting.organ) == ("C0MMUNE DE TRELLES", "Conseil municipal")
    assert (act.sitting.date, act.sitting.convocation_date) == (datetime.date(2023, 4, 12), datetime.date(2023, 4, 5))
    (deliberation,) = act.deliberations
    assert (deliberation.number, deliberation.title) == ("2023/O4/014", "ENTRETIEN DES CHEMINS")
    assert deliberation.vote
    assert deliberation.vote.unanimous
