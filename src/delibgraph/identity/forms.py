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
    equals: int = 0


def forms(spellings: Mapping[str, int], ruled: Collection[str] = ()) -> list[Form]:
    """The forms of the spellings, given with the number of acts that print each, ordered by their labels.

    A spelling that a person has decided on (``ruled``) is a form of its own; ``equals`` numbers what would be one form.

    Where the print tells the surname, "Denis LAURENT" and "LAURENT Denis" are equal and "Laurent DENIS" is another
    name; where it does not, the words may stand in either order.
    """
    groups = []
    for number, group in enumerate(sorted(map(sorted, _equal(spellings)))):
        name = _name({spelling: spellings[spelling] for spelling in group})
        alone = [[spelling] for spelling in group if spelling in ruled]
        rest = [spelling for spelling in group if spelling not in ruled]
        for part in [*alone, rest]:
            counts = {spelling: spellings[spelling] for spelling in part}
            groups += [Form(preferred(counts), name, counts, number)] if counts else []
    return sorted(groups, key=lambda form: form.label)


def _name(spellings: dict[str, int]) -> PersonName:
    """The name as the most telling spelling shows it."""
    return parse(min(spellings, key=lambda s: (not parse(s).certain, not parse(s).given, -spellings[s], s)))


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
