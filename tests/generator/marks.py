"""Marks around the words that the gold quotes, so that it says what the text still says after any damage.

A mention is a private-use character that numbers it, its words, and a closing one. Damage passes over the marks; at
the end they are taken out, and the gold gets the words that then stand between them.
"""

from __future__ import annotations

import re
from typing import Any

_FIRST = 0xF0000
_CLOSE = "\uf8ff"
_MENTION = re.compile(f"([{chr(_FIRST)}-{chr(0xFFFFD)}])([^{_CLOSE}]*){_CLOSE}")
MARK = re.compile(f"[{chr(_FIRST)}-{chr(0xFFFFD)}{_CLOSE}]")


class Marks:
    """Numbers the mentions of one text."""

    def __init__(self) -> None:
        """Start with none."""
        self._made = 0

    def __call__(self, words: str) -> str:
        """The words as a mention, to be printed once; the gold quotes it with :func:`quote`."""
        self._made += 1
        return f"{chr(_FIRST + self._made)}{words}{_CLOSE}"


def quote(mention: str) -> str:
    """What the gold holds in place of a mention until the text is final."""
    return MARK.search(mention)[0]  # type: ignore[index]


def is_open(text: str, at: int) -> bool:
    """Whether a place of the marked text lies inside a mention."""
    opened = max((match.start() for match in MARK.finditer(text, 0, at) if match[0] != _CLOSE), default=-1)
    return opened > text.rfind(_CLOSE, 0, at)


def settle(text: str, gold: Any) -> tuple[str, Any]:
    """The text without marks, and the gold with the words that the marks held (blanks as single spaces)."""
    printed = {match[1]: " ".join(match[2].split()) for match in _MENTION.finditer(text)}
    return MARK.sub("", text), _filled(gold, printed)


def _filled(value: Any, printed: dict[str, str]) -> Any:
    if isinstance(value, str):
        return printed[value] if MARK.fullmatch(value) else value
    if isinstance(value, list):
        return [_filled(item, printed) for item in value]
    return {key: _filled(item, printed) for key, item in value.items()} if isinstance(value, dict) else value
