"""The page of who funds whom: its figures are those of the named query, whatever is chosen."""

from __future__ import annotations

import csv
import io
import re
from collections import defaultdict
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING

import httpx
import pytest
from pyoxigraph import QuerySolutions

from delibgraph.build import Report
from delibgraph.explorer.workers import Limits
from delibgraph.queries import run
from delibgraph.store import open_store
from tests.explorer.conftest import Serve

if TYPE_CHECKING:
    from playwright.sync_api import Browser

PAGE = {"Accept": "text/html"}
ID = "https://w3id.org/delibgraph/id/"
TABLE = "by-funder-and-beneficiary"
BAND = re.compile(r'<a class="band" href="([^"]*)" aria-label="([^"]*)"')


def shown(client: httpx.Client, **asked: str) -> str:
    answer = client.get("/flows", params={"lang": "en", **asked}, headers=PAGE)
    assert answer.status_code == 200, answer.text
    return answer.text


def bands(html: str) -> dict[tuple[str, str], tuple[float, int]]:
    """What the bands say: money and grants by the names of both ends."""
    told = re.compile(r"(.*) → (.*): ([\d,.]+)\xa0€, (\d+) grants?")
    found = [told.fullmatch(unescape(label)) for _, label in BAND.findall(html)]
    return {(one[1], one[2]): (float(one[3].replace(",", "")), int(one[4])) for one in found if one}


@pytest.mark.parametrize(
    ("asked", "values"),
    [
        ({}, {}),
        ({"year": "2023"}, {"for_year": "2023"}),
        ({"body": f"{ID}body/244200770"}, {"of_body": "244200770"}),
        ({"kind": "cotisation"}, {"of_kind": "cotisation"}),
        ({"organisation": f"{ID}organisation/mecaloire"}, {"to": f"{ID}organisation/mecaloire"}),
        ({"body": f"{ID}body/244200770", "year": "2022"}, {"of_body": "244200770", "for_year": "2022"}),
        ({"year": "1999"}, {"for_year": "1999"}),
    ],
)
def test_picture_and_table_say_what_sparql_adds_up(
    asked: dict[str, str], values: dict[str, str], client: httpx.Client, built: tuple[Path, Report]
) -> None:
    expected: defaultdict[tuple[str, str], tuple[float, int]] = defaultdict(lambda: (0.0, 0))
    answer = run(open_store(built[0]), "funding-totals", values)
    assert isinstance(answer, QuerySolutions)
    for row in answer:
        pair, known = (
            (row["body"].value, row["beneficiary"].value),
            expected[row["body"].value, row["beneficiary"].value],
        )
        expected[pair] = (known[0] + float(row["total"].value), known[1] + int(row["grants"].value))
    assert bool(expected) == (asked != {"year": "1999"})
    assert bands(shown(client, **asked)) == expected
    rows = csv.DictReader(io.StringIO(client.get("/flows", params={**asked, "csv": TABLE}).text))
    told = {(row["funder"], row["beneficiary"]): (float(row["amount"]), int(row["grants"])) for row in rows}
    assert told == expected


def test_each_band_leads_to_its_grants(client: httpx.Client) -> None:
    for href, label in BAND.findall(shown(client)):
        address, _, place = unescape(href).partition("#")
        assert place == "grants"
        html = client.get(address, headers=PAGE).text
        assert [told for _, told in BAND.findall(html)] == [label]
        grants = html.partition('<section id="grants">')[2]
        assert grants.partition("</tbody>")[0].count("<tr>") - 1 == int(label.split()[-2])
        assert "/id/deliberation/" in grants
        assert "#w" in grants


def test_body_and_organisation_pages_lead_here(client: httpx.Client) -> None:
    for path, names in (
        ("/id/body/244200770", {"Openscop", "CIMES", "Mécaloire"}),
        ("/id/organisation/cimes", {"CIMES"}),
    ):
        html = client.get(path, headers=PAGE).text
        link = re.search(r'href="(/flows\?[^"]*(?:body|organisation)=[^"]*)"', html)
        assert link is not None
        there = client.get(unescape(link[1]), headers=PAGE).text
        assert {unescape(label).partition(" → ")[2].rpartition(" :")[0] for _, label in BAND.findall(there)} == names
    assert 'href="/flows?' in client.get("/", headers=PAGE).text


@pytest.mark.parametrize("asked", [{"body": "no iri"}, {"organisation": "<x>"}])
def test_a_filter_that_is_no_iri_is_told(asked: dict[str, str], client: httpx.Client) -> None:
    answer = client.get("/flows", params=asked, headers=PAGE)
    assert answer.status_code == 400
    assert "no IRI" in answer.text


@pytest.mark.parametrize("odd", ["$language", "$this", '" } DROP ALL', "\\", "\n", "%s", "x" * 3000])
def test_odd_filters_find_nothing(odd: str, client: httpx.Client) -> None:
    for name in ("kind", "year", "currency"):
        assert bands(shown(client, **{name: f"x{odd}"})) == {}
    assert bands(shown(client, body=f"{ID}body/$language")) == {}


def test_of_many_the_rest_is_added_up_and_what_is_shared_is_told(serve: Serve, tmp_path: Path) -> None:
    grants = "\n".join(
        f"<f/{n}> a dg:Funding ; dg:fundingStatus dgc:funding-granted ; dg:funder <body/{n % 30}> ;"
        f' dg:amount {100 + n} ; dg:currency "EUR" ; dg:beneficiary <organisation/{n}> .'
        f' <organisation/{n}> skos:prefLabel "O {n}" .'
        for n in range(60)
    )
    (tmp_path / "g.ttl").write_text(
        f"""@base <{ID}> . @prefix dg: <https://w3id.org/delibgraph/ontology#> .
        @prefix dgc: <https://w3id.org/delibgraph/code/> . @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
        {grants} <f/s> dg:fundingStatus dgc:funding-granted ; dg:funder <body/1> ; dg:amount 7 ; dg:currency "EUR" ;
          dg:sharedAmong <organisation/1> , <organisation/2> .
        <f/x> dg:fundingStatus dgc:funding-granted ; dg:funder <body/1> ; dg:amount 9 ; dg:currency "XPF" ;
          dg:beneficiary <organisation/1> .""",
        encoding="utf-8",
    )
    with httpx.Client(base_url=serve(tmp_path / "g.ttl", Limits()), timeout=60) as client:
        html = shown(client)
        told = bands(html)
        assert sum(amount for amount, _ in told.values()) == sum(range(100, 160))
        assert sum(count for _, count in told.values()) == 60
        assert {giver for giver, _ in told} == {*(f"body/{n}" for n in range(22, 30)), "22 others"}
        assert "22 funders, 45 beneficiaries" in html
        assert "1 sum that several share is left out" in html
        hrefs = {unescape(label).partition(":")[0]: unescape(href) for href, label in BAND.findall(html)}
        assert hrefs["22 others → 45 others"] == f"#{TABLE}"
        assert "organisation=" not in hrefs["body/29 → 45 others"]
        narrowed = bands(client.get(hrefs["body/29 → 45 others"], headers=PAGE).text)
        assert set(narrowed) == {("body/29", "O 59"), ("body/29", "O 29")}
        other = shown(client, currency="XPF")
        assert "body/1 → O 1: 9\xa0XPF, 1 grant" in other


@pytest.mark.browser
@pytest.mark.parametrize("script", [True, False], ids=["with a script", "without"])
def test_the_keyboard_leads_from_a_band_to_its_words(script: bool, browser: Browser, site: str) -> None:
    context = browser.new_context(locale="en-GB", java_script_enabled=script, viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.goto(f"{site}/?lang=en")
    page.get_by_role("link", name="Who funds whom").press("Enter")
    page.get_by_role("combobox", name="Year").select_option("2023")
    page.get_by_role("button", name="Show").press("Enter")
    page.wait_for_url("**year=2023**")
    band = page.get_by_role("link", name="Saint-Etienne Métropole → Mécaloire: 20,000")
    page.get_by_role("link", name="COMMUNE DE MONTARVEL-LE-HAUT", exact=True).first.focus()
    page.keyboard.press("Tab")  # the first of the bands: the largest sum of the largest funder
    assert "CIMES" in page.evaluate("document.activeElement.getAttribute('aria-label')")
    band.press("Enter")
    page.wait_for_url("**#grants")
    quote = page.locator("#grants td.quote a")
    assert "accorde à Mécaloire une subvention de 20 000 €" in quote.inner_text()
    quote.press("Enter")
    page.locator(".text .said").filter(has_text="accorde à Mécaloire").first.wait_for()
    context.close()
