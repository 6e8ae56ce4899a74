"""The cluster's workers: the same order and the same results as the processes', whoever dies."""

from __future__ import annotations

import random
import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from delibgraph.build import build
from delibgraph.engines import EngineError, Processes, cluster
from tests.engines.labour import die_on_seven, die_once, double, invert, lost, minus, refuse
from tests.generator import cases
from tests.interruptions.cluster import Cluster

pytest.importorskip("distributed")
ACTS = 60
pytestmark = pytest.mark.xdist_group("cluster")


@pytest.fixture(scope="module")
def parts() -> Iterator[Cluster]:
    """Two worker processes that are replaced when they end."""
    with closing(Cluster()) as parts:
        yield parts


@pytest.fixture
def scheduler(parts: Cluster) -> str:
    return parts.address


@pytest.mark.parametrize("count", [0, 1, 100, 1000])
def test_results_come_in_order(count: int, scheduler: str) -> None:
    assert list(cluster(scheduler).work(double, range(count), minus)) == [2 * number for number in range(count)]


@pytest.mark.parametrize("count", [8, 100])
def test_an_item_that_kills_its_worker_is_set_aside_alone(count: int, scheduler: str) -> None:
    wanted = [-7 if number == 7 else number for number in range(count)]
    assert list(cluster(scheduler).work(die_on_seven, range(count), minus)) == wanted


def test_an_item_whose_worker_was_killed_from_without_is_tried_again(tmp_path: Path, scheduler: str) -> None:
    places = [tmp_path / str(number) for number in range(2)]
    assert list(cluster(scheduler).work(die_once, places, lost)) == ["done"] * 2


@pytest.mark.parametrize(("work", "error"), [(invert, ZeroDivisionError), (refuse, PermissionError)])
def test_an_error_of_the_work_itself_is_told(work: type, error: type[Exception], scheduler: str) -> None:
    with pytest.raises(error):
        list(cluster(scheduler).work(work, range(4), minus))


def test_a_scheduler_that_is_not_there_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("delibgraph.engines.dask._FIRST", 0.5)
    with pytest.raises(EngineError, match="no scheduler answers"):
        list(cluster("tcp://127.0.0.1:9").work(double, range(4), minus))


def test_a_worker_with_other_code_is_refused(scheduler: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("delibgraph.engines.dask._code", lambda: "another")
    with pytest.raises(EngineError, match="runs other code"):
        list(cluster(scheduler).work(double, range(4), minus))


def test_the_graph_is_that_of_the_processes_though_workers_are_killed(
    parts: Cluster, scheduler: str, tmp_path: Path
) -> None:
    paths = [tmp_path / f"{case.name}.txt" for case in cases(ACTS, seed=3)]
    for path, case in zip(paths, cases(ACTS, seed=3), strict=True):
        path.write_text(case.text, encoding="utf-8")
    local = build(paths, tmp_path / "local", engine=Processes(2))
    over, killed = threading.Event(), list[int]()

    def kill() -> None:
        while len(killed) < 3 and not over.wait(4):
            parts.kill_worker(random.Random(len(killed)))
            killed.append(len(killed))

    killer = threading.Thread(target=kill)
    killer.start()
    try:
        far = build(paths, tmp_path / "far", engine=cluster(scheduler))
    finally:
        over.set()
        killer.join()
    assert killed
    assert far.failures == local.failures
    assert far.built == local.built
    graphs = [(tmp_path / name / "graph.nq.gz").read_bytes() for name in ("local", "far")]
    assert graphs[0] == graphs[1]
