"""Small pages on substitutes, headings, what ends lists, and states in columns; the names are invented."""

from __future__ import annotations

from tests.extraction.layouts import Case, after, sat

_GIVEN = (("Luc GARNEL", "Léa CORVANT"), ("Zoé HERVAL", "Paul DELMAS"))

SEATS = {
    "represented by, and no proxies counted": Case(
        "En exercice : 4 – Présents : 4 – Pouvoirs : 0 – Votants : 4\n"
        "Présents : M. Hugo BARSAC, Mme Léa CORVANT, M. Paul DELMAS, M. Luc GARNEL représenté par Mme Zoé HERVAL",
        ("Hugo BARSAC", "Léa CORVANT", "Paul DELMAS", "Zoé HERVAL"),
        ("Luc GARNEL",),
        (),
        (("Zoé HERVAL", "Luc GARNEL"),),
    ),
    "as many represented as proxies are counted": Case(
        "En exercice : 4 – Présents : 3 – Pouvoirs : 1 – Votants : 4\n"
        "Présents : M. Hugo BARSAC, Mme Léa CORVANT, M. Paul DELMAS\n"
        "Excusé : M. Luc GARNEL représenté par Mme Léa CORVANT",
        ("Hugo BARSAC", "Léa CORVANT", "Paul DELMAS"),
        ("Luc GARNEL",),
        (("Luc GARNEL", "Léa CORVANT"),),
    ),
    "a part of substitutes": Case(
        "Étaient présents : M. Hugo BARSAC, M. Paul DELMAS et, en tant que suppléants, Mme Zoé HERVAL et M. Guy "
        "IMBERT\nAbsent : M. Luc GARNEL",
        ("Hugo BARSAC", "Paul DELMAS", "Zoé HERVAL", "Guy IMBERT"),
        ("Luc GARNEL",),
    ),
    "a part of substitutes on its line": Case(
        "Étaient présents : M. Hugo BARSAC, M. Paul DELMAS\nEn tant que suppléants : Mme Zoé HERVAL, M. Guy IMBERT.\n"
        "Absent : M. Luc GARNEL",
        ("Hugo BARSAC", "Paul DELMAS", "Zoé HERVAL", "Guy IMBERT"),
        ("Luc GARNEL",),
    ),
    "in the quality of a substitute": Case(
        "Titulaires présents : M. Hugo BARSAC, M. Paul DELMAS\n"
        "En qualité de suppléante : Mme Zoé HERVAL (pour M. Luc GARNEL)\nExcusés : M. Luc GARNEL, M. Guy IMBERT",
        ("Hugo BARSAC", "Paul DELMAS", "Zoé HERVAL"),
        ("Luc GARNEL", "Guy IMBERT"),
        (),
        (("Zoé HERVAL", "Luc GARNEL"),),
    ),
    "represented by, and more present than listed": Case(
        "En exercice : 4 ; présents : 4 ; votants : 4\n"
        "Étaient présents : M. Hugo BARSAC, M. Luc GARNEL (représenté par Mme Zoé HERVAL), M. Paul DELMAS, Mme Anne "
        "FERROL",
        ("Hugo BARSAC", "Zoé HERVAL", "Paul DELMAS", "Anne FERROL"),
        ("Luc GARNEL",),
        (),
        (("Zoé HERVAL", "Luc GARNEL"),),
    ),
    "as a substitute of": sat(
        "M. Hugo BARSAC, Mme Zoé HERVAL en tant que suppléante de M. Luc GARNEL, M. Paul DELMAS",
        "Hugo BARSAC",
        "Zoé HERVAL",
        "Paul DELMAS",
        away=("Luc GARNEL",),
        substitutes=(("Zoé HERVAL", "Luc GARNEL"),),
    ),
    "as a substitute, in brackets": sat(
        "M. Hugo BARSAC, Mme Zoé HERVAL (en qualité de suppléante de M. Luc GARNEL), M. Paul DELMAS",
        "Hugo BARSAC",
        "Zoé HERVAL",
        "Paul DELMAS",
        away=("Luc GARNEL",),
        substitutes=(("Zoé HERVAL", "Luc GARNEL"),),
    ),
    "replaced by their substitute": sat(
        "MM. BARSAC Hugo, GARNEL Luc remplacé par sa suppléante HERVAL Zoé, DELMAS Paul",
        "BARSAC Hugo",
        "HERVAL Zoé",
        "DELMAS Paul",
        away=("GARNEL Luc",),
        substitutes=(("HERVAL Zoé", "GARNEL Luc"),),
    ),
    "replaced by their substitute, in brackets": sat(
        "M. Hugo BARSAC, M. Luc GARNEL (remplacé par sa suppléante Mme Zoé HERVAL), M. Paul DELMAS",
        "Hugo BARSAC",
        "Zoé HERVAL",
        "Paul DELMAS",
        away=("Luc GARNEL",),
        substitutes=(("Zoé HERVAL", "Luc GARNEL"),),
    ),
    "replaced by their substitute, capitals": sat(
        "HUGO BARSAC, LUC GARNEL REMPLACÉ PAR SA SUPPLÉANTE ZOÉ HERVAL, PAUL DELMAS",
        "HUGO BARSAC",
        "ZOÉ HERVAL",
        "PAUL DELMAS",
        away=("LUC GARNEL",),
        substitutes=(("ZOÉ HERVAL", "LUC GARNEL"),),
    ),
    "replaced among the excused": Case(
        "Présents : M. Hugo BARSAC, M. Paul DELMAS\n"
        "Excusés : M. Luc GARNEL remplacé par sa suppléante Mme Zoé HERVAL ; M. Guy IMBERT",
        ("Hugo BARSAC", "Paul DELMAS", "Zoé HERVAL"),
        ("Luc GARNEL", "Guy IMBERT"),
        (),
        (("Zoé HERVAL", "Luc GARNEL"),),
    ),
    "a substitute with a vote": sat(
        "M. Hugo BARSAC, Mme Zoé HERVAL (suppléante avec voix délibérative), M. Paul DELMAS",
        "Hugo BARSAC",
        "Zoé HERVAL",
        "Paul DELMAS",
    ),
    "a substitute with a vote, after a comma": sat(
        "M. Hugo BARSAC, Mme Zoé HERVAL, suppléante avec voix délibérative, M. Paul DELMAS",
        "Hugo BARSAC",
        "Zoé HERVAL",
        "Paul DELMAS",
    ),
    "a substitute with a vote, a line each": sat(
        "\nM. Hugo BARSAC\nMme Zoé HERVAL (suppléante avec voix délibérative)\nM. Paul DELMAS\n",
        "Hugo BARSAC",
        "Zoé HERVAL",
        "Paul DELMAS",
    ),
    "a substitute without a vote": sat(
        "M. Hugo BARSAC, Mme Zoé HERVAL (suppléante sans voix délibérative), M. Paul DELMAS",
        "Hugo BARSAC",
        "Paul DELMAS",
    ),
}
HEADINGS = {
    "excused and represented": after(
        "Excusés représentés : M. Luc GARNEL par Mme Léa CORVANT, Mme Zoé HERVAL par M. Paul DELMAS", proxies=_GIVEN
    ),
    "excused and represented, a dash": after(
        "Excusés-représentés : M. Luc GARNEL (Mme Léa CORVANT), Mme Zoé HERVAL (M. Paul DELMAS)", proxies=_GIVEN
    ),
    "excused and represented, a line each": after(
        "Excusés représentés :\nM. Luc GARNEL à Mme Léa CORVANT\nMme Zoé HERVAL à M. Paul DELMAS", proxies=_GIVEN
    ),
    "excused and represented, no holders": after(
        "Excusés représentés : M. Luc GARNEL, Mme Zoé HERVAL", proxies=(("Luc GARNEL", None), ("Zoé HERVAL", None))
    ),
    "an article of law in the heading": after(
        "Absent(es) ayant voté par procuration en application des articles L. 2121-20 et L.5211-1 du Code général des "
        "collectivités territoriales: Luc GARNEL, Zoé HERVAL.\nAbsents / Excusés : Guy IMBERT.",
        proxies=(("Luc GARNEL", None), ("Zoé HERVAL", None)),
        away=("Guy IMBERT",),
    ),
    "an article of law in the heading, holders": after(
        "Absents ayant donné procuration en vertu de l'article L. 2121-20 du C.G.C.T. : M. Luc GARNEL à Mme Léa CORVANT"
    ),
    "present or having given a proxy": Case(
        "Délégués présents ou ayant donné pouvoir : Hugo BARSAC, Léa CORVANT, Paul DELMAS, Luc GARNEL (pouvoir à Léa "
        "CORVANT)",
        ("Hugo BARSAC", "Léa CORVANT", "Paul DELMAS"),
        ("Luc GARNEL",),
        (("Luc GARNEL", "Léa CORVANT"),),
    ),
    "present or represented, having given a proxy, communes": Case(
        "Délégués présents ou représentés (ayant donné pouvoir) : Secteur nord : VALSERRE : Hugo BARSAC QUINY : Léa "
        "CORVANT – MONTREL : Paul DELMAS ORVAL SUR DIVE : Luc GARNEL (pouvoir à Léa CORVANT)",
        ("Hugo BARSAC", "Léa CORVANT", "Paul DELMAS"),
        ("Luc GARNEL",),
        (("Luc GARNEL", "Léa CORVANT"),),
    ),
    "absent, proxy to a member present": after(
        "Absents ayant donné pouvoir à un membre présent : M. Luc GARNEL à Mme Léa CORVANT"
    ),
}
ENDS = {
    "who keeps the minutes, run on": Case(
        "Présents : Hugo BARSAC, Léa CORVANT, Paul DELMAS. Excusés : Luc GARNEL, Zoé HERVAL. Le secrétariat est assuré "
        "par Paul DELMAS.",
        ("Hugo BARSAC", "Léa CORVANT", "Paul DELMAS"),
        ("Luc GARNEL", "Zoé HERVAL"),
    ),
    "the secretary run on": Case(
        "Présents : Hugo BARSAC, Léa CORVANT, Paul DELMAS. Absents : Luc GARNEL. Secrétaire de séance Léa CORVANT. "
        "Le quorum est atteint.",
        ("Hugo BARSAC", "Léa CORVANT", "Paul DELMAS"),
        ("Luc GARNEL",),
    ),
    "the secretary run on, another member": Case(
        "Présents : M. Hugo BARSAC, Mme Léa CORVANT, M. Paul DELMAS. Absent excusé : M. Luc GARNEL Secrétaire de "
        "séance M. Paul DELMAS.",
        ("Hugo BARSAC", "Léa CORVANT", "Paul DELMAS"),
        ("Luc GARNEL",),
    ),
    "the secretary run on, all small": Case(
        "Présents : M. Hugo BARSAC, Mme Léa CORVANT, M. Paul DELMAS. Absent excusé : M. Luc GARNEL, secrétaire de "
        "séance M. Paul DELMAS.",
        ("Hugo BARSAC", "Léa CORVANT", "Paul DELMAS"),
        ("Luc GARNEL",),
    ),
    "the chair, named, speaks": Case(
        "Présents : M. Hugo BARSAC, Mme Léa CORVANT, M. Paul DELMAS\nAbsents excusés : M. Luc GARNEL ; Mme Zoé HERVAL\n"
        "Le président, M. Hugo BARSAC, constate le quorum. Mme Léa CORVANT est élue secrétaire.",
        ("Hugo BARSAC", "Léa CORVANT", "Paul DELMAS"),
        ("Luc GARNEL", "Zoé HERVAL"),
    ),
    "the mayor, named, opens": Case(
        "Présents : M. Hugo BARSAC, Mme Léa CORVANT, M. Paul DELMAS\nAbsents excusés : M. Luc GARNEL ; Mme Zoé HERVAL\n"
        "Madame le maire, Léa CORVANT, ouvre la séance.",
        ("Hugo BARSAC", "Léa CORVANT", "Paul DELMAS"),
        ("Luc GARNEL", "Zoé HERVAL"),
    ),
}
COLUMNS = {
    "holders below the next headings": Case(
        "Étaient présents\nM. BARSAC Hugo Mme CORVANT Léa M. DELMAS Paul\n\nÉtaient représentés Mme HERVAL Zoé M. "
        "GARNEL Luc\n\nÉtait excusée\n\nPar M. DELMAS Paul Par Mme CORVANT Léa\n\nMme FERROL Anne",
        ("BARSAC Hugo", "CORVANT Léa", "DELMAS Paul"),
        ("HERVAL Zoé", "GARNEL Luc", "FERROL Anne"),
        (("HERVAL Zoé", "DELMAS Paul"), ("GARNEL Luc", "CORVANT Léa")),
    ),
    "holders behind the names of the next heading": Case(
        "Étaient présents\nM. BARSAC Hugo Mme CORVANT Léa M. DELMAS Paul\n\nÉtaient représentés\n\nMme HERVAL Zoé M. "
        "GARNEL Luc\n\nÉtaient absentes\n\nMme FERROL Anne\n\nPar M. DELMAS Paul Par Mme CORVANT Léa",
        ("BARSAC Hugo", "CORVANT Léa", "DELMAS Paul"),
        ("HERVAL Zoé", "GARNEL Luc", "FERROL Anne"),
        (("HERVAL Zoé", "DELMAS Paul"), ("GARNEL Luc", "CORVANT Léa")),
    ),
    "a holder beside": Case(
        "Étaient présents\nM. BARSAC Hugo Mme CORVANT Léa M. DELMAS Paul\n\nÉtait représenté\n\nM. GARNEL Luc Par Mme "
        "CORVANT Léa",
        ("BARSAC Hugo", "CORVANT Léa", "DELMAS Paul"),
        ("GARNEL Luc",),
        (("GARNEL Luc", "CORVANT Léa"),),
    ),
    "codes behind each member": Case(
        "Feuille de présence (P = présent, R = représenté, A = absent, AE = absent excusé, V = visioconférence)\n"
        "1 BARSAC Hugo, maire P\n2 CORVANT Léa, 1ère adj. P\n3 GARNEL Luc, 2e adj. R par CORVANT Léa\n"
        "4 DELMAS Paul V\n5 HERVAL Zoé AE\n6 IMBERT Guy A",
        ("BARSAC Hugo", "CORVANT Léa", "DELMAS Paul"),
        ("GARNEL Luc", "HERVAL Zoé", "IMBERT Guy"),
        (("GARNEL Luc", "CORVANT Léa"),),
    ),
    "codes in brackets": Case(
        "Présents (P), Absents (A), Représentés (R)\nBARSAC Hugo (P)\nCORVANT Léa (P)\nGARNEL Luc (R par CORVANT Léa)\n"
        "HERVAL Zoé (A)",
        ("BARSAC Hugo", "CORVANT Léa"),
        ("GARNEL Luc", "HERVAL Zoé"),
        (("GARNEL Luc", "CORVANT Léa"),),
    ),
    "codes behind colons": Case(
        "Appel : P = présent ; A = absent ; R = représenté\nBARSAC Hugo : P\nCORVANT Léa : P\nGARNEL Luc : R (CORVANT "
        "Léa)\nHERVAL Zoé : A",
        ("BARSAC Hugo", "CORVANT Léa"),
        ("GARNEL Luc", "HERVAL Zoé"),
        (("GARNEL Luc", "CORVANT Léa"),),
    ),
    "votes behind each member": Case(
        "Présents Absents/Excusés ont donné procuration à Votants\nM. Hugo BARSAC 1\nMme Léa CORVANT 1\nM. Luc GARNEL "
        "Mme Léa CORVANT 1\nM. Paul DELMAS 1\nMme Zoé HERVAL 0\nTotal 4",
        ("Hugo BARSAC", "Léa CORVANT", "Paul DELMAS"),
        ("Luc GARNEL", "Zoé HERVAL"),
        (("Luc GARNEL", "Léa CORVANT"),),
    ),
}
WARDS = SEATS | HEADINGS | ENDS | COLUMNS
ELSEWHERE = (
    "Présents : voir liste d'émargement",
    "Membres présents : (cf. feuille de présence)\nPouvoirs : M. Luc GARNEL à Mme Léa CORVANT",
    "Présents : M. Hugo BARSAC, Mme Léa CORVANT et autres membres selon la liste annexée\nAbsent : M. Luc GARNEL",
)
