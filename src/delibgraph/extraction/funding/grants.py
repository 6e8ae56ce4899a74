"""Money for a beneficiary: what this deliberation grants, and what it only talks about.

The sums of prose and the rows of tables come together here: the same grant in the title, the exposé, the table and the
decision is one, a total of listed parts is none, and a printed total that the parts do not come to is a finding.
Forms: ``docs/funding.md``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import regex
from spacy.tokens import Doc

from delibgraph.extraction.funding.entries import YEARLY
from delibgraph.extraction.funding.givers import adds, is_body, is_given
from delibgraph.extraction.funding.kinds import kind_in
from delibgraph.extraction.funding.listed import read_listed, unread
from delibgraph.extraction.funding.payees import in_title, is_nobody
from delibgraph.extraction.funding.purposes import budget_line
from delibgraph.extraction.funding.recipients import RECIPIENTS
from delibgraph.extraction.funding.restating import amended, corrected, restated
from delibgraph.extraction.funding.sums import read_sums
from delibgraph.extraction.funding.tables import read_tables
from delibgraph.extraction.funding.told import Sum
from delibgraph.extraction.funding.topics import title_of_grants
from delibgraph.extraction.funding.withheld import is_refused
from delibgraph.extraction.funding.years import earlier_year, year_charged, year_in, year_told
from delibgraph.extraction.organisations.joining import squeeze
from delibgraph.extraction.organisations.kinds import LEGAL_FORMS
from delibgraph.extraction.organisations.pipeline import AMOUNTS
from delibgraph.extraction.text.view import View, fold, trim
from delibgraph.facts import Finding, Funding, FundingStatus, Span

_APPROVES = regex.compile(
    r"(?<!\w)(?:approuv|adopt|decid|accept|accord|attribu|autoris|vot|valid|octroy|allou|vers)\w*"
)
_PROPOSES = regex.compile(r"(?<!\w)(?:demand|sollicit|propos|etudi|examin|projet|report|ajourn)\w*")
"""What keeps a list under a title of grants from being granted where no verb gives it."""
_REFERS_BACK = regex.compile(
    r"(?<!\w)tel(?:le)?s?[ ]+que?[ ]+(?:presente|propose|indique|enumere|detaille|expose|mentionne|defini|figurant|ci)|"
    r"(?:presente|propose|indique|enumere|detaille|expose|mentionne|liste)e?s?[ ]+ci-(?:dessus|avant)"
)
"""What adopts all that was proposed before."""
_ASKED = regex.compile(r"demande|sollicit|plan[ ]de[ ]financement")
_TITLES = (
    "subvention",
    "attribution de subvention",
    "attribution d'une subvention",
    "vote des subventions",
    "aides aux",
)
_GRANTS = ("subvention", "aide", "bourse", "secours")
_QUOTE_REACH = 200
"""Characters on either side of a sum that its span takes at most."""


def read_funding(
    view: View, docs: Sequence[Doc], title: str | None, decision: int | None, adopted: bool, body: str | None = None
) -> tuple[list[Funding], list[Finding]]:
    """The sums of an act: granted and background, each once; and the printed totals that they do not come to."""
    start, end = (docs[0]._.offset, docs[-1]._.offset + len(docs[-1]._.folded)) if docs else (0, 0)
    decided_at = end if decision is None else decision
    tables = read_tables(view, start, end, title)
    approved = adopted or _APPROVES.search(view.folded, decided_at, end) is not None
    approved = approved or (title_of_grants(fold(title or "")) and not _PROPOSES.search(view.folded, start, end))
    listed, findings = read_listed(view, tables, title, approved=approved)
    taken = [(table.start, table.end) for table in tables]
    sums = [*listed, *(found for doc in docs for found in read_sums(view, doc, decided_at, taken))]
    given = [
        found
        for found in sums
        if found.beneficiary and not is_nobody(found.beneficiary) and is_given(view, found, body)
    ]
    decided = [found for found in given if found.decided]
    proposed = [found for found in given if found.led and not any(_same_name(found, other) for other in decided)]
    granted = [*(proposed if approved else ()), *decided] or (given if adopted else [])
    if adopted and _REFERS_BACK.search(view.folded, decided_at, end):
        granted = [found for found in given if not found.asked]
    granted = [found for found in granted if found.decided or not _is_recalled(found, sums)]
    granted = [*restated(granted, decided_at), *corrected(view, sums, decided_at, end)]
    granted = amended(view, granted, decided_at, end)
    granted = granted + _fixed_too(view, sums, granted) or _titled(view, sums, title, body, adopted=adopted)
    if not granted and not listed and not findings:
        findings = list(_untold(view, docs, sums, title, body, adopted=adopted))
    if approved:
        granted = [*granted, *_scheduled(view, sums, granted, title, (decided_at, end))]
    merged = _without_wholes(_merged(granted, sums))
    findings += _left_over(view, sums, merged, body)
    line, of_last = (budget_line(view, decision) if decision is not None else None) or (None, False)
    kind, year = (kind_in(title), year_in(title)) if title else (None, None)
    if merged and not year:
        charged = year_charged(view, decided_at, end) or year_charged(view, start, end)
        year = year_told(view, start, end) or charged
    facts = [
        _fact(
            view,
            replace(found, year=found.year or year),
            "granted",
            (found.near and found.kind) or kind or found.kind,
            None if of_last and found is not merged[-1] else line,
        )
        for found in merged
    ]
    return [*facts, *_background(view, sums, merged, body, title)], findings


def _is_recalled(found: Sum, sums: Sequence[Sum]) -> bool:
    """Whether the same sum for the same name is told elsewhere as an earlier one."""
    return any(
        one.past and one.decided and one.amount.value == found.amount.value and _same_name(one, found) for one in sums
    )


def _untold(
    view: View, docs: Sequence[Doc], sums: Sequence[Sum], title: str | None, body: str | None, *, adopted: bool
) -> Iterator[Finding]:
    """The finding on sums that are called grants in what was decided, or stand under a title of grants, of which none
    goes to anybody known."""
    named = fold(title or "")
    if _ASKED.search(named):
        return
    called = [
        found.clause
        for found in sums
        if (found.called or found.decided)
        and (found.kind or _GRANTS[0]).startswith(_GRANTS)
        and (found.decided or adopted)
        and (found.beneficiary is None or not is_nobody(found.beneficiary))
        and is_given(view, found, body)
    ]
    if not called and adopted and named.startswith(_TITLES):
        amounts = [doc._.offset + money.start_char for doc in docs for money in doc.spans[AMOUNTS]]
        called = [(max(0, at - _QUOTE_REACH // 4), at) for at in amounts]
    if called:
        yield unread(len(called), trim(view.plain, *called[0]))


def _left_over(view: View, sums: Sequence[Sum], granted: Sequence[Sum], body: str | None) -> Iterator[Finding]:
    """The finding on sums that go to nobody known, in a list of grants or called a grant in what is decided beside
    others, and are no total of these."""
    listed = [found.amount.start for found in granted if found.listed or found.led]
    values = {found.amount.value for found in granted}
    total = round(sum(found.amount.value for found in granted), 2)
    left = [
        found.clause
        for found in sums
        if found.beneficiary is None
        and not found.past
        and (found.kind or "").startswith(_GRANTS)
        and found.amount.value not in (*values, total)
        and (
            any(abs(at - found.amount.start) < _QUOTE_REACH for at in listed)
            or (granted and found.decided and found.called and _is_plain(view, found) and is_given(view, found, body))
        )
    ]
    if left:
        yield unread(len(left), trim(view.plain, *left[0]))


def _is_plain(view: View, found: Sum) -> bool:
    """Whether a sum is told for itself: no share, no sum set anew, none that others notify."""
    before = view.folded[max(found.sentence[0], found.amount.start - _QUOTE_REACH // 2) : found.amount.start]
    return _NOT_PLAIN.search(before) is None


_NOT_PLAIN = regex.compile(
    r"%|(?<!\w)(?:soit|dont|total|port(?:e|er|ant)|notifi\w+|labellis\w+|investissements?|\d €)(?!\w)"
)


def _titled(view: View, sums: Sequence[Sum], title: str | None, body: str | None, *, adopted: bool) -> list[Sum]:
    """The one grant whose beneficiary only the title, or who asked, tells: the first sum that is called a grant."""
    name = in_title(title) if title else None
    asker = None if name else _asker(sums)
    name = name or (asker.beneficiary if asker else None)
    if name is None or is_body(name, body):
        return []
    called = [
        s
        for s in sums
        if s.beneficiary is None
        and (s.called or asker)
        and (asker is None or (s.decided and 0 < s.amount.start - asker.amount.end < _ANSWER_REACH))
        and (s.decided or adopted)
        and is_given(view, s, body)
    ]
    decided = [found for found in called if found.decided] or called
    if not decided and asker is None and title and kind_in(title):
        only = [s for s in sums if s.decided and s.kind and s.beneficiary is None and is_given(view, s, body)]
        decided = only if len(only) == 1 else []
    fixed = [
        found
        for found in decided[1:]
        if _FIXED.search(view.folded, found.clause[0], found.amount.start) or _is_other_kind(found, decided[0])
    ]
    return [replace(found, beneficiary=name) for found in (*decided[:1], *fixed)]


def _fixed_too(view: View, sums: Sequence[Sum], granted: Sequence[Sum]) -> list[Sum]:
    """The sums that a decision fixes beside its grants, naming nobody, where these all go to one."""
    names = {squeeze(found.beneficiary or ""): found.beneficiary for found in granted}
    name = next(iter(names.values())) if len(names) == 1 else None
    return [
        replace(found, beneficiary=name)
        for found in sums
        if name
        and found.beneficiary is None
        and found.decided
        and is_given(view, found, None)
        and _FIXED.search(view.folded, found.clause[0], found.amount.start)
    ]


def _is_other_kind(found: Sum, first: Sum) -> bool:
    """Whether a sum is a grant for another use than the first, each told by its kind ("subvention d'équipement")."""
    used = all(" d" in (one.kind or "") and one.near and one.called for one in (found, first))
    return used and found.decided and found.kind != first.kind


_FIXED = regex.compile(
    r"(?<!\w)(?:fixe|arrete)r?[ ](?:la|le|l'|sa|son)[ ]?(?:participation|subvention|contribution|"
    r"cotisation|dotation|aide)"
    r"(?!\w)[^.;:€]{0,60}[ ]a[ ]$"
)
"""What sets one more grant by itself ("fixe la participation 2022 à 900 €")."""


def _scheduled(view: View, sums: Sequence[Sum], granted: Sequence[Sum], title: str | None, decision: Span) -> list[Sum]:
    """The sums of a schedule over years that the agreement approved here tells of, for the only one it is made with:
    who gets the other grants, or whom the title names."""
    names = {squeeze(found.beneficiary or ""): found.beneficiary for found in granted}
    name = (title and in_title(title)) or (next(iter(names.values())) if len(names) == 1 else None)
    if name is None or not _AGREES.search(view.folded, *decision):
        return []
    yearly = [found for found in sums if found.beneficiary is None and _is_yearly(view, found.amount.start)]
    years = [replace(found, beneficiary=name) for found in yearly if found.kind and is_given(view, found, None)]
    return years if len(years) > 1 and len(years) == len(yearly) else []


def _is_yearly(view: View, at: int) -> bool:
    return YEARLY.search(view.plain, view.plain.rfind("\n", 0, at) + 1, at) is not None


_AGREES = regex.compile(
    r"(?<!\w)(?:approuv|adopt|valid|decid)\w*[ ][^.;:]{0,60}(?<!\w)(?:convention|participations|subventions|montants|"
    r"contributions|aides)(?!\w)"
)
"""What approves an agreement with the sums that it tells of."""


def _asker(sums: Sequence[Sum]) -> Sum | None:
    """The sum that somebody asks for, where nobody else asks for one: what is decided next answers it."""
    asked = [found for found in sums if found.asked and found.beneficiary and not is_nobody(found.beneficiary)]
    names = {squeeze(found.beneficiary or "") for found in asked}
    return asked[-1] if len(names) == 1 else None


_ANSWER_REACH = 400
"""Characters between a sum that is asked for and the one that is decided."""


def _merged(granted: Sequence[Sum], sums: Sequence[Sum]) -> list[Sum]:
    """Each grant once: equal sums to one beneficiary are one, and lend each other what one of them lacks."""
    kept: list[Sum] = []
    for found in granted:
        if not any(_same_grant(found, other) for other in kept):
            kept.append(found)
    return [_completed(found, sums) for found in kept]


def _completed(found: Sum, sums: Sequence[Sum]) -> Sum:
    """A grant with the year and purpose that another mention of the same sum gives."""
    year, purpose = found.year, found.purpose
    for other in sums:
        same = other.amount.value == found.amount.value and (not other.beneficiary or _same_name(found, other))
        if same and other is not found:
            year = year or other.year
            purpose = purpose or (other.purpose if other.decided else None)
    return replace(found, year=year, purpose=purpose)


def _same_grant(left: Sum, right: Sum) -> bool:
    if left.listed and right.listed and left.clause == right.clause and left.kind != right.kind:
        return False  # two columns of a row
    same_kind = (left.kind or "")[:5] == (right.kind or "")[:5] or left.listed != right.listed
    same_year = left.year == right.year or not (left.year and right.year)
    return left.amount.value == right.amount.value and same_kind and same_year and _same_name(left, right)


def _same_name(left: Sum, right: Sum) -> bool:
    a, b = squeeze(left.beneficiary or ""), squeeze(right.beneficiary or "")
    return bool(a and b) and (a in b or b in a)


def _without_wholes(granted: Sequence[Sum]) -> list[Sum]:
    """The grants without those that are the sum of others to the same beneficiary: a total and its parts."""
    kept: list[Sum] = []
    for found in granted:
        parts = [other for other in granted if other is not found and _same_name(found, other)]
        if len(parts) < 2 or abs(sum(part.amount.value for part in parts) - found.amount.value) > 0.005:
            kept.append(found)
    return kept


def _background(
    view: View, sums: Sequence[Sum], granted: Sequence[Sum], body: str | None, title: str | None
) -> Iterator[Funding]:
    """Money already given, told as such; a sum asked for or proposed is the grant's own, or nobody's."""
    beneficiaries = {squeeze(found.beneficiary or ""): found.beneficiary for found in granted}
    alone = next(iter(beneficiaries.values())) if len(beneficiaries) == 1 else None
    titled = in_title(title) if title and not granted else None
    again = {(squeeze(found.beneficiary or ""), found.amount.value) for found in granted}
    for found in sums:
        adds_to = adds(view, found, body)
        before = [other for other in granted if adds_to and other.amount.start < found.amount.start]
        named = _by_noun(view, found.beneficiary, granted) or _spoken_of(view, found, granted)
        own = None if is_nobody(found.beneficiary or "") else found.beneficiary
        own = None if fold(own or "") in RECIPIENTS and named else own
        beneficiary = (found.asked and named) or own or named or alone
        beneficiary = beneficiary or (before[-1].beneficiary if before else None)
        place = found.amount.start, found.amount.end
        beneficiary = beneficiary or (titled if titled and is_refused(view, found.sentence, place) else None)
        if (
            (found.past or (found.asked and found not in granted) or adds_to)
            and beneficiary
            and not is_nobody(beneficiary)
            and not is_body(beneficiary, body)
            and (found.listed or (squeeze(beneficiary), found.amount.value) not in again)
        ):
            year = (
                found.year
                if found.year or found.listed
                else earlier_year(view, max(0, found.sentence[0] - _QUOTE_REACH), found.sentence[1])
            )
            yield _fact(view, replace(found, beneficiary=beneficiary, year=year), "background", found.kind, None)


def _by_noun(view: View, printed: str | None, granted: Sequence[Sum]) -> str | None:
    """Who of those that are given grants bears the noun that alone is told ("le théâtre", "l'amicale")."""
    noun = fold(printed or "")
    if noun not in RECIPIENTS:
        return None
    told = rf"(?<!\w){noun}[ ](?:de[ ](?:l'|la[ ])?|du[ ]|des[ ]|d')?[«\"]?[ ]?"
    bears = {
        squeeze(name): name
        for name in (one.beneficiary for one in granted)
        if name and (fold(name).startswith(f"{noun} ") or regex.search(told + regex.escape(fold(name)), view.folded))
    }
    return next(iter(bears.values())) if len(bears) == 1 else None


def _spoken_of(view: View, found: Sum, granted: Sequence[Sum]) -> str | None:
    """Who of those that are given grants was named last before a sum, in its paragraph; for one that is asked for, in
    its sentence."""
    paragraph = max(view.plain.rfind("\n\n", 0, found.amount.start), found.amount.start - 3 * _ANSWER_REACH, 0)
    start = found.sentence[0] if found.asked else paragraph
    told = view.folded[start : found.amount.start]
    names = [one.beneficiary for one in granted if one.beneficiary]
    places = {name: told.rfind(_FORM.sub("", fold(name))) for name in names}
    named = max(places, key=lambda name: places[name], default=None)
    return named if named is not None and places[named] >= 0 else None


_FORM = regex.compile(rf"(?:{'|'.join(LEGAL_FORMS)})[ ](?=\w)", regex.IGNORECASE)
"""A legal form before a name, which the text may leave out."""


def _fact(view: View, found: Sum, status: FundingStatus, kind: str | None, line: str | None) -> Funding:
    start, end = trim(view.plain, *found.clause, "-–•,;: *")
    start, end = max(start, found.amount.start - _QUOTE_REACH), min(end, found.amount.end + _QUOTE_REACH)
    return Funding(
        found.beneficiary or "",
        found.amount.value,
        status,
        trim(view.plain, start, end),
        found.amount.currency,
        kind or "subvention",
        found.year,
        line,
        found.purpose,
        shared=found.shared,
    )
