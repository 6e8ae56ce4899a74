"""Gold files: read, checked, and put beside the documents that they are of."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any, NotRequired

from pydantic import ConfigDict, TypeAdapter, ValidationError
from typing_extensions import TypedDict

Gold = Mapping[str, Any]
Name = str | None

_ANY_MORE = ConfigDict(extra="allow")


class GoldError(ValueError):
    """Gold that cannot be read, with the file, the place and the way out."""


class _Funding(TypedDict):
    __pydantic_config__ = _ANY_MORE  # type: ignore[misc]
    beneficiary: str
    amount: float
    status: NotRequired[str | None]
    kind: NotRequired[str | None]
    year: NotRequired[int | None]
    budget_line: NotRequired[str | int | None]
    purpose: NotRequired[str | None]


class _Organisation(TypedDict):
    __pydantic_config__ = _ANY_MORE  # type: ignore[misc]
    name: str
    kinds: NotRequired[list[str]]
    also: NotRequired[list[str]]


class _Vote(TypedDict, total=False):
    __pydantic_config__ = _ANY_MORE  # type: ignore[misc]
    outcome: Name
    unanimous: bool | None
    against: int | None
    abstentions: int | None


class _Deliberation(TypedDict, total=False):
    __pydantic_config__ = _ANY_MORE  # type: ignore[misc]
    number: str | None
    title: str | None
    vote: _Vote | None
    funding: list[_Funding]


class _Gold(TypedDict, total=False):
    __pydantic_config__ = _ANY_MORE  # type: ignore[misc]
    body: Name
    organ: Name
    body_siren: Name
    number: Name
    title: Name
    transmission_id: Name
    sitting_date: Name
    convocation_date: Name
    received_date: Name
    published_date: Name
    president: Name
    secretary: Name
    counts: dict[str, int | None] | None
    present: list[str]
    absent: list[str]
    proxies: list[tuple[str, Name]]
    substitutes: list[tuple[str, Name]]
    roles: list[tuple[str, str]]
    vote: _Vote | None
    funding: list[_Funding]
    organisations: list[_Organisation]
    deliberations: list[_Deliberation]
    complete: list[str]
    optional_present: list[str]
    optional_funding: list[_Funding]


_FORM: TypeAdapter[_Gold] = TypeAdapter(_Gold)
KEYS = tuple(_Gold.__annotations__)


def read_gold(path: Path) -> Gold:
    """The annotations of one document.

    Raises:
        GoldError: no such file, not JSON, or not of the form of gold; the place is named.
    """
    try:
        gold = json.loads(path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError as error:
        raise GoldError(f"{path}: no gold for this document (name it as the document, with .json)") from error
    except json.JSONDecodeError as error:
        raise GoldError(f"{path}, line {error.lineno}, column {error.colno}: not JSON: {error.msg}") from error
    except UnicodeDecodeError as error:
        raise GoldError(f"{path}: not UTF-8 (byte {error.start}); save it as UTF-8") from error
    except (OSError, ValueError, RecursionError) as error:
        raise GoldError(f"{path}: cannot be read: {error}") from error
    if not isinstance(gold, dict):
        raise GoldError(f"{path}: gold is one JSON object a document")
    try:
        _FORM.validate_python(gold, strict=False)
    except ValidationError as error:
        first = error.errors()[0]
        place = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in first["loc"]).lstrip(".")
        raise GoldError(f"{path}, at {place}: {first['msg']} (docs/evaluation.md says what gold holds)") from error
    return gold


def misspelt(gold: Gold) -> list[tuple[str, str]]:
    """Keys that gold does not have and that look like one that it has, each with the one that it looks like."""
    unknown = (key for key in gold if key not in KEYS)
    return [
        (key, near[0]) for key in unknown if (near := get_close_matches(key, KEYS, 1, 0.75)) and near[0] not in gold
    ]


@dataclass(frozen=True, slots=True)
class Paired:
    """Documents with their gold files, documents that have none, and gold files that fit no document."""

    pairs: tuple[tuple[Path, Path], ...]
    without_gold: tuple[Path, ...]
    without_document: tuple[Path, ...]


def pair(folder: Path, documents: Sequence[Path]) -> Paired:
    """Each document and ``folder/NAME.json``, by the document's name without its suffix.

    Raises:
        GoldError: two documents would share one gold file.
    """
    taken: dict[Path, Path] = {}
    for document in documents:
        first = taken.setdefault(folder / f"{document.stem}.json", document)
        if first != document:
            raise GoldError(f"{first} and {document} both fit {document.stem}.json: give one of them another name")
    found = set(folder.glob("*.json"))
    return Paired(
        tuple((document, gold) for gold, document in taken.items() if gold in found),
        tuple(document for gold, document in taken.items() if gold not in found),
        tuple(sorted(found - taken.keys())),
    )
