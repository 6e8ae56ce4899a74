"""What binds a grant and what is said of organisations, from facts to triples."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from delibgraph.facts import (
    Act,
    Agreement,
    Funding,
    Instalment,
    MemberCount,
    Office,
    Organisation,
    Relation,
    Span,
)
from delibgraph.identity import resolve
from delibgraph.rdf import document_quads
from delibgraph.rdf.vocabulary import DCTERMS, DG, DGC, FOAF, ID, ORG, RDF, XSD
from delibgraph.reading import Document
from tests.rdf.conftest import span

PATH = "commune-de-valmont/2023-17"
FRIENDS = "organisation/commune-de-valmont/les-amis"
Triples = set[tuple[str, NamedNode, NamedNode | Literal]]


def place() -> Span:
    return span("1 500,50 €")


def told(act: Act, document: Document, **changes: object) -> Triples:
    """The triples of the act with its one deliberation changed."""
    [deliberation] = act.deliberations
    changed = replace(act, deliberations=(replace(deliberation, **changes),))  # type: ignore[arg-type]
    quads: list[Quad] = list(document_quads([changed], document, resolve([changed])))
    return {(quad.subject.value, quad.predicate, quad.object) for quad in quads}  # type: ignore[union-attr, misc]


def node(tail: str) -> NamedNode:
    return NamedNode(ID + tail)


@pytest.fixture
def shared(act: Act, document: Document) -> Triples:
    names = ("Les Amis", "Le Chœur")
    funding = Funding("Les Amis et Le Chœur", 900.0, "granted", place(), shared=names)
    organisations = tuple(Organisation(name, place()) for name in names)
    return told(act, document, funding=(funding,), organisations=organisations)


def test_a_sum_that_several_share_is_nobody_s_alone(shared: Triples) -> None:
    [funding] = {subject for subject, _, value in shared if value == DG.Funding}
    assert funding.startswith(f"{ID}funding/{PATH}/shared-")
    assert {value for subject, term, value in shared if subject == funding and term == DG.sharedAmong} == {
        node(FRIENDS),
        node("organisation/le-choeur"),
    }
    assert not [term for _, term, _ in shared if term == DG.beneficiary]


def test_terms_of_a_grant(act: Act, document: Document) -> None:
    [grant] = act.deliberations[0].funding
    bound = replace(
        grant,
        conditions="sous réserve du bilan",
        agreement=Agreement("convention", place(), "2023-05-04", "2025"),
        instalments=(Instalment(place(), share=70.0, due="à la signature"), Instalment(place(), amount=450.15)),
    )
    found = told(act, document, funding=(bound,))
    funding = f"funding/{PATH}/les-amis/1500.5-2023-granted"
    agreement = f"agreement/{PATH}/convention-2023-05-04"
    assert {
        (ID + funding, DG.conditions, Literal("sous réserve du bilan")),
        (ID + funding, DG.agreement, node(agreement)),
        (ID + agreement, DCTERMS.title, Literal("convention")),
        (ID + agreement, DG.periodStart, Literal("2023-05-04", datatype=XSD.date)),
        (ID + agreement, DG.periodEnd, Literal("2025", datatype=XSD.gYear)),
        (f"{ID}instalment/{PATH}/les-amis/1500.5-2023-granted/1", DG.funding, node(funding)),
        (f"{ID}instalment/{PATH}/les-amis/1500.5-2023-granted/1", DG.share, Literal("70", datatype=XSD.decimal)),
        (f"{ID}instalment/{PATH}/les-amis/1500.5-2023-granted/1", DG.due, Literal("à la signature")),
        (
            f"{ID}instalment/{PATH}/les-amis/1500.5-2023-granted/2",
            DG.partAmount,
            Literal("450.15", datatype=XSD.decimal),
        ),
    } <= found


def test_relations_lead_from_an_organisation_the_body_or_a_project(act: Act, document: Document) -> None:
    organisations = (*act.deliberations[0].organisations, Organisation("Le Chœur", place()))
    relations = (
        Relation("Les Amis", "member-of", "Le Chœur", place()),
        Relation(None, "member-of", "Le Chœur", place()),
        Relation("projet ALPHA", "borne-by", "Le Chœur", place(), is_project=True),
    )
    found = told(act, document, organisations=organisations, relations=relations)
    choir, friends = node("organisation/le-choeur"), node(FRIENDS)
    body = node("body/commune-de-valmont")
    assert {
        (f"{ID}relation/{PATH}/les-amis/member-of/le-choeur", DG.subject, friends),
        (f"{ID}relation/{PATH}/body/member-of/le-choeur", DG.subject, body),
        (f"{ID}relation/{PATH}/projet-alpha/borne-by/le-choeur", DG.project, Literal("projet ALPHA")),
        (f"{ID}relation/{PATH}/projet-alpha/borne-by/le-choeur", DG.relationKind, DGC["relation-borne-by"]),
    } <= found
    assert {(subject, value) for subject, term, value in found if term == ORG.linkedTo} == {
        (friends.value, choir),
        (body.value, choir),
    }


def test_an_office_is_an_official_s_or_somebody_else_s(act: Act, document: Document) -> None:
    offices = (
        Office("ROY Ève", "Les Amis", place(), "trésorière"),
        Office("Paula Nix", "Les Amis", place()),
    )
    found = told(act, document, offices=offices)
    people = {value for subject, term, value in found if term == ORG.member and "/affiliation/" in subject}
    assert people == {node("person/commune-de-valmont/eve-roy"), node("person/commune-de-valmont/paula-nix")}
    assert {subject for subject, term, value in found if (term, value) == (RDF.type, FOAF.Person)} == {
        f"{ID}person/commune-de-valmont/paula-nix"
    }
    assert (f"{ID}affiliation/{PATH}/eve-roy/tresoriere/les-amis", DG.office, Literal("trésorière")) in found


def test_members_acronyms_and_former_names(act: Act, document: Document) -> None:
    organisations = (
        Organisation("Les Amis", place(), also=("LA", "Les Copains"), acronym="LA", former=("Les Copains",)),
    )
    counts = (MemberCount("Les Amis", 61, "adhérents", place(), "2022"),)
    found = told(act, document, organisations=organisations, member_counts=counts)
    count, friends = f"{ID}member-count/{PATH}/les-amis/adherents-2022", ID + FRIENDS
    assert {
        (count, DG["count"], Literal("61", datatype=XSD.integer)),
        (count, DG.asOf, Literal("2022", datatype=XSD.gYear)),
        (friends, DG.acronym, Literal("LA")),
        (friends, DG.formerName, Literal("Les Copains")),
    } <= found
