"""What a page shows of a thing, by what the thing is: SPARQL with a title in each language.

``$this`` stands for the thing. A variable ``x_label`` is the text of the link to ``x``.
"""

from __future__ import annotations

from delibgraph.explorer.history import (
    ATTENDANCE_OF_BODY,
    ATTENDANCE_OF_MEMBER,
    MEMBERS,
    MONEY_OF_BODY,
    MONEY_OF_ORGANISATION,
    OFFICES_OF_BODY,
    OFFICES_OF_MEMBER,
    VOTED,
)
from delibgraph.explorer.section import Section
from delibgraph.rdf.vocabulary import DG

_QUOTE = "OPTIONAL { %s dg:evidence ?quote OPTIONAL { ?quote oa:hasSelector ?words . ?words oa:exact ?quote_label } }"
"""The words that prove something. One pattern an option, a second in an option of its own: else the store joins both
over the whole graph first, which took 20 s where this takes 5 ms."""
_SITTINGS = Section(
    "Sittings",
    "Séances",
    """SELECT DISTINCT ?sitting ?sitting_label ?organ ?organ_label ?in_office ?present ?proxies ?votes WHERE {
      %s
      OPTIONAL { ?sitting dg:date ?sitting_label }
      OPTIONAL { ?organ skos:prefLabel ?organ_label }
      OPTIONAL { ?sitting dg:membersInOffice ?in_office }
      OPTIONAL { ?sitting dg:declaredPresent ?present }
      OPTIONAL { ?sitting dg:declaredProxies ?proxies }
      OPTIONAL { ?sitting dg:declaredVotes ?votes }
    } ORDER BY DESC(?sitting_label) ?sitting""",
)


def _sittings(pattern: str) -> Section:
    return Section(_SITTINGS.title, _SITTINGS.title_fr, _SITTINGS.query % pattern)


EITHER = "dg:beneficiary|dg:sharedAmong"
"""From a grant to who receives it, alone or with others."""
FUNDING = (
    """SELECT DISTINCT ?date ?funder ?funder_label ?beneficiary ?beneficiary_label ?amount ?currency ?year ?status
  ?deliberation ?deliberation_label ?quote ?quote_label WHERE {
      %s
      ?funding """
    + EITHER
    + """ ?beneficiary ; dg:amount ?amount ; dg:currency ?currency ;
        dg:deliberation ?deliberation ;
        dg:fundingStatus ?state .
      ?beneficiary skos:prefLabel ?beneficiary_label .
      ?deliberation dg:sitting ?sitting .
      OPTIONAL { ?sitting dg:date ?date }
      OPTIONAL { ?deliberation dg:number ?deliberation_label }
      OPTIONAL { ?funding dg:funder ?funder OPTIONAL { ?funder skos:prefLabel ?funder_label } }
      OPTIONAL { ?funding dg:year ?year }
      """
    + _QUOTE % "?funding"
    + """
      OPTIONAL { ?state skos:prefLabel ?word FILTER(LANG(?word) = $language) }
              BIND(COALESCE(STR(?word), STRAFTER(STR(?state), "funding-")) AS ?status)
    } ORDER BY DESC(?date) ?beneficiary_label ?amount ?quote_label ?quote"""
)
"""Sums with their sentences; ``%s`` is a pattern that says which ``?funding``."""
_PROXIES = (
    """SELECT DISTINCT ?sitting ?sitting_label ?grantor ?grantor_label ?holder ?holder_label ?from ?until
      ?quote ?quote_label WHERE {
      %s
      ?proxy a dg:Proxy ; dg:sitting ?sitting ; dg:grantor ?grantor .
      ?grantor foaf:name ?grantor_label .
      OPTIONAL { ?proxy dg:holder ?holder . ?holder foaf:name ?holder_label }
      OPTIONAL { ?sitting dg:date ?sitting_label }
      OPTIONAL { ?proxy dg:from ?from }
      OPTIONAL { ?proxy dg:until ?until }
      """
    + _QUOTE % "?proxy"
    + """
    } ORDER BY DESC(?sitting_label) ?grantor_label ?holder_label ?quote_label ?quote"""
)

SECTIONS: dict[str, tuple[Section, ...]] = {
    DG.Body.value: (
        _sittings("?organ org:unitOf $this . ?sitting dg:organ ?organ ."),
        ATTENDANCE_OF_BODY,
        MONEY_OF_BODY,
        MEMBERS,
        OFFICES_OF_BODY,
        Section("Money", "Financements", FUNDING % "?funding dg:funder $this ."),
    ),
    DG.Organ.value: (_sittings("BIND($this AS ?organ) ?sitting dg:organ ?organ ."),),
    DG.Sitting.value: (
        Section(
            "Sitting",
            "Séance",
            """SELECT ?body ?body_label ?organ ?organ_label ?date ?president ?president_label
              ?secretary ?secretary_label ?in_office ?present ?proxies ?votes WHERE {
              $this dg:organ ?organ . ?organ org:unitOf ?body .
              OPTIONAL { $this dg:date ?date }
              OPTIONAL { ?body skos:prefLabel ?body_label }
              OPTIONAL { ?organ skos:prefLabel ?organ_label }
              OPTIONAL { $this dg:president ?president . ?president foaf:name ?president_label }
              OPTIONAL { $this dg:secretary ?secretary . ?secretary foaf:name ?secretary_label }
              OPTIONAL { $this dg:membersInOffice ?in_office }
              OPTIONAL { $this dg:declaredPresent ?present }
              OPTIONAL { $this dg:declaredProxies ?proxies }
              OPTIONAL { $this dg:declaredVotes ?votes }
            }""",
        ),
        Section(
            "Proxies", "Pouvoirs", (_PROXIES % "?proxy dg:sitting $this .").replace("?sitting ?sitting_label ", "", 1)
        ),
        Section(
            "Attendance",
            "Présences",
            """SELECT DISTINCT ?official ?official_label ?status ?replaces ?replaces_label WHERE {
              ?attendance dg:sitting $this ; dg:official ?official ; dg:attendanceStatus ?state .
              ?official foaf:name ?official_label .
              OPTIONAL { ?attendance dg:replaces ?replaces . ?replaces foaf:name ?replaces_label }
              OPTIONAL { ?state skos:prefLabel ?word FILTER(LANG(?word) = $language) }
              BIND(COALESCE(STR(?word), STRAFTER(STR(?state), "attendance-")) AS ?status)
            } ORDER BY DESC(?status) ?official_label""",
        ),
        Section(
            "Deliberations",
            "Délibérations",
            """SELECT DISTINCT ?deliberation ?deliberation_label ?title ?outcome WHERE {
              ?deliberation dg:sitting $this ; a dg:Deliberation .
              OPTIONAL { ?deliberation dg:number ?deliberation_label }
              OPTIONAL { ?deliberation dcterms:title ?title }
              OPTIONAL { ?vote dg:deliberation ?deliberation ; dg:outcome ?code }
              OPTIONAL { ?code skos:prefLabel ?word FILTER(LANG(?word) = $language) }
              BIND(COALESCE(STR(?word), STRAFTER(STR(?code), "outcome-")) AS ?outcome)
            } ORDER BY ?deliberation_label ?title""",
        ),
        Section(
            "Money",
            "Financements",
            FUNDING % "?funding dg:deliberation/dg:sitting $this .",
        ),
    ),
    DG.ElectedOfficial.value: (
        OFFICES_OF_MEMBER,
        ATTENDANCE_OF_MEMBER,
        Section("Proxies given", "Pouvoirs donnés", _PROXIES % "?proxy dg:grantor $this ."),
        Section("Proxies held", "Pouvoirs portés", _PROXIES % "?proxy dg:holder $this ."),
        Section(
            "Attendance",
            "Présences",
            """SELECT DISTINCT ?sitting ?sitting_label ?organ ?organ_label ?status WHERE {
              ?attendance dg:official $this ; dg:sitting ?sitting ; dg:attendanceStatus ?state .
              ?sitting dg:organ ?organ .
              OPTIONAL { ?sitting dg:date ?sitting_label }
              OPTIONAL { ?organ skos:prefLabel ?organ_label }
              OPTIONAL { ?state skos:prefLabel ?word FILTER(LANG(?word) = $language) }
              BIND(COALESCE(STR(?word), STRAFTER(STR(?state), "attendance-")) AS ?status)
            } ORDER BY DESC(?sitting_label)""",
        ),
        VOTED,
    ),
    DG.Deliberation.value: (
        Section("Money", "Financements", FUNDING % "?funding dg:deliberation $this ."),
        Section(
            "Votes",
            "Votes",
            """SELECT DISTINCT ?outcome ?unanimous ?for ?against ?abstentions ?quote ?quote_label WHERE {
              ?vote a dg:Vote ; dg:deliberation $this .
              OPTIONAL { ?vote dg:outcome ?code }
              OPTIONAL { ?vote dg:unanimous ?unanimous }
              OPTIONAL { ?vote dg:votesFor ?for }
              OPTIONAL { ?vote dg:votesAgainst ?against }
              OPTIONAL { ?vote dg:abstentions ?abstentions }
              """
            + _QUOTE % "?vote"
            + """
              OPTIONAL { ?code skos:prefLabel ?word FILTER(LANG(?word) = $language) }
              BIND(COALESCE(STR(?word), STRAFTER(STR(?code), "outcome-")) AS ?outcome)
            } ORDER BY ?quote_label ?quote""",
        ),
    ),
    DG.Organisation.value: (
        MONEY_OF_ORGANISATION,
        Section("Money", "Financements", FUNDING % f"?funding {EITHER} $this ."),
    ),
    DG.SourceDocument.value: (
        Section(
            "Findings",
            "Constats",
            """SELECT DISTINCT ?severity ?code ?message ?quote ?quote_label WHERE {
              ?finding dg:inDocument $this ; dg:findingCode ?code ; sh:resultSeverity ?level ;
                sh:resultMessage ?message .
              FILTER(LANG(?message) = $language)
              """
            + _QUOTE % "?finding"
            + """
              BIND(STRAFTER(STR(?level), "#") AS ?severity)
            } ORDER BY ?severity ?code ?message""",
        ),
        Section(
            "What it records",
            "Ce qu’il relate",
            """SELECT DISTINCT ?recorded ?recorded_label WHERE {
              ?recorded dg:recordedIn $this .
              OPTIONAL { ?recorded dg:date ?date }
              OPTIONAL { ?recorded dg:number ?number }
              OPTIONAL { ?recorded dcterms:title ?title }
              BIND(COALESCE(?number, ?title, STR(?date)) AS ?recorded_label)
            } ORDER BY ?recorded""",
        ),
    ),
}
"""The tables of a page, by the class of its thing."""

STATEMENTS = Section(
    "All that is stated",
    "Tout ce qui en est dit",
    """SELECT DISTINCT ?property ?value ?value_label WHERE {
      $this ?property ?value
      OPTIONAL { ?value foaf:name ?name }
      OPTIONAL { ?value skos:prefLabel ?label FILTER(LANG(?label) IN ("", $language)) }
      OPTIONAL { ?value dg:number ?number }
      OPTIONAL { ?value dg:date ?date }
      BIND(COALESCE(?name, ?label, ?number, STR(?date)) AS ?value_label)
      FILTER(?property != dg:evidence)
    } ORDER BY ?property ?value LIMIT 500""",
    folded=True,
)
PROOFS = Section(
    "Where it is said",
    "Où cela est dit",
    """SELECT DISTINCT ?document ?document_label ?start ?end ?quote ?quote_label WHERE {
      $this dg:evidence ?quote .
      ?quote oa:hasSource ?document ; oa:hasSelector ?position , ?text .
      ?position oa:start ?start ; oa:end ?end .
      ?text oa:exact ?quote_label .
      OPTIONAL { ?document dcterms:title ?document_label }
    } ORDER BY ?document_label ?start LIMIT 200""",
)
KNOWN = """SELECT ?type ?kind ?name WHERE {
  $this a ?type
  OPTIONAL { ?type rdfs:label ?kind FILTER(LANG(?kind) = $language) }
  OPTIONAL { $this foaf:name|skos:prefLabel|dg:number|dcterms:title ?called }
  OPTIONAL { $this dg:organ/skos:prefLabel ?organ ; dg:date ?date }
  BIND(COALESCE(?called, CONCAT(?organ, ", ", STR(?date))) AS ?name)
}"""
"""What a thing is, and what it is called."""
LARGEST = """SELECT ?body WHERE {
  { SELECT ?body (COUNT(?sitting) AS ?sittings) WHERE { ?organ org:unitOf ?body . ?sitting dg:organ ?organ }
    GROUP BY ?body }
} ORDER BY DESC(?sittings) ?body LIMIT 20"""
"""The bodies with most sittings, whose pages take longest to find."""
AROUND = """CONSTRUCT { ?subject ?property ?object ; rdfs:label ?name . ?object rdfs:label ?called } WHERE {
  { SELECT DISTINCT ?subject ?property ?object WHERE {
    { BIND($this AS ?subject) ?subject ?property ?object } UNION { BIND($this AS ?object) ?subject ?property ?object }
    FILTER(?property != dg:evidence)
  } LIMIT 100 }
  OPTIONAL { ?subject foaf:name|skos:prefLabel|dcterms:title ?name }
  OPTIONAL { ?object foaf:name|skos:prefLabel|dcterms:title ?called }
}"""
"""What is said of a thing, and of what, with names: few enough to draw."""
