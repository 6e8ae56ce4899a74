"""Records that are wrong on purpose: each plants one fault of which a check must tell.

A fault changes the facts before they are printed, or the text after; the figures printed stay those of the true
sitting, so that a reader who reads well sees the disagreement.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from tests.generator import FAMILIES, Case
from tests.generator.dice import Dice
from tests.generator.layouts import draw_style, render
from tests.generator.marks import settle
from tests.generator.model import Proxy, Sitting, allows_two, draw_sitting

Planted = Callable[[Sitting, Dice], Sitting | None]


@dataclass(frozen=True, slots=True)
class Fault:
    """A fault and the finding that it must bring: one of these codes, from the reader or from the law's shapes.

    ``style`` holds the pieces without which the fault could not be seen.
    """

    plant: Planted
    codes: Collection[str]
    by: str
    style: Mapping[str, str]


def _drop(sitting: Sitting, dice: Dice) -> Sitting | None:
    """Leave a member out of the list of those present."""
    needed = {sitting.president, sitting.secretary, *(proxy.holder for proxy in sitting.proxies)}
    free = [p for p in sitting.present if p not in needed and not sitting.replaced_by(p)]
    if not free:
        return None
    gone = dice.pick(free)
    return replace(sitting, present=tuple(p for p in sitting.present if p != gone))


def _miscount(sitting: Sitting, dice: Dice) -> Sitting | None:
    """Print one more or two fewer present than sit; the chair outside the list explains one more, so never one."""
    wrong = sitting.counts.present + dice.pick((2, 3, -2))
    return replace(sitting, counts=replace(sitting.counts, present=wrong)) if wrong > 0 else None


def _absent_holder(sitting: Sitting, dice: Dice) -> Sitting | None:
    """Give a proxy to a member who is away."""
    if not (sitting.proxies and sitting.absent):
        return None
    first, *others = sitting.proxies
    return replace(sitting, proxies=(Proxy(first.grantor, dice.pick(sitting.absent)), *others))


def _two_lists(sitting: Sitting, dice: Dice) -> Sitting | None:
    """List somebody present among the absent too."""
    there = [p for p in sitting.present if p != sitting.president and not sitting.replaced_by(p)]
    return replace(sitting, absent=(*sitting.absent, dice.pick(there))) if there else None


def _second_proxy(sitting: Sitting, dice: Dice) -> Sitting | None:
    """Give one holder two proxies on a day when the law allows one (CGCT L2121-20)."""
    if len(sitting.proxies) < 2 or allows_two(sitting.date):
        return None
    first, second, *others = sitting.proxies
    return replace(sitting, proxies=(first, Proxy(second.grantor, first.holder), *others))


def _unchanged(sitting: Sitting, dice: Dice) -> Sitting | None:
    return sitting


_SEEN = {
    "counts": "block",
    "bounds": "none",
    "merged": "no",
    "remark": "none",
    "aside": "none",
    "chair_listed": "yes",
    "proxy": "gives",
    "holder": "same",
    "name": "given-family",
    "list": "comma",
    "pairs": "lines",
    "civility": "each",
    "guests": "none",
    "present_words": "Présents",
    "flow": "lines",
    "heading": "plain",
    "grantors_again": "no",
    "role": "none",
    "commune": "none",
}
"""A layout that any reader should know, so that what is missing is the finding and not the reading."""
FAULTS: Mapping[str, Fault] = {
    "member-dropped": Fault(_drop, ("present-count", "members-in-office"), "reader", _SEEN),
    "count-changed": Fault(_miscount, ("present-count", "vote-count"), "reader", _SEEN),
    "holder-absent": Fault(_absent_holder, ("holder-absent",), "reader", _SEEN),
    "two-lists": Fault(_two_lists, ("two-states",), "reader", _SEEN),
    "cut-off": Fault(_unchanged, ("cut-off", "decision-missing"), "reader", _SEEN),
    "second-proxy": Fault(_second_proxy, ("proxies-per-holder",), "shapes", _SEEN),
}


def plant(name: str, seed: int, number: int) -> Case | None:
    """The act of that number with a fault; ``None`` where its sitting cannot bear it (nobody gave a proxy …)."""
    fault, dice = FAULTS[name], Dice(seed, number, "facts")
    sitting = fault.plant(draw_sitting(dice), Dice(seed, number, name))
    if sitting is None:
        return None
    family = Dice(seed, number, "family").pick(list(FAMILIES))
    style = {**draw_style(Dice(seed, number, "style"), family), **fault.style}
    draft = render(sitting, style, Dice(seed, number, "print"))
    text, gold = settle(draft.text, draft.gold)
    if name == "cut-off":
        text = _cut(text, Dice(seed, number, "cut"))
    return Case(f"{seed}-{number:05}-{name}", text, gold, family, draft.pieces)


_FRAME = re.compile(r":|séance|secrétaire|présid", re.IGNORECASE)
_STOP = re.compile(r"[.;:!?]\s")
_WORDS_BEFORE = 4


def _cut(text: str, dice: Dice) -> str:
    """Break off in the middle of a small word of the second half, some words into a sentence.

    A name, a single word or a line of the sitting's frame (who presided, who kept the record) may be the last of a
    record, and then nobody could tell.
    """
    drawn = dice.between(len(text) // 2, len(text) * 9 // 10)
    for at in (*range(drawn, len(text) // 3, -1), *range(drawn, len(text))):
        if text[at - 1 : at + 2].isalpha() and _tells(text[:at]):
            return text[:at]
    return text[:drawn]


def _tells(text: str) -> bool:
    """Whether a text that stops there stops in mid-sentence."""
    line = text.rpartition("\n")[2]
    words = _STOP.split(line)[-1].split()
    return len(words) > _WORDS_BEFORE and words[-1].islower() and words[-1].isalpha() and not _FRAME.search(line)


def planted(count: int, seed: int, names: Sequence[str] = tuple(FAULTS)) -> Iterator[tuple[str, Case]]:
    """Each fault in that many acts."""
    for name in names:
        made = (case for number in range(count * 20) if (case := plant(name, seed, number)) is not None)
        for case, _ in zip(made, range(count), strict=False):
            yield name, case
