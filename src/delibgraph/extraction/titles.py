"""Which deliberation this is: its number and its title."""

from __future__ import annotations

import regex

from delibgraph.extraction.view import View, tidy, trim
from delibgraph.facts import Span

_NUMBER = r"(?P<number>(?-i:\p{Lu}{0,4})[-_ ]?\d[\w./-]*\w|\d+)"
_SIGN = r"(?:n[ ]?[°ºo]|num[ée]ro)"
_NUMBERS = tuple(
    regex.compile(pattern)
    for pattern in (
        # "Délibération n° 2014-07" on a line of its own
        rf"(?im)^[ ]*(?:extrait[^\n]{{0,40}}[ ])?d[ée]lib[ée]ration[ ]*{_SIGN}?[ ]*:?[ ]*{_NUMBER}(?=[ ]*(?:$|:|"
        rf"[–-]))",
        # "Question n° 12", "N°36/2023" at the start of a line
        rf"(?im)^[ ]*(?:question|rapport|affaire|d[ée]lib[ée]ration)?[ ]*n[ ]?[°º][ ]*:?[ ]*{_NUMBER}(?=\s|:)",
        # "2016.91 : …" at the start of a line; a sum of money ends in two noughts
        r"(?m)^[ ]*(?P<number>(?:19[89]|20\d)\d[-/._]\d[\d./_-]*)(?<!\.00)(?=[ ]*(?::|-|–|\n|[ ]\p{Lu}))",
        # "DEL2025-02" alone on its line, or before its title
        r"(?m)^[ ]*(?P<number>\p{Lu}{1,5}[-_ ]?(?:19|20)\d{2}[-_/.]\d[\w/.-]*)(?=[ ]*(?:$|[:–-][ ]))",
        # "162/2016 : …" at the start of a line
        r"(?m)^[ ]*(?P<number>\d{1,4}/(?:19|20)\d\d)(?=[ ]*[:–-][ ])",
        # "… élue secrétaire. 2013-93 : Subvention …" in a text without lines
        r"(?<=[ ])(?P<number>(?:\p{Lu}{1,5}[-_]?)?(?:19[89]|20\d)\d[-/._]\d[\d/._-]*|"
        r"\d{1,4}/20\d\d)(?=[ ]:[ ]\p{Lu})",
        rf"(?i)d[ée]lib[ée]ration[ ]*{_SIGN}?[ ]*:?[ ]*{_NUMBER}(?=\s)",
        rf"(?i)n°[ ]*d['’]ordre[ ]*:?[ ]*{_NUMBER}",
    )
)
_OF_ANOTHER = regex.compile(
    r"(?i)(?:proc[èe]s[- ]verbal|compte[- ]rendu|pv|convention|r[ée]f[^\n]{0,4}|\bvu[ ]+(?:la|sa|notre|les))[ ]*$"
)
"""What stands before a number that is no deliberation's own."""
_HEADING = regex.compile(
    r"(?i)^\s*(?:extrait|d[ée]lib[ée]rations?[ ](?:d|n)|s[ée]ance|compte[- ]rendu|proc[èe]s|r[ée]publique|"
    r"d[ée]partement|secr[ée]taire|nombre[ ]d|pr[ée]sid|convocation|date|effectif|conseillers|membres|quorum)"
)
_OBJECT = regex.compile(r"\s*(?<!\w)(?i:objet)[ ]*:[ \n]*")
_PARAGRAPH = regex.compile(r"[^\n]*\S[^\n]*(?:\n(?![ ]*\n)[^\n]*\S[^\n]*)*")
_SAME_LINE = regex.compile(r"[ ]*[:–-]?[ ]*(?P<title>[^\n]*\S)")
_SENTENCE_END = regex.compile(r"[:.](?=\s|$)")
_ALONE = regex.compile(r"(?m)(?<=\n[ ]*\n)[ ]*(?P<line>\p{Lu}[^\n:]{12,140}[^\n:.,; ])[ ]*$")
_STATED = regex.compile(r"(?<!\w)(?:est|sont|a|ont|ete|sera|m\.|mme|monsieur|madame)(?!\w)")
"""What makes a line a sentence, or names a person."""
_NEW_SENTENCE = regex.compile(r"\n[ ]*\p{Lu}\p{Ll}*[ ',]")
_LONGEST = 500
"""Characters of the longest title."""
_FEWEST_LETTERS = 12


def read_number(view: View, roll_end: int) -> tuple[str, Span] | None:
    """The deliberation's number; the minutes' own number and those of acts referred to are others."""
    for pattern in _NUMBERS:
        for match in pattern.finditer(view.plain):
            start = match.start("number")
            if _OF_ANOTHER.search(view.plain, max(0, match.start() - 20), match.start()):
                continue
            if "(" in view.plain[max(0, match.start() - 30, start - 20) : start]:
                continue
            if len(match["number"]) <= 2 and match["number"].isdigit() and match.start() < roll_end:
                continue
            return tidy(match["number"]), match.span("number")
    return None


def read_title(view: View, roll_end: int, decision: int, number: Span | None) -> tuple[str, Span] | None:
    """The title: what heads the act's own text, else what follows its number, else its "objet"."""
    if roll_end and (heading := _heading_after(view, roll_end, decision)):
        return heading
    if number and (title := _after_number(view, number[1])):
        return title
    if match := _OBJECT.search(view.plain):
        return _paragraph(view, match.end())
    return _line_alone(view, roll_end, decision) if roll_end else None


def _heading_after(view: View, start: int, end: int) -> tuple[str, Span] | None:
    """The first paragraphs in capitals after the lists."""
    for match in _PARAGRAPH.finditer(view.plain, start, end):
        letters = [char for char in match[0] if char.isalpha()]
        if len(letters) < _FEWEST_LETTERS or _HEADING.match(match[0]):
            continue
        capitals = sum(char.isupper() for char in letters)
        if capitals >= 0.8 * len(letters) and len(match[0]) < _LONGEST and match[0].strip()[0].isupper():
            return tidy(match[0]), trim(view.plain, *match.span())
        if len(match[0]) > 200:
            return None
    return None


def _line_alone(view: View, start: int, end: int) -> tuple[str, Span] | None:
    """The first line after the lists that names a matter: alone, without a verb's full stop or a label's colon."""
    for match in _ALONE.finditer(view.plain, start, end):
        if not _HEADING.match(match["line"]) and not _STATED.search(view.folded, *match.span("line")):
            return tidy(match["line"]), match.span("line")
    return None


def _after_number(view: View, end: int) -> tuple[str, Span] | None:
    rest = _SAME_LINE.match(view.plain, end)
    if not rest or len(rest["title"]) <= 6:
        return _paragraph(view, end)
    start, end = rest.span("title")
    if stop := _SENTENCE_END.search(view.plain, start, end):
        end = stop.start()
    return tidy(view.plain[start:end]), (start, end)


def _paragraph(view: View, start: int) -> tuple[str, Span] | None:
    if match := _OBJECT.match(view.plain, start):
        start = match.end()
    match = _PARAGRAPH.search(view.plain, start)
    if not match or match.start() - start > 80 or len(match[0]) > _LONGEST or len(match[0].strip()) < 6:
        return None
    start, end = match.span()
    first = view.plain.find("\n", start, end)
    if first > 0 and not view.plain[start:first].isupper() and _NEW_SENTENCE.match(view.plain, first):
        end = first
    return tidy(view.plain[start:end]), trim(view.plain, start, end)
