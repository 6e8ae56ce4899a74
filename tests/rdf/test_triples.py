"""A graph in memory: what is derived from it is right after it was joined with others, or added to."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, RdfFormat, serialize

from delibgraph.rdf import Triples
from delibgraph.rdf.vocabulary import RDF, XSD

NODES = [NamedNode(f"https://example.org/{name}") for name in "abcd"]
STATED = st.sets(st.tuples(st.sampled_from(NODES), st.sampled_from([RDF.type, *NODES[:2]]), st.sampled_from(NODES)))
Stated = set[tuple[NamedNode, NamedNode, NamedNode]]


def graph(stated: Stated) -> Triples:
    made = Triples()
    for one in sorted(stated, key=str):
        made.add(*one)
    return made


def agree(derived: Triples, stated: Stated) -> None:
    """What is derived is what the triples say."""
    assert set(derived) == stated
    assert derived.predicates == {predicate for _, predicate, _ in stated}
    for predicate in {one[1] for one in stated} | {RDF.type}:
        column = [(subject, value) for subject, term, value in stated if term == predicate]
        inverse = derived.inverse(predicate)
        assert {(subject, value) for value, subjects in inverse.items() for subject in subjects} == set(column)
        assert sum(map(len, inverse.values())) == len(column)
        assert derived.objects(predicate) == {value for _, value in column}
        subjects = [subject for subject, _ in column]
        assert derived.width(predicate) == max(map(subjects.count, subjects), default=0)
    for class_ in NODES:
        assert derived.instances(class_) == {one for one, term, value in stated if (term, value) == (RDF.type, class_)}


@given(STATED, STATED, STATED, st.booleans(), st.booleans())
def test_what_is_derived_holds_after_graphs_are_joined(
    one: Stated, other: Stated, third: Stated, asked: bool, asked_other: bool
) -> None:
    first, second = graph(one), graph(other)
    if asked:
        agree(first, one)
    if asked_other:
        agree(second, other)
    both = first.joined(second, graph(third))
    agree(both, one | other | third)
    agree(first, one)
    agree(second, other)


@given(STATED, STATED)
def test_what_is_derived_is_forgotten_when_a_triple_is_added(one: Stated, other: Stated) -> None:
    grown = graph(one)
    agree(grown, one)
    for triple in other:
        grown.add(*triple)
    agree(grown, one | other)


TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
LITERALS = st.one_of(
    st.builds(Literal, TEXTS),
    st.builds(Literal, TEXTS, language=st.sampled_from(["fr", "en"])),
    st.builds(Literal, TEXTS, datatype=st.sampled_from([XSD.integer, XSD.string, NODES[3]])),
)


@given(
    st.lists(st.tuples(st.sampled_from(NODES), st.sampled_from(NODES[:2]), st.one_of(st.sampled_from(NODES), LITERALS)))
)
def test_the_lines_are_those_that_the_library_writes(
    stated: list[tuple[NamedNode, NamedNode, NamedNode | Literal]],
) -> None:
    made = Triples()
    for one in stated:
        made.add(*one)
    assert "".join(made.nquads(NODES[0])).encode() == serialize(made.quads(NODES[0]), format=RdfFormat.N_QUADS)
