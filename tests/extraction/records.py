"""Small pages in the manner of whole records, one for each phenomenon; the names are invented."""

from __future__ import annotations

from tests.extraction.layouts import GARNEL, HERVAL, SITTING, Case, after, sat
from tests.extraction.page import LISTS

HEADINGS = {
    "a heading without a colon, on one line": sat(
        "\nPrésent(e)s H. Barsac, E. Février, P. Delmas", "H. Barsac", "E. Février", "P. Delmas"
    ),
    "a heading, then a civility": after(
        "\nExcusés\nM. Luc GARNEL, Mme Zoé HERVAL", proxies=(), away=("Luc GARNEL", "Zoé HERVAL")
    ),
    "a heading, then a particle": Case(
        "Étaient présents à la séance\nDES GARNEL Luc\nDU HERVAL Zoé", ("DES GARNEL Luc", "DU HERVAL Zoé")
    ),
    "spaced letters with brackets": after(
        "A B S E N T ( E ) S   E X C U S E ( E ) S :\nM. Luc GARNEL, Mme Zoé HERVAL",
        proxies=(),
        away=("Luc GARNEL", "Zoé HERVAL"),
    ),
    "spaced letters with an apostrophe": Case(
        "P R E S E N T S   A   L ' O U V E R T U R E :\nM. Hugo BARSAC, Mme Léa CORVANT", SITTING[:2]
    ),
    "a total before the names": after(
        "Absents excusés : 2 dont 1 pouvoir\nM. Luc GARNEL (pouvoir à Mme Léa CORVANT)\nMme Zoé HERVAL",
        away=("Zoé HERVAL",),
    ),
    "a total, then names in brackets": after("Absents : 1 (M. Luc GARNEL)", proxies=(), away=("Luc GARNEL",)),
    "proxies after a total": after("Pouvoirs : 1\nM. Luc GARNEL à Mme Léa CORVANT"),
    "a written proxy": after("Ont donné pouvoir écrit de voter en leur nom : M. Luc GARNEL à Mme Léa CORVANT"),
    "grantors and holders under headings": after(
        "MANDANTS : M. Luc GARNEL, Mme Zoé HERVAL\nMANDATAIRES : Mme Léa CORVANT, M. Paul DELMAS",
        proxies=(GARNEL, HERVAL),
    ),
    "a total, then names on its line": Case(
        "Présents : 4 Hugo BARSAC Léa CORVANT Paul DELMAS Anne FERROL "
        "Absents et procurations : 2 Luc GARNEL excusé Zoé HERVAL Pouvoir à Paul DELMAS",
        SITTING,
        ("Luc GARNEL", "Zoé HERVAL"),
        (HERVAL,),
    ),
    "a holder beside a grantor": after(
        "Pouvoirs :\n- M. Luc GARNEL à Mme Léa CORVANT\n- Mme Zoé HERVAL M. Paul DELMAS\n", proxies=(GARNEL, HERVAL)
    ),
    "two initials that look like a civility": sat(
        "MM. BARSAC H, CORVANT MM, DELMAS PA, FERROL A", "BARSAC H", "CORVANT MM", "DELMAS PA", "FERROL A"
    ),
    "initials before a sentence on the chair": sat(
        "A. Barsac, M. Corvant, P. Delmas, F. Ferrol.\n\n"
        "Le Maire, après avoir salué Monsieur Guy NORVAL, ouvre la séance.",
        "A. Barsac",
        "M. Corvant",
        "P. Delmas",
        "F. Ferrol",
    ),
    "no heading but offices": Case(
        "M. Hugo BARSAC, Maire\n\nMme Léa CORVANT, M. Paul DELMAS, Adjoints au Maire.\n\n"
        "Mme Anne FERROL, Conseillère.\n\nExcusé : M. Guy IMBERT",
        SITTING,
        ("Guy IMBERT",),
    ),
}
SENTENCES = {
    "who arrived": after(
        "Excusé : M. Luc GARNEL\n\nMme FERROL est arrivée lors du 2ème point.", proxies=(), away=("Luc GARNEL",)
    ),
    "who keeps the minutes": after(
        "Absent : M. Luc GARNEL\nMme Léa CORVANT propose d'assurer le secrétariat.", proxies=(), away=("Luc GARNEL",)
    ),
    "the mayor speaks": after(
        "Absent : M. Luc GARNEL. Mme le Maire informe le conseil que M. Paul DELMAS sera en retard.",
        proxies=(),
        away=("Luc GARNEL",),
    ),
    "a proxy after an initial's dot": after(
        "Procurations :\nMme Garnel S. avait donné procuration à M. DELMAS", proxies=(("Garnel S.", "Paul DELMAS"),)
    ),
    "all but some": Case(
        "Tous les conseillers en exercice étaient présents sauf M. Luc GARNEL, qui a donné pouvoir à Mme Léa CORVANT.",
        (),
        ("Luc GARNEL",),
        (GARNEL,),
    ),
    "delegates after their names": sat(
        "Hugo BARSAC, Léa CORVANT, délégué(e)s titulaires Paul DELMAS délégué suppléant", *SITTING[:3]
    ),
    "a proxy to the benefit of": after("Procuration : M. Luc GARNEL au profit de Mme Léa CORVANT"),
    "a departure with a proxy": Case(
        f"{LISTS}\nDépart de M. Paul DELMAS à 21h30 qui donne pouvoir à Mme Léa CORVANT.",
        SITTING,
        ("Paul DELMAS",),
        (("Paul DELMAS", "Léa CORVANT"),),
    ),
    "an arrival": Case("Présents : M. Hugo BARSAC, Mme Léa CORVANT.\nArrivée de M. Paul DELMAS à 20h45.", SITTING[:3]),
}
NAMES = {
    "a surname that is a common word": sat(
        "M. Hugo BARSAC, Mme Léa CORVANT, Mme Anne BUREAU, Mme Zoé\nPLACE",
        "Hugo BARSAC",
        "Léa CORVANT",
        "Anne BUREAU",
        "Zoé PLACE",
    ),
    "a hyphen with spaces": sat(
        "BARSAC Jean - Paul, CORVANT - GUY Marie - Anne, DELMAS Luc",
        "BARSAC Jean - Paul",
        "CORVANT - GUY Marie - Anne",
        "DELMAS Luc",
    ),
    "a dash glued to a first name": sat(
        "BARSAC Hugo- CORVANT Léa – DELMAS Paul - FERROL Anne",
        "BARSAC Hugo",
        "CORVANT Léa",
        "DELMAS Paul",
        "FERROL Anne",
    ),
    "acronyms in an office": sat(
        "\n- M. Hugo BARSAC, Vice-Président de la CC.HV, délégué de la CC.PS\n- Mme Léa CORVANT, déléguée de la CC.HV",
        "Hugo BARSAC",
        "Léa CORVANT",
    ),
    "surnames torn from their lines": sat("Hugo\n\nBARSAC\n\n, Léa\n\nCORVANT\n\n, Paul\n\nDELMAS\n\n.", *SITTING[:3]),
    "a blank line after M.": sat("M. Hugo BARSAC, Mme Léa CORVANT, M.\n\nPaul DELMAS, Mme Anne FERROL", *SITTING),
    "a hyphen at the line's end": sat("Jeanne CORVANT-\nMAREUIL, Paul DELMAS", "Jeanne CORVANT-MAREUIL", "Paul DELMAS"),
    "a dash glued to the next name": sat(
        "Hugo Barsac –Léa Corvant –Paul Delmas", "Hugo Barsac", "Léa Corvant", "Paul Delmas"
    ),
    "M. after a surname": sat(
        "MM. Barsac M., Delmas, Mme Corvant M., Mme Ferrol", "Barsac M.", "Delmas", "Corvant M.", "Ferrol"
    ),
    "particles in small letters": sat("Madame De la Corvette, Monsieur Delmas", "De la Corvette", "Delmas"),
    "surnames alone in small letters": sat(
        "\nBarsac (Montrel)\nCorvant (Sarvis)\nDelmas (Montrel)\nFerrol (Sarvis)",
        "Barsac",
        "Corvant",
        "Delmas",
        "Ferrol",
    ),
    "a run across brackets": sat(
        "MM. BARSAC, DELMAS (suppléant de Mme HERVAL), IMBERT",
        "BARSAC",
        "DELMAS",
        "IMBERT",
        away=("HERVAL",),
        substitutes=(("DELMAS", "HERVAL"),),
    ),
    "communes in capitals on their lines": sat(
        "\nMONTREL\nM. Hugo BARSAC\nLA FERTE S/ MARNE\nMme Léa CORVANT\nSARVIS\nM. Paul DELMAS", *SITTING[:3]
    ),
    "communes in small letters before a colon": sat(
        "\nMontrel-en-Val : M. Barsac Hugo ; Mme Corvant Léa\nSarvis :\nTernay : M. Delmas Paul",
        "Barsac Hugo",
        "Corvant Léa",
        "Delmas Paul",
    ),
    "a line's end after M.": sat("M. Hugo BARSAC Mme Léa CORVANT M.\nPaul DELMAS Mme Anne FERROL", *SITTING),
    "a line's end after dit": sat(
        "Léa Corvant, Hugo Barsac dit\nGarnel, Paul Delmas", "Léa Corvant", "Hugo Barsac dit Garnel", "Paul Delmas"
    ),
    "communes in capitals before first names": sat(
        "\nMONTREL : Hugo Barsac, Guy Imbert\nSARVIS : Léa Corvant, Anne Ferrol\nTERNAY : Paul Delmas",
        "Hugo Barsac",
        "Guy Imbert",
        "Léa Corvant",
        "Anne Ferrol",
        "Paul Delmas",
    ),
    "a letter misread as a figure": sat("M. Hugo BARS0LET, Mme Léa CORVANT", "Hugo BARS0LET", "Léa CORVANT"),
}
PROXIES = {
    "a lone capital for à": after(
        "Absents : M. Luc GARNEL A Mme Léa CORVANT, Mme Zoé HERVAL A M. Paul DELMAS", proxies=(GARNEL, HERVAL)
    ),
    "an office and a name": after(
        "Absents : M. Luc GARNEL (pouvoir à Monsieur le Maire Hugo BARSAC)", proxies=(("Luc GARNEL", "Hugo BARSAC"),)
    ),
    "an arrow to an office": Case(
        "Présents : M. Hugo BARSAC, Maire, Mme Léa CORVANT\n"
        "Pouvoirs : M. Luc GARNEL → M. le Maire, Mme Zoé HERVAL → Mme Léa CORVANT",
        SITTING[:2],
        ("Luc GARNEL", "Zoé HERVAL"),
        (("Luc GARNEL", "Hugo BARSAC"), ("Zoé HERVAL", "Léa CORVANT")),
    ),
    "an office, then an exception": Case(
        "Présents : M. Hugo BARSAC, Maire, Mme Léa CORVANT\nAbsents :\n"
        "M. Luc GARNEL pouvoir à M. le Maire (sauf rapports 10 à 16)\n"
        "Mme Zoé HERVAL pouvoir à Mme Léa CORVANT",
        SITTING[:2],
        ("Luc GARNEL", "Zoé HERVAL"),
        (("Luc GARNEL", "Hugo BARSAC"), ("Zoé HERVAL", "Léa CORVANT")),
    ),
    "a commune between": after("Pouvoirs : M. Luc GARNEL de Saint Lié à Mme Léa CORVANT"),
    "a substitute with a proxy": sat(
        "M. Hugo BARSAC, Mme Léa CORVANT (suppléante de M. Guy IMBERT), qui a reçu pouvoir de M. Luc GARNEL ; "
        "M. Paul DELMAS",
        *SITTING[:3],
        away=("Guy IMBERT", "Luc GARNEL"),
        proxies=(GARNEL,),
        substitutes=(("Léa CORVANT", "Guy IMBERT"),),
    ),
    "a substitute told later": Case(
        "Présents : M. Hugo BARSAC, Mme Léa CORVANT\nExcusé : M. Luc GARNEL (remplacé par Mme Léa CORVANT)",
        SITTING[:2],
        ("Luc GARNEL",),
        substitutes=(("Léa CORVANT", "Luc GARNEL"),),
    ),
}
TABLES = {
    "bars": Case(
        "| Nom | Présence | Pouvoir à |\n|---|---|---|\n| M. Hugo BARSAC | présent | |\n"
        "| Mme Léa CORVANT | présente | |\n| M. Luc GARNEL | absent | Mme Léa CORVANT |",
        SITTING[:2],
        ("Luc GARNEL",),
        (GARNEL,),
    ),
    "tabs, marks and signatures": Case(
        "NOM\tPrénom\tPrésent\tAbsent\tExcusé\tDonne pouvoir à\tSignature\nBARSAC\tHugo\tX\t\t\t\t\n"
        "CORVANT\tLéa\tX\t\t\t\t\nDELMAS\tPaul\t\tX\t\t\t\nGARNEL\tLuc\t\t\tX\tLéa CORVANT\t",
        ("BARSAC Hugo", "CORVANT Léa"),
        ("DELMAS Paul", "GARNEL Luc"),
        (("GARNEL Luc", "Léa CORVANT"),),
    ),
    "a substitute's column": Case(
        "Délégué titulaire\tPrésence\tSuppléant\nHugo BARSAC\tP\t\nLuc GARNEL\tE\tZoé HERVAL\nPaul DELMAS\tA\t",
        ("Hugo BARSAC", "Zoé HERVAL"),
        ("Luc GARNEL", "Paul DELMAS"),
        substitutes=(("Zoé HERVAL", "Luc GARNEL"),),
    ),
}
UNLIKE = {
    "a surname torn apart": sat("M. Hugo W ARENBOURG, Mme Léa CORVANT", "Hugo WARENBOURG", "Léa CORVANT"),
    "first name and surname run together": sat("M. HugoBARSAC, Mme LéaCORVANT", *SITTING[:2]),
    "two members run together": sat("Hugo BARSACLéa CORVANT Paul DELMASAnne FERROL", *SITTING),
    "a civility run together": sat("M. Hugo BARSACMme Léa CORVANT, M. Paul DELMAS", *SITTING[:3]),
    "surnames in small letters": Case(
        "Présents :\n\nBarsac, corvant, delmas, ferrol.\n\nAbsents : SOULAC procuration à FERROL.\n"
        "PUJAC procuration à BARSAC.",
        ("Barsac", "corvant", "delmas", "ferrol"),
        ("SOULAC", "PUJAC"),
        (("SOULAC", "FERROL"), ("PUJAC", "BARSAC")),
    ),
    "some surnames in small letters": sat("BARSAC, CORVANT, Delmas, ferrol", "BARSAC", "CORVANT", "Delmas", "ferrol"),
    "some full names in small letters": sat(
        "Hugo BARSAC, Léa CORVANT, Paul Delmas, Anne FERROL", "Hugo BARSAC", "Léa CORVANT", "Paul Delmas", "Anne FERROL"
    ),
    "particles among surnames": sat(
        "De CHARVANT, BARSAC, d'ORVAL, du PELMONT", "De CHARVANT", "BARSAC", "d'ORVAL", "du PELMONT"
    ),
    "namesakes by initial": sat(
        "BARSAC, CORVANT A., CORVANT L., DELMAS P., FERROL", "BARSAC", "CORVANT A.", "CORVANT L.", "DELMAS P.", "FERROL"
    ),
    "ranks": Case(
        "Présents :\n1. Hugo BARSAC\n2. Léa CORVANT\n3. Paul DELMAS\n4. Anne FERROL\nAbsents :\n1. Guy IMBERT",
        SITTING,
        ("Guy IMBERT",),
    ),
    "ranks on one line": sat("1) M. Hugo BARSAC 2) Mme Léa CORVANT 3) M. Paul DELMAS 4) Mme Anne FERROL", *SITTING),
    "in their presence": Case(
        "Le conseil s'est réuni en présence de Mmes Léa CORVANT, Anne FERROL et de MM. Paul DELMAS, Hugo BARSAC.",
        SITTING,
    ),
    "holders as mandataires": Case(
        "Présents : M. Hugo BARSAC, Mme Léa CORVANT (mandataire de M. Luc GARNEL), M. Paul DELMAS mandataire de "
        "Mme Zoé HERVAL, Mme Anne FERROL.",
        SITTING,
        ("Luc GARNEL", "Zoé HERVAL"),
        (GARNEL, HERVAL),
    ),
    "a grant under the list": after(
        "Absent : M. Luc GARNEL\nSubvention à l'association Les Petits Roseaux", proxies=(), away=("Luc GARNEL",)
    ),
}
RECORDS = {
    f"{kind}: {name}": case
    for kind, cases in (
        ("heading", HEADINGS),
        ("sentence", SENTENCES),
        ("name", NAMES),
        ("proxy", PROXIES),
        ("table", TABLES),
        ("unlike", UNLIKE),
    )
    for name, case in cases.items()
}
