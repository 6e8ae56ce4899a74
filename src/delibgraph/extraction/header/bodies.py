"""Which body and which of its organs sat: from the letterhead, the heading, the prose.

Bodies and organs are told by their kinds, which are data here; a name is what follows the kind, or stands before it
("Villeneuve Agglo"). No rule knows a body by name.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import regex

from delibgraph.extraction.text.phrases import Phrase, vocabulary
from delibgraph.extraction.text.view import View, fold, tidy
from delibgraph.facts import Span

_ORGANS: tuple[tuple[str, str, str], ...] = (
    ("Conseil municipal", r"conseils?[ ]+municipal|conseils[ ]municipaux", "commune"),
    ("Conseil communautaire", r"conseil[ ]+(?:communautaire|de[ ]+(?:la[ ]+)?communaute|d'agglomeration)", "epci"),
    ("Bureau communautaire", r"bureau[ ]+(?:communautaire|de[ ]+(?:la[ ]+)?communaute)", "epci"),
    (
        "Conseil métropolitain",
        r"conseil[ ]+(?:metropolitain|de[ ]+(?:la[ ]+)?metropole|de[ ]+\S+[ ]+metropole)",
        "epci",
    ),
    ("Bureau métropolitain", r"bureau[ ]+metropolitain", "epci"),
    ("Comité syndical", r"(?:comite|conseil)[ ]+syndical", "syndicat"),
    ("Bureau syndical", r"bureau[ ]+syndical", "syndicat"),
    ("Commission permanente", r"commission[ ]+permanente", "collectivity"),
    ("Conseil départemental", r"conseil[ ]+departemental|assemblee[ ]+departementale", "collectivity"),
    ("Conseil général", r"conseil[ ]+general", "collectivity"),
    ("Conseil régional", r"conseil[ ]+regional|assemblee[ ]+pleniere", "collectivity"),
    ("Conseil d'administration", r"conseil[ ]+d'administration", "establishment"),
)
"""Organs as the graph names them, as texts print them (folded), and the family of bodies that have them."""
_KINDS: tuple[tuple[str, str, str], ...] = (
    ("communaute-de-communes", r"communaute[ ]+de[ ]+communes", "epci"),
    ("communaute-de-communes", r"c[.]?(?:d[.]?)?c[.]?(?=[ ]+d(?:e|u|es)[ ])", "epci"),
    ("communaute-d-agglomeration", r"communaute[ ]+d'[ ]?agglomeration", "epci"),
    ("communaute-urbaine", r"communaute[ ]+urbaine", "epci"),
    ("pole-metropolitain", r"pole[ ]+metropolitain", "syndicat"),
    ("syndicat", r"syndicat[ ]+(?:intercommunal|mixte|departemental|d')", "syndicat"),
    (
        "syndicat",
        r"(?:sivu|sivom|sivos|smictom|smirtom|sictom|sirtom|siaepa?|siaea?|siaap)(?!\w)",
        "syndicat",
    ),
    ("syndicat", r"petr(?=[ ]+d)|pole[ ]+d'[ ]?equilibre[ ]+territorial(?:[ ]+et[ ]+rural)?(?=[ ]+d)", "syndicat"),
    ("syndicat", r"parc[ ]+naturel[ ]+regional(?=[ ]+d)", "syndicat"),
    ("public-establishment", r"centre[ ]+(?:inter)?communal[ ]+d'action[ ]+sociale?", "establishment"),
    ("public-establishment", r"c[.]?c[.]?a[.]?s(?:[.]|(?!\w))(?=[ ]+d)", "establishment"),
    ("public-establishment", r"caisse[ ]+des[ ]+ecoles", "establishment"),
    ("department", r"conseil[ ]+(?:general|departemental)(?=[ ]+d)|departement(?=[ ]+d)", "collectivity"),
    ("region", r"conseil[ ]+regional(?=[ ]+d)|region(?=[ ]+\p{L})", "collectivity"),
    ("metropole", r"metropole(?=[ ]+d)", "epci"),
    ("commune", r"commune(?=[ ]+d)|ville(?=[ ]+d)", "commune"),
)
"""Kinds of bodies by their code, as texts print them (folded), and their family."""
_SMALL_KINDS = ("commune", "communaute-de-communes")
"""Kinds that name a body without a capital: "la commune de X", "la communauté de communes de Y"."""
_DEFAULT_ORGANS = {"commune": "Conseil municipal", "epci": "Conseil communautaire", "syndicat": "Comité syndical"}
_HEADING = 4000
"""Characters of a letterhead and a first page's heading; kinds are looked for in four times as many."""

_ORGAN = Phrase(
    "conseil conseils bureau comite commission assemblee",
    "|".join(f"(?P<o{i}>{pattern})" for i, (_, pattern, _) in enumerate(_ORGANS)),
)
_KIND = Phrase(
    "communaute pole syndicat sivu sivom sivos smictom smirtom sictom sirtom siaep siaepa siae siaea siaap "
    "centre caisse conseil departement region metropole commune "
    "ville c ccas cc cdc petr parc",
    "(?<!')(?:" + "|".join(f"(?P<k{i}>{pattern})" for i, (_, pattern, _) in enumerate(_KINDS)) + ")",
)
_SEAT_OF = Phrase(
    "mairie conseil maire commune ville",
    r"(?:mairie|conseil[ ]+municipal|(?<=presidence[ ]de[^\n]{3,60},[ ]*)maire)[ ]+"
    r"(?:de[ ]+la[ ]+(?:commune|ville)[ ]+)?d(?:e|u|es|')[ ]*"
    r"|mairie\s*\n[ ]*de[ ]*\n[ ]*|(?:commune|ville|mairie)(?:[ ]+de)?[ ]*:[ ]*\n?[ ]*",
)
_SIGNED_AT = regex.compile(
    r"(?m)(?:(?:fait|conforme|delibere)(?:[ ]+(?:et[ ]+\w+|en[ ]mairie))*[ ]*[,:]?[ ]*(?:a[ ]+)?|^[ ]*(?:a[ ]+)?)"
    r"(?P<name>\p{L}[\p{L}' -]{2,40}?)[ ]*,?[ ]+le[ ]+:?[ ]*(?:\d|\p{L}+[ ]+\d)[^\n]{0,40}(?:\n\s*){1,4}"
    r"(?:(?:l[ea]|m\.|mme|monsieur|madame)[ ]+)*(?:maire|presidente?)(?!\w)"
)
"""Where and when an act was signed, over the office of who signed it."""
_ENDING = Phrase("metropole agglo agglomeration", r"(?<=\s)(?:metropole|agglo(?:meration)?)(?!\w)")
_NAMED_BEFORE = regex.compile(
    r"\p{Lu}[\p{L}'-]+(?:[ ](?:\p{Lu}[\p{L}'-]+|de|du|des|la|le|les|en|sur)){0,4}[ \n]$",
)
_LONGEST_NAME = 120
_NEAR = 300
"""Characters of a letterhead between an assembly and its organ that sat."""
_CAPITALS = regex.compile(
    r"(?m)^[ ]*(?P<name>\p{Lu}[\p{Lu}' -]{2,40}\p{Lu})[ ]*(?=\s*\n[ ]*(?i:s[ée]ance|r[ée]union|conseil[ ]municipal))"
)
"""A line in capitals over the organ or the sitting."""
_NO_PLACE = vocabulary("le la les l affiche publie recu transmis date conforme mairie fait jour")
_REFERRED = regex.compile(r"(?r)(?<!\w)(?:vu|par[ ]+(?:la[ ]+|une[ ]+|sa[ ]+)?deliberation)(?!\w)[^\n.;]{0,110}$")
"""Before an organ whose act is referred to."""
_PERMANENT = regex.compile(r"commission[ ]+permanente")
_OF_ASSEMBLY = regex.compile(r"conseil[ ]+(?:departemental|regional|general)")
_LEADS = regex.compile(r"(?i)(?:(?:le|la|les|l'|du|de|des|bureau|conseil|comit[ée]|budget)\s+)+")
_ACTING = regex.compile(r"(?:bureau|conseil|conseil d'administration|comite|membres|presidente?) (?:de|du|d'|de la) ?$")
_NOT_COMMUNE = regex.compile(r"\d|L'An|(?:\p{Lu}[ ]){2}")

_PARTICLE = r"(?:de|du|des|la|le|les|lès|et|en|sur|sous|aux?|à)(?![\p{L}'])"
_NEXT_WORD = regex.compile(
    rf"(?:[ ]+(?:-[ ]+)?|(?<=\n))(?:la[ ](?:commune|ville)(?=[ ]d)|{_PARTICLE}"
    r"|(?:[dlDL]['’ ])?\p{Lu}[\p{L}'-]*)|(?<=')\p{Lu}[\p{L}'-]*"
)
_LAST_PARTICLE = regex.compile(
    r"(?:(?:\s|')(?i:de|du|des|d'|la|le|les|l'|et|en|sur|sous|aux?|à)|(?<=\p{Lu}[\p{L}'-]+)\s\p{Lu})\s*$"
)
"""What ends no name: a particle, a lone letter."""
_SYNDICATE = regex.compile(r"syndicat|sivu|sivom|smictom|sictom")
_OWN_LINE = regex.compile(r"\s*\Z")
_LINE_END = regex.compile(r"[^\S\n]*(?:\n|\Z)")
_LINE = regex.compile(r"(?m)^[ ]*(?P<line>[^\n,.;:()\d]{6,90}?)[ ]*$")
_BROKEN = regex.compile(r"[ ]*\n(?=(?:du|des?|DU|DES?)[ ]\p{Lu}|[dD]['’]\p{Lu})")
"""A line end between a kind and its name ("COMMUNAUTÉ DE COMMUNES" over "DU PAYS DE SARVIS")."""
_QUOTED = regex.compile(r"[ ]*[«\"][^»\"\n]{3,60}[»\"]")
_STOP = regex.compile(
    r"[ -]*(?:departement|arrondissement|conseil|compte|seance|reunion|proces|direction|l'an|canton|republique|"
    r"deliberation|extrait|convocation|date|releve|comite|bureau|commission|assemblee|etat|liste|membres|siege|"
    r"(?:lun|mar|mercre|jeu|vendre|same)di|dimanche)(?!\w)"
)
"""Words of a heading that are no part of a name."""
_PART = regex.compile(
    rf"[ ]+[–-]{_STOP.pattern}|[ ]{{2,}}{_STOP.pattern}|[ ](?:comite|bureau|conseil|releve|compte|proces|extrait)[ -]"
)
"""Where the name ends in a line that goes on with another part of the heading."""
_MATTER = regex.compile(r"[ ]+(?:d(?:es|u|e)|pour|mixte|inter[ ]?communal)(?:[ ]l'|[ ]la|[ ]le)?(?:[ ]\p{Ll}{3,})?")
"""What a syndicate manages, in small letters: "des eaux", "du bassin"."""


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
    kind: str
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
    return Convened(found.name, found.kind, organ or _DEFAULT_ORGANS.get(found.family), found.span, organ_span)


def _organ(view: View) -> tuple[str | None, str | None, Span | None]:
    """The organ that sat; "Conseil départemental de X" names the body where another organ is named too."""
    matches = [
        match
        for match in _ORGAN.finditer(view, 0, 4 * _HEADING)
        if not _REFERRED.search(view.folded, max(0, match.start() - _LONGEST_NAME), match.start())
    ]
    bodies = {match.start() for match in _KIND.finditer(view, 0, 4 * _HEADING)}
    match = next((match for match in matches if match.start() not in bodies), next(iter(matches), None))
    if match is None:
        return None, None, None
    within = (m for m in matches if _PERMANENT.fullmatch(m[0]) and m.start() < match.start() + _NEAR)
    match = next(within, match) if _OF_ASSEMBLY.match(match[0]) else match
    name, _, family = _ORGANS[int(str(match.lastgroup)[1:])]
    return name, family, match.span()


def _body(view: View, family: str | None, lists: int) -> _Candidate | None:
    """The likeliest body of those that have such an organ; what is named but once after the lists is another one."""
    found = [c for c in (*_by_kind(view), *_by_seat(view), *_by_ending(view)) if family in (None, c.family)]
    printed = {name: view.plain.count(name) for name in {candidate.name for candidate in found}}
    found = [c for c in found if c.span[0] < lists or printed[c.name] > 1 or _acts(view, c)]
    if not found and family == "commune":
        found = [*_by_signature(view), *_by_line(view)]
    if not found and family == "establishment":
        found = list(_without_place(view))
    return min(found, key=lambda c: (-_weight(view, c, printed.get(c.name, 1)), c.span[0], c.name), default=None)


def _weight(view: View, candidate: _Candidate, printed: int) -> int:
    """How much a name stands for the body that acts: whole line, repeated, early, not all in capitals."""
    start, end = candidate.span
    whole_line = _OWN_LINE.match(view.plain, view.plain.rfind("\n", 0, start) + 1, start) and _LINE_END.match(
        view.plain, end
    )
    acting = _acts(view, candidate)
    early = start < _HEADING // 8
    return 3 * bool(whole_line) + 3 * acting + 2 * early + (not candidate.name.isupper()) + min(2, printed // 2)


def _acts(view: View, candidate: _Candidate) -> bool:
    """Whether the words before a name say that it is an organ's."""
    start = candidate.span[0]
    return _ACTING.search(view.folded[max(0, start - 40) : start]) is not None


def _by_signature(view: View) -> Iterator[_Candidate]:
    """The commune at which its mayor signed ("Fait à X, le …")."""
    for match in _SIGNED_AT.finditer(view.folded):
        name = tidy(view.plain[slice(*match.span("name"))])
        if name[:1].isupper() and not _STOP.match(match["name"]) and match["name"].split()[0] not in _NO_PLACE:
            yield _Candidate(name, "commune", "commune", match.span("name"))


def _by_line(view: View) -> Iterator[_Candidate]:
    """The commune that fills a line in capitals over its organ's, and is named as a place elsewhere."""
    for match in _CAPITALS.finditer(view.plain, 0, _HEADING // 8):
        name = match["name"]
        place = regex.compile(rf"(?:(?<!\w)(?:de|a|maire[ ]de|commune)[ ]|d'){regex.escape(fold(name))}(?!\w)")
        if not _STOP.match(fold(name)) and place.search(view.folded):
            yield _Candidate(name, "commune", "commune", match.span("name"))


def _by_kind(view: View) -> Iterator[_Candidate]:
    for match in _KIND.finditer(view, 0, 4 * _HEADING):
        kind, _, family = _KINDS[int(str(match.lastgroup)[1:])]
        if not view.plain[match.start()].isupper() and kind not in _SMALL_KINDS:
            continue
        broken = _BROKEN.match(view.plain, match.end())
        end = _name_end(view, match.start(), broken.end() if broken else match.end())
        if quoted := _QUOTED.match(view.plain, end):
            end = quoted.end()
        if end > match.end() + 2:
            yield _Candidate(tidy(view.plain[match.start() : end]), kind, family, (match.start(), end))


def _without_place(view: View) -> Iterator[_Candidate]:
    """The centre communal d'action sociale whose heading does not say of which commune."""
    for match in _KIND.finditer(view, 0, _HEADING):
        kind, _, family = _KINDS[int(str(match.lastgroup)[1:])]
        if family == "establishment" and match[0].startswith("centre") and view.plain[match.start()].isupper():
            yield _Candidate(tidy(view.plain[slice(*match.span())]), kind, family, match.span())


def _by_seat(view: View) -> Iterator[_Candidate]:
    """The commune in "mairie de X" and "conseil municipal de X"."""
    for match in _SEAT_OF.finditer(view, 0, _HEADING):
        at = match.end() - (view.plain[match.end() - 1] == " " or match[0].endswith("'"))
        end = _name_end(view, at, at)
        name = tidy(view.plain[match.end() : end])
        if name[:1].isupper() and not _NOT_COMMUNE.match(name):
            yield _Candidate(name, "commune", "commune", (match.end(), end))


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


def _name_end(view: View, start: int, end: int) -> int:
    """Where the name that begins with a kind ends: with its line where that holds nothing else, else its capitals."""
    line = _LINE.match(view.plain, view.plain.rfind("\n", 0, start) + 1)
    if line and line.start("line") == start and line.end("line") > end and len(line["line"].split()) <= 12:
        stops = (part.start() for part in _PART.finditer(view.folded, end, line.end("line")))
        stop = min(stops, default=line.end("line"))
        return stop if stop == line.end("line") else _own_end(view, end, stop)
    stop = end
    if _SYNDICATE.match(view.folded, start):
        while matter := _MATTER.match(view.plain, stop):
            stop = matter.end()
    while (match := _NEXT_WORD.match(view.plain, stop)) and not _STOP.match(view.folded, stop):
        word = match[0].strip(" -")
        if view.plain[start:stop].isupper() and word[:1].isupper() and not word.isupper():
            break
        stop = match.end()
    return _own_end(view, end, stop)


def _own_end(view: View, end: int, stop: int) -> int:
    """Where a name ends that was cut at ``stop``: before the particles and the lone letter that it ends with."""
    kept = view.plain[end:stop]
    while trimmed := _LAST_PARTICLE.search(kept):
        kept = kept[: trimmed.start()]
    return end + len(kept.rstrip())
