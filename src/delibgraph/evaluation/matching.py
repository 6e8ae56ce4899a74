"""When a value found is the one that the gold gives, and what that makes of two lists."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import regex

from delibgraph.evaluation.gold import Gold
from delibgraph.evaluation.scores import Item, Score
from delibgraph.extraction.attendance.matching import fits, same_person, words
from delibgraph.facts import Span

Same = Callable[[Any, Any], bool]
_BODY_LEAD = frozenset(["ville", "de", "commune", "mairie", "d", "la", "le", "du", "des", "l"])
_SMALL = frozenset(["l", "la", "le", "les", "de", "du", "des", "d", "association", "societe", "club"])


@dataclass(frozen=True, slots=True)
class Found:
    """A value that the extraction gives, and where the text says it."""

    value: Any
    span: Span | None = None


def one(found: Found, expected: Any, same: Same) -> Score:
    """One value against one; ``None`` on either side is no value."""
    score = Score()
    if found.value is not None and expected is not None and same(found.value, expected):
        score.hits.append(Item(show(found.value), found.span))
    else:
        score.misses += [Item(show(expected))] if expected is not None else []
        score.inventions += [Item(show(found.value), found.span)] if found.value is not None else []
    return score


def named(gold: Mapping[str, Any] | None, found: Mapping[str, Found]) -> Score | None:
    """Values by name: each that the gold gives must be found, and nothing else."""
    if gold is None:
        return None
    score = Score()
    for name, value in found.items():
        item = one(value, gold.get(name), lambda left, right: bool(left == right))
        for items in (item.hits, item.misses, item.inventions):
            items[:] = [Item(f"{name}: {told.text}", told.span) for told in items]
        score.add(item)
    return score


def matched(gold: Gold, name: str, found: Sequence[Found], expected: Sequence[Any] | None, same: Same) -> Score | None:
    """Two lists against each other, repeats aside; what is optional is right either way."""
    if expected is None:
        return None
    optional = gold.get(f"optional_{name}", ())
    wanted = _distinct(list(expected), same)
    got = _distinct(list(found), lambda left, right: same(left.value, right.value))
    score = Score()
    for item in wanted:
        match = next((other for other in got if same(other.value, item)), None)
        if match is not None:
            got.remove(match)
            score.hits.append(Item(show(match.value), match.span))
        elif not any(same(item, other) for other in optional):
            score.misses.append(Item(show(item)))
    if name in gold.get("complete", ()):
        left = (item for item in got if not any(same(item.value, other) for other in optional))
        score.inventions += [Item(show(item.value), item.span) for item in left]
    return score


def _distinct(items: Sequence[Any], same: Same) -> list[Any]:
    kept: list[Any] = []
    for item in items:
        if not any(same(item, other) and same(other, item) for other in kept):
            kept.append(item)
    return kept


def show(item: Any) -> str:
    """The value in words."""
    return " → ".join(str(part) for part in item) if isinstance(item, tuple | list) else str(item)


def same_text(left: Any, right: Any) -> bool:
    """The same words, case, accents and punctuation aside."""
    return words(str(left)) == words(str(right)) if isinstance(right, str) else bool(left == right)


def same_body(left: str, right: str) -> bool:
    """The same words but for "commune de" and the like."""
    return [w for w in words(left) if w not in _BODY_LEAD] == [w for w in words(right) if w not in _BODY_LEAD]


def fits_person(left: str | None, right: str | None) -> bool:
    """The same person, or the gold's short form of the one found."""
    if left is None or right is None:
        return left is right
    return same_person(left, right) or fits(right, left)


def same_pair(found: Sequence[str | None], expected: Sequence[str | None]) -> bool:
    """Two persons in their places."""
    return fits_person(found[0], expected[0]) and fits_person(found[1], expected[1])


def same_grant(found: tuple[str, float], expected: tuple[str, float]) -> bool:
    """The same sum, and one beneficiary's name within the other's."""
    left, right = ({w for w in words(name) if w not in _SMALL} for name in (found[0], expected[0]))
    return found[1] == expected[1] and bool(left and right) and (left <= right or right <= left)


def contains(found: str | None, expected: str) -> bool:
    """Whether the words found hold at least those expected, in their order."""
    return found is not None and " ".join(words(expected)) in " ".join(words(found))


def letters(name: str) -> str:
    """A name's letters and figures in one run."""
    return regex.sub(r"[^\p{L}\d]", "", "".join(words(name)))
