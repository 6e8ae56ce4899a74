"""Each rule of the law on both sides of each of its days: cases by regime, held against ``ontology/regimes.ttl``."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import pytest
from pyoxigraph import Literal, NamedNode, RdfFormat, parse

from delibgraph.rdf.vocabulary import DG, DGC
from delibgraph.resources import folder
from delibgraph.validation import validate_quads, validate_set
from tests.validation.prefixes import PREFIXES

HEAD = (
    PREFIXES
    + """
ex:organ org:unitOf ex:body ; skos:prefLabel "ORGAN" .
ex:body dg:bodyKind dgc:body-KIND .
"""
)
ACT = """
ex:sitting a dg:Sitting ; dg:organ ex:organ ; dg:date "DAY0"^^xsd:date ; dg:convocationDate "DAY-2"^^xsd:date ;
    dg:membersInOffice 30 ; dg:declaredPresent 10 .
ex:p1 a dg:Proxy ; dg:sitting ex:sitting ; dg:grantor ex:ann ; dg:holder ex:bee .
ex:p2 a dg:Proxy ; dg:sitting ex:sitting ; dg:grantor ex:cid ; dg:holder ex:bee .
ex:a1 a dg:Attendance ; dg:sitting ex:sitting ; dg:official ex:dot ; dg:seat dgc:seat-substitute .
ex:deliberation a dg:Deliberation ; dg:sitting ex:sitting .
ex:grant a dg:Funding ; dg:deliberation ex:deliberation ; dg:beneficiary ex:club ; dg:amount 23000.01 ;
    dg:fundingStatus dgc:funding-granted .
ex:club dg:organisationKind dgc:organisation-association .
"""
"""Two proxies of one holder, a third of the members, one clear day, no secretary, a substitute, a large grant."""
SET = (
    "".join(
        f"""
ex:s{n} a dg:Sitting ; dg:organ ex:organ ; dg:date "DAY{n}"^^xsd:date .
ex:q{n} a dg:Proxy ; dg:sitting ex:s{n} ; dg:grantor ex:ann ; dg:holder ex:bee .
"""
        for n in range(4)
    )
    + """
ex:m1 org:member ex:ann ; dg:office "maire" ; dg:observedOn "DAY0"^^xsd:date ; org:organization ex:organ .
ex:m2 org:member ex:ann ; dg:office "maire" ; dg:observedOn "DAY0"^^xsd:date ; org:organization ex:council .
ex:council org:unitOf ex:town .
ex:town dg:bodyKind dgc:body-KIND .
"""
)
"""One proxy for four sittings in a row, and one mayor of two communes."""


@dataclass(frozen=True)
class Case:
    """A regime, shown on a body of one kind: what is found of its code on some days (``None``: nothing)."""

    regime: str
    code: str
    kind: str
    days: dict[str, str | None]
    organ: str = "Conseil"


def since(severity: str, first: str = "1996-02-24") -> dict[str, str | None]:
    """Found from its first day on."""
    return {str(datetime.date.fromisoformat(first) - datetime.timedelta(1)): None, first: severity}


def between(days: Sequence[str], before: str | None, within: str | None, after: str | None) -> dict[str, str | None]:
    """The eve of a regime, its first and last day, and the day after."""
    return dict(zip(days, (before, within, within, after), strict=True))


GRAVE, MILD = "violation", "warning"
SPRING = ("2020-03-23", "2020-03-24", "2020-08-30", "2020-08-31")
REACH_BACK = ("2020-03-11", "2020-03-12", "2020-03-23", "2020-03-24")
AUTUMN = ("2020-10-16", "2020-10-17", "2021-09-30", "2021-10-01")
LATER = ("2021-11-09", "2021-11-10", "2022-07-31", "2022-08-01")
CASES = [
    Case("proxies", "proxies-per-holder", "region", since(GRAVE)),
    Case("emergency-2020-spring-proxies", "proxies-per-holder", "commune", between(SPRING, MILD, None, GRAVE)),
    Case(
        "emergency-2020-reach-back-proxies",
        "proxies-per-holder",
        "metropole",
        between(REACH_BACK, GRAVE, MILD, None),
    ),
    Case(
        "emergency-2020-autumn-proxies",
        "proxies-per-holder",
        "syndicat",
        between(AUTUMN, GRAVE, None, GRAVE),
    ),
    Case(
        "emergency-2021-autumn-proxies",
        "proxies-per-holder",
        "department",
        between(LATER, GRAVE, None, GRAVE),
    ),
    Case("quorum-commune", "quorum", "commune", since(MILD)),
    Case("quorum-epci", "quorum", "syndicat", since(MILD), "Comité"),
    Case("quorum-department", "quorum", "department", since(MILD)),
    Case("quorum-department-commission", "quorum", "department", since(MILD), "Commission permanente"),
    Case("quorum-region", "quorum", "region", since(MILD)),
    Case("emergency-2020-spring-quorum", "quorum", "commune", between(SPRING, None, None, MILD)),
    Case("emergency-2020-reach-back-quorum", "quorum", "metropole", between(REACH_BACK, MILD, None, None)),
    Case("emergency-2020-autumn-quorum", "quorum", "region", between(AUTUMN, MILD, None, MILD)),
    Case("emergency-2021-autumn-quorum", "quorum", "department", between(LATER, MILD, None, MILD)),
    Case("convocation-small-commune", "convocation-delay", "commune", since(MILD)),
    Case("convocation-commune", "convocation-delay", "commune", since(MILD)),
    Case("convocation-epci", "convocation-delay", "pole-metropolitain", since(MILD), "Comité"),
    Case("convocation-department", "convocation-delay", "department", since(MILD)),
    Case("convocation-region", "convocation-delay", "region", since(MILD), "Assemblée"),
    Case("secretary", "secretary-missing", "commune", since("info")),
    Case("substitutes", "substitutes", "commune", since(MILD)),
    Case("agreement", "agreement", "public-establishment", since("info", "2001-06-06")),
    Case("proxy-sittings", "proxy-sittings", "commune", since("info")),
    Case("executive-offices", "executive-offices", "commune", since(MILD, "2000-04-05")),
]
OF_SETS = {"proxy-sittings", "executive-offices"}


def text(case: Case, day: str) -> str:
    """The act, or the set, that breaks the rule if it holds on the day."""
    template = HEAD + (SET if case.code in OF_SETS else ACT)
    for shift in (-2, 0, 1, 2, 3):
        shifted = datetime.date.fromisoformat(day) + datetime.timedelta(shift)
        template = template.replace(f'"DAY{shift}"', f'"{shifted}"')
    if case.regime == "convocation-small-commune":
        template = template.replace("membersInOffice 30", "membersInOffice 23")
    return template.replace("KIND", case.kind).replace("ORGAN", case.organ)


def severity(case: Case, day: str) -> str | None:
    """How grave the finding of the case's code is on a day."""
    quads = list(parse(text(case, day), format=RdfFormat.TURTLE))
    if case.code in OF_SETS:
        results = validate_set(quads)
    else:
        (results,) = validate_quads(quads).values()
    return next((result.severity for result in results if result.code == case.code), None)


@pytest.mark.parametrize(
    ("case", "day"), [(case, day) for case in CASES for day in case.days], ids=lambda one: getattr(one, "regime", one)
)
def test_a_rule_holds_on_its_days_and_on_no_other(case: Case, day: str) -> None:
    assert severity(case, day) == case.days[day]


def test_every_regime_has_cases_on_both_sides_of_each_of_its_days() -> None:
    """A regime or a day that is added to the data must be added to the cases."""
    said: defaultdict[str, defaultdict[NamedNode, list[str]]] = defaultdict(lambda: defaultdict(list))
    for triple in parse(path=folder("ontology") / "regimes.ttl"):
        if isinstance(triple.object, Literal | NamedNode):
            said[str(triple.subject).rpartition("/")[2].strip(">")][triple.predicate].append(triple.object.value)
    cases = {case.regime: case for case in CASES}
    assert cases.keys() == said.keys()
    for regime, facts in said.items():
        starts, ends = (
            [datetime.date.fromisoformat(day) for day in facts[term]] for term in (DG.validFrom, DG.validUntil)
        )
        one = datetime.timedelta(1)
        sides = {*starts, *(day - one for day in starts), *ends, *(day + one for day in ends)}
        assert {datetime.date.fromisoformat(day) for day in cases[regime].days} == sides, regime
        assert DGC[f"body-{cases[regime].kind}"].value in facts[DG.appliesTo], regime
        names = facts[DG.organName]
        assert not names or any(cases[regime].organ.lower().startswith(name) for name in names), regime


def test_both_sides_differ_but_where_one_regime_takes_over_from_another() -> None:
    same = [
        (case.regime, day)
        for case in CASES
        for day, after in zip(list(case.days)[:-1:2], list(case.days)[1::2], strict=True)
        if case.days[day] == case.days[after]
    ]
    assert same == [("emergency-2020-spring-quorum", "2020-03-23"), ("emergency-2020-reach-back-quorum", "2020-03-23")]
