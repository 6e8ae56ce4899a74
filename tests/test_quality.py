"""How well documents are read: real ones and real layouts exactly, generated sittings not worse than today."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from delibgraph.documents import Facts, read_facts
from delibgraph.evaluation import Judged, Score, judge, read_gold, total
from delibgraph.identity import resolve
from tests.generator import cases
from tests.tools import SHARED

PEOPLE = ("present", "absent", "proxies", "substitutes")
HEADER = ("body", "organ", "sitting_date", "convocation_date", "president", "secretary", "counts", "number", "vote")
FLOORS = {
    "present": 0.98,
    "absent": 0.98,
    "proxies": 0.975,
    "substitutes": 0.98,
    "body": 0.985,
    "organ": 0.99,
    "number": 0.99,
    "title": 0.965,
    "sitting_date": 0.99,
    "convocation_date": 0.99,
    "president": 0.99,
    "secretary": 0.98,
    "counts": 0.985,
    "vote": 0.99,
    "funding": 0.985,
}
"""The least that generated sittings must score. Raise them as the grammar grows; never lower one."""


def scores(folder: str, pattern: str) -> dict[str, Score]:
    files = sorted((SHARED / folder).glob(pattern))
    if not files:
        pytest.skip(f"no ../shared/{folder} beside this checkout")
    found = [(path, read_facts(path)) for path in files]
    return total(judged(found))


def judged(found: list[tuple[Path, Facts]]) -> list[Judged]:
    identities = resolve(act for _, facts in found for act in facts.acts)
    return [judge(facts.acts[0], read_gold(path.with_suffix(".json")), identities) for path, facts in found]


@pytest.mark.parametrize(
    ("folder", "pattern"), [("layouts", "*.txt"), ("real-dev", "0[123][0-4]*.pdf"), ("real-dev", "019.pdf")]
)
def test_real_layouts_and_documents_are_exact(folder: str, pattern: str) -> None:
    found = scores(folder, pattern)
    wrong = {name: (found[name].missed, found[name].invented) for name in (*PEOPLE, *HEADER) if found[name].f1 < 1}
    assert wrong == {}


def test_layouts_money_is_exact() -> None:
    found = scores("layouts", "*.txt")
    assert (found["funding"].missed, found["funding"].invented) == ([], [])


def test_real_money_is_never_invented() -> None:
    found = scores("real-dev", "0[123][0-4]*.pdf")["funding"]
    assert found.invented == []
    assert len(found.missed) <= 1


def test_generated_sittings_stay_as_good(tmp_path: Path) -> None:
    files: list[tuple[Path, Facts]] = []
    for case in cases(120, 20_260):
        path = tmp_path / f"{case.name}.txt"
        path.write_text(case.text, encoding="utf-8")
        path.with_suffix(".json").write_text(json.dumps(case.gold), encoding="utf-8")
        files.append((path, read_facts(path)))
    found = total(judged(files))
    below = {name: round(found[name].f1, 3) for name, floor in FLOORS.items() if found[name].f1 < floor}
    assert below == {}
