"""Who came late or left early, as minutes tell it between two items: their states and proxies get bounds.

"Arrivée de Mme A à 20h15" bounds the state of who was away until then; "M. B quitte la séance à 21 h et donne pouvoir à
Mme C" gives a proxy from then on. A coming or going whose hour is not printed is a finding.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import regex

from delibgraph.extraction.attendance.matching import resolve, same_person
from delibgraph.extraction.attendance.names import mentions_in
from delibgraph.extraction.attendance.relations import ITEM
from delibgraph.extraction.attendance.style import Style
from delibgraph.extraction.text.phrases import Phrase
from delibgraph.extraction.text.view import View, tidy
from delibgraph.facts import Attendance, Finding, Proxy, Span

_COMING = Phrase(
    "arrivee arrivees arrive arrives arrivent rejoint rejoignent entre entrent entree entrees",
    r"arrivees?(?:[ ]+d(?:e|es|')(?!\w)|[ ]*:)|arrive(?:e|s|es)?(?=[ ]+(?:a|vers)[ ]\d)"
    r"|(?:arrive|arrivent)(?=[ ]+(?:en[ ]|a[ ]|vers[ ]|[.,(]))"
    r"|entre(?:nt)?[ ]+en[ ](?:seance|reunion)"
    r"|entrees?[ ]+(?:en[ ]seance[ ]+)?d(?:e|es|')(?=[ ]?(?:mm?|mr|mmes?|monsieur|madame|mesdames|messieurs)(?!\w))"
    r"|rejoin\w+[ ]+(?:la|l'|le)[ ]?(?:seance|assemblee|conseil)",
)
_GOING = Phrase(
    "depart departs quitte quittent quitter part partent parti partie partis parties retire retirent s",
    r"departs?(?:[ ]+d(?:e|es|')(?!\w)|[ ]*:)|partie?s?(?=[ ]+(?:a|vers)[ ]\d)"
    r"|quitt\w+[ ]+(?:definitivement[ ]+)?(?:la[ ](?:seance|salle|reunion)|l'assemblee|le[ ]conseil)"
    r"|(?:part|partent)(?=[ ]+a[ ]\d)"
    r"|(?:(?<=se[ ])retire(?:nt)?|s'(?:absente|en[ ]va))"
    r"(?=[^.;\n]{0,40}[ ](?:donne|remet|laisse|confie)[^.;\n]{0,20}(?:pouvoir|procuration))",
)
_HOUR = regex.compile(r"(?<!\w)(?:\d{1,2}[ ]?(?:h|heures?)[ ]?(?:[0-5]\d)?|\d{1,2}:[0-5]\d)(?!\w)")
_FOR_A_VOTE = regex.compile(
    r"vote|debat|presidence|interess|deliberation(?!s?[ ](?:n°|\d))|compte[ ]administratif|cfu|reintegr|revien"
)
"""Who goes out for one item comes back after it."""
_THEN_GIVES = regex.compile(
    r"[ \n]*(?:il|elle)s?[ ](?:a[ ])?(?:donne|remet|remis|laisse|confie)[ ](?:alors[ ])?(?:son[ ]|sa[ ]|un[ ]|une[ ])?"
    r"(?:pouvoir|procuration)[ ](?:a|au)[ ](?:(?:mm?|mme)\.[ ]?)?[^.;\n]{3,60}"
)
"""The next sentence, that the one who leaves gives a proxy."""
_GIVES = regex.compile(r"pouvoir|procuration")
_STOP = regex.compile(r"(?<!(?<!\w)(?:m|mm|mme|n|art))[.;](?=\s)|\n")
_REACH = 200


@dataclass(frozen=True, slots=True)
class Movement:
    """Somebody came or went; ``hour``, or the item, as printed, ``holder`` who votes for them from then on."""

    person: str
    comes: bool
    hour: str | None
    span: Span
    holder: str | None = None


@dataclass(frozen=True, slots=True)
class Moved:
    """States and proxies with the bounds that movements give them, and what was told without an hour."""

    attendance: tuple[Attendance, ...]
    proxies: tuple[Proxy, ...]
    findings: tuple[Finding, ...]


def read_movements(view: View, start: int, style: Style, members: Sequence[str]) -> list[Movement]:
    """Who came and went after ``start``, in order."""
    return sorted(
        (
            movement
            for phrase, comes in ((_COMING, True), (_GOING, False))
            for match in phrase.finditer(view, start)
            for movement in _told(view, match.span(), style, members, comes=comes)
        ),
        key=lambda movement: movement.span,
    )


def _told(view: View, told: Span, style: Style, members: Sequence[str], *, comes: bool) -> Iterator[Movement]:
    start, end = _sentence(view, told)
    if not comes and _FOR_A_VOTE.search(view.folded, start, end):
        return
    if not comes and (more := _THEN_GIVES.match(view.folded, end, end + _REACH)):
        end = more.end()
    hour = _HOUR.search(view.folded, start, end) or ITEM.search(view.folded, start, end)
    gives = _GIVES.search(view.folded, told[1], end)
    named = [
        (mention.start, full)
        for mention in mentions_in(view, start, end, replace(style, civil=True))
        if (full := resolve(mention.name, members))
    ]
    holder = next((full for at, full in named if gives and at > gives.start()), None)
    for at, full in named:
        if not (gives and at > gives.start()):
            yield Movement(full, comes, tidy(view.plain[slice(*hour.span())]) if hour else None, (start, end), holder)


def _sentence(view: View, told: Span) -> Span:
    start, end = max(0, told[0] - _REACH), min(len(view.plain), told[1] + _REACH)
    ends = [stop.end() for stop in _STOP.finditer(view.folded, start, end)]
    first = max((stop for stop in ends if stop <= told[0]), default=start)
    last = min((stop for stop in ends if stop >= told[1]), default=end)
    while first < last and view.plain[first].isspace():
        first += 1
    return first, len(view.plain[:last].rstrip()) if last > first else last


def bounded(attendance: Sequence[Attendance], proxies: Sequence[Proxy], movements: Sequence[Movement]) -> Moved:
    """The states and proxies with the bounds that the movements give."""
    states, given, findings = list(attendance), list(proxies), list[Finding]()
    for movement in movements:
        if movement.hour is None and movement.comes:
            movement = replace(movement, hour=_until(states, given, movement.person))
        if movement.hour is None:
            findings.append(_unbounded(movement))
        if movement.hour is None and (movement.comes or not movement.holder):
            continue
        if movement.comes:
            _come(states, given, movement)
        else:
            _go(states, given, movement)
    return Moved(tuple(states), tuple(given), tuple(findings))


def _until(states: Sequence[Attendance], given: Sequence[Proxy], person: str) -> str | None:
    """Until when the lists say that somebody was away."""
    away = (state.until for state in states if state.status != "present" and same_person(state.person, person))
    proxies = (proxy.until for proxy in given if same_person(proxy.grantor, person))
    return next(filter(None, (*away, *proxies)), None)


def _come(states: list[Attendance], given: list[Proxy], movement: Movement) -> None:
    for i, state in enumerate(states):
        if not same_person(state.person, movement.person):
            continue
        if state.status == "present":
            if not (state.from_ or state.until):
                states[i] = replace(state, from_=movement.hour)
            return
        states[i] = replace(state, until=state.until or movement.hour)
        states.append(
            Attendance(state.person, "present", movement.span, state.civility, state.seat, from_=movement.hour)
        )
        break
    for i, proxy in enumerate(given):
        if same_person(proxy.grantor, movement.person) and not proxy.until:
            given[i] = replace(proxy, until=movement.hour)


def _go(states: list[Attendance], given: list[Proxy], movement: Movement) -> None:
    for i, state in enumerate(states):
        if state.status == "present" and same_person(state.person, movement.person) and not state.until:
            states[i] = replace(state, until=movement.hour)
            break
    else:
        return
    known = any(same_person(proxy.grantor, movement.person) for proxy in given)
    if movement.holder and not known:
        given.append(Proxy(movement.person, movement.holder, movement.span, from_=movement.hour))
        states.append(Attendance(movement.person, "represented", movement.span, from_=movement.hour))


def _unbounded(movement: Movement) -> Finding:
    english = f"{movement.person} {'arrives' if movement.comes else 'leaves'} during the sitting; no hour is printed"
    french = f"{movement.person} {'arrive' if movement.comes else 'part'} en cours de séance, sans heure imprimée"
    return Finding("movement-unbounded", "warning", english, french, movement.span)
