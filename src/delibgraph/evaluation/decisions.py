"""What was decided, against gold: votes, money, organisations, and the deliberations of minutes in their order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from rapidfuzz import fuzz

from delibgraph.evaluation.gold import Gold
from delibgraph.evaluation.matching import Found, contains, letters, matched, named, same_grant, show
from delibgraph.evaluation.scores import Item, Score
from delibgraph.extraction.attendance.matching import words
from delibgraph.facts import Act, Deliberation, Funding, Organisation, Vote

_VOTE = {
    "outcome": "outcome",
    "unanimous": "unanimous",
    "for": "for_",
    "against": "against",
    "abstentions": "abstentions",
}
_LIKE = 80.0
"""Likeness of two titles (0 to 100) from which on they are one: a title may be printed with or without its object."""


def vote(gold: Mapping[str, Any] | None, found: Vote | None) -> Score | None:
    """The parts of a vote that the gold gives."""
    if not gold:
        return None
    span = found.span if found else None
    asked = {name: value for name, value in gold.items() if name in _VOTE}
    return named(asked, {name: Found(getattr(found, _VOTE[name], None), span) for name in asked})


def grants(act: Act) -> list[Funding]:
    """All sums of an act."""
    return [grant for deliberation in act.deliberations for grant in deliberation.funding]


def funding(gold: Gold, found: Sequence[Funding]) -> Score | None:
    """Granted sums in both directions; of background sums, those that the gold gives."""
    if "funding" not in gold:
        return None
    granted, told = (
        [Found((grant.beneficiary, grant.amount), grant.span) for grant in found if grant.status == status]
        for status in ("granted", "background")
    )
    wanted = [_sum(item) for item in gold["funding"] if not _is_background(item)]
    recalled = [_sum(item) for item in gold["funding"] if _is_background(item)]
    optional = [_sum(item) for item in gold.get("optional_funding", ())]
    score = matched({**gold, "optional_funding": optional}, "funding", granted, wanted, same_grant) or Score()
    score.add(matched({}, "background", told, recalled, same_grant) or Score())
    return score


def _sum(item: Mapping[str, Any]) -> tuple[str, float]:
    return item["beneficiary"], float(item["amount"])


def _is_background(item: Mapping[str, Any]) -> bool:
    return item.get("status") == "background" or item.get("decided") is False


def funding_details(gold: Gold, found: Sequence[Funding]) -> Score | None:
    """Kind, year, budget line and purpose of each sum found, where the gold gives them."""
    if "funding" not in gold:
        return None
    score = Score()
    for item in gold["funding"]:
        grant = next((g for g in found if same_grant((g.beneficiary, g.amount), _sum(item))), None)
        for name in ("kind", "year", "budget_line", "purpose"):
            if grant is None or item.get(name) is None:
                continue
            value = getattr(grant, name)
            same = contains(value, item[name]) if name in ("kind", "purpose") else str(value) == str(item[name])
            if same:
                score.hits.append(Item(f"{item['beneficiary']} {name}: {value}", grant.span))
            else:
                score.misses.append(Item(f"{item['beneficiary']} {name}: {item[name]}"))
                score.inventions += [Item(f"{item['beneficiary']} {name}: {value}", grant.span)] if value else []
    return score


def organisations(act: Act, gold: Gold) -> Score | None:
    """Each organisation of the gold with at least its kinds and other spellings."""
    if "organisations" not in gold:
        return None
    found = [organisation for deliberation in act.deliberations for organisation in deliberation.organisations]
    score = Score()
    for item in gold["organisations"]:
        match = next((o for o in found if letters(item["name"]) in _spellings(o)), None)
        kinds, also = set(item.get("kinds", ())), {letters(name) for name in item.get("also", ())}
        if match is not None and kinds <= set(match.kinds) and also <= _spellings(match):
            score.hits.append(Item(match.name, match.span))
        else:
            score.misses.append(Item(f"{item['name']} {sorted(kinds)} {sorted(item.get('also', ()))}"))
    return score


def _spellings(organisation: Organisation) -> set[str]:
    return {letters(name) for name in (organisation.name, *organisation.also)}


def deliberations(act: Act, gold: Gold) -> dict[str, Score | None]:
    """The deliberations of minutes in their order, and of each that was found its vote and money."""
    if "deliberations" not in gold:
        return {}
    wanted: Sequence[Mapping[str, Any]] = gold["deliberations"]
    pairs = _aligned(act.deliberations, wanted)
    score, votes, money = Score(), Score(), Score()
    for found, item in pairs:
        score.hits.append(Item(_headed(item), found.spans.get("number") or found.spans.get("title")))
        votes.add(vote(item.get("vote"), found.vote) or Score())
        money.add(funding({**item, "complete": gold.get("complete", ())}, found.funding) or Score())
    right = [id(item) for _, item in pairs]
    for item in wanted:
        if id(item) not in right:
            score.misses.append(Item(_headed(item)))
            votes.add(vote(item.get("vote"), None) or Score())
            money.add(funding(item, ()) or Score())
    known = [id(found) for found, _ in pairs]
    if "deliberations" in gold.get("complete", ()):
        for found in act.deliberations:
            if id(found) not in known:
                told = {"number": found.number, "title": found.title}
                score.inventions.append(Item(_headed(told), found.spans.get("number") or found.spans.get("title")))
    return {"deliberations": score, "deliberation_votes": votes, "deliberation_funding": money}


def _headed(item: Mapping[str, Any]) -> str:
    return show([part for part in (item.get("number"), item.get("title")) if part]) or "(neither number nor title)"


def _aligned(
    found: Sequence[Deliberation], wanted: Sequence[Mapping[str, Any]]
) -> list[tuple[Deliberation, Mapping[str, Any]]]:
    """The longest row of deliberations that both have, in one order (the longest common subsequence)."""
    longest = [[0] * (len(wanted) + 1) for _ in range(len(found) + 1)]
    same = [[_is(one, other) for other in wanted] for one in found]
    for i in reversed(range(len(found))):
        for j in reversed(range(len(wanted))):
            longest[i][j] = max(longest[i + 1][j], longest[i][j + 1], longest[i + 1][j + 1] + same[i][j])
    pairs, i, j = [], 0, 0
    while i < len(found) and j < len(wanted):
        if same[i][j] and longest[i][j] == longest[i + 1][j + 1] + 1:
            pairs.append((found[i], wanted[j]))
            i, j = i + 1, j + 1
        elif longest[i + 1][j] >= longest[i][j + 1]:
            i += 1
        else:
            j += 1
    return pairs


def _is(found: Deliberation, wanted: Mapping[str, Any]) -> bool:
    """One number where both have one, else one title."""
    if found.number and wanted.get("number"):
        return words(found.number) == words(wanted["number"])
    left, right = (" ".join(words(title or "")) for title in (found.title, wanted.get("title")))
    return bool(left and right) and (
        fuzz.ratio(left, right) >= _LIKE or left.startswith(right) or right.startswith(left)
    )
