"""Sums that stand beside the one that is granted: of earlier years, old and new, of a schedule.

Forms: ``docs/funding.md``.
"""

from __future__ import annotations

from dataclasses import replace

import regex

from delibgraph.extraction.funding.recalls import is_recalled
from delibgraph.extraction.funding.told import Sum
from delibgraph.extraction.funding.withheld import gives_besides, is_given_before, is_undone
from delibgraph.extraction.funding.wording import TO_THEM
from delibgraph.extraction.text.money import Amount
from delibgraph.extraction.text.view import View, tidy
from delibgraph.facts import Span

_EARLIER = regex.compile(r"lors[ ]+de[ ]+sa|(?<!\w)av(?:ai(?:s|t|ent)|ions|iez)(?!\w)|precedent")
_COMPARED = regex.compile(
    r"(?<!\w)(?:contre|et[ ]+non[ ]+(?:pas[ ]+|plus[ ]+)?(?:de|a)?|au[ ]+lieu[ ]+de(?:s)?(?:[ ]+lire)?|"
    r"en[ ]+lieu[ ]+et[ ]+place[ ]+de|initialement(?:[ ]+\w+){0,3}[ ]+[aà]|"
    r"pour[ ]+(?:memoire|rappel)[ ]*:?(?:[ ]+\w+){0,4})[ ]*[«\"]?[ ]*$"
)
COMPARISON = regex.compile(
    r"(?<!\w)(?:contre|au[ ]+lieu[ ]+de|et[ ]+non(?:[ ]+pas|[ ]+plus)?(?:[ ]+de|[ ]+a)?)[ ]+\d|"
    r"\([^()]{0,40}?\d[ ]?(?:€|euros?)[^()]{0,40}?(?:precedent|l'an[ ](?:passe|dernier)|derniere?|en[ ]20\d\d|"
    r"n-1)[^()]*\)|"
    r",\s+(?:la|l'|son|sa)\s*(?:subvention|aide|dotation|participation|montant)\s+"
    r"(?:de\s+(?:l'annee\s+|l'exercice\s+)?)?(?:(?:19|20)\d\d|precedente?|l'an[ ](?:passe|dernier))\s+"
    r"(?:etant|etait|ayant[ ]ete|s'elevant|s'elevait)(?!\w)|"
    r"\((?:rappel|pour[ ]memoire|en[ ]20\d\d|20\d\d|l'an[ ](?:passe|dernier))[^()€]{0,30}\d[ ]?(?:€|euros?)"
)
"""What earlier sum a sum is compared with ("800 € (contre 700 € en 2022)", "300 € au lieu de 250 €")."""
AGAINST = regex.compile(
    r"[ ]*[,(]?[ ]*(?:contre|au[ ]lieu[ ]de|et[ ]non(?:[ ]pas)?(?:[ ]de)?|"
    r"(?:pour[ ]memoire|pour[ ]rappel|rappel|en[ ](?:19|20)\d\d|l'an[ ](?:passe|dernier))[ ]*:?)[ ]*"
)
"""Between a sum and the earlier one that it is compared with: both are the same beneficiary's."""
_RAISED = regex.compile(
    r"(?<!\w)(?:port|pass|augment|relev|ramen|revis|reevalu|rehauss|major|diminu|"
    r"minor)\w*(?!\w)[^.;]{0,90}(?<!\w)de[ ]+$"
)
_TO_SUM = regex.compile(r"[^.;€]{0,30}?(?<!\w)a[ ]+(?=\d)")
"""An old sum and the new one: "porte la subvention de 500 € à 800 €"."""
_WRONG = regex.compile(r"(?<!\w)au[ ]+lieu[ ]+de(?:(?!(?<!\w)lire(?!\w))[^€\n]){0,200}$")
_PUT_RIGHT = regex.compile(r"[^€]{0,200}?(?<!\w)lire(?!\w)")
"""An erratum around its old sum ("au lieu de : 500 € à X", with "lire" behind it)."""
_READ_INSTEAD = regex.compile(
    r"\s*[»\"]?[ ]*[,;]?\s*(?:[-–•][ ]*)?(?:(?:il[ ]+(?:faut|convient[ ]+de)|veuillez)[ ]+)?lire[ ]*:?[ ]*[«\"]?[ ]*"
    r"(?:(?P<name>[^«»:€\n]{2,90}?)[ ]*:[ ]*)?"
)
"""From the old sum of an erratum to the new one."""
PAST = regex.compile(
    r"(?<!\w)(?:a|ont)[ ]+(?:deja[ ]+)?(?:fait[ ]+l'objet|accorde|attribue|verse|alloue|octroye|beneficie|percu|"
    r"recu|(?:vote|apporte|consacre)(?!\w))|" + _EARLIER.pattern
)
_GAVE = regex.compile(
    r"(?<!\w)(?:a|ont|avait|avaient)[ ]+(?:deja[ ]+|lui[ ]+)?(?:accorde|attribue|verse|alloue|octroye|vote|"
    r"apporte|consacre|soutenu)(?!\w)[^.;€]{0,80}$"
)
_THEN = regex.compile(r"(?<!\w)(?:en[ ]+(?:19|20)\d\d(?!-)|l'an(?:nee)?[ ](?:dernier|passe|derniere|precedente))(?!\w)")
"""Who gave, and that it was in another year ("la commune lui a accordé 900 € en 2018")."""
YEAR_THEN = regex.compile(r"[ ]*(?:en|pour)[ ](?:19|20)\d\d(?!\d)[ )]*")
"""The year of an earlier sum, behind it: not that of the next."""
_YEAR_BEFORE = regex.compile(r"(?<!\d)(?P<year>20\d\d)[ )]*[:=–-]?[ ]*$")
_YEAR_AFTER = regex.compile(
    r"[ ]*\(?(?:en|pour|au[ ]+titre[ ]+de)?[ ]*(?:l'?annee[ ]+|l'?exercice[ ]+)?(?P<year>20\d\d)(?!\d)"
)
"""The year of an instalment, right beside its sum."""
_SCHEDULED = regex.compile(r"repart|echelonn|echeanc|comme[ ]+suit|selon|soit|:|tranche")
SCHEDULE_REACH = 70
"""Characters between the instalments of a schedule."""


def instalment(view: View, amount: Amount, left: Sum | None) -> Sum | None:
    """A sum of a schedule over years: it goes to whoever gets the one before."""
    if left is None or left.beneficiary is None or amount.start - left.amount.end > SCHEDULE_REACH:
        return None
    between = view.folded[left.amount.end : amount.start]
    year = _year_beside(view, amount, left.amount.end)
    first = _year_beside(view, left.amount, left.clause[0])
    if year is None or "." in between or _COMPARED.search(between) or year == first or year < (first or left.year or 0):
        return None
    if first is None and not _SCHEDULED.search(between):
        return None
    return replace(left, amount=amount, clause=(left.clause[0], amount.end), year=year)


def _year_beside(view: View, amount: Amount, start: int) -> int | None:
    """The year of an instalment, which stands right before or after its sum."""
    year = _YEAR_BEFORE.search(view.folded, start, amount.start) or _YEAR_AFTER.match(view.folded, amount.end)
    return int(year["year"]) if year else None


def raised(view: View, amount: Amount, left: Sum | None) -> Sum | None:
    """The new sum of a grant whose old one was told right before ("de 500 € à 800 €", "500 €, lire 800 €")."""
    if left is None or not left.past:
        return None
    read = _READ_INSTEAD.fullmatch(view.folded, left.amount.end, amount.start)
    if left.beneficiary and read:
        printed = tidy(view.plain[slice(*read.span("name"))]) if read["name"] else ""
        name = printed if printed[:1].isupper() else left.beneficiary
        return replace(left, beneficiary=name, amount=amount, clause=(left.clause[0], amount.end), past=False)
    if not _RAISED.search(view.folded, left.clause[0], left.amount.start):
        return None
    between = _TO_SUM.match(view.folded, left.amount.end, amount.start + 1)
    if between is None or between.end() != amount.start:
        return None
    year = _year_beside(view, amount, amount.start)
    return replace(left, amount=amount, clause=(left.clause[0], amount.end), year=year, past=False)


_RECALLED_IN_BRACKET = regex.compile(r"[ ]*(?:en|pour|au[ ]titre[ ]de)[ ]20\d\d[ ]*\)")
"""What says of a sum in a bracket that it is another year's ("70 000 € (60 000 € en 2018)")."""


def is_past(view: View, amount: Amount, clause: Span, told: Span, *, decided: bool) -> bool:
    """Whether the sum was given, or stood, before this decision."""
    given = TO_THEM.search(view.folded, clause[0], amount.start)
    begin = given.start() if given else told[0]
    if (_EARLIER if decided else PAST).search(view.folded, begin, told[1]) or _COMPARED.search(
        view.folded, clause[0], amount.start
    ):
        return True
    place = amount.start, amount.end
    line = view.plain.rfind("\n", 0, amount.start) + 1
    if _WRONG.search(view.folded, line, amount.start) and _PUT_RIGHT.match(view.folded, amount.end):
        return True
    if _GAVE.search(view.folded, clause[0], amount.start) and _THEN.search(view.folded, *clause):
        return True
    if (
        gives_besides(view, told, place)
        or is_recalled(view, told[0], amount.start)
        or is_undone(view, told, place)
        or is_given_before(view, clause, told, place)
    ):
        return True
    if _RECALLED_IN_BRACKET.match(view.folded, amount.end) and view.plain[amount.start - 1] == "(":
        return True
    raised = _RAISED.search(view.folded, clause[0], amount.start)
    return raised is not None and _TO_SUM.match(view.folded, amount.end, told[1]) is not None
