"""Small PDFs with a text layer, drawn for the tests."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import pypdfium2
from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

Text = tuple[float, float, str]
"""Left and baseline in points from the page's bottom left corner, and what stands there."""


def lines(texts: Sequence[str], top: float = 740, left: float = 70, step: float = 15) -> list[Text]:
    """Lines one below the other."""
    return [(left, top - number * step, text) for number, text in enumerate(texts)]


def draw(
    path: Path,
    pages: Sequence[Sequence[Text] | Image.Image],
    turn: int = 0,
    password: str | None = None,
    stamp: Sequence[Text] = (),
) -> Path:
    """A PDF with a page of texts, or a page that is a picture, for each of the pages."""
    canvas = Canvas(str(path), pagesize=A4, encrypt=password)
    for page in pages:
        if isinstance(page, Image.Image):
            canvas.drawImage(ImageReader(page), 0, 0, *A4)
        canvas.setFont("Helvetica", 10)
        for left, baseline, text in stamp if isinstance(page, Image.Image) else page:
            canvas.drawString(left, baseline, text)
        canvas.showPage()
    canvas.save()
    if turn:
        with closing(pypdfium2.PdfDocument(path.read_bytes())) as pdf:
            for number in range(len(pdf)):
                pdf[number].set_rotation(turn)
            pdf.save(path)
    return path
