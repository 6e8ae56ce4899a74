"""The pages of money, of attendance and of very many edges, in a browser with the network cut."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from pyoxigraph import QuerySolutions

from delibgraph.build import Report
from delibgraph.projections import funding, funding_rows
from delibgraph.queries import records, run
from delibgraph.store import open_store
from delibgraph.views.limits import LARGE
from tests.views.graphs import crowd, money, multitude, presence
from tests.views.test_browser import open_page

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser


def test_a_click_on_a_beneficiary_leads_to_the_sum_and_the_sentence(browser: Browser, tmp_path: Path) -> None:
    for opened in open_page(browser, tmp_path, money(), "en-GB"):
        assert opened.text("[data-count=amount]") == "€57.30"
        assert opened.page.locator("#panel .row").all_inner_texts()[0].split("\n") == ["Chorale", "€50 received"]
        opened.page.locator("#panel .row").filter(has_text="Judo").click()
        assert opened.page.locator("#panel ul .row").all_inner_texts() == ["Agglo\n€7", "Ville\n€0.30"]
        opened.page.locator("#panel ul .row").last.click()
        assert opened.page.locator("#panel .sum").all_inner_texts() == ["€0.10", "€0.20"]
        assert opened.page.locator("#panel blockquote").first.inner_text() == "attribue 0.10 à Judo"
        opened.page.get_by_role("button", name="Amount").click()
        cells = opened.page.locator("tbody td[data-amount]").all_inner_texts()
        assert cells == ["€50", "€7", "€0.30"]


def test_a_sitting_shows_who_was_present(browser: Browser, tmp_path: Path) -> None:
    for opened in open_page(browser, tmp_path, presence(), "en-GB"):
        opened.page.locator("#panel .row").first.click()
        assert opened.text("#panel h2") == "2023-01-01 · Conseil"
        assert len(opened.page.locator("#panel ul .row").all_inner_texts()) == 3
        assert opened.page.locator(".head[points]").count() == 0


def test_a_large_page_says_so_and_draws_one_member_at_a_time(browser: Browser, tmp_path: Path) -> None:
    graph = crowd(LARGE + 1)
    for opened in open_page(browser, tmp_path, graph, "en-GB"):
        assert f"{LARGE + 1} edges are too many for one picture" in opened.text("#large")
        assert opened.page.locator("#panel ol .row").count() == 200
        drawn = opened.page.locator(".member").count()
        assert 1 < drawn <= 121
        opened.page.locator("#search").fill("elu 7")
        opened.page.locator("#panel ol .row").first.click()
        name = opened.text("#panel h2")
        [*near] = {
            other
            for node, data in graph.nodes(data=True)
            if data["name"] == name and f"{data['body']} · " in opened.text("#panel")
            for other in (*graph.predecessors(node), *graph.successors(node))
        }
        assert opened.page.locator(".member").count() == len(near) + 1
        opened.page.locator("#panel ul .row").first.click()
        assert "delibgraph explain" in opened.text("#panel")
        assert opened.page.locator(".member").count() == len(near) + 1


def test_ten_thousand_members_and_fifty_thousand_proxies_can_be_walked_through(
    browser: Browser, tmp_path: Path
) -> None:
    """What is drawn stays small whatever is done, so a frame costs the same as in a small graph."""
    graph = multitude(10_000, 50_000)
    assert (graph.number_of_nodes(), graph.number_of_edges()) == (10_000, 50_000)
    for opened in open_page(browser, tmp_path, graph, "en-GB"):
        page = opened.page
        assert (opened.text("[data-count=members]"), opened.text("[data-count=proxies]")) == ("10000", "50000")
        assert "50000 edges are too many for one picture" in opened.text("#large")
        assert page.locator("#table tbody tr").count() == 100
        for name in ("elu 7-3", "elu 99-99", "elu 0-0"):
            page.locator("#search").fill(name)
            page.locator("#panel ol .row").first.click()
            before = page.locator(".member").first.get_attribute("transform")
            page.locator("#graph").focus()
            for key in ("+", "ArrowLeft", "+"):
                page.keyboard.press(key)
            page.wait_for_function(
                "was => document.querySelector('.member').getAttribute('transform') !== was", arg=before
            )
            assert 1 < page.locator(".member").count() <= 121
            assert page.locator("svg#graph *").count() < 5_000
            page.keyboard.press("Escape")


def test_the_figures_equal_what_sparql_counts(browser: Browser, tmp_path: Path, built: tuple[Path, Report]) -> None:
    store = open_store(built[0])
    answer = run(
        store,
        "SELECT (COUNT(?f) AS ?n) (SUM(?a) AS ?sum) (COUNT(DISTINCT ?o) AS ?organisations) { "
        "?f a dg:Funding ; dg:fundingStatus dgc:funding-granted ; dg:amount ?a ; dg:beneficiary ?o ; "
        "dg:currency 'EUR' }",
    )
    assert isinstance(answer, QuerySolutions)
    [counted] = records(answer)
    for opened in open_page(browser, tmp_path, funding(funding_rows(store)), "en-GB"):
        assert opened.text("[data-count=proxies]") == counted["n"]
        shown = opened.text("[data-count=amount]").replace("€", "").replace(",", "")
        assert float(shown) == pytest.approx(float(counted["sum"] or "nan"))
        assert opened.page.locator(".disc.holder").count() - 2 == int(counted["organisations"] or "-1")
