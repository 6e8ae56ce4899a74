"""Where a text names the organisations that are known of it: beside a word, or as the last one before it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import regex

from delibgraph.extraction.organisations.kinds import DEPARTMENTS, KINDS, NOT_ORGANISATIONS, PUBLIC
from delibgraph.extraction.organisations.naming import PROPER
from delibgraph.extraction.text.phrases import vocabulary
from delibgraph.extraction.text.view import View, fold, tidy
from delibgraph.facts import Organisation, Span

_LEFT = regex.compile(
    r"[»\" ]*(?:\([^)\n]{1,60}\))?[ ]*[,(]?[ \n]*(?:qui[ \n]+)?(?:(?:est|a[ ]ete|en)[ \n]+)?"
    r"(?:(?:aussi|egalement|ainsi|elle-meme|lui-meme)[ ]+)?(?:l'[ ]?|(?:le|la|un|une)[ ]+)?"
)
"""What may stand between a name and the word that it goes with."""
_RIGHT = regex.compile(
    r"[ \n]*(?:l'[ ]?|la[ \n]|le[ \n]|les[ \n]|du[ \n]|des[ \n]|de[ \n]l'|de[ \n]la[ \n]|de[ \n]|d')?"
    r"(?P<kind>(?:[\w'-]+[ \n]){0,5}?)[«\"]?[ ]?"
)
_UNKNOWN = regex.compile(
    r"[ \n]*(?:l'[ ]?|la[ \n]|le[ \n]|les[ \n]|du[ \n]|des[ \n]|de[ \n]l'|de[ \n]la[ \n]|de[ \n]|d')?"
    r"(?P<kind>(?:\p{Ll}[\p{L}'-]*[ \n]){0,5})(?=[«\"]?[ ]?\p{Lu})"
)
_PROPER = regex.compile(rf"[«\"]?[ ]?(?P<name>{PROPER})")
_LINK = regex.compile(r"[»\" ]*(?:\([^)\n]{1,60}\))?(?:[ ]*,[ \n]*|[ \n]+et[ \n]+)(?:avec[ \n]+|de[ \n]+)?")
"""What joins two names of a row."""
_HEADS = vocabulary("club comite amicale foyer union ligue collectif compagnie groupement harmonie chorale section")
"""Common nouns, folded, that belong to the name behind them ("club Vidour Basket")."""
_CLAUSE = vocabulary("qui que dont est et par avec pour ou sur")
"""Words that begin another thought than a kind ("l'école de musique « Les Cordes »")."""
_ASIDE = regex.compile(r"[»\" ]*(?:\([^)\n]{1,60}\))?[ ]*,[ \n]*(?:est|a[ ]ete)(?!\w)")
"""What closes an aside: the verb's subject stands before it ("A, membre de B, est …")."""
_STOP = regex.compile(r"(?<!(?<!\w)(?:m|mm|mme|n|art))[.;](?=\s|$)|\n[ ]*\n")
_SENTENCE_REACH = 400
_KIND_WORDS = frozenset(word for kind in KINDS for word in fold(kind).split())


@dataclass(frozen=True, slots=True)
class Named:
    """An organisation where the text names it; ``is_known`` tells whether it was known before."""

    name: str
    start: int
    end: int
    is_known: bool = True


class Mentions:
    """The places of known organisations in a text."""

    def __init__(self, view: View, organisations: Sequence[Organisation], start: int) -> None:
        """Find every spelling of each from an offset on; the longest one counts."""
        self._view = view
        self._kinds = {o.name: o.kinds for o in organisations}
        spellings = {fold(tidy(name)): o.name for o in organisations for name in (*o.also, o.name) if len(name) > 1}
        self.places = [*_find(view, spellings, start)] if spellings else []
        self._starts = [place.start for place in self.places]

    def before(self, at: int) -> Named | None:
        """The organisation whose name ends right before an offset; before an aside the first one of the sentence."""
        since = sentence_of(self._view, at, at)[0]
        number = bisect_right(self._starts, at - 1) - 1
        if number < 0 or self.places[number].start < since:
            return None
        place = self.places[number]
        if place.end > at or not _LEFT.fullmatch(self._view.folded, place.end, at):
            return None
        return self.within((since, at))[0] if _ASIDE.match(self._view.folded, place.end, at) else place

    def after(self, at: int, end: int) -> Named | None:
        """The organisation named right behind an offset, known or by a proper name that is no public body's."""
        number = bisect_right(self._starts, at - 1)
        place = self.places[number] if number < len(self.places) else None
        if place and place.end <= end and self._leads(at, place.start):
            return place
        lead = _UNKNOWN.match(self._view.plain, at, end)
        proper = _PROPER.match(self._view.plain, lead.end(), end) if lead else None
        if lead is None or proper is None or not is_proper(proper["name"]):
            return None
        kind = fold(lead["kind"]).split()
        if (kind and not (kind[0] in _KIND_WORDS or kind[0] in _HEADS)) or not _CLAUSE.isdisjoint(kind):
            return None
        start = lead.start("kind") if kind and kind[0] in _HEADS else proper.start("name")
        return Named(tidy(self._view.plain[start : proper.end("name")]), start, proper.end("name"), is_known=False)

    def listed(self, at: int, end: int) -> list[Named]:
        """The organisations of a row joined by commas and "et" right behind an offset."""
        found: list[Named] = []
        while following := self.after(at, end):
            found.append(following)
            link = _LINK.match(self._view.folded, following.end, end)
            if link is None:
                break
            at = link.end()
        return found

    def last(self, at: int, since: int = 0) -> Named | None:
        """The organisation named last before an offset."""
        number = bisect_right(self._starts, at - 1) - 1
        return self.places[number] if number >= 0 and self.places[number].start >= since else None

    def of_kind(self, kind: str) -> str | None:
        """The only organisation of a kind ("le pôle", "l'association"), as folded."""
        fitting = [name for name, kinds in self._kinds.items() if any(fold(k).startswith(kind) for k in kinds)]
        return fitting[0] if len(fitting) == 1 else None

    def has_kind(self, name: str) -> bool:
        """Whether the text gives an organisation a kind."""
        return bool(self._kinds.get(name))

    def within(self, span: Span) -> list[Named]:
        """The organisations named within a stretch."""
        return [place for place in self.places if span[0] <= place.start < span[1]]

    def _leads(self, at: int, start: int) -> bool:
        """Whether only an article and the words of a kind stand between an offset and a name."""
        lead = _RIGHT.fullmatch(self._view.folded, at, start)
        if lead is None:
            return False
        kind = lead["kind"].split()
        return not kind or ((kind[0] in _KIND_WORDS or kind[0] in _HEADS) and _CLAUSE.isdisjoint(kind))


def sentence_of(view: View, start: int, end: int) -> Span:
    """The sentence around a stretch."""
    stops = [stop.end() for stop in _STOP.finditer(view.folded, max(0, start - _SENTENCE_REACH), start)]
    stop = _STOP.search(view.folded, end, end + _SENTENCE_REACH)
    return stops[-1] if stops else max(0, start - _SENTENCE_REACH), stop.start() if stop else min(
        len(view.folded), end + _SENTENCE_REACH
    )


def is_proper(name: str) -> bool:
    """Whether a capitalised name can be an organisation's: no public body's, no place's, no common word's."""
    words = fold(name).split()
    head = words[0].removeprefix("l'").removeprefix("d'")
    alone = len(words) == 1 and (head in DEPARTMENTS or head in _KIND_WORDS or head in _HEADS)
    return not (alone or head in PUBLIC or head in NOT_ORGANISATIONS) and sum(map(str.isalpha, name)) > 2


def _find(view: View, spellings: dict[str, str], start: int) -> Iterable[Named]:
    """Where the spellings stand as words, from left to right; of those that begin at one place the longest.

    Strings are sought one by one: a pattern of all of them would be compiled for each deliberation anew.
    """
    ends: dict[int, tuple[int, str]] = {}
    for spelling, name in spellings.items():
        for at, end in _places(view.folded, spelling.split(), start):
            if end > ends.get(at, (0, ""))[0]:
                ends[at] = end, name
    last = start
    for at, (end, name) in sorted(ends.items()):
        if at >= last:
            last = end
            if not view.plain[at].islower():
                yield Named(name, at, end)


def _places(text: str, words: Sequence[str], start: int) -> Iterable[Span]:
    """Where words stand in a row, whatever blanks part them, with no letter or figure around them."""
    at = text.find(words[0], start) if words else -1
    while at >= 0:
        end = at + len(words[0])
        for word in words[1:]:
            after = end
            while text[end : end + 1] in (" ", "\n"):
                end += 1
            end = end + len(word) if end > after and text.startswith(word, end) else -1
            if end < 0:
                break
        if end > 0 and not (_is_word(text[at - 1 : at]) or _is_word(text[end : end + 1])):
            yield at, end
        at = text.find(words[0], at + 1)


def _is_word(char: str) -> bool:
    return char.isalnum() or char == "_"
