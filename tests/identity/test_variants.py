"""Organisations in all the ways of writing them: how many pairs of names are joined rightly, on two halves."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from itertools import combinations
from pathlib import Path

import pytest

from delibgraph.facts import Act
from delibgraph.identity import resolve

ActMaker = Callable[..., Act]

BODIES = {
    "T": ("Commune de Trelles", "commune", "214203018"),
    "L": ("Lyrac", "commune", "214203026"),
    "S": ("Ville de Saint-Ferréol-le-Haut", "commune", "214203034"),
    "V": ("Commune de Vauclaire", "commune", "213103015"),
    "E": ("Communauté de communes du Forez", "communaute-de-communes", "244203019"),
    "D": ("Conseil départemental de la Loire", "department", "224203013"),
}
HALVES = Path(__file__).parent / "variants"
Pair = tuple[str, str]


def _pairs(act: ActMaker, path: Path) -> tuple[set[Pair], set[Pair]]:
    """The pairs of names that were joined, and those that should be; each name once, in an act of its own."""
    tables = tomllib.loads(path.read_text(encoding="utf-8"))["organisation"]
    names = [(name, number) for number, table in enumerate(tables) for name in table["names"]]
    assert len({name for name, _ in names}) == len(names)
    acts = {}
    for number, (name, _) in enumerate(names):
        body, kind, siren = BODIES[name[0]]
        acts[name] = act(number, body=body, kind=kind, siren=siren, granted=[name[3:]])
    identities = resolve(acts.values())
    keys = {name: identities.organisation(acts[name], name[3:]).key for name, _ in names}
    found = {(one, other) for (one, _), (other, _) in combinations(names, 2) if keys[one] == keys[other]}
    return found, {(one, other) for (one, a), (other, b) in combinations(names, 2) if a == b}


@pytest.mark.parametrize("half", ["tuned", "untouched"])
def test_names_are_joined_as_a_reader_would(act: ActMaker, half: str) -> None:
    found, true = _pairs(act, HALVES / f"{half}.toml")
    right = len(found & true)
    f1 = 2 * right / (len(found) + len(true))
    assert f1 >= 0.97, f"F1 {f1:.3f}; wrong: {sorted(found - true)}; missed: {sorted(true - found)}"
