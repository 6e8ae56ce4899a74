"""The law of the day: whom it binds, what it never allows, and how a regime is added."""

from __future__ import annotations

import pytest
from pyoxigraph import RdfFormat, parse

from delibgraph.validation import validate_quads
from tests.validation.prefixes import PREFIXES
from tests.validation.test_law_days import CASES

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
EVE = "1996-02-23"
"""The day before the code came into force."""
FORBIDDEN = {("proxies-per-holder", "violation"), ("quorum", "warning")}
DAYS = sorted({day for case in CASES if case.code == "proxies-per-holder" for day in case.days if day > EVE})


def findings(date: str, kind: str = "commune", more: str = "") -> set[tuple[str, str]]:
    text = ACT.replace("DATE", date).replace("KIND", kind) + more
    (results,) = validate_quads(parse(text, format=RdfFormat.TURTLE)).values()
    return {(result.code, result.severity) for result in results}


@pytest.mark.parametrize("kind", ["commune", "metropole", "syndicat", "pole-metropolitain", "department", "region"])
def test_every_kind_of_body_is_bound(kind: str) -> None:
    assert ("proxies-per-holder", "violation") in findings("2022-09-16", kind)
    assert findings("2022-06-16", kind) == set()


def test_a_third_proxy_is_never_lawful() -> None:
    third = "ex:p3 a dg:Proxy ; dg:sitting ex:sitting ; dg:grantor ex:dot ; dg:holder ex:bee ; dg:evidence ex:place ."
    assert len(DAYS) > 12
    for date in DAYS:
        assert ("proxies-per-holder", "violation") in findings(date, more=third)


def test_before_the_code_there_is_no_law_to_hold_an_act_against() -> None:
    assert findings(EVE) == set()


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
