"""Templates held out: acts in forms that no tuned family has, for an estimate on bodies never seen.

They share no piece of :mod:`tests.generator.layouts`' tables; labels, phrases, dates, numbers, votes and stamps are
their own. Nothing is tuned on them: what a measurement shows is worked on as a phenomenon, with other examples.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from tests.generator.dice import Dice
from tests.generator.layouts import Draft
from tests.generator.model import Sitting, draw_sitting
from tests.generator.templates import assemblies, communes
from tests.generator.templates.sheet import Sheet
from tests.generator.templates.wording import CLUBS

__all__ = ["HELD_OUT", "draw", "render"]


@dataclass(frozen=True, slots=True)
class Template:
    """How a sort of body writes its acts, and the forms of that body's name."""

    bodies: Sequence[str]
    print: Callable[[Sitting, Dice], tuple[str, Sheet]]


HELD_OUT: Mapping[str, Template] = {
    "village-form": Template(communes.COMMUNES, communes.village_form),
    "town-form": Template(communes.TOWNS, communes.town_form),
    "minutes-prose": Template(communes.COMMUNES, communes.minutes_prose),
    "roll-table": Template(assemblies.COMMUNITIES, assemblies.roll_table),
    "colleges": Template(assemblies.SYNDICATES, assemblies.colleges),
    "articles": Template(assemblies.DEPARTMENTS, assemblies.articles),
    "social-centre": Template(assemblies.SOCIAL_CENTRES, assemblies.social_centre),
    "numbered-roll": Template(assemblies.MIXED, assemblies.numbered_roll),
}
"""The templates by name of the family."""


def draw(dice: Dice, family: str) -> Sitting:
    """A sitting of a body of the sort that a template is of."""
    return draw_sitting(dice, HELD_OUT[family].bodies, CLUBS)


def render(sitting: Sitting, family: str, dice: Dice) -> Draft:
    """Print a sitting in a template."""
    text, sheet = HELD_OUT[family].print(sitting, dice)
    return Draft(text, sheet.gold, sheet.used)
