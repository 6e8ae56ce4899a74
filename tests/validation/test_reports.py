"""Reports for other programs say what the findings say, and a baseline hides what was accepted and nothing else."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote

import pytest
from pyoxigraph import RdfFormat, parse

from delibgraph.build import Report
from delibgraph.rdf import ValidationResult
from delibgraph.rdf.vocabulary import SH
from delibgraph.store import NQUADS
from delibgraph.validation import ENGINES, reports, revalidate

Found = dict[str, list[ValidationResult]]


@pytest.fixture(scope="module")
def found(built: tuple[Path, Report]) -> Found:
    told = revalidate(built[0] / NQUADS, ENGINES["compiled"]())
    return {name: list(findings) for name, findings in told.items()}


def test_sarif_places_each_finding(found: Found, examples: list[Path]) -> None:
    texts = {path.name: path.read_text(encoding="utf-8") for path in examples}
    log = json.loads(reports.to_sarif(found, "fr"))
    (run,) = log["runs"]
    assert log["version"] == "2.1.0"
    assert len(run["results"]) == sum(map(len, found.values())) == 7
    assert {rule["id"] for rule in run["tool"]["driver"]["rules"]} == {result["ruleId"] for result in run["results"]}
    (violation,) = [result for result in run["results"] if result["level"] == "error"]
    place = violation["locations"][0]["physicalLocation"]
    region = place["region"]
    text = texts[unquote(place["artifactLocation"]["uri"])]
    assert "COLLIVARD" in text[region["charOffset"] : region["charOffset"] + region["charLength"]]
    assert violation["message"]["text"].startswith("Bastien COLLIVARD détient")


def test_turtle_is_a_validation_report(found: Found) -> None:
    triples = list(parse(reports.to_turtle(found).encode(), RdfFormat.TURTLE))
    results = [triple for triple in triples if triple.predicate == SH["result"]]
    assert len(results) == 7
    (conforms,) = [triple.object for triple in triples if triple.predicate == SH["conforms"]]
    assert str(conforms).startswith('"false"')
    none = reports.to_turtle({"a.txt": []})
    assert '"true"' in none or "true" in none
    assert "sh:result " not in none


def test_a_baseline_hides_what_was_accepted(found: Found, tmp_path: Path) -> None:
    path = tmp_path / "accepted.json"
    path.write_text(reports.to_baseline(found), encoding="utf-8")
    accepted = reports.read_baseline(path)
    assert not any(reports.beyond(found, accepted).values())
    name = next(name for name, findings in found.items() if findings)
    reworded = replace(found[name][0], message="other words", span=(1, 2))
    assert not any(reports.beyond({name: [reworded]}, accepted).values())
    for other in (replace(reworded, focus="https://example.org/x"), replace(reworded, code="another")):
        assert reports.beyond({name: [other]}, accepted)[name] == [other]
    assert reports.beyond({"another.txt": [reworded]}, accepted)["another.txt"] == [reworded]


@pytest.mark.parametrize("text", ["", "[]", '{"accepted": [1]}', '{"accepted": [{}]}'])
def test_a_wrong_baseline_names_the_way_out(text: str, tmp_path: Path) -> None:
    path = tmp_path / "accepted.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ValueError, match="--write-baseline"):
        reports.read_baseline(path)
