"""Forms: the spellings of one body's persons that differ in case, accents, word order, hyphens and spaces alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from delibgraph.identity.clusters import Clusters
from delibgraph.identity.names import compact, preferred, words
from delibgraph.identity.people import PersonName, parse


@dataclass(frozen=True, slots=True)
class Form:
    """One name in all its equal spellings: as ``label``, taken apart, and with the number of acts of each spelling."""

    label: str
    name: PersonName
    spellings: Mapping[str, int]


def forms(spellings: Mapping[str, int]) -> list[Form]:
    """The forms of the spellings, given with the number of acts that print each, ordered by their labels.

    Where the print tells the surname, "Denis LAURENT" and "LAURENT Denis" are equal and "Laurent DENIS" is another
    name; where it does not, the words may stand in either order.
    """
    groups = [_form({spelling: spellings[spelling] for spelling in group}) for group in _equal(spellings)]
    return sorted(groups, key=lambda form: form.label)


def _form(spellings: dict[str, int]) -> Form:
    telling = sorted(spellings, key=lambda s: (not parse(s).certain, not parse(s).given, -spellings[s], s))
    return Form(preferred(spellings), parse(telling[0]), spellings)


def _equal(spellings: Collection[str]) -> list[list[str]]:
    """Group by the letters in their order: given names first where that is certain, else begun at any word."""
    certain: defaultdict[str, list[str]] = defaultdict(list)
    uncertain: list[str] = []
    for spelling in sorted(spellings):
        name = parse(spelling)
        if name.certain:
            certain[name.first + name.family].append(spelling)
        else:
            uncertain.append(spelling)
    groups = [*certain.values()]
    for alike in _alike(uncertain):
        known = {letters for spelling in alike for letters in _rotations(spelling) if letters in certain}
        loose: list[str] = []
        for spelling in alike:
            fitting = known.intersection(_rotations(spelling)) if len(known) > 1 else known
            # of two fitting names the one that reads as printed, with the given name first
            best = min(fitting, key=lambda letters: (letters != compact(spelling), letters), default=None)
            (loose if best is None else certain[best]).append(spelling)
        groups.extend([loose] if loose else [])
    return groups


def _alike(spellings: list[str]) -> list[list[str]]:
    """Spellings that share a rotation, and those linked through others."""
    clusters = Clusters(() for _ in spellings)
    first: dict[str, int] = {}
    for node, spelling in enumerate(spellings):
        for letters in _rotations(spelling):
            clusters.join(node, first.setdefault(letters, node))
    return [[spellings[node] for node in nodes] for nodes in clusters.sets().values()]


def _rotations(spelling: str) -> set[str]:
    """The letters of the name, begun at each of its words; for a name without letters, the name."""
    parts = words(spelling)
    return {"".join(parts[start:] + parts[:start]) for start in range(len(parts))} or {f"\0{spelling}"}
