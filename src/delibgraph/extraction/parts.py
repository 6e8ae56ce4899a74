"""The acts in a file: where each begins, and their spans put back into the whole text."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from itertools import pairwise
from typing import Any

from delibgraph.facts import Act, Deliberation, Funding, Span

Shift = int | Callable[[Span], Span]
"""How spans move: by so many characters, or each on its own."""
_HEADING = re.compile(
    r"""(?im)
    ^[ \t*\#_]*+ (?:
        (?P<extract>extraits?[ ]+d(?:u|es)[ ]+
            (?:r[ ]?e[ ]?g[ ]?i[ ]?s[ ]?t[ ]?r[ ]?es?|proc[èe]s[- ]verb|d[ée]lib[ée]rations|minutes))
      | (?:proc[èe]s[- ]verbal|compte[- ]rendu)[^\n]{0,80}(?:s[ée]ance|r[ée]union|conseil|comit[ée]|bureau)
        (?![^\n]{0,120}(?:adopt|approu|approb|observ|unanim))
    )
    """,
    re.VERBOSE,
)
"""What opens an act or a record of a sitting."""
_ROLL = re.compile(
    r"(?i)pr[ée]sents?[ ]*[(:]|[ée]taient[ ]+(?:pr[ée]sents|absents)|en[ ]exercice|l['’ ]an[ ]+(?:deux|20)|"
    r"s['’]est[ ]+r[ée]uni"
)
"""What a new sitting's heading is followed by; that of a page is not."""
_ROLL_REACH = 4000
_NUMBER = re.compile(
    r"(?i)(?:d[ée]lib[ée]ration|affaire|question|rapport)?[ ]*n[ ]?[°º][ ]*:?[ ]*(?P<number>[\w./-]*\d[\w./-]*)"
)
_NUMBER_REACH = 600
_LETTERHEAD = re.compile(
    r"(?i)[\s*#_=~-]*(?:r[ée]publique|libert[ée]|d[ée]partement|arrondissement|canton|commune|mairie|ville|communaut[ée]|syndicat|"
    r"m[ée]tropole|p[ôo]le|r[ée]gion|conseil|envoy[ée]|re[çc]u|affich[ée]|publi[ée]|id[ ]*:|accus[ée]|\Z)"
)
"""The lines over a heading that belong to it."""
_LETTERHEAD_LINES = 10
_COVER = 3000
"""Characters before the first extract from which they are a part of their own: a cover, a table, minutes."""


def split(text: str) -> list[Span]:
    """The stretches that hold one act or one sitting's record each: a heading with a new list of members opens one."""
    starts = _openings(text)
    own = starts if len(starts) > 1 and starts[0] > _COVER else starts[1:]
    return list(pairwise([0, *own, len(text)]))


def _openings(text: str) -> list[int]:
    """Where acts begin; the heading of a further page opens none."""
    found = list(_HEADING.finditer(text))
    starts: list[int] = []
    last: str | None = None
    for i, match in enumerate(found):
        end = found[i + 1].start() if i + 1 < len(found) else len(text)
        number = _NUMBER.search(text, match.end(), min(end, match.end() + _NUMBER_REACH)) if match["extract"] else None
        told = number["number"] if number else None
        if _ROLL.search(text, match.end(), min(end, match.end() + _ROLL_REACH)) or (told and told != last):
            starts.append(_with_letterhead(text, match.start(), starts[-1] if starts else 0))
            last = told
    return starts


def _with_letterhead(text: str, start: int, after: int) -> int:
    """Where the letterhead over a heading begins: at its page, or at the first of the lines that belong to one."""
    first = start
    for _ in range(_LETTERHEAD_LINES):
        above = text.rfind("\n", after, max(after, first - 1)) + 1
        if first <= after or above >= first or not _LETTERHEAD.match(text, above, first - 1):
            break
        first = above
    page = text.rfind("\f", first, start)
    return page + 1 if page >= 0 else start if not text[first:start].strip() else first


def moved(act: Act, by: Shift) -> Act:
    """The act with every span moved."""
    if by == 0:
        return act
    sitting = act.sitting
    return replace(
        act,
        findings=moved_facts(act.findings, by),
        sitting=replace(
            sitting,
            attendance=moved_facts(sitting.attendance, by),
            proxies=moved_facts(sitting.proxies, by),
            spans=_all_at(sitting.spans, by),
        ),
        deliberations=tuple(moved_deliberation(deliberation, by) for deliberation in act.deliberations),
    )


def moved_deliberation(deliberation: Deliberation, by: Shift) -> Deliberation:
    """The deliberation with every span moved."""
    vote = deliberation.vote
    return replace(
        deliberation,
        span=_at(deliberation.span, by),
        spans=_all_at(deliberation.spans, by),
        vote=vote and replace(vote, span=_at(vote.span, by)),
        funding=tuple(_moved_funding(funding, by) for funding in moved_facts(deliberation.funding, by)),
        organisations=moved_facts(deliberation.organisations, by),
        relations=moved_facts(deliberation.relations, by),
        offices=moved_facts(deliberation.offices, by),
        member_counts=moved_facts(deliberation.member_counts, by),
        amendments=moved_facts(deliberation.amendments, by),
    )


def _moved_funding(funding: Funding, by: Shift) -> Funding:
    """The funding, itself moved already, with its agreement and instalments moved too."""
    if funding.agreement is None and not funding.instalments:
        return funding
    agreement = funding.agreement and replace(funding.agreement, span=_at(funding.agreement.span, by))
    return replace(funding, agreement=agreement, instalments=moved_facts(funding.instalments, by))


def _at(span: Span | None, by: Shift) -> Any:
    if span is None:
        return None
    return by(span) if callable(by) else (span[0] + by, span[1] + by)


def _all_at(spans: Mapping[str, Span], by: Shift) -> dict[str, Span]:
    return {name: _at(span, by) for name, span in spans.items()}


def moved_facts(facts: tuple[Any, ...], by: Shift) -> tuple[Any, ...]:
    """Facts or findings with their spans moved."""
    return tuple(replace(fact, span=_at(fact.span, by)) for fact in facts)
