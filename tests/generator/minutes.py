"""Random minutes: one sitting with several items, each a deliberation with its heading, money and vote, or mere news.

The sitting is drawn and printed as that of an act; the items are printed in one form of heading for the whole record.
The gold has a row a deliberation: number, title, vote, funding.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tests.generator import Case
from tests.generator.dice import Dice
from tests.generator.layouts import attendance, draw_style, header
from tests.generator.layouts.page import Page
from tests.generator.marks import settle
from tests.generator.model import Sitting, draw_sitting
from tests.generator.noise import damage

HEADINGS: dict[str, str] = {
    "number": "DÉLIBÉRATION N° {n} : {title}",
    "number-short": "D{n} – {title}",
    "number-object": "Délibération n° {n}\nObjet : {title}",
    "number-under": "Délibération n° {n}\n\n{title}",
    "number-ranked": "N°{i} D{n} - {title}",
    "number-last": "{title} (DE_{n})",
    "rank-dot": "{i}. {title}",
    "rank-bracket": "{i}) {title}",
    "rank-dash": "{i:02} - {title}",
    "roman": "{roman} – {title}",
    "point": "Point n° {i} : {title}",
    "question": "Question n° {i}\n{title}",
    "object": "OBJET : {title}",
    "markdown": "## {title}",
    "bold": "**{title}**",
    "capitals": "{TITLE}",
    "alone": "{title}",
    "letter-bracket": "{letter}) {title}",
    "letter-dot": "{LETTER}. {title}",
    "letter-dash": "{LETTER} – {title}",
    "rank-bare": "{i} {title}",
    "rank-degree": "{i}° {title}",
    "rank-dot-dash": "{i}.- {title}",
    "roman-dot-dash": "{roman}.- {title}",
    "roman-bracket": "{roman}) {title}",
    "point-dash": "POINT {i} - {title}",
    "number-after": "{title} – Délibération n° {n}",
    "number-opens": "Délibération n° {n} {title}",
    "rank-number": "{i}. Délibération n° {n} – {title}",
    "run-in-colon": "{title} :",
    "run-in-rank": "{i} – {title} :",
    "run-in-rank-dot": "{i}. {title} :",
    "run-in-capitals": "{TITLE} :",
    "run-in-bold": "**{title}** :",
    "stop": "{title}.",
    "bold-rank": "**{i}. {title}**",
    "underlined": "__{title}__",
    "heading-rank": "### {i}. {title}",
    "bullet": "• {title}",
}
_RUN_IN = tuple(name for name in HEADINGS if name.startswith("run-in"))
"""Those after which the text goes on in the line."""
_TIGHT = 0.4
"""The chance that no blank line parts heading, text and vote."""

"""Headings of items: the families of minutes."""
_LETTER = " abcdefghijk"
_ROMAN = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI")
_LETTERS = {"number-short": "D", "number-ranked": "D", "number-last": "DE_"}
"""What stands before the figures of a number."""
_NUMBERED = tuple(name for name, form in HEADINGS.items() if "{n}" in form)
TITLES = (
    "Entretien des chemins ruraux",
    "Tarifs de la salle polyvalente",
    "Désignation d'un référent forêt",
    "Convention avec le collège des Aulnes pour le gymnase",
    "Création d'un poste d'adjoint technique",
    "Décision modificative sur le budget annexe de l'eau",
    "Vente de la parcelle du Moulin Vieux",
    "Adhésion au groupement de commandes pour l'énergie",
    "Règlement intérieur de la médiathèque",
    "Rapport annuel sur la qualité de l'eau potable",
)
NEWS = ("Fête des jardins", "Calendrier des prochaines réunions", "Point sur les travaux de la halle")
DECISIONS = (
    "Après en avoir délibéré, le Conseil approuve la proposition et autorise la signature des pièces nécessaires.",
    "Le Conseil, après en avoir délibéré, décide d'approuver cette proposition.",
    "Il est proposé de donner suite à ce dossier, tel qu'il a été présenté en commission.",
    "Les membres du conseil, ouï l'exposé et après discussion, donnent leur accord.",
    "Êtes-vous d'accord pour retenir cette solution et autoriser Madame le maire à signer ?",
)
VOTES: dict[str, tuple[str, dict[str, Any]]] = {
    "unanimity": ("Adopté à l'unanimité.", {"unanimous": True}),
    "label": ("Vote : pour à l'unanimité", {"unanimous": True}),
    "figures": ("Pour : 12 - Contre : 2 - Abstention : 1", {"for": 12, "against": 2, "abstentions": 1}),
    "block": ("Vote :\nPour : 14\nContre : 0\nAbstentions : 1", {"for": 14, "against": 0, "abstentions": 1}),
    "row": ("VOTE : POUR 11 CONTRE 3 ABSTENTION 0", {"for": 11, "against": 3, "abstentions": 0}),
    "majority": ("Adopté à la majorité (2 abstentions).", {"unanimous": False, "abstentions": 2}),
    "named": (
        "Adopté à la majorité. M. ORVIN vote contre, Mmes TRELLAC et BOUVERT s'abstiennent.",
        {"unanimous": False, "against": 1, "abstentions": 2},
    ),
    "bracketed": ("Vote : 25 pour, 2 contre (MM. ORVIN, DELVAUX)", {"unanimous": False, "for": 25, "against": 2}),
    "represented": ("Adopté à l'unanimité des membres présents et représentés.", {"unanimous": True}),
    "voices": (
        "Le Conseil approuve par 12 voix pour et 1 abstention.",
        {"unanimous": False, "for": 12, "abstentions": 1},
    ),
    "with-voices": ("Adopté à l'unanimité avec 14 voix pour.", {"unanimous": True, "for": 14}),
    "slashes": ("Pour : 13 / Contre : 1 (M. ORVIN) / Abstention : 0", {"for": 13, "against": 1, "abstentions": 0}),
    "points": (
        "Vote : - 4 abstentions (M. ORVIN, Mmes TRELLAC, BOUVERT et VIALE)\n- 14 pour",
        {"for": 14, "abstentions": 4},
    ),
    "capitals": ("VOTE : UNANIMITÉ", {"unanimous": True}),
    "aside": ("M. ORVIN ne prend pas part au vote. Adopté à l'unanimité.", {"unanimous": True}),
    "carried": (
        "La proposition est adoptée à la majorité, moins une abstention.",
        {"unanimous": False, "abstentions": 1},
    ),
}


def make(seed: int, number: int, form: str, *, noise: float = 0.0) -> Case:
    """The minutes of that number, whose items are headed in one form."""
    dice = Dice(seed, number, f"minutes-{form}")
    sitting = draw_sitting(Dice(seed, number, "facts"))
    page = Page(sitting, draw_style(Dice(seed, number, "style"), "one-a-line"), Dice(seed, number, "print"))
    items, rows = _items(dice, sitting, form)
    blocks = [*_head(page, sitting), *items, "Questions diverses\nUn habitant demande la date de la foire."]
    page.gold.update({"deliberations": rows, "funding": []})
    text = "\n\n".join(block for block in blocks if block) + "\n"
    text, gold = settle(damage(text, Dice(seed, number, "noise"), noise), page.gold)
    return Case(f"{seed}-{number:05}-minutes-{form}", text, gold, f"minutes-{form}", page.used)


def _head(page: Page, sitting: Sitting) -> Iterator[str]:
    yield f"PROCÈS-VERBAL DE LA SÉANCE\n{sitting.body.name}\n{sitting.body.organ}"
    yield header.session(page)
    yield header.president(page)
    yield from attendance.sections(page)


def _items(dice: Dice, sitting: Sitting, form: str) -> tuple[list[str], list[dict[str, Any]]]:
    """The items as printed, after an agenda in half of the records, and the gold of those that decide."""
    drawn = set(dice.sample(TITLES, dice.between(3, 8)))
    titles = [title for title in TITLES if title in drawn]
    told = [(title, False) for title in titles]
    told.insert(len(told) // 2, (dice.pick(NEWS), True))
    gap = "\n" if dice.chance(_TIGHT) else "\n\n"
    blocks: list[str] = []
    rows: list[dict[str, Any]] = []
    for i, (title, news) in enumerate(told, 1):
        number = f"{sitting.date.year}-{20 + i}"
        heading = HEADINGS[form].format(
            i=i,
            n=number,
            title=title,
            TITLE=title.upper(),
            roman=_ROMAN[i],
            letter=_LETTER[i],
            LETTER=_LETTER[i].upper(),
        )
        if news:
            blocks.append((title if form in _NUMBERED else heading) + "\n\n" + "Le public est invité à y prendre part.")
            continue
        words, vote = VOTES[dice.pick(tuple(VOTES))]
        reason = "M. le Maire rappelle le contexte de ce dossier et en présente les suites."
        told_first = f"{heading} {reason}" if form in _RUN_IN else heading + gap + reason
        blocks.append(gap.join((told_first, dice.pick(DECISIONS), words)))
        row = {"number": _LETTERS.get(form, "") + number if form in _NUMBERED else None, "title": title}
        rows.append({**row, "vote": {"outcome": "adopted", **vote}})
    if dice.chance(0.5):
        blocks.insert(0, "Ordre du jour :\n" + "\n".join(f"- {title}" for title, _ in told))
    return blocks, rows
