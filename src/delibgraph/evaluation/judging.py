"""An act's facts against its gold, field by field."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from delibgraph.evaluation import decisions
from delibgraph.evaluation.gold import Gold
from delibgraph.evaluation.matching import Found, fits_person, matched, named, one, same_body, same_pair, same_text
from delibgraph.evaluation.scores import Judged, Score
from delibgraph.extraction.attendance.matching import same_person, words
from delibgraph.facts import Act, Deliberation, Span, Vote
from delibgraph.identity import Identities

_COUNTS = ("in_office", "present", "proxies", "votes")
_OF_SITTING = ("body", "organ", "sitting_date", "convocation_date", "president", "secretary")
_OF_DELIBERATION = ("number", "title", "received_date", "published_date", "transmission_id")


def judge(act: Act, gold: Gold, identities: Identities) -> Judged:
    """An act's facts against its gold. The body's SIREN is the one that identity gives the body."""
    first = _numbered(act)
    counts, spans = act.sitting.counts, act.sitting.spans
    scores = {
        **_scalars(act, first, gold, identities),
        "counts": named(gold.get("counts"), {name: Found(getattr(counts, name), spans.get(name)) for name in _COUNTS}),
        **_people(act, gold),
        "roles": _roles(act, gold),
        "vote": decisions.vote(gold.get("vote"), _principal_vote(act)),
        "funding": decisions.funding(gold, decisions.grants(act)),
        "funding_details": decisions.funding_details(gold, decisions.grants(act)),
        "organisations": decisions.organisations(act, gold),
        **decisions.deliberations(act, gold),
    }
    serious = tuple(finding.code for finding in act.findings if finding.severity != "info")
    return Judged(act.document, {name: score for name, score in scores.items() if score is not None}, serious)


def _numbered(act: Act) -> Deliberation | None:
    """The deliberation whose number and title stand for a record's: the first that bears a number, else the first."""
    numbered = (deliberation for deliberation in act.deliberations if deliberation.number)
    return next(numbered, next(iter(act.deliberations), None))


def _principal_vote(act: Act) -> Vote | None:
    """The funding decision's vote, else the first that is told."""
    told = [deliberation for deliberation in act.deliberations if deliberation.vote]
    granting = (d for d in told if any(grant.status == "granted" for grant in d.funding))
    deliberation = next(granting, next(iter(told), None))
    return deliberation.vote if deliberation else None


def _scalars(act: Act, first: Deliberation | None, gold: Gold, identities: Identities) -> dict[str, Score | None]:
    sitting = act.sitting
    found = {
        name: Found(_plain(getattr(sitting, _field(name))), sitting.spans.get(_field(name))) for name in _OF_SITTING
    }
    spans: Mapping[str, Span] = first.spans if first else {}
    found |= {name: Found(_plain(getattr(first, name, None)), spans.get(name)) for name in _OF_DELIBERATION}
    found["body_siren"] = Found(identities.body(act).siren, sitting.spans.get("siren"))
    same = {"president": fits_person, "secretary": fits_person, "body": same_body, "organ": same_body}
    return {name: one(value, gold[name], same.get(name, same_text)) for name, value in found.items() if name in gold}


def _field(name: str) -> str:
    return "date" if name == "sitting_date" else name


def _plain(value: Any) -> Any:
    return value.isoformat() if hasattr(value, "isoformat") else value


def _people(act: Act, gold: Gold) -> dict[str, Score | None]:
    """Members by state. Grantors and replaced members are added to both sides before the absent are compared."""
    attendance, proxies = act.sitting.attendance, act.sitting.proxies
    present = [Found(entry.person, entry.span) for entry in attendance if entry.status == "present"]
    away = [Found(entry.person, entry.span) for entry in attendance if entry.status != "present"]
    away += [Found(proxy.grantor, proxy.span) for proxy in proxies]
    away += [Found(entry.replaces, entry.span) for entry in attendance if entry.replaces]
    gold_away = [
        *gold.get("absent", ()),
        *(p[0] for p in gold.get("proxies", ())),
        *(s[1] for s in gold.get("substitutes", ())),
    ]
    held = [Found((proxy.grantor, proxy.holder), proxy.span) for proxy in proxies]
    substitutes = [Found((entry.person, entry.replaces), entry.span) for entry in attendance if entry.replaces]
    return {
        "present": matched(gold, "present", present, gold.get("present"), same_person),
        "absent": matched(gold, "absent", away, gold_away if "absent" in gold else None, same_person),
        "proxies": matched(gold, "proxies", held, gold.get("proxies"), same_pair),
        "substitutes": matched(gold, "substitutes", substitutes, gold.get("substitutes"), same_pair),
    }


def _roles(act: Act, gold: Gold) -> Score | None:
    held = [Found((entry.person, entry.role), entry.span) for entry in act.sitting.attendance if entry.role]
    return matched(
        gold, "roles", held, gold.get("roles"), lambda f, g: fits_person(f[0], g[0]) and words(f[1]) == words(g[1])
    )
