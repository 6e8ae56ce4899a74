"""Findings on how the document itself was read."""

from __future__ import annotations

from array import array
from dataclasses import replace
from pathlib import Path

from delibgraph.extraction import extract
from delibgraph.facts import Finding
from delibgraph.reading import Document, PageMap, read
from delibgraph.reading.pages import Page, Words

ACT = """COMMUNE DE VALMONT
Conseil municipal
Séance du 12 mars 2024
Étaient présents : Mme Anne DURAND, M. Guy PETIT
Objet : Réfection du préau
Le conseil décide, à l'unanimité, la réfection du préau.

Fait à Valmont, le préau étant vieux.
"""


def document(unsure: tuple[str, ...], doubt: int = 0) -> Document:
    spans = tuple((ACT.index(word), ACT.index(word) + len(word)) for word in unsure)
    words = Words(array("I", range(100)), array("I", range(1, 101)), array("f", [0.0] * 400), tuple(range(doubt)))
    page = Page(array("I", [0]), array("I", [0]), words)
    return Document("a.pdf", ACT, "0" * 64, "pdf", (0,), PageMap((page,), unsure=spans))


def told(document: Document) -> list[Finding]:
    codes = ("ocr-confidence", "letters-repaired", "letters-lost", "pages-unread")
    return [finding for act in extract(document) for finding in act.findings if finding.code in codes]


def test_a_doubtful_name_is_told_with_its_place() -> None:
    [finding] = told(document(("PETIT",), doubt=1))
    assert (finding.code, finding.severity) == ("ocr-confidence", "warning")
    assert finding.span is not None
    assert ACT[slice(*finding.span)] == "PETIT"
    assert "“PETIT” on page 1" in finding.message


def test_a_doubtful_word_that_states_nothing_is_not() -> None:
    assert told(document(("vieux",), doubt=1)) == []


def test_a_poor_page_is_told_once_and_not_word_by_word() -> None:
    [finding] = told(document(("DURAND", "PETIT"), doubt=9))
    assert finding.message == "page 1 is hard to read: 9 % of its words are doubtful"


def read_as(path: Path, data: bytes) -> list[tuple[str, str]]:
    path.write_bytes(data)
    return [(finding.code, finding.severity) for finding in told(read(path))]


def test_repaired_and_lost_letters_are_told(tmp_path: Path) -> None:
    assert read_as(tmp_path / "a.txt", ACT.encode("mac_roman")) == []
    assert read_as(tmp_path / "b.txt", ACT.encode().decode("latin-1").encode()) == [("letters-repaired", "info")]
    lost = ACT.replace("Séance", "S?ance").replace("réfection", "r?fection").encode()
    assert read_as(tmp_path / "c.txt", lost) == [("letters-lost", "warning")]
    assert read_as(tmp_path / "d.txt", ACT.replace("réfection", "r\ufffdfection").encode()) == [
        ("letters-lost", "warning")
    ]


def test_findings_stay_with_their_part() -> None:
    [act] = extract(replace(document(()), mended=((3, 9),), lost=((500_000, 500_001),)))
    assert [finding.code for finding in act.findings] == ["letters-repaired"]
