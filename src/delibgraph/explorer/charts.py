"""Bars by year, drawn on the server: rectangles for a template, in the units of the drawing."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

WIDTH, HEIGHT = 640, 220
_LEFT, _BOTTOM, _TOP = 64, 24, 10
_SERIES = 5
"""Series with a colour of their own; the rest is added up as one more."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One rectangle: its place, its series, and what it stands for."""

    x: float
    y: float
    width: float
    height: float
    series: int
    label: str
    name: str
    value: float


@dataclass(frozen=True, slots=True)
class Chart:
    """Stacked bars, the labels under them, the lines behind them and the names of the series."""

    bars: list[Bar]
    labels: list[tuple[float, str]]
    lines: list[tuple[float, float]]
    series: list[str]
    width: int = WIDTH
    height: int = HEIGHT
    left: int = _LEFT


def stacked(rows: Sequence[tuple[str, str, float]], others: str) -> Chart | None:
    """The chart of rows of label, series and value (not negative); none where there is nothing to draw.

    Years between the first and the last stand there without a bar, so that a gap shows.
    """
    totals: dict[str, float] = {}
    for _, name, value in rows:
        totals[name] = totals.get(name, 0) + value
    ranked = sorted(totals, key=lambda name: (-totals[name], name))
    series = ranked if len(ranked) <= _SERIES + 1 else [*ranked[:_SERIES], others]
    summed: dict[tuple[str, int], float] = {}
    for label, name, value in rows:
        key = (label, min(ranked.index(name), len(series) - 1))
        summed[key] = summed.get(key, 0) + value
    labels = _span({label for label, _ in summed})
    highest = max((sum(value for key, value in summed.items() if key[0] == label) for label in labels), default=0)
    if not highest:
        return None
    steps = _steps(highest)
    plot, scale = HEIGHT - _BOTTOM - _TOP, (HEIGHT - _BOTTOM - _TOP) / steps[-1]
    slot = (WIDTH - _LEFT) / len(labels)
    width = min(slot * 0.7, 56)
    bars: list[Bar] = []
    for number, label in enumerate(labels):
        base = float(_TOP + plot)
        for place, name in enumerate(series):
            value = summed.get((label, place), 0.0)
            if value:
                base -= value * scale
                x = _LEFT + slot * (number + 0.5) - width / 2
                bars.append(Bar(x, base, width, value * scale, place, label, name, value))
    every = math.ceil(len(labels) / 12)
    shown = [(_LEFT + slot * (number + 0.5), label) for number, label in enumerate(labels) if number % every == 0]
    return Chart(bars, shown, [(_TOP + plot - step * scale, step) for step in steps], series)


def _span(labels: set[str]) -> list[str]:
    """All years from the first to the last, and what is no year after them."""
    years = sorted(int(label) for label in labels if label.isdecimal() and len(label) == 4)
    whole = [str(year) for year in range(years[0], years[-1] + 1)] if years and years[-1] - years[0] < 60 else []
    return [
        *(whole or map(str, years)),
        *sorted(label for label in labels if not (label.isdecimal() and len(label) == 4)),
    ]


def _steps(highest: float) -> list[float]:
    """Round values from nought to the first that is not below the highest."""
    unit = 10.0 ** math.floor(math.log10(highest))
    step = next(unit * part for part in (0.25, 0.5, 1, 2.5) if highest / (unit * part) <= 5)
    step = max(step, 1.0)
    return [step * number for number in range(math.ceil(highest / step) + 1)]
