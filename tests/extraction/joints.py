"""Small pages on marks that fell into names, out of them or between them, and on who is told of all; names invented."""

from __future__ import annotations

from tests.extraction.layouts import GARNEL, HERVAL, SITTING, Case, after, sat
from tests.extraction.page import LISTS

_INITIALS = ("BARSAC H", "CORVANT J-P", "DELMAS P", "FERROL-TORLAN A", "TALLET M-C")
_PLACED = ("H. BARSAC", "J-P. CORVANT", "P. DELMAS", "A. FERROL TORLAN", "C. TALLET", "M. ROVIER", "L. DE GARNEL")

MARKS = {
    "a dash glued to an initial": Case(
        "Présents : BARSAC H- CORVANT J-P- DELMAS P (arrivée à 19h, point 2) -FERROL-TORLAN A TALLET M-C- "
        "Avaient donné procuration : GARNEL L à CORVANT J-P- HERVAL Z à DELMAS P- Excusés : NORVAL Y-F- IRIEL M",
        _INITIALS,
        ("GARNEL L", "HERVAL Z", "NORVAL Y-F", "IRIEL M"),
        (("GARNEL L", "CORVANT J-P"), ("HERVAL Z", "DELMAS P")),
    ),
    "a dash within a surname": sat(
        "Luc BARSAC, Anne FERROL- TORLAN, Paul DELMAS", "Luc BARSAC", "Anne FERROL-TORLAN", "Paul DELMAS"
    ),
    "a comma within a name": sat(
        "Sarvis (BARSAC Hugo, FERROL CORVANT, Léa, DELMAS Paul) ; Montrel (TALLET Noé)",
        *("BARSAC Hugo", "FERROL CORVANT Léa", "DELMAS Paul", "TALLET Noé"),
    ),
    "a full stop within a name": sat(
        "\nHugo BARSAC\nLéa. CORVANT\nPaul DELMAS", "Hugo BARSAC", "Léa. CORVANT", "Paul DELMAS"
    ),
    "a comma that is missing": Case(
        "Conseillers présents : Hugo Barsac, Léa Corvant Paul Delmas, Anne Ferrol, Noé Tallet\n"
        "Conseillers absents : Luc Garnel (procuration à Léa Corvant)",
        ("Hugo Barsac", "Léa Corvant", "Paul Delmas", "Anne Ferrol", "Noé Tallet"),
        ("Luc Garnel",),
        (("Luc Garnel", "Léa Corvant"),),
    ),
    "civilities glued to surnames": sat(
        "MM.BARSAC.DELMAS.TALLET.MmesCORVANT.FERROL. MM. GARNEL.TORLAN",
        *("BARSAC", "DELMAS", "TALLET", "CORVANT", "FERROL", "GARNEL", "TORLAN"),
    ),
    "communes in capitals before colons": Case(
        "Présents : : H. BARSAC, J-P. CORVANT SARVIS : P. DELMAS, A. FERROL TORLAN SAINT-LAMBAIN LA COUR : C. TALLET "
        "(1 pouvoir), M. ROVIER MONTREL (LE) : L. DE GARNEL\nAbsents excusés : QUINY : Z. HERVAL "
        "(donne pouvoir à C. TALLET)",
        _PLACED,
        ("Z. HERVAL",),
        (("Z. HERVAL", "C. TALLET"),),
    ),
    "an initial after a civility at a line's end": after(
        "Pouvoirs : M. J.P. NORVAL (pouvoir à Mme Léa CORVANT) ; M.\nM. IRIEL (pouvoir à M. D. ROVIER) ; M.\n"
        "P. TALLET (pouvoir à M. Paul DELMAS)",
        proxies=(("J.P. NORVAL", "Léa CORVANT"), ("M. IRIEL", "D. ROVIER"), ("P. TALLET", "Paul DELMAS")),
    ),
    "surnames that are a post or a civility": sat(
        "M. H. BARSAC, Mme L. CORVANT, M. J.J. GARDE, M. P. DELMAS, M. Serge MAÎTRE",
        *("H. BARSAC", "L. CORVANT", "J.J. GARDE", "P. DELMAS", "Serge MAÎTRE"),
    ),
}
TOLD = {
    "groups of a board without a heading": Case(
        "Membres de l'administration : M. BARSAC, Mme CORVANT (adjointe gestionnaire). Excusée : Mme HERVAL, DDFPT\n"
        "Représentants de la Région : M. Paul DELMAS ; excusé : M. Luc GARNEL\n"
        "Personnalité qualifiée : M. Guy TORLAN, absent\n"
        "Personnels enseignants : Mmes FERROL, IRIEL ; M. TALLET\n  excusé : M. NORVAL (remplacé par Mme Eva ROVIER)\n"
        "Parents d'élèves : Mme PELAC ; absents : M. SORBET et Mme LUNEL\n",
        ("BARSAC", "CORVANT", "Paul DELMAS", "FERROL", "IRIEL", "TALLET", "Eva ROVIER", "PELAC"),
        ("HERVAL", "Luc GARNEL", "Guy TORLAN", "NORVAL", "SORBET", "LUNEL"),
        (),
        (("Eva ROVIER", "NORVAL"),),
    ),
    "all but some": Case(
        "Étaient présents tous les membres (voir liste ci-après) à l'exception de :\nMM. GARNEL – HERVAL – TORLAN.",
        (),
        ("GARNEL", "HERVAL", "TORLAN"),
    ),
    "who bears proxies": after("Étaient porteurs d'un pouvoir : Mme Léa CORVANT pour M. Luc GARNEL"),
    "a figure before the names in a line": Case(
        "Sont présents : 3 M. Hugo BARSAC, Mme Léa CORVANT, M. Paul DELMAS. Absents représentés : 2 Mme Zoé HERVAL, "
        "ayant donné procuration à M. Paul DELMAS M. Luc GARNEL, ayant donné procuration à Mme Léa CORVANT "
        "Absents non représentés : 2 M. Guy TORLAN, Mme Eva ROVIER.",
        SITTING[:3],
        ("Zoé HERVAL", "Luc GARNEL", "Guy TORLAN", "Eva ROVIER"),
        (GARNEL, HERVAL),
    ),
    "substitutes who sit in a member's place": Case(
        f"{LISTS}\nAbsents excusés : M. Luc GARNEL\nSuppléants remplaçants un membre titulaire : M. Noé TALLET",
        (*SITTING, "Noé TALLET"),
        ("Luc GARNEL",),
    ),
    "seats of an item": after(
        "Absents excusés : M. Luc GARNEL\nSecrétaire de séance : Mme Anne FERROL\nObjet : Délégués au syndicat\n"
        "Rapporteur : M. Hugo BARSAC\nLe Président appelle les communes à désigner ceux qui y siégeront pour "
        "elles, et lit leurs réponses, reçues en mairie avant le premier mars.\nTitulaires : M. Paul DELMAS",
        proxies=(),
        away=("Luc GARNEL",),
    ),
    "an office that a line parts": Case(
        "Sous la présidence de M. Hugo BARSAC\n"
        f"{LISTS}\nAbsents et représentés\nGARNEL Luc représenté par M. le\nPrésident",
        SITTING,
        ("GARNEL Luc",),
        (("GARNEL Luc", "Hugo BARSAC"),),
    ),
}
