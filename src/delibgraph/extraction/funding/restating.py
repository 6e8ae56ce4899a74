"""What a decision says again of the sums before it: proposals that it repeats, errors that it puts right.

Forms: ``docs/funding.md``.
"""

from __future__ import annotations

from collections.abc import Sequence

import regex

from delibgraph.extraction.funding.told import Sum
from delibgraph.extraction.text.view import View, fold

_READ = regex.compile(r"(?<!\w)lire[ ]*:?[ ]*[«\"]?[ ]*$")
"""What leads to the new sum of an erratum."""
_CORRECTS = regex.compile(r"(?<!\w)(?:rectifi|corrig)(?:e|er|ent|eant)(?!\w)")
"""What puts right an error that was told before."""
_REACH = 600
"""Characters of a decision in which it names what it puts right."""


def restated(granted: Sequence[Sum], decided_at: int) -> list[Sum]:
    """The grants without the proposals that the decision tells again, each with its name.

    Where it repeats every sum of the exposé, or most of a column of proposals, its own list alone counts.
    """
    stated = [found for found in granted if found.decided and found.amount.start >= decided_at and not found.proposed]
    if len(stated) < 2:
        return list(granted)
    values = {found.amount.value for found in stated}
    columns = [found for found in granted if found.proposed and found.amount.start < decided_at]
    told = [found for found in granted if not found.decided]
    again = sum(found.amount.value in values for found in columns)
    left = [*columns] if len(columns) <= 2 * again else []
    left += told if all(found.amount.value in values for found in told) else []
    return [found for found in granted if found not in left]


def corrected(view: View, sums: Sequence[Sum], decided_at: int, end: int) -> list[Sum]:
    """The new sums of errata told before a decision that puts them right, naming each with its sum."""
    corrects = _CORRECTS.search(view.folded, decided_at, end)
    if corrects is None:
        return []
    told = view.folded[corrects.end() : min(end, corrects.end() + _REACH)].partition("\n\n")[0]
    return [
        found
        for found in sums
        if found.beneficiary
        and not (found.decided or found.past)
        and _READ.search(view.folded, found.clause[0], found.amount.start)
        and fold(found.beneficiary) in told
        and view.folded[found.amount.start : found.amount.end] in told
    ]
