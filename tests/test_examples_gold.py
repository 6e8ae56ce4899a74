"""The example acts: each agrees with its own gold file, says that it is an example, and borrows no prose."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[1]
EXAMPLES = ROOT / "examples"
SEEDS = ROOT / "../shared/seeds"
ACTS = sorted(path for path in EXAMPLES.iterdir() if path.suffix in {".txt", ".md"})
NUMBERS = ("2018.00278", "2022.00267", "2023.00366", "2023.00367", "CS2021-15")
ATTENDANCE = ("present", "absent", "proxies", "substitutes", "counts", "president", "secretary")
DATES = ("sitting_date", "convocation_date", "received_date", "published_date", "transmission_id")
RUN = 9
"""A run of this many words, outside names and titles, is prose and not a formula."""

each_act = pytest.mark.parametrize("path", ACTS, ids=lambda path: path.stem)
needs_seeds = pytest.mark.skipif(not SEEDS.is_dir(), reason="the folder of reference texts is not beside the checkout")


def gold_of(path: Path) -> dict[str, Any]:
    gold: dict[str, Any] = json.loads((EXAMPLES / "gold" / f"{path.stem}.json").read_text(encoding="utf-8"))
    return gold


def by_number(number: str) -> dict[str, Any]:
    return next(gold for gold in map(gold_of, ACTS) if gold["number"] == number)


def squeeze(text: str) -> str:
    """The text without case, blanks, Markdown marks and the two shapes of the apostrophe."""
    return re.sub(r"[\s*#_]", "", text.replace("’", "'")).casefold()


def words(text: str) -> str:
    """The words alone, in lower case, each between single blanks."""
    return " " + " ".join(re.findall(r"\w+", text.casefold().replace("_", " "))) + " "


def members(gold: dict[str, Any]) -> list[str]:
    """Every name of the attendance lists, a holder as printed where they are given."""
    pairs = [name for pair in gold["proxies"] + gold["substitutes"] for name in pair]
    return [*gold["present"], *gold["absent"], *pairs]


def borrowed_runs(text: str, gold: dict[str, Any], sources: list[str]) -> list[str]:
    """The runs of `RUN` words that stand in a source too, once the text is cut at names, titles and stops."""
    organisations = (organisation["name"] for organisation in gold["organisations"])
    facts = sorted({gold["title"], *members(gold), *organisations}, key=len, reverse=True)
    pieces = [words(piece) for piece in re.split(r"[.;:!?](?=\s)|\n\s*\n|\n\s*[-•#]", text)]
    for fact in facts:
        pieces = [part for piece in pieces for part in piece.split(words(fact))]
    tokens = [piece.split() for piece in pieces]
    runs = [" ".join(piece[i : i + RUN]) for piece in tokens for i in range(len(piece) - RUN + 1)]
    return [run for run in runs if any(f" {run} " in source for source in sources)]


def test_the_folder_holds_acts_with_gold_and_nothing_else() -> None:
    assert {path.stem for path in ACTS} == {path.stem for path in (EXAMPLES / "gold").iterdir()}
    assert {path.name for path in EXAMPLES.iterdir()} == {path.name for path in ACTS} | {"gold"}
    assert set(NUMBERS) < {gold_of(path)["number"] for path in ACTS}


@each_act
def test_says_that_it_is_an_example(path: Path) -> None:
    first = path.read_text(encoding="utf-8").splitlines()[0]
    assert first.startswith("Exemple rédigé pour delibgraph")
    assert re.search(r"ce texte n['’]est pas (l['’]|un )acte\.$", first)
    assert ("faits publics" in first) == (gold_of(path)["number"] in NUMBERS)


@each_act
def test_every_fact_of_the_gold_stands_in_the_text(path: Path) -> None:
    text, gold = squeeze(path.read_text(encoding="utf-8")), gold_of(path)
    names = [*members(gold), gold["president"], gold["secretary"], gold["number"], gold["title"]]
    names += [name for name, _ in gold["roles"]] + [grant["beneficiary"] for grant in gold["funding"]]
    names += [grant["purpose"] for grant in gold["funding"] if "purpose" in grant]
    names += [gold["transmission_id"]] + [organisation["name"] for organisation in gold["organisations"]]
    assert [name for name in names if name and squeeze(name) not in text] == []


@each_act
def test_a_holder_is_printed_beside_the_list_of_those_present(path: Path) -> None:
    text, gold = squeeze(path.read_text(encoding="utf-8")), gold_of(path)
    mentions = Counter([*gold["present"], *(holder for _, holder in gold["proxies"])])
    assert [name for name, least in mentions.items() if text.count(squeeze(name)) < least] == []


@each_act
def test_every_amount_of_the_gold_stands_in_the_text(path: Path) -> None:
    digits = re.sub(r"[\s.]", "", path.read_text(encoding="utf-8"))
    amounts = [grant["amount"] for grant in gold_of(path)["funding"]]
    printed = [f"{amount:.2f}".replace(".00", "").replace(".", ",") for amount in amounts]
    assert [amount for amount in printed if not re.search(rf"(?<!\d){amount}(,00)?(€|euros)", digits)] == []


@each_act
def test_counts_add_up(path: Path) -> None:
    gold = gold_of(path)
    counts, present, proxies = gold["counts"], gold["present"], gold["proxies"]
    away = {*gold["absent"], *(grantor for grantor, _ in proxies)} - {replaced for _, replaced in gold["substitutes"]}
    assert len(set(present)) == len(present) == counts["present"]
    assert not set(present) & away
    assert counts["proxies"] in {None, len(proxies)}
    assert counts["votes"] in {None, len(present) + len(proxies)}
    assert counts["in_office"] == len(present) + len(away) + gold.get("unaccounted", 0)
    figures = [gold["vote"].get(key) for key in ("for", "against", "abstentions")]
    assert figures == [None] * 3 or sum(figures) == counts["votes"]


def test_two_acts_of_one_sitting_state_one_attendance() -> None:
    left, right = by_number("2023.00366"), by_number("2023.00367")
    keys = (*ATTENDANCE, "sitting_date", "convocation_date", "body", "organ")
    assert [left[key] for key in keys] == [right[key] for key in keys]


def test_who_holds_two_proxies_in_a_sitting() -> None:
    held = Counter((gold["number"], holder) for gold in map(gold_of, ACTS) for _, holder in gold["proxies"])
    assert {key for key, proxies in held.items() if proxies > 1} == {
        ("2022.00267", "Gaël PERDRIAU"),  # lawful on 2022-06-16, under the emergency regime
        ("2023-31", "COLLIVARD"),  # unlawful on 2023-09-28 (CGCT L2121-20)
    }


@needs_seeds
@pytest.mark.parametrize("number", NUMBERS)
def test_keeps_the_public_facts_of_the_act(number: str) -> None:
    seeds = [json.loads(path.read_text(encoding="utf-8")) for path in SEEDS.glob("*.json")]
    seed = next(gold for gold in seeds if gold["number"] == number)
    example = by_number(number)
    keys = (*ATTENDANCE, *DATES, "body", "organ", "body_siren", "roles", "vote", "organisations")
    assert {key: example[key] for key in keys} == {key: seed[key] for key in keys}
    figures = ("beneficiary", "amount", "year", "kind", "status", "budget_line")
    assert [[grant.get(key) for key in figures] for grant in example["funding"]] == [
        [grant.get(key) for key in figures] for grant in seed["funding"]
    ]


@needs_seeds
@each_act
def test_borrows_no_prose(path: Path) -> None:
    sources = [words(seed.read_text(encoding="utf-8")) for seed in SEEDS.glob("*.txt")]
    assert borrowed_runs(path.read_text(encoding="utf-8"), gold_of(path), sources) == []


@needs_seeds
def test_borrowed_prose_would_be_found() -> None:
    """The check above can fail: a seed held against the seeds is full of borrowed runs."""
    seed = next(SEEDS.glob("000_*.txt")).read_text(encoding="utf-8")
    assert len(borrowed_runs(seed, by_number("2023.00367"), [words(seed)])) > 100
