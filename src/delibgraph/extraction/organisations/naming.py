"""The other names that a text gives an organisation: its acronym, what the acronym stands for, its former names.

In parentheses, behind a comma, or by a verb: "Agence du Bois (ANB)", "ANB (Agence nationale du Bois)", "Terres Libres,
ex-Terres du Vidour", "Vidour Emploi, devenu Vidour Avenir".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

import regex

from delibgraph.extraction.text.phrases import vocabulary
from delibgraph.extraction.text.view import View, fold, once, tidy

Sort = Literal["acronym", "expansion", "former"]
PROPER = (
    r"\p{Lu}[\p{L}\d'&.-]*(?<!-|\p{Ll}\.)"
    r"(?:[ ](?:(?:de|du|des|la|le|les|pour|en)[ ]|d'|l'){0,2}\p{Lu}[\p{L}\d'&-]*(?<!-))*"
)
"""A proper name: words with a capital, and the little words between them."""
_ONCE = r"(?:ex(?:[ ]+|[ ]?-[ ]?)|(?:anciennement|autrefois|précédemment)[ ]+(?:(?:dénommée?|appelée?|nommée?)[ ]+)?)"
_KIND = r"(?:(?:l'|le[ ]|la[ ])?(?:\p{Ll}[\p{L}'-]*[ ]){0,3})"
_BRACKETED = regex.compile(
    rf"\((?:(?i:(?P<once>{_ONCE}))|sigle[ ]*:?[ ]*)?[«\"]?[ ]?(?P<name>[^()\n]{{2,80}}?)[ ]?[»\"]?\)"
)
_BEHIND = regex.compile(rf"(?<=[\p{{L}}\d»\"])[ ]*,?[ ]+(?i:{_ONCE}){_KIND}[«\"]?[ ]?(?P<name>{PROPER})")
_BECOME = regex.compile(
    rf"(?<=[ ])(?:devenue?|rebaptisée?|renommée?|désormais[ ](?:appelée?|dénommée?))[ ]+{_KIND}[«\"]?[ ]?(?=\p{{Lu}})"
)
_BORN = regex.compile(
    rf"(?i:née?|créée?|fondée?|connue?|constituée?)[ ](?:(?:en|le)[ ][^,.;\n]{{4,20}}[ ])?"
    rf"sous[ ]le[ ]nom[ ](?:de[ ]|d'){_KIND}[«\"]?[ ]?(?P<name>{PROPER})"
)
"""A former name, told of whom the paragraph is about."""
_ONCE_WORDS = vocabulary("ex anciennement autrefois precedemment")
_NOW_WORDS = vocabulary("devenu devenue rebaptise rebaptisee renomme renommee desormais")
"""The folded words without which there is no such name."""
_NAME_BEFORE = regex.compile(rf"(?<![\p{{L}}\d'&.-]){PROPER}$")
_ACRONYM = regex.compile(r"\p{Lu}[\p{Lu}\d&.-]{1,11}")
_LITTLE = vocabulary("de du des d l la le les et en pour a au aux sur the of and")
_WORD = regex.compile(r"\w+")
_REACH = 100
_MOST_WORDS = 12


@dataclass(frozen=True, slots=True)
class OtherName:
    """A name, and where the organisation whose it is stands: the text that ends right before it, or begins behind."""

    name: str
    sort: Sort | None
    before: str
    behind: str = ""

    def is_of(self, spelling: str) -> bool:
        """Whether it is a name of the organisation so spelt."""
        if self.behind:
            return self.behind.startswith(spelling)
        if not fold(self.before).endswith(fold(spelling)) or self.before[: -len(spelling)][-1:].isalpha():
            return False
        return self.sort is not None or spells_out(spelling, self.name)


@once
def other_names(view: View) -> Sequence[OtherName]:
    """Each name that stands beside another one; a bracketed text that is neither old nor an acronym has no sort."""
    return list(_other_names(view))


def _other_names(view: View) -> Iterator[OtherName]:
    for match in _BRACKETED.finditer(view.plain):
        name = tidy(match["name"])
        sort: Sort | None = "former" if match["once"] else "acronym" if _ACRONYM.fullmatch(name) else None
        if sort or (name[:1].isupper() and 1 < len(name.split()) <= _MOST_WORDS):
            yield OtherName(name, sort, _left(view, match.start()))
    words = view.words.keys()
    for match in _BEHIND.finditer(view.plain) if not _ONCE_WORDS.isdisjoint(words) else ():
        yield OtherName(tidy(match["name"]), "former", _left(view, match.start()))
    for match in _BECOME.finditer(view.plain) if not _NOW_WORDS.isdisjoint(words) else ():
        if before := _NAME_BEFORE.search(_left(view, match.start())):
            yield OtherName(tidy(before[0]), "former", "", view.plain[match.end() : match.end() + _REACH])


def spelled_out(view: View) -> Iterator[tuple[str, int, int]]:
    """The names of organisations that their acronym behind them spells ("Agence pour le bois (APB)"), and where."""
    for bracket in _BEHIND_NAME.finditer(view.plain):
        words = _WORDS.search(view.plain, max(0, bracket.start() - _REACH), bracket.start())
        for first in _CAPITAL.finditer(view.plain, *words.span()) if words else ():
            name = view.plain[first.start() : bracket.start()]
            head = fold(first[0])
            if head in _HEADS and not _ORGAN.match(fold(name)) and _is_spelled(bracket["acronym"], name):
                yield tidy(name), first.start(), bracket.start()
                break


def _is_spelled(acronym: str, name: str) -> bool:
    """Whether an acronym spells a name, the place behind it left out or not."""
    return spells_out(acronym, name) or (len(acronym) > 2 and spells_out(acronym, _OF_PLACE.sub("", name)))


_BEHIND_NAME = regex.compile(r"[ ]\((?P<acronym>\p{Lu}[\p{Lu}.]{1,9})(?:[ ]\d\d)?\)")
_WORDS = regex.compile(r"(?<![\p{L}'-])[\p{L}' ,-]+$")
_CAPITAL = regex.compile(r"(?<![\p{L}-])\p{Lu}\p{L}+(?=[ ])")
_OF_PLACE = regex.compile(r"[ ](?:de[ ]l'|de[ ]la[ ]|de[ ]|du[ ]|d')\p{Lu}[\p{L}' -]*$")
"""A place behind a name that its acronym leaves out."""
_ORGAN = regex.compile(
    r"comite[ ](?:technique|social|syndical|consultatif|medical|interministeriel|directeur|de[ ]|d'hygiene)|"
    r"union[ ]europ|"
    r"(?:communaute|syndicat|service|office)[ ]europ"
)
"""What begins so and is an organ of a body, or of the Union."""
_HEADS = vocabulary(
    "agence universite ecole lycee college institut chambre office mission comite amicale federation confederation "
    "fondation syndicat centre club foyer maison ligue cercle conservatoire compagnie regie cooperative association "
    "union societe groupement oeuvre reseau collectif mutuelle caisse observatoire organisation entente"
)
"""Nouns, folded, that begin the name of an organisation."""


def born_names(view: View) -> Iterator[tuple[str, int, int]]:
    """The names that organisations were born under, each with the paragraph's start and the words' own."""
    if {"sous", "nom"} <= view.words.keys():
        for match in _BORN.finditer(view.plain):
            yield tidy(match["name"]), view.plain.rfind("\n\n", 0, match.start()) + 1, match.start()


def _left(view: View, at: int) -> str:
    return view.plain[max(0, at - _REACH) : at].rstrip(' »",')


def spells_out(acronym: str, words: str) -> bool:
    """Whether the initials of the words are letters of the acronym, in their order and from its first on.

    >>> spells_out("CIMAX", "Creating Integrated Machines")
    True
    >>> spells_out("CIMAX", "Vallée du Vidour")
    False
    """
    if not _ACRONYM.fullmatch(acronym):
        return False
    letters = iter("".join(filter(str.isalpha, fold(acronym))))
    initials = [word[0] for word in _WORD.findall(fold(words).replace("œ", "oe")) if word not in _LITTLE]
    return len(initials) > 1 and initials[0] == fold(acronym)[0] and all(initial in letters for initial in initials)
