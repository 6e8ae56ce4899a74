"""The picture as one SVG file, for papers: every name readable, the same bytes for the same graph."""

from __future__ import annotations

from typing import Literal

from delibgraph.projections.graphs import MultiDiGraph, weighted
from delibgraph.views import rendering
from delibgraph.views.kinds import ViewError, kind_of
from delibgraph.views.limits import DRAWN
from delibgraph.views.picture import picture, text_width
from delibgraph.views.summary import summarise
from delibgraph.views.xmltext import clean

MARGIN, TOP, BOTTOM = 32.0, 96.0, 64.0


def drawing(graph: MultiDiGraph, title: str | None = None, language: Literal["en", "fr"] = "fr") -> str:
    """The SVG text of a multigraph; sizes are in pixels, and the drawing grows with the graph.

    Raises:
        ViewError: the graph has no picture, or more than :data:`DRAWN` edges.
    """
    kind = kind_of(graph)
    if graph.number_of_edges() > DRAWN:
        raise ViewError(
            f"{graph.number_of_edges()} edges are too many to read in one drawing (the limit is {DRAWN}): narrow it by "
            "body, organ or period, or write .html, .gexf or .graphml"
        )
    digraph, word, words = weighted(graph), 0 if language == "en" else 1, kind.words
    shapes = picture(digraph)
    summary = summarise(graph)
    period = " – ".join(dict.fromkeys(day for day in (summary.first, summary.last) if day))
    counts = [f"{getattr(summary, key)} {words[key][word]}" for key in ("members", "proxies", "sittings")]
    if summary.amount is not None:
        counts.append(f"{money(summary.amount, graph.graph['currency'])} {words['granted'][word]}")
    steps = [36 + text_width(words["legend_holder"][word]) + 24]
    steps.append(steps[0] + 12 + text_width(words["legend_grantor"][word]) + 24)
    legend = steps[1] + 42 + text_width(words["legend_arrow"][word])
    heading = " – ".join(part for part in (words["heading"][word], title or summary.body) if part)
    inner = max(shapes.width, legend, text_width(heading, 24.0))
    text = rendering.render(
        "drawing.svg.j2",
        picture=shapes,
        names={circle.member: circle.label for circle in shapes.circles},
        title=heading,
        caption=" · ".join([*counts, period] if period else counts),
        words=words,
        heads=kind.heads,
        language=word,
        weights=[money(one.amount, graph.graph["currency"]) if one.amount else one.weight for one in shapes.arrows],
        steps=[round(step) for step in steps],
        margin=MARGIN,
        top=TOP,
        width=round(inner + 2 * MARGIN),
        height=round(shapes.height + TOP + BOTTOM),
    )
    return clean(text)


def money(amount: float, currency: str) -> str:
    """A sum as French print has it: ``60 000 €``, cents only where there are any."""
    figures = f"{amount:,.2f}".removesuffix(".00").replace(",", "\u202f").replace(".", ",")
    return f"{figures}\u00a0{'€' if currency == 'EUR' else currency}"
