"""Random sittings printed through many layouts, with gold, for tests of the reader and of scale.

Everything follows from the seed: :func:`make` gives one act, :func:`cases` a stream of them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from tests.generator.dice import Dice
from tests.generator.layouts import FAMILIES, draw_style, render
from tests.generator.marks import settle
from tests.generator.model import draw_council, draw_sitting
from tests.generator.noise import damage
from tests.generator.templates import HELD_OUT
from tests.generator.templates import draw as draw_held_out
from tests.generator.templates import render as render_held_out

__all__ = ["FAMILIES", "HELD_OUT", "Case", "cases", "make"]


@dataclass(frozen=True, slots=True)
class Case:
    """An act: its text, its gold, its family, and the piece that each slot used."""

    name: str
    text: str
    gold: Mapping[str, Any]
    family: str
    pieces: Mapping[str, str]


def make(
    seed: int, number: int, *, noise: float = 0.0, families: Collection[str] = FAMILIES, councils: int = 0
) -> Case:
    """The act of that number: the same facts and layout at every level of noise.

    ``noise`` goes from 0 (as printed) to 1; ``families`` are those drawn from, in the order of
    :data:`FAMILIES` and then of :data:`HELD_OUT`. With ``councils`` there are so many bodies, each with members and a
    layout that stay; without, each act has its own.
    """
    known = [name for name in (*FAMILIES, *HELD_OUT) if name in families]
    layout = number % councils if councils else number
    family = Dice(seed, layout, "family").pick(known)
    facts, printed = Dice(seed, number, "facts"), Dice(seed, number, "print")
    if family in HELD_OUT:
        draft = render_held_out(draw_held_out(facts, family), family, printed)
    else:
        council = draw_council(Dice(seed, layout, "council")) if councils else None
        sitting = draw_sitting(facts, council=council)
        draft = render(sitting, draw_style(Dice(seed, layout, "style"), family), printed)
    if draft.gold["president"] is None:
        draft.gold["president"] = _listed_chair(draft.gold)
    text, gold = settle(damage(draft.text, Dice(seed, number, "noise"), noise), draft.gold)
    return Case(f"{seed}-{number:05}-{family}", text, gold, family, draft.pieces)


def _listed_chair(gold: Mapping[str, Any]) -> str | None:
    """The one member beside whose name in the list the chair's office stands."""
    titles = ("Maire", "Président", "Présidente")
    chairs = [mention for mention, role in gold["roles"] if role in titles and mention in gold["present"]]
    return chairs[0] if len(chairs) == 1 else None


def cases(
    count: int,
    seed: int,
    *,
    noise: float = 0.0,
    hold_out: Collection[str] = (),
    families: Collection[str] = FAMILIES,
    councils: int = 0,
) -> Iterator[Case]:
    """That many acts of a seed, in the families given without those held out, of so many ``councils`` where told.

    The default leaves out the templates of :data:`HELD_OUT`, which are asked for by ``families=HELD_OUT``.
    """
    asked = [name for name in families if name not in hold_out]
    for number in range(count):
        yield make(seed, number, noise=noise, families=asked, councils=councils)
