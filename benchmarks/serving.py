"""``python -m benchmarks.serving GRAPH``: first answers, then many clients at once, with and without a slow one.

Each client asks one query after another, of all kinds that people and programs ask. The figures count answers in
seconds of the clock, since waiting is what a client does; the machine's other work is in them.
"""

from __future__ import annotations

import argparse
import os
import random
import statistics
import subprocess
import sys
import threading
import time
from collections import Counter
from pathlib import Path

import httpx

QUERIES = (
    "ASK { ?p a dg:Proxy }",
    "SELECT (COUNT(DISTINCT ?s) AS ?n) WHERE { ?s a dg:Sitting }",
    "SELECT ?s ?d WHERE { ?s a dg:Sitting ; dg:date ?d } ORDER BY ?d LIMIT 50",
    "SELECT ?g (COUNT(?p) AS ?n) WHERE { ?p a dg:Proxy ; dg:grantor ?g } GROUP BY ?g ORDER BY DESC(?n) LIMIT 20",
    "SELECT ?f ?a WHERE { ?f a dg:Funding ; dg:amount ?a } ORDER BY DESC(?a) LIMIT 20",
    "CONSTRUCT { ?b ?p ?o } WHERE { ?b a dg:Body ; ?p ?o } LIMIT 200",
    "SELECT ?b ?n WHERE { ?b a dg:Body ; skos:prefLabel ?n } LIMIT 100",
)
PAGES = {"first page": "", "search": "search?q=martin"}
SLOW = "SELECT (COUNT(*) AS ?n) WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . FILTER(STR(?a) != STR(?i)) }"


def memory(process: int) -> float:
    """MiB that a process and its children hold."""
    total = 0
    for status in Path("/proc").glob("[0-9]*/status"):
        try:
            told = dict(line.split(":", 1) for line in status.read_text().splitlines())
        except OSError:
            continue
        if int(status.parent.name) == process or int(told["PPid"]) == process:
            total += int(told.get("VmRSS", "0 kB").split()[0])
    return total / 1024


def crowd(site: str, clients: int, seconds: float, slow: int) -> tuple[list[float], Counter[int]]:
    """How long each answer took, and the statuses, of so many clients; ``slow`` more ask what takes too long."""
    took: list[float] = []
    statuses: Counter[int] = Counter()
    end = time.monotonic() + seconds

    def ask(number: int) -> None:
        dice = random.Random(number)
        with httpx.Client(base_url=site, timeout=120) as client:
            while time.monotonic() < end:
                start = time.monotonic()
                status = client.post("/sparql", data={"query": dice.choice(QUERIES)}).status_code
                took.append(time.monotonic() - start)
                statuses[status] += 1

    def drag() -> None:
        with httpx.Client(base_url=site, timeout=120) as client:
            while time.monotonic() < end:
                client.post("/sparql", data={"query": SLOW})

    threads = [threading.Thread(target=ask, args=(number,)) for number in range(clients)]
    threads += [threading.Thread(target=drag) for _ in range(slow)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return took, statuses


def first_pages(site: str) -> None:
    """Print how long pages take at first, and again."""
    for name, address in PAGES.items():
        for word in ("first", "again"):
            start = time.monotonic()
            httpx.get(f"{site}{address}", headers={"Accept": "text/html"}, timeout=300).raise_for_status()
            print(f"{name}, {word}: {(time.monotonic() - start) * 1000:.0f} ms", flush=True)


def crowds(site: str, server: int, clients: int, seconds: float) -> None:
    """Print what many clients get, without and with a slow one."""
    for slow in (0, 1):
        before = memory(server)
        took, statuses = crowd(site, clients, seconds, slow)
        cuts = statistics.quantiles(took, n=100)
        print(
            f"{clients} clients, {slow} slow: {len(took)} answers {dict(statuses)}, "
            f"{len(took) / seconds:.0f} a second, p50 {cuts[49] * 1000:.0f} ms, "
            f"p99 {cuts[98] * 1000:.0f} ms, "
            f"memory {before:.0f} to {memory(server):.0f} MiB"
        )


def main() -> None:
    """Serve, ask and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("graph", type=Path)
    parser.add_argument("--clients", type=int, default=50)
    parser.add_argument("--seconds", type=float, default=60)
    given = parser.parse_args()
    command = [sys.executable, "-m", "delibgraph", "serve", str(given.graph), "--port", "0", "--timeout", "5"]
    start = time.monotonic()
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=os.environ) as serving:
        assert serving.stderr is not None
        site = serving.stderr.readline().partition(" ")[0]
        httpx.get(f"{site}sparql", params={"query": QUERIES[0]}, timeout=60).raise_for_status()
        print(f"first answer {time.monotonic() - start:.2f} s after the start")
        try:
            first_pages(site)
            crowds(site, serving.pid, given.clients, given.seconds)
        finally:
            serving.terminate()


if __name__ == "__main__":
    main()
