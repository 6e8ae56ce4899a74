"""Small pages on what stands in, around and after lists of names; the names are invented."""

from __future__ import annotations

from tests.extraction.layouts import GARNEL, HERVAL, SITTING, Case, after
from tests.extraction.page import LISTS

_NAMES = "M. Hugo BARSAC, Mme Léa CORVANT, M. Paul DELMAS, Mme Anne FERROL"


def away(lists: str, *people: str) -> Case:
    """A list of those away after that of the four who sit."""
    return Case(f"{LISTS}\n{lists}", SITTING, people or ("Luc GARNEL",))


SENTENCES_AFTER = {
    "who is elected, in the line of a list without civilities": away(
        "ABSENTS : Luc GARNEL. Léa CORVANT est élue secrétaire de séance à l'unanimité."
    ),
    "who will be": away("Absents : Luc GARNEL\nMme Léa CORVANT sera secrétaire ce soir."),
    "of whom it is decided": away("Absents : Luc GARNEL\nL'assemblée précise que Mme\nZoé HERVAL tiendra la plume."),
    "who takes the floor": away("ABSENTS : Luc GARNEL. Intervention de Guy TORLAN : la toiture de l'école fuit."),
    "who asks a question": away("Absents : Luc GARNEL\nQuestion de Guy TORLAN : quand ouvre la mairie ?"),
    "who reports": away("Absent : Luc GARNEL\nRapport de Guy TORLAN sur les travaux"),
    "a title with a Roman number": away(
        "Absents : Luc GARNEL\n\nI. Présentation du projet\nLe projet porte sur la halle."
    ),
    "a title with a Roman number and a dash": away(
        "Absents : Luc GARNEL\n\nII – Contexte Général\nLa halle est fermée."
    ),
    "a title with a letter": away("Absents : Luc GARNEL\n\nA) Exposé des Motifs\nLa halle est fermée."),
    "a title with a letter and a dot": away(
        "ABSENTS\nLuc GARNEL – Zoé HERVAL\n\nA. Rappel du Contexte", "Luc GARNEL", "Zoé HERVAL"
    ),
    "a report's heading": away("Absents : Luc GARNEL\n\nRapport de Mme la Présidente :\n\nI. Situation du marché"),
    "an approval": away("Absents : Luc GARNEL\nApprobation du Procès-Verbal de la séance du 3 mars"),
    "a quorum in words": away("Absents : Luc GARNEL\nLe Quorum étant atteint, Mme Anne FERROL ouvre la séance."),
    "who wrote the minutes": away("Absents : Luc GARNEL\nProcès-verbal rédigé par Guy TORLAN, secrétaire de mairie"),
    "an assistant secretary": away("Absents : Luc GARNEL\nSecrétaire adjointe :\nMme Sylvie NORVAL"),
    "struck names": away("Absents : Luc GARNEL\n\nLes noms rayés plus haut se retrouvent ici."),
}
GUESTS = {
    "staff after those absent": away(
        "Absents : M. Luc GARNEL\nMadame Sylvie NORVAL, directrice des services, Madame Rose "
        "TORLAN, responsable "
        "des finances, Monsieur Guy IMBERT, chargé des marchés, assistaient à la séance."
    ),
    "staff after those absent, in one line": away(
        "Absents : Mme Zoé HERVAL Madame Sylvie NORVAL, directrice des services, Madame Rose "
        "TORLAN, responsable "
        "des finances, Monsieur Guy IMBERT, responsable de la voirie, Monsieur Yves SOLTAN, comptable",
        "Zoé HERVAL",
    ),
    "also present, with posts": away(
        "Absents : M. Luc GARNEL\nEgalement présents : M. Guy IMBERT, garde ; Mme Sylvie NORVAL, secrétaire du syndicat"
    ),
    "was also present": away(
        "Absents : M. Luc GARNEL\nÉtait également présente : Mme Sylvie NORVAL, secrétaire de mairie"
    ),
    "were also there": away(
        "Absents : M. Luc GARNEL\nÉtaient aussi présents : M. Guy IMBERT (trésorier), Mme Sylvie NORVAL"
    ),
    "taking part besides": away(
        "Absents : M. Luc GARNEL\nParticipaient également à la réunion : M. Guy IMBERT, Mme Sylvie NORVAL"
    ),
    "attending": away("Absents : M. Luc GARNEL\nEn présence de : Mme Sylvie NORVAL, DGS"),
    "attending for the services": away("Absents : M. Luc GARNEL\nPour les services : Mme Sylvie NORVAL, M. Guy IMBERT"),
    "invited": away("Absents : M. Luc GARNEL\nInvités : Mme Sylvie NORVAL, M. Guy IMBERT"),
    "qualified persons": away("Absents : M. Luc GARNEL\nPersonnalités extérieures : Mme Sylvie NORVAL, M. Guy IMBERT"),
    "members besides the chair": Case(
        "Présent : M. Hugo BARSAC, Maire\nÉtaient également présents : Mme Léa CORVANT, M. Paul DELMAS, Mme "
        "Anne FERROL",
        SITTING,
    ),
    "members attend, a guest too": Case(
        "Assistaient au conseil : MM. BARSAC, DELMAS, GARNEL.\nAvait donné pouvoir : M. HERVAL à M. BARSAC\n"
        "Assistait également : M. Guy NORVAL, attaché territorial",
        ("BARSAC", "DELMAS", "GARNEL"),
        ("HERVAL",),
        (("HERVAL", "BARSAC"),),
    ),
    "members attend, counted before": Case(
        "Nombre d'élus - en exercice 4 - présents 3 - votants 4\n\n"
        "Assistaient au conseil : MM. BARSAC, DELMAS, GARNEL.\nAvait donné pouvoir : M. HERVAL à M. BARSAC",
        ("BARSAC", "DELMAS", "GARNEL"),
        ("HERVAL",),
        (("HERVAL", "BARSAC"),),
    ),
}
PARTS = {
    "elected and appointed administrators": Case(
        "Présents :\nAdministrateurs élus : M. Hugo BARSAC, Mme Léa CORVANT\n"
        "Administrateurs nommés : M. Paul DELMAS (UDAF), Mme Anne FERROL (Secours fraternel)\nAbsent : M. Luc GARNEL",
        SITTING,
        ("Luc GARNEL",),
    ),
    "members elected and appointed": Case(
        "Présents :\nMembres élus : M. Hugo BARSAC, Mme Léa CORVANT\nMembres nommés : M. Paul DELMAS, Mme Anne FERROL",
        SITTING,
    ),
    "colleges": Case(
        "ADMINISTRATEURS PRÉSENTS\nCollège élu : M. Hugo BARSAC, Mme Léa CORVANT\n"
        "Collège nommé : M. Paul DELMAS (Croix-Verte), Mme Anne FERROL (ATD Monde Entier)",
        SITTING,
    ),
    "an association in brackets": Case(
        "Présents : M. Hugo BARSAC (Les Amis du Vallon), Mme Léa CORVANT (Familles Rurales), M. Paul DELMAS (ADMR), "
        "Mme Anne FERROL (Union des Aînés)",
        SITTING,
    ),
    "those who represent": Case(
        "Présents :\nReprésentants du Conseil municipal : M. Hugo BARSAC, Mme Léa CORVANT\n"
        "Représentants des usagers : M. Paul DELMAS\nPersonnes qualifiées : Mme Anne FERROL",
        SITTING,
    ),
    "offices that head the lines": Case(
        "Présents :\nMaire : M. Hugo BARSAC\nAdjoints : Mme Léa CORVANT, M. Paul DELMAS\nConseillers : Mme Anne FERROL",
        SITTING,
    ),
    "members for a commune": Case(
        "Membres présents :\npour Valserre : M. Hugo BARSAC, président, Mme Léa CORVANT\npour Quiny-le-Bas "
        ": M. Paul DELMAS\n"
        "pour Sarvis : Mme Anne FERROL",
        SITTING,
    ),
    "offices between": Case(
        "Présents : M. Hugo BARSAC, Maire, Mme Léa CORVANT, M. Paul DELMAS, Adjoints, Mme Anne FERROL, Conseillère.",
        SITTING,
    ),
    "a civility for all, then councillors": Case(
        "Étaient présents : Mesdames et Messieurs les conseillers municipaux : Hugo BARSAC, Léa CORVANT, Paul DELMAS, "
        "Anne FERROL",
        SITTING,
    ),
    "by the order of the table": Case(
        "Présents (dans l'ordre du tableau) : Mesdames et Messieurs Hugo BARSAC, Léa CORVANT, Paul DELMAS "
        "et Anne FERROL.",
        SITTING,
    ),
    "the mayor first": Case(
        "Présents : M. BARSAC Hugo, Maire – Mmes CORVANT Léa, FERROL Anne – M. DELMAS Paul",
        ("BARSAC Hugo", "CORVANT Léa", "FERROL Anne", "DELMAS Paul"),
    ),
    "columns of totals over a line in capitals": Case(
        "NOMBRE DE MEMBRES\nEn exercice    Présents    Votants\n    6             4           4\n\n"
        f"Le Conseil de la commune de VALSERRE-LE-BAS s'est réuni.\n{LISTS}",
        SITTING,
    ),
    "a stacked table of totals between": Case(
        "Etaient présents : MM. BARSAC, DELMAS.\nMmes CORVANT, FERROL.\nDATE D'AFFICHAGE\n13 mars "
        "2023\nNOMBRE DE CONSEILLERS\n"
        "EN EXERCICE\n6\nPRESENTS\n4\nPROCURATION(S)\n1\nVOTANTS\n5\n"
        "Etaient excusé(e)s : M. GARNEL.\nAvaient donné pouvoir : M. GARNEL à Mme CORVANT",
        ("BARSAC", "DELMAS", "CORVANT", "FERROL"),
        ("GARNEL",),
        (("GARNEL", "CORVANT"),),
    ),
}
HEADINGS = {
    "both genders by a slash": away("Absent(s/es) excusé(s/es) : Luc GARNEL, Zoé HERVAL", "Luc GARNEL", "Zoé HERVAL"),
    "both genders by a dot": away("Absent.e.s excusé.e.s : Luc GARNEL"),
    "both genders by a bracket in the middle": away("Absent(e)(s) : Luc GARNEL"),
    "nobody absent": Case(f"{LISTS}\nAbsent(s/es) : NEANT\nExcusés : /\nPouvoirs : aucun", SITTING),
    "zero": Case(f"{LISTS}\nAbsents : 0\nProcuration : 0", SITTING),
    "without notice": away("Absents non excusés : M. Luc GARNEL"),
    "with notice": away("Absents avec excuse : M. Luc GARNEL"),
    "a noun of absence": away("Absences excusées : M. Luc GARNEL"),
    "a noun of absence, alone": away("Absence : M. Luc GARNEL"),
    "a noun of excuses": away("Excuses : M. Luc GARNEL"),
    "were missing": away("Manquaient à l'appel : M. Luc GARNEL"),
    "was absent and represented": after("Était absente et représentée : M. Luc GARNEL (par Mme Léa CORVANT)"),
    "excused with a proxy": after("Excusés avec pouvoir : M. Luc GARNEL à Mme Léa CORVANT"),
    "excused and represented": after("Excusé(e)s et représenté(e)s : M. Luc GARNEL par Mme Léa CORVANT"),
    "powers given": after("Pouvoirs donnés : M. Luc GARNEL à Mme Léa CORVANT"),
    "a figure in brackets": after(
        "EXCUSÉS AYANT DONNÉ PROCURATION (1) : M. Luc GARNEL (procuration à Mme Léa CORVANT)"
    ),
    "a figure before": after("1 procuration : M. Luc GARNEL à Mme Léa CORVANT"),
    "proxies by bracket": after("Pouvoir(s) : M. Luc GARNEL (à Mme Léa CORVANT)"),
    "a figure and brackets": after("Pouvoirs : 1 (M. Luc GARNEL à Mme Léa CORVANT)"),
    "took part": Case(
        f"ONT PARTICIPÉ : {_NAMES}\nAVAIENT DONNÉ POUVOIR : M. Luc GARNEL à Mme Léa CORVANT",
        SITTING,
        ("Luc GARNEL",),
        (GARNEL,),
    ),
    "members present and voting": Case(f"Membres présents et votants : {_NAMES}", SITTING),
    "present in person and by video": Case(
        "Présents physiquement : M. Hugo BARSAC, Mme Léa CORVANT\nPrésents en visioconférence : M. Paul "
        "DELMAS, Mme Anne FERROL",
        SITTING,
    ),
    "syndics": Case(f"Syndics présents : {_NAMES}\nSyndics absents : M. Luc GARNEL", SITTING, ("Luc GARNEL",)),
    "titular syndics": Case(
        f"Syndics titulaires présents : {_NAMES}\nSyndics excusés : M. Luc GARNEL", SITTING, ("Luc GARNEL",)
    ),
    "names over names of two states": Case(
        f"Noms des conseillers présents : {_NAMES}\nNoms des conseillers absents : M. Luc GARNEL",
        SITTING,
        ("Luc GARNEL",),
    ),
    "attendance at opening": Case(f"Présents à l'ouverture de la séance : {_NAMES}", SITTING),
}
PROXY_WORDS = {
    word: after(f"Absents : M. Luc GARNEL {word} Mme Léa CORVANT, Mme Zoé HERVAL", away=("Zoé HERVAL",))
    for word in (
        "(pouvoir à",
        "a donné son pouvoir à",
        "donne mandat à",
        "donnant procuration à",
        "a donné mandat de vote à",
        "p/à",
        "proc. à",
        "pv à",
        "pouv. à",
        "qui donne son pouvoir à",
        "ayant laissé pouvoir à",
        "a remis son pouvoir à",
        "a transmis son pouvoir à",
        "a confié sa procuration à",
        "a délégué son droit de vote à",
        "– pouvoir donné à",
        "- procuration donnée à",
        ": pouvoir écrit à",
        "(qui a donné pouvoir à",
        "a pour mandataire",
        "mandataire :",
        "pouvoir en faveur de",
        "procuration au nom de",
        "avec pouvoir à",
        "excusé avec procuration à",
        "excusé, pouvoir remis à",
        "absent excusé (pouvoir :",
        "qui donné pouvoir à",
        "représenté par",
        "repr. par",
    )
}
PROXIES = {
    "two in a sentence with a dash": after(
        "Pouvoirs : Luc GARNEL à Léa CORVANT - Zoé HERVAL à Paul DELMAS", proxies=(GARNEL, HERVAL)
    ),
    "brackets without a preposition": after(
        "Procurations : M. Luc GARNEL (Mme Léa CORVANT), Mme Zoé HERVAL (M. Paul DELMAS)", proxies=(GARNEL, HERVAL)
    ),
    "an initial before the name": after(
        "Absents : M. L. Garnel excusé avec procuration à L. Corvant, Mme Z. Herval, excusée avec "
        "procuration à M. P. Delmas.",
        proxies=(("L. Garnel", "Léa CORVANT"), ("Z. Herval", "Paul DELMAS")),
    ),
    "a line between": after(
        "Pouvoirs :\nM. Luc GARNEL\nà Mme Léa CORVANT\nMme Zoé HERVAL\nà M. Paul DELMAS", proxies=(GARNEL, HERVAL)
    ),
    "under a heading with columns": after(
        "Mandant\tMandataire\nM. Luc GARNEL\tMme Léa CORVANT\nMme Zoé HERVAL\tM. Paul DELMAS", proxies=(GARNEL, HERVAL)
    ),
    "columns by blanks": after(
        "Mandants              Mandataires\nM. Luc GARNEL         Mme Léa CORVANT\nMme Zoé HERVAL        M. "
        "Paul DELMAS",
        proxies=(GARNEL, HERVAL),
    ),
    "columns by bars": after(
        "| Donne pouvoir | À |\n|---|---|\n| M. Luc GARNEL | Mme Léa CORVANT |\n| Mme Zoé HERVAL | M. Paul DELMAS |",
        proxies=(GARNEL, HERVAL),
    ),
    "dots lead to the holder": after(
        "Pouvoirs :\nM. Luc GARNEL ........ Mme Léa CORVANT\nMme Zoé HERVAL ........ M. Paul DELMAS",
        proxies=(GARNEL, HERVAL),
    ),
    "the holder has two": after(
        "Mme Léa CORVANT a reçu pouvoir de M. Luc GARNEL ; M. Paul DELMAS a reçu pouvoir de Mme Zoé HERVAL",
        proxies=(GARNEL, HERVAL),
    ),
}
