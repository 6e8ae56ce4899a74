"""The whole street: what a build promises of its graph, its findings and its failures."""

from __future__ import annotations

import gzip
import json
import os
from collections.abc import Iterable
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad, QuerySolutions, Store

from delibgraph import documents
from delibgraph.build import Report, build
from delibgraph.documents import Facts, Kept
from delibgraph.extraction import extract
from delibgraph.facts import Act
from delibgraph.queries import records, run
from delibgraph.reading import Document, read
from delibgraph.store import Publication, open_store, read_quads
from tests.reading.drawing import draw, lines

DG = "https://w3id.org/delibgraph/ontology#"
OA = "http://www.w3.org/ns/oa#"
STAGES = {"extraction", "identity", "graph and validation", "store", "checks of the set", "files"}
PROVEN = ("Sitting", "Attendance", "Proxy", "Deliberation", "Vote", "Funding")
SHARED_SITTING = "https://w3id.org/delibgraph/id/sitting/244200770/bureau-metropolitain/2023-07-12"


def rows(store: Store, query: str) -> list[dict[str, str | None]]:
    found = run(store, query)
    assert isinstance(found, QuerySolutions)
    return list(records(found))


def serious(report: Report) -> list[tuple[str, str, str]]:
    return sorted(
        (Path(document.document).stem[:3], finding.code, finding.severity)
        for document in report.built
        for finding in document.findings
        if finding.severity != "info"
    )


def objects(quads: Iterable[Quad], predicate: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for quad in quads:
        if quad.predicate.value == predicate:
            assert isinstance(quad.subject, NamedNode)
            assert isinstance(quad.object, NamedNode | Literal)
            found.setdefault(quad.subject.value, []).append(quad.object.value)
    return found


def assert_evidence_is_true(out: Path, documents: list[Path]) -> None:
    """Walk every fact of every document's graph: it has evidence, and the quote is the text at its place."""
    texts = {(document := read(path)).sha256[:16]: document.text for path in documents}
    by_graph: dict[str, list[Quad]] = {}
    for quad in read_quads(out / "graph.nq.gz"):
        if isinstance(quad.graph_name, NamedNode) and "/graph/document/" in quad.graph_name.value:
            by_graph.setdefault(quad.graph_name.value.rsplit("/", 1)[1], []).append(quad)
    assert by_graph.keys() == texts.keys()
    walked = 0
    for key, quads in by_graph.items():
        types = objects(quads, "http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
        evidence, selectors = objects(quads, DG + "evidence"), objects(quads, OA + "hasSelector")
        starts, ends, quotes = (objects(quads, OA + name) for name in ("start", "end", "exact"))
        for subject, names in types.items():
            if not {DG + name for name in PROVEN} & set(names):
                continue
            assert evidence.get(subject), f"{subject} has no evidence"
            for place in evidence[subject]:
                pair = selectors[place]
                start, end = (next(int(told[s][0]) for s in pair if s in told) for told in (starts, ends))
                quote = next(quotes[s][0] for s in pair if s in quotes)
                assert quote == texts[key][start:end]
                assert quote.strip()
                walked += 1
    assert walked > 50 * len(texts)


def test_same_graph_in_any_order_with_any_number_of_workers(examples: list[Path], tmp_path: Path) -> None:
    build(examples, tmp_path / "one")
    build(list(reversed(examples)), tmp_path / "two", jobs=2)
    one, two = ((tmp_path / name / "graph.nq.gz").read_bytes() for name in ("one", "two"))
    assert gzip.decompress(one) == gzip.decompress(two)
    assert one == two
    lines = gzip.decompress(one).decode().splitlines()
    assert len(lines) == len(set(lines))
    assert not any("_:" in line.split('"')[0] for line in lines)


def test_examples_evidence_is_the_text_itself(built: tuple[Path, Report], examples: list[Path]) -> None:
    assert_evidence_is_true(built[0], examples)


def test_seeds_evidence_is_the_text_itself(built_seeds: tuple[Path, Report], seeds: list[Path]) -> None:
    assert_evidence_is_true(built_seeds[0], seeds)


def test_seeds_findings_are_exactly_two(built_seeds: tuple[Path, Report]) -> None:
    assert [(name, code) for name, code, _ in serious(built_seeds[1])] == [
        ("003", "transmission-date"),
        ("004", "members-in-office"),
    ]


def test_two_acts_are_one_sitting_counted_once(built_seeds: tuple[Path, Report]) -> None:
    store = open_store(built_seeds[0])
    counted = rows(
        store,
        f"""SELECT
          (COUNT(DISTINCT ?d) AS ?deliberations) (COUNT(DISTINCT ?p) AS ?proxies) (COUNT(DISTINCT ?a) AS ?present)
        WHERE {{
          {{ ?d a dg:Deliberation ; dg:sitting <{SHARED_SITTING}> }}
          UNION {{ ?p a dg:Proxy ; dg:sitting <{SHARED_SITTING}> }}
          UNION {{ ?a dg:sitting <{SHARED_SITTING}> ; dg:attendanceStatus dgc:attendance-present }}
        }}""",
    )
    assert counted == [{"deliberations": "2", "proxies": "14", "present": "46"}]


def test_spellings_join(built_seeds: tuple[Path, Report]) -> None:
    store = open_store(built_seeds[0])
    lecocq = rows(
        store,
        'SELECT ?name ?other WHERE { ?p foaf:name ?name ; skos:altLabel ?other FILTER(CONTAINS(?name, "LECOC")) }',
    )
    assert [{row["name"], row["other"]} for row in lecocq] == [{"Yves LECOCQ", "Yves LECOCCQ"}]
    assert len(rows(store, 'SELECT ?p WHERE { ?p foaf:name ?n FILTER(CONTAINS(?n, "LECOC")) }')) == 1
    openscop = rows(
        store,
        "SELECT DISTINCT ?o WHERE { ?o a dg:Organisation ; skos:prefLabel|skos:altLabel ?n "
        'FILTER(?n IN ("OPENS COP", "OPENSOP", "OPENSCOP", "Openscop")) }',
    )
    assert len(openscop) == 1


@pytest.mark.parametrize(
    ("month", "number", "violations"), [("JUIN", "06", []), ("SEPTEMBRE", "09", ["proxies-per-holder"])]
)
def test_two_proxies_are_lawful_in_june_2022_and_not_in_september(
    seeds: list[Path], tmp_path: Path, month: str, number: str, violations: list[str]
) -> None:
    text = seeds[1].read_text(encoding="utf-8")
    assert "16 JUIN 2022" in text
    for old, new in (
        ("JUIN 2022", f"{month} 2022"),
        ("juin 2022", f"{month.lower()} 2022"),
        ("202206", f"2022{number}"),
    ):
        text = text.replace(old, new)
    moved = tmp_path / "act.txt"
    moved.write_text(text, encoding="utf-8")
    report = build([moved], tmp_path / "out")
    assert [code for _, code, severity in serious(report) if severity == "violation"] == violations
    assert [code for _, code, _ in serious(report)] == violations


def test_examples_findings(built: tuple[Path, Report]) -> None:
    found = {
        (Path(document.document).name.split(".")[0], finding.code)
        for document in built[1].built
        for finding in document.findings
        if finding.severity != "info"
    }
    assert found == {
        ("sem-2018-00278-openscop", "transmission-date"),
        ("pmgf-cs2021-15-mont-blanc-industries", "members-in-office"),
        ("montarvel-2023-31-jardins", "proxies-per-holder"),
    }


def test_what_is_no_act_is_skipped_unless_it_was_named(examples: list[Path], tmp_path: Path) -> None:
    texts = {"LICENSE.txt": "Ce fichier est une licence.\n", "README.md": "# Lisez-moi\n", "empty.txt": ""}
    paths = {name: tmp_path / name for name in texts}
    for name, text in texts.items():
        paths[name].write_text(text, encoding="utf-8")
    report = build(
        [*paths.values(), examples[0]], tmp_path / "out", come_upon=[paths["LICENSE.txt"], paths["empty.txt"]]
    )
    assert [Path(one.path).name for one in report.skipped] == ["LICENSE.txt"]
    assert {Path(one.path).name for one in report.failures} == {"README.md", "empty.txt"}
    written = json.loads((tmp_path / "out" / "report.json").read_text(encoding="utf-8"))
    assert [Path(one["path"]).name for one in written["skipped"]] == ["LICENSE.txt"]


def test_bad_input_is_told_and_the_rest_is_built(examples: list[Path], tmp_path: Path) -> None:
    bad = {
        "missing.txt": None,
        "empty.txt": b"",
        "binary.txt": bytes(range(256)) * 40,
        "noise.txt": b"lorem ipsum dolor sit amet 0123456789\n" * (50 * 1024 * 1024 // 38),
        "recipe.txt": "Battre les œufs, ajouter la farine, cuire une heure.\n".encode(),
        "letter.docx": b"PK\x03\x04",
    }
    for name, data in bad.items():
        if data is not None:
            (tmp_path / name).write_bytes(data)
    report = build([*(tmp_path / name for name in bad), examples[0]], tmp_path / "out")
    assert {Path(failure.path).name for failure in report.failures} == set(bad)
    assert all(failure.problem and failure.way_out for failure in report.failures)
    assert not any("defect" in failure.way_out for failure in report.failures)
    assert [Path(document.document) for document in report.built] == [examples[0]]
    assert rows(open_store(tmp_path / "out"), "SELECT ?d WHERE { ?d a dg:SourceDocument }")


def test_the_same_bytes_twice_are_one_document(examples: list[Path], tmp_path: Path) -> None:
    copy = tmp_path / "copy.txt"
    copy.write_bytes(examples[0].read_bytes())
    report = build([examples[0], copy], tmp_path / "out")
    assert len(report.built) == 1
    assert {Path(name).name for pair in report.duplicates for name in pair} == {"copy.txt", examples[0].name}


def test_nothing_readable_builds_nothing(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="nothing was built"):
        build([tmp_path / "missing.txt"], tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_a_large_graph_is_not_asked_for_answers(
    examples: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    quads = build(examples[:1], tmp_path / "one").counts["quads"]
    monkeypatch.setattr("delibgraph.build.MOST_ASKED", quads)
    build(examples[:1], tmp_path / "just")
    monkeypatch.setattr("delibgraph.build.MOST_ASKED", quads - 1)
    build(examples[:1], tmp_path / "large")
    assert (tmp_path / "just" / "answers").exists()
    assert not (tmp_path / "large" / "answers").exists()


def test_an_interrupted_build_leaves_the_last_good_one(
    examples: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build(examples[:1], tmp_path / "out")
    before = (tmp_path / "out" / "graph.nq.gz").read_bytes()

    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Publication, "commit", interrupt)
    with pytest.raises(KeyboardInterrupt):
        build(examples, tmp_path / "out")
    assert (tmp_path / "out" / "graph.nq.gz").read_bytes() == before
    assert len(rows(open_store(tmp_path / "out"), "SELECT ?d WHERE { ?d a dg:SourceDocument }")) == 1


@pytest.mark.parametrize("jobs", [1, 2])
def test_pages_are_told_as_they_are_read(tmp_path: Path, jobs: int) -> None:
    for name in ("a.pdf", "b.pdf"):
        draw(tmp_path / name, [lines([f"Présents : M. Guy PETIT ({name})", "Le conseil décide l'achat."])] * 3)
    told: list[tuple[str, int, int]] = []
    build([tmp_path / "a.pdf", tmp_path / "b.pdf"], tmp_path / "out", jobs, lambda *page: told.append(page))
    assert [page for page in told if page[0] == "a.pdf"] == [("a.pdf", done, 3) for done in (1, 2, 3)]
    assert [page for page in told if page[0] == "b.pdf"] == [("b.pdf", done, 3) for done in (1, 2, 3)]
    assert ("reading", 2, 2) in told


def test_the_report_is_machine_readable(built: tuple[Path, Report], examples: list[Path]) -> None:
    report = json.loads((built[0] / "report.json").read_text(encoding="utf-8"))
    assert report["counts"]["documents"] == len(examples) == len(report["built"])
    assert report["failures"] == []
    assert set(report["seconds"]) == STAGES
    lines = gzip.decompress((built[0] / "graph.nq.gz").read_bytes()).splitlines()
    assert report["counts"]["quads"] == len(lines)
    assert report["finished"].encode() not in b"\n".join(lines)


def test_a_defect_in_one_document_stays_with_it(
    examples: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = extract

    def break_on_first(document: Document) -> list[Act]:
        if str(examples[0]) == document.path:
            raise ZeroDivisionError("planted")
        return real(document)

    monkeypatch.setattr(documents, "extract", break_on_first)
    report = build(examples[:2], tmp_path / "out")
    assert [failure.problem for failure in report.failures] == ["ZeroDivisionError: planted"]
    assert len(report.built) == 1


def test_a_file_that_kills_its_worker_is_set_aside_and_named(
    examples: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def die_on_first(document: Document) -> list[Act]:
        if document.path == str(examples[0]):
            os._exit(1)
        return extract(document)

    monkeypatch.setattr(documents, "extract", die_on_first)
    report = build(examples[:4], tmp_path / "out", jobs=2)
    assert [failure.path for failure in report.failures] == [str(examples[0])]
    assert "breaks the program that reads it" in report.failures[0].problem
    assert {document.document for document in report.built} == {str(path) for path in examples[1:4]}


@pytest.mark.parametrize("deaths", [1, 1000])
def test_a_document_whose_graph_kills_its_worker_is_tried_again_then_set_aside_and_named(
    examples: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, deaths: int
) -> None:
    build(examples[1:4], tmp_path / "without")
    build(examples[:4], tmp_path / "with")
    real, died = Kept.kept, tmp_path / "died"

    def die_on_first(kept: Kept, path: str, sha256: str) -> Facts | None:
        facts = real(kept, path, sha256)
        if facts and path == str(examples[0]) and (died.stat().st_size if died.exists() else 0) < deaths:
            with died.open("ab") as file:
                file.write(b".")
            os._exit(1)
        return facts

    monkeypatch.setattr(Kept, "kept", die_on_first)
    report = build(examples[:4], tmp_path / "out", jobs=2)
    lost = deaths > 1
    assert [failure.path for failure in report.failures] == [str(examples[0])] * lost
    assert all("its graph cannot be made" in failure.problem for failure in report.failures)
    graphs = [(tmp_path / name / "graph.nq.gz").read_bytes() for name in ("out", "without" if lost else "with")]
    assert graphs[0] == graphs[1]
    assert len(report.built) == report.counts["documents"] == 4 - lost
    assert set(report.seconds) == STAGES
