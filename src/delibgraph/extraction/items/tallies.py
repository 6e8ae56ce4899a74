"""Votes told as a tally: labels beside figures ("Pour : 12 - Contre : 2"), or a row of labels over a row of figures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import regex

from delibgraph.extraction.text.phrases import Phrase
from delibgraph.extraction.text.view import View, fold, once
from delibgraph.facts import Span

_LABEL = (
    r"(?P<label>pour|favorables?|oui|contre|defavorables?|non|abst\w*\.?|blancs?|nuls?|votants?"
    r"|(?:suffrages?[ ])?exprimes?|nppv|refus(?:[ ]de[ ]vote)?|ne[ ]pren\w+[ ]pas[ ]part(?:[ ]au[ ]vote)?)(?!\w)"
    r"(?:\(s\))?"
)
_FIGURE = r"(?P<figure>\d{1,3}(?!\d|[.,/-]\d|[ ]?[€%h°])|neant|aucune?|zero|ø)(?!\w)\)?"
_IS = r"(?:\s?[ ]*[:=|–-][ :=|–-]*\s?[ ]*|[ ]*(?:\.{3,}|…)[ .…:]*|[ ]*\([ ]*|[ ]+|[ ]*\n\s?[ ]*)"
_ALSO = r"(?:[ ]*[voixtes]{4,5}(?!\w))?(?:[ ]*\([^)\n]{0,80}\))?(?:[ ]+dont[ ]\d+[ ]\w+)?"
_NEXT = (
    r"[\s|;,./•–-]{1,20}(?:et[ ])?(?:nombre[ ]de[ ])?(?:(?:votes?|voix|suffrages?)[ ]"
    r"|(?:conseillers|membres|elus|delegues)[ ]+(?:ayant[ ]vote|ayant|s'etant|s'abstenant)[ ])?[ ]*"
)
_HEADS = "pour contre votant votants exprimes suffrages favorable favorables oui abstention abstentions"
_FIGURE_FIRST = r"(?<!\d[ ]*\(?(?:voix|votes?|avis)?[ ]*|(?:^|\n)[ ]*\d{1,3}\n)"
"""Before the first label: in "12 pour, 3 contre" each figure belongs to the label after it."""
_PAIRS = Phrase(_HEADS, rf"{_FIGURE_FIRST}{_LABEL}{_IS}{_FIGURE}{_ALSO}(?:{_NEXT}{_LABEL}{_IS}{_FIGURE}{_ALSO}){{1,6}}")
_MARK = r"[\s|;,/•–-]{1,20}(?:et[ ])?"
_SAID = r"(?:[ ]+(?:voix|votes?))?[ ]+\(?"
_ROW = Phrase(
    "pour favorable favorables",
    rf"(?<=(?<![\w.,/-])(?<!(?:pour|contre|(?<!\d[ ]+)votants?|abst\w*)[ ]*[:=]?[ ]*){_FIGURE}{_SAID})"
    rf"{_LABEL}(?:\(s\))?"
    rf"(?:{_MARK}{_FIGURE}{_SAID}{_LABEL}(?:\(s\))?){{1,3}}(?![ ]*[:=(]?[ ]*\d)",
)
"""Each figure before its label ("12 POUR   3 CONTRE   0 ABSTENTION(S)")."""
_CELL = r"[ ]*[|\n][\s|]{0,20}|[ ]{1,60}"
_GRID = Phrase(
    _HEADS,
    rf"{_LABEL}(?:(?:{_CELL}){_LABEL}){{1,6}}(?:[\s|]|[:=+-]{{2}}|[-:]){{1,80}}{_FIGURE}(?:(?:{_CELL}){_FIGURE}){{1,6}}",
)
_TABLE = regex.compile(
    r"(?m)^[ |]*(?P<head>[^\n|\t\d]+)(?:[|\t]+[ ]*(?P<head>[^\n|\t\d]+)){2,8}[|]?\n(?:[ |:\t-]*\n){0,2}"
    r"[ |]*(?P<figure>\d{1,3})[ ]*(?:[|\t]+[ ]*(?P<figure>\d{1,3})[ ]*){2,8}[|]?[ ]*$"
)
"""A row of heads over a row of figures, in cells that bars or tabs part; totals of the sitting can go first."""
_SIDES = (("pour", "favo", "oui"), ("cont", "defa", "non"), ("abst",))


@dataclass(frozen=True, slots=True)
class Tally:
    """Votes for, against and abstentions as far as they are told, and where."""

    span: Span
    for_: int | None
    against: int | None
    abstentions: int | None


@once
def tallies(view: View, start: int = 0) -> Sequence[Tally]:
    """The tallies from an offset on, in order and without overlap."""
    found: list[Tally] = []
    for tally in sorted(_all(view, start), key=lambda tally: tally.span):
        if not found or tally.span[0] >= found[-1].span[1]:
            found.append(tally)
    return found


def _all(view: View, start: int) -> Iterator[Tally]:
    for phrase in (_PAIRS, _GRID, _ROW):
        for match in phrase.finditer(view, start):
            labels, figures = match.captures("label"), match.captures("figure")
            told = dict(reversed([(label[:4], _number(n)) for label, n in zip(labels, figures, strict=False)]))
            sides = [next((told[name] for name in names if name in told), None) for names in _SIDES]
            if len(labels) == len(figures) and sides[:2] != [None, None]:
                yield Tally((min(match.start(), *match.starts("figure")), match.end()), *sides)
    for match in _TABLE.finditer(view.text, start) if "\t" in view.text or "|" in view.text else ():
        heads = [fold(head).strip()[:4] for head in match.captures("head")]
        if len(heads) == len(match.captures("figure")) and {"pour", "cont"} <= set(heads):
            cells = dict(
                zip(heads, zip(map(int, match.captures("figure")), match.spans("figure"), strict=True), strict=True)
            )
            sides = [next((cells[name][0] for name in names if name in cells), None) for names in _SIDES]
            yield Tally((cells["pour"][1][0], match.end()), *sides)


def _number(figure: str) -> int:
    return int(figure) if figure.isdigit() else 0
