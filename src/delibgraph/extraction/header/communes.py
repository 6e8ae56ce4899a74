"""The commune that no kind names: by where its mayor signed, by the line over its council."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from delibgraph.extraction.text.phrases import vocabulary
from delibgraph.extraction.text.view import View, fold, tidy
from delibgraph.facts import Span

_REACH = 500
"""Characters of a letterhead."""
_SHORT = 4
"""Letters of a word that may be anything."""
_WORD = regex.compile(r"\w+")
_SIGNED_AT = regex.compile(
    r"(?m)(?:(?:fait|conforme|delibere)(?:[ ]+(?:et[ ]+\w+|en[ ]mairie))*[ ]*[,:]?[ ]*(?:a[ ]+)?|^[ ]*(?:a[ ]+)?)"
    r"(?P<name>\p{L}[\p{L}' -]{2,40}?)[ ]*,?[ ]+le[ ]+:?[ ]*(?:\d|\p{L}+[ ]+\d)[^\n]{0,40}(?:\n\s*){1,4}"
    r"(?:(?:l[ea]|m\.|mme|monsieur|madame)[ ]+)*(?:maire|presidente?)(?!\w)"
)
"""Where and when an act was signed, over the office of who signed it."""
_OVER_ORGAN = regex.compile(
    r"(?m)^[ ]*(?P<name>\p{Lu}[\p{L}' -]{2,40}\p{L})[ ]*(?=\s*\n[ ]*(?i:(?:compte[ -]rendu[ ]|proc[èe]s[ -]verbal[ ])?"
    r"(?:d(?:u|e[ ]la)[ ])?(?:s[ée]ance|r[ée]union|conseil[ ]municipal)))"
)
"""A line over the organ or the sitting, as long as a name of a commune."""
_BEFORE_SITTING = regex.compile(
    r"(?m)^[ ]*(?P<name>\p{Lu}[\p{L}'-]{2,40}"
    r"(?:[ ](?:\p{Lu}[\p{L}'-]*|sur|sous|en|les?|la|du|des?)){0,4}?)[ ]*[–,-]?[ ]*"
    r"(?:CM|C\.M\.|(?i:conseil[ ]municipal))[ ]+"
    r"(?:du|de)[ ]+(?:\p{L}+di[ ]+)?\d"
)
"""A name before the sitting on one line ("VALSERRE – Conseil municipal du 12 mars 2023")."""
_PLACE_SHAPE = regex.compile(
    r"(?:(?:le|la|les|l'|saint|sainte|st|ste)[ -]?)?\p{L}+(?:'\p{L}+)?"
    r"(?:[ -](?:sur|sous|en|les?|lez|la|de|du|des|et|aux?|d'|l'|saint|sainte)(?=[ '-]|\p{L})[ -]?\p{L}+|-\p{L}+)*"
)
"""The shape of a commune's name, on folded text: one word, or words that hyphens or particles join."""
_JOINED = regex.compile(r"(?:saint|sainte|st|ste)[ -]|-(?:sur|sous|en|les?|lez|la|du|des?|aux?|et|d'|l')[-']?\p{L}")
"""What marks a commune's name wherever it stands."""
_NO_PLACE = vocabulary(
    "le la les l affiche publie recu transmis date conforme mairie fait jour prochain dernier ordre pv cr bulletin"
)


def by_signature(view: View, stop: regex.Pattern[str]) -> Iterator[tuple[str, Span]]:
    """The commune at which its mayor signed ("Fait à X, le …")."""
    for match in _SIGNED_AT.finditer(view.folded):
        name = tidy(view.plain[slice(*match.span("name"))])
        if name[:1].isupper() and not stop.match(match["name"]) and match["name"].split()[0] not in _NO_PLACE:
            yield name, match.span("name")


def by_line(view: View, stop: regex.Pattern[str]) -> Iterator[tuple[str, Span]]:
    """The commune that fills a line over its organ's, where its shape or its place elsewhere says it is one."""
    told = (
        *_OVER_ORGAN.finditer(view.plain, 0, _REACH),
        *_BEFORE_SITTING.finditer(view.plain, 0, _REACH),
    )
    for match in told:
        name = fold(match["name"])
        shape = _PLACE_SHAPE.fullmatch(name) and not (stop.match(name) or name in _NO_PLACE)
        beside = match.re is _BEFORE_SITTING and match["name"].isupper()
        if shape and (beside or _JOINED.search(name) or _is_place(view, name)):
            yield match["name"], match.span("name")


def _is_place(view: View, name: str) -> bool:
    """Whether a name, or its longest word, is told as a place's."""
    longest = max(_WORD.findall(name), key=len)
    told = "|".join(map(regex.escape, {name, longest} if len(longest) > _SHORT else {name}))
    return (
        regex.search(rf"(?:(?<!\w)(?:de|du|des|a|au|maire[ ]de|commune)[ ]|d')(?:{told})(?!\w)", view.folded)
        is not None
    )
