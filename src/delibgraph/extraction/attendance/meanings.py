"""What the words of a heading mean together: how those stand who are listed under it, or what its figure counts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, product
from typing import Literal

from delibgraph.extraction.attendance.vocabulary import VOCABULARY
from delibgraph.extraction.text.phrases import vocabulary
from delibgraph.facts import Seat

State = Literal["present", "absent", "excused", "represented", "proxy", "guest"]
Count = Literal["in_office", "present", "proxies", "votes"]

_IN_OFFICE = vocabulary("exercice fonction fonctions effectif")
"""Words that say so even of those present; "élus présents" sit."""
_TO = vocabulary("a au aux")
_GIVERS = vocabulary("ont avaient ayant qui")
"""A heading of proxies that ends with the first names holders ("Pouvoir donné à"), unless it has one of these."""
_ENTRUSTED = frozenset(product(("delegue", "confie", "remis"), ("leur", "leurs", "son")))
"""Verbs before what is given with a vote: "ayant délégué leur vote"."""
_OR = vocabulary("ou et")
_GIVEN = vocabulary("donne remis depose delegue confie")
"""Participles of a heading under which everybody gave a proxy."""
_JOINING = vocabulary("et ou non sans avec ayant a ont avaient etaient sont")
"""What makes one heading of two states: "Présents ou représentés", "Absents ayant donné pouvoir"."""
_VOICES = vocabulary("voix vote")
"""What those lack who attend without a vote."""
_BESIDES = vocabulary("egalement aussi")
"""Words of a heading of those who attend besides those who sit."""


@dataclass(frozen=True, slots=True)
class Label:
    """A label from ``start`` to ``end``, where what it labels begins.

    ``state`` says how the persons listed after it stand, ``absence`` how those do who gave no proxy under a heading of
    proxies, of which ``given`` says that all did; ``count`` and ``number`` are set where the label gives a figure.
    ``attends`` says that the label tells who was there, be it members or guests: members, where nothing else tells who
    is present. ``holders`` says that those listed hold the proxies of those listed before; ``replaced``, that a name
    beside another is that of a substitute. ``columns`` says that it heads several columns side by side, which the text
    no longer tells apart.
    """

    start: int
    end: int
    state: State | None = None
    absence: State | None = None
    given: bool = False
    seat: Seat | None = None
    count: Count | None = None
    number: int | None = None
    attends: bool = False
    holders: bool = False
    replaced: bool = False
    columns: bool = False

    @property
    def heads_list(self) -> bool:
        """Whether names are expected after it."""
        return self.state is not None or (self.seat is not None and self.count is None)


def count_of(words: Sequence[str]) -> Count | None:
    """What a figure under a label of these words counts."""
    meanings = {VOCABULARY[word] for word in words}
    if "represented" in meanings and "absent" in meanings and "non" in words:
        return None
    if "substitute" in meanings and "votes" in meanings and "titular" not in meanings:
        return None
    sitting = "present" in meanings and _IN_OFFICE.isdisjoint(words)
    if "in_office" in meanings and "votes" not in meanings and not sitting:
        return "in_office"
    if "votes" in meanings or ("present" in meanings and meanings & {"represented", "proxy"}):
        return "votes"
    if "proxy" in meanings or "represented" in meanings:
        return "proxies" if meanings.isdisjoint(("absent", "excused")) or "represented" in meanings else None
    return "present" if "present" in meanings and "non" not in words else None


def entrusts(words: Sequence[str]) -> bool:
    """Whether words say that a vote was handed over: "ont délégué leur droit de vote"."""
    return any(pair in _ENTRUSTED for pair in pairwise(words))


def heading(words: Sequence[str]) -> Label:
    """What a heading of these words says of those listed below it; what follows "non" or "sans" is denied."""
    meanings = {VOCABULARY[word] for word in words}
    if entrusts(words):
        meanings.add("proxy")
    replaced = "replaced" in meanings or ("substitute" in meanings and "par" in words)
    if replaced and "present" not in meanings:
        meanings = meanings - {"replaced", "represented", "substitute"} | {"excused"}
    elif replaced:
        meanings -= {"replaced", "substitute"}
    denied = [following for word, following in pairwise(words) if word == "non"]
    denied += words[words.index("sans") + 1 :] if "sans" in words else []
    if {"in_office", "present", "votes"} <= meanings:
        return Label(0, 0)  # the heads of columns of totals
    if _heads_columns(words, meanings):
        return Label(0, 0, state="guest", columns=True)
    if _tells_all(words):
        meanings.discard("proxy")
    label = _said(meanings, meanings - {VOCABULARY[word] for word in denied}, voiceless=not _VOICES.isdisjoint(denied))
    received = meanings <= {"proxy", None} and words[-1] in _TO and _GIVERS.isdisjoint(words)
    if received or "holder" in meanings:
        return replace(label, state="proxy", holders=True)
    if label.state == "present" and not _BESIDES.isdisjoint(words):
        return replace(label, state="guest", attends=True)
    if replaced or "seated" in meanings:
        return replace(label, replaced=label.state != "present" or not replaced)
    gave = label.state == "proxy" and not _GIVEN.isdisjoint(words)
    return replace(label, given=True) if gave or _are_represented(words) else label


def _tells_all(words: Sequence[str]) -> bool:
    """Whether words head those present together with those who gave proxies: "Présents ou ayant donné pouvoir"."""
    said = [VOCABULARY[word] for word in words]
    sits = said.index("present") if "present" in said and "absent" not in said and "excused" not in said else len(said)
    return not _OR.isdisjoint(words[sits + 1 : sits + 2]) and "proxy" in said[sits:]


def _are_represented(words: Sequence[str]) -> bool:
    """Whether all are said to be represented: "Excusés représentés", "ayant voté par procuration"."""
    said = [(VOCABULARY[word], VOCABULARY[after]) for word, after in pairwise(words)]
    voted = ("vote", "par") in pairwise(words) and "proxy" in map(VOCABULARY.get, words)
    return voted or ("excused", "represented") in said or ("absent", "represented") in said


def _heads_columns(words: Sequence[str], meanings: set[str | None]) -> bool:
    """Whether words are the heads of several columns: two states, a state and a holder, a holder and a substitute."""
    apart = {"present", "absent"} <= meanings or {"holder", "substitute"} <= meanings
    apart |= "presence" in words and "proxy" in meanings
    return apart and _JOINING.isdisjoint(words[:-1])


def _said(meanings: set[str | None], stated: set[str | None], *, voiceless: bool) -> Label:
    unheld = "represented" in meanings - stated and "present" not in stated
    absence: State | None = "excused" if "excused" in stated else "absent" if unheld or "absent" in meanings else None
    state: State | None
    if "guest" in stated or voiceless:
        state = "guest"
    elif "proxy" in stated:
        state = "proxy"
    elif "represented" in stated:
        state = "represented" if "present" not in stated else "present"
    else:
        state = absence or ("present" if stated & {"present", "seated"} else None)
    seat: Seat | None = "titular" if "titular" in stated else None
    if stated & {"substitute", "seated"}:
        seat = "substitute"
    return Label(0, 0, state=state, absence=absence, seat=seat)
