"""The rows of a table or list of sums, as they are printed: a name, then one sum a column.

Columns may be parted by tabs, bars, dots, blanks or nothing; the sum may stand on the next line, the name may go on
there; an outcome of the vote may follow. Sums need no sign here: the table decides whether it speaks of money.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise
from typing import Literal

import regex

from delibgraph.extraction.funding.columns import Column
from delibgraph.extraction.funding.payees import tells_asked
from delibgraph.extraction.funding.remarks import REFUSED, reckoned
from delibgraph.extraction.text.phrases import vocabulary
from delibgraph.extraction.text.view import View, fold, tidy
from delibgraph.facts import Span

_NUMBER = r"(?:\d{1,3}(?:[ .]\d{3})*,\d\d|\d{1,3}(?:[ .]\d{3})+(?:[.]\d\d)?(?!\d)|\d+(?:[.,]\d{1,2})?(?!\d))"
_SIGN = r"(?:€(?:uros?)?|euros?(?!\w)|eur(?!\w)|eu-$|(?<=\d\d[ ])e$)"
_CELLS = regex.compile(
    rf"(?P<number>{_NUMBER})(?:[.,]-)?[ ]{{0,2}}(?P<sign>{_SIGN})?(?![\p{{L}}%]|/\p{{L}})|"
    r"(?P<none>/(?:[ ]?€)?|(?<!\d)[-–](?:[ ]?€)?(?!\d))",
    regex.IGNORECASE,
)
_TAIL = regex.compile(
    rf"""
    (?: (?<=^|[\s.…:|=>_«»)*-]) | (?<=\p{{L}})(?=\d{{1,3}}(?:[ .]\d{{3}})*,\d\d|\d[\d.]*,\d\d|\d+/|/) )
    (?: {_NUMBER}(?:[.,]-)?[ ]{{0,2}}{_SIGN}? [ *|;]{{0,40}} | [-–/](?:[ ]?€)? [ *|;]{{1,40}} | /(?=\d) )*
    (?: {_NUMBER}(?:[.,]-)?[ ]{{0,2}}{_SIGN}? /? | [-–/](?:[ ]?€)? )
    (?= [ *|;.,]*$ )
    """,
    regex.VERBOSE | regex.IGNORECASE,
)
"""The sums that end a line."""
_SIGNED = regex.compile(
    rf"(?<![\w.,/-]){_NUMBER}(?:[.,]-)?[ ]{{0,2}}{_SIGN}(?:[ *|]*(?:{_NUMBER}[ ]{{0,2}}{_SIGN}|"
    rf"[-–/](?:[ ]?€)?))*(?=[ ]*[^\s])",
    regex.IGNORECASE,
)
"""Sums with their sign, before the rest of a line."""
_SAYS_OUTCOME = re.compile(r"unanim|majorite|pour|contre|abst|vote|particip|sort[ ]|adopte|ne[ ]+prend")
"""What any outcome holds: looked for before it."""
_OUTCOME = re.compile(
    r"[ |–(;,:.→⇒=>-]*(?<!\w)(?:(?:vote[ ]*:?[ ]*)?(?:a[ ]+)?(?:l')?(?:unanimite|majorite)|\d+[ ]+(?:voix[ ]+)?"
    r"(?:pour(?![ ]+(?:une?|l[ae]s?|des?|leur|son|sa|ses|l')(?!\w))|contre|abst)|"
    r"abstention|(?:\d+[ ]+)?ne[ ]+(?:prend|vote|participe)|au[ ]+vote[ ]*$|sort[ ]+de|pour[ ]*:[ ]*\d|"
    r"contre[ ]*:[ ]*\d|adopte)[^\n]*$"
)
"""How the vote on a row went."""
_BULLET = regex.compile(
    r"^[ ]*(?:[-–•*▪►→➢✓>]|\d{1,2}(?:[.)°/]|[ ]?[-–](?=[ ]))|[a-zA-Z]\)|"
    r"[A-H][ ][-–](?=[ ])|[IVX]{1,4}[.)](?=[ ])|o(?=[ ]))?[ ]*"
)
_GOES_ON = regex.compile(
    r"(?:(?<!\w)(?:de|du|des|d'|la|le|les|l'|et|en|pour|à|au|aux|sur)|[-&,('/])[ ]*$", regex.IGNORECASE
)
_REST = regex.compile(
    r"[ ]*(?:\(|–|-|:|,[ ](?:dont|soit|pour|au titre|sous réserve|à condition|payable|"
    r"au lieu|contre|et non)[ ]|pour|au|dont|\p{L})",
    regex.IGNORECASE,
)
_LONGEST, _SHORTEST_SENTENCE = 160, 95

_NONE = regex.compile(
    r"\p{L}[^\n]*?(?:[.…_]{3,}|[ ]{2,}|:)[ .:]*(?:/+|[-–]+|0[ ]?€|neant|rien|aucune?|pas[ ]de[ ]\w+|"
    r"non[ ]\w+)[ .;]*(?:\([^)]*\)[ .;]*)?$"
)
"""A row that says that there is no sum."""
_VOTE = re.compile(
    r"[ >*•–-]*(?:(?:vote|pour|contre|abstentions?|adopte[es]?)(?:[ ]*:|[ ]+a[ ]+l'unanimite|[ ]*$)|\d+[ ]+(?:voix|"
    r"pour(?![ ]+(?:une?|l[ae]s?|des?|leur|son|sa|ses|l')(?!\w))|contre|abst|ne[ ]+(?:prend|vote|participe))|"
    r"(?:a[ ]+)?l'unanimite|(?:m\.|mm\.|mmes?|monsieur|madame)[ ][^\n]{0,90}(?<!\w)(?:ne[ ]+(?:prend|vote|"
    r"participe)|quitte|sort[ ]))"
)
"""A line that tells how the vote on the row above went, and who kept out of it."""
_MOST_VOTE_LINES = 6

Sort = Literal["row", "sums", "words", "blank", "vote", "none", "prose"]


@dataclass(frozen=True, slots=True)
class Cell:
    """One sum of a row, ``None`` for a mark that says that there is none.

    It is ``signed`` where it bears the sign of money, or cents; ``noted`` where an asterisk stands at it; its
    ``column`` is told where the row itself says what the sum is.
    """

    value: float | None
    start: int
    end: int
    signed: bool
    noted: bool = False
    column: Column | None = None

    @property
    def place(self) -> Span:
        """Where the sum stands."""
        return self.start, self.end


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line: its name, its sums, what follows them; ``voted`` where the outcome of the vote does,
    ``stacked`` where the sums stand on lines of their own, ``columns`` where the table's heading says what each is,
    ``refused`` where the line says that its sum was not granted, ``based`` where it tells what the
    sum is a share of, ``called`` where it calls the sum a grant itself."""

    sort: Sort
    start: int
    end: int
    name: str = ""
    cells: tuple[Cell, ...] = ()
    rest: str = ""
    voted: bool = False
    stacked: bool = False
    columns: tuple[Column, ...] | None = None
    refused: bool = False
    based: bool = False
    called: bool = False


def read_lines(view: View, start: int, end: int) -> Iterator[Line]:
    """The lines of a stretch, each with the sums that it ends with or bears."""
    at, voting = start, 0
    for text in view.plain[start:end].splitlines(keepends=True):
        line = _line(view, at, at + len(text.rstrip("\n")))
        at += len(text)
        if line.sort == "vote":
            voting = _MOST_VOTE_LINES
        elif line.sort == "words" and voting:
            line, voting = replace(line, sort="vote"), voting - 1
        else:
            voting = 0
        yield line


def _line(view: View, start: int, end: int) -> Line:
    plain = view.plain[start:end]
    if "F" in plain or "franc" in plain:
        plain = _FRANCS.sub(lambda old: " " * len(old["old"]) + old["sum"] + " " * len(old["close"]), plain)
    if _NUMBERED.search(plain):
        plain = _REGISTERED.sub(lambda number: " " * len(number[0]), plain)
    if not plain.strip():
        return Line("blank", start, end)
    if _VOTE.match(view.folded, start, end):
        return Line("vote", start, end)
    told, bare = len(plain) <= _LONGEST and not plain.endswith(":"), _BULLET.sub("", plain)
    says = told and _SAYS_OUTCOME.search(view.folded, start, end)
    outcome = _OUTCOME.search(view.folded, start, end) if says else None
    stop = outcome.start() - start if outcome else len(plain)
    if told and ("€" in plain or "euro" in plain) and (by_unit := _BY_UNIT.search(plain, 0, stop)):
        stop = by_unit.start()
    count = reckoned(view.folded, start, start + stop) if told else None
    skipped = count[1] - start if count else 0
    found = _sums(plain, stop, skipped) if len(plain) <= _LONGEST and any(map(str.isdigit, plain)) else None
    if found is None:
        if led := _led(view, start, end):
            return led
        sort: Sort = "none" if told and _NONE.match(view.folded, start + len(plain) - len(bare), end) else "words"
        return Line(sort, start, end, plain[:stop].strip())
    first, last = found
    name = _BULLET.sub("", plain[: count[0] - start if count else first]).strip()
    cells = tuple(_cells(view, start + first, start + last))
    if _SIGNED.search(name) and not tells_asked(name):
        return Line("prose", start, end, plain[:stop].strip())
    if not any(map(str.isalpha, name)):
        said = any(map(str.isalpha, plain[last:stop]))
        return Line(
            "words" if said else "sums",
            start,
            end,
            plain[:stop].strip() if said else "",
            () if said else cells,
            voted=outcome is not None,
        )
    asked = _ASKED.match(view.folded, start + last, end) is not None
    refused = asked or REFUSED.search(view.folded, start + last, end) is not None
    rest = plain[last:stop].strip(" |;.,")
    return Line("row", start, end, name, cells, rest, outcome is not None, refused=refused)


_FRANCS = regex.compile(
    r"(?P<old>(?<![\d.,])\d[\d .]*(?:,\d\d)?[ ]?(?:FF?|francs?)(?!\w)[ ,]*(?:\([ ]?(?:soit[ ])?|soit[ ]|=[ ]?|/[ ]?))"
    r"(?P<sum>\d[\d .]*(?:,\d\d)?[ ]?(?:€|euros?))(?P<close>\)?)"
)
"""A sum in francs before the same one in euros ("1.500 F (228,67 €)")."""
_REGISTERED = regex.compile(
    r"(?i:n[°o][ ]?)?(?i:siret|siren|rna)?[ ]?:?[ ]?(?<!\d)(?:\d{3}[ ]\d{3}[ ]\d{3}[ ]\d{5}(?!\d)|"
    r"\d{14}(?!\d|[ ]?(?:€|euros))|\d{14}(?=\d{1,3}(?:[ ]\d{3})*,\d\d(?!\d))|(?<!\w)W\d{9}(?!\d))"
)
"""The number of a beneficiary in a register, which a sum may be glued to."""
_NUMBERED = re.compile(r"\d{9}|\d{3} \d{3} \d{3} \d{5}")
"""What any such number holds: looked for before it."""
_BEFORE_USE = regex.compile(rf"(?<=\p{{L}}[ ]?:[ ])(?P<number>{_NUMBER})(?=[ ]+(?:pour|au titre|\()(?!\w))")
"""A figure without a sign before what it is for ("- École X : 6 200 pour un séjour")."""
_BY_UNIT = regex.compile(
    rf"(?<=(?:€|euros?))[ ]*[,:(–-]?[ ]*(?:soit|à raison de|calculée?s? sur|pour(?=[ ]\d+[ ]\p{{L}}))[ ]+"
    rf"(?:{_NUMBER}[ ]?(?:€|euros?)[ ]?"
    rf"(?:x|×|/|par|pour chaque)|\d+[ ]\p{{L}}[\p{{L}}' -]{{1,40}}?[ ](?:x|×|à)[ ]{_NUMBER}).*$"
)
"""How a sum was reckoned, told behind it ("930 €, soit 62 enfants x 15 €")."""
_ASKED = regex.compile(r"[ ]*(?:demand|sollicit)ee?s?(?!\w)")
_LED = regex.compile(
    r"[ ]*[-–•*▪][ ]*(?P<sum>\d{1,3}(?:[ .]\d{3})+|\d{2,6})[ ]+"
    r"(?:(?:au (?:profit|b[ée]n[ée]fice) d[eu]s?|en faveur d[eu]s?|à|a|au|aux|pour)[ ]+)?"
    r"(?:l['’ ][ ]?|la[ ]|le[ ]|les[ ])?(?P<name>\p{L}[^\d€:;%]{3,90}?)"
    r"(?=[ ]+(?:dont|pour)[ ]|[ ]*[.,;]?[ ]*$)(?P<rest>[^€]*)"
)
"""A sum without a sign before its name, in an item of a list ("- 400 à l'Amicale")."""


def _led(view: View, start: int, end: int) -> Line | None:
    """A row whose sum stands before its name and bears no sign."""
    row = _LED.fullmatch(view.plain, start, end)
    if row is None or "€" in row[0]:
        return None
    cell = Cell(to_value(row["sum"]), *row.span("sum"), signed=False)
    return Line("row", start, end, row["name"], (cell,), row["rest"].strip(" ,;."))


def _sums(plain: str, stop: int, skipped: int) -> Span | None:
    """Where the sums of a line stand: at its end, else before words that say more; not in what is skipped."""
    head = plain[:stop].rstrip()
    if head[-1:].isdigit() or head[-1:] in "€SsRrEe-–/.,;|*":
        tail = _TAIL.search(head, skipped)
        if tail and any(map(str.isdigit, tail[0])):
            return tail.span()
    if led := _BEFORE_USE.search(head, skipped):
        return led.span("number")
    signed = _SIGNED.search(head, skipped)
    return signed.span() if signed and _REST.match(head, signed.end()) else None


def _cells(view: View, start: int, end: int) -> Iterator[Cell]:
    for match in _CELLS.finditer(view.plain, start, end):
        value = None if match["none"] else to_value(match["number"])
        noted = view.text[match.end() : match.end() + 2].lstrip(" ").startswith("*")
        cents = match["number"] is not None and match["number"][-3:-2] in (",", ".")
        yield Cell(value, match.start(), match.end(), cents or match["sign"] is not None, noted)


@lru_cache(maxsize=4096)
def to_value(number: str) -> float:
    """A French figure: a comma, or a dot before one or two last digits, parts the cents."""
    whole, comma, cents = number.replace(" ", "").partition(",")
    if not comma:
        dot = whole.rpartition(".")
        if dot[1] and len(dot[2]) in (1, 2):
            whole, cents = dot[0], dot[2]
    return round(float(f"{whole.replace('.', '') or 0}.{cents or 0}"), 2)


_RANK = regex.compile(r"[| ]*(?P<rank>\d{1,3}|6574\d{0,4})(?:[ |.)°-]+(?=[\p{L}«\"'])|(?=\p{Lu}))")


def without_ranks(names: Sequence[str]) -> list[str]:
    """The names without the ranks, or the one account, that a column before them gives.

    >>> without_ranks(["1 Club Zéphyr", "2 Amicale", "4 Chorale"])
    ['Club Zéphyr', 'Amicale', 'Chorale']
    >>> without_ranks(["3 Petits Tours", "1 Toit pour Tous"])
    ['3 Petits Tours', '1 Toit pour Tous']
    """
    found = [_RANK.match(name) for name in names]
    ranks = [int(rank["rank"]) for rank in found if rank]
    counted = all(left < right for left, right in pairwise(ranks)) or (len(set(ranks)) == 1 and ranks[0] > _MOST_RANKS)
    if len(ranks) < max(2, len(names)) or not counted:
        return list(names)
    return [name[rank.end() :] for name, rank in zip(names, found, strict=True) if rank]


_MOST_RANKS = 999


def group_heads(view: View, rows: Sequence[tuple[int, float | None]], total: float | None = None) -> set[int]:
    """Which rows, by where they begin and their sum, head a group: each the sum of those under it, where all rows are
    so parted and the heads come to the printed total, or where these are items and it has no bullet."""
    parted = _parted([value or 0.0 for _, value in rows]) if total else set()
    if total and parted and abs(sum(rows[i][1] or 0.0 for i in parted) - total) < _CENT:
        return parted
    items = [_ITEM.match(view.plain, view.plain.rfind("\n", 0, start) + 1) is not None for start, _ in rows]
    heads = [i for i, item in enumerate(items) if not item] if any(items) else []
    found: set[int] = set()
    for i, following in pairwise([*heads, len(rows)]):
        parts = [value or 0.0 for _, value in rows[i + 1 : following]]
        whole = rows[i][1]
        if len(parts) > 1 and whole is not None and abs(sum(parts) - whole) < _CENT:
            found.add(i)
    return found


def _parted(values: Sequence[float]) -> set[int]:
    """The heads of the groups that rows fall into without a rest, each head the sum of those under it."""
    heads: set[int] = set()
    at = 0
    while at < len(values):
        total, end = 0.0, at + 1
        while end < len(values) and total < values[at] - _CENT:
            total, end = total + values[end], end + 1
        if abs(total - values[at]) > _CENT or end == at + 1:
            return set()
        heads.add(at)
        at = end
    return heads if 2 * len(heads) < len(values) else set()


_ITEM = regex.compile(r"[ ]*[-–•*▪§]")
_CENT = 0.005


def goes_on(name: str) -> bool:
    """Whether a line breaks off within a name."""
    return _GOES_ON.search(name) is not None


def is_sentence(line: Line) -> bool:
    """Whether a line of words is prose: long, or ended like a sentence."""
    return len(line.name) > _SHORTEST_SENTENCE or (line.name.endswith((".", ";", ":")) and len(line.name.split()) > 6)


def join(left: str, right: str) -> str:
    """A name over two lines as one."""
    return tidy(f"{left} {right}")


def is_year(cell: Cell) -> bool:
    """Whether a figure without a sign is a year."""
    return not cell.signed and cell.value is not None and cell.value % 1 == 0 and 1980 <= cell.value <= 2060


def is_heading_word(name: str) -> bool:
    """Whether a line's words head a table, rather than name a beneficiary."""
    words = regex.findall(r"\w+", fold(name))
    return bool(words) and all(word in _HEADING or word.isdigit() for word in words)


_HEADING = vocabulary(
    "subv acompte acomptes avance avances "
    "association associations nom noms de la l d du des le les aux a en et subvention subventions montant montants "
    "beneficiaire beneficiaires organisme organismes designation libelle libelles annee annees exercice vote votes "
    "votee votees propose proposee proposees proposition propositions demande demandee demandees accorde accordee "
    "accordees attribue attribuee attribuees alloue allouee decision conseil municipal communautaire euros euro "
    "fonctionnement exceptionnelle exceptionnelles exceptionnel investissement total n objet article compte "
    "commission avis verse versee versees pour rappel observations communales communale intitule tiers structure"
)
