"""Lines that a page's width broke: the facts are those of the unbroken text."""

from __future__ import annotations

import textwrap
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from delibgraph.extraction import extract
from delibgraph.extraction.text.wrapping import wrapped
from delibgraph.facts import Act
from tests.extraction.page import document
from tests.tools import SHARED

EXAMPLES = Path(__file__).parents[2] / "examples"
COLUMN_BOUND = {"layouts/027.txt"}
"""Texts whose lists nothing but their lines parts: names without marks among communes without marks."""
TEXTS = {
    f"{folder.name}/{path.name}": path
    for folder in (SHARED / "seeds", SHARED / "layouts", EXAMPLES)
    for path in sorted(folder.glob("*"))
    if path.suffix in {".txt", ".md"} and f"{folder.name}/{path.name}" not in COLUMN_BOUND
}


def wrap(text: str, width: int) -> str:
    return "\n".join(
        line if "|" in line else textwrap.fill(line, width, break_long_words=False, break_on_hyphens=False)
        for line in text.split("\n")
    )


def words(value: str | None) -> str | None:
    return value and " ".join(value.split())


def facts(act: Act) -> dict[str, Any]:
    """People, header facts, votes and money, without their places."""
    sitting = act.sitting
    return {
        "header": [words(value) for value in (sitting.body, sitting.organ, sitting.president, sitting.secretary)],
        "dates": (sitting.date, sitting.convocation_date),
        "counts": sitting.counts,
        "attendance": [(words(entry.person), entry.status) for entry in sitting.attendance],
        "proxies": [(words(proxy.grantor), words(proxy.holder)) for proxy in sitting.proxies],
        "numbers": [deliberation.number for deliberation in act.deliberations],
        "votes": [
            vote and (vote.outcome, vote.unanimous, vote.for_, vote.against, vote.abstentions)
            for vote in (deliberation.vote for deliberation in act.deliberations)
        ],
        "money": sorted(
            (words(grant.beneficiary) or "", grant.amount, grant.status)
            for deliberation in act.deliberations
            for grant in deliberation.funding
        ),
    }


@cache
def unbroken(name: str) -> tuple[str, dict[str, Any]]:
    text = TEXTS[name].read_text(encoding="utf-8")
    return text, facts(extract(document(text))[0])


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(sorted(TEXTS)), st.integers(70, 100))
def test_the_width_of_the_lines_changes_no_fact(name: str, width: int) -> None:
    text, expected = unbroken(name)
    assert facts(extract(document(wrap(text, width)))[0]) == expected


PROSE = (
    "Le conseil municipal de la commune de Valserre, convoqué comme il se doit, a siégé sous la présidence de "
    "Madame Léa CORVANT, maire, afin de délibérer sur les affaires inscrites à l'ordre du jour de la séance."
)


@pytest.mark.parametrize("width", range(60, 110, 10))
def test_prose_is_joined(width: int) -> None:
    broken = textwrap.fill(PROSE, width)
    assert [at for at, char in enumerate(broken) if char == "\n"] == wrapped(broken)


@pytest.mark.parametrize(
    "text",
    [
        "Présents :\nM. Hugo BARSAC\nMme Léa CORVANT\nM. Paul DELMAS\nMme Anne FERROL",
        PROSE,
        f"{textwrap.fill(PROSE, 80)}\n- approuve les tarifs de la grande salle et de ses annexes pour toute l'année ;\n"
        "- autorise le maire à signer.",
    ],
    ids=["a name a line", "a paragraph a line", "points of a list"],
)
def test_what_is_no_running_text_stays(text: str) -> None:
    kept = set(wrapped(text))
    assert all(text[at + 1] not in "-M" for at in kept)
    assert len(kept) == (2 if "- approuve" in text else 0)
