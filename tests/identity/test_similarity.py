"""Slips: how near two surnames or two organisations' names have to be."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from delibgraph.identity.similarity import deletions, organisation_slip, surname_slip


@pytest.mark.parametrize(
    ("left", "right", "score"),
    [
        ("lecoccq", "lecocq", 0.857),
        ("cadegros", "cadergos", 0.875),
        ("bernier", "bemier", 0.714),
        ("fauvet", "fanvct", 0.667),
        ("collet", "coliet", 0.833),
        ("berroukeche", "beroukeche", 0.909),
        ("charollaischeytion", "charolaischeition", 0.889),
        ("charpentier", "charpontior", 0.818),
        ("lecocq", "lecocq", None),
        ("petit", "pettit", None),
        ("renard", "renaud", None),
        ("bertrand", "gertrand", None),
        ("rousselot", "rousselos", None),
        ("bergeron", "bargaron", None),
        ("charpentier", "charbontior", None),
        ("durand", "", None),
    ],
)
def test_surname_slip(left: str, right: str, score: float | None) -> None:
    assert surname_slip(left, right) == score
    assert surname_slip(right, left) == score


@pytest.mark.parametrize(
    ("left", "right", "score"),
    [
        ("opens cop", "opensop", 0.875),
        ("mont blanc industries", "mont blanc industies", 0.9),
        ("polymeris", "polymeris", None),
        ("club sportif a", "club sportif b", None),
        ("amicale fontaine", "amicale fontaines", None),
        ("polymeris", "bolymeris", None),
        ("plan2021climat", "plan2022climat", None),
        ("polymeris", "palymeros", None),
        ("polymeris", "", None),
    ],
)
def test_organisation_slip(left: str, right: str, score: float | None) -> None:
    assert organisation_slip(tuple(left.split()), tuple(right.split())) == score
    assert organisation_slip(tuple(right.split()), tuple(left.split())) == score


@given(st.text("abc", min_size=7, max_size=9), st.text("abc", min_size=7, max_size=9))
def test_one_letter_apart_shares_a_deletion(left: str, right: str) -> None:
    if organisation_slip((left,), (right,)) is not None:
        assert deletions(left) & deletions(right)
