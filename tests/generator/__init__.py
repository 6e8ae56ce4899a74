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
from tests.generator.model import draw_sitting
from tests.generator.noise import damage

__all__ = ["FAMILIES", "Case", "cases", "make"]


@dataclass(frozen=True, slots=True)
class Case:
    """An act: its text, its gold, its family, and the piece that each slot used."""

    name: str
    text: str
    gold: Mapping[str, Any]
    family: str
    pieces: Mapping[str, str]


def make(seed: int, number: int, *, noise: float = 0.0, families: Collection[str] = FAMILIES) -> Case:
    """The act of that number: the same facts and layout at every level of noise.

    ``noise`` goes from 0 (as printed) to 1; ``families`` are those drawn from, in the order of :data:`FAMILIES`.
    """
    dice = Dice(seed, number, "facts")
    family = Dice(seed, number, "family").pick([name for name in FAMILIES if name in families])
    sitting = draw_sitting(dice)
    style = draw_style(Dice(seed, number, "style"), family)
    draft = render(sitting, style, Dice(seed, number, "print"))
    text, gold = settle(damage(draft.text, Dice(seed, number, "noise"), noise), draft.gold)
    return Case(f"{seed}-{number:05}-{family}", text, gold, family, draft.pieces)


def cases(count: int, seed: int, *, noise: float = 0.0, hold_out: Collection[str] = ()) -> Iterator[Case]:
    """That many acts of a seed, without the families held out."""
    families = [name for name in FAMILIES if name not in hold_out]
    for number in range(count):
        yield make(seed, number, noise=noise, families=families)
