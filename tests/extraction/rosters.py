"""Rosters and boards of départements, fire brigades, schools and syndicates: small pages with invented names."""

from __future__ import annotations

from tests.extraction.layouts import Case

ROSTERS = {
    "a roster of a school board, those away alone marked": Case(
        "Titulaires présents / Suppléants présents / Excusés\n"
        "\n"
        "DIRECTION\n"
        "Mme BARSAC, Proviseure\n"
        "M. CORVANT, Proviseur adjoint\n"
        "Mlle DELMAS, CPE\n"
        "COLLECTIVITES\n"
        "M. FERROL (Conseil régional)\n"
        "M. GARNEL (Commune)                   Excusé\n"
        "ENSEIGNANTS\n"
        "Mme HERVAL                            Excusée, suppléée par M. IMBERT\n"
        "Mme JOUVAL (arrivée à 18h25)\n"
        "ELEVES\n"
        "Zoé K., Hugo L.                       Absents",
        ("BARSAC", "CORVANT", "DELMAS", "FERROL", "JOUVAL", "IMBERT"),
        ("GARNEL", "HERVAL", "Zoé K.", "Hugo L."),
        (),
        (("IMBERT", "HERVAL"),),
    ),
    "dots before the states of those away": Case(
        "Membres présents, absents ou excusés :\n"
        "M. Hugo BARSAC\n"
        "Mme Léa CORVANT ............ excusée\n"
        "M. Paul DELMAS\n"
        "Mme Anne FERROL\n"
        "M. Luc GARNEL ............ absent",
        ("Hugo BARSAC", "Paul DELMAS", "Anne FERROL"),
        ("Léa CORVANT", "Luc GARNEL"),
    ),
    "no civilities, those away alone marked": Case(
        "Appel nominal :\n"
        "BARSAC Hugo\n"
        "CORVANT Léa            Excusée\n"
        "DELMAS Paul\n"
        "FERROL Anne\n"
        "GARNEL Luc             Absent\n"
        "HERVAL Zoé",
        ("BARSAC Hugo", "DELMAS Paul", "FERROL Anne", "HERVAL Zoé"),
        ("CORVANT Léa", "GARNEL Luc"),
    ),
    "members present unless the line says otherwise": Case(
        "Liste des membres (présents sauf mention contraire) :\n"
        "Mme Léa CORVANT, maire\n"
        "M. Hugo BARSAC, 1er adjoint\n"
        "M. Paul DELMAS            absent, pouvoir à Mme CORVANT\n"
        "Mme Anne FERROL\n"
        "M. Luc GARNEL             Excusé",
        ("Léa CORVANT", "Hugo BARSAC", "Anne FERROL"),
        ("Paul DELMAS", "Luc GARNEL"),
        (("Paul DELMAS", "Léa CORVANT"),),
    ),
    "those away marked under those present": Case(
        "Présents :\n"
        "M. Hugo BARSAC\n"
        "Mme Léa CORVANT           Excusée\n"
        "M. Paul DELMAS\n"
        "Mme Anne FERROL\n"
        "M. Luc GARNEL             Absent",
        ("Hugo BARSAC", "Paul DELMAS", "Anne FERROL"),
        ("Léa CORVANT", "Luc GARNEL"),
    ),
    "all in office but some, and who signed the sheet": Case(
        "Présents : MM. et Mmes les conseillers municipaux en exercice, sauf Luc GARNEL, excusé "
        "(pouvoir à Léa CORVANT), Zoé HERVAL, excusée (pouvoir à Hugo BARSAC) et Guy IMBERT, absent.\n"
        "Ont signé la feuille de présence : Hugo BARSAC, Léa CORVANT, Paul DELMAS, Anne FERROL.",
        ("Hugo BARSAC", "Léa CORVANT", "Paul DELMAS", "Anne FERROL"),
        ("Luc GARNEL", "Zoé HERVAL", "Guy IMBERT"),
        (("Luc GARNEL", "Léa CORVANT"), ("Zoé HERVAL", "Hugo BARSAC")),
    ),
    "all but some, and who signed": Case(
        "Tous les membres en exercice étaient présents, sauf M. Luc GARNEL (procuration à Mme Léa "
        "CORVANT) et Mme Zoé HERVAL, absente.\n"
        "Émargement : Hugo BARSAC, Léa CORVANT, Paul DELMAS.",
        ("Hugo BARSAC", "Léa CORVANT", "Paul DELMAS"),
        ("Luc GARNEL", "Zoé HERVAL"),
        (("Luc GARNEL", "Léa CORVANT"),),
    ),
    "all but some, and who had signed": Case(
        "Etaient présents : l'ensemble des délégués hormis M. Luc GARNEL excusé et Mme Zoé HERVAL "
        "absente.\n"
        "Ont émargé : M. Hugo BARSAC, Mme Léa CORVANT, M. Paul DELMAS.",
        ("Hugo BARSAC", "Léa CORVANT", "Paul DELMAS"),
        ("Luc GARNEL", "Zoé HERVAL"),
    ),
    "all but one, and the signers of the sheet": Case(
        "Présents : tous les membres en exercice excepté Luc GARNEL, représenté par Léa CORVANT.\n"
        "Signataires de la feuille d'émargement : Hugo BARSAC, Léa CORVANT, Paul DELMAS.",
        ("Hugo BARSAC", "Léa CORVANT", "Paul DELMAS"),
        ("Luc GARNEL",),
        (("Luc GARNEL", "Léa CORVANT"),),
    ),
    "a remark on the register": Case(
        "Présents : M. Hugo BARSAC, Mme Léa CORVANT, M. Paul DELMAS.\n"
        "Absent : M. Luc GARNEL.\n"
        "Ont signé au registre tous les membres présents.",
        ("Hugo BARSAC", "Léa CORVANT", "Paul DELMAS"),
        ("Luc GARNEL",),
    ),
    "delegating bodies before names that dashes part": Case(
        "PRÉSENTS :\n"
        "Pour la CC Vaux Communauté :\n"
        "Hugo BARSAC - Léa CORVANT – Paul DELMAS (suppléant de Luc GARNEL)\n"
        "Pour la CA Brenne-Grandes Causses : Anne FERROL - Zoé HERVAL\n"
        "Pour la CC du Val : Guy IMBERT\n"
        "EXCUSÉS : Luc GARNEL",
        ("Hugo BARSAC", "Léa CORVANT", "Paul DELMAS", "Anne FERROL", "Zoé HERVAL", "Guy IMBERT"),
        ("Luc GARNEL",),
        (),
        (("Paul DELMAS", "Luc GARNEL"),),
    ),
    "colleges and sectors as headings": Case(
        "Présents :\n"
        "COLLÈGE ÉNERGIE\n"
        "Secteur Nord : BARSAC Hugo, CORVANT Léa\n"
        "COLLÈGE EAU\n"
        "C.C. Brenne-Lauze : DELMAS Paul, FERROL Anne\n"
        "C.C. des Vaux : HERVAL Zoé, IMBERT Guy\n"
        "Excusés : GARNEL Luc",
        ("BARSAC Hugo", "CORVANT Léa", "DELMAS Paul", "FERROL Anne", "HERVAL Zoé", "IMBERT Guy"),
        ("GARNEL Luc",),
    ),
    "delegating bodies before dashes": Case(
        "Étaient présents :\n"
        "CA Brenne Agglo - Hugo BARSAC - Léa CORVANT\n"
        "CC Vaux Communauté - Paul DELMAS - Anne FERROL\n"
        "Absents : Luc GARNEL",
        ("Hugo BARSAC", "Léa CORVANT", "Paul DELMAS", "Anne FERROL"),
        ("Luc GARNEL",),
    ),
    "on behalf of bodies told by their initials": Case(
        "Étaient présents :\n"
        "Au titre de la CU Grande Brenne : Hugo BARSAC, Léa CORVANT\n"
        "Pour le SIVOM Val-Lauze : Paul DELMAS, Anne FERROL\n"
        "Pour le Département : Zoé HERVAL\n"
        "Absents : Luc GARNEL",
        ("Hugo BARSAC", "Léa CORVANT", "Paul DELMAS", "Anne FERROL", "Zoé HERVAL"),
        ("Luc GARNEL",),
    ),
    "groups of members with a state each, and members who are merely consulted": Case(
        "MEMBRES AVEC VOIX DELIBERATIVE\n"
        "I) Représentants du Département\n"
        "TITULAIRES\n"
        "M. Hugo BARSAC                     présent\n"
        "Mme Léa CORVANT                    présente\n"
        "M. Luc GARNEL                      excusé – remplacé par Mme Zoé HERVAL, suppléante\n"
        "M. Paul DELMAS                     excusé – pouvoir à Mme CORVANT\n"
        "II) Représentants des communes\n"
        "TITULAIRES\n"
        "M. Guy IMBERT (CC des Vaux)        excusé\n"
        "       suppléant : M. Jean KERVAL  présent\n"
        "Mme Anne FERROL (CA du Val)        absente\n"
        "\n"
        "MEMBRES AVEC VOIX CONSULTATIVE\n"
        "Colonel Marc LORVAL, directeur départemental ; Médecin-colonel Aude MERVAL ; Lieutenant Paul "
        "NERVAL, Adjudant-chef\n"
        "Cathy ORVAL, représentants ; M. Serge PERVAL, président de l'Union départementale.",
        ("Hugo BARSAC", "Léa CORVANT", "Zoé HERVAL", "Jean KERVAL"),
        ("Luc GARNEL", "Paul DELMAS", "Guy IMBERT", "Anne FERROL"),
        (("Paul DELMAS", "Léa CORVANT"),),
        (("Zoé HERVAL", "Luc GARNEL"), ("Jean KERVAL", "Guy IMBERT")),
    ),
    "ranks and titles, and those who are consulted": Case(
        "Étaient présents avec voix délibérative :\n"
        "M. Hugo BARSAC, Mme Léa CORVANT, Dr Paul DELMAS, Me Anne FERROL\n"
        "Étaient présents avec voix consultative :\n"
        "Médecin-colonel Aude MERVAL, Lieutenant Paul NERVAL, Cdt Luc RIVAL\n"
        "Excusés : M. Luc GARNEL",
        ("Hugo BARSAC", "Léa CORVANT", "Paul DELMAS", "Anne FERROL"),
        ("Luc GARNEL",),
    ),
    "members by right without a vote": Case(
        "Présents : M. Hugo BARSAC, Mme Léa CORVANT, M. Paul DELMAS\n"
        "Membres de droit (sans voix délibérative) : Colonel Marc LORVAL, Commandant Aude MERVAL\n"
        "Excusés : M. Luc GARNEL, Adjudant-chef Zoé HERVAL",
        ("Hugo BARSAC", "Léa CORVANT", "Paul DELMAS"),
        ("Luc GARNEL", "Zoé HERVAL"),
    ),
    "ranks of fire brigades": Case(
        "Présents : M. Hugo BARSAC, Mme Léa CORVANT, Lieutenant Paul DELMAS, Médecin-commandant Anne "
        "FERROL, Sergent-chef Zoé HERVAL\n"
        "Excusés : M. Luc GARNEL",
        ("Hugo BARSAC", "Léa CORVANT", "Paul DELMAS", "Anne FERROL", "Zoé HERVAL"),
        ("Luc GARNEL",),
    ),
    "a substitute after the state": Case(
        "M. Hugo BARSAC : présent\n"
        "Mme Léa CORVANT : présente\n"
        "M. Luc GARNEL : excusé, suppléé par Mme Zoé HERVAL\n"
        "M. Paul DELMAS : absent",
        ("Hugo BARSAC", "Léa CORVANT", "Zoé HERVAL"),
        ("Luc GARNEL", "Paul DELMAS"),
        (),
        (("Zoé HERVAL", "Luc GARNEL"),),
    ),
    "captions between the rows of a table": Case(
        "COLLÈGE DES ÉLUS\n"
        "NOM Prénom                 Commune              Présent   Excusé    Pouvoir à\n"
        "BARSAC Hugo, Président     Valserre-le-Bois         X\n"
        "CORVANT Léa                Quiny                    X\n"
        "GARNEL Luc                 Le Vau                             X       CORVANT Léa\n"
        "COLLÈGE DES MEMBRES NOMMÉS\n"
        "DELMAS Paul                Restos du cœur           X\n"
        "FERROL Anne                ADMR                     X\n"
        "HERVAL Zoé                 UNAPEI                             X       Mme FERROL\n"
        "IMBERT Guy                 Génération mouvement               X\n"
        "\n"
        "Participent également : Mme Rose LORVAL, directrice.",
        ("BARSAC Hugo", "CORVANT Léa", "DELMAS Paul", "FERROL Anne"),
        ("GARNEL Luc", "HERVAL Zoé", "IMBERT Guy"),
        (("GARNEL Luc", "CORVANT Léa"), ("HERVAL Zoé", "FERROL Anne")),
    ),
    "captions between marks": Case(
        "Nom                   Présent   Absent\n"
        "Titulaires\n"
        "M. Hugo BARSAC           X\n"
        "Mme Léa CORVANT          X\n"
        "M. Luc GARNEL                      X\n"
        "Personnalités qualifiées\n"
        "M. Paul DELMAS           X\n"
        "Mme Zoé HERVAL                     X",
        ("Hugo BARSAC", "Léa CORVANT", "Paul DELMAS"),
        ("Luc GARNEL", "Zoé HERVAL"),
    ),
    "present from an hour on, represented until then": Case(
        "Présents : M. Hugo BARSAC, Mme Léa CORVANT (à partir de 19 h 10), M. Paul DELMAS\n"
        "Excusés : Mme Léa CORVANT (pouvoir à M. BARSAC jusqu'à 19 h 10), Mme Zoé HERVAL",
        ("Hugo BARSAC", "Léa CORVANT", "Paul DELMAS"),
        ("Zoé HERVAL", "Léa CORVANT"),
        (("Léa CORVANT", "Hugo BARSAC"),),
    ),
    "represented from an hour on": Case(
        "Présents : M. Hugo BARSAC, Mme Léa CORVANT, M. Paul DELMAS\n"
        "Excusés : Mme Léa CORVANT (pouvoir à M. BARSAC à partir de 11 H 30), Mme Zoé HERVAL",
        ("Hugo BARSAC", "Léa CORVANT", "Paul DELMAS"),
        ("Zoé HERVAL", "Léa CORVANT"),
        (("Léa CORVANT", "Hugo BARSAC"),),
    ),
    "holders under a heading of their own, one by office": Case(
        "Sous la présidence de Mme BARSAC LUCIE\n"
        "Présents :\n"
        "\n"
        "BARSAC LUCIE\n"
        "CORVANT JEAN PAUL\n"
        "DELMAS RIYA\n"
        "FERROL MARIE-ANNE\n"
        "\n"
        "Représenté(s) :\n"
        "\n"
        "GARNEL ANNE\n"
        "HERVAL LUC\n"
        "IMBERT GUY\n"
        "\n"
        "Absents :\n"
        "\n"
        "KERVAL ZOE\n"
        "\n"
        "Pouvoir(s) donné(s) à :\n"
        "DELMAS RIYA\n"
        "LA PRÉSIDENTE\n"
        "FERROL MARIE-ANNE",
        ("BARSAC LUCIE", "CORVANT JEAN PAUL", "DELMAS RIYA", "FERROL MARIE-ANNE"),
        ("GARNEL ANNE", "HERVAL LUC", "IMBERT GUY", "KERVAL ZOE"),
        (("GARNEL ANNE", "DELMAS RIYA"), ("HERVAL LUC", "BARSAC LUCIE"), ("IMBERT GUY", "FERROL MARIE-ANNE")),
    ),
    "Breton surnames": Case(
        "Présents : M. Hugo BARSAC, Mme Armelle Corvant-Floc'h, M. Loïc Salac'h, M. Paul Delmas\n"
        "Absent : M. Yves Le Garnec'h (pouvoir à Armelle Corvant-Floc'h)",
        ("Hugo BARSAC", "Armelle Corvant-Floc'h", "Loïc Salac'h", "Paul Delmas"),
        ("Yves Le Garnec'h",),
        (("Yves Le Garnec'h", "Armelle Corvant-Floc'h"),),
    ),
    "Breton surnames after civilities of several people": Case(
        "Etaient présents\n"
        "mesdames Armelle Corvant-Floc'h et Soizic Barsac\n"
        "messieurs Joseph Le Guerec, Hervé Delmas\n"
        "Etait absent excusé\n"
        "monsieur Yves de Garnel, qui avait donné pouvoir à Armelle Corvant-Floc'h",
        ("Armelle Corvant-Floc'h", "Soizic Barsac", "Joseph Le Guerec", "Hervé Delmas"),
        ("Yves de Garnel",),
        (("Yves de Garnel", "Armelle Corvant-Floc'h"),),
    ),
    "names in marriage, and grantors behind a preposition": Case(
        "Présents : BARSAC Hugo, CORVANT Léa ép. MERVAL, DELMAS Paul, FERROL Anne épouse NERVAL\n"
        "Procurations : de GARNEL Luc à BARSAC Hugo\n"
        "               de HERVAL Zoé à DELMAS Paul\n"
        "Absent : IMBERT Guy",
        ("BARSAC Hugo", "CORVANT Léa ép. MERVAL", "DELMAS Paul", "FERROL Anne épouse NERVAL"),
        ("GARNEL Luc", "HERVAL Zoé", "IMBERT Guy"),
        (("GARNEL Luc", "BARSAC Hugo"), ("HERVAL Zoé", "DELMAS Paul")),
    ),
    "grantors behind a preposition, a line each": Case(
        "Présents : BARSAC Hugo, CORVANT Léa, DELMAS Paul\n"
        "Pouvoirs :\n"
        "- de GARNEL Luc à BARSAC Hugo\n"
        "- d'HERVAL Zoé à DELMAS Paul",
        ("BARSAC Hugo", "CORVANT Léa", "DELMAS Paul"),
        ("GARNEL Luc", "HERVAL Zoé"),
        (("GARNEL Luc", "BARSAC Hugo"), ("HERVAL Zoé", "DELMAS Paul")),
    ),
    "the foot and head of a page within a name": Case(
        "ÉTAIENT PRÉSENTS : M. Hugo BARSAC, Mme Léa CORVANT, M. Paul DELMAS, M. Pierre-Yves\n"
        "                                                                          Page 1 sur 9\n"
        "Procès-verbal du Conseil municipal du 12 mars 2023\n"
        "FERROL, Mme Zoé HERVAL\n"
        "ABSENTS : M. Luc GARNEL",
        ("Hugo BARSAC", "Léa CORVANT", "Paul DELMAS", "Pierre-Yves FERROL", "Zoé HERVAL"),
        ("Luc GARNEL",),
    ),
    "a remark that goes on in the line below": Case(
        "sous la présidence de Monsieur le Maire, Jean-Luc BARSAC\n\n"
        "Présents : MM. Hugo CORVANT, Paul FERROL, Mme Léa DELMAS\n"
        "Absents excusés : Mme Zoé HERVAL, M. Alphonse BARSAC\nayant donné procuration au Maire\n"
        "Absent non excusé : M. Rémy KERVAL",
        ("Hugo CORVANT", "Paul FERROL", "Léa DELMAS"),
        ("Alphonse BARSAC", "Rémy KERVAL", "Zoé HERVAL"),
        (("Alphonse BARSAC", "Jean-Luc BARSAC"),),
    ),
    "states side by side, whose lines are no seats": Case(
        "Titulaires présents     Suppléants présents      Absents excusés\n"
        "Hugo BARSAC             Guy IMBERT               Luc GARNEL\n"
        "Léa CORVANT             Rose LORVAL              Zoé HERVAL\n"
        "Paul DELMAS             Anne FERROL              Jean KERVAL\n",
        ("Hugo BARSAC", "Guy IMBERT", "Léa CORVANT", "Rose LORVAL", "Paul DELMAS", "Anne FERROL"),
        ("Luc GARNEL", "Zoé HERVAL", "Jean KERVAL"),
    ),
    "a verb in the present": Case(
        "Présents : M. Hugo BARSAC, Mme Léa CORVANT, Mme Zoé HERVAL supplée M. Luc GARNEL",
        ("Hugo BARSAC", "Léa CORVANT", "Zoé HERVAL"),
        ("Luc GARNEL",),
        (),
        (("Zoé HERVAL", "Luc GARNEL"),),
    ),
}
