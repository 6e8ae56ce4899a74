"""The search of the pages: an index of all names in the graph, made when it is first asked for and after each build."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field

from delibgraph.explorer.search import Entry, Index
from delibgraph.explorer.workers import Workers
from delibgraph.rdf.vocabulary import DG

_KIND = f"BIND(STRAFTER(STR(?type), '{DG.base}') AS ?kind)"
NAMES = (
    f"""SELECT ?thing ?kind (MIN(?called) AS ?name) (GROUP_CONCAT(DISTINCT ?other; separator=" ") AS ?also)
    (SAMPLE(?where) AS ?beside) WHERE {{
      VALUES ?type {{ dg:ElectedOfficial dg:Organisation dg:Body dg:Organ dg:SourceDocument }}
      ?thing a ?type {_KIND}
      ?thing foaf:name|skos:prefLabel|dcterms:title ?called .
      OPTIONAL {{ ?thing skos:altLabel|dg:siren ?other }}
      OPTIONAL {{ ?thing org:unitOf/skos:prefLabel ?where }}
    }} GROUP BY ?thing ?kind""",
    f"""SELECT ?thing ?kind (MIN(?called) AS ?name) (GROUP_CONCAT(DISTINCT ?called; separator=" ") AS ?also)
    (SAMPLE(?where) AS ?beside) WHERE {{
      VALUES ?type {{ dg:Deliberation }}
      ?thing a ?type {_KIND}
      OPTIONAL {{ ?thing dg:number ?number }} OPTIONAL {{ ?thing dcterms:title ?title }}
      OPTIONAL {{ ?thing dg:sitting ?sitting . ?sitting dg:organ/org:unitOf/skos:prefLabel ?body
        OPTIONAL {{ ?sitting dg:date ?date }} BIND(CONCAT(?body, ", ", COALESCE(STR(?date), "")) AS ?where) }}
      BIND(CONCAT(COALESCE(?number, ""), " ", COALESCE(?title, "")) AS ?called)
    }} GROUP BY ?thing ?kind""",
    f"""SELECT ?thing ?kind ?name (SAMPLE(?where) AS ?beside) WHERE {{
      VALUES ?type {{ dg:Sitting }}
      ?thing a ?type ; dg:organ ?organ {_KIND}
      OPTIONAL {{ ?organ skos:prefLabel ?called }} OPTIONAL {{ ?thing dg:date ?date }}
      OPTIONAL {{ ?organ org:unitOf/skos:prefLabel ?where }}
      BIND(CONCAT(COALESCE(?called, ""), ", ", COALESCE(STR(?date), "")) AS ?name)
    }} GROUP BY ?thing ?kind ?name""",
    """SELECT DISTINCT ?thing ?body WHERE {
      ?mandate a dg:Mandate ; org:member ?thing ; org:organization/org:unitOf/skos:prefLabel ?body
    } ORDER BY ?thing ?body""",
)
"""Everything with a name, and the bodies of the members."""


@dataclass(slots=True)
class Finder:
    """Finds things by name in the build that the workers have open."""

    workers: Workers
    _index: Index = field(default_factory=Index)
    _built: int = -1
    _lock: asyncio.Lock | None = None

    async def index(self) -> Index:
        """The index of the present build.

        Raises:
            RefusedError: the graph cannot be asked.
        """
        self._lock = self._lock or asyncio.Lock()
        async with self._lock:
            built = self.workers.built()
            if built != self._built:
                self._index, self._built = await self._made(), built
        return self._index

    async def _made(self) -> Index:
        bodies = {row["thing"]["value"]: row["body"]["value"] for row in await self.workers.rows(NAMES[-1])}
        entries = []
        for query in NAMES[:-1]:
            for row in await self.workers.rows(query):
                told = {name: " ".join(term["value"].split()) for name, term in row.items()}
                beside = told.get("beside") or bodies.get(told["thing"], "")
                entries.append(
                    Entry(told["thing"], told["kind"], told["name"].strip(" ,"), beside, told.get("also", ""))
                )
        return await asyncio.to_thread(Index.of, entries)
