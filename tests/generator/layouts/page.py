"""The page being printed: its sitting, its pieces, and the gold that grows as names are printed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tests.generator.dice import Dice
from tests.generator.lexicon import words
from tests.generator.marks import Marks, quote
from tests.generator.model import Person, Sitting


def empty_gold() -> dict[str, Any]:
    """Gold that says nothing yet, in the keys of the annotated acts."""
    scalars = words(
        "body organ body_siren number title sitting_date convocation_date received_date published_date "
        "transmission_id president secretary"
    )
    return {
        **dict.fromkeys(scalars),
        "counts": dict.fromkeys(("in_office", "present", "proxies", "votes")),
        "roles": [],
        "vote": {},
        "funding": [],
        "organisations": [],
        "present": [],
        "proxies": [],
        "absent": [],
        "substitutes": [],
        "complete": ["present", "proxies", "absent", "substitutes", "funding", "counts", "vote"],
    }


class Page:
    """Prints one sitting in one style; :attr:`used` records the pieces that took part."""

    def __init__(self, sitting: Sitting, style: Mapping[str, str], dice: Dice) -> None:
        """Take the sitting, a piece for each slot, and the chance for the small choices."""
        self.sitting = sitting
        self.dice = dice
        self.used: dict[str, str] = {}
        self.gold = empty_gold()
        self.listed: dict[Person, str] = {}
        self._style = style
        self._mark = Marks()

    def peek(self, slot: str) -> str:
        """The slot's piece, without saying that it took part."""
        return self._style[slot]

    def piece(self, slot: str) -> str:
        """The slot's piece, which takes part in the text."""
        self.used[slot] = self._style[slot]
        return self._style[slot]

    def mention(self, words: str) -> str:
        """Words that the gold quotes."""
        return self._mark(words)

    def put(self, field: str, words: str) -> str:
        """Print words and make them the gold of a field; the first printing counts."""
        mention = self.mention(words)
        if self.gold[field] is None:
            self.gold[field] = quote(mention)
        return mention
