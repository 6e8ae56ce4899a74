"""Slugs, words and the preferred spelling; the examples in the docstrings of the stage."""

from __future__ import annotations

import doctest
import importlib
import pkgutil
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

import delibgraph.identity
from delibgraph.identity.names import preferred, slug, tidy, unique_keys, words
from delibgraph.identity.people import parse

MODULES = [module.name for module in pkgutil.iter_modules(delibgraph.identity.__path__, "delibgraph.identity.")]


@pytest.mark.parametrize("name", MODULES)
def test_the_examples_in_docstrings_hold(name: str) -> None:
    assert doctest.testmod(importlib.import_module(name)).failed == 0


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bureau métropolitain", "bureau-metropolitain"),
        ("  L’Œuvre n° 12 !", "l-oeuvre-n-12"),
        ("Łódź / Straße", "lodz-strasse"),
        ("e\u0301cole", "ecole"),
        ("—", ""),
    ],
)
def test_slug(text: str, expected: str) -> None:
    assert slug(text) == expected


@given(st.text())
def test_a_slug_is_ascii_and_its_own_slug(text: str) -> None:
    assert re.fullmatch("[a-z0-9]*(-[a-z0-9]+)*", slug(text))
    assert slug(slug(text)) == slug(text)


@given(st.text())
def test_tidying_keeps_the_words(text: str) -> None:
    assert words(tidy(text)) == words(text)


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ({"AB": 2, "Ab": 1}, "AB"),
        ({"AB": 1, "Ab": 1}, "Ab"),
        ({"Etienne": 1, "Étienne": 1}, "Étienne"),
        ({"B c": 1, "A c": 1}, "A c"),
    ],
)
def test_preferred(counts: dict[str, int], expected: str) -> None:
    assert preferred(counts) == expected


@given(st.lists(st.text(max_size=3)))
def test_keys_are_unique(names: list[str]) -> None:
    assert len(set(unique_keys(names))) == len(names)


@pytest.mark.parametrize(
    ("name", "given_names", "surname"),
    [
        ("Odile VAN DER ROUSSAILLE", "odile", "van der roussaille"),
        ("LOUIS DIT PETIT Jean", "jean", "louis dit petit"),
        ("Jean de la Ville", "jean", "de la ville"),
        ("Marie Christine Thivant", "marie christine", "thivant"),
        ("Barbillon Philippe", "philippe", "barbillon"),
        ("BARBILLON PHILIPPE", "philippe", "barbillon"),
        ("DENIS MARTIN", "", "denis martin"),
        ("Eric LY", "eric", "ly"),
        ("MC VERDAC", "m c", "verdac"),
        ("G.DURAND", "g", "durand"),
        ("DUVEZ FOURAILLE", "", "duvez fouraille"),
        ("", "", ""),
    ],
)
def test_parse(name: str, given_names: str, surname: str) -> None:
    parsed = parse(name)
    assert (" ".join(parsed.given), " ".join(parsed.surname)) == (given_names, surname)


@given(st.text())
def test_parsing_keeps_every_letter(text: str) -> None:
    parsed = parse(text)
    assert sorted("".join(parsed.given + parsed.surname)) == sorted("".join(words(text)))
