"""What a decision says again of the sums before it: proposals that it repeats, errors that it puts right.

Forms: ``docs/funding.md``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import regex

from delibgraph.extraction.funding.rows import to_value
from delibgraph.extraction.funding.told import Sum
from delibgraph.extraction.organisations.joining import squeeze
from delibgraph.extraction.text.view import View, fold

_READ = regex.compile(r"(?<!\w)lire[ ]*:?[ ]*[«\"]?[ ]*$")
"""What leads to the new sum of an erratum."""
_CORRECTS = regex.compile(r"(?<!\w)(?:rectifi|corrig)(?:e|er|ent|eant)(?!\w)")
"""What puts right an error that was told before."""
_REACH = 600
"""Characters of a decision in which it names what it puts right."""


_AMENDED = regex.compile(
    r"(?<!\w)(?P<but>(?:sauf|hormis|excepte|a[ ]l'exception)[ ][^.;€\n]{0,20}?)?"
    r"(?:cel(?:le|ui)|(?:la|le|l')[ ]?(?:subvention|aide|somme|montant|participation|dotation|credit))?[ ]?"
    r"(?:de[ ]l'|de[ ]la[ ]|du[ ]|des[ ]|de[ ]|d'|pour[ ](?:l'|la[ ]|le[ ])?|l'|la[ ]|le[ ])"
    r"(?P<name>[^.;:€\n,]{2,60}?)"
    r"(?:,[ ]dont[ ](?:la[ ]|l'|le[ ])(?:subvention|aide|montant|dotation)[ ]est|"
    r",|[ ](?:est|sera|etant)|,?[ ]qui[ ]est)?[ ]"
    r"(?:ramene|porte|reduit|fixe|abaisse|diminue|releve|augmente|limite|plafonne)e?s?[ ]"
    r"(?:(?:de[ ]\d[\d .,]*[ ]?(?:€|euros?)[ ])?a|de[ ]moitie,?[ ]soit)[ ](?=\d)"
)
"""What sets one sum of the list before it anew ("adoptées, sauf celle de l'Amicale, ramenée à 300 €")."""


def amended(view: View, granted: Sequence[Sum], decided_at: int, end: int) -> list[Sum]:
    """The grants, with the sums that the decision sets anew for those of a list that it names."""
    found = list(granted)
    for change in _AMENDED.finditer(view.folded, decided_at, end):
        named = squeeze(view.plain[slice(*change.span("name"))])
        told = _AMOUNT.match(view.plain, change.end(), end)
        whose = [i for i, one in enumerate(found) if named and named in squeeze(one.beneficiary or "")]
        if told is None or len(whose) != 1 or found[whose[0]].amount.start > change.start():
            continue
        one = found[whose[0]]
        if one.listed or one.led or change["but"]:
            amount = replace(one.amount, start=told.start(), end=told.end(), value=to_value(told["number"]))
            clause = (change.start(), told.end())
            found[whose[0]] = replace(one, amount=amount, clause=clause, sentence=clause, decided=True, proposed=False)
    return found


_AMOUNT = regex.compile(r"(?P<number>\d{1,3}(?:[ .]\d{3})+(?:,\d{1,2})?|\d+(?:,\d{1,2})?)[ ]?(?:€|euros?)")


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
