"""JSON-LD framed by sitting: it reads back as the graph's own triples."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, parse

from delibgraph.build import Report
from delibgraph.exports import write_jsonld
from delibgraph.rdf.vocabulary import DG, RDF
from delibgraph.store import NQUADS, open_store, read_quads

pytest.importorskip("pyld")


@pytest.fixture(scope="module")
def written(built: tuple[Path, Report], tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("jsonld") / "sittings.jsonld"
    assert write_jsonld(open_store(built[0]), out) == 8
    return out


def test_round_trip(written: Path, built: tuple[Path, Report]) -> None:
    whole = {quad.triple for quad in read_quads(built[0] / NQUADS)}
    told = {quad.triple for quad in parse(path=written, format=RdfFormat.JSON_LD)}
    assert told - whole == set()
    kinds = {DG[kind] for kind in ("Sitting", "Attendance", "Proxy", "Deliberation", "Vote", "Funding")}
    facts = {triple.subject for triple in whole if triple.predicate == RDF.type and triple.object in kinds}
    assert len(facts) > 400
    assert {triple for triple in whole if triple.subject in facts} <= told


def test_a_reader_needs_no_rdf(written: Path) -> None:
    sittings = json.loads(written.read_text(encoding="utf-8"))["@graph"]
    (sitting,) = [found for found in sittings if found["date"] == "2022-06-16"]
    assert sitting["organ"]["unitOf"]["siren"] == "244200770"
    proxies = [record for record in sitting["records"] if record["type"] == "Proxy"]
    assert len(proxies) == 12
    assert all(proxy["grantor"] and proxy["evidence"] for proxy in proxies)
