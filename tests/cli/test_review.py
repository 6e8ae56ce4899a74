"""``review`` as a user meets it: pairs with their sentences, answers that last, tables in and out."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from delibgraph.build import build
from delibgraph.cli.main import group
from delibgraph.identity.ledger import DECISIONS

ACT = """Commune de Trelles
Conseil municipal
Séance du {day} 2023
Délibération n° 2023-{number}

Présents : Mme Zoé QUINEZ, Maire, M. Luc OVIDAL, M. Paul {surname}, Mme Anne FLERAS
Absents : M. Guy MARVAC
Pouvoirs : M. Guy MARVAC donne pouvoir à M. Luc OVIDAL

Le conseil municipal, après en avoir délibéré, à l'unanimité,
ATTRIBUE une subvention de 500 € à l'association Mécavirenne.
"""
PAIR = ("Paul DURAND", "Paul DURANT")


@pytest.fixture
def sources(tmp_path: Path) -> list[Path]:
    paths = []
    for number, (day, surname) in enumerate([("3 mars", "DURAND"), ("14 avril", "DURANT"), ("12 mai", "DURANT")]):
        paths.append(tmp_path / f"{number}.txt")
        paths[-1].write_text(ACT.format(day=day, surname=surname, number=f"0{number}"), encoding="utf-8")
    return paths


@pytest.fixture
def out(sources: list[Path], tmp_path: Path) -> Path:
    build(sources, tmp_path / "out")
    return tmp_path / "out"


def _review(*arguments: object, stdin: str | None = None) -> Result:
    assert isinstance(group, click.Group)
    return CliRunner().invoke(group, ["review", *map(str, arguments)], input=stdin)


def _rows(out: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO((out / DECISIONS).read_text(encoding="utf-8"))))


def _verdicts(out: Path) -> list[tuple[str, str]]:
    return [(row["judgement"], row["who"]) for row in _rows(out) if {row["left"], row["right"]} == set(PAIR)]


def _persons(out: Path, sources: list[Path]) -> int:
    return build(sources, out).counts["persons"]


def test_an_undecided_pair_is_shown_with_its_sentences_and_a_yes_joins(out: Path, sources: list[Path]) -> None:
    assert _verdicts(out) == [("undecided", "delibgraph")]
    before = _persons(out, sources)
    told = _review(out, "--who", "Ada", stdin="y\n")
    assert told.exit_code == 0
    assert "1 of 1" in told.output
    for name in PAIR:
        assert f"M. Luc OVIDAL, M. {name}, Mme Anne" in told.output
    assert _persons(out, sources) == before - 1
    assert _verdicts(out) == [("same", "Ada")]
    assert "nothing is undecided" in _review(out).output


def test_two_spellings_of_a_body_are_shown_and_ruled_on(tmp_path: Path) -> None:
    paths = []
    for number, body in enumerate(["Commune de Trelles", "COMMUNE DE TREILES", "Commune de Trelles"]):
        paths.append(tmp_path / f"{number}.txt")
        text = ACT.format(day=f"{number + 3} mars", surname="DURAND", number=f"0{number}")
        paths[-1].write_text(text.replace("Commune de Trelles", body), encoding="utf-8")
    out = tmp_path / "out"
    assert build(paths, out).counts["bodies"] == 2
    told = _review(out, "--who", "Ada", stdin="y\n")
    assert "one body? one letter apart, which can be another name; their lists have 5 names in common" in told.output
    for words in ("… Commune de Trelles Conseil municipal", "… COMMUNE DE TREILES Conseil municipal"):
        assert words in told.output
    assert build(paths[::-1], out).counts["bodies"] == 1
    assert [(row["sort"], row["judgement"], row["who"]) for row in _rows(out) if row["sort"] == "body"] == [
        ("body", "same", "Ada")
    ]
    assert _review(out, "--withdraw", "Commune de Trelles", "COMMUNE DE TREILES").exit_code == 0
    assert build(paths, out).counts["bodies"] == 2


def test_answers_outlive_rebuilds_without_changing_a_byte(out: Path, sources: list[Path]) -> None:
    _review(out, "--who", "Ada", stdin="n\n")
    _persons(out, sources)
    files = {name: (out / name).read_bytes() for name in (DECISIONS, "graph.nq.gz")}
    _persons(out, sources[::-1])
    assert {name: (out / name).read_bytes() for name in files} == files
    assert _verdicts(out) == [("different", "Ada")]


def test_who_stops_goes_on_later(out: Path) -> None:
    told = _review(out, stdin="q\n")
    assert "1 left" in told.output
    assert _verdicts(out) == [("undecided", "delibgraph")]
    _review(out, "--who", "Ada", stdin="u\n")
    assert _verdicts(out) == [("unsure", "Ada")]
    assert "nothing is undecided" in _review(out).output


def test_a_table_goes_out_and_comes_back_changed(out: Path, sources: list[Path], tmp_path: Path) -> None:
    table = tmp_path / "pairs.csv"
    assert _review(out, "--export", table).exit_code == 0
    table.write_text(table.read_text(encoding="utf-8").replace("undecided", "yes"), encoding="utf-8")
    told = _review(out, "--import", table, "--who", "Ada")
    assert "1 decided" in told.output
    assert _verdicts(out) == [("same", "Ada")]
    assert "0 decided" in _review(out, "--import", table, "--who", "Eve").output
    other = tmp_path / "other"
    joined = build(sources, other, decisions=out / DECISIONS).counts["persons"]
    assert joined == build(sources, tmp_path / "plain").counts["persons"] - 1
    assert _verdicts(other) == [("same", "Ada")]


def test_all_above_a_score_are_joined_at_once(out: Path) -> None:
    assert "0 decided" in _review(out, "--accept-above", "0.9").output
    assert "1 decided" in _review(out, "--accept-above", "0.5", "--who", "Ada").output
    assert _verdicts(out) == [("same", "Ada")]


def test_a_decision_is_taken_back(out: Path, sources: list[Path]) -> None:
    before = (out / "graph.nq.gz").read_bytes()
    _review(out, "--who", "Ada", stdin="y\n")
    _persons(out, sources)
    assert (out / "graph.nq.gz").read_bytes() != before
    assert _review(out, "--withdraw", *PAIR).exit_code == 0
    _persons(out, sources)
    assert (out / "graph.nq.gz").read_bytes() == before
    assert "nobody has decided" in _review(out, "--withdraw", *PAIR).output


def test_the_graph_of_decisions(out: Path, sources: list[Path], tmp_path: Path) -> None:
    _review(out, "--who", "Ada", stdin="y\n")
    _persons(out, sources)
    path = tmp_path / "decisions.ttl"
    assert _review(out, "--export", path).exit_code == 0
    graph = path.read_text(encoding="utf-8")
    assert 'dg:decidedBy "Ada"' in graph
    assert "generatedAtTime" in graph


def test_a_contradiction_is_told_and_changes_nothing(out: Path, tmp_path: Path) -> None:
    body = "commune-de-trelles"
    head = "sort,left_body,left,right_body,right,judgement,who\n"
    lines = [
        f"person,{body},Paul DURAND,{body},Paul DURANT,same,Ada",
        f"person,{body},Paul DURANT,{body},Luc OVIDAL,same,Ada",
        f"person,{body},Luc OVIDAL,{body},Paul DURAND,different,Eve",
    ]
    table = tmp_path / "wrong.csv"
    table.write_text(head + "\n".join(lines) + "\n", encoding="utf-8")
    before = (out / DECISIONS).read_bytes()
    told = _review(out, "--import", table)
    assert told.exit_code == 1
    for word in ("contradict", "Paul DURANT", "Luc OVIDAL", "Eve", "nothing was changed"):
        assert word in told.output
    assert (out / DECISIONS).read_bytes() == before


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a,b\n1,2\n", "the column 'sort' is missing"),
        ("sort,left_body,left,right_body,right,judgement\nperson,b,A,b,B,perhaps\n", "line 2: judgement 'perhaps'"),
        ("sort,left_body,left,right_body,right,judgement\nperson,b,,b,B,same\n", "line 2: the column 'left' is empty"),
        ("sort,left_body,left,right_body,right,judgement,score\nperson,b,A,b,B,same,high\n", "'high' is no number"),
    ],
)
def test_a_broken_table_is_told_with_its_line(out: Path, tmp_path: Path, text: str, words: str) -> None:
    table = tmp_path / "broken.csv"
    table.write_text(text, encoding="utf-8")
    told = _review(out, "--import", table)
    assert told.exit_code == 2
    assert words in told.output


def test_a_folder_without_a_graph_names_the_way_out(tmp_path: Path) -> None:
    told = _review(tmp_path)
    assert told.exit_code == 2
    assert "delibgraph build" in told.output
