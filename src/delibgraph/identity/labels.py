"""An organisation's printed name taken apart: the words that tell it, the other names and numbers printed with it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from delibgraph.identity.lexicon import LEGAL_FORMS, LITTLE_WORDS
from delibgraph.identity.names import tidy, words

_ARTICLES = frozenset({"l", "la", "le", "les"})
_GENERIC = frozenset({"association", "asso", "assoc", "ass"})
_SHORTENED = {
    "st": "saint",
    "ste": "sainte",
    "cie": "compagnie",
    "fed": "federation",
    "synd": "syndicat",
    "ets": "etablissements",
    "dept": "departement",
    "depart": "departement",
    "departementale": "departemental",
    "nat": "national",
}
_IDENTIFIER = re.compile(
    r"[\s,;(–-]*\b(?:n\s*[°o]\s*)?(?:SIRE[NT]|RNA|R\.N\.A\.)\s*(?:n\s*[°o]\s*)?:?\s*"
    r"(W\d{9}|\d{3}\s?\d{3}\s?\d{3}(?:\s?\d{5})?)\b\)?",
    re.IGNORECASE,
)
_RNA = re.compile(r"[\s,;(–-]*\b(W\d{9})\b\)?")
_ASIDE = re.compile(r"(?P<name>[^()]{3,}?)\s*\((?P<aside>[^()]{2,60})\)")
_GLOSSED = re.compile(r"(?P<short>[A-Z]{2,8}|(?:[A-Z]\.){2,8})\s+[–:-]\s+(?P<long>.+)")
_FORMER = re.compile(r"(?:ex|anciennement|auparavant|dite?|ou)\b[\s-]*(.+)", re.IGNORECASE)
_ACRONYM = re.compile(r"[A-Z]{2,7}|(?:[A-Z]\.){2,7}[A-Z]?")
_FEWEST, _MOST = 3, 7
"""Letters of an acronym that another name's initials explain."""


@dataclass(frozen=True, slots=True)
class Label:
    """A name without the article, "association", the legal form; the other names printed in it; its numbers."""

    words: tuple[str, ...]
    aliases: tuple[str, ...] = ()
    identifiers: tuple[str, ...] = ()

    @classmethod
    def of(cls, printed: str) -> Label:
        """Take a printed name apart.

        >>> Label.of("l'association Forez Entreprendre (S.A.R.L.)").words
        ('forez', 'entreprendre')
        >>> Label.of("Club Trelles Vélo (ex Vélo Sprint), SIRET 732 829 320 00074").aliases
        ('Vélo Sprint',)
        """
        return _label(tidy(printed))


@lru_cache(maxsize=200_000)
def _label(printed: str) -> Label:
    numbers = [*_IDENTIFIER.findall(printed), *_RNA.findall(printed)]
    name = _RNA.sub("", _IDENTIFIER.sub("", printed)).strip(" ,;–-") or printed
    aliases: list[str] = []
    if match := _ASIDE.fullmatch(name):
        former = _FORMER.fullmatch(match["aside"])
        if former or (_ACRONYM.fullmatch(match["aside"]) and normal_name(match["aside"]) != normal_name(name)):
            is_form = (
                words(match["aside"].replace(".", "")) and words(match["aside"].replace(".", ""))[0] in LEGAL_FORMS
            )
            aliases += [] if is_form else [former[1] if former else match["aside"]]
            name = match["name"]
    if (match := _GLOSSED.fullmatch(name)) and "".join(words(match["short"])) in initials(match["long"]):
        aliases.append(match["short"])
        name = match["long"]
    return Label(normal_name(name), tuple(aliases), tuple(sorted({re.sub(r"\s", "", n).upper() for n in numbers})))


@lru_cache(maxsize=200_000)
def normal_name(name: str) -> tuple[str, ...]:
    """The words of a name without article, "association" and legal form, single letters run together.

    >>> normal_name("Cté A.D.M.R. de St Jean")
    ('cte', 'admr', 'de', 'saint', 'jean')
    """
    plain = words(name)
    plain = plain[1:] if plain[:1] == ("l",) and len(plain) > 1 else plain
    parts: list[str] = []
    for is_letter, run in groupby(plain, key=lambda word: len(word) == 1 and word.isalpha()):
        together = list(run)
        parts.extend(["".join(together)] if is_letter else [_SHORTENED.get(word, word) for word in together])
    start, end = 0, len(parts)
    while end - start > 1 and parts[start] in _ARTICLES | _GENERIC | LEGAL_FORMS | {"de", "des", "du", "d"}:
        start += 1
    while end - start > 1 and parts[end - 1] in LEGAL_FORMS:
        end -= 1
    return tuple(parts[start:end])


def is_acronym(name: str) -> bool:
    """Whether a name is one word of a few capitals, with dots or without."""
    letters = "".join(words(name))
    return bool(_ACRONYM.fullmatch(name)) and _FEWEST <= len(letters) <= _MOST


def initials(name: str) -> Iterator[str]:
    """The acronyms that a name of several words can be given.

    >>> sorted(set(initials("Union sportive de Lyrac")))
    ['usdl', 'usl']
    """
    parts = words(name)
    kept = [word for word in parts if word not in LITTLE_WORDS]
    if len(kept) >= _FEWEST:
        yield "".join(word[0] for word in kept)
        yield "".join(word[0] for word in parts)
