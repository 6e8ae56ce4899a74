"""How like two names are: slips of the pen and of the optical reader, and nothing that makes another name."""

from __future__ import annotations

import re
from functools import lru_cache

from rapidfuzz.distance import OSA, DamerauLevenshtein

from delibgraph.identity.lexicon import GIVEN_NAMES
from delibgraph.identity.people import PersonName

_SHORTEST_SURNAME = 6
_SHORTEST_FOR_ANY_SLIP = 8
_SHORTEST_FOR_TWO_SLIPS = 10
_SHORTEST_BESIDE = 5
_SHORTEST_ORGANISATION = 7
_DOUBLED = re.compile(r"(.)\1+")
_DIGITS = re.compile(r"\d+")
_LOOK_ALIKE = (
    ("ii", "u"),
    ("rn", "m"),
    ("vv", "w"),
    ("cl", "d"),
    ("l", "i"),
    ("1", "i"),
    ("j", "i"),
    ("0", "o"),
    ("e", "c"),
    ("u", "n"),
)


def surname_slip(left: str, right: str) -> float | None:
    """The likeness in (0, 1) of two surnames run together that one person's can be, else ``None``.

    First and last letter agree: the end of a French surname tells families apart (Durand, Durant, Durande). From 6
    letters on, one slip that hands and readers often make: a letter doubled or not, two letters swapped, two shapes
    taken for each other. From 8 letters on any one slip, from 10 on two.

    >>> surname_slip("lecoccq", "lecocq")
    0.857
    >>> surname_slip("renard", "renaud") is None
    True
    """
    shorter, longer = sorted((len(left), len(right)))
    if left == right or shorter < _SHORTEST_SURNAME or left[0] != right[0] or left[-1] != right[-1]:
        return None
    distance = DamerauLevenshtein.distance(left, right, score_cutoff=2)
    if distance == 1:
        is_slip = shorter >= _SHORTEST_FOR_ANY_SLIP or _is_frequent(left, right)
    else:
        is_slip = distance == 2 and (shorter >= _SHORTEST_FOR_TWO_SLIPS or look_alike(left) == look_alike(right))
    return round(1 - distance / longer, 3) if is_slip else None


def name_slips(left: PersonName, right: PersonName) -> int | None:
    """How many slips, one or two, part two whole names; ``None`` for more, for initials and for a surname alone.

    Two known given names that differ are two people, however near (Denis, Denise). Where the print does not show which
    word is the surname, the words of one name may stand in another order. A short name has one slip at most.

    >>> from delibgraph.identity.people import parse
    >>> name_slips(parse("Sbrina VERLOUX"), parse("Sabrina VERLOUX"))
    1
    >>> name_slips(parse("Denis VERLOUX"), parse("Denise VERLOUX")) is None
    True
    """
    one, other = left.given + left.surname, right.given + right.surname
    if left.initials or right.initials or min(len(one), len(other)) < 2 or not (left.given or right.given):
        return None
    letters = "".join(other)
    most = 2 if len(letters) >= _SHORTEST_FOR_TWO_SLIPS else 1
    if abs(sum(map(len, one)) - len(letters)) > most:  # the shortest way to tell most pairs apart
        return None
    if not _known(one) <= _known(other) and not _known(other) <= _known(one):
        return None
    turns = range(1 if left.certain and right.certain else len(one))
    least = min(OSA.distance("".join(one[n:] + one[:n]), letters, score_cutoff=most) for n in turns)
    return least if 1 <= least <= most and len(letters) >= _SHORTEST_SURNAME else None


def short_slip(short: PersonName, full: PersonName) -> bool:
    """Whether a surname alone or with initials is a full name's but for one slip in the surname.

    >>> from delibgraph.identity.people import parse
    >>> short_slip(parse("E. MARSETR"), parse("Estelle MARSERT"))
    True
    """
    if short.is_full or len(short.given) > len(full.given) or len(full.family) < _SHORTEST_BESIDE:
        return False
    agree = all(whole.startswith(part) for part, whole in zip(short.given, full.given, strict=False))
    return agree and OSA.distance(short.family, full.family, score_cutoff=1) == 1


@lru_cache(maxsize=65_536)
def _known(name: tuple[str, ...]) -> frozenset[str]:
    return GIVEN_NAMES.intersection(name)


def organisation_slip(left: tuple[str, ...], right: tuple[str, ...]) -> float | None:
    """The likeness in (0, 1) of two organisations' names, as words, that differ by one letter, else ``None``.

    The words that both have count for nothing; what is left is one letter apart, has at least 7 letters, the same
    first and last letter ("Amicale de Fontaine" is not "Amicale de Fontaines") and the same figures.

    >>> organisation_slip(("opens", "cop"), ("opensop",))
    0.875
    >>> organisation_slip(("club", "sportif", "a"), ("club", "sportif", "b")) is None
    True
    """
    rest_left = "".join(word for word in left if word not in right)
    rest_right = "".join(word for word in right if word not in left)
    shorter, longer = sorted((len(rest_left), len(rest_right)))
    if shorter < _SHORTEST_ORGANISATION or rest_left[0] != rest_right[0] or rest_left[-1] != rest_right[-1]:
        return None
    if _DIGITS.findall(rest_left) != _DIGITS.findall(rest_right):
        return None
    distance = DamerauLevenshtein.distance(rest_left, rest_right, score_cutoff=2)
    is_slip = distance == 1 or (distance == 2 and look_alike(rest_left) == look_alike(rest_right))
    return round(1 - distance / longer, 3) if is_slip else None


def deletions(text: str) -> set[str]:
    """The text and all that is left of it without one character: two texts one edit apart share one of these."""
    return {text} | {text[:place] + text[place + 1 :] for place in range(len(text))}


def _is_frequent(left: str, right: str) -> bool:
    """Whether one slip is of a frequent sort."""
    is_doubled = _DOUBLED.sub(r"\1", left) == _DOUBLED.sub(r"\1", right)
    return is_doubled or sorted(left) == sorted(right) or look_alike(left) == look_alike(right)


def look_alike(text: str) -> str:
    """The text with one shape for all those that an optical reader takes for each other.

    >>> look_alike("vernay") == look_alike("vemay")
    True
    """
    for shape, other in _LOOK_ALIKE:
        text = text.replace(shape, other)
    return text
