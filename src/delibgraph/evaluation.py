"""Facts held against gold annotations: precision, recall and F1 a field, and the documents wrong unawares.

Gold is one JSON object a document (``docs/evaluation.md`` gives its keys). A field that the annotation marks as
complete counts what was invented as well as what was missed; in others only what was missed counts.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import regex

from delibgraph.extraction.matching import fits, same_person, words
from delibgraph.facts import Act, Deliberation, Funding, Organisation, Vote
from delibgraph.identity import Identities

Gold = Mapping[str, Any]
_SCALARS = (
    "body", "organ", "body_siren", "number", "title", "sitting_date", "convocation_date", "received_date",
    "published_date", "transmission_id", "president", "secretary",
)  # fmt: skip
_COUNTS = ("in_office", "present", "proxies", "votes")
_VOTE = {
    "outcome": "outcome",
    "unanimous": "unanimous",
    "for": "for_",
    "against": "against",
    "abstentions": "abstentions",
}
_BODY_LEAD = frozenset(["ville", "de", "commune", "mairie", "d", "la", "le", "du", "des", "l"])
_SMALL = frozenset(["l", "la", "le", "les", "de", "du", "des", "d", "association", "societe", "club"])


class GoldError(ValueError):
    """Gold that cannot be read, with the file and the way out."""


@dataclass(slots=True)
class Score:
    """Right, missed and invented items of one field."""

    right: int = 0
    missed: list[str] = field(default_factory=list)
    invented: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        """Share of what was found that is right; 1 where nothing was found."""
        found = self.right + len(self.invented)
        return self.right / found if found else 1.0

    @property
    def recall(self) -> float:
        """Share of the gold that was found; 1 where there is none."""
        expected = self.right + len(self.missed)
        return self.right / expected if expected else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0

    def add(self, other: Score) -> None:
        """Count another document's items too."""
        self.right += other.right
        self.missed += other.missed
        self.invented += other.invented


@dataclass(frozen=True, slots=True)
class Judged:
    """One document's scores by field; ``findings`` are the codes that it bears, notes of severity info aside."""

    document: str
    scores: Mapping[str, Score]
    findings: tuple[str, ...]

    @property
    def wrong(self) -> bool:
        """Whether any field missed or invented anything."""
        return any(score.missed or score.invented for score in self.scores.values())

    @property
    def unaware(self) -> bool:
        """Wrong, and no finding says so."""
        return self.wrong and not self.findings


def read_gold(path: Path) -> Gold:
    """The annotations of one document.

    Raises:
        GoldError: no such file, or not the JSON of an object.
    """
    try:
        gold = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise GoldError(f"{path}: no gold for this document (name it as the document, with .json)") from error
    except (OSError, ValueError) as error:
        raise GoldError(f"{path}: not readable as JSON: {error}") from error
    if not isinstance(gold, dict):
        raise GoldError(f"{path}: gold is one JSON object a document")
    return gold


def judge(act: Act, gold: Gold, identities: Identities) -> Judged:
    """An act's facts against its gold. The body's SIREN is the one that identity gives the body."""
    scores = {
        **_scalars(act, gold, identities),
        "counts": _fields(gold.get("counts"), {name: getattr(act.sitting.counts, name) for name in _COUNTS}),
        **_people(act, gold),
        "roles": _roles(act, gold),
        "vote": _vote(act, gold),
        "funding": _funding(act, gold),
        "funding_details": _funding_details(act, gold),
        "organisations": _organisations(act, gold),
    }
    serious = tuple(finding.code for finding in act.findings if finding.severity != "info")
    return Judged(act.document, {name: score for name, score in scores.items() if score is not None}, serious)


def total(judged: Iterable[Judged]) -> dict[str, Score]:
    """The scores of all documents by field (micro-averaged)."""
    totals: dict[str, Score] = {}
    for document in judged:
        for name, score in document.scores.items():
            totals.setdefault(name, Score()).add(score)
    return totals


def _scalars(act: Act, gold: Gold, identities: Identities) -> dict[str, Score | None]:
    sitting, deliberation = act.sitting, _named(act)
    found: dict[str, Any] = {
        "body": sitting.body,
        "organ": sitting.organ,
        "body_siren": identities.body(act).siren,
        "number": deliberation and deliberation.number,
        "title": deliberation and deliberation.title,
        "sitting_date": sitting.date and sitting.date.isoformat(),
        "convocation_date": sitting.convocation_date and sitting.convocation_date.isoformat(),
        "received_date": deliberation and deliberation.received_date and deliberation.received_date.isoformat(),
        "published_date": deliberation and deliberation.published_date and deliberation.published_date.isoformat(),
        "transmission_id": deliberation and deliberation.transmission_id,
        "president": sitting.president,
        "secretary": sitting.secretary,
    }
    return {name: _scalar(name, found[name], gold[name]) if name in gold else None for name in _SCALARS}


def _scalar(name: str, found: str | None, expected: str | None) -> Score:
    if name in ("president", "secretary"):
        return _one(found, expected, _fits_person)
    return _one(found, expected, _same_body if name in ("body", "organ") else _same_text)


def _one(found: Any, expected: Any, same: Callable[[Any, Any], bool]) -> Score:
    score = Score()
    if found is not None and expected is not None and same(found, expected):
        score.right = 1
    else:
        score.missed += [str(expected)] if expected is not None else []
        score.invented += [str(found)] if found is not None else []
    return score


def _same_text(left: Any, right: Any) -> bool:
    return words(str(left)) == words(str(right)) if isinstance(right, str) else left == right


def _same_body(left: str, right: str) -> bool:
    return [w for w in words(left) if w not in _BODY_LEAD] == [w for w in words(right) if w not in _BODY_LEAD]


def _fits_person(left: str | None, right: str | None) -> bool:
    if left is None or right is None:
        return left is right
    return same_person(left, right) or fits(right, left)


def _fields(gold: Mapping[str, Any] | None, found: Mapping[str, Any]) -> Score | None:
    """Values by name: each that the gold gives must be found, and nothing else."""
    if gold is None:
        return None
    score = Score()
    for name, value in found.items():
        one = _one(value, gold.get(name), lambda left, right: bool(left == right))
        one.missed = [f"{name}: {item}" for item in one.missed]
        one.invented = [f"{name}: {item}" for item in one.invented]
        score.add(one)
    return score


def _people(act: Act, gold: Gold) -> dict[str, Score | None]:
    sitting = act.sitting
    grantors = [proxy.grantor for proxy in sitting.proxies]
    away = [entry.person for entry in sitting.attendance if entry.status != "present"]
    replaced = [entry.replaces for entry in sitting.attendance if entry.replaces]
    gold_away = [
        *gold.get("absent", ()),
        *(p[0] for p in gold.get("proxies", ())),
        *(s[1] for s in gold.get("substitutes", ())),
    ]
    pairs = [(proxy.grantor, proxy.holder) for proxy in sitting.proxies]
    substitutes = [(entry.person, entry.replaces) for entry in sitting.attendance if entry.replaces]
    return {
        "present": _matched(
            gold,
            "present",
            [e.person for e in sitting.attendance if e.status == "present"],
            gold.get("present"),
            same_person,
        ),
        "absent": _matched(
            gold, "absent", [*away, *grantors, *replaced], gold_away if "absent" in gold else None, same_person
        ),
        "proxies": _matched(gold, "proxies", pairs, gold.get("proxies"), _same_pair),
        "substitutes": _matched(gold, "substitutes", substitutes, gold.get("substitutes"), _same_pair),
    }


def _same_pair(found: Sequence[str | None], expected: Sequence[str | None]) -> bool:
    return _fits_person(found[0], expected[0]) and _fits_person(found[1], expected[1])


def _matched(
    gold: Gold, name: str, found: Sequence[Any], expected: Sequence[Any] | None, same: Callable[[Any, Any], bool]
) -> Score | None:
    """Two lists against each other, repeats aside; what is optional is right either way."""
    if expected is None:
        return None
    optional = gold.get(f"optional_{name}", ())
    wanted, got = _distinct(expected, same), _distinct(found, same)
    score = Score()
    for item in wanted:
        match = next((other for other in got if same(other, item)), None)
        if match is None:
            score.missed += [] if any(same(item, other) for other in optional) else [_show(item)]
        else:
            got.remove(match)
            score.right += 1
    if name in gold.get("complete", ()):
        score.invented += [_show(item) for item in got if not any(same(item, other) for other in optional)]
    return score


def _distinct(items: Sequence[Any], same: Callable[[Any, Any], bool]) -> list[Any]:
    kept: list[Any] = []
    for item in items:
        if not any(same(item, other) and same(other, item) for other in kept):
            kept.append(item)
    return kept


def _show(item: Any) -> str:
    return item if isinstance(item, str) else " → ".join(str(part) for part in item)


def _roles(act: Act, gold: Gold) -> Score | None:
    if "roles" not in gold:
        return None
    held = [(entry.person, entry.role) for entry in act.sitting.attendance if entry.role]
    return _matched(
        gold, "roles", held, gold["roles"], lambda f, g: _fits_person(f[0], g[0]) and words(f[1]) == words(g[1])
    )


def _vote(act: Act, gold: Gold) -> Score | None:
    vote = _principal_vote(act)
    if not gold.get("vote"):
        return None
    asked = {name: value for name, value in gold["vote"].items() if name in _VOTE}
    return _fields(asked, {name: getattr(vote, _VOTE[name], None) for name in asked})


def _named(act: Act) -> Deliberation | None:
    """The deliberation whose number and title stand for a record's: the first that bears a number, else the first."""
    numbered = (deliberation for deliberation in act.deliberations if deliberation.number)
    return next(numbered, next(iter(act.deliberations), None))


def _principal_vote(act: Act) -> Vote | None:
    """The funding decision's vote, else the first that is told."""
    told = [deliberation for deliberation in act.deliberations if deliberation.vote]
    granting = (d for d in told if any(grant.status == "granted" for grant in d.funding))
    deliberation = next(granting, next(iter(told), None))
    return deliberation.vote if deliberation else None


def _grants(act: Act) -> list[Funding]:
    return [grant for deliberation in act.deliberations for grant in deliberation.funding]


def _funding(act: Act, gold: Gold) -> Score | None:
    """Granted sums in both directions; of background sums, those that the gold gives."""
    if "funding" not in gold:
        return None
    found = [(grant.beneficiary, grant.amount) for grant in _grants(act) if grant.status == "granted"]
    told = [(grant.beneficiary, grant.amount) for grant in _grants(act) if grant.status == "background"]
    wanted = [(item["beneficiary"], float(item["amount"])) for item in gold["funding"] if not _is_background(item)]
    recalled = [(item["beneficiary"], float(item["amount"])) for item in gold["funding"] if _is_background(item)]
    optional = [(item["beneficiary"], float(item["amount"])) for item in gold.get("optional_funding", ())]
    score = _matched({**gold, "optional_funding": optional}, "funding", found, wanted, _same_grant)
    background = _matched({}, "background", told, recalled, _same_grant)
    if score is not None and background is not None:
        score.add(background)
    return score


def _is_background(item: Mapping[str, Any]) -> bool:
    return item.get("status") == "background" or item.get("decided") is False


def _same_grant(found: tuple[str, float], expected: tuple[str, float]) -> bool:
    left, right = ({w for w in words(name) if w not in _SMALL} for name in (found[0], expected[0]))
    return found[1] == expected[1] and bool(left and right) and (left <= right or right <= left)


def _funding_details(act: Act, gold: Gold) -> Score | None:
    """Kind, year, budget line and purpose of each sum found, where the gold gives them."""
    if "funding" not in gold:
        return None
    score = Score()
    for item in gold["funding"]:
        expected = (item["beneficiary"], float(item["amount"]))
        grant = next((g for g in _grants(act) if _same_grant((g.beneficiary, g.amount), expected)), None)
        for name in ("kind", "year", "budget_line", "purpose"):
            if grant is None or item.get(name) is None:
                continue
            value = getattr(grant, name)
            same = _contains(value, item[name]) if name in ("kind", "purpose") else str(value) == str(item[name])
            score.right += same
            if not same:
                score.missed.append(f"{item['beneficiary']} {name}: {item[name]}")
                score.invented += [f"{item['beneficiary']} {name}: {value}"] if value is not None else []
    return score


def _contains(found: str | None, expected: str) -> bool:
    """Whether the words found hold at least those expected, in their order."""
    return found is not None and " ".join(words(expected)) in " ".join(words(found))


def _organisations(act: Act, gold: Gold) -> Score | None:
    """Each organisation of the gold with at least its kinds and other spellings."""
    if "organisations" not in gold:
        return None
    found = [organisation for deliberation in act.deliberations for organisation in deliberation.organisations]
    score = Score()
    for item in gold["organisations"]:
        match = next((o for o in found if _letters(item["name"]) in _spellings(o)), None)
        kinds, also = set(item.get("kinds", ())), {_letters(name) for name in item.get("also", ())}
        if match is not None and kinds <= set(match.kinds) and also <= _spellings(match):
            score.right += 1
        else:
            score.missed.append(f"{item['name']} {sorted(kinds)} {sorted(item.get('also', ()))}")
    return score


def _spellings(organisation: Organisation) -> set[str]:
    return {_letters(name) for name in (organisation.name, *organisation.also)}


def _letters(name: str) -> str:
    return regex.sub(r"[^\p{L}\d]", "", "".join(words(name)))
