"""Persons on generated sittings with noise: pairs of names that are rightly joined."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable

from delibgraph.identity import resolve
from tests.generator.members import bodies


def _pairs(labels: Iterable[Hashable]) -> int:
    return sum(count * (count - 1) // 2 for count in Counter(labels).values())


def test_persons_of_noisy_sittings() -> None:
    """500 sittings here; ``python -m benchmarks.people`` measures 5,000."""
    printed = list(bodies(seed=7, count=10, sittings=50))
    identities = resolve(page.act for pages in printed for page in pages)
    mentions = [
        (identities.person(page.act, name).key, (number, true))
        for number, pages in enumerate(printed)
        for page in pages
        for name, true in page.meant.items()
    ]
    right, joined, true = _pairs(mentions), _pairs(key for key, _ in mentions), _pairs(true for _, true in mentions)
    assert right / joined >= 0.999
    assert right / true >= 0.98


def test_names_of_one_list_never_join() -> None:
    """Two entries of a list are two people, unless they are printed alike."""
    for pages in bodies(seed=11, count=4, sittings=30, noise=3.0):
        identities = resolve(page.act for page in pages)
        for page in pages:
            keys: dict[str, int] = {}
            for entry in page.act.sitting.attendance:
                key = identities.person(page.act, entry.person).key
                assert keys.setdefault(key, page.meant[entry.person]) == page.meant[entry.person]
