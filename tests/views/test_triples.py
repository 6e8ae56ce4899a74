"""Triples as a drawing: every term once, names instead of IRIs, nothing executed."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest
from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from delibgraph.rdf.vocabulary import DG, FOAF, ID, RDF, SKOS
from delibgraph.views import ViewError
from delibgraph.views.triples import MOST, drawing

SVG = "{http://www.w3.org/2000/svg}"
PROXY, HUET, JOLY = (NamedNode(f"{ID}{path}") for path in ("proxy/1", "person/a/huet", "person/a/joly"))
HELD = [
    Triple(PROXY, RDF.type, DG.Proxy),
    Triple(PROXY, DG.grantor, HUET),
    Triple(PROXY, DG.holder, JOLY),
    Triple(HUET, FOAF.name, Literal("Hélène HUET")),
]


def drawn(triples: list[Triple], language: str = "fr") -> tuple[list[str], list[str], list[str]]:
    """The texts, the links, and the titles that show whole names."""
    root = ElementTree.fromstring(drawing(triples, language))
    texts = ["".join(one.itertext()) for one in root.iter(f"{SVG}text")]
    links = [one.attrib["href"] for one in root.iter(f"{SVG}a")]
    return texts, links, ["".join(one.itertext()) for one in root.iter(f"{SVG}title")]


def test_resources_have_names_types_and_pages() -> None:
    texts, links, titles = drawn(HELD)
    assert sorted(texts) == sorted(
        ["id:proxy/1", "dg:Proxy", "Hélène HUET", "id:person/a/joly", "dg:grantor", "dg:holder"]
    )
    assert sorted(links) == ["/id/person/a/huet", "/id/person/a/joly", "/id/proxy/1"]
    assert sorted(titles) == ["Hélène HUET", "id:person/a/joly", "id:proxy/1"]


def test_equal_literals_of_two_things_are_two_boxes_and_one_resource_is_one() -> None:
    triples = [Triple(one, DG.office, Literal("maire")) for one in (HUET, JOLY)]
    triples += [Triple(one, DG.sitting, PROXY) for one in (HUET, JOLY)]
    texts, _, _ = drawn(triples)
    assert texts.count("maire") == 2
    assert texts.count("id:proxy/1") == 1


def test_the_name_in_the_language_is_shown() -> None:
    code = NamedNode("https://w3id.org/delibgraph/code/funding-granted")
    triples = [
        Triple(PROXY, DG.fundingStatus, code),
        Triple(code, SKOS.prefLabel, Literal("granted", language="en")),
        Triple(code, SKOS.prefLabel, Literal("accordé", language="fr")),
    ]
    assert "accordé" in drawn(triples)[0]
    assert "granted" in drawn(triples, "en")[0]


def test_boxes_do_not_cover_each_other() -> None:
    triples = [Triple(PROXY, DG.holder, NamedNode(f"{ID}person/a/member-number-{i}")) for i in range(40)]
    root = ElementTree.fromstring(drawing(triples))
    boxes = [one for one in root.iter(f"{SVG}rect") if "x" in one.attrib]
    assert len(boxes) == 41
    sides = [tuple(float(box.attrib[key]) for key in ("x", "y", "width", "height")) for box in boxes]
    for i, (x, y, width, height) in enumerate(sides):
        for left, top, wide, high in sides[i + 1 :]:
            assert x + width <= left or left + wide <= x or y + height <= top or top + high <= y


def test_hostile_texts_are_text() -> None:
    hostile = '"><script>alert(1)</script>\x00'
    svg = drawing([Triple(BlankNode("b"), DG.purpose, Literal(hostile))])
    assert "<script" not in svg
    assert "\x00" not in svg
    ElementTree.fromstring(svg)


def test_order_and_repetition_do_not_matter() -> None:
    assert drawing(HELD) == drawing([*reversed(HELD), HELD[0]])


def test_long_texts_are_cut_and_told_whole() -> None:
    long = "Subvention de fonctionnement accordée à l’association des amis du canal et de ses écluses"
    texts, _, titles = drawn([Triple(PROXY, DG.purpose, Literal(long))])
    assert long in titles
    assert long not in texts
    assert any(re.fullmatch(r"Subvention de .*….*écluses", text) for text in texts)


@pytest.mark.parametrize(
    ("triples", "words"),
    [
        ([], "nothing to draw"),
        ([Triple(PROXY, DG.count, Literal(i)) for i in range(MOST + 1)], "too many .* add LIMIT"),
    ],
)
def test_what_cannot_be_drawn_is_told(triples: list[Triple], words: str) -> None:
    with pytest.raises(ViewError, match=words):
        drawing(triples)
