"""A page around the passage that a test is about."""

from __future__ import annotations

from delibgraph.extraction import extract
from delibgraph.facts import Act
from delibgraph.reading import Document

PAGE = """COMMUNE DE VALSERRE
CONSEIL MUNICIPAL
Séance du 12 mars 2023

{lists}

Délibération n° 2023-14
OBJET : {title}

{decision}
"""
SITTING_NAMES = ("Hugo BARSAC", "Léa CORVANT", "Paul DELMAS", "Anne FERROL")
LISTS = "Présents : M. Hugo BARSAC, Mme Léa CORVANT, M. Paul DELMAS, Mme Anne FERROL."
TITLE = "ENTRETIEN DES CHEMINS RURAUX"
DECISION = "Le Conseil municipal, après en avoir délibéré, à l'unanimité, approuve le programme d'entretien."


def document(text: str) -> Document:
    """A document of this text."""
    return Document("page.txt", text, "0" * 64)


def page(lists: str = LISTS, decision: str = DECISION, title: str = TITLE) -> str:
    """The text of an act with these lists and this decision."""
    return PAGE.format(lists=lists, decision=decision, title=title)


def act(lists: str = LISTS, decision: str = DECISION, title: str = TITLE) -> Act:
    """The act of such a page."""
    [found] = extract(document(page(lists, decision, title)))
    return found
