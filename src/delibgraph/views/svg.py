"""The picture as one SVG file, for papers: every name readable, the same bytes for the same graph."""

from __future__ import annotations

from typing import Literal

from delibgraph.projections.graphs import MultiDiGraph, weighted
from delibgraph.views import rendering
from delibgraph.views.picture import picture, text_width
from delibgraph.views.summary import summarise
from delibgraph.views.words import WORDS
from delibgraph.views.xmltext import clean

MARGIN, TOP, BOTTOM = 32.0, 96.0, 64.0


def drawing(graph: MultiDiGraph, title: str | None = None, language: Literal["en", "fr"] = "fr") -> str:
    """The SVG text of a proxy multigraph; sizes are in pixels, and the drawing grows with the graph."""
    digraph, word = weighted(graph), 0 if language == "en" else 1
    shapes = picture(digraph)
    summary = summarise(graph)
    period = " – ".join(dict.fromkeys(day for day in (summary.first, summary.last) if day))
    counts = [f"{getattr(summary, key)} {WORDS[key][word]}" for key in ("members", "proxies", "sittings")]
    steps = [36 + text_width(WORDS["legend_holder"][word]) + 24]
    steps.append(steps[0] + 12 + text_width(WORDS["legend_grantor"][word]) + 24)
    legend = steps[1] + 42 + text_width(WORDS["legend_arrow"][word])
    heading = " – ".join(part for part in (WORDS["heading"][word], title or summary.body) if part)
    inner = max(shapes.width, legend, text_width(heading, 24.0))
    text = rendering.render(
        "proxies.svg.j2",
        picture=shapes,
        names={circle.member: circle.label for circle in shapes.circles},
        title=heading,
        caption=" · ".join([*counts, period] if period else counts),
        words=WORDS,
        language=word,
        steps=[round(step) for step in steps],
        margin=MARGIN,
        top=TOP,
        width=round(inner + 2 * MARGIN),
        height=round(shapes.height + TOP + BOTTOM),
    )
    return clean(text)
