"""A sitting printed: pieces drawn for every slot, and the text composed of them with its gold."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from tests.generator.dice import Dice
from tests.generator.layouts import asides, attendance, decision, header
from tests.generator.layouts.families import FAMILIES
from tests.generator.layouts.page import Page
from tests.generator.layouts.proxies import BOUND_WORDS
from tests.generator.layouts.slots import SLOTS, choose
from tests.generator.model import Sitting

__all__ = ["FAMILIES", "SLOTS", "Draft", "draw_style", "render"]


@dataclass(frozen=True, slots=True)
class Draft:
    """A marked text with the gold that quotes its marks, and the pieces that took part."""

    text: str
    gold: dict[str, Any]
    pieces: Mapping[str, str]


def draw_style(dice: Dice, family: str) -> dict[str, str]:
    """A piece for each slot in a family's manner."""
    return choose(dice, FAMILIES[family])


def render(sitting: Sitting, style: Mapping[str, str], dice: Dice) -> Draft:
    """Print a sitting in a style."""
    page = Page(_fitted(sitting, style), style, dice)
    gap = {"lines": "\n\n", "tight": "\n", "run-on": " "}[page.piece("flow")]
    blocks = [block for block in _blocks(page) if block]
    if style["flow"] == "run-on":
        blocks = [block.replace("\n", " ") for block in blocks]
    unused = {slot: piece for slot, piece in style.items() if piece in ("none", "no")}
    return Draft(gap.join(blocks) + "\n", page.gold, unused | page.used)


def _fitted(sitting: Sitting, style: Mapping[str, str]) -> Sitting:
    """The sitting with what the style adds: bounds for the first proxy; a chair outside the list gives none of it."""
    words = BOUND_WORDS.get(style["bounds"])
    if not words or not sitting.proxies:
        return sitting
    first, *others = sitting.proxies
    return replace(sitting, proxies=(replace(first, bounds=words), *others))


def _blocks(page: Page) -> Iterator[str]:
    yield asides.aside(page, asides.ABOVE)
    yield header.opening(page)
    early = page.peek("counts_place") == "before"
    title_first = page.peek("opening") == "register"
    if title_first:
        yield decision.heading(page)
    yield header.session(page)
    yield header.convocation(page)
    if early:
        yield header.counts(page)
    yield header.president(page)
    people = list(_people(page))
    if page.piece("secretary_place") == "before":
        yield header.secretary(page)
    yield from people
    if page.piece("counts_place") == "after":
        yield header.counts(page)
    if page.peek("secretary_place") == "after":
        yield header.secretary(page)
    yield asides.aside(page, asides.BETWEEN)
    if not title_first:
        yield decision.heading(page)
    yield decision.reasons(page)
    yield decision.decision(page)
    yield decision.vote(page)
    yield asides.aside(page, asides.BELOW)
    yield header.signature(page)
    if page.peek("stamp_place") == "end":
        yield header.stamp(page)


def _people(page: Page) -> Iterator[str]:
    """The lists, with the stamp between two of them or inside one, as a scan of a stamped sheet has it."""
    blocks = list(attendance.sections(page))
    place = page.piece("stamp_place")
    text = header.stamp(page) if place != "end" else ""
    lines = blocks[-1].split("\n")
    if place == "inside" and text and len(lines) > 3:
        blocks[-1] = "\n".join([*lines[:2], "", text, "", *lines[2:]])
    elif text:
        blocks.insert(1, text)
    yield from blocks
