"""Sums of money in prose: the clause that each stands in, and what the clause says of it.

A sum counts where its sentence, or the heading of its list, speaks of giving. Forms: ``docs/funding.md``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import regex
from spacy.tokens import Doc

from delibgraph.extraction.funding.clauses import (
    antecedent,
    beneficiary_of,
    clean,
    is_matter,
    kind_of,
    purpose_of,
    year_of,
)
from delibgraph.extraction.funding.leading import ended, is_led, name_led
from delibgraph.extraction.funding.payees import can_be_paid, is_financer, is_nobody
from delibgraph.extraction.funding.recalls import is_recalled, tells_received
from delibgraph.extraction.funding.sharing import joined, shares
from delibgraph.extraction.organisations.finder import ORGANISATIONS, UNKNOWN
from delibgraph.extraction.organisations.pipeline import AMOUNTS, sentence
from delibgraph.extraction.text.money import Amount
from delibgraph.extraction.text.view import View, tidy
from delibgraph.facts import Span

_GIVING = regex.compile(
    r"(?<!\w)(?:accord|attribu|allou|octro[iy]|vers(?=[eé])|abond|particip|vot(?=e)|approuv|autoris|decid|approbation|"
    r"finance|subventionne|individualis|fixe|adher|cotis|soutien|complet(?=e[rn]?t?[ ]+(?:par|la|le)[ ])|lire(?!\w))\w*"
)
_PAYING = regex.compile(
    r"(?<!\w)(?:accord|attribu|allou|octro[iy]|vers(?=[eé])|abond|particip|vot(?=e)|finance|subventionne|individualis|donn|"
    r"lire(?!\w))\w*"
)
"""Verbs that give by themselves, where nothing calls the sum a grant."""
_EARLIER = regex.compile(r"lors[ ]+de[ ]+sa|(?<!\w)avai(?:t|ent)(?!\w)|precedent")
_COMPARED = regex.compile(
    r"(?<!\w)(?:contre|et[ ]+non[ ]+(?:pas[ ]+|plus[ ]+)?(?:de|a)?|au[ ]+lieu[ ]+de(?:s)?(?:[ ]+lire)?|"
    r"en[ ]+lieu[ ]+et[ ]+place[ ]+de|initialement(?:[ ]+\w+){0,3}[ ]+[aà]|"
    r"pour[ ]+(?:memoire|rappel)[ ]*:?(?:[ ]+\w+){0,4})[ ]*[«\"]?[ ]*$"
)
_COMPARISON = regex.compile(r"(?<!\w)(?:contre|au[ ]+lieu[ ]+de|et[ ]+non(?:[ ]+pas|[ ]+plus)?(?:[ ]+de|[ ]+a)?)[ ]+\d")
"""What earlier sum a sum is compared with ("800 € (contre 700 € en 2022)", "300 € au lieu de 250 €")."""
_RAISED = regex.compile(
    r"(?<!\w)(?:port|pass|augment|relev|ramen|revis|reevalu|rehauss|major|diminu|"
    r"minor)\w*(?!\w)[^.;]{0,90}(?<!\w)de[ ]+$"
)
_TO_SUM = regex.compile(r"[^.;€]{0,30}?(?<!\w)a[ ]+(?=\d)")
"""An old sum and the new one: "porte la subvention de 500 € à 800 €"."""
_READ_INSTEAD = regex.compile(
    r"[ ]*[»\"]?[ ]*,?[ ]*(?:(?:il[ ]+(?:faut|convient[ ]+de)|veuillez)[ ]+)?lire[ ]*:?[ ]*[«\"]?[ ]*"
)
"""From the old sum of an erratum to the new one."""
_PAST = regex.compile(
    r"(?<!\w)(?:a|ont)[ ]+(?:deja[ ]+)?(?:fait[ ]+l'objet|accorde|attribue|verse|alloue|octroye|beneficie|percu|"
    r"recu)|" + _EARLIER.pattern
)
_NO_GRANT = regex.compile(
    r"chiffre[ ]+d'affaires|virements?(?!\w)|volume[ ]+d'achat|budget[ ]+(?:previsionnel|global|total)|cout|loyers?|"
    r"emprunt|marche|"
    r"recettes?|depenses?[ ]+(?!correspondante)|prets?(?!\w)|garanti\w*|(?<!(?:financement|participation|subvention|"
    r"contribution|"
    r"aide)[ ])total|montant[ ]+global|enveloppe|estime|ventes?|prix|demandee?[ ]*:|"
    r"montants?[ ]+max(?:imum)?[ .:]*$|taux[ ]+d'aide|autofinancement|reste[ ]+a[ ]+charge"
)
"""What stands before a sum that is nobody's grant."""
_NO_GRANT_REACH = 60
_PARTED = regex.compile(r"(?<!\w)dont[ ]+(?:une?[ ]+(?:part|partie|tranche)[ ]+de[ ]+)?$")
"""A part of a grant, told by its use ("dont 2 000 € d'investissement")."""
_EQUAL_PARTS = regex.compile(
    r"(?<!\w)en[ ]+(?:\w+|\d+)[ ]+(?:versements?|tranches?|echeances?|fois|mensualites|annuites|acomptes?)"
    r"(?:[ ]+egaux|[ ]+egales)?[ ]+(?:de|d')[ ]*$"
)
"""The parts of a grant ("en trois versements de 3 000 €")."""
_INSTALMENT = regex.compile(
    r"(?<!\w)(?:acomptes?|solde|avance|tranches?|echeances?|mensualites?|trimestr\w+|versements?|\d[ ]?%[^.;]{0,60})"
    r"(?!\w)[^.;€]{0,60}$"
)
_GIVEN_BY = regex.compile(
    r"[^.;€]{0,40}?(?<!\w)(?:attribue|accorde|verse|alloue|octroye|finance|perc?u|recu|obtenu|notifie)e?s?[ ]+"
    r"(?:par|de)[ ]+(?:l'|la|le|les|d)"
)
"""Money that others give ("une subvention de 50 000 € accordée par le Département")."""
_WHOLE = regex.compile(r"[ ]*(?:le|son|leur)[ ]+(?:montant[ ]+)?(?:total|cumul)(?!\w)")
"""What calls the sum before it a total ("portant à 2 700 € le total des aides")."""
_CONTRACT = regex.compile(
    r"(?<!\w)(?:marches?|devis|travaux|offres?|fournitures?|acqui(?:sition|erir|ert)|achats?|honoraires|oeuvre|"
    r"bail|loyers?|"
    r"(?<!\d[ ])entreprises?|h\.?t|t\.?t\.?c|credits?|virements?|emprunts?|tarifs?|recettes?|depenses|section|"
    r"indemnites?|cautions?|"
    r"lots?|missions?(?![ ]+locale)|remises?|compensation|parcelles?|terrains?|vehicules?|location|amortissements?|"
    r"redevances?|cession|vente|prestations?|factures?|mise[ ]+a[ ]+disposition|garanti\w+|prets?|avenants?|"
    r"frais[ ]+de[ ]+dossier|notaire|remunerations?|salaires?|avocats?|maitre)(?!\w)"
)
"""What a sentence speaks of that pays, buys or budgets; a sum in it is a grant only where it is called one."""
_CALLED = regex.compile(
    r"(?<!\w)(?:(?:subvention|cotisation|adhesion|participation|contribution|aide|concours|dotation)s?|"
    r"financement[ ]+total)(?!\w)[^.;:,\n]{0,45}$"
)
"""A taxed sum is a price, unless it is called something that is given."""
_REACH = 350
"""Characters from a sum within which the words that give it stand; a table run together has no sentences."""
_ITEM = regex.compile(
    r"(?m)^[ ]*[-–•*▪][ ]*(?P<name>[^:\n€]{2,80}?)[ ]*"
    r"(?::[ ]*\n?[ ]*\Z|,?[ ](?:soit|(?:pour[ ]+un|d'un)[ ]+montant[ ]+de|pour[ ]+la[ ]+somme[ ]+de)[ ]*:?[ ]*\Z)"
)
"""A beneficiary that heads an item of a list, right before its sum."""
_SAYS_GRANT = regex.compile(
    r"(?<!\w)(?:subvention|aide|participation|contribution|dotation|versement|attribution|octroi)s?(?!\w)"
)
"""What is said of a sum, and no name: "- autorise le versement d'une subvention d'un montant de 500 €"."""
_ROW = regex.compile(r"(?m)^[ ]*(?P<name>\p{Lu}[^:\n€]{2,80}?)(?:[ ]{2,}|[ ]*\.{3,})[ ]*$")
"""A beneficiary in a row of a table of grants, its sum in the next column."""
_ENTRY = regex.compile(
    r"(?:\G|:)[\s.,;)•–-]*(?:et[ ]+|ainsi[ ]+que[ ]+)?(?P<name>[«\"]?[ ]?\p{Lu}[^:;€\n]{1,90}?)[ ]*[:=(–-]?[ ]*$"
)
"""A beneficiary in a list that runs on in its line: "Rues Vertes : 500 €. Vidour Judo : 200 €"."""
_NO_ENTRY = regex.compile(
    rf"{_GIVING.pattern}|\G(?:de[ ]|du[ ]|des[ ]|d'|aupres)|(?<!\w)(?:ht|ttc|octroi|soit|montant)(?!\w)|"
    rf"(?<!\w)(?:de|d'|a)[ ]*$"
)
"""What makes the words before a sum a sentence, or names who pays it."""
_LIST_OPENS = regex.compile(
    r"(?:suivante?s?|ci-(?:dessous|apres)|reparti\w*|comme[ ]+suit|liste|subventions|attribuees?)[^.\n]{0,80}:"
)
_GIVEN_AS = regex.compile(
    r"(?<!\w)(?:attribu|accord|allou|octroi|vers|vot)e(?:[ ]+a[ ]+(?:l'unanimite|la[ ]+majorite))?[ ]*:"
)
"""A verb that opens a list by itself."""
_EACH = regex.compile(r"[ ]*(?:a[ ]+)?(?:chacune?s?|chaque)(?!\w)[^:.]{0,80}:")
_BULLETS = regex.compile(r"(?:[ ]*\n)?(?:[ ]*[-–•*▪][ ]*[^\n]+\n?)+")
_ROW_OF_NAMES = regex.compile(r"[^.\n]+(?:\n[^.\n]+)?(?=\.|\n|$)")
_PARTS_OF_ROW = regex.compile(r"[,;]|[ ](?:et|ainsi que)[ ](?:(?:à|au|aux)[ ])?")
_BULLET = regex.compile(r"[ ]*[-–•*▪]")
_NAMED_AFTER = regex.compile(r"[ ]*[:–-]?[ ]*(?P<name>\p{Lu}[^,;:.(\n–]+?)(?=[ ]*(?:[,;:.(\n–]|[ ]-[ ]|$))")
"""A beneficiary right after its sum, without a preposition ("2 000 € DURAND Léa – atelier")."""
_AND_ONE_MORE = regex.compile(
    r"[ ]*(?:,|et|ainsi[ ]+que)[ ]+(?:d'[ ]?)?une?[ ]+(?:subvention|aide|participation|dotation|contribution)"
    r"[^.;:,€]{0,40}$"
)
"""What leads from a grant to a second one, of another kind, to the same beneficiary."""
_POINTED = regex.compile(r"(?:cette|cet|ce|ces|celle|celui)(?!\w)")
_TO_THEM = regex.compile(
    r"(?<!\w)lui[ ]+(?:\p{L}+[ ]+){0,2}?(?:accord|attribu|allou|octroy|octroi|vers|donn)\w*[^.;]{0,60}$"
)
"""Who was named last gets the sum ("décide de lui verser 500 €")."""
_YEAR_BEFORE = regex.compile(r"(?<!\d)(?P<year>20\d\d)[ )]*[:=–-]?[ ]*$")
_YEAR_AFTER = regex.compile(
    r"[ ]*\(?(?:en|pour|au[ ]+titre[ ]+de)?[ ]*(?:l'?annee[ ]+|l'?exercice[ ]+)?(?P<year>20\d\d)(?!\d)"
)
"""The year of an instalment, right beside its sum."""
_SCHEDULED = regex.compile(r"repart|echelonn|echeanc|comme[ ]+suit|selon|soit|:|tranche")
_HEADING_REACH = 400
"""Characters before a list in which its heading stands."""
_SCHEDULE_REACH = 70
"""Characters between the instalments of a schedule."""


@dataclass(frozen=True, slots=True)
class Sum:
    """An amount in its clause, with what the clause says of it; ``called`` where it is called a grant right there,
    ``shared`` where it is one sum for several, ``led`` where it stands before its name in a list."""

    amount: Amount
    clause: Span
    sentence: Span
    beneficiary: str | None
    decided: bool
    kind: str | None
    year: int | None
    purpose: str | None
    past: bool
    called: bool = False
    listed: bool = False
    shared: tuple[str, ...] = ()
    led: bool = False


def read_sums(view: View, doc: Doc, decision: int, taken: Sequence[Span]) -> Iterator[Sum]:
    """The sums of a stretch in their clauses; a clause ends where the sentence, the exposé or the next sum does.

    What lies in one of the spans that are taken (tables) is passed over.
    """
    offset: int = doc._.offset
    last = 0
    left: Sum | None = None
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
        if any(first <= amount.start < stop for first, stop in taken) or not _counts(view, amount, clause, told):
            continue
        told_again = _raised(view, amount, left) or _instalment(view, amount, left)
        found_sum = told_again or _sum(view, doc, amount, clause, told, left, decided=decided)
        if found_sum:
            left = found_sum
            yield from _each(view, found_sum)


def _counts(view: View, amount: Amount, clause: Span, told: Span) -> bool:
    """Whether an amount can be a grant: no rate, no price, no part of another, nobody else's money."""
    if not amount.value or amount.rate:
        return False
    near = max(clause[0], amount.start - _NO_GRANT_REACH)
    return not (
        _NO_GRANT.search(view.folded, near, amount.start)
        or _EQUAL_PARTS.search(view.folded, near, amount.start)
        or (
            _PARTED.search(view.folded, near, amount.start)
            and beneficiary_of(view, amount.start, clause[1], (amount.start, amount.end)) is None
        )
        or _GIVEN_BY.match(view.folded, amount.end, told[1])
        or _WHOLE.match(view.folded, amount.end, told[1])
        or (amount.taxed and not _CALLED.search(view.folded, near, amount.start))
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
    names = _names_listed(view.plain, opened.end())
    return [
        replace(found, beneficiary=clean(name), clause=(found.amount.start, found.clause[1])) for name in names
    ] or [found]


def _names_listed(plain: str, start: int) -> list[str]:
    """The names of a list: on lines of their own, each behind a bullet, or in a row up to the full stop."""
    if bullets := _BULLETS.match(plain, start):
        return [line.strip(" -–•*▪,;.") for line in bullets[0].strip().splitlines() if line.strip()]
    row = _ROW_OF_NAMES.match(plain, start)
    return [name.strip() for name in _PARTS_OF_ROW.split(row[0]) if name.strip()] if row else []


def _instalment(view: View, amount: Amount, left: Sum | None) -> Sum | None:
    """A sum of a schedule over years: it goes to whoever gets the one before."""
    if left is None or left.beneficiary is None or amount.start - left.amount.end > _SCHEDULE_REACH:
        return None
    between = view.folded[left.amount.end : amount.start]
    year = _year_beside(view, amount, left.amount.end)
    first = _year_beside(view, left.amount, left.clause[0])
    if year is None or "." in between or _COMPARED.search(between) or year == first:
        return None
    if first is None and not _SCHEDULED.search(between):
        return None
    return replace(left, amount=amount, clause=(left.clause[0], amount.end), year=year)


def _year_beside(view: View, amount: Amount, start: int) -> int | None:
    """The year of an instalment, which stands right before or after its sum."""
    year = _YEAR_BEFORE.search(view.folded, start, amount.start) or _YEAR_AFTER.match(view.folded, amount.end)
    return int(year["year"]) if year else None


def _raised(view: View, amount: Amount, left: Sum | None) -> Sum | None:
    """The new sum of a grant whose old one was told right before ("de 500 € à 800 €", "500 €, lire 800 €")."""
    if left is None or not left.past:
        return None
    if left.beneficiary and _READ_INSTEAD.fullmatch(view.folded, left.amount.end, amount.start):
        return replace(left, amount=amount, clause=(left.clause[0], amount.end), past=False)
    if not _RAISED.search(view.folded, left.clause[0], left.amount.start):
        return None
    between = _TO_SUM.match(view.folded, left.amount.end, amount.start + 1)
    if between is None or between.end() != amount.start:
        return None
    year = _year_beside(view, amount, amount.start)
    return replace(left, amount=amount, clause=(left.clause[0], amount.end), year=year, past=False)


def _sum(
    view: View, doc: Doc, amount: Amount, clause: Span, told: Span, left: Sum | None, *, decided: bool
) -> Sum | None:
    """The sum, if its sentence or the heading of its list speaks of giving."""
    line = view.plain.rfind("\n", 0, amount.start) + 1
    if line > clause[0] and not view.plain[line : amount.start].strip():
        line = max(clause[0], view.plain.rfind("\n", 0, line - 1) + 1)
    item = _ITEM.search(view.plain, line, amount.start)
    row = None if item else _ROW.search(view.plain, line, amount.start)
    item = None if item and _SAYS_GRANT.search(view.folded, *item.span("name")) else item
    item = item or (row if row and not is_matter(row["name"]) else None)
    led = item is None and is_led(view, amount.start, *_led_from(told, left))
    item = item or (None if led else _entry(view, amount, clause, told, left))
    listed = led or item or _BULLET.match(view.plain, line, amount.start)
    heading = (max(0, told[0] - _HEADING_REACH) if listed else told[0], told[0])
    context = (heading[0], told[1])
    called = ((heading[0], amount.start), clause) if led else (clause, told, context)
    chained = left.kind if led and left and left.led else None
    kind, giving = chained or kind_of(view, amount.start, *called), _GIVING.search(view.folded, *context) is not None
    paying = (_GIVEN_AS if item else _PAYING).search(view.folded, *context) and not _CONTRACT.search(view.folded, *told)
    if kind in (None, "avance") and not paying and not tells_received(view, told[0], amount.start):
        return None
    named = item["name"] if item else beneficiary_of(view, *clause, (amount.start, amount.end))
    if named is None and led:
        named = name_led(view, (amount.end, clause[1]))
    elif named is None and listed and (after := _NAMED_AFTER.match(view.plain, amount.end, clause[1])):
        named = after["name"]
    if led and named:
        named = ended(named)
    if named is None and left and _AND_ONE_MORE.fullmatch(view.folded, left.amount.end, amount.start):
        named = left.beneficiary
    if named is None and _TO_THEM.search(view.folded, told[0], amount.start):
        named = _last_named(view, doc, amount.start)
    if named and _POINTED.match(tidy(named)):
        named = _last_named(view, doc, amount.start)
    if named and not (item or can_be_paid(clean(named))):
        named = None
    proposed = "est propose" in view.folded[slice(*told)]
    instalment = _INSTALMENT.search(view.folded, clause[0], amount.start) is not None
    return Sum(
        amount,
        clause,
        told,
        clean(named) if named else None,
        decided and giving and not proposed,
        kind,
        year_of(view, clause, told, _without_past(view, heading)),
        purpose_of(view, amount.end, clause[1]) or antecedent(view, *told),
        _is_past(view, amount, clause, told, decided=decided),
        not instalment and _CALLED.search(view.folded, clause[0], amount.start) is not None,
        item is not None,
        led=led,
    )


def _led_from(told: Span, left: Sum | None) -> tuple[int, int | None]:
    """From where on a list may open, and the end of the last sum of one that has."""
    return max(0, told[0] - _HEADING_REACH), left.amount.end if left and left.led else None


def _without_past(view: View, heading: Span) -> Span:
    """What a heading says after its last sentence on money of an earlier year."""
    earlier = [match.end() for match in _PAST.finditer(view.folded, *heading)]
    stop = view.plain.find(".", earlier[-1], heading[1]) if earlier else heading[0]
    return (stop if stop >= 0 else heading[1]), heading[1]


def _entry(view: View, amount: Amount, clause: Span, told: Span, left: Sum | None) -> regex.Match[str] | None:
    """The name before a sum in a list that runs on in its line, opened by words such as "suivantes :"."""
    entry = _ENTRY.search(view.plain, clause[0], amount.start)
    if entry is None or _NO_ENTRY.search(view.folded, *entry.span("name")):
        return None
    if is_nobody(entry["name"]) or is_financer(entry["name"]):
        return None
    goes_on = left is not None and left.listed and clause[0] - left.amount.end < _SCHEDULE_REACH
    before = max(0, told[0] - _HEADING_REACH), entry.start("name")
    opened = _LIST_OPENS.search(view.folded, *before) or _GIVEN_AS.search(view.folded, *before)
    return entry if goes_on or opened else None


def _is_past(view: View, amount: Amount, clause: Span, told: Span, *, decided: bool) -> bool:
    """Whether the sum was given, or stood, before this decision."""
    if (_EARLIER if decided else _PAST).search(view.folded, *told) or _COMPARED.search(
        view.folded, clause[0], amount.start
    ):
        return True
    if is_recalled(view, told[0], amount.start):
        return True
    raised = _RAISED.search(view.folded, clause[0], amount.start)
    return raised is not None and _TO_SUM.match(view.folded, amount.end, told[1]) is not None


def _last_named(view: View, doc: Doc, before: int) -> str | None:
    """The organisation that "cette association" points back at: the last one of the paragraph given a kind."""
    offset, first = doc._.offset, view.plain.rfind("\n\n", 0, before)
    named = [span for span in doc.spans[ORGANISATIONS] if first < offset + span.start_char < before]
    return next((span.text for span in reversed(named) if span.label_ != UNKNOWN), None)
