"""The number of a deliberation: what stands in the firmest of its forms, and is no other act's."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

import regex

from delibgraph.extraction.header.numberings import FORMS, LINE, WORD, Form
from delibgraph.extraction.items.headings import closing_numbers
from delibgraph.extraction.text.view import View, once, tidy
from delibgraph.facts import Span

_OF_ANOTHER = regex.compile(
    r"(?i)(?:proc[èe]s[- ]verbal|compte[- ]rendu|(?<!\w)pv|convention|r[ée]f[^\n]{0,4}|loi|d[ée]cret|ordonnance|"
    r"arr[êe]t[ée]|"
    r"march[ée]|circulaire|r[èe]glement[^\n]{0,12}|\bvu[ ]+(?:la|sa|notre|les))[ ]*$"
)
"""What stands before a number that is no deliberation's own."""
_OF_MINUTES = regex.compile(r"(?<!\p{L})PV(?!\p{L})")
_REFERRED = regex.compile(
    r"(?<!(?:extrait|objet|texte|intitule|n°|numero)[ ]de[ ])"
    r"(?<!\w)(?:la|une|sa|cette|ladite|notre|des|les|ces|par)\s+$"
)
"""Before "délibération n°" where another one is spoken of ("ERRATUM à la délibération n° …")."""
_NAMED = regex.compile(r"\s*(?:extrait[^\n]{0,40}[ ])?deliberation[ ]*n")
"""What says that the number is the deliberation's, short as it may be."""
_DATED = regex.compile(r"[ ]+(?:du|en[ ]date[ ]du)[ ]+\d")
_BULLET = regex.compile(r"(?r)\n[ ]*[.•▪➢o-][ ]+$")
"""Around the number of another act in a list: "- Délibération n° 12 du 19 juin : retrait"."""

_GAPS = regex.compile(r"(?<=\p{Lu}|\p{Lu}[ ]-[ ]\d{4})[ ](-)[ ](?=\d)")
"""Blanks around the hyphens of a number whose letters stand apart."""
_FIGURES = regex.compile(r"\d+")
_LONGEST_SIGLUM = 13
"""Characters of the letters before a number's figures, with the gap before them."""
_LONGEST = 400
"""Characters after the place where a number's form begins, in which it ends."""
_FEWEST_SIGNS = 5
"""Letters and figures of a stamped number that is looked for."""
_NEAR = 600
"""Characters after the lists in which a title stands that its number closes."""


@once
def _figures(view: View) -> Sequence[int]:
    """Where figures begin."""
    return [match.start() for match in _FIGURES.finditer(view.plain)]


def _places(view: View, where: str) -> Sequence[int]:
    """Where a form can begin."""
    if where == LINE:
        return list(dict.fromkeys(view.lines[bisect_right(view.lines, at) - 1] for at in _figures(view)))
    if where == WORD:
        return list(dict.fromkeys(_word_start(view.plain, at) for at in _figures(view)))
    return sorted(at for word in where.split() for at in _finds(view.folded, word.replace("_", " ")))


def _word_start(text: str, at: int) -> int:
    """Where the word begins that a figure stands in; a bracket may open it."""
    gap = max(text.rfind(sign, max(0, at - _LONGEST_SIGLUM), at) for sign in " \n[")
    return at if gap < 0 else gap + 1


def _finds(text: str, word: str) -> Iterator[int]:
    at = text.find(word)
    while at >= 0:
        yield at
        at = text.find(word, at + len(word))


def _matches(view: View, form: Form, places: Sequence[int]) -> Iterator[regex.Match[str]]:
    """The places at which a form stands, in order and without overlap."""
    end = 0
    for at in places:
        if at >= end and (match := form.pattern.match(view.plain, at, at + _LONGEST)):
            end = match.end()
            yield match


def read_number(view: View, roll_end: int, stamped: str | None = None) -> tuple[str, Span] | None:
    """The deliberation's number; the minutes' own number and those of acts referred to are others.

    What is ``stamped`` on the act as its own number goes before what any form reads, where the text prints it.
    """
    found = _by_form(view, roll_end)
    if not stamped or (found and _signs(found[0]) == _signs(stamped)):
        return found
    return _as_stamped(view, _signs(stamped)) or found


def _signs(number: str) -> str:
    return "".join(filter(str.isalnum, number))


def _by_form(view: View, roll_end: int) -> tuple[str, Span] | None:
    """The number in the firmest of the forms that the text has."""
    places: dict[str, Sequence[int]] = {}
    for form in FORMS:
        if form.where not in places:
            places[form.where] = _places(view, form.where)
        for match in _matches(view, form, places[form.where]):
            start = match.start("number")
            if _OF_MINUTES.search(match["number"]):
                continue
            if _OF_ANOTHER.search(view.plain, max(0, match.start() - 20), match.start()):
                continue
            if _DATED.match(view.folded, match.end("number")) and _BULLET.search(view.plain, 0, match.start()):
                continue
            if _REFERRED.search(view.folded, max(0, match.start() - 20), match.start()):
                continue
            if (
                "bracketed" not in match.groupdict()
                and "(" in view.plain[max(0, match.start() - 30, start - 20) : start]
            ):
                continue
            named = _NAMED.match(view.folded, match.start()) is not None
            if "beside" in match.groupdict() and start > (roll_end or _NEAR):
                continue
            short = (
                not named
                and len(match["number"]) <= 2
                and match["number"].isdigit()
                and "ranked" not in match.groupdict()
            )
            if short and match.start() < roll_end:
                continue
            return _GAPS.sub(r"\1", _printed(view, match.span("number"))), match.span("number")
    closing = next(closing_numbers(view, roll_end, roll_end + _NEAR), None) if roll_end else None
    return (_printed(view, closing), closing) if closing else None


def _as_stamped(view: View, signs: str) -> tuple[str, Span] | None:
    """Where a text prints the number of its stamp, whatever parts its letters and figures."""
    if len(signs) < _FEWEST_SIGNS:
        return None
    between = "[ ./_-]?" if any(map(str.isalpha, signs)) else "[./_-]?"
    told = between.join(map(regex.escape, signs))
    match = regex.search(rf"(?<![\w./-]){told}(?![\w€%]|[ ./-]\d|[./-]\w)", view.plain)
    return (_printed(view, match.span()), match.span()) if match else None


def _printed(view: View, span: Span) -> str:
    """The number as printed, an O for a nought with it."""
    printed = zip(view.plain[slice(*span)], view.text[slice(*span)], strict=True)
    return tidy("".join("O" if text == "O" else char for char, text in printed))
