"""The page in a real browser, opened from disk with the network cut."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from delibgraph.projections.graphs import MultiDiGraph
from delibgraph.views import write
from tests.views.graphs import HOSTILE, hostile, two_bodies

if TYPE_CHECKING:
    from playwright.sync_api import Browser


pytestmark = pytest.mark.browser


class Opened:
    """A page in the browser, with everything that it asked for and everything that it complained about."""

    def __init__(self, browser: Browser, path: Path, locale: str) -> None:
        self.context = browser.new_context(locale=locale, offline=True)
        self.page = self.context.new_page()
        self.requests: list[str] = []
        self.complaints: list[str] = []
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("console", lambda message: self.complaints.append(message.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.goto(path.as_uri())
        self.page.wait_for_function("document.querySelectorAll('.member, main.empty').length > 0")

    def text(self, selector: str) -> str:
        return str(self.page.locator(selector).inner_text())


@pytest.fixture
def opened(browser: Browser, tmp_path: Path) -> Iterator[Opened]:
    yield from open_page(browser, tmp_path, two_bodies(), "en-GB")


def open_page(browser: Browser, folder: Path, graph: MultiDiGraph, locale: str) -> Iterator[Opened]:
    write(graph, folder / "page.html")
    opened = Opened(browser, folder / "page.html", locale)
    yield opened
    assert opened.requests == [(folder / "page.html").as_uri()]
    assert opened.complaints == []
    opened.context.close()


def test_every_member_and_every_pair_is_drawn(opened: Opened) -> None:
    assert opened.page.locator(".member").count() == 5
    assert opened.page.locator(".pair").count() == 4
    assert opened.page.locator(".name[visibility=visible]").count() == 5
    assert opened.text("[data-count=members]") == "5"
    assert "22 April 2021 – 20 September 2023" in opened.text("[data-count=period]")


def test_two_clicks_lead_to_the_sentence(opened: Opened) -> None:
    opened.page.locator("[data-member]").nth(4).click()
    assert opened.text("#panel h2") == "Denis DUPONT"
    assert "3 held · 1 given" in opened.text("#panel")
    opened.page.get_by_role("button", name="Anne ARNAUD").first.click()
    assert (
        opened.page.locator("#panel blockquote").all_inner_texts() == ["Anne ARNAUD donne pouvoir à Denis DUPONT"] * 2
    )
    assert opened.page.locator("#panel time").all_inner_texts() == ["16 June 2022", "12 July 2023"]
    assert "2023-07-12.txt" in opened.text("#panel")
    assert opened.page.locator(".pair.lit").count() == 1
    opened.page.keyboard.press("Escape")
    assert opened.page.locator(".pair.lit").count() == 0


def test_an_arrow_is_clicked_where_it_is_seen(opened: Opened) -> None:
    opened.page.wait_for_function("document.querySelector('[data-pair=\"3\"] .line').getTotalLength() > 0")
    middle = opened.page.evaluate(
        """() => {
          const line = document.querySelector('[data-pair="3"] .line');
          const at = line.getPointAtLength(line.getTotalLength() / 2);
          const box = line.ownerSVGElement.getBoundingClientRect();
          return [at.x + box.left, at.y + box.top];
        }"""
    )
    opened.page.mouse.click(*middle)
    assert opened.page.locator("#panel h2").all_inner_texts() == ["Gilles GROS", "Inès IVRY"]


def test_the_keyboard_alone_finds_a_member(opened: Opened) -> None:
    opened.page.locator("#search").focus()
    opened.page.keyboard.type("ines")
    assert opened.page.locator("#panel .row").count() == 1
    opened.page.keyboard.press("Enter")
    assert opened.text("#panel h2") == "Inès IVRY"


def test_zoom_and_pan_and_show_all(opened: Opened) -> None:
    def place() -> object:
        opened.page.wait_for_timeout(60)
        return opened.page.locator(".member").first.get_attribute("transform")

    start = place()
    opened.page.locator("#graph").focus()
    opened.page.keyboard.press("ArrowLeft")
    moved = place()
    opened.page.keyboard.press("+")
    zoomed = place()
    assert len({str(start), str(moved), str(zoomed)}) == 3
    opened.page.locator("#fit").click()
    assert place() == start


def test_a_sitting_shows_its_proxies_alone(opened: Opened) -> None:
    opened.page.locator("#sitting").select_option(label="16 June 2022 · Ville · Conseil (2)")
    assert opened.page.locator(".pair:not(.off)").count() == 2
    assert opened.page.locator("#panel .row").all_inner_texts()[0].split("\n") == ["Denis DUPONT", "2 held"]


def test_the_table_sorts_and_shows_a_row_in_the_picture(opened: Opened) -> None:
    opened.page.get_by_role("button", name="Grantor").click()
    names = opened.page.locator("tbody tr td:first-child").all_inner_texts()
    assert names == sorted(names)
    opened.page.get_by_role("button", name="Show").last.click()
    assert opened.page.locator("#panel h2").all_inner_texts() == ["Gilles GROS", "Inès IVRY"]


def test_the_page_speaks_french_and_english(browser: Browser, tmp_path: Path) -> None:
    for opened in open_page(browser, tmp_path, two_bodies(), "fr-FR"):
        assert opened.text("h1") == "Qui porte le pouvoir de qui"
        assert "22 avril 2021" in opened.text("[data-count=period]")
        opened.page.locator("#language").click()
        assert opened.text("h1") == "Who holds whose proxy"
        assert opened.page.evaluate("document.documentElement.lang") == "en"


def test_hostile_names_are_shown_and_never_run(browser: Browser, tmp_path: Path) -> None:
    for opened in open_page(browser, tmp_path, hostile(), "en-GB"):
        for member in range(len(HOSTILE)):
            opened.page.locator("#panel ol .row").nth(member).click()
            opened.page.locator("#panel ul .row").first.click()
            opened.page.locator("#panel .back").click()
        assert opened.page.evaluate("window.hacked") is None
        assert opened.page.locator("img").count() == 0
        assert opened.page.locator("#panel ol").inner_text().count("<script>") == 6
