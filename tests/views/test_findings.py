"""The page of findings: what to read where, for anyone, with nothing from elsewhere and nothing that runs."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from delibgraph.build import Report
from delibgraph.rdf import ValidationResult
from delibgraph.validation import checks, set_checks
from delibgraph.views.findings import findings_page, message, place, quote, source

if TYPE_CHECKING:
    from playwright.sync_api import Browser

PROXIES = "https://w3id.org/delibgraph/shapes#proxies-per-holder"
HOSTILE = '<img src=x onerror="document.title=1"><script>document.title=2</script>'
Found = dict[str, list[ValidationResult]]


def finding(words: str, quoted: str = "les mots", line: int | None = 3, page: int | None = 2) -> ValidationResult:
    result = ValidationResult("proxies-per-holder", "violation", words, words, "urn:f", shape=PROXIES, span=(4, 9))
    return replace(result, quote=quoted, line=line, page=page)


@pytest.fixture(scope="module")
def found(built: tuple[Path, Report]) -> Found:
    return {one.document: list(one.findings) for one in built[1].built}


def test_a_finding_is_told_with_its_words_line_article_and_advice(found: Found) -> None:
    page = findings_page(found, "fr")
    for words in (
        "Bastien COLLIVARD détient plus de pouvoirs que la loi n’en permet",
        "ligne 13",
        "Mme Corinne ESTOUBLON à M. COLLIVARD",
        'href="https://www.legifrance.gouv.fr/codes/id/LEGITEXT000006070633/" rel="noreferrer">CGCT L2121-20',
        "Comparez les pouvoirs du mandataire à la règle en vigueur",
    ):
        assert words in page, words
    assert page.count("<section") == sum(bool(told) for told in found.values())
    assert page.count("<li class=") == sum(map(len, found.values())) == 7


def test_a_place_has_a_page_where_the_document_has_and_characters_where_no_line_is_known() -> None:
    assert place(finding("x"), "fr") == "page 2, ligne 3: “les mots”"
    assert place(finding("x", page=None), "en") == "line 3: “les mots”"
    assert place(finding("x", line=None, page=None, quoted=""), "en") == "characters 4–9"
    assert place(ValidationResult("quorum", "warning", "x", "y"), "en") == ""
    assert quote(finding("x", "a\n  b " + "c" * 400)) == "a b " + "c" * 296 + "…"


def test_what_comes_from_documents_is_inert() -> None:
    page = findings_page({HOSTILE: [finding(HOSTILE, HOSTILE)]}, "en")
    assert "<img" not in page
    assert "<script" not in page
    assert page.count("&lt;script&gt;") == 3
    assert message(finding("a\x1b[31m\u202eb"), "en") == "a\ufffd[31m\ufffdb"
    assert not re.search(r"(?:src|href)=[\"'](?!#|https://www\.legifrance)", page)


def test_every_check_of_the_law_names_its_article_and_no_other_a_bare_link() -> None:
    for shape, check in (checks() | set_checks()).items():
        told = source(ValidationResult(check.code, "info", "", "", shape=shape), "en")
        assert bool(told.article) == bool(told.link) == bool(check.article)
        assert check.source.startswith("http")


def test_nothing_found_is_said() -> None:
    assert "Nothing was found." in findings_page({"a.txt": []}, "en")


@pytest.mark.browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_bars_the_way(scheme: str, found: Found, browser: Browser, tmp_path: Path) -> None:
    """axe's rules, on a phone's width, offline; every link is reached with the Tab key."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is not installed")
    path = tmp_path / "findings.html"
    path.write_text(findings_page({**found, HOSTILE: [finding(HOSTILE, HOSTILE)]}, "en"), encoding="utf-8")
    context = browser.new_context(color_scheme=scheme, offline=True, viewport={"width": 360, "height": 740})  # type: ignore[arg-type]
    page, complaints = context.new_page(), list[str]()
    page.on("console", lambda told: complaints.append(told.text))
    page.on("request", lambda request: complaints.append(request.url) if request.url != path.as_uri() else None)
    page.goto(path.as_uri())
    assert page.title().startswith("Findings")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    links = page.locator("a").count()
    reached = []
    for _ in range(links):
        page.keyboard.press("Tab")
        reached.append(page.evaluate("[...document.querySelectorAll('a')].indexOf(document.activeElement)"))
    assert reached == list(range(links))
    assert complaints == []
    violations = axe.Axe().run(page).response["violations"]
    assert [(one["id"], one["nodes"][0]["html"]) for one in violations] == []
    context.close()
