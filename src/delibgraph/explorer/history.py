"""What pages show over time: attendance and money by year, who held which office, what a member voted on."""

from __future__ import annotations

from delibgraph.explorer.section import Section


def _attendance(pattern: str, title: str, title_fr: str) -> Section:
    """Statuses by year. A sitting of which several documents tell counts once."""
    query = f"""SELECT ?year ?status ?times WHERE {{
      {{ SELECT ?year ?state (COUNT(DISTINCT ?attendance) AS ?times) WHERE {{
        {pattern} ?sitting dg:date ?date . ?attendance dg:sitting ?sitting ; dg:attendanceStatus ?state .
        BIND(YEAR(?date) AS ?year)
      }} GROUP BY ?year ?state }}
      OPTIONAL {{ ?state skos:prefLabel ?word FILTER(LANG(?word) = $language) }}
      BIND(COALESCE(STR(?word), STRAFTER(STR(?state), "attendance-")) AS ?status)
    }} ORDER BY ?year ?status"""
    return Section(title, title_fr, query, ("year", "status", "times"))


ATTENDANCE_OF_BODY = _attendance(
    "?organ org:unitOf $this . ?sitting dg:organ ?organ .", "Attendance by year", "Présences par année"
)
ATTENDANCE_OF_MEMBER = _attendance("?attendance dg:official $this .", "Attendance by year", "Présences par année")


def _money(pattern: str, other: str) -> Section:
    """Sums granted by year: the year that the money is for, else that of the sitting."""
    query = f"""SELECT ?year ?{other} ?{other}_label (SUM(?sum) AS ?amount) ?currency WHERE {{
      {{ SELECT DISTINCT ?funding ?year ?{other} ?{other}_label ?sum ?currency WHERE {{
        {pattern} dg:amount ?sum ; dg:currency ?currency ; dg:fundingStatus dgc:funding-granted .
        ?funding dg:{other} ?{other} . ?{other} skos:prefLabel ?{other}_label .
        OPTIONAL {{ ?funding dg:year ?told }}
        OPTIONAL {{ ?funding dg:deliberation ?act OPTIONAL {{ ?act dg:sitting ?at OPTIONAL {{ ?at dg:date ?date }} }} }}
        BIND(COALESCE(STR(?told), STR(YEAR(?date))) AS ?year)
      }} }}
    }} GROUP BY ?year ?{other} ?{other}_label ?currency ORDER BY ?year DESC(?amount) ?{other}_label"""
    return Section("Granted by year", "Accordé par année", query, ("year", other, "amount"))


MONEY_OF_BODY = _money("?funding dg:funder $this ;", "beneficiary")
MONEY_OF_ORGANISATION = _money("?funding dg:beneficiary $this ;", "funder")

MEMBERS = Section(
    "Members",
    "Élus",
    """SELECT ?official ?official_label ?sittings ?present ?given ?held WHERE {
      { SELECT ?official (COUNT(DISTINCT ?sitting) AS ?sittings) (COUNT(DISTINCT ?there) AS ?present)
        (COUNT(DISTINCT ?gave) AS ?given) (COUNT(DISTINCT ?had) AS ?held) WHERE {
        { ?organ org:unitOf $this . ?sitting dg:organ ?organ .
          ?attendance dg:sitting ?sitting ; dg:official ?official ; dg:attendanceStatus ?state .
          BIND(IF(?state = dgc:attendance-present, ?sitting, ?none) AS ?there) }
        UNION { ?organ org:unitOf $this . ?at dg:organ ?organ . ?gave dg:sitting ?at ; dg:grantor ?official }
        UNION { ?organ org:unitOf $this . ?at dg:organ ?organ . ?had dg:sitting ?at ; dg:holder ?official }
      } GROUP BY ?official }
      OPTIONAL { ?official foaf:name ?official_label }
    } ORDER BY DESC(?held) DESC(?sittings) ?official_label""",
)


def _offices(member: str, pattern: str, columns: str) -> Section:
    """Offices as the documents print them, with the first and the last day on which one does."""
    query = f"""SELECT {columns} ?office (MIN(?day) AS ?first) (MAX(?day) AS ?last) WHERE {{
      {pattern} ?mandate org:organization ?organ ; org:member {member} ; a dg:Mandate .%s
      {member} foaf:name ?official_label .
      OPTIONAL {{ ?mandate dg:observedOn ?day }}
      OPTIONAL {{ ?organ skos:prefLabel ?organ_label }}%s
    }} GROUP BY {columns} ?office ORDER BY ?organ_label ?office ?official_label"""
    of_body = member == "?official"
    told = (
        ("\n      ?mandate dg:office ?office .", "")
        if of_body
        else ("", "\n      OPTIONAL { ?mandate dg:office ?office }")
    )
    return Section("Offices", "Fonctions", query % told)


OFFICES_OF_BODY = _offices("?official", "?organ org:unitOf $this .", "?official ?official_label ?organ ?organ_label")
OFFICES_OF_MEMBER = _offices("$this", "", "?organ ?organ_label")

VOTED = Section(
    "Grants voted on while present",
    "Sommes votées en sa présence",
    """SELECT DISTINCT ?sitting ?sitting_label ?beneficiary ?beneficiary_label ?amount ?currency
      ?deliberation ?deliberation_label WHERE {
      ?attendance dg:official $this ; dg:attendanceStatus dgc:attendance-present ; dg:sitting ?sitting .
      ?deliberation dg:sitting ?sitting ; a dg:Deliberation .
      ?funding dg:deliberation ?deliberation ; dg:fundingStatus dgc:funding-granted ; dg:beneficiary ?beneficiary ;
        dg:amount ?amount ; dg:currency ?currency .
      ?beneficiary skos:prefLabel ?beneficiary_label .
      OPTIONAL { ?sitting dg:date ?sitting_label }
      OPTIONAL { ?deliberation dg:number ?number }
      OPTIONAL { ?deliberation dcterms:title ?title }
      BIND(COALESCE(?number, ?title) AS ?deliberation_label)
    } ORDER BY DESC(?sitting_label) ?beneficiary_label ?amount""",
)
