"""The view keeps every offset; folding, phrases and the index agree with it."""

from __future__ import annotations

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from delibgraph.extraction.text.phrases import Phrase, vocabulary
from delibgraph.extraction.text.view import View, fold, tidy, trim

texts = st.text() | st.text(alphabet="aà bB’*#_\\\n\r\f\u00a0\u2028«é€̈İßŒ()[]{}^x", max_size=200)


@given(texts)
def test_the_view_keeps_the_length(text: str) -> None:
    view = View.of(text)
    assert view.text == text
    assert len(view.plain) == len(view.folded) == len(text)


@given(texts)
def test_folding_keeps_the_length_and_is_done_once(text: str) -> None:
    assert len(fold(text)) == len(text)
    assert fold(fold(text)) == fold(text)


@given(texts)
def test_the_index_holds_every_word_where_it_stands(text: str) -> None:
    view = View.of(text)
    assert {at: word for word, places in view.words.items() for at in places} == {
        match.start(): match[0] for match in regex.finditer(r"\w+", view.folded)
    }


@given(texts, st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=4))
def test_blanking_keeps_lines_and_the_rest(text: str, pairs: list[tuple[int, int]]) -> None:
    view = View.of(text)
    spans = [(start, min(start + width, len(text))) for start, width in pairs if start <= len(text)]
    blanked = view.without(spans)
    assert len(blanked.plain) == len(blanked.folded) == len(text)
    inside = {at for start, end in spans for at in range(start, end)}
    assert all(
        new == (("\n" if old == "\n" else " ") if at in inside else old)
        for at, (old, new) in enumerate(zip(view.plain, blanked.plain, strict=True))
    )
    gone = {(word, at) for word, places in view.words.items() for at in places if at not in inside}
    assert gone >= {(word, at) for word, places in blanked.words.items() for at in places}


@pytest.mark.parametrize(
    ("text", "plain", "folded"),
    [
        ("L’Étang", "L'Étang", "l'etang"),
        ("12 500 €", "12 500 €", "12 500 €"),
        ("**Présents** : _a_", "  Présents   : _a_", "  presents   : _a_"),
        ("# TITRE", "  TITRE", "  titre"),
        ("4^{ème} rang", "4  ème  rang", "4  eme  rang"),
        ("Saint‑Pern — Œuvre", "Saint-Pern – Œuvre", "saint-pern – œuvre"),
        ("[site](https://a.fr/b) et", "[site]                 et", "[site]                 et"),
    ],
)
def test_marks_and_typography(text: str, plain: str, folded: str) -> None:
    view = View.of(text)
    assert (view.plain, view.folded) == (plain, folded)


def test_a_phrase_is_found_where_its_word_stands() -> None:
    view = View.of("Séance du 3. La reséance du 4. SÉANCE\nDU 5")
    phrase = Phrase("seance", r"seance\s+du[ ](?P<day>\d)")
    assert [match["day"] for match in phrase.finditer(view)] == ["3", "5"]
    assert phrase.search(view, 5, len(view.plain) - 1) is None


@given(st.lists(st.sampled_from(["aa", "ab", "b", " ", ".", "\n"]), max_size=40).map("".join))
def test_a_phrase_finds_what_its_pattern_finds(text: str) -> None:
    view, pattern = View.of(text), r"(?:aa|b)(?!\w)[ ]?(?:ab)?"
    expected = [match.span() for match in regex.finditer(rf"(?<!\w){pattern}", view.folded)]
    assert [match.span() for match in Phrase("aa b", pattern).finditer(view)] == expected


@pytest.mark.parametrize(
    ("line", "read"),
    [
        ("P R É S E N T S  :  [ 1 5 ]", "PRÉSENTS : [15]"),
        ("S E C R É T A I R E  :  L. Corvant", "SECRÉTAIRE L. Corvant"),
        ("D É L I B É R A T I O N   n°  12", "DÉLIBÉRATION n° 12"),
        ("A B S E N T S E X C U S E S et autres", "A B S E N T S E X C U S E S et autres"),
        ("MM. A B C D", "MM. A B C D"),
    ],
)
def test_a_word_whose_letters_stand_apart_within_its_line(line: str, read: str) -> None:
    view = View.of(f"Titre\n{line}\nTexte")
    assert " ".join(view.plain.split("\n")[1].split()).replace(" :", "") == read.replace(" :", "")
    assert len(view.plain) == len(view.text) == len(view.folded)


def test_tidy_and_trim() -> None:
    assert tidy(" 4 ème  adjointe ,\n") == "4ème adjointe"
    assert trim("  - a b;\n", 0, 9, "-;") == (4, 7)
    assert vocabulary("a  b a") == {"a", "b"}


@pytest.mark.parametrize(
    ("line", "read"),
    [
        ("V I L L E   D E   V A L S E R R E", "VILLE DE VALSERRE"),
        ("D É L I B É R A T I O N   N °   2 0 2 3 - 1 4", "DÉLIBÉRATION N° 2023-14"),
        ("L ' I S L E - S U R - V I D O U R", "L'ISLE-SUR-VIDOUR"),
        ("  P R E S E N T S", "PRESENTS"),
        ("X X X X X X X", "X X X X X X X"),
        ("1 2 3 4 5 6 7", "1 2 3 4 5 6 7"),
        ("V I L L E D E V A L S E R R E S U R", "V I L L E D E V A L S E R R E S U R"),
    ],
)
def test_gaps_between_the_letters_of_a_line(line: str, read: str) -> None:
    view = View.of(f"Titre\n{line}\nTexte")
    assert view.plain.split("\n")[1].strip() == read
    assert len(view.plain) == len(view.text) == len(view.folded)
    if line.split() != read.split():
        assert view.printed((6, 9)) == (6, 6 + len(line))
        assert view.printed((0, 5)) == (0, 5)
