"""What the proxy graph tells of members and of whole councils, each measure defined in ``docs/projections.md``."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import igraph
import networkx as nx

from delibgraph.projections.graphs import DiGraph, MultiDiGraph, weights
from delibgraph.projections.rows import AttendanceRow

SEED = 1884  # the year of the law that gave every commune its council


@dataclass(frozen=True, slots=True)
class Fidelity:
    """How faithful a grantor is: the share (0 to 1) of the ``given`` proxies that went to the most frequent holder."""

    grantor: str
    grantor_name: str
    holder: str
    holder_name: str
    times: int
    given: int

    @property
    def share(self) -> float:
        """The share itself."""
        return self.times / self.given


@dataclass(frozen=True, slots=True)
class Votes:
    """The votes that a member could cast at one sitting: their own and one for each proxy held."""

    member: str
    name: str
    sitting: str
    date: str | None
    votes: int


@dataclass(frozen=True, slots=True)
class Change:
    """How often a holder held for a grantor in one period and in another, in sittings."""

    grantor: str
    holder: str
    before: int
    after: int

    @property
    def difference(self) -> int:
        """Sittings more (or, negative, fewer) than before."""
        return self.after - self.before


def reciprocity(graph: DiGraph) -> float:
    """The share of proxies that are returned: the sum of min(w(A,B), w(B,A)) over the sum of w(A,B), for A ≠ B.

    0 where no proxy is on record. Source: Squartini et al., Reciprocity of weighted networks, 2013.
    """
    ways = {(u, v): weight for (u, v), weight in weights(graph).items() if u != v}
    returned = sum(min(weight, ways.get((v, u), 0)) for (u, v), weight in ways.items())
    return returned / sum(ways.values()) if ways else 0.0


def fidelity(graph: DiGraph, at_least: int = 2) -> list[Fidelity]:
    """The fidelity of each grantor of so many proxies, the most faithful first; of equal holders the first by IRI."""
    found = []
    for grantor, data in graph.nodes(data=True):
        if data["given"] >= max(at_least, 1):
            holder, edge = min(graph[grantor].items(), key=lambda item: (-item[1]["weight"], item[0]))
            names = data["name"], graph.nodes[holder]["name"]
            found.append(Fidelity(grantor, names[0], holder, names[1], edge["weight"], data["given"]))
    return sorted(found, key=lambda one: (-one.share, -one.given, one.grantor_name, one.grantor))


def effective_votes(attendance: Iterable[AttendanceRow], graph: MultiDiGraph) -> list[Votes]:
    """The votes of everyone who was present or held a proxy at a sitting, by date, then the most votes first.

    A proxy counts for the whole sitting, whatever its bounds: this is what the member could cast at most.
    """
    seats = {(row.sitting, row.official): (row.name, row.date) for row in attendance if row.status == "present"}
    held: dict[tuple[str, str], int] = {}
    for _, holder, edge in graph.edges(data=True):
        seat = edge["sitting"], holder
        held[seat] = held.get(seat, 0) + 1
        seats.setdefault(seat, (graph.nodes[holder]["name"], edge.get("date")))
    found = [
        Votes(member, name, sitting, date, 1 + held.get((sitting, member), 0))
        for (sitting, member), (name, date) in seats.items()
    ]
    return sorted(found, key=lambda one: (one.date or "", one.sitting, -one.votes, one.name, one.member))


def gini(values: Iterable[float]) -> float:
    """The Gini coefficient of values of 0 or more: 0 where all are equal, towards 1 where one has all.

    Source: the mean absolute difference over twice the mean. 0 for no values and for zeros alone.

    Raises:
        ValueError: a value is negative.
    """
    ordered = sorted(values)
    if ordered and ordered[0] < 0:
        raise ValueError(
            f"{ordered[0]} is negative: concentration is of shares of something (give values of 0 or more)"
        )
    total, count = sum(ordered), len(ordered)
    if not total:
        return 0.0
    return sum((2 * rank - count - 1) * value for rank, value in enumerate(ordered, 1)) / (count * total)


def concentration(graph: DiGraph) -> float:
    """How far the proxies are in few hands: the Gini coefficient of proxies held, over all members of the graph."""
    return gini(data["held"] for _, data in graph.nodes(data=True))


def brokers(graph: DiGraph) -> list[tuple[str, float]]:
    """Members by betweenness: the share (0 to 1) of the other pairs' shortest paths, along the arrows, through them."""
    members = sorted(graph)
    numbers = {member: number for number, member in enumerate(members)}
    # igraph: networkx takes minutes where it takes seconds (docs/projections.md).
    network = igraph.Graph(len(members), sorted((numbers[u], numbers[v]) for u, v in graph.edges()), directed=True)
    others = max((len(members) - 1) * (len(members) - 2), 1)
    between = [(member, paths / others) for member, paths in zip(members, network.betweenness(), strict=True)]
    return sorted(between, key=lambda item: (-item[1], item[0]))


def communities(graph: DiGraph, seed: int = SEED) -> list[list[str]]:
    """Groups of members who exchange proxies with each other (Louvain, weights of both ways added), largest first.

    The same graph and seed give the same groups. Source: Blondel et al., Fast unfolding of communities in large
    networks, 2008.
    """
    members = sorted(graph)
    numbers = {member: number for number, member in enumerate(members)}
    # Numbers, since the order of a set of strings changes from run to run.
    undirected: nx.Graph[int] = nx.Graph()
    undirected.add_nodes_from(range(len(members)))
    for (u, v), weight in sorted(weights(graph).items()):
        before = undirected.get_edge_data(numbers[u], numbers[v], {"weight": 0})["weight"]
        undirected.add_edge(numbers[u], numbers[v], weight=before + weight)
    groups = nx.community.louvain_communities(undirected, weight="weight", seed=seed) if members else []
    return sorted((sorted(members[number] for number in group) for group in groups), key=lambda g: (-len(g), g))


def change(before: DiGraph, after: DiGraph) -> list[Change]:
    """What changed between two periods: each pair whose weight differs, the largest difference first."""
    then, now = weights(before), weights(after)
    found = [Change(*pair, then.get(pair, 0), now.get(pair, 0)) for pair in {**then, **now}]
    changed = (one for one in found if one.difference)
    return sorted(changed, key=lambda one: (-abs(one.difference), one.grantor, one.holder))
