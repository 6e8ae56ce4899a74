"""networkx graphs of proxies, money and attendance, and what they tell."""

from __future__ import annotations

from delibgraph.projections.catalogue import PROJECTIONS
from delibgraph.projections.graphs import DiGraph, Graph, MultiDiGraph, one_mode, weighted, weights
from delibgraph.projections.measures import (
    Absence,
    Holding,
    Pair,
    absent_without_proxy,
    held_by_sitting,
    pairs,
    reciprocal,
)
from delibgraph.projections.money import co_funding, funding
from delibgraph.projections.presence import attendance, co_attendance
from delibgraph.projections.proxies import multigraph
from delibgraph.projections.records import attendance_rows, funding_rows, proxy_rows
from delibgraph.projections.rows import AttendanceRow, FundingRow, ProxyRow, within
from delibgraph.projections.standing import (
    Change,
    Fidelity,
    Votes,
    brokers,
    change,
    communities,
    concentration,
    effective_votes,
    fidelity,
    gini,
    reciprocity,
)

__all__ = [
    "PROJECTIONS",
    "Absence",
    "AttendanceRow",
    "Change",
    "DiGraph",
    "Fidelity",
    "FundingRow",
    "Graph",
    "Holding",
    "MultiDiGraph",
    "Pair",
    "ProxyRow",
    "Votes",
    "absent_without_proxy",
    "attendance",
    "attendance_rows",
    "brokers",
    "change",
    "co_attendance",
    "co_funding",
    "communities",
    "concentration",
    "effective_votes",
    "fidelity",
    "funding",
    "funding_rows",
    "gini",
    "held_by_sitting",
    "multigraph",
    "one_mode",
    "pairs",
    "proxy_rows",
    "reciprocal",
    "reciprocity",
    "weighted",
    "weights",
    "within",
]
