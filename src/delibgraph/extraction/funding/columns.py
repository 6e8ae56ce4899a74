"""What the heading of a table of grants says of its columns: the year, what was asked, proposed or voted, the kind.

A heading that came out of a PDF is a run of words without cells. Its words are parted into as many columns as the rows
have, each with one year, one part and one kind at most. Forms: ``docs/funding.md``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise
from typing import Literal

import regex

Part = Literal["asked", "proposed", "voted", "received", "other"]

_WORD = regex.compile(
    r"""
    (?<![\w/])(?:
      (?P<year>(?<!(?:art|articles?|(?<!a)comptes?|natures?|chapitres?)[. ]{1,3})(?:19|20)\d\d)(?![\d]|[ ]*-[ ]*\d)
    | (?P<earlier>n[ ]?-[ ]?1)(?!\w)
    | (?P<other>adherents?|effectifs?|licencie(?:e?s)?|nombre|nb|budget|articles?|compte|imputation|ecart|evolution|
        variation|difference|solde|tresorerie|loyers?|%)(?!\w)
    | (?P<received>percu\w*|recue?s?(?!\w))
    | (?P<asked>demand\w*|sollicit\w*|souhait\w*)
    | (?P<voted>vote(?:e?s)?(?!\w)|attribu\w*|accord\w*|allou\w*|octroy\w*|decid\w*|decision|retenu\w*|verse\w*)
    | (?P<proposed>(?:propos\w*|avis)(?:[ ](?:de[ ]la[ ])?commission)?|commission)
    | (?P<total>total)(?!\w)
    | (?P<kind>fonctionnement|exceptionnel\w*|investissement|equipement|projets?|manifestations?|evenement\w*|fixe|
        annuel\w*|ordinaires?|complement\w*|actions?)(?!\w)
    )
    """,
    regex.VERBOSE,
)
_GLUED = regex.compile(r"(?<=\p{L})(?:(?:19|20)\d\d)+(?!\d)|(?<!\d)(?:20\d\d){2,}(?!\d)")
"""Years that run together with the words before them, or with one another ("Association20232024")."""
_FOUR = regex.compile(r"\d{4}")
_MOST_COLUMNS, _MOST_WORDS = 6, 12


@dataclass(frozen=True, slots=True)
class Column:
    """A column of sums: who says them, for which year, what kind of grant they are."""

    part: Part | None = None
    year: int | None = None
    kind: str | None = None
    total: bool = False


_Word = tuple[str, str]
"""What a word of a heading tells, and the word."""


def read_columns(heading: str, count: int) -> tuple[Column, ...] | None:
    """The columns of a folded heading over rows of so many sums; ``None`` where they cannot be told apart."""
    words = _words(heading)
    if count == 1:
        return (_only(words),)
    if own := _own_line(heading, count):
        return own
    words = words[-_MOST_WORDS:]
    if count > _MOST_COLUMNS:
        return None
    for first in range(len(words) - count + 1):  # what comes before the first column is the table's title
        parted = [groups for groups in _partitions(words[first:], count) if all(map(_is_column, groups))]
        if parted:
            columns: list[Column] = []
            for group in max(parted, key=_likeness):
                columns.append(_column(group, columns[-1] if columns else None))
            return tuple(columns)
    return None


def _own_line(heading: str, count: int) -> tuple[Column, ...] | None:
    """The columns where the last line of the heading names them, a word each: "Reçu Demandé Proposé Voté"."""
    told = next((words for line in reversed(heading.splitlines()) if (words := _words(line))), [])
    parts = [word[0] for word in told]
    if len(told) != count or len(set(parts)) != count or not set(parts) <= set(_PARTS):
        return None
    return tuple(_column([word], None) for word in told)


_COST = regex.compile(
    r"(?<!\w)(?:couts?|budgets?|depenses?|base|plafond|travaux|taux|assiette|h\.?t|t\.?t\.?c|recettes?|population|"
    r"montants?[ ](?:du|des|de[ ]l'|de[ ]la|prevu\w*|total[ ]d)|nombre|nb|\w*(?:eligible|subventionnable)s?)(?!\w)"
)
"""What heads a column of other money, or of what the grant is reckoned by."""
_GRANT = regex.compile(
    r"(?<!\w)(?:subventions?(?!\w)|subv\.|acomptes?|avances?|aides?|participations?|"
    r"fonds[ ]de[ ]concours|attributions?|cotisations?|bourses?|"
    r"dotations?|montants?|sommes?)(?!\w)"
)
_BEFORE = regex.compile(r"(?<!\w)(?:rappel|(?:pour )?memoire|anterieure?s?|precedente?s?|dernieres?)(?!\w)")
"""What heads a column of earlier money, without a year."""
_HEADS = regex.compile(rf"{_COST.pattern}|{_GRANT.pattern}|{_BEFORE.pattern}|%|€|(?<!\w)(?:euros|objet|vote)(?!\w)")


def is_column_head(told: str) -> bool:
    """Whether the folded words of a cell head a column of sums, or one beside them."""
    return bool(_words(told)) or _HEADS.search(told) is not None


def read_column(told: str, left: Column | None = None) -> Column:
    """The column that a cell's folded words head; one whose words say nothing of grants is other money.

    A kind alone goes with the column to its ``left``, as where one cell heads them both.
    """
    column = _column(_words(told), left)
    cost, grant = _COST.search(told), _GRANT.search(told)
    if column.part == "other" or (cost and not (grant and grant.start() < cost.start())):
        return Column("other")
    if _BEFORE.search(told) and column.year is None:
        return Column("received")
    plain = column.part is None and column.year is None and column.kind is None and not column.total
    return Column("other") if plain and grant is None and not _THIS_YEAR.fullmatch(told) else column


_THIS_YEAR = regex.compile(r"(?:(?:annee|exercice)[ ])?n")
"""What heads the column of this year beside one of "n-1"."""


def unvoted(columns: Sequence[Column]) -> list[int]:
    """The columns of what was asked for or proposed for this decision, where another says what was voted."""
    own = decided(columns)
    voted = any(columns[i].part == "voted" for i in own)
    return [i for i, c in enumerate(columns) if voted and i not in own and c.part in ("asked", "proposed")]


def decided(columns: Sequence[Column]) -> list[int]:
    """The columns of this decision: voted before proposed, of the last year; a total beside its parts is none."""
    last = max((column.year for column in columns if column.year), default=None)
    own = [i for i, c in enumerate(columns) if c.year in (None, last) and c.part not in ("other", "received")]
    for part in ("voted", "proposed", None):
        found = [i for i in own if columns[i].part == part]
        parts = [i for i in found if not columns[i].total]
        bare = [i for i in parts if columns[i].year is None and columns[i].kind is None]
        dated = [i for i in parts if i not in bare]
        if bare and dated and dated[-1] < bare[0] and not any(columns[i].kind for i in dated):
            return bare  # "2022 | Subvention", "Versé en 2022 | Accordé": the year is an earlier one's
        if found:
            told = [i for i in parts if columns[i].kind or (last and columns[i].year == last)]
            return told or found[-1:]
    return []


def earlier(columns: Sequence[Column]) -> list[int]:
    """The columns of earlier years, whatever was granted then."""
    last = max((column.year for column in columns if column.year), default=0)
    own = decided(columns)
    last += all(columns[i].year is None and columns[i].kind is None for i in own) and bool(own)
    return [
        i
        for i, c in enumerate(columns)
        if i not in own and ((c.year and c.year < last and c.part in (None, "voted")) or c.part == "received")
    ]


def _words(heading: str) -> list[_Word]:
    """The telling words in order; the year of "n-1" is the one before the first that the heading prints, else it is
    what was received."""
    parted = _GLUED.sub(lambda years: f" {' '.join(_FOUR.findall(years[0]))}", heading)
    found = [(match.lastgroup or "", match[0]) for match in _WORD.finditer(parted)]
    years = [int(word) for sort, word in found if sort == "year"]
    return [
        (("year", str(min(years) - 1)) if years else ("received", word)) if sort == "earlier" else (sort, word)
        for sort, word in found
    ]


def _only(words: Sequence[_Word]) -> Column:
    """A single column: what was asked for only where nothing else is said; the last year."""
    sorts = {sort for sort, _ in words}
    part: Part | None = "voted" if "voted" in sorts else "proposed" if "proposed" in sorts else None
    if part is None and "asked" in sorts:
        part = "asked"
    years = [int(word) for sort, word in words if sort == "year"]
    return Column(part, years[-1] if years else None)


def _partitions(words: Sequence[_Word], count: int) -> Iterator[list[Sequence[_Word]]]:
    """The words in so many runs, in every way."""
    for cuts in combinations(range(1, len(words)), count - 1):
        bounds = (0, *cuts, len(words))
        yield [words[start:end] for start, end in pairwise(bounds)]


def _is_column(group: Sequence[_Word]) -> bool:
    """Whether one column can be headed so: nothing of one sort twice."""
    sorts = [_sort(word) for word in group]
    return len(sorts) == len(set(sorts))


def _sort(word: _Word) -> str:
    return "part" if word[0] in _PARTS else word[0]


def _likeness(groups: Sequence[Sequence[_Word]]) -> tuple[int, int, int]:
    """How alike the columns are headed: as many words, in one order; a part before its year."""
    sorts = [tuple(map(_sort, group)) for group in groups]
    before = sum(group.index("part") < group.index("year") for group in sorts if {"part", "year"} <= set(group))
    parted = sum({"part", "year"} <= set(group) for group in sorts)
    return -len(set(sorts)), parted, before


def _column(group: Sequence[_Word], left: Column | None) -> Column:
    """One column; a kind alone stands under the heading of the column to its left."""
    told = dict(group)
    part: Part | None = next((p for p in _PARTS if p in told), None)
    year = int(told["year"]) if "year" in told else None
    if left and part is None and year is None and "total" not in told and left.kind:
        part, year = left.part, left.year
    return Column(part, year, told.get("kind"), "total" in told)


_PARTS: tuple[Part, ...] = ("asked", "proposed", "voted", "received", "other")
