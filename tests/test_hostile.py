"""The hostile words in every file that leaves: read back they are the same words, and nothing more than words."""

from __future__ import annotations

import csv
import io
import json
import xml.etree.ElementTree as ET
from pathlib import Path

import networkx as nx
import pytest
from pyoxigraph import Literal, RdfFormat, Store, parse

from delibgraph.exports.jsonld import write_jsonld
from delibgraph.exports.tables import write_tables
from delibgraph.projections import ProxyRow, multigraph
from delibgraph.queries import run, write
from delibgraph.rdf import ValidationResult
from delibgraph.store import open_store
from delibgraph.validation.reports import to_sarif
from delibgraph.views import drawing, edge_list, gexf, graphml, page
from delibgraph.views.findings import findings_page
from delibgraph.views.xmltext import clean
from tests import hostile

FORMULA = ("=", "+", "-", "@", "\t", "\r")
GRAPH = multigraph(
    ProxyRow(f"p{n}", f"s{n}", f"g{n}", word, f"h{n}", word, "2023-07-12", word, word, word, word, word, word)
    for n, word in enumerate(hostile.ALL)
)
FOUND = {
    word: [ValidationResult("code", "violation", word, word, f"urn:{n}", span=(0, 1), quote=word)]
    for n, word in enumerate(hostile.ALL)
}
XML = {clean(word).replace("\n", " ").strip() for word in hostile.ALL}


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """A sitting whose body, organ, members and acts bear the hostile words."""
    words = [str(Literal(word)) for word in hostile.ALL]
    lines = [
        f"<person/x/{n}> a dg:ElectedOfficial ; foaf:name {word} . <p/{n}> a dg:Proxy ; dg:sitting <sitting/x/y/z> ;"
        f" dg:grantor <person/x/{n}> ; dg:holder <person/x/0> . <deliberation/{n}> a dg:Deliberation ;"
        f" dct:title {word} ; dg:number {word} ; dg:sitting <sitting/x/y/z> ."
        for n, word in enumerate(words)
    ]
    (tmp_path / "g.ttl").write_text(
        f"""@base <https://w3id.org/delibgraph/id/> . @prefix dg: <https://w3id.org/delibgraph/ontology#> .
        @prefix org: <http://www.w3.org/ns/org#> . @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
        @prefix dct: <http://purl.org/dc/terms/> . @prefix foaf: <http://xmlns.com/foaf/0.1/> .
        <body/x> a dg:Body ; skos:prefLabel {words[0]} . <organ/x/y> a dg:Organ ; org:unitOf <body/x> ;
          skos:prefLabel {words[1]} . <sitting/x/y/z> a dg:Sitting ; dg:organ <organ/x/y> . {" ".join(lines)}""",
        encoding="utf-8",
    )
    return open_store(tmp_path / "g.ttl")


def test_graphml_and_gexf_give_the_words_back() -> None:
    for text, key in ((graphml(GRAPH), "name"), (gexf(GRAPH), "label")):
        read = nx.read_graphml if key == "name" else nx.read_gexf
        names = {data[key].strip() for _, data in read(io.BytesIO(text.encode())).nodes(data=True)}
        assert names == XML


def test_the_drawing_has_shapes_and_text_alone() -> None:
    root = ET.fromstring(drawing(GRAPH))
    space = "{http://www.w3.org/2000/svg}"
    tags = {node.tag.removeprefix(space) for node in root.iter()}
    assert tags <= {"svg", "title", "rect", "g", "text", "path", "polygon", "circle"}
    assert not [name for node in root.iter() for name in node.attrib if name.startswith("on") or "href" in name]
    assert {(node.text or "").strip() for node in root.iter(f"{space}text")} >= XML


def test_the_pages_run_nothing_but_their_own() -> None:
    for html, scripts in ((page(GRAPH, title=hostile.MARKUP[1]), 2), (findings_page(FOUND, "en"), 0)):
        seen = hostile.Seen(html)
        assert seen.alive(("img", "iframe", "object")) == []
        assert (seen.tags["script"], seen.tags["style"]) == (scripts, 1)


def test_no_cell_of_a_table_is_a_formula(store: Store, tmp_path: Path) -> None:
    """The CSV of a query's answer is the W3C's format and holds the values as they are."""
    write_tables(store, tmp_path / "tables", "csv")
    texts = [edge_list(GRAPH)]
    texts += [path.read_text(encoding="utf-8") for path in (tmp_path / "tables").glob("*.csv")]
    assert len(texts) > 5
    cells = [cell for text in texts for row in csv.reader(io.StringIO(text, newline="")) for cell in row]
    assert [cell for cell in cells if cell.startswith(FORMULA)] == []
    for word in hostile.FORMULAS:
        assert f"'{word.strip()}" in cells


def test_json_ld_and_sarif_give_the_words_back(store: Store, tmp_path: Path) -> None:
    write_jsonld(store, tmp_path / "sittings.jsonld")
    told = (tmp_path / "sittings.jsonld").read_text(encoding="utf-8")
    for word in hostile.ALL:
        assert json.dumps(word, ensure_ascii=False)[1:-1] in told or json.dumps(word)[1:-1] in told
    results = json.loads(to_sarif(FOUND, "en"))["runs"][0]["results"]
    assert {result["message"]["text"] for result in results} >= set(hostile.ALL)
    places = {one["physicalLocation"]["artifactLocation"]["uri"] for result in results for one in result["locations"]}
    assert not [place for place in places if place.lower().startswith("javascript:") or set('<>" {}') & set(place)]


def test_turtle_gives_the_words_back(store: Store) -> None:
    written = io.BytesIO()
    write(
        run(store, "CONSTRUCT { ?x <urn:n> ?name } { ?x <http://xmlns.com/foaf/0.1/name> ?name }", {}), written, "ttl"
    )
    found = {quad.object for quad in parse(written.getvalue(), RdfFormat.TURTLE)}
    assert found == {Literal(word) for word in hostile.ALL}
