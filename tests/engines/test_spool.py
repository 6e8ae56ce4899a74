"""What is put aside is there for whoever asks, until the work is over."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from delibgraph.engines import EngineError, Processes, Spool, packed


@settings(max_examples=30, deadline=None)
@given(st.data())
def test_each_thing_is_read_by_itself_in_any_order(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    things = data.draw(st.lists(st.one_of(st.text(), st.binary(), st.lists(st.integers())), min_size=1, max_size=8))
    with Spool(tmp_path_factory.mktemp("spool") / "of" / "a build") as spool:
        places = [spool.add(packed(thing)) for thing in things]
        order = data.draw(st.permutations(range(len(things))))
        assert list(spool.read([places[number] for number in order])) == [things[number] for number in order]


def test_a_copy_reads_what_was_added_before_and_after(tmp_path: Path) -> None:
    with Spool(tmp_path) as spool:
        first = spool.add(packed("first"))
        copy = pickle.loads(pickle.dumps(spool))
        second = spool.add(packed("second"))
        assert list(copy.read([second, first])) == ["second", "first"]
        whole = Processes(2).work(_Reader(copy), [first, second, first], str)
        assert list(whole) == ["first", "second", "first"]


def test_nothing_is_left_in_the_end_and_nothing_made_for_nothing(tmp_path: Path) -> None:
    with Spool(tmp_path / "none"):
        pass
    assert not (tmp_path / "none").exists()
    with Spool(tmp_path / "some") as spool:
        place = spool.add(packed("thing"))
        assert [one.name[0] for one in (tmp_path / "some").iterdir()] == ["."]
    assert list((tmp_path / "some").iterdir()) == []
    with pytest.raises(EngineError, match="share that folder"):
        list(spool.read([place]))


class _Reader:
    def __init__(self, spool: Spool) -> None:
        self.spool = spool

    def __call__(self, place: tuple[int, int]) -> str:
        (thing,) = self.spool.read([place])
        return str(thing)
