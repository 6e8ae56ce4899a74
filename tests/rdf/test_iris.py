"""IRIs are those of docs/model.md, and safe whatever a key holds."""

from __future__ import annotations

import datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import NamedNode
from rdflib import URIRef

from delibgraph.facts import Attendance, Deliberation
from delibgraph.rdf import iris

SHA = "0123456789abcdef" * 4
DAY = datetime.date(2023, 7, 12)
SITTING = "244200770/bureau/2023-07-12"
ABSENT = Attendance("x", "absent", (0, 1))


@pytest.mark.parametrize(
    ("made", "tail"),
    [
        (iris.node("body", "244200770"), "body/244200770"),
        (iris.node("sitting", iris.sitting_path("244200770/bureau", DAY, SHA)), f"sitting/{SITTING}"),
        (iris.node("sitting", iris.sitting_path("b/o", None, SHA)), "sitting/b/o/undated-01234567"),
        (iris.mandate("244200770/bureau", "244200770/ann-bee"), "mandate/244200770/bureau/ann-bee"),
        (iris.attendance(SITTING, "244200770/ann-bee"), f"attendance/{SITTING}/ann-bee"),
        (iris.attendance(SITTING, "244200770/ann-bee", ABSENT), f"attendance/{SITTING}/ann-bee/absent"),
        (iris.proxy(SITTING, "244200770/ann", "244200770/bee"), f"proxy/{SITTING}/ann/bee"),
        (iris.proxy(SITTING, "244200770/ann", None), f"proxy/{SITTING}/ann/unnamed"),
        (iris.document(SHA), "document/0123456789abcdef"),
        (iris.evidence(SHA, (12, 31)), "evidence/0123456789abcdef/12-31"),
        (iris.extraction("0.1.0"), "extraction/0.1.0"),
    ],
)
def test_iris_are_those_of_the_model(made: NamedNode, tail: str) -> None:
    assert made.value == f"https://w3id.org/delibgraph/id/{tail}"


@pytest.mark.parametrize(
    ("number", "title", "path"),
    [
        ("2023.00367", "x", "b/2023-00367"),
        (None, "Achat d’un  Château", "b/o/2023-07-12/achat-d-un-chateau"),
        ("—", "w" * 90, "b/o/2023-07-12/" + "w" * 60 + "-4e0170ff"),
        (None, "mot " * 20, "b/o/2023-07-12/" + "-".join(["mot"] * 15) + "-ef5e18f1"),
        (None, None, "b/o/2023-07-12/01234567-40"),
        (None, "***", "b/o/2023-07-12/01234567-40"),
    ],
)
def test_a_deliberation_is_known_by_its_number_then_its_title_then_its_place(
    number: str | None, title: str | None, path: str
) -> None:
    facts = Deliberation((40, 90), number=number, title=title)
    assert iris.deliberation_path("b", "b/o/2023-07-12", facts, SHA) == path


def test_money_is_known_by_whom_how_much_when_and_how() -> None:
    assert iris.funding_path("b/1", "club", Decimal("20000"), 2023, "granted") == "b/1/club/20000-2023-granted"
    assert iris.funding_path("b/1", "club", Decimal("0.5"), None, "background") == "b/1/club/0.5-undated-background"


@given(st.text(), st.text())
def test_any_key_makes_an_iri_that_both_libraries_take(body: str, person: str) -> None:
    made = iris.node("person", f"{body}/{person}")
    assert made.value.isascii()
    assert not set(made.value) & set(' <>"{}|\\^`')
    assert URIRef(made.value).n3() == f"<{made.value}>"


@given(st.text(), st.text())
def test_a_digest_keeps_its_parts_apart(left: str, right: str) -> None:
    assert iris.digest(left, right) != iris.digest(left + right)
    assert (iris.digest(left, right) == iris.digest(right, left)) == (left == right)
