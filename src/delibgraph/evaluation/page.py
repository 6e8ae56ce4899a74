"""The page of differences: each text with what was right, missed and invented marked where it stands.

One file, without script and without anything from elsewhere; what comes from documents reaches it as escaped text.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Literal

import regex

from delibgraph.evaluation.intervals import Interval
from delibgraph.evaluation.scores import Item, Judged, Score, total
from delibgraph.extraction.attendance.matching import words
from delibgraph.extraction.text.view import View
from delibgraph.facts import Span
from delibgraph.views import rendering

Kind = Literal["right", "missed", "invented"]
_GRAVITY: tuple[Kind, ...] = ("right", "missed", "invented")
_CONTROLS = regex.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_VALUE = regex.compile(r"^(?:[a-z_]+: )")


@dataclass(frozen=True, slots=True)
class Mark:
    """A value in its field, how it was judged, and where it stands, if anywhere."""

    kind: Kind
    field: str
    text: str
    span: Span | None


@dataclass(slots=True)
class Piece:
    """A stretch of the text from ``start`` on, under the same marks; the gravest gives the colour."""

    start: int
    text: str
    marks: list[Mark] = field(default_factory=list)

    @property
    def kind(self) -> Kind | None:
        """The gravest mark's kind."""
        return max((mark.kind for mark in self.marks), key=_GRAVITY.index, default=None)

    @property
    def told(self) -> str:
        """All marks in words."""
        return "\n".join(f"{mark.field}, {mark.kind}: {mark.text}" for mark in self.marks)


@dataclass(frozen=True, slots=True)
class Section:
    """One document on the page: its text in pieces, and what is not marked in the text for it stands nowhere."""

    judged: Judged
    pieces: list[Piece]
    wrong: list[Mark]


def page(judged: Sequence[Judged], texts: Mapping[str, str], bounds: Mapping[str, Interval]) -> str:
    """The HTML page of judged documents, whose texts are given by document; the wrong ones stand first and open."""
    style = rendering.text("evaluation.css")
    ordered = sorted(judged, key=lambda one: (not one.wrong, one.document))
    return rendering.render(
        "evaluation.html.j2",
        sections=[_section(one, texts.get(one.document, "")) for one in ordered],
        scores=total(judged),
        bounds=bounds,
        wrong=sum(one.wrong for one in judged),
        unaware=sum(one.unaware for one in judged),
        style=style,
        style_hash="sha256-" + base64.b64encode(hashlib.sha256(style.encode()).digest()).decode(),
        file_name=lambda path: Path(path).name,
    )


def _section(judged: Judged, text: str) -> Section:
    marks = [mark for name, score in judged.scores.items() for mark in _marks(name, score, text)]
    return Section(judged, _pieces(text, marks), [mark for mark in marks if mark.kind != "right"])


def _marks(name: str, score: Score, text: str) -> Iterator[Mark]:
    yield from (Mark("right", name, item.text, item.span) for item in score.hits)
    yield from (Mark("invented", name, item.text, item.span) for item in score.inventions)
    yield from (Mark("missed", name, item.text, _place(item, text)) for item in score.misses)


def _place(item: Item, text: str) -> Span | None:
    """Where a missed value stands: its words in their order, first where they stand whole, else its first part."""
    value = _VALUE.sub("", item.text)
    folded = View.of(text).folded if text else ""
    for part in (value, value.partition(" → ")[0]):
        wanted = words(part)
        if not wanted or (len(wanted) == 1 and len(wanted[0]) < 2):
            continue
        pattern = r"(?<!\w)" + r"\W{1,4}".join(map(regex.escape, wanted)) + r"(?!\w)"
        if match := regex.search(pattern, folded):
            return match.span()
    return None


def _pieces(text: str, marks: Sequence[Mark]) -> list[Piece]:
    """The text cut wherever a mark begins or ends."""
    placed = [(mark.span, mark) for mark in marks if mark.span]
    cuts = sorted({0, len(text), *(place for span, _ in placed for place in span)})
    pieces = [Piece(low, _CONTROLS.sub("\ufffd", text[low:high])) for low, high in pairwise(cuts)]
    at = {place: number for number, place in enumerate(cuts)}
    for (low, high), mark in placed:
        for piece in pieces[at[low] : at[high]]:
            piece.marks.append(mark)
    return pieces
