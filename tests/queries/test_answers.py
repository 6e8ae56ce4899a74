"""An answer that is kept is that of the build and of the question, and the same term for term."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from pyoxigraph import QuerySolutions, Store

from delibgraph.build import build
from delibgraph.queries import MAIN_QUESTIONS, Answers, Page, QueryError, answered, named, run
from delibgraph.store import ANSWERS, Publication, open_store, pack, read_quads

GRAPH = Path(__file__).parents[1] / "competency" / "graph.trig"
QUESTIONS = sorted(name for name, one in named().items() if all(p.default != "required" for p in one.parameters))


def publish(out: Path, leave_out: str = "") -> None:
    with Publication(out) as publication:
        publication.add("all", pack(quad for quad in read_quads(GRAPH) if not leave_out or leave_out not in str(quad)))
        publication.commit()


def rows(answer: object) -> list[tuple[str, ...]]:
    assert isinstance(answer, QuerySolutions)
    head = tuple(str(variable) for variable in answer.variables)
    return [head, *(tuple(map(str, solution)) for solution in answer)]


def files(out: Path) -> list[str]:
    return sorted(path.name for path in (out / ANSWERS).glob("*"))


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("answers")
    publish(folder)
    return folder


@pytest.mark.parametrize("name", QUESTIONS)
def test_a_kept_answer_is_the_answer(out: Path, name: str) -> None:
    store = open_store(out)
    expected = rows(run(store, name))
    assert rows(Answers(out).run(store, name)) == expected
    assert any(file.startswith(f"{name}-") for file in files(out))
    assert rows(Answers(out).run(Store(), name)) == expected  # read, since an empty store knows nothing


def test_a_build_answers_the_main_questions_before_they_are_asked(tmp_path: Path) -> None:
    act = "Conseil municipal de Vaubrieux\nSéance du 14 mars 2019\nPrésents : Mme Ann FAY, M. Bob ROY\n"
    (tmp_path / "act.txt").write_text(act, encoding="utf-8")
    build([tmp_path / "act.txt"], tmp_path / "out")
    assert [name.rpartition("-")[0] for name in files(tmp_path / "out")] == sorted(MAIN_QUESTIONS)
    for name in MAIN_QUESTIONS:
        expected = rows(run(open_store(tmp_path / "out"), name))
        assert rows(Answers(tmp_path / "out").run(Store(), name)) == expected
    assert len(rows(Answers(tmp_path / "out").run(Store(), "attendance-by-member"))) == 3


def test_what_cannot_be_prepared_stops_nothing(tmp_path: Path) -> None:
    assert list(answered(tmp_path / "nowhere")) == []
    publish(tmp_path)
    (tmp_path / ANSWERS).write_text("in the way", encoding="utf-8")
    assert list(answered(tmp_path)) == list(MAIN_QUESTIONS)
    assert (tmp_path / ANSWERS).is_file()


def test_other_values_are_another_question(tmp_path: Path) -> None:
    publish(tmp_path)
    store = open_store(tmp_path)
    values = {"since": "2022-01-01", "through": "2022-12-31"}
    whole, part = (rows(Answers(tmp_path).run(store, "proxies", asked)) for asked in ({}, values))
    assert len(part) < len(whole)
    assert rows(Answers(tmp_path).run(store, "proxies", values)) == part
    assert len(files(tmp_path)) == 2


def test_another_build_takes_the_answers_with_it(tmp_path: Path) -> None:
    publish(tmp_path)
    before = Answers(tmp_path)
    old = open_store(tmp_path)
    whole = rows(before.run(old, "proxies"))
    publish(tmp_path, leave_out="ontology#Proxy")
    assert files(tmp_path) == []
    assert rows(before.run(old, "proxies")) == whole  # who opened the old store goes on reading it
    assert files(tmp_path) == []  # and keeps nothing of it under the new build's name
    assert len(rows(Answers(tmp_path).run(open_store(tmp_path), "proxies"))) == 1


def test_no_more_is_kept_than_there_is_room_for(tmp_path: Path) -> None:
    publish(tmp_path)
    store = open_store(tmp_path)
    Answers(tmp_path).run(store, "proxies")
    size = next((tmp_path / ANSWERS).iterdir()).stat().st_size
    os.utime(next((tmp_path / ANSWERS).iterdir()), (1, 1))
    Answers(tmp_path, size + 1).run(store, "proxies", {"since": "2022-01-01"})
    assert len(files(tmp_path)) == 1
    Answers(tmp_path, 1).run(store, "proxies")
    assert len(files(tmp_path)) == 0


def test_nothing_is_kept_of_pages_of_other_texts_and_of_files(tmp_path: Path) -> None:
    publish(tmp_path)
    store = open_store(tmp_path)
    Answers(tmp_path).run(store, "proxies", page=Page(1))
    Answers(tmp_path).run(store, "SELECT * WHERE { ?s ?p ?o } LIMIT 1")
    Answers(GRAPH).run(store, "proxies")
    assert not (tmp_path / ANSWERS).exists()
    with pytest.raises(QueryError, match="no parameter"):
        Answers(tmp_path).run(store, "proxies", {"sinse": "2022-01-01"})


def test_a_folder_that_cannot_be_written_answers_too(tmp_path: Path) -> None:
    publish(tmp_path)
    (tmp_path / ANSWERS).write_text("in the way", encoding="utf-8")
    assert len(rows(Answers(tmp_path).run(open_store(tmp_path), "proxies"))) > 1
