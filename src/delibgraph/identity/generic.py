"""Names that every commune uses: which body's "comité des fêtes", "école Jules Ferry" or "US" of a village is meant.

A name made of everyday words alone says what an organisation is and not which. It is known within the body whose act
names it, or within the commune that is named beside it. A name that begins so and goes on with a proper name ("Tennis
club des Aulnes") is known within the department where that is known, because the next one has such a club too.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import OSA

from delibgraph.identity.claims import department, normal_name
from delibgraph.identity.entities import Body
from delibgraph.identity.lexicon import EVERYDAY, LITTLE_WORDS, PLACES
from delibgraph.identity.names import words
from delibgraph.identity.similarity import look_alike

_SHORTEST_MISSPELT, _SHORTEST_MISREAD = 7, 5
_LOOKS = {look_alike(word): word for word in sorted(EVERYDAY) if len(word) >= _SHORTEST_MISREAD}
_LONG = {
    first: [word for word in sorted(EVERYDAY) if word[0] == first and len(word) >= _SHORTEST_MISSPELT - 1]
    for first in {word[0] for word in EVERYDAY}
}
_NAMESAKES = frozenset(
    {"bibliotheque", "college", "creche", "ecole", "ehpad", "groupe", "gymnase", "lycee", "mediatheque"}
)
"""First words after which the name of a famous person tells nothing: "école Jules Ferry" is in every town."""
_WRITTEN_OUT: dict[str, tuple[str, ...]] = {
    "aappma": ("peche", "protection", "milieu", "aquatique"),
    "acca": ("communal", "chasse", "agree"),
    "ape": ("parent", "eleve"),
    "as": ("sportif",),
    "coop": ("cooperative",),
    "ccas": ("centre", "communal", "action", "social"),
    "fc": ("football", "club"),
    "foot": ("football",),
    "gym": ("gymnastique",),
    "hand": ("handball",),
    "mjc": ("maison", "jeune", "culture"),
    "tc": ("tennis", "club"),
    "us": ("union", "sportif"),
}
"""What some of them stand for, singular and masculine."""
_FEMININE = (("elle", "el"), ("ale", "al"), ("ive", "if"), ("ee", "e"), ("aise", "ais"), ("aine", "ain"))


@dataclass(frozen=True, slots=True)
class Named:
    """A name where it is known: ``scope`` is a body's key, a department's number after ``#``, or empty for everywhere;
    ``letters`` are what equal names have in common there."""

    scope: str
    letters: str
    is_generic: bool = False


class Places:
    """The communes among the bodies, by name, and where each body lies."""

    def __init__(self, bodies: Iterable[Body]) -> None:
        """Look the bodies over."""
        self._departments = {body.key: department(body) for body in bodies}
        self._communes: defaultdict[tuple[str, ...], set[str]] = defaultdict(set)
        for body in bodies:
            for name in {body.name, *body.also} - {None}:
                place, _ = normal_name(name or "")
                if place and _content(place):
                    self._communes[_content(place)].add(body.key)

    def scope(self, name: Sequence[str], body: str) -> Named:
        """Where the name, as words, is known when an act of the body prints it."""
        content = _content(name)
        rest = tuple(word for word in content if not is_everyday(word))
        if content and not rest:
            return Named(body, _key(content), True)
        what = [word for word in content if is_everyday(word)]
        if what and (place := self._bearer(rest, body)):
            return Named(place, _key(what), True)
        if content and content[0] in _NAMESAKES:
            return Named(body, "".join(content))
        is_local = what and is_everyday(content[0]) and rest not in _REGIONS
        where = self._departments.get(body) if is_local else None
        return Named(f"#{where}" if where else "", "".join(content))

    def _bearer(self, place: tuple[str, ...], body: str) -> str | None:
        """The commune of that name that is meant: the act's own, the only one, the only one of the department."""
        known = self._communes.get(place, set())
        if body in known or not known or place in _REGIONS:
            return body if body in known else None
        near = {key for key in known if self._departments[key] == self._departments.get(body) is not None}
        return min(known) if len(known) == 1 else min(near) if len(near) == 1 else None


@lru_cache(maxsize=100_000)
def is_everyday(word: str) -> bool:
    """Whether a word says what and not which, in any number or gender, a slip in a long one allowed.

    >>> is_everyday("sportives"), is_everyday("pornpiers"), is_everyday("mecaloire")
    (True, True, False)
    """
    return _canonical(word) is not None


@lru_cache(maxsize=100_000)
def _canonical(word: str) -> str | None:
    """The everyday word that a word is, singular and masculine."""
    for form in (word, word.rstrip("sx"), _LOOKS.get(look_alike(word.rstrip("sx")), "")):
        if form in EVERYDAY:
            return _masculine(form)
    if len(word) < _SHORTEST_MISSPELT:
        return None
    near = [known for known in _LONG.get(word[0], ()) if OSA.distance(word.rstrip("sx"), known, score_cutoff=1) <= 1]
    return _masculine(min(near)) if near else None


def _masculine(word: str) -> str:
    for feminine, masculine in _FEMININE:
        if word.endswith(feminine) and word.removesuffix(feminine) + masculine in EVERYDAY:
            return word.removesuffix(feminine) + masculine
    return word


def _key(content: Iterable[str]) -> str:
    """Everyday words in one form, acronyms written out."""
    known = [_canonical(word) or word for word in content]
    return "".join(part for word in known for part in _WRITTEN_OUT.get(word, (word,)))


def _content(name: Sequence[str]) -> tuple[str, ...]:
    """The words without the little ones; a letter at the end is a name ("Club A")."""
    kept = tuple(w for n, w in enumerate(name) if w not in LITTLE_WORDS or (len(w) == 1 and 0 < n == len(name) - 1))
    return tuple(_SAINTS.get(word, word) for word in kept or name)


_SAINTS = {"st": "saint", "ste": "sainte"}
_REGIONS = frozenset(_content(place) for place in PLACES if place != words("France"))
