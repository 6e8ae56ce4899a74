"""One deliberation: its number and title, when it was sent, how the vote went, what it grants and to whom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import regex

from delibgraph.extraction.header.extents import read_heading
from delibgraph.extraction.header.matters import read_matter
from delibgraph.extraction.header.numbers import read_number
from delibgraph.extraction.header.preliminaries import preliminaries_end
from delibgraph.extraction.header.stamps import Stamp, read_stamp
from delibgraph.extraction.header.titles import read_title
from delibgraph.extraction.items.amendments import read_amendments
from delibgraph.extraction.items.decisions import decision_start, read_outcome
from delibgraph.extraction.items.headings import numbers_in
from delibgraph.extraction.items.stretches import Item
from delibgraph.extraction.items.tallies import Tally, tallies
from delibgraph.extraction.items.votes import read_vote, vote_places
from delibgraph.extraction.parts import moved_deliberation, moved_facts
from delibgraph.extraction.prose import read_prose
from delibgraph.extraction.text.view import View, fold, tidy
from delibgraph.facts import Deliberation, Finding, Span, Vote

Read = tuple[Deliberation, tuple[Finding, ...]]
"""A deliberation, and what is doubtful in it."""
_LEADING = regex.compile(r"(?:[^.;\n]|\n(?![ ]*\n)){0,200}\s*")
"""What stands between a vote and the decision that it leads to."""
_OF_SITTING = regex.compile(r"proces[- ]verba|compte[- ]rendu|secretaire|urgence|ordre du jour")
"""What a title tells that is decided before the first item of others."""
_DATES = ("received_date", "published_date")
_STAMPED = ("transmission_id", *_DATES)


@dataclass(frozen=True, slots=True)
class _Text:
    """A deliberation's text with what heads it: its lists end at ``start``, its decision begins at ``decision``."""

    view: View
    start: int
    decision: int | None
    number: tuple[str, Span] | None
    title: tuple[str, Span] | None


def read_whole(view: View, stamp: Stamp, start: int, decision: int | None, body: str | None) -> list[Read]:
    """The deliberation of an act that holds one; the lists of its sitting end at ``start``.

    Where the text breaks off in its first item, what was decided before it is a deliberation of its own.
    """
    unstamped = view.without(stamp.lines)
    number = read_number(unstamped, start, stamp.number)
    at = number[1] if number else None
    whole = read_title(unstamped, start, decision or len(view.plain), at)
    opened = preliminaries_end(unstamped, start, decision) or 0
    if at and whole and start <= (decision or 0) < at[0] < whole[1][0]:  # decided before the act's own number
        opened = max(opened, at[0])
    if opened:
        later = decision_start(view, opened)
        title = read_title(unstamped, opened, later or len(view.plain), at)
        if title and not _OF_SITTING.search(fold(title[0])) and (later or title[1][0] >= opened):
            found, findings = _read(_Text(view, opened, later, number, title), stamp, body)
            if found.vote:
                return [(found, findings)]
            before = _read(_Text(view.part(0, opened), start, decision, None, None), Stamp(), body)
            return [before, (replace(found, span=(opened, len(view.text))), findings)]
    return [_read(_Text(view, start, decision, number, whole), stamp, body)]


def read_item(view: View, item: Item, body: str | None) -> Read:
    """A deliberation of a record that holds several; its spans count characters of the whole record."""
    start = item.heading.start
    part = view.part(start, item.end)
    own = item.heading.number or next(numbers_in(view, item.heading.title, item.end), item.heading.told)
    until = own[0] if item.heading.form == "tail" and own else item.heading.until
    title = read_heading(part, item.heading.title - start, None if until is None else until - start)
    number = (tidy(view.plain[slice(*own)]), (own[0] - start, own[1] - start)) if own else None
    headed = item.heading.title - start
    after = title[1][1] if title and "€" not in part.plain[slice(*title[1])] else headed  # a sum is no title's: a list
    deliberation, findings = _read(
        _Text(part, after, decision_start(part, after), number, title), read_stamp(part), body
    )
    return moved_deliberation(deliberation, start), moved_facts(findings, start)


def with_shared_dates(read: list[Read], stamp: Stamp) -> list[Read]:
    """The deliberations of a record, with the dates that it bears once, at its end, and that are those of all of it.

    A record whose deliberations bear dates or an identifier of their own is no such one.
    """
    if any(found.received_date or found.published_date or found.transmission_id for found, _ in read[:-1]):
        return read
    last = read[-1][0]
    spans = {name: span for name, span in stamp.spans.items() if name in _DATES and span[0] >= last.span[0]}
    if stamp.transmission_id or not spans:
        return read
    received = stamp.received if "received_date" in spans else None
    published = stamp.published if "published_date" in spans else None
    return [
        (replace(found, received_date=received, published_date=published, spans={**found.spans, **spans}), findings)
        for found, findings in read
    ]


def _read(text: _Text, stamp: Stamp, body: str | None) -> Read:
    view, start = text.view, text.start if text.decision is None else text.decision
    spans = {name: span for name, span in stamp.spans.items() if name in _STAMPED}
    matter = read_matter(view)
    named = (("number", text.number), ("title", text.title), ("matter", matter))
    spans |= {name: found[1] for name, found in named if found}
    vote = read_vote(view, start, None)
    if _says_no_more(vote):
        vote = _tallied_before(view, text) or vote or read_outcome(view, start)
    adopted = vote is not None and vote.outcome == "adopted"
    prose = read_prose(view, text.start, text.decision, text.title, body, adopted)
    granted = next((grant for grant in prose.funding if grant.status == "granted"), None)
    nearest = read_vote(view, start, granted.span[1]) if granted else None
    final = vote if _says_no_more(nearest) else nearest
    deliberation = Deliberation(
        (0, len(view.text)),
        text.number[0] if text.number else None,
        text.title[0] if text.title else None,
        matter[0] if matter else None,
        stamp.transmission_id,
        stamp.received,
        stamp.published,
        _with_figures(final, tallies(view)) if text.start else final,
        prose.funding,
        prose.organisations,
        prose.relations,
        prose.offices,
        prose.member_counts,
        read_amendments(view, text.title[1] if text.title else None, text.decision),
        spans,
    )
    return deliberation, prose.findings


def _says_no_more(vote: Vote | None) -> bool:
    """Whether at most it is told that something was adopted, and not how the vote went."""
    return vote is None or (vote.unanimous is None and vote.outcome == "adopted")


def _with_figures(vote: Vote | None, told: Sequence[Tally]) -> Vote | None:
    """The vote that says no more than that all agreed, with the figures that the heading prints for it."""
    first = next(iter(told), None)
    bare = vote is not None and vote.unanimous and (vote.for_, vote.against, vote.abstentions) == (None, None, None)
    if not vote or not vote.span or not bare or not first or first.for_ is None or first.against:
        return vote
    if first.span[1] > vote.span[0]:
        return vote
    return replace(vote, for_=first.for_, against=first.against, abstentions=first.abstentions)


def _tallied_before(view: View, text: _Text) -> Vote | None:
    """The vote that stands before the sentence that decides: by figures, or in the clause that leads to it."""
    if told := tallies(view, text.start) or tallies(view):
        return read_vote(view, told[0].span[0], None)
    end = text.decision or 0
    places = (at for at in vote_places(view, text.start) if at < end)
    leading = next((at for at in places if _LEADING.fullmatch(view.plain, at, end)), None)
    return None if leading is None else read_vote(view, leading, None)
