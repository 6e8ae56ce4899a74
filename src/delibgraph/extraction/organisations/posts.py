"""Persons named with an office in an organisation: its president, its director, a member of its board.

The person before the office or behind it; the organisation behind it, or the one named last ("président de
l'association"). Forms: ``docs/funding.md``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import regex

from delibgraph.extraction.attendance.matching import member_of, same_person
from delibgraph.extraction.organisations.mentions import Mentions, Named, sentence_of
from delibgraph.extraction.text.phrases import Phrase
from delibgraph.extraction.text.view import View, fold, tidy
from delibgraph.facts import Office

_CIVILITY = r"(?:M\.|Mr\.?|Mme|Mlle|Monsieur|Madame|Mademoiselle)"
_GIVEN = r"\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)*"
_FAMILY = r"(?:(?:de|du|des|le|la|van|von)[ ]|d['’]|l['’]){0,2}\p{Lu}[\p{L}'’-]+(?:[ ]\p{Lu}{2,}[\p{Lu}'’-]*)*"
_NAME = (
    rf"(?:{_CIVILITY}[ ]+(?P<name>(?:{_GIVEN}[ ]+){{0,2}}{_FAMILY}(?:[ ]{_GIVEN})?)"
    rf"|(?<![\p{{L}}][ ])(?P<name>{_GIVEN}[ ]+{_FAMILY})|(?P<name>{_GIVEN}[ ]+(?:\p{{Lu}}{{2,}}[\p{{Lu}}'’-]*[ ]?)+))"
)
_BEFORE = regex.compile(
    rf"{_NAME}[ ]*,?[ \n]*(?:(?:est|en[ ](?:sa|leur)[ ]qualité[ ]de|en[ ]tant[ ]que|actuel(?:le)?|également|aussi|"
    r"élue?|nommée?|devenue?)[ \n]+)*(?:(?:le|la|un|une)[ ]+|l['’])?(?:nouve(?:au|lle)[ ]+|actuel(?:le)?[ ]+)?"
    r"(?:\p{Ll}[\p{Ll} '-]{3,40}[ ]et[ ]+)?$"
)
_BEHIND = regex.compile(rf"[»\"]?[ ]*(?:\([^)\n]{{1,40}}\))?[ ]*,?[ \n]*(?:représentée?[ ]par[ ]+)?{_NAME}")
_TITLE = (
    r"(?:(?:(?:vice|co)[- ]?)?presidente?(?:[- ](?:delegue|fondateur|adjoint|d'honneur)e?)?(?!\w)"
    r"|direct(?:eur|rice)(?:[ ](?:generale?|adjointe?|executi(?:f|ve)|artistique|industriel(?:le)?|technique"
    r"|scientifique|commerciale?|financi(?:er|ere)|regionale?|departementale?|deleguee?))*(?!\w)"
    r"|tresori(?:er|ere)(?:[ ]adjointe?)?(?!\w)|secretaire(?:[ ](?:generale?|adjointe?))?(?!\w)"
    r"|administra(?:teur|trice)(?!\w)|(?:co-?)?fonda(?:teur|trice)(?!\w)|gerante?(?!\w)|dirigeante?(?!\w))"
)
_OFFICE = Phrase(
    "president presidente vice co directeur directrice tresorier tresoriere secretaire administrateur administratrice "
    "fondateur fondatrice gerant gerante membre dirigeant dirigeante",
    _TITLE + r"|membre[ ]+(?:du[ ]+(?:bureau|conseil[ ]+d'administration|ca|comite[ ]+directeur)|actif|fondateur)?"
    r"(?=[ \n]*d(?:e|u)[ \n]|[ \n]*de[ ]l')",
)
_OF = regex.compile(
    r"(?:[ \n]+(?:du[ ]+conseil[ ]+d'administration|du[ ]+comite[ ]+directeur|du[ ]+bureau))?[ \n]+"
    r"(?=d(?:e|u|es)[ \n]|d')"
)
_OF_THIS = regex.compile(
    r"[ \n]+(?:de[ ]+l'|du[ ]+|de[ ]+la[ ]+|de[ ]+ce(?:t|tte)?[ ]+)[ ]?"
    r"(?P<kind>association|club|amicale|comite|cluster|pole|"
    r"grappe|federation|societe|cooperative)(?=[ ]*(?:[,.;:)\n]|$|[ ](?:ne|n'|qui|a|est|quitte|sort|se)(?!\w)))"
)
_REPRESENTED = Phrase(
    "represente representee",
    rf"representee?[ \n]+par[ \n]+(?:(?:son|sa)[ \n]+(?P<office>{_TITLE})[ ]*,?[ \n]+)?",
)
_ITS = regex.compile(rf"[ ]*,[ ]*(?:son|sa)[ ](?:actuel(?:le)?[ ])?(?P<office>{_TITLE})")
_WHOSE = Phrase("dont", rf"dont[ ]+(?:il|elle)[ ]+est[ ]+(?:(?:le|la|l'|un|une)[ ]?)?(?P<office>{_TITLE})")
_SIGNS = Phrase("pour", r"pour[ ]+(?=l'|le[ ]|la[ ])")
_SIGNED = regex.compile(
    rf"[»\" ]*(?:\([^)\n]{{1,40}}\))?[ ]*[,:]?[ \n]*(?:l[ea][ ]|l')?(?P<office>{_TITLE})[ ]*[,:\n][ ]*"
)
_PRONOUN = regex.compile(r"(?r)(?<=[.;\n][ \n]*)(?:elle|il)[ ]est[ ](?:aujourd'hui[ ]|actuellement[ ])?")
_HEADED = Phrase("presidee preside dirigee dirige", r"(?:presidee?|dirigee?)[ \n]+par[ \n]+")
_IS_ITS = Phrase(
    "est",
    r"est[ ]+(?:l'|le[ ]+|la[ ]+)(?:actuel(?:le)?[ ]+|nouve(?:au|lle)[ ]+)?"
    r"(?P<office>presidente?|direct(?:eur|rice))(?!\w)",
)
_SUBJECT = regex.compile(
    rf"{_NAME}(?:[ ]*,?[ ](?:de|du)[ ](?:la[ ]société|l['’]entreprise|la[ ]SAS|l['’]association)[ ]"
    rf"(?P<firm>[^,.;\n]{{2,60}}?))?"
    r"[ ,]+(?:en)[ ]+$"
)
_NO_NAME = regex.compile(
    r"^(?:le|la|les|l|monsieur|madame|maire|president|presidente|conseil|vu|considerant|article)(?!\w)"
)
_REACH = 160
_PRESIDES = {"presid": "président", "dirig": "directeur"}


def read_offices(view: View, mentions: Mentions, start: int) -> Iterator[tuple[Office, Named]]:
    """The offices told from an offset on, each with the organisation as the text names it."""
    for match in _OFFICE.finditer(view, start):
        yield from _held(view, mentions, match)
    for match in _HEADED.finditer(view, start):
        headed = mentions.before(match.start()) or _meant(view, mentions, match.start())
        person = regex.match(_NAME, view.plain, pos=match.end())
        if headed and person and _is_name(person["name"]):
            office = _PRESIDES[match[0][:5] if match[0].startswith("dirig") else match[0][:6]]
            yield Office(tidy(person["name"]), headed.name, (headed.start, person.end()), office), headed
    for match in _REPRESENTED.finditer(view, start):
        yield from _represented(view, mentions, match)
    for match in _WHOSE.finditer(view, start):
        yield from _whose(view, mentions, match)
    for match in _SIGNS.finditer(view, start):
        yield from _signed(view, mentions, match)
    for match in _IS_ITS.finditer(view, start):
        yield from _its(view, mentions, match)


def resolved(offices: Sequence[Office], members: Sequence[str]) -> tuple[Office, ...]:
    """The offices with the full name of a member of the sitting wherever one fits."""
    found = []
    for office in offices:
        listed = next((member for member in members if same_person(member, office.person)), None)
        member = listed or member_of(office.person, members)
        found.append(replace(office, person=member) if member else office)
    return tuple(found)


def _held(view: View, mentions: Mentions, match: regex.Match[str]) -> Iterator[tuple[Office, Named]]:
    """The office of a phrase, if a person stands beside it and an organisation behind it."""
    end = min(len(view.plain), match.end() + _REACH)
    title = tidy(view.plain[slice(*match.span())])
    person = _person_before(view, match.start())
    if this := _OF_THIS.match(view.folded, match.end(), end):
        named = mentions.last(person[1] if person else match.start(), max(0, match.start() - 2 * _REACH))
    else:
        of = _OF.match(view.folded, match.end(), end)
        named = mentions.after(of.end(), end) if of else None
    if named is None:
        return
    if person is None and not this:
        behind = _BEHIND.match(view.plain, named.end, end)
        person = (behind["name"], behind.start("name"), behind.end("name")) if behind else None
    if person and _is_name(person[0]):
        last = this.end() if this else max(named.end, person[2])
        span = (min(person[1], match.start()), last)
        yield Office(tidy(person[0]), named.name, span, title), named


def _meant(view: View, mentions: Mentions, at: int) -> Named | None:
    """Whom "elle est présidée" means: the organisation that the sentence before names first."""
    pronoun = _PRONOUN.match(view.folded, 0, at)
    if pronoun is None:
        return None
    sentence = sentence_of(view, max(0, pronoun.start() - 3), pronoun.start() - 3)
    return next(iter(mentions.within((sentence[0], pronoun.start()))), None)


def _represented(view: View, mentions: Mentions, match: regex.Match[str]) -> Iterator[tuple[Office, Named]]:
    """ "Mécaloire, représentée par son président, M. Léo DURAND", "… par M. Léo DURAND, son président"."""
    named = mentions.before(match.start())
    person = regex.match(_NAME, view.plain, pos=match.end())
    if named is None or person is None or not _is_name(person["name"]):
        return
    held = match if match["office"] else _ITS.match(view.folded, person.end())
    if held:
        office = tidy(view.plain[slice(*held.span("office"))])
        end = max(held.end("office"), person.end())
        yield Office(tidy(person["name"]), named.name, (named.start, end), office), named


def _whose(view: View, mentions: Mentions, match: regex.Match[str]) -> Iterator[tuple[Office, Named]]:
    """ "M. Léo DURAND ne vote pas sur l'aide à Mécaloire, dont il est le trésorier"."""
    named = mentions.before(match.start())
    if named is None:
        return
    told = list(
        regex.finditer(_NAME, view.plain, pos=sentence_of(view, named.start, named.start)[0], endpos=named.start)
    )
    if told and _is_name(told[-1]["name"]):
        office = tidy(view.plain[slice(*match.span("office"))])
        yield Office(tidy(told[-1]["name"]), named.name, (told[-1].start("name"), match.end()), office), named


def _signed(view: View, mentions: Mentions, match: regex.Match[str]) -> Iterator[tuple[Office, Named]]:
    """ "Pour l'association Mécaloire, le Président, Léo DURAND"."""
    named = mentions.after(match.end() - 1, min(len(view.plain), match.end() + _REACH))
    held = _SIGNED.match(view.folded, named.end) if named else None
    person = regex.match(_NAME, view.plain, pos=held.end()) if held else None
    if named and held and person and _is_name(person["name"]):
        office = tidy(view.plain[slice(*held.span("office"))])
        yield Office(tidy(person["name"]), named.name, (named.start, person.end()), office), named


def _person_before(view: View, at: int) -> tuple[str, int, int] | None:
    """The person named right before an office."""
    line = max(0, at - _REACH)
    found = _BEFORE.search(view.plain, line, at)
    return (found["name"], found.start("name"), found.end("name")) if found else None


def _its(view: View, mentions: Mentions, match: regex.Match[str]) -> Iterator[tuple[Office, Named]]:
    """ "Léa DURAND, de la société X, en est la présidente": of the organisation named last before the sentence."""
    paragraph = view.plain.rfind("\n\n", 0, match.start()) + 1
    subject = _SUBJECT.search(view.plain, max(paragraph, match.start() - _REACH), match.start())
    if subject is None or not _is_name(subject["name"]):
        return
    person, span = tidy(subject["name"]), (subject.start("name"), match.end())
    if named := mentions.last(subject.start(), paragraph):
        yield Office(person, named.name, span, tidy(view.plain[slice(*match.span("office"))])), named
    if subject["firm"]:
        firm = next(iter(mentions.within(subject.span("firm"))), None)
        if firm:
            yield Office(person, firm.name, (subject.start("name"), firm.end)), firm


def _is_name(name: str) -> bool:
    """Whether words are a person's name: no office, no organ, no word of procedure."""
    return _NO_NAME.match(fold(name)) is None and not any(char.isdigit() for char in name)
