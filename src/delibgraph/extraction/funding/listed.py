"""The rows of tables and lists as sums, with the findings on what was not understood of them.

Forms: ``docs/funding.md``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import regex

from delibgraph.extraction.funding.alignment import Entry, Total, read_table
from delibgraph.extraction.funding.clauses import clean
from delibgraph.extraction.funding.columns import Column, decided
from delibgraph.extraction.funding.kinds import kind_of_list
from delibgraph.extraction.funding.payees import entry_name, tells_asked
from delibgraph.extraction.funding.sharing import each_of, joined, sharing
from delibgraph.extraction.funding.tables import Table
from delibgraph.extraction.funding.told import Sum
from delibgraph.extraction.funding.withheld import UNDONE
from delibgraph.extraction.funding.years import year_in, year_of
from delibgraph.extraction.text.money import Amount
from delibgraph.extraction.text.view import View
from delibgraph.facts import Finding, Span

_CENT = 0.005
_HEADED = 200
"""Characters above the heading of a table in which it is told what its sums are."""


def read_listed(
    view: View, tables: Sequence[Table], title: str | None, *, approved: bool
) -> tuple[list[Sum], list[Finding]]:
    """The rows of the tables of grants as sums; the totals that they miss and the rows that were not understood."""
    sums: list[Sum] = []
    findings: list[Finding] = []
    named = year_in(title) if title else None
    carried = 0.0
    for table in tables:
        if not table.grants or UNDONE.search(view.folded, *table.heading):
            continue
        read = read_table(table)
        findings += [_wrong_total(t) for t in read.totals if abs(t.printed - t.read - carried) > _CENT]
        summed = any(row.is_total for row in table.rows)
        carried = 0.0 if summed else carried + sum(one.value for one in read.entries if not one.background)
        if read.unread:
            findings.append(unread(len(read.unread), (read.unread[0][0], read.unread[-1][1])))
        heading = (max(0, table.heading[0] - _HEADED), table.start)
        year = _year(table.columns or ()) or named or year_of(view, table.heading, heading)
        kind = kind_of_list(view, heading[0], table.start)
        before = _VOTED_BEFORE.search(view.folded, heading[0], table.start) is not None
        entries = (replace(entry, background=entry.background or before) for entry in read.entries)
        rows = [row for entry in entries if (row := _row(view, entry, year, kind, approved=approved))]
        sums += [one for row in rows for one in _each(view, row)]
    return sums, findings


def _year(columns: Sequence[Column]) -> int | None:
    """The year of the decision's columns, or of what was asked, proposed or voted beside them; a bare year beside a
    column without one is an earlier one's."""
    own = decided(columns)
    years = [column.year for i, column in enumerate(columns) if column.year and (i in own or column.part in _OF_NOW)]
    return max(years, default=None)


_VOTED_BEFORE = regex.compile(
    r"(?<!\w)par[ ]+(?:sa[ ]+|une[ ]+)?deliberation[ ](?:[^.;:€]|(?<=\d)\.){0,120}?(?<!\w)(?:a|avait)[ ]+(?:deja[ ]+)?"
    r"(?:autorise|attribue|accorde|alloue|octroye|vote|verse|decide)(?!\w)[^.;:€]{0,160}:\s*$"
)
"""What opens a list that an earlier sitting voted ("par délibération du 3 mars, le conseil a autorisé … :")."""
_OF_NOW = ("asked", "proposed", "voted")
_EACH = regex.compile(r"[ ]*(?:a[ ]+)?chacune?s?(?!\w)")


def _each(view: View, row: Sum) -> list[Sum]:
    """A row's sum for each of those that it names, where it says so ("A, B, C : 100 € chacun")."""
    if _EACH.match(view.folded, row.amount.end) is None:
        return [row]
    return [replace(row, beneficiary=name, shared=()) for name in each_of(row.beneficiary or "")] or [row]


def _row(view: View, entry: Entry, year: int | None, kind: tuple[str | None, bool], *, approved: bool) -> Sum | None:
    """A row of a table as a sum; ``None`` where its name names nobody."""
    name, called, note = entry_name(entry.name)
    if name is None:
        return None
    shared = sharing(view, name)
    column = _of_column(kind[0], entry.column.kind)
    column = "subvention" if entry.background and column in ("acompte", "avance") else column
    return Sum(
        Amount(*entry.place, entry.value, False),
        entry.span,
        entry.place if entry.column.part or tells_asked(entry.name) else entry.span,
        joined(shared) or clean(name),
        approved,
        called or column,
        entry.column.year or (None if entry.background else year),
        note or entry.note or None,
        entry.background,
        called=True,
        listed=True,
        shared=shared,
        proposed=entry.column.part == "proposed",
        near=kind[1] or called is not None or column != kind[0],
    )


def _of_column(kind: str | None, told: str | None) -> str | None:
    """What the money of a column is called, where the heading tells operating from investment grants."""
    use = next((use for word, use in _USES.items() if (told or "").startswith(word)), None)
    return f"subvention {use}" if use and (kind or "subvention").startswith("subvention") else kind


_USES = {
    "fonctionnement": "de fonctionnement",
    "investissement": "d'investissement",
    "equipement": "d'équipement",
    "exceptionnel": "exceptionnelle",
    "complement": "complémentaire",
}


def _wrong_total(total: Total) -> Finding:
    """The finding on a printed total that the rows read do not come to."""
    return Finding(
        "grant-total",
        "warning",
        f"the text prints a total of {total.printed:.2f}, the grants read above it come to {total.read:.2f}",
        f"le texte annonce un total de {total.printed:.2f}, les aides lues au-dessus en font {total.read:.2f}",
        total.span,
    )


def unread(rows: int, span: Span) -> Finding:
    """The finding on rows of a table of grants whose sums or names could not be told apart safely."""
    return Finding(
        "grants-unread",
        "warning",
        f"{rows} grants or rows of tables were left out: it is not clear which sum was granted, or to whom",
        f"{rows} aides ou lignes de tableaux laissées de côté : la somme accordée ou son bénéficiaire n'est pas clair",
        span,
    )
