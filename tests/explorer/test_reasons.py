"""Every reason of the machine has its French wording."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import delibgraph.identity
from delibgraph.explorer.reasons import in_french

HERE = Path(delibgraph.identity.__file__).parent
JUDGING = (
    "bodies",
    "census",
    "clusters",
    "doubts",
    "joins",
    "likeness",
    "namesakes",
    "organisations",
    "persons",
    "turnover",
)
NO_REASON = {"member of the act", "person of the body", "member of the act but for a slip"}
"""Parts of a reason."""


def sentences(path: Path) -> Iterator[str]:
    """The strings of three words or more that are neither docstrings nor parts of others, nor told by an error."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    apart = {
        id(constant)
        for node in ast.walk(tree)
        if isinstance(node, ast.JoinedStr | ast.Raise | ast.BinOp)
        or (isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant))
        for constant in ast.walk(node)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in apart:
            yield from [node.value] if len(node.value.split()) > 2 else []


REASONS = sorted({told for name in JUDGING for told in sentences(HERE / f"{name}.py")} - NO_REASON)


def test_the_reasons_are_found() -> None:
    assert len(REASONS) > 20
    assert "equal names, used in two places" in REASONS


@pytest.mark.parametrize(
    "reason",
    [
        *REASONS,
        "decided by a person",
        "short for the only member of the act whom it fits",
        "short for the only member of the act but for a slip whom it fits",
        "short for the only person of the body whom it fits",
        "short for more than one member of the act",
        "short for more than one member of the act but for a slip",
        "short for more than one person of the body",
        "a slip apart, and one takes the other's place in the lists",
        "a slip apart, and one takes the other's place in the lists for a while",
    ],
)
def test_every_reason_has_its_words(reason: str) -> None:
    assert in_french(reason) not in (None, "", reason)


def test_figures_and_numbers_are_kept() -> None:
    assert in_french("one number, W123456789, stands beside both") == "un même numéro, W123456789, est à côté des deux"
    assert in_french("one letter apart, which can be another name; their lists have 12 names in common") == (
        "à une lettre près, ce qui peut être un autre nom ; leurs listes ont 12 noms en commun"
    )


def test_what_a_person_wrote_is_left() -> None:
    assert in_french("vu avec la mairie") is None
    assert in_french("vu avec la mairie; their lists have 2 names in common") is None
