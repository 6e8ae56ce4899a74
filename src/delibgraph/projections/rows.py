"""The rows that a projection is made from: what the store answers, as typed records."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Protocol, TypeVar


@dataclass(frozen=True, slots=True)
class ProxyRow:
    """One proxy as one document states it; a proxy told by three documents is three rows.

    ``proxy``, ``sitting``, ``grantor`` and ``holder`` are IRIs, the rest is text for people. ``date`` is an ISO 8601
    calendar date. ``holder`` is ``None`` where the document names none. ``from_`` and ``until`` are the bounds as
    printed ("question 11", "22:40").
    """

    proxy: str
    sitting: str
    grantor: str
    grantor_name: str
    holder: str | None = None
    holder_name: str | None = None
    date: str | None = None
    body: str | None = None
    organ: str | None = None
    from_: str | None = None
    until: str | None = None
    document: str | None = None
    quote: str | None = None


@dataclass(frozen=True, slots=True)
class AttendanceRow:
    """One member's state at one sitting, as one document states it.

    ``replaces`` is the IRI of the member whose seat a substitute takes, ``attendance`` the IRI of the record.
    """

    sitting: str
    official: str
    name: str
    status: str
    date: str | None = None
    body: str | None = None
    organ: str | None = None
    replaces: str | None = None
    attendance: str | None = None
    document: str | None = None
    quote: str | None = None


@dataclass(frozen=True, slots=True)
class FundingRow:
    """One sum granted, as one document states it; a grant told by two documents is two rows.

    ``funding``, ``sitting``, ``funder`` and ``beneficiary`` are IRIs, ``amount`` is in units of ``currency`` (an
    ISO 4217 code), ``year`` is the year that the money is for; the rest is text for people.
    """

    funding: str
    sitting: str
    funder: str
    beneficiary: str
    beneficiary_name: str
    amount: Decimal
    currency: str
    funder_name: str | None = None
    date: str | None = None
    organ: str | None = None
    year: int | None = None
    kind: str | None = None
    purpose: str | None = None
    number: str | None = None
    title: str | None = None
    document: str | None = None
    quote: str | None = None


class _Dated(Protocol):
    @property
    def date(self) -> str | None: ...


Row = TypeVar("Row", bound=_Dated)


def within(rows: Iterable[Row], since: str | None = None, through: str | None = None) -> Iterator[Row]:
    """The rows of a period, both days included; a bound of ``None`` is open.

    A sitting without a date lies in no period: it passes only where both bounds are open.
    """
    if since is None and through is None:
        yield from rows
    else:
        yield from (row for row in rows if row.date and (since or "") <= row.date <= (through or "9999-12-31"))
