"""What an act says of itself: its printed totals against its lists, its proxies against those present.

These checks need no gold and no graph. They speak of the reading: where a list and a total disagree, either the record
or the reader is wrong. The shapes ask the same of the graph; a finding of one code in one document counts once.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from delibgraph.extraction.attendance.matching import Roster, is_among, resolve
from delibgraph.extraction.items.agenda import count_entries
from delibgraph.extraction.items.captions import OPENS_TEXT
from delibgraph.extraction.items.decisions import find_decisions, times_deliberated, times_voted
from delibgraph.extraction.items.votes import vote_places
from delibgraph.extraction.text.view import View
from delibgraph.extraction.text.wholeness import is_whole
from delibgraph.facts import Act, Attendance, Deliberation, Finding, Proxy, Sitting, Span

_COUNTED = regex.compile(r"(?P<lead>.*?)(?P<count>\d{1,4})$")
"""A number that counts within a run of them."""

_LONGEST_TITLE = 250
"""Characters of a title from which it is a paragraph."""
_NO_START = regex.compile(r"d(?:u|e|es)[ ]|d'|et[ ]|ou[ ]|a[ ]|au[ ]|en[ ]")
"""How a title does not begin, in small letters."""
_NOTED = regex.compile(r"(?<!\w)(?:prend|prennent|pris)[ ]acte(?!\w)")
"""What is taken note of needs no vote."""
_AGENDA, _ENTRIES = 3000, 4
"""Characters after the lists in which an agenda stands, and the fewest items of one that is compared."""
_VOTES = 2
"""The most votes that one deliberation tells apart from one another."""
_DECISIONS = 3
"""How often a text that was not cut into items must deliberate to be held for several."""


def check(act: Act) -> list[Finding]:
    """The findings on one act's sitting."""
    sitting = act.sitting
    found = [*_header(sitting), *_totals(sitting), *_proxies(sitting), *_states(sitting)]
    if not act.complete:
        found.append(_warning("cut-off", "the text breaks off", "le texte est coupé", None))
    if not any(deliberation.vote or deliberation.funding for deliberation in act.deliberations):
        english, french = (
            "no decision was found: the text may be cut",
            "aucune décision trouvée : le texte est-il coupé ?",
        )
        found.append(_warning("decision-missing", english, french, None))
    return found


def check_items(view: View, deliberations: Sequence[Deliberation]) -> Iterator[Finding]:
    """The findings on the cutting of minutes into items: a number that is missing, two decisions under one heading."""
    for missing in _missing_numbers([deliberation.number for deliberation in deliberations if deliberation.number]):
        english = f"no deliberation {missing} was found between those before and after it"
        french = f"la délibération {missing} n'a pas été trouvée entre celles qui l'encadrent"
        yield _warning("number-missing", english, french, None)
    for deliberation in deliberations:
        if times_deliberated(view, *deliberation.span) > 1 or times_voted(view, *deliberation.span) > _VOTES:
            english, french = "several decisions stand under one heading", "plusieurs décisions sous un seul titre"
            yield _warning("items-unsplit", english, french, deliberation.span)


def check_outside(view: View, deliberations: Sequence[Deliberation]) -> Iterator[Finding]:
    """The finding on votes told between deliberations, or after the last one, of which none is that vote's."""
    spans = [deliberation.span for deliberation in deliberations]
    first = min(start for start, _ in spans)
    outside = [at for at in vote_places(view, first) if not any(start <= at < end for start, end in spans)]
    if outside:
        english, french = "a vote was told under no deliberation", "un vote n'est celui d'aucune délibération"
        yield _warning("items-unsplit", english, french, (outside[0], outside[0] + 1))


def check_texts(view: View, start: int, deliberations: Sequence[Deliberation]) -> Iterator[Finding]:
    """The findings on titles and votes: which are missing where something is decided, which look like a sentence.

    What a sitting decides before its first item, from the head of the text on, needs no title.
    """
    decisions = find_decisions(view, start)
    for deliberation in deliberations:
        span, title = deliberation.span, deliberation.spans.get("title")
        if deliberation.title is None:
            if deliberation.vote and (span[0] > 0 or span[1] == len(view.text)):
                yield _warning("title-missing", "no title was found", "aucun titre n'a été trouvé", span)
        elif title and _is_doubtful(view, title):
            english, french = "the title looks like a sentence or a part of one", "le titre ressemble à une phrase"
            yield _warning("title-doubtful", english, french, title)
        if deliberation.vote is None and decisions.deliberated(*span) and not _NOTED.search(view.folded, *span):
            english = "the body deliberated, and no outcome was found"
            french = "l'assemblée a délibéré, sans qu'un résultat ait été trouvé"
            yield _warning("vote-missing", english, french, span)


def _is_doubtful(view: View, title: Span) -> bool:
    """Whether a title begins like a text, within a sentence, or is as long as a paragraph."""
    start, end = title
    return (
        end - start > _LONGEST_TITLE
        or bool(_NO_START.match(view.folded, start) and view.plain[start].islower())
        or (OPENS_TEXT.match(view.folded, start) is not None and not view.plain[start:end].isupper())
    )


def check_agenda(view: View, start: int, deliberations: Sequence[Deliberation]) -> Iterator[Finding]:
    """The finding on minutes that give fewer than half of what their agenda lists."""
    listed = count_entries(view, start + _AGENDA)
    if listed >= _ENTRIES and len(deliberations) < listed / 2 and is_whole(view):
        english = f"the agenda lists {listed} items, {len(deliberations)} deliberations were found"
        french = f"l'ordre du jour annonce {listed} points, {len(deliberations)} délibérations ont été trouvées"
        yield _warning("items-unsplit", english, french, None)


def check_whole(view: View, start: int, *, is_record: bool) -> Iterator[Finding]:
    """The finding on a text that was read as one deliberation and looks like several; of a record two are enough."""
    end, most = len(view.plain), _DECISIONS - is_record
    if times_deliberated(view, start, end) >= most or times_voted(view, start, end) > most:
        english, french = "several decisions were read as one", "plusieurs décisions ont été lues comme une seule"
        yield _warning("items-unsplit", english, french, None)


def _missing_numbers(numbers: Sequence[str]) -> Iterator[str]:
    """The numbers that a run of them leaves out, where it leaves out few."""
    runs: dict[str, list[str]] = {}
    for number in numbers:
        if match := _COUNTED.match(number):
            runs.setdefault(match["lead"], []).append(match["count"])
    for lead, counts in runs.items():
        known = {int(count) for count in counts}
        left_out = sorted(set(range(min(known), max(known))) - known)
        if len(left_out) < len(known):
            yield from (lead + str(count).zfill(len(counts[0])) for count in left_out)


def _warning(code: str, english: str, french: str, span: Span | None) -> Finding:
    return Finding(code, "warning", english, french, span)


def _header(sitting: Sitting) -> Iterator[Finding]:
    if sitting.body is None:
        english, french = "the text does not tell the sitting's body", "le texte ne dit pas quel organisme siège"
        yield _warning("body-missing", english, french, None)
    if sitting.date is None:
        english, french = "the text does not tell the sitting's date", "le texte ne dit pas la date de la séance"
        yield _warning("date-missing", english, french, None)
    if sitting.date and sitting.convocation_date and sitting.convocation_date >= sitting.date:
        english = "the convocation is not earlier than the sitting"
        french = "la convocation n'est pas antérieure à la séance"
        yield _warning("convocation-date", english, french, sitting.spans.get("convocation_date"))
    if not sitting.attendance:
        english, french = "no list of members was found", "aucune liste de membres n'a été trouvée"
        yield _warning("attendance-missing", english, french, None)
    elif all(entry.status != "present" for entry in sitting.attendance):
        english, french = "no list of those present was found", "aucune liste des présents n'a été trouvée"
        yield _warning("attendance-missing", english, french, None)


def _totals(sitting: Sitting) -> Iterator[Finding]:
    """Printed totals against lists; the chair may stand outside the list of those present.

    Where people come and go, totals hold for a part of the sitting and are no measure.
    """
    declared, spans = sitting.counts, sitting.spans
    present = sum(entry.status == "present" for entry in sitting.attendance)
    proxies = len(sitting.proxies)
    chair = _is_outside(sitting.president, sitting)
    if not _comes_and_goes(sitting):
        if declared.present not in (None, present, present + chair):
            yield _differs("present-count", "present", "présents", declared.present, present, spans.get("present"))
        if declared.proxies not in (None, proxies):
            yield _differs("proxy-count", "proxies", "pouvoirs", declared.proxies, proxies, spans.get("proxies"))
        votes = (present if declared.present is None else declared.present) + (
            proxies if declared.proxies is None else declared.proxies
        )
        if declared.votes not in (None, votes, votes + chair):
            yield _differs("vote-count", "votes", "voix", declared.votes, votes, spans.get("votes"))
    seats = _seats(sitting) + chair
    if declared.in_office not in (None, seats) and _lists_absent(sitting):
        what, french = "members in office", "membres en exercice"
        yield _differs("members-in-office", what, french, declared.in_office, seats, spans.get("in_office"))


def _seats(sitting: Sitting) -> int:
    """How many seats are accounted for: their holders present in their own right, absent, represented or replaced."""
    seats: Roster[str] = Roster()
    holders = [e.replaces or e.person for e in sitting.attendance if e.seat != "substitute" or e.replaces]
    for name in [*holders, *(proxy.grantor for proxy in sitting.proxies)]:
        if not seats.find(name):
            seats.add(name, name)
    return len(seats)


def _is_outside(person: str | None, sitting: Sitting) -> bool:
    return person is not None and not is_among(person, [entry.person for entry in sitting.attendance])


def _comes_and_goes(sitting: Sitting) -> bool:
    """Whether a state or a proxy holds for a part of the sitting only."""
    facts: tuple[Attendance | Proxy, ...] = (*sitting.attendance, *sitting.proxies)
    return any(fact.from_ or fact.until for fact in facts)


def _differs(code: str, what: str, french: str, declared: int | None, found: int, span: Span | None) -> Finding:
    return _warning(
        code,
        f"the text prints {declared} {what}, its lists give {found}",
        f"le texte annonce {declared} {french}, ses listes en donnent {found}",
        span,
    )


def _lists_absent(sitting: Sitting) -> bool:
    """Whether the record lists absentees at all; one that lists none, or grantors alone, accounts for nobody else."""
    return any(entry.status in ("absent", "excused") for entry in sitting.attendance)


def _proxies(sitting: Sitting) -> Iterator[Finding]:
    """The holder sits (CGCT L2121-20): a holder who is not among those present was misread, or the record is wrong."""
    present = [entry.person for entry in sitting.attendance if entry.status == "present"]
    if sitting.president:
        present.append(sitting.president)
    for proxy in sitting.proxies:
        if proxy.holder and present and not is_among(proxy.holder, present):
            yield _warning(
                "holder-absent",
                f"{proxy.holder}, who holds the proxy of {proxy.grantor}, is not listed as present",
                f"{proxy.holder}, qui a le pouvoir de {proxy.grantor}, n'est pas parmi les présents",
                proxy.span,
            )


def _states(sitting: Sitting) -> Iterator[Finding]:
    """Nobody is both present and absent, unless for a part of the sitting each."""
    present: Roster[Attendance] = Roster()
    for entry in sitting.attendance:
        if entry.status == "present":
            present.add(entry.person, entry)
    names = [entry.person for entry in sitting.attendance if entry.status == "present"]
    for away in sitting.attendance:
        twice = present.find(away.person)[:1] if away.status != "present" else []
        if not twice and away.status != "present" and (member := resolve(away.person, names)):
            twice = present.find(member)[:1]
        if twice and not (away.from_ or away.until or twice[0].from_ or twice[0].until):
            yield _warning(
                "two-states",
                f"{away.person} is listed both as present and as {away.status}",
                f"{away.person} figure à la fois parmi les présents et parmi les absents",
                away.span,
            )
