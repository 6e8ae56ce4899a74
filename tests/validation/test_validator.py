"""A document at a time, from quads or from files of any making."""

from __future__ import annotations

import gzip
import warnings
from pathlib import Path

import pytest
import rdflib
from pyoxigraph import Quad, RdfFormat, parse, serialize

from delibgraph.rdf import Triples
from delibgraph.validation import DocumentValidator, Engine, ReferenceEngine, ValidationError, Verdict, revalidate

EXAMPLES = Path(__file__).parent / "examples"
INVALID = EXAMPLES / "transmission-siren" / "invalid.ttl"
GRAPHS = """
@base <https://w3id.org/delibgraph/> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix dg: <ontology#> .
@prefix ex: <https://example.org/> .
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
<graph/document/01> {
    <id/document/01> dcterms:title "one.txt" .
    ex:one a dg:Sitting ; dg:organ ex:organ ; dg:date "2019-03-14"^^xsd:date ; dg:secretary ex:ann ;
        dg:evidence ex:place .
}
<graph/document/02> { ex:two a dg:Vote ; dg:deliberation ex:d }
<graph/identity> { ex:ann a dg:ElectedOfficial . ex:bee a dg:ElectedOfficial }
<graph/findings> {
    ex:finding a sh:ValidationResult, dg:Vote ; dg:findingCode "broken-off" ; dg:inDocument <id/document/02> ;
        sh:resultSeverity sh:Violation ; sh:resultMessage "Broken."@en, "Coupé."@fr .
}
"""


class Listening:
    """An engine that finds nothing and keeps what it was given."""

    name = "listening"

    def __init__(self) -> None:
        self.heard: list[set[str]] = []

    def validate(self, data: Triples) -> set[Verdict]:
        self.heard.append({str(subject) for subject, _, _ in data})
        return set()


def codes(path: Path) -> dict[str, list[str]]:
    return {name: [one.code for one in found] for name, found in revalidate(path).items()}


def test_a_document_is_held_against_what_identity_says_of_those_it_names(tmp_path: Path) -> None:
    path = tmp_path / "graph.trig"
    path.write_text(GRAPHS, encoding="utf-8")
    assert codes(path) == {"one.txt": ["name-form"], "02": ["broken-off", "evidence-missing"]}


@pytest.mark.parametrize("suffix", ["nq", "nq.gz", "trig", "trig.gz"])
def test_a_file_is_read_by_its_suffix(tmp_path: Path, suffix: str) -> None:
    data = serialize(
        parse(GRAPHS, format=RdfFormat.TRIG),
        format=RdfFormat.from_extension(suffix.removesuffix(".gz")) or RdfFormat.TRIG,
    )
    assert data is not None
    path = tmp_path / f"graph.{suffix}"
    path.write_bytes(gzip.compress(data) if suffix.endswith("gz") else data)
    assert codes(path) == {"one.txt": ["name-form"], "02": ["broken-off", "evidence-missing"]}


KINDS = {
    "ttl": "turtle", "turtle": "turtle", "nt": "nt", "nq": "nquads", "trig": "trig", "n3": "n3", "jsonld": "json-ld",
    "json": "json-ld", "rdf": "xml", "xml": "pretty-xml", "owl": "xml", "trix": "trix", "hext": "hext",
}  # fmt: skip


@pytest.mark.parametrize("suffix", KINDS)
def test_every_serialisation_that_others_may_bring_is_read(suffix: str, tmp_path: Path) -> None:
    data = rdflib.Dataset()
    data.default_graph.parse(INVALID)
    whole = suffix in ("nq", "trig", "trix", "hext")
    path = tmp_path / f"graph.{suffix}"
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # rdflib warns of its own writers
        (data if whole else data.default_graph).serialize(path, format=KINDS[suffix])
    assert codes(path) == {"": ["transmission-siren"]}
    path.write_text("this { is [ not <rdf", encoding="utf-8")
    with pytest.raises(ValidationError, match=rf"graph\.{suffix}: "):
        revalidate(path)


def test_relative_iris_are_read_against_the_file(tmp_path: Path) -> None:
    path = tmp_path / "relative.ttl"
    path.write_text("<a> a <https://w3id.org/delibgraph/ontology#Vote> .", encoding="utf-8")
    (results,) = revalidate(path).values()
    assert {result.focus for result in results} == {(tmp_path / "a").as_uri()}


def test_a_context_that_lies_elsewhere_is_not_fetched(tmp_path: Path) -> None:
    path = tmp_path / "remote.jsonld"
    path.write_text('{"@context": "https://example.org/c.jsonld", "@id": "urn:x"}', encoding="utf-8")
    with pytest.raises(ValidationError, match="put the context into the file"):
        revalidate(path)


def test_documents_of_one_name_are_told_apart(tmp_path: Path) -> None:
    again = (
        GRAPHS
        + """
        <https://w3id.org/delibgraph/graph/document/03> {
            <https://w3id.org/delibgraph/id/document/03> dcterms:title "one.txt" }
    """
    )
    path = tmp_path / "graph.trig"
    path.write_text(again, encoding="utf-8")
    assert list(codes(path)) == ["02", "one.txt (01)", "one.txt (03)"]


def test_a_file_of_other_making_is_one_graph() -> None:
    assert codes(INVALID) == {"": ["transmission-siren"]}


def test_identity_is_followed_from_organ_to_body_and_no_further() -> None:
    text = """
        @prefix ex: <https://example.org/> . @prefix org: <http://www.w3.org/ns/org#> .
        ex:organ org:unitOf ex:body . ex:body org:member ex:kind . ex:stranger org:unitOf ex:body .
    """
    identity = [
        Quad(triple.subject, triple.predicate, triple.object) for triple in parse(text, format=RdfFormat.TURTLE)
    ]
    engine = Listening()
    own = parse("<urn:s> <urn:p> <https://example.org/organ> .", format=RdfFormat.TURTLE)
    DocumentValidator(identity, engine).validate(Quad(t.subject, t.predicate, t.object) for t in own)
    heard = {subject for subject in engine.heard[0] if "example.org" in subject}
    assert heard == {"<https://example.org/organ>", "<https://example.org/body>"}


@pytest.mark.parametrize(
    ("name", "content", "problem"),
    [
        ("a.csv", b"a,b", "no RDF ends in '.csv'"),
        ("a.ttl", b"this is no Turtle", "a.ttl: "),
        ("a.nq.gz", b"not gzipped", "a.nq.gz: "),
    ],
)
def test_a_file_that_is_no_rdf_is_refused_by_name(tmp_path: Path, name: str, content: bytes, problem: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(ValidationError, match=problem):
        revalidate(path)


def test_a_missing_file_is_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(ValidationError, match=r"none\.ttl"):
        revalidate(tmp_path / "none.ttl")


def test_the_reference_engine_is_an_engine() -> None:
    engine: Engine = ReferenceEngine()
    assert engine.name == "reference"
    assert engine.validate(Triples()) == set()
