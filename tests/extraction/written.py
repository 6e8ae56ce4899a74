"""Small pages on how names are written: torn, joined by dashes, cut short, in a row; they are invented."""

from __future__ import annotations

from tests.extraction.layouts import Case, after, sat

NAMES = {
    "initials of several letters, last in lists": Case(
        "Présents : BARSAC Th. – CORVANT J.Ph. – DELMAS M.-Cl. – FERROL A.\nAbsent : GARNEL Fr.",
        ("BARSAC Th.", "CORVANT J.Ph.", "DELMAS M.-Cl.", "FERROL A."),
        ("GARNEL Fr.",),
    ),
    "a spaced dash in a first name after the surname, a line each": Case(
        "Présents :\nM. BARSAC Jean – Luc\nMme CORVANT Marie – Hélène\nM. DELMAS Paul\n"
        "Absents :\nM. GARNEL Luc donne pouvoir à Mme CORVANT Marie – Hélène",
        ("BARSAC Jean – Luc", "CORVANT Marie – Hélène", "DELMAS Paul"),
        ("GARNEL Luc",),
        (("GARNEL Luc", "CORVANT Marie – Hélène"),),
    ),
    "a spaced dash in a first name, dashes part members": sat(
        "Marie – Hélène CORVANT – Jean-Luc BARSAC – Guy IMBERT – Anne – Lise FERROL",
        "Marie – Hélène CORVANT",
        "Jean-Luc BARSAC",
        "Guy IMBERT",
        "Anne – Lise FERROL",
    ),
    "surnames that are words of lists": sat(
        "M. Guy PROFIT, Mme Anne FERROL, M. Hugo BARSAC, Mme Rose ARRIVÉ",
        "Guy PROFIT",
        "Anne FERROL",
        "Hugo BARSAC",
        "Rose ARRIVÉ",
    ),
    "communes behind dashes": sat(
        "\nM. BARSAC Jean – Quiny\nMme CORVANT Anne – Montrel\nM. DELMAS Paul – Valserre\n",
        "BARSAC Jean",
        "CORVANT Anne",
        "DELMAS Paul",
    ),
    "initials with a dot within": sat(
        "MM. Th. DE VALMONT, J-Ph. BARSAC, Mmes M.-Cl. CORVANT, A. FERROL",
        "Th. DE VALMONT",
        "J-Ph. BARSAC",
        "M.-Cl. CORVANT",
        "A. FERROL",
    ),
    "initials with a dot within, small letters": sat(
        "MM. Th. De Valmont, J-Ph. Barsac, Mmes M.-Cl. Corvant, A. Ferrol",
        "Th. De Valmont",
        "J-Ph. Barsac",
        "M.-Cl. Corvant",
        "A. Ferrol",
    ),
    "initials with a dot within, no civility": sat(
        "Th. De Valmont, J-Ph. Barsac, M-Cl. Corvant, A. Ferrol",
        "Th. De Valmont",
        "J-Ph. Barsac",
        "M-Cl. Corvant",
        "A. Ferrol",
    ),
    "initials with a dot within, after the surname": sat(
        "BARSAC J-Ph., CORVANT M.-Cl., DELMAS Th., FERROL A.",
        "BARSAC J-Ph.",
        "CORVANT M.-Cl.",
        "DELMAS Th.",
        "FERROL A.",
    ),
    "a spaced dash in a first name, a dash each": sat(
        "Hugo BARSAC, Jean – Antoine DELMAS, Léa CORVANT, Marie – France FERROL",
        "Hugo BARSAC",
        "Jean – Antoine DELMAS",
        "Léa CORVANT",
        "Marie – France FERROL",
    ),
    "a long dash in a first name": sat(
        "Hugo BARSAC, Jean–Antoine DELMAS, Léa CORVANT, Marie–France FERROL",
        "Hugo BARSAC",
        "Jean–Antoine DELMAS",
        "Léa CORVANT",
        "Marie–France FERROL",
    ),
    "a long dash in a first name, a line each": sat(
        "\nM. Hugo BARSAC\nM. Jean–Antoine DELMAS\nMme Léa CORVANT\nMme Marie – France FERROL\n",
        "Hugo BARSAC",
        "Jean–Antoine DELMAS",
        "Léa CORVANT",
        "Marie – France FERROL",
    ),
    "a long dash in a first name, small letters": sat(
        "M. Hugo Barsac, M. Jean – Antoine Delmas, Mme Léa Corvant, Mme Marie–France Ferrol",
        "Hugo Barsac",
        "Jean – Antoine Delmas",
        "Léa Corvant",
        "Marie–France Ferrol",
    ),
    "a spaced hyphen in a first name": sat(
        "Mmes BARSAC Lise, CORVANT Marie - Thérèse, MM. DELMAS Jean - Claude, GARNEL - HERVAL Guy",
        "BARSAC Lise",
        "CORVANT Marie - Thérèse",
        "DELMAS Jean - Claude",
        "GARNEL - HERVAL Guy",
    ),
    "a spaced hyphen in a first name of few": Case(
        "Présents : Mmes BARSAC Lise, CORVANT Marie - Thérèse, M. DELMAS Paul\n"
        "Absents : Mme GARNEL - HERVAL Zoé, M. IMBERT Jean - Pierre",
        ("BARSAC Lise", "CORVANT Marie - Thérèse", "DELMAS Paul"),
        ("GARNEL - HERVAL Zoé", "IMBERT Jean - Pierre"),
    ),
    "dashes part members": sat(
        "Hugo BARSAC – Léa CORVANT – Paul DELMAS – Anne FERROL",
        "Hugo BARSAC",
        "Léa CORVANT",
        "Paul DELMAS",
        "Anne FERROL",
    ),
    "a spaced dash in the holder": after(
        "Absent : M. Luc GARNEL a donné pouvoir à Mme Marie – Léa CORVANT",
        proxies=(("Luc GARNEL", "Marie – Léa CORVANT"),),
    ),
    "surnames in capitals in a row": sat(
        "BARSAC CORVANT DELMAS FERROL IMBERT", "BARSAC", "CORVANT", "DELMAS", "FERROL", "IMBERT"
    ),
    "surnames in capitals in a row, civilities": sat(
        "MM. BARSAC DELMAS IMBERT Mmes CORVANT FERROL", "BARSAC", "DELMAS", "IMBERT", "CORVANT", "FERROL"
    ),
    "surnames in capitals in two rows, joined": sat(
        "Mesdames CORVANT FERROL et Messieurs BARSAC DELMAS IMBERT", "CORVANT", "FERROL", "BARSAC", "DELMAS", "IMBERT"
    ),
    "names in capitals of two and three words, a line each": sat(
        "\nBARSAC HUGO\nCORVANT-DELMAS LEA ROSE\nIMBERT GARNELIN NELSON\nFERROL D'HERVALIN BRIGITTE\nQUINTREL RIYAZ\n",
        "BARSAC HUGO",
        "CORVANT-DELMAS LEA ROSE",
        "IMBERT GARNELIN NELSON",
        "FERROL D'HERVALIN BRIGITTE",
        "QUINTREL RIYAZ",
    ),
    "a married name in short": sat(
        "BARSAC Hugo, CORVANT Léa ép. GARNEL, FERROL Anne", "BARSAC Hugo", "CORVANT Léa ép. GARNEL", "FERROL Anne"
    ),
    "a surname that several bear before one with a first name": Case(
        "Présents : MM. BARSAC Hugo DELMAS Paul IMBERT Guy Mmes CORVANT Léa FERROL Anne\n"
        "Absents : MM. GARNEL DELMAS Lucien",
        ("BARSAC Hugo", "DELMAS Paul", "IMBERT Guy", "CORVANT Léa", "FERROL Anne"),
        ("GARNEL", "DELMAS Lucien"),
    ),
    "a name torn within": sat(
        "Mmes BARSAC Lise, CORVANT Anne, MM. DELMAS P aul, GARNEL Luci en, IMBERT Patric k, FERROL Guy",
        "BARSAC Lise",
        "CORVANT Anne",
        "DELMAS Paul",
        "GARNEL Lucien",
        "IMBERT Patrick",
        "FERROL Guy",
    ),
    "a civility, a first name and a surname on three lines": sat(
        "\nVALSERRE\nQUINY\nMonsieur BARSAC\nMonsieur DELMAS\nMadame\nLéa\nCORVANT\nMonsieur IMBERT\nMadame FERROL\n",
        "BARSAC",
        "DELMAS",
        "Léa CORVANT",
        "IMBERT",
        "FERROL",
    ),
}
CAPITALS = {
    "all in capitals, hours and favours": Case(
        "PRESENTS : HUGO BARSAC, LÉA CORVANT ARRIVEE A 19H30, PAUL DELMAS, ANNE FERROL (PARTIE A 21H)\n"
        "POUVOIRS : LUC GARNEL EN FAVEUR DE LÉA CORVANT, ZOÉ HERVAL DONNE POUVOIR A PAUL DELMAS",
        ("HUGO BARSAC", "LÉA CORVANT", "PAUL DELMAS", "ANNE FERROL"),
        ("LUC GARNEL", "ZOÉ HERVAL"),
        (("LUC GARNEL", "LÉA CORVANT"), ("ZOÉ HERVAL", "PAUL DELMAS")),
    ),
    "all in capitals, by": Case(
        "PRESENTS : HUGO BARSAC, LÉA CORVANT, PAUL DELMAS, ANNE FERROL.\n"
        "ABSENTS REPRESENTES : LUC GARNEL PAR LÉA CORVANT, ZOÉ HERVAL PAR PAUL DELMAS.",
        ("HUGO BARSAC", "LÉA CORVANT", "PAUL DELMAS", "ANNE FERROL"),
        ("LUC GARNEL", "ZOÉ HERVAL"),
        (("LUC GARNEL", "LÉA CORVANT"), ("ZOÉ HERVAL", "PAUL DELMAS")),
    ),
    "all in capitals, bounds": Case(
        "PRESENTS : HUGO BARSAC, LÉA CORVANT (A PARTIR DE 20H15), PAUL DELMAS (JUSQU'A 21H), ANNE FERROL.\n"
        "ABSENTS REPRESENTES : LUC GARNEL PAR HUGO BARSAC.",
        ("HUGO BARSAC", "LÉA CORVANT", "PAUL DELMAS", "ANNE FERROL"),
        ("LUC GARNEL",),
        (("LUC GARNEL", "HUGO BARSAC"),),
    ),
    "all in capitals, verbs": Case(
        "PRESENTS : HUGO BARSAC, LÉA CORVANT, PAUL DELMAS, ANNE FERROL.\n"
        "ABSENTS EXCUSES : LUC GARNEL AYANT DONNE POUVOIR A LÉA CORVANT, ZOÉ HERVAL REPRESENTEE PAR PAUL DELMAS, "
        "GUY IMBERT.",
        ("HUGO BARSAC", "LÉA CORVANT", "PAUL DELMAS", "ANNE FERROL"),
        ("LUC GARNEL", "ZOÉ HERVAL", "GUY IMBERT"),
        (("LUC GARNEL", "LÉA CORVANT"), ("ZOÉ HERVAL", "PAUL DELMAS")),
    ),
}
WRITTEN = NAMES | CAPITALS
TOLD_UNCLEAR = {
    "a member without a letter": "P = présent ; A = absent\nBARSAC Hugo P\nCORVANT Léa P\nDELMAS Paul\nHERVAL Zoé A",
    "surnames in a row": "Présents : BARSAC CORVANT DELMAS FERROL IMBERT",
    "two surnames after a plural civility": "Présents : MM. BARSAC Hugo DELMAS Paul\nAbsents : MM. GARNEL HERVAL Guy",
}
