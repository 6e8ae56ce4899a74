"""A run of name tokens as the names in it: first names and surnames in either order, surnames in a row."""

from __future__ import annotations

from collections.abc import Sequence

from delibgraph.extraction.attendance.entries import Entries
from delibgraph.extraction.attendance.style import CLASSES, FROM_PLACE, Style, is_plural
from delibgraph.extraction.text.tokens import COMPOUNDS, JOINS, UPPER_PARTICLES, Token
from delibgraph.extraction.text.view import fold

_PARTING = (",", ";", "et", "/", "–", "-", ".", "(", "à", "par")
_FEWEST_IN_ROW = 5
"""Words in capitals with nothing between them that are more than one name ("RIVAUDOT JEAN FRED" is one)."""


def split(run: Sequence[Token], *, unparted: bool, placed: bool = False) -> list[list[Token]]:
    """A run of name tokens as the names in it: Prénom NOM, NOM Prénom, one after another."""
    groups = _groups(run, placed=placed)
    letters = "".join(letter for letter, _ in groups)
    if "U" not in letters:
        return [[token for _, group in groups for token in group]]
    surname_first = letters[0] == "U"
    names: list[list[Token]] = []
    current = ""
    for letter, group in groups:
        if surname_first:
            starts = bool(current) and (letter == "U" or (len(current) > 1 and current + letter != "UIT"))
        else:
            starts = letter != "U" and "U" in current
        if not names or starts:
            names.append([])
            current = ""
        names[-1].extend(group)
        current += letter
    return [_own_words(name) for name in names] if unparted else names


def is_row(entries: Entries, run: Sequence[Token], after: int, civility: Token | None, style: Style) -> bool:
    """Whether surnames in capitals stand in a row with nothing between ("MM. PETIT DURAND Mmes MARTEL GARNIER")."""
    if any(token.sort not in ("upper", "particle") for token in run):
        return False
    surnames = sum(token.text not in UPPER_PARTICLES for token in run if token.sort == "upper")
    if civility and is_plural(fold(civility.text)):
        following = entries.tokens[after : after + 2]
        joined = [token.text for token in following[:1]] == ["et"] and following[-1].sort == "civility"
        return surnames > 1 and (joined or not any(token.text in _PARTING for token in following[:1]))
    start = after - len(run)
    opens = not start or entries.tokens[start - 1].sort == "break"
    ends = after == len(entries.tokens) or entries.tokens[after].sort == "break" or entries.tokens[after].text == "."
    return surnames >= _FEWEST_IN_ROW and style.surnames and opens and ends and not civility


def row(run: Sequence[Token]) -> list[list[Token]]:
    """The surnames of a row, each with the particles before it."""
    names: list[list[Token]] = []
    for token in run:
        joins = names and (names[-1][-1].sort == "particle" or names[-1][-1].text in UPPER_PARTICLES)
        names = [*names[:-1], [*names[-1], token]] if joins else [*names, [token]]
    return names


def _groups(run: Sequence[Token], *, placed: bool) -> list[tuple[str, list[Token]]]:
    """Neighbouring tokens of one class together; particles and hyphens go with what follows."""
    groups: list[tuple[str, list[Token]]] = []
    pending: list[Token] = []
    for token in run:
        letter = CLASSES.get(token.sort)
        if letter is None:
            pending.append(token)
            continue
        last = groups[-1][0] if groups else ""
        after_surname = any(sort == "U" for sort, _ in groups) or (placed and bool(groups))
        if letter == "T" and pending and pending[0].text in FROM_PLACE and after_surname:
            break
        if placed and letter == "U" and pending and pending[0].text in FROM_PLACE and len(groups) > 1:
            break
        same = last == letter and (letter != "I" or not pending)
        married = bool(groups and pending) and fold(pending[0].text) in JOINS
        hyphened = last == "U" and letter == "T" and bool(pending) and pending[-1].sort == "dash"
        if same or hyphened or married:
            groups[-1][1].extend([*pending, token])
        else:
            groups.append((letter, [*pending, token]))
        pending = []
    return groups


def _own_words(name: list[Token]) -> list[Token]:
    """With nothing between entries, the last word before a surname is the first name ("Beaupuis Maryse RENVAUD")."""
    firsts = [token for token in name if token.sort in ("title", "particle", "lower")]
    if name[0].sort != "title" or len(firsts) < 2 or name[len(firsts) - 1] is not firsts[-1]:
        return name
    last = max(i for i, token in enumerate(name) if token.sort == "title" and all(t.sort != "upper" for t in name[:i]))
    return name[last - 1 if last and fold(name[last - 1].text) in COMPOUNDS else last :]
