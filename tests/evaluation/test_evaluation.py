"""Scores, gold files and the page of differences."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from delibgraph.evaluation import GoldError, Item, Judged, Score, intervals, judge, page, pair, read_gold, total
from delibgraph.evaluation.gold import misspelt
from delibgraph.facts import Act, Attendance, Deliberation, Funding, Sitting, Vote
from delibgraph.identity import resolve

TEXT = "Présents : Mme Zoé BLANC, M. Guy PETIT, M. <b>Luc</b> \u202eROUX\nSecrétaire : M. Guy PETIT\n"


def present(*names: str) -> tuple[Attendance, ...]:
    return tuple(Attendance(name, "present", (TEXT.index(name), TEXT.index(name) + len(name))) for name in names)


def judged(act: Act, gold: dict[str, Any]) -> Judged:
    return judge(act, gold, resolve([act]))


def act(*deliberations: Deliberation, names: tuple[str, ...] = ()) -> Act:
    return Act("a.txt", "0" * 64, Sitting(attendance=present(*names)), deliberations=deliberations)


def minutes(*entries: tuple[str | None, str]) -> tuple[Deliberation, ...]:
    return tuple(Deliberation((at, at + 1), number, title) for at, (number, title) in enumerate(entries))


def test_what_was_right_missed_and_invented_has_its_place() -> None:
    gold = {"present": ["Zoé Blanc", "Luc Roux"], "complete": ["present"]}
    score = judged(act(names=("Zoé BLANC", "Guy PETIT")), gold).scores["present"]
    assert score.hits == [Item("Zoé BLANC", (15, 24))]
    assert (score.missed, score.invented) == (["Luc Roux"], ["Guy PETIT"])
    assert (score.precision, score.recall, score.f1) == (0.5, 0.5, 0.5)


@pytest.mark.parametrize(
    ("found", "right", "missed", "invented"),
    [
        ([("2024-1", "Budget"), ("2024-2", "Voirie"), ("2024-3", "École")], 3, 0, 0),
        ([("2024-1", "Budget"), ("2024-3", "École")], 2, 1, 0),
        ([("2024-2", "Voirie"), ("2024-1", "Budget"), ("2024-3", "École")], 2, 1, 1),
        ([(None, "BUDGET"), (None, "Voirie"), (None, "Travaux de l'école")], 2, 1, 1),
        ([("2024-9", "Budget")], 0, 3, 1),
        ([], 0, 3, 0),
    ],
)
def test_deliberations_are_compared_in_their_order(
    found: list[tuple[str | None, str]], right: int, missed: int, invented: int
) -> None:
    wanted = [{"number": f"2024-{n}", "title": title} for n, title in enumerate(("Budget", "Voirie", "École"), 1)]
    score = judged(act(*minutes(*found)), {"deliberations": wanted, "complete": ["deliberations"]}).scores[
        "deliberations"
    ]
    assert (score.right, len(score.missed), len(score.invented)) == (right, missed, invented)


def test_votes_and_money_are_held_to_their_own_deliberation() -> None:
    grant = Funding("Les Amis", 500.0, "granted", (0, 5))
    found = act(
        Deliberation((0, 5), "1", vote=Vote("adopted", for_=12)),
        Deliberation((5, 9), "2", vote=Vote("rejected"), funding=(grant,)),
    )
    wanted = [
        {
            "number": "1",
            "vote": {"outcome": "adopted", "for": 11},
            "funding": [{"beneficiary": "Les Amis", "amount": 500}],
        },
        {"number": "2", "vote": {"outcome": "rejected"}, "funding": []},
        {"number": "3", "vote": {"outcome": "adopted"}},
    ]
    scores = judged(found, {"deliberations": wanted, "complete": ["funding"]}).scores
    votes, money = scores["deliberation_votes"], scores["deliberation_funding"]
    assert (votes.right, votes.missed, votes.invented) == (2, ["for: 11", "outcome: adopted"], ["for: 12"])
    assert (money.missed, money.invented) == (["Les Amis → 500.0"], ["Les Amis → 500.0"])


def document(right: int, missed: int) -> Judged:
    return Judged("a", {"present": Score([Item("a")] * right, [Item("b")] * missed)}, ())


def test_an_interval_holds_the_score_and_shrinks_with_more_documents() -> None:
    few = [document(9, 1), document(5, 5), document(10, 0)]
    bounds = intervals(few)["present"]
    assert bounds.low < total(few)["present"].f1 < bounds.high
    more = intervals(few * 20)["present"]
    assert more.high - more.low < (bounds.high - bounds.low) / 2
    assert intervals(few * 20, seed=4) == intervals(few * 20, seed=4) != intervals(few * 20, seed=5)
    assert intervals([document(3, 0)] * 4)["present"].low == 1.0
    assert intervals([document(0, 0)])["present"].low == 1.0


def test_an_interval_covers_the_drawn_quantiles() -> None:
    bounds = intervals([document(1, 0), document(0, 1)], resamples=4000)["present"]
    assert (bounds.low, bounds.high) == (0.0, 1.0)  # each of the two documents is drawn twice in a quarter of resamples


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('{"present": ["a"],\n "absent": [}', "line 2, column 13: not JSON"),
        ("[]", "one JSON object"),
        ('{"present": "Zoé"}', "at present: "),
        ('{"proxies": [["a", "b"], ["c"]]}', "at proxies[1][1]: "),
        ('{"funding": [{"beneficiary": "x"}]}', "at funding[0].amount: "),
        ('{"deliberations": [{"funding": [{"amount": 1}]}]}', "at deliberations[0].funding[0].beneficiary: "),
    ],
)
def test_wrong_gold_is_named_with_its_place(tmp_path: Path, text: str, words: str) -> None:
    (tmp_path / "a.json").write_text(text, encoding="utf-8")
    with pytest.raises(GoldError) as raised:
        read_gold(tmp_path / "a.json")
    assert str(raised.value).startswith(f"{tmp_path / 'a.json'}")
    assert words in str(raised.value)


def test_gold_in_another_encoding_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_bytes('{"president": "Zoé"}'.encode("cp1252"))
    with pytest.raises(GoldError, match="not UTF-8"):
        read_gold(tmp_path / "a.json")


def test_misspelt_keys_are_noticed() -> None:
    assert misspelt({"proxys": [], "notes": "", "layout": ""}) == [("proxys", "proxies")]
    assert misspelt({"presents": []}) == [("presents", "present")]
    assert misspelt({"presents": [], "present": []}) == []


def test_documents_and_gold_find_each_other(tmp_path: Path) -> None:
    for name in ("a.json", "b.json", "c.json"):
        (tmp_path / name).write_text("{}", encoding="utf-8")
    found = pair(tmp_path, [Path("acts/a.txt"), Path("acts/c.pdf"), Path("acts/d.txt")])
    assert found.pairs == ((Path("acts/a.txt"), tmp_path / "a.json"), (Path("acts/c.pdf"), tmp_path / "c.json"))
    assert (found.without_gold, found.without_document) == ((Path("acts/d.txt"),), (tmp_path / "b.json",))
    with pytest.raises(GoldError, match=r"a\.txt and .*a\.pdf both fit a\.json"):
        pair(tmp_path, [Path("a.txt"), Path("a.pdf")])


def test_the_page_marks_each_kind_where_it_stands() -> None:
    gold = {"present": ["Zoé BLANC", "Luc ROUX"], "secretary": "Nobody NAMED", "complete": ["present"]}
    shown = page([judged(act(names=("Zoé BLANC", "Guy PETIT")), gold)], {"a.txt": TEXT}, {})
    assert 'class="right" title="present, right: Zoé BLANC">Zoé BLANC</mark>' in shown
    assert 'class="invented" title="present, invented: Guy PETIT">Guy PETIT</mark>' in shown
    assert shown.count('href="#d1-') == 1  # to the invented name: the missed ones stand nowhere as such
    assert "<bdi>Nobody NAMED</bdi> <span" in shown


def test_a_missed_name_is_marked_where_it_stands() -> None:
    shown = page([judged(act(), {"present": ["guy petit"]})], {"a.txt": TEXT}, {})
    assert 'class="missed" title="present, missed: guy petit">Guy PETIT</mark>' in shown


def test_names_from_documents_are_inert() -> None:
    gold = {"present": ['<img src=x onerror="alert(1)">'], "secretary": "</pre><script>alert(1)</script>"}
    shown = page([judged(act(names=("Zoé BLANC",)), gold)], {"a.txt": TEXT}, {})
    assert "<b>" not in shown.partition("<pre")[2].partition("</pre>")[0]
    assert "<script" not in shown
    assert "<img" not in shown
    assert "\u202e" not in shown
    assert "http" not in shown.replace("http-equiv", "")


@pytest.mark.parametrize("wrong_first", [True, False])
def test_wrong_documents_stand_first_and_open(wrong_first: bool) -> None:
    good, bad = Judged("good.txt", {"present": Score([Item("a")])}, ()), Judged("bad.txt", document(0, 1).scores, ())
    shown = page([bad, good] if wrong_first else [good, bad], {}, {})
    assert shown.index("bad.txt") < shown.index("good.txt")
    assert (shown.count("<details open>"), shown.count("<details>")) == (1, 1)


def test_examples_gold_has_the_form_of_gold() -> None:
    for path in sorted((Path(__file__).parents[2] / "examples" / "gold").glob("*.json")):
        assert misspelt(read_gold(path)) == []
        assert json.loads(path.read_text(encoding="utf-8")) == read_gold(path)
