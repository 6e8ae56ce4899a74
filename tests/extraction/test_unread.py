"""Pages that nothing could read are told: their text is missing from every act of the document."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from delibgraph.extraction import extract
from delibgraph.reading import read
from tests.extraction.page import act, page

EXAMPLE = Path(__file__).parents[2] / "examples" / "brevolles-2014-58-comite-des-fetes.txt"


def test_pages_that_were_not_read_are_a_violation() -> None:
    document = read(EXAMPLE)
    assert [finding for act in extract(document) for finding in act.findings] == []
    [act] = extract(replace(document, unread=(2, 5)))
    [finding] = act.findings
    assert (finding.code, finding.severity) == ("pages-unread", "violation")
    assert "2, 5" in finding.message
    assert "2, 5" in finding.message_fr


@pytest.mark.parametrize(
    ("lists", "told"),
    [
        ("Présents : M. Hu go BARSAC, Mme Léa CORVANT, M. Paul DELMAS, Mme Anne FERROL.", "Hu"),
        ("Présents : M. Hugo BARSAC, Mme Léa CORVANT, M. Paul DELMAS, Mme\n\nAbsent : M. Guy IMBERT", "Mme"),
        ("Présents : Hugo BARSAC, Léa CORVANT, Paul DELMAS, IMBERT", "IMBERT"),
    ],
)
def test_what_was_not_understood_is_shown(lists: str, told: str) -> None:
    text = page(lists)
    found = [finding for finding in act(lists).findings if finding.code == "unread-text"]
    assert [text[slice(*finding.span)] for finding in found if finding.span][:1] == [told]
