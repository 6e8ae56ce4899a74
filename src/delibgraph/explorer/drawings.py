"""The proxy graph's pages: drawn one at a time, since a large one takes seconds, and the last ones kept."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass, field

from starlette.concurrency import run_in_threadpool

from delibgraph.explorer.workers import RefusedError, Workers
from delibgraph.queries import QueryError, named
from delibgraph.rdf.vocabulary import ID
from delibgraph.store import open_store

_Key = tuple[tuple[int, int], tuple[tuple[str, str], ...]]


@dataclass(slots=True)
class Drawings:
    """The pages that ``delibgraph view`` writes, of the present build."""

    workers: Workers
    most: int = 8
    _kept: OrderedDict[_Key, tuple[str, bool]] = field(default_factory=OrderedDict)
    _turn: asyncio.Lock = field(default_factory=asyncio.Lock)

    async def proxies(self, bounds: Mapping[str, str]) -> str:
        """The page of the whole graph, whose script filters it; of one too large for a picture that of the part.

        Raises:
            RefusedError: a bound is no day (400).
        """
        async with self._turn:
            page, is_large = await self._page({})
            return (await self._page(bounds))[0] if bounds and is_large else page

    async def _page(self, bounds: Mapping[str, str]) -> tuple[str, bool]:
        key = (self.workers.built(), tuple(sorted(bounds.items())))
        if key not in self._kept:
            try:
                self._kept[key] = await run_in_threadpool(self._draw, bounds)
            except QueryError as error:
                raise RefusedError(400, str(error)) from error
        self._kept.move_to_end(key)
        while len(self._kept) > self.most:
            self._kept.popitem(last=False)
        return self._kept[key]

    def _draw(self, bounds: Mapping[str, str]) -> tuple[str, bool]:
        """A page, and whether its graph is too large for one picture."""
        from delibgraph.projections import multigraph, proxy_rows
        from delibgraph.views.html import page
        from delibgraph.views.limits import LARGE

        graph = multigraph(proxy_rows(open_store(self.workers.graph), **bounds))
        return page(graph, ids=ID, query=named()["proxy-records"].text), graph.number_of_edges() > LARGE
