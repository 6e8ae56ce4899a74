from __future__ import annotations

import gzip
import os
import signal
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad, Store

from delibgraph.rdf.vocabulary import DG, GRAPH, ID
from delibgraph.store import MANIFEST, NQUADS, STORE, TURTLE, Publication, StoreError, open_store, pack, read_quads
from delibgraph.store import publication as module
from tests.store.publishing import publish, quads, words

FIXTURE = Path(__file__).parents[1] / "competency" / "graph.trig"
FILES = [".lock", NQUADS, TURTLE, MANIFEST, STORE]


def test_a_second_build_replaces_the_first_and_leaves_nothing_beside_it(tmp_path: Path) -> None:
    publish(tmp_path, quads("first"))
    reader = open_store(tmp_path)
    publish(tmp_path, quads("second"))
    assert words(open_store(tmp_path)) == ["second"]
    assert words(reader) == ["first"]
    assert sorted(path.name for path in tmp_path.iterdir()) == FILES


def test_a_failing_build_leaves_the_last_good_result(tmp_path: Path) -> None:
    publish(tmp_path, quads("good"))
    before = (tmp_path / NQUADS).read_bytes()

    def fail() -> None:
        with Publication(tmp_path) as publication:
            publication.add("all", pack(quads("bad")))
            assert words(publication.store()) == ["bad"]
            raise RuntimeError("the reader died")

    with pytest.raises(RuntimeError, match="the reader died"):
        fail()
    assert words(open_store(tmp_path)) == ["good"]
    assert (tmp_path / NQUADS).read_bytes() == before
    assert sorted(path.name for path in tmp_path.iterdir()) == FILES


def test_a_store_filled_in_pieces_is_that_filled_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    publish(tmp_path / "once", read_quads(FIXTURE))
    monkeypatch.setattr(module, "_PIECE", 4_000)
    publish(tmp_path / "pieces", read_quads(FIXTURE))
    assert len(gzip.decompress((tmp_path / "pieces" / NQUADS).read_bytes())) > 10 * 4_000
    assert set(open_store(tmp_path / "pieces")) == set(open_store(tmp_path / "once"))


def test_a_load_that_fails_is_told(tmp_path: Path) -> None:
    with Publication(tmp_path) as publication:
        publication.add("all", replace(pack(quads()), member=gzip.compress(b"<a> is no quad .\n")))
        with pytest.raises(SyntaxError):
            publication.store()


def test_what_is_not_committed_is_not_there(tmp_path: Path) -> None:
    with Publication(tmp_path) as publication:
        publication.add("all", pack(quads()))
    with pytest.raises(StoreError, match="no graph is built here"):
        open_store(tmp_path)


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
from delibgraph.store import Publication, pack, read_quads
with Publication(Path({out!r})) as publication:
    publication.add("all", pack(read_quads(Path({fixture!r}))))
    publication.store()
    print("filled", flush=True)
    time.sleep(60)
"""


def test_a_killed_build_leaves_the_last_good_result_and_no_lock(tmp_path: Path) -> None:
    publish(tmp_path, quads("good"))
    src = str(Path(__file__).parents[2] / "src")
    script = KILLED.format(src=src, fixture=str(FIXTURE), out=str(tmp_path))
    with subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"filled\n"
        with pytest.raises(StoreError, match="another build is writing here"):
            publish(tmp_path, quads("second"))
        os.kill(process.pid, signal.SIGKILL)
    assert words(open_store(tmp_path)) == ["good"]
    publish(tmp_path, quads("after"))
    assert words(open_store(tmp_path)) == ["after"]
    assert not (tmp_path / ".building").exists()


PARTS = [f"document/{number}" for number in range(4)]
NODES = [NamedNode(f"{ID}person/1/{name}") for name in ("a", "b", "c")]
Said = tuple[NamedNode, NamedNode, NamedNode | str]
VALUES: st.SearchStrategy[NamedNode | str] = st.sampled_from([*NODES, "x <a:b> .\n"])
TRIPLES = st.tuples(st.sampled_from(NODES), st.sampled_from([DG.date, DG.holder]), VALUES)
GRAPHS_OF_PARTS = st.dictionaries(st.sampled_from(PARTS), st.sets(TRIPLES, max_size=8))
MANY: set[Said] = {(NamedNode(f"{ID}person/2/{number}"), DG.holder, NODES[0]) for number in range(400)}


def put(out: Path, parts: dict[str, set[Said]]) -> None:
    """Publish parts, and a large one that never changes."""
    with Publication(out) as publication:
        for name, triples in sorted({"document/many": MANY, **parts}.items()):
            graph = NamedNode(GRAPH + name)
            publication.add(
                name, pack(Quad(s, p, o if isinstance(o, NamedNode) else Literal(o), graph) for s, p, o in triples)
            )
        publication.commit()


@settings(max_examples=12)
@given(steps=st.lists(GRAPHS_OF_PARTS, min_size=2, max_size=4))
def test_changes_one_after_another_equal_one_fresh_result(
    steps: list[dict[str, set[Said]]],
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    changed, fresh = tmp_path_factory.mktemp("changed"), tmp_path_factory.mktemp("fresh")
    for step in steps:
        put(changed, step)
    put(fresh, steps[-1])
    assert set(open_store(changed)) == set(open_store(fresh))
    for name in (NQUADS, TURTLE, MANIFEST):
        assert (changed / name).read_bytes() == (fresh / name).read_bytes()


def test_little_change_is_a_change_of_the_last_store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path, {"document/1": {(NODES[0], DG.holder, NODES[1])}})
    monkeypatch.setattr(module, "_fill", lambda *_: pytest.fail("filled anew"))
    put(tmp_path, {"document/2": {(NODES[0], DG.holder, NODES[1])}})
    found = open_store(tmp_path).quads_for_pattern(NODES[0], DG.holder, NODES[1], None)
    assert {str(quad.graph_name) for quad in found} == {"DEFAULT", f"<{GRAPH}document/2>"}
    assert len(open_store(tmp_path)) == 2 * (len(MANY) + 1)
    with pytest.raises(pytest.fail.Exception, match="filled anew"):
        put(tmp_path, {"document/1": MANY})


def test_quads_may_be_added_after_the_store_was_asked(tmp_path: Path) -> None:
    for _ in range(2):  # at first the store is filled, then it is changed
        with Publication(tmp_path) as publication:
            publication.add("first", pack(quads()))
            assert len(publication.store()) == 5
            publication.add("findings", pack([Quad(NODES[0], DG.holder, NODES[1], NamedNode(GRAPH + "findings"))]))
            publication.commit()
        assert len(open_store(tmp_path)) == 7
        assert set(read_quads(tmp_path / NQUADS)) == {
            quad for quad in open_store(tmp_path) if isinstance(quad.graph_name, NamedNode)
        }


@pytest.mark.parametrize("damage", ["file", "store"])
def test_a_damaged_result_is_made_anew(damage: str, tmp_path: Path) -> None:
    put(tmp_path, {"document/1": {(NODES[0], DG.holder, NODES[1])}})
    if damage == "file":
        content = bytearray((tmp_path / NQUADS).read_bytes())
        content[20:60] = bytes(40)
        (tmp_path / NQUADS).write_bytes(content)
    else:
        for path in (tmp_path / STORE).glob("MANIFEST*"):
            path.write_bytes(b"")
    put(tmp_path, {"document/1": {(NODES[0], DG.holder, NODES[2])}})
    assert len(open_store(tmp_path)) == 2 * (len(MANY) + 1)
    assert len(gzip.decompress((tmp_path / NQUADS).read_bytes()).splitlines()) == len(MANY) + 1


def test_a_large_graph_has_no_turtle_and_keeps_no_old_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    publish(tmp_path, quads())
    monkeypatch.setattr(module, "MOST_TURTLE", 2)
    publish(tmp_path, quads())
    assert not (tmp_path / TURTLE).exists()
    assert isinstance(open_store(tmp_path), Store)
