"""What a decision grants, in a short form for the tests of lists of grants."""

from __future__ import annotations

from delibgraph.facts import Funding
from tests.extraction.page import act

DECIDES = "Le Conseil municipal, après en avoir délibéré, à l'unanimité, "
Cases = list[tuple[str, str, str]]
"""A title, a decision, what it grants: "name = sum | …", with the kind and the year where they are told in brackets."""


def told(grant: Funding, like: str) -> str:
    """A grant in the form of the expected one, with as much of it as that tells."""
    notes = [note for note in (grant.kind, str(grant.year)) if note and note in like.partition("(")[2]]
    return f"{grant.beneficiary} = {grant.amount:g}" + (f" ({', '.join(notes)})" if notes else "")


def granted(title: str, text: str, expected: str) -> list[str]:
    """What a decision grants, sorted."""
    found = [grant for grant in act(decision=text, title=title).deliberations[0].funding if grant.status == "granted"]
    likes = {like.partition(" (")[0]: like for like in expected.split(" | ")}
    return sorted(told(grant, likes.get(told(grant, ""), "")) for grant in found)


def listed(expected: str) -> list[str]:
    """The expected grants, sorted."""
    return sorted(filter(None, expected.split(" | ")))
