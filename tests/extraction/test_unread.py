"""Pages that nothing could read are told: their text is missing from every act of the document."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from delibgraph.extraction import extract
from delibgraph.reading import read

EXAMPLE = Path(__file__).parents[2] / "examples" / "brevolles-2014-58-comite-des-fetes.txt"


def test_pages_that_were_not_read_are_a_violation() -> None:
    document = read(EXAMPLE)
    assert [finding for act in extract(document) for finding in act.findings] == []
    [act] = extract(replace(document, unread=(2, 5)))
    [finding] = act.findings
    assert (finding.code, finding.severity) == ("pages-unread", "violation")
    assert "2, 5" in finding.message
    assert "2, 5" in finding.message_fr
