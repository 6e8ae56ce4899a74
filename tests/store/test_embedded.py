from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from delibgraph.store import NQUADS, STORE, TURTLE, StoreError, open_store, read_quads
from tests.store.publishing import GRAPHS, publish, quads, words

FIXTURE = Path(__file__).parents[1] / "competency" / "graph.trig"


def test_a_published_graph_can_be_opened_and_read_only(tmp_path: Path) -> None:
    publish(tmp_path / "out", quads())
    store = open_store(tmp_path / "out")
    assert set(read_quads(tmp_path / "out" / NQUADS)) == set(quads())
    assert {quad.triple for quad in read_quads(tmp_path / "out" / TURTLE)} == {quad.triple for quad in quads()}
    assert set(store.quads_for_pattern(None, None, None, GRAPHS[0])) == {quads()[0], quads()[2]}
    with pytest.raises(RuntimeError, match="read-write"):
        store.add(quads("other")[0])


def test_the_default_graph_merges_what_several_documents_state(tmp_path: Path) -> None:
    publish(tmp_path, quads())
    assert words(open_store(tmp_path)) == ["first"]
    assert words(open_store(tmp_path / NQUADS)) == ["first"]


def test_the_same_quads_give_the_same_bytes_in_any_order(tmp_path: Path) -> None:
    given = list(read_quads(FIXTURE))
    publish(tmp_path / "one", given)
    publish(tmp_path / "two", reversed(given))
    for name in (NQUADS, TURTLE):
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()


@pytest.mark.parametrize("name", ["graph.trig", "graph.nq", "graph.nq.gz", "graph.ttl", "graph.nt"])
def test_one_file_is_opened_in_memory(tmp_path: Path, name: str) -> None:
    publish(tmp_path, quads())
    lines = gzip.decompress((tmp_path / NQUADS).read_bytes())
    triples = "".join(f"{quad.triple} .\n" for quad in quads()).encode()
    content = {"graph.trig": triples, "graph.nt": triples, "graph.nq": lines}
    (tmp_path / "file").mkdir()
    path = tmp_path / "file" / name
    path.write_bytes(content.get(name) or (tmp_path / name).read_bytes())
    assert words(open_store(path)) == ["first"]


def test_a_folder_that_lost_its_store_is_read_from_its_file(tmp_path: Path) -> None:
    publish(tmp_path, quads())
    (tmp_path / STORE).rename(tmp_path / "elsewhere")
    assert words(open_store(tmp_path)) == ["first"]


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("missing.nq", None, "no such file or folder"),
        ("graph.csv", b"a,b", "no graph format is named '.csv'"),
        ("graph.nq", b"<a> <b", "cannot be read as nq"),
        ("graph.nq.gz", b"not gzip", "cannot be read as nq"),
        ("cut.nq.gz", gzip.compress(b"<a:a> <a:b> <a:c> .\n" * 99, mtime=0)[:-12], "cannot be read as nq"),
    ],
)
def test_what_is_wrong_with_a_file_is_said(tmp_path: Path, name: str, content: bytes | None, message: str) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    with pytest.raises(StoreError, match=message):
        open_store(tmp_path / name)


def test_an_empty_folder_names_the_way_out(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="delibgraph build SOURCES"):
        open_store(tmp_path)
