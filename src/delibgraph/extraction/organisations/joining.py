"""Organisations of one act: mentions of one name join, with all their kinds, and their other spellings are looked up.

Two spellings are one name when their letters and figures are the same ("Mont-Blanc" and "Mont Blanc", "OPENS COP" and
"Openscop"), or differ by one letter in a name long enough for that to be a slip.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

import regex
from rapidfuzz.distance import OSA
from spacy.tokens import Doc
from spacy.tokens import Span as SpacySpan

from delibgraph.extraction.organisations.extent import UNKNOWN
from delibgraph.extraction.organisations.finder import ORGANISATIONS
from delibgraph.extraction.organisations.kinds import JOINERS, KINDS, LEGAL_FORMS, NOT_ORGANISATIONS
from delibgraph.extraction.organisations.naming import born_names, other_names, spelled_out, spells_out
from delibgraph.extraction.organisations.pipeline import sentence
from delibgraph.extraction.organisations.shortening import shortened
from delibgraph.extraction.text.numbers import numbers
from delibgraph.extraction.text.view import View, fold, tidy
from delibgraph.facts import Organisation, Span

_POINTED = regex.compile(r"(?:\p{Lu}[.]){2,}\p{Lu}?[.]?")
_WORD = regex.compile(r"[\p{L}\d][\p{L}\d.]*")
_PARTED = re.compile(r"[,;:()\n]")
_KINDS = frozenset("".join(filter(str.isalnum, fold(kind))) for kind in KINDS)
"""Kinds as they are squeezed: "lycée Jean Moulin" is the lycée "Jean Moulin"."""
_HEADING = {fold(printed): kind for printed, kind in KINDS.items()} | {"commune": "commune"}
_CAPITAL_ARTICLES = frozenset(["le", "la", "les", "un", "une"])
_AS_FIRMS = frozenset(["société", "coopérative", "entreprise"])
"""Words that begin the names of others too ("Société de chasse", "Coopérative scolaire")."""
_KIND_WORDS = frozenset(printed.split()[0] for printed in map(fold, KINDS))
_LONGEST_KIND = max(len(printed.split()) for printed in KINDS)
_SLIP_FROM = 7
"""Letters of the shortest name in which one other letter is a slip."""
_LONGEST = 5
"""Words of the longest name whose other spellings are looked for."""

Mentioned = tuple[str, Span, str | None]
"""A name as printed, its place, and the kind that it is given there."""


@dataclass(slots=True)
class _Named:
    """One organisation while its mentions are gathered."""

    spellings: Counter[str] = field(default_factory=Counter)
    kinds: list[str] = field(default_factory=list)
    aliases: set[str] = field(default_factory=set)
    former: set[str] = field(default_factory=set)
    acronym: str | None = None
    numbers: set[str] = field(default_factory=set)
    span: Span | None = None

    def add(self, name: str, span: Span, kind: str | None) -> None:
        """One more mention."""
        self.spellings[name] += 1
        if kind and kind not in self.kinds:
            self.kinds.append(kind)
        self.span = min(self.span, span) if self.span else span

    def absorb(self, other: _Named) -> None:
        """Take over what is known of the same organisation under another name."""
        self.aliases |= {*other.spellings, *other.aliases}
        self.kinds += [kind for kind in other.kinds if kind not in self.kinds]
        self.numbers |= other.numbers

    @property
    def is_acronym(self) -> bool:
        """Whether it is known by letters with dots alone, in which a word's letters are no slip."""
        return all(_POINTED.fullmatch(spelling) for spelling in self.spellings)

    @property
    def name(self) -> str:
        """The commonest spelling, one in small letters before one in capitals."""
        return max(
            self.spellings, key=lambda s: (not (s.isupper() and (" " in s or len(s) > 6)), self.spellings[s], len(s), s)
        )

    def fact(self) -> Organisation:
        """The organisation as a fact; a general kind goes where a more exact one is given."""
        kinds = tuple(
            k for k in self.kinds if not any(other != k and other.startswith(f"{k} ") for other in self.kinds)
        )
        also = tuple(sorted({*self.spellings, *self.aliases} - {self.name}))
        numbers, former = tuple(sorted(self.numbers)), tuple(sorted(self.former))
        return Organisation(self.name, self.span or (0, 0), kinds, also, numbers, self.acronym, former)


@lru_cache(maxsize=65_536)
def squeeze(name: str) -> str:
    """The letters and figures of a name alone, folded."""
    return "".join(char for char in fold(name) if char.isalnum())


def join(
    view: View, docs: Iterable[Doc], paid: Sequence[Mentioned], body: str | None, said: Iterable[Mentioned] = ()
) -> list[Organisation]:
    """The organisations named in the passages, and those that only a grant (``paid``) or a statement (``said``) names.

    The body itself is none of them.
    """
    named: dict[str, _Named] = {}
    own = squeeze(body) if body else ""
    for printed, span, kind in [*_mentions(view, docs), *_spelled(view, docs), *paid, *said]:
        name, acronym = _without_acronym(printed)
        key = squeeze(name)
        if len(key) < 2 or (own and (key in own or own in key)):
            continue
        if kind is None and key not in named:
            key = next((known for known in named if key.endswith(known) and key[: -len(known)] in _KINDS), key)
        headed = headed_by(name) if kind is None else None
        tail = name[len(headed) :].strip() if headed in LEGAL_FORMS else ""
        if tail[:1].isupper():
            key = squeeze(tail)
        entry = _entry(named, key, exact=_POINTED.fullmatch(name) is not None)
        entry.add(name, span, kind or headed)
        entry.aliases |= {acronym, printed} if acronym else set()
        if tail[:1].isupper() and tail not in entry.spellings:
            entry.aliases.add(tail)
    _split_pairs(named)
    _add_aliases(view, named)
    _join_aliases(named)
    _join_short(named, {squeeze(name) for name, _, _ in paid})
    _add_numbers(view, named)
    _add_spellings(view, named)
    return sorted((entry.fact() for entry in named.values()), key=lambda organisation: organisation.span)


def _without_acronym(name: str) -> tuple[str, str | None]:
    """A name without the acronym printed behind it, and that acronym."""
    behind = _ACRONYM_BEHIND.match(name)
    if behind is None or not spells_out(behind["acronym"], behind["name"]):
        return name, None
    return behind["name"], behind["acronym"]


_ACRONYM_BEHIND = regex.compile(
    r"(?P<name>\S+[ ].+?)[ ](?:\((?P<acronym>\p{Lu}[\p{Lu}\d.&-]{1,11})\)|[-–][ ](?P<acronym>(?:\p{Lu}\.){2,}))$"
)


def _spelled(view: View, docs: Iterable[Doc]) -> Iterator[Mentioned]:
    """The organisations within the passages whose acronym spells them out."""
    spans = [(doc._.offset, doc._.offset + len(doc.text)) for doc in docs]
    for name, start, end in spelled_out(view):
        if any(first <= start and end <= last for first, last in spans):
            yield name, (start, end), headed_by(name)


def is_name(text: str) -> bool:
    """Whether a text is a name and nothing else: each word with a capital, but for the little ones between them.

    >>> is_name("Les Amis de l'Orgue"), is_name("Vidour par décision du maire"), is_name("GIP")
    (True, False, False)
    """
    words = [word.rpartition("'")[2] for word in text.split()]
    capitals = [word for word in words if word[:1].isupper()]
    little = all(word[:1].isupper() or fold(word) in JOINERS for word in words)
    return len(capitals) > 1 and little and fold(words[0]) not in NOT_ORGANISATIONS - _CAPITAL_ARTICLES


def tells_kind(text: str) -> bool:
    """Whether a word of a text begins the name of a kind."""
    return not _KIND_WORDS.isdisjoint(fold(text).split())


@lru_cache(maxsize=65_536)
def headed_by(name: str) -> str | None:
    """The kind that a name begins with: "association de gestion du Vidour", "GAEC des Prés".

    >>> headed_by("Fédération des Clubs"), headed_by("Sas Vidour"), headed_by("Les Clubs")
    ('fédération', None, None)
    """
    words = fold(name).split()
    for count in range(min(len(words) - 1, _LONGEST_KIND), 0, -1):
        kind = _HEADING.get(" ".join(words[:count]))
        rest = " ".join(name.split()[count:])
        if kind and (not kind.isupper() or name.startswith(kind)) and (kind not in _AS_FIRMS or rest[0].isupper()):
            return kind
    return None


def _mentions(view: View, docs: Iterable[Doc]) -> Iterator[Mentioned]:
    for doc in docs:
        for mention in doc.spans[ORGANISATIONS]:
            start, end = doc._.offset + mention.start_char, doc._.offset + mention.end_char
            if mention.text.isupper() and _is_shouted(view, mention, start):
                continue
            kind = None if mention.label_ == UNKNOWN else mention.label_
            cell = view.text.find("\t", start, end)
            end = cell if cell > start else end
            yield tidy(view.plain[start:end]), (start, end), kind
            form = doc[mention.start - 1] if mention.start else None
            if form is not None and form.text in LEGAL_FORMS:
                start = doc._.offset + form.idx
                yield tidy(view.plain[start:end]), (start, end), None


def _is_shouted(view: View, mention: SpacySpan, at: int) -> bool:
    """Whether a mention stands in a sentence in capitals, or on a line of capitals outside guillemets."""
    end = view.plain.find("\n", at)
    line = view.plain[view.plain.rfind("\n", 0, at) + 1 : end if end >= 0 else len(view.plain)]
    return _is_capitals(view.plain[slice(*sentence(mention))]) or ("«" not in line and _is_capitals(line))


def _is_capitals(text: str) -> bool:
    """Whether a text is printed in capitals, in which no word tells a name."""
    return 5 * sum(map(str.isupper, text)) > 3 * sum(map(str.isalpha, text))


def _entry(named: dict[str, _Named], key: str, *, exact: bool = False) -> _Named:
    """The entry of a key, or of one that is a slip of it; the letters of an acronym are no slips."""
    if key in named:
        return named[key]
    slip = None if exact else next((known for known in named if is_slip(known, key)), None)
    return named[slip] if slip else named.setdefault(key, _Named())


def is_slip(left: str, right: str) -> bool:
    """Whether two squeezed names are one, misspelled by a letter."""
    return min(len(left), len(right)) >= _SLIP_FROM and OSA.distance(left, right, score_cutoff=1) <= 1


def _split_pairs(named: dict[str, _Named]) -> None:
    """Two names run together ("partenariat Mécaloire Qantis") come apart where the first is known by itself."""
    for key, entry in list(named.items()):
        tail = None if entry.kinds or "«" in entry.name else _second_name(named, entry)
        if tail is not None:
            del named[key]
            end = entry.span[1] if entry.span else 0
            _entry(named, squeeze(tail)).add(tail, (end - len(tail), end), None)


def _second_name(named: dict[str, _Named], entry: _Named) -> str | None:
    """What follows the name of another organisation within the entry's name."""
    words = entry.name.split()
    for cut in range(1, len(words)):
        known, tail = named.get(squeeze(" ".join(words[:cut]))), " ".join(words[cut:])
        if known is not None and known is not entry and len(squeeze(tail)) > 2 and tail[0].isupper():
            return tail
    return None


def _add_aliases(view: View, named: dict[str, _Named]) -> None:
    """The acronym, the expansion and the former names that stand beside a mention."""
    for other in other_names(view):
        for entry in named.values():
            spelling = next((spelling for spelling in entry.spellings if other.is_of(spelling)), None)
            if spelling is None:
                continue
            entry.aliases.add(other.name)
            if other.sort == "former":
                entry.former.add(other.name)
            else:
                entry.acronym = entry.acronym or (other.name if other.sort == "acronym" else spelling)
    for name, paragraph, at in born_names(view):
        places = [
            (place, entry)
            for entry in named.values()
            for spelling in entry.spellings
            if (place := view.plain.find(spelling, paragraph, at)) >= 0
        ]
        if places:
            _, entry = min(places, key=lambda found: found[0])
            entry.aliases.add(name)
            entry.former.add(name)


def _join_aliases(named: dict[str, _Named]) -> None:
    """What the text calls by another name of an organisation is that organisation, with the kinds that it is given."""
    for key, entry in list(named.items()):
        for alias in sorted(entry.aliases):
            kind = headed_by(alias)
            own = {squeeze(alias), squeeze(alias[len(kind) :])} if kind else {squeeze(alias)}
            for other in own & named.keys() - {key}:
                joined = named[other]
                if key not in named or joined is entry or not (joined.kinds or kind or len(other) >= _SLIP_FROM):
                    continue
                entry.absorb(joined)
                del named[other]


def _join_short(named: dict[str, _Named], paid: set[str]) -> None:
    """A short form is the one name that it fits, unless a grant names each: then they are two."""
    keys = {entry.name: key for key, entry in named.items()}
    for short, whole in shortened(keys) if len(keys) > 1 else ():
        if keys[short] in paid and keys[whole] in paid:
            continue
        if keys[short] in named and keys[whole] in named:
            named[keys[whole]].absorb(named.pop(keys[short]))


def _add_numbers(view: View, named: dict[str, _Named]) -> None:
    """The number printed right after a mention, in parentheses or behind a comma."""
    for number, before in numbers(view.plain):
        for entry in named.values():
            if any(before.endswith(spelling) for spelling in entry.spellings):
                entry.numbers.add(number)


def _add_spellings(view: View, named: dict[str, _Named]) -> None:
    """Look for each name in the whole text under other spacing, hyphens or one slip of a letter."""
    entries = {squeeze(spelling): entry for entry in named.values() for spelling in (*entry.spellings, *entry.aliases)}
    by_head: dict[str, list[str]] = {}
    for key in entries:
        by_head.setdefault(key[:2], []).append(key)
    letters = {head[0] for head in by_head}
    starts = {word for word in view.words if (word[:2] in by_head if len(word) > 1 else word in letters)}
    for at in view.places(starts):
        if view.plain[at].isupper() or view.plain[at].isdigit():
            _note_spelling(view, at, entries, by_head)


def _note_spelling(view: View, at: int, entries: dict[str, _Named], by_head: dict[str, list[str]]) -> None:
    """Count each spelling of a known name that begins at a word."""
    letters = ""
    for count, word in enumerate(_WORD.finditer(view.plain, at), 1):
        letters += squeeze(word[0])
        spelling = view.plain[at : word.end()]
        likely = [key for key in by_head.get(letters[:2], ()) if _begins(key, letters)] or len(letters) < 2
        if not likely or count > _LONGEST or _PARTED.search(spelling):
            return
        slips = (key for key in by_head.get(letters[:2], ()) if is_slip(key, letters) and not entries[key].is_acronym)
        known = letters if letters in entries else next(slips, None)
        if known is not None:
            _note(entries[known], tidy(spelling).rstrip("."), letters)
        if letters in entries:
            return


def _begins(key: str, letters: str) -> bool:
    """Whether a name can go on from these letters, a slip in them allowed."""
    return OSA.distance(key[: len(letters)], letters, score_cutoff=2) <= 2


def _note(entry: _Named, spelling: str, key: str) -> None:
    """Count a spelling; what is an alias alone stays one."""
    if spelling not in entry.spellings and any(squeeze(alias) == key for alias in entry.aliases):
        entry.aliases.add(spelling)
    else:
        entry.spellings[spelling] += 1
