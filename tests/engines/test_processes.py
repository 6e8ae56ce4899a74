"""The processes of this machine: order, few items under way, and what becomes of an item that kills its worker."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from delibgraph.engines import Processes, processes, watchdog
from tests.engines.labour import die_on_seven, die_once, double, hang_on_three, invert, lost, minus, run_out_of_memory


@pytest.mark.parametrize("jobs", [1, 2, 5])
@pytest.mark.parametrize("count", [0, 1, 2, 100])
def test_results_come_in_order_whatever_the_number_of_workers(jobs: int, count: int) -> None:
    assert list(Processes(jobs).work(double, range(count), minus)) == [2 * number for number in range(count)]


@pytest.mark.parametrize("count", [8, 100])
def test_an_item_that_kills_its_worker_is_set_aside_alone(count: int) -> None:
    wanted = [-7 if number == 7 else number for number in range(count)]
    assert list(Processes(2).work(die_on_seven, range(count), minus)) == wanted


def test_an_item_that_hangs_is_set_aside_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watchdog, "LONGEST", 0.5)
    assert list(Processes(2).work(hang_on_three, range(12), minus)) == [
        -3 if number == 3 else number for number in range(12)
    ]


def test_a_worker_has_bounded_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes, "MEMORY", 1 << 30)
    assert list(Processes(2).work(run_out_of_memory, [0, 2], minus)) == [0, -1]


def test_an_error_of_the_work_itself_is_told() -> None:
    with pytest.raises(ZeroDivisionError):
        list(Processes(2).work(invert, range(4), minus))


def test_few_items_are_under_way() -> None:
    asked = Counted(range(1000))
    results: Iterator[int] = Processes(2).work(double, asked, minus)
    assert next(results) == 0
    assert asked.most < 100
    del results


class Counted(Sequence[int]):
    """Numbers that remember up to which they were asked for."""

    def __init__(self, numbers: range) -> None:
        self.numbers, self.most = numbers, 0

    def __len__(self) -> int:
        return len(self.numbers)

    def __getitem__(self, at: int | slice) -> int | Sequence[int]:  # type: ignore[override]
        self.most = max(self.most, at.stop if isinstance(at, slice) else at)
        return self.numbers[at]


def test_an_item_whose_worker_was_killed_from_without_is_tried_again(tmp_path: Path) -> None:
    places = [tmp_path / str(number) for number in range(4)]
    assert list(Processes(2).work(die_once, places, lost)) == ["done"] * 4
