"""Sums and those beside them in their sentence: what one is a share of, its parts, one that goes to whom the next does.

Forms: ``docs/funding.md``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

import regex

from delibgraph.extraction.funding.told import Sum
from delibgraph.extraction.text.money import Amount
from delibgraph.extraction.text.view import View


def shared_from(view: View, amounts: Sequence[Amount]) -> frozenset[int]:
    """Where those sums begin that the one before them is a share of ("900 €, soit 30 % d'un coût de 3 000 €")."""
    return frozenset(
        right.start for left, right in pairwise(amounts) if _SHARE_OF.fullmatch(view.folded, left.end, right.start)
    )


_SHARE_OF = regex.compile(
    r"[ ]*(?:maximum|maximal|au[ ]maximum|au[ ]plus)?[ ]*[,(–-]?[ ]*(?:(?:represent|correspond)ant(?:[ ]a)?|soit|"
    r"au[ ]taux[ ]de|a[ ]raison[ ]de|calculee?[ ]au[ ]taux[ ]de)[ ]+"
    r"(?:\d{1,3}(?:[.,]\d+)?[ ]?%|le[ ](?:quart|tiers|dixieme|douzieme)|la[ ]moitie|les[ ](?:deux|trois|quatre)[ ]\w+)"
    r"[ ]+"
    r"(?:d'une?|du|des|de[ ]la|de[ ]l'|de)[ ]?[^.;€]{0,70}"
)
"""Between a share and what it is a share of."""


_ONE_MORE = regex.compile(
    r"[ ]*(?:\([^()€]*\))?[ ]*(?:,|et|ainsi[ ]que|puis|\+)[ ]+(?:de[ ]+|d'[ ]?)?(?:une?[ ]|la[ ]|le[ ])?"
    r"(?:(?:subvention|aide|participation|dotation|contribution|somme|montant|avance|acompte|bourse|"
    r"prime)[^.;:,€]{0,50})?"
)
"""Between two sums that go to whom the second names ("900 € de fonctionnement et 300 € de prime à l'Amicale")."""
_OF_USE = regex.compile(r"[ ]*(?:de|d'|en|pour(?:[ ]le|[ ]la|[ ]l')?)[ ]?\w+(?:[ ](?!et[ ]|ainsi[ ]|puis[ ])\w+)?")


def carried_back(view: View, sums: list[Sum]) -> list[Sum]:
    """The sums, with those that name nobody given to whom the next one of their sentence names behind it."""
    for i in range(len(sums) - 1, 0, -1):
        one, other = sums[i - 1], sums[i]
        if one.beneficiary or not other.beneficiary or one.past or other.past or other.listed or other.led:
            continue
        between = view.folded[one.amount.end : other.amount.start]
        use = _OF_USE.match(between)
        joined_by = _ONE_MORE.fullmatch(between) or (use and _ONE_MORE.fullmatch(between, use.end()))
        behind = view.plain.find(other.beneficiary[:12], other.amount.end, other.sentence[1]) >= 0
        if one.sentence == other.sentence and joined_by and behind and one.decided == other.decided:
            sums[i - 1] = replace(one, beneficiary=other.beneficiary)
    return sums


def without_uses(view: View, sums: list[Sum]) -> list[Sum]:
    """The sums without the parts of one, told by their uses right behind it ("900 € : 500 € pour le local et 400 € pour
    le bal"): they go to nobody else."""
    kept = list(sums)
    for i, whole in enumerate(sums):
        parts = [part for part in sums[i + 1 :] if part.sentence == whole.sentence]
        for end in range(2, len(parts) + 1):
            if abs(sum(part.amount.value for part in parts[:end]) - whole.amount.value) < _CENT and whole.beneficiary:
                opened = _PARTED.fullmatch(view.folded, whole.amount.end, parts[0].amount.start)
                if opened and all(_OF_ITS_USE.match(view.folded, part.amount.end) for part in parts[:end]):
                    kept = [found for found in kept if found not in parts[:end]]
    return kept


_CENT = 0.005
_PARTED = regex.compile(r"[^.;€]{0,80}(?::|,[ ]soit|\(|,[ ]dont|repartis?)[ ]*(?:comme[ ]suit[ ]:[ ]*)?")
_OF_ITS_USE = regex.compile(r"[ ]*(?:pour|au[ ]titre|destines?|en|de|d')(?=[ ']|(?<='))")
