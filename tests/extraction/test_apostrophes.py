"""Apostrophes that the making of a text lost."""

from __future__ import annotations

import pytest

from delibgraph.extraction import extract
from delibgraph.extraction.text.apostrophes import with_apostrophes
from tests.extraction.page import document

LOST = """CENTRE COMMUNAL D ACTION SOCIALE DE VALSERRE
CONSEIL D ADMINISTRATION
L an deux mil quatorze et le seize décembre, le Conseil d Administration s est réuni en mairie, sous la présidence de
M. D Alain DUBOIS, Vice-Président.
Présents : M. L HENRY, Mme Anne D AUBERT, M. Paul DELMAS, Mme Anne FERROL.

N 2014-27 OBJET : SECOURS
Le Conseil d Administration, à l unanimité, décide d allouer 350,00 € à l Entraide de Valserre, jusqu au 1er mai.
"""


def test_an_act_without_apostrophes() -> None:
    [act] = extract(document(LOST))
    [deliberation] = act.deliberations
    assert act.sitting.organ == "Conseil d'administration"
    assert str(act.sitting.date) == "2014-12-16"
    assert deliberation.vote is not None
    assert deliberation.vote.unanimous
    assert [grant.amount for grant in deliberation.funding] == [350]


def test_initials_keep_their_blank() -> None:
    told = with_apostrophes(LOST)
    assert len(told) == len(LOST)
    assert "M. L HENRY, Mme Anne D AUBERT" in told
    assert "CENTRE COMMUNAL D'ACTION SOCIALE" in told
    assert "jusqu'au 1er mai" in told


@pytest.mark.parametrize(
    "text", ["L'an deux mil quatorze, M. L Henry s'est excusé.", "M. d Alain et l ami", "L an deux mil, une fois"]
)
def test_a_text_that_shows_no_loss_stays(text: str) -> None:
    assert with_apostrophes(text) == text
