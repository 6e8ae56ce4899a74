"""Pictures of pages (PNG, JPEG, TIFF with one page or many): each is recognised."""

from __future__ import annotations

import hashlib
import io
import warnings
from pathlib import Path

from PIL import Image, ImageOps, ImageSequence, UnidentifiedImageError

from delibgraph.reading import ocr
from delibgraph.reading.assembly import assemble
from delibgraph.reading.document import Document, Progress, ReadingError, quiet
from delibgraph.reading.files import contents
from delibgraph.reading.limits import MOST_PAGES, MOST_PIXELS
from delibgraph.reading.rows import Source

_A4_WIDTH = 8.27
"""Inches: what the width of a picture is taken for where it does not say."""


def read_image(path: Path, progress: Progress = quiet) -> Document:
    """A scanned page, or several in one TIFF.

    Raises:
        ReadingError: broken, too large, without any text, or no recogniser here.
    """
    data = contents(path)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(data)) as image:
                sources = _sources(path, image, progress)
    except ocr.RecogniserError as error:
        raise ReadingError(path, str(error), ocr.WAY_OUT) from error
    except (UnidentifiedImageError, Image.DecompressionBombError, OSError, SyntaxError, ValueError) as error:
        raise ReadingError(path, "is not a picture that can be opened", "scan or save it again") from error
    if not any(row.text for source in sources for row in source.rows):
        raise ReadingError(path, "holds no text", "see that the picture can be read by eye")
    text, pages, page_map = assemble(sources)
    return Document(str(path), text, hashlib.sha256(data).hexdigest(), "scan", pages, page_map)


def _sources(path: Path, image: Image.Image, progress: Progress) -> list[Source]:
    frames = getattr(image, "n_frames", 1)
    if frames > MOST_PAGES:
        raise ReadingError(path, f"{frames:,} pages", f"at most {MOST_PAGES:,} are read; split the file")
    sources = []
    for number, frame in enumerate(ImageSequence.Iterator(image), 1):
        if frame.width * frame.height > MOST_PIXELS:
            raise ReadingError(
                path, f"{frame.width} × {frame.height} dots", f"at most {MOST_PIXELS:,}; scan at 300 an inch"
            )
        sources.append(ocr.recognise(_at_size(ImageOps.exif_transpose(frame).convert("L"), frame)))
        progress(number, frames)
    return sources


def _at_size(grey: Image.Image, frame: Image.Image) -> Image.Image:
    """The picture at the recogniser's dots an inch."""
    stated = float(frame.info.get("dpi", (0, 0))[0] or 0)
    dpi = stated if 100 <= stated <= 1200 else max(grey.width, 1) / _A4_WIDTH
    if 250 <= dpi <= 350:
        return grey
    factor = ocr.DPI / dpi
    wanted = (max(round(grey.width * factor), 1), max(round(grey.height * factor), 1))
    return grey if wanted[0] * wanted[1] > MOST_PIXELS else grey.resize(wanted, Image.Resampling.LANCZOS)
