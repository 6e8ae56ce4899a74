"""What organisations are called: kinds, articles and the words that point at a partner. Data, not rules."""

from __future__ import annotations

from delibgraph.extraction.text.phrases import vocabulary

KINDS: dict[str, str] = {
    "pôle de compétitivité": "pôle de compétitivité",
    "pôles de compétitivité": "pôle de compétitivité",
    "pôle d'innovation": "pôle d'innovation",
    "pôle territorial de coopération économique": "pôle territorial de coopération économique",
    "pôle": "pôle",
    "cluster": "cluster",
    "clusters": "cluster",
    "grappe industrielle": "grappe industrielle",
    "grappes industrielles": "grappe industrielle",
    "grappe d'entreprises": "grappe d'entreprises",
    "grappes d'entreprises": "grappe d'entreprises",
    "grappe": "grappe",
    "regroupement d'entreprises": "regroupement d'entreprises",
    "groupement d'employeurs": "groupement d'employeurs",
    "club d'entreprises": "club d'entreprises",
    "plateforme d'accélération": "plateforme d'accélération",
    "plateforme": "plateforme",
    "société coopérative d'intérêt collectif": "société coopérative",
    "société coopérative": "société coopérative",
    "coopérative": "coopérative",
    "scop": "société coopérative",
    "scic": "société coopérative",
    "société d'économie mixte": "société d'économie mixte",
    "société publique locale": "société publique locale",
    "société": "société",
    "entreprise": "société",
    "sas": "société",
    "sarl": "société",
    "association": "association",
    "associations": "association",
    "fédération": "fédération",
    "fondation": "fondation",
    "agence": "agence",
    "université": "université",
    "école": "école",
    "lycée": "lycée",
    "collège": "collège",
    "institut": "institut",
    "centre technique": "centre technique",
    "chambre de commerce et d'industrie": "chambre consulaire",
    "chambre de métiers et de l'artisanat": "chambre consulaire",
    "chambre d'agriculture": "chambre consulaire",
    "syndicat mixte": "syndicat mixte",
    "communauté de communes": "communauté de communes",
    "communauté d'agglomération": "communauté d'agglomération",
    "office de tourisme": "office de tourisme",
    "mission locale": "mission locale",
    "comité des fêtes": "association",
    "comité de jumelage": "association",
    "amicale": "association",
    "mutuelle": "mutuelle",
    "incubateur": "incubateur",
    "pépinière d'entreprises": "pépinière d'entreprises",
    "réseau": "réseau",
}
"""Kinds as printed, to the kind as the graph names it. Longer ones are tried first."""

NAMING = vocabulary(
    "agence université école lycée collège institut chambre communauté office mission comité amicale fédération "
    "fondation syndicat centre club foyer maison"
)
"""Kinds that are the first word of the name itself when a capital or a complement follows ("Agence nationale …")."""

ADJECTIVES = vocabulary(
    "sportive sportif culturelle culturel communale communal familiale familial nationale national locale local "
    "departementale departemental regionale regional intercommunale intercommunal musicale musical paroissiale "
    "fonciere syndicale syndical francaise francais humanitaire caritative sociale social scolaire agricole laique "
    "cantonale municipale municipal rurale rural artistique patriotique nautique equestre"
)
"""Adjectives, folded, that make the kind before them a part of the name ("Association Sportive des Prés")."""

PARTNERS = ("partenariat", "partenariats", "partenaires", "aux côtés", "convention avec")
"""Words after which partners are named: with "avec", "de", or directly."""

JOINERS = vocabulary("de du des d' la le les l' en et pour à au aux sur")
"""Small words within a name, where a capital follows."""

NOT_ORGANISATIONS = vocabulary(
    "le la les l' un une des ce cette ces il elle ainsi dans pour par au aux en sur a a afin vu considerant monsieur "
    "madame president presidente maire bureau conseil comite region etat etat departement prefecture france europe "
    "label objectif objectifs article budget convention projet annexe action actions m. mme plan phase annee bilan "
    "seance secretaire rse r&d pme tpe industrie covid covid-19 assemblee epci"
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
