"""The text as the grammar sees it: two strings as long as the original, so that every offset holds in all three.

``plain`` has plain spaces, straight quotes and no Markdown marks; ``folded`` is ``plain`` in lower case without
accents, on which labels and relations are written without caring how a body spells them.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from functools import cache, cached_property, wraps
from itertools import accumulate, chain, pairwise
from typing import Any, TypeVar, cast

import regex

from delibgraph.extraction.text.apostrophes import with_apostrophes
from delibgraph.extraction.text.misreading import with_figures, with_letters
from delibgraph.extraction.text.wrapping import wrapped
from delibgraph.facts import Span

_SPACES = (
    "\t\v\r\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u200b\u202f\u205f\u3000"
    "\ufeff\u00ad"
)
_PLAIN: dict[str, str] = {
    **dict.fromkeys(_SPACES, " "),
    **dict.fromkeys("\f\x85\u2028\u2029", "\n"),
    **dict.fromkeys("’‘ʼ‛`´", "'"),
    **dict.fromkeys("“”„", '"'),
    **dict.fromkeys("‐‑", "-"),
    **dict.fromkeys("―—", "–"),
    **dict.fromkeys("*\\", " "),
    **dict.fromkeys("\uf06e\uf071\uf076\uf0a7\uf0a8\uf0b7\uf0d8\uf0de\uf0e0\uf0e8\uf0f0\uf0fc", "•"),
}
_MARKS: tuple[tuple[str, regex.Pattern[str]], ...] = (
    ("#", regex.compile(r"(?m)^[ ]*\#{1,6}(?=[ ])")),
    ("__", regex.compile(r"_{2,}")),
    ("^{", regex.compile(r"\^\{|(?<=\^\{[^}\n]{1,8})\}")),
    ("(cid:", regex.compile(r"\(cid:\d{1,5}\)")),
    ("](http", regex.compile(r"(?<=\])\(https?://[^)\s]*\)")),
)
"""Markdown and mathematical marks and glyphs without a letter, each after a sign that other texts do not hold."""
_SPACED = regex.compile(r"(?m)[ ]*(?=(?:[^\n ][ ]+){5})[\p{Lu}\d](?:[ ]{1,6}[\p{Lu}\d'°&:.-])+[ ]*$")
"""A line of single capitals and signs with gaps between them ("V I L L E   D E   X …")."""
_SPACED_WORD = regex.compile(
    r"(?<!\S)\p{Lu}(?:[ ]\p{Lu}){4,}(?!\S)(?:[^\S\n]+:)?(?:[^\S\n]+[\[(]?(?:[ ]?\d){1,3}[ ]?[\])]?(?!\S))?"
)
"""A word of single capitals within a line, with the figure that it is the label of ("P R É S E N T S  :  [ 1 5 ]")."""
_WIDE_GAP = regex.compile(r"[ ]{2,}")
_SORTS, _ONE_WORD, _LONGEST_WORD = 4, 16, 13
_WORD = regex.compile(r"\w+")
_DIGITS = frozenset("0123456789")
_ORDINAL = regex.compile(r"(?<=\d) (?=(?:er|ère|e|ème|è|nd|nde)\b)")


def fold(text: str) -> str:
    """The text in lower case without accents, character by character (the length stays)."""
    return text.lower() if text.isascii() else _fold(text, set(text))


def _fold(text: str, alphabet: set[str]) -> str:
    """The folded text, whose characters are all in the alphabet."""
    folded = text.lower()
    if len(folded) != len(text):
        return "".join(map(_fold_char, text))
    for char in {char.lower() for char in alphabet if char > "\x7f"}:
        folded = folded.replace(char, _fold_char(char))
    return folded


@cache
def _fold_char(char: str) -> str:
    base = unicodedata.normalize("NFD", char)[0].lower()
    return base if len(base) == 1 else char


@dataclass(frozen=True)
class View:
    """A text and its two readings of the same length; ``words`` is the index: where each folded word starts."""

    text: str
    plain: str
    folded: str
    words: Mapping[str, Sequence[int]]
    spaced: Sequence[Span] = ()
    """The lines whose letters stand apart, which the readings hold without these gaps."""
    found: dict[Any, Any] = field(default_factory=dict, repr=False, compare=False)
    """What :func:`once` keeps."""

    @cached_property
    def lines(self) -> Sequence[int]:
        """Where each line starts; the last may be empty."""
        return list(accumulate((len(line) + 1 for line in self.plain.split("\n")[:-1]), initial=0))

    @cached_property
    def _filled(self) -> Sequence[Span]:
        """Where each line that is not blank starts, and where the line after the next one does."""
        reaches = [*self.lines[2:], len(self.plain), len(self.plain)]
        lines = zip(self.lines, reaches, self.plain.split("\n"), strict=False)
        return [(at, reach) for at, reach, line in lines if line and not line.isspace()]

    def heads(
        self, pattern: regex.Pattern[str], reading: str, start: int = 0, end: int | None = None
    ) -> Iterator[regex.Match[str]]:
        """Where a pattern fits the head of a line between two offsets of a reading; it must not leave its line.

        Behind a multi-line ``^`` it would be tried at every character, which takes several times as long.
        """
        limit = len(reading) if end is None else end
        for at, reach in self._filled[bisect_left(self._filled, (start,)) : bisect_right(self._filled, (limit,))]:
            if match := pattern.match(reading, at, min(reach, limit)):  # no search beyond for a word that it needs
                yield match

    @classmethod
    def of(cls, text: str) -> View:
        """The view of a text as read."""
        plain, alphabet = text, set(text)
        for char in _PLAIN.keys() & alphabet:
            plain = plain.replace(char, _PLAIN[char])
        for sign, mark in _MARKS:
            if sign in plain:
                plain = mark.sub(lambda match: " " * len(match[0]), plain)
        spaced = list(_spaced_lines(plain))
        spaced += [
            match.span()
            for match in _SPACED_WORD.finditer(plain)
            if _is_word(match[0]) and not any(start <= match.start() < end for start, end in spaced)
        ]
        for start, end in spaced:
            plain = plain[:start] + _closed(plain[start:end]) + plain[end:]
        plain = with_apostrophes(with_figures(_joined(plain, wrapped(plain))))
        folded = _fold(with_letters(plain), alphabet | set(_PLAIN.values()))
        return cls(text, plain, folded, _index(folded), spaced)

    def printed(self, span: Span) -> Span:
        """Where a span of the readings stands in the text: what lies in a line with gaps is the whole line."""
        start, end = span
        for first, last in self.spaced:
            if first < end and start < last:
                start, end = min(start, first), max(end, last)
        return start, end

    def part(self, start: int, end: int) -> View:
        """The view of a stretch on its own, whose offsets count from ``start``."""
        folded = self.folded[start:end]
        return View(self.text[start:end], self.plain[start:end], folded, _index(folded))

    def places(self, words: Set[str]) -> list[int]:
        """Where any of the folded words stands, in order."""
        return sorted(chain.from_iterable(map(self.words.__getitem__, self.words.keys() & words)))

    def clean(self, start: int, end: int) -> str:
        """The words between two offsets, on one line, without marks."""
        return tidy(self.plain[start:end])

    def without(self, spans: Sequence[Span]) -> View:
        """The same view with these stretches blanked, line breaks kept: stamps in a list, letterheads."""
        if not spans:
            return self
        words = dict(self.words)
        for start, end in spans:
            for word in words.keys() & set(_WORD.findall(self.folded, start, _word_end(self.folded, end))):
                words[word] = [at for at in words[word] if not start <= at < end]
        return View(self.text, _blanked(self.plain, spans), _blanked(self.folded, spans), words)


Reading = TypeVar("Reading", bound=Callable[..., Any])


def once(read: Reading) -> Reading:
    """A reading of a view that several rooms ask for: worked out once, and changed by nobody."""

    @wraps(read)
    def kept(view: View, *asked: Any) -> Any:
        key = (read, *asked)
        if key not in view.found:
            view.found[key] = read(view, *asked)
        return view.found[key]

    return cast("Reading", kept)


def _spaced_lines(plain: str) -> Iterator[Span]:
    """The lines whose letters stand apart: about every second character of them is a blank."""
    at = 0
    for line in plain.split("\n"):
        if len(line) <= 2 * line.count(" ") + 1 and (match := _SPACED.match(plain, at)) and _is_spaced(match[0]):
            yield match.span()
        at += len(line) + 1


def _is_spaced(line: str) -> bool:
    """Whether single characters that gaps part make words: letters of several sorts, in words that wider gaps part."""
    letters = [char for char in line if char.isalpha()]
    return len(set(letters)) >= _SORTS and (_WIDE_GAP.search(line.strip()) is not None or len(letters) <= _ONE_WORD)


def _is_word(run: str) -> bool:
    """Whether single letters in a row make one word."""
    letters = [char for char in run if char.isalpha()]
    return len(set(letters)) >= _SORTS and len(letters) <= _LONGEST_WORD


def _closed(line: str) -> str:
    """The line's words without the gaps in them, as long as before."""
    return " ".join(word.replace(" ", "") for word in _WIDE_GAP.split(line.strip())).ljust(len(line))


def _joined(text: str, breaks: Sequence[int]) -> str:
    """The text with blanks for these line breaks."""
    pieces = [text[start:end] for start, end in pairwise([0, *(at + 1 for at in breaks), len(text) + 1])]
    return " ".join([piece[:-1] for piece in pieces[:-1]] + pieces[-1:])


def _index(folded: str) -> dict[str, list[int]]:
    words: dict[str, list[int]] = {}
    at = 0
    for word in _WORD.findall(folded):  # each found again at once, for nothing but signs stands between two
        at = folded.find(word, at)
        words.setdefault(word, []).append(at)
        at += len(word)
    return words


def _word_end(folded: str, at: int) -> int:
    """Where the word ends that an offset falls into."""
    match = _WORD.match(folded, at)
    return match.end() if match else at


def _blanked(text: str, spans: Sequence[Span]) -> str:
    pieces: list[str] = []
    done = 0
    for start, end in sorted(spans):
        pieces += [text[done:start], _blanks(text[max(done, start) : end])]
        done = max(done, end)
    return "".join([*pieces, text[done:]])


def _blanks(text: str) -> str:
    """As many blanks as there are characters, line breaks kept."""
    return "\n".join(" " * len(line) for line in text.split("\n"))


def tidy(text: str) -> str:
    """One line, single spaces, no space inside an ordinal ("4 ème"), no stray punctuation at the ends."""
    line = " ".join(text.split()).strip(" ,;:")
    return line if _DIGITS.isdisjoint(line) else _ORDINAL.sub("", line)


def trim(text: str, start: int, end: int, also: str = "") -> Span:
    """The span without the blanks (and the characters in ``also``) at its ends."""
    while start < end and (text[start].isspace() or text[start] in also):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in also):
        end -= 1
    return start, end
