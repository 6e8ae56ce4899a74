"""The pages in a real browser: by links alone to the words that prove a proxy, and hostile names inert."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from delibgraph.explorer.workers import Limits
from tests.explorer.conftest import Serve

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Route

Error: type[Exception] = pytest.importorskip("playwright.sync_api", reason="no browser is driven").Error
axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is not installed")

pytestmark = pytest.mark.browser
HOSTILE = '<img src=x onerror="document.title=1"></textarea><script>document.title=2</script>'


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page that fails the test when the browser complains or a request fails or leaves for another host.

    A request that the page itself gave up, for a newer one or for another page, has not failed.
    """
    context = browser.new_context(locale="en-GB")
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on(
        "requestfailed",
        lambda request: None if request.failure == "net::ERR_ABORTED" else complaints.append(request.url),
    )
    page.on("request", lambda request: complaints.append(request.url) if "127.0.0.1" not in request.url else None)
    yield page
    context.close()
    assert complaints == []


def test_three_clicks_from_the_first_page_to_the_words_that_prove_a_proxy(page: Page, site: str) -> None:
    page.goto(site)
    page.get_by_role("link", name="Saint-Etienne Métropole").click()
    page.get_by_role("link", name="2022-06-16").first.click()
    row = page.get_by_role("row", name="Jordan DA SILVA").filter(has=page.locator("q"))
    words = "M. Jordan DA SILVA donne pouvoir à M. Gaël PERDRIAU"
    assert row.locator("q").inner_text().strip("“”«»") == words
    row.locator("q").click(position={"x": 3, "y": 9})  # on the quotation mark before the words
    page.locator(".text .lit").first.wait_for()
    assert "".join(page.locator(".text .lit").all_inner_texts()) == words
    assert page.locator(".text .lit").first.evaluate(
        "words => words.getBoundingClientRect().top > 0 && words.getBoundingClientRect().bottom < innerHeight"
    )


def test_the_numbers_are_those_of_the_graph(page: Page, site: str) -> None:
    page.goto(site)
    told = dict(zip(page.locator("dt").all_inner_texts(), page.locator("dd").all_inner_texts(), strict=True))
    assert told == {
        "documents": "9",
        "sittings": "8",
        "members": "208",
        "proxies": "43",
        "grants": "14",
        "findings": "3",
    }


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/sparql",
        "/ontology",
        "/id/body/244200770",
        "/id/sitting/244200770/bureau-metropolitain/2022-06-16",
        "/id/person/244200770/gael-perdriau",
        "/id/organisation/mecaloire",
        "/id/deliberation/244200770/2023-00367",
        "/search?q=perdrau",
        "/search?q=zzzz",
        "/review",
        "/proxies",
        "/flows",
        "/flows?body=https://w3id.org/delibgraph/id/body/244200770&year=2023",
    ],
)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_bars_the_way(path: str, scheme: str, page: Page, site: str) -> None:
    """axe's rules for WCAG 2.2 AA, in both colour schemes, on a phone's width without a sideways scroll."""
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(site + path)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    violations = axe.Axe().run(page).response["violations"]
    assert [(found["id"], found["nodes"][0]["html"]) for found in violations] == []


def test_words_and_facts_show_each_other(page: Page, site: str) -> None:
    page.goto(f"{site}/id/deliberation/244200770/2023-00367?lang=en")
    page.locator(".text .said", has_text="accorde à Mécaloire une subvention").first.click()
    fact = page.locator(".facts ol > li.lit").first
    assert "Mécaloire · 20,000 EUR" in fact.inner_text()
    assert fact.evaluate(
        "fact => fact.getBoundingClientRect().top >= fact.closest('.facts').getBoundingClientRect().top"
    )
    proxy = page.locator(".facts ol > li", has_text="Gaël PERDRIAU → Hervé REYNAUD")
    proxy.locator(".to").press("Enter")
    lit = page.locator(".text .lit")
    assert "".join(lit.all_inner_texts()) == "M. Gaël PERDRIAU donne pouvoir à M. Hervé REYNAUD"
    assert lit.first.evaluate("words => words === document.activeElement")


def test_words_and_facts_are_links_without_a_script(browser: Browser, site: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}/id/deliberation/244200770/2023-00367?lang=en")
    page.locator(".text .said", has_text="accorde à Mécaloire une subvention").first.click()
    assert "Mécaloire · 20,000 EUR" in page.locator(".facts li:target").inner_text()
    page.locator(".facts li:target .to").click()
    assert page.locator(".at:target + .said").inner_text().startswith("accorde à Mécaloire")
    context.close()


def test_search_stands_on_every_page_and_forgives_a_slip(page: Page, site: str) -> None:
    page.goto(f"{site}/id/organisation/mecaloire?lang=en")
    page.get_by_role("searchbox").fill("gael perdrau")
    page.get_by_role("searchbox").press("Enter")
    page.get_by_role("link", name="Gaël PERDRIAU", exact=True).click()
    assert page.get_by_role("heading", level=1).inner_text() == "Gaël PERDRIAU"


def test_the_graph_is_filtered_and_its_address_says_how(page: Page, site: str) -> None:
    page.goto(f"{site}/id/body/244200770?lang=en")
    page.get_by_role("link", name="In the graph of proxies").click()
    shown = page.locator(".member:not(.off)")
    assert page.locator("#of-body").input_value() == "Saint-Etienne Métropole"
    assert 0 < shown.count() < page.locator(".member").count()
    everyone = shown.count()
    page.locator("#since").press("End")
    page.wait_for_url(lambda url: "since=2024-03-14" in url)  # the browser tells of a changed address a moment later
    assert shown.count() == 0
    page.locator("#since").press("Home")
    page.locator("#least").fill("2")
    page.wait_for_url(lambda url: "least=2" in url)
    assert shown.count() < everyone
    page.reload()
    assert page.locator("#least").input_value() == "2"
    page.get_by_role("button", name="Reset").click()
    assert page.locator(".member:not(.off)").count() == page.locator(".member").count()


def test_an_arrow_leads_to_its_sitting_and_a_member_to_the_page(page: Page, site: str) -> None:
    page.goto(f"{site}/proxies?lang=en&who=https://w3id.org/delibgraph/id/person/244200770/gael-perdriau")
    panel = page.locator("#panel")
    panel.get_by_role("button", name="Jordan DA SILVA").click()
    assert "M. Jordan DA SILVA donne pouvoir à M. Gaël PERDRIAU" in panel.inner_text()
    panel.get_by_role("link", name="Its page").first.click()
    assert page.get_by_role("heading", level=1).inner_text() == "Bureau métropolitain, 2022-06-16"


def test_the_query_page_asks_and_links(page: Page, site: str) -> None:
    page.goto(f"{site}/sparql?lang=en")
    page.get_by_label("A question at hand").select_option(label="Reciprocal proxies")
    page.get_by_label("The query").fill("SELECT ?x WHERE { ?x a dg:Body } ORDER BY ?x")
    page.get_by_role("button", name="Ask").click()
    page.get_by_role("link", name="body/244200770").click()
    assert page.get_by_role("heading", level=1).inner_text() == "Saint-Etienne Métropole"


def test_a_newer_question_takes_the_place_of_one_under_way(page: Page, site: str) -> None:
    page.goto(f"{site}/sparql?lang=en")
    held: list[Route] = []
    page.route("**/sparql", lambda route: held.append(route), times=1)
    page.get_by_label("A question at hand").select_option(label="Reciprocal proxies")
    page.get_by_label("The query").fill("SELECT ?x WHERE { ?x a dg:Body } ORDER BY ?x")
    page.get_by_role("button", name="Ask").click()
    page.get_by_role("link", name="body/244200770").wait_for()
    with suppress(Error):  # the page waits for it no longer
        held[0].fulfill(json={"head": {"vars": ["late"]}, "results": {"bindings": []}})
    page.wait_for_timeout(200)
    assert page.get_by_role("columnheader").all_inner_texts() == ["x"]
    assert page.locator("#answer").get_attribute("aria-busy") is None


def test_each_table_shows_its_query(page: Page, site: str) -> None:
    page.goto(f"{site}/id/person/244200770/gael-perdriau?lang=en")
    page.locator("#proxies-held").get_by_role("link", name="The query").click()
    page.wait_for_selector("#answer td")
    assert "dg:Proxy" in page.get_by_label("The query").input_value()


def test_triples_are_drawn_on_the_query_page(page: Page, site: str) -> None:
    page.goto(f"{site}/id/organisation/mecaloire?lang=en")
    page.get_by_role("link", name="as a graph").click()
    box = page.locator(".drawing svg a", has_text="Mécaloire").first
    box.wait_for()
    assert page.locator(".drawing svg text", has_text="dg:beneficiary").count() >= 2
    assert "skos:prefLabel" in page.locator("#answer pre").inner_text()
    assert page.locator("#csv").is_hidden(), "triples have no CSV"
    assert axe.Axe().run(page).violations_count == 0
    box.click()
    page.wait_for_url("**/id/organisation/mecaloire")


def test_hostile_names_are_text(page: Page, serve: Serve, tmp_path: Path) -> None:
    quoted = HOSTILE.replace('"', '\\"')
    (tmp_path / "g.ttl").write_text(
        f"""@prefix dg: <https://w3id.org/delibgraph/ontology#> . @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
        @prefix org: <http://www.w3.org/ns/org#> . @prefix id: <https://w3id.org/delibgraph/id/> .
        @prefix dct: <http://purl.org/dc/terms/> .
        <https://w3id.org/delibgraph/id/body/x> a dg:Body ; skos:prefLabel "{quoted}" .
        <https://w3id.org/delibgraph/id/organ/x/y> org:unitOf <https://w3id.org/delibgraph/id/body/x> .
        <https://w3id.org/delibgraph/id/sitting/x/y/z> a dg:Sitting ;
          dg:organ <https://w3id.org/delibgraph/id/organ/x/y> .
        <https://w3id.org/delibgraph/id/d> a dg:Deliberation ; dct:title "{quoted}" ;
          dg:sitting <https://w3id.org/delibgraph/id/sitting/x/y/z> .
        <https://w3id.org/delibgraph/id/f> dg:fundingStatus <https://w3id.org/delibgraph/code/funding-granted> ;
          dg:funder <https://w3id.org/delibgraph/id/body/x> ; dg:beneficiary <https://w3id.org/delibgraph/id/body/x> ;
          dg:amount 5 ; dg:currency "{quoted}" ; dg:fundingKind "{quoted}" .
        """,
        encoding="utf-8",
    )
    site = serve(tmp_path / "g.ttl", Limits())
    for path in ("/", "/id/body/x", "/id/sitting/x/y/z", "/id/d", "/flows"):
        page.goto(site + path)
        assert page.locator("img, script").count() == 0
        assert "onerror" in page.content()
    page.goto(
        f"{site}/sparql#" + "SELECT%20%3Fl%20%7B%20%3Fs%20skos%3AprefLabel%20%3Fl%20FILTER(isLiteral(%3Fl))%20%7D"
    )
    page.wait_for_selector("#answer td")
    assert page.locator("#answer img").count() == 0
    assert page.title().startswith("SPARQL")
