from __future__ import annotations

import random
from pathlib import Path

import pytest
import rdflib
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Triple, parse

from delibgraph.rdf.vocabulary import DG, GRAPH, ID
from delibgraph.store.files import nquads, ntriples, replacing, write_atomically, write_turtle

NODES = st.sampled_from([NamedNode(f"{ID}person/1/{name}") for name in ("a-b", "c", "d%20e")])
TEXTS = st.text(alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=20)
QUADS = st.lists(
    st.builds(
        Quad,
        NODES,
        st.sampled_from([DG.date, DG.holder]),
        st.one_of(NODES, st.builds(Literal, TEXTS)),
        st.sampled_from([NamedNode(GRAPH + name) for name in ("identity", "document/1", "document/2")]),
    ),
    max_size=30,
)


@given(QUADS, st.randoms())
def test_nquads_are_the_same_whatever_the_order_and_the_repeats(quads: list[Quad], shuffle: random.Random) -> None:
    other = quads + quads[:3]
    shuffle.shuffle(other)
    assert nquads(other) == nquads(quads) == sorted(nquads(quads))
    assert set(parse(b"".join(nquads(quads)), RdfFormat.N_QUADS)) == set(quads)


@given(quads=QUADS)
def test_turtle_says_what_the_quads_say(tmp_path_factory: pytest.TempPathFactory, quads: list[Quad]) -> None:
    path = tmp_path_factory.mktemp("turtle") / "graph.ttl"
    write_turtle(path, quads)
    triples = {quad.triple for quad in quads}
    assert {quad.triple for quad in parse(path=path)} == triples
    ours = rdflib.Graph().parse(data=ntriples(triples), format="nt")
    assert set(rdflib.Graph().parse(path, format="turtle")) == set(ours)


def test_turtle_is_for_people(tmp_path: Path) -> None:
    person, name = NamedNode(f"{ID}person/1/a-b"), NamedNode("http://xmlns.com/foaf/0.1/name")
    kind = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
    graph = NamedNode(GRAPH + "identity")
    quads = [Quad(person, name, Literal('A "B" .\n'), graph), Quad(person, kind, DG.ElectedOfficial, graph)]
    write_turtle(tmp_path / "graph.ttl", quads)
    text = (tmp_path / "graph.ttl").read_text(encoding="utf-8")
    assert "@prefix dg: <https://w3id.org/delibgraph/ontology#> .\n" in text
    assert text.endswith('<person/1/a-b> a dg:ElectedOfficial ;\n\tfoaf:name "A \\"B\\" .\\n" .\n')


def test_ntriples_keep_the_order() -> None:
    triples = [Triple(DG.date, DG.date, DG.until), Triple(DG.date, DG.date, DG.about)]
    assert ntriples(triples).decode() == "".join(f"{triple} .\n" for triple in triples)


def test_a_file_is_replaced_whole(tmp_path: Path) -> None:
    path = tmp_path / "report.json"
    write_atomically(path, b"first")
    write_atomically(path, b"second")
    assert path.read_bytes() == b"second"
    assert list(tmp_path.iterdir()) == [path]


def interrupted(path: Path) -> None:
    with replacing(path) as target:
        target.write(b"half of")
        raise KeyboardInterrupt


def test_an_interrupted_write_leaves_the_last_good_file(tmp_path: Path) -> None:
    path = tmp_path / "graph.ttl"
    write_atomically(path, b"good")
    with pytest.raises(KeyboardInterrupt):
        interrupted(path)
    assert path.read_bytes() == b"good"
    assert list(tmp_path.iterdir()) == [path]
