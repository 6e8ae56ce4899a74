"""Lists that run on in their line, and rows that say what each of their sums is: as rows of one sum each.

"Amicale, 500 €; Chorale (concert), 200 € et 100 €; Judo, 300 €" is a table without lines; "Amicale ... travaux 900 € HT
... aide 300 €" one whose heading stands in its cells. Both become rows, so that what holds of tables holds of them.
Forms: ``docs/funding.md``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import regex

from delibgraph.extraction.funding.columns import Column, decided, read_column
from delibgraph.extraction.funding.payees import is_label, is_nobody
from delibgraph.extraction.funding.remarks import noted
from delibgraph.extraction.funding.rows import Cell, Line, to_value
from delibgraph.extraction.funding.sharing import each_of
from delibgraph.extraction.text.view import View, fold
from delibgraph.facts import Span

_NUMBER = r"\d{1,3}(?:[ .]\d{3})+(?:,\d{1,2})?(?!\d)|\d+(?:[.,]\d{1,2})?(?!\d)"
_SUM = regex.compile(
    rf"(?=\d)(?<![\w.,/-])(?P<number>{_NUMBER})(?:[ ]?[.,]-)?[ \n]?(?:€(?:uros?)?|euros?(?!\w)|eur(?!\w))",
    regex.IGNORECASE,
)
_FEWEST = 3
"""Sums of the shortest list that is told by its form alone."""
_OPENS = regex.compile(r":\s*|[.!?»]\s+(?=\p{Lu})|\n[ ]*\n")
"""Where the first name of a list may begin."""
_SENTENCE = regex.compile(r"[.!?][ ]+(?=\p{Lu})")
_AGAIN = regex.compile(
    r"(?:[ \n]+(?:pour|au titre|à titre|en vue|de fonctionnement|d'(?:investissement|"
    r"équipement))(?:(?!(?<=[ ,])(?:et|à)[ ])[^;:,€.]){0,80}?|"
    r"[ \n]*\([^()€]*\))?[ \n]*(?:,?[ ]ainsi que|,?[ ]plus|et|puis|,|\+)[ \n]*"
)
"""Between two sums of one name."""
_GROUP = regex.compile(
    r"(?P<rest>[^;:.€]{0,60}?)[ ]*[.;][ \n]+\p{Lu}[^.:;,€\n]{2,50}?[ ]"
    r"*:[ \n]*(?P<name>[^;:,.()€]{2,90}?)(?P<lead>[ \n]*[,=(–-])?[ \n]*"
)
"""The head of a group between two sums ("300 €. Culture : chorale 200 €")."""
_RANGE = regex.compile(r"[ \n]*(?:à|a|au lieu de|contre)[ \n]*")
"""Between a sum and one that it is compared with."""
_REST = r"(?:[ \n]*\([^()]*\)|[ \n]+(?:pour|dont|soit|au titre|afin|en|à)[ \n][^;:.]{0,90}?)?"
_STRONG = regex.compile(r"(?P<rest>[^;:]{0,140}?)[ \n]*;[ \n]*(?P<name>[^;:]{2,110}?)(?P<lead>[ \n]*[:,=(–-])?[ \n]*")
_WEAK = regex.compile(
    rf"(?P<rest>\)?{_REST})[ \n]*(?:(?P<mark>[,.•▪*|–-])|(?<=\))|\n|(?=[ \n](?:et|ainsi que)[ \n]))[ \n]*"
    r"(?:(?:et|ainsi que|puis|enfin)[ \n]+)?"
    r"(?P<name>[^;:,.()]{2,90}?(?:[ ]*\([^()]*\))?)(?P<lead>[ \n]*[:,=(–-])?[ \n]*"
)
_AND = regex.compile(r"^(?:et|ainsi que|puis|enfin)[ \n]+")
_NO_NAME = regex.compile(
    r"(?<!\w)(?:de|d'|a|au|aux|du|soit|et|en|par|que|qui|dont|pour|sur|est|sont|ete|lui|leur|la somme|montant)[ ]*$|"
    r"(?<!\w)(?:est|sont|sera|seront|ete|ont|avait|accorde|attribue|alloue|octroie|verse|vote|decide|approuve|propose|"
    r"demande|sollicite|presente|informe|expose|signale|devis|s'eleve|eleve|coute|percoit|rappelle|precise|indique|"
    r"contre|versees?|octroyee?s?|ttc|h\.?t|"
    r"environ|suivante?s?|soit)(?!\w)|^(?:dont|soit|pour|a|au|aux|de|du|des|d'|par|en|sur|plus|avec|contre)(?!\w)|"
    r"^\W*(?:19|20)\d\d\W*$"
)
"""What makes the words before a sum those of a sentence."""


@dataclass(frozen=True, slots=True)
class _Item:
    """A name with the places of its sums, and what follows these."""

    name: str
    start: int
    sums: list[regex.Match[str]]
    rest: str = ""


def unrolled(view: View, lines: Sequence[Line]) -> list[Line]:
    """The lines, with the lists that run on in them as rows."""
    found: list[Line] = []
    lines = [part for line in lines for part in _unsigned(view, line)]
    at = 0
    while at < len(lines):
        line = lines[at]
        if line.columns or line.stacked:
            found.append(line)
            at += 1
            continue
        below = lines[at + 1] if at + 1 < len(lines) and view.plain[line.end - 1 : line.end] == "-" else None
        sums = [*_SUM.finditer(view.plain, line.start, (below or line).end)]
        if sums and (each := _for_each(view, line)):
            found += each
            at += 1
            continue
        if line.sort in ("blank", "vote") or not (
            len(sums) > 1 or (sums and _RUNS_ON.match(view.plain, sums[0].end()))
        ):
            found.append(line)
            at += 1
            continue
        if (
            rows := _based(view, line)
            or _repeated(view, line)
            or _called(view, line)
            or _labelled(view, line, (below or line).end)
        ):
            found += rows
            at += 1 + (rows[-1].end > line.end)
            continue
        stop = next((i for i in range(at, len(lines)) if lines[i].columns or lines[i].sort == "blank"), len(lines))
        run = _run(view, (line.start, lines[stop - 1].end))
        if run is None:
            found.append(line)
            at += 1
            continue
        first, last = run[0].start, run[-1].sums[-1].end()
        if (head := view.plain[line.start : first]).strip():
            begin = max([0, *(end.end() for end in _SENTENCE.finditer(head.rstrip()))])
            found.append(Line("words", line.start + begin, first, head[begin:].strip()))
        found += [row for item in run for row in _rows(item)]
        after = next((i for i in range(at, stop) if lines[i].end >= last), stop - 1)
        rest = view.plain[last : lines[after].end].strip(" .;,)")
        if rest:
            found.append(Line("words", last, lines[after].end, rest))
        at = after + 1
    return found


_OPENED = regex.compile(
    r"(?<!\w)(?:suivante?s?|ci-(?:apres|dessous)|(?:vot|attribu|accord|allou|octro)\w+[ ](?:les|des)[ ](?:subvention|"
    r"aide)s)(?!\w)"
    r"(?![^.;:€\n]{0,60}(?:adherent|effectif|licencie|nombre|membre))[^.;:€\n]{0,60}:[ ]*(?=\p{L}|[-–•«\"])"
)
"""What opens a list of names and figures in its line."""
_FIGURE = r"(?P<sum>\d{1,3}(?:[ .]\d{3})+|\d{2,6})(?![\d%€/°)]|[,.-]\d|[ ](?:€|%|euros?(?!\w)))"
_GROUP_WORD = r"(?:(?<=[.:][ ])\p{Lu}{5,}[ ](?=\p{Lu}[^:€\d]{0,60}\p{Ll}[^:€\d]{0,60}\d))?"
_BEGINS = rf"[ ]*(?:[-–•][ ]+)?{_GROUP_WORD}(?P<name>[\p{{Lu}}«\"][^:€;\d]{{2,70}}?)"
_BEHIND = r"(?P<rest>[ ]*\([^()€]{1,60}\)|[ ]dont[ ]\d[^.;:€]{2,40}?(?=[ ]*[.;]|[ ][-–]|$))?"
_WITH_COLON = regex.compile(
    rf"{_BEGINS}[ ]*:[ ]*(?:(?:\d[ ])?(?=\p{{Lu}})(?![^:€]{{0,70}}[.;])|{_FIGURE}{_BEHIND}[ ]*[-–,;.]?)"
)
_WITH_MARK = regex.compile(rf"{_BEGINS}[ ]{_FIGURE}{_BEHIND}(?:[ ]+[-–•]|[ ]*[;.,])(?=[ ]|$)")
"""An item of such a list: its sum behind a colon, where its figure may be lost, or before a mark."""


def _unsigned(view: View, line: Line) -> Iterator[Line]:
    """A line, parted where it holds a list of names and figures without a sign of money, as its rows and the words
    beside them; a list that nothing opens is all of its line."""
    if line.sort not in ("words", "row", "prose") or line.columns:
        yield line
        return
    opened = _OPENED.search(view.folded, line.start, line.end)
    rows, at = _figures(view, opened.end() if opened else line.start, line.end, signed=opened is not None)
    fewest = _FEWEST - 1 if opened and rows and view.plain[rows[0].start : at].count(":") >= len(rows) else _FEWEST
    if sum(bool(row.cells) for row in rows) < fewest or not (opened or _VOTED.match(view.plain, at, line.end)):
        yield line
        return
    if opened:
        begin = max([line.start, *(end.end() for end in _SENTENCE.finditer(view.plain, line.start, opened.end()))])
        yield Line("words", begin, rows[0].start, view.plain[begin : rows[0].start].strip())
    yield from rows
    if view.plain[at : line.end].strip():
        yield from _unsigned(view, Line("words", at, line.end, view.plain[at : line.end].strip()))


_VOTED = regex.compile(r"[ .;]*(?:(?:Vote|Adopt|Approuv|Accord|Unanim|[ÀA] l'unanim)[^€\d]*|\Z)")
"""What may stand behind a list that is all of its line."""


def _figures(view: View, start: int, end: int, *, signed: bool) -> tuple[list[Line], int]:
    """The rows of a list that begins there, as long as its items are of one form, and where it ends."""
    form = next((form for form in (_WITH_COLON, _WITH_MARK) if form.match(view.plain, start, end)), None)
    rows: list[Line] = []
    while form and (item := form.match(view.plain, start, end)) and _is_name(item["name"]):
        cells = () if item["sum"] is None else (Cell(to_value(item["sum"]), *item.span("sum"), signed),)
        name, told = item["name"].strip(), (item["rest"] or "").strip()
        rows.append(Line("row", item.start("name"), item.end(), name, cells, told, stacked=True))
        start = item.end()
    return rows, start


def _rows(item: _Item) -> Iterator[Line]:
    for match in item.sums:
        cell = Cell(to_value(match["number"].replace("\n", " ")), match.start(), match.end(), signed=True)
        yield Line("row", item.start, match.end(), item.name, (cell,), item.rest, stacked=True)


def _run(view: View, told: Span) -> list[_Item] | None:
    """The first list of a paragraph: three names at least, each with a sum behind it, parted alike."""
    sums = [*_SUM.finditer(view.plain, *told)]
    notes = noted(view.plain, (match.span() for match in sums))
    sums = [match for match in sums if match.start() not in notes]
    for i in range(len(sums) - _FEWEST + 1):
        before = sums[i - 1].end() if i else told[0]
        if (first := _first(view, before, sums[i])) and len(items := _items(view, first, sums[i + 1 :])) >= _FEWEST:
            return items
    if len(sums) == _FEWEST - 1 and (pair := _PAIR.fullmatch(view.plain, *told)):
        items = [_Item(pair[name], pair.start(name), [one]) for name, one in zip(("name", "other"), sums, strict=True)]
        return items if all(_is_name(item.name) for item in items) else None
    return None


_PAIR = regex.compile(
    r"[ ]*(?P<name>\p{L}[^:;.€\d]{2,80}?)[ ]?:[ ][\d .,]+(?:€|euros)[ ]?;[ ]+(?P<other>\p{L}[^:;.€\d]{2,80}?)[ ]?:[ ]"
    r"[\d .,]+(?:€|euros)[ .]*(?:(?:Vote|Adopt|Unanim)[^€]*)?"
)
"""A line that is two items and nothing else ("A : 500 € ; B : 300 €")."""


def _first(view: View, start: int, found: regex.Match[str]) -> _Item | None:
    """The name before a sum that opens a list: behind a colon, a full stop, or at the head of the paragraph."""
    opens = [match.end() for match in _OPENS.finditer(view.plain, start, found.start())]
    for begin in [start, *opens] if not view.plain[max(0, start - 1)].isdigit() else opens:
        name = view.plain[begin : found.start()]
        bare = name.strip(" \n:,=(–-•▪*;.")
        if ":" not in bare and ";" not in bare and _is_name(bare):
            return _Item(bare, begin + name.index(bare), [found])
    return None


def _items(view: View, first: _Item, sums: Sequence[regex.Match[str]]) -> list[_Item]:
    """The items of a list from its first on, as long as each names somebody and has its sum."""
    items, form, mark, lead, at = [first], None, None, None, first.sums[-1].end()
    for match in sums:
        gap, begin, at = view.plain[at : match.start()], at, match.end()
        if _RANGE.fullmatch(gap):
            continue
        if _AGAIN.fullmatch(gap):
            items[-1].sums.append(match)
            continue
        form = form or (_STRONG if ";" in gap else _WEAK)
        told = form.fullmatch(gap) or (_GROUP.fullmatch(gap) if form is _WEAK else _WEAK.fullmatch(gap))
        if told is None or not _is_name(_AND.sub("", told["name"])):
            break
        if told.re is _WEAK and form is _WEAK and None not in (mark, told["mark"]) and mark != told["mark"]:
            break
        if told.re is _WEAK and form is _STRONG and told["lead"] != lead:
            break
        mark, lead = told["mark"] if told.re is _WEAK else None, told["lead"]
        items[-1] = replace(items[-1], rest=told["rest"].strip(" )"))
        items.append(_Item(_AND.sub("", told["name"]).strip(), begin + told.start("name"), [match]))
    return items


def _is_name(printed: str) -> bool:
    """Whether the words before a sum can be a name, in capitals or not, and are no words of a sentence."""
    folded = fold(printed)
    return (
        2 < len(printed.strip()) < _LONGEST_NAME
        and sum(map(str.isalpha, printed)) > 2
        and _NO_NAME.search(folded) is None
        and not is_label(printed)
        and not is_nobody(printed)
    )


_LONGEST_NAME = 110
_LABEL = regex.compile(
    r"(?P<label>(?:montant[ ](?:des[ ]|du[ ]|de[ ]la[ ])?)?(?:travaux|cout|depenses?(?:[ ]\w+)?|"
    r"assiette|base|budget|devis|demandee?|sollicitee?|proposee?|accordee?|votee?|attribuee?|aide|subvention|"
    r"participation|bourse|prime|secours|prise[ ]en[ ]charge|fonds[ ]de[ ]concours|fonctionnement|"
    r"investis(?:-\n)?sement|equipement|exceptionnelle?|"
    r"animation|projets?)s?)[ ]*(?:ht|ttc|h\.t\.?)?[ .:=]*$"
)
"""What a row says of one of its sums, right before it."""
_BETWEEN = regex.compile(r"[ \n]*(?:h\.?[ ]?t\.?|t\.?t\.?c\.?)?[ .;,:–|+\n-]*(?:et[ ])?[ ]*(?:l')?")


def _labelled(view: View, line: Line, end: int) -> list[Line]:
    """A row that says what each of its sums is ("X : fonctionnement 500 €, investissement 200 €"): the decision's."""
    sums = [*_SUM.finditer(view.plain, line.start, end)]
    begins = (line.start, *(match.end() for match in sums))
    labels = [_LABEL.search(view.folded, begin, match.start()) for begin, match in zip(begins, sums, strict=False)]
    if len(sums) < 2 or not all(labels):
        return []
    told = [label for label in labels if label]
    parted = (
        _BETWEEN.fullmatch(view.folded, match.end(), label.start())
        for match, label in zip(sums[:-1], told[1:], strict=True)
    )
    name = view.plain[line.start : told[0].start()].strip(_LEADERS)
    if not all(parted) or not _is_name(name):
        return []
    columns = [read_column(label["label"].replace("-\n", "")) for label in told]
    cells = [
        Cell(to_value(sums[i]["number"]), sums[i].start(), sums[i].end(), signed=True, column=columns[i])
        for i in decided(columns)
    ]
    return [Line("row", line.start, end, name, (cell,), stacked=True) for cell in cells]


def _repeated(view: View, line: Line) -> list[Line]:
    """A row of several sums for one name, each with what it is for ("X : 500 € (loto), 300 € (bal)")."""
    sums = [*_SUM.finditer(view.plain, line.start, line.end)]
    if len(sums) < _FEWEST - 1:
        return []
    gaps = [view.plain[left.end() : right.start()] for left, right in pairwise(sums)]
    uses = [*gaps[1:], view.plain[sums[-1].end() : line.end]] if _PLUS.match(gaps[0]) else gaps
    name = view.plain[line.start : sums[0].start()].strip(_LEADERS)
    if not (all(map(_AGAIN.fullmatch, gaps)) and all(map(_USED.match, uses))):
        return []
    return [*_rows(_Item(name, line.start, sums))] if _is_name(name) else []


def _called(view: View, line: Line) -> list[Line]:
    """A row that calls each of its sums something ("X : participation de 800 €, cotisation annuelle de 50 €")."""
    sums = [*_SUM.finditer(view.plain, line.start, line.end)]
    head = _HEAD_OF_CALLED.match(view.plain, line.start, line.end)
    if head is None or len(sums) < 2 or not _is_name(head["name"]):
        return []
    begins = (head.end(), *(match.end() for match in sums[:-1]))
    kinds = [_KIND.fullmatch(view.folded, begin, match.start()) for begin, match in zip(begins, sums, strict=True)]
    if not all(kinds):
        return []
    rows = []
    for kind, match in zip(kinds, sums, strict=True):
        word = kind["kind"] if kind else ""
        name = head["name"] if word.startswith("abond") else f"{head['name']} : {word}"
        cell = Cell(to_value(match["number"]), match.start(), match.end(), signed=True)
        rows.append(Line("row", line.start, line.end, name, (cell,), stacked=True, called=True))
    return rows


_EACH = regex.compile(
    r"[ ]*(?:[-–•*▪§][ ]*)?(?P<sum>[\d .,]+(?:€|euros?))[ ]+(?:à[ ]+)?chacune?s?[ ]*"
    r"(?:(?:à|pour)[ ]*)?:[ ]*(?P<names>\p{L}.+)"
)
"""A line that gives one sum to each of those that it names ("100 € chacun à : A, B, C")."""


def _for_each(view: View, line: Line) -> list[Line]:
    """A row for each of the names of a line that gives as much to all of them."""
    each = _EACH.fullmatch(view.plain, line.start, line.end)
    told = _SUM.match(view.plain, each.start("sum")) if each else None
    if each is None or told is None:
        return []
    names = each_of(each["names"].rstrip(" .;"))
    return [row for name in names for row in _rows(_Item(name, line.start, [told]))]


_HEAD_OF_CALLED = regex.compile(r"[ ]*(?:[-–•*▪§][ ]*)?(?P<name>[^:€]{3,90}?)[ ]*:(?=[ ])")
_KIND = regex.compile(
    r"[ ,;]*(?:(?:et|puis|ainsi[ ]que)[ ]+)?(?:l'|(?:une?|la|le|d'une?)[ ])?[ ]*"
    r"(?P<kind>subvention|participation|contribution|cotisation|adhesion|dotation|abondement|aide)s?"
    r"(?:[ ][^€:;,]{0,70}?)?[ ](?:de|d'un[ ]montant[ ]de)[ ]+"
)
"""What a row calls one of its sums, right before it."""
_USED = regex.compile(r"[ ]*(?:\(|pour|au titre|à titre|en vue|de fonctionnement|d'(?:investissement|équipement))")
_PLUS = regex.compile(r"[ ]*,?[ ]*(?:et|ainsi que|plus|\+)[ ]")
_RUNS_ON = regex.compile(r"\)?[ ]*[;,][ ]*\p{L}[^\n:]{0,60}\n[ ]*\p{L}[^\n]{0,80}\d")
"""After a sum, a name that goes on in the next line, with its sum."""
_LEADERS = " .…·:;=>|*<-–•▪,"
_BASED = regex.compile(
    rf"[ ]*(?P<name>[^€]+?)[ ]+(?P<base>{_NUMBER})[ ]?(?:€|euros?)?[ ]?(?:H\.?[ ]?T\.?|T\.?T\.?C\.?)?[ |]+"
    rf"(?:(?P<rate>\d{{1,3}}(?:,\d+)?)[ ]?%|(?i:forfait\w*))[ |]+(?P<sum>{_NUMBER})[ ]?(?:€|euros?)?[ |]*"
)
"""A row that tells what its sum is reckoned from: a cost, a rate, the grant; several where lines ran together."""
_CAPITALS = regex.compile(r"(?P<name>\p{Lu}[\p{Lu}\d' .&()-]{3,}?)[ ]+(?=\p{Lu}\p{Ll})")
"""A name in capitals, before what the money is for in small letters."""


def _based(view: View, line: Line) -> list[Line]:
    """A row of a cost, a rate and the grant that they come to, in one line."""
    rows: list[Line] = []
    at = line.start
    while at < line.end:
        row = _BASED.match(view.plain, at, line.end)
        if row is None or not _comes_to(row):
            return []
        cell = Cell(to_value(row["sum"]), *row.span("sum"), signed=True, column=Column())
        rows.append(Line("row", at, row.end(), _payee_in(view, *row.span("name")), (cell,), based=True))
        at = row.end()
    return rows


def _comes_to(row: regex.Match[str]) -> bool:
    """Whether a rate of the cost is the sum, within a hundredth of it."""
    value = to_value(row["sum"])
    return row["rate"] is None or abs(to_value(row["base"]) * to_value(row["rate"]) / 100 - value) <= max(
        1, value / 100
    )


def _payee_in(view: View, start: int, end: int) -> str:
    """The name in the words before a sum: up to a tab, or as far as capitals go."""
    tab = view.text.find("\t", start, end)
    printed = view.plain[start : end if tab < 0 else tab].strip()
    capitals = _CAPITALS.match(printed)
    return capitals["name"] if capitals else printed
