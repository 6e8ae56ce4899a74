"""Bulk files hold the whole graph, each quad once, and their manifest tells what they are."""

from __future__ import annotations

import gzip
import hashlib
import json
from pathlib import Path

import pytest

from delibgraph.build import Report
from delibgraph.exports.shards import write_shards
from delibgraph.store import NQUADS, StoreError


@pytest.mark.parametrize(("raw", "several"), [(1, True), (400_000, True), (1 << 30, False)])
def test_the_shards_are_the_graph(raw: int, several: bool, built: tuple[Path, Report], tmp_path: Path) -> None:
    (tmp_path / "graph-9999.nq.gz").write_bytes(b"of an earlier run")
    count = write_shards(built[0], tmp_path, raw)
    assert (count > 1) is several
    manifest = json.loads((tmp_path / "manifest.json").read_bytes())
    assert sorted(path.name for path in tmp_path.glob("graph-*")) == [one["file"] for one in manifest["files"]]
    lines: list[bytes] = []
    for one in manifest["files"]:
        packed = (tmp_path / one["file"]).read_bytes()
        content = gzip.decompress(packed)
        assert (hashlib.sha256(packed).hexdigest(), len(packed)) == (one["sha256"], one["bytes"])
        assert (hashlib.sha256(content).hexdigest(), len(content)) == (one["rawSha256"], one["rawBytes"])
        assert one["quads"] == len(content.splitlines())
        lines += content.splitlines(keepends=True)
    whole = gzip.decompress((built[0] / NQUADS).read_bytes()).splitlines(keepends=True)
    assert lines == whole
    assert len(set(lines)) == len(lines)


def test_the_same_graph_gives_the_same_bytes(built: tuple[Path, Report], tmp_path: Path) -> None:
    for name in ("a", "b"):
        write_shards(built[0], tmp_path / name, 400_000)
    found = [{path.name: path.read_bytes() for path in (tmp_path / name).iterdir()} for name in ("a", "b")]
    assert found[0] == found[1]


def test_a_folder_without_a_build_is_told(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="no archive"):
        write_shards(tmp_path, tmp_path / "out")
