"""An act held against its gold annotation: every field that the gold gives, nothing invented where it is exhaustive.

A name matches when its words do, whatever their order, case and accents. Whether a grantor or a replaced member is
listed among the absent too is equally right. A kind of money may be more exact than the gold's.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from delibgraph.extraction import extract
from delibgraph.facts import Act, Deliberation, Funding, Proxy, Sitting
from delibgraph.reading import read

ROOT = Path(__file__).parents[2]
SHARED = ROOT / "../shared"
Key = tuple[str, ...] | None
Gold = dict[str, Any]

SITTING = {
    "body": "body",
    "organ": "organ",
    "body_siren": "siren",
    "sitting_date": "date",
    "convocation_date": "convocation_date",
    "president": "president",
    "secretary": "secretary",
}
DELIBERATION = ("number", "title", "transmission_id", "received_date", "published_date")


def key(name: object) -> Key:
    """The words of a name, in one order, without case and accents; ``None`` for no name."""
    if name is None:
        return None
    return tuple(sorted(re.findall(r"\w+", fold(str(name)))))


def fold(text: str) -> str:
    """The text without case and accents."""
    return "".join(char for char in unicodedata.normalize("NFD", text.casefold()) if not unicodedata.combining(char))


def letters(name: str) -> str:
    """The letters and figures of a name alone."""
    return "".join(re.findall(r"[^\W_]", fold(name)))


@cache
def act_of(path: Path) -> Act:
    """The one act in a file."""
    [act] = extract(read(path))
    return act


def gold_of(path: Path) -> Gold:
    gold: Gold = json.loads(path.read_text(encoding="utf-8"))
    return gold


def differences(act: Act, gold: Gold) -> dict[str, str]:
    """What differs, by field."""
    [deliberation] = act.deliberations
    found = [
        *_fields(act.sitting, deliberation, gold),
        *_people(act.sitting, gold),
        *_vote(deliberation, gold),
        *_money(deliberation, gold),
        *_organisations(deliberation, gold),
    ]
    return dict(found)


def _fields(sitting: Sitting, deliberation: Deliberation, gold: Gold) -> Iterator[tuple[str, str]]:
    read_out = {name: getattr(sitting, field) for name, field in SITTING.items()}
    read_out |= {name: getattr(deliberation, name) for name in DELIBERATION}
    for name, value in read_out.items():
        if name in gold and key(value) != key(gold[name]):
            yield name, f"{value!r}, gold {gold[name]!r}"
    for name, count in gold.get("counts", {}).items():
        if getattr(sitting.counts, name) != count:
            yield f"counts.{name}", f"{getattr(sitting.counts, name)!r}, gold {count!r}"
    roles = {(key(entry.person), key(entry.role)) for entry in sitting.attendance}
    for person, role in gold.get("roles", ()):
        if (key(person), key(role)) not in roles:
            yield f"roles.{person}", f"gold {role!r}"


def _people(sitting: Sitting, gold: Gold) -> Iterator[tuple[str, str]]:
    entries = sitting.attendance
    optional = {key(name) for name in gold.get("optional_present", ())}
    found: dict[str, set[Any]] = {
        "present": {key(entry.person) for entry in entries if entry.status == "present"} - optional,
        "absent": {key(entry.person) for entry in entries if entry.status != "present"}
        | {key(entry.replaces) for entry in entries if entry.replaces},
        "proxies": {(key(proxy.grantor), _as_printed(proxy, gold)) for proxy in sitting.proxies},
        "substitutes": {(key(entry.person), key(entry.replaces)) for entry in entries if entry.replaces},
    }
    wanted: dict[str, set[Any]] = {
        "present": {key(name) for name in gold["present"]} - optional,
        "absent": {key(name) for name in gold["absent"]}
        | {key(grantor) for grantor, _ in gold["proxies"]}
        | {key(replaced) for _, replaced in gold["substitutes"]},
        "proxies": {(key(grantor), key(holder)) for grantor, holder in gold["proxies"]},
        "substitutes": {(key(substitute), key(replaced)) for substitute, replaced in gold["substitutes"]},
    }
    for name, people in wanted.items():
        missed, invented = people - found[name], found[name] - people
        if missed or (invented and name in gold["complete"]):
            yield name, f"missed {missed}, invented {invented}"


def _as_printed(proxy: Proxy, gold: Gold) -> Key:
    """The proxy's holder; where the gold keeps a short form ("G. Durand"), the full name of a member is right too."""
    holder = key(proxy.holder)
    printed = next((key(held) for grantor, held in gold["proxies"] if key(grantor) == key(proxy.grantor)), None)
    if holder is None or printed is None or holder not in map(key, gold["present"]):
        return holder
    return printed if all(word in holder or len(word) <= 2 for word in printed) else holder


def _vote(deliberation: Deliberation, gold: Gold) -> Iterator[tuple[str, str]]:
    for name, value in gold.get("vote", {}).items():
        got = getattr(deliberation.vote, {"for": "for_"}.get(name, name), None)
        if got != value:
            yield f"vote.{name}", f"{got!r}, gold {value!r}"


def _money(deliberation: Deliberation, gold: Gold) -> Iterator[tuple[str, str]]:
    left = list(deliberation.funding)
    for wanted in gold.get("funding", ()):
        name = f"funding.{wanted['beneficiary']}"
        match = next((fact for fact in left if _is_same(fact, wanted)), None)
        if match is None:
            yield name, f"missed {wanted['amount']}"
            continue
        left.remove(match)
        status = wanted.get("status") or ("background" if wanted.get("decided") is False else "granted")
        for field, value in {**wanted, "status": status}.items():
            if field in ("kind", "year", "budget_line", "purpose", "status") and not _agrees(field, match, value):
                yield f"{name}.{field}", f"{getattr(match, field)!r}, gold {value!r}"
    granted = [fact for fact in left if fact.status == "granted"]
    if granted and "funding" in gold["complete"]:
        yield "funding", f"invented {granted}"


def _is_same(fact: Funding, wanted: Gold) -> bool:
    got, name = letters(fact.beneficiary), letters(wanted["beneficiary"])
    return fact.amount == wanted["amount"] and (got in name or name in got)


def _agrees(field: str, fact: Funding, value: object) -> bool:
    got = getattr(fact, field)
    if field == "kind" and got is not None and value is not None:
        return fold(got).startswith(fold(str(value)))
    return key(got) == key(value)


def _organisations(deliberation: Deliberation, gold: Gold) -> Iterator[tuple[str, str]]:
    for wanted in gold.get("organisations", ()):
        known = {letters(wanted["name"])}
        match = next((o for o in deliberation.organisations if known & set(map(letters, (o.name, *o.also)))), None)
        if match is None:
            yield f"organisations.{wanted['name']}", "missed"
            continue
        if kinds := set(wanted.get("kinds", ())) - set(match.kinds):
            yield f"organisations.{wanted['name']}.kinds", f"missed {kinds}"
        if also := set(map(letters, wanted.get("also", ()))) - set(map(letters, (match.name, *match.also))):
            yield f"organisations.{wanted['name']}.also", f"missed {also}"
