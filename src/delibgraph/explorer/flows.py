"""Who funds whom: sums by funder and beneficiary as bands and as a table, filtered by what the address says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from pyoxigraph import Literal, NamedNode
from starlette.requests import Request
from starlette.responses import Response

from delibgraph.explorer.pages import page, spoken, table_asked
from delibgraph.explorer.requests import workers
from delibgraph.explorer.sankey import Band, Node, Sankey, Sum, sankey
from delibgraph.explorer.section import Section
from delibgraph.explorer.sections import EITHER, FUNDING
from delibgraph.explorer.tables import Row, bound, number, place, table
from delibgraph.explorer.wording import OTHERS
from delibgraph.explorer.workers import RefusedError, Workers
from delibgraph.rdf.vocabulary import ID

FILTERS = ("body", "organisation", "year", "kind", "currency")
"""Parameters of the address: two IRIs, a year, what the money is called, and a code of ISO 4217."""
OFFERED = 500
"""Bodies and kinds that a filter offers, those with most grants."""
_YEAR = """OPTIONAL { ?funding dg:year ?told }
      OPTIONAL { ?funding dg:deliberation ?act OPTIONAL { ?act dg:sitting ?at OPTIONAL { ?at dg:date ?day } } }
      BIND(COALESCE(STR(?told), STR(YEAR(?day))) AS ?for)"""
"""The year that the money is for, else that of the sitting."""


def _offer(value: str, pattern: str, label: str = "") -> str:
    """Values of a filter, those of most grants first."""
    told = "(MIN(?called) AS ?label)" if label else ""
    return f"""SELECT ?value {told} (COUNT(DISTINCT ?funding) AS ?n) WHERE {{
      ?funding dg:fundingStatus dgc:funding-granted . {pattern} BIND({value} AS ?value) {label}
    }} GROUP BY ?value ORDER BY DESC(?n) ?value LIMIT {OFFERED}"""


OFFERS: Mapping[str, str] = {
    "body": _offer("?funder", "?funding dg:funder ?funder .", "OPTIONAL { ?funder skos:prefLabel ?called }"),
    "year": _offer("?for", _YEAR),
    "kind": _offer("?kind", "?funding dg:fundingKind ?kind ."),
    "currency": _offer("?currency", "?funding dg:currency ?currency ."),
}
"""What each filter offers."""

_SUMS = """SELECT ?funder (MIN(?giver) AS ?funder_label) ?beneficiary (MIN(?taker) AS ?beneficiary_label)
  ?amount ?currency ?grants WHERE {
  { SELECT ?funder ?beneficiary ?currency (SUM(?sum) AS ?amount) (COUNT(?funding) AS ?grants) WHERE {
    { SELECT DISTINCT ?funding ?funder ?beneficiary ?sum ?currency WHERE {
      %s
    } }
  } GROUP BY ?funder ?beneficiary ?currency }
  OPTIONAL { ?funder skos:prefLabel ?giver }
  OPTIONAL { ?beneficiary skos:prefLabel ?taker }
} GROUP BY ?funder ?beneficiary ?amount ?currency ?grants
ORDER BY DESC(?amount) ?funder_label ?beneficiary_label ?funder ?beneficiary"""


@dataclass(frozen=True, slots=True)
class Drawing:
    """The bands with their words and links, in a language, for the filters that are chosen."""

    shapes: Sankey
    chosen: Mapping[str, str]
    table: str
    language: str

    def money(self, amount: float, digits: int | None = 2) -> str:
        """A sum with its currency, rounded to so many digits."""
        currency = self.chosen["currency"]
        return f"{self.count(round(amount, digits))}\u00a0{'€' if currency == 'EUR' else currency}"

    def count(self, value: float) -> str:
        """A number for people."""
        return number(value, self.language)

    def name(self, node: Node) -> str:
        """A node's name; of many that are added up, how many."""
        if node.others:
            return f"{self.count(node.others)} {OTHERS[self.language]}"
        return node.name or (node.iri or "").removeprefix(ID)

    def page(self, node: Node) -> str:
        """Where a node's name leads: its page, else the table."""
        return place(node.iri, self.language) if node.iri else f"#{self.table}"

    def grants(self, band: Band) -> str:
        """Where a band leads: to its grants; of those that are added up, to what is known of the other end."""
        told = {"body": band.giver.iri, "organisation": band.taker.iri}
        found = {name: iri for name, iri in told.items() if iri}
        if not found or (len(found) == 1 and found.items() <= self.chosen.items()):
            return f"#{self.table}"
        target = "grants" if len(found) == 2 else self.table
        return f"/flows?{urlencode({'lang': self.language, **self.chosen, **found})}#{target}"

    def words(self, band: Band) -> str:
        """What a band says."""
        fr, many = self.language == "fr", band.grants > 1
        counted = ("sommes" if many else "somme") if fr else ("grants" if many else "grant")
        return (
            f"{self.name(band.giver)} → {self.name(band.taker)}{' :' if fr else ':'} {self.money(band.amount)}, "
            f"{self.count(band.grants)} {counted}"
        )


async def warm(asked: Workers) -> None:
    """Have ready what the page without filters asks.

    Raises:
        RefusedError: a query gets no answer.
    """
    chosen = _chosen({}, await _offers(asked))
    for query in (sums(chosen), _shared(chosen)):
        await asked.rows(bound(query, None, "en"))


async def flows(request: Request) -> Response:
    """The page; where a body or an organisation is chosen with its grants and their sentences.

    Raises:
        RefusedError: a filter is no IRI (400), or a query gets no answer.
    """
    language = spoken(request)
    offers = await _offers(workers(request))
    chosen = _chosen(request.query_params, offers)
    sections = [Section("By funder and beneficiary", "Par financeur et bénéficiaire", sums(chosen))]
    if {"body", "organisation"} & chosen.keys():
        sections.append(Section("Grants", "Sommes accordées", FUNDING % granted(chosen, EITHER)))
    tables = [await table(request, section, None, language) for section in sections]
    if asked := table_asked(request, tables):
        return asked
    shapes = sankey([_sum(row) for row in tables[0].found])
    return page(
        request,
        "flows.html.j2",
        tables=tables,
        drawn=Drawing(shapes, chosen, tables[0].key, language) if shapes else None,
        shared=int((await workers(request).rows(_shared(chosen)))[0]["n"]["value"]),
        offers=offers,
        offered=OFFERED,
        chosen=chosen,
        names=await _names(request, chosen),
    )


async def _offers(asked: Workers) -> dict[str, dict[str, str]]:
    """The values of each filter with their words, those of most grants first."""
    rows = {name: await asked.rows(query) for name, query in OFFERS.items()}
    return {
        name: {row["value"]["value"]: row.get("label", row["value"])["value"] for row in found if "value" in row}
        for name, found in rows.items()
    }


def _chosen(told: Mapping[str, str], offers: Mapping[str, Mapping[str, str]]) -> dict[str, str]:
    """The filters that an address sets, and a currency: by itself that of most grants."""
    chosen = {name: value for name in FILTERS if (value := told.get(name, "").strip())}
    return {"currency": next(iter(offers["currency"]), "EUR"), **chosen}


def sums(chosen: Mapping[str, str]) -> str:
    """The query of the sums by funder and beneficiary.

    Raises:
        RefusedError: a filter is no IRI (400).
    """
    return _SUMS % granted(chosen, "dg:beneficiary")


def granted(chosen: Mapping[str, str], path: str) -> str:
    """The pattern of the grants that the filters leave, by the path that leads to their beneficiaries.

    Raises:
        RefusedError: a filter is no IRI (400).
    """
    values = {
        "?funder": _node(chosen.get("body")),
        "?beneficiary": _node(chosen.get("organisation")),
        "?currency": _text(chosen.get("currency")),
        "?kind": _text(chosen.get("kind")),
        "?for": _text(chosen.get("year")),
    }
    return "\n      ".join(
        [
            *(f"VALUES {name} {{ {value} }}" for name, value in values.items() if value and name != "?for"),
            f"?funding {path} ?beneficiary ; dg:fundingStatus dgc:funding-granted ; dg:funder ?funder ;",
            "  dg:amount ?sum ; dg:currency ?currency .",
            *(["?funding dg:fundingKind ?kind ."] if values["?kind"] else []),
            *([_YEAR, f"FILTER(?for = {values['?for']})"] if values["?for"] else []),
        ]
    )


def _node(iri: str | None) -> str:
    try:
        return _inert(str(NamedNode(iri))) if iri else ""
    except ValueError as error:
        raise RefusedError(400, f"no IRI: {error}") from error


def _text(value: str | None) -> str:
    return _inert(str(Literal(value))) if value else ""


def _inert(term: str) -> str:
    """A term in which no placeholder of a section's query can stand (an escape of SPARQL 1.1, clause 19.2)."""
    return term.replace("$", "\\u0024")


def _sum(row: Row) -> Sum:
    funder, beneficiary = row["funder"]["value"], row["beneficiary"]["value"]
    names = (row.get(f"{name}_label", {}).get("value", "") for name in ("funder", "beneficiary"))
    giver, taker = (" ".join(name.split()) for name in names)
    return Sum(funder, giver, beneficiary, taker, float(row["amount"]["value"]), int(row["grants"]["value"]))


def _shared(chosen: Mapping[str, str]) -> str:
    """The query that counts sums which several share, so that nobody's part is known."""
    return f"SELECT (COUNT(DISTINCT ?funding) AS ?n) WHERE {{ {granted(chosen, 'dg:sharedAmong')} }}"


async def _names(request: Request, chosen: Mapping[str, str]) -> dict[str, str]:
    """What the body and the organisation that are chosen are called, by their IRIs."""
    nodes = {chosen[name]: _node(chosen[name]) for name in ("body", "organisation") if name in chosen}
    if not nodes:
        return {}
    query = f"SELECT ?node ?name {{ VALUES ?node {{ {' '.join(nodes.values())} }} ?node skos:prefLabel ?name }}"
    told = {row["node"]["value"]: row["name"]["value"] for row in await workers(request).rows(query)}
    return {iri: told.get(iri, iri.removeprefix(ID)) for iri in nodes}
