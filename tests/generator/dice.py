"""Chance that falls the same way on every machine and every Python: only ``Random.random`` is used underneath."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from random import Random
from typing import TypeVar

_Item = TypeVar("_Item")


class Dice:
    """A seeded source of choices. ``Random.random`` gives the same floats everywhere; its other methods may change."""

    def __init__(self, *seed: object) -> None:
        """Start from any words and numbers that name what is drawn."""
        digest = hashlib.sha256("/".join(map(str, seed)).encode()).digest()
        self._random = Random(int.from_bytes(digest, "big"))

    def chance(self, probability: float) -> bool:
        """Whether something that happens with this probability happens."""
        return self._random.random() < probability

    def between(self, low: int, high: int) -> int:
        """A whole number from ``low`` to ``high``, both included."""
        return low + int(self._random.random() * (high - low + 1))

    def pick(self, items: Sequence[_Item]) -> _Item:
        """One of the items, each as likely as the others."""
        return items[self.between(0, len(items) - 1)]

    def sample(self, items: Sequence[_Item], count: int) -> list[_Item]:
        """That many of the items, none twice, in random order; all of them where there are fewer."""
        pool = list(items)
        return [pool.pop(self.between(0, len(pool) - 1)) for _ in range(min(count, len(pool)))]

    def shuffle(self, items: Sequence[_Item]) -> list[_Item]:
        """The items in random order."""
        return self.sample(items, len(items))
