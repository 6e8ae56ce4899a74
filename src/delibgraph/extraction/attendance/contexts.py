"""What tokens of a list are beside others: a surname that reads like an office, a first name's "M.", a torn word."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from delibgraph.extraction.attendance.style import FROM_PLACE, NAME_SORTS, Style
from delibgraph.extraction.text.phrases import vocabulary
from delibgraph.extraction.text.tokens import MONTHS, SURNAMES_TOO, UPPER_PARTICLES, Sort, Token
from delibgraph.extraction.text.view import View, fold

_BEFORE_A = vocabulary("pouvoir procuration mandat qui")
_TITLES = vocabulary("maitre docteur")
"""Civilities, folded, that are surnames in capitals after a first name."""
_NAMED = ("upper", "title", "initial", "civility")
_CLOSING = (",", ";", ")", "(", "–", "-", "--", "/", "à", "par")
"""After "PETIT M.", these say that "M." is a first name."""
_ENTRY_ENDS = (",", ";", ".", "et")
"""After a surname alone."""
_PIECE_ENDS = (",", ";", ".", ")", "(")
_LONGEST_PIECE = 3
_NO_PIECES = vocabulary("et ou de du au vu ne nee ep epse vve x a abs exc adj mun rep sup tit com ext dga dgs pvr")
"""Words, folded, and marks of presence, that are no piece of a first name."""
TELLING = vocabulary("donne donnee remis sa son un une en")
_OBJECTS = vocabulary("pouvoir procuration mandat suppleant suppleante faveur")
_JOINED = vocabulary("faveur profit pouvoir procuration mandat suppleant suppleante remplacement")
"""Words in capitals that tell of a member, and those beside them: "AYANT DONNE POUVOIR", "EN FAVEUR DE"."""
WIDE = tuple("VWTYF")
"""Letters beside which a page leaves so much room that they are read as words of their own."""


def name_run(stretch: Sequence[Token], at: int, step: int) -> list[Token]:
    """The name tokens beside a token, before it (-1) or after it (1)."""
    found: list[Token] = []
    at += step
    while 0 <= at < len(stretch) and stretch[at].sort in NAME_SORTS:
        found.append(stretch[at])
        at += step
    return found


def rejoined(view: View, stretch: Sequence[Token]) -> list[Token]:
    """The tokens, letters that were torn off a name joined to the rest.

    One letter is the first of a surname that the text prints whole elsewhere; a piece in small letters belongs to the
    first name before it, which it ends together with the entry ("PETIT Patric k,", "PETIT P aul,").
    """
    found: list[Token] = []
    for i, token in enumerate(stretch):
        if token.sort == "lower" and _is_piece(found, token, stretch[i + 1] if i + 1 < len(stretch) else None):
            found[-1] = Token(found[-1].start, token.end, "title", found[-1].text + token.text)
            continue
        before = found[-1] if found else token
        torn = before.sort == "initial" and len(before.text) == 1 and before.end + 1 == token.start
        whole = fold(before.text + token.text)
        if torn and token.sort == "upper" and whole in view.words and len(view.words.get(fold(token.text), ())) == 1:
            found[-1] = Token(before.start, token.end, "upper", before.text + token.text)
        else:
            found.append(token)
    return found


def _is_piece(before: Sequence[Token], token: Token, following: Token | None) -> bool:
    """Whether a word in small letters is torn off the first name before it, which stands behind a surname."""
    if len(before) < 2 or [other.sort for other in before[-2:]] != ["upper", "title"]:
        return False
    ends = following is None or following.sort == "break" or following.text in _PIECE_ENDS
    short = len(before[-1].text) == 1 or (len(token.text) <= _LONGEST_PIECE and fold(token.text) not in _NO_PIECES)
    vowel = len(token.text) == 1 or not set("aeiouy").isdisjoint(fold(token.text))
    return (
        ends and short and vowel and token.text.isalpha() and token.text.islower() and before[-1].end + 1 == token.start
    )


def retagged(stretch: Sequence[Token], style: Style) -> list[Token]:
    """The tokens, those that their neighbours make part of a name, or of none, retagged."""
    found = _without_seats(_whole_names(_whole_lines(stretch), style))
    preposition = sum(token.text == "A" and _is_between(found, i) for i, token in enumerate(found)) > 1
    for i in range(1, len(found)):
        token, before = found[i], found[i - 1]
        if before.sort == "break" and i > 2 and (found[i - 3].sort == "civility" or _opens_name(found, i, style)):
            before = found[i - 2]
        following = found[i + 1] if i + 1 < len(found) else None
        joint = token.text in ("DE", "DU") and before.sort == "lower" and fold(before.text) in _JOINED
        if joint or (token.sort == "upper" and following and _is_verb(token, following)):
            found[i] = token._replace(sort="lower")
        if token.sort in ("upper", "title") and token.text != "A":
            continue
        if token.text in WIDE and before.sort == "civility" and _is_torn(found, i):
            sort: Sort | None = "upper"
        elif token.text == "A":
            sides = len(name_run(found, i, -1)) > 1 and len(name_run(found, i, 1)) > 1
            sort = _sort_of_a(before, following, preposition=preposition or sides)
        else:
            beyond = found[i + 2] if following and following.sort == "break" and i + 2 < len(found) else None
            sort = _sort_beside(token, before, following, style, beyond)
        if sort:
            found[i] = token._replace(sort=sort)
    return found


def _is_verb(token: Token, following: Token) -> bool:
    return following.sort == "lower" and fold(token.text) in TELLING and fold(following.text) in _OBJECTS


def _opens_name(stretch: Sequence[Token], i: int, style: Style) -> bool:
    """Whether "M." after a line break is a first name: where all have initials, and a civility ends the line before."""
    named = i + 1 < len(stretch) and stretch[i + 1].sort == "upper"
    return style.first_initials and named and stretch[i - 2].sort == "civility"


def _without_seats(stretch: list[Token]) -> list[Token]:
    """The tokens, those of the commune of an office that stands for a person retagged as no name.

    "M. le Maire de Quiny (Anne PETIT)".
    """
    for i, (office, joint) in enumerate(pairwise(stretch), 1):
        if office.sort != "role" or i < 2 or joint.text not in FROM_PLACE or stretch[i - 2].text not in ("le", "la"):
            continue
        end = i
        while end < len(stretch) and stretch[end].sort in ("particle", "title", "upper", "dash"):
            end += 1
        if end < len(stretch) and stretch[end].text in ("(", ",", ":"):
            stretch[i:end] = [token._replace(sort="mark") for token in stretch[i:end]]
    return stretch


def _whole_names(stretch: list[Token], style: Style) -> list[Token]:
    """The tokens without the marks that fell within the one name of an entry ("PETIT, Anne," or "Anne. PETIT")."""
    if style.surnames or not style.capitals:
        return stretch
    within = {at for at in range(2, len(stretch) - 1) if stretch[at].text in (",", ".") and _falls_within(stretch, at)}
    return [token for at, token in enumerate(stretch) if at not in within]


def _falls_within(stretch: Sequence[Token], at: int) -> bool:
    """Whether a comma after nothing but a surname, or a full stop after a first name, parts it from the other alone."""
    before, after = name_run(stretch, at, -1), name_run(stretch, at, 1)
    sorts = ("upper", "title") if stretch[at].text == "," else ("title", "upper")
    sides = zip((before, after), sorts, strict=True)
    if not all(run and all(token.sort == sort for token in run) for run, sort in sides):
        return False
    start, end = at - len(before) - 1, at + len(after) + 1
    lone = start < 0 or stretch[start].sort == "break" or stretch[start].text in (",", ";", "(")
    return lone and end < len(stretch) and (stretch[end].sort == "break" or stretch[end].text in (",", ";", ")"))


def _whole_lines(stretch: Sequence[Token]) -> list[Token]:
    """The tokens without the line breaks that fall after a hyphen ("ETORÉ-" and "LORTHAL")."""
    return [token for i, token in enumerate(stretch) if not (token.sort == "break" and _is_hyphenated(stretch, i))]


def _is_hyphenated(stretch: Sequence[Token], i: int) -> bool:
    """Whether a hyphen joins the word before a line break to the one after it."""
    if not 1 < i < len(stretch) - 1 or stretch[i - 1].text != "-" or stretch[i - 1].start != stretch[i - 2].end:
        return False
    return stretch[i - 2].sort in NAME_SORTS and stretch[i + 1].sort == stretch[i - 2].sort


def _is_between(stretch: Sequence[Token], i: int) -> bool:
    """Whether a token stands between two names."""
    if not 0 < i < len(stretch) - 1:
        return False
    return _ends_name(stretch[i - 1]) and stretch[i + 1].sort in _NAMED


def _ends_name(token: Token) -> bool:
    return token.sort in NAME_SORTS or token.text == ")"


def _sort_of_a(before: Token, following: Token | None, *, preposition: bool) -> Sort | None:
    """Whether a lone "A" is a preposition that lost its accent: before a civility, between names in full, or often."""
    if fold(before.text) in _BEFORE_A or following is None or following.text == "partir":
        return "lower"
    if _ends_name(before) and (following.sort == "civility" or (preposition and following.sort in _NAMED)):
        return "lower"
    return None


def _sort_beside(
    token: Token, before: Token, following: Token | None, style: Style, beyond: Token | None
) -> Sort | None:
    """What a token is beside another: a surname that reads like an office ("M. Denis MAIRE") or a common word

    ("DE LA VILLE"), a particle without its apostrophe ("TALLIER D ORVAL"), a first name's "M." ("M. M. DURAND").
    ``beyond`` is the token after the line break that follows.
    """
    single = token.text.isupper() and " " not in token.text
    if token.sort == "role" and single and style.capitals and before.sort in ("title", "initial"):
        return "upper"
    if token.sort == "civility" and single and fold(token.text) in _TITLES and before.sort in ("title", "initial"):
        return "upper"
    if token.sort == "staff" and single and style.first_initials and before.sort == "initial":
        return "upper"
    if token.sort == "lower" and single and before.sort == "upper" and before.text in UPPER_PARTICLES:
        return "upper"
    if token.sort == "initial" and token.text in ("D", "L", "Y") and before.sort == "upper":
        return "upper"
    if token.text == "E" and before.sort == "upper" and not style.last_initials:
        return "upper" if following is not None and following.sort == "upper" else None  # "DA COSTA E SILVA"
    if token.text == "JE" and before.sort == "upper" and following is not None and following.text == ".":
        return "initial"
    if token.sort == "civility" and token.text in ("M.", "M"):
        named = beyond is not None and beyond.sort in ("upper", "title", "particle")
        if named and not style.last_initials and before.sort != "civility":
            return None
        return "initial" if _is_initial(token, before, following, style) else None
    if token.sort == "lower" and token.text[0].isupper() and fold(token.text) in SURNAMES_TOO:
        return _name_sort(token, before, following, style)
    return None


def _is_torn(stretch: Sequence[Token], i: int) -> bool:
    """Whether a letter belongs to the surname after it, for a first name follows that ("Mme W ARENBOURG Léa")."""
    sorts = [token.sort for token in stretch[i + 1 : i + 4]]
    return sorts[:2] == ["upper", "title"] and sorts[2:] != ["upper"]


def _parts(token: Token) -> bool:
    """Whether a token parts one entry from the next."""
    return token.sort in ("break", "dash") or token.text in (",", ";", ":", "•")


def _is_initial(token: Token, before: Token, following: Token | None, style: Style) -> bool:
    """Whether "M." is the initial of a first name: after a civility, after a surname that ends its entry."""
    if before.sort == "civility":
        return before.text not in ("MM.", "MM") or style.first_initials
    if token.text == "M":
        return style.lone_initials and following is not None and following.sort in ("upper", "title")
    if following is None or following.text in _CLOSING:
        return before.sort in ("upper", "title")
    if following.sort in ("break", "lower", "civility") and following.text != "et":
        return before.sort == "upper" or (before.sort == "title" and style.last_initials)
    return before.sort == "upper" and (following.text == "de" or (following.text == "et" and style.last_initials))


def _name_sort(token: Token, before: Token, following: Token | None, style: Style) -> Sort | None:
    """The sort of a common word as a name, ``None`` where nothing beside it makes it one.

    It is a surname beside a first name, a first name between a civility and a surname ("Mme Avril MONTEL").
    """
    capitals = token.text.isupper()
    if not capitals and fold(token.text) in MONTHS and before.sort in ("upper", "title"):
        return "title"
    if style.capitals and not capitals and (before.sort == "civility" or before.text == ","):
        first = following is not None and following.sort == "upper"
        return "title" if first and (before.text != "," or fold(token.text) in MONTHS) else None
    leads = following is not None and following.sort == "title" and _parts(before)
    alone = style.surnames and before.text == "," and following is not None and following.text in _ENTRY_ENDS
    if capitals and style.capitals and (leads or alone or before.sort in ("title", "initial", "civility")):
        return "upper"
    return "title" if not style.capitals and not capitals and before.sort in ("initial", "civility") else None
