"""A slice of the rounds of ``python -m tests.interruptions``, and of those with ``--cluster``."""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.interruptions import KINDS, Bench, can_mount


@pytest.fixture(scope="module")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bench]:
    bench = Bench(tmp_path_factory.mktemp("interruptions"), random.Random(7))
    yield bench
    if bench.server:
        bench.server.kill()


@pytest.mark.parametrize("kind", KINDS)
def test_the_next_run_mends_what_was_cut_off(kind: str, bench: Bench) -> None:
    if kind == "disk full" and not can_mount():
        pytest.skip("small disks can be made by root alone")
    for _ in range(2):
        assert KINDS[kind](bench).wrong == ""


@pytest.mark.xdist_group("cluster")
def test_a_cluster_build_outlives_its_parts(tmp_path: Path) -> None:
    cluster = pytest.importorskip("tests.interruptions.cluster")
    bench = Bench(tmp_path, random.Random(11))
    with closing(cluster.Cluster()) as parts:
        for kind, work in cluster.KINDS.items():
            assert work(bench, parts).wrong == "", kind
