"""``python -m benchmarks.pages GRAPH``: how long the explorer's pages take, at first and when they are asked again.

A server is started and a client asks for pages of each sort, of different things drawn by chance. The first round meets
each thing for the first time, so its figures are those of queries; the rounds after it find answers that are kept.
Times are of the clock, until the last byte is there; the machine's other work is in them.
"""

from __future__ import annotations

import argparse
import math
import os
import random
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import urlencode

import httpx

from delibgraph.rdf.vocabulary import ID

THINGS = {
    "body": "?x a dg:Body",
    "sitting": "?x a dg:Sitting",
    "member": "?x a dg:ElectedOfficial",
    "organisation": "?x a dg:Organisation",
    "deliberation": "?x a dg:Deliberation",
    "document": "?x a dg:SourceDocument",
}
"""Pages of things, by what they are of."""
LARGEST = """SELECT ?x WHERE {
  { SELECT ?x (COUNT(?s) AS ?n) WHERE { ?o org:unitOf ?x . ?s dg:organ ?o } GROUP BY ?x }
} ORDER BY DESC(?n) ?x LIMIT %d"""
READY = 120.0
"""Seconds that the index of names may take."""


def found(client: httpx.Client, query: str) -> list[str]:
    """The things that a query finds, in the order of the answer."""
    answer = client.get("/sparql", params={"query": query}, headers={"Accept": "application/sparql-results+json"})
    answer.raise_for_status()
    return [row["x"]["value"] for row in answer.json()["results"]["bindings"]]


def addresses(client: httpx.Client, count: int, seed: int) -> dict[str, list[str]]:
    """For each sort of page at most so many addresses, the same for the same graph."""
    dice = random.Random(seed)
    drawn: dict[str, list[str]] = {}
    for sort, pattern in THINGS.items():
        known = sorted(found(client, f"SELECT DISTINCT ?x WHERE {{ {pattern} }}"))
        drawn[sort] = dice.sample(known, min(count, len(known)))
    pages = {sort: [f"/id/{iri.removeprefix(ID)}" for iri in things] for sort, things in drawn.items()}
    pages["body, the largest"] = [f"/id/{iri.removeprefix(ID)}" for iri in found(client, LARGEST % min(count, 5))]
    names = sorted(found(client, "SELECT DISTINCT ?x WHERE { ?m a dg:ElectedOfficial ; foaf:name ?x }"))
    pages["search"] = [f"/search?{urlencode({'q': name})}" for name in dice.sample(names, min(count, len(names)))]
    pages["first"] = ["/"]
    pages["flows"] = ["/flows", *(f"/flows?{urlencode({'body': iri})}" for iri in drawn["body"])]
    pages["proxies"] = ["/proxies"]
    pages["review"] = ["/review", *(f"/review?page={number}" for number in range(2, min(count, 5)))]
    return pages


def asked(client: httpx.Client, pages: Sequence[str]) -> list[float]:
    """Milliseconds that each page takes.

    Raises:
        httpx.HTTPStatusError: a page is not there.
    """
    took = []
    for page in pages:
        start = time.perf_counter()
        client.get(page, headers={"Accept": "text/html"}).raise_for_status()
        took.append(1000 * (time.perf_counter() - start))
    return took


def share(took: Sequence[float], part: float) -> float:
    """The time within which such a part of the answers came (nearest rank)."""
    return sorted(took)[max(0, math.ceil(part * len(took)) - 1)]


def wait(client: httpx.Client) -> float:
    """Seconds until the index of names is there."""
    start = time.monotonic()
    while time.monotonic() < start + READY:
        if (
            "Search again"
            not in client.get("/search", params={"q": "a", "lang": "en"}, headers={"Accept": "text/html"}).text
        ):
            break
        time.sleep(0.2)
    return time.monotonic() - start


def line(sort: str, first: Sequence[float], again: Sequence[float]) -> None:
    """Print the row of a sort of pages."""
    cells = share(first, 0.5), share(first, 0.95), share(again, 0.5), share(again, 0.95)
    print("{:20}{:7}{:11.0f}{:7.0f}{:11.0f}{:7.0f}".format(sort, len(first), *cells), flush=True)


def main() -> None:
    """Serve, ask and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("graph", type=Path)
    parser.add_argument("--things", type=int, default=30, help="different things of each sort")
    parser.add_argument("--rounds", type=int, default=5, help="times that each page is asked again")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--rest", type=float, default=0, help="seconds to wait until the server has got all ready")
    given = parser.parse_args()
    command = [sys.executable, "-m", "delibgraph", "serve", str(given.graph), "--port", "0"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=os.environ) as serving:
        assert serving.stderr is not None
        try:
            with httpx.Client(base_url=serving.stderr.readline().partition(" ")[0], timeout=120) as client:
                print(f"index of names after {wait(client):.1f} s")
                time.sleep(given.rest)
                print(f"{'page':20}{'things':>7}{'first p50':>11}{'p95':>7}{'again p50':>11}{'p95':>7}   (ms)")
                whole: tuple[list[float], list[float]] = [], []
                for sort, pages in addresses(client, given.things, given.seed).items():
                    first = asked(client, pages)
                    again = [one for _ in range(given.rounds) for one in asked(client, pages)]
                    line(sort, first, again)
                    whole[0].extend(first)
                    whole[1].extend(again)
                line("all of them", *whole)
        finally:
            serving.terminate()


if __name__ == "__main__":
    main()
