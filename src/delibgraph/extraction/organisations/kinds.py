"""What organisations are called: kinds, articles and the words that point at a partner. Data, not rules."""

from __future__ import annotations

import re

from delibgraph.extraction.text.phrases import vocabulary


def _phrases(text: str) -> frozenset[str]:
    return frozenset(re.split(r",\s+", text.strip()))


_AS_PRINTED = """
pôle de compétitivité, pôle d'innovation, pôle d'excellence, pôle territorial de coopération économique, pôle, cluster,
grappe industrielle, grappe d'entreprises, grappe, regroupement d'entreprises, groupement d'entreprises,
groupement d'employeurs, groupement d'intérêt public, groupement d'intérêt économique, club d'entreprises,
plateforme d'accélération, plateforme technologique, plateforme, living lab, fab lab, fablab, technopole,
incubateur, accélérateur, pépinière d'entreprises, hôtel d'entreprises, start-up,
société coopérative d'intérêt collectif, société coopérative et participative, société coopérative, coopérative,
coopérative agricole, coopérative d'activité et d'emploi, couveuse d'entreprises,
société d'accélération du transfert de technologies,
société d'économie mixte, société publique locale, société par actions simplifiée, société anonyme, société, entreprise,
entreprise adaptée, entreprise d'insertion, bureau d'études, régie de quartier,
association, fédération, confédération, fondation, fonds de dotation, mutuelle, réseau,
agence, agence d'urbanisme, agence d'innovation, agence d'attractivité, agence de développement,
agence de développement économique, agence locale de l'énergie, agence locale de l'énergie et du climat,
université, école, école d'ingénieurs, école de commerce, école de musique, lycée, collège, institut, laboratoire,
centre technique, centre de recherche, centre de formation, centre social, scène nationale, épicerie sociale,
épicerie solidaire, centre culturel, crèche parentale,
chambre de commerce et d'industrie, chambre de métiers et de l'artisanat, chambre d'agriculture,
établissement public, établissement public foncier, office public de l'habitat, bailleur social,
syndicat mixte, syndicat intercommunal, communauté de communes, communauté d'agglomération, communauté urbaine,
pôle métropolitain, office de tourisme, mission locale, maison de l'emploi, conservatoire,
syndicat, centre hospitalier, comité départemental, comité régional, comité de bassin d'emploi, groupe d'action locale,
SAS, SASU, SARL, EURL, SASP, SCI, SCOP, SCIC, SNC, SEM, SEML, SAEM, SPL, SPLA, EARL, GAEC, SCEA, GFA, GIP, GIE, PTCE,
CUMA, EPIC, EPCC, OGEC, SIVOM, SIVOS, SIVU, CFA, IUT, CCAS, CIAS, EHPAD, MJC, AMAP, ESAT
"""
_UNDER_OTHER_NAMES = {
    "plate-forme": "plateforme",
    "comité des fêtes": "association",
    "comité de jumelage": "association",
    "amicale": "association",
    "pôles de compétitivité": "pôle de compétitivité",
    "clusters": "cluster",
    "grappes industrielles": "grappe industrielle",
    "grappes d'entreprises": "grappe d'entreprises",
    **{f"{kind}s": kind for kind in ("association", "société", "fédération", "lycée", "collège")},
}
KINDS: dict[str, str] = {kind: kind for kind in sorted(_phrases(_AS_PRINTED))} | _UNDER_OTHER_NAMES
"""Kinds as printed, to the kind as the facts name it. Longer ones are tried first; letters are said in capitals."""

WITH_NAME = _phrases(
    "communauté de communes, communauté d'agglomération, communauté urbaine, syndicat mixte, mission locale, "
    "syndicat intercommunal, office de tourisme, office public de l'habitat, établissement public foncier, "
    "chambre de commerce et d'industrie, chambre de métiers et de l'artisanat, chambre d'agriculture, "
    "pôle métropolitain, centre social, centre culturel, centre hospitalier, comité départemental, comité régional, "
    "comité de bassin d'emploi"
)
"""Kinds that are a part of the name behind them, whatever their case ("l'office de tourisme du Vidour")."""

BRANDED = _phrases(
    "agence d'innovation, agence d'attractivité, agence de développement, agence de développement économique"
)
"""Kinds behind which a name stands by itself ("Agence d'innovation VIDOUR LAB")."""

NAMED_WHOLE = _phrases("plateforme, agence, école, institut, centre de recherche, laboratoire")
"""Kinds that are told with what they are of ("la plateforme d'analyse Vidour Lab")."""

SMALL_LETTERS = vocabulary("agence ecole office institut federation fondation syndicat conservatoire etablissement")
"""First words of names whose other words have no capital ("l'Agence nationale du bois")."""

APPOSED = _phrases(
    "association, cluster, grappe, grappe d'entreprises, pôle de compétitivité, fédération, société, entreprise, "
    "société publique locale, société coopérative, SCIC, SCOP, SAS, SARL, coopérative, agence d'innovation, "
    "pôle d'innovation, couveuse d'entreprises, coopérative d'activité et d'emploi, agence de développement, "
    "technopole, incubateur, groupement d'intérêt public"
)
"""Kinds that a comma may part from the name before them ("X, association loi 1901, …")."""

POINTING = _phrases(
    "pôle de compétitivité, grappe d'entreprises, grappe industrielle, technopole, agence d'innovation, "
    "agence locale de l'énergie, agence locale de l'énergie et du climat, agence de développement, cluster, "
    "agence d'urbanisme, agence d'attractivité, scène nationale, living lab, groupement d'intérêt public"
)
"""Kinds that, with "le" or "cette", point back at the organisation just named."""

UNSAID = ("entité", "structure", "organisme")
"""Words before a name that say that it is an organisation's, and nothing of its kind."""

BELONGING = ("club", "ligue", "cercle", "harmonie", "chorale", "compagnie")
"""Words that are a part of the name behind them, whatever their case ("le club Vidour Basket")."""

LEGAL_FORMS = vocabulary("SAS SASU SARL EURL SASP SCI SCOP SCIC SNC SEM SEML SAEM SPL SPLA EARL SCEA GIP GIE")
"""Letters that stand before a name as often as they are left out of it."""

INSTITUTIONS = vocabulary("CCI CMA CAF CPAM UDAF ADIL CAUE SDIS CROUS")
"""Letters that name an institution of each department, and need no name behind them."""

DESCRIBING = tuple(
    vocabulary(
        "al ale aux ales ique iques aire aires ive ives if ifs elle el els ienne ien iens aise ais aine ain eure eur"
    )
)
"""Endings of adjectives, on folded text, that may stand between a kind and a name."""

CALLED = vocabulary("denomme denommee denommes denommees nomme nommee appele appelee intitule intitulee dite dit dont")
"""Words right before a name."""

BECOMING = vocabulary(
    "constitue constituee transforme transformee erige erigee organise organisee structure structuree cree creee"
)
"""Verbs after which "en" tells an organisation's kind ("transformée en association")."""
AS_KIND = vocabulary("reconnu reconnue forme statut")
"""Words after which a kind is told of the organisation that the paragraph is about."""

NAMING = vocabulary(
    "agence universite ecole lycee college institut chambre communaute office mission comite amicale federation "
    "confederation fondation syndicat centre club foyer maison ligue cercle conservatoire compagnie scene regie "
    "cooperative etablissement ogec sivom sivos sivu cfa iut ccas cias ehpad mjc amap esat cuma gaec gfa"
)
"""Kinds, folded, that are the first word of the name itself before a capital or a complement ("Agence nationale …")."""

ADJECTIVES = vocabulary(
    "sportive sportif culturelle culturel communale communal familiale familial nationale national locale local "
    "departementale departemental regionale regional intercommunale intercommunal musicale musical paroissiale "
    "fonciere syndicale syndical francaise francais humanitaire caritative sociale social scolaire agricole laique "
    "cantonale municipale municipal rurale rural artistique patriotique nautique equestre"
)
"""Adjectives, folded, that make the kind before them a part of the name ("Association Sportive des Prés")."""

PARTNERS = ("partenariat", "partenariats", "partenaires", "aux côtés", "convention avec")
"""Words after which partners are named: with "avec", "de", or directly."""

BEFORE_NAMES = (
    *(f"{verb} à" for verb in ("accordé", "accordée", "consenti", "consentie", "confié", "confiée")),
    *(f"{verb} au" for verb in ("accordé", "accordée", "consenti", "consentie", "confié", "confiée")),
    *(f"{verb} par" for verb in ("géré", "gérée", "animé", "animée", "organisé", "organisée")),
    *("auprès de", "auprès du", "service de", "service du", "filiale de", "dont le", "dont la"),
)
"""Words behind which an organisation stands under its mere name, if that is no place's."""

JOINERS = vocabulary("de du des d' la le les l' en et pour à au aux sur &")
"""Small words within a name, where a capital follows."""

NOT_ORGANISATIONS = vocabulary(
    "le la les l' un une des ce cette ces il elle ainsi dans pour par au aux en sur a a afin vu considerant monsieur "
    "madame president presidente maire bureau conseil comite region etat etat departement prefecture france europe "
    "label objectif objectifs article budget convention projet annexe action actions m. mme plan phase annee bilan "
    "seance secretaire attribue demande vote verse propose montant objet total subvention subventions nom "
    "beneficiaire beneficiaires intitule cout registre deliberation deliberations exercice fonctionnement "
    "investissement rse r&d pme tpe industrie covid covid-19 assemblee epci"
)
"""Capitalised words, folded, that begin no organisation's name on their own."""

DEPARTMENTS = vocabulary(
    "ain aisne allier ardeche ardennes ariege aube aude aveyron calvados cantal charente cher correze creuse "
    "dordogne "
    "doubs drome essonne eure finistere gard gers gironde guadeloupe guyane herault indre isere jura landes loire "
    "loiret lot lozere manche marne martinique mayenne mayotte meuse morbihan moselle nievre nord oise orne reunion "
    "rhone sarthe savoie somme tarn var vaucluse vendee vienne vosges yonne alsace bretagne corse normandie occitanie"
)
"""Departments and regions of one word, folded: alone, each is a place and no organisation ("Isère Tourisme" is one)."""

REGIONS = _phrases(
    "hauts-de-france, île-de-france, ile-de-france, grand est, pays de la loire, nouvelle-aquitaine, "
    "auvergne-rhône-alpes, bourgogne-franche-comté, centre-val de loire, seine-maritime, hautes-alpes, "
    "loire-atlantique, la réunion, ille-et-vilaine, saône-et-loire, alpes-maritimes, pas-de-calais"
)
"""Regions and departments of several words, in small letters: places as well."""

PUBLIC = vocabulary(
    "conseil departement region metropole commune ville mairie communaute bureau commission comite jury republique "
    "assemblee senat tribunal cour prefecture etat gouvernement france europe groupe intercommunalite seance "
    "tresor tresorerie service services direction ministere rectorat parlement delegation syndicat pays "
    "territoire seminaire"
)
"""Common nouns, folded, that begin the name of a public body or of one of its organs."""
