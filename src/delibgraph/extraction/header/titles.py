"""The title of a deliberation: where in an act it stands."""

from __future__ import annotations

import regex

from delibgraph.extraction.header.extents import FEWEST_LETTERS, HEADING, LABELLED, LONGEST, NEXT_LINE, read_heading
from delibgraph.extraction.items.captions import FIRM, NO_TITLE, captions, states
from delibgraph.extraction.items.headings import marked_headings
from delibgraph.extraction.text.dates import DATE
from delibgraph.extraction.text.view import View
from delibgraph.facts import Span

_OF_ACT = r"(?:[ ]+de[ ]+(?:la[ ]+d[ée]lib[ée]ration|l['’][ ]?acte))?"
_TITLED = r"(?:INTITUL[ÉE]|Intitul[ée]|TITRE|Titre|SUJET|Sujet|LIBELL[ÉE]|Libell[ée]|O[ ]B[ ]J[ ]E[ ]T)"
_OBJECT = regex.compile(
    rf"(?m)\s*(?:(?<!\w)(?i:objet{_OF_ACT})[ ]*:"
    rf"|^[ ]*{_TITLED}{_OF_ACT}[ ]*:"
    r"|^[ ]*(?i:d[ée]lib[ée]ration)[ ]*:"
    r"(?=[ ]*(?!(?i:l[ea]s?|l'|apr[èe]s|vu|adopt|approuv|unanim|n[ ]?°))\p{Lu}[^\n]{8})"
    r"|^[ ]*(?:OBJET|Objet|INTITUL[ÉE]|Intitul[ée])[ ]*[–—-](?=[ ])"
    r"|(?<=[|][ ]{0,3})(?:OBJET|Objet)[ ]+(?=\p{Lu})"
    r"|^[ ]*[|][ ]*(?:OBJET|Objet)[ ]*[|](?![^\n|]*[|][ ]*[^\s|])"
    rf"|^[ ]*(?i:objet{_OF_ACT})[ ]*$(?=\s*\S))[ |\n]*"
)
_REPORT = regex.compile(r"\s*(?i:rapport|dossier)[ ]*(?:n[ ]?[°º])?[ ]*:?[ ]*\d[\w./-]*[ ]*(?=\n)")
"""The number of the report that the deliberation was drawn from, on a line of its own."""
_PARAGRAPH = regex.compile(r"[^\n]*\S[^\n]*(?:\n(?![ ]*\n)[^\n]*\S[^\n]*)*")
_BESIDE = regex.compile(r"(?r)\S[ ]{2,}(?:[^\n ]+[ ]){0,5}[^\n ]*$")
_LEFT = regex.compile(
    r"[ ]*(?P<title>(?!(?:associa|delibera|direc|administra|publica)tion|departement|etablissement)"
    r"(?:\p{L}+(?:tions?|ments?)|aides?|avenants?|demandes?|tarifs?|travaux|programmes?|projets?|fonds|soutiens?)[ ]"
    r"[^\n]{10,120}?)[ ]{3,}(?:n[ ]?°[ ]*)?"
)
"""The title on the line of a number that stands in a column of its own."""
_LINE_ENDS = regex.compile(r"[ ]*(?:\n|$)")
"""Before a number in a column of the letterhead, under which stands no title."""
_SAME_LINE = regex.compile(r"[ ]*[:–./-]?[ ]*(?P<title>[^\n]*\S)")
_AFTER_SIGN = regex.compile(r"[ ]*[:–-][ ]*(?=[«\"]?\p{L})(?=[^\n]{8})")
"""What parts a number from its title on one line."""
_FORMAL = regex.compile(
    r"(?:approbation|adoption|lecture)[ ]d(?:u|es)[ ]|(?:designation|nomination|election)[ ]d(?:u|'une?)[ ]secretaire"
    r"|appel|quorum|ouverture"
)
"""What opens a sitting and is no deliberation's title."""
_CLASSED = (
    r"(?:[|][ ]*)?(?:politique(?:[ ]sectorielle)?|mission|secteur|axe|orientation|thematique|theme)[ ]*"
    r"(?:n[ ]?°[ ]*)?\d*[ ]*[:–-]"
)
"""Under which heading of its nomenclature a body files an act."""
_CLASS_BESIDE = regex.compile(rf"[ ]+{_CLASSED}[^\n]*")
_FILED = regex.compile(rf"\s*(?:{_CLASSED}|(?:programme|operation)[ ]*:)[^\n]*\n(?=[ ]*\p{{L}})")
"""A line that says so between "Objet :" and the title."""
_PROGRAMME = regex.compile(r"\s*programme[ ]*:[ ]*(?=\p{L})")
"""The last of these, where it is all the title that an act has."""
_TOLD_BY = regex.compile(r"[ ]*(?:\(?(?:presente|rapporte)e?s?[ ]par|rapporteure?s?[ ]*:)[^\n]*")
"""Behind a number: who presents the act."""
_ON_AGENDA = regex.compile(r"[ ]+(?:de|a)[ ]l'ordre[ ]du[ ]jour[ ]*")
_BETWEEN = regex.compile(
    rf"\s*(?:(?:du|le|en[ ]date[ ]du)?[ ]*(?:\p{{L}}+di[ ]+)?{DATE.pattern}[ .]*(?:\n|$)|n[ ]?°[^\n]*\n|"
    r"(?:\d{1,2}(?:ere?|e|eme)[ ]+)?commission(?:[ ]\p{L}+){0,2}[ ]*(?:[:–-]|n°)[^\n]*\n|"
    r"(?:direction|service|pole|rapport(?:eur|eure)?|"
    rf"reference|dossier[ ]suivi)[ ]?(?:[:–-]|d[eu]|n°)[^\n]*\n|{_CLASSED}[^\n]*\n|"
    r"(?:le|la)[ ](?:conseil|comite|bureau|commission)[ ]\p{L}+,?[ ]*(?:\n|$))"
)
"""Lines between a number and its title: a date, another number, the committee that examined it."""
_COLUMNS = regex.compile(r"\S[ ]{3,}\S[^\n]*?[ ]{3,}\S|[|]")
"""What the heading of a table has."""
_LISTS = regex.compile(r"(?<!\w)(?:presents?|absents?|excuses?|l'an|reunie?s?|en[ ]exercice)(?!\w)")
"""What the sentence on the sitting and the lists hold."""
_FRAME = regex.compile(
    r"(?:sous[ ]la|n[ ]?°|rapport|service|direction|pole|commission|affaire|code|objet|fait|siege|hotel|programme|"
    r"mission|politique|secteur|axe)(?!\w)|.*@"
)
"""How other lines of a heading begin, and an address."""
_HAS_WORDS = regex.compile(r"[\p{Lu}«\"][^\n|]*\p{L}{4}[^\n|]*[ ][^\n|]*(?<![.,;:])")
"""A line of words that nothing ends."""
_ONLY_SIGN = regex.compile(
    r"(?:deliberation|point|question|affaire|dossier|sujet|rapport)?[ ]*(?:n[ ]?[°o]|numero)?[ ]*"
)
_ALSO_NUMBERED = regex.compile(r"[ ]*\([^)\n]{3,20}\)(?=[ ]*[:–-][ ])")
"""Behind a number: another one of the same act."""
_OWN_DATE = regex.compile(r"[ ]+(?:du|en[ ]date[ ]du)[ ]+(?:\p{L}+di[ ]+)?\d{1,2}[^\n]{3,20}(?:19|20)\d\d[ ]*[:,–-]?")
_SHORT_SENTENCE = regex.compile(r"\p{Lu}[^\n]{0,120}\p{Ll}\.")
"""A sentence that fills a line, such as stands over a title after the lists."""
_OPENING = regex.compile(
    r"l[' ]an[ ]+(?:deux|mil|19|20)"
    r"|(?:du|le)[ ]+(?:\p{L}+di[ ]+)?\d{1,2}(?:er)?[ ]+\p{L}+[ ]+(?:19|20)\d\d[ .,]*(?:\n|\Z)"
    r"|[^\n]{0,250}?(?<!\w)(?:s'est|s'etant|se[ ]sont)[ ]+(?:\w+[ ]+)?(?:reuni|assemble)"
    r"|[^\n]{0,120}?(?<!\w)(?:declare|ouvre)[ ]+la[ ]+seance"
)
"""The sentence on the sitting, which is no title."""
_LONG_PARAGRAPH = 200
"""Characters from which a paragraph is text."""
_FEW_LINES = 4
"""Lines between "Objet :" and a number under it."""
_RANKS = ("point", "roman", "rank", "subrank")
_SOON = 200
"""Characters between the lists and the title of an act that holds one deliberation."""
_NEAR = 1000
"""Characters after the lists in which a line that names its report or point is the act's own."""


def read_title(view: View, roll_end: int, decision: int, number: Span | None) -> tuple[str, Span] | None:
    """The title: what heads the act's own text, else what follows its number, else its "objet"."""
    labelled = next(view.heads(LABELLED, view.folded, roll_end, roll_end + _NEAR), None)
    heading = _heading_after(view, roll_end, decision) if roll_end else None
    if heading and (labelled is None or heading[1][0] <= labelled.end()):
        return _before_number(view, heading, number)
    if labelled:
        return read_heading(view, labelled.start())
    beside = number is not None and _is_beside(view, number)
    over = _OBJECT.search(view.plain, max(0, number[0] - LONGEST), number[0]) if number else None
    if number and over and view.plain.count("\n", over.end(), number[0]) > _FEW_LINES:
        over = None
    title = read_heading(view, over.end(), number[0]) if number and over else None
    if number and title is None:
        title = _beside_number(view, number) if beside else _repeated(view, number) or _after_number(view, number[1])
    if title and not _OPENING.match(view.folded, title[1][0]):
        return title
    if match := _OBJECT.search(view.plain):
        return _paragraph(view, match.end())
    if not roll_end:
        return _alone(view, min(decision, _NEAR))
    if caption := _ranked(view, roll_end) or _caption(view, roll_end, decision):
        return _before_number(view, caption, number)
    return _over_lists(view, number[1], roll_end) if number else None


def _is_beside(view: View, number: Span) -> bool:
    """Whether a number ends a line in a column of its own."""
    return _LINE_ENDS.match(view.plain, number[1]) is not None and bool(_BESIDE.search(view.plain, 0, number[0]))


def _beside_number(view: View, number: Span) -> tuple[str, Span] | None:
    """The title before a number in a column of its own, or the line in capitals under it."""
    left = _LEFT.fullmatch(view.folded, view.plain.rfind("\n", 0, number[0]) + 1, number[0])
    if left:
        return read_heading(view, left.start("title"), left.end("title"))
    line = NEXT_LINE.match(view.plain, number[1])
    found = line is not None and _in_capitals(line["line"]) and not HEADING.match(line["line"] + "\n")
    return read_heading(view, line.start("line")) if line and found else None


def _repeated(view: View, number: Span) -> tuple[str, Span] | None:
    """The title on the line on which a number that stood alone stands again ("OBJET : Délibération n° 2014-48 : …")."""
    if not _LINE_ENDS.match(view.plain, number[1]):
        return None
    at = -1
    while (at := view.plain.find(view.plain[slice(*number)], at + 1)) >= 0:
        if rest := _AFTER_SIGN.match(view.plain, at + number[1] - number[0]):
            return read_heading(view, rest.end())
    return None


def _before_number(view: View, title: tuple[str, Span], number: Span | None) -> tuple[str, Span]:
    """The title without the number that opens or closes it."""
    if number and title[1][0] == number[0]:
        return read_heading(view, number[1]) or title
    if not number or not title[1][0] < number[0] < title[1][1]:
        return title
    if _ONLY_SIGN.fullmatch(view.folded, title[1][0], number[0]):
        return read_heading(view, number[1]) or title
    return read_heading(view, title[1][0], number[0]) or title


def _ranked(view: View, start: int) -> tuple[str, Span] | None:
    """The line with a rank right after the lists."""
    ranked = (heading for heading in marked_headings(view, start) if heading.form in _RANKS)
    first, second = next(ranked, None), next(ranked, None)
    reach = _SOON if second else _NEAR
    title = read_heading(view, first.title) if first and first.start - start < reach else None
    return None if title and any(no.match(view.folded, title[1][0]) for no in (_FORMAL, NO_TITLE)) else title


def _heading_after(view: View, start: int, end: int) -> tuple[str, Span] | None:
    """The first lines in capitals after the lists."""
    for match in _PARAGRAPH.finditer(view.plain, start):
        if match.start() > end or (match.start() == end and NO_TITLE.match(view.folded, end)):
            return None
        line = NEXT_LINE.match(view.plain, match.start())
        while (
            line
            and (HEADING.match(line["line"]) or _SHORT_SENTENCE.fullmatch(line["line"]))
            and line.end() < match.end()
        ):
            line = NEXT_LINE.match(view.plain, line.end())
        if line and _in_capitals(line["line"]) and not (HEADING.match(line["line"]) or _COLUMNS.search(line["line"])):
            return read_heading(view, line.start("line"))
        if len(match[0]) > _LONG_PARAGRAPH and view.plain[match.start() - 1 : match.start()] == "\n":
            return None
    return None


def _in_capitals(words: str) -> bool:
    letters = [char for char in words if char.isalpha()]
    return (
        len(letters) >= FEWEST_LETTERS and sum(map(str.isupper, letters)) >= 0.8 * len(letters) and words[0].isupper()
    )


def _caption(view: View, start: int, end: int) -> tuple[str, Span] | None:
    """The line between the lists and the decision that looks most like a title."""
    lines = [line for line in captions(view, start) if line.start < end and not HEADING.match(view.plain, line.start)]
    best = max(lines, key=lambda line: line.score, default=None)
    return read_heading(view, best.start) if best else None


def _over_lists(view: View, start: int, end: int) -> tuple[str, Span] | None:
    """The line between the number and the lists that is no part of the heading: the last line of its paragraph."""
    for match in _PARAGRAPH.finditer(view.plain, start, end):
        if _LISTS.search(view.folded, match.start(), match.end()):
            return None
        at = view.plain.rfind("\n", match.start(), match.end()) + 1 or match.start()
        line = view.plain[at : match.end()].strip()
        framed = HEADING.match(line + "\n") or NO_TITLE.match(view.folded, at) or _FRAME.match(view.folded, at)
        if not (framed or states(view, at, match.end())) and _HAS_WORDS.fullmatch(line):
            return read_heading(view, at)
    return None


def _alone(view: View, end: int) -> tuple[str, Span] | None:
    """The title over an act without lists: a line beyond doubt, at its head."""
    lines = (line for line in captions(view, 0) if line.start < end and not HEADING.match(view.plain, line.start))
    firm = next((line for line in lines if line.score >= FIRM), None)
    title = read_heading(view, firm.start) if firm else None
    return title if title and " " in title[0] else None


def _after_number(view: View, end: int) -> tuple[str, Span] | None:
    if also := _ALSO_NUMBERED.match(view.folded, end):
        end = also.end()
    if listed := _ON_AGENDA.match(view.folded, end):
        end = listed.end()
    if told := _TOLD_BY.match(view.folded, end):
        return _paragraph(view, told.end(), passed=True)
    if classed := _CLASS_BESIDE.match(view.folded, end):
        return _paragraph(view, classed.end())
    rest = _SAME_LINE.match(view.plain, end)
    if rest and HEADING.match(rest["title"]):
        return None
    if not rest or len(rest["title"]) <= 6:
        return _paragraph(view, end)
    dated = _OWN_DATE.match(view.folded, end)
    if dated and _LINE_ENDS.match(view.plain, dated.end()):
        return _paragraph(view, dated.end(), passed=True)
    return read_heading(view, dated.end() if dated else end)


def _paragraph(view: View, start: int, *, passed: bool = False) -> tuple[str, Span] | None:
    """The paragraph under an offset; one that follows other lines, which are ``passed``, begins like no text."""
    if report := _REPORT.match(view.plain, start):
        start = report.end()
    while between := _BETWEEN.match(view.folded, start):
        start, passed = between.end(), True
    if match := _OBJECT.match(view.plain, start) or _PROGRAMME.match(view.folded, start):
        start = match.end()
    while filed := _FILED.match(view.folded, start):
        start = filed.end()
    match = _PARAGRAPH.search(view.plain, start)
    if not match or match.start() - start > 80 or len(match[0].strip()) < 6 or HEADING.match(match[0]):
        return None
    if passed and NO_TITLE.match(view.folded, match.start()):
        return None
    return read_heading(view, match.start())
