"""The seed documents as acts, made from their gold annotations, with places found by search."""

from __future__ import annotations

import datetime
import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from delibgraph.facts import (
    Act,
    Attendance,
    Counts,
    Deliberation,
    Funding,
    Organisation,
    Proxy,
    Sitting,
    Span,
    Vote,
)
from delibgraph.identity import Identities, resolve
from delibgraph.rdf import ValidationResult, document_quads, identity_quads
from delibgraph.reading import Document, read
from delibgraph.validation import DocumentValidator

SEEDS = Path(__file__).parents[2] / "../shared/seeds"


@dataclass(frozen=True)
class Gold:
    """One document and its act."""

    document: Document
    act: Act

    def findings(self, act: Act | None = None) -> list[ValidationResult]:
        """What the shapes find in the act, or in another version of it."""
        stated = act or self.act
        identities: Identities = resolve([stated])
        validator = DocumentValidator(identity_quads(identities))
        return validator.validate(document_quads([stated], self.document, identities))


def _place(text: str, words: str) -> Span:
    start = text.casefold().find(words.casefold())
    return (start, start + len(words)) if 0 <= start <= len(text) - len(words) else (0, 1)


def _sitting(gold: dict[str, Any], where: Callable[[str], Span]) -> Sitting:
    roles, replaced = dict(gold["roles"]), dict(gold["substitutes"])
    present = [
        Attendance(
            name,
            "present",
            where(name),
            seat="substitute" if name in replaced else "titular",
            replaces=replaced.get(name),
            role=roles.get(name),
        )
        for name in gold["present"]
    ]
    absent = [Attendance(name, "absent", where(name), seat="titular") for name in gold["absent"]]
    return Sitting(
        body=gold["body"],
        body_kind="pole-metropolitain" if gold["body"].startswith("Pôle") else "metropole",
        siren=gold["body_siren"],
        organ=gold["organ"],
        date=datetime.date.fromisoformat(gold["sitting_date"]),
        convocation_date=datetime.date.fromisoformat(gold["convocation_date"]),
        president=gold["president"],
        secretary=gold["secretary"],
        counts=Counts(**gold["counts"]),
        attendance=(*present, *absent),
        proxies=tuple(Proxy(grantor, holder, where(grantor)) for grantor, holder in gold["proxies"]),
        spans={"secretary": where(gold["secretary"])},
    )


def _gold(path: Path) -> Gold:
    document, gold = read(path), json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))

    def where(words: str) -> Span:
        return _place(document.text, words)

    deliberation = Deliberation(
        span=(0, len(document.text)),
        number=gold["number"],
        title=gold["title"],
        transmission_id=gold["transmission_id"],
        received_date=datetime.date.fromisoformat(gold["received_date"]) if gold["received_date"] else None,
        vote=Vote(gold["vote"]["outcome"], gold["vote"]["unanimous"]),
        funding=tuple(
            Funding(row["beneficiary"], float(row["amount"]), row["status"], where(row["beneficiary"]))
            for row in gold["funding"]
        ),
        organisations=tuple(
            Organisation(row["name"], where(row["name"]), tuple(row.get("kinds", ()))) for row in gold["organisations"]
        ),
        spans={"number": where(gold["number"])},
    )
    act = Act(document.path, document.sha256, _sitting(gold, where), deliberations=(deliberation,))
    return Gold(document, act)


@pytest.fixture(scope="session")
def seeds() -> dict[str, Gold]:
    """The five seeds by their number."""
    if not SEEDS.is_dir():
        pytest.skip("the seed documents are not beside this checkout")
    return {path.name[:3]: _gold(path) for path in sorted(SEEDS.glob("*.txt"))}
