"""More small pages, as village and town halls publish them; the names are invented."""

from __future__ import annotations

from tests.extraction.layouts import GARNEL, HERVAL, SITTING, Case, sat
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
}
