"""The pages over HTTP: the text and its facts, downloads, search, pages of a PDF, and hostile words inert."""

from __future__ import annotations

import csv
import io
import re
import shutil
import threading
import time
from html import unescape
from pathlib import Path

import httpx
import pytest

from delibgraph.build import Report, build
from delibgraph.explorer.workers import Limits
from tests import hostile
from tests.explorer.conftest import Serve

PAGE = {"Accept": "text/html"}
HOSTILE = (
    *("/", "/search?q=alert", "/search?q=%3Cscript%3E", "/id/body/x", "/id/organ/x/y", "/id/sitting/x/y/z"),
    *("/id/person/x/0", "/id/organisation/o", "/id/deliberation/d", "/id/document/a", "/proxies"),
    *("/flows", "/flows?organisation=https://w3id.org/delibgraph/id/organisation/o", "/flows?kind=%22%3E%3Cb%3E"),
)
DELIBERATION = "/id/deliberation/commune-de-montarvel-le-haut/2023-31"


def shown(client: httpx.Client, path: str, **parameters: str) -> str:
    answer = client.get(path, params={"lang": "en", **parameters}, headers=PAGE)
    assert answer.status_code == 200, answer.text
    return answer.text


def test_every_mark_leads_to_a_fact_and_every_fact_to_a_mark(client: httpx.Client) -> None:
    html = shown(client, DELIBERATION)
    ids, links = set(re.findall(r' id="([wf][0-9-]+)"', html)), set(re.findall(r'href="#([wf][0-9-]+)"', html))
    assert links <= ids
    assert {name[1:] for name in ids if name[0] == "f"} == {name[1:] for name in ids if name[0] == "w"}
    assert len(ids) > 40


def test_the_text_is_the_file(client: httpx.Client, examples: list[Path]) -> None:
    text = next(path for path in examples if "2023-31" in path.name).read_text(encoding="utf-8")
    html = shown(client, DELIBERATION)
    told = re.search(r'<div class="text"[^>]*>(.*?)</div>', html, re.DOTALL)
    assert told is not None
    assert unescape(re.sub(r"<[^>]+>", "", told[1])).split() == text.split()


def test_a_quote_leads_to_its_words(client: httpx.Client) -> None:
    html = shown(client, "/id/organisation/mecaloire")
    place = re.search(r'href="(/id/document/[0-9a-f]+)\?lang=en#(w[0-9-]+)"><q', html)
    assert place is not None
    assert f'id="{place[2]}"' in shown(client, place[1])


def test_where_no_text_is_kept_the_page_says_what_to_do(
    serve: Serve, built: tuple[Path, Report], tmp_path: Path
) -> None:
    shutil.copytree(built[0], tmp_path / "out", ignore=shutil.ignore_patterns("facts"))
    with httpx.Client(base_url=serve(tmp_path / "out", Limits()), timeout=60) as client:
        assert "delibgraph build" in shown(client, DELIBERATION)


def test_each_table_comes_as_csv(client: httpx.Client) -> None:
    html = shown(client, "/id/body/244200770")
    keys = re.findall(r"csv=([\w-]+)", html)
    assert keys == [
        "sittings",
        "attendance-by-year",
        "granted-by-year",
        "members",
        "offices",
        "money",
        "all-that-is-stated",
    ]
    for key in keys:
        answer = client.get("/id/body/244200770", params={"csv": key})
        assert answer.headers["content-type"].startswith("text/csv")
        assert f'filename="{key}.csv"' in answer.headers["content-disposition"]
        head, *rows = csv.reader(io.StringIO(answer.text))
        assert rows
        assert all(len(row) == len(head) for row in rows)
    assert client.get("/id/body/244200770", params={"csv": "nothing"}).status_code == 404


def test_money_by_year_is_what_sparql_adds_up(client: httpx.Client) -> None:
    answer = client.get("/id/organisation/mecaloire", params={"csv": "granted-by-year"})
    rows = list(csv.DictReader(io.StringIO(answer.text)))
    assert [(row["year"], row["funder"], float(row["amount"])) for row in rows] == [
        ("2022", "Saint-Etienne Métropole", 60_000.0),
        ("2023", "Saint-Etienne Métropole", 20_000.0),
    ]


@pytest.mark.parametrize(("name", "media"), [("turtle", "text/turtle"), ("json-ld", "application/ld+json")])
def test_a_link_asks_for_data(name: str, media: str, client: httpx.Client) -> None:
    answer = client.get("/id/body/244200770", params={"format": name}, headers=PAGE)
    assert answer.headers["content-type"].partition(";")[0] == media
    assert "Saint-Etienne" in answer.text


def test_search_finds_members_organisations_subjects_and_numbers(client: httpx.Client) -> None:
    for asked, place in {
        "perdrau": "/id/person/244200770/gael-perdriau",
        "mecalore": "/id/organisation/mecaloire",
        "jardins orbelle": DELIBERATION,
        "2023.00367": "/id/deliberation/244200770/2023-00367",
        "saint etienne": "/id/body/244200770",
        "244200770": "/id/body/244200770",
    }.items():
        assert f'href="{place}?lang=en"' in shown(client, "/search", q=asked), asked
    only = shown(client, "/search", q="mecaloire", kind="Organisation")
    assert "/id/organisation/mecaloire" in only
    assert "/id/deliberation/" not in only


def test_a_page_of_a_pdf_stands_beside_its_facts_as_long_as_the_file_is_there(
    serve: Serve, examples: list[Path], tmp_path: Path
) -> None:
    canvas = pytest.importorskip("reportlab.pdfgen.canvas", reason="reportlab is not installed")
    pdf = tmp_path / "jardins.pdf"
    drawing = canvas.Canvas(str(pdf), invariant=1)
    lines = next(path for path in examples if "2023-31" in path.name).read_text(encoding="utf-8").splitlines()
    drawing.setFont("Helvetica", 6)
    for number, line in enumerate(lines):
        drawing.drawString(40, 800 - 14 * number, line)
    drawing.save()
    build([pdf], tmp_path / "out")
    with httpx.Client(base_url=serve(tmp_path / "out", Limits()), timeout=60) as client:
        html = shown(client, DELIBERATION, page="1")
        assert 'href="data:image/png;base64,' in html
        boxes = re.findall(r'<a href="#f([0-9-]+)" class="said"[^>]*>(?:<rect x="([\d.]+)" y="([\d.]+)"[^>]*>)', html)
        assert len(boxes) > 30
        assert all(30 < float(x) < 560 and 0 < float(y) < 842 for _, x, y in boxes)
        pdf.unlink()
        gone = shown(client, DELIBERATION, page="1")
        assert "data:image/png" not in gone
        assert 'class="text"' in gone


def test_hostile_words_are_text_on_every_page_and_in_every_download(serve: Serve, tmp_path: Path) -> None:
    site = serve(_hostile(tmp_path / "g.ttl"), Limits())
    with httpx.Client(base_url=site, timeout=60) as client:
        for path in HOSTILE:
            seen = hostile.Seen(client.get(path, headers=PAGE).text)
            assert seen.alive() == [], path
            assert (seen.tags["style"], seen.tags["script"]) in ((0, 0), (0, 1), (1, 2)), path
        assert "{{ 7 * 7 }} {% raw %}" in client.get("/id/sitting/x/y/z", headers=PAGE).text
        rows = csv.reader(io.StringIO(client.get("/id/body/x", params={"csv": "members"}).text))
        cells = [cell for row in rows for cell in row]
        assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t"))]
        assert sum(cell.startswith("'") for cell in cells) == len(hostile.FORMULAS)


def _hostile(path: Path) -> Path:
    """A graph in which every name, title and quote is hostile."""
    from pyoxigraph import Literal

    words = [str(Literal(word)) for word in hostile.ALL]
    people = "\n".join(
        f"<person/x/{n}> a dg:ElectedOfficial ; foaf:name {word} . <at/{n}> dg:sitting <sitting/x/y/z> ;"
        f" dg:official <person/x/{n}> ; dg:attendanceStatus dgc:attendance-present ."
        f" <p/{n}> a dg:Proxy ; dg:sitting <sitting/x/y/z> ; dg:grantor <person/x/{n}> ; dg:holder <person/x/0> ."
        for n, word in enumerate(words)
    )
    many = " , ".join(words)
    path.write_text(
        f"""@base <https://w3id.org/delibgraph/id/> . @prefix dg: <https://w3id.org/delibgraph/ontology#> .
        @prefix dgc: <https://w3id.org/delibgraph/code/> . @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
        @prefix org: <http://www.w3.org/ns/org#> . @prefix dct: <http://purl.org/dc/terms/> .
        @prefix foaf: <http://xmlns.com/foaf/0.1/> .
        <body/x> a dg:Body ; skos:prefLabel {words[0]} . <organ/x/y> a dg:Organ ; org:unitOf <body/x> ;
          skos:prefLabel {words[1]} . <sitting/x/y/z> a dg:Sitting ; dg:organ <organ/x/y> .
        <organisation/o> a dg:Organisation ; skos:prefLabel {many} .
        <deliberation/d> a dg:Deliberation ; dct:title {many} ; dg:sitting <sitting/x/y/z> ;
          dg:recordedIn <document/a> .
        <funding/f> dg:fundingStatus dgc:funding-granted ; dg:funder <body/x> ; dg:beneficiary <organisation/o> ;
          dg:amount 5 ; dg:deliberation <deliberation/d> ; dg:currency {many} ; dg:fundingKind {many} .
        <document/a> a dg:SourceDocument ; dct:title {words[2]} ; dg:sha256 "00" .
        {people}""",
        encoding="utf-8",
    )
    return path


def test_a_long_table_has_pages_and_a_whole_csv(serve: Serve, tmp_path: Path) -> None:
    sittings = "\n".join(
        f"<sitting/x/y/{n}> a dg:Sitting ; dg:organ <organ/x/y> ; dg:membersInOffice {n} ." for n in range(250)
    )
    (tmp_path / "g.ttl").write_text(
        f"""@base <https://w3id.org/delibgraph/id/> . @prefix dg: <https://w3id.org/delibgraph/ontology#> .
        @prefix org: <http://www.w3.org/ns/org#> . @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
        <body/x> a dg:Body ; skos:prefLabel "X" . <organ/x/y> a dg:Organ ; org:unitOf <body/x> . {sittings}""",
        encoding="utf-8",
    )
    with httpx.Client(base_url=serve(tmp_path / "g.ttl", Limits()), timeout=60) as client:
        seen, path = set[str](), "/id/body/x"
        for expected in ("1–100 / 250", "101–200 / 250", "201–250 / 250"):
            html = client.get(path, headers=PAGE).text
            assert expected in html
            seen |= set(re.findall(r"/id/sitting/x/y/\d+", html))
            onward = re.search(r'rel="next" href="([^"]+)#sittings"', html)
            path = unescape(onward[1]) if onward else ""
        assert (len(seen), path) == (250, "")
        assert (
            len(client.get("/id/body/x", params={"csv": "sittings", "page-of-sittings": "2"}).text.splitlines()) == 251
        )
        for odd in ("0", "-1", "9999", "x", "1" * 9):
            assert client.get("/id/body/x", params={"page-of-sittings": odd}, headers=PAGE).status_code == 200


def test_what_is_kept_of_answers_ends_with_the_build(serve: Serve, tmp_path: Path) -> None:
    graph = tmp_path / "g.ttl"
    head = "@prefix dg: <https://w3id.org/delibgraph/ontology#> . <https://w3id.org/delibgraph/id/body/x> a dg:Body ;"
    told = '<http://www.w3.org/2004/02/skos/core#prefLabel> "{name}" .'
    graph.write_text(head + told.format(name="Before"), encoding="utf-8")
    with httpx.Client(base_url=serve(graph, Limits()), timeout=60) as client:
        for name in ("Before", "After"):
            graph.with_suffix(".new").write_text(head + told.format(name=name), encoding="utf-8")
            graph.with_suffix(".new").rename(graph)
            assert f"<h1>{name}</h1>" in client.get("/id/body/x", headers=PAGE).text
            for _ in range(200):
                if f">{name}</a>" in (found := client.get("/search", params={"q": name}, headers=PAGE).text):
                    break
                time.sleep(0.05)
            assert f">{name}</a>" in found


def test_a_search_before_the_index_is_there_says_so(
    monkeypatch: pytest.MonkeyPatch, serve: Serve, tmp_path: Path
) -> None:
    (tmp_path / "g.ttl").write_text("<urn:a> <urn:b> <urn:c> .", encoding="utf-8")
    going = threading.Event()
    monkeypatch.setattr("delibgraph.explorer.finding.PATIENCE", 0.01)
    monkeypatch.setattr("delibgraph.explorer.finding._entries", lambda *_: going.wait(30) and [])
    with httpx.Client(base_url=serve(tmp_path / "g.ttl", Limits()), timeout=60) as client:
        assert "being prepared" in shown(client, "/search", q="x")
        going.set()
        for _ in range(200):
            if "being prepared" not in (html := shown(client, "/search", q="x")):
                break
            time.sleep(0.05)
        assert "Nothing of that name" in html
