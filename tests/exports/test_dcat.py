"""The catalogue names every file with what DCAT-AP makes mandatory."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from rdflib import DCAT, DCTERMS, RDF, Graph, Namespace, URIRef

from delibgraph.build import Report
from delibgraph.exports import Settings, catalogue
from delibgraph.store import NQUADS

SPDX = Namespace("http://spdx.org/rdf/terms#")
MANDATORY = {
    DCAT.Catalog: (DCTERMS.title, DCTERMS.description, DCTERMS.publisher, DCAT.dataset),
    DCAT.Dataset: (DCTERMS.title, DCTERMS.description, DCAT.distribution),
    DCAT.Distribution: (DCAT.accessURL,),
}


@pytest.fixture(scope="module")
def described(built: tuple[Path, Report]) -> Graph:
    terms = Settings.model_validate(
        {"dataset": {"url": "https://example.org/d/", "publisher": "Ville de X", "licence": "https://example.org/l"}}
    ).dataset
    assert terms is not None
    text = catalogue(built[0], terms, ["Commune de Y"], ("2018-07-05", "2024-03-14"))
    return Graph().parse(data=text, format="turtle")


def test_what_the_profile_makes_mandatory(described: Graph) -> None:
    for kind, properties in MANDATORY.items():
        nodes = list(described.subjects(RDF.type, kind))
        assert nodes
        for node in nodes:
            assert [name for name in properties if (node, name, None) not in described] == []


def test_a_distribution_for_each_file(described: Graph, built: tuple[Path, Report]) -> None:
    addresses = {str(address) for address in described.objects(None, DCAT.downloadURL)}
    assert {"https://example.org/d/graph.nq.gz", "https://example.org/d/graph.ttl"} <= addresses
    node = URIRef("https://example.org/d/#graph.nq.gz")
    packed = (built[0] / NQUADS).read_bytes()
    assert str(described.value(node, DCAT.byteSize)) == str(len(packed))
    (checksum,) = described.objects(node, SPDX.checksum)
    assert str(described.value(checksum, SPDX.checksumValue)) == hashlib.sha256(packed).hexdigest()
    assert str(described.value(node, DCAT.compressFormat)).endswith("gzip")
    assert (None, DCAT.startDate, None) in described
