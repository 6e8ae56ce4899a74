"""What in a list was not understood: leftovers, names torn apart, civilities with nobody after them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise

import regex

from delibgraph.extraction.attendance.contexts import TELLING
from delibgraph.extraction.attendance.lists import ENTRY, List, entry_end
from delibgraph.extraction.attendance.matching import is_among
from delibgraph.extraction.attendance.meanings import Label
from delibgraph.extraction.attendance.names import Mention, is_alone, mentions_in
from delibgraph.extraction.attendance.places import COMMUNE
from delibgraph.extraction.attendance.roll import Roll
from delibgraph.extraction.attendance.style import Style
from delibgraph.extraction.text.phrases import Phrase, vocabulary
from delibgraph.extraction.text.tokens import COMPOUNDS, SECONDS, UPPER_PARTICLES, Token
from delibgraph.extraction.text.view import View, fold
from delibgraph.facts import Finding

_BRACKETED = regex.compile(r"[(\[{][^)\]}]*[)\]}]?")
_HEADS_PEOPLE = regex.compile(r"(?:[ ]\p{Lu}[\p{Lu}'-]*)*[ ]*:")
"""After a word in capitals: it is a commune or a group whose members follow."""
_TOLD = regex.compile(r"\d|(?<!\w)(?:a|est|sont|ont|ete)(?!\w)")
"""What a figure or a sentence has, and no entry that follows another on its line."""
_ONE = vocabulary("m mr mme mlle monsieur madame mademoiselle")
_PART = regex.compile(r"(?<![\p{L}'-])\p{Lu}{2,}(?![\p{L}'-])")
_LONE = regex.compile(r"\p{Lu}\p{Ll}{2,}[ ]\p{Lu}[ ]\p{Lu}{3}")
"""A full first name, and a letter alone before capitals ("Léa C ORVANT")."""
_GLUED = regex.compile(r"(?:Mme|Mlle|Mr|MM)\p{Lu}")
_HEADS = vocabulary(
    "absents absentes absent absente excuses excusees excuse excusee representes representees pouvoirs pouvoir "
    "procurations procuration mandataires mandataire suppleants suppleantes"
)
"""Words with which a heading of those away begins."""
_ELSEWHERE = Phrase(
    "voir cf selon suivant figurent figurant listes sur conformement",
    r"(?:voir|cf\.?|selon|suivant|figurent|figurant|listes|sur|conformement)[ ](?:(?:sur|dans|a|en)[ ])?"
    r"(?:l[ae][ ]|l'|les[ ])?(?:listes?|feuilles?|etat|registre|tableau)[ ]"
    r"(?:d'emargement|d[eu]s?[ ](?:la[ ])?presen\w+|d'appel|(?:ci-)?(?:joint|annexe)\w*|en[ ]annexe)",
)
"""Where those present are listed, if not in the text: "voir liste d'émargement"."""
_NEAR, _REACH = 800, 250
"""Characters after the lists in which such a heading belongs to them, and those after it in which people stand."""
_DASH = regex.compile(r"(?P<before>\p{L}+)[ ][–-][ ](?P<after>\p{L}+)|[ ][–-][ ]")
_DIGIT = regex.compile(r"\d")
_CIVIL_ENDS = ("M", "MME", "MR")
_PARTING = (",", ";", ".", "–", "-", "--")
_LAST = regex.compile(
    r",[ ](?P<civility>mme|mlle|mr|madame|monsieur)\s+(?:absent|excuse|pouvoir|procuration|represente)"
)
"""A civility that breaks a list off before the next heading."""
_NOTHING = regex.compile(r"[ ]+(?:(?!(?:et|à|a|d[eu]s?|dit|par|pour|ou|avec)\b)\p{Ll}{1,4}[ ]+)?")
"""Between two entries: a blank, or a piece of a word that no mark parts from them."""


def unread(view: View, listed: List, style: Style) -> Iterator[Finding]:
    """The findings on one list with people in it."""
    yield from _unparted(view, listed)
    yield from _nobody(view, listed)
    yield from _misspaced(view, listed)
    yield from _doubled(view, listed)
    if style.capitals and not style.surnames:
        yield from _without_surname(listed)
    if not style.civil:
        yield from _leftovers(view, listed)


def undecided(member: Mention, substitute: Mention) -> Finding:
    """The finding on a substitute beside a member, where nothing says which of the two sat."""
    english = f"whether {member.name} or {substitute.name}, the substitute, sat is not clear"
    french = f"qui de {member.name} ou de {substitute.name}, suppléant, siégeait n'est pas clair"
    return Finding("unread-text", "warning", english, french, (member.outer, substitute.end))


def unheard(view: View, labels: Sequence[Label], roll: Roll) -> Iterator[Finding]:
    """Lines near the lists that begin like a heading of absentees or proxies, and were read as none."""
    sitting = {entry.span[0] for entry in roll.attendance if entry.status == "present"}
    known = {at for label in labels for at in range(label.start, label.end)}
    first = min((entry.span[0] for entry in roll.attendance), default=0)
    for at in view.places(_HEADS):
        line = view.plain.rfind("\n", 0, at) + 1
        if at in known or not first < at < roll.end + _NEAR or view.plain[line:at].strip(" -•–"):
            continue
        end = view.plain.find("\n\n", at, at + _REACH)
        people = mentions_in(view, at, end if end >= 0 else min(len(view.plain), at + _REACH), roll.style)
        away = bool(people) and (people[0].start in sitting or not is_among(people[0].name, roll.names))
        if away and view.plain[at].isupper() and (people[0].full or people[0].civility):
            words = view.clean(at, people[0].end)
            english = f"“{words}” was read as no list"
            french = f"« {words} » n'a pas été lu comme une liste"
            yield Finding("unread-text", "warning", english, french, (at, people[0].end))


def elsewhere(view: View, labels: Sequence[Label]) -> Iterator[Finding]:
    """The finding on a list of those present that sends to a sheet which the text does not hold."""
    for label in (label for label in labels if label.state == "present"):
        ends = min((other.start for other in labels if other.start > label.start), default=len(view.plain))
        told = _ELSEWHERE.search(view, label.start, max(ends, label.end + ENTRY))
        if told:
            english = "the text sends to a sheet for those present"
            french = "le texte renvoie à une feuille pour les présents"
            yield Finding("attendance-missing", "warning", english, french, told.span())
            return


def _nobody(view: View, listed: List) -> Iterator[Finding]:
    """A civility of one person with nobody after it: a name that was cut off, or an initial read as a civility."""
    end = entry_end(view, listed.people[-1].end, listed.end)
    named = {person.end for person in listed.people}
    tokens = [token for token in listed.tokens if token.start < end]
    lone = [
        (token.start, token.end)
        for token, after, beyond in zip(tokens, [*tokens[1:], None], [*tokens[2:], None, None], strict=False)
        if token.sort == "civility"
        and token.end not in named
        and fold(token.text).rstrip(".") in _ONE
        and (after is None or after.text in _PARTING or _is_letter(after, beyond))
    ]
    if last := _LAST.match(view.folded, max(0, listed.end - 2)):
        lone.append(last.span("civility"))
    for span in lone:
        word = view.clean(*span)
        english = f"nobody is named after “{word}” in a list of names"
        french = f"personne n'est nommé après « {word} » dans une liste de noms"
        yield Finding("unread-text", "warning", english, french, span)


def _is_letter(after: Token, beyond: Token | None) -> bool:
    """Whether a letter alone follows a civility, and then the next entry: a name cut short, or of one letter."""
    parted = beyond is None or beyond.text in _PARTING or beyond.sort in ("break", "civility")
    return after.sort == "initial" and parted


def _unparted(view: View, listed: List) -> Iterator[Finding]:
    """Two entries with nothing but a blank between them, in a list whose others are parted: one name that was torn."""
    gaps = [view.plain[before.end : after.outer] for before, after in pairwise(listed.people)]
    bare = [_NOTHING.fullmatch(gap) is not None for gap in gaps]
    yield from _rows(view, listed, gaps)
    for (before, after), torn in zip(pairwise(listed.people), bare, strict=True):
        short = not (before.full and after.full) and after.civility is None
        if torn and short and 2 * sum(bare) <= len(bare) + 1:
            words = view.clean(before.start, after.end)
            english = f"“{words}” in a list of names was read as two"
            french = f"« {words} » dans une liste de noms a été lu comme deux noms"
            yield Finding("unread-text", "warning", english, french, (before.start, after.end))


def _rows(view: View, listed: List, gaps: Sequence[str]) -> Iterator[Finding]:
    """Surnames in capitals with nothing between them, read as one person each; two after a plural civility as one."""
    bare = [
        (before, after)
        for gap, (before, after) in zip(gaps, pairwise(listed.people), strict=True)
        if gap == " " and not (before.full or after.full or after.civility != before.civility)
    ]
    if bare:
        words = view.clean(bare[0][0].start, bare[-1][1].end)
        english = f"“{words}”, with nothing between the names, was read as surnames alone"
        french = f"« {words} », sans rien entre les noms, a été lu comme des noms de famille seuls"
        yield Finding("unread-text", "warning", english, french, (bare[0][0].start, bare[-1][1].end))
    for person in (person for person in listed.people if is_alone(view, person, listed.people)):
        english = f"“{person.name}” after a civility of several people was read as one"
        french = f"« {person.name} », après une civilité au pluriel, a été lu comme une seule personne"
        yield Finding("unread-text", "warning", english, french, (person.outer, person.end))


def _misspaced(view: View, listed: List) -> Iterator[Finding]:
    """Names with a blank too many ("BAR SAC", where the text has "BARSAC" too) or too few ("MmeLéa", "CORVANTM.")."""
    civil = sum(person.civility is not None for person in listed.people) > len(listed.people) / 2
    figures = _DIGIT.search(view.plain, listed.people[0].start, listed.people[-1].end)
    for person, after in zip(listed.people, [*listed.people[1:], None], strict=True):
        parts = _PART.findall(person.name)
        joined = (fold(first + second) for first, second in pairwise(parts) if first not in UPPER_PARTICLES)
        torn = any(word in view.words for word in joined) or _LONE.search(person.name)
        bare = after is not None and after.civility is None and view.plain[person.end : after.outer].strip(". ") == ""
        if figures and _DIGIT.search(person.name):
            english = f"“{person.name}” in a list of names has a letter that was misread"
            french = f"« {person.name} » dans une liste de noms a une lettre mal lue"
            yield Finding("unread-text", "warning", english, french, person.span)
        elif torn or _GLUED.match(person.name) or (civil and bare and parts and parts[-1].endswith(_CIVIL_ENDS)):
            words = view.clean(*person.span)
            english = f"“{words}” in a list of names has a blank too many or too few"
            french = f"« {words} » dans une liste de noms a une espace de trop ou de moins"
            yield Finding("unread-text", "warning", english, french, person.span)


def _doubled(view: View, listed: List) -> Iterator[Finding]:
    """A surname with a spaced dash in a list whose entries such dashes part: it may be two people."""
    if not _DASH.search(view.plain, listed.people[0].start, listed.people[-1].end):
        return
    gaps = (view.plain[before.end : after.outer] for before, after in pairwise(listed.people))
    if any(_DASH.search(gap) for gap in gaps):
        for person in (person for person in listed.people if _may_be_two(person.name)):
            english = f"“{person.name}” in a list of names that dashes part was read as one"
            french = f"« {person.name} », dans une liste de noms séparés par des tirets, a été lu comme un seul nom"
            yield Finding("unread-text", "warning", english, french, person.span)


def _may_be_two(name: str) -> bool:
    """Whether a spaced dash stands in a name that is no hyphen of a first name ("Jean – Luc")."""
    return any(
        match["before"] is None or fold(match["before"]) not in COMPOUNDS or fold(match["after"]) not in SECONDS
        for match in _DASH.finditer(name)
    )


def _without_surname(listed: List) -> Iterator[Finding]:
    """First names alone, in a list that has surnames in capitals."""
    for person in listed.people:
        if " " not in person.name and person.name.istitle() and person.full is False and len(listed.people) > 2:
            yield Finding(
                "unread-text",
                "warning",
                f"“{person.name}” in a list of names has no surname",
                f"« {person.name} » dans une liste de noms n'a pas de nom de famille",
                person.span,
            )


def _leftovers(view: View, listed: List) -> Iterator[Finding]:
    """What looks like a name before, between or on the line after the entries, and was not read as one."""
    starts = [token.start for token in listed.tokens]
    gaps = [(before.end, after.outer) for before, after in pairwise(listed.people)]
    last = listed.people[-1].end
    first = listed.people[0].outer
    head = max(listed.start, view.plain.rfind("\n", 0, first) + 1)
    outer = [(head, first), (last, entry_end(view, last, listed.end))]
    gaps += [gap for gap in outer if gap[1] - gap[0] < ENTRY and not _TOLD.search(view.folded, *gap)]
    for start, end in gaps:
        between = listed.tokens[bisect_left(starts, start) : bisect_left(starts, end)]
        inside = _BRACKETED.sub(lambda match: " " * len(match[0]), view.plain[start:end])
        shown = [
            token
            for token in between
            if token.sort == "upper"
            and fold(token.text) not in TELLING
            and token.text not in UPPER_PARTICLES
            and inside[token.start - start : token.end - start].strip()
            and not _HEADS_PEOPLE.match(view.plain, token.end)
        ]
        if shown and not COMMUNE.match(view.plain, start):
            words = view.clean(shown[0].start, shown[-1].end)
            yield Finding(
                "unread-text",
                "warning",
                f"“{words}” in a list of names was not understood",
                f"« {words} » dans une liste de noms n'a pas été compris",
                (shown[0].start, shown[-1].end),
            )
