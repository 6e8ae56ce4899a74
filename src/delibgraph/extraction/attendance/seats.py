"""How many members a body has: the figure that says who is in office, where several or none say so outright."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import regex

from delibgraph.extraction.attendance.meanings import Label
from delibgraph.extraction.text.phrases import Phrase
from delibgraph.extraction.text.view import View

_IN_OFFICE = regex.compile(r"exercice|fonction")
_MEMBERS = Phrase(
    "nombre conseil comite syndicat bureau assemblee commission membres conseillers delegues",
    r"(?:conseil|comite|syndicat|bureau|assemblee|commission)(?:[ ][\p{L}']+){0,3}[ ](?:compte|est[ ]composee?[ ]de)[ ]"
    r"(?P<number>\d{1,3})[ ](?:membres|conseillers|delegues|elus|administrateurs|syndics)(?!\w)"
    r"|nombre[ ](?:total[ ])?de[ ](?:membres|conseillers|delegues)"
    r"(?:[ ](?:municipaux|communautaires|metropolitains|syndicaux|titulaires|du[ ](?:conseil|comite|bureau)"
    r"|(?:dont|composant)[ ]le[ ](?:conseil|comite|bureau)(?:[ ]est[ ]compose|[ ]municipal)*))*"
    r"[ ]*:[ ]*(?P<number>\d{1,3})(?![\d/])"
    r"|(?:membres|conseillers|delegues)(?:[ ]titulaires)?[ ]*:[ ]*(?P<number>\d{1,3})[ ]*[\n;,–-]?[ ]*"
    r"(?=(?:etaient[ ]|sont[ ])?(?:presents|reunis)[ ]*:[ ]*\d)",
)
"""Members, and nothing of who sat."""


def with_seats(view: View, labels: Sequence[Label]) -> list[Label]:
    """The labels, one alone of which says how many members are in office.

    A figure of those in office goes before one of the seats by law ("Effectif légal : 20 - En exercice : 19"); where no
    label has either, "Nombre de membres : 17" tells it.
    """
    told = [label for label in labels if label.count == "in_office"]
    outright = [label for label in told if _IN_OFFICE.search(view.folded, label.start, label.end)]
    if outright:
        return [replace(label, count=None) if label in told and label not in outright else label for label in labels]
    if told or not (match := _MEMBERS.search(view)):
        return list(labels)
    figure = Label(*match.span(), count="in_office", number=int(match["number"]))
    apart = [label for label in labels if label.end <= figure.start or label.start >= figure.end]
    return sorted([*apart, figure], key=lambda label: label.start)
