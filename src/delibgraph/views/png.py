"""The drawing as a picture of pixels, made from its SVG without a browser (the extra ``png``)."""

from __future__ import annotations

from delibgraph.projections.graphs import MultiDiGraph
from delibgraph.views.kinds import ViewError
from delibgraph.views.svg import drawing

ZOOM, LARGEST = 2.0, 12_000
"""Pixels for each unit of the SVG, and the longest side of the picture."""


def bitmap(graph: MultiDiGraph) -> bytes:
    """The PNG. Letters are those of the machine's fonts, so the same machine gives the same bytes.

    Raises:
        ViewError: resvg is not installed, or the graph has no picture.
    """
    try:
        import resvg_py
    except ModuleNotFoundError as error:
        raise ViewError("a .png needs resvg (pip install 'delibgraph[png]'), a .svg does not") from error
    text = drawing(graph)
    width, height = (float(text.split(f'{side}="', 1)[1].split('"', 1)[0]) for side in ("width", "height"))
    return bytes(resvg_py.svg_to_bytes(svg_string=text, zoom=min(ZOOM, LARGEST / max(width, height))))
