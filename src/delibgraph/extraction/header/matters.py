"""The matter of a deliberation: the number of the @CTES nomenclature that the act prints.

The nomenclature of the prefectures' system has nine heads and two levels that all bodies share ("7.5 Subventions");
a body may go one level deeper ("7.5.1").
"""

from __future__ import annotations

from delibgraph.extraction.text.phrases import Phrase
from delibgraph.extraction.text.view import View
from delibgraph.facts import Span

_LABEL = Phrase(
    "nomenclature matiere matieres classification domaine code rubrique classement theme",
    r"""
    (?:nomenclature|matieres?|classification|domaine|code[ ](?:matiere|nomenclature)|rubrique|classement|theme)
    (?:[ ](?:de[ ]l'acte|des[ ]actes?|actes?|@?ctes|matieres?|nomenclature|de[ ]nomenclature|n°))*
    [ ]*[:–-]?[ ]*\n?[ ]*(?:n°[ ]*)?
    (?P<matter>[1-9](?:[.][ ]?\d{1,2}){1,2})(?![\w€]|[.,]\d|[ ]?(?:€|euros))
    """,
)


def read_matter(view: View) -> tuple[str, Span] | None:
    """The matter under its label, at the nomenclature's levels as printed."""
    match = _LABEL.search(view)
    return (match["matter"].replace(" ", ""), match.span("matter")) if match else None
