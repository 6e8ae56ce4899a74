"""More small pages, as village and town halls publish them; the names are invented."""

from __future__ import annotations

from tests.extraction.layouts import GARNEL, HERVAL, SITTING, Case, after, sat
from tests.extraction.page import LISTS

VILLAGES = {
    "members by how they came in": Case(
        "Membres élus présents : M. Hugo BARSAC, Mme Léa CORVANT\n"
        "Membres cooptés présents : M. Paul DELMAS (Croix-Bleue), Mme Anne FERROL (UDAR)\n"
        "Membres cooptés excusés : M. Luc GARNEL",
        SITTING,
        ("Luc GARNEL",),
    ),
    "representatives": Case(
        "REPRÉSENTANTS DÉSIGNÉS PRÉSENTS : M. Hugo BARSAC, Mme Léa CORVANT\nADMINISTRATEURS EXCUSÉS : M. Paul DELMAS",
        SITTING[:2],
        ("Paul DELMAS",),
    ),
    "points between genders": Case(
        "Conseiller·ère·s présent·e·s : M. Hugo BARSAC, Mme Léa CORVANT\n"
        "Absent.e.s excusé.e.s : M. Luc GARNEL (pouvoir à Mme Léa CORVANT), Mme Zoé HERVAL",
        SITTING[:2],
        ("Luc GARNEL", "Zoé HERVAL"),
        (GARNEL,),
    ),
    "hyphens and strokes between genders": Case(
        "Élu-e-s présent-e-s : M. Hugo BARSAC, Mme Léa CORVANT\n"
        "Absents/es : M. Luc GARNEL\nExcusé(e)(s) : Mme Zoé HERVAL",
        SITTING[:2],
        ("Luc GARNEL", "Zoé HERVAL"),
    ),
    "genders without a last point": Case(
        "PRÉSENT.ES : M. Hugo BARSAC, Mme Léa CORVANT\nABSENT·ES : M. Luc GARNEL", SITTING[:2], ("Luc GARNEL",)
    ),
    "a Breton stroke": sat(
        "M. Hugo K/MORVAN, Mme Léa CORVANT - M. Paul DUVEY de K/GUEN",
        "Hugo K/MORVAN",
        "Léa CORVANT",
        "Paul DUVEY de K/GUEN",
    ),
    "a blank after an apostrophe": sat("M. Hugo BARSAC, Mme Léa D' ORVAL", "Hugo BARSAC", "Léa D' ORVAL"),
    "first names cut short": sat(
        "Mme Anne-Soph. CORVANT, MM. J.-Cl. BARSAC, Ph. DELMAS, J-Ph. FERROL",
        "Anne-Soph. CORVANT",
        "J.-Cl. BARSAC",
        "Ph. DELMAS",
        "J-Ph. FERROL",
    ),
    "initials after surnames": sat(
        "MM. BARSAC J.-L., DELMAS A.-M., Mme CORVANT M.-A.", "BARSAC J.-L.", "DELMAS A.-M.", "CORVANT M.-A."
    ),
    "a month as a first name": sat(
        "Mmes Mai NHUONG, Avril MONTEL, M. Hugo BARSAC", "Mai NHUONG", "Avril MONTEL", "Hugo BARSAC"
    ),
    "communes in capitals after de": Case(
        "Présents : M. Hugo BARSAC de SARVIS, Mme Léa CORVANT de SARVIS, M. Paul DELMAS de MONTREL-LES-BOIS, "
        "M. Luc GARNEL suppléé par Mme Anne FERROL de TRIGNE\n"
        "Excusés : Mme Zoé HERVAL de TRIGNE (pouvoir M. Paul DELMAS)",
        SITTING,
        ("Luc GARNEL", "Zoé HERVAL"),
        (HERVAL,),
        (("Anne FERROL", "Luc GARNEL"),),
    ),
    "a number within a remark": sat(
        "\nSARVIS : M. Hugo BARSAC, Mme Léa CORVANT (à compter de l'OJ N°3)\n"
        "MONTREL : M. Paul DELMAS (excepté Q. N° 2)",
        *SITTING[:3],
    ),
    "who is designated is no absentee": Case(
        f"{LISTS}\nAbsent : M. Luc GARNEL.\n\n"
        "Melle Anne FERROL a été désignée pour tenir le procès-verbal.\n\n1°) Voirie",
        SITTING,
        ("Luc GARNEL",),
    ),
    "a secretary below a heading": Case(
        f"{LISTS}\nAbsents excusés\nLuc GARNEL\nZoé HERVAL\n\nSecrétaire de séance\nAnne FERROL",
        SITTING,
        ("Luc GARNEL", "Zoé HERVAL"),
    ),
    "holders under a heading of their own": Case(
        f"{LISTS}\nAbsents ayant donné pouvoir\nLuc GARNEL\nZoé HERVAL\n2/7\nPouvoir donné à\nLéa CORVANT\nPaul DELMAS",
        SITTING,
        ("Luc GARNEL", "Zoé HERVAL"),
        (GARNEL, HERVAL),
    ),
    "grantors and holders by turns": Case(
        f"{LISTS}\nMandant : M. Luc GARNEL\nMandataire : Mme Léa CORVANT\n"
        "Mandant : Mme Zoé HERVAL\nMandataire : M. Paul DELMAS",
        SITTING,
        ("Luc GARNEL", "Zoé HERVAL"),
        (GARNEL, HERVAL),
    ),
    "grantors, whose heading ends like one of holders": Case(
        f"{LISTS}\nExcusé : M. Jean PORTAL\nOnt donné pouvoir à :\nM. Luc GARNEL à Mme Léa CORVANT",
        SITTING,
        ("Jean PORTAL", "Luc GARNEL"),
        (GARNEL,),
    ),
    "the chair on the first line": Case(
        "Présents :\nLe Président : Hugo BARSAC\nLes Vice-Présidents : Léa CORVANT, Paul DELMAS\n"
        "Les autres membres : Anne FERROL\nExcusé : Luc GARNEL",
        SITTING,
        ("Luc GARNEL",),
    ),
    "groups": Case(
        "Présents :\nGroupe Ensemble : M. Hugo BARSAC, Mme Léa CORVANT\nGroupe Demain : M. Paul DELMAS\n"
        "Non inscrite : Mme Anne FERROL\nExcusé : M. Luc GARNEL",
        SITTING,
        ("Luc GARNEL",),
    ),
    "a substitute told by a word after": Case(
        "Présents : M. Hugo BARSAC, Mme Léa CORVANT, M. Luc GARNEL représenté par Mme Anne FERROL, sa suppléante, "
        "Mme Zoé HERVAL (représentée par M. Paul DELMAS, suppléant)",
        SITTING,
        ("Luc GARNEL", "Zoé HERVAL"),
        (),
        (("Anne FERROL", "Luc GARNEL"), ("Paul DELMAS", "Zoé HERVAL")),
    ),
    "an adviser is no member": Case(
        f"{LISTS}\nExcusés : M. Luc GARNEL. M. Jean PORTAL, conseiller juridique, est également excusé.",
        SITTING,
        ("Luc GARNEL",),
    ),
    "an office with its holder in brackets": Case(
        f"{LISTS}\nReprésentés : M. le Maire de Sarvis-le-Bas (Luc GARNEL) par Mme Léa CORVANT",
        SITTING,
        ("Luc GARNEL",),
        (GARNEL,),
    ),
    "who presides is no absentee": Case(
        f"{LISTS}\nExcusé : M. Luc GARNEL\nMme CORVANT préside. M. DELMAS tient la plume.", SITTING, ("Luc GARNEL",)
    ),
    "a holder outside the list, in brackets": Case(
        "Président : M. Hugo BARSAC\nPrésents : Mme Léa CORVANT, M. Paul DELMAS, Mme Anne FERROL\n"
        "Représentés : M. Luc GARNEL (Mme CORVANT) ; Mme Zoé HERVAL (M. BARSAC)",
        SITTING[1:],
        ("Luc GARNEL", "Zoé HERVAL"),
        (GARNEL, ("Zoé HERVAL", "Hugo BARSAC")),
    ),
    "a holder in brackets among absentees": Case(
        f"{LISTS}\nAbsents : M. Luc GARNEL (Mme CORVANT), Mme Zoé HERVAL",
        SITTING,
        ("Luc GARNEL", "Zoé HERVAL"),
        (GARNEL,),
    ),
    "short names in another list": Case(
        f"Procurations : M. GARNEL à Mme CORVANT - PDF\n\n{LISTS}\n"
        "Procurations : M. Luc GARNEL à Mme Léa CORVANT, Mme HERVAL à M. DELMAS\n"
        "Excusés : M. Luc GARNEL, Mme Zoé HERVAL",
        SITTING,
        ("Luc GARNEL", "Zoé HERVAL"),
        (GARNEL, HERVAL),
    ),
    "a preposition without its accent, once": Case(
        "Présents : Hugo Barsac, Léa Corvant, Paul Delmas\nPouvoirs : Luc Garnel A Léa Corvant\nAbsente : Zoé Herval",
        ("Hugo Barsac", "Léa Corvant", "Paul Delmas"),
        ("Luc Garnel", "Zoé Herval"),
        (("Luc Garnel", "Léa Corvant"),),
    ),
    "two holders in turn, hours between": Case(
        f"{LISTS}\nPouvoirs : M. Luc GARNEL à Mme Léa CORVANT de 18 h 20 à 19 h 30 et à M. Paul DELMAS ensuite",
        SITTING,
        ("Luc GARNEL",),
        (GARNEL, ("Luc GARNEL", "Paul DELMAS")),
    ),
    "late arrivals under a heading": Case(
        "Présents : M. Hugo BARSAC, Mme Léa CORVANT\nArrivée en cours de séance : M. Paul DELMAS (20 h 15)\n"
        "Retard : Mme Anne FERROL\nAbsent : M. Luc GARNEL",
        SITTING,
        ("Luc GARNEL",),
    ),
    "a table aligned by blanks": Case(
        "Nom et prénom            Fonction              Présent   Absent   Excusé    Pouvoir à\n"
        "BARSAC Hugo              Maire                    X\n"
        "CORVANT Léa              Conseillère              X\n"
        "GARNEL Luc               Conseiller                                 X       CORVANT Léa\n"
        "                                                                2/7\n"
        "HERVAL Zoé               Conseillère                       X\n"
        "                                             Présents : 02\n",
        ("BARSAC Hugo", "CORVANT Léa"),
        ("GARNEL Luc", "HERVAL Zoé"),
        (("GARNEL Luc", "CORVANT Léa"),),
    ),
    "a table aligned by blanks, states in words": Case(
        "NOM Prénom                    Qualité         Présence                   Procuration à\n"
        "BARSAC Hugo                   Maire           Présent\n"
        "CORVANT de VILLEROY Léa       Conseillère     Présente (départ à 21 h)\n"
        "GARNEL Luc                    Conseiller      Excusé                     BARSAC Hugo\n"
        "HERVAL Zoé                    Conseillère     Excusée                    sans pouvoir\n",
        ("BARSAC Hugo", "CORVANT de VILLEROY Léa"),
        ("GARNEL Luc", "HERVAL Zoé"),
        (("GARNEL Luc", "BARSAC Hugo"),),
    ),
    "a table with a column of seats": Case(
        "Nom          Prénom       Commune     Titulaire/Suppléant   Présence\n"
        "BARSAC       Hugo         Sarvis      T                     Présent\n"
        "CORVANT      Léa          Montrel     S                     Présente\n"
        "GARNEL       Luc          Trigne      T                     Excusé\n",
        ("BARSAC Hugo", "CORVANT Léa"),
        ("GARNEL Luc",),
    ),
    "a sheet with an office and a state on each line": Case(
        "Feuille de présence\n\nM. Hugo BARSAC, Maire                   présent\n"
        "Mme Léa CORVANT, 1ère adjointe          présente\n"
        "M. Luc GARNEL                           excusé (pouvoir donné à Mme CORVANT)\n"
        "Mme Zoé HERVAL (conseillère)            absente (pas de pouvoir donné)\n",
        SITTING[:2],
        ("Luc GARNEL", "Zoé HERVAL"),
        (GARNEL,),
    ),
    "a doubled surname among dashes": sat(
        "Mme Anne FERROL – GOUVE – M. Hugo BARSAC – M. Paul DELMAS", "Anne FERROL – GOUVE", "Hugo BARSAC", "Paul DELMAS"
    ),
    "an arrow without a dash": Case(
        f"{LISTS}\nPouvoirs :\n- Luc GARNEL > Léa CORVANT\n- Zoé HERVAL ⇒ Paul DELMAS\nAbsent :\n> Jean PORTAL",
        SITTING,
        ("Luc GARNEL", "Zoé HERVAL", "Jean PORTAL"),
        (GARNEL, HERVAL),
    ),
    "absent without having given a mandate": Case(
        f"{LISTS}\nAvaient donné mandat : M. Luc GARNEL à Mme Léa CORVANT\n"
        "Étaient absents sans avoir donné mandat : M. Jean PORTAL",
        SITTING,
        ("Luc GARNEL", "Jean PORTAL"),
        (GARNEL,),
    ),
    "a secretary of either gender": Case(
        f"{LISTS}\nAbsents :\nPORTAL Jean\nA été nommé(e) secrétaire : FERROL Anne", SITTING, ("PORTAL Jean",)
    ),
    "a heading after a word of its own": Case(
        "Membres du Bureau présents :\nM. Hugo BARSAC, Président,\nMme Léa CORVANT, membre\n"
        "Membres du Bureau absents ayant donné pouvoir :\nM. Luc GARNEL, ayant donné pouvoir à Mme Léa CORVANT",
        SITTING[:2],
        ("Luc GARNEL",),
        (GARNEL,),
    ),
    "all but some, without all": Case(
        "Étaient présents : l'ensemble des conseillers municipaux à l'exception de M. Luc GARNEL, excusé, et de "
        "Mme Zoé HERVAL",
        (),
        ("Luc GARNEL", "Zoé HERVAL"),
    ),
    "a figure, then pairs with a preposition first": Case(
        f"{LISTS}\nPouvoirs : 2\n"
        "- de M. Luc GARNEL à Mme Léa CORVANT\n- de Mme Zoé HERVAL à M. Paul DELMAS\nAbsents : 0",
        SITTING,
        ("Luc GARNEL", "Zoé HERVAL"),
        (GARNEL, HERVAL),
    ),
    "a figure, then a pair": Case(
        f"{LISTS}\nPouvoirs : 01 : Luc GARNEL à Léa CORVANT", SITTING, ("Luc GARNEL",), (GARNEL,)
    ),
    "whom each line's people stand for": Case(
        "PRÉSENTS :\nPour SARVIS : MM. Hugo BARSAC et Paul DELMAS\nPour MONTREL : Mmes Léa CORVANT et Anne FERROL\n"
        "EXCUSÉS :\nPour TRIGNE : M. Luc GARNEL",
        SITTING,
        ("Luc GARNEL",),
    ),
    "substitutes with a preposition": Case(
        "Étaient présents :\nTitulaires : M. Hugo BARSAC, Mme Léa CORVANT\n"
        "Suppléants : M. Paul DELMAS (pour M. Luc GARNEL), Mme Anne FERROL pour Mme Zoé HERVAL\n"
        "Étaient excusés : M. Luc GARNEL, Mme Zoé HERVAL",
        SITTING,
        ("Luc GARNEL", "Zoé HERVAL"),
        (),
        (("Paul DELMAS", "Luc GARNEL"), ("Anne FERROL", "Zoé HERVAL")),
    ),
    "staff present": Case(
        f"{LISTS}\nAGENTS PRÉSENTS : M. Jean PORTAL\nAgents municipaux présents : Mme Eva ROUSSE\n"
        "Personnes extérieures présentes : M. Marc NERVAL",
        SITTING,
    ),
    "proxies cut short": Case(
        f"{LISTS}\nExcusés : Luc GARNEL (pvr à L. CORVANT), Zoé HERVAL (proc. à P. DELMAS)",
        SITTING,
        ("Luc GARNEL", "Zoé HERVAL"),
        (GARNEL, HERVAL),
    ),
    "a substitute who stands in": sat(
        "M. Hugo BARSAC, Mme Anne FERROL (remplaçante M. Luc GARNEL)",
        "Hugo BARSAC",
        "Anne FERROL",
        away=("Luc GARNEL",),
        substitutes=(("Anne FERROL", "Luc GARNEL"),),
    ),
    "the body chooses its secretary": Case(
        f"{LISTS}\nAbsent : M. Luc GARNEL.\nLe Conseil a choisi pour secrétaire M. Paul DELMAS.",
        SITTING,
        ("Luc GARNEL",),
    ),
    "an article of law over two lines": Case(
        f"{LISTS}\nAbsents ayant donné délégation de vote en application de l'article L.\n3121-16 du code : "
        "M. Luc GARNEL (vote délégué à Mme Léa CORVANT), Mme Zoé HERVAL (vote délégué à M. Paul DELMAS)",
        SITTING,
        ("Luc GARNEL", "Zoé HERVAL"),
        (GARNEL, HERVAL),
    ),
    "an initial after several civilities": sat(
        "MM. M. BARSAC, P. DELMAS, Mmes L. CORVANT, A. FERROL", "M. BARSAC", "P. DELMAS", "L. CORVANT", "A. FERROL"
    ),
    "a civility glued to an initial": sat(
        "M. H. BARSAC, Mme L. CORVANT, M.P. DELMAS", "H. BARSAC", "L. CORVANT", "P. DELMAS"
    ),
    "a roll called with substitutes": Case(
        "01 M. Hugo BARSAC : présent\n02 Mme Léa CORVANT : présente\n"
        "03 M. Paul DELMAS : suppléant de M. Luc GARNEL, présent\n04 Mme Anne FERROL : présente",
        SITTING,
        ("Luc GARNEL",),
        (),
        (("Paul DELMAS", "Luc GARNEL"),),
    ),
    "proxies in lines below the totals": Case(
        "Étaient présents : M. Hugo BARSAC – Mme Léa CORVANT – M. Paul DELMAS\n"
        "Étaient absents : M. Luc GARNEL – Mme Zoé HERVAL – M. Guy TORLAN\n"
        "Le nombre de présents est de 3, le nombre de votants est de 5.\n"
        "- Monsieur GARNEL procuration à Madame CORVANT\n- Madame HERVAL procuration à Monsieur DELMAS\n",
        ("Hugo BARSAC", "Léa CORVANT", "Paul DELMAS"),
        ("Luc GARNEL", "Zoé HERVAL", "Guy TORLAN"),
        (GARNEL, HERVAL),
    ),
    "a remark on those present before a heading in capitals": Case(
        "PRESENTS : Hugo BARSAC, Léa CORVANT, Conseiller(e)s titulaires ;\nPaul DELMAS, Anne FERROL, "
        "Conseiller(e)s suppléant(e)s sans voix délibérative\nPROCURATIONS :\n"
        "M. Luc GARNEL a donné procuration à Mme Léa CORVANT",
        SITTING,
        ("Luc GARNEL",),
        (GARNEL,),
    ),
    "numbers within remarks on members": Case(
        "PRESENTS : BARSAC Hugo, GARNEL Luc présent jusqu'à la délibération N°7 puis procuration à CORVANT Léa, "
        "CORVANT Léa (QUINY), DELMAS Paul\nEXCUSÉS : HERVAL Zoé",
        ("BARSAC Hugo", "GARNEL Luc", "CORVANT Léa", "DELMAS Paul"),
        ("GARNEL Luc", "HERVAL Zoé"),
        (("GARNEL Luc", "CORVANT Léa"),),
    ),
    "the commune of a grantor": Case(
        "PRESENTS : MM. BARSAC. DELMAS. Mmes CORVANT. FERROL.\n"
        "POUVOIRS : M. GARNEL Luc, commune de QUINY, donne procuration à Mme CORVANT Léa.",
        ("BARSAC", "DELMAS", "CORVANT", "FERROL"),
        ("GARNEL Luc",),
        (("GARNEL Luc", "CORVANT Léa"),),
    ),
    "dashes after totals in brackets": Case(
        "Présents (2) – M. Hugo BARSAC, Mme Léa CORVANT.\n"
        "Procurations (1) – M. Luc GARNEL à Mme Léa CORVANT.\nAbsents (1) – Mme Zoé HERVAL.",
        SITTING[:2],
        ("Luc GARNEL", "Zoé HERVAL"),
        (GARNEL,),
    ),
    "columns of those away and of holders": after(
        "Excusés                   Pouvoir donné à\n"
        "M. Luc GARNEL (Quiny)     Mme Léa CORVANT\n"
        "Mme Zoé HERVAL (Tarnac)   M. Paul DELMAS\n",
        proxies=(GARNEL, HERVAL),
    ),
    "proxies in the column of those away": Case(
        "COMMUNES           PRESENTS                               EXCUSES / POUVOIRS\n"
        "Sarvis             BARSAC Hugo                            GARNEL Luc pouvoir à BARSAC Hugo\n"
        "                   CORVANT Léa\n"
        "Saint-Loup-le-Haut DELMAS Paul                            HERVAL Zoé\n"
        "Obrelle            FERROL Anne (suppléante de MOREL Ida)\n",
        ("BARSAC Hugo", "CORVANT Léa", "DELMAS Paul", "FERROL Anne"),
        ("GARNEL Luc", "HERVAL Zoé", "MOREL Ida"),
        (("GARNEL Luc", "BARSAC Hugo"),),
        (("FERROL Anne", "MOREL Ida"),),
    ),
}
