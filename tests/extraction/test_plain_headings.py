"""Minutes whose headings are plain lines: every mark, rank and label before a title, and titles without any."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from delibgraph.extraction import extract
from delibgraph.facts import Act
from tests.extraction.page import document

SITTING = """Présents : M. Hugo BARSAC, Mme Léa CORVANT, M. Paul DELMAS, Mme Anne FERROL
Absent : M. Luc GARNEL
Secrétaire de séance : Mme Anne FERROL

"""
ITEMS = (
    (
        "Demande de subvention pour la toiture de l'école",
        "Monsieur le Maire présente les devis reçus. Les travaux sont estimés à 42 000 € HT.",
        "Après en avoir délibéré, le Conseil municipal, à l'unanimité, approuve le projet.",
    ),
    (
        "Convention avec le syndicat des eaux du Vidour",
        "La convention arrive à son terme le 30 juin. Mme CORVANT indique que les conditions restent les mêmes.",
        "Le Conseil, par 3 voix pour et 1 abstention, approuve la convention.",
    ),
    (
        "Tarifs de location de la salle des fêtes",
        "Les tarifs n'ont pas été revus depuis 2019. Il est proposé :\n- Habitants : 120 €\n- Extérieurs : 250 €",
        "Le Conseil municipal adopte ces tarifs à l'unanimité des membres présents.",
    ),
    (
        "Vente d'un chemin rural à M. et Mme Perdriel",
        "M. DELMAS rappelle la demande des riverains et l'avis des Domaines.",
        "Vote : pour 4, contre 1",
    ),
    (
        "Création d'un poste d'agent technique",
        "Suite au départ en retraite d'un agent, il convient de créer un poste à temps complet.",
        "Approuvé à l'unanimité.",
    ),
)
TITLES = [title for title, _, _ in ITEMS]
OPENINGS = {
    "minutes": f"PROCÈS-VERBAL DE LA SÉANCE DU 12 MARS 2023\nCommune de Valserre\nConseil municipal\n\n{SITTING}",
    "no name of a record": (
        f"CONSEIL MUNICIPAL DE VALSERRE\nSéance du mardi 12 mars 2023\n\n{SITTING}"
        "Le compte rendu de la séance précédente est adopté à l'unanimité.\n\n"
    ),
    "an agenda": (
        f"COMPTE RENDU DU CONSEIL MUNICIPAL DU 12 MARS 2023\nMairie de Valserre\n\n{SITTING}"
        "Ordre du jour :\n" + "".join(f"- {title}\n" for title in TITLES) + "- Questions diverses\n\n"
    ),
}
CLOSE = (
    "Questions diverses :\n- Le repas des aînés aura lieu le 14 mai.\n\n"
    "L'ordre du jour étant épuisé, la séance est levée.\n"
)
Form = Callable[[int, str], str]
ROMAN = ("I", "II", "III", "IV", "V")
ORDINALS = ("Premier", "Deuxième", "Troisième", "Quatrième", "Cinquième")
FORMS: dict[str, Form] = {
    "a rank and a dash": lambda i, title: f"{i} - {title}\n\n",
    "a rank and a stroke": lambda i, title: f"{i}/ {title}\n\n",
    "a rank and a degree": lambda i, title: f"{i}° {title}\n\n",
    "a rank, a degree and a stroke": lambda i, title: f"{i}°/ {title}\n\n",
    "a rank, a degree, a bracket and a colon": lambda i, title: f"{i}°) : {title}\n\n",
    "an ordinal in figures": lambda i, title: f"{i}{'er' if i == 1 else 'ème'} point : {title}\n\n",
    "an ordinal of questions": lambda i, title: f"{i}{'ère' if i == 1 else 'e'} question – {title}\n\n",
    "an ordinal in words": lambda i, title: f"{ORDINALS[i - 1]} point : {title}\n\n",
    "a point": lambda i, title: f"Point n°{i} : {title}\n\n",
    "a point over its title": lambda i, title: f"Point n° {i}\n{title}\n\n",
    "a point in capitals": lambda i, title: f"POINT {i}. {title.upper()}\n\n",
    "a year and a number": lambda i, title: f"Délibération 2023/{14 + i}\n{title}\n\n",
    "a number over a title in capitals": lambda i, title: f"DÉLIBÉRATION N° {i}\n\n{title.upper()}\n\n",
    "a Roman numeral and a degree": lambda i, title: f"{ROMAN[i - 1]}° - {title}\n\n",
    "a Roman numeral and a stroke": lambda i, title: f"{ROMAN[i - 1]}/ {title.upper()}\n\n",
    "nothing": lambda _, title: f"{title}\n\n",
    "nothing, and no blank line": lambda _, title: f"{title}\n",
    "nothing, in capitals": lambda _, title: f"{title.upper()}\n\n",
    "a colon after it": lambda _, title: f"{title} :\n\n",
    "a full stop after it": lambda _, title: f"{title}.\n\n",
    "a dash": lambda _, title: f"- {title} :\n",
    "an arrow": lambda _, title: f"→ {title}\n",
    "a box": lambda _, title: f"□ {title}\n\n",
    "an angle": lambda _, title: f"> {title}\n\n",
    "a closing quotation mark": lambda _, title: f"» {title}\n\n",
    "a small letter as a bullet": lambda _, title: f"o {title}\n\n",
    "stars around it": lambda _, title: f"*** {title} ***\n\n",
    "a rule over it": lambda _, title: f"-----\n{title}\n\n",
    "a rule under it": lambda _, title: f"{title}\n----------\n",
    "the object": lambda _, title: f"Objet de la délibération : {title}\n\n",
    "another word for the object": lambda _, title: f"Intitulé : {title}\n\n",
    "bold": lambda _, title: f"**{title} :**\n\n",
    "a Markdown heading": lambda _, title: f"## {title}\n\n",
    "its number under a ranked title": lambda i, title: f"{i}. {title}\nDélibération n° 2023-{14 + i}\n\n",
    "a rank before its text": lambda i, title: f"{i}. {title} : ",
    "sections": lambda i, title: {1: "FINANCES\n\n", 4: "URBANISME ET VOIRIE\n\n"}.get(i, "") + f"- {title}\n\n",
}


def minutes(opening: str, form: Form) -> Act:
    items = (f"{form(i, title)}{told}\n{decision}\n\n" for i, (title, told, decision) in enumerate(ITEMS, 1))
    [act] = extract(document(OPENINGS[opening] + "".join(items) + CLOSE))
    return act


@pytest.mark.parametrize("opening", OPENINGS)
@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_a_heading_of_every_form(opening: str, form: Form) -> None:
    act = minutes(opening, form)
    assert [(d.title or "").casefold() for d in act.deliberations] == [title.casefold() for title in TITLES]
    votes = [d.vote for d in act.deliberations]
    assert [vote and (vote.unanimous, vote.for_, vote.abstentions) for vote in votes] == [
        (True, None, None),
        (False, 3, 1),
        (True, None, None),
        (False, 4, None),
        (True, None, None),
    ]
