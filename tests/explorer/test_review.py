"""Deciding in the browser which names are one: who may, what is shown, and that the next build applies it."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING

import httpx
import pytest

from delibgraph.build import build
from delibgraph.decisions import Book
from delibgraph.explorer.workers import Limits
from tests import hostile
from tests.explorer.conftest import TOKEN, Serve

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

ACT = """Commune de {body}
Conseil municipal
Séance du {day} mars 2023
Délibération n° 2023-{day}

Présents : Mme Zoé QUINEZ, Maire, M. Luc OVIDAL, M. Paul {surname}, Mme Anne FLERAS

Le conseil municipal, après en avoir délibéré, à l'unanimité,
ATTRIBUE une subvention de 500 € à l'association Mécavirenne.
"""
ACTS = [("Trelles", "DURAND"), ("Trelles", "DURANT"), ("Trelles", "DURANT"), ("Treiles", "DURAND")]
PAIRS = [{"Commune de Trelles", "Commune de Treiles"}, {"Paul DURAND", "Paul DURANT"}]
PAGE = {"Accept": "text/html"}


@pytest.fixture
def sources(tmp_path: Path) -> list[Path]:
    paths = [tmp_path / f"{day}.txt" for day in range(1, len(ACTS) + 1)]
    for day, (path, (body, surname)) in enumerate(zip(paths, ACTS, strict=True), 1):
        path.write_text(ACT.format(day=day, body=body, surname=surname), encoding="utf-8")
    return paths


@pytest.fixture
def out(sources: list[Path], tmp_path: Path) -> Path:
    build(sources, tmp_path / "out")
    return tmp_path / "out"


@pytest.fixture
def client(out: Path, serve: Serve) -> Iterator[httpx.Client]:
    """Somebody at a server on which one may decide."""
    with httpx.Client(base_url=serve(out, Limits(), review=True), timeout=60) as found:
        yield found


def decided(out: Path) -> list[tuple[str, str]]:
    return [(row.judgement, row.who) for row in Book(out).rows() if row.ruling]


def hidden(html: str, which: int = -1) -> dict[str, str]:
    """The hidden fields of a form of the page."""
    form = re.findall(r"<form method=\"post\".*?</form>", html, re.DOTALL)[which]
    return {
        name: unescape(value)
        for name, value in re.findall(r'<input type="hidden" name="([^"]*)" value="([^"]*)">', form)
    }


def enter(client: httpx.Client, token: str = TOKEN, who: str = "Ada Morel") -> httpx.Response:
    return client.post("/review", data={"act": "enter", "token": token, "who": who, "lang": "en"}, headers=PAGE)


def test_a_yes_joins_at_the_next_build(client: httpx.Client, out: Path, sources: list[Path]) -> None:
    before = build(sources, out).counts
    assert enter(client).status_code == 303
    html = client.get("/review", params={"lang": "en", "sort": "person"}, headers=PAGE).text
    fields = hidden(html)
    assert {fields["left"], fields["right"]} == PAIRS[1]
    answer = client.post("/review", data={**fields, "act": "same"}, headers=PAGE)
    assert (answer.status_code, answer.headers["location"]) == (303, "/review?lang=en&sort=person&done=same#pairs")
    assert decided(out) == [("same", "Ada Morel")]
    assert build(sources, out).counts["persons"] == before["persons"] - 1
    told = client.get("/review", params={"lang": "en"}, headers=PAGE).text
    assert "Decided already" in told
    assert client.post("/review", data={**hidden(told), "act": "withdraw"}).status_code == 303
    assert decided(out) == []
    assert build(sources, out).counts["persons"] == before["persons"]


def test_a_score_asks_about_the_machines_weaker_joins_too(tmp_path: Path, serve: Serve) -> None:
    paths = [tmp_path / f"{day}.txt" for day in (1, 2, 3)]
    for day, (path, surname) in enumerate(zip(paths, ("LECOCCQ", "LECOCQ", "LECOCQ"), strict=True), 1):
        path.write_text(ACT.format(day=day, body="Trelles", surname=surname), encoding="utf-8")
    before = build(paths, tmp_path / "out").counts["persons"]
    [row] = [row for row in Book(tmp_path / "out").rows() if row.judgement == "same"]
    assert 0.5 < row.score < 1
    with httpx.Client(base_url=serve(tmp_path / "out", Limits(), review=True), timeout=60) as client:

        def pairs(doubtful: str) -> int:
            html = client.get("/review", params={"lang": "en", "doubtful": doubtful}, headers=PAGE).text
            assert html.count("joined by the machine") == html.count("LECOCCQ ·") + html.count("· Paul LECOCCQ")
            return html.count('<article class="pair"')

        enter(client)
        assert (pairs(""), pairs("0"), pairs("0,5"), pairs("1")) == (0, 0, 0, 1)
        assert pairs(f"{row.score}") == 1
        fields = hidden(client.get("/review", params={"doubtful": "1"}, headers=PAGE).text)
        assert client.post("/review", data={**fields, "doubtful": "", "act": "different"}).status_code == 409
        answer = client.post("/review", data={**fields, "act": "different"}, headers=PAGE)
        assert "doubtful=1&" in answer.headers["location"]
        assert pairs("1") == 0
        for odd in ("x", "-1", "1.01", "nan", "inf"):
            told = client.get("/review", params={"doubtful": odd}, headers=PAGE)
            assert (told.status_code, "no score" in told.text) == (400, True)
    assert build(paths, tmp_path / "out").counts["persons"] == before + 1


def test_a_damaged_file_of_decisions_is_told(client: httpx.Client, out: Path) -> None:
    assert client.get("/review", headers=PAGE).status_code == 200
    Book(out).path.write_text("nothing\n", encoding="utf-8")
    answer = client.get("/review", headers=PAGE)
    assert answer.status_code == 503
    assert "the column 'sort' is missing" in answer.text


def test_a_decision_made_while_a_build_runs_is_not_lost(out: Path, sources: list[Path]) -> None:
    book = Book(out)
    [row] = [row for row in book.open() if row.sort == "person"]

    def meanwhile(*_: object) -> None:
        if not decided(out):
            book.decide([(row, "same")], "Ada")

    before = build(sources, out, progress=meanwhile).counts["persons"]
    assert decided(out) == [("same", "Ada")]
    taken: list[int] = []

    def back(*_: object) -> None:
        taken.append(book.withdraw(lambda known: known.pair == row.pair))

    assert build(sources, out, progress=back).counts["persons"] == before - 1
    assert (sum(taken), decided(out)) == (1, [])
    assert build(sources, out).counts["persons"] == before


@pytest.mark.parametrize("sent", [{}, {"seal": "x"}, {"seal": ""}])
def test_nobody_decides_without_the_token_and_the_seal(sent: dict[str, str], client: httpx.Client, out: Path) -> None:
    fields = hidden(client.get("/review", headers=PAGE).text, 0)
    [row, *_] = Book(out).open()
    pair = {"of": row.sort, "left": row.left.spelling, "left_body": row.left.body, "right": row.right.spelling}
    asked = {**pair, "right_body": row.right.body, "act": "same"}
    assert client.post("/review", data={**fields, **asked, **sent}).status_code == 403
    assert enter(client, token=TOKEN + "x").status_code == 403
    assert not client.cookies
    enter(client)
    cookie = client.cookies["delibgraph-review"]
    assert client.post("/review", data={**asked, **sent}).status_code == 403
    client.cookies.set("delibgraph-review", cookie[:-1] + ("0" if cookie[-1] != "0" else "1"), path="/review")
    assert client.post("/review", data={**fields, **asked}).status_code == 403
    assert decided(out) == []


def test_another_site_cannot_send_the_form(client: httpx.Client, out: Path) -> None:
    enter(client)
    fields = hidden(client.get("/review", headers=PAGE).text)
    for site in ("cross-site", "same-site", "none"):
        answer = client.post("/review", data={**fields, "act": "same"}, headers={"Sec-Fetch-Site": site})
        assert answer.status_code == 403
    told = enter(client).headers["set-cookie"].lower()
    assert {"httponly", "samesite=strict", "path=/review"} <= set(told.split("; "))
    assert decided(out) == []


def test_what_a_wrong_form_gets(client: httpx.Client, out: Path) -> None:
    enter(client)
    fields = hidden(client.get("/review", headers=PAGE).text)
    assert client.post("/review", data={**fields, "act": "perhaps"}).status_code == 400
    assert client.post("/review", data={**fields, "act": "same", "left": "Nobody"}).status_code == 409
    assert client.post("/review", json=fields).status_code == 415
    assert enter(client, who="delibgraph").status_code == 400
    assert client.post("/review", data={**fields, "act": "leave"}).status_code == 303
    assert client.post("/review", data={**fields, "act": "same"}).status_code == 403
    assert decided(out) == []


def test_a_contradiction_is_told_and_changes_nothing(client: httpx.Client, out: Path) -> None:
    book = Book(out)
    [row] = [row for row in book.open() if row.sort == "person"]
    third = type(row.left)(row.left.body, "Luc OVIDAL")
    links = [("same", row.left, third), ("different", third, row.right)]
    book.add(type(row)("person", a, b, verdict, 1.0, "", "Eve") for verdict, a, b in links)
    enter(client)
    fields = hidden(client.get("/review", params={"sort": "person"}, headers=PAGE).text, 1)
    answer = client.post("/review", data={**fields, "act": "same"}, headers=PAGE)
    assert answer.status_code == 409
    assert "contradict" in answer.text
    assert decided(out) == [("different", "Eve"), ("same", "Eve")]


def test_a_server_that_only_shows_names_the_command(out: Path, serve: Serve) -> None:
    with httpx.Client(base_url=serve(out, Limits()), timeout=60) as client:
        html = client.get("/review", headers=PAGE).text
        assert "delibgraph serve DIR --review" in html
        assert "delibgraph review DIR" in html
        assert 'method="post"' not in html
        assert enter(client).status_code == 403


def test_without_a_build_there_is_nothing_to_review(tmp_path: Path, serve: Serve) -> None:
    (tmp_path / "g.ttl").write_text("<urn:a> <urn:b> <urn:c> .", encoding="utf-8")
    with httpx.Client(base_url=serve(tmp_path / "g.ttl", Limits()), timeout=60) as client:
        assert client.get("/review", headers=PAGE).status_code == 404
        assert "/review" not in client.get("/", headers=PAGE).text


def test_hostile_names_are_text(out: Path, serve: Serve) -> None:
    rows = [
        {"sort": "person", "left_body": word, "left": word, "right_body": word, "right": f"{word}x",
         "judgement": judgement, "score": "0.5", "reason": word, "who": who, "when": "2023-01-01", "about": "person/x"}
        for word in hostile.ALL
        for judgement, who in (("undecided", "delibgraph"), ("unsure", word))
    ]  # fmt: skip
    with (out / "decisions.csv").open("w", newline="", encoding="utf-8") as target:
        writer = csv.DictWriter(target, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    with httpx.Client(base_url=serve(out, Limits(), review=True), timeout=60) as client:
        enter(client, who=hostile.MARKUP[0])
        for page in range(1, 4):
            html = client.get("/review", params={"page": str(page)}, headers=PAGE).text
            assert html.count('<article class="pair"') > 1
            seen = hostile.Seen(html)
            assert seen.alive() == []
            assert seen.tags["script"] + seen.tags["svg"] == 0


pytest.importorskip("playwright", reason="playwright is not installed")


@pytest.fixture
def page(browser: Browser, client: httpx.Client) -> Iterator[Page]:
    """A page that fails the test when the browser complains."""
    context = browser.new_context(locale="en-GB", base_url=str(client.base_url))
    opened = context.new_page()
    complaints: list[str] = []
    opened.on("console", lambda message: complaints.append(message.text))
    opened.on("requestfailed", lambda request: complaints.append(request.url))
    yield opened
    context.close()
    assert complaints == []


@pytest.mark.browser
@pytest.mark.parametrize("script", [True, False], ids=["with a script", "without"])
def test_the_keyboard_alone_decides(script: bool, browser: Browser, client: httpx.Client, out: Path) -> None:
    context = browser.new_context(locale="en-GB", base_url=str(client.base_url), java_script_enabled=script)
    page = context.new_page()
    page.goto("/")
    page.get_by_role("link", name="Who is who").press("Enter")
    page.get_by_label("Your name").press_sequentially("Ada")
    page.keyboard.press("Tab")
    page.keyboard.type(TOKEN)
    page.keyboard.press("Enter")
    page.get_by_role("link", name="Members (1)").press("Enter")
    pair = page.get_by_role("article")
    for name in PAIRS[1]:
        page.locator("mark", has_text=name).first.wait_for()
    assert "M. Luc OVIDAL, M. Paul DURAND, Mme Anne FLERAS" in pair.inner_text()
    pair.get_by_role("link").last.focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.get_by_role("status").filter(has_text="No, two").wait_for()
    assert decided(out) == [("different", "Ada")]
    page.get_by_role("button", name="Take back").press("Enter")
    page.get_by_role("status").filter(has_text="taken back").wait_for()
    assert decided(out) == []
    context.close()


@pytest.mark.browser
def test_a_sentence_leads_to_its_place_in_the_text(page: Page) -> None:
    page.goto("/review?lang=en&sort=person")
    page.get_by_role("article").get_by_role("link", name=".txt").first.click()
    page.wait_for_url(re.compile(r"/id/document/[0-9a-f]+\?lang=en#w\d+-\d+$"))
    page.locator(".text .lit").first.wait_for()
    assert "Paul DURAN" in "".join(page.locator(".text .lit").all_inner_texts())


@pytest.mark.browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("entered", [False, True])
def test_nothing_bars_the_way(scheme: str, entered: bool, page: Page, out: Path) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is not installed")
    Book(out).decide([(Book(out).open()[0], "unsure")], "Eve")
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto("/review?lang=fr&doubtful=1")
    if entered:
        page.get_by_label("Votre nom").fill("Ada")
        page.get_by_label("Le jeton").fill(TOKEN)
        page.get_by_role("button", name="Pouvoir décider").click()
        page.get_by_role("button", name="Terminer").wait_for()
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    violations = axe.Axe().run(page).response["violations"]
    assert [(found["id"], found["nodes"][0]["html"]) for found in violations] == []
