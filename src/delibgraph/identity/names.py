"""Spellings: what two of them have in common, which one stands for all, and the slug that ends an IRI."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import lru_cache

_LETTERS = str.maketrans({"œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"})
_RUN = re.compile("[a-z0-9]+")
_BROKEN_HYPHEN = re.compile(r"(?<=\w)-\s+(?=\w)")


@lru_cache(maxsize=200_000)
def words(text: str) -> tuple[str, ...]:
    """The words of a text in ASCII lower case, without accents and punctuation.

    >>> words("Pôle métropolitain de l’Œuvre")
    ('pole', 'metropolitain', 'de', 'l', 'oeuvre')
    """
    letters = unicodedata.normalize("NFKD", text).casefold().translate(_LETTERS)
    return tuple(_RUN.findall("".join(char for char in letters if not unicodedata.combining(char))))


def compact(text: str) -> str:
    """The words of a text run together, so that a lost hyphen or space makes no difference."""
    return "".join(words(text))


def slug(text: str) -> str:
    """The name in ASCII lower case, each run of other characters one hyphen; empty where no letter or digit is left.

    >>> slug("Saint-Étienne  Métropole")
    'saint-etienne-metropole'
    """
    return "-".join(words(text))


def slug_or_digest(text: str) -> str:
    """The slug; for a name without a Latin letter or digit, a digest of the name."""
    return slug(text) or f"unnamed-{hashlib.sha256(text.encode()).hexdigest()[:8]}"


@lru_cache(maxsize=200_000)
def tidy(text: str) -> str:
    """The spelling as shown: NFC, single spaces, and no space after a hyphen that a line end has cut."""
    return _BROKEN_HYPHEN.sub("-", " ".join(unicodedata.normalize("NFC", text).split()))


def is_trivial(left: str, right: str) -> bool:
    """Whether two spellings differ in case, accents, punctuation and the order of words alone."""
    return sorted(words(left)) == sorted(words(right))


def preferred(counts: Mapping[str, int]) -> str:
    """The most frequent spelling; of equals one in mixed case, then with most accents, then the first by code point.

    Raises:
        ValueError: there is no spelling.
    """
    most = max(counts.values())
    return min((spelling for spelling, count in counts.items() if count == most), key=_plainness)


def unique_keys(names: Iterable[str], prefix: str = "") -> list[str]:
    """A key for each name, in the order given: prefix and slug, with ``-2``, ``-3`` … for a slug that is taken."""
    taken: set[str] = set()
    keys = []
    for name in names:
        base = key = prefix + slug_or_digest(name)
        number = 1
        while key in taken:
            number += 1
            key = f"{base}-{number}"
        taken.add(key)
        keys.append(key)
    return keys


@lru_cache(maxsize=200_000)
def _plainness(spelling: str) -> tuple[bool, int, str]:
    is_mixed = any(char.islower() for char in spelling) and any(char.isupper() for char in spelling)
    accents = sum(1 for char in unicodedata.normalize("NFD", spelling) if unicodedata.combining(char))
    return not is_mixed, -accents, spelling
