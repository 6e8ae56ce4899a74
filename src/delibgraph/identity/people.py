"""A person's printed name taken apart: given names and surname, told by capitals, initials or a list of given names."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from delibgraph.identity.lexicon import PARTICLES, is_given
from delibgraph.identity.names import words

# of the sorts of words that _sort tells; with the groups of the given names and the surname
_PATTERNS = (
    (re.compile("([GI]+)([nC]*C[nC]*)"), 1, 2),
    (re.compile("([nC]*C[nC]*)([GI]+)"), 2, 1),
    (re.compile("(I+)([nG]*G[nG]*)"), 1, 2),
    (re.compile("([nG]*G[nG]*)(I+)"), 2, 1),
)
_VOWELS = frozenset("aeiouy")
_LONGEST_ABBREVIATION = 4


@dataclass(frozen=True, slots=True)
class PersonName:
    """The words of a name. ``certain`` says that the print itself shows which part is the surname.

    ``given`` is empty for a surname alone and for capitals throughout that no known given name parts; ``initials``
    says that some given name is shortened ("G.", "J-M.", "MC", "Ph.").
    """

    given: tuple[str, ...]
    surname: tuple[str, ...]
    certain: bool = False
    initials: bool = False

    @property
    def is_full(self) -> bool:
        """Whether the name stands on its own: at least one given name, none shortened."""
        return bool(self.given) and not self.initials

    @property
    def family(self) -> str:
        """The surname run together."""
        return "".join(self.surname)

    @property
    def first(self) -> str:
        """The given names run together."""
        return "".join(self.given)

    def shortens(self, full: PersonName) -> bool:
        """Whether this is a short form of the full name: its surname alone, or initials that agree.

        >>> parse("MC VERDAC").shortens(parse("VERDAC Marie-Claude"))
        True
        """
        if self.family != full.family or len(self.given) > len(full.given):
            return False
        return all(whole.startswith(part) for part, whole in zip(self.given, full.given, strict=False))


@lru_cache(maxsize=200_000)
def parse(name: str) -> PersonName:
    """Take a printed name apart.

    >>> parse("DURAND Gilles") == parse("Gilles DURAND")
    True
    >>> parse("J-M. CREMEAU").given
    ('j', 'm')
    """
    tokens = [token for token in name.replace(".", ". ").split() if words(token)]
    sorts = "".join(_sort(token, len(tokens)) for token in tokens)
    for pattern, given, surname in _PATTERNS:
        if match := pattern.fullmatch(sorts):
            first, family = _flat(tokens[slice(*match.span(given))]), _flat(tokens[slice(*match.span(surname))])
            return PersonName(first, family, True, "I" in match[given] or any(len(word) == 1 for word in first))
    rest = _guess(tokens, sorts)
    return PersonName(_flat(rest[0]), _flat(rest[1]))


def _guess(tokens: list[str], sorts: str) -> tuple[list[str], list[str]]:
    """Neither capitals nor initials tell given names from surname: let the given names that are known tell.

    In mixed case an unknown first word is a given name, as in running text; in capitals throughout it may be either,
    and then all words count as the surname.
    """
    is_jumble = "C" in sorts and bool(sorts.strip("nC"))
    if len(tokens) < 2 or is_jumble:
        return [], tokens
    first, last = is_given(tokens[0]), is_given(tokens[-1])
    if last and not first:
        given, surname = _split(tokens[::-1])
        return given[::-1], surname[::-1]
    if "C" in sorts and first == last:
        return [], tokens
    return _split(tokens)


def _split(tokens: list[str]) -> tuple[list[str], list[str]]:
    """The first word and the known given names after it, as long as a word is left for the surname."""
    cut = 1
    while cut < len(tokens) - 1 and is_given(tokens[cut]):
        cut += 1
    return tokens[:cut], tokens[cut:]


def _sort(token: str, length: int) -> str:
    """C: in capitals; G: capitalised; I: initials; n: a particle."""
    parts = words(token)
    letters = [char for char in token if char.isalpha()]
    if len(parts) == 1 and parts[0] in PARTICLES and not token.isupper():
        return "n"
    if length > 1 and _is_initials(token, letters, parts):
        return "I"
    capitals = sum(char.isupper() for char in letters)
    return "C" if capitals * 2 > len(letters) and len(letters) > 1 else "G"


def _is_initials(token: str, letters: list[str], parts: tuple[str, ...]) -> bool:
    if not letters or not letters[0].isupper():
        return False
    is_dotted = token.endswith(".") and len(parts) == 1 and len(letters) <= _LONGEST_ABBREVIATION
    return is_dotted or all(len(part) == 1 for part in parts) or _is_pair(token)


def _is_pair(token: str) -> bool:
    """Two capitals that no one can pronounce, as "MC" and "JL"."""
    return len(token) == 2 and token.isalpha() and token.isupper() and not _VOWELS & set(token.lower())


def _flat(tokens: list[str]) -> tuple[str, ...]:
    """The words of the tokens; a pair of initials is two."""
    return tuple(word for token in tokens for word in (words(" ".join(token)) if _is_pair(token) else words(token)))
