"""The kinds of bodies and their organs, as data: how texts print them, and which family has which organ.

A family is the sort of body that an organ belongs to: ``commune``, ``epci``, ``syndicat``, ``collectivity``
(departments and regions), ``establishment``. Patterns are on folded text.
"""

from __future__ import annotations

_OF = r"(?=[ ]+d(?:(?:e|u|es)[ ]|'))"
_COUNTRY = (
    r"(?=[ ]+(?:d(?:(?:e|u|es)[ ]|')|(?:val|vals|pays|vallees?|entre|coeur|terres?|grand|portes?|rives?|plaines?|"
    r"plateaux?|coteaux|monts?|haute?|bas|basse|sud|nord|est|ouest|cote)[ ]))"
)
"""After an abbreviation: an article, or a word with which the names of such bodies begin."""

ORGANS: tuple[tuple[str, str, str], ...] = (
    ("Conseil d'arrondissement", r"conseil[ ]+(?:d'|du[ ]+\d{1,2}(?:er|eme|e)[ ]+)arrondissement", "commune"),
    ("Conseil municipal", r"conseils?[ ]+municipal|conseils[ ]municipaux", "commune"),
    (
        "Conseil communautaire",
        r"conseil[ ]+communautaire|assemblee[ ]+communautaire"
        r"|conseil[ ]+de[ ]+(?:la[ ]+)?communaute(?=[ ]+(?:de|d'|urb))",
        "epci",
    ),
    ("Conseil de communauté", r"conseil[ ]+de[ ]+(?:la[ ]+)?communaute", "epci"),
    ("Conseil d'agglomération", r"conseil[ ]+(?:d'|de[ ]+l')agglomeration", "epci"),
    (
        "Bureau communautaire",
        r"bureau[ ]+(?:communautaire|deliberatif|de[ ]+(?:la[ ]+)?communaute|de[ ]+l'agglomeration)",
        "epci",
    ),
    ("Conseil métropolitain", r"conseil[ ]+metropolitain", "epci"),
    ("Conseil de la métropole", r"conseil[ ]+de[ ]+(?:(?:la|\S+)[ ]+)?metropole", "epci"),
    ("Bureau métropolitain", r"bureau[ ]+(?:metropolitain|de[ ]+la[ ]+metropole)", "epci"),
    ("Conseil syndical", r"conseil[ ]+syndical", "syndicat"),
    ("Comité syndical", r"(?:comite|assemblee)[ ]+syndicale?|comite[ ]+(?:du|de)[ ]+syndicat", "syndicat"),
    ("Bureau syndical", r"bureau[ ]+(?:syndical|du[ ]+syndicat)", "syndicat"),
    ("Commission permanente", r"commission[ ]+permanente", "collectivity"),
    ("Conseil départemental", r"conseil[ ]+departemental", "collectivity"),
    ("Assemblée départementale", r"assemblee[ ]+departementale", "collectivity"),
    ("Conseil général", r"conseil[ ]+general", "collectivity"),
    ("Conseil régional", r"conseil[ ]+regional|assemblee[ ]+pleniere", "collectivity"),
    ("Syndicat", r"syndicat(?=[ ]+de[ ]+l'(?:a\.?s\.?a|association[ ]+(?:syndicale|fonciere)))", "establishment"),
    (
        "Bureau du conseil d'administration",
        r"bureau[ ]+du[ ]+conseil[ ]+d'administration|conseil[ ]+d'administration[ ]+[–-][ ]+bureau(?!\w)",
        "establishment",
    ),
    ("Conseil d'administration", r"conseil[ ]+d'administration", "establishment"),
)
"""Organs as the graph names them, as texts print them (folded), and the family of bodies that have them."""
VARIANTS = {
    "Conseil de communauté": "Conseil communautaire",
    "Conseil d'agglomération": "Conseil communautaire",
    "Conseil de la métropole": "Conseil métropolitain",
    "Assemblée départementale": "Conseil départemental",
    "Conseil syndical": "Comité syndical",
}
"""Other names of an organ, and the one that goes before them where a text has both."""
BARE_ORGANS = {
    ("comite", "syndicat"): "Comité syndical",
    ("bureau", "syndicat"): "Bureau syndical",
    ("bureau", "epci"): "Bureau communautaire",
    ("comite", "establishment"): "Comité",
    ("assemblee generale", "syndicat"): "Assemblée générale",
    ("assemblee generale", "epci"): "Assemblée générale",
    ("assemblee generale", "establishment"): "Assemblée générale",
}
"""Organs that a text names without their body's kind ("réunion du Comité"), by the family of its body."""
KINDS: tuple[tuple[str, str, str], ...] = (
    ("communaute-de-communes", r"communaute[ ]+de[ ]+communes", "epci"),
    ("communaute-de-communes", rf"c[.]?[ ]?(?:d[.]?[ ]?)?c[.]?{_COUNTRY}|com[ ]?com{_COUNTRY}", "epci"),
    ("communaute-d-agglomeration", r"communaute[ ]+d(?:'[ ]?|e[ ]+l')agglo(?:meration)?(?!\w)", "epci"),
    ("communaute-d-agglomeration", rf"agglo(?:meration)?{_OF}", "epci"),
    ("communaute-urbaine", r"communaute[ ]+urbaine", "epci"),
    ("pole-metropolitain", r"pole[ ]+metropolitain", "syndicat"),
    (
        "syndicat",
        r"syndicat(?:[ ]+(?:(?:inter)?(?:communal|departemental|communautaire|regional|scolaire)|mixte)"
        r"|(?=[ ]+(?:d'(?!initiative)|des?[ ]+(?!copropri|la[ ]+copropri)|du[ ]+(?!personnel))))",
        "syndicat",
    ),
    (
        "syndicat",
        r"(?:sivu|sivom|sivos|smictom|smirtom|smitom|sictom|sirtom|siaepa?|smaepa?|siaea?|siaap|sirp|sivalom)(?!\w)",
        "syndicat",
    ),
    ("syndicat", r"petr(?=[ ]+d)|pole[ ]+d'[ ]?equilibre[ ]+territorial(?:[ ]+et[ ]+rural)?(?=[ ]+\p{L})", "syndicat"),
    ("syndicat", r"parc[ ]+naturel[ ]+regional(?=[ ]+d)", "syndicat"),
    ("public-establishment", r"centre[ ]+(?:inter)?communal[ ]+d'action[ ]+sociale?", "establishment"),
    ("public-establishment", r"c[.]?[ci][.]?a[.]?s(?:[.]|(?!\w))(?=[ ]+d)", "establishment"),
    ("public-establishment", r"caisse[ ]+des[ ]+ecoles", "establishment"),
    (
        "public-establishment",
        r"association[ ]+(?:syndicale[ ]+(?:autorisee|constituee[ ]+d'office)|fonciere(?:[ ]+de[ ]+remembrement)?)"
        r"(?=[ ]+d)",
        "establishment",
    ),
    (
        "public-establishment",
        r"service[ ]+departemental[ ]+d'incendie(?:[ ]+et[ ]+de[ ]+secours)?|sdis(?=[ ]+d)",
        "establishment",
    ),
    (
        "public-establishment",
        r"centre[ ]+(?:\w+[ ]+)?de[ ]+gestion(?:[ ]+de[ ]+la[ ]+fonction[ ]+publique)?",
        "establishment",
    ),
    (
        "public-establishment",
        r"office[ ]+public|regie|etablissement[ ]+public|agence[ ]+(?:departementale|de[ ]+l'eau)|universite(?=[ ]+d)"
        r"|centre[ ]+hospitalier|ehpad",
        "establishment",
    ),
    (
        "public-establishment",
        r"(?:lycee|college)(?:[ ]+(?:polyvalent|general|technologique|professionnel|agricole|public|prive|et|d'etat|"
        r"des[ ]+metiers))*+(?=\s+\p{L}|[ ]+[\"«])|epl(?:efpa)?(?=[ ]+d)",
        "establishment",
    ),
    (
        "commune",
        r"(?:mairie|(?<=(?:^|\n)[ ]*)conseil)[ ]+du[ ]+(?:\d{1,2}[ ]?(?:er|eme|e)|\w+ieme|premier)[ ]+"
        r"(?:arrondissement|secteur)",
        "commune",
    ),
    ("department", r"conseil[ ]+(?:general|departemental)(?=[ ]+d)|departement(?=[ ]+d)", "collectivity"),
    ("department", r"collectivite(?:[ ]+(?:europeenne|territoriale|unique))?(?=[ ]+d)", "collectivity"),
    (
        "region",
        r"conseil[ ]+regional(?=[ ]+\p{L})|region(?=[ ]+\p{L})|(?<=^\s*(?:la[ ]+)?)region(?=[ ]*\n[ ]*\p{L})",
        "collectivity",
    ),
    ("metropole", r"(?:euro)?metropole(?=[ ]+\p{L})", "epci"),
    ("commune", r"commune(?:[ ]+nouvelle)?(?=[ ]+d)|ville(?=[ ]+d)", "commune"),
)
"""Kinds of bodies by their code, as texts print them (folded), and their family."""
KIND_HEADS = (
    "communaute pole syndicat sivu sivom sivos smictom smirtom smitom sictom sirtom siaep siaepa smaep smaepa siae "
    "siaea siaap sirp sivalom centre caisse service sdis conseil departement region metropole eurometropole commune "
    "ville c ccas cias cc cdc com comcom agglo agglomeration petr parc collectivite mairie office regie etablissement "
    "association agence universite ehpad lycee college epl eplefpa"
)
"""The words with which these begin."""
SMALL_KINDS = ("commune", "communaute-de-communes")
"""Kinds that name a body without a capital: "la commune de X", "la communauté de communes de Y"."""
DEFAULT_ORGANS = {"commune": "Conseil municipal", "epci": "Conseil communautaire", "syndicat": "Comité syndical"}
