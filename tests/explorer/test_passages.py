"""The text beside its facts: no character is lost or doubled, and each piece lies in the passages that cover it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from delibgraph.explorer.passages import Fact, Passage, cut, gathered, merged

PLACES = st.integers(0, 400)
SPANS = st.tuples(PLACES, st.integers(1, 60)).map(lambda pair: (pair[0], pair[0] + pair[1]))


@given(st.text(max_size=400), st.lists(SPANS, max_size=12), st.lists(SPANS, max_size=4))
def test_the_pieces_are_the_text(text: str, spans: list[tuple[int, int]], windows: list[tuple[int, int]]) -> None:
    spans = [(start, end) for start, end in spans if end <= len(text)]
    passages = gathered((span, Fact("vote", str(span), "/")) for span in spans)
    place = 0
    for piece in cut(text, passages, windows):
        if piece.left_out:
            place += piece.left_out
            continue
        end = place + len(piece.text)
        assert piece.text == text[place:end]
        around = {passage.span for passage in passages if passage.span[0] <= place and end <= passage.span[1]}
        assert {passage.span for passage in piece.inside} == around
        lengths = [passage.span[1] - passage.span[0] for passage in piece.inside]
        assert lengths == sorted(lengths)
        place = end
    assert place == len(text)


@given(st.lists(SPANS, max_size=12))
def test_each_passage_in_sight_opens_once(spans: list[tuple[int, int]]) -> None:
    text = "x" * 500
    passages = gathered((span, Fact("vote", "", "/")) for span in spans)
    opened = [passage.span for piece in cut(text, passages, [(0, 500)]) for passage in piece.opens]
    assert sorted(opened) == sorted(set(spans))


def test_facts_in_the_same_words_are_one_passage() -> None:
    one, two = Fact("proxy", "A → B", "/1"), Fact("attendance", "A · represented", "/2")
    assert gathered([((3, 9), one), ((3, 9), two), ((3, 9), one), ((3, 12), two)]) == [
        Passage((3, 12), [two]),
        Passage((3, 9), [one, two]),
    ]


def test_windows_that_lie_close_are_one_and_far_ones_leave_a_gap() -> None:
    assert merged([(1000, 1200), (1500, 1600), (5000, 5100)], 9000) == [(1000, 1600), (5000, 5100)]
    assert merged([(100, 200)], 300) == [(0, 300)]
    pieces = cut("x" * 9000, [], [(1000, 1600)])
    assert [(len(piece.text), piece.left_out) for piece in pieces] == [(0, 1000), (600, 0), (0, 7400)]
