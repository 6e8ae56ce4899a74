"""The words, the line and the page of a finding; advice for every code."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from delibgraph.build import Report
from delibgraph.documents import Kept
from delibgraph.library import KEPT
from delibgraph.rdf import ValidationResult
from delibgraph.reading import Document
from delibgraph.store import NQUADS
from delibgraph.validation import advice, checks, located, revalidate, set_checks
from delibgraph.validation.advice import _BY_CODE

SOURCE = Path(__file__).parents[2] / "src" / "delibgraph"
TEXT = "premier\ndeux\ntrois\nquatre\ncinq"


@pytest.mark.parametrize(
    ("pages", "words", "line", "page"),
    [((), "premier", 1, None), ((), "quatre", 4, None), ((0, 13), "deux", 2, 1), ((0, 13), "quatre", 2, 2)],
)
def test_lines_count_from_the_top_of_the_page(pages: tuple[int, ...], words: str, line: int, page: int | None) -> None:
    start = TEXT.index(words)
    result = ValidationResult("quorum", "warning", "x", "y", span=(start, start + len(words)))
    (found,) = located([result], Document("a.pdf", TEXT, "0" * 64, pages=pages))
    assert (found.quote, found.line, found.page) == (words, line, page)
    assert found == result


def test_a_finding_without_a_place_stays_as_it_is() -> None:
    result = ValidationResult("quorum", "warning", "x", "y")
    assert located([result], Document("a.txt", TEXT, "0" * 64)) == [result]


def test_a_built_folder_tells_lines_again_and_without_its_texts_the_words_alone(
    built: tuple[Path, Report],
) -> None:
    out, report = built
    told = {(f.code, f.span): (f.quote, f.line, f.page) for one in report.built for f in one.findings}
    assert all(words and line for words, line, _ in told.values())
    again = revalidate(out / NQUADS, texts=Kept(out / KEPT).document)
    assert {(f.code, f.span): (f.quote, f.line, f.page) for found in again.values() for f in found} == told
    bare = revalidate(out / NQUADS)
    assert {(f.code, f.span): (f.quote, f.line) for found in bare.values() for f in found} == {
        key: (words, None) for key, (words, _, _) in told.items()
    }


def test_every_code_has_its_advice_in_both_languages() -> None:
    own = r'(?:Finding|_warning|_info)\(\s*"([a-z-]+)"'
    read = {code for path in SOURCE.rglob("*.py") for code in re.findall(own, path.read_text(encoding="utf-8"))}
    codes = read | {check.code for check in (*checks().values(), *set_checks().values())}
    assert len(codes) > 90
    assert codes - _BY_CODE.keys() == set()
    assert all(advice(code, "en") != advice(code, "fr") for code in codes)
    assert advice("unheard-of", "en")
