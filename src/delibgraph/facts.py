"""The facts that a document states, each with its span of the document's text.

This is the one model that the whole street shares: extraction makes these objects, every later stage reads them and
none changes them. Their JSON (:func:`to_json`, :func:`json_schema`) is the project's one serialisation of facts.

A span is a half-open pair of character offsets ``[start, end)`` of :attr:`delibgraph.reading.Document.text`, the unit
of the W3C Web Annotation *Text Position Selector* (https://www.w3.org/TR/annotation-model/#text-position-selector).
Names stand as printed, without civility and function; dates are ISO 8601 calendar dates.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated, Any, Literal

from pydantic import Field, TypeAdapter

Span = tuple[int, int]
Severity = Literal["violation", "warning", "info"]
Status = Literal["present", "absent", "excused", "represented"]
Seat = Literal["titular", "substitute"]
Outcome = Literal["adopted", "rejected", "withdrawn", "postponed", "noted"]
FundingStatus = Literal["granted", "background"]
RelationKind = Literal["relay-of", "member-of", "labelled-by", "partner-of", "borne-by"]
AmendmentKind = Literal["corrects", "replaces", "amends", "repeals"]


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check found wrong, doubtful or worth knowing; ``code`` is stable, the messages are for people."""

    code: str
    severity: Severity
    message: str
    message_fr: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Counts:
    """The four totals that a record prints of its own sitting; ``None`` where it prints none."""

    in_office: int | None = None
    present: int | None = None
    proxies: int | None = None
    votes: int | None = None


@dataclass(frozen=True, slots=True)
class Attendance:
    """One member's state at one sitting. A substitute who sits is present and names whom they replace."""

    person: str
    status: Status
    span: Span
    civility: str | None = None
    seat: Seat | None = None
    replaces: str | None = None
    role: str | None = None
    commune: str | None = None
    from_: Annotated[str | None, Field(alias="from")] = None
    until: str | None = None


@dataclass(frozen=True, slots=True)
class Proxy:
    """A written power to vote (CGCT L2121-20), given by the grantor to the holder for a sitting or a part of it.

    ``holder`` is ``None`` where the text names none.
    """

    grantor: str
    holder: str | None
    span: Span
    from_: Annotated[str | None, Field(alias="from")] = None
    until: str | None = None


@dataclass(frozen=True, slots=True)
class Sitting:
    """One meeting of one organ of a body. ``spans`` gives, by field name, where the text says a header field."""

    body: str | None = None
    body_kind: str | None = None
    siren: str | None = None
    organ: str | None = None
    date: datetime.date | None = None
    convocation_date: datetime.date | None = None
    president: str | None = None
    secretary: str | None = None
    counts: Counts = Counts()
    attendance: tuple[Attendance, ...] = ()
    proxies: tuple[Proxy, ...] = ()
    spans: Mapping[str, Span] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Vote:
    """The result of a vote, by figures where the text prints them (votes cast, proxies included)."""

    outcome: Outcome | None = None
    unanimous: bool | None = None
    for_: Annotated[int | None, Field(alias="for")] = None
    against: int | None = None
    abstentions: int | None = None
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Agreement:
    """The agreement (convention) under which money is given, and its period.

    ``starts`` and ``ends`` are the first and last day or year of the period, as exact as the text (ISO 8601).
    """

    name: str
    span: Span
    starts: str | None = None
    ends: str | None = None


@dataclass(frozen=True, slots=True)
class Instalment:
    """A part in which a grant is paid: its amount or its ``share`` in per cent, and when or upon what it is due."""

    span: Span
    amount: float | None = None
    share: float | None = None
    due: str | None = None


@dataclass(frozen=True, slots=True)
class Funding:
    """Money for a beneficiary: ``granted`` by this deliberation, or ``background``, merely talked about.

    One sum for several, without a word on who gets how much, has them all in ``shared``.
    """

    beneficiary: str
    amount: float
    status: FundingStatus
    span: Span
    currency: str = "EUR"
    kind: str | None = None
    year: int | None = None
    budget_line: str | None = None
    purpose: str | None = None
    conditions: str | None = None
    agreement: Agreement | None = None
    instalments: tuple[Instalment, ...] = ()
    shared: tuple[str, ...] = ()

    @property
    def beneficiaries(self) -> tuple[str, ...]:
        """Those among whom the sum is shared, else the one beneficiary."""
        return self.shared or (self.beneficiary,)


@dataclass(frozen=True, slots=True)
class Organisation:
    """An organisation named in the text, with the kinds it is given there and its other spellings.

    ``identifiers`` are the SIREN (9 digits), SIRET (14) and RNA number (W and 9 digits) printed beside the name. An
    ``acronym`` and ``former`` names that the text tells are among the other spellings (``also``), or are the name.
    """

    name: str
    span: Span
    kinds: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    identifiers: tuple[str, ...] = ()
    acronym: str | None = None
    former: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Relation:
    """What an organisation is to another one: its territorial relay, its member, labelled by it, its partner.

    ``subject`` is an organisation's name, ``None`` for the body that decides; or a project's (``is_project``), which an
    organisation bears or has given its label.
    """

    subject: str | None
    kind: RelationKind
    object: str
    span: Span
    is_project: bool = False


@dataclass(frozen=True, slots=True)
class Office:
    """A person named with an office in an organisation; ``None`` where the text says only that they belong to it."""

    person: str
    organisation: str
    span: Span
    office: str | None = None


@dataclass(frozen=True, slots=True)
class MemberCount:
    """How many members of one sort an organisation has ("61 entreprises"), and the day or year of that (ISO 8601)."""

    organisation: str
    count: int
    members: str
    span: Span
    date: str | None = None


@dataclass(frozen=True, slots=True)
class Amendment:
    """What a deliberation does to an earlier one of the body, which is known by its number, its day, or both."""

    kind: AmendmentKind
    span: Span
    number: str | None = None
    date: datetime.date | None = None


@dataclass(frozen=True, slots=True)
class Deliberation:
    """One decision of a sitting, with its vote, the money in it, and what is said of organisations."""

    span: Span
    number: str | None = None
    title: str | None = None
    matter: str | None = None
    transmission_id: str | None = None
    received_date: datetime.date | None = None
    published_date: datetime.date | None = None
    vote: Vote | None = None
    funding: tuple[Funding, ...] = ()
    organisations: tuple[Organisation, ...] = ()
    relations: tuple[Relation, ...] = ()
    offices: tuple[Office, ...] = ()
    member_counts: tuple[MemberCount, ...] = ()
    amendments: tuple[Amendment, ...] = ()
    spans: Mapping[str, Span] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Act:
    """What one act says: the sitting and its deliberations. A file can hold several; ``part`` counts them from 1.

    ``complete`` is false where the text breaks off; ``findings`` are the reader's own doubts.
    """

    document: str
    sha256: str
    sitting: Sitting
    part: int = 1
    complete: bool = True
    deliberations: tuple[Deliberation, ...] = ()
    findings: tuple[Finding, ...] = ()


_ACT: TypeAdapter[Act] = TypeAdapter(Act)


def to_json(act: Act) -> str:
    """One act as one line of JSON."""
    return _ACT.dump_json(act, by_alias=True).decode()


def from_json(text: str | bytes) -> Act:
    """The act that :func:`to_json` wrote.

    Raises:
        ValueError: the text is not JSON or not the JSON of an act.
    """
    return _ACT.validate_json(text)


def json_schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of :func:`to_json`'s output, published as ``docs/facts.schema.json``."""
    schema = _ACT.json_schema(mode="serialization", by_alias=True)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
