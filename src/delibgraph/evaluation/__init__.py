"""Facts held against gold annotations: precision, recall and F1 a field, and the documents wrong unawares.

Gold is one JSON object a document (``docs/evaluation.md`` gives its keys). A field that the annotation marks as
complete counts what was invented as well as what was missed; in others only what was missed counts.
"""

from __future__ import annotations

from delibgraph.evaluation.gold import Gold, GoldError, Paired, pair, read_gold
from delibgraph.evaluation.intervals import Interval, intervals
from delibgraph.evaluation.judging import judge
from delibgraph.evaluation.page import page
from delibgraph.evaluation.scores import Item, Judged, Score, total

__all__ = [
    "Gold",
    "GoldError",
    "Interval",
    "Item",
    "Judged",
    "Paired",
    "Score",
    "intervals",
    "judge",
    "page",
    "pair",
    "read_gold",
    "total",
]
