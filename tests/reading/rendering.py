"""Pages drawn from text, clean or as a tired scanner would give them, for tests and measurements."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy
from PIL import Image, ImageDraw, ImageFilter, ImageFont

FONTS = [
    Path("/usr/share/fonts/truetype") / name
    for name in ("dejavu/DejaVuSerif.ttf", "liberation/LiberationSerif-Regular.ttf")
]
DPI = 300
SIZE = (2480, 3508)
MARGIN = 236


def font(points: float = 11) -> ImageFont.FreeTypeFont:
    """A serif face that the system has."""
    path = next((str(path) for path in FONTS if path.exists()), None)
    face = ImageFont.truetype(path, round(points * DPI / 72)) if path else ImageFont.load_default(points * DPI / 72)
    assert isinstance(face, ImageFont.FreeTypeFont)
    return face


def wrapped(text: str, face: ImageFont.FreeTypeFont, width: int) -> list[str]:
    """The text's lines, broken at spaces where they are too wide."""
    lines: list[str] = []
    for line in text.splitlines():
        row = ""
        for word in line.split():
            longer = f"{row} {word}".strip()
            if row and face.getlength(longer) > width:
                lines.append(row)
                longer = word
            row = longer
        lines.append(row)
    return lines


def pages(text: str, points: float = 11) -> list[Image.Image]:
    """A4 pages at 300 dots an inch with the text on them."""
    face = font(points)
    step = round(points * 1.35 * DPI / 72)
    rows = wrapped(text, face, SIZE[0] - 2 * MARGIN)
    room = (SIZE[1] - 2 * MARGIN) // step
    drawn = []
    for start in range(0, len(rows), room):
        page = Image.new("L", SIZE, 255)
        draw = ImageDraw.Draw(page)
        for number, row in enumerate(rows[start : start + room]):
            draw.text((MARGIN, MARGIN + number * step), row, font=face, fill=0)
        drawn.append(page)
    return drawn


def table(rows: Sequence[Sequence[str]], points: float = 11) -> Image.Image:
    """One page with a bordered table."""
    face = font(points)
    step = round(points * 1.7 * DPI / 72)
    columns = max(len(row) for row in rows)
    width = (SIZE[0] - 2 * MARGIN) // columns
    page = Image.new("L", SIZE, 255)
    draw = ImageDraw.Draw(page)
    for number, row in enumerate(rows):
        for column, cell in enumerate(row):
            left, top = MARGIN + column * width, MARGIN + number * step
            draw.rectangle((left, top, left + width, top + step), outline=0, width=4)
            draw.text((left + 20, top + step // 6), cell, font=face, fill=0)
    return page


def scanned(
    page: Image.Image, skew: float = 2.0, noise: float = 25.0, shade: float = 0.4, seed: int = 7
) -> Image.Image:
    """The page askew (degrees), under uneven light (share lost in the far corner), blurred and noisy (grey levels)."""
    random = numpy.random.default_rng(seed)
    turned = page.rotate(skew, Image.Resampling.BICUBIC, fillcolor=255).filter(ImageFilter.GaussianBlur(1.0))
    values = numpy.asarray(turned, dtype=numpy.float32)
    height, width = values.shape
    slope = numpy.linspace(0, 1, height)[:, None] * 0.6 + numpy.linspace(0, 1, width)[None, :] * 0.4
    worn = values * (1 - shade * slope) + random.normal(0, noise, values.shape)
    return Image.fromarray(numpy.clip(worn, 0, 255).astype(numpy.uint8))
