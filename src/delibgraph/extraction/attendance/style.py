"""The style of the lists of one text: whether civilities stand before names, whether surnames are in capitals.

It is read from all lists of a text together, because a single short list does not tell.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

import regex

from delibgraph.extraction.text.phrases import vocabulary
from delibgraph.extraction.text.tokens import CIVILITIES, Sort, Token
from delibgraph.extraction.text.view import fold

NAME_SORTS = ("upper", "title", "initial")
"""Sorts of tokens of which names are made."""
CLASSES: dict[Sort, str] = {"upper": "U", "title": "T", "initial": "I", "lower": "T"}
"""One letter for each sort in a name."""
FROM_PLACE = vocabulary("de du des d'")
"""What joins a person's commune to the name ("PETIT de Quiny")."""
_PARTING = ("\n", ",", ";", "–", "-", "--", "•")
_INITIALS = 3
"""Initials before surnames that tell of a habit."""
_OPEN, _CLOSED = ("(", "["), (")", "]")
_PLURAL = regex.compile(CIVILITIES)


@dataclass(frozen=True, slots=True)
class Style:
    """How the lists of one text are written.

    ``initials``: "M." before a surname is a first name; ``civil``: a civility before each name; ``capitals``: surnames
    in capitals; ``surnames``: surnames alone; ``lone_initials``: initials without dots; ``last_initials``: initials
    after surnames; ``first_initials``: before them, so that one after "MM." is no second civility.
    """

    initials: bool = False
    civil: bool = False
    capitals: bool = True
    surnames: bool = False
    lone_initials: bool = False
    last_initials: bool = False
    first_initials: bool = False
    placed: bool = False
    plain: bool = False


def read_style(stretches: Sequence[Sequence[Token]]) -> Style:
    """The style of all lists of a text together."""
    flat = [token for stretch in stretches for token in stretch]
    following = [*flat[1:], *flat[:1]]
    civilities = [
        fold(token.text)
        for token, after in zip(flat, following, strict=True)
        if token.sort == "civility" and after.text not in ("le", "la")
    ]
    titled = any(civility not in ("m.", "m") for civility in civilities)
    initials = sum(token.sort == "initial" for token in flat)
    runs = [classes(run) for stretch in stretches for run in _plain_runs(stretch)]
    full = sum("U" in run and ("T" in run or "I" in run) for run in runs)
    bare = sum(run == "U" for run in runs)
    named = any("U" in run and "T" in run for run in runs)
    initials_first = any(run.startswith("I") for run in runs)
    plain = not civilities and not full and _is_plain(flat)
    singular = sum(not is_plural(civility) for civility in civilities)
    return Style(
        initials=initials >= 3 and not titled,
        civil=full > 0 and 3 * singular >= 2 * max(bare, full),
        capitals=not plain and 2 * (full + bare) >= sum(bool(run) for run in runs),
        surnames=bare > full or (bare > 1 and not named and not initials_first),
        lone_initials=_has_lone_initials(flat),
        last_initials=any(_is_last(flat, i) for i in range(1, len(flat) - 1)),
        first_initials=sum(a.sort == "initial" and b.sort == "upper" for a, b in pairwise(flat)) >= _INITIALS,
        placed=_are_placed(flat, len(civilities)),
        plain=plain,
    )


@lru_cache(maxsize=1024)
def is_plural(civility: str) -> bool:
    """Whether a civility, folded, is one of several people."""
    return _PLURAL.fullmatch(civility) is not None


def _has_lone_initials(tokens: Sequence[Token]) -> bool:
    """Whether initials stand without dots, among which an "M" can be one: it introduces no full name elsewhere."""
    lone = sum(token.sort == "initial" and len(token.text) == 1 for token in tokens)
    civil = sum(token.text == "M" and after.sort == "title" for token, after in pairwise(tokens))
    others = any(token.sort == "civility" and token.text not in ("M", "MR") for token in tokens)
    return lone > 1 and (not civil or (lone > 3 * civil and not others))


def _are_placed(tokens: Sequence[Token], civilities: int) -> bool:
    """Whether most members bear their commune: "Anne Petit de Quiny", or "Anne PETIT de QUINY" after two words."""
    placed = sum(after.text in FROM_PLACE and token.sort == "title" for token, after in pairwise(tokens))
    capital = sum(
        [token.sort for token in (first, surname, place)] == ["title", "upper", "upper"] and joint.text in FROM_PLACE
        for first, surname, joint, place in zip(tokens, tokens[1:], tokens[2:], tokens[3:], strict=False)
    )
    return any(count > 2 and 2 * count >= civilities for count in (placed, capital))


def _is_plain(tokens: Sequence[Token]) -> bool:
    """Whether nearly every entry is one word with a capital ("Vanrault – Perdert")."""
    marked = ("break", "mark", "dash")
    entries = [
        token.sort
        for before, token in pairwise([None, *tokens])
        if token is not None and token.sort not in marked and (before is None or before.text in _PARTING)
    ]
    alone = sum(
        token.sort == "title" and (before is None or before.text in _PARTING) and after.sort in marked
        for before, token, after in zip([None, *tokens], tokens, tokens[1:], strict=False)
    )
    return alone > 2 and 3 * alone >= 2 * len(entries)


def _is_last(tokens: Sequence[Token], i: int) -> bool:
    """Whether an initial ends an entry, after a surname."""
    initial = tokens[i].sort == "initial" and tokens[i - 1].sort in ("title", "upper")
    return initial and tokens[i + 1].sort in ("mark", "break", "dash", "lower")


def _plain_runs(stretch: Sequence[Token]) -> Iterator[list[Token]]:
    """The runs of name tokens; one word in small letters that no civility introduces tells nothing of a style."""
    run: list[Token] = []
    introduced = aside = False
    for token in [*stretch, None]:
        aside = token is not None and token.text not in _CLOSED and (aside or token.text in _OPEN)
        if aside:
            continue
        if token is not None and (token.sort in NAME_SORTS or token.sort == "particle"):
            run.append(token)
            continue
        if run and (introduced or len(run) > 1 or run[0].sort != "title"):
            yield run
        run, introduced = [], token is not None and token.sort == "civility"


def classes(run: Sequence[Token]) -> str:
    """The run's groups: U surname in capitals, T title-case words, I initials; particles go with what follows."""
    out = ""
    for token in run:
        letter = CLASSES.get(token.sort, "")
        if letter and not out.endswith(letter):
            out += letter
    return out
