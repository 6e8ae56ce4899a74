"""The search of the pages: an index of all names in the graph, made when serving begins and after each build."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field

from delibgraph.explorer.search import Entry, Index
from delibgraph.explorer.wording import KINDS
from delibgraph.explorer.workers import RefusedError, Term, Workers
from delibgraph.rdf.vocabulary import DCTERMS, DG, FOAF, SKOS

PATIENCE = 2.0
"""Seconds that a search waits for the index before it says that this is being made."""
_NAMES = (FOAF.name.value, SKOS.prefLabel.value, DCTERMS.title.value)
_ALSO = (SKOS.altLabel.value, DG.siren.value)
NAMES = f"""SELECT ?thing ?property ?name WHERE {{
  VALUES ?property {{ {" ".join(f"<{iri}>" for iri in (*_NAMES, *_ALSO))} dg:number dg:date }}
  ?thing ?property ?name }}"""
"""Every name, in no order. Each query reads the graph once: the names are put together here, where it is a hundred
times quicker than in groups of the store."""
_TYPES = f"SELECT ?thing ?type WHERE {{ VALUES ?type {{ {' '.join(f'dg:{kind}' for kind in KINDS)} }} ?thing a ?type }}"
_TIES = (
    "SELECT ?thing ?other WHERE { ?thing org:unitOf ?other }",
    "SELECT ?thing ?other WHERE { ?thing dg:organ ?other }",
    "SELECT ?thing ?other WHERE { ?thing a dg:Deliberation ; dg:sitting ?other }",
    "SELECT ?thing ?other WHERE { ?mandate org:member ?thing ; org:organization ?other }",
)
"""From a thing to where it belongs: an organ to its body, a sitting or a member to an organ, an act to its sitting."""
_Row = dict[str, Term]


@dataclass(slots=True)
class Finder:
    """Finds things by name in the build that the workers have open."""

    workers: Workers
    _index: Index = field(default_factory=Index)
    _built: tuple[int, int] | None = None
    _making: asyncio.Task[None] | None = None

    async def index(self) -> Index | None:
        """The index of the present build; while it is being made the last build's, or none where there is none yet.

        Raises:
            RefusedError: the graph cannot be asked.
        """
        if self.workers.built() != self._built:
            self._making = self._making or asyncio.create_task(self._make())
            if self._built is None:
                with suppress(TimeoutError):
                    await asyncio.wait_for(asyncio.shield(self._making), PATIENCE)
        return self._index if self._built is not None else None

    async def close(self) -> None:
        """Stop making an index."""
        if self._making:
            self._making.cancel()
            with suppress(asyncio.CancelledError, RefusedError):
                await self._making

    async def _make(self) -> None:
        try:
            built = self.workers.built()
            types, names = await self.workers.rows(_TYPES), await self.workers.rows(NAMES)
            ties = [row for query in _TIES for row in await self.workers.rows(query)]
            self._index = await asyncio.to_thread(lambda: Index.of(_entries(types, names, ties)))
            self._built = built
        finally:
            self._making = None


def _entries(types: Sequence[_Row], names: Sequence[_Row], ties: Sequence[_Row]) -> list[Entry]:
    """Everything of a kind that is searched, with its names and the body that it belongs to."""
    called: defaultdict[str, defaultdict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for row in names:
        called[row["thing"]["value"]][row["property"]["value"]].add(" ".join(row["name"]["value"].split()))
    above: dict[str, str] = {}
    for row in ties:
        thing, other = row["thing"]["value"], row["other"]["value"]
        above[thing] = min(other, above.get(thing, other))
    kinds = {row["thing"]["value"]: row["type"]["value"].removeprefix(DG.base) for row in types}
    return [_entry(thing, kind, called, above) for thing, kind in sorted(kinds.items())]


def _entry(thing: str, kind: str, called: dict[str, defaultdict[str, set[str]]], above: dict[str, str]) -> Entry:
    def told(iri: str | None, *properties: str) -> list[str]:
        own: dict[str, set[str]] = called.get(iri or "", defaultdict(set))
        return sorted({name for key in properties for name in own.get(key, ())})

    place, ways = thing, list[str]()
    while place in above and len(ways) < len(("sitting", "organ", "body")):
        place = above[place]
        ways.append(place)
    day = (told(thing, DG.date.value) or told(above.get(thing), DG.date.value) or [""])[0]
    body = (told(ways[-1], *_NAMES) or [""])[0] if ways else ""
    names, numbers = told(thing, *_NAMES), told(thing, DG.number.value)
    if kind == "Sitting":
        organ = (told(above.get(thing), *_NAMES) or [""])[0]
        return Entry(thing, kind, ", ".join(filter(None, (organ, day))), body)
    if kind == "Deliberation":
        name = " ".join((*numbers[:1], *names[:1]))
        return Entry(thing, kind, name, ", ".join(filter(None, (body, day))), " ".join((*numbers, *names)))
    return Entry(thing, kind, (names or [""])[0], body, " ".join((*names[1:], *told(thing, *_ALSO))))
