"""Which body and which of its organs sat: from the letterhead, the heading, the prose.

Bodies and organs are told by their kinds, which are data here; a name is what follows the kind, or stands before it
("Villeneuve Agglo"). No rule knows a body by name.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

import regex

from delibgraph.extraction.header.communes import by_line, by_signature
from delibgraph.extraction.header.initials import SYNDICATE, in_sentence, spells_out
from delibgraph.extraction.header.kinds import (
    BARE_ORGANS,
    DEFAULT_ORGANS,
    KIND_HEADS,
    KINDS,
    ORGANS,
    SMALL_KINDS,
    VARIANTS,
)
from delibgraph.extraction.header.names import STOP, kind_name_end, name_end, place_end
from delibgraph.extraction.text.phrases import Phrase
from delibgraph.extraction.text.view import View, fold, tidy
from delibgraph.facts import Span

_HEADING = 4000
"""Characters of a letterhead and a first page's heading; kinds are looked for in four times as many."""

_ORGAN = Phrase(
    "conseil conseils bureau comite commission assemblee syndicat",
    "|".join(f"(?P<o{i}>{pattern})" for i, (_, pattern, _) in enumerate(ORGANS)).replace("[ ]+", r"\s{1,3}"),
)
_KIND = Phrase(
    KIND_HEADS,
    "(?<!')(?:" + "|".join(f"(?P<k{i}>{pattern})" for i, (_, pattern, _) in enumerate(KINDS)) + ")",
)
_SEAT_OF = Phrase(
    "mairie conseil maire commune ville",
    r"(?:mairie|commune|ville)[ ]*(?:\n\s*d(?:es?|u|'(?=\p{L}))(?:[ ]*\n)?|d(?:es?|u)[ ]*\n)[ ]*"
    r"|(?:mairie|conseil[ ]+municipal|(?<=presidence[ ]de[^\n]{3,60},[ ]*)maire)[ ]+"
    r"(?:de[ ]+la[ ]+(?:commune|ville)[ ]+)?d(?:es|e|u|')[ ]*"
    r"|(?:commune|ville|mairie)(?:[ ]+de)?[ ]*:[ ]*\n?[ ]*|(?<=[|][ ]*)(?:commune|ville|mairie)[ ]*[|][ ]*"
    r"|(?<=(?:^|\n)[ ]*)(?:commune|ville|mairie)[ ]+[–-][ ]+|(?<=(?:^|\n)[ ]*)mairie[ ]*\n[ ]*\d{5}[ ]",
)
_COUNCIL_NAMES = Phrase(
    "conseil president presidente", r"(?:conseil[ ]+communautaire|presidente?)[ ]+d(?:es|e|u|')[ ]*(?=\p{L})"
)
_ENDING = Phrase(
    "metropole agglo agglomeration communaute",
    r"(?<=\s)(?:metropole|agglo(?:meration)?|communaute(?![ ]+(?:d|urb)))(?!\w)",
)
_NAMED_BEFORE = regex.compile(
    r"\p{Lu}[\p{L}'-]+(?:[ ](?:\p{Lu}[\p{L}'-]+|de|du|des|la|le|les|en|sur|et|&)){0,4}"
    r"(?<![ ](?i:des?|du|la|les?|en|sur|et|&))[ \n]$",
)
_LONGEST_NAME = 120
_INITIALS = regex.compile(
    rf"[ ]*(?P<name>{SYNDICATE}(?:[ ]?\d{{2}})?)(?=(?:[ ]+|[ ]*\n[ ]*)(?:[dD](?:[eE][sS]?|[uU])[ ]|[dD]'))"
)
_BARE_KIND = regex.compile(
    r"(?<!\p{L})(?P<name>(?i:syndicat)(?:[ ](?!CGT|CFDT|CFTC|FO|UNSA|FSU|SUD"
    r"|(?i:proc[èe]s|compte|comit|conseil|bureau|s[ée]ance|r[ée]union|d[ée]lib|extrait))\p{Lu}[\p{L}'-]+){1,4})"
)
"""A syndicate's name without "de"; none of employees, and no other words of a heading with it."""
_SPELLED = regex.compile(rf"(?r)(?<=(?<!\p{{L}})[Dd]u[ ])(?P<name>{SYNDICATE}(?:[ ]\d{{2,3}})?)[ ]\($")
"""Before the kind in brackets that spells out the initials by which a sentence calls a body."""
_BARE = Phrase("comite bureau assemblee", r"comite|bureau|assemblee[ ]generale")
_HELD = regex.compile(
    r"(?r)(?<!\w)(?:reunions?|seances?|deliberations?|compte[- ]rendu|proces[- ]verbal|registre|extrait)"
    r"(?:[ ](?:ordinaire|publique|extraordinaire))?[ \n]+(?:du[ ]+|de[ ]+(?:l')?)$"
    r"|(?:^|\n)[ ]*(?=assemblee[ ]generale[ ]d)"
)
"""Before an organ that one word names."""
_HOLDS = regex.compile(
    r"[ ]+(?:du[ ]+(?:\d|(?:lun|mar|mercre|jeu|vendre|same)di)|en[ ]date[ ]du)|[ ,]+(?:[^.\n]{0,60}[ ,])?s'est[ ]+reuni"
)
"""After it."""
_NEAR = 300
"""Characters of a letterhead between an assembly and its organ that sat."""
_FIRST_LINE = regex.compile(r"\s*(?P<name>\p{Lu}[\p{L}' &-]{3,60}[ ][\p{L}' &-]{1,40}\p{L})[ ]*\n")
"""A first line of two words at least."""
_REFERRED = regex.compile(r"(?r)(?<!\w)(?:vu|par[ ]+(?:la[ ]+|une[ ]+|sa[ ]+)?deliberation)(?!\w)[^\n.;]{0,110}$")
"""Before an organ whose act is referred to."""
_PERMANENT = regex.compile(r"commission[ ]+permanente")
_OF_ASSEMBLY = regex.compile(r"conseil[ ]+(?:departemental|regional|general)")
_LEADS = regex.compile(
    r"(?i)(?:(?:le|la|les|l'|du|de|des|bureau|conseil|comit[ée]|budget|(?:vice-)?pr[ée]sidente?s?|membres?)\s+)+"
)
_WHOLE = regex.compile(r"(?:arrondissement|secteur)$")
"""How a kind ends that is a name already."""
_UNNAMED = regex.compile(r"[ ]*d(?:e|u|es|')?[ ]*\Z")
"""A kind without a name, which was lost."""
_ACTING = regex.compile(
    r"(?:bureau|conseil|conseil d'administration|comite|membres|presidente?)(?: (?:syndical|communautaire))?\s"
    r"(?:de|du|d'|de la) ?$"
)
_COUNCIL_OF = regex.compile(r"conseil[ ]+\p{L}+[ ]+de[ ]la[ ]+$")
_MET = regex.compile(r"[^.\n]{0,120}?(?<!\w)(?:reunie?|convoquee?|assemblee?)(?!\w)")
"""Around a name in the sentence that says its council met."""
_NOT_COMMUNE = regex.compile(r"\d|L'An|(?:\p{Lu}[ ]){2}")

_CUT = regex.compile(r"(?i)[ ](?:de|du|des|et)(?:[ ]l[ae]s?)?[ ]*(?:\n|\Z)")
"""How a name ends that its line cuts: before or behind a particle."""
_LINE_END = regex.compile(r"[^\S\n]*(?:\n|\Z)")
_DASH = regex.compile(r"[ ]+[–-][ ]")
_GLUED = regex.compile(r"(?<=\p{Ll}{2})\p{Lu}\p{Ll}+[ ]*$")
"""The end of a name to which a page's frame has glued the next word ("Commune de ValserreLa")."""


@dataclass(frozen=True, slots=True)
class Convened:
    """The body and organ, as far as the text tells."""

    body: str | None = None
    kind: str | None = None
    organ: str | None = None
    body_span: Span | None = None
    organ_span: Span | None = None


@dataclass(frozen=True, slots=True)
class _Candidate:
    name: str
    kind: str | None
    family: str
    span: Span


def read_body(view: View, lists: int | None = None) -> Convened:
    """The body and organ of an act whose lists end at ``lists``.

    An organ that the text does not name is the deliberative one of its kind.
    """
    organ, family, organ_span = _organ(view)
    found = _body(view, family, lists or len(view.plain))
    if found is None:
        return Convened(organ=organ, organ_span=organ_span)
    return Convened(found.name, found.kind, organ or DEFAULT_ORGANS.get(found.family), found.span, organ_span)


def _organ(view: View) -> tuple[str | None, str | None, Span | None]:
    """The organ that sat; "Conseil départemental de X" names the body where another organ is named too."""
    matches = [
        match
        for match in _ORGAN.finditer(view, 0, 4 * _HEADING)
        if not _REFERRED.search(view.folded, max(0, match.start() - _LONGEST_NAME), match.start())
    ]
    bodies = {candidate.span[0] for candidate in _by_kind(view)}
    match = next((match for match in matches if match.start() not in bodies), next(iter(matches), None))
    if bare := _bare_organ(view, match.start() if match else 4 * _HEADING):
        return bare
    if match is None:
        return None, None, None
    within = (m for m in matches if _PERMANENT.fullmatch(m[0]) and m.start() < match.start() + _NEAR)
    match = next(within, match) if _OF_ASSEMBLY.match(match[0]) else match
    name, _, family = ORGANS[int(str(match.lastgroup)[1:])]
    named = {ORGANS[int(str(m.lastgroup)[1:])][0] for m in matches if m.start() not in bodies}
    return VARIANTS[name] if VARIANTS.get(name) in named else name, family, match.span()


def _bare_organ(view: View, end: int) -> tuple[str, str, Span] | None:
    """The organ that one word names ("réunion du Comité") under the letterhead of a body that has such a one."""
    for match in _BARE.finditer(view, 0, end):
        if not _HELD.search(view.folded, 0, match.start()) and not _HOLDS.match(view.folded, match.end()):
            continue
        for candidate in _by_kind(view):
            if candidate.span[0] < match.start() and (organ := BARE_ORGANS.get((match[0], candidate.family))):
                return organ, candidate.family, match.span()
    return None


def _body(view: View, family: str | None, lists: int) -> _Candidate | None:
    """The likeliest body of those that have such an organ; what is named but once after the lists is another one.

    A department stands over the letterheads of others too: without an organ of its own it is no body beside them.
    """
    told = _whole_names([*_by_kind(view), *_by_seat(view), *_by_ending(view)])
    found = [c for c in told if family in (None, c.family)]
    printed = {name: view.plain.count(name) for name in {candidate.name for candidate in found}}
    early = [c for c in found if c.span[0] < lists or printed[c.name] > 1 or _acts(view, c) or _met(view, c)]
    found = early or [c for c in found if _heads_line(view, c.span)]
    if family is None and any(c.family != "collectivity" for c in found):
        found = [c for c in found if c.family != "collectivity"]
    if not found and family == "commune":
        told_ = (*by_signature(view, STOP), *by_line(view, STOP))
        found = [_Candidate(name, "commune", "commune", span) for name, span in told_]
    if family == "commune":
        found = [c for c in found if c.span[0] < _HEADING // 8 and _WHOLE.search(fold(c.name))] or found
    if not found and family == "syndicat":
        found = list(_by_initials(view, lists)) or list(_by_bare_kind(view))
    if not found and family == "epci":
        found = list(_by_council(view))
    if not found and family == "establishment":
        found = [*_without_place(view), *_by_first_line(view)]
    found = found or [c for c in told if c.span[1] < _HEADING // 8 and _fills_line(view, c.span)]
    best = min(found, key=lambda c: (-_weight(view, c, printed.get(c.name, 1)), c.span[0], c.name), default=None)
    return next((c for c in found if best and spells_out(c.name, best.name)), best)


def _whole_names(told: list[_Candidate]) -> list[_Candidate]:
    """Names within which another kind begins ("Syndicat mixte du Parc" and its "Parc naturel régional") as one."""
    longer: list[_Candidate] = []
    for first, second in pairwise(told):
        if first.span[0] < second.span[0] < first.span[1] < second.span[1] and first.family == second.family:
            name = first.name + second.name[first.span[1] - second.span[0] :]
            longer.append(replace(first, name=name, span=(first.span[0], second.span[1])))
    ends = [" " + fold(candidate.name) for candidate in longer]
    return longer + [c for c in told if not any(f" {fold(c.name)}" in end for end in ends)] if longer else told


def _weight(view: View, candidate: _Candidate, printed: int) -> int:
    """How much a name stands for the body that acts: whole line, repeated, early, not in capitals nor with gaps."""
    start = candidate.span[0]
    cut = _CUT.match(view.folded, candidate.span[1]) or _CUT.search(candidate.name)
    if cut or _GLUED.search(candidate.name) or view.printed(candidate.span) != candidate.span:
        return 0
    acting = _acts(view, candidate)
    early = start < _HEADING // 8
    return (
        3 * _fills_line(view, candidate.span)
        + 3 * acting
        + 2 * early
        + (not candidate.name.isupper())
        + min(2, printed // 2)
    )


def _fills_line(view: View, span: Span) -> bool:
    """Whether a name has its line to itself."""
    return _begins_line(view, span[0]) and _LINE_END.match(view.plain, span[1]) is not None


def _heads_line(view: View, span: Span) -> bool:
    """Whether a name has its line to itself, or begins it before a dash, as in a page's footer with the address."""
    return _fills_line(view, span) or (_begins_line(view, span[0]) and _DASH.match(view.plain, span[1]) is not None)


def _begins_line(view: View, start: int) -> bool:
    """Whether nothing stands before a place on its line."""
    return not view.plain[view.plain.rfind("\n", 0, start) + 1 : start].strip()


def _acts(view: View, candidate: _Candidate) -> bool:
    """Whether the words before a name say that it is an organ's."""
    start = candidate.span[0]
    referred = _REFERRED.search(view.folded, max(0, start - _LONGEST_NAME), start)
    return not referred and _ACTING.search(view.folded[max(0, start - 40) : start]) is not None


def _met(view: View, candidate: _Candidate) -> bool:
    """Whether the sentence says that the body's council met."""
    start, end = candidate.span
    return bool(_COUNCIL_OF.search(view.folded[max(0, start - 40) : start]) and _MET.match(view.folded, end))


def _by_initials(view: View, lists: int) -> Iterator[_Candidate]:
    """The syndicate whose initials begin a line of the letterhead ("SMIDOR du Haut Vidour"), or are all its name."""
    for match in view.heads(_INITIALS, view.plain, 0, _HEADING // 4):
        end = kind_name_end(view, match.start("name"), match.end("name"), family="syndicat")
        if end > match.end("name") + 2:
            yield _Candidate(
                tidy(view.plain[match.start("name") : end]), "syndicat", "syndicat", (match.start("name"), end)
            )
            return
    if alone := in_sentence(view, lists):
        yield _Candidate(alone[0], "syndicat", "syndicat", alone[1])


def _by_bare_kind(view: View) -> Iterator[_Candidate]:
    """The syndicate that is named without "de", and twice at least ("le syndicat Vidour Propre")."""
    found = list(_BARE_KIND.finditer(view.plain, 0, 4 * _HEADING))
    names = Counter(fold(match["name"]) for match in found)
    for match in found:
        if names[fold(match["name"])] > 1:
            yield _Candidate(match["name"], "syndicat", "syndicat", match.span("name"))


def _by_kind(view: View) -> Iterator[_Candidate]:
    for match in _KIND.finditer(view, 0, 4 * _HEADING):
        kind, _, family = KINDS[int(str(match.lastgroup)[1:])]
        small = kind in SMALL_KINDS or match[0].startswith("conseil")
        if not view.plain[match.start()].isupper() and not small:
            continue
        end = kind_name_end(view, match.start(), match.end(), family=family)
        if short := _SPELLED.search(view.plain, 0, match.start()):
            yield _Candidate(short["name"], kind, family, short.span("name"))
        elif (end > match.end() + 2 and not _UNNAMED.match(view.folded, match.end(), end)) or _WHOLE.search(match[0]):
            yield _Candidate(tidy(view.plain[match.start() : end]), kind, family, (match.start(), end))


def _without_place(view: View) -> Iterator[_Candidate]:
    """The centre communal d'action sociale whose heading does not say of which commune."""
    for match in _KIND.finditer(view, 0, _HEADING):
        kind, _, family = KINDS[int(str(match.lastgroup)[1:])]
        if family == "establishment" and match[0].startswith("centre") and view.plain[match.start()].isupper():
            yield _Candidate(tidy(view.plain[slice(*match.span())]), kind, family, match.span())


def _by_first_line(view: View) -> Iterator[_Candidate]:
    """The establishment that the first line names, which no kind tells."""
    match = _FIRST_LINE.match(view.plain)
    if match and not STOP.match(view.folded, match.start("name")):
        yield _Candidate(tidy(match["name"]), "public-establishment", "establishment", match.span("name"))


def _by_seat(view: View) -> Iterator[_Candidate]:
    """The commune in "mairie de X" and "conseil municipal de X"."""
    for match in _SEAT_OF.finditer(view, 0, _HEADING):
        at = match.end() - (view.plain[match.end() - 1] == " ")
        end = place_end(view, at)
        name = tidy(view.plain[match.end() : end])
        if name[:1].isupper() and not _NOT_COMMUNE.match(name):
            yield _Candidate(name, "commune", "commune", (match.end(), end))


def _by_council(view: View) -> Iterator[_Candidate]:
    """The intercommunal body of a heading that only names its council or president ("Président de Vidour Combes")."""
    for match in _COUNCIL_NAMES.finditer(view, 0, _HEADING // 4):
        at = match.end() - (view.plain[match.end() - 1] == " ")
        end = name_end(view, at, at, family="commune")
        name = tidy(view.plain[match.end() : end])
        if name[:1].isupper() and " " in name and not (_NOT_COMMUNE.match(name) or STOP.match(fold(name))):
            yield _Candidate(name, None, "epci", (match.end(), end))


def _by_ending(view: View) -> Iterator[_Candidate]:
    """The body in "Villeneuve Agglo" and "Rivières Métropole"."""
    for match in _ENDING.finditer(view):
        window = max(0, match.start() - _LONGEST_NAME)
        named = _NAMED_BEFORE.search(view.plain, window, match.start())
        if not named:
            continue
        lead = _LEADS.match(named[0])
        start = named.start() + (lead.end() if lead else 0)
        kind = "metropole" if match[0] == "metropole" else "communaute-d-agglomeration"
        if start + 1 < match.start():
            yield _Candidate(tidy(view.plain[start : match.end()]), kind, "epci", (start, match.end()))
