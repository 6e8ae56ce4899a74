"""Rectangles side by side without overlap: the skyline heuristic, lowest place first."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import islice

Size = tuple[float, float]
Point = tuple[float, float]

ASPECT = 1.35
"""Width over height of the whole, about that of a screen less its panel."""


def pack(sizes: Sequence[Size], aspect: float = ASPECT) -> list[Point]:
    """The top left corner of each rectangle, in the order given; y grows downwards.

    Of several widths of the whole, the one that fits best into a frame of that aspect is taken.
    """
    if not sizes:
        return []
    widest = max(width for width, _ in sizes)
    ideal = math.sqrt(sum(width * height for width, height in sizes) * aspect)
    rooms = sorted({max(widest, ideal * share / 10) for share in range(8, 20)})
    return min((_fill(sizes, room) for room in rooms), key=lambda corners: _frame(corners, sizes, aspect))


def _fill(sizes: Sequence[Size], room: float) -> list[Point]:
    """Tall ones are placed first, each as high up and then as far left as it fits."""
    corners: list[Point] = [(0.0, 0.0)] * len(sizes)
    skyline: list[tuple[float, float, float]] = [(0.0, room, 0.0)]  # from x, to x, y
    for index in sorted(range(len(sizes)), key=lambda i: (-sizes[i][1], -sizes[i][0], i)):
        width, height = sizes[index]
        y, x = _lowest(skyline, width, room)
        corners[index] = (x, y)
        skyline = _raise(skyline, x, x + width, y + height)
    return corners


def _frame(corners: list[Point], sizes: Sequence[Size], aspect: float) -> float:
    """The height of the smallest frame of that aspect around all rectangles."""
    right = max(x + width for (x, _), (width, _) in zip(corners, sizes, strict=True))
    bottom = max(y + height for (_, y), (_, height) in zip(corners, sizes, strict=True))
    return max(right / aspect, bottom)


def _lowest(skyline: list[tuple[float, float, float]], width: float, room: float) -> Point:
    """The highest place where a rectangle of that width can stand, and the leftmost of these, as (y, x).

    It stands flush left with a step of the skyline; a step that is no better than the best so far ends its trial.
    """
    best = (math.inf, 0.0)
    for index, (left, _, _) in enumerate(skyline):
        if left + width > room + 1e-6:
            break
        under = 0.0
        for begin, _, y in islice(skyline, index, None):
            if begin >= left + width - 1e-6:
                best = (under, left)
                break
            if y >= best[0]:
                break
            under = max(under, y)
        else:
            best = (under, left)
    return best


def _raise(
    skyline: list[tuple[float, float, float]], left: float, right: float, level: float
) -> list[tuple[float, float, float]]:
    kept = [(begin, min(end, left), y) for begin, end, y in skyline if begin < left]
    rest = [(max(begin, right), end, y) for begin, end, y in skyline if end > right]
    return [*kept, (left, right, level), *rest]
