"""Every fact of the graph as plain tables, one file a class: CSV for spreadsheets, Parquet for DuckDB and pandas.

A thing is told by its IRI, with its name in the column beside it. The table ``evidence`` leads from each fact to the
characters of the document that prove it. Where documents disagree on one value, the largest figure and the first text
are taken.
"""

from __future__ import annotations

import csv
import datetime
import io
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from itertools import islice
from pathlib import Path
from typing import IO, Any, Literal, get_args

from pyoxigraph import DefaultGraph, NamedNode, Store

from delibgraph.exports.cells import inert
from delibgraph.queries.running import Value, plain
from delibgraph.rdf.vocabulary import DCTERMS, DG, FOAF, OA, ORG, RDF, SH, SKOS
from delibgraph.store.files import replacing

Kind = Literal["text", "texts", "date", "dates", "integer", "decimal", "boolean", "code", "codes", "thing"]
TableFormat = Literal["csv", "parquet"]
TABLE_FORMATS: tuple[TableFormat, ...] = get_args(TableFormat)
Cell = str | int | Decimal | bool | datetime.date | list[str] | list[datetime.date] | None
Row = dict[str, Cell]
_BATCH = 50_000  # rows held in memory at once
_MERGED = DefaultGraph()
_NAMES = (FOAF.name, SKOS.prefLabel, DG.number, DCTERMS.title, DG.date)
_SELECTED = {OA.exact: "quote", OA.start: "start", OA.end: "end"}


class TablesError(RuntimeError):
    """Tables that cannot be written, with the way out."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: the property that fills it, and the kind of its values."""

    name: str
    predicate: NamedNode
    kind: Kind = "text"


def _columns(**told: tuple[NamedNode, Kind]) -> tuple[Column, ...]:
    return tuple(Column(name, predicate, kind) for name, (predicate, kind) in told.items())


_SPAN = _columns(since=(DG["from"], "text"), until=(DG.until, "text"))

TABLES: Mapping[str, tuple[NamedNode, tuple[Column, ...]]] = {
    "bodies": (
        DG.Body,
        _columns(
            name=(SKOS.prefLabel, "text"),
            spellings=(SKOS.altLabel, "texts"),
            siren=(DG.siren, "text"),
            siret=(DG.siret, "text"),
            kind=(DG.bodyKind, "code"),
            linked_to=(ORG.linkedTo, "texts"),
        ),
    ),
    "organs": (DG.Organ, _columns(name=(SKOS.prefLabel, "text"), body=(ORG.unitOf, "thing"))),
    "officials": (DG.ElectedOfficial, _columns(name=(FOAF.name, "text"), spellings=(SKOS.altLabel, "texts"))),
    "mandates": (
        DG.Mandate,
        _columns(
            official=(ORG.member, "thing"),
            organ=(ORG.organization, "thing"),
            seat=(DG.seat, "code"),
            offices=(DG.office, "texts"),
            observed_on=(DG.observedOn, "dates"),
        ),
    ),
    "sittings": (
        DG.Sitting,
        _columns(
            organ=(DG.organ, "thing"),
            date=(DG.date, "date"),
            convocation_date=(DG.convocationDate, "date"),
            president=(DG.president, "thing"),
            secretary=(DG.secretary, "thing"),
            in_office=(DG.membersInOffice, "integer"),
            present=(DG.declaredPresent, "integer"),
            proxies=(DG.declaredProxies, "integer"),
            votes=(DG.declaredVotes, "integer"),
        ),
    ),
    "attendance": (
        DG.Attendance,
        _columns(
            sitting=(DG.sitting, "thing"),
            official=(DG.official, "thing"),
            status=(DG.attendanceStatus, "code"),
            seat=(DG.seat, "code"),
            replaces=(DG.replaces, "thing"),
        )
        + _SPAN,
    ),
    "proxies": (
        DG.Proxy,
        _columns(sitting=(DG.sitting, "thing"), grantor=(DG.grantor, "thing"), holder=(DG.holder, "thing")) + _SPAN,
    ),
    "deliberations": (
        DG.Deliberation,
        _columns(
            sitting=(DG.sitting, "thing"),
            number=(DG.number, "text"),
            title=(DCTERMS.title, "text"),
            matter=(DG.matter, "code"),
            transmission_id=(DG.transmissionId, "text"),
            received_date=(DG.receivedDate, "date"),
            published_date=(DG.publishedDate, "date"),
            corrects=(DG.corrects, "thing"),
            supersedes=(DG.supersedes, "thing"),
            amends=(DG.amends, "thing"),
            repeals=(DG.repeals, "thing"),
        ),
    ),
    "votes": (
        DG.Vote,
        _columns(
            deliberation=(DG.deliberation, "thing"),
            outcome=(DG.outcome, "code"),
            unanimous=(DG.unanimous, "boolean"),
            votes_for=(DG.votesFor, "integer"),
            votes_against=(DG.votesAgainst, "integer"),
            abstentions=(DG.abstentions, "integer"),
        ),
    ),
    "funding": (
        DG.Funding,
        _columns(
            deliberation=(DG.deliberation, "thing"),
            funder=(DG.funder, "thing"),
            beneficiary=(DG.beneficiary, "thing"),
            amount=(DG.amount, "decimal"),
            currency=(DG.currency, "text"),
            year=(DG.year, "integer"),
            kind=(DG.fundingKind, "text"),
            purpose=(DG.purpose, "text"),
            budget_line=(DG.budgetLine, "text"),
            status=(DG.fundingStatus, "code"),
            shared_among=(DG.sharedAmong, "texts"),
            conditions=(DG.conditions, "text"),
            agreement=(DG.agreement, "thing"),
        ),
    ),
    "agreements": (
        DG.Agreement,
        _columns(
            name=(DCTERMS.title, "text"), period_start=(DG.periodStart, "text"), period_end=(DG.periodEnd, "text")
        ),
    ),
    "instalments": (
        DG.Instalment,
        _columns(
            funding=(DG.funding, "thing"),
            amount=(DG.partAmount, "decimal"),
            share=(DG.share, "decimal"),
            due=(DG.due, "text"),
        ),
    ),
    "organisations": (
        DG.Organisation,
        _columns(
            name=(SKOS.prefLabel, "text"),
            spellings=(SKOS.altLabel, "texts"),
            kinds=(DG.organisationKind, "codes"),
            kind_labels=(DG.kindLabel, "texts"),
            siren=(DG.siren, "text"),
            siret=(DG.siret, "text"),
            rna=(DG.rna, "text"),
            acronym=(DG.acronym, "texts"),
            former_names=(DG.formerName, "texts"),
            linked_to=(ORG.linkedTo, "texts"),
        ),
    ),
    "relations": (
        DG.Relation,
        _columns(
            deliberation=(DG.deliberation, "thing"),
            kind=(DG.relationKind, "code"),
            subject=(DG.subject, "thing"),
            project=(DG.project, "text"),
            object=(DG.object, "thing"),
        ),
    ),
    "affiliations": (
        DG.Affiliation,
        _columns(
            deliberation=(DG.deliberation, "thing"),
            person=(ORG.member, "thing"),
            organisation=(ORG.organization, "thing"),
            offices=(DG.office, "texts"),
        ),
    ),
    "member_counts": (
        DG.MemberCount,
        _columns(
            deliberation=(DG.deliberation, "thing"),
            organisation=(DG.organisation, "thing"),
            count=(DG["count"], "integer"),
            members=(DG.memberSort, "text"),
            as_of=(DG.asOf, "text"),
        ),
    ),
    "findings": (
        SH.ValidationResult,
        _columns(
            code=(DG.findingCode, "text"),
            severity=(SH.resultSeverity, "code"),
            messages=(SH.resultMessage, "texts"),
            focus=(SH.focusNode, "thing"),
            document=(DG.inDocument, "thing"),
        ),
    ),
    "documents": (DG.SourceDocument, _columns(name=(DCTERMS.title, "text"), sha256=(DG.sha256, "text"))),
}
"""Each table's class and columns. Every row begins with its own ``iri``."""

EVIDENCE: Mapping[str, Kind] = {
    "fact": "text",
    "evidence": "text",
    "document": "text",
    "document_name": "text",
    "start": "integer",
    "end": "integer",
    "quote": "text",
}
"""The columns of the table ``evidence``; ``start`` and ``end`` count characters of the document as read."""


def write_tables(store: Store, out: Path, format_: TableFormat) -> dict[str, int]:
    """Write every table into a folder, and tell how many rows each has. Rows are sorted by IRI.

    Raises:
        TablesError: Parquet without ``pyarrow``.
        OSError: the folder cannot be written.
    """
    write = _parquet() if format_ == "parquet" else _write_csv
    out.mkdir(parents=True, exist_ok=True)
    counts = {}
    for name in (*TABLES, "evidence"):
        with replacing(out / f"{name}.{format_}") as target:
            counts[name] = write(target, columns(name), rows(store, name))
    return counts


def columns(table: str) -> dict[str, Kind]:
    """The names and kinds of a table's columns, in their order."""
    if table == "evidence":
        return dict(EVIDENCE)
    told: dict[str, Kind] = {"iri": "text"}
    for column in TABLES[table][1]:
        told[column.name] = "text" if column.kind == "thing" else column.kind
        if column.kind == "thing":
            told[f"{column.name}_name"] = "text"
    return told


def rows(store: Store, table: str) -> Iterator[Row]:
    """The rows of a table, sorted by IRI."""
    named = lru_cache(100_000)(lambda node: _name(store, node))
    if table == "evidence":
        yield from _evidence(store, named)
        return
    kind, wanted = TABLES[table]
    for subject in sorted(_text(quad.subject) for quad in store.quads_for_pattern(None, RDF.type, kind, _MERGED)):
        told = _told(store, subject)
        row: Row = {"iri": subject}
        for column in wanted:
            values = sorted(told.get(column.predicate, ()))
            row[column.name] = _CELLS[column.kind](values) if values else None
            if column.kind == "thing":
                row[f"{column.name}_name"] = named(values[0]) if values else None
        yield row


def _evidence(store: Store, named: Callable[[str], str | None]) -> Iterator[Row]:
    proofs = store.quads_for_pattern(None, DG.evidence, None, _MERGED)
    for fact, place in sorted((_text(quad.subject), _text(quad.object)) for quad in proofs):
        told = _told(store, place)
        source = told.get(OA.hasSource, [None])[0]
        row: Row = dict.fromkeys(EVIDENCE)
        row |= {"fact": fact, "evidence": place, "document": source, "document_name": named(source) if source else None}
        for selector in told.get(OA.hasSelector, ()):
            for predicate, values in _told(store, selector).items():
                if predicate in _SELECTED:
                    name = _SELECTED[predicate]
                    row[name] = _CELLS[EVIDENCE[name]](values)
        yield row


def _text(term: Value) -> str:
    return plain(term) or ""


def _told(store: Store, subject: str) -> dict[NamedNode, list[str]]:
    """All that the graph says of a thing, as text by property."""
    told: dict[NamedNode, list[str]] = {}
    for quad in store.quads_for_pattern(NamedNode(subject), None, None, _MERGED):
        told.setdefault(quad.predicate, []).append(_text(quad.object))
    return told


def _name(store: Store, node: str) -> str | None:
    """What a thing is called: a person's or organisation's name, a deliberation's number, a document's title, a day."""
    told = _told(store, node)
    return next((min(told[predicate]) for predicate in _NAMES if predicate in told), None)


def _code(iri: str) -> str:
    """The code's own part: ``present`` of ``…/code/attendance-present``, ``Warning`` of ``…shacl#Warning``."""
    local = iri.rpartition("#")[2].rpartition("/")[2]
    return local.partition("-")[2] or local


_CELLS: Mapping[Kind, Callable[[list[str]], Cell]] = {
    "text": lambda values: values[0],
    "thing": lambda values: values[0],
    "texts": list,
    "code": lambda values: _code(values[0]),
    "codes": lambda values: [_code(value) for value in values],
    "date": lambda values: datetime.date.fromisoformat(values[0]),
    "dates": lambda values: [datetime.date.fromisoformat(value) for value in values],
    "integer": lambda values: max(map(int, values)),
    "decimal": lambda values: max(map(Decimal, values)),
    "boolean": lambda values: values[0] == "true",
}


def _write_csv(target: IO[bytes], told: Mapping[str, Kind], found: Iterable[Row]) -> int:
    """CSV in UTF-8 (RFC 4180); several values of a cell stand with " | " between them."""
    text = io.TextIOWrapper(target, encoding="utf-8", newline="")
    writer = csv.writer(text)
    writer.writerow(told)
    count = 0
    for row in found:
        writer.writerow(_plain(row[name]) for name in told)
        count += 1
    text.flush()
    text.detach()
    return count


def _plain(cell: Cell) -> str:
    if isinstance(cell, bool):
        return str(cell).lower()
    if isinstance(cell, list):
        return inert(" | ".join(map(str, cell)))
    return inert(cell) if isinstance(cell, str) else "" if cell is None else str(cell)


def _parquet() -> Callable[[IO[bytes], Mapping[str, Kind], Iterable[Row]], int]:
    try:
        import pyarrow as pa
        from pyarrow import parquet
    except ImportError as error:
        raise TablesError(
            "Parquet needs pyarrow (pip install 'delibgraph[tables]'), or ask for --format csv"
        ) from error
    types: dict[Kind, Any] = {
        "date": pa.date32(),
        "dates": pa.list_(pa.date32()),
        "integer": pa.int64(),
        "decimal": pa.decimal128(20, 4),
        "boolean": pa.bool_(),
        "texts": pa.list_(pa.string()),
        "codes": pa.list_(pa.string()),
    }

    def write(target: IO[bytes], told: Mapping[str, Kind], found: Iterable[Row]) -> int:
        schema = pa.schema([(name, types.get(kind, pa.string())) for name, kind in told.items()])
        count, source = 0, iter(found)
        with parquet.ParquetWriter(target, schema, compression="zstd") as writer:
            while batch := list(islice(source, _BATCH)):
                writer.write_table(pa.Table.from_pylist(batch, schema=schema))
                count += len(batch)
        return count

    return write
