"""What the server keeps of the answers that pages showed."""

from __future__ import annotations

import asyncio
from pathlib import Path

from delibgraph.explorer.workers import Workers
from delibgraph.store import Publication, pack, read_quads

GRAPH = Path(__file__).parents[1] / "competency" / "graph.trig"
COUNT = "SELECT (COUNT(*) AS ?n) WHERE { ?s a dg:Proxy }"


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
