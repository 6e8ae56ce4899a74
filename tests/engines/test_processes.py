"""The processes of this machine: order, few items under way, and what becomes of an item that kills its worker."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path

import pytest

from delibgraph.engines import Processes, processes, watchdog
from tests.engines.labour import die_on_seven, die_once, double, hang_on_three, invert, lost, minus, run_out_of_memory

ROOT = Path(__file__).parents[2]


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


@pytest.mark.skipif(sys.platform != "linux", reason="children are told by /proc")
@pytest.mark.parametrize("stroke", [signal.SIGTERM, signal.SIGKILL])
def test_workers_end_with_the_main_process(stroke: signal.Signals) -> None:
    """Some idle, one at work: nobody else would ever end them."""
    code = (
        "from tests.engines.labour import minus, wait\n"
        "from delibgraph.engines import Processes\n"
        "results = Processes(3).work(wait, [0.0, 0.0, 30.0], minus)\n"
        "next(results)\nprint('at work', flush=True)\nlist(results)"
    )
    environment = {**os.environ, "PYTHONPATH": f"{ROOT}:{ROOT / 'src'}"}
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, env=environment) as main:
        assert main.stdout is not None
        assert main.stdout.readline() == b"at work\n"
        children = Path(f"/proc/{main.pid}/task/{main.pid}/children").read_text(encoding="ascii").split()
        assert len(children) == 3
        main.send_signal(stroke)
        main.wait()
        for _ in range(100):
            if not any(map(_lives, children)):
                return
            time.sleep(0.1)
    raise AssertionError(f"left behind: {[child for child in children if _lives(child)]}")


def _lives(child: str) -> bool:
    """Whether a process of this number is at work; one that waits to be taken off the list is not."""
    with suppress(OSError):
        return Path(f"/proc/{child}/stat").read_text(encoding="ascii").rpartition(")")[2].split()[0] != "Z"
    return False


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
