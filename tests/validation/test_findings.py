"""Verdicts become findings, and the reader's findings join the shapes'."""

from __future__ import annotations

from pathlib import Path
from random import Random

from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import RdfFormat, parse

from delibgraph.facts import Finding, Severity, Span
from delibgraph.rdf import ValidationResult
from delibgraph.validation import in_order, merge, revalidate, validate_quads

SHAPE = "https://w3id.org/delibgraph/shapes#"
SITTING = "https://w3id.org/delibgraph/id/sitting/b/o/2023-07-12"
EXAMPLES = Path(__file__).parent / "examples"


def found(code: str, span: Span | None = None, value: str | None = None) -> ValidationResult:
    return ValidationResult(code, "warning", "by shape", "par forme", SITTING, value, SHAPE + code, span)


def read(code: str, span: Span | None = None) -> Finding:
    return Finding(code, "warning", "by reader", "par lecture", span)


def test_one_question_is_one_finding_with_the_shapes_node_and_the_readers_place() -> None:
    (one,) = merge([found("present-count", (0, 9), "45")], [read("present-count", (40, 52))])
    assert one == found("present-count", (40, 52), "45")


def test_the_readers_finding_without_a_place_leaves_the_shapes() -> None:
    assert merge([found("vote-count", (0, 9))], [read("vote-count")]) == [found("vote-count", (0, 9))]


def test_several_of_one_code_are_paired_with_the_nearest() -> None:
    ann, bee = found("two-states", (100, 103), "ann"), found("two-states", (500, 503), "bee")
    merged = merge([ann, bee], [read("two-states", (490, 600)), read("two-states", (90, 120))])
    assert {(one.value, one.span) for one in merged} == {("ann", (90, 120)), ("bee", (490, 600))}


def test_what_only_one_side_found_is_kept() -> None:
    merged = merge(
        [found("quorum")], [read("broken-off", (7, 8)), read("two-states", (1, 2)), read("two-states", (3, 4))]
    )
    assert [(one.code, one.focus, one.span) for one in merged] == [
        ("broken-off", None, (7, 8)),
        ("quorum", SITTING, None),
        ("two-states", None, (1, 2)),
        ("two-states", None, (3, 4)),
    ]


results = st.builds(
    ValidationResult,
    code=st.sampled_from(["a", "b"]),
    severity=st.sampled_from(["violation", "warning", "info"]),
    message=st.sampled_from(["x", "y"]),
    message_fr=st.just("z"),
    focus=st.none() | st.sampled_from(["f", "g"]),
    value=st.none() | st.sampled_from(["", "v"]),
    shape=st.none() | st.just("s"),
    span=st.none() | st.tuples(st.integers(0, 9), st.integers(10, 19)),
)


@given(st.lists(results), st.randoms())
def test_the_order_depends_on_the_findings_alone(findings: list[ValidationResult], random: Random) -> None:
    shuffled = [*findings, *findings]
    random.shuffle(shuffled)
    ordered = in_order(findings)
    assert in_order(shuffled) == ordered
    assert len(ordered) == len(set(findings))
    ranks: dict[Severity, int] = {"violation": 0, "warning": 1, "info": 2}
    assert [ranks[one.severity] for one in ordered] == sorted(ranks[one.severity] for one in ordered)


def test_words_are_filled_in_both_languages() -> None:
    ((one,),) = revalidate(EXAMPLES / "members-in-office" / "invalid.ttl").values()
    assert one.message == "The record accounts for 3 of its 4 members in office."
    assert one.message_fr == "L’acte rend compte de 3 de ses 4 membres en exercice."


def test_a_person_is_called_by_name_and_the_place_is_the_fact_that_names_them() -> None:
    text = (EXAMPLES / "holder-absent" / "invalid.ttl").read_text(encoding="utf-8")
    text = text.replace("dg:holder ex:eli ; dg:evidence ex:place", "dg:holder ex:eli ; dg:evidence ex:there")
    text += """
        @prefix foaf: <http://xmlns.com/foaf/0.1/> .
        @prefix oa: <http://www.w3.org/ns/oa#> .
        ex:eli foaf:name "Eli FAY" .
        ex:there oa:hasSelector ex:position . ex:position oa:start 40 ; oa:end 52 .
        ex:there oa:hasSelector ex:nowhere . ex:nowhere oa:start "early" ; oa:end 52 .
        ex:place oa:hasSelector ex:other . ex:other oa:start 1 ; oa:end 2 .
    """
    ((one,),) = validate_quads(parse(text, format=RdfFormat.TURTLE)).values()
    assert one.message == "Eli FAY holds a proxy and is listed as away."
    assert one.span == (40, 52)
