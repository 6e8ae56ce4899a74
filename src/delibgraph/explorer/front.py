"""What the first page tells: figures, the bodies, how complete the readings are, what is wrong in them."""

from __future__ import annotations

from delibgraph.explorer.section import Section

PERIOD = "SELECT (MIN(?d) AS ?first) (MAX(?d) AS ?last) WHERE { ?s a dg:Sitting ; dg:date ?d }"
"""From when to when."""

_COUNTED = (
    ("documents", "documents", "?x a dg:SourceDocument"),
    ("sittings", "séances", "?x a dg:Sitting"),
    ("members", "élus", "?x a dg:ElectedOfficial"),
    ("proxies", "pouvoirs", "?x a dg:Proxy"),
    ("grants", "sommes accordées", "?x dg:fundingStatus dgc:funding-granted"),
    ("findings", "constats", "?x a sh:ValidationResult ; sh:resultSeverity ?level FILTER(?level != sh:Info)"),
)


def _numbers() -> str:
    rows = " UNION ".join(
        f"""{{ {{ SELECT (COUNT(DISTINCT ?x) AS ?n) WHERE {{ {pattern} }} }}
        BIND("{english}" AS ?en) BIND("{french}" AS ?fr) }}"""
        for english, french, pattern in _COUNTED
    )
    return f"SELECT ?what ?n WHERE {{ {rows} BIND(IF($language = 'fr', ?fr, ?en) AS ?what) }}"


NUMBERS = _numbers()
"""The figures of the first page: what is counted, and how many there are."""

_COMPLETE = (
    ("sittings with a day", "séances datées", "?x a dg:Sitting", "dg:date"),
    ("sittings with a president", "séances dont la présidence est connue", "?x a dg:Sitting", "dg:president"),
    (
        "sittings that print who is present",
        "séances qui impriment le nombre des présents",
        "?x a dg:Sitting",
        "dg:declaredPresent",
    ),
    ("proxies that name their holder", "pouvoirs dont le mandataire est nommé", "?x a dg:Proxy", "dg:holder"),
    ("deliberations with a number", "délibérations numérotées", "?x a dg:Deliberation", "dg:number"),
    (
        "deliberations with a vote",
        "délibérations dont le vote est connu",
        "?x a dg:Deliberation",
        "^dg:deliberation/dg:outcome",
    ),
    (
        "grants with a year",
        "sommes accordées dont l’année est connue",
        "?x dg:fundingStatus dgc:funding-granted",
        "dg:year",
    ),
)


def _complete() -> str:
    """Of how many things something is known, and how many there are; the words are the query's own."""
    rows = " UNION ".join(
        f"""{{ {{ SELECT (COUNT(DISTINCT ?x) AS ?known) WHERE {{ {pattern} . ?x {path} ?v }} }}
        {{ SELECT (COUNT(DISTINCT ?x) AS ?all) WHERE {{ {pattern} }} }}
        BIND("{english}" AS ?en) BIND("{french}" AS ?fr) }}"""
        for english, french, pattern, path in _COMPLETE
    )
    return f"SELECT ?what ?known ?all WHERE {{ {rows} BIND(IF($language = 'fr', ?fr, ?en) AS ?what) }}"


HOME = (
    Section(
        "Bodies",
        "Collectivités",
        """SELECT ?body ?body_label (COUNT(DISTINCT ?sitting) AS ?sittings) (MIN(?date) AS ?since)
          (MAX(?date) AS ?through) WHERE {
          ?body a dg:Body . ?organ org:unitOf ?body . ?sitting dg:organ ?organ .
          OPTIONAL { ?sitting dg:date ?date }
          OPTIONAL { ?body skos:prefLabel ?body_label }
        } GROUP BY ?body ?body_label ORDER BY DESC(?sittings) ?body_label""",
    ),
    Section("How complete", "Ce qui est connu", _complete()),
    Section(
        "What is wrong or doubtful",
        "Ce qui est faux ou douteux",
        """SELECT ?severity ?code (COUNT(DISTINCT ?finding) AS ?findings) (MIN(?said) AS ?message)
          ?document ?document_label WHERE {
          ?finding a sh:ValidationResult ; sh:resultSeverity ?level ; dg:findingCode ?code ; dg:inDocument ?document .
          OPTIONAL { ?document dcterms:title ?document_label }
          FILTER(?level != sh:Info)
          BIND(STRAFTER(STR(?level), "#") AS ?severity)
          OPTIONAL { ?finding sh:resultMessage ?said FILTER(LANG(?said) = $language) }
        } GROUP BY ?severity ?code ?document ?document_label ORDER BY ?severity ?document_label ?code""",
    ),
)
"""The tables of the first page."""
