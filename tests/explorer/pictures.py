"""``python -m tests.explorer.pictures``: the pages of the examples as the docs show them, in ``docs/pictures``."""

from __future__ import annotations

import io
import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, sync_playwright

from delibgraph.build import build
from delibgraph.explorer.workers import Limits
from delibgraph.reading import sources
from tests.explorer.fuzzing import server
from tests.tools import chromium

ROOT = Path(__file__).parents[2]
WIDTH, HEIGHT, COLOURS = 1000, 640, 32
SITTING = "/id/sitting/244200770/bureau-metropolitain/2022-06-16?lang=en"


def text(page: Page, site: str) -> None:
    """The words that prove a proxy, three clicks from the first page."""
    page.goto(site + SITTING)
    row = page.get_by_role("row", name="Jordan DA SILVA").filter(has=page.locator("q"))
    row.locator("q").click(position={"x": 3, "y": 9})
    page.locator(".text .lit").first.wait_for()
    page.evaluate("document.querySelector('.beside').scrollIntoView()")


def proxies(page: Page, site: str) -> None:
    """Who holds whose proxy."""
    page.goto(f"{site}/proxies?lang=en")
    page.locator("#panel").wait_for()


def flows(page: Page, site: str) -> None:
    """Who funds whom."""
    page.goto(f"{site}/flows?lang=en")


def triples(page: Page, site: str) -> None:
    """What is said of an organisation, as a graph."""
    page.goto(f"{site}/id/organisation/mecaloire?lang=en")
    page.get_by_role("link", name="as a graph").click()
    page.locator(".drawing svg").wait_for()
    page.evaluate("document.querySelector('.drawing').scrollIntoView()")


def main() -> None:
    """Build, serve, look, and write each picture in few colours."""
    folder = ROOT / "docs" / "pictures"
    folder.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch, sync_playwright() as playwright:
        build(sources([ROOT / "examples"]), Path(scratch))
        browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox", "--disable-gpu"])
        with server(Path(scratch), Limits(), None) as site:
            for show in (text, proxies, flows, triples):
                page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT})
                show(page, site)
                page.wait_for_timeout(1500)
                seen = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
                seen.quantize(COLOURS).save(folder / f"{show.__name__}.png", optimize=True)
        browser.close()


if __name__ == "__main__":
    main()
