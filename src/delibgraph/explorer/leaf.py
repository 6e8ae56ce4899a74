"""One page of a PDF as a picture, with the places of spans on it: a process of its own, for a file may be hostile.

Run as ``python -m delibgraph.explorer.leaf PDF SHA256 PAGE`` with the spans on standard input. It writes two lines of
JSON: the picture as soon as it is drawn, then the places, for which the whole file must be read.
"""

from __future__ import annotations

import base64
import hashlib
import io
import json
import sys
from pathlib import Path
from typing import Any

WIDE = 1100
"""Pixels of a picture's width."""


def picture(path: Path, sha256: str, number: int) -> dict[str, Any]:
    """The page, counted from 1: its size in points, and the picture as PNG in base64.

    Raises:
        ReadingError: no such page, a broken file, or not the file that was read.
    """
    from delibgraph.reading import ReadingError
    from delibgraph.reading.files import contents
    from delibgraph.reading.pdf import opened

    data = contents(path)
    if hashlib.sha256(data).hexdigest() != sha256:
        raise ReadingError(path, "is no longer the file that was read", "build again")
    with opened(path, data) as pdf:
        if not 0 < number <= len(pdf):
            raise ReadingError(path, f"has {len(pdf)} pages", "ask for one of them")
        page = pdf[number - 1]
        width, height = page.get_size()
        content = io.BytesIO()
        page.render(scale=WIDE / max(width, height * 0.5, 1)).to_pil().save(content, "PNG")
        page.close()
    return {"width": width, "height": height, "png": base64.b64encode(content.getvalue()).decode()}


def places(path: Path, number: int, spans: list[tuple[int, int]]) -> list[list[tuple[float, float, float, float]]]:
    """For each span its boxes on the page: left, top, width and height in points from its top left corner."""
    from delibgraph.reading import boxes, read

    document = read(path)
    found = []
    for span in spans:
        on_page = [box for page, *box in boxes(document, span) if page == number]
        found.append([(left, top, right - left, bottom - top) for left, top, right, bottom in on_page])
    return found


def main() -> None:
    """Draw one page, then find the spans on it."""
    path, sha256, number = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
    spans = json.loads(sys.stdin.read())
    print(json.dumps(picture(path, sha256, number)), flush=True)
    print(json.dumps(places(path, number, spans)), flush=True)


if __name__ == "__main__":
    main()
