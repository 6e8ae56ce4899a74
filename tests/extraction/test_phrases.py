"""Every way of a phrase can match: the word that it begins with is among those that the phrase is tried at."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator

import pytest
import regex

import delibgraph.extraction
from delibgraph.extraction.text.phrases import Phrase

_NESTED = r"(?:[^()]|\((?:[^()]|\([^()]*\))*\))*"
_SKIPPED = regex.compile(rf"(?:\[ \]|\\s)[*+?]?|\(\?<?[=!]{_NESTED}\)")
"""What stands before the first word of a way and takes no letter: blanks, and looks ahead or behind."""
_WORD = regex.compile(r"[a-z]+")


def phrases() -> Iterator[tuple[str, Phrase]]:
    for module in pkgutil.walk_packages(delibgraph.extraction.__path__, "delibgraph.extraction."):
        for name, value in vars(importlib.import_module(module.name)).items():
            if isinstance(value, Phrase) and not name.startswith("__"):
                yield f"{module.name.rpartition('.')[2]}.{name}", value


def ways(pattern: str) -> Iterator[str]:
    """The alternatives of a pattern at its top level."""
    depth, start, in_class = 0, 0, False
    for i, char in enumerate(pattern):
        escaped = i and pattern[i - 1] == "\\"
        if not escaped:
            in_class = char == "[" or (in_class and char != "]")
            depth += 0 if in_class else (char == "(") - (char == ")")
            if char == "|" and not depth and not in_class:
                yield pattern[start:i]
                start = i + 1
    yield pattern[start:]


PHRASES = dict(phrases())


def blocked(phrase: Phrase) -> list[str]:
    """The ways of a phrase that begin with a word at which it is never tried; those that begin otherwise are passed."""
    found = []
    for way in ways(phrase.pattern.pattern):
        text = regex.sub(r"(?m)(?<!\\)#.*$", "", way).strip()
        while skipped := _SKIPPED.match(text):
            text = text[skipped.end() :].strip()
        word = _WORD.match(text)
        begun = word[0][: -1 if text[word.end() :].startswith(("?", "*")) else None] if word else ""
        if not any(head.startswith(begun) for head in phrase.heads):
            found.append(way)
    return found


@pytest.mark.parametrize("name", PHRASES)
def test_each_way_begins_with_a_head(name: str) -> None:
    assert blocked(PHRASES[name]) == []


def test_a_way_that_no_head_begins_is_seen() -> None:
    assert blocked(Phrase("pour", r"pour[ ]x|(?<=a[ ])contre|(?:pour|contre)")) == [r"(?<=a[ ])contre"]
    assert [*ways(r"a(?:b|c)|[x|y]z|d")] == ["a(?:b|c)", "[x|y]z", "d"]
    assert len(PHRASES) > 30
