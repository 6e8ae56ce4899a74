"""Letters and figures that a recogniser takes for one another: 1, l and I; 0 and O; ] and l.

What is put right has the length of what was printed, so that offsets hold. Figures are put right in every reading,
letters only where words are compared: names and titles stay as printed.
"""

from __future__ import annotations

import re

_SMALL, _CAPITAL = "a-zß-öø-ÿœ", "A-ZÀ-ÖØ-ÞŒ"
_IN_FIGURES = re.compile(r"O(?:(?<=[\d/]O)(?=\d)|(?<=\dO)(?=/)|(?<=\d\dO)(?![\w.]))")
"""An O among figures ("2O18", "18/O5/2018", "14 50O")."""
_FIGURE = re.compile(r"[01](?:(?<=[^\W\d_][01])|(?<!\w[01])(?=[^\W\d_]{3}))")
"""A figure beside a letter: looked for first, for most texts have none."""
_MISREAD = re.compile(
    r"""
    (?<!\w) 0?[^\W\d_]+ (?:[01][^\W\d_]+)* (?:(?<=[ai])1)? (?!\w)      # "C0MMUNE", "artic1e", "0BJET", "avri1"
    """,
    re.VERBOSE,
)
_CASE = re.compile(
    rf"l(?:(?<=[{_CAPITAL}]l)(?=[{_CAPITAL}])|(?<=[{_CAPITAL}]{{3}}l)(?!\w))"  # "MUNlCIPAL"
    rf"|[I\]](?<=[{_SMALL}]{{2}}[I\]])(?=[{_SMALL}])"  # "égaIement", "régiona]e"
)
_FEWEST = 4
"""Letters of a word in which a figure is a letter misread."""


def with_figures(text: str) -> str:
    """The text with noughts for each O among figures.

    >>> with_figures("séance du 25 mai 2O18, convocation du 18/O5/2018")
    'séance du 25 mai 2018, convocation du 18/05/2018'
    """
    while "O" in text and (told := _IN_FIGURES.sub("0", text)) != text:  # one that is put right tells the next
        text = told
    return text


def with_letters(text: str) -> str:
    """The text with letters for the figures and signs within words.

    >>> with_letters("C0MMUNE – DEL1BERATlONS – 4 avri1 – régiona]e – annexe1")
    'COMMUNE – DELIBERATIONS – 4 avril – régionale – annexe1'
    """
    words = _MISREAD.sub(_word, text) if _FIGURE.search(text) else text
    return _CASE.sub(_other_case, words)


def _word(match: re.Match[str]) -> str:
    word = match[0]
    if word.isalpha() or sum(map(str.isalpha, word)) < _FEWEST:
        return word
    return word.replace("0", "O").replace("1", "I") if word.isupper() else word.replace("0", "o").replace("1", "l")


def _other_case(match: re.Match[str]) -> str:
    return "I" if match[0] == "l" else "l"
