"""The identity graph: who is who, by which names, and who judged so."""

from __future__ import annotations

from pyoxigraph import Literal, NamedNode, Quad

from delibgraph.identity import Body, Identities, Judgement, Organ, Organisation, Person
from delibgraph.rdf import identity_quads
from delibgraph.rdf.vocabulary import DG, DGC, FOAF, ID, IDENTITY_GRAPH, ORG, RDF, SKOS

ENTITIES = Identities(
    bodies={"1": Body("1", "Métropole", ("Metropole",), "244200770", "métropole")},
    organs={"1/bureau": Organ("1/bureau", "1", "Bureau")},
    persons={"1/lecocq": Person("1/lecocq", "1", "LECOCQ", ("LECOCCQ", "LECOCQ"))},
    organisations={
        "mecaloire": Organisation("mecaloire", "Mécaloire", (), ("cluster", "réseau", "grappe industrielle"))
    },
    judgements=(
        Judgement("person/1/lecocq", "LECOCQ", "LECOCCQ", "same", 0.93, "one letter doubled"),
        Judgement("person/1/lecocq", "LECOCCQ", "LECOCQ", "same", 0.93, "one letter doubled"),
    ),
)


def statements(quads: list[Quad], sort: str) -> dict[str, set[str]]:
    """What is said of the one node of a sort, by predicate."""
    of_sort = [quad for quad in quads if str(quad.subject).startswith(f"<{ID}{sort}/")]
    assert len({quad.subject for quad in of_sort}) == 1
    said: dict[str, set[str]] = {}
    for quad in of_sort:
        assert isinstance(quad.object, NamedNode | Literal)
        said.setdefault(quad.predicate.value, set()).add(quad.object.value)
    return said


def test_each_entity_says_its_names_and_kinds_once() -> None:
    quads = list(identity_quads(ENTITIES))
    assert len(quads) == len(set(quads))
    assert {quad.graph_name for quad in quads} == {IDENTITY_GRAPH}
    assert statements(quads, "body") == {
        RDF.type.value: {DG.Body.value},
        SKOS.prefLabel.value: {"Métropole"},
        SKOS.altLabel.value: {"Metropole"},
        DG.siren.value: {"244200770"},
        DG.bodyKind.value: {DGC["body-metropole"].value},
    }
    assert statements(quads, "organ")[ORG.unitOf.value] == {f"{ID}body/1"}
    person = statements(quads, "person")
    assert (person[FOAF.name.value], person[SKOS.altLabel.value]) == ({"LECOCQ"}, {"LECOCCQ"})


def test_a_kind_is_a_code_where_there_is_one_and_text_elsewhere() -> None:
    said = statements(list(identity_quads(ENTITIES)), "organisation")
    assert said[DG.organisationKind.value] == {DGC["organisation-cluster"].value, DGC["organisation-grappe"].value}
    assert said[DG.kindLabel.value] == {"réseau"}


def test_a_judgement_is_one_whichever_spelling_comes_first() -> None:
    said = statements(list(identity_quads(ENTITIES)), "judgement")
    assert said[DG.about.value] == {f"{ID}person/1/lecocq"}
    assert (said[DG.left.value], said[DG.right.value]) == ({"LECOCCQ"}, {"LECOCQ"})
    assert said[DG.judgement.value] == {DGC["judgement-same"].value}
    assert said[DG.score.value] == {"0.93"}
    assert said[DG.decidedBy.value] == {"delibgraph"}


def test_a_body_without_a_name_is_given_none() -> None:
    quads = list(identity_quads(Identities(bodies={"unknown-1": Body("unknown-1", None)})))
    assert [quad.predicate for quad in quads] == [RDF.type]
    assert not [quad for quad in quads if isinstance(quad.object, Literal)]
