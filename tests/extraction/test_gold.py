"""The examples, the real acts and the texts in real layouts, each against its gold annotation.

The reference texts lie beside the checkout, in ``../shared``; without them their tests are skipped.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.extraction.gold import ROOT, SHARED, act_of, differences, gold_of

EXAMPLES = sorted(path for path in (ROOT / "examples").iterdir() if path.suffix in (".txt", ".md"))
SEEDS = sorted((SHARED / "seeds").glob("*.txt"))
LAYOUTS = sorted((SHARED / "layouts").glob("*.txt"))

NO_IDENTIFIER = "the SIREN stands in no stamp: the text prints no transmission identifier"
KNOWN = {
    ("sem-2023-00366-cimes", "body_siren"): NO_IDENTIFIER,
    ("002_59b1ba6a0edfcf66", "body_siren"): NO_IDENTIFIER,
    ("003", "body"): "the letterhead spaces out its letters, and the sentence says the name without « Ville de »",
}
"""Where a field differs from its gold, and why."""


def stem(path: Path) -> str:
    return path.stem


def expected(path: Path) -> set[str]:
    return {field for name, field in KNOWN if name == path.stem}


@pytest.mark.parametrize("path", EXAMPLES, ids=stem)
def test_an_example_is_its_gold(path: Path) -> None:
    found = differences(act_of(path), gold_of(path.parent / "gold" / f"{path.stem}.json"))
    assert set(found) == expected(path), found


@pytest.mark.skipif(not SEEDS, reason="no ../shared beside this checkout")
@pytest.mark.parametrize("path", [*SEEDS, *LAYOUTS], ids=stem)
def test_a_reference_text_is_its_gold(path: Path) -> None:
    found = differences(act_of(path), gold_of(path.with_suffix(".json")))
    assert set(found) == expected(path), found


def test_there_are_examples() -> None:
    assert len(EXAMPLES) >= 6


@pytest.mark.skipif(not SEEDS, reason="no ../shared beside this checkout")
def test_the_reader_s_findings_on_the_real_acts() -> None:
    findings = {(path.stem[:3], finding.code) for path in SEEDS for finding in act_of(path).findings}
    assert findings == {("004", "members-in-office")}


def test_the_reader_s_findings_on_the_examples() -> None:
    findings = {(path.stem, finding.code) for path in EXAMPLES for finding in act_of(path).findings}
    assert findings == {("pmgf-cs2021-15-mont-blanc-industries", "members-in-office")}


def test_a_fact_taken_away_is_missed() -> None:
    """The comparison can fail: gold with one fact more, or one less, differs."""
    path = EXAMPLES[0]
    gold = gold_of(path.parent / "gold" / f"{path.stem}.json")
    more = {**gold, "present": [*gold["present"], "Personne INVENTÉE"], "number": "autre"}
    fewer = {**gold, "proxies": [], "funding": []}
    assert {"present", "number"} <= set(differences(act_of(path), more))
    assert "funding" in differences(act_of(path), fewer)
