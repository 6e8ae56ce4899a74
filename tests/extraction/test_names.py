"""Words in a list, and names made of them; names compared."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from delibgraph.extraction.attendance.matching import Roster, fits, is_among, resolve, same_person
from delibgraph.extraction.attendance.names import mention_after, mentions_in
from delibgraph.extraction.attendance.style import Style, read_style
from delibgraph.extraction.text.tokens import tokens, word_sort
from delibgraph.extraction.text.view import View


@pytest.mark.parametrize(
    ("word", "sort"),
    [
        ("DURAND", "upper"),
        ("L'HERMITE", "upper"),
        ("McADAM", "upper"),
        ("ROSSEl", "upper"),
        ("Durand", "title"),
        ("Jean-Pierre", "title"),
        ("É", "title"),
        ("de", "particle"),
        ("d'", "particle"),
        ("DE", "upper"),
        ("et", "lower"),
        ("Commune", "lower"),
        ("maison", "lower"),
    ],
)
def test_what_a_word_can_be(word: str, sort: str) -> None:
    assert word_sort(word) == sort


def test_tokens_of_an_entry() -> None:
    text = "M. J.-P. DURAND-\nPetit, 1er Vice-Président - Mme d'AUBRAC (Commune de Sarvis :)"
    found = [(token.sort, token.text) for token in tokens(View.of(text), 0, len(text))]
    assert found == [
        ("civility", "M."),
        ("initial", "J.-P."),
        ("upper", "DURAND"),
        ("dash", "-"),
        ("break", "\n"),
        ("title", "Petit"),
        ("mark", ","),
        ("role", "1er Vice-Président"),
        ("dash", "-"),
        ("civility", "Mme"),
        ("upper", "d'AUBRAC"),
        ("mark", "("),
        ("place", "Commune de Sarvis :"),
        ("mark", ")"),
    ]


@given(st.text(alphabet="MmeA. ,-\nDURANDéàJP'()", max_size=60))
def test_tokens_lie_apart_and_hold_all_letters(text: str) -> None:
    view = View.of(text)
    found = tokens(view, 0, len(text))
    assert all(view.plain[token.start : token.end] == token.text for token in found)
    assert all(before.end <= after.start for before, after in pairwise(found))
    inside = {at for token in found for at in range(token.start, token.end)}
    assert all(char.isspace() for at, char in enumerate(view.plain) if at not in inside)


@pytest.mark.parametrize(
    ("text", "style"),
    [
        ("M. Hugo BARSAC, Mme Léa CORVANT", Style(civil=True, capitals=True)),
        ("Hugo BARSAC, Léa CORVANT", Style(capitals=True)),
        ("MM. BARSAC, DELMAS, Mme CORVANT", Style(capitals=True, surnames=True)),
        ("Hugo Barsac, Léa Corvant", Style(capitals=False)),
        ("H. BARSAC, M. CORVANT, P. DELMAS, J. FERROL", Style(initials=True, capitals=True, first_initials=True)),
    ],
)
def test_the_style_of_a_list(text: str, style: Style) -> None:
    assert read_style([tokens(View.of(text), 0, len(text))]) == style


@pytest.mark.parametrize(
    ("text", "name", "civility"),
    [
        (" M. Hugo BARSAC, Maire", "Hugo BARSAC", "M."),
        ("\n\nMme FERROL\n", "FERROL", "Mme"),
        (" Hugo BARSAC", "Hugo BARSAC", None),
        (" Monsieur le Maire", None, None),
        (" le 3 mars", None, None),
    ],
)
def test_the_person_after_a_label(text: str, name: str | None, civility: str | None) -> None:
    found = mention_after(View.of(text), 0, Style())
    assert (found.name if found else None, found.civility if found else None) == (name, civility)


def test_a_mention_knows_where_it_stands() -> None:
    text = "Sont présents : Mme Léa DE LA VILLE, M. Paul DELMAS"
    found = mentions_in(View.of(text), 16, len(text), Style(civil=True))
    assert [text[mention.outer : mention.end] for mention in found] == ["Mme Léa DE LA VILLE", "M. Paul DELMAS"]
    assert [text[slice(*mention.span)] for mention in found] == ["Léa DE LA VILLE", "Paul DELMAS"]
    assert [mention.full for mention in found] == [True, True]


MEMBERS = ["Gilles DURAND", "Marie-Claire VERDAC", "Hugo BARSAC", "BARSAC Paul", "Léa D'ORVAL"]


@pytest.mark.parametrize(
    ("short", "member"),
    [
        ("DURAND", "Gilles DURAND"),
        ("G. Durand", "Gilles DURAND"),
        ("DURAND Gilles", "Gilles DURAND"),
        ("MC VERDAC", "Marie-Claire VERDAC"),
        ("P. BARSAC", "BARSAC Paul"),
        ("BARSAC", None),
        ("Z. DURAND", None),
        ("MERCIER", None),
        ("lea d orval", "Léa D'ORVAL"),
    ],
)
def test_a_short_form_stands_for_one_member(short: str, member: str | None) -> None:
    assert resolve(short, MEMBERS) == member


def test_one_person_under_two_spellings() -> None:
    assert same_person("Jean-Pierre LE GALL", "LEGALL jean pierre") is False
    assert same_person("Jean-Pierre LE GALL", "LE GALL Jean Pierre")
    assert same_person("Hélène MÉRIC", "HELENE MERIC")
    assert same_person("Anne CŒUR", "COEUR Anne")
    assert same_person("DUPONT MARTIN", "DUPONT-MARTIN")
    assert not same_person("Hugo BARSAC", "Hugo BARSAN")
    assert fits("H. BARSAC", "Hugo BARSAC")
    assert not fits("Hugo BARSAC", "H. MERCIER")
    assert is_among("BARSAC", MEMBERS)
    assert not is_among("Zoé HERVAL", MEMBERS)


names = st.lists(
    st.sampled_from(["Jean", "jean", "Pierre", "LE", "GALL", "Legall", "É", "-", "Marie"]), min_size=1, max_size=4
).map(" ".join)


@given(st.lists(names, max_size=8), names)
def test_a_roster_finds_what_comparing_one_by_one_finds(people: list[str], wanted: str) -> None:
    roster: Roster[int] = Roster()
    for i, person in enumerate(people):
        roster.add(person, i)
    one_by_one = [i for i, person in enumerate(people) if same_person(person, wanted)]
    assert bool(roster.find(wanted)) == bool(one_by_one)
    assert set(roster.find(wanted)) <= set(one_by_one)
    assert len(roster) == len(people)
