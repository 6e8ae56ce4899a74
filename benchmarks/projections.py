"""``python -m benchmarks.projections``: the measures that cost most, by the size of the graph, and their peers.

``brokers`` counts with igraph; its peers are networkx itself and each backend that networkx finds installed and that
knows betweenness (nx-parallel, nx-cugraph). ``communities`` is networkx's Louvain, which hands over to a backend that
knows it. Random graphs with five pairs a member; seconds of the clock, since backends work on several cores.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections.abc import Callable
from importlib.metadata import EntryPoint, entry_points

import networkx as nx

from delibgraph.projections import brokers, communities

PAIRS = 5
BETWEENNESS, LOUVAIN = "betweenness_centrality", "louvain_communities"


def drawn(members: int, seed: int = 1) -> nx.DiGraph[str]:
    """A weighted graph of so many members."""
    dice = random.Random(seed)
    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_nodes_from((f"m{number}" for number in range(members)), held=1, given=1, name="")
    while graph.number_of_edges() < PAIRS * members:
        one, other = dice.sample(range(members), 2)
        graph.add_edge(f"m{one}", f"m{other}", weight=dice.randint(1, 9))
    return graph


def backends(function: str) -> list[str]:
    """The installed backends of networkx that know a function."""
    told = {found.name: found.load()() for found in entry_points(group="networkx.backend_info")}
    knowing = {name for name, info in told.items() if function in info.get("functions", {})}
    return sorted(
        found.name for found in entry_points(group="networkx.backends") if found.name in knowing and loads(found)
    )


def loads(backend: EntryPoint) -> bool:
    """Whether a backend fits the networkx that is installed; what does not fit is told."""
    try:
        backend.load()
    except ImportError as error:
        print(f"{backend.name} ({backend.dist and backend.dist.version}) does not load: {error}", file=sys.stderr)
        return False
    return True


def seconds(work: Callable[[], object]) -> float:
    """Seconds of the clock."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def main() -> None:
    """Measure and print a table in Markdown."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--members", type=int, nargs="*", default=[500, 2000])
    given = parser.parse_args()
    knowing, grouping = backends(BETWEENNESS), backends(LOUVAIN)
    columns = ["members", "brokers", "networkx", *knowing, "communities", *(f"communities, {one}" for one in grouping)]
    print(f"| {' | '.join(columns)} |\n|{'---|' * len(columns)}")
    for members in given.members:
        graph = drawn(members)
        works: list[Callable[[], object]] = [
            lambda graph=graph: brokers(graph),  # type: ignore[misc]
            lambda graph=graph: nx.betweenness_centrality(graph),  # type: ignore[misc]
            *(lambda graph=graph, one=one: nx.betweenness_centrality(graph, backend=one) for one in knowing),
            lambda graph=graph: communities(graph),  # type: ignore[misc]
            *(
                lambda graph=graph, one=one: nx.community.louvain_communities(graph, backend=one, seed=1)
                for one in grouping
            ),
        ]
        told = [f"{seconds(work):.2f} s" for work in works]
        print(f"| {members:,} | {' | '.join(told)} |", flush=True)


if __name__ == "__main__":
    main()
