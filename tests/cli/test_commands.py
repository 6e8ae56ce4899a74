"""The commands as a user meets them: help, data on standard output, errors that name the way out, exit codes."""

from __future__ import annotations

import csv
import io
import json
import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from functools import reduce
from pathlib import Path

import pytest

from delibgraph import __version__
from delibgraph.build import Report
from tests.generator import cases
from tests.reading.drawing import draw, lines

COMMANDS = (
    *("build", "extract", "validate", "evaluate", "query", "proxies", "funding", "explain", "view"),
    *("export", "load", "serve", "review"),
)
Built = tuple[Path, Report]


def delibgraph(*arguments: object, stdin: str | None = None) -> subprocess.CompletedProcess[str]:
    code = "from delibgraph.cli import main; main()"
    return subprocess.run(
        [sys.executable, "-W", "error", "-c", code, *map(str, arguments)],
        capture_output=True,
        encoding="utf-8",
        input=stdin,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2] / "src"), "COLUMNS": "200"},
        check=False,
        timeout=240,
    )


def table(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_version_and_help_name_every_command() -> None:
    assert delibgraph("--version").stdout.split() == ["delibgraph,", "version", __version__]
    told = delibgraph("--help").stdout
    assert [name for name in COMMANDS if f"  {name} " not in told] == []


@pytest.mark.parametrize("command", COMMANDS)
def test_each_help_has_examples(command: str) -> None:
    told = delibgraph(command, "-h")
    assert told.returncode == 0
    assert f"  delibgraph {command} " in told.stdout.split("Examples:")[1]


def test_readme_names_every_command() -> None:
    readme = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
    assert [name for name in COMMANDS if f"delibgraph {name}" not in readme] == []


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["nonsense"], "No such command"),
        (["build", "x.txt"], "--out"),
        (["build", "{empty}", "--out", "{empty}/out"], "no .txt or .md file"),
        (["query", "{empty}", "proxies"], "delibgraph build"),
        (["query", "{built}", "SELECT nonsense"], "no SPARQL query"),
        (["query", "{built}", "DELETE WHERE { ?s ?p ?o }"], "only read"),
        (["query", "{built}", "SELECT * { SERVICE <http://127.0.0.1/> { ?s ?p ?o } }"], "SERVICE"),
        (["query", "{built}", "proxies", "--set", "since"], "NAME=VALUE"),
        (["query", "{built}", "proxies", "--set", "since=yesterday"], "since"),
        (["explain", "{built}", "Nobody NAMED"], "nothing in the graph"),
        (["view", "{built}", "--out", "{empty}/x.docx"], ".docx"),
        (["validate", "{empty}"], "delibgraph build"),
        (["load", "{built}", "--to", "localhost"], "no http address"),
        (["export", "{built}", "dcat", "--out", "{empty}/x.ttl"], "[dataset]"),
        (["export", "{built}", "settings", "--out", "{built}/graph.ttl"], "exists already"),
        (["export", "{built}", "tables", "--out", "{empty}/t", "--settings", "{empty}/none.toml"], "check the path"),
        (["evaluate", "{empty}", "{act}"], "no gold for this document"),
    ],
)
def test_wrong_usage_names_the_way_out(
    arguments: list[str], words: str, built: Built, examples: list[Path], tmp_path: Path
) -> None:
    places = {"{empty}": tmp_path, "{built}": built[0], "{act}": examples[0]}
    filled = [reduce(lambda text, place: text.replace(place, str(places[place])), places, a) for a in arguments]
    told = delibgraph(*filled)
    assert told.returncode == 2, told.stderr
    assert words in told.stderr
    assert told.stdout == ""
    assert "Traceback" not in told.stderr


def test_build_tells_failures_and_exits_as_asked(examples: list[Path], tmp_path: Path) -> None:
    arguments = ["build", examples[0], tmp_path / "missing.txt", "--out", tmp_path / "out"]
    told = delibgraph(*arguments)
    assert told.returncode == 1
    assert "missing.txt: no such file (check the path)" in told.stderr
    assert (tmp_path / "out" / "graph.nq.gz").is_file()
    assert delibgraph(*arguments, "--fail-on", "never").returncode == 0
    only = delibgraph("build", tmp_path / "missing.txt", "--out", tmp_path / "none")
    assert (only.returncode, "nothing was built" in only.stderr) == (1, True)


def test_what_is_no_act_in_a_folder_is_skipped(examples: list[Path], tmp_path: Path) -> None:
    folder = tmp_path / "acts"
    folder.mkdir()
    shutil.copy(examples[0], folder)
    (folder / "README.md").write_text("# Lisez-moi\n", encoding="utf-8")
    for command in (["build", "--out", tmp_path / "out"], ["extract"]):
        found = delibgraph(*command, folder)
        assert (found.returncode, f"skipped: {folder / 'README.md'}: is no deliberation" in found.stderr) == (0, True)
        named = delibgraph(*command, folder, folder / "README.md")
        assert (named.returncode, f"passed over: {folder / 'README.md'}" in named.stderr) == (1, True)


def test_extract_prints_an_act_a_line(examples: list[Path], tmp_path: Path) -> None:
    told = delibgraph("extract", *examples, tmp_path / "missing.txt")
    acts = [json.loads(line) for line in told.stdout.splitlines()]
    assert told.returncode == 1
    assert "missing.txt" in told.stderr
    assert [act["document"] for act in acts] == [str(path) for path in examples]
    rows = table(delibgraph("extract", *examples, "--format", "csv").stdout)
    assert [row["present"] for row in rows] == [
        str(sum(entry["status"] == "present" for entry in act["sitting"]["attendance"])) for act in acts
    ]


def test_proxies_in_every_format(built: Built) -> None:
    rows = table(delibgraph("proxies", built[0], "--format", "csv").stdout)
    found = json.loads(delibgraph("proxies", built[0], "--format", "json").stdout)
    assert len(rows) == len(found["results"]["bindings"]) > 30
    assert ("Gaël PERDRIAU", "Hervé REYNAUD", "2023-07-12") in {(r["grantor"], r["holder"], r["date"]) for r in rows}
    shown = delibgraph("proxies", built[0]).stdout
    assert len(shown.splitlines()) == len(rows) + 1


def test_proxies_of_a_member_and_a_period(built: Built) -> None:
    rows = table(delibgraph("proxies", built[0], "--member", "Gaël PERDRIAU", "--format", "csv").stdout)
    assert {row["date"] for row in rows} == {"2022-06-16", "2023-07-12"}
    later = table(
        delibgraph("proxies", built[0], "--member", "Gaël PERDRIAU", "--since", "2023-01-01", "--format", "csv").stdout
    )
    assert {row["date"] for row in later} == {"2023-07-12"}
    counted = table(delibgraph("proxies", built[0], "--count", "--format", "csv").stdout)
    pair = next(row for row in counted if row["grantor"] == "Marc CHASSAUBENE")
    assert (pair["holder"], pair["times"]) == ("Nora BERROUKECHE", "2")


def test_funding_granted_and_background_stay_apart(built: Built) -> None:
    granted = table(delibgraph("funding", built[0], "--format", "csv").stdout)
    background = table(delibgraph("funding", built[0], "--background", "--format", "csv").stdout)
    assert ("Mécaloire", "60000") in {(row["beneficiary"], row["amount"]) for row in granted}
    assert ("Mécaloire", "20000", "2021") in {(row["beneficiary"], row["amount"], row["year"]) for row in background}
    assert {row["funding"] for row in granted}.isdisjoint(row["funding"] for row in background)
    assert {
        row["beneficiary"] for row in table(delibgraph("funding", built[0], "--to", "cimes", "--format", "csv").stdout)
    } == {"CIMES"}


def test_query_lists_and_reads_standard_input(built: Built) -> None:
    assert "proxies-of-member" in delibgraph("query", built[0]).stdout
    told = delibgraph(
        "query", built[0], "-", "--format", "csv", stdin="SELECT (COUNT(DISTINCT ?s) AS ?n) { ?s a dg:Sitting }"
    )
    assert told.stdout.split() == ["n", "8"]
    turtle = delibgraph(
        "query", built[0], "CONSTRUCT { ?s a dg:Sitting } WHERE { ?s a dg:Sitting }", "--format", "ttl"
    ).stdout
    assert turtle.count("a dg:Sitting") == 8


def test_explain_shows_the_words_that_prove(built: Built) -> None:
    told = delibgraph("explain", built[0], "Siham LABICH").stdout
    assert "donne pouvoir à Mme Siham LABICH" in told
    assert "characters" in told


def test_validate_text_json_and_failing(built: Built, tmp_path: Path) -> None:
    findings = json.loads(delibgraph("validate", built[0], "--format", "json").stdout)
    assert {finding["code"] for finding in findings if finding["severity"] != "info"} == {
        "transmission-date",
        "members-in-office",
        "proxies-per-holder",
    }
    assert delibgraph("validate", built[0], "--fail-on", "violation").returncode == 1
    assert "transmission" in delibgraph("validate", built[0]).stdout
    assert "pouvoirs" in delibgraph("validate", built[0], "--lang", "fr").stdout
    good = tmp_path / "empty.ttl"
    good.write_text("", encoding="utf-8")
    assert delibgraph("validate", good, "--fail-on", "warning").returncode == 0


def test_validate_any_turtle_that_others_made(tmp_path: Path) -> None:
    graph = tmp_path / "others.ttl"
    graph.write_text(
        '<urn:b> a <https://w3id.org/delibgraph/ontology#Body> ; <https://w3id.org/delibgraph/ontology#siren> "12" .'
    )
    told = delibgraph("validate", graph, "--format", "json", "--fail-on", "violation")
    assert told.returncode == 1
    assert {finding["focus"] for finding in json.loads(told.stdout)} == {"urn:b"}
    broken = tmp_path / "broken.ttl"
    broken.write_text("<a> <b>")
    told = delibgraph("validate", broken)
    assert (told.returncode, "broken.ttl" in told.stderr) == (1, True)


@pytest.mark.parametrize("suffix", [".html", ".svg", ".graphml", ".gexf", ".csv"])
@pytest.mark.parametrize(
    ("projection", "shown"), [("proxies", "PERDRIAU"), ("funding", "Openscop"), ("attendance", "PERDRIAU")]
)
def test_view_writes_a_file(built: Built, tmp_path: Path, projection: str, shown: str, suffix: str) -> None:
    target = tmp_path / f"{projection}{suffix}"
    told = delibgraph("view", built[0], projection, "--out", target)
    assert told.returncode == 0, told.stderr
    assert shown in target.read_text(encoding="utf-8")


def test_a_one_mode_graph_is_a_file_and_no_picture(built: Built, tmp_path: Path) -> None:
    told = delibgraph("view", built[0], "co-funding", "--out", tmp_path / "together.csv", "--body", "montarvel")
    assert told.returncode == 0, told.stderr
    assert (tmp_path / "together.csv").read_text(encoding="utf-8").count("\n") == 1 + 4 * 3 // 2
    refused = delibgraph("view", built[0], "co-funding", "--out", tmp_path / "together.png")
    assert (refused.returncode, "write it as .graphml" in refused.stderr) == (2, True)
    assert not (tmp_path / "together.png").exists()


def test_evaluate_is_exact_on_the_examples(examples: list[Path]) -> None:
    gold = examples[0].parent / "gold"
    told = delibgraph("evaluate", gold, *examples, "--format", "json", "--fail-under", "1")
    result = json.loads(told.stdout)
    assert {name: field["f1"] for name, field in result["fields"].items() if field["f1"] < 1} == {}
    assert result["wrong"] == []
    assert told.returncode == 0


def test_evaluate_is_exact_on_the_seeds(seeds: list[Path]) -> None:
    told = delibgraph("evaluate", seeds[0].parent, *seeds, "--format", "csv", "--fail-under", "1")
    assert told.returncode == 0, told.stderr
    assert {row["F1"] for row in table(told.stdout)} == {"1.000"}
    assert "0 wrong in some field" in told.stderr


def test_evaluate_tells_a_wrong_document(examples: list[Path], tmp_path: Path) -> None:
    gold = json.loads((examples[0].parent / "gold" / f"{examples[0].stem}.json").read_text(encoding="utf-8"))
    gold["secretary"] = "Somebody ELSE"
    (tmp_path / f"{examples[0].stem}.json").write_text(json.dumps(gold), encoding="utf-8")
    told = delibgraph("evaluate", tmp_path, examples[0], "--details", "--fail-under", "1")
    assert told.returncode == 1
    assert "secretary missed: Somebody ELSE" in told.stdout
    assert "1 wrong in some field, 1 of them without a finding" in told.stderr


def test_evaluate_names_what_has_no_partner_and_shows_where_it_went_wrong(examples: list[Path], tmp_path: Path) -> None:
    acts, gold = tmp_path / "acts", tmp_path / "gold"
    acts.mkdir()
    gold.mkdir()
    for path in examples[:3]:
        (acts / path.name).write_bytes(path.read_bytes())
    for path in examples[:2]:
        told = json.loads((path.parent / "gold" / f"{path.stem}.json").read_text(encoding="utf-8"))
        (gold / f"{path.stem}.json").write_text(json.dumps(told | {"secretary": "Somebody ELSE"}), encoding="utf-8")
    (gold / "gone.json").write_text("{}", encoding="utf-8")
    arguments = ["evaluate", gold, acts, "--interval", "--html", tmp_path / "page.html", "--format", "csv"]
    told = delibgraph(*arguments, "--fail-under", "proxies=1")
    assert told.returncode == 0, told.stderr
    assert f"no gold for this document, left out: {acts / examples[2].name}" in told.stderr
    assert f"no document for this gold, left out: {gold / 'gone.json'}" in told.stderr
    rows = {row["field"]: row for row in table(told.stdout)}
    assert (rows["secretary"]["low"], rows["secretary"]["high"], rows["proxies"]["low"]) == ("0.000", "0.000", "1.000")
    assert "Somebody ELSE" in (tmp_path / "page.html").read_text(encoding="utf-8")
    failed = delibgraph(*arguments, "--fail-under", "secretary=0.5", "--fail-under", "0.9")
    assert (failed.returncode, "secretary: F1 0.000 is below 0.5" in failed.stderr) == (1, True)
    (gold / f"{examples[0].stem}.json").write_text('{"present": [', encoding="utf-8")
    broken = delibgraph("evaluate", gold, acts)
    assert (broken.returncode, "line 1, column 14: not JSON" in broken.stderr) == (2, True)


def test_what_cannot_be_read_is_all_missed(examples: list[Path], tmp_path: Path) -> None:
    (tmp_path / f"{examples[0].stem}.pdf").write_bytes(b"%PDF-1.4 cut short")
    told = delibgraph("evaluate", examples[0].parent / "gold", tmp_path, "--format", "json")
    fields = json.loads(told.stdout)["fields"]
    assert told.returncode == 1
    assert fields["present"]["f1"] == 0
    assert fields["present"]["missed"]
    assert "not read, and all its gold missed" in told.stderr


def test_progress_is_off_when_piped(tmp_path: Path) -> None:
    draw(tmp_path / "a.pdf", [lines(["Présents : M. Guy PETIT", "Le conseil décide l'achat."])] * 3)
    for arguments in (["extract", tmp_path / "a.pdf"], ["build", tmp_path, "--out", tmp_path / "out", "--jobs", "2"]):
        told = delibgraph(*arguments)
        assert told.returncode == 0, told.stderr
        assert "━" not in told.stderr
        named = {line for line in told.stderr.splitlines() if "a.pdf" in line}
        assert named <= {str(tmp_path / "a.pdf")}  # the heading of its findings, and no bar


@pytest.mark.parametrize("jobs", [1, 2])
def test_an_interrupted_build_says_so_and_leaves_no_worker(tmp_path: Path, jobs: int) -> None:
    acts = tmp_path / "acts"
    acts.mkdir()
    for case in cases(400, 3):
        (acts / f"{case.name}.txt").write_text(case.text, encoding="utf-8")
    code = "from delibgraph.cli import main; main()"
    running = subprocess.Popen(
        [sys.executable, "-c", code, "build", str(acts), "--out", str(tmp_path / "out"), "--jobs", str(jobs)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2] / "src")},
        start_new_session=True,
    )
    time.sleep(6)
    os.killpg(running.pid, signal.SIGINT)
    _, told = running.communicate(timeout=60)
    assert running.returncode == 130, told
    assert told.strip() == "interrupted; what was built before is untouched"
    assert not (tmp_path / "out" / "graph.nq.gz").exists()
    with pytest.raises(ProcessLookupError):
        os.killpg(running.pid, 0)


def test_export_tells_what_it_left_out(built: Built, tmp_path: Path) -> None:
    out = tmp_path / "subventions.csv"
    told = delibgraph("export", built[0], "scdl-subventions", "--out", out, "--since", "2023-01-01")
    assert told.returncode == 0
    assert told.stdout == ""
    assert table(out.read_text(encoding="utf-8")) == []
    left = table((tmp_path / "subventions.rejected.csv").read_text(encoding="utf-8"))
    assert f"{len(left)} left out" in told.stderr
    assert {row["number"] for row in left} >= {"2023.00367", "2023-12"}
    assert not any(row["number"].startswith("2022") for row in left)


ENDLESS = "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"


def test_query_in_pages(built: Built) -> None:
    def rows(*more: str) -> list[str]:
        return delibgraph("query", built[0], "sittings", "--format", "csv", *more).stdout.splitlines()

    whole = rows()
    assert rows("--limit", "2", "--offset", "3") == [whole[0], *whole[4:6]]


def test_a_query_has_so_much_time(built: Built) -> None:
    text = ENDLESS.replace("*", "(COUNT(*) AS ?n)").replace(" }", " FILTER(STR(?a) != STR(?i)) }")
    found = delibgraph("query", built[0], text, "--timeout", "0.5")
    assert (found.returncode, found.stdout) == (1, "")
    assert "more than 0.5 seconds" in found.stderr


def test_rows_come_as_they_are_found_and_ctrl_c_ends_the_query(built: Built) -> None:
    command = [sys.executable, "-m", "delibgraph", "query", str(built[0]), ENDLESS, "--format", "csv"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        assert running.stdout.readline().strip() == b"a,b,c,d,e,f,g,h,i"
        running.send_signal(signal.SIGINT)
        ending = threading.Timer(60, running.kill)
        ending.start()
        while running.stdout.read(1 << 20):
            pass
        assert running.stderr.read() == b"interrupted\n"
        ending.cancel()
    assert running.returncode == 130
