"""Search: accents and case folded, a letter or two wrong, numbers as printed, and nothing that is not there."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from delibgraph.explorer.search import Entry, Index, folded

NAMES = ("Gaël PERDRIAU", "Nora BERROUKECHE", "Élodie VARENGUET", "Mécaloire", "Cœur de Loire", "2023.00367 Jardins")
INDEX = Index.of([Entry(name, "Body" if name == "Mécaloire" else "ElectedOfficial", name) for name in NAMES])


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("gael perdriau", "Gaël PERDRIAU"),
        ("PERDRIAU Gaël", "Gaël PERDRIAU"),
        ("perdrau", "Gaël PERDRIAU"),
        ("prediau", None),
        ("pedriau", "Gaël PERDRIAU"),
        ("berroukehce", "Nora BERROUKECHE"),
        ("elodie", "Élodie VARENGUET"),
        ("ÉLODIE varen", "Élodie VARENGUET"),
        ("mécalore", "Mécaloire"),
        ("coeur loire", "Cœur de Loire"),
        ("2023.00367", "2023.00367 Jardins"),
        ("00367", "2023.00367 Jardins"),
        ("00368", None),
        ("gael varenguet", None),
        ("", None),
        ("'\"<>%", None),
    ],
)
def test_what_a_query_finds_first(query: str, found: str | None) -> None:
    assert next((entry.name for entry in INDEX.find(query)), None) == found


def test_the_exact_name_comes_before_longer_and_wrong_ones() -> None:
    index = Index.of(
        [Entry(name, "Body", name) for name in ("Saint-Martinet", "Saint-Marin", "Saint-Martin", "Martin")]
    )
    assert [entry.name for entry in index.find("martin")][:2] == ["Martin", "Saint-Martin"]
    assert next(entry.name for entry in index.find("saint martin")) == "Saint-Martin"


def test_the_body_comes_before_its_members() -> None:
    entries = [Entry(str(n), "ElectedOfficial", name, beside="Saint-Martin") for n, name in enumerate("ABC")]
    assert [entry.iri for entry in Index.of([*entries, Entry("x", "Body", "Saint-Martin")]).find("saint martin")] == [
        *"x012"
    ]


def test_other_spellings_and_the_kind() -> None:
    index = Index.of([Entry("1", "Organisation", "CIMES", also="Pôle de la mécanique"), Entry("2", "Body", "Cimes")])
    assert [entry.iri for entry in index.find("mecanique")] == ["1"]
    assert [entry.iri for entry in index.find("cimes", "Body")] == ["2"]


@given(st.lists(st.text(min_size=1, max_size=30), min_size=1, max_size=20), st.data())
def test_every_name_finds_itself(names: list[str], data: st.DataObject) -> None:
    index = Index.of([Entry(str(number), "Body", name) for number, name in enumerate(names)])
    wanted = data.draw(st.integers(0, len(names) - 1))
    found = {entry.iri for entry in index.find(names[wanted])}
    assert (str(wanted) in found) == bool(folded(names[wanted]))
