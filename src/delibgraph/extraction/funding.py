"""Money for a beneficiary: what this deliberation grants, and what it only talks about.

An amount becomes a grant when its clause gives it to somebody, in the decision; the same sum in the title, the exposé
and the decision is one grant. Forms: ``docs/funding.md``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import regex
from spacy.tokens import Doc

from delibgraph.extraction.clauses import (
    antecedent,
    beneficiary_of,
    budget_line,
    clean,
    earlier_year,
    is_matter,
    kind_in,
    kind_of,
    purpose_of,
    year_of,
)
from delibgraph.extraction.finder import ORGANISATIONS, UNKNOWN
from delibgraph.extraction.money import Amount
from delibgraph.extraction.organisations import squeeze
from delibgraph.extraction.pipeline import AMOUNTS, sentence
from delibgraph.extraction.view import View, tidy, trim
from delibgraph.facts import Funding, FundingStatus, Span

_GIVING = regex.compile(
    r"(?<!\w)(?:accord|attribu|allou|octroy|vers(?=[eé])|abond|particip|vot(?=e)|approuv|autoris|decid|approbation|"
    r"finance)\w*"
)
_ASKED_OF = regex.compile(
    r"(?:sollicit|demand)\w*[^.;]{0,120}aupres[ ]+d|(?<!\w)(?:sollicit|demand)(?:er?|ent|ant)(?!\w)(?![ ]+par)"
)
"""Money that the body asks for."""
_UNDONE = regex.compile(
    r"(?<!\w)(?:(?:annul|abrog|revoqu|refus|rejet|ajourn)\w*(?![ ]+et[ ]+remplac)[ ][^.;]{0,60}"
    r"(?:subvention|aide|participation|demande|versement)|retir\w+[ ]+(?:la|le|cette)[ ]|"
    r"report(?:e|er)?[ ]+(?:du|le)[ ]+vote|vote[ ]+(?:est[ ]+)?reporte)"
)
"""What takes a grant back, or puts it off."""
_EARLIER = regex.compile(r"lors[ ]+de[ ]+sa|(?<!\w)avai(?:t|ent)(?!\w)|precedent")
_COMPARED = regex.compile(r"(?<!\w)contre[ ]+$")
_COMPARISON = regex.compile(r"(?<!\w)contre[ ]+\d")
"""What earlier year's sum a sum is compared with ("800 € (contre 700 € en 2022)")."""
_PAST = regex.compile(
    r"(?<!\w)a[ ]+(?:deja[ ]+)?(?:fait[ ]+l'objet|accorde|attribue|verse|alloue|octroye|beneficie|percu|recu)|"
    + _EARLIER.pattern
)
_NO_GRANT = regex.compile(
    r"chiffre[ ]+d'affaires|volume[ ]+d'achat|budget[ ]+(?:previsionnel|global|total)|cout|loyers?|emprunt|marche|"
    r"recettes?|depenses?[ ]+(?!correspondante)|total|montant[ ]+global|enveloppe|estime|ventes?|prix"
)
"""What stands before a sum that is nobody's grant."""
_NO_GRANT_REACH = 60
_CONTRACT = regex.compile(
    r"(?<!\w)(?:marches?|devis|travaux|offres?|fournitures?|acqui(?:sition|erir|ert)|achats?|honoraires|oeuvre|bail|loyers?|"
    r"entreprises?|h\.?t|t\.?t\.?c|credits?|virements?|emprunts?|tarifs?|recettes?|depenses|section|indemnites?|cautions?)(?!\w)"
)
"""What a sentence speaks of that pays, buys or budgets; a sum in it is a grant only where it is called one."""
_REACH = 350
"""Characters from a sum within which the words that give it stand; a table run together has no sentences."""
_ITEM = regex.compile(r"(?m)^[ ]*[-–•*▪][ ]*(?P<name>[^:\n€]{2,80}?)[ ]*:[ ]*$")
"""A beneficiary that heads an item of a list, right before its sum."""
_ROW = regex.compile(r"(?m)^[ ]*(?P<name>\p{Lu}[^:\n€]{2,80}?)(?:[ ]{2,}|[ ]*\.{3,})[ ]*$")
"""A beneficiary in a row of a table of grants, its sum in the next column."""
_BULLET = regex.compile(r"[ ]*[-–•*▪]")
_NAMED_AFTER = regex.compile(r"[ ]*[:–-]?[ ]*(?P<name>\p{Lu}[^,;:.(\n–]+?)(?=[ ]*(?:[,;:.(\n–]|[ ]-[ ]|$))")
"""A beneficiary right after its sum, without a preposition ("2 000 € DURAND Léa – atelier")."""
_POINTED = regex.compile(r"(?:cette|cet|ce|ces|celle|celui)(?!\w)")
_HEADING_REACH = 400
"""Characters before a list in which its heading stands."""
_QUOTE_REACH = 200
"""Characters on either side of a sum that its span takes at most."""


@dataclass(frozen=True, slots=True)
class Sum:
    """An amount in its clause, with what the clause says of it."""

    amount: Amount
    clause: Span
    sentence: Span
    beneficiary: str | None
    decided: bool
    kind: str | None
    year: int | None
    purpose: str | None
    past: bool


def read_funding(
    view: View, docs: Sequence[Doc], title: str | None, decision: int | None, adopted: bool
) -> list[Funding]:
    """The sums of an act: granted and background, each once."""
    sums = [found for doc in docs for found in _sums(view, doc, len(view.plain) if decision is None else decision)]
    given = [
        found
        for found in sums
        if found.beneficiary
        and not found.past
        and not _ASKED_OF.search(view.folded, found.sentence[0], found.amount.start)
        and not _UNDONE.search(view.folded, found.sentence[0], found.amount.start)
    ]
    granted = [found for found in given if found.decided] or (given if adopted else [])
    merged = _merged(granted, sums)
    line, of_last = (budget_line(view, decision) if decision is not None else None) or (None, False)
    kind = kind_in(title) if title else None
    facts = [
        _fact(view, found, "granted", found.kind or kind, None if of_last and found is not merged[-1] else line)
        for found in merged
    ]
    return [*facts, *_background(view, sums, merged)]


def _sums(view: View, doc: Doc, decision: int) -> Iterator[Sum]:
    """The sums of a stretch in their clauses; a clause ends where the sentence, the exposé or the next sum does."""
    offset: int = doc._.offset
    last = 0
    listed = [(sentence(money), money._.amount) for money in doc.spans[AMOUNTS]]
    for i, ((start, end), found) in enumerate(listed, 1):
        amount = replace(found, start=offset + found.start, end=offset + found.end)
        after = offset + listed[i][1].start if i < len(listed) else len(view.plain)
        decided = amount.start >= decision
        told = (max(start, decision), end) if decided else (start, max(amount.end, min(end, decision)))
        told = max(told[0], amount.start - _REACH), min(told[1], amount.end + _REACH)
        if comparison := _COMPARISON.search(view.folded, amount.end, told[1]):
            told = told[0], comparison.start()
        clause = max(last, told[0]), min(after, told[1])
        last = amount.end
        before = max(clause[0], amount.start - _NO_GRANT_REACH), amount.start
        if amount.value and not amount.rate and not _NO_GRANT.search(view.folded, *before):
            yield from _sum(view, doc, amount, clause, told, decided=decided)


def _sum(view: View, doc: Doc, amount: Amount, clause: Span, told: Span, *, decided: bool) -> Iterator[Sum]:
    """The sum, if its sentence or the heading of its list speaks of giving."""
    line = view.plain.rfind("\n", 0, amount.start) + 1
    item = _ITEM.search(view.plain, line, amount.start)
    row = None if item else _ROW.search(view.plain, line, amount.start)
    item = item or (row if row and not is_matter(row["name"]) else None)
    listed = item or _BULLET.match(view.plain, line, amount.start)
    heading = (max(0, told[0] - _HEADING_REACH) if listed else told[0], told[0])
    context = (heading[0], told[1])
    kind, giving = kind_of(view, amount.start, clause, told, context), _GIVING.search(view.folded, *context) is not None
    if kind is None and (row or not giving or _CONTRACT.search(view.folded, *told)):
        return
    named = item["name"] if item else beneficiary_of(view, *clause, (amount.start, amount.end))
    if named is None and listed and (after := _NAMED_AFTER.match(view.plain, amount.end, clause[1])):
        named = after["name"]
    if named and _POINTED.match(tidy(named)):
        named = _last_named(view, doc, amount.start)
    proposed = "est propose" in view.folded[slice(*told)]
    yield Sum(
        amount,
        clause,
        told,
        clean(named) if named else None,
        decided and giving and not proposed,
        kind,
        year_of(view, clause, told, heading),
        purpose_of(view, amount.end, clause[1]) or antecedent(view, *told),
        (_EARLIER if decided else _PAST).search(view.folded, *told) is not None
        or _COMPARED.search(view.folded, clause[0], amount.start) is not None,
    )


def _last_named(view: View, doc: Doc, before: int) -> str | None:
    """The organisation that "cette association" points back at: the last one of the paragraph given a kind."""
    offset, first = doc._.offset, view.plain.rfind("\n\n", 0, before)
    named = [span for span in doc.spans[ORGANISATIONS] if first < offset + span.start_char < before]
    return next((span.text for span in reversed(named) if span.label_ != UNKNOWN), None)


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
    same_kind = (left.kind or "")[:5] == (right.kind or "")[:5]
    return left.amount.value == right.amount.value and same_kind and _same_name(left, right)


def _same_name(left: Sum, right: Sum) -> bool:
    a, b = squeeze(left.beneficiary or ""), squeeze(right.beneficiary or "")
    return bool(a and b) and (a in b or b in a)


def _background(view: View, sums: Sequence[Sum], granted: Sequence[Sum]) -> Iterator[Funding]:
    """Money already given, told as such; a sum asked for or proposed is the grant's own, or nobody's."""
    beneficiaries = {squeeze(found.beneficiary or ""): found.beneficiary for found in granted}
    alone = next(iter(beneficiaries.values())) if len(beneficiaries) == 1 else None
    again = {found.amount.value for found in granted}
    for found in sums:
        beneficiary = found.beneficiary or alone
        if found.past and beneficiary and found.amount.value not in again:
            year = found.year or earlier_year(view, max(0, found.sentence[0] - _QUOTE_REACH), found.sentence[1])
            yield _fact(view, replace(found, beneficiary=beneficiary, year=year), "background", found.kind, None)


def _fact(view: View, found: Sum, status: FundingStatus, kind: str | None, line: str | None) -> Funding:
    start, end = trim(view.plain, *found.clause, "-–•,;: *")
    start, end = max(start, found.amount.start - _QUOTE_REACH), min(end, found.amount.end + _QUOTE_REACH)
    return Funding(
        found.beneficiary or "",
        found.amount.value,
        status,
        trim(view.plain, start, end),
        kind=kind or "subvention",
        year=found.year,
        budget_line=line,
        purpose=found.purpose,
    )
