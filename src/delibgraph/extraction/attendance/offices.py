"""Who holds an office that only the text after the lists tells: "Monsieur Guy DURAND, Maire, expose"."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from delibgraph.extraction.attendance.matching import resolve
from delibgraph.extraction.text.phrases import vocabulary
from delibgraph.extraction.text.view import View

_CHAIRS = {"maire": vocabulary("maire"), "president": vocabulary("president presidente")}
_NAME = regex.compile(
    r"(?r)(?P<name>\p{Lu}[\p{L}'-]*(?:[ ](?:\p{Lu}[\p{L}'-]*|d[eu]s?|la|le)){1,4})[ ]?[,(][ ]?(?:le[ ]|la[ ])?"
)
_CIVILITY = regex.compile(r"(?:Monsieur|Madame|Mademoiselle|Mme|Mlle|Mr)[ ]")
_OTHER = regex.compile(r"[ -](?:adjoint|delegue|honoraire|sortant|d[eu]s?[ ]|d')")
"""After an office, what makes it another one, or that of another body."""


def holder_of_office(view: View, office: str, members: Sequence[str]) -> str | None:
    """The one member behind whose name the text says that they are mayor or president, ``None`` for none or several."""
    words = next((words for stem, words in _CHAIRS.items() if stem in office), frozenset[str]())
    named = (
        resolve(_CIVILITY.sub("", match["name"]), members)
        for at in view.places(words)
        if not _OTHER.match(view.folded, at + len(office)) and (match := _NAME.match(view.plain, 0, at))
    )
    found = {member for member in named if member}
    return found.pop() if len(found) == 1 else None
