"""One act, read whole: the grammar's rooms in their order, and what their answers say of each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import regex

from delibgraph.extraction.attendance import read_roll
from delibgraph.extraction.bodies import Convened, read_body
from delibgraph.extraction.checks import check
from delibgraph.extraction.headers import Header, read_header
from delibgraph.extraction.labels import find_labels
from delibgraph.extraction.matching import resolve, same_person
from delibgraph.extraction.names import Mention
from delibgraph.extraction.prose import read_prose
from delibgraph.extraction.roll import Roll
from delibgraph.extraction.signatures import read_offices
from delibgraph.extraction.stamps import Stamp, read_stamp
from delibgraph.extraction.titles import read_number, read_title
from delibgraph.extraction.view import View, fold
from delibgraph.extraction.votes import read_vote
from delibgraph.facts import Act, Attendance, Deliberation, Finding, Proxy, Sitting, Span
from delibgraph.reading import Document

_DECISIONS = (
    regex.compile(
        r"(?:apres[ ]+(?:en[ ]+)?avoir|ayant)[ ]+(?:entendu[^\n.]{0,80})?delibere|(?<!\w)(?:delibere|decide)[ ]*:"
    ),
    regex.compile(
        r"(?<!\w)(?:decid|approuv|autoris|accord|allou|attribu|octroy|vot|vers|adopt)(?:e|ent|ee|ees|er|é)?(?!\w)|"
        r"unanimite"
    ),
)
_SENTENCE_END = regex.compile(r"(?<!(?<!\w)(?:m|mm|mme|n|art))[.;:](?=\s)|\n[ ]*\n")
_OPEN_ENDS = ",-–(«"
_LAST_WORDS = regex.compile(
    r"maire|president|secretaire|seance|extrait|conforme|signature|membres|abst|contre|unanimit|delibere|dessus|"
    r"susdit"
)
"""Words of a last line that ends a record without a full stop."""
_FEWEST_WORDS, _FORMULA = 4, 13
"""Words of a last sentence that is whole in any case, and of one that ends like a formula."""
_LAST_PAGE = 3000
_BLANK_LINE = regex.compile(r"\n[ ]*\n")
_SENTENCE_STOP = regex.compile(r"[.;:!?](?=\s)")
_ROLE = regex.compile(r"(?:^|[ ])(?P<role>maire|presidente?)$")
_CHAIR = regex.compile(r"^(?:maire|presidente?)(?!\w)")


def read_act(document: Document, text: str, part: int) -> Act | None:
    """The act in a text, ``None`` where the text is no deliberation: no list of members and no decision."""
    view = View.of(text)
    stamp = read_stamp(view)
    listed = view.without(list(stamp.lines))
    labels = find_labels(listed)
    roll = read_roll(listed, labels)
    decision = _decision(view, roll.end)
    if not roll.attendance and (decision is None or not regex.search(r"seance|conseil|comite|bureau", view.folded)):
        return None
    header = read_header(listed, labels, roll, decision or len(text))
    sitting = _sitting(view, read_body(view), header, stamp, roll)
    deliberation, findings = _deliberation(view, stamp, roll, decision, sitting.body)
    act = Act(document.path, document.sha256, sitting, part, _is_whole(view), (deliberation,))
    return replace(act, findings=(*roll.findings, *findings, *check(act)))


def _decision(view: View, after: int) -> int | None:
    """Where the decision starts: at the sentence that says the body deliberated, else at the first that decides."""
    match = next((m for pattern in _DECISIONS if (m := pattern.search(view.folded, after))), None)
    if match is None:
        return None
    ends = [stop.end() for stop in _SENTENCE_END.finditer(view.folded, after, match.start())]
    return ends[-1] if ends else after


def _sitting(view: View, convened: Convened, header: Header, stamp: Stamp, roll: Roll) -> Sitting:
    members = [entry.person for entry in roll.attendance if entry.status == "present"]
    president = _full_name(header.president, members)
    pool = [*members, *([president] if president and resolve(president, members) is None else [])]
    spans: dict[str, Span] = dict(header.spans)
    for name, span in (
        ("body", convened.body_span),
        ("organ", convened.organ_span),
        ("siren", stamp.spans.get("transmission_id")),
    ):
        if span:
            spans[name] = span
    attendance = _with_offices(roll.attendance, read_offices(view, roll.style))
    return Sitting(
        convened.body,
        convened.kind,
        stamp.siren,
        convened.organ,
        header.date,
        header.convocation_date,
        president,
        _full_name(header.secretary, members),
        header.counts,
        attendance,
        tuple(replace(proxy, holder=_holder(proxy, pool, attendance, president)) for proxy in roll.proxies),
        spans,
    )


def _full_name(mention: Mention | None, members: Sequence[str]) -> str | None:
    if mention is None:
        return None
    return mention.name if mention.full else resolve(mention.name, members) or mention.name


def _holder(
    proxy: Proxy, members: Sequence[str], attendance: Sequence[Attendance], president: str | None
) -> str | None:
    """The holder's full name where an office or a short form fits exactly one member."""
    if proxy.holder is None:
        return None
    if _ROLE.search(fold(proxy.holder)):
        chairs = [entry.person for entry in attendance if entry.role and _CHAIR.match(fold(entry.role))]
        return president or (chairs[0] if len(chairs) == 1 else proxy.holder)
    if any(same_person(member, proxy.holder) for member in members):
        return proxy.holder
    return resolve(proxy.holder, members) or proxy.holder


def _with_offices(attendance: Sequence[Attendance], offices: Sequence[tuple[str, str]]) -> tuple[Attendance, ...]:
    members = [entry.person for entry in attendance]
    held = {resolve(name, members): office for name, office in reversed(offices)}
    return tuple(replace(entry, role=held[entry.person]) if entry.person in held else entry for entry in attendance)


def _deliberation(
    view: View, stamp: Stamp, roll: Roll, decision: int | None, body: str | None
) -> tuple[Deliberation, tuple[Finding, ...]]:
    number = read_number(view, roll.end)
    title = read_title(view, roll.end, decision or len(view.plain), number[1] if number else None)
    spans = {
        name: span
        for name, span in stamp.spans.items()
        if name in ("transmission_id", "received_date", "published_date")
    }
    spans |= {name: found[1] for name, found in (("number", number), ("title", title)) if found}
    start = decision if decision is not None else roll.end
    vote = read_vote(view, start, None)
    prose = read_prose(
        view, roll.end, decision, title[0] if title else None, body, vote is not None and vote.outcome == "adopted"
    )
    granted = next((grant for grant in prose.funding if grant.status == "granted"), None)
    deliberation = Deliberation(
        (0, len(view.text)),
        number[0] if number else None,
        title[0] if title else None,
        None,
        stamp.transmission_id,
        stamp.received,
        stamp.published,
        read_vote(view, start, granted.span[1]) if granted else vote,
        prose.funding,
        prose.organisations,
        spans,
    )
    return deliberation, prose.findings


def _is_whole(view: View) -> bool:
    """Whether the text comes to an end: one that stops in a list or in mid-sentence was cut off."""
    paragraph = _BLANK_LINE.split(view.plain.rstrip()[-_LAST_PAGE:])[-1]
    last = _SENTENCE_STOP.split(paragraph)[-1].strip()
    words = last.split()
    if not words or not last[-1].isalpha():
        return not words or last[-1] not in _OPEN_ENDS
    labelled = ":" in paragraph.rpartition("\n")[2] or _LAST_WORDS.search(fold(last)) is not None
    short = len(words) < _FEWEST_WORDS or (labelled and len(words) < _FORMULA)
    return short or words[-1][:1].isupper()
