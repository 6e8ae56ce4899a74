"""networkx graphs of the proxies, and what they tell."""

from __future__ import annotations

from delibgraph.projections.measures import (
    Absence,
    Holding,
    Pair,
    absent_without_proxy,
    held_by_sitting,
    pairs,
    reciprocal,
)
from delibgraph.projections.proxies import multigraph, weighted
from delibgraph.projections.records import attendance_rows, proxy_rows
from delibgraph.projections.rows import AttendanceRow, ProxyRow, within

__all__ = [
    "Absence",
    "AttendanceRow",
    "Holding",
    "Pair",
    "ProxyRow",
    "absent_without_proxy",
    "attendance_rows",
    "held_by_sitting",
    "multigraph",
    "pairs",
    "proxy_rows",
    "reciprocal",
    "weighted",
    "within",
]
