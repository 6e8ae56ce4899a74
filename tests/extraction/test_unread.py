"""Pages that nothing could read are told: their text is missing from every act of the document."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from delibgraph.extraction import extract
from delibgraph.reading import read
from tests.extraction.page import LISTS, act, page

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
        ("Président : M. Hugo BARSAC\nPrésents : M. Hugo BAR SAC, Mme Léa CORVANT, M. Paul DELMAS", "Hugo BAR SAC"),
        ("Présents : M Hugo BARSAC, Mme Léa C ORVANT, M Paul DELMAS", "Léa C ORVANT"),
        ("Présents : M. Hugo BARSAC, Mme Léa CORVANTM. Paul DELMAS, Mme Anne FERROL", "Léa CORVANTM"),
        ("Présents : M. Hugo BARSAC, Mme Léa CORVANT, M. Luc GARN1EL", "Luc GARN1EL"),
        ("Présents : Mmes CORVANT, M., M. BARSAC, M. Ô., Mme FERROL", "M."),
        ("Présents : Anne FERROL – GOUVE – Hugo BARSAC – Paul DELMAS", "Anne FERROL – GOUVE"),
        ("Présents : M.Hugo BARSAC, MmeLéa CORVANT, M.Paul DELMAS", "MmeLéa CORVANT"),
    ],
)
def test_what_was_not_understood_is_shown(lists: str, told: str) -> None:
    text = page(lists)
    found = [finding for finding in act(lists).findings if finding.code == "unread-text"]
    assert [text[slice(*finding.span)] for finding in found if finding.span][:1] == [told]


def test_names_of_several_words_are_no_torn_ones() -> None:
    lists = (
        "Présents : M. Guy DE FRANCE, Mme Léa DEFRANCE, M. Ali BEN SALAH, Mme Eve DEL PINO, M. J. DUPONT, Mme Eva ADAM"
    )
    assert [finding for finding in act(lists).findings if finding.code == "unread-text"] == []


@pytest.mark.parametrize("heading", ["Absents au sens du règlement", "Excusée ce soir-là", "- Pouvoirs pour ce soir"])
def test_a_heading_that_was_read_as_none_is_told(heading: str) -> None:
    lists = f"{LISTS}\n{heading} Mme Zoé HERVAL, M. Luc GARNEL"
    text = page(lists)
    told = [finding.span for finding in act(lists).findings if finding.code == "unread-text"]
    assert [text[slice(*span)] for span in told if span] == [f"{heading.strip('- ')} Mme Zoé HERVAL"]


def test_a_heading_of_absentees_is_told_once_and_not_where_it_was_read() -> None:
    assert act(f"{LISTS}\nAbsents : M. Luc GARNEL").findings == ()
    assert act(f"{LISTS}\nAbsents\nM. Luc GARNEL").findings == ()
