"""The proxy graph is drawn once for all who ask, anew for a new build, and in parts only where it is too large."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from pathlib import Path

import pytest

from delibgraph.explorer.drawings import Drawings
from delibgraph.explorer.workers import RefusedError, Workers

BODY, ORGAN = {"of_body": "x"}, {"of_organ": "y"}


@pytest.mark.parametrize(
    ("is_large", "drawn"),
    [(False, [{}, {}]), (True, [{}, BODY, ORGAN, {}, BODY])],
)
def test_who_asks_for_the_same_gets_the_same_drawing(
    is_large: bool, drawn: list[dict[str, str]], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    done: list[dict[str, str]] = []
    builds = [(1, 1)]

    def draw(_: Drawings, bounds: Mapping[str, str]) -> tuple[str, bool]:
        done.append(dict(bounds))
        return f"{bounds}", is_large and not bounds

    async def ask() -> None:
        drawings = Drawings(Workers(tmp_path), most=2)
        answers = await asyncio.gather(*(drawings.proxies(bounds) for bounds in ({}, {}, BODY, BODY, ORGAN)))
        parts = [BODY, BODY, ORGAN] if is_large else [{}, {}, {}]
        assert answers == [f"{bounds}" for bounds in ({}, {}, *parts)]
        builds[0] = (2, 2)
        await drawings.proxies(BODY)

    monkeypatch.setattr(Drawings, "_draw", draw)
    monkeypatch.setattr(Workers, "built", lambda _: builds[0])
    asyncio.run(ask())
    assert done == drawn


def test_a_bound_that_is_no_day_is_told_where_it_is_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "g.ttl").write_text("<urn:a> <urn:b> <urn:c> .", encoding="utf-8")
    monkeypatch.setattr("delibgraph.views.limits.LARGE", -1)
    with pytest.raises(RefusedError, match="since"):
        asyncio.run(Drawings(Workers(tmp_path / "g.ttl")).proxies({"since": "yesterday"}))
