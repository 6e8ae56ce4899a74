"""Names of people in lists: with the text's style, runs of tokens become mentions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import regex

from delibgraph.extraction.phrases import vocabulary
from delibgraph.extraction.style import CLASSES, NAME_SORTS, PLURAL, Style, classes
from delibgraph.extraction.tokens import NOT_NAMES, UPPER_PARTICLES, Sort, Token, tokens
from delibgraph.extraction.view import View, fold, tidy
from delibgraph.facts import Span

_ELIDED = "CDJLMNST"
"""Letters that stand before a capital where an apostrophe was lost ("L Association")."""
_NEVER_NAMES = ("mark", "role", "place", "staff")
_COMPOUNDS = vocabulary("jean marie anne pierre louis charles paul francois henri joseph rose ange")
"""First names that begin a compound one ("Marie Claude")."""
_TORN_HYPHEN = regex.compile(r"(?<=\p{L})- (?=\p{L})")
_MISTER = vocabulary("m mm mr ms mrs monsieur messieurs")
_SINGULAR = {"mme": "Mme", "mmes": "Mme", "madame": "Mme", "mesdames": "Mme", "melle": "Mlle", "mlles": "Mlle"}
_AFTER = 120
"""Characters after a label within which the person that it names starts."""


_PROXY_WORDS = vocabulary("pouvoir procuration mandat")
_CLOSING = (",", ";", ")", "(", "–", "-")
"""After "PETIT M.", these say that "M." is a first name."""
_FROM_PLACE = vocabulary("de du des d'")
"""What joins a person's commune to the name ("PETIT de Quiny")."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A person named in a list. ``outer`` starts at the civility, ``start`` at the name; ``full`` has a first name."""

    outer: int
    start: int
    end: int
    name: str
    civility: str | None = None
    full: bool = False

    @property
    def span(self) -> Span:
        """The span of the name itself."""
        return self.start, self.end


_PAGE_END = 60
"""Line breaks over which a name can go on; a file of nothing but line ends would cost their number squared."""


@dataclass(frozen=True, slots=True)
class _Entries:
    """A stretch of tokens and what parts the entries in it.

    ``joined``: commas, semicolons or dashes do, so that a line break may fall within a name; ``unparted``: nothing
    does; ``hyphens``: commas do, so that a spaced dash is a hyphen.
    """

    tokens: Sequence[Token]
    joined: bool
    unparted: bool
    hyphens: bool

    @classmethod
    def of(cls, stretch: Sequence[Token]) -> _Entries:
        lines = dashes = commas = bullets = civilities = surnames = 0
        for token in stretch:
            lines += token.sort == "break"
            dashes += token.sort == "dash"
            civilities += token.sort == "civility"
            surnames += token.sort == "upper"
            commas += token.text in (",", ";")
            bullets += token.text == "•"
        joined = commas + dashes > 0 and 3 * (commas + dashes) >= lines
        parts = commas + dashes + bullets + lines + civilities
        return cls(stretch, joined, 3 * parts < surnames, joined and commas > 2 * dashes)


def mentions_in(view: View, start: int, end: int, style: Style) -> list[Mention]:
    """The people named between two offsets, in order."""
    return mentions(view, tokens(view, start, end, initials=style.initials), style)


def mentions(view: View, stretch: Sequence[Token], style: Style, *, bracketed: bool = False) -> list[Mention]:
    """The people named in a stretch, in order; ``bracketed`` says that names in brackets are people, not places."""
    entries = _Entries.of(_with_surnames(stretch, style))
    found: list[Mention] = []
    at = 0
    civility: Token | None = None
    carried: str | None = None
    while at < len(stretch):
        token = entries.tokens[at]
        if token.sort == "civility":
            civility = token
            carried = token.text if not style.capitals or PLURAL.fullmatch(fold(token.text)) else None
            at += 1
            continue
        if token.sort == "place" or (token.sort == "break" and _ends_run(entries, at)):
            carried = None
        run, after = _gather(entries, at, introduced=civility is not None)
        if run and not _is_staff(entries.tokens, after):
            before = entries.tokens[at - 1].text if at else ""
            pointed = fold(before) in ("a", "par") or (bracketed and before in ("(", "["))
            shared = carried is not None and before not in ("(", "[")
            aside = before in ("(", "[") and civility is None and not pointed
            for name in _split(run, unparted=entries.unparted):
                if aside and len(classes(name)) == 1:
                    continue
                introduced = civility is not None or pointed or (shared and not (style.capitals and _is_plain(name)))
                if _is_name(name, style, introduced, entries, after):
                    found.append(_mention(view, name, civility, carried))
                    civility = None
        if run or not (token.sort == "break" or token.text == "."):
            civility = None
        at = after
    return found


def mention_after(view: View, at: int, style: Style) -> Mention | None:
    """The person named right after a label, whatever form the name takes."""
    stretch = tokens(view, at, min(len(view.plain), at + _AFTER), initials=style.initials)
    civility: Token | None = None
    i = 0
    while i < len(stretch) and stretch[i].sort in ("break", "civility"):
        civility = stretch[i] if stretch[i].sort == "civility" else civility
        i += 1
    if i == len(stretch):
        return None
    run, _ = _gather(_Entries(stretch, False, False, False), i, introduced=civility is not None)
    if not run or run[0].sort == "lower":
        return None
    return _mention(view, _split(run, unparted=False)[0], civility, None)


def _ends_run(entries: _Entries, at: int) -> bool:
    """Whether a civility over several people ("MM. A, B") ends at a line break: a blank one, or one that parts them."""
    blank = at + 1 < len(entries.tokens) and entries.tokens[at + 1].sort == "break"
    return not entries.joined or (blank and at > 0 and entries.tokens[at - 1].text not in (",", ";"))


def _is_plain(name: Sequence[Token]) -> bool:
    """Whether a name is one word in small letters, which in a list of capitals is any word that begins a sentence."""
    return len(name) == 1 and name[0].sort == "title"


def _with_surnames(stretch: Sequence[Token], style: Style) -> list[Token]:
    """The tokens, those that their neighbours make part of a name retagged."""
    found = list(stretch)
    for i in range(1, len(found)):
        token, before = found[i], found[i - 1]
        closes = i + 1 == len(found) or found[i + 1].text in _CLOSING or found[i + 1].sort == "break"
        if token.sort not in ("upper", "title") and (sort := _sort_beside(token, before, style, closes=closes)):
            found[i] = token._replace(sort=sort)
    return found


def _sort_beside(token: Token, before: Token, style: Style, *, closes: bool) -> Sort | None:
    """What a token is beside another: a surname that reads like an office ("M. Denis MAIRE") or a common word

    ("DE LA VILLE"), a particle without its apostrophe ("TALLIER D ORVAL"), a first name's "M." ("M. M. DURAND").
    """
    single = token.text.isupper() and " " not in token.text
    if token.sort == "role" and single and style.capitals and before.sort in ("title", "initial"):
        return "upper"
    if token.sort == "lower" and single and before.sort == "upper" and before.text in UPPER_PARTICLES:
        return "upper"
    if token.sort == "initial" and token.text in ("D", "L") and before.sort == "upper":
        return "upper"
    if (
        token.sort == "civility"
        and token.text == "M."
        and (before.sort == "civility" or (before.sort == "upper" and closes))
    ):
        return "initial"
    if token.sort == "initial" and token.text == "A" and fold(before.text) in _PROXY_WORDS:
        return "lower"
    return None


def _is_staff(stretch: Sequence[Token], at: int) -> bool:
    """Whether a post among the staff follows a name, with or without a comma."""
    at += at < len(stretch) and stretch[at].text == ","
    return at < len(stretch) and stretch[at].sort == "staff"


def _mention(view: View, name: list[Token], civility: Token | None, carried: str | None) -> Mention:
    start, end = name[0].start, name[-1].end
    text = tidy(view.plain[start:end])
    if "- " in text:
        text = _TORN_HYPHEN.sub("-", text)
    letters = classes(name)
    full = ("U" in letters and len(letters) > 1) or (letters == "T" and len(name) > 1)
    outer = civility.start if civility else start
    return Mention(outer, start, end, text, _singular(civility.text if civility else carried), full)


@lru_cache(maxsize=1024)
def _singular(civility: str | None) -> str | None:
    """The civility of one person; a plural one is given back in the singular."""
    if civility is None:
        return None
    folded = fold(civility).rstrip(".")
    return "M." if folded in _MISTER else _SINGULAR.get(folded, civility)


def _gather(entries: _Entries, at: int, *, introduced: bool) -> tuple[list[Token], int]:
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


def _goes_on(entries: _Entries, run: Sequence[Token], i: int, introduced: bool) -> bool:
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
        return following in ("upper", "title", "particle") and (bool(run) or introduced or token.text[0].isupper())
    if token.sort == "lower":
        return not run and following == "upper" and _opens_line(entries.tokens, i)
    return (token.sort == "dash" or token.text == "/") and bool(run) and _is_hyphen(entries, i)


def _opens_line(stretch: Sequence[Token], i: int) -> bool:
    """An entry whose first name lost its capital ("claude PELAC"): alone at the start of a line."""
    opens = i == 0 or stretch[i - 1].sort == "break"
    return opens and stretch[i].text.isalpha() and fold(stretch[i].text) not in NOT_NAMES


def _crosses_line(entries: _Entries, run: Sequence[Token], i: int, introduced: bool) -> bool:
    """Whether a name goes on after the line break at ``i``."""
    stretch = entries.tokens
    later = _next_in_line(stretch, i + 1)
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
    if not entries.joined or stretch[i + 1].sort == "break":
        return False
    return not _is_whole(run) or (later.sort == run[-1].sort and not _starts_name(stretch, i + 1))


def _is_whole(run: Sequence[Token]) -> bool:
    """Whether a run has a first name and a surname."""
    return len(classes(run)) > 1


def _starts_name(stretch: Sequence[Token], at: int) -> bool:
    """Whether a first name and a surname begin at a token."""
    return [token.sort for token in stretch[at : at + 2]] in (["title", "upper"], ["initial", "upper"])


def _is_heading(stretch: Sequence[Token], at: int) -> bool:
    """Whether a line of capitals closed by a colon begins ("SARVIS : M. Paul DELMAS")."""
    while at < len(stretch) and stretch[at].sort in ("upper", "particle", "dash"):
        at += 1
    return at < len(stretch) and stretch[at].text == ":"


def _in_parentheses(stretch: Sequence[Token], i: int) -> bool:
    opened = next((token.text for token in reversed(stretch[max(0, i - 12) : i]) if token.text in "()[]{}"), ")")
    return opened in "([{"


def _is_hyphen(entries: _Entries, i: int) -> bool:
    """Whether the dash at ``i`` stands within a name: spaced on one side only, or any in a list of commas.

    A slash does where no blank is beside it ("HAMEL/BRUN").
    """
    before, dash, after = entries.tokens[i - 1 : i + 2]
    if before.sort != "upper" or after.sort != "upper":
        return False
    left, right = dash.start > before.end, after.start > dash.end
    if dash.text == "/":
        return not left and not right
    return left != right or entries.hyphens


def _split(run: Sequence[Token], *, unparted: bool) -> list[list[Token]]:
    """A run of name tokens as the names in it: Prénom NOM, NOM Prénom, one after another."""
    groups = _groups(run)
    letters = "".join(letter for letter, _ in groups)
    if "U" not in letters:
        return [[token for _, group in groups for token in group]]
    surname_first = letters[0] == "U"
    names: list[list[Token]] = []
    current = ""
    for letter, group in groups:
        if surname_first:
            starts = bool(current) and (letter == "U" or len(current) > 1)
        else:
            starts = letter != "U" and "U" in current
        if not names or starts:
            names.append([])
            current = ""
        names[-1].extend(group)
        current += letter
    return [_own_words(name) for name in names] if unparted else names


def _groups(run: Sequence[Token]) -> list[tuple[str, list[Token]]]:
    """Neighbouring tokens of one class together; particles and hyphens go with what follows."""
    groups: list[tuple[str, list[Token]]] = []
    pending: list[Token] = []
    for token in run:
        letter = CLASSES.get(token.sort)
        if letter is None:
            pending.append(token)
            continue
        last = groups[-1][0] if groups else ""
        if letter == "T" and pending and pending[0].text in _FROM_PLACE and any(sort == "U" for sort, _ in groups):
            break
        same = last == letter and (letter != "I" or not pending)
        hyphened = last == "U" and letter == "T" and bool(pending) and pending[-1].sort == "dash"
        if same or hyphened:
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
    return name[last - 1 if last and fold(name[last - 1].text) in _COMPOUNDS else last :]


def _is_name(name: Sequence[Token], style: Style, introduced: bool, entries: _Entries, after: int) -> bool:
    """Whether a run is a person, and no place, heading or acronym."""
    letters = classes(name)
    if not introduced and "T" not in letters and name[0].sort == "particle":
        return False
    if ("U" in letters and len(letters) > 1) or _is_shortened(name):
        return True
    if _heads_people(entries.tokens, after):
        return False
    loose = not style.civil and not style.capitals and len(name) > 1
    if "U" in letters:
        return introduced or style.surnames or loose
    return "T" in letters and (introduced or loose)


def _is_shortened(name: Sequence[Token]) -> bool:
    """An initial before a surname in small letters ("P. Durand"), which is no article without its apostrophe."""
    letters = [name[0].text[:1], *(token.sort for token in name[1:])]
    return name[0].sort == "initial" and letters[1:] == ["title"] and letters[0] not in _ELIDED


def _heads_people(stretch: Sequence[Token], at: int) -> bool:
    """Whether a colon and then a civility follow ("COMMUNE : M. A")."""
    if at >= len(stretch) or stretch[at].text != ":":
        return False
    later = _next_in_line(stretch, at + 1)
    return later is not None and later.sort == "civility"


def _next_in_line(stretch: Sequence[Token], at: int) -> Token | None:
    """The first token from ``at`` that is no line break, no further off than a page's end."""
    return next((token for token in stretch[at : at + _PAGE_END] if token.sort != "break"), None)
