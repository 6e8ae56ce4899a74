"""Lists as larger bodies print them: long headings, columns side by side, salutations, states after offices."""

from __future__ import annotations

from tests.extraction.layouts import GARNEL, HERVAL, SITTING, Case, after, sat

TOWNS = {
    "a delegation in brackets": after(
        "Absents ayant donné délégation de vote :\nLuc GARNEL (délégation à Léa CORVANT), "
        "Zoé HERVAL (délégation à Paul DELMAS pour les dossiers 1 à 60)",
        proxies=(GARNEL, HERVAL),
    ),
    "a field of work is no proxy": sat("M. Hugo BARSAC, délégation à la culture, Mme Léa CORVANT", *SITTING[:2]),
    "the article of law in the heading": after(
        "Étaient représentés conformément à l'article L 2121-20 du Code général des collectivités territoriales :\n"
        "M. Luc GARNEL (Sarvis) par Mme Léa CORVANT – Mme Zoé HERVAL (Quiny) par M. Paul DELMAS",
        proxies=(GARNEL, HERVAL),
    ),
    "whose they are in the heading": Case(
        "Étaient présents, les délégués titulaires des secteurs suivants :\n\n"
        "Secteur de Sarvis : MM. Hugo BARSAC, Paul DELMAS\nSecteur du Vidour : Mmes Léa CORVANT, Anne FERROL",
    ),
    "a salutation": after(
        "Absent : M. Luc GARNEL\n\nMesdames, Messieurs,\n\nLe Vidour Athlétic demande une aide.",
        proxies=(),
        away=("Luc GARNEL",),
    ),
    "one represented, without a colon": after("Représenté M. Luc GARNEL à Mme Léa CORVANT"),
    "en dashes glued on one side": sat(
        "MM. Barsac – Delmas– Ferrol – Torlan -", "Barsac", "Delmas", "Ferrol", "Torlan"
    ),
    "a month in capitals among surnames": sat(
        "Mesdames BARSAC, CORVANT et Messieurs DELMAS, FEVRIER, GARNEL.",
        "BARSAC",
        "CORVANT",
        "DELMAS",
        "FEVRIER",
        "GARNEL",
    ),
    "from an hour on, on the next line": sat(
        "M. BARSAC Hugo, Mme CORVANT Léa\nA partir de 18h43, M. DELMAS Paul",
        "BARSAC Hugo",
        "CORVANT Léa",
        "DELMAS Paul",
    ),
    "states after offices, no heading": Case(
        "Nombre de conseillers en fonction : 6 Nombre de conseillers présents : 4\n\n"
        "- M. Hugo BARSAC Maire\n\n- Mme Léa CORVANT 1re Adjointe\n\n"
        "- Mme Zoé HERVAL Conseillère Municipale absente excusée\n\n"
        "- M. Luc GARNEL Conseiller Municipal absent excusé, proc. à L. CORVANT - M. Paul DELMAS Conseiller\n\n"
        "- Mme Anne FERROL Conseillère Municipale\n",
        SITTING,
        ("Luc GARNEL", "Zoé HERVAL"),
        (GARNEL,),
    ),
    "nobody away, no heading, a total in brackets": Case(
        "Secrétaire de séance : Hugo BARSAC, délégué de Sarvis Nombre de présents : (4) Dont (4) présent(e)s avec "
        "droit de vote CCV : Hugo BARSAC (Sarvis), Léa CORVANT et Paul DELMAS (Quiny), Anne FERROL (Obrelle)",
    ),
    "a figure for a letter": sat("M. GARNEL Jean-C1aude, Mme CORVANT Léa", "GARNEL Jean-C1aude", "CORVANT Léa"),
    "a letter torn off a holder": Case(
        "Présents : M. CORVANT Guy, Mme DELMAS Léa\nReprésentés : M. GARNEL Luc par M. C ORVANT Guy.",
        ("CORVANT Guy", "DELMAS Léa"),
        ("GARNEL Luc",),
        (("GARNEL Luc", "C ORVANT Guy"),),
    ),
    "namesakes told apart in brackets": Case(
        "Présents : MM. BARSAC, GARNEL (Luc), Mmes CORVANT, GARNEL (Marie-Zoé), M. DELMAS\n"
        "Pouvoirs : M. TORLAN à M. GARNEL Luc",
        ("BARSAC", "GARNEL Luc", "CORVANT", "GARNEL Marie-Zoé", "DELMAS"),
        ("TORLAN",),
        (("TORLAN", "GARNEL Luc"),),
    ),
    "namesakes of two communes": sat("M. BARSAC (Sarvis), M. GARNEL (Quiny), Mme GARNEL (Obrelle)", "BARSAC", "GARNEL"),
    "full stops without blanks": sat(
        "MM.BARSAC. CORVANT. DELMAS. Mme FERROL. MM.GARNEL.HERVAL.IMBERT.",
        *["BARSAC", "CORVANT", "DELMAS", "FERROL", "GARNEL", "HERVAL", "IMBERT"],
    ),
    "a commune of three words after a name": sat(
        "Sarvis sur Lent : BARSAC Hugo ; Quiny :CORVANT Léa Marie Obrelle en Val : DELMAS Paul",
        "BARSAC Hugo",
        "CORVANT Léa Marie",
        "DELMAS Paul",
    ),
    "communities as headings": sat(
        "\nCommunauté de Communes du Vidour : MM. Barsac, Delmas, Mmes Ferrol, Torlan.\n"
        "Communauté de Communes de Sarvis : MM. Garnel, Herval,\nImbert.",
        *["Barsac", "Delmas", "Ferrol", "Torlan", "Garnel", "Herval", "Imbert"],
    ),
    "columns of states whose cells go on below": Case(
        "COMMUNES            PRÉSENTS                      ABSENTS / POUVOIRS\n"
        "Sarvis              Hugo BARSAC                   Luc GARNEL donne pouvoir à\n"
        "                    Léa CORVANT                   Léa CORVANT\n"
        "Quiny               Paul DELMAS, suppléant de     Guy TORLAN (remplacé)\n"
        "                    Guy TORLAN\n"
        "Obrelle                                           Ida MOREL absente\n"
        "Tarnac              Anne FERROL                   Jean PELAC excusé\n",
        SITTING,
        ("Luc GARNEL", "Guy TORLAN", "Ida MOREL", "Jean PELAC"),
        (GARNEL,),
        (("Paul DELMAS", "Guy TORLAN"),),
    ),
    "titulars and substitutes side by side": Case(
        "Titulaires                 Suppléants\nReprésentants du Vidour\n"
        "M. BARSAC Hugo  présent    M. TORLAN Guy\n"
        "Mme MOREL Ida   excusée    Mme CORVANT Léa  présente\n"
        "M. GARNEL Luc   excusé     M. PELAC Jean    excusé\n"
        "Représentants des communes\n"
        "M. DELMAS Paul  présent    Mme AUBRY Lise\n\n"
        "M. GARNEL Luc a donné pouvoir à M. BARSAC Hugo.",
        ("BARSAC Hugo", "CORVANT Léa", "DELMAS Paul"),
        ("MOREL Ida", "GARNEL Luc", "PELAC Jean"),
        (("GARNEL Luc", "BARSAC Hugo"),),
        (("CORVANT Léa", "MOREL Ida"),),
    ),
    "headings side by side": after(
        "Excusés ayant donné pouvoir :                 Pouvoir à :\n"
        "M. Luc GARNEL                                 Mme Léa CORVANT\n"
        "Mme Zoé HERVAL                                M. Paul DELMAS\n\n"
        "Excusés :                                     Absents :\n"
        "M. Guy TORLAN                                 Mme Ida MOREL\n"
        "Mme Lise AUBRY                                M. Jean PELAC\n\n"
        "Secrétaire de séance :                        M. Paul DELMAS",
        proxies=(GARNEL, HERVAL),
        away=("Guy TORLAN", "Ida MOREL", "Lise AUBRY", "Jean PELAC"),
    ),
}
