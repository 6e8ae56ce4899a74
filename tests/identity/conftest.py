"""Makers of acts for the tests of identity: from a few names, and from the reference annotations."""

from __future__ import annotations

import datetime
import hashlib
import json
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from delibgraph.facts import Act, Attendance, Deliberation, Funding, Organisation, Proxy, Sitting

SHARED = Path(__file__).parents[2] / "../shared"
NOWHERE = (0, 0)

ActMaker = Callable[..., Act]


def make_act(
    number: int,
    listed: Iterable[str | tuple[str, str]] = (),
    proxies: Iterable[tuple[str, str | None]] = (),
    replaced: Iterable[tuple[str, str]] = (),
    *,
    body: str | None = "Ville de Trelles",
    kind: str | None = None,
    siren: str | None = None,
    organ: str | None = "Conseil municipal",
    date: datetime.date | None = None,
    president: str | None = None,
    secretary: str | None = None,
    granted: Iterable[str] = (),
    background: Iterable[str] = (),
    organisations: Iterable[Organisation] = (),
) -> Act:
    """An act told from others by its number; a listed member is a name, or a name and a civility."""
    members = [(entry, None) if isinstance(entry, str) else entry for entry in listed]
    attendance = [Attendance(name, "present", NOWHERE, civility) for name, civility in members]
    attendance += [Attendance(name, "present", NOWHERE, replaces=other) for name, other in replaced]
    sitting = Sitting(
        body,
        kind,
        siren,
        organ,
        date,
        president=president,
        secretary=secretary,
        attendance=tuple(attendance),
        proxies=tuple(Proxy(grantor, holder, NOWHERE) for grantor, holder in proxies),
    )
    funding = [Funding(name, 100.0, "granted", NOWHERE) for name in granted]
    funding += [Funding(name, 100.0, "background", NOWHERE) for name in background]
    deliberation = Deliberation(NOWHERE, funding=tuple(funding), organisations=tuple(organisations))
    return Act(
        f"{number}.txt", hashlib.sha256(str(number).encode()).hexdigest(), sitting, deliberations=(deliberation,)
    )


@pytest.fixture(scope="session")
def act() -> ActMaker:
    """The maker of acts."""
    return make_act


def act_of_gold(path: Path) -> Act:
    """The act that an annotation describes."""
    gold = json.loads(path.read_text(encoding="utf-8"))
    replaced = dict(gold.get("substitutes", ()))
    attendance = [Attendance(name, "present", NOWHERE, replaces=replaced.get(name)) for name in gold["present"]]
    attendance += [Attendance(name, "absent", NOWHERE) for name in gold["absent"]]
    sitting = Sitting(
        body=gold["body"],
        siren=gold.get("body_siren"),
        organ=gold["organ"],
        date=datetime.date.fromisoformat(gold["sitting_date"]),
        president=gold["president"],
        secretary=gold["secretary"],
        attendance=tuple(attendance),
        proxies=tuple(Proxy(grantor, holder, NOWHERE) for grantor, holder in gold["proxies"]),
    )
    deliberation = Deliberation(
        NOWHERE,
        number=gold["number"],
        funding=tuple(Funding(f["beneficiary"], f["amount"], f["status"], NOWHERE) for f in gold["funding"]),
        organisations=tuple(
            Organisation(o["name"], NOWHERE, tuple(o.get("kinds", ())), tuple(o.get("also", ())))
            for o in gold["organisations"]
        ),
    )
    sha256 = hashlib.sha256(path.with_suffix(".txt").read_bytes()).hexdigest()
    return Act(path.stem, sha256, sitting, deliberations=(deliberation,))


@pytest.fixture(scope="session")
def seed_acts() -> list[Act]:
    """The acts of the annotated seeds; skips where the reference material is missing."""
    paths = sorted((SHARED / "seeds").glob("*.json"))
    if not paths:
        pytest.skip("no reference material beside the checkout")
    return [act_of_gold(path) for path in paths]
