"""Pairs of names that may be one: found in blocks, so that the work stays near the number of names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from itertools import combinations
from typing import TypeVar

import numpy as np
from rapidfuzz.distance import OSA

from delibgraph.identity.census import OrganisationForm
from delibgraph.identity.clusters import Clusters, Decision, Proposal
from delibgraph.identity.labels import initials, is_acronym
from delibgraph.identity.lexicon import LITTLE_WORDS
from delibgraph.identity.similarity import deletions, look_alike, organisation_slip

_REORDERED, _UNSURE = 0.9, 0.5
_LARGEST_BLOCK = 50
"""Names in a block beyond which it tells nothing: a word that hundreds share is no sign of likeness."""
_SHORTEST, _SHORTEST_ACRONYM = 6, 4

One = TypeVar("One")


def slips(forms: Sequence[OrganisationForm]) -> Iterator[Proposal]:
    """Names one letter apart, found through what is left of both without one letter; or of shapes that look alike."""
    for left, right in pairs(forms, lambda form: {*deletions("".join(form.normal)), look_alike("".join(form.normal))}):
        if not _share_scope(forms[left], forms[right]):
            continue
        score = organisation_slip(forms[left].normal, forms[right].normal)
        if score is not None:
            yield Proposal(left, right, score, "one letter apart")


def reordered(forms: Sequence[OrganisationForm]) -> Iterator[Proposal]:
    """Names of the same words in another order."""
    for left, right in pairs(forms, lambda form: [_words(form)] if len(_words(form)) > 1 else []):
        if _share_scope(forms[left], forms[right]):
            yield Proposal(left, right, _REORDERED, "the same words in another order")


def likely(clusters: Clusters, forms: Sequence[OrganisationForm]) -> Iterator[Decision]:
    """Pairs that a person should look at: equal names in two places, a slip that is too weak to join."""
    for left, right in pairs(forms, lambda form: {form.letters, *deletions(form.letters)}):
        one, other = forms[left], forms[right]
        if clusters.find(left) == clusters.find(right) or clusters.are_apart(left, right):
            continue
        if one.is_generic or other.is_generic or min(len(one.letters), len(other.letters)) < _SHORTEST:
            continue
        distance = OSA.distance(one.letters, other.letters, score_cutoff=1)
        if distance == 0:
            yield Decision(left, right, None, _UNSURE, "equal names, used in two places")
        elif distance == 1 and _share_scope(one, other) and not _has_figures(one, other):
            yield Decision(left, right, None, _UNSURE, "one letter apart, which can be another name")


def spelt_out(clusters: Clusters, forms: Sequence[OrganisationForm]) -> Iterator[Decision]:
    """An acronym that no text explains, and the only name everywhere with its initials: a person should look."""
    full: defaultdict[str, dict[int, int]] = defaultdict(dict)
    for node, form in enumerate(forms):
        if not form.scope:
            for letters in initials(form.label):
                full[letters].setdefault(clusters.find(node), node)
    explained = {clusters.find(node) for node, form in enumerate(forms) if not is_acronym(form.label)}
    for node, form in enumerate(forms):
        others = full.get(form.letters, {}) if is_acronym(form.label) and not form.scope else {}
        if len(form.letters) < _SHORTEST_ACRONYM or len(others) != 1 or clusters.find(node) in explained:
            continue
        [other] = others.values()
        if not clusters.are_apart(node, other):
            yield Decision(node, other, None, _UNSURE, "the initials of the only such name, which another body uses")


def pairs(forms: Sequence[One], keys: Callable[[One], Iterable[Hashable]]) -> list[tuple[int, int]]:
    """The pairs of forms that share a key, in order.

    Nearly every key is one form's alone: a first look at their digests, eight bytes each, tells which to keep.
    """
    digests = np.fromiter((hash(key) for form in forms for key in set(keys(form))), np.int64)
    digests.sort()
    shared = set(digests[1:][digests[1:] == digests[:-1]].tolist())
    blocks: defaultdict[Hashable, list[int]] = defaultdict(list)
    for node, form in enumerate(forms):
        for key in set(keys(form)):
            if hash(key) in shared:
                blocks[key].append(node)
    small = (block for block in blocks.values() if 1 < len(block) <= _LARGEST_BLOCK)
    return sorted({pair for block in small for pair in combinations(block, 2)})


def _share_scope(one: OrganisationForm, other: OrganisationForm) -> bool:
    """Whether names are known in one place; a name known in one body may be one known everywhere that the body uses."""
    if one.scope == other.scope:
        return True
    return (not one.scope and other.scope in one.bodies) or (not other.scope and one.scope in other.bodies)


def _words(form: OrganisationForm) -> tuple[str, ...]:
    return tuple(sorted(word for word in form.normal if word not in LITTLE_WORDS))


def _has_figures(one: OrganisationForm, other: OrganisationForm) -> bool:
    return any(char.isdecimal() for char in one.letters + other.letters)
