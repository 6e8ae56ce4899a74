"""Pages on which groups of people stand for one another, or columns and margins tear lists; the names are invented."""

from __future__ import annotations

from tests.extraction.layouts import GARNEL, HERVAL, SITTING, Case, after, sat
from tests.extraction.page import LISTS

TORLAN = ("Guy TORLAN", "Anne FERROL")
BOTH = (GARNEL, HERVAL)
_NAMES = "Luc GARNEL Léa CORVANT Zoé HERVAL Paul DELMAS"
_ROWS = "Luc GARNEL{0}Léa CORVANT\nZoé HERVAL{0}Paul DELMAS"

BY_RANK = {
    "respectively": after(
        "Absents excusés : Luc GARNEL, Zoé HERVAL et Guy TORLAN qui avaient respectivement donné procuration à Léa "
        "CORVANT, Paul DELMAS et Anne FERROL.",
        proxies=(*BOTH, TORLAN),
    ),
    "without a heading": after(
        "M. Luc GARNEL et Mme Zoé HERVAL ont donné respectivement pouvoir à Mme Léa CORVANT et M. Paul DELMAS.",
        proxies=BOTH,
    ),
    "told behind": after(
        "Excusés : M. Luc GARNEL et Mme Zoé HERVAL, ayant donné procuration à Mme Léa CORVANT et M. Paul DELMAS "
        "respectivement, M. Guy TORLAN",
        proxies=BOTH,
        away=("Guy TORLAN",),
    ),
    "by a verb in the plural": after(
        "Absents : M. Luc GARNEL et Mme Zoé HERVAL sont représentés par Mme Léa CORVANT et M. Paul DELMAS", proxies=BOTH
    ),
    "passive": after(
        "Absents : Luc GARNEL, Zoé HERVAL, représentés respectivement par Léa CORVANT et Paul DELMAS", proxies=BOTH
    ),
    "a noun": after(
        "Absents : Luc GARNEL, Zoé HERVAL (pouvoirs respectifs à Mme Léa CORVANT et M. Paul DELMAS)", proxies=BOTH
    ),
    "the holders first": after(
        "Mme Léa CORVANT et M. Paul DELMAS ont reçu respectivement pouvoir de M. Luc GARNEL et de Mme Zoé HERVAL",
        proxies=BOTH,
    ),
    "one holder of two": after(
        "Absents : M. Luc GARNEL et Mme Zoé HERVAL ont donné pouvoir à Mme Léa CORVANT.",
        proxies=(GARNEL, ("Zoé HERVAL", "Léa CORVANT")),
    ),
    "a verb in the singular joins two": after(
        "Absents : M. Guy TORLAN et M. Luc GARNEL qui a donné pouvoir à Mme Léa CORVANT", away=("Guy TORLAN",)
    ),
}
COLUMNS = {
    "by turns on one line": after(f"Absents ayant donné procuration : {_NAMES}", proxies=BOTH),
    "by turns behind a heading": after(f"Absents/excusés Pouvoir à {_NAMES}", proxies=BOTH),
    "by turns, a line each": after("Absents – Pouvoir à\n" + _NAMES.replace(" Z", "\nZ"), proxies=BOTH),
    "one under the other": after(
        "Pouvoirs :\nM. Luc GARNEL\nMme Zoé HERVAL\nMme Léa CORVANT\nM. Paul DELMAS", proxies=BOTH
    ),
    "two headings": after("Mandants Mandataires\n" + _ROWS.format(" "), proxies=BOTH),
    "tabs": after("Conseillers empêchés\tMandataires\n" + _ROWS.format("\t"), proxies=BOTH),
    "blanks": after("Excusés   Donne pouvoir à\n" + _ROWS.format("    "), proxies=BOTH),
    "bars": after("Élus représentés | Représentés par\n" + _ROWS.format(" | "), proxies=BOTH),
}
_MARGIN = """Nombre de membres              Présents : M. Hugo BARSAC, Mme
en exercice : 9                Léa CORVANT, M. Jean-
Date de convocation :          Paul DELMAS,
                               Mme Anne FERROL
Votants : 5                    Absents : M. Luc
                               GARNEL (pouvoir à Mme Léa CORVANT)"""
TORN = {
    "a margin": Case(
        _MARGIN, ("Hugo BARSAC", "Léa CORVANT", "Jean-Paul DELMAS", "Anne FERROL"), ("Luc GARNEL",), (GARNEL,)
    ),
    "the head of a page": sat("M. Hugo BARSAC, Madame Léa\nSéance du 12/03/23    Page 4/9\nCORVANT", *SITTING[:2]),
    "a dash in a surname": sat(
        "M. BARSAC – Mme CORVANT – Mme ROVIER – TALLET – M. DELMAS – Mme FERROL",
        *("BARSAC", "CORVANT", "ROVIER – TALLET", "DELMAS", "FERROL"),
    ),
    "a wide letter": sat(
        "Mmes CORVANT Léa FERROL Anne M. BARSAC Hugo Mme W ARDAL Zoé M. DELMAS Paul",
        *("CORVANT Léa", "FERROL Anne", "BARSAC Hugo", "WARDAL Zoé", "DELMAS Paul"),
    ),
    "a month as a first name": sat(
        "BARSAC Hugo, TRANH Thi Mai, DELMAS Paul", *("BARSAC Hugo", "TRANH Thi Mai"), "DELMAS Paul"
    ),
}
BESIDE = {
    "a state beside a name": Case(
        "Étaient présents et pouvaient prendre part au vote : Hugo BARSAC, Luc GARNEL, absent Léa CORVANT "
        "Zoé HERVAL, excusée Paul DELMAS Guy TORLAN (absent) Anne FERROL",
        SITTING,
        ("Luc GARNEL", "Zoé HERVAL", "Guy TORLAN"),
    ),
    "a state for some items": sat("Hugo BARSAC, Léa CORVANT (absente pour le point 3), Paul DELMAS", *SITTING[:3]),
    "a proxy before the lists": Case(
        f"M. Luc GARNEL a donné pouvoir à Mme Léa CORVANT.\n{LISTS}", SITTING, ("Luc GARNEL",), (GARNEL,)
    ),
    "an office before the holder": after("Pouvoirs : M. Luc GARNEL, Adjoint, à Mme la 2ème Adjointe, Léa CORVANT"),
    "a title before the holder": after("Pouvoirs : M. Luc GARNEL, au Docteur Léa CORVANT"),
    "until a departure": Case(
        "Présents : M. Hugo BARSAC, M. Luc GARNEL (représenté après son départ de la séance à 21 h par Mme Léa "
        "CORVANT), Mme Léa CORVANT",
        ("Hugo BARSAC", "Luc GARNEL", "Léa CORVANT"),
        ("Luc GARNEL",),
        (GARNEL,),
    ),
    "guests with a voice of counsel": after(
        "Assistent également, avec voix consultative : M. Noé TALLET, Mme Eva ROVIER", proxies=()
    ),
    "staff in brackets": after(
        "Excusés : Mme Zoé HERVAL, Mme Eva ROVIER (Sous-Préfète)", proxies=(), away=("Zoé HERVAL",)
    ),
    "movements": after(
        "Excusé : M. Luc GARNEL\nSont arrivés ou partis en cours de séance : Léa CORVANT (arrivée à 10h40)",
        proxies=(),
        away=("Luc GARNEL",),
    ),
    "a roll call": Case("Appel nominal à 17 h 05 : M. Hugo BARSAC, Mme Léa CORVANT, M. Paul DELMAS", SITTING[:3]),
    "a dash for a colon": Case(
        "Conseillers présents — Hugo BARSAC, Léa CORVANT, Paul DELMAS.\nConseillers absents — Luc GARNEL, Guy TORLAN.",
        SITTING[:3],
        ("Luc GARNEL", "Guy TORLAN"),
    ),
    "the chair alone": Case(f"Conseillers présents : 4\nSous la présidence de Mme Eva ROVIER, Maire\n{LISTS}", SITTING),
    "a speaker": Case(
        "Présents : H. BARSAC, M. CORVANT, P. DELMAS, A. FERROL, J.M. TALLET\n"
        "Mr le Maire de secteur : Mademoiselle Anne FERROL sera notre secrétaire.",
        ("H. BARSAC", "M. CORVANT", "P. DELMAS", "A. FERROL", "J.M. TALLET"),
    ),
    "a name again in brackets": after(
        "Absents : Zoé HERVAL, Luc GARNEL (M. GARNEL est arrivé pour le vote)",
        proxies=(),
        away=("Zoé HERVAL", "Luc GARNEL"),
    ),
    "an initial of a member away": Case(
        "Présents : Hugo BARSAC, Léa CORVANT (a le pouvoir de L. GARNEL), Paul DELMAS\n"
        "Absents : Luc GARNEL, Zoé HERVAL",
        SITTING[:3],
        ("Luc GARNEL", "Zoé HERVAL"),
        (GARNEL,),
    ),
}
