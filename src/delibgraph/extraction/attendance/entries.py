"""The entries of a list: what parts them, which of their tokens can be names, and how far a run of name tokens goes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from delibgraph.extraction.attendance.style import FROM_PLACE, NAME_SORTS, Style, classes
from delibgraph.extraction.text.phrases import vocabulary
from delibgraph.extraction.text.tokens import MONTHS, NOT_NAMES, SURNAMES_TOO, UPPER_PARTICLES, Sort, Token
from delibgraph.extraction.text.view import View, fold

_NEVER_NAMES = ("mark", "role", "place", "staff")
_PROXY_WORDS = vocabulary("pouvoir procuration mandat")
_TITLES = vocabulary("maitre docteur")
"""Civilities, folded, that are surnames in capitals after a first name."""
_NAMED = ("upper", "title", "initial", "civility")
_CLOSING = (",", ";", ")", "(", "–", "-", "--", "/", "à", "par")
"""After "PETIT M.", these say that "M." is a first name."""
_ENTRY_ENDS = (",", ";", ".", "et")
"""After a surname alone."""
WIDE = tuple("VWTYF")
"""Letters beside which a page leaves so much room that they are read as words of their own."""
_PAGE_END = 60
"""Line breaks over which a name can go on; a file of nothing but line ends would cost their number squared."""


@dataclass(frozen=True, slots=True)
class Entries:
    """A stretch of tokens and what parts the entries in it.

    ``joined``: commas, semicolons or dashes do, so that a line break may fall within a name; ``unparted``: nothing
    does; ``hyphens``: commas do, so that a spaced dash is a hyphen; ``doubled``: where the one dash stands that is a
    hyphen among those that part entries, for a surname alone follows it; ``dotted``: full stops part the entries.
    """

    tokens: Sequence[Token]
    joined: bool
    unparted: bool
    hyphens: bool
    doubled: int = -1
    dotted: bool = False

    @classmethod
    def of(cls, stretch: Sequence[Token]) -> Entries:
        """The entries of a stretch, by counting what stands between its names."""
        dots = lines = dashes = commas = bullets = civilities = surnames = inner = remarks = titled = 0
        for i, token in enumerate(stretch):
            lines += token.sort == "break"
            dashes += token.sort == "dash"
            inner += token.sort == "dash" and _is_whole(_run(stretch, i, -1)) != _is_whole(_run(stretch, i, 1))
            titled += token.sort == "dash" and i + 1 < len(stretch) and stretch[i + 1].sort == "civility"
            civilities += token.sort == "civility"
            surnames += token.sort == "upper"
            commas += token.text in (",", ";")
            remarks += token.text == "," and i + 1 < len(stretch) and stretch[i + 1].sort == "lower"
            bullets += token.text == "•"
            dots += token.text == "." and i > 0 and stretch[i - 1].sort == "upper"
        joined = commas + dashes > 0 and 3 * (commas + dashes) >= lines
        parts = commas - remarks + dashes + bullets + lines + civilities
        hyphens = joined and (commas > 2 * (dashes - inner) or titled > max(1, 2 * (dashes - titled - 1)))
        lone = [i for i, token in enumerate(stretch) if token.sort == "dash" and _is_lone(stretch, i)]
        doubled = lone[0] if len(lone) == 1 and not hyphens else -1
        return cls(stretch, joined, 3 * parts < surnames, hyphens, doubled, dots > max(2, commas))


def _is_lone(stretch: Sequence[Token], i: int) -> bool:
    """Whether a surname alone stands after a dash, before it a first name and a surname ("Anne PETIT – DURAND –")."""
    before, after = _run(stretch, i, -1), _run(stretch, i, 1)
    if not before or before[0].sort != "upper" or not _is_whole(before) or [t.sort for t in after] != ["upper"]:
        return False
    return i + 2 < len(stretch) and stretch[i + 2].sort in ("dash", "mark", "break", "civility")


def _run(stretch: Sequence[Token], at: int, step: int) -> list[Token]:
    """The name tokens beside a token, before it (-1) or after it (1)."""
    found: list[Token] = []
    at += step
    while 0 <= at < len(stretch) and stretch[at].sort in NAME_SORTS:
        found.append(stretch[at])
        at += step
    return found


def rejoined(view: View, stretch: Sequence[Token]) -> list[Token]:
    """The tokens, a letter that was torn off a surname which the text prints whole elsewhere joined to the rest."""
    found: list[Token] = []
    for token in stretch:
        before = found[-1] if found else token
        torn = before.sort == "initial" and len(before.text) == 1 and before.end + 1 == token.start
        whole = fold(before.text + token.text)
        if torn and token.sort == "upper" and whole in view.words and len(view.words.get(fold(token.text), ())) == 1:
            found[-1] = Token(before.start, token.end, "upper", before.text + token.text)
        else:
            found.append(token)
    return found


def retagged(stretch: Sequence[Token], style: Style) -> list[Token]:
    """The tokens, those that their neighbours make part of a name, or of none, retagged."""
    found = _without_seats(_whole_names(_whole_lines(stretch), style))
    preposition = sum(token.text == "A" and _is_between(found, i) for i, token in enumerate(found)) > 1
    for i in range(1, len(found)):
        token, before = found[i], found[i - 1]
        if before.sort == "break" and i > 2 and (found[i - 3].sort == "civility" or _opens_name(found, i, style)):
            before = found[i - 2]
        if token.sort in ("upper", "title") and token.text != "A":
            continue
        following = found[i + 1] if i + 1 < len(found) else None
        if token.text in WIDE and before.sort == "civility" and _is_torn(found, i):
            sort: Sort | None = "upper"
        elif token.text == "A":
            sides = len(_run(found, i, -1)) > 1 and len(_run(found, i, 1)) > 1
            sort = _sort_of_a(before, following, preposition=preposition or sides)
        else:
            beyond = found[i + 2] if following and following.sort == "break" and i + 2 < len(found) else None
            sort = _sort_beside(token, before, following, style, beyond)
        if sort:
            found[i] = token._replace(sort=sort)
    return found


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
    before, after = _run(stretch, at, -1), _run(stretch, at, 1)
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
    if fold(before.text) in _PROXY_WORDS or following is None or following.text == "partir":
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


def gather(entries: Entries, at: int, *, introduced: bool) -> tuple[list[Token], int]:
    """The run of name tokens from ``at``, and where it ends."""
    run: list[Token] = []
    i = at
    if entries.tokens[i].sort in _NEVER_NAMES:
        return [], at + 1
    while i < len(entries.tokens) and _goes_on(entries, run, i, introduced):
        if entries.tokens[i].sort != "break":
            run.append(entries.tokens[i])
        i += 1
    while run and run[-1].sort not in NAME_SORTS:
        run.pop()
    if not run:
        return [], at + 1
    return run, i


def _goes_on(entries: Entries, run: Sequence[Token], i: int, introduced: bool) -> bool:
    """Whether the token at ``i`` belongs to the name that has begun, or begins one."""
    token = entries.tokens[i]
    if token.sort in NAME_SORTS:
        return True
    if token.sort == "break":
        return _crosses_line(entries, run, i, introduced)
    if i + 1 == len(entries.tokens):
        return False
    following = entries.tokens[i + 1].sort
    if token.sort == "particle":
        if following == "break" and run and (later := next_in_line(entries.tokens, i + 1)):
            return later.sort in ("upper", "title") and entries.joined
        opens = introduced or token.text[0].isupper() or (following != "title" and _opens_entry(entries.tokens, i))
        return following in ("upper", "title", "particle") and (bool(run) or opens)
    if token.sort == "lower":
        return not run and following == "upper" and _opens_line(entries.tokens, i)
    return (token.sort == "dash" or token.text == "/") and bool(run) and _is_hyphen(entries, i)


def _opens_entry(stretch: Sequence[Token], i: int) -> bool:
    """Whether a comma or the list's head stands before a token."""
    return i == 0 or stretch[i - 1].text in (",", ";", ":")


def _opens_line(stretch: Sequence[Token], i: int) -> bool:
    """An entry whose first name lost its capital ("claude PELAC"): alone at the start of a line."""
    opens = i == 0 or stretch[i - 1].sort == "break"
    word = stretch[i].text
    return opens and len(word) > 2 and word.isalpha() and fold(word) not in NOT_NAMES


def _crosses_line(entries: Entries, run: Sequence[Token], i: int, introduced: bool) -> bool:
    """Whether a name goes on after the line break at ``i``."""
    stretch = entries.tokens
    later = next_in_line(stretch, i + 1)
    if later is None or not (later.sort in NAME_SORTS or later.sort == "particle"):
        return False
    if _is_heading(stretch, i + 1):
        return False
    if _in_parentheses(stretch, i):
        return True
    if not run:
        return introduced
    if run[-1].sort in ("initial", "particle") or run[-1].text in UPPER_PARTICLES:
        return True
    if introduced and later.sort == "upper" and all(token.sort == "title" for token in run):
        return True  # "Mme Léa" and a page's end before the surname
    if stretch[i + 1].sort == "break":
        return False
    if not entries.joined and introduced and all(token.sort == "upper" for token in run):
        return later.sort == "title" and i + 2 < len(stretch) and stretch[i + 2].text in ("(", ",", ";", ".")
    if not entries.joined:
        return [token.sort for token in run] == ["title"] and later.sort == "upper" and i > 1
    return not _is_whole(run) or (later.sort == run[-1].sort and not _starts_name(stretch, i + 1))


def _is_whole(run: Sequence[Token]) -> bool:
    """Whether a run has a first name and a surname."""
    return len(classes(run)) > 1


def _starts_name(stretch: Sequence[Token], at: int) -> bool:
    """Whether a first name and a surname begin at a token."""
    return [token.sort for token in stretch[at : at + 2]] in (["title", "upper"], ["initial", "upper"])


def _is_heading(stretch: Sequence[Token], at: int) -> bool:
    """Whether a line of capitals closed by a colon begins ("SARVIS : M. Paul DELMAS")."""
    while at < len(stretch) and stretch[at].sort in ("upper", "title", "particle", "dash"):
        at += 1
    return at < len(stretch) and stretch[at].text == ":"


def _in_parentheses(stretch: Sequence[Token], i: int) -> bool:
    opened = next((token.text for token in reversed(stretch[max(0, i - 12) : i]) if token.text in "()[]{}"), ")")
    return opened in "([{"


def _is_hyphen(entries: Entries, i: int) -> bool:
    """Whether the dash at ``i`` stands within a name: spaced on one side only, or any in a list of commas.

    A slash does where no blank is beside it ("HAMEL/BRUN").
    """
    before, dash, after = entries.tokens[i - 1 : i + 2]
    if before.sort == after.sort == "title" and dash.start == before.end and after.start > dash.end:
        return dash.text == "-"  # "Jean-" at a line's end
    if before.sort == "title":
        return entries.hyphens and _is_second_first_name(entries.tokens, i)
    if before.sort != "upper" or after.sort != "upper":
        return False
    left, right = dash.start > before.end, after.start > dash.end
    if dash.text == "/":
        return not left and not right
    if i == entries.doubled:
        return True
    return left != right or entries.hyphens


def _is_second_first_name(stretch: Sequence[Token], i: int) -> bool:
    """Whether a first name alone stands after a dash, a surname and a first name before it ("PETIT Jean - Paul")."""
    before, after = _run(stretch, i, -1), _run(stretch, i, 1)
    surname_first = [token.sort for token in before[:2]] == ["title", "upper"]
    return surname_first and [token.sort for token in after] == ["title"]


def next_in_line(stretch: Sequence[Token], at: int) -> Token | None:
    """The first token from ``at`` that is no line break, no further off than a page's end."""
    return next((token for token in stretch[at : at + _PAGE_END] if token.sort != "break"), None)
