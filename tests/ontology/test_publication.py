"""The ontology as the web sees it: its redirects, and what a reasoner concludes from its ties to other vocabularies."""

from __future__ import annotations

import re

import owlrl
import pytest
import rdflib
from rdflib.namespace import OWL, RDF, RDFS

from delibgraph.rdf.vocabulary import DG
from delibgraph.resources import folder

_RULE = re.compile(r"^RewriteRule (\S+) (\S+) \[([^\]]+)\]$", re.MULTILINE)
RULES = _RULE.findall((folder("ontology") / "w3id" / ".htaccess").read_text(encoding="utf-8"))
GRAPH = "https://HOST/store?graph=https://w3id.org/delibgraph/graph/"
ERROR = rdflib.URIRef("http://www.daml.org/2002/03/agents/agent-ont#ErrorMessage")


def redirected(path: str) -> str | None:
    """Where the first rule that fits sends a path, as Apache's mod_rewrite does."""
    for pattern, target, flags in RULES:
        if found := re.search(pattern, path):
            assert "R=303" in flags.split(",")
            assert "L" in flags.split(",")
            return re.sub(r"\$(\d)", lambda match: found[int(match[1])] or "", target)
    return None


@pytest.mark.parametrize(
    ("path", "target"),
    [
        ("", "https://HOST/"),
        ("ontology", "https://HOST/ontology"),
        ("ontology/0.1.0", "https://HOST/ontology"),
        ("shapes", "https://HOST/ontology"),
        ("code/attendance-present", "https://HOST/ontology"),
        ("regime/proxies-1", "https://HOST/ontology"),
        ("context.jsonld", "https://HOST/ontology/context.jsonld"),
        ("id/person/244200770/anne-arnaud", "https://HOST/id/person/244200770/anne-arnaud"),
        ("graph/document/0481bfbc2dbf54dd", f"{GRAPH}document/0481bfbc2dbf54dd"),
        ("graph/identity", f"{GRAPH}identity"),
        ("ontologies", None),
        ("identity", None),
    ],
)
def test_each_kind_of_identifier_is_redirected(path: str, target: str | None) -> None:
    assert redirected(path) == target


def test_each_space_of_the_vocabulary_is_redirected() -> None:
    from delibgraph.store import PREFIXES

    own = [base for base in PREFIXES.values() if base.startswith("https://w3id.org/delibgraph/")]
    paths = [base.removeprefix("https://w3id.org/delibgraph/").rstrip("#") for base in own]
    assert [path for path in paths if redirected(f"{path}x" if path.endswith("/") else path) is None] == []


@pytest.fixture(scope="module")
def closure() -> rdflib.Graph:
    """Terms and alignments, with an instance of each class, and all that OWL 2 RL concludes."""
    graph = rdflib.Graph()
    for name in ("delibgraph.ttl", "alignments.ttl"):
        graph.parse(folder("ontology") / name)
    for term in list(graph.subjects(RDF.type, OWL.Class)):
        graph.add((rdflib.URIRef(f"urn:one:{term}"), RDF.type, term))
    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics).expand(graph)
    return graph


def test_the_alignments_are_consistent(closure: rdflib.Graph) -> None:
    assert [str(told) for told in closure.objects(None, ERROR)] == []
    assert list(closure.subjects(RDF.type, OWL.Nothing)) == []


def test_a_contradiction_would_be_found(closure: rdflib.Graph) -> None:
    graph = rdflib.Graph() + closure
    graph.add((rdflib.URIRef(DG.Body.value), OWL.disjointWith, rdflib.URIRef(f"{ORG}FormalOrganization")))
    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics).expand(graph)
    assert list(graph.subjects(RDF.type, ERROR)) or list(graph.subjects(RDF.type, OWL.Nothing))


ORG = "http://www.w3.org/ns/org#"


def test_no_two_terms_fall_together(closure: rdflib.Graph) -> None:
    """No term of the project becomes the same as, or a part of, another one that it is not declared to be."""
    own = [term for term in closure.subjects(RDF.type, OWL.Class) if str(term).startswith(DG.base)]
    assert len(own) > 10
    told = rdflib.Graph().parse(folder("ontology") / "delibgraph.ttl")
    found = [(a, b) for a in own for b in own if a != b and (a, RDFS.subClassOf, b) in closure]
    assert [pair for pair in found if (pair[0], RDFS.subClassOf, pair[1]) not in told] == []
    for term, parent in ((DG.Body, "FormalOrganization"), (DG.Organ, "OrganizationalUnit"), (DG.Mandate, "Membership")):
        one = rdflib.URIRef(f"urn:one:{term.value}")
        assert (one, RDF.type, rdflib.URIRef(ORG + parent)) in closure
