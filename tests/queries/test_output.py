from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
import rdflib

from delibgraph.queries import Format, QueryError, run, write
from delibgraph.store import open_store

STORE = open_store(Path(__file__).parents[1] / "competency" / "graph.trig")
PEOPLE = "SELECT ?person ?name WHERE { ?person foaf:name ?name } ORDER BY ?name LIMIT 2"
TRIPLES = "CONSTRUCT { ?g dg:holder ?h } WHERE { ?p dg:grantor ?g ; dg:holder ?h }"


def written(query: str, format_: Format) -> str:
    target = io.BytesIO()
    write(run(STORE, query), target, format_)
    return target.getvalue().decode()


def test_a_table_is_aligned_with_short_iris() -> None:
    assert written(PEOPLE, "table") == (
        "person                             name\n"
        "id:person/244200770/anne-arnaud    Anne ARNAUD\n"
        "id:person/244200770/bruno-bernard  Bruno BERNARD\n"
    )


def test_a_table_shows_hostile_text_as_text_on_one_line() -> None:
    shown = written("SELECT ?x WHERE { VALUES ?x { '[red]x[/red]' 'a\\nb' '<b>' } }", "table")
    assert shown.splitlines() == ["x", "[red]x[/red]", "a b", "<b>"]


def test_csv_is_the_w3c_format() -> None:
    rows = list(csv.reader(io.StringIO(written(PEOPLE, "csv"))))
    base = "https://w3id.org/delibgraph/id/person/244200770/"
    assert rows == [
        ["person", "name"],
        [base + "anne-arnaud", "Anne ARNAUD"],
        [base + "bruno-bernard", "Bruno BERNARD"],
    ]


def test_json_is_the_w3c_format() -> None:
    found = json.loads(written(PEOPLE, "json"))
    assert found["head"]["vars"] == ["person", "name"]
    assert found["results"]["bindings"][0]["name"] == {"type": "literal", "value": "Anne ARNAUD"}


def test_triples_are_turtle() -> None:
    assert len(rdflib.Graph().parse(data=written(TRIPLES, "ttl"), format="turtle")) == 5
    assert written(TRIPLES, "table") == written(TRIPLES, "ttl")


def test_a_truth_is_a_word_or_json() -> None:
    assert written("ASK { ?s a dg:Proxy }", "table") == written("ASK { ?s a dg:Proxy }", "csv") == "true\n"
    assert json.loads(written("ASK { ?s a dg:Nothing }", "json"))["boolean"] is False


@pytest.mark.parametrize(
    ("query", "format_"), [(PEOPLE, "ttl"), (TRIPLES, "csv"), (TRIPLES, "json"), ("ASK {}", "ttl")]
)
def test_a_format_that_cannot_hold_the_answer_is_refused(query: str, format_: Format) -> None:
    with pytest.raises(QueryError, match="ask for"):
        written(query, format_)
