"""The lines of a record that can open an item: numbered deliberations, ranks, "objet", titles on a line of their own.

A heading's form is what it looks like; which forms open the items of a record, ``stretches`` decides.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

import regex

from delibgraph.extraction.text.view import View
from delibgraph.facts import Span

Form = Literal[
    "number", "tail", "point", "roman", "rank", "subrank", "letter", "bare", "agenda", "object", "title", "close"
]
"""From the firmest to the weakest; a ``tail`` is a title that its number closes, an ``agenda`` one that the agenda
lists; ``close`` opens what is no item ("Questions diverses", the end of the sitting)."""

_YEARS = r"(?:19[89]\d|20\d\d)"
NUMBER = (
    rf"(?![nN][ ]\d)(?!\p{{L}}{{0,12}}[-_ ./]{{0,2}}(?:19|20)\d\d[-_/](?:19|20)\d\d(?!\d))"  # years: "2023-2024"
    rf"(?:(?:\p{{Lu}}(?:[\p{{Lu}}.]{{0,8}}\p{{Lu}})?[-_/.]{{0,2}}|\p{{Lu}}{{1,5}}[ ]{{1,2}})?{_YEARS}[-_./]{{1,2}}"
    r"(?:\p{Lu}{1,5}[-_/]{0,2})?\d[\w./-]*(?<![./-])"
    r"|(?:\p{Lu}{1,5}[-_ ]?)?\d{1,4}[-/_](?:19|20)\d\d(?!\d)(?:[-/_]\p{Lu}{1,5}(?!\p{L}))?"
    r"|(?:20)?\d\d(?!JAN|F[ÉE]V|MAR|AVR|MAI|JUI|AO[UÛ]|SEP|OCT|NOV|D[ÉE]C)\p{Lu}{2,8}\d{2,5}(?!\w)"
    r"|\p{Lu}{1,5}[-_/]?\d{2}[-_./]\d[\d./_-]*(?<![./_-])|20[012]\d{4,5}(?:-\d{1,3})?"
    r"|\d{2}[-_.]\d{2}[-_/]\d{2,3}(?!\d)|(?:D|DEL|DELIB|DC[CMS]|CM|CC|CS|B[CS]|CP)[ ]\d{2}[-_./]\d{1,4}(?![\d/])"
    r"|(?:19|20)\d\d[ ][–-][ ]\d{1,3}(?:/\d{1,2})?(?=[ ]*[:–-][ ])|\d\d/\d\d/20\d\d-\d{1,3}(?!\d)"
    r"|\p{Lu}{3,5}[ ]20\d\d[ ]\d{1,3}(?=[ ]*[:–-][ ])"
    r"|20\d\d[ ]/[ ]\d{1,3}(?=[ ]*[:–-][ ])|\d{1,4}[ ]/[ ]20\d\d(?=[ ]*[:–-][ ]|[ ]+\p{Lu}{2})"
    r"|\d{2}(?:\.\d{2}){3}(?=[ ]+\p{Lu})"
    r"|\d{2}[-/]\d{3}(?=[ ]+\p{Lu}{3}|[ ]*[:–-][ ])|\d{3}[-/]\d{2}(?=[ ]*(?::|[–-][ ])))"
)
"""A number that bears a year, or that letters begin."""
_PLAIN_NUMBER = r"(?:\p{Lu}{1,6}[-_/. ]?)?\d(?:[\w./-]*\w)?"
_SIGN = r"(?:[nN][ ]?[°ºo]s?\.?|[nN](?=[ ]\d)|[nN]um[ée]ro)"
_PARTS = r"(?!\d\d?[./-]\d\d?[./-](?:19|20)?\d\d(?!\d|[./-]\d))\d{1,4}(?:[-_./]\d{1,4}){1,4}(?![\w./-]*\d)"
"""Figures that signs part, and no date."""
_ENDS = r"(?=[ ]*(?:$|[:–—|-]|/[ ]|\p{Lu}|\()|\.[ ]+[\p{Lu}«])(?![ ]*(?:du[ ]+\d|en[ ]date|\)|[-–][ ]*\d))"
BULLETS = "-–•▪▫►➢➔➤➜➡→⇒✓✔❖●■◆◼∙·⮚□☐❑❒○§>"
"""The signs that stand before a heading."""
_BULLET = rf"(?:[{BULLETS}][ ]*|\d\d/\d\d/\d{{4}}[ ]+)?"
_SEP = r"(?:[ ]*(?:°[ ]?[-–)/.]?|\)|\.[ ]?[-–]|[./:–-])(?:[ ]?[:–-](?=[ ]))?)"
_CAPITAL = r"(?=[ ]*[\p{Lu}\"«])"
_ORDINALS = {"premi": 1, "deuxi": 2, "second": 2, "troisi": 3, "quatri": 4, "cinqui": 5, "sixi": 6, "septi": 7} | {
    "huiti": 8,
    "neuvi": 9,
    "dixi": 10,
}
"""How ordinal numbers in words begin."""
_UNIT = r"(?i:question|point|affaire|sujet|d[ée]lib[ée]ration|objet|dossier|r[ée]solution)"
_WORD = r"(?i:(?:projet[ ]+de[ ]+)?d[ée]lib[ée]ration|d[ée]lib\.?|acte|dc[cm])(?!\p{L})"
_MARKED = regex.compile(
    rf"""
    [ ]*{_BULLET}(?:
        (?P<number> (?=[^\n]*\d) (?:(?i:rapport|dossier|affaire)[ ]*(?:{_SIGN}[ ]*)?(?P<value>{_PARTS})
            | (?i:rapport|dossier|affaire)[ ]*{_SIGN}[ ]*(?P<value>\d\d(?:\.\d\d){{2}}(?![\w./-]*\d))
            | (?:\d{{1,3}}{_SEP}[ ]*)?{_WORD}[ ]*(?:{_SIGN}[ ]*)?:?[ ]*(?P<value>{NUMBER}|{_PLAIN_NUMBER})
            | (?:{_SIGN}[ ]*\d{{1,3}}[ ]+(?:[–-][ ]+)?)?(?P<value>{NUMBER})
            | {_SIGN}[ ]*:?[ ]*(?P<value>{_PLAIN_NUMBER})) {_ENDS} )
      | (?P<point> (?i:question|point|affaire|rapport|dossier|sujet|r[ée]solution|od?j)[ ]*(?:{_SIGN}[ ]*)?
            (?P<rank>\d{{1,3}}|[IVXL]{{1,6}})(?!\w)(?:[ ]+(?i:(?:de|à)[ ]l'ordre[ ]du[ ]jour))?
            (?=[ ]*(?:$|[:)/–-]|\.(?!\d)|\p{{Lu}})) )
      | (?P<point> (?:(?P<rank>\d{{1,2}})(?i:er|[èe]?re|nde?|[èe]|[èe]me)
            |(?P<rank>(?i:{"|".join(_ORDINALS)}))\p{{L}}{{0,4}})
            [ ]+{_UNIT}(?=[ ]*(?:$|[:.)/–-])) )
      | (?P<subrank> \d{{1,2}}[.-](?P<rank>\d{{1,2}})(?:[.-]\d{{1,2}})?\.?[ ]*[-–:)]?{_CAPITAL} )
      | (?P<roman> (?P<rank>[IVXL]{{1,6}}){_SEP}{_CAPITAL} )
      | (?P<ordinal> (?:(?P<rank>\d{{1,3}}){_SEP}|\((?P<rank>\d{{1,2}})\)){_CAPITAL} )
      | (?P<letter> (?P<rank>\p{{L}})(?:\)|\.[ ]?[-–]?(?=[ ])|[ ][–-]){_CAPITAL} )
      | (?P<bare> (?P<rank>\d{{1,2}})(?=[ ]{{1,3}}\p{{Lu}}[^\n.]{{6}}) )
      | (?P<object> (?i:objets?(?:[ ]+de[ ]+(?:la[ ]+d[ée]lib[ée]ration|l'acte))?|intitul[ée]|sujet)[ ]*: )
    )
    """,
    regex.VERBOSE | regex.MULTILINE,
)
_SMALL = regex.compile(r"[ ]*\#{1,6}[ ]+(?P<rank>\d{1,3})(?:[ ]?[.)][ ]*|[ ]+)(?=\p{Ll}{3})")
"""A rank before a title in small letters, which only a Markdown heading has."""
_NINTH = regex.compile(rf"[ ]*{_BULLET}I(?:\)|\.[ ]?[-–]?(?=[ ])|[ ][–-]){_CAPITAL}")
"""The letter that is a Roman numeral too."""
_FORMS: tuple[Form, ...] = ("number", "point", "subrank", "roman", "letter", "bare", "object")
_NUMBER_LAST = regex.compile(
    rf"(?m)(?=[^\n]*\d[^\n ]*[ ]*\)?[ ]*$)[ ]*{_BULLET}(?:\d{{1,2}}(?:\.\d{{1,2}})*[.)/]?[ ]+)?"
    rf"(?P<title>\p{{Lu}}[^\n:]{{8,160}}?)[ ]*(?:[:–(|]|[ ]-[ ])[ ]*"
    rf"(?:{_WORD}[ ]*)?(?:{_SIGN}[ ]*)?(?P<value>{NUMBER})[ ]*\)?[ ]*$"
)
"""A title that its number closes: "Travaux du bourg : 2019-93", "Tarifs (DE_2019_045)"."""
_RUN_ON = regex.compile(
    rf"""
      (?<=[.;:!?)][ ]{{1,3}}|[ ](?={_SIGN}))
        (?P<number>(?:{_WORD}[ ]*)?(?:{_SIGN}[ ]*(?:\d{{1,3}}[ ]+(?=\p{{Lu}}))?)?(?P<value>{NUMBER})(?=[ ]*[:–-][ ]))
    | (?<=[.;:!?)][ ]{{1,3}})(?:
        (?P<point>(?:Question|Point|QUESTION|POINT|Affaire
            |Rapport)[ ]*(?:{_SIGN}[ ]*)?(?P<rank>\d{{1,3}})(?=[ ]*[:.)–-]))
      | (?P<roman>(?P<rank>[IVX]{{1,5}})[ ]*[–-](?=[ ]\p{{Lu}}))
      | (?P<ordinal>(?P<rank>\d{{1,2}})(?:\)|[ ]*[–-]|\.)(?=[ ]\p{{Lu}})) )
    """,
    regex.VERBOSE,
)
"""Headings in a text whose lines are lost."""
_INNER = regex.compile(
    r"""
      (?<=[.;:!?)»][ ]{1,3})(?P<rank>\d{1,2})[ ]?(?:[.)°]|[–-])[ ]?[–-]?[ ]?(?=\p{Lu})
    | (?<=[\p{L}.][ ]{1,3})(?P<rank>\d{1,2})[ ]?[.)–-]?[ ]?(?P<capitals>\p{Lu}{3,}(?:[ '-]+\p{Lu}+(?!\p{L}))*)(?!\p{L})
    """,
    regex.VERBOSE,
)
"""A rank within a line: after a sentence, or before a title in capitals."""
_CLOSE = regex.compile(
    r"""(?m)
    [ ]*(?:[-–•▪►➢➔➤✓✔❖●■◆◼∙·⮚>*][ ]*)?(?:(?:\d{1,3}|[ivxl]{1,6})[ ]*[.):°–-]+[ ]*)?
    (?: (?:questions?|informations?|affaires|points?|communications?)(?:[ ]et[ ](?:questions?|informations?|points?))?
            [ ]+divers(?:es)?
      | (?:divers|tour[ ]de[ ]table|informations?|questions?[ ]orales)(?=[ ]*:?[ ]*$)
      | (?:l'ordre[ ]du[ ]jour|plus[ ]rien|rien[ ]n)[^\n]{0,30}(?:epuise|l'ordre)
      | (?:la[ ]|fin[ ]de[ ](?:la[ ])?)?seance[^\n]{0,30}(?:levee?|close|terminee)
      | (?:fait[ ](?:et[ ]delibere|a[ ]\p{L})|ainsi[ ]fait|pour[ ]extrait|suivent[ ]les[ ]signatures)[^\n]{0,80}
    )
    """,
    regex.VERBOSE,
)
_REFERS = regex.compile(
    r"(?r)(?:(?<!\w)(?:la|le|les|de|du|des|par|a|au|aux|et|ou|vu|sur|n°|article|(?<!(?:^|\n)[ ]*)deliberations?|"
    r"reference)"
    r"|[,('])[ ]*\n\Z"
)
"""How a line ends that the next one carries on."""
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50}
NAMED = regex.compile(rf"[ ]*{_BULLET}{_WORD}")
"""A heading that says what it is: a deliberation."""
_SHORT = 4
"""Characters of a number that is nobody's where others have the word "délibération" or more figures."""
_FEW_LINES = 400
"""Characters a line on average in a text whose lines are lost."""


@dataclass(frozen=True, slots=True)
class Heading:
    """What can open an item: the title begins at ``title``; ``rank`` counts where the form does.

    ``until`` is where the title ends, where the form tells that; ``told`` is the rank that a word names
    ("Question n° 3").
    """

    start: int
    title: int
    form: Form
    rank: int | None = None
    number: Span | None = None
    score: int = 0
    until: int | None = None
    told: Span | None = None


def is_run_on(view: View) -> bool:
    """Whether the lines of the text are lost."""
    return len(view.plain) > _FEW_LINES * (1 + view.plain.count("\n"))


def marked_headings(view: View, start: int) -> list[Heading]:
    """The headings from ``start`` on that a number, a rank or a label marks, and what closes the items; in order."""
    found = [
        _heading(match)
        for match in view.heads(_MARKED, view.plain, start)
        if match["number"] is None or not _refers(view, match.start())
    ]
    if "#" in view.text:
        found += [Heading(i.start(), i.end(), "rank", int(i["rank"])) for i in view.heads(_SMALL, view.text, start)]
    found += [Heading(i.start(), i.end(), "letter", _letter("i")) for i in view.heads(_NINTH, view.plain, start)]
    named = [
        heading
        for heading in found
        if heading.number and (heading.number[1] - heading.number[0] > _SHORT or NAMED.match(view.plain, heading.start))
    ]
    if len(named) >= 2:
        found = [heading for heading in found if heading.form != "number" or heading in named]
    taken = {heading.start for heading in found if heading.form == "number"}
    for match in view.heads(_NUMBER_LAST, view.plain, start):
        if match.start() not in taken and not _refers(view, match.start()):
            found.append(Heading(match.start(), match.start("title"), "tail", None, match.span("value")))
    if is_run_on(view):
        found += map(_heading, _RUN_ON.finditer(view.plain, start))
    found += (Heading(match.start(), match.start(), "close") for match in view.heads(_CLOSE, view.folded, start))
    return sorted(found, key=lambda heading: heading.start)


def inner_ranks(view: View, start: int, end: int, rank: int) -> Iterator[Heading]:
    """The places within lines where a title of this rank may begin."""
    for match in _INNER.finditer(view.plain, start, end):
        if int(match["rank"]) == rank:
            title = match.start("capitals") if match["capitals"] else match.end()
            yield Heading(match.start(), title, "rank", rank, until=match.end() if match["capitals"] else None)


def _refers(view: View, start: int) -> bool:
    """Whether the line before is carried on here."""
    return _REFERS.search(view.folded, max(0, start - 40), start) is not None


def _heading(match: regex.Match[str]) -> Heading:
    groups = match.groupdict()
    form: Form = next((name for name in _FORMS if groups.get(name) is not None), "rank")
    rank = _rank(match["rank"]) if match["rank"] else None
    number = match.span("value") if form == "number" else None
    told = match.span("rank") if form == "point" and match["rank"].isdigit() else None
    return Heading(match.start(), match.end(), form, rank, number, told=told)


def _rank(told: str) -> int:
    """The value of a rank in figures, in words, in Roman numerals or as a letter of the alphabet."""
    if told.isdigit():
        return int(told)
    if told.lower() in _ORDINALS:
        return _ORDINALS[told.lower()]
    if len(told) == 1 and told not in _ROMAN:
        return _letter(told)
    values = [_ROMAN[letter] for letter in told]
    return sum(-value if value < max(values[i:]) else value for i, value in enumerate(values))


def _letter(told: str) -> int:
    """Which letter of the alphabet it is."""
    return ord(told.lower()) - ord("a") + 1


def closing_numbers(view: View, start: int, end: int) -> Iterator[Span]:
    """The numbers in a stretch that close a title."""
    return (match.span("value") for match in view.heads(_NUMBER_LAST, view.plain, start, end))


def numbers_in(view: View, start: int, end: int) -> Iterator[Span]:
    """The numbers that stand as headings in a stretch."""
    for pattern in (_MARKED, _NUMBER_LAST):
        for match in view.heads(pattern, view.plain, start, end):
            if pattern is _NUMBER_LAST or (match["number"] is not None and not _refers(view, match.start())):
                yield match.span("value")
