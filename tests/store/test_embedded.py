from __future__ import annotations

import gzip
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad, QuerySolutions, Store

from delibgraph.rdf.vocabulary import DG, GRAPH, ID
from delibgraph.store import NQUADS, STORE, TURTLE, StoreError, open_store, publish, read_quads

GRAPHS = [NamedNode(GRAPH + name) for name in ("document/1", "document/2")]
FIXTURE = Path(__file__).parents[1] / "competency" / "graph.trig"


def quads(word: str = "first") -> list[Quad]:
    """One triple that two documents state, and one that only the first does."""
    sitting = NamedNode(ID + "sitting/1/a/2023-07-12")
    shared = [Quad(sitting, DG.reason, Literal(word), graph) for graph in GRAPHS]
    return [*shared, Quad(sitting, DG.number, Literal("1"), GRAPHS[0])]


def words(store: Store) -> list[str]:
    answer = store.query(f"SELECT ?word WHERE {{ ?s <{DG.reason.value}> ?word }}")
    assert isinstance(answer, QuerySolutions)
    return [str(solution["word"].value) for solution in answer]


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


def test_a_second_build_replaces_the_first_and_leaves_nothing_beside_it(tmp_path: Path) -> None:
    publish(tmp_path, quads("first"))
    reader = open_store(tmp_path)
    publish(tmp_path, quads("second"))
    assert words(open_store(tmp_path)) == ["second"]
    assert words(reader) == ["first"]
    assert sorted(path.name for path in tmp_path.iterdir()) == [".lock", NQUADS, TURTLE, STORE]


def test_a_failing_build_leaves_the_last_good_result(tmp_path: Path) -> None:
    publish(tmp_path, quads("good"))
    before = (tmp_path / NQUADS).read_bytes()

    def broken() -> Iterator[Quad]:
        yield quads("bad")[0]
        raise RuntimeError("the reader died")

    with pytest.raises(RuntimeError, match="the reader died"):
        publish(tmp_path, broken())
    assert words(open_store(tmp_path)) == ["good"]
    assert (tmp_path / NQUADS).read_bytes() == before
    assert not (tmp_path / ".building").exists()


def test_a_reader_between_the_two_renames_finds_the_previous_store(tmp_path: Path) -> None:
    publish(tmp_path, quads("good"))
    (tmp_path / STORE).rename(tmp_path / ".store-previous")
    assert words(open_store(tmp_path)) == ["good"]
    publish(tmp_path, quads("new"))
    assert words(open_store(tmp_path)) == ["new"]
    assert not (tmp_path / ".store-previous").exists()


KILLED = """
import sys, time
from pathlib import Path
sys.path.insert(0, {src!r})
from delibgraph.store import publish, read_quads
def slow():
    for quad in read_quads(Path({fixture!r})):
        print("reading", flush=True)
        time.sleep(0.05)
        yield quad
publish(Path({out!r}), slow())
"""


def test_a_killed_build_leaves_the_last_good_result_and_no_lock(tmp_path: Path) -> None:
    publish(tmp_path, quads("good"))
    src = str(Path(__file__).parents[2] / "src")
    script = KILLED.format(src=src, fixture=str(FIXTURE), out=str(tmp_path))
    with subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"reading\n"
        with pytest.raises(StoreError, match="another build is writing here"):
            publish(tmp_path, quads("second"))
        os.kill(process.pid, signal.SIGKILL)
    assert words(open_store(tmp_path)) == ["good"]
    publish(tmp_path, quads("after"))
    assert words(open_store(tmp_path)) == ["after"]
    assert not (tmp_path / ".building").exists()


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
