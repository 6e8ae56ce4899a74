"""The entries of a list: what parts them, which of their tokens can be names, and how far a run of name tokens goes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from delibgraph.extraction.attendance.contexts import name_run
from delibgraph.extraction.attendance.style import NAME_SORTS, classes
from delibgraph.extraction.text.tokens import COMPOUNDS, NOT_NAMES, SECONDS, UPPER_PARTICLES, Token
from delibgraph.extraction.text.view import fold

_NEVER_NAMES = ("mark", "role", "place", "staff")
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
        dots = lines = dashes = commas = bullets = civilities = surnames = inner = remarks = titled = compound = 0
        for i, token in enumerate(stretch):
            lines += token.sort == "break"
            first_names = token.sort == "dash" and _is_between_first_names(stretch, i)
            compound += first_names
            dashes += token.sort == "dash" and not first_names
            inner += token.sort == "dash" and _is_whole(name_run(stretch, i, -1)) != _is_whole(name_run(stretch, i, 1))
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
        hyphens |= compound > 0 and not dashes
        lone = [i for i, token in enumerate(stretch) if token.sort == "dash" and _is_lone(stretch, i)]
        doubled = lone[0] if len(lone) == 1 and not hyphens else -1
        return cls(stretch, joined, 3 * parts < surnames, hyphens, doubled, dots > max(2, commas))


def _is_between_first_names(stretch: Sequence[Token], i: int) -> bool:
    """Whether a dash stands after a first name that begins a compound one, and before another ("PETIT Jean – Luc")."""
    if not 1 < i < len(stretch) - 1 or fold(stretch[i - 1].text) not in COMPOUNDS:
        return False
    return fold(stretch[i + 1].text) in SECONDS and _is_second_first_name(stretch, i)


def _is_lone(stretch: Sequence[Token], i: int) -> bool:
    """Whether a surname alone stands after a dash, before it a first name and a surname ("Anne PETIT – DURAND –")."""
    before, after = name_run(stretch, i, -1), name_run(stretch, i, 1)
    if not before or before[0].sort != "upper" or not _is_whole(before) or [t.sort for t in after] != ["upper"]:
        return False
    return i + 2 < len(stretch) and stretch[i + 2].sort in ("dash", "mark", "break", "civility")


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
    before, after = name_run(stretch, i, -1), name_run(stretch, i, 1)
    surname_first = [token.sort for token in before[:2]] == ["title", "upper"]
    return surname_first and [token.sort for token in after] == ["title"]


def next_in_line(stretch: Sequence[Token], at: int) -> Token | None:
    """The first token from ``at`` that is no line break, no further off than a page's end."""
    return next((token for token in stretch[at : at + _PAGE_END] if token.sort != "break"), None)
