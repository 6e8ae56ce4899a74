"""Checks of a whole set, from the documents to the report, the graph and ``validate``."""

from __future__ import annotations

import gzip
from pathlib import Path

from pyoxigraph import NamedNode, Quad, RdfFormat, Store, parse

from delibgraph.build import build
from delibgraph.rdf import set_finding_quads
from delibgraph.rdf.vocabulary import DG, FINDINGS_GRAPH, ID, SH
from delibgraph.store import NQUADS
from delibgraph.validation import revalidate, validate_set

EXAMPLES = Path(__file__).parent / "examples"
ACT = """
Commune de Vaubrieux
Conseil municipal
Séance du 14 mars 2019
Présents : Mme Ann FAY, M. Bob ROY, Mme Cid LUX
Absents : M. Dan POE
Secrétaire de séance : Mme Ann FAY

Délibération n° 2019-012
Objet : Subvention au club
Après en avoir délibéré, le conseil municipal, à l'unanimité, décide d'attribuer une subvention de 500 € au Club Léo.
"""


def _quads(name: str) -> list[Quad]:
    return list(parse(path=EXAMPLES / name, format=RdfFormat.TRIG))


def test_a_triple_that_two_documents_state_counts_once() -> None:
    """One grant of 15,000 euros in two documents is no 30,000."""
    quads = _quads("agreement/valid-year.trig")
    again = [Quad(quad.subject, quad.predicate, quad.object, NamedNode("urn:again")) for quad in quads]
    assert validate_set([*quads, *again]) == validate_set(quads) == []


def test_a_finding_leads_to_every_document_that_speaks_of_its_focus() -> None:
    quads = _quads("number-twice/invalid.trig")
    results = validate_set(quads)
    assert [result.message for result in results] == ["The number 2019-12 is used at 2 sittings."]
    store = Store()
    store.bulk_extend(quads)
    found = list(set_finding_quads(results, store))
    assert {quad.graph_name for quad in found} == {FINDINGS_GRAPH}
    documents = {quad.object for quad in found if quad.predicate == DG.inDocument}
    assert documents == {NamedNode(f"{ID}document/01"), NamedNode(f"{ID}document/02")}


def test_a_number_spelled_in_two_ways_is_found_once() -> None:
    results = validate_set(_quads("number-twice/invalid-spelled.trig"))
    assert [result.message for result in results] == ["The number 2019-12 is used at 2 sittings."]


def test_what_is_found_of_two_years_is_two_findings() -> None:
    year = _quads("agreement/invalid-year.trig")
    texts = "\n".join(map(str, year))
    for old, new in (
        ("2019", "2020"),
        ("/funding>", "/funding-2>"),
        ("/again>", "/again-2>"),
        ("/sitting>", "/sitting-2>"),
    ):
        texts = texts.replace(old, new)
    for old in ("deliberation", "other"):
        texts = texts.replace(f"example.org/{old}>", f"example.org/{old}-2>")
    next_year = parse(texts.replace("\n", " .\n") + " .", format=RdfFormat.N_QUADS)
    results = validate_set([*year, *next_year])
    assert [result.code for result in results] == ["agreement", "agreement"]
    found = list(set_finding_quads(results, Store()))
    assert len({quad.subject for quad in found}) == 2
    assert len([quad for quad in found if quad.predicate == SH.resultMessage]) == 4


def test_a_build_reports_states_and_validates_what_the_set_shows(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ACT, encoding="utf-8")
    (tmp_path / "b.txt").write_text(ACT.replace("14 mars", "16 mai"), encoding="utf-8")
    report = build([tmp_path / "a.txt", tmp_path / "b.txt"], tmp_path / "out")
    assert [result.code for result in report.set_findings] == ["number-twice"]
    assert report.severities()["warning"] >= 1
    again = revalidate(tmp_path / "out" / NQUADS)
    assert again[""] == report.set_findings
    assert set(again) == {"", "a.txt", "b.txt"}
    assert b"number-twice" in gzip.decompress((tmp_path / "out" / NQUADS).read_bytes())
