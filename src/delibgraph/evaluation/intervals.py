"""How far a field's F1 may be from the true one: a bootstrap over the documents.

Documents are drawn again with replacement (B. Efron, "Bootstrap methods: another look at the jackknife", 1979), not
single names, for the names of one document are right or wrong together.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy

from delibgraph.evaluation.scores import Judged, Score


@dataclass(frozen=True, slots=True)
class Interval:
    """The F1 between which the given share of the resamples lies."""

    low: float
    high: float


def intervals(
    judged: Sequence[Judged], resamples: int = 1000, seed: int = 0, share: float = 0.95
) -> dict[str, Interval]:
    """Each field's interval, by resampling the documents that have the field; the same for the same seed."""
    found: dict[str, Interval] = {}
    for name in dict.fromkeys(name for document in judged for name in document.scores):
        scores = [document.scores[name] for document in judged if name in document.scores]
        figures = numpy.array([_figures(score) for score in scores], dtype=float)
        drawn = numpy.random.default_rng(seed).multinomial(len(scores), [1 / len(scores)] * len(scores), resamples)
        right, missed, invented = (drawn @ figures).T
        all_told = 2 * right + missed + invented
        f1 = numpy.where(all_told > 0, 2 * right / numpy.maximum(all_told, 1), 1.0)
        low, high = numpy.quantile(f1, [(1 - share) / 2, (1 + share) / 2])
        found[name] = Interval(float(low), float(high))
    return found


def _figures(score: Score) -> tuple[int, int, int]:
    return score.right, len(score.misses), len(score.inventions)
