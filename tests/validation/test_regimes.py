"""The law of the day: each date at which it changed, from both sides."""

from __future__ import annotations

import datetime

import pytest
from pyoxigraph import Literal, RdfFormat, parse

from delibgraph.rdf.vocabulary import DG, DGC
from delibgraph.resources import folder
from delibgraph.validation import validate_quads
from tests.validation.prefixes import PREFIXES

ACT = (
    PREFIXES
    + """
ex:sitting a dg:Sitting ; dg:organ ex:organ ; dg:date "DATE"^^xsd:date ; dg:secretary ex:bee ; dg:evidence ex:place ;
    dg:membersInOffice 30 ; dg:declaredPresent 10 .
ex:organ org:unitOf ex:body ; skos:prefLabel "Conseil" .
ex:body dg:bodyKind dgc:body-KIND .
ex:p1 a dg:Proxy ; dg:sitting ex:sitting ; dg:grantor ex:ann ; dg:holder ex:bee ; dg:evidence ex:place .
ex:p2 a dg:Proxy ; dg:sitting ex:sitting ; dg:grantor ex:cid ; dg:holder ex:bee ; dg:evidence ex:place .
"""
)
FORBIDDEN = {("proxies-per-holder", "violation"), ("quorum", "warning")}
UNCONFIRMED = {("proxies-per-holder", "warning")}
DAYS: list[tuple[str, set[tuple[str, str]]]] = [
    ("1996-02-24", FORBIDDEN),
    ("2019-03-14", FORBIDDEN),
    ("2020-03-11", FORBIDDEN),
    ("2020-03-12", UNCONFIRMED),
    ("2020-03-23", UNCONFIRMED),
    ("2020-03-24", set()),
    ("2020-08-30", set()),
    ("2020-08-31", FORBIDDEN),
    ("2020-10-16", FORBIDDEN),
    ("2020-10-17", set()),
    ("2021-09-30", set()),
    ("2021-10-01", FORBIDDEN),
    ("2021-11-09", FORBIDDEN),
    ("2021-11-10", set()),
    ("2022-07-31", set()),
    ("2022-08-01", FORBIDDEN),
]


SHOWN = [
    DGC[f"rule-{rule}"] for rule in ("proxies-per-holder", "quorum-above", "quorum-represented", "quorum-at-least")
]
"""The rules that the act is held against; the others have their own days in the examples."""


def findings(date: str, kind: str = "commune", more: str = "") -> set[tuple[str, str]]:
    text = ACT.replace("DATE", date).replace("KIND", kind) + more
    (results,) = validate_quads(parse(text, format=RdfFormat.TURTLE)).values()
    return {(result.code, result.severity) for result in results}


@pytest.mark.parametrize(("date", "found"), DAYS)
def test_two_proxies_and_a_third_of_the_members(date: str, found: set[tuple[str, str]]) -> None:
    assert findings(date) == found


@pytest.mark.parametrize("kind", ["commune", "metropole", "syndicat", "pole-metropolitain", "department", "region"])
def test_every_kind_of_body_is_bound(kind: str) -> None:
    assert ("proxies-per-holder", "violation") in findings("2022-09-16", kind)
    assert findings("2022-06-16", kind) == set()


def test_a_third_proxy_is_never_lawful() -> None:
    third = "ex:p3 a dg:Proxy ; dg:sitting ex:sitting ; dg:grantor ex:dot ; dg:holder ex:bee ; dg:evidence ex:place ."
    for date, _ in DAYS:
        assert ("proxies-per-holder", "violation") in findings(date, more=third)


def test_the_days_are_those_of_the_data() -> None:
    """A period that is added to the data must be added to the days above."""
    path = folder("ontology") / "regimes.ttl"
    one_day = datetime.timedelta(days=1)
    edges = set()
    triples = list(parse(path=path))
    shown = {triple.subject for triple in triples if triple.predicate == DG.rule and triple.object in SHOWN}
    for triple in triples:
        if triple.subject in shown and triple.predicate in (DG.validFrom, DG.validUntil):
            assert isinstance(triple.object, Literal)
            day = datetime.date.fromisoformat(triple.object.value)
            edges |= {day, day - one_day if triple.predicate == DG.validFrom else day + one_day}
    first = datetime.date(1996, 2, 23)
    assert edges - {datetime.date.fromisoformat(date) for date, _ in DAYS} == {first}


def test_before_the_code_there_is_no_law_to_hold_an_act_against() -> None:
    assert findings("1996-02-23") == set()


def test_a_regime_is_added_as_data() -> None:
    """A new law for one kind of body and a few days: the shapes stay as they are."""
    law = """
        <urn:law> a dg:LegalRegime ; dg:rule dgc:rule-RULE ; dg:value VALUE ; dg:appliesTo dgc:body-syndicat ;
            dg:validFrom "2031-01-01"^^xsd:date ; dg:validUntil "2031-03-31"^^xsd:date .
    """
    proxies = law.replace("RULE", "proxies-per-holder").replace("VALUE", "2")
    both = proxies + proxies.replace("urn:law", "urn:other").replace("proxies-per-holder", "quorum-at-least").replace(
        "dg:value 2", "dg:value 3"
    )
    for date in ("2031-01-01", "2031-03-31"):
        assert findings(date, "syndicat", proxies) == FORBIDDEN - {("proxies-per-holder", "violation")}
        assert findings(date, "syndicat", both) == set()
        assert findings(date, "commune", both) == FORBIDDEN
    for date in ("2030-12-31", "2031-04-01"):
        assert findings(date, "syndicat", both) == FORBIDDEN
