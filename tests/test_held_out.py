"""The templates held out: what they print is what their gold says, and the default families know nothing of them."""

from __future__ import annotations

import datetime
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest

from delibgraph.evaluation import Item, Judged, Score
from tests.generator import FAMILIES, HELD_OUT, Case, cases
from tests.generator.dice import Dice
from tests.generator.estimate import table
from tests.generator.marks import MARK
from tests.generator.model import Person, Sitting
from tests.generator.templates import draw
from tests.generator.templates.sheet import ORDERS

COUNT, SEED = 240, 41
LISTS = ("present", "absent", "proxies", "substitutes")
DATES = ("sitting_date", "convocation_date", "received_date", "published_date")


@pytest.fixture(scope="module")
def acts() -> list[tuple[Case, Sitting]]:
    """Each act beside the sitting that it was printed from."""
    made = cases(COUNT, SEED, families=HELD_OUT)
    return [(case, draw(Dice(SEED, number, "facts"), case.family)) for number, case in enumerate(made)]


@pytest.fixture(scope="module")
def noisy() -> list[Case]:
    return list(cases(COUNT, SEED, noise=0.6, families=HELD_OUT))


def leaves(value: Any) -> Iterator[str]:
    """Every text within lists."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for item in value:
            yield from leaves(item)


def spellings(person: Person) -> set[str]:
    """How a member may be printed; a surname that two share has an initial after it."""
    initials = "-".join(part[0] for part in person.given.split("-"))
    surnames = (person.family, person.family.upper())
    return {form(person) for form in ORDERS.values()} | {f"{name} {initials}." for name in surnames}


def fit(names: list[str], people: list[Person]) -> bool:
    """Whether the names are those of the people, one a name and none left over."""
    left = list(people)
    for name in names:
        person = next((person for person in left if name in spellings(person)), None)
        if person is None:
            return False
        left.remove(person)
    return not left


def test_every_template_occurs_and_none_by_default(acts: list[tuple[Case, Sitting]]) -> None:
    assert {case.family for case, _ in acts} == set(HELD_OUT)
    assert not set(HELD_OUT) & set(FAMILIES)
    assert {case.family for case in cases(100, SEED)} <= set(FAMILIES)
    assert "articles" not in {case.family for case in cases(100, SEED, families=HELD_OUT, hold_out=["articles"])}


def test_the_gold_holds_the_members_of_the_sitting(acts: list[tuple[Case, Sitting]]) -> None:
    for case, sitting in acts:
        present, gold = list(sitting.present), case.gold
        if case.pieces.get("chair_listed") == "no":
            present.remove(sitting.president)
        if case.pieces.get("present_words") == "all-but":
            present = []
        assert fit(gold["present"], present), case.name
        assert fit(gold["absent"], list(sitting.absent)), case.name
        assert fit([grantor for grantor, _ in gold["proxies"]], [p.grantor for p in sitting.proxies]), case.name
        assert fit([name for name, _ in gold["substitutes"]], [s.person for s in sitting.substitutes]), case.name
        held = {(one.grantor, one.holder) for one in sitting.proxies}
        for grantor, holder in gold["proxies"]:
            assert any(grantor in spellings(a) and holder in spellings(b) for a, b in held), case.name


@pytest.mark.parametrize("level", ["acts", "noisy"])
def test_the_gold_quotes_the_text(level: str, request: pytest.FixtureRequest) -> None:
    made = request.getfixturevalue(level)
    for case in [one[0] if isinstance(one, tuple) else one for one in made]:
        text, gold = " ".join(case.text.split()), case.gold
        told = [gold[key] for key in (*LISTS, "body", "president", "secretary", "title")]
        told += [[item["beneficiary"] for item in gold["funding"]], [person for person, _ in gold["roles"]]]
        told += [[item["title"] for item in gold.get("deliberations", ())]]
        assert [words for words in leaves(told) if words not in text] == [], case.name
        assert not MARK.search(case.text + str(gold)), case.name
        assert not re.search(r"[{}]|None", case.text), case.name


def test_names_are_listed_as_often_as_the_text_has_them(acts: list[tuple[Case, Sitting]]) -> None:
    """Nobody is in two lists of the gold, and everybody in one stands in the text on their own."""
    for case, sitting in acts:
        gold = case.gold
        listed = [*gold["present"], *gold["absent"], *(grantor for grantor, _ in gold["proxies"])]
        assert max(Counter(listed).values(), default=0) <= 1, case.name
        if case.pieces.get("present_words") != "all-but" and case.pieces.get("chair_listed") != "no":
            assert len(listed) == sitting.counts.in_office, case.name


def test_figures_and_votes_are_those_of_the_sitting(acts: list[tuple[Case, Sitting]]) -> None:
    for case, sitting in acts:
        gold, ballot = case.gold, sitting.ballot
        for field, value in gold["counts"].items():
            assert value in (None, getattr(sitting.counts, field)), case.name
            assert value is None or re.search(rf"(?<!\d){value}(?!\d)", case.text), case.name
        vote = gold["vote"]
        assert vote["outcome"] == "adopted"
        assert vote.get("unanimous") in (None, ballot.unanimous), case.name
        for key, figure in {"for": ballot.for_, "against": ballot.against, "abstentions": ballot.abstentions}.items():
            assert vote.get(key) in (None, figure), case.name
            assert vote.get(key) is None or re.search(rf"(?<!\d){figure}(?!\d)", case.text), case.name
        assert not vote.get("unanimous") or "unanimité" in case.text.casefold(), case.name


def test_sums_numbers_and_days_are_printed(acts: list[tuple[Case, Sitting]]) -> None:
    for case, sitting in acts:
        gold = case.gold
        for item in gold["organisations"]:
            told = re.escape(f"{item['kinds'][0]} {item['name']}").replace("\\ ", r"\s+")
            assert re.search(told, case.text, re.IGNORECASE), case.name
        granted = {(item["beneficiary"], item["amount"]) for item in gold["funding"] if item["status"] == "granted"}
        assert granted == {(grant.beneficiary, grant.amount) for grant in sitting.grants}, case.name
        digits = re.sub(r"(?<=\d)[ .](?=\d{3})", "", case.text)
        for item in gold["funding"]:
            shown = f"{item['amount']:.2f}".replace(".", ",")
            assert re.search(rf"(?<!\d){shown.removesuffix(',00')}(?!\d)", digits), case.name
        assert gold["number"] is None or gold["number"] in case.text, case.name
        assert gold["transmission_id"] is None or gold["body_siren"] in case.text, case.name
        days = [datetime.date.fromisoformat(gold[key]) for key in DATES if gold[key]]
        known = {sitting.date, sitting.convocation, sitting.received, sitting.published}
        assert {sitting.date} <= set(days) <= known, case.name


def test_the_table_counts_what_is_wrong_unawares() -> None:
    right, wrong = Score(hits=[Item("A")]), Score(hits=[Item("A")], misses=[Item("B")], inventions=[Item("C")])
    acts = [
        Judged("right", {"present": right}, ()),
        Judged("told", {"present": wrong}, ("present-count",)),
        Judged("unawares", {"present": wrong}, ()),
    ]
    assert dict(table([acts])) == {
        "present": ["0.600"],
        "acts": ["3"],
        "acts wrong in people": ["2"],
        "acts wrong in people without a finding": ["1"],
        "acts without a finding": ["2"],
        "of these, precision of present and proxies": ["0.6667"],
    }
