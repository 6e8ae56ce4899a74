"""Sums of money in prose: the clause that each stands in, and what the clause says of it.

A sum counts where its sentence, or the heading of its list, speaks of giving. Forms: ``docs/funding.md``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import regex
from spacy.tokens import Doc

from delibgraph.extraction.funding.chains import Link, chains
from delibgraph.extraction.funding.changes import AGAINST, COMPARISON, PAST, YEAR_THEN, instalment, is_past, raised
from delibgraph.extraction.funding.clauses import (
    asked_by,
    beneficiary_of,
    clean,
    is_matter,
    told_later,
    whole_name,
)
from delibgraph.extraction.funding.entries import (
    BULLET,
    HEADING_REACH,
    ITEM,
    NAMED_AFTER,
    ROW,
    SAYS_GRANT,
    YEARLY,
    ended,
    entry,
    head_of,
    in_full,
    is_led,
    name_led,
    spoken_of,
)
from delibgraph.extraction.funding.kinds import kind_by_verb, kind_of
from delibgraph.extraction.funding.neighbours import carried_back, shared_from, without_uses
from delibgraph.extraction.funding.payees import is_financer
from delibgraph.extraction.funding.purposes import antecedent, purpose_of
from delibgraph.extraction.funding.recalls import THANKS, tells_received
from delibgraph.extraction.funding.recipients import can_be_paid, subject_of
from delibgraph.extraction.funding.remarks import noted, reckons
from delibgraph.extraction.funding.sharing import joined, names_listed, shares
from delibgraph.extraction.funding.told import Sum
from delibgraph.extraction.funding.wording import (
    ADDED,
    AND_ONE_MORE,
    BY_COUNT,
    CALLED,
    CHARGED,
    COMES_TO,
    CONTRACT,
    EQUAL_PARTS,
    GIVEN_AS,
    GIVEN_BY,
    GIVING,
    INSTALMENT,
    MULTIPLIED,
    NO_GRANT,
    NO_GRANT_REACH,
    PARTED,
    PAYING,
    POINTED,
    RECKONED_FROM,
    REVISED,
    TO_THEM,
    USED,
    WHOLE,
)
from delibgraph.extraction.funding.years import year_of
from delibgraph.extraction.organisations.extent import UNKNOWN
from delibgraph.extraction.organisations.finder import ORGANISATIONS
from delibgraph.extraction.organisations.pipeline import AMOUNTS, sentence
from delibgraph.extraction.text.money import Amount
from delibgraph.extraction.text.view import View, tidy
from delibgraph.facts import Span

_REACH = 350
"""Characters from a sum within which the words that give it stand; a table run together has no sentences."""
_EACH = regex.compile(r"[ ]*(?:a[ ]+)?(?:chacune?s?|chaque)(?!\w)[^:.]{0,80}:")


def read_sums(view: View, doc: Doc, decision: int, taken: Sequence[Span]) -> list[Sum]:
    """The sums of a stretch in their clauses; a clause ends where the sentence, the exposé or the next sum does.

    What lies in one of the spans that are taken (tables) is passed over.
    """
    offset: int = doc._.offset
    last = 0
    left: Sum | None = None
    found_sums: list[Sum] = []
    listed = [(sentence(money), _moved(money._.amount, offset)) for money in doc.spans[AMOUNTS]]
    links = chains(view, [one for _, one in listed if not any(first <= one.start < stop for first, stop in taken)])
    notes = noted(view.plain, ((one.start, one.end) for _, one in listed))
    bases = shared_from(view, [one for _, one in listed])
    for i, ((start, end), amount) in enumerate(listed, 1):
        if amount.start in bases:
            continue
        after = next((one.start for _, one in listed[i:] if one.start not in bases), len(view.plain))
        decided = amount.start >= decision
        told = (max(start, decision), end) if decided else (start, max(amount.end, min(end, decision)))
        told = max(told[0], amount.start - _REACH), min(told[1], amount.end + _REACH)
        if comparison := COMPARISON.search(view.folded, amount.end, told[1]):
            told = told[0], comparison.start()
        told = _with_head(view, told, amount, last)
        if YEARLY.search(view.plain, view.plain.rfind("\n", 0, amount.start) + 1, amount.start):
            told = told[0], max(amount.end, min(told[1], view.plain.find("\n", amount.end)))
        clause = max(last, told[0]), min(after, told[1])
        if reckons(view, (amount.start, amount.end), after, rate=amount.rate):
            continue
        last = amount.end
        if any(first <= amount.start < stop for first, stop in taken) or not _counts(view, amount, clause, told):
            continue
        link = links.get(amount.start)
        told_again = raised(view, amount, left) or instalment(view, amount, left)
        link = None if told_again else link
        found_sum = told_again or _sum(view, doc, amount, clause, told, left, link, decided=decided)
        if found_sum and (found_sum.past or amount.start not in notes):
            then = YEAR_THEN.match(view.folded, amount.end) if found_sum.past else None
            last = then.end() if then else last
            left = found_sum
            linked = link.names if link and not found_sum.past else ()
            found_sums += [
                replace(found_sum, beneficiary=clean(in_full(view, name, amount.start) or name)) for name in linked
            ] or _each(view, found_sum)
    return without_uses(view, carried_back(view, found_sums))


def _moved(amount: Amount, offset: int) -> Amount:
    """An amount of a stretch in the offsets of its text."""
    return replace(amount, start=offset + amount.start, end=offset + amount.end)


def _with_head(view: View, told: Span, amount: Amount, last: int) -> Span:
    """A sentence that begins with its sum, with the few words in the same line that head it ("Aide :")."""
    if view.plain[told[0] : amount.start].strip(" -–•*▪>"):
        return told
    line = max(last, view.plain.rfind("\n", 0, told[0]) + 1)
    head = view.plain[line : told[0]].strip()
    if not head or len(head) >= _LONGEST_HEAD:
        return told
    is_item = head.endswith(":") and head[0] in "-–•"
    return (line, told[1]) if is_item or kind_of(view, told[0], (line, told[0])) else told


_LONGEST_HEAD = 90


def _counts(view: View, amount: Amount, clause: Span, told: Span) -> bool:
    """Whether an amount can be a grant: no rate, no price, no part of another, nobody else's money."""
    if not amount.value or amount.rate:
        return False
    near = max(clause[0], amount.start - NO_GRANT_REACH)
    return not (
        NO_GRANT.search(view.folded, near, amount.start)
        or EQUAL_PARTS.search(view.folded, near, amount.start)
        or (
            PARTED.search(view.folded, near, amount.start)
            and (
                USED.match(view.folded, amount.end, clause[1]) is not None
                or beneficiary_of(view, amount.start, clause[1], (amount.start, amount.end)) is None
            )
        )
        or MULTIPLIED.match(view.folded, amount.end, told[1])
        or BY_COUNT.search(view.folded, near, amount.start)
        or CHARGED.match(view.folded, amount.end, told[1])
        or GIVEN_BY.match(view.folded, amount.end, told[1])
        or WHOLE.match(view.folded, amount.end, told[1])
        or (view.plain[amount.start - 1] == "(" and RECKONED_FROM.match(view.folded, amount.end, told[1]))
        or (amount.taxed and not CALLED.search(view.folded, near, amount.start))
    )


def _each(view: View, found: Sum) -> list[Sum]:
    """A sum for each of those named beside it ("500 € à chacune des associations …"), else the sum alone; one that
    several share is one."""
    if found.listed:
        return [found]
    if shared := shares(view, found.sentence, (found.amount.start, found.amount.end)):
        if shared.each:
            return [replace(found, beneficiary=name, clause=found.sentence) for name in shared.names]
        return [replace(found, beneficiary=joined(shared.names), shared=shared.names)]
    opened = _EACH.match(view.folded, found.amount.end)
    if opened is None:
        return [found]
    names = names_listed(view.plain, opened.end())
    return [
        replace(found, beneficiary=clean(name), clause=(found.amount.start, found.clause[1])) for name in names
    ] or [found]


def _sum(
    view: View,
    doc: Doc,
    amount: Amount,
    clause: Span,
    told: Span,
    left: Sum | None,
    link: Link | None,
    *,
    decided: bool,
) -> Sum | None:
    """The sum, if its sentence or the heading of its list speaks of giving."""
    line = view.plain.rfind("\n", 0, amount.start) + 1
    if line > clause[0] and not view.plain[line : amount.start].strip():
        line = max(clause[0], view.plain.rfind("\n", 0, line - 1) + 1)
    item = ITEM.search(view.plain, line, amount.start)
    item = None if item and YEARLY.match(item[0]) else item
    row = None if item else ROW.search(view.plain, line, amount.start)
    item = None if link or (item and SAYS_GRANT.search(view.folded, *item.span("name"))) else item
    item = item or (row if row and not is_matter(row["name"]) else None)
    led = item is None and is_led(view, amount.start, *_led_from(told, left))
    item = item or (None if led or link else entry(view, amount, clause, told, left))
    listed = led or item or BULLET.match(view.plain, line, amount.start) or _is_item(view, line, amount.start)
    begins = min(told[0], link.start) if link else told[0]
    heading = (max(0, told[0] - HEADING_REACH) if listed or (link and link.several) else begins, told[0])
    context = (heading[0], told[1])
    opened = led or (link is not None and link.several)
    opening = (min(link.start, told[0]) if link and not led else heading[0], amount.start)
    called = (opening, clause, *([context] if link else [])) if opened else (clause, told, context)
    chained = left.kind if led and left and left.led else None
    near = chained or kind_of(view, amount.start, *called[:2]) or kind_by_verb(view, *told)
    these = item is not None and _THESE.search(view.folded, amount.end, told[1] + _REACH) is not None
    near = near or ("subvention" if these else None)
    kind, giving = near or kind_of(view, amount.start, *called), GIVING.search(view.folded, *context) is not None
    said = item is not None and item.re is ITEM and item["said"]
    pays = (GIVEN_AS if item and not said else PAYING).search(view.folded, *context)
    paying = pays and not _is_contract(view, told, amount)
    past = is_past(view, amount, clause, told, decided=decided)
    received = tells_received(view, told[0], amount.start)
    subject = subject_of(view, min(clause[0], link.start) if link else clause[0], amount.start)
    added = left if left and ADDED.fullmatch(view.folded, left.amount.end, amount.start) else None
    gets = (subject is not None and subject.gets) or (added is not None and added.decided)
    asker = None if link else subject.name if subject and subject.asks else asked_by(view, told, amount.start)
    if asker is None and not link and _IT_ASKS.search(view.folded, clause[0], amount.start):
        asker = head_of(view, amount.start)
    revised = REVISED.search(view.folded, clause[0], amount.start)
    if kind in (None, "avance") and not (paying or past or received or gets or asker or revised):
        return None
    named = (
        item["name"]
        if item
        else link.names[0]
        if link
        else _named(view, doc, amount, clause, told, left, led=led, listed=bool(listed))
    )
    named = asker or named
    if named and not (item or link or can_be_paid(clean(named))):
        named = None
    named = whole_name(view, named, *clause) if named else None
    if received and (thanks := THANKS.search(view.plain, told[0], amount.start)):
        named = thanks["name"] or thanks["other"]
    if named is None and (past or received):
        told_beside = _BESIDE.match(view.plain, amount.end) or _BRACKETED.search(view.plain, told[0], amount.start)
        named = told_beside["name"] if told_beside and not is_financer(told_beside["name"]) else None
    if (
        past
        and left
        and left.beneficiary
        and (
            (named is None and left.sentence[0] == told[0])
            or AGAINST.fullmatch(view.folded, left.amount.end, amount.start)
        )
    ):
        named = left.beneficiary
    named = named or head_of(view, amount.start) or (None if past else told_later(view, amount.end))
    asked = asker is not None and asker == named
    proposed = asked or "est propose" in view.folded[slice(*told)]
    instalment = INSTALMENT.search(view.folded, clause[0], amount.start) is not None
    return Sum(
        amount,
        clause,
        told,
        clean(named) if named else None,
        decided and (giving or gets) and not proposed,
        kind,
        year_of(view, clause, told, _without_past(view, heading)),
        purpose_of(view, amount.end, clause[1]) or antecedent(view, *told),
        past or received,
        not instalment and _is_called(view, amount, clause, told),
        item is not None,
        led=led or these or (link is not None and link.several),
        near=near is not None,
        asked=asked,
    )


_ITEM = regex.compile(r"[ ]*(?:(?:et[ ]+)?(?:d'|de[ ])?une?[ ]|la[ ]somme[ ]|\d)")


def _is_item(view: View, line: int, at: int) -> bool:
    """Whether a line that begins with a sum is an item of a list without bullets, parted by semicolons."""
    return view.plain[:line].rstrip().endswith(";") and _ITEM.match(view.folded, line, at) is not None


_THESE = regex.compile(
    r"(?<!\w)(?:accord|attribu|allou|octro|vers|vot|approuv|autoris)\w*[ ][^.;€]{0,50}(?<!\w)ces[ ](?:\w+[ ])?"
    r"(?:subvention|aide)s"
)
"""What grants the sums of the list above it ("autorise l'attribution de ces subventions")."""
_IT_ASKS = regex.compile(
    r"(?<!\w)(?:il|elle)s?[ ](?:demand|sollicit|souhait)(?:e|ent|ait|aient)[ ](?:[^.;:€]{0,50}[ ])?$"
)
"""What says that the one whom a paragraph is about asks for a sum."""
_BESIDE = regex.compile(r"[ ]*\([ ]?(?P<name>\p{Lu}[^()€\d]{1,60}?)[ ]?\)")
"""Whose an earlier sum is, in a bracket behind it ("35 000 € (Foyer rural)")."""
_BRACKETED = regex.compile(r"(?<!\w)(?:l['’ ]|la |le |les )(?P<name>\p{Lu}[\p{L}\d'’. -]{1,60}?)[ ]\([ ]?$")
"""Whose it is, before the bracket that it stands in ("la MJC (9 000 € en 2019)")."""
_FOR = regex.compile(r"(?<!\w)(?:pour|afin|destinee?s?)(?!\w)")
_CIVIC = regex.compile(
    r"[ ]*(?:a|au|aux|en[ ]faveur[ ]d\w*)[ ]*(?:l'|la[ ]|le[ ]|les[ ])?"
    r"(?:association|club|amicale|comite|foyer|chorale|harmonie|cooperative[ ]scolaire|musique|cercle|"
    r"sou[ ]des[ ]ecoles|ecole|college|lycee|federation|"
    r"ligue|collectif|compagnie|ape|usep|mjc|union)(?!\w)"
)
"""Who is paid for no contract, whatever the money buys."""


def _is_contract(view: View, told: Span, amount: Amount) -> bool:
    """Whether a sentence speaks of what is bought; what an association buys with its grant is no contract."""
    civic = _CIVIC.match(view.folded, amount.end, told[1])
    purpose = _FOR.search(view.folded, amount.end, told[1]) if civic else None
    aside = view.plain.find(",", civic.end(), told[1]) if civic else -1
    end = purpose.start() if purpose else aside if aside >= 0 else told[1]
    return CONTRACT.search(view.folded, told[0], end) is not None


def _is_called(view: View, amount: Amount, clause: Span, told: Span) -> bool:
    """Whether a sum is called a grant right before it, or by its sentence's subject ("l'aide s'élève à")."""
    return (
        CALLED.search(view.folded, clause[0], amount.start) is not None
        or COMES_TO.search(view.folded, told[0], amount.start) is not None
    )


def _named(
    view: View, doc: Doc, amount: Amount, clause: Span, told: Span, left: Sum | None, *, led: bool, listed: bool
) -> str | None:
    """Whom the words around a sum name: in its clause, right after it in a list, or by pointing back."""
    after = NAMED_AFTER.match(view.plain, amount.end, clause[1]) if listed else None
    first = after and not view.plain[clause[0] : amount.start].strip(" -–•*▪>\n")
    named = after["name"] if after and first else beneficiary_of(view, *clause, (amount.start, amount.end))
    if named is None and (led or after):
        named = name_led(view, (amount.end, clause[1])) if led else after and after["name"]
    if led and named:
        named = ended(named)
    if named is None and left and AND_ONE_MORE.fullmatch(view.folded, left.amount.end, amount.start):
        named = left.beneficiary
    if left and ADDED.fullmatch(view.folded, left.amount.end, amount.start):
        return left.beneficiary
    pointed = named is not None and POINTED.match(tidy(named)) is not None
    if named is not None and (full := in_full(view, named, amount.start)):
        return full
    if pointed or (named is None and TO_THEM.search(view.folded, told[0], amount.start)):
        near = left and told[0] - left.amount.end < HEADING_REACH
        headed = left and _HEADED.search(view.plain, left.amount.end, told[0])
        before = left.beneficiary if left and near and not headed else None
        if left and left.asked and left.sentence[0] == told[0] and not pointed:
            return before
        return _last_named(view, doc, amount.start) or before or spoken_of(view, amount.start)
    return named


_HEADED = regex.compile(r"\n[ ]*(?:[IVX]{1,5}|\d{1,2}|[A-Z])[ ]?[-–.)/°][ ]*\p{L}[^\n€]{2,100}\n")
"""A ranked heading, behind which another is spoken of."""


def _led_from(told: Span, left: Sum | None) -> tuple[int, int | None]:
    """From where on a list may open, and the end of the last sum of one that has."""
    return max(0, told[0] - HEADING_REACH), left.amount.end if left and left.led else None


def _without_past(view: View, heading: Span) -> Span:
    """What a heading says after its last sentence on money of an earlier year."""
    earlier = [match.end() for match in PAST.finditer(view.folded, *heading)]
    stop = view.plain.find(".", earlier[-1], heading[1]) if earlier else heading[0]
    return (stop if stop >= 0 else heading[1]), heading[1]


def _last_named(view: View, doc: Doc, before: int) -> str | None:
    """The organisation that "cette association" points back at: the last one of the paragraph given a kind."""
    offset, first = doc._.offset, view.plain.rfind("\n\n", 0, before)
    named = [span for span in doc.spans[ORGANISATIONS] if first < offset + span.start_char < before]
    return next((span.text for span in reversed(named) if span.label_ != UNKNOWN), None)
