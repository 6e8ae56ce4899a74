"""The printed totals of a sitting: how many are in office, sat, gave proxies and voted, in labels, rows and prose."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

import regex

from delibgraph.extraction.attendance.meanings import Label
from delibgraph.extraction.text.numerals import value_of
from delibgraph.extraction.text.phrases import Phrase
from delibgraph.extraction.text.view import View, fold
from delibgraph.facts import Counts, Span

_FIGURE_FIRST = regex.compile(
    r"(?=\d)(?<![\w/.'-])0?(?P<number>\d{1,3})[ ]+(?:(?:conseillers?|membres?|delegues?|elus?|titulaires?)[ ]+)*"
    r"(?:(?:municipaux|communautaires|syndicaux|du[ ](?:conseil|comite|bureau)(?:[ ]\p{L}+)?)[ ]+)?"
    r"(?:(?:sont|etaient|etant|est|(?:(?:absents|excuses|et)[ ]+)*(?:ont|avaient|ayant)[ ](?:donne|remis|laisse)"
    r"(?:[ ](?:une?|leur|son))?)[ ]+)?"
    r"(?P<what>presente?s?(?!\s+(?:ou|et|/)\s+repr)|votants?|procurations?|pouvoirs?|en exercice)(?!\w)"
)
"""A total whose figure comes first: "23 membres présents", "12 sont présents"."""
_ROW = Phrase(
    "en presents votants procurations pouvoirs",
    r"(?<!(?<!\w)\d{1,3}[ ]+(?:\p{L}+[ ]+)?)(?P<head>en[ ]exercice|presents|votants|procurations|pouvoirs)"
    r"[ :(]+(?P<number>\d{1,3})(?!\d)"
    r"(?:[ ,;|/)–-]+(?P<head>en[ ]exercice|presents|absents|excuses|votants|procurations|pouvoirs)[ :(]+"
    r"(?P<number>\d{1,3})(?!\d))+",
)
"""Totals in a row, each label before its figure: "En exercice 15 Présents 12 Votants 13"."""
_HEAD = (
    r"(?:en[ ]exercice|afferents(?:[ ]au[ ]conseil(?:[ ]municipal)?)?|presents|absents|excuses|representes|exprimes"
    r"|pouvoirs?|procurations?|votants|quorum|(?:qui[ ])?(?:ont[ ])?pris[ ]part(?:[ ]au[ ]vote|[ ]a[ ]la[ "
    "]deliberation)?)"
    r"(?:\(s\))?"
)
_COLUMNS = Phrase(
    "en afferents presents votants",
    rf"""
    (?P<head>{_HEAD})
    (?:[ \n:]+(?:(?:membres|conseillers|nombre|de|des|dont|au|conseil)[ ]){{0,3}}(?P<head>{_HEAD}))+[ \n:]+
    (?P<number>\d{{1,3}})(?:[ \n:]+(?P<number>\d{{1,3}}))+(?![ ]*[\d/h€])
    """,
)
"""Labels one after the other, and then as many figures: columns over one another, or stacked."""
_NUMERAL = (
    r"(?:un|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingts?|trente|quarante"
    r"|cinquante|soixante|cent|et)"
)
_SPELLED = Phrase(
    "en exercice presents votants pouvoirs procurations",
    rf"(?P<what>en[ ]exercice|presents|votants|pouvoirs|procurations)[ ]*:[ ]*"
    rf"(?P<words>{_NUMERAL}(?:[ -]{_NUMERAL}){{0,5}})(?=[ ]*(?:[\n,;.(]|$))",
)
"""A total in words: "présents : neuf"."""
_OUT_OF = regex.compile(
    r"[ ]*(?:membres[ ]|conseillers[ ])?(?:presents[ ])?sur[ ](?:les[ ]|un[ ]total[ ]de[ ])?"
    r"(?P<number>\d{1,3})(?![\d/])"
    r"(?![ ]*(?:points?|questions?|deliberations?))"
)
"""After how many sat, how many could: "9 présents sur 15"."""
_STACK = regex.compile(
    r"(?m)(?:^[ ]*(?P<head>[^\n:]{4,60}?)[ ]*:[ ]*\n){2,7}(?:[ ]*(?P<number>\d{1,3}|\d[^\n]{1,29})[ ]*(?:\n|$)){2,7}"
)
"""Labels one under the other, and then as many figures."""
_STACKED = regex.compile(r":[ ]*\n[ ]*\d")
"""What any such stack holds: looked for before it."""
_NO_TOTAL = regex.compile(
    r"[ ]*(?:/[ ]?\d|\d{3}[ ]?(?:€|euro)|[ ,(]*(?:jusqu|a[ ]partir|a[ ]compter"
    r"|pour[ ]l(?:a|es?)[ ](?:points?|questions?|deliberations?)"
    r"|(?:du|des)[ ]points?))"
)
"""After a figure that holds for some items, or is two."""
_PROXIES_IN = regex.compile(r"[ ,(]*(?:dont|avec|y[ ]compris)[ ](?:\d+[ ])?(?:les[ ])?(?:pouvoirs?|procurations?)")
"""After a figure of those present that counts proxies in."""
_OF_ITEMS = regex.compile(
    r"(?r)(?:^|\n)[^\n:]{0,12}(?:questions?|points?|deliberations?|rapports?|affaires?)[ ]+(?:n°[ ]*)?"
    r"\d[^\n:]{0,30}:[^\n]*$"
)
"""Before a figure that holds for some items: "Questions 1 à 3 : 10 présents"."""
_REACH = 120
_FIGURE_LAST = Phrase(
    "presents votants procurations pouvoirs en pris reunis",
    r"(?P<what>presents|(?<=etaient[ ])reunis|votants|procurations|pouvoirs|en[ ]exercice|"
    r"pris[ ]part\s+(?:au[ ]vote|a\s+la[ ]deliberation))"
    r"[ ]*:[ ]*(?P<number>\d{1,3})(?!\d)"
    r"|(?<=\d[ ]*[–,;|-][ ]*)(?P<what>presents|votants|procurations|pouvoirs)[ ]*:"
    r"[ ]*\n[ ]*(?P<number>\d{1,3})[ ]*(?=\n)",
)
"""A total in a column beside another ("Canton : SARVIS présents : 23"), or torn from its label at the line's end."""
_PLAIN_ROW = Phrase(
    "membres conseillers delegues",
    r"""
    (?<=(?:^|[\n.;|–])[ ]*(?:nombre\s+de\s+)?)(?P<what>membres|conseillers|delegues)
    (?:[ ](?:titulaires|municipaux|communautaires|syndicaux))?[ ]*:[ ]*(?P<number>\d{1,3})(?!\d)[\s,;|–-]+
    (?:(?:nombre[ ]de[ ]|etaient[ ]|sont[ ])?(?P<what>presents|reunis)[ ]*:[ ]*(?P<number>\d{1,3})(?!\d))
    """,
)
"""How many there are beside how many sat, without a word on office: "Membres : 11", "Étaient réunis : 8"."""
_RUN = regex.compile(
    r"(?<=\d{4}[ ]|[^\d\s/.,:][ \n]+)(?P<number>\d{1,3})(?:[ ]+(?P<number>\d{1,3})){1,3}"
    r"(?![\d/]|[ ]*(?:[€%:.,]|h(?!\w)|\d)"
    r"|[ ](?:rue|avenue|place|ans?|janv|fevr|mars|avri|mai|juin|juil|aout|sept|octo|nove|dece))"
)
"""Figures one after the other, under a heading of columns that other words of the page have torn."""
_TORN_HEAD = regex.compile(
    r"(?P<afferen>afferents)|(?P<office>(?<!\w)exercice)|(?P<present>(?<!\w)presents)|(?P<votants>pris(?!\w)|votants)"
)
_GRID = regex.compile(
    r"(?m)^[ |]*(?P<head>[^\n|\t\d]*)(?:[|\t][ ]*(?P<head>[^\n|\t\d]*)){1,6}\n(?:[ |:\t-]*\n){0,2}"
    r"[ |]*(?P<number>\d{1,3})[ ]*(?:[|\t][ ]*(?P<number>\d{1,3})[ ]*){1,6}[|]?[ ]*$"
)
"""A row of labels over a row of figures, in cells that bars or tabs part."""
_FIGURES = regex.compile(r"(?m)[ ]*(?P<number>\d{1,3})(?:[ ]{2,}(?P<number>\d{1,3})){1,5}[ ]*$")
_CELL = regex.compile(r"\S+(?:[ ]\S+)*")
_HEADS_LINES = 3
"""Lines that the heads of columns can take."""
_TOLD = regex.compile(
    r"en exercice|afferents|presents|votants|procurations|pouvoirs|pris part (?:au vote|a la deliberation)"
)
_IN_PROSE = Phrase(
    "conseillers membres delegues elus nombre en soit",
    r"""
      (?:conseillers|membres|delegues|elus)[ ](?:\w+(?:aux|aires)[ ])?(?P<what>presents)[ ]*,?[ ]+
      (?:soit|au[ ]nombre[ ]de|etant[ ](?:au[ ]nombre[ ])?de)[ ]+(?P<number>\d{1,3})(?!\d)
    | (?:conseillers|membres|delegues|elus)[ ](?:\w+(?:aux|aires)[ ])?(?P<what>presents)[ ]*,?[ ]+
      (?:soit|au[ ]nombre[ ]de|etant[ ](?:au[ ]nombre[ ])?de)[ ]+[^\n.,;()]{3,30}\([ ]?(?P<number>\d{1,3})[ ]?\)
    | (?P<what>en[ ]exercice)[ ]*,?[ ]+(?:qui[ ](?:sont|est)[ ]|soit[ ]|etant[ ])?(?:au[ ]nombre[ ])?
      (?:de[ ]|etant[ ](?:de[ ])?|est[ ]de[ ]|:[ ]?)(?:[^\n.,;()\d]{3,30}\([ ]?)?(?P<number>\d{1,3})(?![\d/])
    | soit[ ](?P<number>\d{1,3})[ ](?:conseillers|membres|delegues|elus)(?:[ ]\w+(?:aux|aires))?,?[ ]
      (?P<what>formant)[ ]la
    | (?:nombre[ ](?:de[ ]|d'))?(?:conseillers|membres|delegues|elus|administrateurs)[ ](?:\w+(?:aux|aires)[ ])?
      (?:composant[ ](?:l[ea][ ]|l'|notre[ ])?(?P<what>\w+)|qui[ ](?P<what>assist)(?:ent|aient|eront))
      [^\n:.;\d]{0,30}:[ ]*(?P<number>\d{1,3})(?![\d/])
    """,
)
"""Totals in a sentence: "les membres en exercice au nombre de vingt (20)", "composant la commission : 12"."""
_TALLIED = regex.compile(
    r"(?<![\w/.'-])(?P<number>\d{1,3})[ ]+votants[ ]*[:,;–-]?[ ]*\d{1,3}[ ]+(?:voix[ ]+)?pour(?!\w)"
    r"|(?<=unanimite[^.;:\n]{0,40}[ ]soit[ ])(?P<number>\d{1,3})[ ]+votants(?!\w)"
)
"""How many voted, before how: "14 votants : 12 pour, 2 contre"; or after: "à l'unanimité, soit 14 votants"."""
_TOTALS = {
    "present": "present",
    "formant": "present",
    "assist": "present",
    "reunis": "present",
    "votants": "votes",
    "votant": "votes",
    "pris pa": "votes",
    "procura": "proxies",
    "pouvoir": "proxies",
    "en exer": "in_office",
    "afferen": "in_office",
}
"""What a total counts, by the seven letters with which its label begins."""
_LETTERS = 7
_TORN_KINDS = {"office": "in_office", "present": "present", "votants": "votes"}
_HEADING, _TORN = 2500, 250
"""Characters in which torn heads are looked for, and of which they take up at most as many."""
_WORD = regex.compile(r"[a-z]+")


def read_counts(
    view: View, labels: Sequence[Label], decision: int, listed: Sequence[tuple[str, int, Span]], spans: dict[str, Span]
) -> Counts:
    """The printed totals before a decision, and those over lists: the first figure of each sort, whose "
    "span is noted."""
    values: dict[str, int] = {}
    for name, number, span in chain(_figures(view, labels, decision), listed):
        if name not in values:
            values[name] = number
            spans[name] = span
    for name, number, span in _closing(view, labels, decision) if not values else ():
        values[name] = number
        spans[name] = span
    return Counts(**values)


def _closing(view: View, labels: Sequence[Label], decision: int) -> Iterator[tuple[str, int, Span]]:
    """The totals below the decision, with which some records close: one row of them, with how many are in office.

    How many voted is told of the vote there, and not of the sitting.
    """
    told = [
        (label.count, label.number, (label.start, label.end))
        for label in labels
        if label.start >= decision and label.count and label.number is not None
    ]
    offices = [at for _, _, (at, end) in told if "en exercice" in view.folded[at:end]]
    if len(offices) == 1:
        row = [total for total in told if total[0] != "votes" and 0 <= total[2][0] - offices[0] < _REACH]
        yield from row if len(row) > 1 else ()
    for plain in _PLAIN_ROW.finditer(view, decision) if not offices else ():
        at = plain.start()
        yield from _plain(plain)
        yield from (total for total in told if total[0] not in ("votes", "present") and 0 <= total[2][0] - at < _REACH)
        return


def _figures(view: View, labels: Sequence[Label], decision: int) -> Iterator[tuple[str, int, Span]]:
    for name, number, span in _printed(view, labels, decision):
        if name == "present" and _PROXIES_IN.match(view.folded, span[1]):
            continue
        if name == "present" and (whole := _OUT_OF.match(view.folded, span[1])):
            yield "in_office", int(whole["number"]), whole.span("number")
        if not _NO_TOTAL.match(view.folded, span[1]) and not _OF_ITEMS.search(
            view.folded, max(0, span[0] - _REACH), span[0]
        ):
            yield name, number, span


def _printed(view: View, labels: Sequence[Label], decision: int) -> Iterator[tuple[str, int, Span]]:
    """The figures of labels and of prose, with what each counts."""
    rows = [*_rows(_ROW.finditer(view, 0, decision))]
    if _STACKED.search(view.folded, 0, decision):
        rows += _rows(_STACK.finditer(view.folded, 0, decision))
    rows += _rows(_COLUMNS.finditer(view, 0, decision))
    for label in labels:
        if label.count and label.number is not None and label.start < decision:
            yield label.count, label.number, (label.start, label.end)
    for grid in _GRID.finditer(view.text, 0, decision) if "|" in view.text or "\t" in view.text else ():
        yield from _paired(grid)
    yield from _under_broken_heads(view, decision)
    yield from rows
    taken = [*((label.start, label.end) for label in labels), *(span for _, _, span in rows)]
    for match in chain(_FIGURE_FIRST.finditer(view.folded, 0, decision), _FIGURE_LAST.finditer(view, 0, decision)):
        torn = "\n" in match[0] and ":" in match[0]
        if torn or not any(start <= match.start() < end for start, end in taken):
            yield _total(match["what"]), int(match["number"]), match.span()
    yield from _in_words(view, labels, decision)
    for match in _PLAIN_ROW.finditer(view, 0, decision):
        yield from _plain(match)
    yield from _under_torn_heads(view, decision)
    for match in _TALLIED.finditer(view.folded, decision):
        yield "votes", int(match["number"]), match.span("number")


def _in_words(view: View, labels: Sequence[Label], decision: int) -> Iterator[tuple[str, int, Span]]:
    """The totals spelled out, and those of sentences."""
    for match in _SPELLED.finditer(view, 0, decision):
        if number := value_of(_WORD.findall(match["words"])):
            yield _total(match["what"]), number, match.span()
    told = sorted(_IN_PROSE.finditer(view, 0, decision), key=lambda match: "composant" in match[0])
    for match in told:  # those in office are not those that make up the body, where both are told
        if not any(label.count and label.start <= match.start("number") < label.end for label in labels):
            yield _TOTALS.get(match["what"][:_LETTERS], "in_office"), int(match["number"]), match.span()


def _under_broken_heads(view: View, decision: int) -> Iterator[tuple[str, int, Span]]:
    """The figures in columns whose heads take two lines or three: "En" over "exercice"."""
    for figures in view.heads(_FIGURES, view.folded, 0, decision):
        above = [line for line in view.folded[: figures.start()].split("\n")[-2 - _HEADS_LINES :] if line.strip()]
        cells = [_CELL.findall(line) for line in above]
        numbers = list(zip(figures.captures("number"), figures.spans("number"), strict=True))
        heads = [line for line in cells if len(line) == len(numbers)][-_HEADS_LINES:]
        if len(heads) < 2 or heads != cells[-len(heads) :]:
            continue
        named = zip((" ".join(parts) for parts in zip(*heads, strict=True)), numbers, strict=True)
        for head, (number, span) in sorted(named, key=lambda cell: "afferent" in cell[0]):
            if told := _TOLD.search(head):
                yield _total(told[0]), int(number), span


def _under_torn_heads(view: View, decision: int) -> Iterator[tuple[str, int, Span]]:
    """The figures under heads of columns that are torn, each head told once, where law orders the figures as the heads.

    Columns stand in one order: seats, members in office, those present, those who voted.
    """
    if "exercice" not in view.folded[:decision]:
        return
    for run in _RUN.finditer(view.folded, 0, min(decision, _HEADING)):
        above = list(_TORN_HEAD.finditer(view.folded, max(0, run.start() - _TORN), run.start()))
        kinds = [kind for kind in ("afferen", "office", "present", "votants") if any(m[kind] for m in above)]
        figures = list(zip(map(int, run.captures("number")), run.spans("number"), strict=True))
        if "office" not in kinds or not len(kinds) == len(above) == len(figures):
            continue
        told = dict(zip(kinds, figures, strict=True))
        seats, office = told.get("afferen", (999, run.span()))[0], told["office"][0]
        present, votes = told.get("present", (0, run.span()))[0], told.get("votants", (office, run.span()))[0]
        if seats >= office >= votes >= present:
            yield from ((_TORN_KINDS[kind], *told[kind]) for kind in kinds if kind != "afferen")


def _plain(match: regex.Match[str]) -> Iterator[tuple[str, int, Span]]:
    """The totals of a row that begins with "membres"."""
    for what, number, span in zip(match.captures("what"), match.captures("number"), match.spans("number"), strict=True):
        yield _TOTALS.get(what[:_LETTERS], "in_office"), int(number), span


def _rows(matches: Iterable[regex.Match[str]]) -> Iterator[tuple[str, int, Span]]:
    for match in matches:
        if len(match.captures("head")) == len(match.captures("number")):
            yield from _paired(match)


def _paired(match: regex.Match[str]) -> Iterator[tuple[str, int, Span]]:
    """The totals among labels and as many figures."""
    heads = [head for head in match.captures("head") if head.strip()]
    for head, number, span in zip(heads, match.captures("number"), match.spans("number"), strict=False):
        if (told := _TOLD.search(fold(head))) and number.isdigit():
            yield _total(told[0]), int(number), span


def _total(label: str) -> str:
    return _TOTALS[label[:_LETTERS]]
