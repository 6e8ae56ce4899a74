"""What the columns of a table of attendance hold: told by the words of their header, and of their cells."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import regex

from delibgraph.extraction.text.view import View, tidy
from delibgraph.facts import Span, Status

Column = Literal[
    "name",
    "first-name",
    "presence",
    "present",
    "absent",
    "excused",
    "away",
    "grantor",
    "proxy",
    "replacement",
    "substitute",
    "stand-in",
    "held",
    "seated",
    "seat",
    "remarks",
]

_COLUMNS: tuple[tuple[Column, str], ...] = (
    ("seat", r"titulaire.{1,6}supple|supple.{1,6}titulaire|^t[ ]?/[ ]?s$"),
    ("stand-in", r"(?:pouvoir|procuration).*supple|supple.*(?:pouvoir|procuration)"),
    ("replacement", r"remplac"),
    ("substitute", r"supple"),
    ("away", r"absent.*(?:pouvoir|procuration)"),
    (
        "grantor",
        r"mandants?(?!\w)|^(?:a |ayant )?donn(?:e|ant|eurs?)(?!\w)(?!.* a$)|"
        r"(?:ayant|avaient|ont) (?:donne|remis|laisse) (?:une? )?(?:pouvoir|procuration|mandat)s?$",
    ),
    ("held", r"(?:pouvoirs?|procurations?|mandats?)[ ](?:recue?s?[ ])?de$|(?:porteur|detenteur|titulaire)[ ]d"),
    ("proxy", r"pouvoir|procuration|mandataire|represente.{0,6} par"),
    ("excused", r"excuse"),
    ("absent", r"absent"),
    ("presence", r"presence|statut|etat$|^(?:[paeros][ ]?[/-][ ]?){1,5}[paeros]$"),
    ("present", r"present"),
    ("remarks", r"observation|remarque|commentaire|precision|mention|signature|emargement"),
    ("first-name", r"^prenoms?$"),
    ("name", r"noms?(?!\w)|membre|conseiller|elue?s?(?!\w)|deleguee?s?|titulaire|prenom"),
)
"""What a column holds, by the words of its header, folded; the first that fits."""
_HEADERS = tuple((column, regex.compile(pattern)) for column, pattern in _COLUMNS)
_TO = regex.compile(r"a$|au profit de|en faveur de|recoit|recu par|beneficiaire|mandataire")
"""The header of the holders, beside that of the grantors."""
_LONGEST_HEADER = 60
_STATES: tuple[tuple[Status, str], ...] = (
    ("represented", r"represente|pouvoir|procuration|pv(?!\w)|r$"),
    ("excused", r"(?:absente?[ ]*[-/(]?[ ]*)?excuse|e$|ae$|supplee|remplace|s$"),
    ("absent", r"absent|a$|non$"),
    ("present", r"present|p$|oui$|[x✓✔☒☑1]$"),
)
"""What a cell of presence says, folded."""
SITS = regex.compile(_STATES[-1][1])
SAYS = tuple((status, regex.compile(pattern)) for status, pattern in _STATES)
TOLD: tuple[tuple[Column, regex.Pattern[str]], ...] = (
    ("replacement", regex.compile(r"supple|remplace")),
    ("proxy", regex.compile(r"pouvoir|procuration|mandat|represente")),
)
"""Which column a remark stands for, by its words."""
REPLACED = regex.compile(r"supple|remplace|s$")
"""The state of a member for whom a substitute sat."""
AWAY = frozenset(("absent", "excused", "away", "presence"))
"""Columns that say who is away."""
NOTHING = regex.compile(r"[-–/.\s]*|neant|non|sans(?: pouvoir)?|aucun")


def columns_of(view: View, cells: Sequence[Span]) -> list[Column | None]:
    """What each column holds; a second one of presence, after the substitutes, says which of them sat.

    Names stand in the first column where nothing heads it, and no other holds them.
    """
    told = [words_of(view, cell) for cell in cells]
    columns = [_column(words) for words in told]
    if "grantor" in columns:
        columns = ["proxy" if _TO.match(words) else column for column, words in zip(columns, told, strict=True)]
    if "substitute" in columns:
        at = columns.index("substitute")
        for i in range(at + 1, len(columns)):
            if columns[i] in ("present", "presence") and columns[i] in columns[:at]:
                columns[i] = "seated"
    if not told[0] and "name" not in columns and len(_MARKED & set(columns)) > 1:
        columns[0] = "name"
    return columns


_MARKED = frozenset(("present", "absent", "excused"))


def _column(header: str) -> Column | None:
    if len(header) > _LONGEST_HEADER:
        return None
    return next((column for column, pattern in _HEADERS if pattern.search(header)), None)


def is_header(columns: Sequence[Column | None]) -> bool:
    """Whether a row names people and a state: a column of names and one of presence, or of two states."""
    if {"grantor", "proxy"} <= set(columns):
        return True
    states = {*AWAY, "present", "proxy", "held", "stand-in"} & set(columns)
    return "name" in columns and bool(states - {"proxy", "held", "stand-in"} or len(states) > 1)


def words_of(view: View, cell: Span) -> str:
    """The folded words of a cell."""
    return tidy(view.folded[slice(*cell)])
