"""What the server keeps of the answers that pages showed."""

from __future__ import annotations

import asyncio
from pathlib import Path

from delibgraph.explorer.workers import Kept, Workers
from delibgraph.store import Publication, pack, read_quads

GRAPH = Path(__file__).parents[1] / "competency" / "graph.trig"
COUNT = "SELECT (COUNT(*) AS ?n) WHERE { ?s a dg:Proxy }"


def test_what_was_not_asked_for_the_longest_time_goes() -> None:
    kept = Kept(most=160)
    for name in "abcdefghijklmnop":
        kept.put(name, b"x" * 10)
    assert kept.get("a") == b"x" * 10
    kept.put("q", b"y" * 10)
    assert kept.get("b") is None
    assert (kept.get("a"), kept.get("q")) == (b"x" * 10, b"y" * 10)


def test_a_long_answer_is_not_kept_and_the_same_twice_weighs_once() -> None:
    kept = Kept(most=160)
    kept.put("long", b"x" * 11)
    assert kept.get("long") is None
    for _ in range(100):
        kept.put("a", b"x" * 10)
    for name in "bcdefghijklmnop":
        kept.put(name, b"x" * 10)
    assert kept.get("a") == b"x" * 10


def test_another_build_is_asked_anew(tmp_path: Path) -> None:
    def publish(leave_out: str) -> None:
        quads = [quad for quad in read_quads(GRAPH) if not leave_out or leave_out not in str(quad)]
        with Publication(tmp_path) as publication:
            publication.add("all", pack(quads))
            publication.commit()

    async def ask() -> list[str]:
        workers = Workers(tmp_path)
        found = []
        for leave_out in ("", "ontology#Proxy"):
            publish(leave_out)
            for _ in range(2):
                found.append((await workers.rows(COUNT))[0]["n"]["value"])
        await workers.close()
        return found

    assert asyncio.run(ask()) == ["6", "6", "0", "0"]
