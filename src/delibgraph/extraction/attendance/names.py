"""Names of people in lists: with the text's style, runs of tokens become mentions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

import regex

from delibgraph.extraction.attendance.contexts import WIDE, rejoined, retagged
from delibgraph.extraction.attendance.entries import Entries, gather, next_in_line
from delibgraph.extraction.attendance.runs import is_row, row, split
from delibgraph.extraction.attendance.style import Style, classes, is_plural
from delibgraph.extraction.attendance.unlike import likened
from delibgraph.extraction.text.phrases import vocabulary
from delibgraph.extraction.text.tokens import UPPER_PARTICLES, Token, tokens
from delibgraph.extraction.text.view import View, fold, tidy
from delibgraph.facts import Span

_ELIDED = "CDJLMNST"
"""Letters that stand before a capital where an apostrophe was lost ("L Association")."""
_TORN_WORD = regex.compile(r"(?<=\p{Ll})- (?=\p{Ll})")
_TORN_HYPHEN = regex.compile(r"(?<=\p{L})- (?=\p{L})")
_MISTER = vocabulary("m mm mr ms mrs monsieur messieurs")
_SINGULAR = {
    "mme": "Mme",
    "mmes": "Mme",
    "madame": "Mme",
    "mesdames": "Mme",
    "melle": "Mlle",
    "mle": "Mlle",
    "mlles": "Mlle",
}
_BEFORE_NAMES = ("break", "civility", "role")
_VOWELS, _SHORT = frozenset("aeiouy"), 3
"""What a surname in capitals has that is longer than this."""
_IN_PLACE = ("en", "sur", "sous", "lès", "les", "aux", "la")
"""Words with which the name of a place goes on after its first."""
_LONGEST_PLACE = 6
_FIRST_NAME = regex.compile(r"[ ]\((?P<name>\p{Lu}\p{Ll}+(?:[ -]\p{Lu}\p{Ll}+)?)\)")
_AFTER = 120
"""Characters after a label within which the person that it names starts."""


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


def mentions_in(view: View, start: int, end: int, style: Style) -> list[Mention]:
    """The people named between two offsets, in order."""
    return mentions(view, tokens(view, start, end, initials=style.initials), style)


def mentions(view: View, stretch: Sequence[Token], style: Style, *, bracketed: bool = False) -> list[Mention]:
    """The people named in a stretch, in order; ``bracketed`` says that names in brackets are people, not places."""
    entries = Entries.of(likened(retagged(rejoined(view, stretch), style), style))
    found: list[Mention] = []
    at = 0
    civility: Token | None = None
    carried: str | None = None
    outside: str | None = None
    while at < len(entries.tokens):
        token = entries.tokens[at]
        if token.sort == "civility":
            civility = token
            carried = token.text if not style.capitals or is_plural(fold(token.text)) else None
            at += 1
            continue
        if token.text in ("(", "["):
            outside = carried
        elif token.text in (")", "]"):
            carried = outside
        if token.sort == "break" and at and entries.tokens[at - 1].sort == "role":
            civility = None
        if token.sort == "place" or (
            token.sort == "break" and carried is not None and _ends_run(entries, at, plural=is_plural(fold(carried)))
        ):
            carried = None
        run, after = gather(entries, at, introduced=civility is not None)
        run = _before_place(entries.tokens, run, after)
        acronym = not entries.dotted and _is_acronym(entries.tokens, at, after)
        if run and not acronym and not _is_staff(entries.tokens, after):
            before = entries.tokens[at - 1].text if at else ""
            pointed = fold(before) in ("a", "par") or (bracketed and before in ("(", "["))
            shared = carried is not None and before not in ("(", "[")
            aside = before in ("(", "[") and at > 1 and civility is None and not pointed
            in_row = is_row(entries, run, after, civility, style)
            for name in row(run) if in_row else split(run, unparted=entries.unparted, placed=style.placed):
                if aside and len(classes(name)) == 1:
                    continue
                introduced = civility is not None or pointed or (shared and not (style.capitals and _is_plain(name)))
                if _is_name(name, style, introduced, entries, after):
                    found.append(_mention(view, name, civility, carried))
                    civility = None
        if run or not _keeps_civility(entries.tokens, at):
            civility = None
        at = after
    return _with_bracketed(view, found)


def _before_place(stretch: Sequence[Token], run: list[Token], after: int) -> list[Token]:
    """The run without the first word of a place that heads the next entry ("PETIT Anne Sarvis en Val : DURAND Guy")."""
    if len(run) < 3 or [token.sort for token in run[-2:]] != ["title", "title"] or run[0].sort != "upper":
        return run
    place = stretch[after : after + _LONGEST_PLACE]
    end = next((i for i, token in enumerate(place) if token.text == ":"), 0)
    joined = end > 1 and place[0].text in _IN_PLACE and place[end - 1].sort in ("upper", "title")
    return run[:-1] if joined else run


def _with_bracketed(view: View, people: list[Mention]) -> list[Mention]:
    """The people, namesakes told apart by first names in brackets ("DURAND (Guy)", "DURAND (Anne)") with these.

    Where others have something in brackets too, it is the commune of each.
    """
    told = [None if person.full else _FIRST_NAME.match(view.plain, person.end) for person in people]
    names = Counter(person.name for person in people)
    if not any(told) or any(match and names[person.name] < 2 for person, match in zip(people, told, strict=True)):
        return people
    if any(match is None and names[person.name] > 1 for person, match in zip(people, told, strict=True)):
        return people
    return [
        replace(person, end=match.end(), name=f"{person.name} {match['name']}", full=True) if match else person
        for person, match in zip(people, told, strict=True)
    ]


def parted(view: View, people: Sequence[Mention], known: Collection[str]) -> list[Mention]:
    """The people, two between whom a mark is missing told apart.

    Another list names the first one alone, or the civility is plural and the second surname another one's too.
    """
    found: list[Mention] = []
    surnames = {name.split(" ")[0] for name in known}
    for person in people:
        words = person.name.split(" ")
        cuts = (i for i in range(2, len(words) - 1) if " ".join(words[:i]) in known)
        cut = next(cuts, 0)
        if not cut and words[0].isupper() and words[0] not in UPPER_PARTICLES and is_alone(view, person, people):
            cut = int(words[1] in surnames)
        first, second = " ".join(words[:cut]), " ".join(words[cut:])
        if not cut or person.end - person.start != len(person.name):
            found.append(person)
            continue
        at = person.start + len(first)
        found.append(replace(person, end=at, name=first))
        found.append(Mention(at + 1, at + 1, person.end, second, full=True))
    return found


def is_alone(view: View, person: Mention, people: Sequence[Mention]) -> bool:
    """Whether a civility of several people stands before one name of two surnames and a first name, and no other."""
    shape = [word.isupper() for word in person.name.split(" ")]
    civility = fold(view.plain[person.outer : person.start]).strip()
    later = next((other for other in people if other.start > person.end), None)
    followed = later is not None and later.outer == later.start
    return shape[:2] == [True, True] and False in shape and not followed and is_plural(civility)


def mention_after(view: View, at: int, style: Style) -> Mention | None:
    """The person named right after a label, whatever form the name takes."""
    stretch = retagged(tokens(view, at, min(len(view.plain), at + _AFTER), initials=style.initials), style)
    civility: Token | None = None
    i = 0
    while i < len(stretch) and (stretch[i].sort in _BEFORE_NAMES or _is_of_office(stretch, i)):
        civility = stretch[i] if stretch[i].sort == "civility" else civility
        i += 1
    if i == len(stretch):
        return None
    introduced = civility is not None or stretch[i].sort == "title"
    run, _ = gather(Entries(stretch, False, False, False), i, introduced=introduced)
    if not run or run[0].sort == "lower":
        return _after_civility(view, stretch, i, style)
    return _mention(view, split(run, unparted=False)[0], civility, None)


def _is_of_office(stretch: Sequence[Token], i: int) -> bool:
    """Whether a token belongs to an office before the name: its article ("du Maire, A"), the comma after it."""
    if stretch[i].text == ",":
        return i > 0 and stretch[i - 1].sort == "role"
    following = next_in_line(stretch, i + 1)
    return stretch[i].text.lower() in ("le", "la", "du") and following is not None and following.sort in _BEFORE_NAMES


def _after_civility(view: View, stretch: Sequence[Token], i: int, style: Style) -> Mention | None:
    """The first person with a civility on the line, where something else stands before ("Commune de A - M. B")."""
    while i < len(stretch) and stretch[i].sort not in ("civility", "break"):
        i += 1
    if i == len(stretch) or stretch[i].sort == "break":
        return None
    return next(iter(mentions(view, stretch[i:], style)), None)


def _keeps_civility(stretch: Sequence[Token], at: int) -> bool:
    """Whether a civility still holds after a token that is no name: a break after it, an office ("M. le Maire A")."""
    return stretch[at].sort in ("break", "role") or stretch[at].text in (".", "le", "la")


def _ends_run(entries: Entries, at: int, *, plural: bool) -> bool:
    """Whether a civility over several people ("MM. A, B") ends at a line break: a blank one, or one that parts them."""
    open_ = at > 0 and entries.tokens[at - 1].text in (",", ";", "–", "-")
    if not plural and not open_:
        return True
    blank = at + 1 < len(entries.tokens) and entries.tokens[at + 1].sort == "break"
    return not entries.joined or (blank and not open_)


def _is_plain(name: Sequence[Token]) -> bool:
    """Whether a name is one word in small letters, which in a list of capitals is any word that begins a sentence."""
    return len(name) == 1 and name[0].sort == "title"


def _is_staff(stretch: Sequence[Token], at: int) -> bool:
    """Whether a post among the staff follows a name, with or without a comma."""
    at += at < len(stretch) and stretch[at].text in (",", "(")
    return at < len(stretch) and stretch[at].sort == "staff"


def _is_acronym(stretch: Sequence[Token], at: int, after: int) -> bool:
    """Whether the only word of a run is glued to another by a dot ("déléguée de la CC.VSA"), or a post's initials.

    Those have no vowel and follow a comma ("Mme A, DDFPT").
    """
    if after - at != 1 or stretch[at].sort != "upper":
        return False
    if (
        at
        and stretch[at - 1].text == ","
        and len(stretch[at].text) > _SHORT
        and not _VOWELS & set(fold(stretch[at].text))
    ):
        return True
    windows = (stretch[max(0, at - 2) : at + 1], stretch[at : at + 3])
    return any(
        [token.sort for token in window] == ["upper", "mark", "upper"]
        and window[1].text == "."
        and window[0].end + 1 == window[2].start
        for window in windows
    )


def _mention(view: View, name: list[Token], civility: Token | None, carried: str | None) -> Mention:
    start, end = name[0].start, name[-1].end
    text = tidy("".join(_printed(view, name))).replace(",", "")
    for token in name:
        if token.sort == "title" and " " not in token.text and token.end - token.start > len(token.text):
            text = text.replace(view.plain[token.start : token.end], token.text)
    if "- " in text:
        text = _TORN_HYPHEN.sub("-", _TORN_WORD.sub("", text))
    letters = classes(name)
    full = ("U" in letters and len(letters) > 1) or (letters == "T" and len(name) > 1)
    outer = civility.start if civility else start
    return Mention(outer, start, end, text, _singular(civility.text if civility else carried), full)


def _printed(view: View, name: Sequence[Token]) -> Iterator[str]:
    """The name as printed, its words parted where they were run together ("LéaCORVANT").

    A letter that a wide gap tears off a surname is joined to it ("Hugo W ARENBOURG").
    """
    at = name[0].start
    for i, (before, token) in enumerate(pairwise(name)):
        glued = before.end == token.start and {before.sort, token.sort} == {"upper", "title"}
        beside = name[i - 1] if i else name[-1]
        torn = before.text in WIDE and token.sort == "upper" and beside.sort == "title"
        if glued or torn:
            yield view.plain[at : before.end] + ("" if torn else " ")
            at = token.start
    yield view.plain[at : name[-1].end]


@lru_cache(maxsize=1024)
def _singular(civility: str | None) -> str | None:
    """The civility of one person; a plural one is given back in the singular."""
    if civility is None:
        return None
    folded = fold(civility).rstrip(".")
    return "M." if folded in _MISTER else _SINGULAR.get(folded, civility)


def _is_name(name: Sequence[Token], style: Style, introduced: bool, entries: Entries, after: int) -> bool:
    """Whether a run is a person, and no place, heading or acronym."""
    letters = classes(name)
    if not introduced and not style.surnames and "T" not in letters and name[0].sort == "particle":
        return False
    if not introduced and all(token.text in UPPER_PARTICLES for token in name):
        return False
    if ("U" in letters and len(letters) > 1) or _is_shortened(name, lone=style.lone_initials and not style.capitals):
        return True
    if _heads_people(entries.tokens, after, capitals="T" not in letters and not introduced):
        return False
    loose = not style.civil and not style.capitals and len(name) > 1
    if "U" in letters:
        return introduced or style.surnames or loose
    return "T" in letters and (introduced or loose or style.plain)


def _is_shortened(name: Sequence[Token], *, lone: bool = False) -> bool:
    """An initial before a surname in small letters ("P. Durand"), which is no article without its apostrophe.

    ``lone`` says that initials without dots are the habit of the lists ("D Durand").
    """
    letters = [name[0].text[:1], *(token.sort for token in name[1:])]
    surname = letters[1:] == ["title"] or (lone and set(letters[1:]) == {"title"})
    return name[0].sort == "initial" and surname and (lone or letters[0] not in _ELIDED)


def _heads_people(stretch: Sequence[Token], at: int, *, capitals: bool) -> bool:
    """Whether a colon and then a civility follow ("COMMUNE : M. A"), or after capitals a first name."""
    if at >= len(stretch) or stretch[at].text != ":":
        return False
    later = next_in_line(stretch, at + 1)
    return later is not None and (later.sort == "civility" or (capitals and later.sort in ("title", "initial")))
