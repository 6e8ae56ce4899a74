"""Running headers, footers and page numbers: found, so that a list which runs over two pages is not cut by them.

A line is left out where it stands at the edge of the page, parted from the body, and comes back at the same place on
other pages, word for word or with a number that counts the pages. One appearance stays in the text, for it may say
something: a footer's last one, a header's first one where that is on the first page or has a figure in it, as stamps
have. So does the heading of a page on which an act opens, for a collection of one-page acts repeats its headings too.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

import regex

from delibgraph.reading.lines import Line

EDGE = 0.15
"""Share of the page's height, at the top and at the bottom, in which running lines stand."""

SAME_PLACE = 6.0
"""Points between two appearances of one running line."""

_NUMBER = regex.compile(r"\d{1,15}")
_COUNTER = regex.compile(
    r"(?i)[\s\-–—_|]*(?:(?P<word>pages?|p\.|folio|feuillet|f°)\s*(?:n°\s*)?)?(?P<page>\d{1,4})"
    r"(?:\s*(?P<of>/|sur|de)\s*\d{1,4})?[\s\-–—_|.]*"
)
_PAGED = regex.compile(
    r"(?i)\b(?:pages?|p\.|folio|feuillet)\s*(?P<page>\d{1,4})|(?P<page>\d{1,4})\s*(?:/|sur)\s*\d{1,4}\s*$"
    r"|(?:\s{2,}|[|–—]\s*)(?P<page>\d{1,4})\s*$|^\s*(?P<page>\d{1,4})(?:\s{2,}|\s*[|–—])"
)
_OPENING = regex.compile(
    r"(?i)\bl['’ ]\s?an\s+(?:deux|2)|\b(?:[ée]tai(?:en)?t|sont)\s+(?:absents?|excus|pr[ée]sents?)|^\s*pr[ée]sents?\s*:"
    r"|\bdate\s+de\s+(?:la\s+)?convocation"
)

Key = tuple[str, int, tuple[int, ...]]
Appearance = tuple[int, int]
Edges = dict[int, tuple[bool, bool]]
"""By line at a page's edge, from outside in: whether at the top, and whether a gap parts it from the body."""


def running(pages: Sequence[Sequence[Line]], heights: Sequence[float]) -> list[set[int]]:
    """For each page the indices of the lines to leave out. ``heights`` are those of the pages, in points."""
    edges = [_edges(lines, height) for lines, height in zip(pages, heights, strict=True)]
    found = _counters(pages, edges)
    groups = list(_repeated(pages, edges))
    known = [lines | {line for group in groups for on, line in group if on == page} for page, lines in enumerate(found)]
    outside = [set(_from_outside(order, known[page])) for page, order in enumerate(edges)]
    opening = [
        any(index not in edges[page] and _OPENING.search(line.text) for index, line in enumerate(lines))
        for page, lines in enumerate(pages)
    ]
    for group in groups:
        kept = _kept(pages, edges, group)
        for page, line in group:
            if (page, line) != kept and line in outside[page] and not opening[page]:
                found[page].add(line)
    return found


def _kept(pages: Sequence[Sequence[Line]], edges: Sequence[Edges], group: list[Appearance]) -> Appearance | None:
    """The appearance that stays: a header's first, a footer's last, for there it cuts nothing."""
    page, line = group[0]
    if not edges[page][line][0]:
        return group[-1]
    return group[0] if page == 0 or _NUMBER.search(pages[page][line].text) else None


def _from_outside(edges: Edges, known: set[int]) -> Iterator[int]:
    """The running lines that no line of the body parts from the page's edge."""
    inside: set[bool] = set()
    for index, (top, _) in edges.items():
        if index not in known:
            inside.add(top)
        elif top not in inside:
            yield index


def _edges(lines: Sequence[Line], height: float) -> Edges:
    """The lines at the page's top and bottom edges, from outside in."""
    order = sorted((index for index, line in enumerate(lines) if line.text.strip()), key=lambda i: lines[i].top)
    if not order:
        return {}
    steps = [lines[b].top - lines[a].top for a, b in pairwise(order)]
    rows = [step for step in steps if step > 2.0]
    gap = 1.4 * median(rows) if rows else 0.0
    edges: Edges = {}
    for top, ordered, between in ((True, order, steps), (False, order[::-1], steps[::-1])):
        outer: list[int] = []
        for index, step in zip(ordered, [*between, height], strict=True):
            middle = (lines[index].top + lines[index].bottom) / 2 / height
            if not (middle < EDGE if top else middle > 1 - EDGE):
                break
            outer.append(index)
            edges[index] = (top, False)
            if step > gap:
                edges.update(dict.fromkeys(outer, (top, True)))
                outer = []
    return edges


def _counters(pages: Sequence[Sequence[Line]], edges: Sequence[Edges]) -> list[set[int]]:
    """Page numbers: "Page 3 sur 12", "- 3 -", or a lone figure that counts with the pages."""
    shifts: dict[int, list[Appearance]] = defaultdict(list)
    found: list[set[int]] = [set() for _ in pages]
    for page, lines in enumerate(pages):
        for index in edges[page]:
            match = _COUNTER.fullmatch(lines[index].text)
            if match is None:
                continue
            if match["word"] or match["of"]:
                found[page].add(index)
            else:
                shifts[int(match["page"]) - page].append((page, index))
    for shift, appearances in shifts.items():
        if shift == 1 or len({page for page, _ in appearances}) > 1:
            for page, index in appearances:
                found[page].add(index)
    return found


def _repeated(pages: Sequence[Sequence[Line]], edges: Sequence[Edges]) -> Iterator[list[Appearance]]:
    groups: dict[Key, list[Appearance]] = defaultdict(list)
    for page, lines in enumerate(pages):
        for index in edges[page]:
            for key in _keys(lines[index].text, page):
                groups[key].append((page, index))
    level = (_level(pages, appearances) for appearances in groups.values())
    placed = [same for same in level if len({page for page, _ in same}) > 1]
    again = {appearance for same in placed if len(same) > 2 for appearance in same}
    yield from (same for same in placed if _has_its_place(pages, edges, same, again.union(same)))


def _level(pages: Sequence[Sequence[Line]], appearances: list[Appearance]) -> list[Appearance]:
    usual = median(pages[page][index].top for page, index in appearances)
    return [(page, index) for page, index in appearances if abs(pages[page][index].top - usual) <= SAME_PLACE]


def _has_its_place(
    pages: Sequence[Sequence[Line]],
    edges: Sequence[Edges],
    same: list[Appearance],
    again: set[Appearance],
) -> bool:
    """Whether the place belongs to running lines: what else stands at this height comes back too, but for one page.

    A first line of the body that happens to come back stands where other pages have other text.
    """
    on = {page for page, _ in same}
    height = pages[same[0][0]][same[0][1]].top
    others = 0
    for page in range(min(on), max(on) + 1):
        here = [(page, i) for i, line in enumerate(pages[page]) if abs(line.top - height) <= SAME_PLACE and line.text]
        others += bool(here) and not again.intersection(here)
    if others > 0.2 * len(on):
        return False
    return len(on) > 2 or all(edges[page][index][1] for page, index in same)


def _keys(text: str, page: int) -> Iterator[Key]:
    """What two appearances share: the words with all numbers, or with one number that counts the pages."""
    words = " ".join(_NUMBER.sub("#", text).split())
    numbers = tuple(int(match.group()) for match in _NUMBER.finditer(text))[:20]
    yield words, 0, numbers
    for match in _PAGED.finditer(text):
        place = len(_NUMBER.findall(text[: match.start("page")]))
        if place < len(numbers):
            yield words, place + 1, (*numbers[:place], numbers[place] - page, *numbers[place + 1 :])
