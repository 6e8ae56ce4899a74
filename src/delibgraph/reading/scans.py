"""Pictures of pages made fit for a recogniser: even light, less noise, straight lines; and whether a page is ruled.

Images are grey, 0 black to 255 white. Angles are in degrees, counter-clockwise positive, as Pillow turns them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy
from numpy.typing import NDArray
from PIL import Image, ImageFilter

STEEPEST = 6.0
"""Degrees of skew that are looked for; a page fed in crookedly seldom leans by more."""

SLIGHT = 0.15
"""Degrees below which turning a page would cost more sharpness than it mends."""

NOISY = 2.5
"""Grey levels of grain (mean departure from the local median) from which on a page is smoothed."""

SOFT = 1.0
"""Dots by which a page without grain is softened: Tesseract reads hard edges worse ("BARRIOI" for "BARRIOL")."""

RULE = 135
"""Dots from which on a stroke is a ruling line: 11 mm at 300 an inch, the height of letters of 45 points."""


Dots = tuple[int, int, int, int]
"""Left, top, right, bottom in dots from the top left corner."""


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A page fit to be recognised, the ruling lines that were on it, and the angle by which it was turned."""

    image: Image.Image
    lines: tuple[Dots, ...]
    turned: float

    @property
    def ruled(self) -> bool:
        """Whether the lines make a table: two or more upright and as many level ones."""
        upright = sum(bottom - top > right - left for left, top, right, bottom in self.lines)
        return upright > 1 and len(self.lines) - upright > 1


def clean(image: Image.Image) -> Cleaned:
    """The page with its light evened, its grain smoothed and its lines made level."""
    grey = image.convert("L")
    grain = noise(grey)
    softness = SOFT if grain <= NOISY else 1.2 if grain < 12 else 1.6
    grey = grey.filter(ImageFilter.GaussianBlur(softness))
    grey = even(grey)
    angle = skew(grey)
    if abs(angle) < SLIGHT:
        angle = 0.0
    else:
        grey = grey.rotate(angle, Image.Resampling.BICUBIC, fillcolor=255)
    return Cleaned(*unruled(grey), angle)


def noise(grey: Image.Image) -> float:
    """The grain of the page: the usual departure of a pixel from the median around it, in grey levels."""
    width, height = grey.size
    middle = grey.crop(
        (width // 4, height // 4, width // 4 + min(width // 2, 800), height // 4 + min(height // 2, 800))
    )
    smooth = middle.filter(ImageFilter.MedianFilter(3))
    departure = numpy.asarray(middle, dtype=numpy.float32) - numpy.asarray(smooth, dtype=numpy.float32)
    return float(numpy.median(numpy.abs(departure)))


def even(grey: Image.Image) -> Image.Image:
    """The page divided by its paper: shadows of the fold and of the edge go, the ink stays."""
    width, height = grey.size
    small = grey.resize((max(width // 8, 1), max(height // 8, 1)), Image.Resampling.BOX)
    paper = small.filter(ImageFilter.MaxFilter(9)).filter(ImageFilter.GaussianBlur(12)).resize((width, height))
    light = numpy.maximum(numpy.asarray(paper, dtype=numpy.float32), 24.0)
    values = numpy.asarray(grey, dtype=numpy.float32) / light * 250.0
    return Image.fromarray(numpy.clip(values, 0, 255).astype(numpy.uint8))


def skew(grey: Image.Image) -> float:
    """The angle by which to turn the page so that its lines lie level: where its rows differ most in ink."""
    width, height = grey.size
    scale = 1000 / max(width, height)
    small = grey.resize((max(round(width * scale), 1), max(round(height * scale), 1)), Image.Resampling.BOX)
    ink = Image.fromarray(((numpy.asarray(small) < 170) * 255).astype(numpy.uint8))
    best, step = 0.0, 1.0
    reach = STEEPEST
    while step >= 0.05:
        angles = numpy.arange(best - reach, best + reach + step / 2, step)
        best = float(max(angles, key=lambda angle: (_sharpness(ink, float(angle)), -abs(angle))))
        reach, step = step, step / 4
    return best


def unruled(grey: Image.Image) -> tuple[Image.Image, tuple[Dots, ...]]:
    """The page without its ruling lines, and these.

    A recogniser takes a bordered table for a picture and reads nothing of it; text in its place it reads.
    """
    values = numpy.asarray(grey)
    ink = values < 170
    upright, level = _strokes(ink), _strokes(ink.T).T
    rules = Image.fromarray(((upright | level) * 255).astype(numpy.uint8)).filter(ImageFilter.MaxFilter(5))
    bare = Image.fromarray(numpy.where(numpy.asarray(rules) > 0, 255, values).astype(numpy.uint8))
    turned = ((left, top, right, bottom) for top, left, bottom, right in _lines(level.T))
    return bare, (*_lines(upright), *turned)


def _sharpness(ink: Image.Image, angle: float) -> float:
    rows = numpy.asarray(ink.rotate(angle), dtype=numpy.float32).sum(axis=1)
    return float(numpy.square(numpy.diff(rows)).sum())


def _strokes(ink: NDArray[numpy.bool_]) -> NDArray[numpy.bool_]:
    """The ink of unbroken upright strokes longer than any letter's."""
    height, width = ink.shape
    length = min(RULE, height)
    sums = numpy.zeros((height + 1, width), dtype=numpy.int32)
    numpy.cumsum(ink, axis=0, out=sums[1:])
    found = numpy.zeros((height + 1, width), dtype=numpy.int8)
    whole = sums[length:] - sums[:-length] == length
    found[: height - length + 1] += whole
    found[length:] -= whole[: height + 1 - length]
    covered: NDArray[numpy.bool_] = found.cumsum(axis=0, dtype=numpy.int32)[:height] > 0
    return covered


def _lines(upright: NDArray[numpy.bool_]) -> Iterator[Dots]:
    """The boxes of separate upright strokes."""
    for left, right in _runs(numpy.asarray(upright.any(axis=0))):
        for top, bottom in _runs(numpy.asarray(upright[:, left:right].any(axis=1))):
            yield left, top, right, bottom


def _runs(told: NDArray[numpy.bool_]) -> Iterator[tuple[int, int]]:
    """Where the true values begin and end."""
    edges = numpy.flatnonzero(numpy.diff(told.astype(numpy.int8), prepend=0, append=0))
    yield from zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True)
