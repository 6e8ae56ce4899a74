"""Substitutes whom a record names as it would the holders of proxies: "M. A représenté par Mme B".

Its totals tell them: it counts no proxy, or B among those present, whose list does not have them.
"""

from __future__ import annotations

from delibgraph.extraction.attendance.matching import is_among
from delibgraph.extraction.attendance.roll import Roll
from delibgraph.extraction.text.view import View
from delibgraph.facts import Counts


def seat_substitutes(view: View, roll: Roll, counts: Counts, chair: str | None) -> None:
    """Give those who represent a member without being one the seat, where the totals say that they sat."""
    present = [entry.person for entry in roll.attendance if entry.status == "present"]
    holders = [
        proxy
        for proxy in roll.proxies
        if proxy.holder
        and not (proxy.from_ or proxy.until)
        and " " in proxy.holder
        and "represente" in view.folded[slice(*proxy.span)]
        and not is_among(proxy.holder, [*present, chair or proxy.grantor])
    ]
    uncounted = counts.proxies == 0 and len(holders) == len(roll.proxies)
    seated = counts.present == len(present) + len(holders) and (chair is None or is_among(chair, present))
    left = len(roll.proxies) - len(holders)
    if uncounted or (seated and counts.proxies in (None, left)):
        for proxy in holders:
            roll.seat(proxy)
